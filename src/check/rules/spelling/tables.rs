//! Words that are misspelled often, by language. Only what is a word of the language in no sense stands here.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

type Pairs = &'static [(&'static str, &'static str)];

const TABLES: &[(&str, Pairs)] =
    &[("fr", FRENCH), ("en", ENGLISH), ("de", GERMAN), ("es", SPANISH), ("it", ITALIAN), ("pl", POLISH), ("pt", PORTUGUESE)];

static BY_LANGUAGE: LazyLock<FxHashMap<&str, FxHashMap<&str, &str>>> =
    LazyLock::new(|| TABLES.iter().map(|(language, pairs)| (*language, pairs.iter().copied().collect())).collect());

/// What is meant by a word, if it is known to be misspelled.
pub fn correction(word: &str, language: &str) -> Option<&'static str> {
    let table = BY_LANGUAGE.get(language)?;
    if !word.starts_with(char::is_uppercase) {
        return table.get(word).copied();
    }
    // In German a noun keeps its capital, elsewhere only the first word of a sentence has one.
    table.get(word).copied().or_else(|| table.get(word.to_lowercase().as_str()).copied())
}

const FRENCH: Pairs = &[
    ("accéssible", "accessible"),
    ("addresse", "adresse"),
    ("addresses", "adresses"),
    ("amerique", "amérique"),
    ("apres", "après"),
    ("appercu", "aperçu"),
    ("aujourdhui", "aujourd'hui"),
    ("comtpe", "compte"),
    ("comtpes", "comptes"),
    ("concurent", "concurrent"),
    ("concurente", "concurrente"),
    ("concurents", "concurrents"),
    ("connection", "connexion"),
    ("connections", "connexions"),
    ("controle", "contrôle"),
    ("creer", "créer"),
    ("deja", "déjà"),
    ("desactiver", "désactiver"),
    ("developpement", "développement"),
    ("developper", "développer"),
    ("déconnection", "déconnexion"),
    ("ecran", "écran"),
    ("egalement", "également"),
    ("electronique", "électronique"),
    ("enregistement", "enregistrement"),
    ("evenement", "événement"),
    ("etape", "étape"),
    ("etapes", "étapes"),
    ("eventuel", "éventuel"),
    ("interressant", "intéressant"),
    ("malgrès", "malgré"),
    ("meme", "même"),
    ("neccessaire", "nécessaire"),
    ("necessaire", "nécessaire"),
    ("nécéssaire", "nécessaire"),
    ("numero", "numéro"),
    ("parametre", "paramètre"),
    ("parametres", "paramètres"),
    ("paramêtre", "paramètre"),
    ("paramêtres", "paramètres"),
    ("parmis", "parmi"),
    ("peripherique", "périphérique"),
    ("plutot", "plutôt"),
    ("probleme", "problème"),
    ("procedure", "procédure"),
    ("professionel", "professionnel"),
    ("proffessionnel", "professionnel"),
    ("recommendons", "recommandons"),
    ("recommendé", "recommandé"),
    ("reseau", "réseau"),
    ("securite", "sécurité"),
    ("seulment", "seulement"),
    ("smarphone", "smartphone"),
    ("smarphones", "smartphones"),
    ("systeme", "système"),
    ("telephone", "téléphone"),
    ("téléchager", "télécharger"),
    ("tres", "très"),
    ("verouiller", "verrouiller"),
    ("vérouiller", "verrouiller"),
];

const ENGLISH: Pairs = &[
    ("conole", "console"),
    ("manu", "menu"),
    ("oon", "on"),
    ("resumme", "resume"),
    ("snaphot", "snapshot"),
    ("teh", "the"),
    ("wether", "whether"),
    ("yuo", "you"),
    ("adress", "address"),
];

const GERMAN: Pairs = &[
    ("Addresse", "Adresse"),
    ("Adressse", "Adresse"),
    ("Authentifikation", "Authentifizierung"),
    ("Emfang", "Empfang"),
    ("Emfänger", "Empfänger"),
    ("Kompatiblität", "Kompatibilität"),
    ("Maschiene", "Maschine"),
    ("Resource", "Ressource"),
    ("Resourcen", "Ressourcen"),
    ("Standart", "Standard"),
    ("Vorraussetzung", "Voraussetzung"),
    ("Vorraussetzungen", "Voraussetzungen"),
    ("desweiteren", "des Weiteren"),
    ("garnicht", "gar nicht"),
    ("nähmlich", "nämlich"),
    ("seperat", "separat"),
    ("vorraus", "voraus"),
    ("vorrausgesetzt", "vorausgesetzt"),
    ("wiederrum", "wiederum"),
    ("zumindestens", "zumindest"),
];

const SPANISH: Pairs = &[
    ("ademas", "además"),
    ("aplicacion", "aplicación"),
    ("atencion", "atención"),
    ("atravez", "a través"),
    ("automaticamente", "automáticamente"),
    ("conexion", "conexión"),
    ("configuracion", "configuración"),
    ("contrasena", "contraseña"),
    ("correcion", "corrección"),
    ("despues", "después"),
    ("direcion", "dirección"),
    ("direccion", "dirección"),
    ("electronico", "electrónico"),
    ("facil", "fácil"),
    ("informacion", "información"),
    ("opcion", "opción"),
    ("pagina", "página"),
    ("rapido", "rápido"),
    ("recepcion", "recepción"),
    ("seccion", "sección"),
    ("sesion", "sesión"),
    ("tambien", "también"),
    ("telefono", "teléfono"),
];

const ITALIAN: Pairs = &[
    ("accellerare", "accelerare"),
    ("affinchè", "affinché"),
    ("communicazione", "comunicazione"),
    ("conessione", "connessione"),
    ("eccezzione", "eccezione"),
    ("finchè", "finché"),
    ("indirrizzo", "indirizzo"),
    ("necesario", "necessario"),
    ("nè", "né"),
    ("perchè", "perché"),
    ("poichè", "poiché"),
    ("propio", "proprio"),
    ("pò", "po'"),
    ("recuparare", "recuperare"),
    ("sopratutto", "soprattutto"),
    ("é", "è"),
];

const POLISH: Pairs = &[
    ("conajmniej", "co najmniej"),
    ("haslo", "hasło"),
    ("jesli", "jeśli"),
    ("ktore", "które"),
    ("ktory", "który"),
    ("mozna", "można"),
    ("napewno", "na pewno"),
    ("narazie", "na razie"),
    ("nastepnie", "następnie"),
    ("orginalny", "oryginalny"),
    ("poniewaz", "ponieważ"),
    ("rowniez", "również"),
    ("ustawien", "ustawień"),
    ("uzytkownik", "użytkownik"),
    ("wiadomosc", "wiadomość"),
    ("wiecej", "więcej"),
    ("wogule", "w ogóle"),
    ("wziąść", "wziąć"),
    ("zalogowac", "zalogować"),
    ("zeby", "żeby"),
];

const PORTUGUESE: Pairs = &[
    ("atraz", "atrás"),
    ("concerteza", "com certeza"),
    ("configuracao", "configuração"),
    ("endereco", "endereço"),
    ("excessão", "exceção"),
    ("informacao", "informação"),
    ("ligacao", "ligação"),
    ("mensagen", "mensagem"),
    ("nao", "não"),
    ("opcao", "opção"),
    ("pagina", "página"),
    ("possivel", "possível"),
    ("previlégio", "privilégio"),
    ("seguranca", "segurança"),
    ("sessao", "sessão"),
    ("tambem", "também"),
    ("voce", "você"),
];
