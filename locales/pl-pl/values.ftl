### Wartości wpisywane przez czytelnika, wartości z linku i przyciski kopiowania.

# Przycisk: kopiuje adres tej strony razem z wartościami czytelnika.
panel-share = Kopiuj link z moimi wartościami
# Gdy potrzebna jest wartość, która nie jest jeszcze znana, dla przycisku albo do skopiowania nazwy serwera; pole otrzymuje kursor.
value-missing = Najpierw należy wpisać tę wartość.
# Dalej stoi, co można wpisać, na przykład „liczba całkowita od 1 do 99”.
value-refused = Ta wartość nie pasuje. Dozwolone:
# Po wpisaniu wartości. Jest zapisana w przeglądarce.
values-shown = Zapisano. Wszystkie przewodniki pokazują teraz te wartości.
# To samo, gdy przeglądarka niczego nie zapisuje.
values-shown-here = Widoczne na tej stronie. Przeglądarka nie zapisuje wartości dla innych stron.
# Po usunięciu zapisanych wartości.
values-forgotten = Wartości usunięto z tej przeglądarki.
# Po użyciu przycisku „Kopiuj link z moimi wartościami”.
values-shared = Link skopiowano.
# Odczytywana nazwa paska, który pojawia się, gdy adres strony zawiera wartości.
link-title = Wartości z linku
# Tekst tego paska.
link-text = Ta strona pokazuje wartości z linku:
# Przycisk: zapisuje wartości z linku jako własne.
link-keep = Zachowaj
# Przycisk: wraca do własnych wartości.
link-mine = Użyj moich
# Po tym przycisku. Własnych wartości może nie być.
link-left = Wartości z odnośnika nie są już pokazywane.
# Gdy odnośnik zawiera niemożliwą wartość, na przykład 777 zamiast liczby od 1 do 99.
link-refused = Ten odnośnik zawiera wartość, która nie pasuje. Nie zostanie użyta.
# Odczytywana nazwa przycisku. $value: „pro3.mail.ovh.net” lub „993”.
copy-value = Kopiuj { $value }
# Odczytywane po skopiowaniu.
copied-value = Skopiowano: { $value }
# Odczytywana nazwa przycisku przy bloku kodu.
copy-code = Kopiuj kod
# Odczytywane po skopiowaniu.
copied-code = Kod skopiowano.
# Przeglądarka odmówiła kopiowania.
copy-failed = Nie udało się skopiować. Proszę zaznaczyć tekst i go skopiować.
