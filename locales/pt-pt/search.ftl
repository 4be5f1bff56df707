### A pesquisa e o índice alfabético.

# Botão do cabeçalho que abre a pesquisa, e nome da sua janela. Uma palavra.
search = Pesquisar
# No campo de pesquisa vazio.
search-label = Pesquisar nos guias
# Nome lido em voz alta do botão que fecha a pesquisa.
search-close = Fechar a pesquisa
# Depois de uma pesquisa. $count: quantos guias foram encontrados.
search-count = Guias encontrados: { $count }
# Quando nada foi encontrado. $query: o que foi escrito.
search-none = Nada encontrado para «{ $query }». Tente com menos palavras ou com outras.
# Quando não é possível carregar a pesquisa.
search-failed = A pesquisa não funciona neste momento. A lista de todos os guias está disponível.
# Por baixo dos resultados: mostra mais.
search-more = Mostrar mais
# Ao lado de um resultado noutra língua. $language: nome dessa língua.
search-language = Idioma: { $language }
# No fim da pesquisa: leva ao índice alfabético.
search-alphabet = Todos os guias de A a Z
# Título do índice alfabético.
alphabet-title = Guias de A a Z
# Por baixo desse título.
alphabet-text = Todas as páginas neste idioma, por ordem alfabética.
# Nome lido em voz alta da lista de letras.
alphabet-letters = Letras
