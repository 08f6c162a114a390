//! Records that both sides changed: for each, where the two differ, and what to keep.

use std::sync::Arc;

use leptos::prelude::*;

use super::Found;
use super::preview::{Choices, SHOWN};
use crate::app::merge::{FieldConflict, differences};
use crate::browser::page;
use crate::store::backup::compare::{Choice, Row};
use crate::text::words::restore;
use crate::text::{Lang, values};
use crate::ui::components::segment::{self, segment};
use crate::ui::live::live;
use crate::ui::pages::data::naming;
use crate::ui::state::use_app;

const CHOICES: &[segment::Choice<Choice>] = &[
    (Choice::Both, |lang| restore::words(lang).keep_both),
    (Choice::Mine, |lang| restore::words(lang).keep_mine),
    (Choice::Theirs, |lang| restore::words(lang).keep_theirs),
];

/// The same where the other side is an earlier visit.
const MISSED_CHOICES: &[segment::Choice<Choice>] = &[
    (Choice::Both, |lang| restore::words(lang).keep_both),
    (Choice::Mine, |lang| restore::words(lang).keep_mine),
    (Choice::Theirs, |lang| restore::words(lang).keep_missed),
];

/// For what was deleted on one side there is nothing to put together.
const SIDES: &[segment::Choice<Choice>] = &[
    (Choice::Mine, |lang| restore::words(lang).keep_mine),
    (Choice::Both, |lang| restore::words(lang).keep_theirs),
];
const MISSED_SIDES: &[segment::Choice<Choice>] = &[
    (Choice::Mine, |lang| restore::words(lang).keep_mine),
    (Choice::Both, |lang| restore::words(lang).keep_missed),
];

/// The list, some at a time; nothing where there is no such record.
pub(super) fn conflicts(found: &Arc<Found>, choices: Choices) -> AnyView {
    let app = use_app();
    let words = app.words(restore::words);
    let n = found.comparison.conflicts().count();
    if n == 0 {
        return ().into_any();
    }
    let first = RwSignal::new(0);
    let rows = {
        let found = Arc::clone(found);
        live(move || {
            let rows = found.comparison.conflicts().skip(first.get()).take(SHOWN);
            rows.map(|row| one(row, found.is_missed(), choices)).collect_view()
        })
    };
    view! {
        <div class="conflicts">
            <h4 id="conflicts" tabindex="-1">
                {words.t(|w| w.choices)}
            </h4>
            <p class="field-hint">{words.t(|w| w.both_hint)}</p>
            {(n > 1).then(|| for_all(found, choices))}
            <ul>{rows}</ul>
            {(n > SHOWN).then(|| pager(n, first))}
        </div>
    }
    .into_any()
}

/// One choice for all of them, those not shown too.
fn for_all(found: &Arc<Found>, choices: Choices) -> AnyView {
    let app = use_app();
    let words = app.words(restore::words);
    let offered = if found.is_missed() { MISSED_CHOICES } else { CHOICES };
    let buttons = offered.iter().map(|(choice, label)| {
        let (found, choice, label) = (Arc::clone(found), *choice, *label);
        let take = move |_| {
            let all = found.comparison.conflicts().map(|row| {
                // Of what was deleted here there is the whole of the other side, or nothing.
                let is_whole = row.here.is_none() && choice == Choice::Theirs;
                (row.key, if is_whole { Choice::Both } else { choice })
            });
            choices.set(all.collect());
        };
        view! {
            <button class="button button-quiet" type="button" on:click=take>
                {live(move || format!("{}{}", words.now().for_all, label(app.lang())))}
            </button>
        }
    });
    view! { <div class="button-row">{buttons.collect_view()}</div> }.into_any()
}

/// Which are shown of how many, and the way to those before and after.
fn pager(n: usize, first: RwSignal<usize>) -> AnyView {
    let words = use_app().words(restore::words);
    let go = move |start: usize| {
        first.set(start);
        page::focus("#conflicts");
    };
    let shown = live(move || {
        let start = first.get();
        format!("{} – {}{}{n}", start + 1, (start + SHOWN).min(n), words.now().of)
    });
    view! {
        <div class="button-row">
            <button
                class="button button-quiet"
                type="button"
                disabled=move || first.get() == 0
                on:click=move |_| go(first.get_untracked().saturating_sub(SHOWN))
            >
                {words.t(|w| w.before)}
            </button>
            <span>{shown}</span>
            <button
                class="button button-quiet"
                type="button"
                disabled=move || n <= first.get() + SHOWN
                on:click=move |_| go(first.get_untracked() + SHOWN)
            >
                {words.t(|w| w.after)}
            </button>
        </div>
    }
    .into_any()
}

fn one(row: &Row, is_missed: bool, choices: Choices) -> impl IntoView + use<> {
    let app = use_app();
    let (key, label, is_here) = (row.key, row.label.clone(), row.here.is_some());
    let differing = match (&row.file, &row.here) {
        (Some(file), Some(here)) => differences(Some(file), Some(here)),
        _ => Vec::new(),
    };
    // The name of a group of radio buttons lives as long as the page: one for each that is shown, fifty at a time.
    let group: &'static str = Box::leak(format!("choice-{key}").into_boxed_str());
    let legend = Signal::derive(move || "");
    let taken = move || Some(choices.with(|choices| choices.get(&key).copied().unwrap_or(Choice::Both)));
    let take = move |choice| {
        choices.update(|choices| {
            choices.insert(key, choice);
        });
    };
    let offered = match (is_here, is_missed) {
        (true, false) => CHOICES,
        (true, true) => MISSED_CHOICES,
        (false, false) => SIDES,
        (false, true) => MISSED_SIDES,
    };
    view! {
        <li class="conflict">
            <strong>{live(move || naming::record(app.lang(), key, &label))}</strong>
            {live(move || table(app.lang(), &differing, is_here, is_missed))}
            {segment(group, legend, offered, taken, take)}
        </li>
    }
}

/// Where the two differ.
fn table(lang: Lang, differences: &[FieldConflict], is_here: bool, is_missed: bool) -> impl IntoView + use<> {
    let words = restore::words(lang);
    let theirs = if is_missed { words.keep_missed } else { words.value_file };
    if !is_here {
        return view! { <p class="field-hint">{format!("{} : {}", words.value_here, words.deleted)}</p> }
            .into_any();
    }
    let rows = differences.iter().map(|difference| {
        let FieldConflict { field, theirs, mine } = difference;
        let name = if field.is_empty() { words.whole_record.to_owned() } else { values::field(lang, field) };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{value(lang, mine)}</td>
                <td>{value(lang, theirs)}</td>
            </tr>
        }
    });
    view! {
        <table class="plain-table differences">
            <thead>
                <tr>
                    <th scope="col">{words.field}</th>
                    <th scope="col">{words.value_here}</th>
                    <th scope="col">{theirs}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// A value; that there is none on a side is said too.
fn value(lang: Lang, raw: &str) -> String {
    if raw.is_empty() { restore::words(lang).absent.to_owned() } else { values::value(lang, raw) }
}
