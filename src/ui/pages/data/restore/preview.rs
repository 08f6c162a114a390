//! What a backup would change, before anything is written: how each record stands, what to do where both sides changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::conflict::conflicts;
use super::{Found, Origin, Reader, Stage};
use crate::app::book::Book;
use crate::app::record::Key;
use crate::browser::page;
use crate::store::backup::compare::{Choice, Row, Standing};
use crate::text::words::{archive, restore, shell};
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::pages::data::kept::counts_text;
use crate::ui::pages::data::naming::{self, count, number};
use crate::ui::state::use_app;

/// Rows of a list that are shown.
pub(super) const SHOWN: usize = 50;

/// What the user decided about the records that both sides changed; the others are joined field by field.
pub(super) type Choices = RwSignal<BTreeMap<Key, Choice>>;

/// The preview, and the two ways to go on.
pub(super) fn preview(reader: Reader, found: Arc<Found>) -> AnyView {
    let app = use_app();
    let words = app.words(restore::words);
    let choices: Choices = RwSignal::new(BTreeMap::new());
    let (saved, counts, aside) = (found.backup.saved, found.backup.counts, found.backup.aside.len());
    let is_missed = found.is_missed();
    let lists = {
        let found = Arc::clone(&found);
        live(move || standings(app.lang(), &found))
    };
    let cancel = move |_| {
        reader.next();
        reader.stage.set(Stage::Nothing);
        page::focus(if is_missed { "#missed-compare" } else { "#restore-choose" });
    };
    let title = match &found.origin {
        Origin::Missed(_) => None,
        Origin::Archive => {
            let title = live(move || {
                let saved = saved.map(|saved| format::date(app.lang(), saved)).unwrap_or_default();
                format!("{}{saved}", archive::words(app.lang()).saved_on)
            });
            Some(view! { <p id="archive-found" tabindex="-1"><strong>{title}</strong></p> }.into_any())
        }
        Origin::File(name) => {
            let saved = saved.map(|saved| {
                live(move || format!(" · {}{}", words.now().saved_on, format::date(app.lang(), saved)))
            });
            Some(view! { <p><strong>{name.clone()}</strong> {saved}</p> }.into_any())
        }
    };
    view! {
        <div class="preview">
            {title}
            {found.is_again.then(|| view! { <p class="field-error">{words.t(|w| w.changed_since)}</p> })}
            {(aside > 0).then(|| view! { <p>{words.t(|w| w.aside)} {aside.to_string()}</p> })}
            <dl class="record">
                <dt>{words.t(if is_missed { |w| w.in_missed } else { |w| w.in_file })}</dt>
                <dd>{live(move || counts_text(app.lang(), counts))}</dd>
                <dt>{words.t(|w| w.here)}</dt>
                <dd>{live(move || counts_text(app.lang(), app.book.with(Book::counts)))}</dd>
            </dl>
            <div>{lists}</div>
            {conflicts(&found, choices)}
            <Ways reader=reader found=found choices=choices />
            <div class="button-row">
                <button class="button button-quiet" type="button" on:click=cancel>
                    {app.words(shell::words).t(|w| w.cancel)}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// Joining, and replacing with what that takes away.
#[component]
fn Ways(reader: Reader, found: Arc<Found>, choices: Choices) -> impl IntoView {
    let app = use_app();
    let words = app.words(restore::words);
    let brings = found
        .comparison
        .rows
        .iter()
        .any(|row| matches!(row.standing, Standing::New | Standing::NewerInFile | Standing::Conflict))
        || !found.backup.aside.is_empty();
    let goes = {
        let found = Arc::clone(&found);
        live(move || replaced(app.lang(), &found))
    };
    let merge = {
        let found = Arc::clone(&found);
        move |_| {
            let chosen = choices.get_untracked();
            reader.apply(Arc::clone(&found), move |app, found| {
                let choice = |row: &Row| chosen.get(&row.key).copied().unwrap_or(Choice::Both);
                let is_done = app.merge(&found.backup, &found.comparison, choice).is_ok();
                if let (true, Origin::Missed(name)) = (is_done, &found.origin) {
                    let name = name.clone();
                    leptos::task::spawn_local(async move { app.forget_missed(&name).await });
                }
                is_done
            });
        }
    };
    let found_again = Arc::clone(&found);
    let replace =
        move |_| reader.apply(Arc::clone(&found_again), |app, found| app.restore(&found.backup).is_ok());
    let differs = differs(&found);
    let merge_hint = words.t(match (brings, found.is_missed()) {
        (true, _) => |w| w.merge_hint,
        (false, false) => |w| w.nothing_to_merge,
        (false, true) => |w| w.nothing_missed,
    });
    let replacing = matches!(found.origin, Origin::File(_)).then(|| {
        view! {
            <div class="way">
                <button class="button" type="button" disabled=!differs on:click=replace>
                    {words.t(|w| w.replace)}
                </button>
                <p class="field-hint">{goes}</p>
            </div>
        }
    });
    view! {
        <div class="way">
            <button class="button button-main" type="button" disabled=!brings on:click=merge>
                {words.t(|w| w.merge)}
            </button>
            <p class="field-hint">{merge_hint}</p>
        </div>
        {replacing}
    }
}

/// The file and what is here are not the same.
fn differs(found: &Found) -> bool {
    found.comparison.rows.iter().any(|row| row.standing != Standing::Same) || !found.backup.aside.is_empty()
}

/// How the records stand, each kind with its list.
fn standings(lang: Lang, found: &Found) -> impl IntoView + use<> {
    let words = restore::words(lang);
    let newer = if found.is_missed() {
        (Standing::NewerInFile, words.newer_missed, words.newer_missed_many)
    } else {
        (Standing::NewerInFile, words.newer_file, words.newer_file_many)
    };
    let kinds = [
        (Standing::New, words.new, words.new_many),
        newer,
        (Standing::Conflict, words.conflict, words.conflict_many),
        (Standing::NewerHere, words.newer_here, words.newer_here_many),
        (Standing::Here, words.only_here, words.only_here_many),
        (Standing::Same, words.same, words.same_many),
    ];
    let lists = kinds.into_iter().filter_map(|(standing, one, many)| {
        let n = found.comparison.count(standing);
        let rows = found.comparison.rows.iter().filter(|row| row.standing == standing);
        let names = rows.take(SHOWN).map(|row| {
            view! { <li>{naming::record(lang, row.key, &row.label)}</li> }
        });
        (n > 0).then(|| {
            view! {
                <details class="disclosure disclosure-small">
                    <summary>{count(lang, number(n), one, many)}</summary>
                    <ul class="disclosure-body">{names.collect_view()} {others(lang, n)}</ul>
                </details>
            }
        })
    });
    lists.collect_view()
}

/// « et 12 autres », where a list is longer than what is shown of it.
fn others(lang: Lang, n: usize) -> Option<impl IntoView + use<>> {
    let words = restore::words(lang);
    let rest = n.checked_sub(SHOWN).filter(|rest| *rest > 0)?;
    Some(
        view! { <li>{format!("{}{}", words.and_others, count(lang, number(rest), words.other, words.others))}</li> },
    )
}

/// What goes from here when everything is replaced.
fn replaced(lang: Lang, found: &Found) -> String {
    let words = restore::words(lang);
    let rows = || found.comparison.rows.iter();
    let named = |rows: Vec<&Row>| {
        let few = rows.iter().take(3).map(|row| naming::record(lang, row.key, &row.label));
        let few = few.collect::<Vec<_>>().join(lang.pick("\u{a0}; ", "; "));
        let more = if rows.len() > 3 { "…" } else { "" };
        format!("{} ({few}{more}).", count(lang, number(rows.len()), words.item, words.items))
    };
    let gone: Vec<&Row> = rows().filter(|row| row.standing == Standing::Here).collect();
    let is_back =
        |row: &&Row| row.here.is_some() && matches!(row.standing, Standing::NewerHere | Standing::Conflict);
    let back: Vec<&Row> = rows().filter(is_back).collect();
    let mut sentences = Vec::new();
    if !gone.is_empty() {
        sentences.push(format!("{}{}", words.replace_goes, named(gone)));
    }
    if !back.is_empty() {
        sentences.push(format!("{}{}", words.replace_back, named(back)));
    }
    if sentences.is_empty() { words.replace_nothing.to_owned() } else { sentences.join(" ") }
}
