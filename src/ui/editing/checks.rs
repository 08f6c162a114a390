//! What is found in a text before it is copied, printed or recorded: what it no longer says, and what it must not say.

use leptos::prelude::*;

use super::Editing;
use super::editor::field_id;
use crate::browser::page;
use crate::documents::completeness::{Fact, Lack};
use crate::documents::edited::{Place, may_be_fact};
use crate::documents::message::Message;
use crate::documents::missing::MissingFact;
use crate::documents::wording::{Rule, Severity};
use crate::text::format;
use crate::text::words::editing;
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The list; one line where there is nothing to correct.
#[component]
pub fn Checks(
    /// The text.
    editing: Editing,
    /// What the records lack.
    missing: Signal<Vec<MissingFact>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(editing::words);
    let blocking = Memo::new(move |_| editing.refused.with(Vec::len));
    let weighing = Memo::new(move |_| {
        let places = editing.places.with(Vec::len);
        let true_facts = editing.edit.with(|edit| {
            let Some(edit) = edit else { return 0 };
            let is_true = |place: &&Place| place.findings.iter().all(|found| edit.is_confirmed(found.rule));
            editing.places.with(|places| places.iter().filter(is_true).count())
        });
        (editing.lacks.with(Vec::len) + places).saturating_sub(blocking.get() + true_facts)
    });
    let summary = move || {
        let (words, lang) = (words.now(), app.lang());
        let count = |many: usize, one, more| {
            let many = i64::try_from(many).unwrap_or(i64::MAX);
            (many > 0).then(|| format::count(lang, many, one, more))
        };
        let parts: Vec<String> = [
            count(blocking.get(), words.block_one, words.block_many),
            count(weighing.get(), words.weigh_one, words.weigh_many),
        ]
        .into_iter()
        .flatten()
        .collect();
        if parts.is_empty() { words.nothing.to_owned() } else { format!("{}.", format::list(lang, &parts)) }
    };
    let items = move || {
        let lacks = editing.lacks.get().into_iter().map(|lack| lack_view(editing, lack));
        let mut asked = Vec::new();
        let places = editing.places.get();
        let places = places.into_iter().enumerate().map(|(at, place)| {
            let rule = place.findings.iter().map(|found| found.rule).find(|rule| may_be_fact(*rule));
            let ask = rule.filter(|rule| !asked.contains(rule));
            asked.extend(ask);
            place_view(editing, at, place, ask)
        });
        places.chain(lacks).collect_view()
    };
    // What is written in anger is best read again: and then not sent (S0-10).
    let is_heated = move || {
        editing.places.with(|places| {
            let heated = |rule| matches!(rule, Rule::Threat | Rule::Insult | Rule::PublicShaming);
            places.iter().any(|place| place.findings.iter().any(|found| heated(found.rule)))
        })
    };
    let is_quiet = move || editing.lacks.with(Vec::is_empty) && editing.places.with(Vec::is_empty);
    // What the records lack is asked for beside the text.
    let is_said = move || !is_quiet() || missing.with(Vec::is_empty);
    view! {
        <div class="checks">
            <h3 id="checks" tabindex="-1">
                {words.t(|w| w.checks)}
            </h3>
            <p class="field-hint" role="status">
                {move || is_said().then(summary)}
            </p>
            {only_if(is_heated, move || view! { <p class="field-hint">{words.t(|w| w.cool_down)}</p> })}
            {only_if(move || !is_quiet(), move || view! { <ul class="check-list">{live(items)}</ul> })}
        </div>
    }
}

fn lack_view(editing: Editing, lack: Lack) -> AnyView {
    let app = use_app();
    let words = app.words(editing::words);
    let fact = lack.fact;
    let named = move || {
        let words = words.now();
        match fact {
            Fact::Number => words.number,
            Fact::Dates => words.dates,
            Fact::Balance => words.balance,
            Fact::Deadline => words.deadline,
            Fact::Iban => words.iban,
            Fact::Sender => words.sender,
            Fact::Notice => words.notice,
            Fact::Penalties => words.penalties,
            Fact::Reminders => words.reminders,
        }
    };
    let is_words = matches!(fact, Fact::Notice | Fact::Penalties | Fact::Reminders);
    let value = (!is_words).then(|| format!(" ({})", lack.value));
    let press = move |_| {
        let base = editing.base.with_untracked(|base| base.as_ref().map(Message::passages));
        let document = untrack(|| editing.document());
        editing.change(|edit| edit.restore(&lack, document, &base.unwrap_or_default()));
        to_checks();
    };
    view! {
        <li class="check-item">
            <p>{words.t(|w| w.not_said)} {named} {value} "."</p>
            <div class="button-row">
                <button class="button" type="button" on:click=press>
                    {words.t(|w| w.put_back)}
                    <span class="visually-hidden">" " {named}</span>
                </button>
            </div>
        </li>
    }
    .into_any()
}

