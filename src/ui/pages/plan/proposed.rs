//! What a schedule being typed comes to: its sums in large, what to think twice about, its picture and its cost; or why there
//! is none.

use leptos::prelude::*;

use super::{chart, table};
use crate::app::forms::plan::{PlanField, Proposal};
use crate::app::problem::Problem;
use crate::base::{Amount, Currency};
use crate::domain::plan::InterestDuring;
use crate::domain::plan::beside::beside_due;
use crate::text::words::{plans, problems};
use crate::text::{Lang, format};

/// The schedule, what it costs, and what to think twice about.
pub fn shown(
    lang: Lang,
    proposal: &Proposal,
    currency: Currency,
    (cost, accrued): (Amount, Amount),
) -> AnyView {
    let words = plans::words(lang);
    let down = proposal.draft.down_payment.map(|down| format::date_with_weekday(lang, down.due));
    let cautions = proposal
        .cautions
        .iter()
        .map(|caution| view! { <li>{plans::caution(lang, caution, currency)}</li> })
        .collect_view();
    let money = |amount| format::money(lang, amount, currency);
    let beside = proposal.beside.is_positive().then(|| {
        let (beside, in_all) = (money(proposal.beside), money(proposal.amount + proposal.beside));
        view! { <p class="plan-beside">{format!("{}{beside}{}{in_all}.", words.beside_why, words.in_all_with)}</p> }
    });
    let runs_on = (proposal.draft.interest == InterestDuring::Runs && accrued.is_positive()).then(|| {
        view! { <p class="plan-beside">{format!("{}{}{}", words.runs_on, money(accrued), words.runs_end)}</p> }
    });
    let last = proposal.schedule.ends().unwrap_or_default();
    let aside = beside_due(proposal.draft.penalties, proposal.draft.interest, last);
    let aside = aside.filter(|_| beside.is_some() || runs_on.is_some());
    let aside = aside.map(|day| view! { <p class="plan-beside">{plans::aside_by(lang, day)}</p> });
    let cost = if cost.is_positive() {
        let cost = format::money(lang, cost, currency);
        format!("{}{cost}{} {}", words.cost, words.estimated, words.nothing_before)
    } else {
        words.no_cost.to_owned()
    };
    view! {
        <p class="plan-answer">{headline(lang, proposal, currency)}</p>
        <div role="status">
            {(!proposal.cautions.is_empty()).then(|| view! { <ul class="plan-cautions">{cautions}</ul> })}
        </div>
        {chart::chart(lang, proposal, currency)}
        {table::proposed(lang, &proposal.schedule, down.as_deref(), currency)}
        {beside}
        {runs_on}
        {aside}
        <p class="field-hint">{cost}</p>
    }
    .into_any()
}

/// What is missing or wrong where there is no schedule.
pub fn why_none(lang: Lang, faults: &[(PlanField, Problem)]) -> AnyView {
    let fault = faults.iter().find_map(|(_, problem)| match problem {
        Problem::Schedule(error) => Some(plans::schedule(lang, *error).to_owned()),
        Problem::Required => None,
        other => Some(problems::problem(lang, *other)),
    });
    match fault {
        Some(fault) => view! { <p class="field-error" role="alert">{fault}</p> }.into_any(),
        None => view! { <p class="field-hint">{plans::words(lang).no_schedule}</p> }.into_any(),
    }
}

/// « 3 × 1 160,00 € », « 500,00 €, puis 3 × 1 160,00 € » where something is paid down, and « 2 × 922,26 €, puis 922,27 € » where
/// the last one is another sum: what is said adds up.
pub fn headline(lang: Lang, proposal: &Proposal, currency: Currency) -> String {
    let rows = &proposal.schedule.instalments;
    let each = rows.first().map_or(Amount::ZERO, |row| row.amount);
    let last = rows.last().map_or(Amount::ZERO, |row| row.amount);
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let money = |amount| format::money(lang, amount, currency);
    let then = plans::words(lang).then;
    let times = |count| match count {
        1 => money(each),
        count => format!("{}\u{a0}×\u{a0}{}", format::integer(lang, count), money(each)),
    };
    let regular =
        if last == each { times(count) } else { format!("{}{then}{}", times(count - 1), money(last)) };
    match proposal.draft.down_payment {
        Some(down) => format!("{}{}{regular}", money(down.amount), then),
        None => regular,
    }
}
