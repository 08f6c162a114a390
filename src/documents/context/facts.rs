//! The facts a text is written from, in the types of the domain, and the context they make.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::lapsed;
use super::negotiation;
use super::past::{self, Case};
use super::phrases;
use super::recalled;
use super::{AskedSums, CircuitText, ClientText, InterestText, InvoiceText, SenderText, TextContext};
use crate::base::{Amount, dates};
use crate::documents::paper::may_announce;
use crate::documents::payment_code::Payee;
use crate::domain::claim::{Allocation, Claim, Instalment};
use crate::domain::contact::{CircuitGap, Contact};
use crate::domain::event::Event;
use crate::domain::manner::Tone;
use crate::domain::notice::{Annex, NoticeTerms};
use crate::domain::offer::{Offer, OfferSort};
use crate::domain::party::{Client, DebtorKind, Profile};
use crate::domain::plan::Plan;
use crate::domain::plan::breach::BrokenPlan;
use crate::domain::plan::standing::PlanRow;
use crate::text::{Lang, format};

/// What a text to one client is written from. [`Facts::new`] knows the least; the rest is set where it is known.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a question asked about a text")]
pub struct Facts<'a> {
    /// The user’s firm.
    pub profile: &'a Profile,
    /// The client.
    pub client: &'a Client,
    /// Its cases, all in one currency, with their claims on one day.
    pub cases: &'a [Case<'a>],
    /// Day the text is dated.
    pub today: NaiveDate,
    /// Last day to pay, see [`crate::domain::dunning::deadline`].
    pub deadline: NaiveDate,
    /// Language of the text.
    pub lang: Lang,
    /// The client is addressed as *tu*.
    pub tu: bool,
    /// The person written to; the client’s general contact otherwise.
    pub contact: Option<&'a Contact>,
    /// The call a recap puts in writing; the last one worth it otherwise.
    pub call: Option<&'a Event>,
    /// Instalments to propose, where no plan is.
    pub plan: &'a [Instalment],
    /// A code for the transfer stands beside how to pay.
    pub payment_code: bool,
    /// A formal notice shall say that the contract may be ended, where that may be said.
    pub ends_contract: bool,
    /// What a formal notice grants and joins, where that was chosen.
    pub terms: Option<&'a NoticeTerms>,
    /// Number of a penalty note in the user’s own series; empty where it has none.
    pub note_number: &'a str,
    /// Number of the registered letter, where it is known already.
    pub posting_number: &'a str,
    /// The payment plan to propose.
    pub agreement: Option<&'a Plan>,
    /// The signed plan of which a sum is missing or comes next, with that sum.
    pub plan_sum: Option<(&'a Plan, PlanRow)>,
    /// The plan about the invoices that was broken, where it was.
    pub broken: Option<&'a BrokenPlan>,
    /// The offer that is made.
    pub offer: Option<&'a Offer>,
    /// Interest is told of all of a claim, what is contested too: for those who decide on the whole.
    pub contested_too: bool,
    /// What this debt is of all that is owed to the user, in per cent, where the text shall say so.
    pub share: Option<u32>,
}

