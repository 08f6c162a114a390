//! What is found in a text before it is copied, printed or recorded: what it no longer says, and what it must not say.

use leptos::prelude::*;

use super::Editing;
use super::editor::field_id;
use crate::browser::page;
use crate::documents::completeness::{Fact, Lack};
use crate::documents::edited::Place;
use crate::documents::message::Message;
use crate::documents::missing::MissingFact;
use crate::documents::wording::{Rule, Severity};
use crate::text::format;
use crate::text::words::{editing, reading};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The list; one line where there is nothing to correct.
#[component]
pub fn Checks(
    /// The text.
    editing: Editing,
    /// What the records lack.
    missing: Signal<Vec<MissingFact>>,
    /// What is to be weighed besides, whatever the words of the text are.
    #[prop(optional)]
    besides: Option<Memo<Vec<String>>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(editing::words);
    let besides = move || besides.map(|all| all.get()).unwrap_or_default();
    let blocking = Memo::new(move |_| {
        let mandatory = editing.lacks.with(|all| all.iter().filter(|lack| lack.is_mandatory).count());
        editing.refused.with(Vec::len) + mandatory
    });
    let weighing = Memo::new(move |_| {
        let places = editing.places.with(Vec::len);
        let true_facts = editing.edit.with(|edit| {
            let Some(edit) = edit else { return 0 };
            let is_true = |place: &&Place| edit.is_confirmed(place);
            editing.places.with(|places| places.iter().filter(is_true).count())
        });
        (editing.lacks.with(Vec::len) + places + besides().len()).saturating_sub(blocking.get() + true_facts)
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
        let places = editing.places.get();
        let places = places.into_iter().enumerate().map(|(at, place)| place_view(editing, at, place));
        besides().into_iter().map(besides_view).chain(places).chain(lacks).collect_view()
    };
    // What is written in anger is best read again: and then not sent (S0-10).
    let is_heated = move || {
        editing.places.with(|places| {
            let heated = |rule| matches!(rule, Rule::Threat | Rule::Insult | Rule::PublicShaming);
            places.iter().any(|place| place.findings.iter().any(|found| heated(found.rule)))
        })
    };
    let is_quiet = move || {
        editing.lacks.with(Vec::is_empty) && editing.places.with(Vec::is_empty) && besides().is_empty()
    };
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
            {live(move || hint_list(editing))}
            {only_if(move || !is_quiet(), move || view! { <ul class="check-list">{live(items)}</ul> })}
        </div>
    }
}

/// How it may be read better: never in the way of sending it.
fn hint_list(editing: Editing) -> Option<AnyView> {
    let app = use_app();
    let words = app.words(editing::words);
    let hints = editing.hints.get();
    if hints.is_empty() {
        return None;
    }
    let lang = app.lang();
    let items = hints.iter().map(|hint| view! { <li>{reading::hint(lang, hint)}</li> });
    let list = view! {
        <div class="reading-hints" role="status">
            <p class="reading-title">{words.t(|w| w.hints)}</p>
            <ul>{items.collect_view()}</ul>
        </div>
    };
    Some(list.into_any())
}

fn besides_view(said: String) -> AnyView {
    let words = use_app().words(editing::words);
    view! {
        <li class="check-item">
            <p class="check-words">
                <span class="check-mark">{words.t(|w| w.to_weigh)}</span>
            </p>
            <p>{said}</p>
        </li>
    }
    .into_any()
}

fn lack_view(editing: Editing, lack: Lack) -> AnyView {
    let app = use_app();
    let words = app.words(editing::words);
    let Lack { fact, is_mandatory, .. } = lack;
    let named = move || named(words.now(), fact);
    let said = {
        let lack = lack.clone();
        move || said(words.now(), &lack)
    };
    let action = {
        let right = lack.line.clone();
        move || {
            let words = words.now();
            if fact.is_wrong() {
                format!("{}{}{right}{}", words.write_instead, words.quote_open, words.quote_close)
            } else {
                words.put_back.to_owned()
            }
        }
    };
    // What is wrong and has nothing to stand in its place is for the user to take out.
    let can_mend = !lack.line.is_empty();
    let press = move |_| {
        let base = editing.base.with_untracked(|base| base.as_ref().map(Message::passages));
        let document = untrack(|| editing.document());
        editing.change(|edit| edit.restore(&lack, document, &base.unwrap_or_default()));
        to_checks();
    };
    view! {
        <li class="check-item" class:is-blocking=is_mandatory>
            {is_mandatory.then(|| view! {
                <p class="check-words"><span class="check-mark">{words.t(|w| w.to_correct)}</span></p>
            })}
            <p>{said}</p>
            {can_mend.then(|| view! {
                <div class="button-row">
                    <button class="button" type="button" on:click=press>
                        {action}
                        {(!fact.is_wrong()).then(|| view! { <span class="visually-hidden">" " {named}</span> })}
                    </button>
                </div>
            })}
        </li>
    }
    .into_any()
}

