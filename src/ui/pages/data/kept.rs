//! What is kept, where, how much room it takes, and whether it outlives accidents.

use leptos::prelude::*;

use crate::app::book::Counts;
use crate::store::open::Mended;
use crate::store::size;
use crate::text::words::{data, kept};
use crate::text::{Lang, format};
use crate::ui::banners::reminders::warning_of;
use crate::ui::live::live;
use crate::ui::state::{App, Obstacle, use_app};

/// Which of the words of what is kept.
type Word = fn(&'static kept::Words) -> &'static str;

/// What there is, in a line: « 38 clients, 214 factures, 91 mouvements, 12 envois ».
pub fn counts_text(lang: Lang, counts: Counts) -> String {
    let words = data::words(lang);
    [
        count(lang, counts.clients, words.client, words.clients),
        count(lang, counts.invoices, words.invoice, words.invoices),
        count(lang, counts.movements, words.movement, words.movements),
        count(lang, counts.events, words.sending, words.sendings),
    ]
    .join(", ")
}

/// A number of characters: « 412 caractères ».
pub fn characters_text(lang: Lang, characters: usize) -> String {
    let words = data::words(lang);
    count(lang, characters, words.character, words.characters)
}

fn count(lang: Lang, n: usize, one: &str, many: &str) -> String {
    format::count(lang, i64::try_from(n).unwrap_or(i64::MAX), one, many)
}

/// A number of kilobytes: « 412 Ko ».
fn size_text(lang: Lang, units: usize) -> String {
    let unit = kept::words(lang).unit;
    count(lang, size::kilobytes(units), unit, unit)
}

/// The section.
#[component]
pub fn Kept() -> impl IntoView {
    let app = use_app();
    let data_words = app.words(data::words);
    let words = app.words(kept::words);
    let counts = move || counts_text(app.lang(), app.counts());
    let is_memory = Memo::new(move |_| app.obstacle.get() == Some(Obstacle::Memory));
    let is_durable = Memo::new(move |_| app.safety.with(|safety| safety.is_durable));
    let place = move || {
        if is_memory.get() {
            return view! { <p>{words.t(|w| w.where_memory)}</p> }.into_any();
        }
        view! {
            <p>{words.t(|w| w.where_local)}</p>
            {is_durable.get().then(|| view! { <p>{words.t(|w| w.where_journal)}</p> })}
        }
        .into_any()
    };
    view! {
        <dl class="record record-long">
            <dt>{data_words.t(|w| w.contents)}</dt>
            <dd>{live(counts)}</dd>
            <dt>{words.t(|w| w.where_label)}</dt>
            <dd class="points-text">{live(place)}</dd>
            {live(move || (!is_memory.get()).then(|| view! { <Room /> <Lasting /> }))}
        </dl>
    }
}

/// How much room is taken and left. Nothing is known of it where the browser refuses storage.
#[component]
fn Room() -> impl IntoView {
    let app = use_app();
    let words = app.words(kept::words);
    // Looked at again with each change: other pages of the address may have taken room meanwhile.
    Effect::new(move |_| {
        app.used.track();
        app.measure_others();
    });
    let others = Memo::new(move |_| app.safety.with(|safety| safety.others));
    let all = move || app.used.get() + others.get();
    let shared = move || {
        (others.get() > 0).then(|| {
            view! { <p>{size_text(app.lang(), others.get())} {words.t(|w| w.others)}</p> }
        })
    };
    let taken = move || {
        let (lang, used) = (app.lang(), all());
        let whole = size_text(lang, size::ROOM);
        format!("{}{}{whole} ({}\u{a0}%)", size_text(lang, used), words.now().room_of, size::share(used))
    };
    let left = move || {
        let lang = app.lang();
        let left = size::invoices_left(app.used.get(), others.get(), app.counts().invoices);
        if left == 0 {
            return words.now().room_none.to_owned();
        }
        let invoices = data::words(lang);
        format!("{}{}.", words.now().room_left, count(lang, left, invoices.invoice, invoices.invoices))
    };
    let share = move || size::share(all()).to_string();
    let room = Memo::new(move |_| size::room(all()));
    let warning = move || {
        warning_of(room.get()).map(|(title, what)| {
            view! {
                <p>
                    <strong>{words.t(title)}</strong>
                    " "
                    {words.t(what)}
                </p>
            }
        })
    };
    view! {
        <dt>{words.t(|w| w.room)}</dt>
        <dd class="points-text">
            <p>{live(taken)}</p>
            {live(shared)}
            <div
                class="gauge"
                class:is-low=move || room.get() != size::Room::Ample
                aria-hidden="true"
                style:--share=share
            ></div>
            <p>{live(left)}</p>
            {live(warning)}
        </dd>
    }
}

/// What it outlives: a killed browser, a browser short of room.
#[component]
fn Lasting() -> impl IntoView {
    let app = use_app();
    let words = app.words(kept::words);
    let asked = RwSignal::new(false);
    let is_durable = Memo::new(move |_| app.safety.with(|safety| safety.is_durable));
    let crash = move || {
        let word: Word = if is_durable.get() { |w| w.crash_safe } else { |w| w.crash_late };
        words.t(word)
    };
    let persisted = Memo::new(move |_| app.safety.with(|safety| safety.persisted));
    let persistence = move || {
        let word: Word = match persisted.get() {
            Some(true) => |w| w.persistent,
            Some(false) if asked.get() => |w| w.persistence_no,
            Some(false) => |w| w.not_persistent,
            None => |w| w.persistence_unknown,
        };
        words.t(word)
    };
    let ask = move |_| {
        asked.set(true);
        app.ask_persistence();
    };
    view! {
        <dt>{words.t(|w| w.crash)}</dt>
        <dd>{live(crash)}</dd>
        <dt>{words.t(|w| w.persistence)}</dt>
        <dd>
            <p role="status">{live(persistence)}</p>
            {live(move || {
                (persisted.get() == Some(false))
                    .then(|| {
                        view! {
                            <button class="button button-quiet" type="button" on:click=ask>
                                {words.t(|w| w.persistence_ask)}
                            </button>
                        }
                    })
            })}
        </dd>
        {live(move || mended(app))}
    }
}

/// What was mended when the data was opened; nothing where all was well.
fn mended(app: App) -> Option<impl IntoView> {
    let words = app.words(kept::words);
    let Mended { redone, rolled_back, repaired, .. } = app.safety.with(|safety| safety.mended);
    let (lang, now) = (app.lang(), words.now());
    let lines: Vec<String> = [
        (redone, now.redone, now.redone_many),
        (repaired, now.repaired, now.repaired_many),
        (rolled_back, now.rolled_back, now.rolled_back_many),
    ]
    .into_iter()
    .filter(|(n, ..)| *n > 0)
    .map(|(n, one, many)| count(lang, n, one, many))
    .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <dt>{words.t(|w| w.mended)}</dt>
            <dd>{lines.join(", ")} "."</dd>
        }
    })
}
