//! Proceedings (*suites*): what becomes of a claim after the amicable way. Each is of one kind, begins on a day, and goes on
//! by stages in the order of their days.
//!
//! | module | what it knows |
//! |---|---|
//! | [`appeal`] | whether a decision may be appealed, until when, and what an appeal changes |
//! | [`money`] | what it cost, what came back, what a collector or a buyer paid |
//! | [`next`] | what a proceeding asks for next, and by when |
//! | [`opposition`] | until when an order can be opposed |
//! | [`suit`] | a claim in court while it runs |
//! | [`timing`] | whether a stage may have happened on a day |
//! | [`write_off`] | why a claim is given up, and whether its VAT comes back |
//!
//! What a stage means in law is read from it and not entered a second time: see [`Proceeding::acts`].
//!
//! Sources: CPC art. 1405 to 1425 (order for payment), CPCE art. L125-1 (simplified procedure), L111-3 (enforceable titles),
//! C. civ. art. 1321 to 1326 (assignment), 2241 and 2244 (what interrupts limitation), C. com. art. L622-24 to L622-27 (lodging
//! of claims). Read in September 2026; the request for an order does not interrupt limitation, its service does.

pub mod appeal;
pub mod money;
pub mod next;
pub mod opposition;
pub mod suit;
pub mod timing;
pub mod write_off;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::write_off::WriteOff;
use super::act::ActKind;
use crate::base::iso;
use crate::base::{Amount, ProceedingId};

/// The highest sum ordered that needs no lawyer after an opposition.
const WITHOUT_LAWYER: Amount = Amount::from_cents(1_000_000);

/// What kind of way out it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProceedingKind {
    /// Handed over to an agency, a lawyer or an officer who collects it (*confiée*).
    HandedOver,
    /// Sold (*cédée*): it is another’s claim now.
    Sold,
    /// An order for payment (*injonction de payer*).
    PaymentOrder,
    /// The simplified procedure for small claims, before an enforcement officer (*procédure simplifiée*).
    Simplified,
    /// A claim in court (*assignation*).
    CourtClaim,
    /// Lodged in insolvency proceedings (*déclaration de créance*).
    Lodged,
    /// Given up in the accounts (*passée en perte*).
    WrittenOff,
}

/// What happened in a proceeding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The collector passed money on: how much came in, and what he kept.
    Returned,
    /// The claim was taken back, or the collector gave it back.
    TakenBack,
    /// The assignment was notified to the debtor.
    Notified,
    /// The buyer paid the price, or a part of it.
    PricePaid,
    /// The clerk’s fee was paid.
    FeePaid,
    /// The order was made, for how much.
    Made,
    /// The request was refused.
    Refused,
    /// The order or the judgment was served.
    Served,
    /// The clerk told of an opposition.
    Opposed,
    /// What an opposition or a contestation asks for was done: costs advanced, lawyer appointed, answer sent.
    Answered,
    /// The court decided in favour, for how much.
    Judged,
    /// The court dismissed the claim.
    Dismissed,
    /// The decision was appealed.
    Appealed,
    /// The court of appeal decided in favour, for how much.
    AppealWon,
    /// The court of appeal decided against the claim.
    AppealLost,
    /// It can be enforced.
    Enforceable,
    /// An enforcement officer was instructed.
    Instructed,
    /// A measure of enforcement was taken.
    Measure,
    /// The officer invited the debtor to take part.
    Invited,
    /// The debtor agreed, for how much: the officer gives an enforceable title.
    Agreed,
    /// The debtor declined, or kept silent for a month.
    Declined,
    /// The administrator contests what was lodged.
    Contested,
    /// It was admitted, for how much.
    Admitted,
    /// It was not admitted.
    Rejected,
    /// The proceedings were closed for lack of assets.
    ClosedUnpaid,
    /// Costs were awarded or paid back: *dépens*, and a sum under CPC art. 700.
    CostsRecovered,
    /// It was given up, or came to nothing.
    Ended,
}

