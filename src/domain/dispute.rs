//! The life of a dispute (*litige*): why, in the official terms of e-invoices; who promised what by when; the meeting; how
//! it ended. All of it may be unknown: a dispute is first of all an amount and a day to answer by.
//!
//! A dispute about a part leaves the rest as it is: that is asked for meanwhile. A meeting and its minutes, an answer in
//! writing and an outcome that is put in writing are what shows later that an amicable settlement was tried.

mod reason_code;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::base::{Amount, CommitmentId, iso};

pub use reason_code::{READ, ReasonCode, SOURCE};

/// What is known of a dispute beside its amount.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DisputeLife {
    /// The official reason, as a platform for e-invoices gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<ReasonCode>,
    /// The meeting about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Meeting>,
    /// What either side promised to do, in order of number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<Commitment>,
    /// How it ended, where it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Settlement>,
}

/// A meeting about a dispute: on the telephone, by video, or in person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its day.
    #[serde(with = "iso")]
    pub day: NaiveDate,
    /// When it starts; none where only the day is agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    /// How long it takes, in minutes.
    pub length: u32,
    /// Where: an address, a link, a telephone number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// What is to be talked about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub agenda: String,
    /// What was said and agreed (*compte rendu*); empty until it is written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub minutes: String,
}

/// Who promised something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The user.
    #[default]
    Ours,
    /// The client.
    Theirs,
}

/// What became of something promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitmentEnd {
    /// It was done; given up otherwise.
    pub done: bool,
    /// When.
    #[serde(with = "iso")]
    pub on: NaiveDate,
}

/// Something promised in a dispute (*engagement*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// Number within its dispute.
    pub id: CommitmentId,
    /// Who promised it.
    pub side: Side,
    /// What.
    pub what: String,
    /// Day it was promised; not known of those noted before that was kept.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub made: Option<NaiveDate>,
    /// By which day.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// What became of it, once known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<CommitmentEnd>,
}

/// Who was right in the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The client, on all of it.
    Upheld,
    /// The client, on a part.
    #[default]
    Partly,
    /// The user.
    Rejected,
    /// The client gave it up.
    Withdrawn,
}

/// How a dispute ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// Who was right.
    pub how: Verdict,
    /// What was taken off the price by a credit note; zero where nothing was.
    pub credited: Amount,
    /// What was agreed, in the user’s words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub terms: String,
    /// The day agreed on for paying what is left; it is a promise too, and followed as one.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub pay_by: Option<NaiveDate>,
}

/// What a dispute asks for next, by its own dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisputeStep<'a> {
    /// Something promised has its day, or is late.
    Commitment(&'a Commitment),
    /// The meeting is to come, or is today.
    Meeting(&'a Meeting),
    /// The meeting was held, and its minutes are not written.
    Minutes(&'a Meeting),
}

impl DisputeLife {
    /// Nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What was promised and is neither done nor given up on a day, the next first.
    #[must_use]
    pub fn open_commitments(&self, today: NaiveDate) -> Vec<&Commitment> {
        let mut open: Vec<&Commitment> = Vec::new();
        for one in self.commitments.iter().filter(|one| one.is_open(today)) {
            open.insert(open.partition_point(|known| (known.date, known.id) <= (one.date, one.id)), one);
        }
        open
    }

    /// What comes next by its own dates: what is first, and of one day a promise before the meeting. A meeting that was held
    /// comes before all: what was agreed is written while one remembers.
    #[must_use]
    pub fn next(&self, today: NaiveDate) -> Option<DisputeStep<'_>> {
        let commitment = self.open_commitments(today).into_iter().next();
        let meeting = self.meeting.as_ref().filter(|meeting| meeting.minutes.is_empty());
        match (commitment, meeting) {
            (Some(one), Some(meeting)) if meeting.day < one.date || meeting.day < today => {
                Some(meeting.step(today))
            }
            (Some(one), _) => Some(DisputeStep::Commitment(one)),
            (None, Some(meeting)) => Some(meeting.step(today)),
            (None, None) => None,
        }
    }

    /// The number the next thing promised gets.
    #[must_use]
    pub fn next_commitment(&self) -> CommitmentId {
        CommitmentId(self.commitments.iter().map(|one| one.id.0).max().unwrap_or(0)).next()
    }

    /// Every day in it.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let ended = self.commitments.iter().filter_map(|one| one.ended.map(|ended| ended.on));
        let promised = self.commitments.iter().flat_map(|one| one.made.into_iter().chain([one.date]));
        let paid = self.outcome.iter().filter_map(|outcome| outcome.pay_by);
        self.meeting.iter().map(|meeting| meeting.day).chain(promised).chain(ended).chain(paid)
    }
}

