//! What the user's documents look like on paper: logo, signature, transfer code, folding marks. Each holds at once.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::book::Book;
use crate::app::command::Command;
use crate::browser::picture;
use crate::domain::stationery::{LARGEST_IMAGE, Stationery};
use crate::text::words::stationery;
use crate::ui::live::{live, only_if};
use crate::ui::state::{App, use_app};

type Word = fn(&'static stationery::Words) -> &'static str;

/// The section.
#[component]
pub fn PaperSection() -> impl IntoView {
    let app = use_app();
    let words = app.words(stationery::words);
    let kept = Memo::new(move |_| app.book.with(|book| Book::stationery(book).clone()));
    let image = move |id: &'static str,
                      label: Word,
                      read: fn(&Stationery) -> &String,
                      write: fn(&mut Stationery) -> &mut String| {
        view! { <Image id=id label=label kept=kept read=read write=write /> }
    };
    view! {
        <section class="settings-section" aria-labelledby="paper">
            <div>
                <h2 id="paper">{words.t(|w| w.title)}</h2>
                <p class="field-hint">{words.t(|w| w.text)}</p>
            </div>
            <div class="settings-body form">
                {image("paper-logo", |w| w.logo, |it| &it.logo, |it| &mut it.logo)}
                {image("paper-signature", |w| w.signature, |it| &it.signature, |it| &mut it.signature)}
                {check(
                    kept,
                    "paper-code",
                    |w| w.payment_code,
                    |it| it.payment_code,
                    |it, is_on| it.payment_code = is_on,
                )}
                <p class="field-hint">{words.t(|w| w.payment_code_hint)}</p>
                {check(
                    kept,
                    "paper-folds",
                    |w| w.folding_marks,
                    |it| it.folding_marks,
                    |it, is_on| it.folding_marks = is_on,
                )}
            </div>
        </section>
    }
}

fn save(app: App, change: impl FnOnce(&mut Stationery)) {
    let mut stationery = app.book.with_untracked(|book| Book::stationery(book).clone());
    change(&mut stationery);
    // Said at the bottom of the screen, done or refused.
    let _ = app.send(Command::SaveStationery(stationery));
}

fn check(
    kept: Memo<Stationery>,
    id: &'static str,
    label: Word,
    read: fn(&Stationery) -> bool,
    write: fn(&mut Stationery, bool),
) -> AnyView {
    let app = use_app();
    let words = app.words(stationery::words);
    view! {
        <label class="check" for=id>
            <input
                id=id
                type="checkbox"
                prop:checked=move || kept.with(read)
                on:change:target=move |event| {
                    let is_on = event.target().checked();
                    save(app, |stationery| write(stationery, is_on));
                }
            />
            <span>{words.t(label)}</span>
        </label>
    }
    .into_any()
}

#[component]
fn Image(
    id: &'static str,
    label: Word,
    kept: Memo<Stationery>,
    read: fn(&Stationery) -> &String,
    write: fn(&mut Stationery) -> &mut String,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(stationery::words);
    let refused = RwSignal::new(false);
    let choose = move |event: leptos::ev::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(file) = input.as_ref().and_then(|input| input.files()?.get(0)) else { return };
        leptos::task::spawn_local(async move {
            let image = picture::small(file, LARGEST_IMAGE).await.filter(|image| Stationery::is_image(image));
            refused.set(image.is_none());
            if let Some(image) = image {
                save(app, |stationery| *write(stationery) = image);
            }
        });
    };
    let shown = move || {
        let image = kept.with(|kept| read(kept).clone());
        (!image.is_empty()).then(|| {
            view! {
                <div class="paper-image">
                    <img src=image alt=words.t(label) />
                    <button
                        class="button button-quiet"
                        type="button"
                        on:click=move |_| save(app, |stationery| write(stationery).clear())
                    >
                        {words.t(|w| w.remove)}
                        <span class="visually-hidden">" " {words.t(label)}</span>
                    </button>
                </div>
            }
        })
    };
    view! {
        <div class="field">
            <label class="field-label" for=id>
                {words.t(label)}
            </label>
            <input id=id type="file" accept="image/png,image/jpeg,image/webp" on:change=choose />
            {only_if(move || refused.get(), move || view! {
                <p class="field-error" role="alert">{words.t(|w| w.refused)}</p>
            })}
            {live(shown)}
        </div>
    }
}
