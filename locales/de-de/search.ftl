### Die Suche und das alphabetische Verzeichnis.

# Schaltfläche in der Kopfzeile, die die Suche öffnet, und Name ihres Fensters. Ein Wort.
search = Suchen
# Im leeren Suchfeld.
search-label = Anleitungen durchsuchen
# Vorgelesener Name der Schaltfläche, die die Suche schließt.
search-close = Suche schließen
# Nach einer Suche. $count: Zahl der gefundenen Anleitungen.
search-count = Gefundene Anleitungen: { $count }
# Wenn nichts gefunden wurde. $query: was eingegeben wurde.
search-none = Nichts gefunden für „{ $query }“. Versuchen Sie es mit weniger oder anderen Wörtern.
# Wenn die Suche nicht geladen werden kann.
search-failed = Die Suche funktioniert gerade nicht. Die Liste aller Anleitungen steht bereit.
# Unter den Treffern: zeigt weitere.
search-more = Mehr anzeigen
# Neben einem Treffer in einer anderen Sprache. $language: Name dieser Sprache.
search-language = Sprache: { $language }
# Am Ende der Suche: führt zum alphabetischen Verzeichnis.
search-alphabet = Alle Anleitungen von A bis Z
# Titel des alphabetischen Verzeichnisses.
alphabet-title = Anleitungen von A bis Z
# Unter diesem Titel.
alphabet-text = Alle Seiten in dieser Sprache, alphabetisch geordnet.
# Vorgelesener Name der Liste der Buchstaben.
alphabet-letters = Buchstaben
