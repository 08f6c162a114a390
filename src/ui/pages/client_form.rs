//! The form for a client, new or known.

pub mod fields;

use leptos::prelude::*;

use self::fields::{DraftFound, Entries, Entry, Word};
use super::not_found::{NotFound, while_there};
use crate::app::command::Command;
use crate::app::forms::client::{ClientField, ClientForm};
use crate::app::route::Route;
use crate::base::ClientId;
use crate::browser::page;
use crate::domain::party::{DebtorKind, PublicBody};
use crate::text::words::{clients, labels, shell};
use crate::ui::components::select::select;
use crate::ui::components::{FieldKind, kind_choice};
use crate::ui::draft::Draft;
use crate::ui::live::live;
use crate::ui::state::use_app;

static FIELDS: Entries<ClientForm, ClientField, clients::Words> = Entries {
    all: &[
        Entry {
            optional: false,
            ..entry(ClientField::Name, "client-name", |w| w.name, |form| &form.name, |form| &mut form.name)
        },
        Entry {
            hint: Some(|w| w.contact_hint),
            ..entry(
                ClientField::Contact,
                "client-contact",
                |w| w.contact,
                |form| &form.contact,
                |form| &mut form.contact,
            )
        },
        Entry {
            hint: Some(|w| w.address_hint),
            kind: FieldKind::Lines,
            ..entry(
                ClientField::Address,
                "client-address",
                |w| w.address,
                |form| &form.address,
                |form| &mut form.address,
            )
        },
        Entry {
            kind: FieldKind::Email,
            ..entry(
                ClientField::Email,
                "client-email",
                |w| w.email,
                |form| &form.email,
                |form| &mut form.email,
            )
        },
        Entry {
            kind: FieldKind::Phone,
            ..entry(
                ClientField::Phone,
                "client-phone",
                |w| w.phone,
                |form| &form.phone,
                |form| &mut form.phone,
            )
        },
        entry(ClientField::Siren, "client-siren", |w| w.siren, |form| &form.siren, |form| &mut form.siren),
        Entry {
            hint: Some(|w| w.insolvency_hint),
            kind: FieldKind::Date,
            ..entry(
                ClientField::Insolvency,
                "client-insolvency",
                |w| w.insolvency,
                |form| &form.insolvency,
                |form| &mut form.insolvency,
            )
        },
        Entry {
            hint: Some(|w| w.notes_hint),
            kind: FieldKind::Lines,
            ..entry(
                ClientField::Notes,
                "client-notes",
                |w| w.notes,
                |form| &form.notes,
                |form| &mut form.notes,
            )
        },
    ],
    words: clients::words,
    check: |form, today| form.parse(today).1,
};

/// A line of text that may be left out, and that the browser does not fill in: it is about somebody else.
const fn entry(
    field: ClientField,
    id: &'static str,
    label: Word<clients::Words>,
    read: fn(&ClientForm) -> &String,
    write: fn(&mut ClientForm) -> &mut String,
) -> Entry<ClientForm, ClientField, clients::Words> {
    Entry {
        field,
        id,
        label,
        hint: None,
        kind: FieldKind::Line,
        autocomplete: "off",
        optional: true,
        read,
        write,
    }
}

/// The page.
#[component]
pub fn ClientEditor(
    /// The client to change; none for a new one.
    id: Option<ClientId>,
) -> impl IntoView {
    let app = use_app();
    let start = match id {
        None => Some(ClientForm::default()),
        Some(id) => app.book.with_untracked(|book| book.client(id).map(ClientForm::from)),
    };
    match start {
        Some(start) => view! { <Editor id=id start=start /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

/// Name a client's form is kept under while it is half typed.
pub fn draft_name(id: Option<ClientId>) -> String {
    id.map_or_else(|| "client-new".to_owned(), |id| format!("client-{id}"))
}

#[component]
fn Editor(id: Option<ClientId>, start: ClientForm) -> impl IntoView {
    let app = use_app();
    let draft = Draft::new(app, &draft_name(id), start);
    if id.is_none() {
        return form(id, draft);
    }
    let draft = draft.following(move || app.book.with(|book| book.client(id?).map(ClientForm::from)));
    while_there(draft, move || form(id, draft))
}

fn form(id: Option<ClientId>, draft: Draft<ClientForm>) -> AnyView {
    let app = use_app();
    let words = app.words(clients::words);
    let shell_words = app.words(shell::words);
    let title: Word<clients::Words> = if id.is_some() { |w| w.edit_title } else { |w| w.new };
    Effect::new(move |_| page::set_title(&format!("{} · Relance", title(words.now()))));
    let attempts = RwSignal::new(0);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let today = app.today.get_untracked();
        if let Some(client) = draft.form.with_untracked(|form| form.parse(today)).0 {
            // A refusal says itself at the bottom of the screen, and the form stays.
            if app.send(Command::SaveClient(id, client)).is_ok() {
                draft.clear();
            }
        } else {
            attempts.update(|attempts| *attempts += 1);
            FIELDS.focus_first_fault(draft.form, today);
        }
    };
    let back = id.map_or(Route::Clients, Route::Client).to_string();
    let cancel = back.clone();
    view! {
        <div class="claim-head">
            <a class="back-link" href=back>
                "← "
                {words.t(|w| w.title)}
            </a>
            <h1 tabindex="-1">{words.t(title)}</h1>
        </div>
        <form class="form invoice-form" novalidate on:submit=submit>
            {FIELDS.summary(draft.form, attempts)}
            <DraftFound draft=draft />
            <Fields form=draft.form sent=Signal::derive(move || attempts.get() > 0) />
            <div class="form-actions">
                <button class="button button-main" type="submit">
                    {shell_words.t(|w| w.save)}
                </button>
                <a class="button button-quiet" href=cancel on:click=move |_| draft.clear()>
                    {shell_words.t(|w| w.cancel)}
                </a>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Fields(form: RwSignal<ClientForm>, sent: Signal<bool>) -> impl IntoView {
    let words = use_app().words(clients::words);
    let field = move |field| FIELDS.field(form, sent, field);
    view! {
        {field(ClientField::Name)}
        {kind_choice(move || Some(form.with(|form| form.kind)), move |kind| form.update(|form| form.kind = kind))}
        {live(move || {
            (form.with(|form| form.kind) == DebtorKind::Public)
                .then(|| select(
                    "client-body",
                    words.t(|w| w.body),
                    &PublicBody::ALL,
                    labels::public_body,
                    move || form.with(|form| form.body),
                    move |body| form.update(|form| form.body = body),
                ))
        })}
        {field(ClientField::Contact)}
        {field(ClientField::Address)}
        <div class="field-row field-row-wide">{field(ClientField::Email)} {field(ClientField::Phone)}</div>
        {field(ClientField::Siren)}
        {field(ClientField::Insolvency)}
        {field(ClientField::Notes)}
    }
}
