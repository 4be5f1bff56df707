### Files that hold the settings of a mail service, below a table of settings.

# What unfolds. $service: name of the mail service, such as “Email Pro”.
setup-title = Skonfiguruj to urządzenie: { $service }
# Below it.
setup-text = Te pliki zawierają ustawienia z tabeli, więc nie trzeba ich przepisywać. Nie ma w nich żadnego hasła.
# Heading of the files for the reader’s own phone or computer.
setup-device = Dla tego urządzenia
# Heading of the files for whoever runs the domain of the addresses, such as example.com.
setup-domain = Dla własnej domeny
# Button where a value such as the server number is not known yet; leads to its field.
setup-first = Najpierw należy podać wartość
# The label of a field.
setup-address = Adres e-mail
# Below that field.
setup-address-note = Trafia tylko do plików tworzonych na tej stronie; nie jest zapisywany ani wysyłany. Wymaga go kod QR.
setup-apple = Profil dla iPhone’a, iPada i Maca
setup-apple-note = Należy otworzyć plik na urządzeniu i zezwolić na profil w jego ustawieniach. Urządzenie zapyta o to, czego brakuje, na przykład o hasło, i poinformuje, że profil nie jest podpisany.
# After the note above, where a server uses STARTTLS.
setup-apple-starttls = Profile nie mają słowa na STARTTLS: ten wymaga połączenia szyfrowanego, a urządzenie samo ustala, jakiego.
setup-qr = Kod QR dla Thunderbirda na Androida
setup-qr-note = Należy zeskanować go w Thunderbirdzie, tam, gdzie importuje się konta. Inne aplikacje go nie odczytają.
# The description of the picture. $address: an e-mail address.
setup-qr-alt = Kod QR z ustawieniami dla { $address }
setup-autoconfig = Autoconfig dla Thunderbirda
setup-autoconfig-note = Należy umieścić go na serwerze WWW własnej domeny, gdzie szuka go Thunderbird. Thunderbird nie może otworzyć go jako pliku.
setup-autodiscover = Autodiscover dla Outlooka
setup-autodiscover-note = Należy umieścić go na serwerze WWW własnej domeny, gdzie szukają go starsze wersje Outlooka dla Windows. Nowsze nie zawsze to robią.
setup-dns = Rekordy do strefy DNS
setup-dns-note = Należy dodać je do strefy własnej domeny. Podają serwery i porty, ale nie nazwę użytkownika.
setup-json = Ustawienia w formacie JSON
setup-json-note = Dla własnych programów.
# At the end.
setup-none = Aplikacja Gmail nie importuje żadnego z tych plików: należy w niej wpisać ustawienia z tabeli.
# Shown when a profile is installed.
setup-profile-text = Dodaje konto { $service }. Nie zawiera hasła; urządzenie o nie zapyta.
