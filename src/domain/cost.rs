//! Costs (*coûts*): time and money spent on getting one claim paid, held against what the claim is worth (COST-1).
//!
//! They are the user’s own business: none of them may be asked of the client before a court decides (CPCE art. L111-8, read
//! in September 2026). Minutes are proposed from what was recorded, and only count once the user confirmed them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::assumptions::Assumptions;
use super::case_file::CaseFile;
use super::claim::Claim;
use super::event::{Channel, Event, Step};
use crate::base::{Amount, CostId, EventId, Percent, iso};

/// Postage of an ordinary letter of 20 g: 1.52 € in 2026 as a secondary source has it (read 29 November 2026).
pub const LETTER: Amount = Amount::from_cents(152);
/// Postage of a registered letter of 20 g in France (R1) with its acknowledgement of receipt on paper: 6.11 € from 1 January
/// 2026, as the press has the operator’s tariff (read 29 November 2026), and 1.25 € for the acknowledgement, the tariff of
/// 2023: that of 2026 was not seen. What a receipt says is worth more.
pub const REGISTERED: Amount = Amount::from_cents(736);

/// What was spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CostKind {
    /// Own time, in minutes. None at all says that a contact is not to be counted.
    Time(u32),
    /// Stamps, registered post.
    Postage(Amount),
    /// A fee: court, bailiff, lawyer, agency.
    Fee(Amount),
    /// Anything else.
    Other(Amount),
}

/// The contact a cost was spent on: what and how, on the day of the cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Contacted {
    /// What it was about.
    pub step: Step,
    /// How.
    pub channel: Channel,
}

/// Something spent on one claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Number within its case.
    pub id: CostId,
    /// Day.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// What, and how much.
    pub kind: CostKind,
    /// The contact it was spent on, where it was one on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contacted>,
    /// Note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A cost a contact most likely had, for the user to confirm or correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// Number of the contact.
    pub event: EventId,
    /// Day of the contact.
    pub date: NaiveDate,
    /// Which contact.
    pub contact: Contacted,
    /// Minutes it took: measured of a call, usual of a text.
    pub minutes: u32,
    /// Postage, of what went by post.
    pub postage: Option<Amount>,
}

/// How what was spent compares with the lines the user drew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Below both.
    Fine,
    /// At the first or above.
    Alert,
    /// At the line or above: stop, or go another way.
    Stop,
}

/// All that was spent on a claim until a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spending {
    /// Minutes of own time.
    pub minutes: u32,
    /// What they are worth at the user’s own rate.
    pub time: Amount,
    /// Money paid out.
    pub money: Amount,
    /// What the claim brought and may still bring, in euros, as costs are; none where it is in another currency and nobody
    /// said what that is worth.
    pub worth: Option<Amount>,
    /// How it compares.
    pub level: Level,
}

/// The number the next cost of a case gets.
#[must_use]
pub fn next_cost(costs: &[Cost]) -> CostId {
    CostId(costs.iter().map(|cost| cost.id.0).max().unwrap_or(0)).next()
}

/// Costs of contacts on record that were not counted yet, oldest first. The sending of the invoice itself and thanks are no
/// work of chasing.
#[must_use]
pub fn proposed(case: &CaseFile, today: NaiveDate) -> Vec<Proposed> {
    let mut counted: Vec<(NaiveDate, Contacted)> = case
        .costs
        .iter()
        .filter(|cost| matches!(cost.kind, CostKind::Time(_)))
        .filter_map(|cost| Some((cost.date, cost.contact?)))
        .collect();
    let mut proposed = Vec::new();
    for event in case.events.iter().filter(|event| event.date <= today && costs_time(event)) {
        let contact = Contacted { step: event.step, channel: event.channel };
        match counted.iter().position(|known| *known == (event.date, contact)) {
            Some(at) => drop(counted.remove(at)),
            None => proposed.push(Proposed {
                event: event.id,
                date: event.date,
                contact,
                minutes: usual_minutes(event),
                postage: postage(event.channel),
            }),
        }
    }
    proposed
}

