//! What happened before a text, in the words it is recalled in: sendings, calls, promises, disputes, payments.

use chrono::NaiveDate;

use super::{CallText, DisputeText, InstalmentText, PaymentText, PlanText, SuspensionText, phrases};
use crate::base::{Amount, Currency};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{CircumstanceKind, DisputeCause, Unpaid};
use crate::domain::claim::{Claim, Instalment};
use crate::domain::event::{Channel, Event, Outcome, Step};
use crate::domain::movement::MovementKind;
use crate::domain::party::DebtorKind;
use crate::domain::plan::{InterestDuring, Penalties, Plan};
use crate::domain::proof::ProofKind;
use crate::text::{Lang, format};

/// A case with its claim on the day of the text.
pub type Case<'a> = (&'a CaseFile, &'a Claim);

/// The person of a call; nothing where an address or a number was noted, or nothing.
fn person(event: &Event) -> &str {
    let is_person = event.to.chars().any(char::is_alphabetic) && !event.to.contains('@');
    if is_person { event.to.trim() } else { "" }
}

/// A call with somebody else than the reader, as far as is known: nobody is told of a conversation that was not theirs.
pub(super) fn was_with_other(lang: Lang, event: &Event, reader: &str) -> bool {
    let spoke = event.call.as_ref().filter(|call| call.outcome.wants_recap());
    let who = phrases::contact(lang, person(event));
    spoke.is_some_and(|call| if who.is_empty() { call.outcome == Outcome::NewContact } else { who != reader })
}

