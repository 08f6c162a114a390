//! What is missing about a client, or was never checked, as small notes; and the one tap that says all is right.

use chrono::{Months, NaiveDate};
use leptos::prelude::*;

use crate::app::command::Command;
use crate::base::ClientId;
use crate::domain::party::Client;
use crate::text::words::contacts;
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::use_app;

/// Months after which details are to be checked again.
const CHECK_AFTER: u32 = 6;

/// What is missing, most useful first.
fn missing(lang: Lang, client: &Client, today: NaiveDate) -> Vec<&'static str> {
    let w = contacts::words(lang);
    let none = |text: &str| text.trim().is_empty();
    let contacts = &client.contacts;
    let no_email = none(&client.email) && contacts.iter().all(|one| none(&one.email));
    let no_phone =
        none(&client.phone) && contacts.iter().all(|one| none(&one.phone) && none(&one.personal_phone));
    let lines = client.address.lines().filter(|line| !none(line)).count();
    let has_postcode = client.address.chars().filter(char::is_ascii_digit).count() >= 4;
    let long_ago = today.checked_sub_months(Months::new(CHECK_AFTER));
    let mut missing = Vec::new();
    let mut say = |holds: bool, what| {
        if holds {
            missing.push(what);
        }
    };
    say(no_email, w.no_email);
    say(no_phone, w.no_phone);
    say(lines == 0, w.no_address);
    say(lines == 1 || (lines > 1 && !has_postcode), w.partial_address);
    say(client.verified.is_none(), w.never_verified);
    say(client.verified.zip(long_ago).is_some_and(|(verified, limit)| verified < limit), w.long_verified);
    missing
}

/// The notes; what is right is said in one line.
#[component]
pub fn Missing(id: ClientId, client: Signal<Option<Client>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(contacts::words);
    let notes = Memo::new(move |_| {
        let (lang, today) = (app.lang(), app.today.get());
        client.with(|client| client.as_ref().map(|client| missing(lang, client, today)).unwrap_or_default())
    });
    let verified = Memo::new(move |_| client.with(|client| client.as_ref().and_then(|one| one.verified)));
    let verify = move |_| {
        let _ = app.send(Command::VerifyClient(id, app.today.get_untracked()));
    };
    view! {
        <div class="missing-notes">
            {live(move || {
                let notes = notes.get();
                (!notes.is_empty()).then(|| {
                    let notes = notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view();
                    view! {
                        <h3>{words.t(|w| w.missing)}</h3>
                        <ul class="points missing-list">{notes}</ul>
                    }
                })
            })}
            {live(move || {
                if verified.get() == Some(app.today.get()) {
                    let day = format::date(app.lang(), app.today.get());
                    let said = words.now().all_verified;
                    view! { <p class="field-hint">{format!("{said}{day}")}</p> }.into_any()
                } else {
                    let known = verified.get().map(|day| {
                        format!("{}{}", words.now().all_verified, format::date(app.lang(), day))
                    });
                    view! {
                        {known.map(|known| view! { <p class="field-hint">{known}</p> })}
                        <button class="button button-quiet" type="button" on:click=verify>
                            {words.t(|w| w.verify_all)}
                        </button>
                    }
                        .into_any()
                }
            })}
        </div>
    }
}
