### Valores que escribe el lector, valores de un enlace y botones que copian.

# Botón: copia la dirección de esta página con los valores del lector.
panel-share = Copiar un enlace con mis valores
# Cuando hace falta un valor que aún se desconoce, para el botón o para copiar un servidor; el campo recibe el foco.
value-missing = Escriba primero este valor.
# Le sigue lo que se puede escribir, como «un número entero de 1 a 99».
value-refused = Este valor no es válido. Se permite:
# Después de escribir un valor. Queda guardado en el navegador.
values-shown = Guardado. Todas las guías muestran ahora sus valores.
# Lo mismo cuando el navegador no guarda nada.
values-shown-here = Se muestra en esta página. Su navegador no guarda valores para otras páginas.
# Después de eliminar los valores guardados.
values-forgotten = Sus valores se han eliminado de este navegador.
# Después de «Copiar un enlace con mis valores».
values-shared = El enlace está copiado.
# Nombre leído en voz alta de la barra que aparece cuando la dirección de la página contiene valores.
link-title = Valores de un enlace
# Texto de esa barra.
link-text = Esta página muestra valores de un enlace:
# Botón: guardar los valores del enlace como propios.
link-keep = Conservar
# Botón: volver a los valores propios.
link-mine = Usar los míos
# Después de ese botón. Puede que no haya valores propios.
link-left = Los valores del enlace ya no se muestran.
# Cuando un enlace contiene un valor imposible, por ejemplo 777 en lugar de 1 a 99.
link-refused = Este enlace contiene un valor que no es válido. No se utiliza.
# Nombre leído en voz alta de un botón. $value: «pro3.mail.ovh.net» o «993».
copy-value = Copiar { $value }
# Se lee en voz alta después de copiar.
copied-value = Copiado: { $value }
# Nombre leído en voz alta del botón de un bloque de código.
copy-code = Copiar el código
# Se lee en voz alta después de copiar.
copied-code = El código está copiado.
# El navegador se ha negado a copiar.
copy-failed = No se ha podido copiar. Seleccione el texto y cópielo.
