### Texts of the controls around a page: colours, pictures, steps, links to headings.
### Readers see or hear them in the middle of a guide: keep them short.

# Spoken name of the choice between light and dark colours in the header.
theme = Farben
# The three choices: as the reader's device is set, always light, always dark.
theme-auto = Automatisch
theme-light = Hell
theme-dark = Dunkel
# Button that closes a menu or a picture.
close = Schließen
# Spoken name of the small “#” beside a heading, which is a link to that very section.
heading-link = Link zu diesem Abschnitt
# Name of the box beside a step, which the reader ticks when they have done it.
step-done = Erledigt
# Spoken name of a picture that fills the window, where it has no description.
picture = Bild
