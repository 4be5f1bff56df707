//! Where readers are offered the files that hold the settings of a table: behind the last one of a service, outside of
//! steps, tabs and callouts.

use super::{Slot, SlotKind, writer::Writer};
use crate::dialect::tree::Block;

/// The services that a guide has tables of.
#[derive(Debug, Default)]
pub struct Setups {
    /// Those of the block that is being written.
    now: Vec<u16>,
    /// Each with the end of the last block that has a table of it: how many slots and bytes come before.
    ends: Vec<(u16, usize, usize)>,
}

impl Writer<'_> {
    /// Notes that a table of a service's settings is being written.
    pub(super) fn note_table_of(&mut self, service: u16) {
        self.setups.now.push(service);
    }

    /// Writes the blocks of a guide, which are in no other block.
    pub(super) fn outer_blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
            for service in std::mem::take(&mut self.setups.now) {
                self.setups.ends.retain(|(known, ..)| *known != service);
                self.setups.ends.push((service, self.draft.slots.len(), self.draft.html.len()));
            }
        }
        for (before, (service, slots, at)) in std::mem::take(&mut self.setups.ends).into_iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            self.draft.slots.insert(slots + before, Slot { at, kind: SlotKind::Setup(service) });
            self.facts.setups.push(service);
        }
    }
}