fn place_view(editing: Editing, at: usize, place: Place, ask: Option<Rule>) -> AnyView {
    let app = use_app();
    let words = app.words(editing::words);
    let quoted = move |text: &str| {
        let words = words.now();
        format!("{}{text}{}", words.quote_open, words.quote_close)
    };
    let is_blocking = place.findings.iter().any(|found| found.severity == Severity::Blocking);
    let lang = move || editing.spoken.get().lang.tag();
    let reasons = place
        .findings
        .iter()
        .enumerate()
        .filter(|(at, found)| place.findings.iter().take(*at).all(|earlier| earlier.reason != found.reason))
        .map(|(_, found)| {
            let reason = found.reason;
            view! {
                <p class="check-reason">
                    {move || reason.text(app.lang())} " " <span class="check-source">{reason.source().short}</span>
                </p>
            }
        })
        .collect_view();
    let confirm = ask.map(|rule| {
        let id = format!("true-{}", rule.id());
        let is_true =
            move || editing.edit.with(|edit| edit.as_ref().is_some_and(|edit| edit.is_confirmed(rule)));
        view! {
            <label class="check" for=id.clone()>
                <input
                    id=id.clone()
                    type="checkbox"
                    prop:checked=is_true
                    on:change:target=move |event| {
                        let is_true = event.target().checked();
                        editing.change(|edit| edit.confirm(rule, is_true));
                    }
                />
                <span>{words.t(|w| w.is_true)}</span>
            </label>
        }
    });
    let swap = place.swap().map(|swap| {
        let (instead, place) = (swap.text.clone(), place.clone());
        let label: fn(&editing::Words) -> &'static str =
            if swap.range == place.range { |w| w.write_instead } else { |w| w.write_sentence };
        let press = move |_| {
            editing.change(|edit| edit.swap(&place));
            to_checks();
        };
        view! {
            <button class="button" type="button" on:click=press>
                <span>{words.t(label)} <span lang=lang>{quoted(&instead)}</span></span>
            </button>
        }
    });
    let words_id = format!("found-{at}");
    let words_there = place.words.clone();
    let shown = place.clone();
    let see = move |_| {
        let passage = editing.edit.with_untracked(|edit| edit.as_ref()?.passages.get(shown.passage).cloned());
        let range = shown.utf16(&passage.unwrap_or_default());
        page::select(&field_id(shown.passage), range.start, range.end);
    };
    view! {
        <li class="check-item" class:is-blocking=is_blocking>
            <p class="check-words">
                <span class="check-mark">
                    {words.t(if is_blocking { |w| w.to_correct } else { |w| w.to_weigh })}
                </span>
                <span class="check-quoted" lang=lang id=words_id.clone()>
                    {move || quoted(&words_there)}
                </span>
            </p>
            {reasons}
            <div class="button-row">
                {swap}
                <button class="button button-quiet" type="button" aria-describedby=words_id on:click=see>
                    {words.t(|w| w.see)}
                </button>
            </div>
            {confirm}
        </li>
    }
    .into_any()
}

/// What was pressed is gone: on to what is left.
fn to_checks() {
    request_animation_frame(|| {
        page::focus("#checks");
    });
}

/// Why a text cannot go, at what would send it.
pub fn refusal(editing: Editing, id: &'static str) -> AnyView {
    let app = use_app();
    let words = app.words(editing::words);
    let why = move || {
        let words = words.now();
        let quoted = editing.refused.with(|refused| {
            let quote = |text: &String| format!("{}{text}{}", words.quote_open, words.quote_close);
            refused.iter().map(quote).collect::<Vec<_>>()
        });
        format!("{}{}{}", words.refused, format::list(app.lang(), &quoted), words.refused_next)
    };
    only_if(
        move || !editing.refused.with(Vec::is_empty),
        move || view! { <p class="field-error" id=id>{why}</p> },
    )
}

/// Whether the text may go; if not, on to what is to be corrected.
pub fn may_go(editing: Editing) -> bool {
    let may_go = editing.refused.with_untracked(Vec::is_empty);
    if !may_go {
        page::focus("#checks");
    }
    may_go
}
