//! What languages are called: by themselves, and by each other. The names are those of Unicode's CLDR 48.

/// What a language calls itself, as the entry of a menu: `Français`, `العربية`; its code where that is not known.
/// `label` is a locale's label or tag in any case, of which the region does not count: `fr`, `fr-ca`.
pub fn endonym(label: &str) -> String {
    let label = label.to_ascii_lowercase();
    match find(ENDONYMS, &label) {
        Some((_, name)) => capitalized(name),
        None => label,
    }
}

/// [`endonym`] with the region, for menus in which a language stands more than once: `Français (Canada)`. A region
/// without a known name is its code, and a label's own word is written like a name: `English (Asia)`.
pub fn endonym_with_region(label: &str) -> String {
    let label = label.to_ascii_lowercase();
    let known = find(ENDONYMS, &label).map_or(label.split('-').next().unwrap_or(&label), |(tag, _)| tag);
    let region = match REGIONS.iter().find(|(tag, _)| *tag == label) {
        Some((_, name)) => (*name).to_owned(),
        None => match label.strip_prefix(known).unwrap_or_default().rsplit('-').next().unwrap_or_default() {
            "" => return endonym(&label),
            code if code.len() < 4 => code.to_ascii_uppercase(),
            word => capitalized(word),
        },
    };
    format!("{} ({region})", endonym(&label))
}

/// The name of the language of `other` in a sentence of the language of `own`.
pub(super) fn name_in(own: &str, other: &str) -> String {
    let (own, other) = (own.to_ascii_lowercase(), other.to_ascii_lowercase());
    let language = other.split('-').next().unwrap_or(&other);
    let column = LANGUAGES.split(' ').position(|code| code == language);
    let name = find(NAMES, &own).zip(column).and_then(|((_, names), column)| names.split(' ').nth(column));
    match name.or_else(|| find(ENDONYMS, &other).map(|(_, name)| name)) {
        Some(name) => name.to_owned(),
        None => language.to_owned(),
    }
}

/// The row for `tag` (in lower case), or for the tag without its last parts.
fn find(table: &[(&'static str, &'static str)], tag: &str) -> Option<(&'static str, &'static str)> {
    let mut tag = match tag {
        "zh-tw" | "zh-hk" | "zh-mo" => "zh-hant", // The scripts that readers there expect.
        tag => tag,
    };
    loop {
        if let Some(row) = table.iter().find(|(key, _)| *key == tag) {
            return Some(*row);
        }
        tag = tag.rsplit_once('-')?.0;
    }
}

/// `text` with a capital first letter. Georgian has capitals, but no word begins with a single one.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some('\u{10d0}'..='\u{10ff}') | None => text.to_owned(),
        Some(first) => first.to_uppercase().chain(letters).collect(),
    }
}

/// The columns of [`NAMES`].
const LANGUAGES: &str = "ar cs de en es fi fr it ja ko lt nl pl pt zh";

