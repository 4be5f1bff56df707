//! Rows as they were written, against what the site knows: all that is wrong is found before anything is written.

use super::{Found, Known, NAME, Record, Row, Rows, names};
use crate::{
    diagnostic::{self, Diagnostic, EACH_COLUMN, EACH_NAME, EACH_VALUE},
    service::ParameterName,
    text::{FileId, Span},
    words::did_you_mean,
};
use std::collections::BTreeMap;

/// The sites of a file, or all that is wrong with it.
pub fn check(file: FileId, Found { records, wrong }: Found, known: &Known) -> Result<Rows, Vec<Diagnostic>> {
    let is_read = wrong.is_empty();
    let mut checker = Checker { known, names: BTreeMap::new(), columns: BTreeMap::new(), found: Vec::new(), wrong };
    checker.learn_columns(&records);
    if records.is_empty() && is_read {
        checker.wrong.push(Diagnostic::new(&EACH_VALUE, Span::top(file), "no site is listed"));
    } else if !records.is_empty() && checker.found.is_empty() && checker.wrong.is_empty() {
        let help = "name a column after each parameter that differs, such as `email-pro.server`";
        checker.wrong.push(Diagnostic::new(&EACH_COLUMN, Span::top(file), "the sites have names and no values").help(help));
    }
    let rows: Vec<Row> = records.into_iter().map(|record| checker.row(record)).collect();
    let Checker { found, mut wrong, .. } = checker;
    diagnostic::sort(&mut wrong);
    if wrong.is_empty() { Ok(Rows { columns: found, rows }) } else { Err(wrong) }
}

struct Checker<'a> {
    known: &'a Known<'a>,
    /// The names that were given, as disks see them, with their places.
    names: BTreeMap<String, (String, Span)>,
    /// What the names of columns mean, each looked up once.
    columns: BTreeMap<String, Option<usize>>,
    found: Vec<ParameterName>,
    wrong: Vec<Diagnostic>,
}

impl Checker<'_> {
    /// Finds the parameters that any row has a value of. A name that means none is told where it stands first, or for each row
    /// that has it.
    fn learn_columns(&mut self, records: &[Record]) {
        for (key, _) in records.iter().flat_map(|record| &record.cells).filter(|(key, _)| key.value != NAME) {
            match self.columns.get(&key.value) {
                None => {
                    let column = self.column(&key.value, key.span);
                    self.columns.insert(key.value.clone(), column);
                }
                Some(None) => _ = self.column(&key.value, key.span),
                Some(Some(_)) => {}
            }
        }
    }

    fn column(&mut self, text: &str, span: Span) -> Option<usize> {
        match self.parameter(text) {
            Ok(name) => {
                if let Some(at) = self.found.iter().position(|known| *known == name) {
                    return Some(at);
                }
                self.found.push(name);
                Some(self.found.len() - 1)
            }
            Err(reason) => {
                let known = self.wrong.iter().any(|wrong| wrong.span == span && wrong.code == &EACH_COLUMN);
                self.wrong.extend((!known).then(|| Diagnostic::new(&EACH_COLUMN, span, reason)));
                None
            }
        }
    }

    fn parameter(&self, text: &str) -> Result<ParameterName, String> {
        if text.is_empty() {
            return Err("a value stands below no name of a column".into());
        }
        if !text.contains('.') && did_you_mean(text, &[NAME]).starts_with("did you mean") {
            return Err(format!("unknown column `{text}`; {}", did_you_mean(text, &[NAME])));
        }
        let name = ParameterName::find(text, self.known.services, self.known.of_site)?;
        match self.known.fixed.get(&name.service, &name.parameter) {
            Some(_) => Err(format!("`{name}` is fixed with `--set` for all sites, and has a column")),
            None => Ok(name),
        }
    }

    fn row(&mut self, record: Record) -> Row {
        let mut values: Vec<Option<String>> = vec![None; self.found.len()];
        let mut name = None;
        for (key, cell) in record.cells {
            if key.value == NAME {
                let twice = name.is_some();
                self.name(&cell.value, cell.span, twice);
                name = Some(cell.value);
            } else if let Some(Some(column)) = self.columns.get(&key.value).copied() {
                self.value(column, &cell.value, cell.span, &mut values);
            }
        }
        if name.is_none() {
            self.wrong.push(Diagnostic::new(&EACH_NAME, record.span, "a site has no name").help("the column of names is called `name`"));
        }
        for (column, _) in values.iter().enumerate().filter(|(_, value)| value.is_none()) {
            self.wrong.push(Diagnostic::new(&EACH_VALUE, record.span, format!("`{}` has no value", self.found[column])));
        }
        Row { name: name.unwrap_or_default(), values: values.into_iter().flatten().collect() }
    }

    fn name(&mut self, name: &str, span: Span, twice: bool) {
        if twice {
            self.wrong.push(Diagnostic::new(&EACH_NAME, span, "a site has two names"));
        } else if let Some(fault) = names::fault(name) {
            let help = "a name has letters, digits, `-`, `_`, `.`, `@` and `+`";
            self.wrong.push(Diagnostic::new(&EACH_NAME, span, fault).help(help));
        } else if let Some((other, place)) = self.names.get(&names::folded(name)) {
            let message = match other == name {
                true => format!("two sites are called `{name}`"),
                false => format!("`{name}` and `{other}` differ in case alone, which some disks do not tell apart"),
            };
            self.wrong.push(Diagnostic::new(&EACH_NAME, span, message).related(*place, "the first stands here"));
        } else {
            self.names.insert(names::folded(name), (name.to_owned(), span));
        }
    }

    fn value(&mut self, column: usize, value: &str, span: Span, values: &mut [Option<String>]) {
        let name = &self.found[column];
        let wrong = if value.is_empty() {
            Some(format!("`{name}` has no value"))
        } else if values[column].is_some() {
            Some(format!("`{name}` has two values"))
        } else {
            name.allows(value, self.known.services).err()
        };
        self.wrong.extend(wrong.map(|message| Diagnostic::new(&EACH_VALUE, span, message)));
        values[column] = Some(value.to_owned());
    }
}