/// What a fact is called after « Le texte ne dit plus ».
fn named(words: &editing::Words, fact: Fact) -> &'static str {
    match fact {
        Fact::Number => words.number,
        Fact::Issued => words.issued,
        Fact::Due => words.due,
        Fact::Received => words.received,
        Fact::Balance => words.balance,
        Fact::Part => words.part,
        Fact::Deadline => words.deadline,
        Fact::Iban => words.iban,
        Fact::Sender => words.sender,
        Fact::Notice => words.notice,
        Fact::Penalties => words.penalties,
        Fact::Reminders => words.reminders,
        Fact::Action => words.action,
        Fact::Vat => words.vat,
        Fact::Acknowledgement => words.acknowledgement,
        Fact::Words => words.in_words,
        Fact::Default => words.default_clause,
        Fact::Termination => words.termination,
        Fact::WrongSum => words.wrong_sum,
        Fact::WrongDays => words.wrong_days,
        Fact::WrongWeekday => words.wrong_weekday,
        Fact::WrongVat => words.wrong_vat,
    }
}

/// What is found, in one sentence.
fn said(words: &editing::Words, lack: &Lack) -> String {
    let named = named(words, lack.fact);
    if lack.fact.is_wrong() {
        return format!("{}{}{}{named}", words.quote_open, lack.value, words.quote_close);
    }
    let value = if lack.fact.has_value() { format!(" ({})", lack.value) } else { String::new() };
    format!("{}{named}{value}.", words.not_said)
}

fn place_view(editing: Editing, at: usize, place: Place) -> AnyView {
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
    let confirm = place.may_be_fact().then(|| {
        let id = format!("true-{at}");
        let (asked, told) = (place.clone(), place.clone());
        let is_true =
            move || editing.edit.with(|edit| edit.as_ref().is_some_and(|edit| edit.is_confirmed(&asked)));
        view! {
            <label class="check" for=id.clone()>
                <input
                    id=id.clone()
                    type="checkbox"
                    prop:checked=is_true
                    on:change:target=move |event| {
                        let is_true = event.target().checked();
                        editing.change(|edit| edit.confirm(&told, is_true));
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
        // What was typed into a form is found in a text nobody has edited yet.
        if editing.edit.with_untracked(Option::is_none) {
            editing.start();
        }
        let passage = editing.edit.with_untracked(|edit| edit.as_ref()?.passages.get(shown.passage).cloned());
        let (range, field) = (shown.utf16(&passage.unwrap_or_default()), field_id(shown.passage));
        request_animation_frame(move || page::select(&field, range.start, range.end));
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

/// On to the first field of what a letter leaves blank; to the checks, where no field asks for it.
fn to_blanks() {
    if !page::focus(".missing-facts textarea, .missing-facts input") {
        page::focus("#checks");
    }
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
        let quote = |text: &String| format!("{}{text}{}", words.quote_open, words.quote_close);
        let lang = app.lang();
        let mut quoted: Vec<String> = editing.refused.with(|refused| refused.iter().map(quote).collect());
        let mut unsaid: Vec<String> = Vec::new();
        editing.lacks.with(|all| {
            for lack in all.iter().filter(|lack| lack.is_mandatory) {
                if lack.fact.is_wrong() {
                    quoted.push(quote(&lack.value));
                } else {
                    unsaid.push(self::named(words, lack.fact).to_owned());
                }
            }
        });
        unsaid.dedup();
        let blanks: Vec<String> = editing.blanks.with(|all| {
            let spoken = editing.spoken.get().lang;
            all.iter().map(|fact| fact.label(spoken).to_owned()).collect()
        });
        let mut said = Vec::new();
        if !quoted.is_empty() {
            said.push(format!("{}{}{}", words.refused, format::list(lang, &quoted), words.refused_next));
        }
        if !unsaid.is_empty() {
            said.push(format!("{}{}{}", words.unfit, format::list(lang, &unsaid), words.unfit_next));
        }
        if !blanks.is_empty() {
            said.push(format!("{}{}{}", words.blank, format::list(lang, &blanks), words.blank_next));
        }
        said.join(" ")
    };
    // A link to the fields, where all that is wrong is what nobody has filled in yet.
    let has_blanks = Memo::new(move |_| !editing.blanks.with(Vec::is_empty));
    only_if(
        move || editing.is_halted.get(),
        move || {
            view! {
                <p class="field-error" id=id>
                    {why}
                    {live(move || has_blanks.get().then(|| view! {
                        " "
                        <button class="button button-quiet" type="button" on:click=|_| to_blanks()>
                            {words.t(|w| w.fill)}
                        </button>
                    }))}
                </p>
            }
        },
    )
}

/// Whether the text may go; if not, on to what is to be corrected.
pub fn may_go(editing: Editing) -> bool {
    let may_go = !editing.is_halted.get_untracked();
    if !may_go {
        let is_blank = editing.refused.with_untracked(Vec::is_empty)
            && editing.lacks.with_untracked(|all| all.iter().all(|lack| !lack.is_mandatory));
        if is_blank {
            to_blanks();
        } else {
            page::focus("#checks");
        }
    }
    may_go
}
