### Texte des Themes und dessen, was das Programm in die Seiten schreibt.
### Die Bezeichner sind fest. Was zwischen geschweiften Klammern steht, bleibt erhalten: `{ $name }` füllt das Programm aus.
### Schreiben Sie so, wie Sie mit einem Kunden sprechen würden: kurz, höflich (mit „Sie“), ohne Fachjargon.

## Rund um jede Seite

# Verborgen, bis die Tastatur es erreicht: überspringt Kopfzeile und Menü.
skip-to-content = Zum Inhalt springen
# Öffnet auf einem Telefon das Menü des Bereichs.
menu = Menü
# Vorgelesener Name des Menüs neben einer Anleitung.
section-navigation = Anleitungen in diesem Bereich
# Vorgelesener Name des Pfads über dem Titel (Startseite > E-Mail > …).
breadcrumbs = Sie sind hier
# Überschrift der Liste mit den Abschnitten der Seite.
on-this-page = Auf dieser Seite
# Wird in der Kopfzeile vor dem Namen der aktuellen Sprache vorgelesen.
languages = Sprache
# Zwischen dem Namen einer Sache und dem, was er benennt; wird vorgelesen, danach folgt ein Leerzeichen.
label-end = :
# Auf der ersten Seite der Website und als Link in der Fußzeile.
choose-language = Wählen Sie Ihre Sprache
# Erster Eintrag des Pfads über dem Titel.
home = Startseite
# Unter einer gekürzten Liste von Anleitungen; führt zur ganzen Liste.
all-guides = Alle Anleitungen
# Neben einer Anleitung oder Sprache, für die es keine Übersetzung gibt. Sehr kurz.
untranslated-badge = nicht übersetzt
# Anzahl der Anleitungen in einem Bereich.
guide-count = { $count ->
    [one] { $count } Anleitung
   *[other] { $count } Anleitungen
}
# Kleingedrucktes am Ende jeder Seite.
footer-text = Was Sie auf diesen Seiten eingeben, bleibt in Ihrem Browser.

## Unter einer Anleitung

# $date: das Datum, ausgeschrieben in der Sprache des Lesers.
last-updated = Zuletzt aktualisiert am { $date }
# Führt zum Quelltext der Anleitung, wo eine Korrektur vorgeschlagen werden kann.
edit-page = Änderung vorschlagen
# Vorgelesener Name der beiden folgenden Links.
pager = Vorherige und nächste Anleitung
previous = Zurück
next = Weiter

## Seite nicht gefunden (404)

not-found-title = Diese Seite gibt es nicht
not-found-text = Vielleicht enthält die Adresse einen Tippfehler, oder die Anleitung ist umgezogen.
not-found-home = Zur Startseite
# Überschrift der Liste der Sprachen auf dieser Seite.
other-languages = Weitere Sprachen

## Hinweise über einer Anleitung

# $asked, $given: Namen von Sprachen in der Sprache des Lesers, etwa „Polnisch“ oder „Britisches Englisch“.
fallback-notice = Diese Anleitung ist in der gewählten Sprache ({ $asked }) noch nicht verfügbar. Sprache der angezeigten Fassung: { $given }.
machine-translated = Diese Anleitung wurde maschinell übersetzt. Wortlaut und Beschriftungen können von dem abweichen, was Sie auf Ihrem Bildschirm sehen.
# Angaben unter einer Übersetzung; „reviewed“: ein Mensch hat durchgesehen, was eine Maschine übersetzt hat.
translated-human = Von Menschen übersetzt
translated-reviewed = Maschinell übersetzt, von Menschen geprüft
stale-notice = Die am Rand markierten Stellen sind älter als das Original.
behind-notice = Stellen in der Sprache des Originals wurden dort seit der Übersetzung geändert oder sind noch nicht übersetzt.
stale-original = Zum Original

## Das Feld, in das Leser ihre eigenen Werte eingeben

