//! Findings written on all threads, and put out in their order: a large site has hundreds of thousands.

use rayon::prelude::*;
use std::{
    io::{self, Write},
    ops::Range,
};

/// So many are written before they are put out.
const AT_ONCE: usize = 4096;
/// So many are written in a row: those that follow each other are mostly in the same files.
const IN_A_ROW: usize = 64;

/// Puts out what `text` gives for each few of `count` things, by their places, in order.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write(count: usize, out: &mut (impl Write + ?Sized), text: impl Fn(Range<usize>) -> String + Sync) -> io::Result<()> {
    for from in (0..count).step_by(AT_ONCE) {
        let to = count.min(from + AT_ONCE);
        let rows: Vec<Range<usize>> = (from..to).step_by(IN_A_ROW).map(|start| start..to.min(start + IN_A_ROW)).collect();
        let texts: Vec<String> = rows.into_par_iter().map(&text).collect();
        texts.iter().try_for_each(|text| out.write_all(text.as_bytes()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_put_out_once_and_in_order() {
        for count in [0, 1, IN_A_ROW, IN_A_ROW + 1, AT_ONCE, 2 * AT_ONCE + IN_A_ROW + 1] {
            let mut out = Vec::new();
            write(count, &mut out, |range| range.map(|at| format!("{at} ")).collect()).unwrap();
            assert!(out == (0..count).map(|at| format!("{at} ")).collect::<String>().into_bytes(), "{count}");
        }
    }
}
