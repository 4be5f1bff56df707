### Files that hold the settings of a mail service, below a table of settings.

# What unfolds. $service: name of the mail service, such as “Email Pro”.
setup-title = Configura questo dispositivo: { $service }
# Below it.
setup-text = Questi file contengono le impostazioni della tabella, così non serve digitarle. Non contengono alcuna password.
# Heading of the files for the reader’s own phone or computer.
setup-device = Per questo dispositivo
# Heading of the files for whoever runs the domain of the addresses, such as example.com.
setup-domain = Per il proprio dominio
# Button where a value such as the server number is not known yet; leads to its field.
setup-first = Inserire prima il proprio valore
# The label of a field.
setup-address = Indirizzo email
# Below that field.
setup-address-note = Viene usato solo nei file creati in questa pagina; non viene né salvato né inviato. Il codice QR ne ha bisogno.
setup-apple = Profilo per iPhone, iPad e Mac
setup-apple-note = Aprire il file sul dispositivo e consentire il profilo nelle impostazioni. Il dispositivo chiede ciò che manca, come la password, e avvisa che il profilo non è firmato.
# After the note above, where a server uses STARTTLS.
setup-apple-starttls = I profili non sanno dire STARTTLS: questo chiede una connessione cifrata e il dispositivo scopre quale.
setup-qr = Codice QR per Thunderbird su Android
setup-qr-note = Scansionarlo con Thunderbird, dove si importano gli account. Le altre app non sanno leggerlo.
# The description of the picture. $address: an e-mail address.
setup-qr-alt = Codice QR con le impostazioni di { $address }
setup-autoconfig = Autoconfig per Thunderbird
setup-autoconfig-note = Va messo sul server web del proprio dominio, dove Thunderbird lo cerca. Thunderbird non può aprirlo come file.
setup-autodiscover = Autodiscover per Outlook
setup-autodiscover-note = Va messo sul server web del proprio dominio, dove lo cercano le versioni meno recenti di Outlook per Windows. Quelle nuove non sempre lo fanno.
setup-dns = Record per la zona DNS
setup-dns-note = Vanno aggiunti alla zona del proprio dominio. Indicano server e porte, ma nessun nome utente.
setup-json = Impostazioni in formato JSON
setup-json-note = Per i propri programmi.
# At the end.
setup-none = L’app Gmail non importa nessuno di questi file: lì vanno digitate le impostazioni della tabella.
# Shown when a profile is installed.
setup-profile-text = Aggiunge l’account { $service }. Non contiene alcuna password: la chiede il dispositivo.