# Überschrift des Felds.
panel-title = Passen Sie diese Anleitung an sich an
# Erscheint anstelle des Felds, wenn Skripte ausgeschaltet sind.
# „?“ ist das Zeichen, das im Text für den unbekannten Wert steht.
panel-without-scripts = Setzen Sie überall dort, wo Sie ein hervorgehobenes Zeichen wie „?“ sehen, Ihren eigenen Wert ein.
# Schaltfläche: den Wert auf der ganzen Seite einsetzen.
panel-apply = Meine Werte anzeigen
# Schaltfläche: die gespeicherten Werte aus diesem Browser entfernen.
panel-forget = Meine Werte vergessen
# Beschriftung des Felds für die Nummer in pro?.mail.ovh.net.
parameter-server = Ihre Servernummer
# Wo diese Nummer zu finden ist. Namen der Menüs wie im Kundencenter.
find-server-number = Diese Nummer finden Sie in Ihrem Kundencenter: Öffnen Sie den Dienst und dann „Allgemeine Informationen“. Sie ist Teil des Servernamens im Kasten „Verbindung“.
# Was eingegeben werden darf, unter dem Feld. $min, $max: ganze Zahlen.
parameter-allowed-integer = eine ganze Zahl von { $min } bis { $max }
# $choices: eine bereits zusammengefügte Liste, etwa „eu, ca oder us“.
parameter-allowed-choice = eine dieser Angaben: { $choices }
parameter-allowed-domain = ein Domainname, etwa example.com
parameter-allowed-email = eine E-Mail-Adresse, etwa name@example.com
parameter-allowed-pattern = genau so, wie es in Ihrem Kundencenter steht

## Hinweiskästen: der Titel über dem Text, wenn der Autor keinen angegeben hat

# Allgemeine Information.
callout-primary = Information
# Etwas, das der Leser wissen muss, bevor er weitermacht.
callout-warning = Wichtig
# Am stärksten: Daten oder Geld können verloren gehen.
callout-alert = Achtung
# Ein Tipp oder etwas, das gelungen ist.
callout-success = Gut zu wissen
# Eine Nebenbemerkung.
callout-info = Hinweis

## Blöcke in einer Anleitung

# $number: 1, 2, 3…
step = Schritt { $number }
# Ein Tab, für den der Autor keine Beschriftung geschrieben hat.
tab-untitled = Ohne Titel
# Zusammenfassung eines aufklappbaren Bereichs, für den der Autor keinen Titel geschrieben hat.
details-untitled = Einzelheiten
# Eine Frage, die der Autor leer gelassen hat.
faq-untitled = Frage
# Link, der einen API-Aufruf in der API-Konsole öffnet.
api-open = In der API-Konsole öffnen
# Überschrift des Kastens, der den Weg durch das Kundencenter zeigt.
control-panel-title = In Ihrem Kundencenter
# Link auf einer Karte, die zu einem Video führt.
video-open = Video ansehen
# Überschrift über den Fußnoten (nur vorgelesen).
footnotes-title = Fußnoten
footnote-back = Zurück zum Text
# Wird anstelle der Schaltfläche „…“ des Kundencenters vorgelesen.
icon-ellipsis = Weitere Aktionen
# $name: Dateiname oder Beschreibung eines Bildes, das nicht gefunden wurde.
image-missing = Bild fehlt: { $name }
# Wird bei Bildern vorgelesen, die sich in voller Größe öffnen.
image-enlarge = Bild vergrößern
# Erscheint, wenn der Mauszeiger auf einem Link steht, dessen Ziel fehlt.
dead-link = Diese Seite gibt es noch nicht
carousel-label = Bilder
# Vorgelesener Name einer Tabelle, die sich seitlich scrollen lässt.
table-label = Tabelle

## Tabellen mit Einstellungen für Mailserver

# $service: Name des E-Mail-Dienstes, etwa „E-Mail Pro“.
settings-caption = Einstellungen für { $service }
settings-server-type = Server-Typ
settings-server-name = Servername
settings-protocol = Protokoll
settings-port = Port
settings-security = Sicherheit
settings-direction-incoming = Eingehend
settings-direction-outgoing = Ausgehend
# Namen, wie E-Mail-Programme sie anzeigen; normalerweise nicht übersetzt.
security-tls = SSL/TLS
security-starttls = STARTTLS
security-none = Keine
