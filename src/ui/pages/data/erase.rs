//! Erasing, for good: everything, on a typed word; one client, or all that tells who it is. A backup is offered first.

use leptos::prelude::*;

use super::naming::{count, number};
use crate::app::command::Command;
use crate::app::erasure::{Extent, extent};
use crate::app::route::Route;
use crate::base::ClientId;
use crate::browser::page;
use crate::text::Lang;
use crate::text::words::{erase, shell};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// The section of the data page.
#[component]
pub fn Erase() -> impl IntoView {
    let app = use_app();
    let words = app.words(erase::words);
    let is_asked = RwSignal::new(false);
    view! {
        <p>
            {words.t(|w| w.one_hint)} " "
            <a href=Route::Clients.to_string()>{words.t(|w| w.clients)}</a>
        </p>
        <p class="field-hint">{words.t(|w| w.all_hint)} " " {words.t(|w| w.files)}</p>
        {live(move || {
            if is_asked.get() {
                return all(app, is_asked);
            }
            view! {
                <div>
                    <button
                        class="button"
                        type="button"
                        id="erase-all"
                        on:click=move |_| {
                            is_asked.set(true);
                            request_animation_frame(|| {
                                page::focus("#erase-word");
                            });
                        }
                    >
                        {words.t(|w| w.all_start)}
                    </button>
                </div>
            }
                .into_any()
        })}
    }
}

