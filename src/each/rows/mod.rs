//! Who the sites are for: a file with a name and a value for each parameter in a row, or all values of one parameter.

mod check;
mod csv;
mod json;
mod names;
mod range;
#[cfg(test)]
mod tests;
mod yaml;

pub use range::range;

use crate::{
    diagnostic::{Diagnostic, EACH_SYNTAX},
    service::{ParameterName, Service, Values},
    source::SourceTree,
    text::{FileId, Span, Spanned},
};

/// The column of names.
const NAME: &str = "name";

/// The sites that are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The parameters that each has a value of.
    pub columns: Vec<ParameterName>,
    /// The sites, in the file's order.
    pub rows: Vec<Row>,
}

/// A site: the folder of its files, and its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What its folder is called.
    pub name: String,
    /// A value for each column.
    pub values: Vec<String>,
}

/// A row as its author wrote it.
#[derive(Debug)]
struct Record {
    span: Span,
    cells: Vec<(Spanned<String>, Spanned<String>)>,
}

/// What a file holds.
#[derive(Debug, Default)]
struct Found {
    records: Vec<Record>,
    /// What cannot be read.
    wrong: Vec<Diagnostic>,
}

/// What rows are checked against.
pub struct Known<'a> {
    /// All services.
    pub services: &'a [Service],
    /// Those that guides of the site use.
    pub of_site: &'a [&'a Service],
    /// What the command line fixes for all sites.
    pub fixed: &'a Values,
}

/// Reads a file by the ending of its name: `.csv`, `.yaml`, `.yml` or `.json`.
///
/// # Errors
/// All that is wrong with it.
pub fn read(tree: &SourceTree, file: FileId, known: &Known) -> Result<Rows, Vec<Diagnostic>> {
    let text = crate::corpus::yaml::load(tree, file).map_err(|wrong| vec![wrong])?;
    let name = tree.path(file).as_str().to_lowercase();
    let mut found = Found::default();
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("csv" | "tsv") => csv::read(file, &text, &mut found),
        Some("yaml" | "yml") => yaml::read(file, &text, &mut found),
        Some("json") => json::read(file, &text, &mut found),
        _ => {
            let message = "the name of a file of sites ends in `.csv`, `.yaml`, `.yml` or `.json`";
            return Err(vec![Diagnostic::new(&EACH_SYNTAX, Span::top(file), message)]);
        }
    }
    check::check(file, found, known)
}