impl<'a> Facts<'a> {
    /// The facts every text needs; the client is addressed as it is known to be.
    #[must_use]
    pub fn new(
        profile: &'a Profile,
        client: &'a Client,
        cases: &'a [Case<'a>],
        today: NaiveDate,
        deadline: NaiveDate,
        lang: Lang,
    ) -> Self {
        Self {
            profile,
            client,
            cases,
            today,
            deadline,
            lang,
            tu: client.manner.tu,
            contact: None,
            call: None,
            plan: &[],
            payment_code: false,
            ends_contract: false,
            terms: None,
            note_number: "",
            posting_number: "",
            agreement: None,
            plan_sum: None,
            broken: None,
            offer: None,
            contested_too: false,
            share: None,
        }
    }

    /// The facts as templates name them. Once something is late, the text is about the invoices that are.
    #[must_use]
    pub fn context(&self) -> TextContext {
        let Self { profile, client, today, deadline, lang, tu, .. } = *self;
        let kind = client.kind;
        let (business, public) = (kind == DebtorKind::Business, kind == DebtorKind::Public);
        let professional = kind.is_professional();
        let is_past = |(case, claim): &Case<'_>| case.invoice.due < claim.as_of;
        let owing: Vec<Case<'_>> = self
            .cases
            .iter()
            .filter(|case| is_past(case) && case.1.exigible().is_positive())
            .copied()
            .collect();
        let late = !owing.is_empty() || (!self.cases.is_empty() && self.cases.iter().all(is_past));
        let cases: &[Case<'_>] = if owing.is_empty() { self.cases } else { &owing };
        let currency = cases.first().map(|(_, claim)| claim.currency).unwrap_or_default();
        let as_of = cases.first().map_or(today, |(_, claim)| claim.as_of);
        // An offer settles all of it, and a plan that leaves nothing out spreads all of it.
        let spreads_all = self.agreement.is_some_and(|plan| plan.reserved.is_empty());
        let is_whole = self.contested_too || self.offer.is_some() || spreads_all;
        // What may be asked for: each claim without what is contested of it, and with the penalties of the rest.
        let asked: Vec<Cow<'_, Claim>> = cases
            .iter()
            .map(|(case, claim)| {
                if is_whole || case.disputed(claim).is_zero() {
                    Cow::Borrowed(*claim)
                } else {
                    Cow::Owned(case.undisputed(kind, claim))
                }
            })
            .collect();
        let sum = |part: fn(&Claim) -> Amount| asked.iter().map(|claim| part(claim)).sum::<Amount>();
        let money = |amount| phrases::money(lang, amount, currency);
        let disputed: Amount = cases.iter().map(|(case, claim)| case.disputed(claim)).sum();
        let due = if late {
            // Once something is late, only what is due is asked for.
            sum(|claim| claim.principal_left - claim.not_due)
        } else {
            sum(|claim| claim.principal_left)
        };
        let sums = phrases::Sums {
            principal: due,
            interest: sum(|claim| claim.interest_left),
            indemnity: sum(|claim| claim.indemnity_left),
            currency,
        };
        let total = if late { sum(Claim::exigible) } else { sum(Claim::balance) };
        // Money of the client’s on one invoice is set against another too, not chased past (C. civ. art. 1347).
        let set_off = sum(|claim| claim.credit);
        let total = (total - (set_off - sum(Claim::set_off)).or_zero()).or_zero();
        let penalties = sums.interest + sums.indemnity;
        let penalties_due = (penalties - set_off).or_zero();
        let is_set_off = set_off.is_positive() && total.is_positive();
        // A consumer owes interest once a formal notice was received: what accrued since is asked for from then on.
        let claimed =
            if professional || sums.interest.is_positive() { total } else { sums.principal.min(total) };
        let daily = sum(|claim| claim.daily);
        let contact = self.contact.map_or(client.contact.as_str(), |contact| contact.name.as_str());
        let reader = phrases::contact(lang, contact);
        let invoices: Vec<InvoiceText> = cases
            .iter()
            .zip(&asked)
            .map(|(case, asked)| InvoiceText {
                reminded: recalled::reminders(lang, case.0, &reader, today),
                ..InvoiceText::new(lang, kind, *case, asked)
            })
            .collect();
        let numbers: Vec<String> = invoices.iter().map(|invoice| invoice.number.clone()).collect();
        let earliest =
            cases.iter().map(|(case, claim)| claim.first_unpaid_due().unwrap_or(case.invoice.due)).min();
        TextContext {
            lang,
            tu,
            business,
            public,
            consumer: !professional,
            professional,
            late,
            several: cases.len() > 1,
            // What was due before the proceedings is filed with them and not chased (C. com. art. L622-7, L622-17).
            insolvent: cases.iter().any(|(case, _)| case.is_held_by(client.insolvency, today)),
            proceeding: cases.first().and_then(|(case, _)| case.proceeding(today)).map(|one| one.kind),
            tone: Tone::default(),
            relation: client.manner.relation,
            letter: false,
            stated_elsewhen: as_of != today,
            after_notice: runs_from_notice(kind, cases),
            ends_contract: self.ends_contract && may_announce(client, cases, as_of),
            annexes: self.terms.map_or_else(|| Annex::USUAL.to_vec(), |terms| terms.annexes.clone()),
            other_annexes: self.terms.map(|terms| terms.others.clone()).unwrap_or_default(),
            papers: past::papers(lang, cases, today),
            noticed: past::noticed(cases),
            unnoticed: past::unnoticed(lang, cases),
            posted: false,
            capitalises: cases.iter().any(|(_, claim)| claim.capitalised),
            sender: SenderText::new(lang, profile, cases),
            client: ClientText::new(lang, client, contact, tu),
            invoice: invoices.first().cloned(),
            invoices,
            longest: earliest
                .map(|due| format::days(lang, dates::days_between(due, as_of).max(0)))
                .unwrap_or_default(),
            numbers: format::list(lang, &numbers),
            day: today,
            today: format::date(lang, today),
            as_of: format::date(lang, as_of),
            day_after: format::date(lang, dates::next_day(as_of)),
            deadline: format::date_with_weekday(lang, deadline),
            public_deadline: public_deadline(kind, cases, today)
                .map(|day| format::date_with_weekday(lang, day))
                .unwrap_or_default(),
            deadline_days: format::days(lang, dates::days_between(today, deadline)),
            principal: sums.principal(lang),
            interest: sums.interest(lang),
            indemnity: sums.indemnity(lang),
            total: money(total),
            claimed: money(claimed),
            asked: money(sums.principal.min(total)),
            sums: AskedSums {
                currency,
                principal: sums.principal,
                interest: sums.interest,
                indemnity: sums.indemnity,
                penalties: penalties_due,
                total,
                claimed,
            },
            asked_amount: sums.principal.min(total),
            note_number: self.note_number.to_owned(),
            earlier_notes: past::earlier_notes(lang, cases, today),
            posting_number: self.posting_number.trim().to_owned(),
            quoted: Vec::new(),
            orders: String::new(),
            payee: profile.iban.as_ref().filter(|_| self.payment_code).map(|iban| Payee {
                name: profile.name.clone(),
                iban: iban.compact().to_owned(),
                bic: profile.bic.as_ref().map(|bic| bic.code().to_owned()).unwrap_or_default(),
            }),
            penalties: money(penalties),
            penalties_due: money(penalties_due),
            set_off: if is_set_off { money(set_off) } else { String::new() },
            disputed: money(disputed),
            share: self
                .share
                .map(|share| lang.pick(format!("{share}\u{a0}%"), format!("{share}%")))
                .unwrap_or_default(),
            daily: money(daily),
            daily_spoken: phrases::spoken(lang, daily, currency),
            extras: phrases::extras(lang, kind, &sums),
            breakdown: phrases::breakdown(lang, kind, &sums),
            late_interest: phrases::late_interest(lang, kind).to_owned(),
            movements: phrases::movements(lang, cases),
            order: phrases::order(lang, kind, &client.address),
            barred: cases.iter().all(|(case, _)| {
                case.limitation(client.debtor(), today).is_some_and(|known| known.expires < today)
            }),
            overpaid: Some(sum(|claim| claim.credit))
                .filter(|sum| sum.is_positive())
                .map(money)
                .unwrap_or_default(),
            partly_paid: sum(|claim| claim.paid).is_positive(),
            interest_first: cases
                .iter()
                .any(|(case, _)| case.invoice.allocation == Allocation::InterestFirst),
            reminders: String::new(),
            after_reminders: String::new(),
            last_reminder: String::new(),
            reminder_list: Vec::new(),
            recalled: String::new(),
            refused: past::refused(lang, cases, today),
            unkept: lapsed::unkept(cases, today),
            granted: lapsed::granted(cases, today),
            promise: None,
            lapsed: String::new(),
            call: past::call(lang, self.cases, self.call, today),
            instalments: match self.agreement {
                Some(plan) => past::plan_sums(lang, plan, currency),
                None => past::instalments(lang, self.plan, currency),
            },
            said_short: past::said_short(cases, today),
            they_proposed: past::they_proposed(cases, today),
            plan: self.agreement.map(|plan| past::plan(lang, plan, kind, cases)).unwrap_or_default(),
            plan_sum: self
                .plan_sum
                .map(|(plan, row)| negotiation::plan_sum(lang, plan, row, today, currency)),
            broken: self.broken.and_then(|plan| negotiation::broken_plan(lang, plan, cases, currency)),
            offer: self.offer.map(|offer| {
                let is_early = offer.kind.sort() == OfferSort::Early;
                let owed = if is_early { sum(|claim| claim.principal_left) } else { sum(Claim::exigible) };
                negotiation::offer(lang, offer, owed, currency)
            }),
            dispute: past::dispute(lang, cases, today),
            meeting: negotiation::meeting(lang, self.cases, today),
            agreed: negotiation::agreed(lang, self.cases, today),
            suspension: past::suspension(lang, self.cases, today),
            payment: past::payment(lang, self.cases),
            circuit: circuit(client, professional),
            provisional: phrases::provisional(lang, asked.iter().map(|claim| &**claim)),
            running: InterestText::of(lang, kind, cases, &asked),
            paper: None,
        }
    }
}

