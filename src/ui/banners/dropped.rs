//! Changes that are not in the data: made here, and refused because of what another tab wrote, with all that was entered, to
//! be copied; or saved in an earlier visit, and put aside.

use leptos::prelude::*;

use crate::app::merge::{Dropped, FieldConflict};
use crate::app::route::Route;
use crate::text::Lang;
use crate::text::values;
use crate::text::words::{conflicts, labels, problems};
use crate::ui::live::live;
use crate::ui::said::done_text;
use crate::ui::state::{App, Say, use_app};

/// One banner a change; nothing where every one was saved.
pub(super) fn dropped() -> AnyView {
    let app = use_app();
    live(move || {
        let lang = app.lang();
        let all = app.clashes.with(|clashes| clashes.dropped.clone());
        all.into_iter().enumerate().map(|(at, dropped)| one(app, lang, at, &dropped)).collect_view()
    })
}

/// Changes of an earlier visit that the data went on without; nothing where there are none.
pub(super) fn missed() -> AnyView {
    let app = use_app();
    let words = app.words(conflicts::words);
    let is_missed = Memo::new(move |_| app.safety.with(|safety| safety.missed > 0));
    let is_elsewhere = Memo::new(move |_| app.route.with(|route| *route != Route::Data));
    live(move || {
        (is_missed.get() && is_elsewhere.get()).then(|| {
            view! {
                <div class="banner" role="alert">
                    <p class="banner-text">
                        <strong>{words.t(|w| w.missed)}</strong>
                    </p>
                    <a class="button button-quiet" href=Route::Data.to_string()>
                        {words.t(|w| w.missed_action)}
                    </a>
                </div>
            }
        })
    })
}

fn one(app: App, lang: Lang, at: usize, dropped: &Dropped) -> impl IntoView + use<> {
    let words = conflicts::words(lang);
    let what = labels::lower_first(done_text(lang, dropped.done).trim_end_matches('.'));
    let what = if dropped.about.is_empty() { what } else { format!("{what} ({})", dropped.about) };
    let line = |entered: &FieldConflict| {
        let (field, value) = (values::field(lang, &entered.field), values::whole(lang, &entered.mine));
        let line = if field.is_empty() { value.clone() } else { format!("{field}{}{value}", words.is) };
        (!value.is_empty()).then_some(line)
    };
    let lines: Vec<String> = dropped.entered.iter().filter_map(line).collect();
    let copied = lines.join("\n");
    let settle = move |_| {
        app.clashes.update(|clashes| {
            if at < clashes.dropped.len() {
                clashes.dropped.remove(at);
            }
        });
    };
    let list = (!lines.is_empty()).then(|| {
        view! {
            <details class="disclosure">
                <summary>{words.entered}</summary>
                <ul class="plain-list">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            </details>
        }
    });
    let copy = list.is_some().then(|| {
        view! {
            <button class="button button-main" type="button" on:click=move |_| app.copy(copied.clone(), Say::Copied)>
                {words.copy}
            </button>
        }
    });
    view! {
        <div class="banner" role="alert">
            <div class="banner-text">
                <p>
                    <strong>{words.dropped} {what} "."</strong>
                    " "
                    {problems::refusal(lang, dropped.refusal)}
                </p>
                {list}
            </div>
            {copy}
            <button class="button button-quiet" type="button" on:click=settle>
                {words.seen}
            </button>
        </div>
    }
}