fn costs_time(event: &Event) -> bool {
    !matches!(event.step, Step::Invoice | Step::Thanks)
}

/// A call takes as long as it was measured, and a little to prepare and note; texts what they usually take here.
fn usual_minutes(event: &Event) -> u32 {
    let measured = event.call.as_ref().map_or(0, |call| call.seconds).div_ceil(60);
    match event.channel {
        _ if measured > 0 => measured.saturating_add(5),
        Channel::Sms => 5,
        Channel::Phone | Channel::Email => 10,
        Channel::Portal => 15,
        Channel::Post => 20,
        Channel::RegisteredPost | Channel::Hand => 30,
    }
}

fn postage(channel: Channel) -> Option<Amount> {
    match channel {
        Channel::Post => Some(LETTER),
        Channel::RegisteredPost => Some(REGISTERED),
        Channel::Email | Channel::Sms | Channel::Phone | Channel::Hand | Channel::Portal => None,
    }
}

impl Spending {
    /// What was spent until the day of a claim.
    #[must_use]
    pub fn of(case: &CaseFile, claim: &Claim, assumptions: &Assumptions) -> Self {
        let known = || case.costs.iter().filter(|cost| cost.date <= claim.as_of);
        let minutes = known().fold(0_u32, |sum, cost| match cost.kind {
            CostKind::Time(minutes) => sum.saturating_add(minutes),
            _ => sum,
        });
        let money = known().fold(Amount::ZERO, |sum, cost| sum + cost.kind.money());
        let worth = case.received(claim.as_of).or_zero() + claim.balance();
        let worth = case.outlook.euros(worth, claim.currency);
        let time = assumptions.time(minutes);
        let level = worth.map_or(Level::Fine, |worth| assumptions.level(time + money, worth));
        Self { minutes, time, money, worth, level }
    }

    /// Time and money together.
    #[must_use]
    pub fn total(&self) -> Amount {
        self.time + self.money
    }

    /// Which share of what the claim is worth that is, in whole per cent, never more than 999; none where it is worth
    /// nothing or is not in euros.
    #[must_use]
    pub fn share(&self) -> Option<u32> {
        let worth = self.worth.filter(|worth| worth.is_positive())?;
        let share = self.total().cents().saturating_mul(100) / worth.cents();
        Some(u32::try_from(share).unwrap_or(0).min(999))
    }

    /// The share as a gauge has it: full at all.
    #[must_use]
    pub fn gauge(&self) -> Percent {
        Percent::nearest(self.share().unwrap_or(0).into())
    }
}

