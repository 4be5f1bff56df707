### Files that hold the settings of a mail service, below a table of settings.

# What unfolds. $service: name of the mail service, such as “Email Pro”.
setup-title = Configurer cet appareil : { $service }
# Below it.
setup-text = Ces fichiers contiennent les réglages du tableau : vous n’avez rien à saisir. Aucun mot de passe n’y figure.
# Heading of the files for the reader’s own phone or computer.
setup-device = Pour cet appareil
# Heading of the files for whoever runs the domain of the addresses, such as example.com.
setup-domain = Pour votre propre domaine
# Button where a value such as the server number is not known yet; leads to its field.
setup-first = Indiquez d’abord votre valeur
# The label of a field.
setup-address = Votre adresse e-mail
# Below that field.
setup-address-note = Elle sert uniquement aux fichiers créés sur cette page ; elle n’est ni enregistrée ni envoyée. Le code QR en a besoin.
setup-apple = Profil pour iPhone, iPad et Mac
setup-apple-note = Ouvrez le fichier sur l’appareil, puis autorisez le profil dans ses réglages. L’appareil demande ce qui manque, comme le mot de passe, et signale que le profil n’est pas signé.
# After the note above, where a server uses STARTTLS.
setup-apple-starttls = Un profil ne sait pas dire STARTTLS : celui-ci demande une connexion chiffrée, et l’appareil trouve lui-même laquelle.
setup-qr = Code QR pour Thunderbird sur Android
setup-qr-note = Scannez-le avec Thunderbird, là où il importe des comptes. Les autres applications ne savent pas le lire.
# The description of the picture. $address: an e-mail address.
setup-qr-alt = Code QR avec les réglages de { $address }
setup-autoconfig = Autoconfig pour Thunderbird
setup-autoconfig-note = À placer sur le serveur web de votre domaine, où Thunderbird va le chercher. Thunderbird ne peut pas l’ouvrir comme un fichier.
setup-autodiscover = Autodiscover pour Outlook
setup-autodiscover-note = À placer sur le serveur web de votre domaine, où les anciennes versions d’Outlook pour Windows vont le chercher. Les plus récentes ne le font pas toujours.
setup-dns = Enregistrements pour la zone DNS
setup-dns-note = À ajouter à la zone de votre domaine. Ils indiquent serveurs et ports, mais aucun nom d’utilisateur.
setup-json = Réglages au format JSON
setup-json-note = Pour vos propres programmes.
# At the end.
setup-none = L’application Gmail n’importe aucun de ces fichiers : saisissez-y les réglages du tableau.
# Shown when a profile is installed.
setup-profile-text = Ajoute votre compte { $service }. Le profil ne contient aucun mot de passe ; l’appareil le demande.
