//! What the messages of a Fluent file say, for checks that compare languages.

use super::file::MessageFile;
use crate::{
    corpus::slices::place,
    text::{FileId, Span},
};
use fluent_syntax::ast::{self, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use std::collections::BTreeSet;

/// A message, without terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MessageOutline {
    /// Its id.
    pub name: String,
    /// Where its id stands.
    pub span: Option<Span>,
    /// Its words, of all variants one after the other, without those of its attributes.
    pub words: String,
    /// The variables in it.
    pub variables: BTreeSet<String>,
    /// The names of its attributes.
    pub attributes: BTreeSet<String>,
    /// Its choices by the value of a variable.
    pub selects: Vec<Select>,
    /// Whether it shows another message or a term, whose variables are not among its own.
    pub has_references: bool,
}

/// A choice by the value of a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Select {
    /// The variable.
    pub variable: String,
    /// Where it stands.
    pub span: Span,
    /// The names of the variants: `one`, `other`, `0`.
    pub keys: Vec<String>,
}

/// The messages of a file, in its order. What cannot be read is left out.
pub fn outline(file: FileId, text: &str) -> Vec<MessageOutline> {
    let read = MessageFile::parse(Some(file), text, &mut Vec::new());
    let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
    let source = read.resource.source();
    let message = |entry: &ast::Entry<&str>| match entry {
        ast::Entry::Message(message) => {
            let mut reader = Reader { file, source, skipped, found: MessageOutline::default() };
            reader.found.name = message.id.name.to_owned();
            reader.found.span = Some(reader.span(message.id.name));
            message.value.iter().for_each(|pattern| reader.pattern(pattern));
            let length = reader.found.words.len();
            for attribute in &message.attributes {
                reader.found.attributes.insert(attribute.id.name.to_owned());
                reader.pattern(&attribute.value);
            }
            reader.found.words.truncate(length);
            Some(reader.found)
        }
        _ => None,
    };
    read.resource.entries().filter_map(message).collect()
}

/// Walks a pattern. It recurses as deep as the parser did.
struct Reader<'s> {
    file: FileId,
    source: &'s str,
    skipped: usize,
    found: MessageOutline,
}

impl Reader<'_> {
    fn span(&self, name: &str) -> Span {
        let range = place(self.source, name);
        Span::new(self.file, range.start + self.skipped..range.end + self.skipped)
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.found.words.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                if let Some(variable) = variable(selector) {
                    let name = |key: &VariantKey<&str>| match key {
                        VariantKey::Identifier { name } => (*name).to_owned(),
                        VariantKey::NumberLiteral { value } => (*value).to_owned(),
                    };
                    let keys = variants.iter().map(|variant| name(&variant.key)).collect();
                    self.found.selects.push(Select { variable: variable.to_owned(), span: self.span(variable), keys });
                }
                for variant in variants {
                    self.found.words.push('\n');
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => _ = self.found.variables.insert(id.name.to_owned()),
            InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => self.found.has_references = true,
            InlineExpression::FunctionReference { arguments, .. } => arguments.positional.iter().for_each(|inline| self.inline(inline)),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { value } => self.found.words.push_str(value),
            InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

/// The variable that a selector asks: `$count`, or `NUMBER($count)`.
fn variable<'s>(selector: &InlineExpression<&'s str>) -> Option<&'s str> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => variable(arguments.positional.first()?),
        _ => None,
    }
}