impl CostKind {
    /// The money paid out; none of own time.
    #[must_use]
    pub fn money(self) -> Amount {
        match self {
            Self::Time(_) => Amount::ZERO,
            Self::Postage(amount) | Self::Fee(amount) | Self::Other(amount) => amount,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::base::{ClientId, Currency, InvoiceId};
    use crate::domain::claim::Allocation;
    use crate::domain::contract::Contract;
    use crate::domain::event::{Call, Outcome, SentText};
    use crate::domain::invoice::Invoice;
    use crate::domain::law::rates::RateTable;
    use crate::domain::party::{Debtor, DebtorKind};
    use crate::domain::posting::Posting;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn case() -> CaseFile {
        CaseFile::new(Invoice {
            id: InvoiceId(1),
            client: ClientId(1),
            number: "12".to_owned(),
            issued: day("2026-02-13"),
            due: day("2026-03-15"),
            terms: None,
            amount: Amount::from_cents(100_000),
            currency: Currency::EUR,
            subject: String::new(),
            later: Vec::new(),
            contract: Contract::default(),
            allocation: Allocation::default(),
        })
    }

    fn event(id: u32, date: &str, step: Step, channel: Channel, seconds: Option<u32>) -> Event {
        let call = |seconds| Call { outcome: Outcome::Promise, note: String::new(), seconds, again: None };
        Event {
            id: EventId(id),
            date: day(date),
            channel,
            step,
            deadline: day(date),
            received: None,
            posting: Posting::default(),
            to: String::new(),
            call: seconds.map(call),
            exception: String::new(),
            text: SentText::default().into(),
        }
    }

    fn cost(id: u32, date: &str, kind: CostKind) -> Cost {
        Cost { id: CostId(id), date: day(date), kind, contact: None, note: String::new() }
    }

    #[test]
    fn each_contact_is_proposed_once_with_what_it_took() {
        let mut case = case();
        case.events = vec![
            event(1, "2026-02-13", Step::Invoice, Channel::Email, None),
            event(2, "2026-03-17", Step::FirstCall, Channel::Phone, Some(61)),
            event(3, "2026-03-20", Step::FirstReminder, Channel::Email, None),
            event(4, "2026-03-20", Step::FirstReminder, Channel::Email, None),
            event(5, "2026-04-20", Step::FormalNotice, Channel::RegisteredPost, None),
        ];
        let seen: Vec<(u32, Option<Amount>)> =
            proposed(&case, day("2026-11-29")).iter().map(|one| (one.minutes, one.postage)).collect();
        assert_eq!(seen, [(7, None), (10, None), (10, None), (30, Some(REGISTERED))]);
        let contact = Some(Contacted { step: Step::FirstReminder, channel: Channel::Email });
        case.costs = vec![Cost { contact, ..cost(1, "2026-03-20", CostKind::Time(0)) }];
        assert_eq!(proposed(&case, day("2026-11-29")).len(), 3, "one of two contacts alike is counted");
        assert_eq!(proposed(&case, day("2026-03-19")).len(), 1, "what is still to come costs nothing yet");
    }

    #[test]
    fn what_was_spent_is_held_against_what_the_claim_is_worth() {
        let mut case = case();
        let claim =
            case.claim_on(day("2026-03-15"), Debtor::from(DebtorKind::Business), RateTable::builtin());
        let assumptions = Assumptions { hourly: Some(Amount::from_cents(6_000)), ..Assumptions::default() };
        let spending = |case: &CaseFile| Spending::of(case, &claim, &assumptions);
        assert_eq!(spending(&case).level, Level::Fine);
        for (minutes, level) in
            [(149, Level::Fine), (150, Level::Alert), (299, Level::Alert), (300, Level::Stop)]
        {
            case.costs = vec![cost(1, "2026-03-10", CostKind::Time(minutes))];
            assert_eq!(spending(&case).level, level, "{minutes} minutes at 60 € of 1,000 €");
        }
        case.costs = vec![
            cost(1, "2026-03-10", CostKind::Time(30)),
            cost(2, "2026-03-11", CostKind::Fee(Amount::from_cents(3_500))),
            cost(3, "2026-03-16", CostKind::Postage(LETTER)),
        ];
        let known = spending(&case);
        assert_eq!((known.total(), known.share()), (Amount::from_cents(6_500), Some(6)));
        assert_eq!(next_cost(&case.costs), CostId(4));
    }

    #[test]
    fn a_claim_in_another_currency_is_not_compared() {
        let mut case = case();
        case.invoice.currency = Currency::parse("USD").unwrap_or(Currency::EUR);
        case.costs = vec![cost(1, "2026-03-10", CostKind::Fee(Amount::from_cents(90_000)))];
        let claim =
            case.claim_on(day("2026-03-15"), Debtor::from(DebtorKind::Business), RateTable::builtin());
        let known = Spending::of(&case, &claim, &Assumptions::default());
        assert_eq!((known.share(), known.level), (None, Level::Fine));
        // 1,000 dollars at 90 euros a hundred: 900 euros, all of them spent.
        case.outlook.hundred = Some(Amount::from_cents(9_000));
        let known = Spending::of(&case, &claim, &Assumptions::default());
        assert_eq!((known.worth, known.level), (Some(Amount::from_cents(90_000)), Level::Stop));
    }
}
