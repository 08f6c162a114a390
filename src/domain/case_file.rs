//! Case file (*dossier*): an invoice with all that happened to it. The unit of storage and of every claim page.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::act::{Act, ActKind};
use super::circumstance::{Circumstance, CircumstanceKind, PromiseState, Unpaid};
use super::claim::{Capitalisation, Claim, Debt};
use super::cost::Cost;
use super::dispute::{Commitment, Meeting};
use super::dunning::Pace;
use super::event::{Event, Outcome, Step};
use super::invoice::Invoice;
use super::law::rates::RateTable;
use super::limitation::{Limitation, LimitationEvent, LimitationEventKind, LimitationPeriod};
use super::movement::{Change, Movement, MovementKind};
use super::offer::{Offer, OfferState};
use super::party::{Debtor, DebtorKind};
use super::pay_link::PayLink;
use super::proceeding::suit::Suit;
use super::proceeding::{Proceeding, ProceedingKind};
use super::proof::Proof;
use super::recovery::Outlook;
use super::regime::Regime;
use super::reply::Card;
use crate::base::{Amount, CardId, CircumstanceId, OfferId, ProceedingId, ProofId, dates};

/// Days between a formal notice and the e-mail that announces it, at most; a guide of ours.
const COVER_DAYS: i64 = 8;

/// An invoice, its movements, its contact events and the acts about it, each in order of date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFile {
    /// The invoice as issued.
    pub invoice: Invoice,
    /// Payments and credit notes.
    #[serde(default)]
    pub movements: Vec<Movement>,
    /// Sendings.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Acknowledgements, claims in court, decisions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<Act>,
    /// Promises, pauses, disputes and what else is known about its being paid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub circumstances: Vec<Circumstance>,
    /// Offers to settle it, by day and number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// Orders, agencies, sales, write-offs: what became of it after the amicable way, in the order they began.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proceedings: Vec<Proceeding>,
    /// Time and money spent on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<Cost>,
    /// What the user expects of its ways out.
    #[serde(default, skip_serializing_if = "Outlook::is_default")]
    pub outlook: Outlook,
    /// Papers only the user has, and where they are kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<Proof>,
    /// Reply cards given to the client.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<Card>,
    /// How this invoice is chased, where that is not as for its client.
    #[serde(default, skip_serializing_if = "Pace::is_default")]
    pub pace: Pace,
    /// Page on which this invoice can be paid, where it has one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay_link: Option<PayLink>,
}

impl CaseFile {
    /// A new case: nothing has happened to it yet.
    #[must_use]
    pub fn new(invoice: Invoice) -> Self {
        Self {
            invoice,
            movements: Vec::new(),
            events: Vec::new(),
            acts: Vec::new(),
            circumstances: Vec::new(),
            offers: Vec::new(),
            proceedings: Vec::new(),
            costs: Vec::new(),
            outlook: Outlook::default(),
            proofs: Vec::new(),
            cards: Vec::new(),
            pace: Pace::default(),
            pay_link: None,
        }
    }

    /// The debt this case is about.
    #[must_use]
    pub fn debt(&self, debtor: Debtor) -> Debt {
        let invoice = &self.invoice;
        let regime = invoice.regime(debtor.kind);
        Debt {
            regime,
            principal: invoice.amount,
            currency: invoice.currency,
            due: invoice.due,
            later: invoice.later.clone(),
            changes: self.movements.iter().map(Change::from).collect(),
            allocation: invoice.allocation,
            day_count: invoice.contract.day_count,
            formal_notice: self.formal_notice_counts(),
            // What is claimed after the judgment is paid when it falls due, and late like all else (C. com. art. L622-17).
            insolvency: debtor.insolvency.filter(|opened| invoice.issued <= *opened),
            enforceable: self.first(ActKind::EnforceableDecision),
            capitalisation: self.capitalisation(),
            // A sum the law fixes in one money is not added to a debt in another.
            compensated: regime.currency() == invoice.currency || matches!(regime, Regime::Fixed { .. }),
            own_rates: Vec::new(),
        }
    }

    /// What is owed at the end of a day.
    #[must_use]
    pub fn claim_on(&self, as_of: NaiveDate, debtor: Debtor, rates: &RateTable) -> Claim {
        self.debt(debtor).claim_on(as_of, rates)
    }

    /// Who decided that interest bears interest.
    fn capitalisation(&self) -> Option<Capitalisation> {
        if self.invoice.contract.capitalises {
            Some(Capitalisation::Contract)
        } else {
            self.first(ActKind::CapitalisationClaim).map(Capitalisation::Judgment)
        }
    }

