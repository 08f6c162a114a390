//! What happened before a text, in the words it is recalled in: sendings, calls, promises, disputes, payments.

use chrono::NaiveDate;

use super::{
    CallText, DisputeText, InstalmentText, PaymentText, PlanText, PromiseText, SuspensionText, phrases,
};
use crate::base::{Amount, Currency};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, CircumstanceKind, DisputeCause, PromiseState, Unpaid};
use crate::domain::claim::{Claim, Instalment};
use crate::domain::event::{Channel, Event, Outcome, Step};
use crate::domain::movement::MovementKind;
use crate::domain::party::DebtorKind;
use crate::domain::plan::{InterestDuring, Penalties, Plan};
use crate::text::{Lang, format};

/// A case with its claim on the day of the text.
pub type Case<'a> = (&'a CaseFile, &'a Claim);

/// How one kind of reminder is named: one, several, and the word before its date.
struct Name {
    one: &'static str,
    several: &'static str,
    before: &'static str,
}

/// What a text recalls of an event; nothing where it was no reminder.
fn name(lang: Lang, event: &Event) -> Option<Name> {
    let outcome = event.call.as_ref().map(|call| call.outcome);
    let counts = event.step.is_reminder()
        || event.step.is_call()
        || matches!(event.step, Step::FormalNotice | Step::Recap | Step::Suspension);
    if !counts || matches!(outcome, Some(Outcome::NoAnswer)) {
        return None;
    }
    let (french, english) = match (event.step, event.channel) {
        (Step::FormalNotice, _) => (
            ("ma mise en demeure", "mes mises en demeure", "du"),
            ("my formal notice", "my formal notices", "of"),
        ),
        (_, Channel::Email | Channel::Portal) => {
            (("mon e-mail", "mes e-mails", "du"), ("my e-mail", "my e-mails", "of"))
        }
        (_, Channel::Sms) => (("mon SMS", "mes SMS", "du"), ("my text message", "my text messages", "of")),
        (_, Channel::Phone) if outcome == Some(Outcome::Voicemail) => {
            (("mon message vocal", "mes messages vocaux", "du"), ("my voicemail", "my voicemails", "of"))
        }
        (_, Channel::Phone) => (
            ("notre échange téléphonique", "nos échanges téléphoniques", "du"),
            ("our telephone conversation", "our telephone conversations", "of"),
        ),
        (_, Channel::Post) => (("mon courrier", "mes courriers", "du"), ("my letter", "my letters", "of")),
        (_, Channel::RegisteredPost) => (
            ("mon courrier recommandé", "mes courriers recommandés", "du"),
            ("my registered letter", "my registered letters", "of"),
        ),
        (_, Channel::Hand) => (
            ("mon courrier remis en main propre", "mes courriers remis en main propre", "le"),
            ("my letter handed over", "my letters handed over", "on"),
        ),
    };
    let (one, several, before) = lang.pick(french, english);
    Some(Name { one, several, before })
}

/// What was said about a case since its due date.
fn of_case(case: &CaseFile, today: NaiveDate) -> impl Iterator<Item = &Event> {
    case.events.iter().filter(move |event| case.invoice.due < event.date && event.date <= today)
}

/// Reminders since the due date that each of the cases had, oldest first: a sending about several is on record with each of
/// them, and what one of them never had is not recalled to the client for it.
fn since_due<'a>(cases: &[Case<'a>], today: NaiveDate) -> Vec<&'a Event> {
    let Some(((first, _), others)) = cases.split_first() else { return Vec::new() };
    let kind = |event: &Event| name(Lang::En, event).map(|name| name.one);
    let is_same = |one: &Event, other: &Event| one.date == other.date && kind(one) == kind(other);
    // Few enough to put in order one by one; a sort is kilobytes of code.
    let mut sent: Vec<&Event> = Vec::new();
    for event in of_case(first, today) {
        if others.iter().all(|(case, _)| of_case(case, today).any(|other| is_same(event, other))) {
            sent.insert(sent.partition_point(|earlier| earlier.date <= event.date), event);
        }
    }
    sent
}

