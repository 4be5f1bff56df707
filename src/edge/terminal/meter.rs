//! Progress on the terminal, and how long each phase took.

use crate::{progress::Progress, words::thousands};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    io::{self, IsTerminal},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// A phase that lasts less shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often a bar is drawn.
const BEAT: Duration = Duration::from_millis(100);

/// Measures phases, and shows those that last on the standard error stream if it is a terminal. Those who work only
/// count; a thread of its own looks at the count now and then.
#[derive(Debug)]
pub struct Meter {
    shared: Arc<Shared>,
    drawer: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct Shared {
    steps: AtomicUsize,
    phases: Mutex<Phases>,
    over: Condvar,
}

#[derive(Debug, Default)]
struct Phases {
    running: Option<Running>,
    done: Vec<(&'static str, Duration)>,
    over: bool,
}

#[derive(Clone, Copy, Debug)]
struct Running {
    name: &'static str,
    total: usize,
    since: Instant,
}

impl Meter {
    /// A meter that shows nothing if `quiet`.
    pub fn new(quiet: bool) -> Self {
        let shared = Arc::new(Shared::default());
        let drawer = (!quiet && io::stderr().is_terminal()).then(|| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || draw(&shared))
        });
        Self { shared, drawer }
    }

    /// Ends the last phase, clears the terminal, and returns how long each phase took, in order. Phases of one name are
    /// one.
    pub fn finish(mut self) -> Vec<(&'static str, Duration)> {
        self.stop();
        std::mem::take(&mut self.shared.lock().done)
    }

    fn stop(&mut self) {
        let mut phases = self.shared.lock();
        phases.end();
        phases.over = true;
        drop(phases);
        self.shared.over.notify_all();
        if let Some(drawer) = self.drawer.take() {
            _ = drawer.join();
        }
    }
}

/// Where a build fails, its bar must not stay.
impl Drop for Meter {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Progress for Meter {
    fn phase(&self, name: &'static str, total: usize) {
        let mut phases = self.shared.lock();
        phases.end();
        self.shared.steps.store(0, Ordering::Relaxed);
        phases.running = Some(Running { name, total, since: Instant::now() });
    }

    fn step(&self) {
        self.shared.steps.fetch_add(1, Ordering::Relaxed);
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Phases> {
        self.phases.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Phases {
    fn end(&mut self) {
        let Some(Running { name, since, .. }) = self.running.take() else { return };
        match self.done.iter_mut().find(|(done, _)| *done == name) {
            Some((_, time)) => *time += since.elapsed(),
            None => self.done.push((name, since.elapsed())),
        }
    }
}

/// Draws until the meter is stopped.
fn draw(shared: &Shared) {
    let mut bar: Option<(&'static str, ProgressBar)> = None;
    let mut phases = shared.lock();
    while !phases.over {
        let running = phases.running.filter(|running| running.since.elapsed() >= PATIENCE);
        drop(phases);
        bar = show(bar, running, shared.steps.load(Ordering::Relaxed));
        phases = shared.over.wait_timeout(shared.lock(), BEAT).map_or_else(|error| error.into_inner().0, |(phases, _)| phases);
    }
    drop(phases);
    show(bar, None, 0);
}

/// Shows `running` on its bar, and no other.
fn show(bar: Option<(&'static str, ProgressBar)>, running: Option<Running>, steps: usize) -> Option<(&'static str, ProgressBar)> {
    let name = running.map(|running| running.name);
    let kept = match bar {
        Some((shown, bar)) if Some(shown) != name => {
            bar.finish_and_clear();
            None
        }
        kept => kept,
    };
    let running = running?;
    let (name, bar) = kept.unwrap_or_else(|| (running.name, bar_of(running)));
    bar.set_position(steps as u64);
    bar.set_message(pace(steps, running.total, running.since.elapsed()));
    bar.tick();
    Some((name, bar))
}

/// How fast a phase is, and how long it still takes if it goes on like this. The estimate of the bar itself is of no use:
/// it counts from when the bar is first drawn, by which time much is done.
fn pace(steps: usize, total: usize, elapsed: Duration) -> String {
    if steps == 0 || elapsed.is_zero() {
        return String::new();
    }
    let per_step = elapsed.as_secs_f64() / steps as f64;
    let left = (per_step * total.saturating_sub(steps) as f64).ceil() as u64;
    let rate = match per_step.recip().round() as usize {
        0 => String::new(),
        rate => format!("{}/s, ", thousands(rate)),
    };
    format!("{rate}{} left", time_left(left))
}

/// `12s`, `1m 05s`, `2h 03m`.
fn time_left(seconds: u64) -> String {
    let minutes = seconds / 60;
    match (minutes / 60, minutes % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds}s"),
        (0, minutes, seconds) => format!("{minutes}m {seconds:02}s"),
        (hours, minutes, _) => format!("{hours}h {minutes:02}m"),
    }
}

fn bar_of(running: Running) -> ProgressBar {
    let (total, template) = match running.total {
        0 => (None, "{prefix:>10} {spinner}"),
        total => (Some(total as u64), "{prefix:>10} [{bar:30}] {human_pos}/{human_len}  {msg}"),
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> ");
    let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr()).with_style(style);
    bar.set_prefix(running.name);
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phases_are_measured_in_order() {
        let meter = Meter::new(true);
        for name in ["parse", "render", "parse"] {
            meter.phase(name, 3);
            (0..3).for_each(|_| meter.step());
        }
        let names: Vec<&str> = meter.finish().iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["parse", "render"]);
    }

    #[test]
    fn a_bar_is_shown_only_for_what_runs() {
        let running = Running { name: "parse", total: 3, since: Instant::now() };
        let bar = show(None, Some(running), 2);
        assert_eq!(bar.as_ref().map(|(name, bar)| (*name, bar.position(), bar.length())), Some(("parse", 2, Some(3))));
        let other = show(bar, Some(Running { name: "render", total: 0, ..running }), 1);
        assert_eq!(other.as_ref().map(|(name, bar)| (*name, bar.length())), Some(("render", None)));
        assert!(show(other, None, 0).is_none());
    }

    #[test]
    fn the_pace_counts_from_the_start_of_the_phase() {
        let of = |steps, total, seconds| pace(steps, total, Duration::from_millis(seconds));
        assert_eq!(of(2_217, 5_160, 1_100), "2,015/s, 2s left");
        assert_eq!(of(245, 5_165, 1_500), "163/s, 31s left");
        assert_eq!(of(6, 20, 90_000), "3m 30s left");
        assert_eq!(of(1, 100, 120_000), "3h 18m left");
        assert_eq!(of(20, 20, 4_000), "5/s, 0s left");
        assert_eq!(of(0, 20, 4_000), "");
    }

    #[test]
    fn a_drawer_ends_with_its_meter() {
        let shared = Arc::new(Shared::default());
        let drawer = thread::spawn({
            let shared = Arc::clone(&shared);
            move || draw(&shared)
        });
        let meter = Meter { shared, drawer: Some(drawer) };
        meter.phase("parse", 0);
        assert_eq!(meter.finish().len(), 1);
    }
}
