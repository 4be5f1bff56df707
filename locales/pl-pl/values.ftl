### Wartości wpisywane przez czytelnika, wartości z linku i przyciski kopiowania.

# Przycisk: kopiuje adres tej strony razem z wartościami czytelnika.
panel-share = Kopiuj link z moimi wartościami
# Gdy ma zostać skopiowana nazwa serwera, którego numer nie jest jeszcze znany; pole otrzymuje kursor.
value-missing = Najpierw należy wpisać tę wartość; wtedy nazwa będzie pełna i da się ją skopiować.
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
