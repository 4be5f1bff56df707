//! The words of settings, a line for each meaning and language, and how they are found in labels.

use crate::service::{Direction, Protocol};
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// What a word of a label, a header, a caption or a value says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The value is a port.
    Port,
    /// The value is the security.
    Security,
    /// The value is a host.
    Server,
    /// The value is a protocol or a direction.
    Kind,
    /// Mail that comes.
    Incoming,
    /// Mail that goes.
    Outgoing,
    /// [`Protocol::Imap`].
    Imap,
    /// [`Protocol::Pop3`].
    Pop3,
    /// [`Protocol::Smtp`].
    Smtp,
    /// [`Protocol::ActiveSync`].
    ActiveSync,
    /// [`Protocol::Ews`].
    Ews,
    /// [`Protocol::Jmap`].
    Jmap,
    /// The value is the reader's name, password or way to sign in.
    Account,
    /// The value belongs to a DNS record, which has ports and hosts too.
    Record,
    /// Encrypted by one of SSL or TLS.
    Encryption,
    /// Yes.
    Yes,
    /// Not encrypted.
    Nothing,
    /// Turned off, without.
    Off,
}

use Meaning::*;

/// By meaning and language. A `-` at an end of a word says that more letters may follow there: `entrant-` is also
/// "entrantes", `-eingang-` is also "Posteingangsserver".
const WORDS: &[(Meaning, &str, &[&str])] = &[
    (Port, "fr", &["port", "ports"]),
    (Port, "en", &["port", "ports"]),
    (Port, "de", &["port", "ports", "portnummer", "serverport"]),
    (Port, "es", &["puerto", "puertos"]),
    (Port, "it", &["porta", "porte"]),
    (Port, "pl", &["port", "portu", "porty"]),
    (Port, "pt", &["porta", "portas", "porto"]),
    (Port, "nl", &["poort", "poorten", "poortnummer"]),
    (Port, "ar", &["-منفذ", "-منافذ"]),
    (Security, "fr", &["sécurité", "sécurisé-", "sécurisation", "chiffrement", "chiffré-", "cryptage"]),
    (Security, "en", &["security", "secure", "encrypted", "encryption"]),
    (Security, "de", &["-sicherheit-", "-verschlüsselung-", "verschlüsselt-"]),
    (Security, "es", &["seguridad", "segura", "cifrado", "cifrada"]),
    (Security, "it", &["sicurezza", "sicura", "cifratura", "cifrata", "crittografia", "crittografata"]),
    (Security, "pl", &["zabezpiecz-", "szyfrowan-", "bezpiecz-"]),
    (Security, "pt", &["segurança", "segura", "cifragem", "cifrada", "encriptação", "encriptada", "criptografia"]),
    (Security, "nl", &["-beveiliging-", "beveiligde", "versleuteling-", "versleutelde"]),
    (Security, "ar", &["-أمان", "-تشفير", "-مشفر-", "-حماية"]),
    (Encryption, "", &["ssl", "tls", "starttls"]),
    (Server, "fr", &["serveur-", "hôte", "hote"]),
    (Server, "en", &["-server-", "host", "hostname"]),
    (Server, "de", &["-server-", "host", "hostname"]),
    (Server, "es", &["servidor-", "host"]),
    (Server, "it", &["-server-", "host"]),
    (Server, "pl", &["serwer-", "host", "hosta"]),
    (Server, "pt", &["servidor-", "anfitrião"]),
    (Server, "nl", &["-server-", "hostnaam"]),
    (Server, "ar", &["-خادم", "-خوادم", "-مضيف"]),
    (Kind, "fr", &["type", "protocole"]),
    (Kind, "en", &["type", "protocol"]),
    (Kind, "de", &["-typ", "art", "kontoart", "protokoll"]),
    (Kind, "es", &["tipo", "protocolo"]),
    (Kind, "it", &["tipo", "protocollo"]),
    (Kind, "pl", &["typ", "rodzaj", "protokół"]),
    (Kind, "pt", &["tipo", "protocolo"]),
    (Kind, "nl", &["-type", "soort", "protocol"]),
    (Kind, "ar", &["-نوع", "-بروتوكول"]),
    (Incoming, "fr", &["entrant-", "réception"]),
    (Incoming, "en", &["incoming", "inbound", "receiving"]),
    (Incoming, "de", &["eingehend-", "-eingang-", "-empfang-"]),
    (Incoming, "es", &["entrante-", "entrada", "recepción"]),
    (Incoming, "it", &["entrata", "ricezione", "arrivo"]),
    (Incoming, "pl", &["przychodząc-", "odbiorcz-", "odbieran-", "odbioru"]),
    (Incoming, "pt", &["entrada", "entrando", "receção", "recepção"]),
    (Incoming, "nl", &["inkomend-", "ontvang-"]),
    (Incoming, "ar", &["-وارد-", "-استقبال"]),
    (Outgoing, "fr", &["sortant-", "envoi"]),
    (Outgoing, "en", &["outgoing", "outbound", "sending"]),
    (Outgoing, "de", &["ausgehend-", "-ausgang-", "-versand-", "versendungsserver"]),
    (Outgoing, "es", &["saliente-", "salida", "envío"]),
    (Outgoing, "it", &["uscita", "invio"]),
    (Outgoing, "pl", &["wychodząc-", "nadawcz-", "wysyłan-", "wysyłk-"]),
    (Outgoing, "pt", &["saída", "envio"]),
    (Outgoing, "nl", &["uitgaand-", "verzend-"]),
    (Outgoing, "ar", &["-صادر-", "-إرسال"]),
    (Imap, "", &["imap", "imap4", "imaps"]),
    (Pop3, "", &["pop", "pop3", "pop3s"]),
    (Smtp, "", &["smtp", "smtps", "esmtp"]),
    (ActiveSync, "", &["activesync", "eas"]),
    (Ews, "", &["ews"]),
    (Jmap, "", &["jmap"]),
    (Account, "fr", &["utilisateur-", "mot de passe", "identifiant-", "authentification"]),
    (Account, "en", &["user-", "username", "password", "login", "authentication"]),
    (Account, "de", &["benutzer-", "-passwort-", "kennwort", "authentifizierung-"]),
    (Account, "es", &["usuario", "contraseña", "autenticación"]),
    (Account, "it", &["utente", "password", "autenticazione"]),
    (Account, "pl", &["użytkownik-", "hasło", "identyfikator", "uwierzytelni-"]),
    (Account, "pt", &["utilizador", "usuário", "palavra-passe", "senha", "autenticação"]),
    (Account, "nl", &["gebruiker-", "wachtwoord", "verificatie"]),
    (Account, "ar", &["-مستخدم", "-مرور", "-مصادقة"]),
    (Record, "", &["ttl"]),
    (Record, "fr", &["priorité", "poids"]),
    (Record, "en", &["priority", "weight"]),
    (Record, "de", &["priorität", "gewicht", "gewichtung"]),
    (Record, "es", &["prioridad", "peso"]),
    (Record, "it", &["priorità", "peso"]),
    (Record, "pl", &["priorytet", "waga"]),
    (Record, "pt", &["prioridade", "peso"]),
    (Record, "nl", &["prioriteit", "gewicht"]),
    (Record, "ar", &["-أولوية", "-وزن"]),
    (Yes, "fr", &["oui", "activé-"]),
    (Yes, "en", &["yes", "on", "enabled"]),
    (Yes, "de", &["ja", "ein", "aktiviert"]),
    (Yes, "es", &["sí", "si", "activado"]),
    (Yes, "it", &["sì", "si", "attivo", "attivato"]),
    (Yes, "pl", &["tak", "włączon-"]),
    (Yes, "pt", &["sim", "ativado"]),
    (Yes, "nl", &["ja", "aan"]),
    (Yes, "ar", &["نعم", "مفعل", "مفعّل"]),
    (Nothing, "fr", &["aucun", "aucune"]),
    (Nothing, "en", &["none", "unencrypted"]),
    (Nothing, "de", &["keine", "keiner", "unverschlüsselt"]),
    (Nothing, "es", &["ninguno", "ninguna"]),
    (Nothing, "it", &["nessuno", "nessuna"]),
    (Nothing, "pl", &["brak"]),
    (Nothing, "pt", &["nenhum", "nenhuma"]),
    (Nothing, "nl", &["geen"]),
    (Nothing, "ar", &["لا شيء"]),
    (Off, "fr", &["sans", "non", "désactiv-"]),
    (Off, "en", &["without", "no", "not", "disabled", "off"]),
    (Off, "de", &["ohne", "nein", "nicht", "deaktiviert", "aus"]),
    (Off, "es", &["sin", "no", "desactivad-"]),
    (Off, "it", &["senza", "no", "non", "disattivat-"]),
    (Off, "pl", &["bez", "nie", "wyłączon-"]),
    (Off, "pt", &["sem", "não", "desativad-", "desactivad-"]),
    (Off, "nl", &["zonder", "nee", "niet", "uitgeschakeld"]),
    (Off, "ar", &["بدون", "لا", "معطل", "معطّل"]),
];

