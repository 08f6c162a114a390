//! Changes of an earlier visit that the data went on without: told one by one, and joined as a backup is.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Origin, Reader, Stage, shown};
use crate::store::history::Entry;
use crate::store::missed::Missed as Kept;
use crate::text::Lang;
use crate::text::words::restore;
use crate::ui::live::live;
use crate::ui::pages::data::story::moment;
use crate::ui::said::told;
use crate::ui::state::{App, use_app};

/// What is put aside first, and the two ways to settle it; nothing where nothing is.
#[component]
pub fn Missed() -> impl IntoView {
    let app = use_app();
    let words = app.words(restore::words);
    let n = Memo::new(move |_| app.safety.with(|safety| safety.missed));
    let reader = Reader::new(app);
    reader.end_with_writing();
    let first = RwSignal::new(None::<Arc<(String, Kept)>>);
    Effect::new(move |_| {
        n.track();
        leptos::task::spawn_local(async move {
            let missed = app.missed().await;
            first.try_set(missed.map(Arc::new));
        });
    });
    live(move || {
        (n.get() > 0).then(|| {
            let body = match first.get() {
                Some(first) => settling(app, reader, &first),
                None => view! { <p class="field-hint">{words.t(|w| w.missed_unreadable)}</p> }.into_any(),
            };
            view! {
                <div>
                    <h3>{words.t(|w| w.missed_title)}</h3>
                    {body}
                </div>
            }
        })
    })
}

fn settling(app: App, reader: Reader, first: &Arc<(String, Kept)>) -> AnyView {
    let words = app.words(restore::words);
    let list = {
        let first = Arc::clone(first);
        live(move || {
            let lang = app.lang();
            first.1.told.iter().map(|entry| line(app, lang, entry)).collect_view()
        })
    };
    let compare = {
        let first = Arc::clone(first);
        move |_| reader.compare_missed(&first)
    };
    let name = first.0.clone();
    let forget = move |_| {
        let name = name.clone();
        reader.next();
        reader.stage.set(Stage::Nothing);
        leptos::task::spawn_local(async move { app.forget_missed(&name).await });
    };
    view! {
        <p>{words.t(|w| w.missed_what)}</p>
        <ol class="story">{list}</ol>
        <div class="button-row">
            <button class="button button-main" type="button" id="missed-compare" on:click=compare>
                {words.t(|w| w.missed_compare)}
            </button>
            <button class="button button-quiet" type="button" on:click=forget>
                {words.t(|w| w.missed_forget)}
            </button>
        </div>
        <div class="restore" role="status">{live(move || shown(reader))}</div>
    }
    .into_any()
}

fn line(app: App, lang: Lang, entry: &Entry) -> impl IntoView + use<> {
    let about = if entry.about.is_empty() { String::new() } else { format!(" · {}", entry.about) };
    view! {
        <li class="story-line">
            <span>
                <span class="story-when">{moment(app, lang, entry.minutes)}</span>
                " "
                {told(lang, entry.done)}
                {about}
            </span>
        </li>
    }
}

impl Reader {
    /// Compares what was put aside with what is here.
    fn compare_missed(self, first: &Arc<(String, Kept)>) {
        let number = self.next();
        let (name, missed) = &**first;
        let (origin, backup) = (Origin::Missed(name.clone()), missed.backup());
        leptos::task::spawn_local(async move {
            self.compare(number, origin, backup, false).await;
        });
    }
}
