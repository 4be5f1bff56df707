//! How far a long job is, said by those who do it to whoever shows it.

/// Is told what is going on. Called from many threads and thousands of times a second, so that both methods return at once.
pub trait Progress: Sync {
    /// The phase `name` (`parse`) begins, with `total` steps, or none that can be counted. The one before it is over.
    fn phase(&self, name: &'static str, total: usize);

    /// A step of the phase is done.
    fn step(&self);
}

/// Tells nobody: for tests and for callers that do not wait.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn phase(&self, _name: &'static str, _total: usize) {}

    fn step(&self) {}
}