/// Notes of penalties sent before about any of some cases, each once, oldest first.
pub(super) fn earlier_notes(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> String {
    let known = cases.iter().flat_map(|(case, _)| &case.events);
    let notes = known.filter(|event| event.step == Step::PenaltyNote && event.date <= today);
    let mut sent: Vec<(NaiveDate, &str)> = Vec::new();
    for event in notes {
        let note = (event.date, event.text.number.trim());
        let at = sent.partition_point(|earlier| *earlier < note);
        if sent.get(at) != Some(&note) {
            sent.insert(at, note);
        }
    }
    let named = sent.into_iter().map(|(day, number)| {
        let day = format::date(lang, day);
        match (number, lang) {
            ("", Lang::Fr) => format!("ma note du {day}"),
            ("", Lang::En) => format!("my statement of {day}"),
            (number, Lang::Fr) => format!("ma note n°\u{a0}{number} du {day}"),
            (number, Lang::En) => format!("my statement {number} of {day}"),
        }
    });
    format::list(lang, &named.collect::<Vec<_>>())
}

/// The papers noted of some cases, each once with its day.
pub(super) fn papers(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> Vec<(ProofKind, String)> {
    let mut papers = Vec::new();
    for proof in cases.iter().flat_map(|(case, _)| &case.proofs).filter(|proof| proof.date <= today) {
        let paper = (proof.kind, format::date(lang, proof.date));
        if !papers.contains(&paper) {
            papers.push(paper);
        }
    }
    papers
}

/// A formal notice was sent already about what is unpaid in each of some cases.
pub(super) fn noticed(cases: &[Case<'_>]) -> bool {
    !cases.is_empty() && cases.iter().all(|(case, claim)| case.notice_of_unpaid(claim).is_some())
}

/// Those of some cases about which no formal notice was sent, where one was about others; else empty.
pub(super) fn unnoticed(lang: Lang, cases: &[Case<'_>]) -> String {
    let others: Vec<Case<'_>> =
        cases.iter().filter(|(case, claim)| case.notice_of_unpaid(claim).is_none()).copied().collect();
    if others.is_empty() || others.len() == cases.len() {
        String::new()
    } else {
        super::interest::named(lang, &others)
    }
}

/// Days in full, the year only where the next one has another.
pub(super) fn dates(lang: Lang, days: &[NaiveDate]) -> Vec<String> {
    use chrono::Datelike as _;
    days.iter()
        .enumerate()
        .map(|(at, day)| {
            let date = format::date(lang, *day);
            let same_year = days.get(at + 1).is_some_and(|next| next.year() == day.year());
            match date.rsplit_once(' ') {
                Some((short, _)) if same_year => short.to_owned(),
                _ => date,
            }
        })
        .collect()
}

/// How an invoice last went to the client: `par e-mail le 13 février 2026`.
pub(super) fn sent(lang: Lang, case: &CaseFile, as_of: NaiveDate) -> String {
    let sendings = case.events.iter().filter(|event| {
        matches!(event.step, Step::Invoice | Step::Duplicate | Step::Correction) && event.date <= as_of
    });
    let Some(event) = sendings.max_by_key(|event| (event.date, event.id)) else { return String::new() };
    let way = match event.channel {
        Channel::Email => lang.pick("par e-mail", "by e-mail"),
        Channel::Portal if lang == Lang::Fr => "sur le portail",
        Channel::Portal => "through the portal",
        Channel::Post => lang.pick("par courrier", "by post"),
        Channel::RegisteredPost => lang.pick("par courrier recommandé", "by registered post"),
        Channel::Hand => lang.pick("en main propre", "by hand"),
        Channel::Sms | Channel::Phone => "",
    };
    let date = format::date(lang, event.date);
    lang.pick(format!("{way} le {date}"), format!("{way} on {date}")).trim_start().to_owned()
}

/// The call that is put in writing, or the last one worth it, with what was agreed on in it for all cases together.
pub(super) fn call(
    lang: Lang,
    cases: &[Case<'_>],
    chosen: Option<&Event>,
    today: NaiveDate,
) -> Option<CallText> {
    let known = cases.iter().flat_map(|(case, _)| &case.events).filter(|event| event.date <= today);
    let wanted = known.filter(|event| event.call.as_ref().is_some_and(|call| call.outcome.wants_recap()));
    let event = chosen.or_else(|| wanted.max_by_key(|event| (event.date, event.id)))?;
    let call = event.call.as_ref()?;
    let currency = cases.first().map(|(_, claim)| claim.currency).unwrap_or_default();
    let mut agreed: Vec<(NaiveDate, Amount)> = Vec::new();
    let mut promiser = "";
    for one in cases.iter().flat_map(|(case, _)| &case.circumstances) {
        let CircumstanceKind::Promise { amount, by, who, .. } = &one.kind else { continue };
        if one.date != event.date || one.ended.is_some() {
            continue;
        }
        promiser = who;
        let place = agreed.partition_point(|(day, _)| day < by);
        match agreed.get_mut(place).filter(|(day, _)| day == by) {
            Some((_, sum)) => *sum += *amount,
            None => agreed.insert(place, (*by, *amount)),
        }
    }
    let sum: Amount = agreed.iter().map(|(_, amount)| *amount).sum();
    let due: Amount = cases
        .iter()
        .map(|(case, claim)| (claim.principal_left - claim.not_due - case.disputed(claim)).or_zero())
        .sum();
    // It may have been an address or a number that was noted.
    let person = if person(event).is_empty() { promiser } else { person(event) };
    let agreed: Vec<Instalment> =
        agreed.into_iter().map(|(due, amount)| Instalment { due, amount }).collect();
    Some(CallText {
        outcome: call.outcome,
        day: if event.date == today { String::new() } else { format::date_with_weekday(lang, event.date) },
        person: phrases::contact(lang, person),
        note: call.note.trim().to_owned(),
        amount: phrases::money(lang, sum, currency),
        rest: phrases::money(lang, (due - sum).or_zero(), currency),
        by: agreed.first().map(|one| format::date_with_weekday(lang, one.due)).unwrap_or_default(),
        instalments: instalments(lang, &agreed, currency),
    })
}

/// The day of the call in which all of some cases were refused to be paid, where it is the last thing the client said.
pub(super) fn refused(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> String {
    let last = |case: &CaseFile| {
        let known = case.events.iter().filter(|event| event.date <= today);
        let talks = known.filter_map(|event| {
            let outcome = event.call.as_ref().map(|call| call.outcome)?;
            outcome.wants_recap().then_some(((event.date, event.id), outcome))
        });
        talks.max_by_key(|(place, _)| *place).map(|((day, _), outcome)| (day, outcome))
    };
    let said: Option<Vec<_>> = cases.iter().map(|(case, _)| last(case)).collect();
    let days = said.filter(|said| said.iter().all(|(_, outcome)| *outcome == Outcome::Refuses));
    let day = days.and_then(|days| days.into_iter().map(|(day, _)| day).max());
    day.map(|day| format::date(lang, day)).unwrap_or_default()
}

/// Instalments as a text lists them.
pub(super) fn instalments(lang: Lang, plan: &[Instalment], currency: Currency) -> Vec<InstalmentText> {
    plan.iter()
        .map(|one| InstalmentText {
            down: false,
            amount: format::money(lang, one.amount, currency),
            sum: one.amount,
            day: format::date_with_weekday(lang, one.due),
        })
        .collect()
}

/// The sums of a plan as a text lists them, what is paid down among them by its name.
pub(super) fn plan_sums(lang: Lang, plan: &Plan, currency: Currency) -> Vec<InstalmentText> {
    let mut sums = instalments(lang, &plan.sums().collect::<Vec<_>>(), currency);
    if let Some(first) = sums.first_mut().filter(|_| plan.down_payment.is_some()) {
        first.down = true;
    }
    sums
}

/// What a payment plan says beside its sums. A consumer owes no penalties to speak of; a public buyer’s are not given up,
/// whatever is written (CCP art. L2192-14, read November 2026), so that nothing is. What it leaves aside is said to the cent on
/// the day it is proposed alone: on any other it has another amount.
pub(super) fn plan(lang: Lang, plan: &Plan, kind: DebtorKind, cases: &[Case<'_>]) -> PlanText {
    let professional = kind.is_professional();
    let holds = |gives_up: bool| professional && !(gives_up && kind == DebtorKind::Public);
    let currency = cases.first().map(|(_, claim)| claim.currency).unwrap_or_default();
    let grows = cases.iter().any(|(_, claim)| claim.daily.is_positive());
    let aside: Amount = cases
        .iter()
        .filter(|(case, claim)| claim.as_of == plan.proposed && plan.invoices.contains(&case.invoice.id))
        .map(|(case, claim)| {
            let leaves_out = plan.reserved_of(case.invoice.id).is_positive();
            if leaves_out { case.undisputed(kind, claim).penalties_left() } else { claim.penalties_left() }
        })
        .sum();
    let contested = cases.iter().any(|(case, claim)| case.disputed(claim).is_positive());
    let aside_by = plan.beside_due().map(|day| format::date(lang, day)).unwrap_or_default();
    PlanText {
        amount: format::money(lang, plan.amount(), currency),
        notice: format::days(lang, plan.notice_days.into()),
        penalties: holds(plan.penalties == Penalties::WaivedIfKept).then_some(plan.penalties),
        aside: phrases::money(lang, aside, currency),
        aside_by,
        stops: holds(true) && plan.interest == InterestDuring::Stops,
        runs: grows && plan.interest == InterestDuring::Runs,
        whole: contested && plan.reserved.is_empty(),
    }
}

/// The client said that paying all at once is too much: cash was the reason given, instalments were asked for or agreed on.
pub(super) fn said_short(cases: &[Case<'_>], today: NaiveDate) -> bool {
    cases.iter().any(|(case, _)| {
        let mut told = case.open_circumstances(today).map(|one| &one.kind);
        let says = |kind: &CircumstanceKind| {
            matches!(kind, CircumstanceKind::Unpaid(Unpaid::Cash) | CircumstanceKind::Proposal { .. })
        };
        told.any(says) || case.spoken_plan(today).is_some()
    })
}

/// The client proposed instalments of its own, which what is written now answers.
pub(super) fn they_proposed(cases: &[Case<'_>], today: NaiveDate) -> bool {
    let mut told = cases.iter().flat_map(|(case, _)| case.open_circumstances(today));
    told.any(|one| matches!(one.kind, CircumstanceKind::Proposal { .. }))
}

/// What is contested, and until when an answer was promised.
pub(super) fn dispute(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> DisputeText {
    let open = cases.iter().flat_map(|(case, _)| case.open_circumstances(today));
    let found = open.filter_map(|one| match one.kind {
        CircumstanceKind::Dispute { cause, answer_by, .. } => Some((cause, answer_by)),
        _ => None,
    });
    let Some((cause, answer_by)) = found.min_by_key(|(_, answer_by)| *answer_by) else {
        return DisputeText::default();
    };
    let unordered = cause == DisputeCause::NotOrdered;
    let apart = unordered || cause == DisputeCause::Price;
    let cause = match cause {
        DisputeCause::Quality => lang.pick("la qualité du travail", "the quality of the work"),
        DisputeCause::Incomplete => lang.pick("un travail incomplet", "work left incomplete"),
        DisputeCause::Price => lang.pick("le prix", "the price"),
        DisputeCause::Late => lang.pick("un retard de livraison", "a late delivery"),
        DisputeCause::NotOrdered => lang.pick("la commande elle-même", "the order itself"),
        DisputeCause::Other => "",
    };
    // A day that is past is no commitment any more.
    let answer_by =
        if answer_by < today { String::new() } else { format::date_with_weekday(lang, answer_by) };
    DisputeText { cause: cause.to_owned(), apart, unordered, answer_by }
}

/// The last suspension of work, over or not.
pub(super) fn suspension(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> Option<SuspensionText> {
    let known = cases.iter().flat_map(|(case, _)| &case.circumstances).filter(|one| one.date <= today);
    let found = known.filter_map(|one| match &one.kind {
        CircumstanceKind::Suspension { work } => Some((one, work)),
        _ => None,
    });
    let (one, work) = found.max_by_key(|(one, _)| (one.date, one.id))?;
    Some(SuspensionText {
        work: work.trim().to_owned(),
        since: format::date(lang, one.date),
        open: one.is_open(today),
    })
}

/// What was received on the day of the last payment.
pub(super) fn payment(lang: Lang, cases: &[Case<'_>]) -> PaymentText {
    let received = || {
        cases.iter().flat_map(|(case, claim)| {
            case.movements.iter().filter(|it| it.kind == MovementKind::Payment && it.date <= claim.as_of)
        })
    };
    let Some(day) = received().map(|payment| payment.date).max() else { return PaymentText::default() };
    let sum: Amount = received().filter(|payment| payment.date == day).map(|payment| payment.amount).sum();
    let currency = cases.first().map(|(_, claim)| claim.currency).unwrap_or_default();
    PaymentText { amount: format::money(lang, sum, currency), day: format::date(lang, day) }
}
