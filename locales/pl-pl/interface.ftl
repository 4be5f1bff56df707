### Teksty motywu oraz to, co program wpisuje na strony.
### Identyfikatory są stałe. To, co stoi w nawiasach klamrowych, pozostaje bez zmian: `{ $name }` wypełnia program.
### Styl jak w rozmowie z klientem: krótko, uprzejmie, bez żargonu, w formie bezosobowej.
### Dopełniacz po liczbach: 1 przewodnik, 2 przewodniki, 5 przewodników.

## Wokół każdej strony

# Ukryte, dopóki nie dotrze tam klawiatura: przeskakuje nagłówek i menu.
skip-to-content = Przejdź do treści
# Otwiera menu działu na telefonie.
menu = Menu
# Odczytywana na głos nazwa menu obok przewodnika.
section-navigation = Przewodniki w tym dziale
# Odczytywana na głos nazwa ścieżki nad tytułem (Strona główna > E-mail > …).
breadcrumbs = Bieżące położenie
# Nagłówek listy sekcji danej strony.
on-this-page = Na tej stronie
# Odczytywane przed nazwą bieżącego języka w nagłówku.
languages = Język
# Między nazwą rzeczy a tym, co ona oznacza; odczytywane, po nim następuje spacja.
label-end = :
# Na pierwszej stronie witryny i jako link w stopce.
choose-language = Wybierz język
# Pierwsza pozycja ścieżki nad tytułem.
home = Strona główna
# Pod skróconą listą przewodników; prowadzi do pełnej listy.
all-guides = Wszystkie przewodniki
# Obok przewodnika lub języka bez tłumaczenia. Bardzo krótko.
untranslated-badge = nieprzetłumaczone
# Liczba przewodników w dziale.
guide-count = { $count ->
    [one] { $count } przewodnik
    [few] { $count } przewodniki
    [many] { $count } przewodników
   *[other] { $count } przewodnika
}
# Drobny druk na końcu każdej strony.
footer-text = Dane wpisane na tych stronach pozostają w przeglądarce.

## Pod przewodnikiem

# $date: data zapisana słownie w języku czytelnika.
last-updated = Ostatnia aktualizacja: { $date }
# Prowadzi do źródła przewodnika, gdzie można zaproponować poprawkę.
edit-page = Zaproponuj zmianę
# Odczytywana na głos nazwa dwóch poniższych linków.
pager = Poprzedni i następny przewodnik
previous = Poprzedni
next = Następny

## Nie znaleziono strony (404)

not-found-title = Ta strona nie istnieje
not-found-text = Adres może zawierać błąd albo przewodnik został przeniesiony.
not-found-home = Przejdź do strony głównej
# Nagłówek listy języków na tej stronie.
other-languages = Inne języki

## Informacje nad przewodnikiem

# $asked, $given: nazwy języków w języku czytelnika, na przykład „polski”.
# Nazwy stoją w mianowniku po dwukropku, ponieważ program nie może ich odmienić.
fallback-notice = Ten przewodnik nie jest jeszcze dostępny w wybranym języku ({ $asked }). Język wyświetlanej wersji: { $given }.
machine-translated = Ten przewodnik został przetłumaczony maszynowo. Sformułowania i nazwy przycisków mogą się różnić od tych na ekranie.
# Informacje pod tłumaczeniem; „reviewed”: człowiek sprawdził to, co przetłumaczyła maszyna.
translated-human = Tłumaczenie wykonane przez człowieka
translated-reviewed = Tłumaczenie maszynowe sprawdzone przez człowieka
stale-notice = Fragmenty zaznaczone z boku są starsze niż oryginał.
behind-notice = Fragmenty w języku oryginału zmieniły się w nim po przetłumaczeniu albo nie są jeszcze przetłumaczone.
stale-original = Przejdź do oryginału

## Panel, w którym czytelnicy wpisują własne wartości

