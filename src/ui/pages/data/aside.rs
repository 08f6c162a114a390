//! What could not be read, each piece to be kept elsewhere as it was found, or no longer kept.

use leptos::prelude::*;

use super::kept::characters_text;
use super::once_more::{Asked, ForGood};
use crate::app::record::Key;
use crate::browser::files;
use crate::store::DRAFT;
use crate::store::history;
use crate::store::open::Aside;
use crate::text::Lang;
use crate::text::words::data;
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// The list; nothing where all was read.
#[component]
pub fn SetAside() -> impl IntoView {
    let app = use_app();
    let words = app.words(data::words);
    let for_good = ForGood::new("aside-no", "#kept");
    let all = move || {
        let start = view! {
            <button
                class="button button-quiet"
                type="button"
                id="aside-all"
                on:click=move |_| for_good.ask(Asked::All)
            >
                {words.t(|w| w.aside_forget_all)}
            </button>
        };
        let go = Callback::new(move |()| app.forget_aside(None));
        for_good.view(Asked::All, start.into_any(), go)
    };
    live(move || {
        let aside = app.aside.get();
        let lang = app.lang();
        let is_many = aside.len() > 1;
        let pieces = (0..).zip(aside).map(|(at, aside)| piece(app, lang, at, aside, for_good));
        let pieces = pieces.collect_view();
        (!pieces.is_empty()).then(|| {
            view! {
                <div>
                    <h3>{words.t(|w| w.aside)}</h3>
                    <p class="field-hint">{words.t(|w| w.aside_hint)}</p>
                    <ul>{pieces}</ul>
                    {is_many.then(|| live(all))}
                </div>
            }
        })
    })
}

fn piece(app: App, lang: Lang, at: u32, aside: Aside, for_good: ForGood) -> AnyView {
    let words = data::words(lang);
    let name = name_of(lang, &aside.key);
    let size = characters_text(lang, aside.raw.chars().count());
    let label = format!("{}, {name}", words.aside_download);
    let file = format!("relance-{}.txt", aside.key.replace('/', "-"));
    let forget_label = format!("{}, {name}", words.aside_forget);
    let start = move || {
        view! {
            <button
                class="button button-quiet"
                type="button"
                aria-label=forget_label.clone()
                on:click=move |_| for_good.ask(Asked::One(at))
            >
                {words.aside_forget}
            </button>
        }
        .into_any()
    };
    let kept = aside.clone();
    let go = Callback::new(move |()| app.forget_aside(Some(&kept)));
    view! {
        <li class="set-aside">
            <span>
                {name} " " <span class="row-note">{size}</span>
            </span>
            <span class="button-row">
                <button
                    class="button button-quiet"
                    type="button"
                    aria-label=label
                    on:click=move |_| {
                        files::download(&file, "text/plain", &aside.raw);
                    }
                >
                    {words.aside_download}
                </button>
                {live(move || for_good.view(Asked::One(at), start(), go))}
            </span>
        </li>
    }
    .into_any()
}

/// The record a key stood for; the key itself where it is none of ours.
fn name_of(lang: Lang, key: &str) -> String {
    let words = data::words(lang);
    match Key::parse(key) {
        Some(Key::Profile) => words.record_profile.to_owned(),
        Some(Key::Settings) => words.record_settings.to_owned(),
        Some(Key::Rates) => words.record_rates.to_owned(),
        Some(Key::Policy) => words.record_policy.to_owned(),
        Some(Key::Templates) => words.record_templates.to_owned(),
        Some(Key::Unbilled) => words.record_unbilled.to_owned(),
        Some(Key::Stationery) => words.record_stationery.to_owned(),
        Some(Key::Assumptions) => words.record_assumptions.to_owned(),
        Some(Key::Client(id)) => format!("{}\u{a0}{id}", words.record_client),
        Some(Key::Case(id)) => format!("{}\u{a0}{id}", words.record_case),
        Some(Key::Plan(id)) => format!("{}\u{a0}{id}", words.record_plan),
        Some(Key::Trash(id)) => format!("{}\u{a0}{id}", words.record_trash),
        None => match history::Entry::number_in(key) {
            Some(number) => format!("{}\u{a0}{number}", words.record_change),
            None if key.starts_with(DRAFT) => words.record_draft.to_owned(),
            None => key.to_owned(),
        },
    }
}
