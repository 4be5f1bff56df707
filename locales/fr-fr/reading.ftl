### Textes des commandes autour d'une page : couleurs, images, étapes, liens vers les titres.
### On les lit ou les entend au milieu d'un guide : ils doivent rester courts.

# Nom lu à voix haute du choix entre couleurs claires et sombres, dans l'en-tête.
theme = Couleurs
# Les trois choix : comme l'appareil, toujours claires, toujours sombres.
theme-auto = Automatiques
theme-light = Claires
theme-dark = Sombres
# Bouton qui ferme un menu ou une image.
close = Fermer
# Nom lu à voix haute du petit « # » à côté d'un titre, lien vers cette même section. $heading : le texte du titre.
heading-link = Lien vers la section : { $heading }
# Nom de la case à côté d'une étape, que l'on coche une fois l'étape faite.
step-done = Fait
# Nom lu à voix haute d'une image agrandie qui n'a pas de description.
picture = Image