/// The word to type, and a backup before it.
fn all(app: App, is_asked: RwSignal<bool>) -> AnyView {
    let words = app.words(erase::words);
    let typed = RwSignal::new(String::new());
    let is_wrong = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if typed.get_untracked().trim() == words.now().word {
            app.erase_all();
        } else {
            is_wrong.set(true);
            page::focus("#erase-word");
        }
    };
    let close = move |_| {
        is_asked.set(false);
        request_animation_frame(|| {
            page::focus("#erase-all");
        });
    };
    let fault = live(move || {
        is_wrong.get().then(|| {
            view! { <p class="field-error" id="erase-word-error">{words.t(|w| w.wrong_word)}</p> }
        })
    });
    view! {
        <form class="form for-good" on:submit=submit>
            <h3>{words.t(|w| w.all_title)}</h3>
            {backup_first(app)}
            <div class="field">
                <label class="field-label" for="erase-word">
                    {words.t(|w| w.type_word)}
                </label>
                <input
                    id="erase-word"
                    autocomplete="off"
                    autocapitalize="characters"
                    aria-invalid=move || is_wrong.get().then_some("true")
                    aria-describedby="erase-word-error"
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                {fault}
            </div>
            <p>{words.t(|w| w.for_good)}</p>
            <div class="form-actions">
                <button class="button" type="submit">
                    {words.t(|w| w.all_yes)}
                </button>
                <button class="button button-quiet" type="button" on:click=close>
                    {app.words(shell::words).t(|w| w.cancel)}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// A backup, before something goes for good.
fn backup_first(app: App) -> AnyView {
    let words = app.words(erase::words);
    let is_done = RwSignal::new(false);
    let download = move |_| {
        app.download_all();
        is_done.set(true);
    };
    view! {
        <div class="button-row">
            <button class="button button-quiet" type="button" on:click=download>
                {words.t(|w| w.backup_first)}
            </button>
            <span role="status">{live(move || is_done.get().then(|| words.t(|w| w.backup_done)))}</span>
        </div>
    }
    .into_any()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nothing,
    Erase,
    Anonymise,
}

/// Erasing one client, or making it anonymous: below its record.
pub fn client(id: ClientId) -> AnyView {
    let app = use_app();
    let words = app.words(erase::words);
    let asked = RwSignal::new(Asked::Nothing);
    let ask = move |what: Asked| {
        asked.set(what);
        request_animation_frame(|| {
            page::focus("#for-good");
        });
    };
    let body = live(move || match asked.get() {
        Asked::Nothing => view! {
            <div class="button-row">
                <button
                    class="button button-quiet"
                    type="button"
                    id="erase-client"
                    on:click=move |_| ask(Asked::Anonymise)
                >
                    {words.t(|w| w.anonymise_start)}
                </button>
                <button class="button button-quiet" type="button" on:click=move |_| ask(Asked::Erase)>
                    {words.t(|w| w.client_start)}
                </button>
            </div>
        }
        .into_any(),
        what => question(app, id, asked, what),
    });
    view! { <div class="erase">{body}</div> }.into_any()
}

/// What goes, and the way back.
fn question(app: App, id: ClientId, asked: RwSignal<Asked>, what: Asked) -> AnyView {
    let words = app.words(erase::words);
    let is_erased = what == Asked::Erase;
    let goes = live(move || {
        let (lang, words) = (app.lang(), words.now());
        let (goes, stays) = parts(lang, app.book.with(|book| extent(book, id)));
        if is_erased {
            let all = [goes, stays].concat();
            return listed(words.client_goes, &all).unwrap_or_else(|| words.client_alone.to_owned());
        }
        let lines = [listed(words.anonymise_also, &goes), listed(words.anonymise_stays, &stays)];
        let told = lines.into_iter().flatten();
        std::iter::once(words.anonymise_goes.to_owned()).chain(told).collect::<Vec<_>>().join(" ")
    });
    let go = move |_| {
        asked.set(Asked::Nothing);
        let command = if is_erased { Command::EraseClient(id) } else { Command::Anonymise(id) };
        // A refusal says itself at the bottom of the screen.
        if app.send(command).is_ok() {
            request_animation_frame(|| {
                page::focus("h1");
            });
        }
    };
    let close = move |_| {
        asked.set(Asked::Nothing);
        request_animation_frame(|| {
            page::focus("#erase-client");
        });
    };
    let (title, yes): (Signal<_>, Signal<_>) = if is_erased {
        (words.t(|w| w.client_title), words.t(|w| w.client_yes))
    } else {
        (words.t(|w| w.anonymise_title), words.t(|w| w.anonymise_yes))
    };
    view! {
        <div class="for-good" role="group" aria-labelledby="for-good">
            <h3 id="for-good" tabindex="-1">
                {title}
            </h3>
            <p>{goes}</p>
            <p>{words.t(|w| w.for_good)} " " {words.t(|w| w.files)}</p>
            {backup_first(app)}
            <div class="button-row">
                <button class="button" type="button" on:click=go>
                    {yes}
                </button>
                <button class="button button-quiet" type="button" on:click=close>
                    {app.words(shell::words).t(|w| w.cancel)}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// « Avec lui disparaissent : 3 factures, 4 mouvements. »; none where there is nothing.
fn listed(intro: &str, parts: &[String]) -> Option<String> {
    (!parts.is_empty()).then(|| format!("{intro}{}.", parts.join(", ")))
}

/// « 3 factures », « 4 mouvements »: what goes also where the client is only made anonymous, then what stays there with its
/// figures and days. Every part is named here, so that none goes untold.
fn parts(lang: Lang, extent: Extent) -> (Vec<String>, Vec<String>) {
    let Extent {
        contacts,
        invoices,
        movements,
        sendings,
        acts,
        circumstances,
        offers,
        proceedings,
        costs,
        proofs,
        cards,
        pay_links,
        plans,
        works,
        trash,
    } = extent;
    let words = erase::words(lang);
    let some = |parts: &[(usize, &'static str, &'static str)]| {
        let some = parts.iter().filter(|(n, ..)| *n > 0);
        some.map(|(n, one, many)| count(lang, number(*n), one, many)).collect()
    };
    let goes = some(&[
        (contacts, words.contact, words.contacts),
        (works, words.work, words.works),
        (cards, words.card, words.cards),
        (pay_links, words.pay_link, words.pay_links),
    ]);
    let stays = some(&[
        (invoices, words.invoice, words.invoices),
        (movements, words.movement, words.movements),
        (sendings, words.sending, words.sendings),
        (acts, words.act, words.acts),
        (circumstances, words.circumstance, words.circumstances),
        (offers, words.offer, words.offers),
        (plans, words.plan, words.plans),
        (proceedings, words.proceeding, words.proceedings),
        (costs, words.cost, words.costs),
        (proofs, words.paper, words.papers),
        (trash, words.trash_item, words.trash_items),
    ]);
    (goes, stays)
}