# Nagłówek panelu.
panel-title = Dopasowanie przewodnika do własnej usługi
# Wyświetlane zamiast pola, gdy skrypty są wyłączone.
# „?” to znak, który w tekście zastępuje nieznaną wartość.
panel-without-scripts = Wszędzie, gdzie widnieje wyróżniony znak, na przykład „?”, należy wstawić własną wartość.
# Przycisk: wstawia wartość na całej stronie.
panel-apply = Pokaż moje wartości
# Przycisk: usuwa zapisane wartości z tej przeglądarki.
panel-forget = Usuń moje wartości
# Nazwa pola na numer w pro?.mail.ovh.net.
parameter-server = Numer serwera
# Gdzie znaleźć ten numer. Nazwy menu jak w panelu klienta.
find-server-number = Numer ten znajduje się w panelu klienta: należy otworzyć usługę, a następnie „Informacje ogólne”. Jest częścią nazwy serwera w ramce „Połączenie”.
# Co można wpisać, wyświetlane pod polem. $min, $max: liczby całkowite.
parameter-allowed-integer = liczba całkowita od { $min } do { $max }
# $choices: gotowa, połączona lista, na przykład „eu, ca lub us”.
parameter-allowed-choice = jedna z wartości: { $choices }
parameter-allowed-domain = nazwa domeny, na przykład example.com
parameter-allowed-email = adres e-mail, na przykład nazwa@example.com
parameter-allowed-pattern = dokładnie tak, jak w panelu klienta

## Ramki: tytuł nad tekstem, gdy autor nie podał żadnego

# Informacja ogólna.
callout-primary = Informacja
# Coś, co czytelnik musi wiedzieć, zanim przejdzie dalej.
callout-warning = Ważne
# Najsilniejsze: możliwa utrata danych lub pieniędzy.
callout-alert = Ostrzeżenie
# Wskazówka lub coś, co się udało.
callout-success = Warto wiedzieć
# Uwaga na marginesie.
callout-info = Uwaga

## Bloki w przewodniku

# $number: 1, 2, 3…
step = Krok { $number }
# Karta, dla której autor nie podał nazwy.
tab-untitled = Bez nazwy
# Podsumowanie zwijanego bloku, dla którego autor nie podał tytułu.
details-untitled = Szczegóły
# Pytanie, które autor pozostawił puste.
faq-untitled = Pytanie
# Link otwierający wywołanie w konsoli API.
api-open = Otwórz w konsoli API
# Nagłówek ramki, która pokazuje drogę w panelu klienta.
control-panel-title = W panelu klienta
# Link na karcie prowadzącej do filmu.
video-open = Obejrzyj film
# Nagłówek nad przypisami (tylko odczytywany).
footnotes-title = Przypisy
footnote-back = Powrót do tekstu
# Odczytywane zamiast przycisku „…” panelu klienta.
icon-ellipsis = Więcej działań
# $name: nazwa pliku lub opis obrazu, którego nie znaleziono.
image-missing = Brak obrazu: { $name }
# Odczytywane przy obrazach, które otwierają się w pełnym rozmiarze.
image-enlarge = Powiększ obraz
# Wyświetlane, gdy wskaźnik zatrzyma się na linku bez celu.
dead-link = Ta strona jeszcze nie istnieje
carousel-label = Obrazy
# Odczytywana nazwa tabeli, którą można przewijać w bok.
table-label = Tabela

## Tabele ustawień serwerów pocztowych

# $service: nazwa usługi pocztowej, na przykład „E-mail Pro”.
settings-caption = Ustawienia: { $service }
settings-server-type = Typ serwera
settings-server-name = Nazwa serwera
settings-protocol = Protokół
settings-port = Port
settings-security = Typ zabezpieczenia
settings-direction-incoming = Serwer poczty przychodzącej
settings-direction-outgoing = Serwer poczty wychodzącej
# Nazwy takie, jakie pokazują programy pocztowe; zwykle się ich nie tłumaczy.
security-tls = SSL/TLS
security-starttls = STARTTLS
security-none = Brak