/// A stage with its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// What happened.
    pub stage: Stage,
    /// When.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// The sum ordered, judged, agreed, admitted, collected, or the *dépens*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// What the collector kept, or the sum under CPC art. 700.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<Amount>,
    /// What it cost the user, in euros: the clerk, the officer, a lawyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Amount>,
    /// It was handed to the debtor in person.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_person: bool,
    /// Of an appeal: it is the user’s own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_us: bool,
    /// Of an appeal: the decision is not enforced meanwhile.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub suspends: bool,
    /// Note, free text: a number, a name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A proceeding about one claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proceeding {
    /// Number within the case.
    pub id: ProceedingId,
    /// What kind it is.
    pub kind: ProceedingKind,
    /// Day it began: handed over, sold, filed, lodged, written off.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// With whom: agency, buyer, court, officer, creditors’ representative.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub with: String,
    /// Their reference: mandate, number of the case.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// What was agreed, free text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub terms: String,
    /// Price of a sale, or the sum asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// What its beginning cost the user, in euros: a file opened, a writ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Amount>,
    /// Before a commercial court: its clerk is paid, and costs are advanced after an opposition.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub commercial: bool,
    /// Why it is given up, of a write-off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub write_off: Option<WriteOff>,
    /// What happened since, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Milestone>,
}

impl ProceedingKind {
    /// Every kind a form offers, the most usual first; a claim is lodged where there are insolvency proceedings.
    pub const ALL: [Self; 7] = [
        Self::PaymentOrder,
        Self::HandedOver,
        Self::Simplified,
        Self::CourtClaim,
        Self::Sold,
        Self::Lodged,
        Self::WrittenOff,
    ];

    /// The claim is no longer counted among what is owed to the user.
    #[must_use]
    pub fn is_out(self) -> bool {
        matches!(self, Self::Sold | Self::WrittenOff)
    }

    /// Time or less is no longer the user’s to agree on while it runs: the claim is another’s, is collected by another, is
    /// lodged in insolvency proceedings, or was given up.
    #[must_use]
    pub fn is_for_others(self) -> bool {
        self.is_out() || matches!(self, Self::HandedOver | Self::Lodged)
    }

    /// The stages that may come first, the most usual one first.
    #[must_use]
    pub fn begins(self) -> &'static [Stage] {
        match self {
            Self::HandedOver => &[Stage::Returned, Stage::TakenBack],
            Self::Sold => &[Stage::Notified, Stage::PricePaid],
            Self::PaymentOrder => &[Stage::Made, Stage::Refused, Stage::Ended],
            Self::Simplified => &[Stage::Invited, Stage::Ended],
            Self::CourtClaim => {
                &[Stage::Judged, Stage::Dismissed, Stage::Agreed, Stage::CostsRecovered, Stage::Ended]
            }
            Self::Lodged => {
                &[Stage::Admitted, Stage::Contested, Stage::Rejected, Stage::ClosedUnpaid, Stage::Ended]
            }
            Self::WrittenOff => &[],
        }
    }
}

impl Stage {
    /// It ends the proceeding without money: another way is looked for.
    #[must_use]
    pub fn ends(self) -> bool {
        matches!(
            self,
            Self::TakenBack
                | Self::Refused
                | Self::Dismissed
                | Self::AppealLost
                | Self::Declined
                | Self::Rejected
                | Self::ClosedUnpaid
                | Self::Ended
        )
    }

    /// A sum belongs to it.
    #[must_use]
    pub fn has_amount(self) -> bool {
        matches!(
            self,
            Self::Returned
                | Self::PricePaid
                | Self::Made
                | Self::Judged
                | Self::AppealWon
                | Self::Agreed
                | Self::Admitted
                | Self::CostsRecovered
        )
    }

    /// A court or an officer gives a paper of it, which proves the claim.
    #[must_use]
    pub fn has_paper(self) -> bool {
        matches!(
            self,
            Self::Made
                | Self::Judged
                | Self::AppealWon
                | Self::Agreed
                | Self::Served
                | Self::Enforceable
                | Self::Measure
        )
    }

    /// The claim was dismissed, not admitted, or given up.
    fn is_failure(self) -> bool {
        matches!(self, Self::Dismissed | Self::AppealLost | Self::Rejected | Self::Ended)
    }

    /// A second sum belongs to it: what was kept, or CPC art. 700.
    #[must_use]
    pub fn has_beside(self) -> bool {
        matches!(self, Self::Returned | Self::CostsRecovered)
    }

    /// What it means for limitation and for the legal rate, in a proceeding of a kind.
    #[must_use]
    pub fn act(self, kind: ProceedingKind) -> Option<ActKind> {
        match self {
            // The request for an order does not interrupt limitation: its service does.
            Self::Served => Some(ActKind::CourtClaim),
            // The title of a simplified procedure is an officer's, and no decision of a court (CMF art. L313-3).
            Self::Enforceable if kind == ProceedingKind::Simplified => None,
            Self::Enforceable => Some(ActKind::EnforceableDecision),
            // An officer’s title owns to the debt too.
            Self::Agreed => Some(ActKind::Acknowledgement),
            Self::Measure => Some(ActKind::Enforcement),
            _ => None,
        }
    }
}