/// Days a public buyer has for paying interest and fixed sum once it has paid the principal (CCP art. R2192-36, read in
/// November 2026).
const PUBLIC_DAYS: u32 = 45;

/// The last day of that time, counted from the day the last of the principal was received; none while some is unpaid, or
/// where that day is past.
fn public_deadline(kind: DebtorKind, cases: &[Case<'_>], today: NaiveDate) -> Option<NaiveDate> {
    let settled: Option<Vec<NaiveDate>> =
        cases.iter().map(|(_, claim)| claim.settled_on.filter(|_| claim.principal_left.is_zero())).collect();
    let last = dates::add_days(settled?.into_iter().max()?, PUBLIC_DAYS);
    (kind == DebtorKind::Public && today <= last).then_some(last)
}

/// Interest runs from the receipt of a formal notice, or will: the law waits for one, and where some has run, its first day is
/// the one after. A notice that came before the due date moves nothing.
fn runs_from_notice(kind: DebtorKind, cases: &[Case<'_>]) -> bool {
    let after_notice = |(case, claim): &Case<'_>| {
        let counts = case.formal_notice_counts().map(dates::next_day);
        case.invoice.regime(kind).needs_formal_notice()
            && claim.interest_from.is_none_or(|first| counts == Some(first))
    };
    !cases.is_empty() && cases.iter().all(after_notice)
}

/// What is known of how the client pays. A consumer has no payment circuit to ask about.
fn circuit(client: &Client, professional: bool) -> CircuitText {
    let gaps = if professional { client.circuit.gaps(&client.contacts) } else { Vec::new() };
    let asks = |gap| gaps.contains(&gap);
    CircuitText {
        approval: client.circuit.approval.trim().to_owned(),
        payment_days: client.circuit.payment_days.trim().to_owned(),
        portal: client.circuit.portal.as_deref().unwrap_or_default().trim().to_owned(),
        ask_order_number: asks(CircuitGap::OrderNumber),
        ask_portal: asks(CircuitGap::Portal),
        ask_approval: asks(CircuitGap::Approval),
        ask_payment_days: asks(CircuitGap::PaymentDays),
        ask_accounts: asks(CircuitGap::Accounts),
    }
}