/// Finds all words at once.
struct Finder {
    search: AhoCorasick,
    words: Vec<Word>,
}

struct Word {
    meaning: Meaning,
    opens_left: bool,
    opens_right: bool,
}

/// `None` only if the table were too big for an automaton, which a test rules out.
static FINDER: LazyLock<Option<Finder>> = LazyLock::new(|| {
    let all = || WORDS.iter().flat_map(|(meaning, _, words)| words.iter().map(move |word| (*meaning, *word)));
    let search = AhoCorasick::new(all().map(|(_, word)| word.trim_matches('-'))).ok()?;
    let words = all().map(|(meaning, word)| Word { meaning, opens_left: word.starts_with('-'), opens_right: word.ends_with('-') });
    Some(Finder { search, words: words.collect() })
});

/// A set of meanings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meanings(u32);

impl Meanings {
    /// What the words of `text`, which is in lower case, say.
    pub fn of(text: &str) -> Self {
        let mut found = Self::default();
        let has_letter = text.bytes().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
        let Some(finder) = FINDER.as_ref().filter(|_| has_letter) else { return found };
        for hit in finder.search.find_overlapping_iter(text) {
            let Some(word) = finder.words.get(hit.pattern().as_usize()) else { continue };
            let starts = word.opens_left || !text[..hit.start()].ends_with(char::is_alphanumeric);
            let ends = word.opens_right || !text[hit.end()..].starts_with(char::is_alphanumeric);
            if starts && ends {
                found.0 |= 1 << word.meaning as u32;
            }
        }
        found
    }

