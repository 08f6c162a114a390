//! Conduct (LAD-8): how often and when a client may be contacted. Good practice and protection against the reproach of
//! harassment (C. pén. art. 222-16, 222-33-2-2); no statute fixes it for a creditor's own reminders.
//!
//! A *contact* is what reaches the client to ask for money or to press for it. The invoice itself, one sent again or
//! corrected because the client asked, the recap of a call, an offer to meet about a dispute, thanks and the news that
//! work goes on are no contacts: they answer, or give. A call is one even where nobody answers, because a telephone that
//! keeps ringing is what harassment is made of. The same message recorded on several invoices is one contact.
//!
//! Hours, weekends and public holidays matter for what is noticed when it arrives: calls, text messages, e-mails. Post
//! arrives when it is delivered.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::super::event::{Channel, Event, Step};
use super::action::Hold;
use super::agenda::Bar;
use super::policy::Policy;
use crate::base::calendar::Holiday;
use crate::base::dates::add_days;

/// Days of the week's budget: a rolling week, today included.
const WEEK: i64 = 7;

/// How far a free day is looked for.
const HORIZON: usize = 60;

/// Why a contact is not to be made now without a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Breach {
    /// There were so many contacts on the day already.
    Day {
        /// How many there were.
        had: u32,
        /// How many there may be.
        most: u32,
    },
    /// There were so many contacts in the last seven days already, the day included.
    Week {
        /// How many there were.
        had: u32,
        /// How many there may be.
        most: u32,
    },
    /// It is too early or too late in the day.
    Hour {
        /// The hour it is.
        now: u32,
        /// First hour for a contact.
        from: u32,
        /// Hour from which there is none.
        to: u32,
    },
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday.
    Holiday(Holiday),
    /// The ladder stands still.
    Held(Hold),
    /// Time that was granted runs until this day, or the last message is a few days old only.
    Soon(NaiveDate),
}

impl Breach {
    /// What bars a step, where that speaks against contacting the client at all.
    #[must_use]
    pub fn of(bar: Bar) -> Option<Self> {
        match bar {
            Bar::Held(hold) => Some(Self::Held(hold)),
            Bar::Soon(until) => Some(Self::Soon(until)),
            Bar::Further(_) => None,
        }
    }
}

/// One contact: what makes the same message on several invoices the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Contact<'a> {
    date: NaiveDate,
    step: Step,
    channel: u8,
    to: &'a str,
    /// A call in which somebody was spoken to, and something said that is worth putting in writing.
    is_talk: bool,
}

/// Contacts with one client, on all its cases.
#[derive(Clone, Debug, Default)]
pub struct Contacts<'a>(BTreeSet<Contact<'a>>);

/// Whether a text or call of this kind is a contact.
#[must_use]
pub fn counts(step: Step) -> bool {
    !matches!(
        step,
        Step::Invoice
            | Step::Recap
            | Step::Duplicate
            | Step::Correction
            | Step::Inquiry
            | Step::Meeting
            | Step::Agreed
            | Step::Resumption
            | Step::Thanks
            | Step::Document
    )
}

/// Whether the hour and the day matter for a channel.
#[must_use]
pub fn is_noticed_at_once(channel: Channel) -> bool {
    matches!(channel, Channel::Email | Channel::Sms | Channel::Phone)
}

impl<'a> Contacts<'a> {
    /// The contacts among the events of one client, over all its cases.
    pub fn of(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let contact = |event: &'a Event| Contact {
            date: event.date,
            step: event.step,
            channel: place(event.channel),
            to: &event.to,
            is_talk: event.call.as_ref().is_some_and(|call| call.outcome.wants_recap()),
        };
        Self(events.into_iter().filter(|event| counts(event.step)).map(contact).collect())
    }

    /// Adds one that is planned.
    pub fn plan(&mut self, date: NaiveDate, step: Step, channel: Channel) {
        if counts(step) {
            self.0.insert(Contact { date, step, channel: place(channel), to: "", is_talk: false });
        }
    }

    /// The last day on which something was written to the client, or will be.
    #[must_use]
    pub fn last_written(&self) -> Option<NaiveDate> {
        let written = |contact: &&Contact<'_>| contact.channel != place(Channel::Phone);
        self.0.iter().rev().find(written).map(|contact| contact.date)
    }

    /// Somebody was spoken to on a day.
    fn talked_on(&self, day: NaiveDate) -> bool {
        self.between(day, day).any(|contact| contact.is_talk)
    }

    /// There was one on a day.
    #[must_use]
    pub fn any_on(&self, day: NaiveDate) -> bool {
        0 < self.on(day)
    }

    fn on(&self, day: NaiveDate) -> u32 {
        u32::try_from(self.between(day, day).count()).unwrap_or(u32::MAX)
    }

    fn in_week_to(&self, day: NaiveDate) -> u32 {
        let first = day.checked_sub_days(Days::new(WEEK.unsigned_abs() - 1)).unwrap_or(day);
        u32::try_from(self.between(first, day).count()).unwrap_or(u32::MAX)
    }

    /// Those from one day to another, both included, found by their place: a client with hundreds of invoices has as many
    /// planned.
    fn between(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = &Contact<'a>> {
        // The first step there is.
        let least = Contact { date: from, step: Step::Invoice, channel: 0, to: "", is_talk: false };
        self.0.range(least..).take_while(move |contact| contact.date <= to)
    }

    /// The budget allows one more on a day, looking at what comes after it too.
    fn has_room(&self, policy: &Policy, day: NaiveDate) -> bool {
        let (per_day, per_week) = (policy.budget.per_day.max(1), policy.budget.per_week.max(1));
        let ahead = (0..WEEK).all(|days| {
            let end = add_days(day, u32::try_from(days).unwrap_or_default());
            self.in_week_to(end) < per_week
        });
        self.on(day) < per_day && ahead
    }
}

