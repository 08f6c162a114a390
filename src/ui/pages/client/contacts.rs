//! The persons at a client's, by what they do in the payment chain, each with what is known and when it was checked.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::contact::{ContactField, ContactForm};
use crate::app::update::Refusal;
use crate::app::views::contact::{mail_link, phone_link};
use crate::base::ClientId;
use crate::browser::page;
use crate::domain::contact::{Contact, Role};
use crate::domain::party::Client;
use crate::store::codec::fingerprint;
use crate::text::words::{contacts, dunning};
use crate::text::{Lang, format};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, slot};
use crate::ui::state::{App, Say, use_app};
use crate::ui::submit::{faults, submit};

/// Which person is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Typing {
    /// One more.
    New,
    /// The one of this name and part: places change when another tab adds or removes one.
    Known(String, Role),
}

impl Typing {
    fn of(contact: &Contact) -> Self {
        Self::Known(contact.name.clone(), contact.role)
    }

    /// The place of the person.
    fn place(&self, all: &[Contact]) -> Option<usize> {
        all.iter().position(|contact| *self == Self::of(contact))
    }

    /// Name its form is kept under while it is half typed.
    fn draft(&self, id: ClientId) -> String {
        match self {
            Self::New => format!("contact/{id}"),
            Self::Known(name, role) => {
                format!("contact/{id}/{:08x}", fingerprint(&format!("{role:?} {name}")))
            }
        }
    }
}

/// The section.
#[component]
pub fn Contacts(id: ClientId, client: Signal<Option<Client>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(contacts::words);
    let known = Memo::new(move |_| {
        client.with(|client| client.as_ref().map(|one| one.contacts.clone())).unwrap_or_default()
    });
    let typing = RwSignal::new(None::<Typing>);
    Effect::new(move |_| {
        let is_gone = known.with(|all| {
            typing.with(|typing| {
                typing.as_ref().is_some_and(|typing| *typing != Typing::New && typing.place(all).is_none())
            })
        });
        if is_gone {
            // Removed, or renamed, in another tab.
            typing.set(None);
            app.say(Say::Refused(Refusal::NotFound), None);
        }
    });
    let list = live(move || {
        let lang = app.lang();
        let known = known.get();
        if known.is_empty() {
            return view! { <p class="field-hint">{words.t(|w| w.none)}</p> }.into_any();
        }
        let typed = typing.with(|typing| typing.as_ref().and_then(|typing| typing.place(&known)));
        let rows = known.into_iter().enumerate().map(|(at, contact)| {
            if typed == Some(at) {
                view! { <li class="contact"><Editor id=id before=Some(contact) typing=typing /></li> }
                    .into_any()
            } else {
                row(app, lang, id, at, &contact, typing)
            }
        });
        view! { <ul class="contact-list">{rows.collect_view()}</ul> }.into_any()
    });
    let foot = live(move || {
        if typing.with(|typing| *typing == Some(Typing::New)) {
            view! { <Editor id=id before=None typing=typing /> }.into_any()
        } else {
            view! {
                <button
                    class="button button-quiet"
                    type="button"
                    on:click=move |_| open(typing, Typing::New)
                >
                    {words.t(|w| w.add)}
                </button>
            }
            .into_any()
        }
    });
    view! {
        <section class="section" aria-labelledby="contacts">
            <h2 id="contacts" tabindex="-1">{words.t(|w| w.title)}</h2>
            {list}
            {foot}
        </section>
    }
}

fn known_of(app: App, id: ClientId) -> Vec<Contact> {
    app.book.with_untracked(|book| book.client(id).map(|client| client.contacts.clone())).unwrap_or_default()
}

fn open(typing: RwSignal<Option<Typing>>, what: Typing) {
    typing.set(Some(what));
    request_animation_frame(|| {
        page::focus("#contact-name");
    });
}

