//! One of the sites, from what all have in common.

use super::{Plan, Row, pieces::Pieces};
use crate::{
    path::OutputPath,
    progress::NoProgress,
    render::{ShapedFiles, render},
    service::{Values, marks},
    sink::{Sink, SiteSink},
    source::SourceTree,
    text::FileId,
};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    io,
};

impl Plan<'_> {
    /// Writes all files of a site, in an order that is always the same.
    ///
    /// # Errors
    /// Where a file cannot be written, or the engine of the search fails.
    pub fn write(&self, row: &Row, sink: &dyn SiteSink) -> io::Result<()> {
        let values = self.values(row);
        if self.is_whole || !row.values.iter().all(|value| marks::is_plain(value)) {
            render(self.site, self.tree, &values, &Whole { plan: self, row, sink }, &NoProgress)?;
        } else {
            self.splice(row, &values, sink)?;
        }
        self.rendered.searched.iter().try_for_each(|path| sink.share(path))?;
        self.rendered.sets.iter().try_for_each(|set| sink.share_set(set))?;
        self.indexes.as_ref().map_or(Ok(()), |indexes| indexes.write_own(&values, sink))
    }

    /// Stands for a site: its name and values, and what it is made of, which is [`Plan::seal`].
    pub fn seal_of(&self, row: &Row, seal: u64) -> u64 {
        let mut hasher = DefaultHasher::new();
        (seal, &row.name, &row.values, self.columns).hash(&mut hasher);
        hasher.finish()
    }

    fn values(&self, row: &Row) -> Values {
        self.fixed.plus(self.columns, row.values.iter().map(|value| value.as_str().into()))
    }

    fn splice(&self, row: &Row, values: &Values, sink: &dyn SiteSink) -> io::Result<()> {
        self.rendered.shared.iter().try_for_each(|path| sink.share(path))?;
        let mut bytes = Vec::new();
        for (path, pieces) in &self.rendered.pieces {
            bytes.clear();
            pieces.fill(|slot| value(row, slot), &mut bytes);
            sink.write(path, &bytes)?;
        }
        let files = ShapedFiles::new(self.site, self.tree, values, &self.common);
        // A mistake in a template was told when all pages were rendered, and its page is left out.
        for (path, made) in self.rendered.shaped.iter().filter_map(|shaped| files.make(*shaped).ok().flatten()) {
            sink.write(&path, self.filled(row, &made, &mut bytes))?;
        }
        Ok(())
    }

    /// A file in which marks may be left, with what they stand for.
    fn filled<'b>(&self, row: &Row, file: &'b [u8], buffer: &'b mut Vec<u8>) -> &'b [u8] {
        let Some(pieces) = Pieces::cut(file, self.columns.len()) else { return file };
        buffer.clear();
        pieces.fill(|slot| value(row, slot), buffer);
        buffer
    }
}

fn value(row: &Row, slot: usize) -> &str {
    if slot == marks::NAME { &row.name } else { row.values.get(slot).map_or("", String::as_str) }
}

/// Takes the files of a site that was rendered by itself, and shares those that are the same for all.
struct Whole<'a> {
    plan: &'a Plan<'a>,
    row: &'a Row,
    sink: &'a dyn SiteSink,
}

impl Whole<'_> {
    fn is_shared(&self, path: &OutputPath) -> bool {
        self.plan.rendered.shared.contains(path)
    }
}

impl Sink for Whole<'_> {
    fn write(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()> {
        let mut buffer = Vec::new();
        let bytes = self.plan.filled(self.row, bytes, &mut buffer);
        if self.is_shared(path) { self.sink.share_same(path, bytes) } else { self.sink.write(path, bytes) }
    }

    fn copy(&self, tree: &SourceTree, file: FileId, path: &OutputPath) -> io::Result<()> {
        if self.is_shared(path) { self.sink.share(path) } else { self.sink.copy(tree, file, path) }
    }
}
