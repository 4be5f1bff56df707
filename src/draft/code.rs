//! Code blocks: coloured, with the values of hosts left open.

use super::{
    lexer::Paint,
    shell::Shell,
    writer::{Setting, Writer},
    yaml,
};
use crate::{
    dialect::{tree::ParameterId, vocabulary::Vocabulary},
    html::escape_into,
    service::{HostPart, Service},
};
use rustc_hash::FxHashMap;
use std::{
    hash::BuildHasher,
    ops::Range,
    sync::{Arc, Mutex, OnceLock},
};
use syntect::parsing::{ParseState, Scope, ScopeStackOp, SyntaxReference, SyntaxSet};

const SHARDS: usize = 16;
/// Longer code is shown without colours.
const LIMIT: usize = 100_000;
/// Lines of this length and more are shown without colours, since some grammars are slow on them.
const LINE_LIMIT: usize = 4_001;

/// Paints code. What is painted is kept, since code is the same in all locales of a guide: it is painted once, and all
/// drafts share it.
#[derive(Default)]
pub struct Highlighter {
    syntaxes: OnceLock<SyntaxSet>,
    classes: OnceLock<Vec<(Scope, &'static str)>>,
    /// By language and code.
    done: [Mutex<FxHashMap<Box<str>, Arc<Painted>>>; SHARDS],
}

/// Code as markup, and the places in it where marks go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Painted {
    html: Box<str>,
    marks: Box<[(usize, ParameterId)]>,
}

impl Painted {
    /// How many bytes of markup, marks left out.
    pub fn len(&self) -> usize {
        self.html.len()
    }

    /// Whether there is no markup.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }

    /// The values whose marks stand in it.
    pub fn parameters(&self) -> impl Iterator<Item = ParameterId> {
        self.marks.iter().map(|(_, parameter)| *parameter)
    }

    /// The markup in pieces, each with the mark that follows on it.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, Option<ParameterId>)> {
        let starts = std::iter::once(0).chain(self.marks.iter().map(|(at, _)| *at));
        let ends = self.marks.iter().map(|(at, parameter)| (*at, Some(*parameter))).chain([(self.html.len(), None)]);
        starts.zip(ends).map(|(start, (end, parameter))| (&self.html[start..end], parameter))
    }
}

/// What stands at a place of the code: the mark of a value.
struct MarkAt {
    range: Range<usize>,
    parameter: ParameterId,
}

impl Highlighter {
    /// Whether code of this language can be coloured, or is known to need no colours.
    pub fn knows(&self, language: &str) -> bool {
        let language = language.to_lowercase();
        let find = |token: &str| self.syntaxes.get_or_init(two_face::syntax::extra_newlines).find_syntax_by_token(token).is_some();
        syntax_of(&language).is_none_or(|token| LANGUAGES.contains(&token) || find(token))
    }

    /// `code` in `language`, with the marks of `services`' hosts left open.
    pub fn highlight(&self, language: &str, code: &str, vocabulary: &Vocabulary, services: &[Service]) -> Arc<Painted> {
        let syntax = syntax_of(language).filter(|_| code.len() <= LIMIT);
        let key: Box<str> = [syntax.unwrap_or_default(), "\0", code].concat().into();
        let shard = &self.done[shard_of(&key)];
        if let Ok(done) = shard.lock()
            && let Some(found) = done.get(&key)
        {
            return Arc::clone(found);
        }
        let mut painter = Painter { code, marks: marks_in(code, vocabulary, services), next: 0, out: Markup::with_room(code) };
        self.paint(syntax, &mut painter);
        let painted = Arc::new(painter.out.finish());
        if let Ok(mut done) = shard.lock() {
            done.insert(key, Arc::clone(&painted));
        }
        painted
    }

    /// Forgets the code that no draft holds any more.
    pub fn forget_unused(&self) {
        self.done
            .iter()
            .filter_map(|shard| shard.lock().ok())
            .for_each(|mut done| done.retain(|_, painted| Arc::strong_count(painted) > 1));
    }

    /// Paints by a lexer of our own, which the languages that nearly all guides use have, or by a grammar.
    fn paint(&self, syntax: Option<&str>, painter: &mut Painter) {
        match syntax {
            None => painter.token(0..painter.code.len(), None),
            Some("bash" | "sh" | "zsh") => painter.shell(),
            Some("yaml" | "yml") => painter.yaml(),
            Some(token) => {
                let set = self.syntaxes.get_or_init(two_face::syntax::extra_newlines);
                match set.find_syntax_by_token(token) {
                    Some(syntax) => self.paint_by(set, syntax, painter),
                    None => painter.token(0..painter.code.len(), None),
                }
            }
        }
    }

