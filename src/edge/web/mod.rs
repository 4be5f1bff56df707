//! Asks servers of the web whether pages are there: many at once, few of each, patiently.

#![expect(clippy::disallowed_methods, reason = "asking the web takes a clock and waiting")]

mod ask;
mod cache;
#[cfg(test)]
mod tests;

use super::Error;
use crate::{check::external::Answer, progress::Progress};
use ask::Asker;
use cache::Cache;
use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Mutex, PoisonError},
    thread,
};

/// How many servers are asked at the same time.
const THREADS: usize = 16;
/// How many addresses of one server are asked at the same time.
const PER_HOST: usize = 2;

/// Asks for all of the addresses of a site, but for those whose answer is fresh in its folder, `.polyguide/links.json`.
///
/// # Errors
/// Where that file cannot be written.
pub fn ask<'a>(site: &Path, addresses: impl Iterator<Item = &'a str>, progress: &dyn Progress) -> Result<BTreeMap<String, Answer>, Error> {
    let mut cache = Cache::read(site);
    let (mut answers, mut missing) = (BTreeMap::new(), Vec::new());
    for address in addresses {
        match cache.fresh(address) {
            Some(answer) => _ = answers.insert(address.to_owned(), answer),
            None => missing.push(address),
        }
    }
    if missing.is_empty() {
        return Ok(answers);
    }
    progress.phase("ask the web", missing.len());
    for (address, answer) in ask_all(&Asker::new(), &missing, progress) {
        cache.keep(&address, &answer);
        answers.insert(address, answer);
    }
    cache.write(site)?;
    Ok(answers)
}

/// Asks on some threads. Each takes a queue of addresses of one server; no server has more than a few of these.
fn ask_all(asker: &Asker, addresses: &[&str], progress: &dyn Progress) -> Vec<(String, Answer)> {
    let queues = Mutex::new(queues(addresses));
    let answers = Mutex::new(Vec::with_capacity(addresses.len()));
    let next = || queues.lock().unwrap_or_else(PoisonError::into_inner).pop();
    thread::scope(|scope| {
        for _ in 0..THREADS.min(addresses.len()) {
            scope.spawn(|| {
                while let Some(queue) = next() {
                    for address in queue {
                        let answer = asker.ask(address);
                        answers.lock().unwrap_or_else(PoisonError::into_inner).push((address.to_owned(), answer));
                        progress.step();
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Parts addresses by server, and each server's among at most [`PER_HOST`] queues.
fn queues<'a>(addresses: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut by_host: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    addresses.iter().for_each(|address| by_host.entry(host(address)).or_default().push(address));
    let parted = by_host.into_values().flat_map(|all| {
        let length = all.len().div_ceil(PER_HOST).max(1);
        all.chunks(length).map(<[&str]>::to_vec).collect::<Vec<_>>()
    });
    let mut queues: Vec<Vec<&str>> = parted.collect();
    // The longest are taken first, from the end.
    queues.sort_by_key(Vec::len);
    queues
}

/// `a.example:80` of `https://a.example:80/b`.
fn host(address: &str) -> &str {
    let rest = address.split_once("//").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or(rest)
}
