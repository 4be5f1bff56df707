### Wyszukiwarka i indeks alfabetyczny.

# Przycisk w nagłówku, który otwiera wyszukiwarkę, i nazwa jej okna. Jedno słowo.
search = Szukaj
# W pustym polu wyszukiwania.
search-label = Szukaj w przewodnikach
# Odczytywana na głos nazwa przycisku, który zamyka wyszukiwarkę.
search-close = Zamknij wyszukiwarkę
# Po wyszukaniu. $count: ile przewodników znaleziono.
search-count = Znalezione przewodniki: { $count }
# Gdy nic nie znaleziono. $query: co wpisano.
search-none = Brak wyników dla „{ $query }”. Spróbuj użyć mniejszej liczby słów albo innych.
# Gdy nie można wczytać wyszukiwarki.
search-failed = Wyszukiwarka w tej chwili nie działa. Lista wszystkich przewodników jest dostępna.
# Pod wynikami: pokazuje następne.
search-more = Pokaż więcej
# Obok wyniku w innym języku. $language: nazwa tego języka.
search-language = Język: { $language }
# Na końcu wyszukiwarki: prowadzi do indeksu alfabetycznego.
search-alphabet = Wszystkie przewodniki od A do Z
# Tytuł indeksu alfabetycznego.
alphabet-title = Przewodniki od A do Z
# Pod tym tytułem.
alphabet-text = Wszystkie strony w tym języku, w porządku alfabetycznym.
# Odczytywana na głos nazwa listy liter.
alphabet-letters = Litery