    fn paint_by(&self, set: &SyntaxSet, syntax: &SyntaxReference, painter: &mut Painter) {
        let classes = self.classes.get_or_init(classes);
        let mut state = ParseState::new(syntax);
        let mut stack: Vec<Option<&'static str>> = Vec::new();
        let mut start = 0;
        for line in painter.code.split_inclusive('\n') {
            let end = start + line.len();
            let operations = if line.len() >= LINE_LIMIT { Vec::new() } else { state.parse_line(line, set).unwrap_or_default() };
            let mut from = start;
            for (at, operation) in operations {
                let to = (start + at).min(end);
                painter.token(from..to, stack.iter().rev().find_map(|class| *class));
                from = to.max(from);
                apply(&operation, &mut stack, classes);
            }
            painter.token(from..end, stack.iter().rev().find_map(|class| *class));
            start = end;
        }
    }
}

fn apply(operation: &ScopeStackOp, stack: &mut Vec<Option<&'static str>>, classes: &[(Scope, &'static str)]) {
    match operation {
        ScopeStackOp::Push(scope) => stack.push(class_of(*scope, classes)),
        ScopeStackOp::Pop(count) => stack.truncate(stack.len().saturating_sub(*count)),
        _ => {}
    }
}

fn class_of(scope: Scope, classes: &[(Scope, &'static str)]) -> Option<&'static str> {
    classes.iter().find(|(prefix, _)| prefix.is_prefix_of(scope)).map(|(_, class)| *class).filter(|class| !class.is_empty())
}

/// Scopes of TextMate grammars and the theme's class for each; the first that fits counts.
fn classes() -> Vec<(Scope, &'static str)> {
    const CLASSES: &[(&str, &str)] = &[
        ("comment", "comment"),
        ("punctuation.definition.comment", "comment"),
        ("punctuation.definition.string", "string"),
        ("punctuation", "punctuation"),
        ("string", "string"),
        ("constant.numeric", "number"),
        ("constant.character.escape", "constant"),
        ("constant", "constant"),
        ("keyword.operator", "operator"),
        ("keyword", "keyword"),
        ("storage", "keyword"),
        ("entity.name.tag", "tag"),
        ("entity.other.attribute-name", "attribute"),
        ("entity.name.function", "function"),
        ("support.function", "function"),
        ("variable.function", "function"),
        ("entity.name", "type"),
        ("support.type", "type"),
        ("support.class", "type"),
        ("variable", "variable"),
        ("markup.inserted", "inserted"),
        ("markup.deleted", "deleted"),
    ];
    CLASSES.iter().filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, *class))).collect()
}

/// The syntax for a fence's language, which guides call by many names; none where the code is not coloured.
fn syntax_of(language: &str) -> Option<&str> {
    Some(match language {
        "" | "text" | "txt" | "plaintext" | "output" | "none" => return None,
        "console" | "ssh" | "shell-session" | "shell" | "curl" | "terminal" | "cmd" => "bash",
        "conf" | "config" | "cfg" => "ini",
        "apacheconf" | "htaccess" | "apache" => "htaccess",
        "ansible" => "yaml",
        "docker" => "dockerfile",
        "json5" | "jsonc" => "json",
        "mysql" | "postgresql" | "psql" => "sql",
        "pwsh" => "ps1",
        "haproxy" => return None,
        "powershell" => "ps1",
        "dns" | "zone" | "bind" => return None,
        other => other,
    })
}

/// The languages that guides use most, as authors write them.
pub const LANGUAGES: &[&str] = &[
    "apache",
    "bash",
    "c",
    "conf",
    "console",
    "cpp",
    "csharp",
    "css",
    "diff",
    "dockerfile",
    "go",
    "hcl",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "json",
    "jsx",
    "kotlin",
    "lua",
    "makefile",
    "markdown",
    "nginx",
    "output",
    "perl",
    "php",
    "powershell",
    "properties",
    "python",
    "r",
    "ruby",
    "rust",
    "scala",
    "scss",
    "sh",
    "shell",
    "sql",
    "swift",
    "terraform",
    "text",
    "toml",
    "typescript",
    "xml",
    "yaml",
];

/// The places of marks in code: those of hosts that stand there as they are shown.
fn marks_in(code: &str, vocabulary: &Vocabulary, services: &[Service]) -> Vec<MarkAt> {
    let mut marks = Vec::new();
    for (start, _, host) in vocabulary.find_shown_hosts(code) {
        let Some(service) = services.get(host.service as usize) else { continue };
        let mut at = start;
        for part in &service.host.parts {
            let length = match part {
                HostPart::Literal(text) => text.len(),
                HostPart::Parameter(index) => {
                    let length = service.parameters.get(*index).map_or(0, |parameter| parameter.mark.len());
                    marks.push(MarkAt {
                        range: at..at + length,
                        parameter: ParameterId { service: host.service, parameter: *index as u16 },
                    });
                    length
                }
            };
            at += length;
        }
    }
    marks
}

struct Painter<'a> {
    code: &'a str,
    marks: Vec<MarkAt>,
    next: usize,
    out: Markup,
}

/// [`Painted`] while it is written.
struct Markup {
    html: String,
    marks: Vec<(usize, ParameterId)>,
}

impl Markup {
    fn with_room(code: &str) -> Self {
        Self { html: String::with_capacity(code.len() * 2), marks: Vec::new() }
    }

