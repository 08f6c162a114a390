//! The last day to pay a text grants: French usage, no statute. The texts themselves and the ladder’s dates to come are
//! both counted by it.

use chrono::NaiveDate;

use crate::base::Region;
use crate::base::dates::add_days;
use crate::domain::event::{Channel, Step};
use crate::domain::notice::NoticeTerms;
use crate::domain::party::DebtorKind;

/// Days a letter is under way.
const POST_DAYS: u32 = 2;

/// Days in which something is usually answered.
const USUAL_DAYS: u32 = 7;

/// The day something is usually expected by: a working day, a week from a day.
#[must_use]
pub fn usual_day(from: NaiveDate, region: Region) -> NaiveDate {
    region.working_from(add_days(from, USUAL_DAYS))
}

/// The last day that a notice of so many days is expected to grant: a formal one, or one about a missed sum of a plan. They
/// run from when it arrives, moved forward to a working day. Once the day of receipt is noted, that day counts: see
/// [`Plan::notice_until`](crate::domain::plan::Plan::notice_until).
#[must_use]
pub fn notice_deadline(days: u32, channel: Channel, region: Region, today: NaiveDate) -> NaiveDate {
    region.working_from(add_days(today, days + post_days(channel)))
}

/// Days until what is sent so arrives.
fn post_days(channel: Channel) -> u32 {
    if matches!(channel, Channel::Post | Channel::RegisteredPost) { POST_DAYS } else { 0 }
}

/// The last day to pay a text grants by default: 8 days on, 15 for a consumer’s formal notice, 5 after a promise was not
/// kept; what goes by post grants its days from when it arrives. Moved forward to a working day, so that it is never
/// shorter than those days.
#[must_use]
pub fn deadline(
    step: Step,
    channel: Channel,
    kind: DebtorKind,
    region: Region,
    today: NaiveDate,
) -> NaiveDate {
    let days = match step {
        Step::FormalNotice => NoticeTerms::usual(kind).days,
        Step::BrokenPromise => 5,
        _ => 8,
    };
    region.working_from(add_days(today, days + post_days(letter_of(step, channel))))
}

/// How the letter goes that a text is about: an e-mail only goes with a formal notice that the post carries, and says its day.
#[must_use]
pub fn letter_of(step: Step, channel: Channel) -> Channel {
    if (step, channel) == (Step::FormalNotice, Channel::Email) { Channel::Post } else { channel }
}

/// The last day a step of the ladder grants: reminders and formal notices grant time, all else is over on its day.
#[must_use]
pub fn granted(step: Step, channel: Channel, kind: DebtorKind, region: Region, sent: NaiveDate) -> NaiveDate {
    if step.is_reminder() || step == Step::FormalNotice {
        deadline(step, channel, kind, region, sent)
    } else {
        sent
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::{days_between, next_day, parse_iso};

    #[test]
    fn deadlines_are_working_days_and_never_shorter() {
        let mut today = parse_iso("2026-01-01").unwrap();
        for _ in 0..800 {
            for region in Region::ALL {
                for (step, channel, kind, days) in [
                    (Step::FirstReminder, Channel::Email, DebtorKind::Consumer, 8),
                    (Step::FirmReminder, Channel::Post, DebtorKind::Business, 10),
                    (Step::BrokenPromise, Channel::Email, DebtorKind::Business, 5),
                    (Step::FormalNotice, Channel::Hand, DebtorKind::Public, 8),
                    (Step::FormalNotice, Channel::RegisteredPost, DebtorKind::Consumer, 17),
                    (Step::FormalNotice, Channel::Hand, DebtorKind::Unknown, 15),
                ] {
                    let last = deadline(step, channel, kind, region, today);
                    assert!(region.is_working(last));
                    assert!((days..days + 5).contains(&days_between(today, last)), "{today} {last}");
                }
            }
            today = next_day(today);
        }
    }

    #[test]
    fn a_public_holiday_is_not_a_last_day() {
        let day = |text: &str| parse_iso(text).unwrap();
        let first = |region, today: &str| {
            deadline(Step::FirstReminder, Channel::Email, DebtorKind::Business, region, day(today))
        };
        assert_eq!(first(Region::France, "2026-11-22"), day("2026-11-30"), "from a Sunday to a Monday");
        assert_eq!(first(Region::France, "2026-12-17"), day("2026-12-28"), "Christmas and a weekend");
        assert_eq!(first(Region::France, "2026-03-26"), day("2026-04-03"));
        assert_eq!(first(Region::AlsaceMoselle, "2026-03-26"), day("2026-04-07"), "Good Friday to Tuesday");
    }
}