    fn first(&self, kind: ActKind) -> Option<NaiveDate> {
        self.known_acts().filter(|(known, _)| *known == kind).map(|(_, date)| date).min()
    }

    /// Every act with its day: those that were noted, and those the stages of proceedings are.
    pub fn known_acts(&self) -> impl Iterator<Item = (ActKind, NaiveDate)> {
        let noted = self.acts.iter().map(|act| (act.kind, act.date));
        noted.chain(self.proceedings.iter().flat_map(Proceeding::acts))
    }

    /// The proceeding that says where the claim stands on a day: one that took it out of what is owed to the user, else the
    /// last that is open. A mediation or a letter has no last day that could not wait for that of a court.
    #[must_use]
    pub fn proceeding(&self, today: NaiveDate) -> Option<&Proceeding> {
        let open = || self.proceedings.iter().filter(|one| one.is_open(today));
        let place = |one: &&Proceeding| (!one.kind.awaits_answer(), one.date, one.id);
        open().filter(|one| one.kind.is_out()).max_by_key(place).or_else(|| open().max_by_key(place))
    }

    /// The loss that was noted and stands on a day.
    #[must_use]
    pub fn written_off(&self, today: NaiveDate) -> Option<&Proceeding> {
        self.proceedings.iter().rfind(|one| one.kind == ProceedingKind::WrittenOff && one.is_open(today))
    }

    /// A number for a new proceeding.
    #[must_use]
    pub fn next_proceeding(&self) -> ProceedingId {
        self.proceedings.iter().map(|one| one.id).max().map_or(ProceedingId(1), ProceedingId::next)
    }

    /// Sold, or given up: it counts no longer among what is owed to the user.
    #[must_use]
    pub fn is_out(&self, today: NaiveDate) -> bool {
        self.proceeding(today).is_some_and(|one| one.kind.is_out())
    }

    /// Until when the claim can be sued for, or the decision about it enforced, from what is known on a day: counted from the earlier of issue and due date,
    /// which is cautious. A payment that covers everything leaves nothing to sue for. Not known of an invoice under another
    /// law, which has its own times (see [`super::contract::Law::has_known_limitation`]).
    #[must_use]
    pub fn limitation(&self, debtor: Debtor, today: NaiveDate) -> Option<Limitation> {
        let invoice = &self.invoice;
        if !invoice.contract.law.has_known_limitation() {
            return None;
        }
        let payments =
            self.movements.iter().filter(|movement| movement.kind == MovementKind::Payment).map(|movement| {
                LimitationEvent { kind: LimitationEventKind::PartPayment, date: movement.date }
            });
        let acts = self.known_acts().map(|(kind, date)| LimitationEvent { kind: kind.limitation(), date });
        let known = payments.chain(acts).filter(|event| event.date <= today);
        let starts = invoice.issued.min(invoice.due);
        let limitation = LimitationPeriod::of(debtor.kind).limitation_on(starts, known, today);
        Some(match self.suit(today) {
            Some(suit) => limitation.lasting(suit.since, suit.decided.unwrap_or(today)),
            None => limitation,
        })
    }

    /// The claim in court that runs on a day, the last that began; none once it is a title.
    #[must_use]
    pub fn suit(&self, today: NaiveDate) -> Option<Suit> {
        self.proceedings.iter().filter_map(|one| one.suit(today)).max_by_key(|suit| suit.since)
    }

    /// The number the next offer gets; one that is in the trash may come back under a number given again.
    #[must_use]
    pub fn next_offer(&self) -> OfferId {
        OfferId(self.offers.iter().map(|offer| offer.id.0).max().unwrap_or(0)).next()
    }

    /// All money received until the end of a day, less what was given back.
    #[must_use]
    pub fn received(&self, today: NaiveDate) -> Amount {
        let known = self.movements.iter().filter(|movement| movement.date <= today);
        known.map(Movement::money).sum()
    }

    /// The day from which a formal notice counts, as recorded by the user and never assumed from its sending: its receipt;
    /// of a registered letter that came back, refused or not collected, its first presentation where that was noted
    /// (C. civ. art. 1231-6 and 1344, read in November 2026; that a letter which came back counts is not confirmed, see
    /// [`super::posting`]).
    #[must_use]
    pub fn formal_notice_counts(&self) -> Option<NaiveDate> {
        self.formal_notices().filter_map(Event::arrived).min()
    }

    /// When penalties or the fixed sum were last asked for, and how much of them.
    #[must_use]
    pub fn penalties_asked(&self, today: NaiveDate) -> Option<(NaiveDate, Amount)> {
        let asked = |event: &&Event| {
            event.date <= today && (event.text.interest + event.text.indemnity).is_positive()
        };
        let last = self.events.iter().filter(asked).max_by_key(|event| (event.date, event.id))?;
        Some((last.date, last.text.interest + last.text.indemnity))
    }