    fn finish(self) -> Painted {
        Painted { html: self.html.into(), marks: self.marks.into() }
    }
}

impl Painter<'_> {
    fn shell(&mut self) {
        let mut shell = Shell::default();
        self.lines(|line, paint| match line.len() {
            LINE_LIMIT.. if shell.is_quoted => paint(0..line.len(), "string"),
            LINE_LIMIT.. => {}
            _ => shell.line(line, paint),
        });
    }

    fn yaml(&mut self) {
        self.lines(|line, paint| {
            if line.len() < LINE_LIMIT {
                yaml::line(line, paint);
            }
        });
    }

    /// Writes lines of which `lexer` paints some tokens.
    fn lines(&mut self, mut lexer: impl FnMut(&str, &mut Paint)) {
        let mut start = 0;
        for line in self.code.split_inclusive('\n') {
            let mut from = start;
            lexer(line, &mut |range, class| {
                self.token(from..start + range.start, None);
                from = start + range.end;
                self.token(start + range.start..from, Some(class));
            });
            start += line.len();
            self.token(from..start, None);
        }
    }

    /// Writes a token of the code; marks in it are left out, with their places noted.
    fn token(&mut self, range: Range<usize>, class: Option<&str>) {
        if range.is_empty() {
            return;
        }
        if let Some(class) = class {
            self.out.html.push_str("<span class=\"hl-");
            self.out.html.push_str(class);
            self.out.html.push_str("\">");
        }
        let mut from = range.start;
        while let Some(mark) = self.marks.get(self.next).filter(|mark| mark.range.start < range.end) {
            escape_into(self.code.get(from..mark.range.start).unwrap_or_default(), &mut self.out.html);
            if mark.range.start >= from {
                self.out.marks.push((self.out.html.len(), mark.parameter));
            }
            from = mark.range.end.max(from);
            self.next += 1;
        }
        escape_into(self.code.get(from.min(range.end)..range.end).unwrap_or_default(), &mut self.out.html);
        if class.is_some() {
            self.out.html.push_str("</span>");
        }
    }
}

impl Writer<'_> {
    pub(super) fn code_block(&mut self, language: &str, code: &str) {
        self.raw("<pre class=\"code\" tabindex=\"0\"");
        if !language.is_empty() {
            self.attribute("data-language", language);
        }
        self.raw("><code>");
        let Setting { highlighter, vocabulary, services, .. } = self.setting;
        self.code(highlighter.highlight(language, code.strip_suffix('\n').unwrap_or(code), vocabulary, services));
        self.raw("</code></pre>\n");
    }
}

fn shard_of(key: &str) -> usize {
    (rustc_hash::FxBuildHasher.hash_one(key) >> 40) as usize % SHARDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::vocabulary::tests::services;

    fn highlight(language: &str, code: &str) -> Arc<Painted> {
        let services = services();
        Highlighter::default().highlight(language, code, &Vocabulary::new(&services), &services)
    }

    #[test]
    fn code_is_coloured() {
        let html = &highlight("json", "{\"a\": 1}").html;
        assert!(html.contains("hl-number") && html.contains("hl-string"), "{html}");
        assert_eq!(&*highlight("nosuch", "a < b").html, "a &lt; b");
    }

    #[test]
    fn lexers_colour_what_matters() {
        let html = &highlight("bash", "sudo apt-get install -y x # why\necho \"$A\" | grep 'b'").html;
        for class in
            ["hl-keyword\">sudo", "hl-function\">apt-get", "hl-attribute\">-y", "hl-comment\"># why", "hl-variable\">$A", "hl-string\">'b'"]
        {
            assert!(html.contains(class), "{class} in {html}");
        }
        let html = &highlight("yaml", "- name: \"x\"\n  on: true").html;
        for class in ["hl-tag\">name", "hl-string\">&quot;x&quot;", "hl-constant\">true"] {
            assert!(html.contains(class), "{class} in {html}");
        }
    }

    #[test]
    fn equal_code_is_painted_once() {
        let (highlighter, services) = (Highlighter::default(), services());
        let highlight = |language, code| highlighter.highlight(language, code, &Vocabulary::new(&services), &services);
        assert!(Arc::ptr_eq(&highlight("console", "ls"), &highlight("bash", "ls")), "both are a shell's");
        assert!(!Arc::ptr_eq(&highlight("yaml", "ls"), &highlight("bash", "ls")));
    }

    #[test]
    fn marks_of_hosts_are_left_open() {
        let code = highlight("bash", "openssl s_client pro?.mail.ovh.net:993");
        let [(at, parameter)] = code.marks[..] else { panic!("{code:?}") };
        assert_eq!((parameter.service, parameter.parameter), (0, 0));
        assert!(code.html[..at].contains("pro") && code.html[at..].contains(".mail.ovh.net"), "{code:?}");
        assert!(!code.html.contains('?'), "the mark is not text");
        let pieces: Vec<_> = code.pieces().map(|(markup, mark)| (markup.len(), mark)).collect();
        assert_eq!(pieces, [(at, Some(parameter)), (code.len() - at, None)]);
    }
}
