### Testi del tema e di ciò che il programma scrive nelle pagine.
### Gli identificatori sono fissi. Conservare ciò che sta tra parentesi graffe: `{ $name }` è compilato dal programma.
### Scrivere come si parlerebbe a un cliente: in modo breve, cortese (dando del Lei) e senza tecnicismi.

## Attorno a ogni pagina

# Nascosto finché la tastiera non lo raggiunge: salta l’intestazione e il menu.
skip-to-content = Vai al contenuto
# Apre il menu della sezione su un telefono.
menu = Menu
# Nome letto ad alta voce del menu a lato di una guida.
section-navigation = Guide di questa sezione
# Nome letto ad alta voce del percorso sopra il titolo (Home > Posta elettronica > …).
breadcrumbs = Percorso di navigazione
# Titolo dell’elenco delle sezioni della pagina stessa.
on-this-page = In questa pagina
# Letto prima del nome della lingua attuale nell’intestazione.
languages = Lingua
# Tra il nome di una cosa e ciò che indica; letto ad alta voce, seguito da uno spazio.
label-end = :
# Sulla prima pagina del sito e come link nel piè di pagina.
choose-language = Scegliere la lingua
# Prima voce del percorso sopra il titolo.
home = Home
# Sotto un elenco abbreviato di guide; porta all’elenco completo.
all-guides = Tutte le guide
# Accanto a una guida o a una lingua senza traduzione. Molto breve.
untranslated-badge = non tradotto
# Numero di guide in una sezione.
guide-count = { $count ->
    [one] { $count } guida
    [many] { $count } di guide
   *[other] { $count } guide
}
# Testo in piccolo alla fine di ogni pagina.
footer-text = Ciò che si scrive in queste pagine resta nel proprio browser.

## Sotto una guida

# $date: la data, scritta nella lingua del lettore.
last-updated = Ultimo aggiornamento: { $date }
# Porta al sorgente della guida, dove si può proporre una correzione.
edit-page = Proporre una modifica
# Nome letto ad alta voce dei due link seguenti.
pager = Guida precedente e successiva
previous = Precedente
next = Successiva

## Pagina non trovata (404)

not-found-title = Questa pagina non esiste
not-found-text = L’indirizzo potrebbe contenere un errore oppure la guida potrebbe essere stata spostata.
not-found-home = Vai alla pagina iniziale
# Titolo dell’elenco delle lingue in questa pagina.
other-languages = Altre lingue

## Avvisi sopra una guida

# $asked, $given: nomi di lingue nella lingua del lettore, ad esempio “polacco”.
fallback-notice = Questa guida non è ancora disponibile in { $asked }; viene mostrata in { $given }.
machine-translated = Questa guida è stata tradotta automaticamente. Il testo e i nomi dei pulsanti possono differire da ciò che appare sullo schermo.
# Diciture sotto una traduzione; “reviewed”: una persona ha rivisto ciò che una macchina ha tradotto.
translated-human = Traduzione umana
translated-reviewed = Traduzione automatica rivista da una persona
stale-notice = I passaggi segnati a lato sono meno recenti dell’originale.
behind-notice = I passaggi nella lingua dell’originale sono stati modificati dopo la traduzione, o non sono ancora tradotti.
stale-original = Leggi l’originale

## Il pannello in cui i lettori inseriscono i propri valori

# Titolo del pannello.
panel-title = Adattare questa guida al proprio servizio
# Mostrato al posto del campo quando gli script sono disattivati.
# “?” è il segno che rappresenta il valore sconosciuto nel testo.
panel-without-scripts = Ovunque compaia un segno evidenziato come “?”, mettere al suo posto il proprio valore.
# Pulsante: mettere il valore in tutta la pagina.
panel-apply = Mostra i miei valori
# Pulsante: eliminare da questo browser i valori memorizzati.
panel-forget = Dimentica i miei valori
# Nome del campo per il numero in pro?.mail.ovh.net.
parameter-server = Numero del proprio server
# Dove trovare quel numero. Nomi dei menu come nello Spazio Cliente.
find-server-number = Il numero è indicato nello Spazio Cliente: aprire il servizio, poi “Informazioni generali”. Fa parte del nome del server nel riquadro “Connessione”.
# Che cosa si può inserire; mostrato sotto il campo. $min, $max: numeri interi.
parameter-allowed-integer = un numero intero da { $min } a { $max }
# $choices: un elenco già composto, ad esempio “eu, ca o us”.
parameter-allowed-choice = uno di questi valori: { $choices }
parameter-allowed-domain = un nome di dominio, ad esempio example.com
parameter-allowed-email = un indirizzo email, ad esempio nome@example.com
parameter-allowed-pattern = esattamente come indicato nello Spazio Cliente

## Riquadri: il titolo sopra il testo, se l’autore non ne ha indicato uno

# Informazione generale.
callout-primary = Informazione
# Qualcosa che il lettore deve sapere prima di proseguire.
callout-warning = Importante
# Il più forte: si possono perdere dati o denaro.
callout-alert = Attenzione
# Un consiglio, o qualcosa che è andato a buon fine.
callout-success = Buono a sapersi
# Un’osservazione a margine.
callout-info = Nota

## Blocchi di una guida

# $number: 1, 2, 3…
step = Passaggio { $number }
# Una scheda per la quale l’autore non ha scritto alcun nome.
tab-untitled = Senza titolo
# Riassunto di una sezione a comparsa per la quale l’autore non ha scritto alcun titolo.
details-untitled = Dettagli
# Una domanda che l’autore ha lasciato vuota.
faq-untitled = Domanda
# Link che apre una chiamata nella console dell’API.
api-open = Apri nella console dell’API
# Titolo del riquadro che mostra il percorso nello Spazio Cliente.
control-panel-title = Nello Spazio Cliente
# Link su una scheda che porta a un video.
video-open = Guarda il video
# Titolo sopra le note a piè di pagina (solo letto ad alta voce).
footnotes-title = Note a piè di pagina
footnote-back = Torna al testo
# Letto al posto del pulsante “…” dello Spazio Cliente.
icon-ellipsis = Altre azioni
# $name: nome del file o descrizione di un’immagine che non è stata trovata.
image-missing = Immagine mancante: { $name }
# Letto sulle immagini che si aprono a grandezza piena.
image-enlarge = Ingrandisci l’immagine
# Mostrato quando il puntatore si ferma su un link la cui destinazione manca.
dead-link = Questa pagina non esiste ancora
carousel-label = Immagini
# Nome letto ad alta voce di una tabella che può scorrere lateralmente.
table-label = Tabella

## Tabelle delle impostazioni dei server di posta

# $service: nome del servizio di posta, ad esempio “Email Pro”.
settings-caption = Impostazioni per { $service }
settings-server-type = Tipo di server
settings-server-name = Nome del server
settings-protocol = Protocollo
settings-port = Porta
settings-security = Sicurezza
settings-direction-incoming = In entrata
settings-direction-outgoing = In uscita
# Nomi come li mostrano i programmi di posta; di norma non tradotti.
security-tls = SSL/TLS
security-starttls = STARTTLS
security-none = Nessuna
