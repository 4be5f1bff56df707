### La búsqueda y el índice alfabético.

# Botón de la cabecera que abre la búsqueda, y nombre de su ventana. Una palabra.
search = Buscar
# Dentro del campo de búsqueda vacío.
search-label = Buscar en las guías
# Nombre que se lee en voz alta del botón que cierra la búsqueda.
search-close = Cerrar la búsqueda
# Después de una búsqueda. $count: cuántas guías se han encontrado.
search-count = Guías encontradas: { $count }
# Cuando no se ha encontrado nada. $query: lo que se ha escrito.
search-none = No hay resultados para «{ $query }». Pruebe con menos palabras o con otras.
# Cuando no se puede cargar la búsqueda.
search-failed = La búsqueda no funciona en este momento. La lista de todas las guías sí.
# Debajo de los resultados: muestra más.
search-more = Mostrar más
# Junto a un resultado en otro idioma. $language: nombre de ese idioma.
search-language = Idioma: { $language }
# Al final de la búsqueda: lleva al índice alfabético.
search-alphabet = Todas las guías de la A a la Z
# Título del índice alfabético.
alphabet-title = Guías de la A a la Z
# Debajo de ese título.
alphabet-text = Todas las páginas en este idioma, por orden alfabético.
# Nombre que se lee en voz alta de la lista de letras.
alphabet-letters = Letras
