### Texte der Bedienelemente rund um eine Seite: Farben, Bilder, Schritte, Links zu Überschriften.
### Man liest oder hört sie mitten in einer Anleitung: kurz halten.

# Vorgelesener Name der Wahl zwischen hellen und dunklen Farben in der Kopfzeile.
theme = Farben
# Die drei Möglichkeiten: wie das Gerät, immer hell, immer dunkel.
theme-auto = Automatisch
theme-light = Hell
theme-dark = Dunkel
# Schaltfläche, die ein Menü oder ein Bild schließt.
close = Schließen
# Vorgelesener Name des kleinen „#“ neben einer Überschrift; es führt zu ebendiesem Abschnitt. $heading: der Text der Überschrift.
heading-link = Link zum Abschnitt: { $heading }
# Name des Kästchens neben einem Schritt, das man abhakt, wenn er getan ist.
step-done = Erledigt
# Vorgelesener Name eines vergrößerten Bildes ohne Beschreibung.
picture = Bild