/// For each language, what it calls the [`LANGUAGES`] inside a sentence.
const NAMES: &[(&str, &str)] = &[
    (
        "ar",
        "العربية التشيكية الألمانية الإنجليزية الإسبانية الفنلندية الفرنسية الإيطالية اليابانية الكورية الليتوانية الهولندية البولندية البرتغالية الصينية",
    ),
    (
        "cs",
        "arabština čeština němčina angličtina španělština finština francouzština italština japonština korejština litevština nizozemština polština portugalština čínština",
    ),
    (
        "de",
        "Arabisch Tschechisch Deutsch Englisch Spanisch Finnisch Französisch Italienisch Japanisch Koreanisch Litauisch Niederländisch Polnisch Portugiesisch Chinesisch",
    ),
    ("en", "Arabic Czech German English Spanish Finnish French Italian Japanese Korean Lithuanian Dutch Polish Portuguese Chinese"),
    ("es", "árabe checo alemán inglés español finés francés italiano japonés coreano lituano neerlandés polaco portugués chino"),
    ("fi", "arabia tšekki saksa englanti espanja suomi ranska italia japani korea liettua hollanti puola portugali kiina"),
    (
        "fr",
        "arabe tchèque allemand anglais espagnol finnois français italien japonais coréen lituanien néerlandais polonais portugais chinois",
    ),
    (
        "it",
        "arabo ceco tedesco inglese spagnolo finlandese francese italiano giapponese coreano lituano olandese polacco portoghese cinese",
    ),
    (
        "ja",
        "アラビア語 チェコ語 ドイツ語 英語 スペイン語 フィンランド語 フランス語 イタリア語 日本語 韓国語 リトアニア語 オランダ語 ポーランド語 ポルトガル語 中国語",
    ),
    (
        "ko",
        "아랍어 체코어 독일어 영어 스페인어 핀란드어 프랑스어 이탈리아어 일본어 한국어 리투아니아어 네덜란드어 폴란드어 포르투갈어 중국어",
    ),
    ("lt", "arabų čekų vokiečių anglų ispanų suomių prancūzų italų japonų korėjiečių lietuvių olandų lenkų portugalų kinų"),
    ("nl", "Arabisch Tsjechisch Duits Engels Spaans Fins Frans Italiaans Japans Koreaans Litouws Nederlands Pools Portugees Chinees"),
    (
        "pl",
        "arabski czeski niemiecki angielski hiszpański fiński francuski włoski japoński koreański litewski niderlandzki polski portugalski chiński",
    ),
    ("pt", "árabe tcheco alemão inglês espanhol finlandês francês italiano japonês coreano lituano holandês polonês português chinês"),
    ("pt-pt", "árabe checo alemão inglês espanhol finlandês francês italiano japonês coreano lituano neerlandês polaco português chinês"),
    ("zh", "阿拉伯语 捷克语 德语 英语 西班牙语 芬兰语 法语 意大利语 日语 韩语 立陶宛语 荷兰语 波兰语 葡萄牙语 中文"),
    ("zh-hant", "阿拉伯文 捷克文 德文 英文 西班牙文 芬蘭文 法文 義大利文 日文 韓文 立陶宛文 荷蘭文 波蘭文 葡萄牙文 中文"),
];

/// What languages call themselves inside a sentence.
#[rustfmt::skip]
const ENDONYMS: &[(&str, &str)] = &[
    ("af", "Afrikaans"), ("am", "አማርኛ"), ("ar", "العربية"), ("az", "azərbaycan"), ("be", "беларуская"),
    ("bg", "български"), ("bn", "বাংলা"), ("bs", "bosanski"), ("ca", "català"), ("cs", "čeština"), ("cy", "Cymraeg"),
    ("da", "dansk"), ("de", "Deutsch"), ("el", "Ελληνικά"), ("en", "English"), ("es", "español"), ("et", "eesti"),
    ("eu", "euskara"), ("fa", "فارسی"), ("fi", "suomi"), ("fr", "français"), ("ga", "Gaeilge"), ("gl", "galego"),
    ("gu", "ગુજરાતી"), ("he", "עברית"), ("hi", "हिन्दी"), ("hr", "hrvatski"), ("hu", "magyar"), ("hy", "հայերեն"),
    ("id", "Indonesia"), ("is", "íslenska"), ("it", "italiano"), ("ja", "日本語"), ("ka", "ქართული"),
    ("kk", "қазақ тілі"), ("km", "ខ្មែរ"), ("kn", "ಕನ್ನಡ"), ("ko", "한국어"), ("ky", "кыргызча"), ("lo", "ລາວ"),
    ("lt", "lietuvių"), ("lv", "latviešu"), ("mk", "македонски"), ("ml", "മലയാളം"), ("mn", "монгол"), ("mr", "मराठी"),
    ("ms", "Melayu"), ("my", "မြန်မာ"), ("nb", "norsk bokmål"), ("ne", "नेपाली"), ("nl", "Nederlands"),
    ("nn", "norsk nynorsk"), ("no", "norsk"), ("pa", "ਪੰਜਾਬੀ"), ("pl", "polski"), ("pt", "português"),
    ("ro", "română"), ("ru", "русский"), ("si", "සිංහල"), ("sk", "slovenčina"), ("sl", "slovenščina"),
    ("sq", "shqip"), ("sr", "српски"), ("sv", "svenska"), ("sw", "Kiswahili"), ("ta", "தமிழ்"), ("te", "తెలుగు"),
    ("th", "ไทย"), ("tr", "Türkçe"), ("uk", "українська"), ("ur", "اردو"), ("uz", "o‘zbek"), ("vi", "Tiếng Việt"),
    ("zh", "中文"), ("zu", "isiZulu"), ("zh-hans", "简体中文"), ("zh-hant", "繁體中文"),
];

