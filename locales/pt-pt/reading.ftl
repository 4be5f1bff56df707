### Texts of the controls around a page: colours, pictures, steps, links to headings.
### Readers see or hear them in the middle of a guide: keep them short.

# Spoken name of the choice between light and dark colours in the header.
theme = Cores
# The three choices: as the reader's device is set, always light, always dark.
theme-auto = Automáticas
theme-light = Claras
theme-dark = Escuras
# Button that closes a menu or a picture.
close = Fechar
# Spoken name of the small “#” beside a heading, which is a link to that very section.
heading-link = Ligação para esta secção
# Name of the box beside a step, which the reader ticks when they have done it.
step-done = Feito
# Spoken name of a picture that fills the window, where it has no description.
picture = Imagem
