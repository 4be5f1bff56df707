### Valeurs saisies par le lecteur, valeurs d’un lien et boutons qui copient.

# Bouton : copie l’adresse de cette page avec les valeurs du lecteur.
panel-share = Copier un lien avec mes valeurs
# Quand il faut une valeur encore inconnue, pour le bouton ou pour copier un hôte ; le champ reçoit le curseur.
value-missing = Saisissez d’abord cette valeur.
# Suivi de ce que l’on peut saisir, comme « un nombre entier de 1 à 99 ».
value-refused = Cette valeur ne convient pas. Autorisé :
# Après la saisie d’une valeur. Elle est enregistrée dans le navigateur.
values-shown = Enregistré. Tous les guides affichent maintenant vos valeurs.
# De même, quand le navigateur n’enregistre rien.
values-shown-here = Affiché sur cette page. Votre navigateur n’enregistre pas les valeurs pour d’autres pages.
# Après l’effacement des valeurs enregistrées.
values-forgotten = Vos valeurs ont été effacées de ce navigateur.
# Après « Copier un lien avec mes valeurs ».
values-shared = Le lien est copié.
# Nom lu à voix haute du bandeau affiché quand l’adresse de la page contient des valeurs.
link-title = Valeurs d’un lien
# Texte de ce bandeau.
link-text = Cette page affiche les valeurs d’un lien :
# Bouton : enregistrer les valeurs du lien comme les siennes.
link-keep = Garder
# Bouton : revenir à ses propres valeurs.
link-mine = Utiliser les miennes
# Après ce bouton. Le lecteur n’a peut-être aucune valeur à lui.
link-left = Les valeurs du lien ne sont plus affichées.
# Quand un lien contient une valeur impossible, par exemple 777 au lieu de 1 à 99.
link-refused = Ce lien contient une valeur qui ne convient pas. Elle n’est pas utilisée.
# Nom lu à voix haute d’un bouton. $value : « pro3.mail.ovh.net » ou « 993 ».
copy-value = Copier { $value }
# Lu à voix haute après la copie.
copied-value = Copié : { $value }
# Nom lu à voix haute du bouton d’un bloc de code.
copy-code = Copier le code
# Lu à voix haute après la copie.
copied-code = Le code est copié.
# Le navigateur a refusé de copier.
copy-failed = La copie n’a pas fonctionné. Sélectionnez le texte et copiez-le.
