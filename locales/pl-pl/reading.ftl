### Teksty elementów wokół strony: kolory, obrazy, kroki, odnośniki do nagłówków.
### Czyta się je lub słyszy w środku przewodnika: powinny być krótkie.

# Nazwa odczytywana na głos: wybór między jasnymi a ciemnymi kolorami w nagłówku strony.
theme = Kolory
# Trzy możliwości: tak jak w urządzeniu, zawsze jasne, zawsze ciemne.
theme-auto = Automatyczne
theme-light = Jasne
theme-dark = Ciemne
# Przycisk, który zamyka menu lub obraz.
close = Zamknij
# Odczytywana nazwa małego znaku „#” obok nagłówka, odnośnika do tej właśnie sekcji. $heading: tekst nagłówka.
heading-link = Odnośnik do sekcji: { $heading }
# Nazwa pola obok kroku, zaznaczanego po jego wykonaniu.
step-done = Zrobione
# Odczytywana nazwa powiększonego obrazu bez opisu.
picture = Obraz
