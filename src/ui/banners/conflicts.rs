//! Fields that this tab and another changed in the same instant: which value stays is the user's to say.

use leptos::prelude::*;

use crate::app::merge::FieldConflict;
use crate::app::record::Key;
use crate::app::route::Route;
use crate::text::Lang;
use crate::text::values;
use crate::text::words::{conflicts, labels};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// One banner a field; nothing where nothing clashed.
pub(super) fn conflicts() -> AnyView {
    let app = use_app();
    live(move || {
        let lang = app.lang();
        let all = app.clashes.with(|clashes| clashes.fields.clone());
        all.into_iter()
            .enumerate()
            .map(|(at, (key, conflict))| one(app, lang, at, key, conflict))
            .collect_view()
    })
}

fn one(app: App, lang: Lang, at: usize, key: Key, conflict: FieldConflict) -> impl IntoView {
    let words = conflicts::words(lang);
    let what = match (name(app, lang, key), conflict.field.as_str()) {
        (name, "") => name,
        (name, field) => format!("{name}, {}", labels::lower_first(&values::field(lang, field))),
    };
    let shown = |raw: &str| match values::value(lang, raw) {
        text if text.is_empty() => words.nothing.to_owned(),
        text => text,
    };
    let (mine, theirs) = (shown(&conflict.mine), shown(&conflict.theirs));
    let settle = move || {
        app.clashes.update(|clashes| {
            if at < clashes.fields.len() {
                clashes.fields.remove(at);
            }
        });
    };
    let take = move |_| {
        // A refusal says itself at the bottom of the screen.
        if app.take_theirs(key, &conflict).is_ok() {
            settle();
        }
    };
    let see = route(key).map(|route| {
        view! {
            <a class="button button-quiet" href=route.to_string()>
                {words.see}
            </a>
        }
    });
    view! {
        <div class="banner">
            <p class="banner-text">
                <strong>{words.title} {what} "."</strong>
                " "
                {format!("{}{mine}. {}{theirs}.", words.kept, words.other)}
            </p>
            <button class="button button-quiet" type="button" on:click=take>
                {words.take}
            </button>
            {see}
            <button class="button button-quiet" type="button" on:click=move |_| settle()>
                {words.keep}
            </button>
        </div>
    }
}

/// What the record is called.
fn name(app: App, lang: Lang, key: Key) -> String {
    app.book.with_untracked(|book| match key {
        Key::Client(id) => {
            labels::client_name(lang, book.client(id).map(|client| client.name.as_str()).unwrap_or_default())
        }
        Key::Case(id) => {
            book.case(id).map(|case| labels::invoice_of(lang, &case.invoice)).unwrap_or_default()
        }
        Key::Plan(id) => format!("{}\u{a0}{id}", crate::text::words::data::words(lang).record_plan),
        Key::Profile
        | Key::Settings
        | Key::Rates
        | Key::Policy
        | Key::Templates
        | Key::Unbilled
        | Key::Stationery
        | Key::Assumptions
        | Key::Trash(_) => {
            let words = crate::text::words::data::words(lang);
            match key {
                Key::Profile => words.record_profile,
                Key::Rates => words.record_rates,
                Key::Policy => words.record_policy,
                Key::Templates => words.record_templates,
                Key::Unbilled => words.record_unbilled,
                Key::Stationery => words.record_stationery,
                Key::Assumptions => words.record_assumptions,
                _ => words.record_settings,
            }
            .to_owned()
        }
    })
}

/// The screen that shows it.
fn route(key: Key) -> Option<Route> {
    match key {
        Key::Client(id) => Some(Route::EditClient(id)),
        Key::Case(id) => Some(Route::Invoice(id)),
        Key::Profile | Key::Settings | Key::Stationery => Some(Route::Settings),
        Key::Rates => Some(Route::Rates),
        Key::Policy => Some(Route::Policy),
        Key::Templates => Some(Route::Templates),
        Key::Unbilled => Some(Route::Unbilled),
        Key::Assumptions | Key::Plan(_) | Key::Trash(_) => None,
    }
}
