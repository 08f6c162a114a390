//! The story of a claim: its facts in order of date.

use chrono::NaiveDate;

use crate::base::order::in_order;
use crate::domain::act::Act;
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::Circumstance;
use crate::domain::event::Event;
use crate::domain::movement::Movement;
use crate::domain::proceeding::{Milestone, Proceeding};

/// Something that happened on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact<'a> {
    /// The invoice was issued.
    Issued,
    /// It fell due.
    Due,
    /// A payment or credit note.
    Moved(&'a Movement),
    /// A text was sent, or a call made.
    Sent(&'a Event),
    /// A circumstance was learnt, or began.
    Learnt(&'a Circumstance),
    /// A circumstance was ended before its time.
    Ended(&'a Circumstance),
    /// An act was done.
    Acted(&'a Act),
    /// A proceeding began.
    Began(&'a Proceeding),
    /// A proceeding came to a stage.
    Came(&'a Proceeding, &'a Milestone),
}

/// A strand of the story, to look at alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Strand {
    /// All of it.
    #[default]
    All,
    /// Texts sent.
    Sendings,
    /// Calls.
    Calls,
    /// Payments and whatever else changed the balance.
    Payments,
    /// Promises, disputes, and what else is known about its being paid.
    Promises,
}

impl Strand {
    /// Every strand, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::All, Self::Sendings, Self::Calls, Self::Payments, Self::Promises];

    /// Whether a fact belongs to it.
    #[must_use]
    pub fn has(self, fact: &Fact<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Sendings => matches!(fact, Fact::Sent(event) if event.call.is_none()),
            Self::Calls => matches!(fact, Fact::Sent(event) if event.call.is_some()),
            Self::Payments => matches!(fact, Fact::Moved(_)),
            Self::Promises => matches!(fact, Fact::Learnt(_) | Fact::Ended(_)),
        }
    }
}

/// Everything that happened up to a day, oldest first. On one day: the call, then what it brought.
#[must_use]
pub fn facts(case: &CaseFile, today: NaiveDate) -> Vec<(NaiveDate, Fact<'_>)> {
    let mut facts = vec![(case.invoice.issued, Fact::Issued)];
    if case.invoice.due <= today {
        facts.push((case.invoice.due, Fact::Due));
    }
    facts.extend(case.movements.iter().map(|movement| (movement.date, Fact::Moved(movement))));
    facts.extend(case.events.iter().map(|event| (event.date, Fact::Sent(event))));
    facts.extend(case.circumstances.iter().map(|one| (one.date, Fact::Learnt(one))));
    facts.extend(case.circumstances.iter().filter_map(|one| {
        let day = one.ended.filter(|day| *day <= today)?;
        Some((day, Fact::Ended(one)))
    }));
    facts.extend(case.acts.iter().map(|act| (act.date, Fact::Acted(act))));
    for one in &case.proceedings {
        facts.push((one.date, Fact::Began(one)));
        facts.extend(one.stages.iter().map(|stage| (stage.date, Fact::Came(one, stage))));
    }
    in_order(facts, |(date, _)| *date)
}
