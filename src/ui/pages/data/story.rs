//! The story of the book: the last changes, each with when it was made, and taking it back where that is possible.

use chrono::Datelike;
use leptos::prelude::*;

use crate::browser::clock;
use crate::store::history::{Entry, Stands};
use crate::text::words::{labels, story};
use crate::text::{Lang, format};
use crate::ui::keeper::past::Told;
use crate::ui::live::live;
use crate::ui::said::told;
use crate::ui::state::{App, use_app};

/// Changes told at first, and at most.
const SHOWN: usize = 20;
const MOST: usize = 1_000;

/// The section.
#[component]
pub fn Story() -> impl IntoView {
    let app = use_app();
    let words = app.words(story::words);
    let most = RwSignal::new(SHOWN);
    let lines = Memo::new(move |_| {
        app.changes.track();
        Lines(app.story(most.get()))
    });
    let has_more = Memo::new(move |_| {
        let told = lines.with(|lines| lines.0.len());
        most.get() < MOST && told >= most.get()
    });
    let rows = live(move || {
        let lang = app.lang();
        lines.with(|Lines(lines)| lines.iter().map(|line| row(app, lang, line, lines)).collect_view())
    });
    view! {
        <p class="field-hint">{words.t(|w| w.keys)}</p>
        {live(move || {
            lines
                .with(|lines| lines.0.is_empty())
                .then(|| view! { <p class="field-hint">{words.t(|w| w.empty)}</p> })
        })}
        <ol class="story">{rows}</ol>
        {live(move || {
            has_more.get().then(|| {
                view! {
                    <button class="button button-quiet" type="button" on:click=move |_| most.set(MOST)>
                        {words.t(|w| w.more)}
                    </button>
                }
            })
        })}
    }
}

/// What is told; the same where the same can be done about the same changes.
#[derive(Clone)]
struct Lines(Vec<Told>);

impl PartialEq for Lines {
    fn eq(&self, other: &Self) -> bool {
        let seen = |told: &Told| (told.entry.number, told.can_undo, told.holds, told.stands);
        let same = |(a, b): (&Told, &Told)| seen(a) == seen(b) && a.entry.about == b.entry.about;
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(same)
    }
}

fn row(app: App, lang: Lang, told: &Told, lines: &[Told]) -> impl IntoView + use<> {
    let words = story::words(lang);
    let Told { entry, can_undo, holds, stands } = told;
    let number = entry.number;
    let when = moment(app, lang, entry.minutes);
    let what = named(lang, entry, lines);
    let stands = stands.map(|stands| {
        let why = match stands {
            Stands::Gone => words.gone.to_owned(),
            Stands::Under(later) => {
                let later = lines.iter().find(|told| told.entry.number == later);
                let later = later.map_or_else(String::new, |told| named(lang, &told.entry, lines));
                format!("{}{}", words.first, labels::lower_first(&later))
            }
        };
        view! { <span class="row-note">{why}</span> }
    });
    let label = format!("{}, {what}", words.undo);
    let undone =
        (!holds && entry.undoes.is_none()).then(|| view! { <span class="badge">{words.undone}</span> });
    let undo = (*can_undo && entry.undoes.is_none()).then(|| {
        view! {
            <button
                class="button button-quiet"
                type="button"
                aria-label=label
                on:click=move |_| app.undo(number)
            >
                {words.undo}
            </button>
        }
    });
    view! {
        <li class="story-line">
            <span>
                <span class="story-when">{when}</span>
                " "
                {what}
                " "
                {undone}
                {stands}
            </span>
            {undo}
        </li>
    }
}

/// When a change was made: « 22 nov. 14:05 ».
pub(super) fn moment(app: App, lang: Lang, minutes: u32) -> String {
    let (day, hour, minute) = clock::local(minutes);
    format!("{} {hour:02}:{minute:02}", format::date_short(lang, day, app.today.get().year()))
}

/// A change, with what it was about.
fn named(lang: Lang, entry: &Entry, lines: &[Told]) -> String {
    let about = if entry.about.is_empty() { String::new() } else { format!(" · {}", entry.about) };
    format!("{}{about}", what(lang, entry, lines))
}

/// What a change did: « Paiement noté », « Annulation : paiement noté ».
fn what(lang: Lang, entry: &Entry, lines: &[Told]) -> String {
    let words = story::words(lang);
    let find = |number: u64| lines.iter().map(|told| &told.entry).find(|entry| entry.number == number);
    let Some(target) = entry.undoes else { return told(lang, entry.done) };
    match find(target) {
        None => words.undoing.to_owned(),
        Some(Entry { undoes: None, done: target, .. }) => {
            format!("{}{}", words.undoing_of, labels::lower_first(&told(lang, *target)))
        }
        Some(Entry { undoes: Some(original), .. }) => find(*original).map_or_else(
            || words.redoing.to_owned(),
            |original| format!("{}{}", words.redoing_of, labels::lower_first(&told(lang, original.done))),
        ),
    }
}
