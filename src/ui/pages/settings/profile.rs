//! The user's own details, as texts show them.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::profile::{ProfileField, ProfileForm};
use crate::domain::pay_link::PayLink;
use crate::text::words::{settings, shell};
use crate::ui::components::FieldKind;
use crate::ui::draft::Draft;
use crate::ui::live::live;
use crate::ui::pages::client_form::fields::{DraftFound, Entries, Entry, Word};
use crate::ui::state::use_app;

static FIELDS: Entries<ProfileForm, ProfileField, settings::Words> = Entries {
    all: &[
        Entry {
            autocomplete: "organization",
            ..entry(ProfileField::Name, "p-name", |w| w.name, |form| &form.name, |form| &mut form.name)
        },
        entry(ProfileField::Siren, "p-siren", |w| w.siren, |form| &form.siren, |form| &mut form.siren),
        Entry {
            kind: FieldKind::Lines,
            autocomplete: "street-address",
            ..entry(
                ProfileField::Address,
                "p-address",
                |w| w.address,
                |form| &form.address,
                |form| &mut form.address,
            )
        },
        Entry {
            hint: Some(|w| w.city_hint),
            autocomplete: "address-level2",
            ..entry(ProfileField::City, "p-city", |w| w.city, |form| &form.city, |form| &mut form.city)
        },
        Entry {
            kind: FieldKind::Phone,
            autocomplete: "tel",
            ..entry(ProfileField::Phone, "p-phone", |w| w.phone, |form| &form.phone, |form| &mut form.phone)
        },
        Entry {
            kind: FieldKind::Email,
            autocomplete: "email",
            ..entry(ProfileField::Email, "p-mail", |w| w.email, |form| &form.email, |form| &mut form.email)
        },
        entry(ProfileField::Iban, "p-iban", |w| w.iban, |form| &form.iban, |form| &mut form.iban),
        entry(ProfileField::Bic, "p-bic", |w| w.bic, |form| &form.bic, |form| &mut form.bic),
        Entry {
            hint: Some(|w| w.cheque_hint),
            ..entry(
                ProfileField::Cheque,
                "p-cheque",
                |w| w.cheque,
                |form| &form.cheque,
                |form| &mut form.cheque,
            )
        },
        Entry {
            hint: Some(|w| w.pay_link_hint),
            ..entry(
                ProfileField::PayLink,
                "p-pay-link",
                |w| w.pay_link,
                |form| &form.pay_link,
                |form| &mut form.pay_link,
            )
        },
    ],
    words: settings::words,
    check: |form, _| form.parse().1,
};

/// A line of text. All may be left out, so that none says so.
const fn entry(
    field: ProfileField,
    id: &'static str,
    label: Word<settings::Words>,
    read: fn(&ProfileForm) -> &String,
    write: fn(&mut ProfileForm) -> &mut String,
) -> Entry<ProfileForm, ProfileField, settings::Words> {
    Entry {
        field,
        id,
        label,
        hint: None,
        kind: FieldKind::Line,
        autocomplete: "off",
        optional: false,
        read,
        write,
    }
}

/// The section. The form follows what is saved: by its own button, by an undo, by a backup, in another tab.
#[component]
pub fn ProfileSection() -> impl IntoView {
    let app = use_app();
    let words = app.words(settings::words);
    let saved = Memo::new(move |_| app.book.with(|book| ProfileForm::from(book.profile())));
    view! {
        <section class="settings-section" aria-labelledby="me">
            <div>
                <h2 id="me">{words.t(|w| w.profile)}</h2>
                <p class="field-hint">{words.t(|w| w.profile_hint)}</p>
            </div>
            <div class="settings-body">
                <Editor saved=saved />
            </div>
        </section>
    }
}

#[component]
fn Editor(saved: Memo<ProfileForm>) -> impl IntoView {
    let app = use_app();
    let draft = Draft::new(app, "profile", saved.get_untracked()).following(move || Some(saved.get()));
    let words = app.words(settings::words);
    let attempts = RwSignal::new(0);
    let sent = Signal::derive(move || attempts.get() > 0);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(profile) = draft.form.with_untracked(ProfileForm::parse).0 {
            // Own details are never refused.
            if app.send(Command::SaveProfile(profile)).is_ok() {
                draft.clear();
                attempts.set(0);
            }
        } else {
            attempts.update(|attempts| *attempts += 1);
            FIELDS.focus_first_fault(draft.form, app.today.get_untracked());
        }
    };
    let field = move |field| FIELDS.field(draft.form, sent, field);
    view! {
        <form class="form" novalidate on:submit=submit>
            {FIELDS.summary(draft.form, attempts)}
            <DraftFound draft=draft />
            <div class="field-row">{field(ProfileField::Name)} {field(ProfileField::Siren)}</div>
            {field(ProfileField::Address)}
            <div class="field-row field-row-wide">{field(ProfileField::City)} {field(ProfileField::Phone)}</div>
            {field(ProfileField::Email)}
            <div class="field-row field-row-wide">{field(ProfileField::Iban)} {field(ProfileField::Bic)}</div>
            <div class="field-row">{field(ProfileField::Cheque)} {field(ProfileField::PayLink)}</div>
            {live(move || {
                let link = draft.form.with(|form| PayLink::parse(&form.pay_link)).ok()?;
                Some(view! { <p class="field-hint">{words.t(|w| w.pay_link_host)} " " <strong>{link.host().to_owned()}</strong></p> })
            })}
            <div class="form-actions">
                <button class="button" type="submit" id="profile-save">
                    {app.words(shell::words).t(|w| w.save)}
                </button>
            </div>
        </form>
    }
}
