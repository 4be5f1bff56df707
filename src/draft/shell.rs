//! Colours for shell commands as guides show them. A full grammar of the shell is many times slower and colours them no
//! better.

use super::lexer::{Paint, comment, is_name, is_word, letter_after, letter_before, single_quoted, word};
use std::ops::Range;

fn is_keyword(word: &str) -> bool {
    matches!(
        word,
        "if" | "then"
            | "else"
            | "elif"
            | "fi"
            | "for"
            | "in"
            | "do"
            | "done"
            | "while"
            | "until"
            | "case"
            | "esac"
            | "function"
            | "return"
            | "export"
            | "local"
    )
}

/// What is known of the lines before.
#[derive(Default)]
pub struct Shell {
    /// Whether a string in double quotes goes on.
    pub is_quoted: bool,
}

impl Shell {
    /// Paints the tokens of a line that have a class.
    pub fn line(&mut self, line: &str, paint: &mut Paint) {
        let mut at = if self.is_quoted { self.quoted(line, 0, 0, paint) } else { start(line, paint) };
        while at < line.len() {
            at = self.token(line, at, paint);
        }
    }

    /// Paints what stands at `at` and gives its end.
    fn token(&mut self, line: &str, at: usize, paint: &mut Paint) -> usize {
        if line.as_bytes()[at] == b'"' {
            self.is_quoted = true;
            return self.quoted(line, at, at + 1, paint);
        }
        if starts_command(&line[..at])
            && let Some(end) = command(line, at, paint)
        {
            return end;
        }
        let word = word(&line[at..]);
        let (end, class) = match word.as_bytes().first() {
            None => symbol(line, at),
            Some(b'0'..=b'9') => (number(line, at), "number"),
            Some(_) => (keyword(line, at, word), "keyword"),
        };
        if let Some(end) = end {
            paint(at..end, class);
        }
        // Nothing starts inside a word.
        end.unwrap_or_else(|| at + word.len().max(letter_after(line, at).map_or(1, char::len_utf8)))
    }

    /// Paints a string in double quotes, of which `from` is not yet painted, and gives its end.
    fn quoted(&mut self, line: &str, mut from: usize, mut at: usize, paint: &mut Paint) -> usize {
        while let Some(found) = memchr::memchr3(b'"', b'\\', b'$', &line.as_bytes()[at..]) {
            at += found;
            let inner = match line.as_bytes()[at] {
                b'"' => {
                    self.is_quoted = false;
                    paint(from..at + 1, "string");
                    return at + 1;
                }
                b'\\' => escape(line, at).map(|end| (end, "constant")),
                _ => variable(line, at, is_word).map(|end| (end, "variable")),
            };
            let Some((end, class)) = inner else {
                at += 1;
                continue;
            };
            paint(from..at, "string");
            paint(at..end, class);
            (from, at) = (end, end);
        }
        paint(from..line.len(), "string");
        line.len()
    }
}

/// Paints a prompt or command at the start of a line and gives its end.
fn start(line: &str, paint: &mut Paint) -> usize {
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    if let Some(end) = prompt(line, indent) {
        paint(0..end, "comment");
        return end;
    }
    command(line, indent, paint).unwrap_or(0)
}

/// The end of a prompt: `$ `, or `user@host:~$ `, before a command.
fn prompt(line: &str, indent: usize) -> Option<usize> {
    let sign = match line[indent..].split_once('@') {
        Some((user, rest)) if !user.is_empty() && user.chars().all(is_host) && rest.starts_with(is_host) => {
            let host = indent + user.len() + 1;
            let end = rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '$' | '#')).map_or(line.len(), |end| host + end);
            let is_arrow = line[host..end].ends_with('>') && line[end..].starts_with(' ');
            if is_arrow { end - 1 } else { end }
        }
        _ => indent,
    };
    let rest = line[sign..].strip_prefix(['$', '#', '>'])?.strip_prefix(' ')?;
    rest.starts_with(|letter: char| !letter.is_whitespace()).then_some(sign + 2)
}

fn is_host(letter: char) -> bool {
    is_word(letter) || matches!(letter, '.' | '-')
}

/// Whether a command may follow on `before`: after a pipe, a semicolon and the like, or `$(`.
fn starts_command(before: &str) -> bool {
    matches!(before.as_bytes(), [.., b'|' | b';' | b'&' | b'`', b' '] | [.., b'$', b'('])
}

