### La ricerca e l’indice alfabetico.

# Pulsante dell’intestazione che apre la ricerca, e nome della sua finestra. Una parola.
search = Cerca
# Nel campo di ricerca vuoto.
search-label = Cerca nelle guide
# Nome letto ad alta voce del pulsante che chiude la ricerca.
search-close = Chiudi la ricerca
# Dopo una ricerca. $count: quante guide sono state trovate.
search-count = Guide trovate: { $count }
# Quando non si è trovato nulla. $query: ciò che è stato scritto.
search-none = Nessun risultato per “{ $query }”. Provare con meno parole o con altre.
# Quando la ricerca non può essere caricata.
search-failed = La ricerca non funziona in questo momento. L’elenco di tutte le guide è disponibile.
# Sotto i risultati: ne mostra altri.
search-more = Mostra altri
# Accanto a un risultato in un’altra lingua. $language: nome di quella lingua.
search-language = Lingua: { $language }
# Alla fine della ricerca: porta all’indice alfabetico.
search-alphabet = Tutte le guide dalla A alla Z
# Titolo dell’indice alfabetico.
alphabet-title = Guide dalla A alla Z
# Sotto quel titolo.
alphabet-text = Tutte le pagine in questa lingua, in ordine alfabetico.
# Nome letto ad alta voce dell’elenco delle lettere.
alphabet-letters = Lettere
