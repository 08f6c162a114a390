//! Costs (*coûts*): time and money spent on getting one claim paid, held against what the claim is worth (COST-1).
//!
//! They are the user’s own business: none of them may be asked of the client before a court decides (CPCE art. L111-8, read
//! in September 2026). Minutes are proposed from what was recorded, and only count once the user confirmed them. What a
//! proceeding cost is noted there and counted from there: see [`entries`].
//!
//! The lines are held against what is still to come: money that is there is no reason to spend more.

pub mod entries;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::entries::{Entry, Source, entries};
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
    /// Money paid out, what proceedings cost with it, and what a collector kept of what came in.
    pub money: Amount,
    /// What a collector kept, in euros: it is the user’s to bear (CPCE art. L111-8).
    pub kept: Amount,
    /// Costs awarded or paid back, in euros.
    pub recovered: Amount,
    /// What the claim has brought, in euros; none where it is in another currency and nobody said what that is worth.
    pub received: Option<Amount>,
    /// What it may still bring, likewise.
    pub at_stake: Option<Amount>,
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
    // A document about several invoices was made once.
    !matches!(event.step, Step::Invoice | Step::Thanks) && !event.text.elsewhere
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
        let today = claim.as_of;
        let minutes = case.costs.iter().filter(|cost| cost.date <= today);
        let minutes = minutes.fold(0_u32, |sum, cost| match cost.kind {
            CostKind::Time(minutes) => sum.saturating_add(minutes),
            _ => sum,
        });
        let known = entries(case, claim.currency, assumptions, today);
        let is_time = |entry: &Entry| match entry.source {
            Source::Noted(id) => {
                case.costs.iter().any(|cost| cost.id == id && matches!(cost.kind, CostKind::Time(_)))
            }
            _ => false,
        };
        let sum = |of: &dyn Fn(&Entry) -> bool| -> Amount {
            known.iter().filter(|entry| of(entry)).map(|entry| entry.amount).sum()
        };
        let (time, recovered) = (sum(&is_time), sum(&Entry::is_recovered));
        let kept = sum(&|entry| entry.source == Source::Kept);
        let money = sum(&|entry| !entry.is_recovered()) - time;
        // What is sold is worth its price, what is given up nothing more.
        let out = case.proceeding(today).filter(|one| one.kind.is_out());
        let received = case.received(today).or_zero() + out.map_or(Amount::ZERO, |one| one.price_paid(today));
        let to_come = out.map_or_else(|| claim.balance(), |one| one.unpaid_price(today));
        let euros = |sum| case.outlook.euros(sum, claim.currency);
        let (received, at_stake) = (euros(received), euros(to_come.or_zero()));
        let mut spending =
            Self { minutes, time, money, kept, recovered, received, at_stake, level: Level::Fine };
        // Where nothing is to come there is nothing to stop.
        if let Some(at_stake) = at_stake.filter(|at_stake| at_stake.is_positive()) {
            spending.level = assumptions.level(spending.net(), at_stake);
        }
        spending
    }

    /// Time and money together.
    #[must_use]
    pub fn total(&self) -> Amount {
        self.time + self.money
    }

    /// What is left to bear of that once costs were recovered.
    #[must_use]
    pub fn net(&self) -> Amount {
        (self.total() - self.recovered).or_zero()
    }

    /// Which share of what is still to come that is, in whole per cent, never more than 999; none where nothing is to come or
    /// it is not in euros.
    #[must_use]
    pub fn share(&self) -> Option<u32> {
        let at_stake = self.at_stake.filter(|at_stake| at_stake.is_positive())?;
        let share = self.net().cents().saturating_mul(100) / at_stake.cents();
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
    use super::entries::{noted_fee, proceeding_fee};
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::base::{ClientId, Currency, InvoiceId, MovementId, ProceedingId};
    use crate::domain::claim::Allocation;
    use crate::domain::contract::Contract;
    use crate::domain::event::{Call, Outcome, SentText};
    use crate::domain::invoice::Invoice;
    use crate::domain::law::rates::RateTable;
    use crate::domain::movement::{Movement, MovementKind};
    use crate::domain::party::{Debtor, DebtorKind};
    use crate::domain::posting::Posting;
    use crate::domain::proceeding::{Milestone, Proceeding, ProceedingKind, Stage};

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
            order: String::new(),
            service: String::new(),
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

    fn in_euros(cents: i64) -> Amount {
        Amount::from_cents(cents)
    }

    #[test]
    fn the_lines_are_held_against_what_is_still_to_come() {
        let mut case = case();
        case.costs = vec![cost(1, "2026-03-10", CostKind::Fee(in_euros(10_000)))];
        let assumptions = Assumptions::default();
        let on = |case: &CaseFile| {
            let claim =
                case.claim_on(day("2026-03-15"), Debtor::from(DebtorKind::Business), RateTable::builtin());
            Spending::of(case, &claim, &assumptions)
        };
        let known = on(&case);
        assert_eq!((known.share(), known.level), (Some(10), Level::Fine));
        let paid = |cents| Movement {
            id: MovementId(1),
            kind: MovementKind::Payment,
            date: day("2026-03-12"),
            amount: in_euros(cents),
            reference: String::new(),
            if_settled_by: None,
        };
        case.movements = vec![paid(80_000)];
        let known = on(&case);
        assert_eq!((known.received, known.at_stake), (Some(in_euros(80_000)), Some(in_euros(20_000))));
        assert_eq!((known.share(), known.level), (Some(50), Level::Stop), "100 € for the 200 € to come");
        case.movements = vec![paid(100_000)];
        let known = on(&case);
        assert_eq!((known.share(), known.level), (None, Level::Fine), "nothing is left to stop");
    }

    #[test]
    fn what_proceedings_cost_is_counted_once_and_what_came_back_is_taken_off() {
        let mut case = case();
        case.costs = vec![cost(1, "2026-03-10", CostKind::Time(30))];
        let mut order = Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-03-16"));
        order.cost = Some(in_euros(1_000));
        let at = |stage, date: &str, cost: Option<i64>| Milestone {
            cost: cost.map(in_euros),
            ..Milestone::new(stage, day(date))
        };
        let recovered = Milestone {
            amount: Some(in_euros(7_000)),
            beside: Some(in_euros(2_000)),
            ..Milestone::new(Stage::CostsRecovered, day("2026-07-20"))
        };
        order.stages = vec![
            at(Stage::FeePaid, "2026-03-20", Some(3_521)),
            at(Stage::Made, "2026-04-01", None),
            at(Stage::Served, "2026-04-20", Some(6_500)),
            recovered,
        ];
        case.proceedings = vec![order];
        let assumptions = Assumptions { hourly: Some(in_euros(6_000)), ..Assumptions::default() };
        let on = |date: &str| {
            let debtor = Debtor::from(DebtorKind::Business);
            let claim = case.claim_on(day(date), debtor, RateTable::builtin());
            let known = Spending::of(&case, &claim, &assumptions);
            let lines = entries(&case, claim.currency, &assumptions, day(date));
            let spent: Amount = lines.iter().filter(|one| !one.is_recovered()).map(|one| one.amount).sum();
            assert_eq!(spent, known.total(), "the lines add up");
            known
        };
        assert_eq!(on("2026-03-15").total(), in_euros(3_000));
        assert_eq!(on("2026-03-20").money, in_euros(4_521));
        let known = on("2026-07-19");
        assert_eq!((known.total(), known.recovered), (in_euros(14_021), Amount::ZERO));
        let known = on("2026-07-20");
        assert_eq!((known.recovered, known.net()), (in_euros(9_000), in_euros(5_021)));
        assert_eq!(proceeding_fee(&case, in_euros(6_500)), Some(day("2026-04-20")));
        assert_eq!(noted_fee(&case, in_euros(6_500)), None);
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
        assert_eq!((known.at_stake, known.level), (Some(Amount::from_cents(90_000)), Level::Stop));
    }
}
