//! The answers of reply cards: pasted, read, and noted once the user says so.

pub mod card;
pub mod proposal;

use leptos::prelude::*;

use self::proposal::{Pasted, proposal};
use crate::app::command::Command;
use crate::app::replies::{Given, Reading, ReplyCommand, Unread, given, read_all};
use crate::app::route::Route;
use crate::browser::page;
use crate::text::words::{labels, replies, reply, today};
use crate::text::{Lang, format};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{live, own};
use crate::ui::state::{App, use_app};

/// The page.
#[component]
pub fn Replies() -> impl IntoView {
    let app = use_app();
    let words = app.words(replies::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().title)));
    let pasted = RwSignal::new(String::new());
    let chosen = RwSignal::new(None::<usize>);
    Effect::new(move |_| {
        pasted.track();
        chosen.set(None);
    });
    let readings = Memo::new(move |_| {
        let text = pasted.get();
        if text.trim().is_empty() { Vec::new() } else { app.book.with(|book| read_all(book, &text)) }
    });
    // The one chosen, else the first there is something to note of.
    let at = Memo::new(move |_| {
        readings.with(|all| {
            let kept = chosen.get().filter(|at| *at < all.len());
            kept.or_else(|| all.iter().position(Result::is_ok)).unwrap_or(0)
        })
    });
    let outcome = move || {
        let is_one_of_several = readings.with(|all| 1 < all.len());
        match readings.with(|all| all.get(at.get()).cloned()) {
            None => view! { <p class="field-hint">{words.t(|w| w.waiting)}</p> }.into_any(),
            Some(Err(why)) => {
                view! { <p class="field-error" role="alert">{refused(app.lang(), why)}</p> }.into_any()
            }
            Some(Ok(reading)) => proposal(app, reading, Pasted { text: pasted, chosen, is_one_of_several }),
        }
    };
    let several = move || readings.with(|all| (1 < all.len()).then(|| which(app, all, at.get(), chosen)));
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Today.to_string()>
                "← "
                {app.words(today::words).t(|w| w.title)}
            </a>
            <h1 tabindex="-1">{words.t(|w| w.title)}</h1>
        </div>
        <div class="reply-read">
            <Field
                id="pasted"
                label=words.t(|w| w.paste)
                kind=FieldKind::Lines
                value=own(pasted)
                hint=words.t(|w| w.paste_hint)
            />
            {live(several)}
            {live(outcome)}
        </div>
        {live(move || given_list(app))}
    }
}

/// Several answers in one paste: which is looked at. None is passed over unsaid.
fn which(app: App, all: &[Result<Reading, Unread>], at: usize, chosen: RwSignal<Option<usize>>) -> AnyView {
    let lang = app.lang();
    let words = replies::words(lang);
    let choices = all.iter().enumerate().map(|(place, one)| {
        let said = match one {
            Ok(reading) => {
                let currency = app.book.with(|book| {
                    let first = reading.invoices.first().and_then(|id| book.case(*id));
                    first.map(|case| case.invoice.currency).unwrap_or_default()
                });
                replies::answer(lang, reading.answer, currency)
            }
            Err(Unread::Answered(_)) => words.noted_one.to_owned(),
            Err(_) => words.unread_one.to_owned(),
        };
        view! {
            <label>
                <input
                    type="radio"
                    name="reply-which"
                    prop:checked=place == at
                    on:change=move |_| chosen.set(Some(place))
                />
                {format!("{}. {}", place + 1, labels::upper_first(&said))}
            </label>
        }
        .into_any()
    });
    let same = |one: &Reading| all.iter().flatten().filter(|other| other.secret == one.secret).count() > 1;
    let is_twice = all.iter().flatten().any(same);
    view! {
        <fieldset class="reply-choices">
            <legend id="reply-several" tabindex="-1">
                <strong>{replies::several(lang, all.len())}</strong>
            </legend>
            {choices.collect::<Vec<_>>()}
            {is_twice.then(|| view! { <p class="field-hint">{words.twice}</p> })}
        </fieldset>
    }
    .into_any()
}

/// The cards that were given, with what became of each; nothing where there are none.
fn given_list(app: App) -> Option<AnyView> {
    let lang = app.lang();
    let words = replies::words(lang);
    let rows = app.book.with(|book| {
        let row = |one: Given| {
            let first = one.invoices.first().and_then(|id| book.case(*id))?;
            let cases = one.invoices.iter().filter_map(|id| book.case(*id));
            let numbers: Vec<String> = cases.map(|case| case.invoice.number.clone()).collect();
            let name =
                book.client(first.invoice.client).map(|client| client.name.clone()).unwrap_or_default();
            let state = match one.answered {
                Some(day) => format!("{}{}", words.was_answered, format::date(lang, day)),
                None => words.waits.to_owned(),
            };
            let about = format!("{}, {}", labels::client_name(lang, &name), reply::about(lang, &numbers));
            let open = one.answered.is_none().then_some(one.secret);
            Some((Route::Invoice(first.invoice.id), about, format::date(lang, one.made), state, open))
        };
        given(book).into_iter().filter_map(row).collect::<Vec<_>>()
    });
    if rows.is_empty() {
        return None;
    }
    let rows = rows.into_iter().map(|(route, about, made, state, open)| {
        let drop = open.filter(|_| !app.shows_archive()).map(|secret| {
            let drop = move |_| {
                let _ = app.send(Command::Reply(ReplyCommand::Drop(secret)));
                // The button is gone, and the focus with it.
                request_animation_frame(|| {
                    page::focus("#given");
                });
            };
            view! {
                " "
                <button class="button button-quiet" type="button" title=words.drop_hint on:click=drop>
                    {words.drop}
                </button>
            }
        });
        view! {
            <li>
                <span>
                    <a href=route.to_string()>{about}</a>
                    <span class="row-note row-note-line">{words.about} {made}</span>
                </span>
                <span class="field-hint">{state} {drop}</span>
            </li>
        }
    });
    let view = view! {
        <section class="section ways-stack" aria-labelledby="given">
            <h2 id="given" tabindex="-1">{words.given}</h2>
            <ul class="paper-list">{rows.collect_view()}</ul>
        </section>
    };
    Some(view.into_any())
}

/// Why what was pasted brings nothing, and what to do.
fn refused(lang: Lang, why: Unread) -> String {
    let words = replies::words(lang);
    match why {
        Unread::NoCode => words.no_code.to_owned(),
        Unread::Damaged => words.damaged.to_owned(),
        Unread::Foreign => words.foreign.to_owned(),
        Unread::Answered(day) => {
            format!("{}{}{}", words.answered, format::date(lang, day), words.answered_end)
        }
    }
}