    /// Whether it has `meaning`.
    pub fn has(self, meaning: Meaning) -> bool {
        self.0 & (1 << meaning as u32) != 0
    }

    /// All of both.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The direction, if just one is meant.
    pub fn direction(self) -> Option<Direction> {
        match (self.has(Incoming), self.has(Outgoing)) {
            (true, false) => Some(Direction::Incoming),
            (false, true) => Some(Direction::Outgoing),
            _ => None,
        }
    }

    /// The protocols that are meant.
    pub fn protocols(self) -> impl Iterator<Item = Protocol> {
        const PROTOCOLS: [(Meaning, Protocol); 6] = [
            (Imap, Protocol::Imap),
            (Pop3, Protocol::Pop3),
            (Smtp, Protocol::Smtp),
            (ActiveSync, Protocol::ActiveSync),
            (Ews, Protocol::Ews),
            (Jmap, Protocol::Jmap),
        ];
        PROTOCOLS.into_iter().filter(move |(meaning, _)| self.has(*meaning)).map(|(_, protocol)| protocol)
    }

    /// The protocol, if just one is meant.
    pub fn protocol(self) -> Option<Protocol> {
        let mut protocols = self.protocols();
        protocols.next().filter(|_| protocols.next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_language_has_every_meaning() {
        let languages: BTreeSet<&str> = WORDS.iter().map(|(_, language, _)| *language).filter(|language| !language.is_empty()).collect();
        assert_eq!(languages, ["ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt"].into());
        for meaning in [Port, Security, Server, Kind, Incoming, Outgoing, Account, Record, Yes, Nothing, Off] {
            let known: BTreeSet<&str> =
                WORDS.iter().filter(|(other, ..)| *other == meaning).map(|(_, language, _)| *language).filter(|l| !l.is_empty()).collect();
            assert_eq!(known, languages, "{meaning:?}");
        }
        assert!(FINDER.is_some());
        let is_lower = |word: &&str| word.to_lowercase() == **word;
        assert!(WORDS.iter().all(|(_, _, words)| words.iter().all(&is_lower)));
    }

    #[test]
    fn a_word_is_found_at_its_boundaries() {
        assert!(Meanings::of("port:").has(Port) && Meanings::of("(port)").has(Port));
        assert!(!Meanings::of("portail").has(Port) && !Meanings::of("rapport").has(Port));
        assert!(Meanings::of("posteingangsserver").has(Incoming) && Meanings::of("posteingangsserver").has(Server));
        assert!(!Meanings::of("entrantes").has(Outgoing) && Meanings::of("servidores entrantes").has(Incoming));
        assert!(Meanings::of("المنفذ").has(Port) && Meanings::of("خادم البريد الوارد").direction() == Some(Direction::Incoming));
    }

    #[test]
    fn one_protocol_is_meant_or_none() {
        assert_eq!(Meanings::of("configuration imap").protocol(), Some(Protocol::Imap));
        assert_eq!(Meanings::of("imap4 / pop3").protocol(), None);
        assert_eq!(Meanings::of("popular").protocol(), None);
    }
}
