### Textos do tema e do que o programa escreve nas páginas.
### Os identificadores são fixos. Conserve o que está entre chavetas: `{ $name }` é preenchido pelo programa.
### Escreva como falaria com um cliente: breve, cortês, sem jargão.
### Aspas angulares sem espaço interior: «assim».

## À volta de cada página

# Oculto até o teclado lá chegar: salta o cabeçalho e o menu.
skip-to-content = Saltar para o conteúdo
# Abre o menu da secção num telemóvel.
menu = Menu
# Nome lido em voz alta do menu ao lado de um guia.
section-navigation = Guias desta secção
# Nome lido em voz alta do caminho por cima do título (Início > E-mail > …).
breadcrumbs = Está aqui
# Título da lista das secções da própria página.
on-this-page = Nesta página
# Lido antes do nome do idioma atual no cabeçalho.
languages = Idioma
# Entre o nome de uma coisa e o que ele designa; lido em voz alta, seguido de um espaço.
label-end = :
# Na primeira página do site e como ligação no rodapé.
choose-language = Escolha o seu idioma
# Primeira entrada do caminho por cima do título.
home = Início
# Por baixo de uma lista abreviada de guias; conduz à lista completa.
all-guides = Todos os guias
# Junto a um guia ou idioma sem tradução. Muito breve.
untranslated-badge = não traduzido
# Número de guias numa secção.
guide-count = { $count ->
    [one] { $count } guia
    [many] { $count } guias
   *[other] { $count } guias
}
# Texto em letra pequena no fim de cada página.
footer-text = O que introduzir nestas páginas fica no seu navegador.

## Por baixo de um guia

# $date: a data, por extenso no idioma do leitor.
last-updated = Última atualização: { $date }
# Conduz à fonte do guia, onde se pode propor uma correção.
edit-page = Sugerir uma alteração
# Nome lido em voz alta das duas ligações seguintes.
pager = Guia anterior e seguinte
previous = Anterior
next = Seguinte

## Página não encontrada (404)

not-found-title = Esta página não existe
not-found-text = O endereço pode conter um erro, ou o guia pode ter sido movido.
not-found-home = Ir para a página inicial
# Título da lista de idiomas nesta página.
other-languages = Outros idiomas

## Avisos por cima de um guia

# $asked, $given: nomes de idiomas no idioma do leitor, como «polaco».
# «em { $asked }» serve para todos os nomes de idiomas em português.
fallback-notice = Este guia ainda não está disponível em { $asked }; é apresentado em { $given }.
machine-translated = Este guia foi traduzido automaticamente. O texto e os nomes dos botões podem diferir do que vê no ecrã.
# Menções sob uma tradução; «reviewed»: uma pessoa reviu o que uma máquina traduziu.
translated-human = Tradução humana
translated-reviewed = Tradução automática revista por uma pessoa
stale-notice = As passagens assinaladas ao lado são mais antigas do que o original.
behind-notice = As passagens no idioma do original foram aí alteradas depois de traduzidas, ou ainda não estão traduzidas.
stale-original = Ler o original

## O painel em que os leitores introduzem os seus próprios valores

# Título do painel.
panel-title = Adapte este guia ao seu serviço
# Apresentado em vez do campo quando os scripts estão desativados.
# «?» é a marca que representa o valor desconhecido no texto.
panel-without-scripts = Onde quer que veja uma marca realçada, como «?», coloque o seu próprio valor no lugar dela.
# Botão: coloca o valor em toda a página.
panel-apply = Mostrar os meus valores
# Botão: remove deste navegador os valores guardados.
panel-forget = Esquecer os meus valores
# Nome do campo para o número em pro?.mail.ovh.net.
parameter-server = Número do seu servidor
# Onde encontrar esse número. Nomes dos menus como na Área de Cliente.
find-server-number = Encontra este número na sua Área de Cliente: abra o serviço e depois «Informações gerais». Faz parte do nome do servidor na caixa «Ligação».
# O que se pode introduzir, apresentado por baixo do campo. $min, $max: números inteiros.
parameter-allowed-integer = um número inteiro de { $min } a { $max }
# $choices: uma lista já composta, como «eu, ca ou us».
parameter-allowed-choice = um destes valores: { $choices }
parameter-allowed-domain = um nome de domínio, por exemplo example.com
parameter-allowed-email = um endereço de e-mail, por exemplo nome@example.com
parameter-allowed-pattern = exatamente como é apresentado na sua Área de Cliente

## Destaques: o título por cima do texto, quando o autor não deu nenhum

# Informação geral.
callout-primary = Informação
# Algo que o leitor tem de saber antes de prosseguir.
callout-warning = Importante
# O mais forte: podem perder-se dados ou dinheiro.
callout-alert = Atenção
# Uma sugestão, ou algo que correu bem.
callout-success = Convém saber
# Uma observação à parte.
callout-info = Nota

## Blocos de um guia

# $number: 1, 2, 3…
step = Passo { $number }
# Um separador para o qual o autor não escreveu nome.
tab-untitled = Sem título
# Resumo de um bloco recolhível ao qual o autor não deu título.
details-untitled = Detalhes
# Uma pergunta que o autor deixou vazia.
faq-untitled = Pergunta
# Ligação que abre uma chamada na consola da API.
api-open = Abrir na consola da API
# Título da caixa que mostra o caminho na Área de Cliente.
control-panel-title = Na sua Área de Cliente
# Ligação num cartão que conduz a um vídeo.
video-open = Ver o vídeo
# Título por cima das notas de rodapé (apenas lido em voz alta).
footnotes-title = Notas de rodapé
footnote-back = Voltar ao texto
# Lido em vez do botão «…» da Área de Cliente.
icon-ellipsis = Mais ações
# $name: nome do ficheiro ou descrição de uma imagem que não foi encontrada.
image-missing = Imagem em falta: { $name }
# Lido nas imagens que se abrem em tamanho real.
image-enlarge = Ampliar imagem
# Apresentado quando o ponteiro para sobre uma ligação cujo destino falta.
dead-link = Esta página ainda não existe
carousel-label = Imagens
# Nome lido em voz alta de uma tabela que se pode deslocar lateralmente.
table-label = Tabela

## Tabelas de definições dos servidores de correio

# $service: nome do serviço de correio, como «E-mail Pro».
settings-caption = Definições de { $service }
settings-server-type = Tipo de servidor
settings-server-name = Nome do servidor
settings-protocol = Protocolo
settings-port = Porta
settings-security = Tipo de segurança
settings-direction-incoming = De entrada
settings-direction-outgoing = De saída
# Nomes tal como os programas de correio os mostram; em regra, não se traduzem.
security-tls = SSL/TLS
security-starttls = STARTTLS
security-none = Nenhum
