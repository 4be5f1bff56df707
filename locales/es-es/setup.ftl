### Files that hold the settings of a mail service, below a table of settings.

# What unfolds. $service: name of the mail service, such as “Email Pro”.
setup-title = Configurar este dispositivo: { $service }
# Below it.
setup-text = Estos archivos contienen los ajustes de la tabla, para que no tenga que escribirlos. No incluyen ninguna contraseña.
# Heading of the files for the reader’s own phone or computer.
setup-device = Para este dispositivo
# Heading of the files for whoever runs the domain of the addresses, such as example.com.
setup-domain = Para su propio dominio
# Button where a value such as the server number is not known yet; leads to its field.
setup-first = Indique primero su valor
# The label of a field.
setup-address = Su dirección de correo electrónico
# Below that field.
setup-address-note = Solo se usa en los archivos que se crean en esta página; no se guarda ni se envía. El código QR la necesita.
setup-apple = Perfil para iPhone, iPad y Mac
setup-apple-note = Abra el archivo en el dispositivo y permita el perfil en sus ajustes. El dispositivo pide lo que falta, como la contraseña, y avisa de que el perfil no está firmado.
# After the note above, where a server uses STARTTLS.
setup-apple-starttls = Los perfiles no saben decir STARTTLS: este pide una conexión cifrada y el dispositivo averigua cuál.
setup-qr = Código QR para Thunderbird en Android
setup-qr-note = Escanéelo con Thunderbird, en el lugar donde importa cuentas. Otras aplicaciones no lo entienden.
# The description of the picture. $address: an e-mail address.
setup-qr-alt = Código QR con los ajustes de { $address }
setup-autoconfig = Autoconfig para Thunderbird
setup-autoconfig-note = Colóquelo en el servidor web de su dominio, donde Thunderbird lo busca. Thunderbird no puede abrirlo como archivo.
setup-autodiscover = Autodiscover para Outlook
setup-autodiscover-note = Colóquelo en el servidor web de su dominio, donde lo buscan las versiones antiguas de Outlook para Windows. Las más recientes no siempre lo hacen.
setup-dns = Registros para la zona DNS
setup-dns-note = Añádalos a la zona de su dominio. Indican servidores y puertos, pero ningún nombre de usuario.
setup-json = Ajustes en formato JSON
setup-json-note = Para sus propios programas.
# At the end.
setup-none = La aplicación Gmail no importa ninguno de estos archivos: escriba en ella los ajustes de la tabla.
# Shown when a profile is installed.
setup-profile-text = Añade su cuenta de { $service }. No contiene ninguna contraseña; el dispositivo la pide.
