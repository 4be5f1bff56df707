//! Answers of earlier runs, with their age.

use crate::{
    check::external::Answer,
    edge::{Error, rewrite::replace},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

const DAY: u64 = 24 * 60 * 60;
/// How long it is believed that a page is there.
const GOOD: u64 = 7 * DAY;
/// How long it is believed that it is not: a mended server is to be seen soon.
const BAD: u64 = DAY / 24;

/// Answers by address.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Cache(BTreeMap<String, Kept>);

/// An answer and when it was given, in seconds since 1970.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    at: u64,
    answer: Answer,
}

impl Kept {
    fn is_fresh(&self, now: u64) -> bool {
        let age = if matches!(self.answer, Answer::Alive | Answer::Moved(_)) { GOOD } else { BAD };
        self.at <= now && now - self.at < age
    }
}

impl Cache {
    /// What is kept in the site's folder. What cannot be read is nothing.
    pub fn read(site: &Path) -> Self {
        let text = fs::read_to_string(file(site)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// The answer of an address, if it is not too old.
    pub fn fresh(&self, address: &str) -> Option<Answer> {
        self.0.get(address).filter(|kept| kept.is_fresh(now())).map(|kept| kept.answer.clone())
    }

    /// Keeps an answer that was just given.
    pub fn keep(&mut self, address: &str, answer: &Answer) {
        self.0.insert(address.to_owned(), Kept { at: now(), answer: answer.clone() });
    }

    /// Writes what is fresh, and tells git that it is nobody else's.
    pub fn write(mut self, site: &Path) -> Result<(), Error> {
        let (file, now) = (file(site), now());
        self.0.retain(|_, kept| kept.is_fresh(now));
        let folder = file.parent().unwrap_or(site);
        fs::create_dir_all(folder).map_err(Error::io("make the folder", folder))?;
        let ignore = folder.join(".gitignore");
        if !ignore.exists() {
            replace(&ignore, b"*\n")?;
        }
        replace(&file, (serde_json::to_string_pretty(&self).unwrap_or_default() + "\n").as_bytes())
    }
}

fn file(site: &Path) -> PathBuf {
    site.join(".polyguide/links.json")
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}
