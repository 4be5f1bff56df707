### Texts of the controls around a page: colours, pictures, steps, links to headings.
### Readers see or hear them in the middle of a guide: keep them short.

# Spoken name of the choice between light and dark colours in the header.
theme = Colours
# The three choices: as the reader's device is set, always light, always dark.
theme-auto = Automatic
theme-light = Light
theme-dark = Dark
# Button that closes a menu or a picture.
close = Close
# Spoken name of the small “#” beside a heading, which is a link to that very section. $heading: the heading’s text.
heading-link = Link to section: { $heading }
# Name of the box beside a step, which the reader ticks when they have done it.
step-done = Done
# Spoken name of a picture that fills the window, where it has no description.
picture = Picture
