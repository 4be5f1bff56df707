### Files that hold the settings of a mail service, below a table of settings.

# What unfolds. $service: name of the mail service, such as “Email Pro”.
setup-title = Dieses Gerät einrichten: { $service }
# Below it.
setup-text = Diese Dateien enthalten die Einstellungen der Tabelle, damit Sie nichts abtippen müssen. Ein Passwort steht nicht darin.
# Heading of the files for the reader’s own phone or computer.
setup-device = Für dieses Gerät
# Heading of the files for whoever runs the domain of the addresses, such as example.com.
setup-domain = Für Ihre eigene Domain
# Button where a value such as the server number is not known yet; leads to its field.
setup-first = Geben Sie zuerst Ihren Wert ein
# The label of a field.
setup-address = Ihre E-Mail-Adresse
# Below that field.
setup-address-note = Sie kommt nur in die Dateien, die auf dieser Seite entstehen; sie wird weder gespeichert noch gesendet. Der QR-Code braucht sie.
setup-apple = Profil für iPhone, iPad und Mac
setup-apple-note = Öffnen Sie die Datei auf dem Gerät und erlauben Sie das Profil in seinen Einstellungen. Das Gerät fragt nach dem, was fehlt, etwa dem Passwort, und meldet, dass das Profil nicht signiert ist.
# After the note above, where a server uses STARTTLS.
setup-apple-starttls = Profile haben kein Wort für STARTTLS: Dieses verlangt eine verschlüsselte Verbindung, und das Gerät findet heraus, welche.
setup-qr = QR-Code für Thunderbird auf Android
setup-qr-note = Scannen Sie ihn mit Thunderbird, dort, wo es Konten importiert. Andere Apps können ihn nicht lesen.
# The description of the picture. $address: an e-mail address.
setup-qr-alt = QR-Code mit den Einstellungen für { $address }
setup-autoconfig = Autoconfig für Thunderbird
setup-autoconfig-note = Gehört auf den Webserver Ihrer Domain, wo Thunderbird danach sucht. Als Datei öffnen kann Thunderbird sie nicht.
setup-autodiscover = Autodiscover für Outlook
setup-autodiscover-note = Gehört auf den Webserver Ihrer Domain, wo ältere Versionen von Outlook für Windows danach suchen. Neuere tun das nicht immer.
setup-dns = Einträge für die DNS-Zone
setup-dns-note = Gehören in die Zone Ihrer Domain. Sie nennen Server und Ports, aber keinen Benutzernamen.
setup-json = Einstellungen als JSON
setup-json-note = Für eigene Programme.
# At the end.
setup-none = Die Gmail-App importiert keine dieser Dateien: Geben Sie dort ein, was in der Tabelle steht.
# Shown when a profile is installed.
setup-profile-text = Fügt Ihr Konto bei { $service } hinzu. Ein Passwort ist nicht enthalten; das Gerät fragt danach.