/// What regions are called in the language that stands before them.
#[rustfmt::skip]
const REGIONS: &[(&str, &str)] = &[
    ("ar-ae", "الإمارات العربية المتحدة"), ("ar-dz", "الجزائر"), ("ar-eg", "مصر"), ("ar-ma", "المغرب"),
    ("ar-sa", "المملكة العربية السعودية"), ("ar-tn", "تونس"), ("de-at", "Österreich"), ("de-be", "Belgien"),
    ("de-ch", "Schweiz"), ("de-de", "Deutschland"), ("de-li", "Liechtenstein"), ("de-lu", "Luxemburg"),
    ("en-au", "Australia"), ("en-ca", "Canada"), ("en-gb", "United Kingdom"), ("en-ie", "Ireland"),
    ("en-in", "India"), ("en-nz", "New Zealand"), ("en-sg", "Singapore"), ("en-us", "United States"),
    ("en-za", "South Africa"), ("es-419", "Latinoamérica"), ("es-ar", "Argentina"), ("es-cl", "Chile"),
    ("es-co", "Colombia"), ("es-es", "España"), ("es-mx", "México"), ("es-pe", "Perú"), ("es-us", "Estados Unidos"),
    ("fr-be", "Belgique"), ("fr-ca", "Canada"), ("fr-ch", "Suisse"), ("fr-fr", "France"), ("fr-lu", "Luxembourg"),
    ("fr-ma", "Maroc"), ("fr-sn", "Sénégal"), ("fr-tn", "Tunisie"), ("it-ch", "Svizzera"), ("it-it", "Italia"),
    ("nl-be", "België"), ("nl-nl", "Nederland"), ("pt-br", "Brasil"), ("pt-pt", "Portugal"), ("zh-cn", "中国"),
    ("zh-sg", "新加坡"), ("zh-tw", "台灣"), ("zh-hk", "香港"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_calls_itself_by_its_own_name() {
        assert_eq!(endonym("fr-FR"), "Français");
        assert_eq!(endonym("ar"), "العربية");
        assert_eq!(endonym("de"), "Deutsch");
        assert_eq!(endonym("en-asia"), "English");
        assert_eq!(endonym("zh-Hant-TW"), "繁體中文");
        assert_eq!(endonym("zh-tw"), "繁體中文");
        assert_eq!(endonym("ka"), "ქართული", "no lone capital");
        assert_eq!(endonym("tlh-xx"), "tlh-xx");
        assert_eq!(endonym(""), "");
    }

    #[test]
    fn regions_tell_texts_of_one_language_apart() {
        assert_eq!(endonym_with_region("fr-ca"), "Français (Canada)");
        assert_eq!(endonym_with_region("en-GB"), "English (United Kingdom)");
        assert_eq!(endonym_with_region("en-asia"), "English (Asia)");
        assert_eq!(endonym_with_region("en-ke"), "English (KE)");
        assert_eq!(endonym_with_region("en"), "English");
        assert_eq!(endonym_with_region("zh-tw"), "繁體中文 (台灣)");
        assert_eq!(endonym_with_region("zh-hant"), "繁體中文");
        assert_eq!(endonym_with_region("zh-hant-hk"), "繁體中文 (HK)");
    }

    #[test]
    fn a_language_is_named_in_another() {
        assert_eq!(name_in("fr-FR", "de-de"), "allemand");
        assert_eq!(name_in("en-GB", "pl-pl"), "Polish");
        assert_eq!(name_in("pt-PT", "pl-pl"), "polaco");
        assert_eq!(name_in("pt-BR", "pl-pl"), "polonês");
        assert_eq!(name_in("ar", "en-asia"), "الإنجليزية");
        assert_eq!(name_in("fr", "sv-se"), "svenska", "its own name where ours is not known");
        assert_eq!(name_in("fr", "tlh-xx"), "tlh", "its code where nothing is known");
        assert_eq!(name_in("tlh", "fr"), "français");
    }

    #[test]
    fn every_row_has_every_column() {
        let columns = LANGUAGES.split(' ').count();
        for (tag, names) in NAMES {
            assert_eq!(names.split(' ').count(), columns, "{tag}");
        }
        for code in LANGUAGES.split(' ') {
            assert!(find(NAMES, code).is_some() && find(ENDONYMS, code).is_some(), "{code}");
        }
    }
}
