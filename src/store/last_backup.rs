//! When everything was last put in a file elsewhere, and what was the last change then.

use std::fmt;

use crate::base::dates;

/// Key it is kept under: no record, and no loss where it is gone.
pub const LAST_BACKUP: &str = "last-backup";

/// The last backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastBackup {
    /// When, in minutes since 1970 (UTC).
    pub minutes: u32,
    /// Number of the last change in it.
    pub change: u64,
}

impl LastBackup {
    /// Reads what [`fmt::Display`] writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (minutes, change) = text.split_once(' ')?;
        Some(Self { minutes: minutes.parse().ok()?, change: change.parse().ok()? })
    }

    /// No backup was made, and only changes after this one count.
    #[must_use]
    pub fn none_since(change: u64) -> Self {
        Self { minutes: 0, change }
    }

    /// There is a file; otherwise only changes after some number count.
    #[must_use]
    pub fn is_made(self) -> bool {
        self.minutes > 0
    }

    /// Whether the user is to be reminded of a backup: ten changes or more are in none, or any a week after the last one,
    /// or one that is a week old itself. `first` is when the first change was made that is in none; times are in minutes
    /// since 1970 (UTC).
    #[must_use]
    pub fn is_due(last: Option<Self>, changes: u64, first: Option<u32>, now: u32) -> bool {
        const WEEK: u32 = 7 * 24 * 60;
        const MANY: u64 = 10;
        let since = changes.saturating_sub(last.map_or(0, |last| last.change));
        let is_old = |then: u32| now.saturating_sub(then) >= WEEK;
        let made = last.filter(|last| last.is_made()).map(|last| last.minutes);
        since >= MANY || (since > 0 && (made.is_some_and(is_old) || first.is_some_and(is_old)))
    }
}

impl fmt::Display for LastBackup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.minutes, self.change)
    }
}

/// How many days' copies stay in the folder they are made in.
const COPIES: usize = 10;

/// Which of the files in a folder are copies made by themselves and older than the last ten; names hold their day.
#[must_use]
pub fn copies_to_remove(names: Vec<String>) -> Vec<String> {
    let is_copy = |name: &String| {
        let day = name.strip_prefix("relance-auto-").and_then(|rest| rest.strip_suffix(".json"));
        day.is_some_and(|day| dates::parse_iso(day).is_ok())
    };
    let mut copies: Vec<String> = names.into_iter().filter(is_copy).collect();
    copies.sort_unstable_by(|one, other| other.cmp(one));
    copies.split_off(copies.len().min(COPIES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_as_it_is_written() {
        let last = LastBackup { minutes: 29_000_000, change: 12 };
        assert_eq!(LastBackup::parse(&last.to_string()), Some(last));
        assert_eq!(LastBackup::parse("hier"), None);
    }

    #[test]
    fn a_reminder_comes_with_many_changes_or_after_a_week() {
        let last = Some(LastBackup { minutes: 1_000, change: 12 });
        assert!(!LastBackup::is_due(None, 9, Some(3), 5));
        assert!(LastBackup::is_due(None, 10, Some(3), 5));
        assert!(LastBackup::is_due(None, 200, None, 5), "the first of very many is not known");
        assert!(!LastBackup::is_due(last, 13, Some(2_000), 1_000 + 6 * 24 * 60));
        assert!(LastBackup::is_due(last, 13, Some(2_000), 1_000 + 7 * 24 * 60));
        assert!(!LastBackup::is_due(last, 12, None, 99_000), "nothing has changed");
    }

    #[test]
    fn without_any_backup_few_changes_wait_a_week_and_no_longer() {
        const DAY: u32 = 24 * 60;
        for last in [None, Some(LastBackup::none_since(4))] {
            assert!(!LastBackup::is_due(last, 5, Some(1_000), 1_000 + 7 * DAY - 1));
            assert!(LastBackup::is_due(last, 5, Some(1_000), 1_000 + 7 * DAY));
            assert!(!LastBackup::is_due(last, 5, None, 99_000), "only language or theme was chosen");
        }
        assert!(!LastBackup::is_due(Some(LastBackup::none_since(5)), 5, None, 99_000));
    }

    #[test]
    fn only_old_copies_are_removed() {
        let mut names: Vec<String> =
            (1..=12).map(|day| format!("relance-auto-2026-11-{day:02}.json")).collect();
        names.extend(["relance-2026-01-01.json", "relance-auto-mine.json", "photo.jpg"].map(str::to_owned));
        names.reverse();
        assert_eq!(copies_to_remove(names), ["relance-auto-2026-11-02.json", "relance-auto-2026-11-01.json"]);
        assert!(copies_to_remove(vec!["relance-auto-2026-11-01.json".to_owned()]).is_empty());
    }
}
