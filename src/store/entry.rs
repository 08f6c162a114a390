//! Entries of the journal: each the writes of one change to local storage, in order, kept where writes are durable at
//! once. A browser may hold local storage back for minutes; what it loses when it is killed is written again from here.

/// A write: key, and what stands there from then on; nothing where the key is removed.
pub type Write = (String, Option<String>);

/// The writes of one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Number of the change.
    pub number: u64,
    /// The first change whose work it does: itself, but where it took the place of several.
    pub first: u64,
    /// When it was made, in minutes since 1970 (UTC).
    pub minutes: u32,
    /// What it writes.
    pub writes: Vec<Write>,
}

impl Entry {
    /// The entry of one change.
    #[must_use]
    pub const fn new(number: u64, minutes: u32, writes: Vec<Write>) -> Self {
        Self { number, first: number, minutes, writes }
    }

    /// Whether it does the work of a change.
    #[must_use]
    pub const fn covers(&self, number: u64) -> bool {
        self.first <= number && number <= self.number
    }
}

/// How long an entry is kept, in minutes: a browser holds local storage back for an hour at most.
pub(super) const KEPT: u32 = 24 * 60;

/// The entries still needed, where some are older than that: local storage has long caught up with those. The last one
/// stays, so that a storage that is emptied is missed.
#[must_use]
pub fn pruned(entries: &[Entry], seq: u64, now: u32) -> Option<Vec<Entry>> {
    let last = entries.last().map(|entry| entry.number);
    let is_needed = |entry: &&Entry| {
        entry.number > seq || now.saturating_sub(entry.minutes) < KEPT || Some(entry.number) == last
    };
    let kept: Vec<Entry> = entries.iter().filter(is_needed).cloned().collect();
    (kept.len() < entries.len()).then_some(kept)
}

/// One entry that does what all of them do, and holds nothing else: what was erased is gone from it.
#[must_use]
pub fn merged(entries: &[Entry]) -> Option<Entry> {
    let (first, last) = (entries.first()?, entries.last()?);
    let mut writes: Vec<Write> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (key, value) in entries.iter().rev().flat_map(|entry| entry.writes.iter().rev()) {
        if seen.insert(key.as_str()) {
            writes.push((key.clone(), value.clone()));
        }
    }
    writes.reverse();
    Some(Entry { number: last.number, first: first.first, minutes: last.minutes, writes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: u64, minutes: u32, writes: &[(&str, Option<&str>)]) -> Entry {
        let writes = writes.iter().map(|(key, value)| ((*key).to_owned(), value.map(str::to_owned)));
        Entry::new(number, minutes, writes.collect())
    }

    #[test]
    fn only_what_is_a_day_old_and_written_is_pruned() {
        let entries = [entry(1, 0, &[]), entry(2, 10, &[]), entry(3, 2_000, &[])];
        assert_eq!(pruned(&entries, 3, 5), None);
        assert_eq!(pruned(&entries, 1, 2_001).unwrap().len(), 2, "the second is not in local storage yet");
        assert_eq!(pruned(&entries, 3, 2_001).unwrap(), [entries[2].clone()]);
        assert_eq!(
            pruned(&entries, 3, 9_000).unwrap(),
            [entries[2].clone()],
            "what a lost storage is missed by"
        );
        assert_eq!(pruned(&entries[2..], 3, 9_000), None);
    }

    #[test]
    fn entries_merged_do_the_same_and_remember_only_the_last_of_each_key() {
        let entries = [
            entry(1, 0, &[("a", Some("1")), ("seq", Some("1"))]),
            entry(2, 5, &[("b", Some("2")), ("a", None), ("seq", Some("2"))]),
        ];
        let merged = merged(&entries).unwrap();
        let last = entry(2, 5, &[("b", Some("2")), ("a", None), ("seq", Some("2"))]);
        assert_eq!(merged, Entry { first: 1, ..last });
        assert!(merged.covers(1) && merged.covers(2) && !merged.covers(3));
        assert_eq!(super::merged(&[]), None);
    }
}
