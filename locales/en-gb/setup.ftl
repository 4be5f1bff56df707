### Files that hold the settings of a mail service, below a table of settings.

# What unfolds. $service: name of the mail service, such as “Email Pro”.
setup-title = Set up this device: { $service }
# Below it.
setup-text = These files hold the settings of the table, so that nobody has to type them. No password is in them.
# Heading of the files for the reader’s own phone or computer.
setup-device = For this device
# Heading of the files for whoever runs the domain of the addresses, such as example.com.
setup-domain = For your own domain
# Button where a value such as the server number is not known yet; leads to its field.
setup-first = Enter your value first
# The label of a field.
setup-address = Your e-mail address
# Below that field.
setup-address-note = It only goes into the files that are made on this page; it is neither stored nor sent. The QR code needs it.
setup-apple = Profile for iPhone, iPad and Mac
setup-apple-note = Open the file on the device and allow the profile in its settings. The device asks for what is missing, such as the password, and says that the profile is not signed.
# After the note above, where a server uses STARTTLS.
setup-apple-starttls = Profiles have no word for STARTTLS: this one asks for encryption, and the device finds out which kind.
setup-qr = QR code for Thunderbird on Android
setup-qr-note = Scan it with Thunderbird where it imports accounts. Other apps cannot read it.
# The description of the picture. $address: an e-mail address.
setup-qr-alt = QR code with the settings for { $address }
setup-autoconfig = Autoconfig for Thunderbird
setup-autoconfig-note = Put it on the web server of your domain, where Thunderbird looks for it. Thunderbird cannot open it as a file.
setup-autodiscover = Autodiscover for Outlook
setup-autodiscover-note = Put it on the web server of your domain, where older versions of Outlook for Windows look for it. Newer ones may not.
setup-dns = Records for the DNS zone
setup-dns-note = Add them to the zone of your domain. They name servers and ports, but no user name.
setup-json = Settings as JSON
setup-json-note = For programs of your own.
# At the end.
setup-none = The Gmail app imports none of these files: type the values of the table there.
# Shown when a profile is installed.
setup-profile-text = Adds your { $service } account. It holds no password; the device asks for it.
