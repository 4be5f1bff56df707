### Files that hold the settings of a mail service, below a table of settings.

# What unfolds. $service: name of the mail service, such as “Email Pro”.
setup-title = Configurar este dispositivo: { $service }
# Below it.
setup-text = Estes ficheiros contêm as definições da tabela, para que não tenha de as escrever. Não incluem nenhuma palavra-passe.
# Heading of the files for the reader’s own phone or computer.
setup-device = Para este dispositivo
# Heading of the files for whoever runs the domain of the addresses, such as example.com.
setup-domain = Para o seu próprio domínio
# Button where a value such as the server number is not known yet; leads to its field.
setup-first = Indique primeiro o seu valor
# The label of a field.
setup-address = O seu endereço de e-mail
# Below that field.
setup-address-note = Serve apenas para os ficheiros criados nesta página; não é guardado nem enviado. O código QR precisa dele.
setup-apple = Perfil para iPhone, iPad e Mac
setup-apple-note = Abra o ficheiro no dispositivo e autorize o perfil nas definições. O dispositivo pede o que falta, como a palavra-passe, e avisa que o perfil não está assinado.
# After the note above, where a server uses STARTTLS.
setup-apple-starttls = Os perfis não sabem dizer STARTTLS: este pede uma ligação encriptada e o dispositivo descobre qual.
setup-qr = Código QR para o Thunderbird no Android
setup-qr-note = Leia-o com o Thunderbird, onde se importam contas. Outras aplicações não o conseguem ler.
# The description of the picture. $address: an e-mail address.
setup-qr-alt = Código QR com as definições de { $address }
setup-autoconfig = Autoconfig para o Thunderbird
setup-autoconfig-note = Coloque-o no servidor web do seu domínio, onde o Thunderbird o procura. O Thunderbird não o consegue abrir como ficheiro.
setup-autodiscover = Autodiscover para o Outlook
setup-autodiscover-note = Coloque-o no servidor web do seu domínio, onde as versões antigas do Outlook para Windows o procuram. As mais recentes nem sempre o fazem.
setup-dns = Registos para a zona DNS
setup-dns-note = Adicione-os à zona do seu domínio. Indicam servidores e portas, mas nenhum nome de utilizador.
setup-json = Definições em formato JSON
setup-json-note = Para os seus próprios programas.
# At the end.
setup-none = A aplicação Gmail não importa nenhum destes ficheiros: escreva nela as definições da tabela.
# Shown when a profile is installed.
setup-profile-text = Adiciona a sua conta { $service }. Não contém nenhuma palavra-passe; o dispositivo pede-a.
