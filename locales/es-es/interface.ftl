### Textos del tema y de lo que el programa escribe en las páginas.
### Los identificadores son fijos. Conserve lo que está entre llaves: `{ $name }` lo rellena el programa.
### Escriba como hablaría a un cliente: breve, cortés (de usted) y sin tecnicismos.

## Alrededor de cada página

# Oculto hasta que el teclado llega a él: salta la cabecera y el menú.
skip-to-content = Ir al contenido
# Abre el menú de la sección en un teléfono.
menu = Menú
# Nombre leído en voz alta del menú que está al lado de una guía.
section-navigation = Guías de esta sección
# Nombre leído en voz alta de la ruta que está encima del título (Inicio > Correo electrónico > …).
breadcrumbs = Está aquí
# Título de la lista de apartados de la propia página.
on-this-page = En esta página
# Se lee antes del nombre del idioma actual en la cabecera.
languages = Idioma
# Entre el nombre de algo y lo que nombra; se lee en voz alta y le sigue un espacio.
label-end = :
# En la primera página del sitio y como enlace en el pie de página.
choose-language = Elija su idioma
# Primera entrada de la ruta que está encima del título.
home = Inicio
# Bajo una lista de guías abreviada; lleva a la lista completa.
all-guides = Todas las guías
# Junto a una guía o un idioma sin traducción. Muy breve.
untranslated-badge = sin traducir
# Número de guías de una sección.
guide-count = { $count ->
    [one] { $count } guía
    [many] { $count } de guías
   *[other] { $count } guías
}
# Letra pequeña al final de cada página.
footer-text = Lo que escriba en estas páginas se queda en su navegador.

## Debajo de una guía

# $date: la fecha, escrita en el idioma del lector.
last-updated = Última actualización: { $date }
# Lleva al código fuente de la guía, donde se puede proponer una corrección.
edit-page = Proponer un cambio
# Nombre leído en voz alta de los dos enlaces siguientes.
pager = Guía anterior y siguiente
previous = Anterior
next = Siguiente

## Página no encontrada (404)

not-found-title = Esta página no existe
not-found-text = Puede que la dirección contenga un error o que la guía se haya trasladado.
not-found-home = Ir a la página de inicio
# Título de la lista de idiomas de esta página.
other-languages = Otros idiomas

## Avisos encima de una guía

# $asked, $given: nombres de idiomas en el idioma del lector, como «polaco».
fallback-notice = Esta guía todavía no está disponible en { $asked }; se muestra en { $given }.
machine-translated = Esta guía se ha traducido automáticamente. La redacción y los nombres de los botones pueden diferir de lo que ve en su pantalla.
# Menciones bajo una traducción; «reviewed»: una persona revisó lo que tradujo una máquina.
translated-human = Traducción humana
translated-reviewed = Traducción automática revisada por una persona
stale-notice = Los pasajes marcados en el lateral son anteriores al original.
behind-notice = Los pasajes en el idioma del original han cambiado en él desde que se tradujeron, o aún no se han traducido.
stale-original = Leer el original

## El panel en el que los lectores escriben sus propios valores

# Título del panel.
panel-title = Adapte esta guía a su servicio
# Se muestra en lugar del campo cuando los scripts están desactivados.
# «?» es la marca que representa el valor desconocido en el texto.
panel-without-scripts = Allí donde vea una marca resaltada como «?», ponga en su lugar su propio valor.
# Botón: poner el valor en toda la página.
panel-apply = Mostrar mis valores
# Botón: eliminar de este navegador los valores guardados.
panel-forget = Olvidar mis valores
# Nombre del campo para el número de pro?.mail.ovh.net.
parameter-server = El número de su servidor
# Dónde encontrar ese número. Nombres de los menús como en el área de cliente.
find-server-number = Encontrará este número en su área de cliente: abra el servicio y después «Información general». Forma parte del nombre del servidor en el recuadro «Conexión».
# Qué se puede escribir; se muestra bajo el campo. $min, $max: números enteros.
parameter-allowed-integer = un número entero de { $min } a { $max }
# $choices: una lista ya unida, como «eu, ca o us».
parameter-allowed-choice = uno de estos valores: { $choices }
parameter-allowed-domain = un nombre de dominio, por ejemplo, example.com
parameter-allowed-email = una dirección de correo electrónico, por ejemplo, nombre@example.com
parameter-allowed-pattern = exactamente como aparece en su área de cliente

## Recuadros: el título encima del texto cuando el autor no puso ninguno

# Información general.
callout-primary = Información
# Algo que el lector debe saber antes de continuar.
callout-warning = Importante
# El más fuerte: se pueden perder datos o dinero.
callout-alert = Advertencia
# Un consejo o algo que ha salido bien.
callout-success = Conviene saber
# Una observación al margen.
callout-info = Nota

## Bloques de una guía

# $number: 1, 2, 3…
step = Paso { $number }
# Una pestaña para la que el autor no escribió ningún nombre.
tab-untitled = Sin título
# Resumen de un desplegable para el que el autor no escribió ningún título.
details-untitled = Detalles
# Una pregunta que el autor dejó vacía.
faq-untitled = Pregunta
# Enlace que abre una llamada en la consola de la API.
api-open = Abrir en la consola de la API
# Título del recuadro que muestra el camino en el área de cliente.
control-panel-title = En su área de cliente
# Enlace de una tarjeta que lleva a un vídeo.
video-open = Ver el vídeo
# Título encima de las notas al pie (solo se lee en voz alta).
footnotes-title = Notas al pie
footnote-back = Volver al texto
# Se lee en lugar del botón «…» del área de cliente.
icon-ellipsis = Más acciones
# $name: nombre de archivo o descripción de una imagen que no se pudo encontrar.
image-missing = Falta la imagen: { $name }
# Se lee en las imágenes que se abren a tamaño completo.
image-enlarge = Ampliar la imagen
# Se muestra cuando el puntero se detiene en un enlace cuyo destino falta.
dead-link = Esta página todavía no existe
carousel-label = Imágenes
# Nombre leído en voz alta de una tabla que se puede desplazar lateralmente.
table-label = Tabla

## Tablas de parámetros de los servidores de correo

# $service: nombre del servicio de correo, como «Email Pro».
settings-caption = Parámetros para { $service }
settings-server-type = Tipo de servidor
settings-server-name = Nombre del servidor
settings-protocol = Protocolo
settings-port = Puerto
settings-security = Seguridad
settings-direction-incoming = Entrante
settings-direction-outgoing = Saliente
# Nombres tal como los muestran los programas de correo; normalmente no se traducen.
security-tls = SSL/TLS
security-starttls = STARTTLS
security-none = Ninguna
