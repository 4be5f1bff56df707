//! Dates as authors write them in a text: `19/03/2020`, `28th July 2020`, `19. März 2020`.

use jiff::civil::Date;

/// How the months begin in the languages of guides, in small letters.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen", "sty"],
    &["feb", "fév", "fev", "lut"],
    &["mar", "mär", "mrz"],
    &["apr", "avr", "abr", "kwi"],
    &["may", "mai", "mag", "maj"],
    &["jun", "juin", "giu", "cze"],
    &["jul", "juil", "lug", "lip"],
    &["aug", "aoû", "aou", "ago", "sie"],
    &["sep", "set", "wrz"],
    &["oct", "okt", "ott", "out", "paź"],
    &["nov", "lis"],
    &["dec", "déc", "dez", "dic", "gru"],
];

/// The date in a line, if there is just one.
pub fn read(line: &str) -> Option<Date> {
    let digits = |word: &str| word.chars().take_while(char::is_ascii_digit).collect::<String>();
    let words: Vec<&str> = line.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let numbers: Vec<i16> = words.iter().filter_map(|word| digits(word).parse().ok()).collect();
    match numbers[..] {
        [year, month, day] if year > 31 => date(year, month, day),
        [day, month, year] => date(year, month, day),
        [day, year] => date(year, month_in(&words, year)?, day),
        _ => None,
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The month that one of the last words before the year names.
fn month_in(words: &[&str], year: i16) -> Option<i16> {
    let end = words.iter().position(|word| *word == year.to_string())?;
    words[..end].iter().rev().take(4).find_map(|word| {
        let word = word.to_lowercase();
        let is_month = |beginnings: &[&str]| beginnings.iter().any(|beginning| word.starts_with(beginning));
        let at = MONTHS.iter().position(|beginnings| is_month(beginnings)).filter(|_| word.chars().count() >= 3)?;
        i16::try_from(at + 1).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_languages_of_guides() {
        for (line, expected) in [
            ("Dernière mise à jour le 19/03/2020", "2020-03-19"),
            ("Last updated 28th July 2020", "2020-07-28"),
            ("Last updated July 28, 2020", "2020-07-28"),
            ("Letzte Aktualisierung am 19. März 2020", "2020-03-19"),
            ("Última actualización: 5 de mayo de 2021", "2021-05-05"),
            ("Ultimo aggiornamento: 2 giugno 2021", "2021-06-02"),
            ("Ostatnia aktualizacja: 3 października 2021", "2021-10-03"),
            ("Última atualização em 1 de dezembro de 2021", "2021-12-01"),
            ("Updated 2020-07-28", "2020-07-28"),
        ] {
            assert_eq!(read(line).map(|date| date.to_string()).as_deref(), Some(expected), "{line}");
        }
        for none in ["Last updated xxth xxxx 2018", "Version 13", "31/02/2020", ""] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
