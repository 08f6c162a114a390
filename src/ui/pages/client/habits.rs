//! How a client pays: promises, delays, reasons, and its share of what is owed.

use leptos::prelude::*;

use crate::base::{ClientId, Currency};
use crate::domain::dunning::given::{Given, given};
use crate::domain::dunning::habits::{Habits, habits, share};
use crate::text::words::contacts;
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::use_app;

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    habits: Habits,
    given: Vec<Given>,
    shares: Vec<(Currency, i64)>,
}

/// The section.
#[component]
pub fn HabitsCard(id: ClientId) -> impl IntoView {
    let app = use_app();
    let words = app.words(contacts::words);
    let shown = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| {
            let claims: Vec<_> = book.cases_of(id).map(|case| (case, book.claim(case, today))).collect();
            let habits = habits(claims.iter().map(|(case, claim)| (*case, claim)), today);
            let mut shares = Vec::new();
            for (currency, owed) in &habits.unpaid {
                let all = book.unpaid(*currency, today);
                shares.extend(share(*owed, all).map(|share| (*currency, share)));
            }
            let given = given(claims.iter().map(|(case, claim)| (*case, claim)), today);
            Shown { habits, given, shares }
        })
    });
    view! {
        <section class="section" aria-labelledby="habits">
            <h2 id="habits">{words.t(|w| w.habits)}</h2>
            {live(move || {
                let lang = app.lang();
                let facts = shown.with(|shown| facts(lang, shown));
                if facts.is_empty() && shown.with(|shown| shown.given.is_empty()) {
                    return view! { <p class="field-hint">{words.t(|w| w.no_habits)}</p> }.into_any();
                }
                let facts = facts.into_iter().map(|(name, fact)| view! { <dt>{name}</dt> <dd>{fact}</dd> });
                view! { <dl class="record">{facts.collect_view()}</dl> }.into_any()
            })}
            {live(move || {
                let lang = app.lang();
                let rows = shown.with(|shown| {
                    let row = |one: &Given| view! { <li>{contacts::given(lang, one)}</li> };
                    (!shown.given.is_empty()).then(|| shown.given.iter().map(row).collect_view())
                })?;
                Some(view! {
                    <h3>{contacts::words(lang).reasons}</h3>
                    <ul class="points">{rows}</ul>
                })
            })}
        </section>
    }
}

fn facts(lang: Lang, shown: &Shown) -> Vec<(&'static str, String)> {
    let w = contacts::words(lang);
    let habits = &shown.habits;
    let mut facts = Vec::new();
    facts.extend(contacts::promises(lang, habits).map(|promises| (w.promises, promises)));
    if let Some(average) = habits.average_days {
        let count = i64::try_from(habits.settled).unwrap_or(i64::MAX);
        facts.push((
            w.late_average,
            format!(
                "{} {} ({})",
                contacts::delay(lang, average),
                w.over_settled,
                format::integer(lang, count)
            ),
        ));
    }
    if let Some(median) = habits.median_days {
        facts.push((w.late_median, contacts::delay(lang, median)));
    }
    for (name, count) in [(w.pauses, habits.pauses), (w.suspensions, habits.suspensions)] {
        if let Some(count) = i64::try_from(count).ok().filter(|count| 0 < *count) {
            facts.push((name, format::integer(lang, count)));
        }
    }
    // What everybody owes is shared by nobody when there is one client.
    let shares: Vec<String> = shown
        .shares
        .iter()
        .map(|(currency, share)| {
            let share = contacts::per_cent(lang, *share);
            if shown.shares.len() > 1 { format!("{share} ({})", currency.sign()) } else { share }
        })
        .collect();
    if !shares.is_empty() {
        facts.push((w.share, shares.join(", ")));
    }
    facts
}
