### Textos dos controlos à volta de uma página: cores, imagens, passos, ligações aos títulos.
### Leem-se ou ouvem-se no meio de um guia: devem ser curtos.

# Nome lido em voz alta da escolha entre cores claras e escuras, no cabeçalho.
theme = Cores
# As três opções: como o dispositivo, sempre claras, sempre escuras.
theme-auto = Automáticas
theme-light = Claras
theme-dark = Escuras
# Botão que fecha um menu ou uma imagem.
close = Fechar
# Nome lido em voz alta do pequeno «#» ao lado de um título, ligação a essa mesma secção. $heading: o texto do título.
heading-link = Ligação para a secção: { $heading }
# Nome da caixa ao lado de um passo, que se assinala quando está feito.
step-done = Feito
# Nome lido em voz alta de uma imagem ampliada sem descrição.
picture = Imagem
