//! A map that many threads fill.

use rustc_hash::{FxBuildHasher, FxHashMap};
use std::{
    hash::BuildHasher,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// How many locks there are: more than threads that meet by chance.
const SHARDS: usize = 32;

type Shard<V> = FxHashMap<Box<str>, V>;

/// A map from paths, in parts with a lock each.
#[derive(Debug)]
pub struct Shards<V>([Mutex<Shard<V>>; SHARDS]);

impl<V: Copy> Shards<V> {
    /// A map without entries.
    pub fn new() -> Self {
        Self(std::array::from_fn(|_| Mutex::new(Shard::default())))
    }

    /// The value at `path`.
    pub fn get(&self, path: &str) -> Option<V> {
        self.shard(path).get(path).copied()
    }

    /// Puts `value` at `path` and returns whether there was none.
    pub fn insert(&self, path: &str, value: V) -> bool {
        self.shard(path).insert(path.into(), value).is_none()
    }

    /// Whether there is a path that starts with `prefix`. Looks at all of them.
    pub fn any_below(&self, prefix: &str) -> bool {
        self.0.iter().any(|shard| lock(shard).keys().any(|path| path.starts_with(prefix)))
    }

    /// All paths, in no order.
    pub fn into_paths(self) -> impl Iterator<Item = Box<str>> {
        self.0.into_iter().flat_map(|shard| shard.into_inner().unwrap_or_else(PoisonError::into_inner).into_keys())
    }

    fn shard(&self, path: &str) -> MutexGuard<'_, Shard<V>> {
        // The hash's upper bits, as the map inside uses the lower ones.
        let at = (FxBuildHasher.hash_one(path) >> 32) as usize % SHARDS;
        lock(&self.0[at])
    }
}

/// A thread that failed while it held the lock left the map whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