/// Reminders, those of one kind together: `mes e-mails du 3 novembre et du 12 novembre 2026`, `mon courrier du 20
/// novembre 2026`.
pub(super) fn reminders(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> Vec<String> {
    let mut kinds: Vec<(Name, Vec<NaiveDate>)> = Vec::new();
    for event in since_due(cases, today) {
        let Some(name) = name(lang, event) else { continue };
        match kinds.iter_mut().find(|(known, _)| known.one == name.one) {
            Some((_, days)) if days.contains(&event.date) => {}
            Some((_, days)) => days.push(event.date),
            None => kinds.push((name, vec![event.date])),
        }
    }
    kinds
        .iter()
        .map(|(name, days)| {
            let noun = if days.len() > 1 { name.several } else { name.one };
            let before = name.before;
            // English names the word before the dates once, French before each.
            let dates = dates(lang, days);
            let dates: Vec<String> = match lang {
                Lang::Fr => dates.iter().map(|date| format!("{before} {date}")).collect(),
                Lang::En => dates,
            };
            let dates = format::list(lang, &dates);
            match lang {
                Lang::Fr => format!("{noun} {dates}"),
                Lang::En => format!("{noun} {before} {dates}"),
            }
        })
        .collect()
}

/// The same after « suite à »: French says the word again before each.
pub(super) fn after_reminders(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> String {
    let mut written = reminders(lang, cases, today);
    if lang == Lang::Fr {
        written.iter_mut().skip(1).for_each(|one| one.insert_str(0, "à "));
    }
    format::list(lang, &written)
}

/// The last of them alone, for a text that has no room for more; the year only where it is another one.
pub(super) fn last_reminder(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> String {
    let last =
        since_due(cases, today).into_iter().rev().find_map(|event| Some((name(lang, event)?, event.date)));
    let Some((name, day)) = last else { return String::new() };
    let day = dates(lang, &[day, today]).into_iter().next().unwrap_or_default();
    format!("{} {} {day}", name.one, name.before)
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
fn dates(lang: Lang, days: &[NaiveDate]) -> Vec<String> {
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

/// Reminders of which there is a copy, one by one and each once: `mon e-mail du 3 novembre 2026`.
pub(super) fn written_reminders(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> Vec<String> {
    let mut written: Vec<String> = Vec::new();
    for event in since_due(cases, today).into_iter().filter(|event| event.channel != Channel::Phone) {
        let Some(name) = name(lang, event) else { continue };
        let reminder = format!("{} {} {}", name.one, name.before, format::date(lang, event.date));
        if !written.contains(&reminder) {
            written.push(reminder);
        }
    }
    written
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

/// The promise of latest date that was not kept, of all cases together.
pub(super) fn broken_promise(lang: Lang, cases: &[Case<'_>], today: NaiveDate) -> Option<PromiseText> {
    let mut last: Option<(&Circumstance, NaiveDate, Amount)> = None;
    for (case, _) in cases {
        for (promise, state) in case.promises(today) {
            let CircumstanceKind::Promise { amount, by, .. } = promise.kind else { continue };
            if state != PromiseState::Broken {
                continue;
            }
            last = match last {
                Some((known, day, sum)) if day == by => Some((known, day, sum + amount)),
                Some((known, day, sum)) if by < day => Some((known, day, sum)),
                _ => Some((promise, by, amount)),
            };
        }
    }
    let (promise, by, amount) = last?;
    let currency = cases.first().map(|(_, claim)| claim.currency).unwrap_or_default();
    let CircumstanceKind::Promise { who, channel, .. } = &promise.kind else { return None };
    Some(PromiseText {
        amount: format::money(lang, amount, currency),
        day: format::date_with_weekday(lang, by),
        who: phrases::contact(lang, who),
        made: format::date(lang, promise.date),
        spoken: *channel == Channel::Phone,
    })
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
    let is_person = event.to.chars().any(char::is_alphabetic) && !event.to.contains('@');
    let person = if is_person { &event.to } else { promiser };
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
        .map(|(_, claim)| claim.penalties_left())
        .sum();
    let aside_by = plan.beside_due().map(|day| format::date(lang, day)).unwrap_or_default();
    PlanText {
        amount: format::money(lang, plan.amount(), currency),
        notice: format::days(lang, plan.notice_days.into()),
        penalties: holds(plan.penalties == Penalties::WaivedIfKept).then_some(plan.penalties),
        aside: phrases::money(lang, aside, currency),
        aside_by,
        stops: holds(true) && plan.interest == InterestDuring::Stops,
        runs: grows && plan.interest == InterestDuring::Runs,
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
