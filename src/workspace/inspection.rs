//! What the rules find in a site that is being worked on: looked for when an author asks, and again after a change.

use super::Workspace;
use crate::diagnostic::Diagnostic;
use std::sync::{
    Arc, Mutex, PoisonError, RwLock,
    atomic::{AtomicUsize, Ordering},
};

/// The findings of the last inspection.
#[derive(Default)]
pub struct Inspection {
    last: Mutex<Option<Inspected>>,
    /// How many changes wait to be taken over: an inspection makes way for them.
    waiting: AtomicUsize,
}

/// What was found, and in which state of the site.
struct Inspected {
    revision: u64,
    found: Arc<Vec<Diagnostic>>,
}

impl Inspection {
    /// What was found in the site as it is, if that was looked for already.
    pub fn known(&self, workspace: &Workspace) -> Option<Arc<Vec<Diagnostic>>> {
        // While it is being looked for, it is not known.
        self.last.try_lock().ok()?.as_ref()?.of(workspace)
    }

    /// What is found in the site as it is; nothing where it changes before that is known.
    pub fn look(&self, workspace: &RwLock<Workspace>) -> Option<Arc<Vec<Diagnostic>>> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let workspace = workspace.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = last.as_ref().and_then(|last| last.of(&workspace)) {
            return Some(known);
        }
        // What is no longer true takes no room while its successor is made.
        *last = None;
        let found = Arc::new(workspace.inspect(&|| self.waiting.load(Ordering::Relaxed) > 0)?);
        *last = Some(Inspected { revision: workspace.revision(), found: Arc::clone(&found) });
        Some(found)
    }

    /// Takes over a change; what is being looked for meanwhile is given up.
    pub fn make_way<T>(&self, change: impl FnOnce() -> T) -> T {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        let changed = change();
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        changed
    }
}

impl Inspected {
    fn of(&self, workspace: &Workspace) -> Option<Arc<Vec<Diagnostic>>> {
        (self.revision == workspace.revision()).then(|| Arc::clone(&self.found))
    }
}
