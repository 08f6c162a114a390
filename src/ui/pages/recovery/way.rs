//! One way out: closed, its name, whether it is open and what it would bring; open, all there is to know of it.

use leptos::prelude::*;

use super::expectation::Expectation;
use super::onward;
use crate::app::command::Command;
use crate::app::costs::CostCommand;
use crate::app::forms::outlook::{OutlookField, OutlookForm};
use crate::app::views::recovery_desk::RecoveryDesk;
use crate::base::InvoiceId;
use crate::domain::party::DebtorKind;
use crate::domain::recovery::{
    Answer, Availability, Condition, Expense, FactFile, Finding, Outlook, Prospect, RecoveryRoute,
    european_small_claim,
};
use crate::text::words::recovery;
use crate::text::words::recovery::{condition, route as ways};
use crate::text::{Lang, format};
use crate::ui::components::Field;
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::draft::Draft;
use crate::ui::live::{live, only_if, slot};
use crate::ui::state::use_app;
use crate::ui::submit::submit;

/// The row. Its fields are made once; what they change is shown around them.
#[component]
pub fn Way(
    id: InvoiceId,
    route: RecoveryRoute,
    desk: Memo<RecoveryDesk>,
    known: Memo<Outlook>,
    draft: Draft<OutlookForm>,
) -> impl IntoView {
    let app = use_app();
    let prospect = Memo::new(move |_| desk.with(|desk| desk.prospect(route).cloned()));
    let shown = move |view: fn(Lang, &RecoveryDesk, &Prospect) -> AnyView| {
        live(move || {
            desk.with(|desk| prospect.with(|one| one.as_ref().map(|one| view(app.lang(), desk, one))))
        })
    };
    let dimmed =
        move || prospect.with(|one| one.as_ref().is_some_and(|one| one.availability != Availability::Open));
    // Nobody weighs a way that is none for this claim.
    let is_weighed = Memo::new(move |_| {
        let is_closed = |one: &Prospect| matches!(one.availability, Availability::Closed(_));
        route != RecoveryRoute::WriteOff
            && prospect.with(|one| one.as_ref().is_some_and(|one| !is_closed(one)))
    });
    let waits = move || {
        prospect.with(|one| {
            one.as_ref().is_some_and(|one| one.availability == Availability::After(Condition::Contacted))
        })
    };
    let is_public = Memo::new(move |_| desk.with(|desk| desk.situation.debtor == DebtorKind::Public));
    let excused = move || {
        let asks = prospect.with(|one| {
            let asks = |finding: &Finding| finding.condition == Condition::Contacted;
            one.as_ref().is_some_and(|one| one.findings.iter().any(asks))
        });
        asks && known.with(|known| !known.without_contact.is_empty())
    };
    view! {
        <details class="disclosure way-row" class:is-after=dimmed>
            <summary>
                {shown(head)}
            </summary>
            <div class="disclosure-body">
                {shown(|lang, desk, one| {
                    let note = ways::note(lang, one.route, desk.situation.debtor);
                    view! { <p class="way-note">{note}</p> }.into_any()
                })}
                {shown(conditions)}
                {only_if(waits, move || view! {
                    <Skip id=id route=route known=known draft=draft is_public=is_public />
                })}
                {only_if(excused, move || view! { <Skipped id=id known=known /> })}
                {shown(|lang, _, one| price(lang, one))}
                {shown(facts)}
                {only_if(move || is_weighed.get(), move || view! {
                    <Expectation id=id route=route prospect=prospect known=known draft=draft />
                })}
                {shown(gather)}
                {live(move || desk.with(|desk| prospect.with(|one| one.as_ref().map(|one| onward::links(app, desk, one)))))}
            </div>
        </details>
    }
}

fn head(lang: Lang, desk: &RecoveryDesk, prospect: &Prospect) -> AnyView {
    let badge = condition::badge(lang, prospect.availability);
    let is_closed = matches!(prospect.availability, Availability::Closed(_));
    let net = prospect.net.filter(|_| !is_closed && desk.is_comparable());
    view! {
        <span class="way-name">{ways::name(lang, prospect.route)}</span>
        <span class="badge">{badge}</span>
        <span class="way-net">{net.map(|net| recovery::about(lang, net.expected))}</span>
    }
    .into_any()
}

fn conditions(lang: Lang, desk: &RecoveryDesk, prospect: &Prospect) -> AnyView {
    let w = recovery::words(lang);
    if prospect.findings.is_empty() {
        return view! { <p class="field-hint">{w.no_condition}</p> }.into_any();
    }
    // Another procedure is told in the note of this one.
    let small = (prospect.route == RecoveryRoute::European).then(|| {
        let small = european_small_claim(&desk.situation);
        view! { <h3>{w.european_small}</h3> {list(lang, desk, &small)} }
    });
    view! {
        <div>
            <h3>{w.conditions}</h3>
            {list(lang, desk, &prospect.findings)}
            {small}
        </div>
    }
    .into_any()
}