    /// The last formal notice sent on or before a day.
    #[must_use]
    pub fn last_formal_notice(&self, today: NaiveDate) -> Option<&Event> {
        let known = self.formal_notices().filter(|event| event.date <= today);
        known.max_by_key(|event| (event.date, event.id))
    }

    /// Formal notices: letters, and what announced one by e-mail where no such letter is known.
    pub fn formal_notices(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(|event| event.step == Step::FormalNotice && !self.only_announces(event))
    }

    /// It announced a formal notice that is known: sent about the same day.
    #[must_use]
    pub fn only_announces(&self, event: &Event) -> bool {
        let is_its_letter = |other: &Event| {
            other.step == Step::FormalNotice
                && dates::days_between(event.date, other.date).abs() <= COVER_DAYS
                && !other.is_cover()
        };
        event.is_cover() && self.events.iter().any(is_its_letter)
    }

    /// The last notice to pay sent on or before a day, of all that is owed or else of what a plan was missing.
    #[must_use]
    pub fn last_notice(&self, today: NaiveDate) -> Option<&Event> {
        self.last_formal_notice(today)
            .or_else(|| self.plan_notices(today).max_by_key(|event| (event.date, event.id)))
    }

    /// The notices to pay what a plan was missing, sent on or before a day.
    pub fn plan_notices(&self, today: NaiveDate) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(move |event| event.step == Step::PlanNotice && event.date <= today)
    }

    /// The last formal notice about what is unpaid in a claim: sent since the first of it was due. None speaks of an instalment
    /// that was not late yet when it was sent.
    #[must_use]
    pub fn notice_of_unpaid(&self, claim: &Claim) -> Option<&Event> {
        let due = claim.first_unpaid_due().unwrap_or(self.invoice.due);
        self.last_formal_notice(claim.as_of).filter(|event| due < event.date)
    }

    /// The last formal notice about what is unpaid whose time is over on the day of a claim: only that one was left
    /// unanswered.
    #[must_use]
    pub fn notice_unanswered(&self, claim: &Claim) -> Option<&Event> {
        let due = claim.first_unpaid_due().unwrap_or(self.invoice.due);
        let is_over = |event: &&Event| due < event.date && event.deadline < claim.as_of;
        self.formal_notices().filter(is_over).max_by_key(|event| (event.date, event.id))
    }

    /// Reminders sent on or before a day, formal notices left out, oldest first.
    pub fn reminders(&self, today: NaiveDate) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(move |event| event.step.is_reminder() && event.date <= today)
    }

    /// The client was sent the invoice, or has been written to about it, as far as is recorded on a day.
    #[must_use]
    pub fn was_sent(&self, today: NaiveDate) -> bool {
        self.events.iter().any(|event| event.date <= today && !event.step.is_call())
    }

    /// The last call worth putting in writing that nothing has put in writing since: its recap; where the invoice was asked
    /// for once more, the message it goes with; of instalments that were agreed, the proposal that was sent, or the
    /// signature.
    #[must_use]
    pub fn recap_due(&self, today: NaiveDate) -> Option<&Event> {
        let place = |event: &&Event| (event.date, event.id);
        let known = || self.events.iter().filter(|event| event.date <= today);
        let wants = |event: &&Event| event.call.as_ref().is_some_and(|call| call.outcome.wants_recap());
        let call = known().filter(wants).max_by_key(place)?;
        let call_outcome = call.call.as_ref().map(|call| call.outcome);
        let asked_again = call_outcome == Some(Outcome::Resend);
        let of_plan = call_outcome == Some(Outcome::Plan);
        let writes_it = |event: &&Event| match event.step {
            Step::Recap => true,
            Step::Duplicate | Step::Correction | Step::Invoice => asked_again,
            Step::Instalments => of_plan && !event.is_spoken(),
            _ => false,
        };
        let written = known().filter(writes_it).max_by_key(place);
        let mut signed = self.acts.iter().filter(|act| act.kind == ActKind::SignedPlan && act.date <= today);
        let is_signed = of_plan && signed.any(|act| call.date <= act.date);
        (!is_signed && written.is_none_or(|written| place(&written) < place(&call))).then_some(call)
    }

    /// Circumstances that are known and have not ended on a day.
    pub fn open_circumstances(&self, today: NaiveDate) -> impl Iterator<Item = &Circumstance> {
        self.circumstances.iter().filter(move |one| one.is_open(today))
    }

    /// Every promise with where it stands on a day, oldest first.
    pub fn promises(&self, today: NaiveDate) -> impl Iterator<Item = (&Circumstance, PromiseState)> {
        self.circumstances
            .iter()
            .filter(move |one| one.date <= today)
            .filter_map(move |one| Some((one, one.promise(&self.circumstances, &self.movements, today)?)))
    }

    /// Every offer made until a day, with where it stands then.
    pub fn offers_on(&self, today: NaiveDate) -> impl Iterator<Item = (&Offer, OfferState)> {
        let known = self.offers.iter().filter(move |offer| offer.date <= today);
        known.map(move |offer| (offer, offer.state(&self.movements, today)))
    }

    /// The dispute that is open on a day, the last one where there are several.
    #[must_use]
    pub fn open_dispute(&self, today: NaiveDate) -> Option<&Circumstance> {
        let open = self.open_circumstances(today).filter(|one| one.life().is_some());
        open.max_by_key(|one| (one.date, one.id))
    }

    /// Ends what was promised until a day and still runs then: what is agreed on that day takes its place. It was not broken.
    pub fn end_promises(&mut self, on: NaiveDate) {
        let running: BTreeSet<CircumstanceId> = self
            .promises(on)
            .filter(|(_, state)| *state == PromiseState::Running)
            .map(|(one, _)| one.id)
            .collect();
        for one in self.circumstances.iter_mut().filter(|one| running.contains(&one.id)) {
            one.ended = Some(on);
        }
    }

    /// The meeting about the open dispute that is to come, or is today, and of which nothing is written yet.
    #[must_use]
    pub fn meeting_to_come(&self, today: NaiveDate) -> Option<&Meeting> {
        let meeting = self.open_dispute(today)?.life()?.meeting.as_ref();
        meeting.filter(|meeting| today <= meeting.day && meeting.minutes.is_empty())
    }

    /// The last time a reason for not paying was noted, while it stands.
    #[must_use]
    pub fn last_reason(&self, reason: Unpaid, today: NaiveDate) -> Option<&Circumstance> {
        let open = self.open_circumstances(today).filter(|one| one.kind == CircumstanceKind::Unpaid(reason));
        open.max_by_key(|one| (one.date, one.id))
    }

    /// What was promised about disputes that are over and is neither done nor given up on a day, each with its dispute: the
    /// end of a dispute is often what it was promised for.
    pub fn left_commitments(&self, today: NaiveDate) -> impl Iterator<Item = (&Circumstance, &Commitment)> {
        let over = self.circumstances.iter().filter(move |one| one.date <= today && !one.is_open(today));
        over.flat_map(move |dispute| {
            let promised = dispute.life().into_iter().flat_map(|life| &life.commitments);
            promised.filter(move |one| one.is_open(today)).map(move |one| (dispute, one))
        })
    }

    /// The number the next paper of this case gets.
    #[must_use]
    pub fn next_proof(&self) -> ProofId {
        ProofId(self.proofs.iter().map(|proof| proof.id.0).max().unwrap_or_default()).next()
    }

    /// The number the next reply card of this case gets.
    #[must_use]
    pub fn next_card(&self) -> CardId {
        CardId(self.cards.iter().map(|card| card.id.0).max().unwrap_or_default()).next()
    }

    /// Whether insolvency proceedings that were opened by a day hold the claim: it was owed before the judgment, so that it is
    /// neither paid nor sued for apart (C. com. art. L622-7 and L622-21). What is issued later is.
    #[must_use]
    pub fn is_held_by(&self, insolvency: Option<NaiveDate>, day: NaiveDate) -> bool {
        insolvency.is_some_and(|opened| opened <= day && self.invoice.issued <= opened)
    }

    /// The claim without what the client contests of it, see [`Claim::undisputed`]; the claim itself where nothing is.
    #[must_use]
    pub fn undisputed(&self, kind: DebtorKind, claim: &Claim) -> Claim {
        let contested = self.disputed(claim);
        let principal = self.invoice.amount - contested;
        let fixed = self.invoice.regime(kind).fixed_compensation(principal);
        claim.undisputed(contested, self.invoice.contract.day_count, fixed)
    }

    /// Principal the client contests on a day, no more than is unpaid.
    #[must_use]
    pub fn disputed(&self, claim: &Claim) -> Amount {
        let contested = self.open_circumstances(claim.as_of).filter_map(|one| match one.kind {
            CircumstanceKind::Dispute { amount, .. } => Some(amount),
            _ => None,
        });
        contested.sum::<Amount>().min(claim.principal_left)
    }
}
