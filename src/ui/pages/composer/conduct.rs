//! What speaks against a contact now: said kindly, with its reason, as soon as the page opens; a sending is then only
//! recorded with the user's own reason (LAD-8).

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::views::writing::held_back;
use crate::browser::clock;
use crate::domain::dunning::conduct::{Breach, Contacts, breaches};
use crate::text::words::composer;
use crate::ui::editing::Editing;
use crate::ui::live::{live, only_if};
use crate::ui::state::{App, use_app};

/// What speaks against sending the text on the day given. Of a past day the hour is not known.
pub fn found(app: App, desk: Desk, editing: Editing) -> Memo<Vec<Breach>> {
    Memo::new(move |_| {
        let today = app.today.get();
        let day = desk.sent_on().map_or(today, |day| day.min(today));
        let hour = (day == today).then(clock::hour);
        let client = desk.figures.with(|figures| figures.client.id);
        app.book.with(|book| {
            let contacts = Contacts::of(book.cases_of(client).flat_map(|case| &case.events));
            let mut found = breaches(desk.step, editing.channel.get(), &contacts, book.policy(), day, hour);
            found.extend(held_back(book, &desk.chosen.get(), desk.step, day));
            found
        })
    })
}

/// The notice; nothing where nothing speaks against it.
#[component]
pub fn Conduct(breaches: Memo<Vec<Breach>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let items = move || {
        let lang = app.lang();
        breaches.with(|all| {
            all.iter().map(|one| view! { <li>{composer::breach(lang, *one)}</li> }).collect_view()
        })
    };
    only_if(
        move || breaches.with(|all| !all.is_empty()),
        move || {
            view! {
                <div class="banner conduct" role="note">
                    <div class="banner-text">
                        <p>
                            <strong>{words.t(|w| w.conduct)}</strong>
                        </p>
                        <ul class="conduct-list">{live(items)}</ul>
                        <p class="field-hint">{words.t(|w| w.conduct_next)}</p>
                    </div>
                </div>
            }
        },
    )
}