fn row(
    app: App,
    lang: Lang,
    id: ClientId,
    at: usize,
    contact: &Contact,
    typing: RwSignal<Option<Typing>>,
) -> AnyView {
    let w = contacts::words(lang);
    let change = move |change: &dyn Fn(&mut Vec<Contact>)| {
        let mut all = known_of(app, id);
        change(&mut all);
        let _ = app.send(Command::SetContacts(id, all));
    };
    let verify = move |_| {
        let today = app.today.get_untracked();
        change(&|all| {
            if let Some(contact) = all.get_mut(at) {
                contact.verified = Some(today);
            }
        });
    };
    let remove = move |_| {
        change(&|all| {
            if at < all.len() {
                all.remove(at);
            }
        });
        // The button is gone, and the focus with it.
        request_animation_frame(|| {
            page::focus("#contacts");
        });
    };
    let email = contact.email.trim().to_owned();
    let email = (!email.is_empty()).then(|| view! { <a href=mail_link(&email)>{email.clone()}</a> });
    let phone = |number: &str, mark: Option<&'static str>| {
        let number = number.trim().to_owned();
        (!number.is_empty()).then(|| {
            view! {
                <span>
                    <a class="amount" href=phone_link(&number)>{number.clone()}</a>
                    {mark.map(|mark| format!(" ({mark})"))}
                </span>
            }
        })
    };
    let today = app.today;
    let checked = contact.verified.map(|day| {
        view! { <span class="field-hint">{format!("{}{}", w.verified, format::date(lang, day))}</span> }
    });
    let verified = contact.verified;
    let is_today = move || verified == Some(today.get());
    let name = contact.name.clone();
    let this = Typing::of(contact);
    view! {
        <li class="contact">
            <p class="contact-head">
                <strong>{contact.name.clone()}</strong>
                <span class="contact-role">{dunning::role(lang, contact.role)}</span>
            </p>
            <p class="contact-ways">
                {email}
                {phone(&contact.phone, None)}
                {phone(&contact.personal_phone, Some(w.personal))}
                {checked}
            </p>
            <div class="button-row contact-actions">
                {live(move || (!is_today()).then(|| view! {
                    <button class="button button-quiet" type="button" on:click=verify>{w.verify}</button>
                }))}
                <button
                    class="button button-quiet"
                    type="button"
                    aria-label=format!("{} {name}", w.edit)
                    on:click=move |_| open(typing, this.clone())
                >
                    {w.edit}
                </button>
                <button
                    class="button button-quiet"
                    type="button"
                    aria-label=format!("{} {name}", w.remove)
                    on:click=remove
                >
                    {w.remove}
                </button>
            </div>
        </li>
    }
    .into_any()
}

#[component]
fn Editor(
    id: ClientId,
    /// As it is known; none for one more.
    before: Option<Contact>,
    typing: RwSignal<Option<Typing>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(contacts::words);
    let start = before.as_ref().map_or_else(ContactForm::default, ContactForm::from);
    let who = before.as_ref().map_or(Typing::New, Typing::of);
    let draft = Draft::new(app, &who.draft(id), start);
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| form.with(|form| form.parse(before.as_ref())));
    let problem_of = faults(parsed);
    let close = move || {
        draft.clear();
        typing.set(None);
        request_animation_frame(|| {
            page::focus("#contacts");
        });
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        let contact = parsed.with_untracked(|(contact, _)| contact.clone());
        let carry_out = |contact: Contact| {
            let mut all = known_of(app, id);
            match who.place(&all).and_then(|at| all.get_mut(at)) {
                Some(place) => *place = contact,
                None if who == Typing::New => all.push(contact),
                None => return false,
            }
            all.sort_by_key(|contact| contact.role);
            app.send(Command::SetContacts(id, all)).is_ok()
        };
        if submit(&event, "contact-form", sent, contact, carry_out) {
            close();
        }
    };
    view! {
        <form class="form contact-form" novalidate on:submit=save>
            <div class="field-row field-row-wide">
                <Field
                    id="contact-name"
                    label=words.t(|w| w.name)
                    hint=words.t(|w| w.name_hint)
                    value=slot(form, |form| &form.name, |form| &mut form.name)
                    problem=problem_of(ContactField::Name)
                    sent=sent
                />
                {select(
                    "contact-role",
                    words.t(|w| w.role),
                    &Role::ALL,
                    dunning::role,
                    move || form.with(|form| form.role),
                    move |role| form.update(|form| form.role = role),
                )}
                <Field
                    id="contact-email"
                    label=words.t(|w| w.email)
                    kind=FieldKind::Email
                    value=slot(form, |form| &form.email, |form| &mut form.email)
                    problem=problem_of(ContactField::Email)
                    optional=true
                    sent=sent
                />
                <Field
                    id="contact-phone"
                    label=words.t(|w| w.phone)
                    kind=FieldKind::Phone
                    value=slot(form, |form| &form.phone, |form| &mut form.phone)
                    problem=problem_of(ContactField::Phone)
                    optional=true
                    sent=sent
                />
                <Field
                    id="contact-personal-phone"
                    label=words.t(|w| w.personal_phone)
                    hint=words.t(|w| w.personal_hint)
                    kind=FieldKind::Phone
                    value=slot(form, |form| &form.personal_phone, |form| &mut form.personal_phone)
                    problem=problem_of(ContactField::PersonalPhone)
                    optional=true
                    sent=sent
                />
            </div>
            <div class="form-actions">
                <button class="button" type="submit">{words.t(|w| w.save)}</button>
                <button class="button button-quiet" type="button" on:click=move |_| close()>
                    {words.t(|w| w.cancel)}
                </button>
            </div>
        </form>
    }
}