/// What speaks against a text or call on a day, at an hour where it is known. What is no contact may always be done.
#[must_use]
pub fn breaches(
    step: Step,
    channel: Channel,
    contacts: &Contacts<'_>,
    policy: &Policy,
    today: NaiveDate,
    hour: Option<u32>,
) -> Vec<Breach> {
    if !counts(step) {
        return Vec::new();
    }
    let budget = policy.budget;
    let mut breaches = Vec::new();
    let (day, week) = (contacts.on(today), contacts.in_week_to(today));
    // What was agreed on in a call, put in writing the same day, is one contact with it.
    let confirms = matches!(step, Step::Instalments | Step::Offer) && contacts.talked_on(today);
    if !confirms && budget.per_day <= day {
        breaches.push(Breach::Day { had: day, most: budget.per_day });
    }
    if !confirms && budget.per_week <= week {
        breaches.push(Breach::Week { had: week, most: budget.per_week });
    }
    if is_noticed_at_once(channel) {
        if let Some(now) = hour.filter(|hour| !(budget.from_hour..budget.to_hour).contains(hour)) {
            breaches.push(Breach::Hour { now, from: budget.from_hour, to: budget.to_hour });
        }
        if let Some(holiday) = policy.region.holiday(today) {
            breaches.push(Breach::Holiday(holiday));
        } else if matches!(today.weekday(), Weekday::Sat | Weekday::Sun) {
            breaches.push(Breach::Weekend);
        }
    }
    breaches
}

/// The first working day from a day on, that day included, on which the budget allows one more contact.
#[must_use]
pub fn free_day(contacts: &Contacts<'_>, policy: &Policy, from: NaiveDate) -> NaiveDate {
    let first = policy.region.working_from(from);
    let mut day = first;
    for _ in 0..HORIZON {
        if contacts.has_room(policy, day) {
            return day;
        }
        day = policy.region.next_working(day);
    }
    day
}

fn place(channel: Channel) -> u8 {
    match channel {
        Channel::Email => 0,
        Channel::Sms => 1,
        Channel::Phone => 2,
        Channel::Post => 3,
        Channel::RegisteredPost => 4,
        Channel::Hand => 5,
        Channel::Portal => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::EventId;
    use crate::base::dates::parse_iso;
    use crate::domain::event::SentText;
    use crate::domain::posting::Posting;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn event(date: &str, step: Step, to: &str) -> Event {
        Event {
            id: EventId(1),
            date: day(date),
            channel: Channel::Email,
            step,
            deadline: day(date),
            received: None,
            posting: Posting::default(),
            to: to.to_owned(),
            call: None,
            exception: String::new(),
            text: SentText::default().into(),
        }
    }

    fn found(events: &[Event], channel: Channel, today: &str, hour: Option<u32>) -> Vec<Breach> {
        let contacts = Contacts::of(events);
        breaches(Step::FirmReminder, channel, &contacts, &Policy::default(), day(today), hour)
    }

    #[test]
    fn one_message_about_several_invoices_is_one_contact() {
        let monday = event("2026-11-23", Step::FirstReminder, "compta");
        assert_eq!(found(&[], Channel::Email, "2026-11-23", Some(9)), []);
        let twice = [monday.clone(), monday.clone()];
        assert_eq!(found(&twice, Channel::Email, "2026-11-23", None), [Breach::Day { had: 1, most: 1 }]);
        assert_eq!(found(&twice, Channel::Email, "2026-11-24", None), []);
        let week = [
            monday.clone(),
            event("2026-11-24", Step::Call, ""),
            event("2026-11-25", Step::BrokenPromise, ""),
        ];
        assert_eq!(found(&week, Channel::Email, "2026-11-27", None), [Breach::Week { had: 3, most: 3 }]);
        assert_eq!(found(&week, Channel::Email, "2026-11-30", None), [], "seven days later");
        assert_eq!(free_day(&Contacts::of(&week), &Policy::default(), day("2026-11-25")), day("2026-11-30"));
        let answers = [Step::Invoice, Step::Recap, Step::Thanks].map(|step| event("2026-11-23", step, ""));
        assert_eq!(found(&answers, Channel::Email, "2026-11-23", None), []);
    }

    #[test]
    fn hours_and_days_off_matter_for_what_is_noticed_at_once() {
        let early = Breach::Hour { now: 8, from: 9, to: 18 };
        assert_eq!(found(&[], Channel::Phone, "2026-11-23", Some(8)), [early]);
        assert_eq!(found(&[], Channel::Sms, "2026-11-23", Some(18)).len(), 1);
        assert_eq!(found(&[], Channel::Sms, "2026-11-23", Some(17)), []);
        assert_eq!(found(&[], Channel::Email, "2026-11-22", None), [Breach::Weekend]);
        assert_eq!(found(&[], Channel::Email, "2026-11-11", None), [Breach::Holiday(Holiday::Armistice1918)]);
        assert_eq!(found(&[], Channel::RegisteredPost, "2026-11-22", Some(23)), []);
        let thanks = breaches(
            Step::Thanks,
            Channel::Email,
            &Contacts::default(),
            &Policy::default(),
            day("2026-11-22"),
            Some(23),
        );
        assert_eq!(thanks, []);
    }
}
