### Textes du thème et de ce que le programme écrit dans les pages.
### Les identifiants sont fixes. Gardez ce qui est entre accolades : `{ $name }` est rempli par le programme.
### Écrivez comme vous parleriez à un client : court, poli, sans jargon.
### Espace insécable avant « : », « ; », « ? » et « ! », et à l’intérieur des guillemets.

## Autour de chaque page

# Caché jusqu’à ce que le clavier l’atteigne : saute l’en-tête et le menu.
skip-to-content = Aller au contenu
# Ouvre le menu de la rubrique sur un téléphone.
menu = Menu
# Nom lu à voix haute du menu à côté d’un guide.
section-navigation = Guides de cette rubrique
# Nom lu à voix haute du chemin au-dessus du titre (Accueil > E-mail > …).
breadcrumbs = Vous êtes ici
# Titre de la liste des sections de la page.
on-this-page = Sur cette page
# Lu avant le nom de la langue actuelle dans l’en-tête.
languages = Langue
# Entre le nom d’une chose et ce qu’il désigne ; prononcé, suivi d’une espace.
label-end = { "\u00A0" }:
# Sur la première page du site et comme lien dans le pied de page.
choose-language = Choisir votre langue
# Première entrée du chemin au-dessus du titre.
home = Accueil
# Sous une liste de guides abrégée ; mène à la liste complète.
all-guides = Tous les guides
# À côté d’un guide ou d’une langue sans traduction. Très court.
untranslated-badge = non traduit
# Nombre de guides dans une rubrique.
guide-count = { $count ->
    [one] { $count } guide
   *[other] { $count } guides
}
# Petite mention à la fin de chaque page.
footer-text = Ce que vous saisissez sur ces pages reste dans votre navigateur.

## Sous un guide

# $date : la date en toutes lettres dans la langue du lecteur.
last-updated = Dernière mise à jour le { $date }
# Mène à la source du guide, où l’on peut proposer une correction.
edit-page = Proposer une modification
# Nom lu à voix haute des deux liens ci-dessous.
pager = Guides précédent et suivant
previous = Précédent
next = Suivant

## Page introuvable (404)

not-found-title = Cette page n’existe pas
not-found-text = L’adresse contient peut-être une erreur, ou le guide a été déplacé.
not-found-home = Aller à l’accueil
# Titre de la liste des langues sur cette page.
other-languages = Autres langues

## Avis au-dessus d’un guide

# $asked, $given : noms de langues dans la langue du lecteur, comme « polonais ».
# La forme « en { $asked } » convient à tous les noms de langues en français.
fallback-notice = Ce guide n’est pas encore disponible en { $asked } ; il est affiché en { $given }.
machine-translated = Ce guide a été traduit par une machine. La formulation et les noms des boutons peuvent différer de ce que vous voyez à l’écran.
# Mentions sous une traduction ; « reviewed » : une personne a relu ce qu’une machine a traduit.
translated-human = Traduction humaine
translated-reviewed = Traduction automatique, relue par une personne
stale-notice = Les passages marqués sur le côté sont plus anciens que l’original.
behind-notice = Les passages dans la langue de l’original y ont changé depuis leur traduction, ou ne sont pas encore traduits.
stale-original = Lire l’original

## Le panneau où le lecteur saisit ses propres valeurs

# Titre du panneau.
panel-title = Adapter ce guide à votre service
# Affiché à la place du champ quand les scripts sont désactivés.
# « ? » est la marque qui remplace la valeur inconnue dans le texte.
panel-without-scripts = Partout où vous voyez une marque surlignée comme « ? », mettez votre propre valeur à la place.
# Bouton : reporter la valeur dans toute la page.
panel-apply = Afficher mes valeurs
# Bouton : effacer de ce navigateur les valeurs enregistrées.
panel-forget = Oublier mes valeurs
# Nom du champ pour le numéro dans pro?.mail.ovh.net.
parameter-server = Votre numéro de serveur
# Où trouver ce numéro. Noms des menus comme dans l’espace client.
find-server-number = Vous trouverez ce numéro dans votre espace client : ouvrez le service, puis « Informations générales ». Il fait partie du nom du serveur dans le cadre « Connexion ».
# Ce que l’on peut saisir, affiché sous le champ. $min, $max : nombres entiers.
parameter-allowed-integer = un nombre entier de { $min } à { $max }
# $choices : une liste déjà assemblée, comme « eu, ca ou us ».
parameter-allowed-choice = une de ces valeurs : { $choices }
parameter-allowed-domain = un nom de domaine, par exemple example.com
parameter-allowed-email = une adresse e-mail, par exemple nom@example.com
parameter-allowed-pattern = exactement comme affiché dans votre espace client

## Encadrés : le titre au-dessus du texte, si l’auteur n’en a pas donné

# Information générale.
callout-primary = Information
# À savoir avant de continuer.
callout-warning = Important
# Le plus fort : risque de perte de données ou d’argent.
callout-alert = Attention
# Une astuce, ou quelque chose qui a réussi.
callout-success = Bon à savoir
# Une remarque en passant.
callout-info = Remarque

## Blocs d’un guide

# $number : 1, 2, 3…
step = Étape { $number }
# Un onglet sans titre de l’auteur.
tab-untitled = Sans titre
# Résumé d’un volet sans titre de l’auteur.
details-untitled = Détails
# Une question laissée vide par l’auteur.
faq-untitled = Question
# Lien qui ouvre un appel dans la console de l’API.
api-open = Ouvrir dans la console de l’API
# Titre de l’encadré qui montre le chemin dans l’espace client.
control-panel-title = Dans votre espace client
# Lien sur une carte qui mène à une vidéo.
video-open = Regarder la vidéo
# Titre au-dessus des notes de bas de page (seulement lu à voix haute).
footnotes-title = Notes de bas de page
footnote-back = Retour au texte
# Lu à la place du bouton « … » de l’espace client.
icon-ellipsis = Autres actions
# $name : nom de fichier ou description d’une image introuvable.
image-missing = Image manquante : { $name }
# Lu sur les images qui s’ouvrent en grand.
image-enlarge = Agrandir l’image
# Affiché quand le pointeur reste sur un lien dont la cible manque.
dead-link = Cette page n’existe pas encore
carousel-label = Images
# Nom lu à voix haute d’un tableau que l’on peut faire défiler.
table-label = Tableau

## Tableaux de paramètres des serveurs de messagerie

# $service : nom du service de messagerie, comme « E-mail Pro ».
settings-caption = Paramètres pour { $service }
settings-server-type = Type de serveur
settings-server-name = Nom du serveur
settings-protocol = Protocole
settings-port = Port
settings-security = Sécurité
settings-direction-incoming = Entrant
settings-direction-outgoing = Sortant
# Noms tels que les affichent les logiciels de messagerie ; en général non traduits.
security-tls = SSL/TLS
security-starttls = STARTTLS
security-none = Aucune
