### La recherche et l’index alphabétique.

# Bouton de l’en-tête qui ouvre la recherche, et nom de sa fenêtre. Un mot.
search = Rechercher
# Dans le champ de recherche vide.
search-label = Rechercher dans les guides
# Nom lu à voix haute du bouton qui ferme la recherche.
search-close = Fermer la recherche
# Après une recherche. $count : nombre de guides trouvés.
search-count = Guides trouvés : { $count }
# Quand rien n’a été trouvé. $query : ce que le lecteur a saisi.
search-none = Aucun résultat pour « { $query } ». Essayez avec moins de mots, ou d’autres.
# Quand la recherche ne peut pas être chargée.
search-failed = La recherche ne fonctionne pas pour le moment. La liste de tous les guides reste disponible.
# Sous les résultats : affiche les suivants.
search-more = Afficher plus
# À côté d’un résultat dans une autre langue. $language : nom de cette langue.
search-language = Langue : { $language }
# À la fin de la recherche : mène à l’index alphabétique.
search-alphabet = Tous les guides de A à Z
# Titre de l’index alphabétique.
alphabet-title = Guides de A à Z
# Sous ce titre.
alphabet-text = Toutes les pages dans cette langue, par ordre alphabétique.
# Nom lu à voix haute de la liste des lettres.
alphabet-letters = Lettres
