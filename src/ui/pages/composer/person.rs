//! Whom the text is for: the persons known at the client's, and the next one up where the last did not answer.

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::route::Route;
use crate::app::views::writing::Recipient;
use crate::domain::dunning::person;
use crate::domain::event::Channel;
use crate::domain::telephone::is_landline;
use crate::text::Lang;
use crate::text::format;
use crate::text::words::{composer, dunning};
use crate::ui::components::pick::pick;
use crate::ui::editing::Editing;
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The choice; one line where there is nobody to choose among.
#[component]
pub fn Person(desk: Desk, editing: Editing) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let several = Memo::new(move |_| desk.recipients.with(Vec::len) > 1);
    let at = move || {
        let at = address(desk, editing);
        if at.is_empty() { words.now().no_address.to_owned() } else { at }
    };
    let choice = move || {
        if several.get() {
            pick(
                "recipient",
                words.t(|w| w.recipient),
                move || {
                    let lang = app.lang();
                    desk.recipients.with(|all| all.iter().map(|one| named(lang, one)).collect())
                },
                move || desk.place.get(),
                move |at| desk.write_to(at),
            )
        } else {
            ().into_any()
        }
    };
    // Who was last written to and has not answered: the next one up may.
    let up = Memo::new(move |_| {
        let role = desk.recipient.with(|one| one.role);
        desk.figures.with(|figures| {
            let day = figures.claim.as_of;
            let name = desk.recipient.with(|one| one.name.clone());
            let asked =
                figures.case.reminders(day).filter(|event| !name.is_empty() && event.to.starts_with(&name));
            let last = asked.last()?;
            let next = person::one_up(&figures.client, role)?;
            let place = desk.recipients.with(|all| {
                all.iter().position(|one| one.role == next.role && one.name == next.name.trim())
            })?;
            Some((place, next.name.trim().to_owned(), next.role, name, last.date))
        })
    });
    let go_up = move || {
        up.get().map(|(place, next, role, silent, since)| {
            let lang = app.lang();
            let (w, since) = (words.now(), format::date(lang, since));
            let role = role
                .map(|role| format!(" ({})", dunning::role(lang, role).to_lowercase()))
                .unwrap_or_default();
            view! {
                <p class="field-hint">
                    {format!("{}{silent}{}{since}. ", w.silent, w.silent_since)}
                    <button class="button button-quiet" type="button" on:click=move |_| desk.write_to(place)>
                        {format!("{}{next}{role}", w.write_to)}
                    </button>
                </p>
            }
        })
    };
    // A landline takes no text message: somebody with a mobile may, or an e-mail goes.
    let landline = move || {
        takes_no_sms(desk, editing).then(|| {
            let mobile = desk.recipients.with(|all| {
                let takes = |one: &Recipient| !one.phone.is_empty() && !is_landline(&one.phone);
                all.iter().position(takes).and_then(|at| Some((at, all.get(at)?.clone())))
            });
            let lang = app.lang();
            let other = mobile.map(|(place, one)| {
                view! {
                    <button class="button button-quiet" type="button" on:click=move |_| desk.write_to(place)>
                        {format!("{}{} ({})", words.now().write_to, named(lang, &one), one.phone)}
                    </button>
                }
            });
            let by_email = move |_| editing.send_by(Channel::Email);
            view! {
                <p class="field-note" role="status">
                    {words.t(|w| w.landline)} " " {other} " "
                    <button class="button button-quiet" type="button" on:click=by_email>
                        {words.t(|w| w.email_instead)}
                    </button>
                </p>
            }
        })
    };
    view! {
        <div class="recipient">
            {live(choice)}
            <p class="field-hint recipient-at">
                {at} " "
                {only_if(move || address(desk, editing).is_empty(), move || {
                    let client = desk.figures.with_untracked(|figures| figures.client.id);
                    view! { <a href=Route::EditClient(client).to_string()>{words.t(|w| w.add_address)}</a> }
                })}
            </p>
            {live(landline)}
            {live(go_up)}
        </div>
    }
}

/// A person with its role: « Mme Le Goff, comptabilité ».
fn named(lang: Lang, one: &Recipient) -> String {
    let words = composer::words(lang);
    let role = one.role.map_or(words.general, |role| dunning::role(lang, role));
    if one.name.trim().is_empty() {
        role.to_owned()
    } else {
        format!("{}, {}", one.name.trim(), role.to_lowercase())
    }
}

/// A text message would go to a landline.
pub fn takes_no_sms(desk: Desk, editing: Editing) -> bool {
    editing.channel.get() == Channel::Sms && is_landline(&address(desk, editing))
}

/// Where the text goes, by its channel; nothing where that is not known or not one address.
pub fn address(desk: Desk, editing: Editing) -> String {
    match editing.channel.get() {
        Channel::Email => desk.recipient.with(|one| one.email.clone()),
        Channel::Sms | Channel::Phone => desk.recipient.with(|one| one.phone.clone()),
        Channel::Post | Channel::RegisteredPost | Channel::Hand => {
            desk.client.with(|client| client.address.lines().map(str::trim).collect::<Vec<_>>().join(", "))
        }
        Channel::Portal => desk.client.with(|client| client.circuit.portal.clone().unwrap_or_default()),
    }
}
