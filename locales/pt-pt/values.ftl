### Valores que o leitor introduz, valores de uma ligação e botões que copiam.

# Botão: copia o endereço desta página com os valores do leitor.
panel-share = Copiar uma ligação com os meus valores
# Quando é preciso um valor que ainda é desconhecido, para o botão ou para copiar um servidor; o campo recebe o foco.
value-missing = Introduza primeiro este valor.
# Segue-se o que se pode introduzir, como «um número inteiro de 1 a 99».
value-refused = Este valor não serve. É permitido:
# Depois de introduzir um valor. Fica guardado no navegador.
values-shown = Guardado. Todos os guias mostram agora os seus valores.
# O mesmo quando o navegador não guarda nada.
values-shown-here = Apresentado nesta página. O seu navegador não guarda valores para outras páginas.
# Depois de remover os valores guardados.
values-forgotten = Os seus valores foram removidos deste navegador.
# Depois de «Copiar uma ligação com os meus valores».
values-shared = A ligação foi copiada.
# Nome lido em voz alta da barra que aparece quando o endereço da página contém valores.
link-title = Valores de uma ligação
# Texto dessa barra.
link-text = Esta página mostra valores de uma ligação:
# Botão: guardar os valores da ligação como próprios.
link-keep = Manter
# Botão: voltar aos valores próprios.
link-mine = Usar os meus
# Depois desse botão. Pode não haver valores próprios.
link-left = Os valores da ligação já não são mostrados.
# Quando uma ligação contém um valor impossível, por exemplo 777 em vez de 1 a 99.
link-refused = Esta ligação contém um valor que não serve. Não é utilizado.
# Nome lido em voz alta de um botão. $value: «pro3.mail.ovh.net» ou «993».
copy-value = Copiar { $value }
# Lido em voz alta depois de copiar.
copied-value = Copiado: { $value }
# Nome lido em voz alta do botão de um bloco de código.
copy-code = Copiar o código
# Lido em voz alta depois de copiar.
copied-code = O código foi copiado.
# O navegador recusou copiar.
copy-failed = Não foi possível copiar. Selecione o texto e copie-o.