/// Paints the name of a command, with `sudo` before it, and gives its end.
fn command(line: &str, at: usize, paint: &mut Paint) -> Option<usize> {
    if let Some(rest) = line[at..].strip_prefix("sudo") {
        let name = line.len() - rest.trim_start_matches([' ', '\t']).len();
        let is_gap = name > at + 4;
        if let Some(range) = command_name(line, name).filter(|_| is_gap) {
            let end = range.end;
            paint(at..at + 4, "keyword");
            paint(range, "function");
            return Some(end);
        }
    }
    let range = command_name(line, at)?;
    let end = range.end;
    paint(range, "function");
    Some(end)
}

/// The name of a command: as much of a path as no letter and no `=` follows on.
fn command_name(line: &str, at: usize) -> Option<Range<usize>> {
    let rest = &line[at..];
    let is_start = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, '_' | '.' | '/' | '~');
    if !rest.starts_with(is_start) || is_keyword(word(rest)) {
        return None;
    }
    let is_part = |letter: char| is_word(letter) || matches!(letter, '.' | '/' | '~' | '+' | '-');
    let mut length = rest.find(|letter: char| !is_part(letter)).unwrap_or(rest.len());
    while length > 0 && letter_after(rest, length).is_some_and(|letter| is_word(letter) || letter == '=') {
        length -= letter_before(rest, length).map_or(1, char::len_utf8);
    }
    (length > 0).then_some(at..at + length)
}

/// The end of what starts with a letter of no word, and its class.
fn symbol(line: &str, at: usize) -> (Option<usize>, &'static str) {
    match line.as_bytes()[at] {
        b'#' => (comment(line, at), "comment"),
        b'\'' => (Some(single_quoted(line, at)), "string"),
        b'$' => (variable(line, at, |letter| is_word(letter) || "@*#?!$-".contains(letter)), "variable"),
        b'-' => (option(line, at), "attribute"),
        b'|' | b'&' | b';' | b'<' | b'>' => (Some(line.len() - line[at..].trim_start_matches(['|', '&', ';', '<', '>']).len()), "operator"),
        b'\\' => (escape(line, at), "constant"),
        _ => (None, ""),
    }
}

/// The end of a keyword.
fn keyword(line: &str, at: usize, word: &str) -> Option<usize> {
    (is_keyword(word) && !letter_before(line, at).is_some_and(is_word)).then(|| at + word.len())
}

/// The end of `$name` or `${name}`.
fn variable(line: &str, at: usize, is_part: impl Fn(char) -> bool) -> Option<usize> {
    let rest = &line[at + 1..];
    let braced = rest.strip_prefix('{').and_then(|inside| inside.find('}')).map(|length| length + 2);
    let length = braced.unwrap_or_else(|| rest.find(|letter| !is_part(letter)).unwrap_or(rest.len()));
    (length > 0).then_some(at + 1 + length)
}

/// The end of `-x` or `--name` after white space.
fn option(line: &str, at: usize) -> Option<usize> {
    let name = line[at + 1..].strip_prefix('-').unwrap_or(&line[at + 1..]);
    let is_option =
        letter_before(line, at).is_some_and(char::is_whitespace) && name.starts_with(|letter: char| letter.is_ascii_alphabetic());
    is_option.then(|| line.len() - name.trim_start_matches(is_name).len())
}

/// The end of a number that is no part of a word.
fn number(line: &str, at: usize) -> Option<usize> {
    let end = line.len() - line[at..].trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    (!letter_before(line, at).is_some_and(is_host) && !letter_after(line, end).is_some_and(is_host)).then_some(end)
}

/// The end of a backslash and the letter after it.
fn escape(line: &str, at: usize) -> Option<usize> {
    letter_after(line, at + 1).filter(|letter| *letter != '\n').map(|letter| at + 1 + letter.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn painted(text: &str) -> String {
        let mut shell = Shell::default();
        let mut tokens = Vec::new();
        for line in text.split_inclusive('\n') {
            shell.line(line, &mut |range, class| tokens.push(format!("{class}:{}", &line[range])));
        }
        tokens.join(" ")
    }

    #[test]
    fn prompts_and_commands() {
        assert_eq!(painted("root@a:~# sudo ls"), "comment:root@a:~# ");
        assert_eq!(painted("  sudo ls -l"), "keyword:sudo function:ls attribute:-l");
        assert_eq!(painted("A=1 b | c=2; ./d"), "number:1 operator:| number:2 operator:; function:./d");
        assert_eq!(painted("if x; then echo"), "keyword:if operator:; keyword:then");
    }

    #[test]
    fn strings_go_on_in_the_next_line() {
        assert_eq!(painted("a \"b $c\nd\" 1"), "function:a string:\"b  variable:$c string:\n string:d\" number:1");
    }
}
