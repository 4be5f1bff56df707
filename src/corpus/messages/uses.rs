//! What the text of a message refers to.

use crate::corpus::slices::place;
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use std::ops::Range;

/// The references of a message's text, in its order.
#[derive(Default)]
pub(super) struct Uses(Vec<Use>);

/// A reference and the place of the name in its source.
pub(super) struct Use {
    pub kind: UseKind,
    pub name: String,
    pub range: Range<usize>,
}

/// What is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UseKind {
    /// `{ $name }`.
    Variable,
    /// `{ name }`.
    Message,
    /// `{ -name }`.
    Term,
    /// `{ NAME() }`.
    Function,
}

impl Uses {
    /// The references of `pattern`, whose texts are slices of `source`.
    pub fn of(pattern: &Pattern<&str>, source: &str) -> Self {
        let mut collector = Collector { source, uses: Vec::new() };
        collector.pattern(pattern);
        Self(collector.uses)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Use> {
        self.0.iter()
    }

    /// The names of the variables; one may come twice.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.names(UseKind::Variable)
    }

    /// The names of the messages; one may come twice.
    pub fn messages(&self) -> impl Iterator<Item = &str> {
        self.names(UseKind::Message)
    }

    fn names(&self, kind: UseKind) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |used| used.kind == kind).map(|used| &*used.name)
    }
}

/// Walks a pattern. It recurses as deep as the parser did.
struct Collector<'s> {
    source: &'s str,
    uses: Vec<Use>,
}

impl Collector<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => self.push(UseKind::Variable, id.name),
            InlineExpression::MessageReference { id, .. } => self.push(UseKind::Message, id.name),
            // A term sees none of the message's variables, and what it is given must be literal.
            InlineExpression::TermReference { id, .. } => self.push(UseKind::Term, id.name),
            InlineExpression::FunctionReference { id, arguments } => {
                self.push(UseKind::Function, id.name);
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn push(&mut self, kind: UseKind, name: &str) {
        self.uses.push(Use { kind, name: name.to_owned(), range: place(self.source, name) });
    }
}
