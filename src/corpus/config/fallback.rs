//! Fallbacks that never lead back.

use crate::{
    diagnostic::{Diagnostic, LOCALE_CYCLE},
    locale::Locale,
    text::Spanned,
};
use std::collections::HashMap;

/// Where the walk is: untouched, on the way that is being walked, or left for good.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    OnTheWay,
    Done,
}

/// `fallbacks` (one list for each of `locales`, naming only those) without the steps that close a cycle.
/// Each of these is reported where it was written.
pub(super) fn without_cycles(
    locales: &[Locale],
    fallbacks: Vec<Vec<Spanned<Locale>>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Vec<Locale>> {
    let places: HashMap<&Locale, usize> = locales.iter().enumerate().map(|(at, locale)| (locale, at)).collect();
    let mut states = vec![State::New; locales.len()];
    let mut kept = vec![Vec::new(); locales.len()];
    for start in 0..locales.len() {
        // Each step is a locale and how many of its fallbacks were looked at.
        let mut way = vec![(start, 0)];
        while let Some((at, looked)) = way.last_mut() {
            let at = *at;
            if *looked == 0 && states.get(at) == Some(&State::Done) {
                way.pop();
                continue;
            }
            set(&mut states, at, State::OnTheWay);
            let Some(next) = fallbacks.get(at).and_then(|list| list.get(*looked)) else {
                set(&mut states, at, State::Done);
                way.pop();
                continue;
            };
            *looked += 1;
            let Some(&to) = places.get(&next.value) else { continue };
            if states.get(to) == Some(&State::OnTheWay) {
                diagnostics.push(cycle(locales, &way, to, next));
                continue;
            }
            if let Some(list) = kept.get_mut(at).filter(|list| !list.contains(&next.value)) {
                list.push(next.value.clone());
            }
            way.push((to, 0));
        }
    }
    kept
}

fn set(states: &mut [State], at: usize, state: State) {
    if let Some(place) = states.get_mut(at) {
        *place = state;
    }
}

/// The step `closing` leads back to `first`, which is on the way.
fn cycle(locales: &[Locale], way: &[(usize, usize)], first: usize, closing: &Spanned<Locale>) -> Diagnostic {
    let names = way.iter().skip_while(|(at, _)| *at != first).filter_map(|(at, _)| locales.get(*at));
    let names: Vec<String> = names.chain([&closing.value]).map(|locale| format!("`{locale}`")).collect();
    Diagnostic::new(&LOCALE_CYCLE, closing.span, format!("the fallbacks form a cycle: {}", names.join(" → ")))
        .help(format!("take `{}` out of this list", closing.value))
}