/// What is asked for, each with its answer.
fn list(lang: Lang, desk: &RecoveryDesk, findings: &[Finding]) -> AnyView {
    let w = recovery::words(lang);
    let rows = findings.iter().map(|finding| {
        let (mark, answer) = match finding.answer {
            Answer::Met => ("✓", w.met),
            Answer::Missing => ("✗", w.missing),
            Answer::Unknown => ("?", w.unknown),
        };
        view! {
            <li class="way-condition" class:is-missing=finding.answer == Answer::Missing>
                <span class="way-mark" aria-hidden="true">
                    {mark}
                </span>
                <span>
                    <span class="visually-hidden">{answer} " · "</span>
                    {condition::finding(lang, *finding, &desk.situation)}
                </span>
            </li>
        }
    });
    view! { <ul class="way-conditions">{rows.collect_view()}</ul> }.into_any()
}

/// What is paid whatever comes of it, row by row with its source.
fn price(lang: Lang, prospect: &Prospect) -> AnyView {
    let w = recovery::words(lang);
    // What another court would ask for says nothing of this claim.
    if matches!(prospect.availability, Availability::Closed(_)) {
        return ().into_any();
    }
    if !prospect.facts.priced && prospect.quote.is_none() {
        return view! { <p class="field-hint">{w.unpriced}</p> }.into_any();
    }
    if prospect.fixed.high.is_zero() && prospect.optional.is_empty() && prospect.quote.is_none() {
        return ().into_any();
    }
    let row = |name: &'static str, amount: String, source: String| {
        view! {
            <tr>
                <td>{name} <span class="row-note row-note-line">{source}</span></td>
                <td class="number">{amount}</td>
            </tr>
        }
    };
    let rows = prospect.expenses.iter().map(|expense| {
        let amount = recovery::between(lang, expense.low, expense.high);
        row(recovery::expense(lang, expense.name), amount, source(lang, expense))
    });
    let quote = prospect
        .quote
        .map(|quote| row(w.quoted, recovery::between(lang, quote, quote), w.quoted_source.to_owned()));
    let optional = prospect.optional.iter().map(|expense| {
        let amount = recovery::between(lang, expense.low, expense.high);
        let note = format!("{}, {}", w.optional, source(lang, expense));
        row(recovery::expense(lang, expense.name), amount, note)
    });
    let clerk =
        prospect.clerk_unknown.then(|| row(w.clerk, w.clerk_unknown.to_owned(), w.clerk_source.to_owned()));
    let (time, fixed) = (prospect.time, prospect.fixed);
    view! {
        <table class="plain-table">
            <caption>{w.price}</caption>
            <tbody>
                {quote}
                {rows.collect_view()}
                {clerk}
                {row(w.own_time, recovery::between(lang, time.low, time.high), w.own_time_source.to_owned())}
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{w.in_all}</th>
                    <td class="number">{recovery::between(lang, fixed.low, fixed.high)}</td>
                </tr>
                {optional.collect_view()}
            </tfoot>
        </table>
    }
    .into_any()
}

fn source(lang: Lang, expense: &Expense) -> String {
    sourced(lang, &expense.source, expense.read, expense.confirmed)
}

/// A source with the day it was read; one not seen says so.
pub fn sourced(lang: Lang, key: &str, read: chrono::NaiveDate, confirmed: bool) -> String {
    let w = recovery::words(lang);
    let source = FactFile::builtin().source(key, lang);
    let check = if confirmed || key == OWN { "" } else { w.unconfirmed };
    format!("{source}{}{}{check}", w.read, format::date(lang, read))
}

/// The key of what is assumed here: it says itself that it is to be replaced.
const OWN: &str = "own";

