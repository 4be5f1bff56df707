//! A site for each value of one parameter: `email-pro.server=1..99`.

use super::{Known, Row, Rows, names};
use crate::{
    service::{Grammar, ParameterName},
    words::thousands,
};

/// The most sites that a range gives: more are a slip of the keyboard.
const MAX: i64 = 100_000;

/// The sites of a range, each called as its value; of all values that are allowed, where no range is given.
///
/// # Errors
/// What is wrong with it, and what is allowed.
pub fn range(text: &str, known: &Known) -> Result<Rows, String> {
    let (name, range) = text.split_once('=').map_or((text, None), |(name, range)| (name, Some(range)));
    let name = ParameterName::find(name, known.services, known.of_site)?;
    if known.fixed.get(&name.service, &name.parameter).is_some() {
        return Err(format!("`{name}` is fixed with `--set` and has a range"));
    }
    let values = match (name.grammar(known.services), range) {
        (Some(Grammar::Integer(min, max)), range) => {
            let (first, last) = range.map_or(Ok((*min, *max)), |range| ends(&name, range))?;
            numbers(first, last)?
        }
        (Some(Grammar::Choice(choices)), None) => choices.clone(),
        (_, Some(_)) => {
            return Err(format!(
                "`{name}` is no number, so that it has no range; write `--each-range {name}` or list its values in a file"
            ));
        }
        (_, None) => return Err(format!("`{name}` may have countless values; list them in a file for `--each`")),
    };
    for value in &values {
        name.allows(value, known.services)?;
        names::fault(value).map_or(Ok(()), Err)?;
    }
    let rows = values.into_iter().map(|value| Row { name: value.clone(), values: vec![value] });
    Ok(Rows { columns: vec![name], rows: rows.collect() })
}

/// The first and the last number of `1..99`.
fn ends(name: &ParameterName, range: &str) -> Result<(i64, i64), String> {
    let ends = range.split_once("..").and_then(|(first, last)| Some((first.parse().ok()?, last.parse().ok()?)));
    ends.filter(|(first, last): &(i64, i64)| first <= last)
        .ok_or_else(|| format!("`{range}` is no range; write the first and the last number, such as `{name}=1..99`"))
}

fn numbers(first: i64, last: i64) -> Result<Vec<String>, String> {
    if last.saturating_sub(first) >= MAX {
        return Err(format!("a range gives at most {} sites", thousands(MAX as usize)));
    }
    Ok((first..=last).map(|number| number.to_string()).collect())
}