impl Meeting {
    fn step(&self, today: NaiveDate) -> DisputeStep<'_> {
        if self.day < today { DisputeStep::Minutes(self) } else { DisputeStep::Meeting(self) }
    }
}

impl Commitment {
    /// It is neither done nor given up on a day.
    #[must_use]
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.ended.is_none_or(|ended| today < ended.on)
    }

    /// Its day is over and it is not done.
    #[must_use]
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.is_open(today) && self.date < today
    }
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ours, Self::Theirs];
}

impl Verdict {
    /// Every outcome, in the order a form offers them.
    pub const ALL: [Self; 4] = [Self::Partly, Self::Upheld, Self::Rejected, Self::Withdrawn];

    /// The client was right on something: a credit note may follow.
    #[must_use]
    pub fn may_credit(self) -> bool {
        matches!(self, Self::Upheld | Self::Partly)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn commitment(id: u32, date: &str) -> Commitment {
        let what = "reprendre la page d’accueil".to_owned();
        Commitment { id: CommitmentId(id), side: Side::Ours, what, made: None, date: day(date), ended: None }
    }

    fn meeting(date: &str) -> Meeting {
        Meeting {
            day: day(date),
            time: NaiveTime::from_hms_opt(14, 30, 0),
            length: 30,
            place: String::new(),
            agenda: String::new(),
            minutes: String::new(),
        }
    }

    #[test]
    fn the_nearest_day_comes_first_and_a_held_meeting_wants_its_minutes() {
        let mut life = DisputeLife {
            meeting: Some(meeting("2026-11-24")),
            commitments: vec![commitment(1, "2026-12-01"), commitment(2, "2026-11-26")],
            ..DisputeLife::default()
        };
        let today = day("2026-11-20");
        assert!(matches!(life.next(today), Some(DisputeStep::Meeting(_))));
        assert!(matches!(life.next(day("2026-11-25")), Some(DisputeStep::Minutes(_))));
        // Not even something promised by an earlier day hides them.
        life.meeting.as_mut().unwrap().day = day("2026-11-30");
        assert!(matches!(life.next(day("2026-11-29")), Some(DisputeStep::Commitment(_))));
        assert!(matches!(life.next(day("2026-12-02")), Some(DisputeStep::Minutes(_))));
        life.meeting.as_mut().unwrap().minutes = "Reprise convenue.".to_owned();
        let Some(DisputeStep::Commitment(next)) = life.next(day("2026-11-25")) else { panic!("none") };
        assert_eq!(next.id, CommitmentId(2));
        assert!(next.is_late(day("2026-11-27")) && !next.is_late(day("2026-11-26")));
        life.commitments[1].ended = Some(CommitmentEnd { done: true, on: day("2026-11-26") });
        assert_eq!(life.open_commitments(day("2026-11-27")).len(), 1);
        assert_eq!(life.next_commitment(), CommitmentId(3));
    }

    #[test]
    fn a_dispute_of_an_earlier_release_has_no_life_and_writes_none() {
        let life: DisputeLife = serde_json::from_str("{}").unwrap();
        assert!(life.is_empty());
        assert_eq!(serde_json::to_string(&life).unwrap(), "{}");
    }
}
