### Textos de los controles que rodean una página: colores, imágenes, pasos, enlaces a los títulos.
### Se leen o se oyen en medio de una guía: deben ser breves.

# Nombre hablado de la elección entre colores claros y oscuros, en la cabecera.
theme = Colores
# Las tres opciones: como el dispositivo, siempre claros, siempre oscuros.
theme-auto = Automáticos
theme-light = Claros
theme-dark = Oscuros
# Botón que cierra un menú o una imagen.
close = Cerrar
# Nombre hablado del pequeño «#» junto a un título, enlace a esa misma sección. $heading: el texto del título.
heading-link = Enlace a la sección: { $heading }
# Nombre de la casilla junto a un paso, que se marca cuando está hecho.
step-done = Hecho
# Nombre hablado de una imagen ampliada que no tiene descripción.
picture = Imagen