impl Milestone {
    /// A stage of which only the day is known.
    #[must_use]
    pub fn new(stage: Stage, date: NaiveDate) -> Self {
        Self {
            stage,
            date,
            amount: None,
            beside: None,
            cost: None,
            in_person: false,
            by_us: false,
            suspends: false,
            note: String::new(),
        }
    }
}

impl Proceeding {
    /// A proceeding that has just begun.
    #[must_use]
    pub fn new(id: ProceedingId, kind: ProceedingKind, date: NaiveDate) -> Self {
        Self {
            id,
            kind,
            date,
            with: String::new(),
            reference: String::new(),
            terms: String::new(),
            amount: None,
            cost: None,
            commercial: false,
            write_off: None,
            stages: Vec::new(),
        }
    }

    /// The stages known on a day.
    pub fn known(&self, today: NaiveDate) -> impl DoubleEndedIterator<Item = &Milestone> {
        self.stages.iter().filter(move |one| one.date <= today)
    }

    /// The last stage of a kind known on a day.
    #[must_use]
    pub fn last(&self, stage: Stage, today: NaiveDate) -> Option<&Milestone> {
        self.known(today).rfind(|one| one.stage == stage)
    }

    /// Begun, and not ended, on a day.
    #[must_use]
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.date <= today && self.ended(today).is_none()
    }

    /// The stage that ended it, on a day; what was dismissed goes on once that is appealed.
    #[must_use]
    pub fn ended(&self, today: NaiveDate) -> Option<&Milestone> {
        let is_appealed = self.known(today).any(|one| one.stage == Stage::Appealed);
        self.known(today).find(|one| one.stage.ends() && !(is_appealed && one.stage == Stage::Dismissed))
    }

    /// Every day of it with what it means for limitation and for the legal rate.
    pub fn acts(&self) -> impl Iterator<Item = (ActKind, NaiveDate)> {
        // Lodging a claim counts as a claim in court (C. com. art. L622-25-1).
        let begins = matches!(self.kind, ProceedingKind::CourtClaim | ProceedingKind::Lodged);
        let start = begins.then_some((ActKind::CourtClaim, self.date));
        // An order that is opposed is no title any more: the judgment takes its place (CPC art. 1420, to be checked).
        let stands = move |at: usize, stage: Stage| stage != Stage::Enforceable || self.title_stands(at);
        let stages = self.stages.iter().enumerate();
        let stages = stages.filter(move |(at, one)| stands(*at, one.stage));
        let stages = stages.filter_map(|(_, one)| Some((one.stage.act(self.kind)?, one.date)));
        // A claim that was dropped or dismissed is taken never to have interrupted limitation (C. civ. art. 2243; recalled,
        // to be checked, and the cautious reading in any case).
        let has_failed = self.ended(NaiveDate::MAX).is_some_and(|one| one.stage.is_failure());
        start.into_iter().chain(stages).filter(move |(act, _)| !(has_failed && *act == ActKind::CourtClaim))
    }

    /// What may be noted next, the most usual first; nothing once it has ended.
    #[must_use]
    pub fn following(&self) -> Vec<Stage> {
        use Stage::{
            Admitted, Agreed, Answered, AppealLost, AppealWon, Appealed, ClosedUnpaid, Contested,
            CostsRecovered, Declined, Dismissed, Ended, Enforceable, FeePaid, Instructed, Judged, Made,
            Measure, Opposed, Rejected, Returned, Served, TakenBack,
        };
        if let Some(ended) = self.ended(NaiveDate::MAX) {
            let is_decision = ended.stage == Dismissed && self.kind != ProceedingKind::Lodged;
            return if is_decision { vec![Appealed] } else { Vec::new() };
        }
        if self.kind == ProceedingKind::Sold {
            let is_notified = self.stages.iter().any(|one| one.stage == Stage::Notified);
            let may_pay = self.amount.is_none() || self.unpaid_price(NaiveDate::MAX).is_positive();
            let both = [(!is_notified, Stage::Notified), (may_pay, Stage::PricePaid)];
            return both.into_iter().filter(|(left, _)| *left).map(|(_, stage)| stage).collect();
        }
        let last = self.stages.iter().rev().find(|one| one.stage != CostsRecovered);
        let following: &[Stage] = match last.map(|one| one.stage) {
            None if self.kind == ProceedingKind::PaymentOrder && self.commercial => {
                &[FeePaid, Made, Stage::Refused, Ended]
            }
            None => self.kind.begins(),
            Some(Returned) => &[Returned, TakenBack],
            Some(FeePaid) => &[Made, Stage::Refused, Ended],
            Some(Made) => &[Served, CostsRecovered, Ended],
            // The title of a decision is served too, before it is enforced.
            Some(Served) if self.kind == ProceedingKind::PaymentOrder && !self.is_judged() => {
                &[Enforceable, Opposed, CostsRecovered, Ended]
            }
            Some(Judged | AppealWon) => &[Served, Enforceable, CostsRecovered, Ended],
            Some(Appealed) if self.was_dismissed() || self.stages.iter().any(|one| one.suspends) => {
                &[AppealWon, AppealLost, CostsRecovered, Ended]
            }
            Some(Appealed) => {
                &[AppealWon, AppealLost, Served, Enforceable, Instructed, Measure, CostsRecovered, Ended]
            }
            Some(Agreed) if self.kind == ProceedingKind::Simplified => &[Enforceable, Ended],
            Some(Served | Agreed) => &[Enforceable, CostsRecovered, Ended],
            Some(Opposed) if !self.asks_answer() => &[Judged, Dismissed, Agreed, Answered, Ended],
            Some(Opposed) => &[Answered, Judged, Dismissed, Agreed, Ended],
            Some(Answered) if self.kind == ProceedingKind::Lodged => &[Admitted, Rejected, ClosedUnpaid],
            Some(Answered) => &[Judged, Dismissed, Agreed, Ended],
            Some(Stage::Invited) => &[Agreed, Declined],
            // Not handed over in person, it can be opposed after a title too (CPC art. 1416).
            Some(Enforceable) if self.stays_opposable() => {
                &[Instructed, Measure, Opposed, CostsRecovered, Ended]
            }
            Some(Instructed | Measure) if self.stays_opposable() => {
                &[Measure, Opposed, CostsRecovered, Ended]
            }
            Some(Enforceable) => &[Instructed, Measure, CostsRecovered, Ended],
            Some(Instructed | Measure) => &[Measure, CostsRecovered, Ended],
            Some(Contested) => &[Answered, Admitted, Rejected],
            Some(Admitted) => &[ClosedUnpaid, Ended],
            Some(_) => &[],
        };
        let mut following = following.to_vec();
        self.add_appeal(&mut following);
        following
    }

    /// An opposition asks for something: costs to be advanced before a commercial court (CPC art. 1425), a lawyer before the
    /// civil one above 10,000 € (art. 1418 and 761).
    #[must_use]
    pub fn asks_answer(&self) -> bool {
        let ordered = self.stages.iter().rfind(|one| one.stage == Stage::Made).and_then(|one| one.amount);
        self.commercial || ordered.is_none_or(|sum| WITHOUT_LAWYER < sum)
    }

    /// An order nobody decided on yet that was not served in person.
    fn stays_opposable(&self) -> bool {
        let served = self.stages.iter().find(|one| one.stage == Stage::Served);
        self.kind == ProceedingKind::PaymentOrder
            && !self.is_judged()
            && served.is_some_and(|one| !one.in_person)
    }

    fn is_judged(&self) -> bool {
        self.stages.iter().any(|one| matches!(one.stage, Stage::Judged | Stage::AppealWon | Stage::Agreed))
    }

    /// The last day known of it.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.stages.last().map_or(self.date, |one| one.date)
    }

    /// Its days are in order, sums are not below zero, each stage may follow the one before.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let sums = self.stages.iter().flat_map(|one| [one.amount, one.beside, one.cost]);
        let sums = sums.chain([self.amount, self.cost]);
        let ordered = self.stages.is_sorted_by(|a, b| a.date <= b.date)
            && self.stages.first().is_none_or(|first| self.date <= first.date);
        ordered && sums.flatten().all(|sum| Amount::ZERO <= sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn order(stages: &[(Stage, &str)]) -> Proceeding {
        let mut order = Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-11-02"));
        order.stages = stages.iter().map(|(stage, on)| Milestone::new(*stage, day(on))).collect();
        order
    }

    #[test]
    fn a_request_interrupts_nothing_and_its_service_does() {
        assert_eq!(order(&[(Stage::Made, "2026-11-30")]).acts().count(), 0);
        let served = order(&[(Stage::Made, "2026-11-30"), (Stage::Served, "2027-01-11")]);
        assert_eq!(served.acts().collect::<Vec<_>>(), [(ActKind::CourtClaim, day("2027-01-11"))]);
        let claim = Proceeding::new(ProceedingId(1), ProceedingKind::CourtClaim, day("2026-11-02"));
        assert_eq!(claim.acts().collect::<Vec<_>>(), [(ActKind::CourtClaim, day("2026-11-02"))]);
    }

    #[test]
    fn an_order_goes_from_the_request_to_enforcement() {
        let mut order = order(&[]);
        let way = [Stage::Made, Stage::Served, Stage::Enforceable, Stage::Instructed, Stage::Measure];
        for (stage, on) in
            way.into_iter().zip(["2026-11-30", "2027-01-11", "2027-03-12", "2027-03-15", "2027-04-02"])
        {
            assert_eq!(order.following().first(), Some(&stage));
            order.stages.push(Milestone::new(stage, day(on)));
            assert!(order.is_sound() && order.is_open(day(on)));
        }
        order.stages.push(Milestone::new(Stage::Ended, day("2027-06-01")));
        assert!(order.following().is_empty() && !order.is_open(day("2027-06-01")));
        assert!(order.is_open(day("2027-05-31")), "what is not yet known ends nothing");
    }

    #[test]
    fn a_commercial_clerk_is_paid_first() {
        let order = Proceeding { commercial: true, ..order(&[]) };
        assert_eq!(order.following().first(), Some(&Stage::FeePaid));
    }

    #[test]
    fn an_opposition_leads_to_a_judgment_that_is_served() {
        let mut order = order(&[
            (Stage::Made, "2026-11-30"),
            (Stage::Served, "2027-01-11"),
            (Stage::Opposed, "2027-02-08"),
            (Stage::Answered, "2027-02-15"),
            (Stage::Judged, "2027-06-01"),
            (Stage::Served, "2027-06-14"),
        ]);
        assert!(!order.following().contains(&Stage::Opposed), "a judgment is appealed, not opposed");
        order.stages.push(Milestone {
            amount: Some(Amount::from_cents(9_640)),
            beside: Some(Amount::from_cents(80_000)),
            ..Milestone::new(Stage::CostsRecovered, day("2027-06-20"))
        });
        assert_eq!(order.following().first(), Some(&Stage::Enforceable), "costs change no stage");
        let recovered = (Amount::from_cents(9_640), Amount::from_cents(80_000));
        assert_eq!(order.recovered(day("2027-07-01")), recovered);
        assert_eq!(order.recovered(day("2027-06-19")), (Amount::ZERO, Amount::ZERO));
    }

    #[test]
    fn an_order_that_is_opposed_after_its_title_is_no_title_any_more() {
        let mut order = order(&[
            (Stage::Made, "2026-11-30"),
            (Stage::Served, "2027-01-11"),
            (Stage::Enforceable, "2027-03-12"),
            (Stage::Measure, "2027-04-02"),
        ]);
        let titles = |order: &Proceeding| {
            order.acts().filter(|(act, _)| *act == ActKind::EnforceableDecision).collect::<Vec<_>>()
        };
        assert_eq!(titles(&order).len(), 1);
        assert!(order.following().contains(&Stage::Opposed), "it was not handed over in person");
        order.stages.push(Milestone::new(Stage::Opposed, day("2027-04-20")));
        assert_eq!(titles(&order), []);
        order.stages.push(Milestone::new(Stage::Judged, day("2027-09-01")));
        order.stages.push(Milestone::new(Stage::Enforceable, day("2027-09-20")));
        assert_eq!(titles(&order), [(ActKind::EnforceableDecision, day("2027-09-20"))]);
        for one in &mut order.stages {
            one.in_person = one.stage == Stage::Served;
        }
        order.stages.truncate(3);
        assert!(!order.following().contains(&Stage::Opposed), "its month is over");
    }

    #[test]
    fn days_out_of_order_are_unsound() {
        assert!(!order(&[(Stage::Made, "2026-11-01")]).is_sound());
        assert!(!order(&[(Stage::Made, "2026-11-30"), (Stage::Served, "2026-11-29")]).is_sound());
    }
}