/// Time, sum reached, share kept back, break-even.
fn facts(lang: Lang, desk: &RecoveryDesk, prospect: &Prospect) -> AnyView {
    // Of a way that is none for this claim nothing can be replaced either.
    if matches!(prospect.availability, Availability::Closed(_)) {
        return ().into_any();
    }
    let w = recovery::words(lang);
    let fact = |name: &'static str, value: String, note: Option<String>| {
        let note = note.map(|note| view! { <span class="row-note row-note-line">{note}</span> });
        view! {
            <dt>{name}</dt>
            <dd>{value} {note}</dd>
        }
    };
    let is_end = prospect.route == RecoveryRoute::WriteOff;
    let brings = !is_end && desk.is_comparable();
    let break_even = prospect.net.filter(|_| brings).map(|_| {
        let chance = prospect.break_even();
        let chance =
            chance.map_or_else(|| w.break_even_never.to_owned(), |chance| recovery::percent(lang, chance));
        fact(w.break_even, chance, None)
    });
    let taken = (0 < prospect.taken.value())
        .then(|| format!("{}{}", w.taken, recovery::percent(lang, prospect.taken)));
    // The principal alone is counted; interest and fixed sum come on top where the way reaches them.
    let high = (prospect.recovered < prospect.recovered_high)
        .then(|| recovery::reached_high(lang, prospect.recovered_high));
    let name = match prospect.route {
        RecoveryRoute::Sale => w.reached_price,
        _ if desk.situation.principal.is_positive() => w.reached_principal,
        _ => w.reached,
    };
    let beside: Vec<String> = high.into_iter().chain(taken).collect();
    let beside = (!beside.is_empty()).then(|| beside.join(" · "));
    let reached = brings.then(|| fact(name, recovery::about(lang, prospect.recovered), beside));
    let delay = if let Some(days) = desk.outlook.delays.get(&prospect.route) {
        fact(w.delay, format::days(lang, i64::from(*days)), Some(w.ageing_own.to_owned()))
    } else {
        let known = &prospect.facts.delay;
        let source = sourced(lang, &known.source, known.read, known.confirmed);
        fact(w.delay, recovery::delay(lang, known.low, known.high), (!is_end).then_some(source))
    };
    let serving = (prospect.route == RecoveryRoute::PaymentOrder).then(|| {
        let at = &desk.situation;
        fact(w.serving, recovery::serving(lang, at.today, at.seat.region()), None)
    });
    view! {
        <dl class="record record-long">
            {delay}
            {serving}
            {reached}
            {break_even}
        </dl>
    }
    .into_any()
}

/// Its place in the list, which names its fields.
pub fn position(route: RecoveryRoute) -> usize {
    RecoveryRoute::ALL.iter().position(|known| *known == route).unwrap_or_default()
}

/// A court before any amicable contact, for a reason.
#[component]
fn Skip(
    id: InvoiceId,
    route: RecoveryRoute,
    known: Memo<Outlook>,
    draft: Draft<OutlookForm>,
    is_public: Memo<bool>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| draft.form.with(OutlookForm::parse_reason));
    let save = move |event: leptos::ev::SubmitEvent| {
        let reason = parsed.with_untracked(|(reason, _)| reason.clone());
        submit(&event, "skip-form", sent, reason, |reason| {
            let outlook = Outlook { without_contact: reason, ..known.get_untracked() };
            app.send(Command::Cost(CostCommand::Expect(id, outlook))).is_ok()
        });
    };
    view! {
        <details class="disclosure disclosure-small">
            <summary>{words.t(|w| w.skip)}</summary>
            <form class="form form-narrow skip-form disclosure-body" novalidate on:submit=save>
                <Field
                    id=format!("skip-{}", position(route))
                    label=words.t(|w| w.skip_reason)
                    value=slot(draft.form, |form| &form.reason, |form| &mut form.reason)
                    problem=Signal::derive(move || {
                        parsed.with(|(_, findings)| findings.problem_of(OutlookField::Reason))
                    })
                    hint=Signal::derive(move || {
                        let w = words.now();
                        if is_public.get() { w.skip_hint_public } else { w.skip_hint }
                    })
                    sent=sent
                />
                {submit_button(Weight::Plain, words.t(|w| w.skip_save))}
            </form>
        </details>
    }
}

/// The reason that holds, and the way back.
#[component]
fn Skipped(id: InvoiceId, known: Memo<Outlook>) -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let back = move |_| {
        let outlook = Outlook { without_contact: String::new(), ..known.get_untracked() };
        // A refusal says itself at the bottom of the screen.
        let _ = app.send(Command::Cost(CostCommand::Expect(id, outlook)));
    };
    view! {
        <p class="field-hint">
            {words.t(|w| w.skipped)} {live(move || known.with(|known| known.without_contact.clone()))} " "
            <button class="button button-quiet" type="button" on:click=back>
                {words.t(|w| w.skip_undo)}
            </button>
        </p>
    }
}

fn gather(lang: Lang, desk: &RecoveryDesk, prospect: &Prospect) -> AnyView {
    if matches!(prospect.availability, Availability::Closed(_)) {
        return ().into_any();
    }
    let items = prospect.to_gather(desk.situation.debtor);
    let items = items.map(|what| view! { <li>{recovery::gather(lang, what)}</li> });
    view! {
        <div>
            <h3>{recovery::words(lang).gather}</h3>
            <ul class="points">{items.collect_view()}</ul>
        </div>
    }
    .into_any()
}
