//! Facts a text lacks, asked for where they are needed and kept for later texts.

use leptos::prelude::*;

use super::field::{Field, FieldKind};
use crate::app::book::Book;
use crate::app::command::{ClientDraft, Command};
use crate::app::forms::client::{ClientField, ClientForm};
use crate::app::forms::profile::{ProfileField, ProfileForm};
use crate::app::problem::Problem;
use crate::base::ClientId;
use crate::browser::page;
use crate::documents::missing::MissingFact;
use crate::text::words::{clients, composer, settings, shell};
use crate::ui::live::{live, slot};
use crate::ui::state::{App, use_app};

/// Fields for what is missing of the user's own details and of the client's; nothing where nothing is.
#[component]
pub fn MissingFacts(
    /// What the text lacks.
    #[prop(into)]
    missing: Signal<Vec<MissingFact>>,
    /// The client, where the text is for a saved one.
    client: Option<ClientId>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let draft = client.map_or_else(|| "missing".to_owned(), |id| format!("missing/{id}"));
    let (typed_profile, typed_address) = app
        .draft(&draft)
        .and_then(|json| serde_json::from_str::<(ProfileForm, String)>(&json).ok())
        .unwrap_or_default();
    let profile = RwSignal::new(typed_profile);
    let record = RwSignal::new(ClientForm { address: typed_address, ..ClientForm::default() });
    let sent = RwSignal::new(false);
    // What is asked stays asked while it is being typed, or its field would go at the first letter.
    let asked = Memo::new(move |before: Option<&Vec<MissingFact>>| {
        let mut asked = before.cloned().unwrap_or_default();
        missing.with(|missing| {
            for fact in missing {
                if askable(*fact, client) && !asked.contains(fact) {
                    asked.push(*fact);
                }
            }
        });
        asked
    });
    let open = Memo::new(move |_| {
        asked.with(|asked| missing.with(|missing| asked.iter().any(|fact| missing.contains(fact))))
    });
    Effect::new(move |_| {
        app.book.with(|book| {
            let known = ProfileForm::from(book.profile());
            profile.update(|form| keep_typed(form, known));
            if let Some(known) = client.and_then(|id| book.client(id)).map(ClientForm::from) {
                record.update(|form| {
                    let address = std::mem::take(&mut form.address);
                    // Only the address is asked for here: what is wrong elsewhere keeps nobody from saving it.
                    *form = ClientForm {
                        insolvency: String::new(),
                        address: if known.address.is_empty() { address } else { known.address.clone() },
                        ..known
                    };
                });
            }
        });
    });
    // What is typed and not saved yet is found again after a reload.
    Effect::new(move |_| {
        let (profile, address) = (profile.get(), record.with(|form| form.address.clone()));
        let saved = app.book.with(|book| {
            let known = client.and_then(|id| book.client(id)).map(|client| client.address.as_str());
            ProfileForm::from(Book::profile(book)) == profile && known.unwrap_or_default() == address
        });
        let json = (!saved).then(|| serde_json::to_string(&(profile, address)).ok()).flatten();
        app.keep_draft(&draft, json.as_deref());
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let is_sound = profile.with_untracked(|form| form.parse().0.is_some())
            && (client.is_none()
                || record.with_untracked(|form| form.parse(app.today.get_untracked()).0.is_some()));
        sent.set(!is_sound);
        if !is_sound {
            request_animation_frame(|| {
                page::focus(".missing-facts [aria-invalid=true]");
            });
        }
        save_profile(app, profile);
        if let Some(id) = client {
            save_client(app, id, record);
        }
        if is_sound && !open.get_untracked() {
            // The form is gone, and the focus with it: on to the text that is now whole.
            request_animation_frame(|| {
                page::focus("#preview, #email");
            });
        }
    };
    live(move || {
        open.get().then(|| view! {
            <form class="missing-facts" novalidate aria-labelledby="missing" on:submit=save>
                <h3 id="missing">{words.t(|w| w.missing_title)}</h3>
                <p class="field-hint">{words.t(|w| w.missing_text)}</p>
                {live(move || {
                    asked.get().into_iter().map(|fact| fact_field(app, fact, profile, record, sent)).collect_view()
                })}
                <div class="form-actions">
                    <button class="button" type="submit">
                        {app.words(shell::words).t(|w| w.save)}
                    </button>
                </div>
            </form>
        })
    })
}

/// The name of the client and the number of the invoice have fields of their own on every screen; the address of the court’s
/// representative belongs to what is known of the proceedings.
fn askable(fact: MissingFact, client: Option<ClientId>) -> bool {
    match fact {
        MissingFact::ClientAddress => client.is_some(),
        MissingFact::ClientName | MissingFact::InvoiceNumber | MissingFact::OfficeAddress => false,
        _ => true,
    }
}

/// Takes what is known of the profile, and leaves what is typed and not saved yet.
fn keep_typed(form: &mut ProfileForm, known: ProfileForm) {
    let typed = std::mem::take(form);
    let or = |known: String, typed: String| if known.is_empty() { typed } else { known };
    *form = ProfileForm {
        name: or(known.name, typed.name),
        address: or(known.address, typed.address),
        city: or(known.city, typed.city),
        email: known.email,
        phone: known.phone,
        siren: or(known.siren, typed.siren),
        iban: or(known.iban, typed.iban),
        bic: known.bic,
        cheque: known.cheque,
        pay_link: known.pay_link,
    };
}

fn fact_field(
    app: App,
    fact: MissingFact,
    profile: RwSignal<ProfileForm>,
    record: RwSignal<ClientForm>,
    sent: RwSignal<bool>,
) -> Option<AnyView> {
    let words = app.words(settings::words);
    let fault = move |field: ProfileField| {
        Signal::derive(move || profile.with(|form| form.parse().1.problem_of(field)))
    };
    let view = match fact {
        MissingFact::SenderName => view! {
            <Field
                id="my-name"
                label=words.t(|w| w.name)
                autocomplete="organization"
                value=slot(profile, |form| &form.name, |form| &mut form.name)
                problem=fault(ProfileField::Name)
                sent=sent
            />
        }
        .into_any(),
        MissingFact::SenderAddress => view! {
            <Field
                id="my-address"
                label=words.t(|w| w.address)
                kind=FieldKind::Lines
                autocomplete="street-address"
                value=slot(profile, |form| &form.address, |form| &mut form.address)
                problem=fault(ProfileField::Address)
                sent=sent
            />
        }
        .into_any(),
        MissingFact::City => view! {
            <Field
                id="my-city"
                label=words.t(|w| w.city)
                hint=words.t(|w| w.city_hint)
                value=slot(profile, |form| &form.city, |form| &mut form.city)
                problem=fault(ProfileField::City)
                sent=sent
            />
        }
        .into_any(),
        MissingFact::SenderSiren => view! {
            <Field
                id="my-siren"
                label=words.t(|w| w.siren)
                value=slot(profile, |form| &form.siren, |form| &mut form.siren)
                problem=fault(ProfileField::Siren)
                sent=sent
            />
        }
        .into_any(),
        MissingFact::Iban => view! {
            <Field
                id="my-iban"
                label=words.t(|w| w.iban)
                value=slot(profile, |form| &form.iban, |form| &mut form.iban)
                problem=fault(ProfileField::Iban)
                sent=sent
            />
        }
        .into_any(),
        MissingFact::ClientAddress => {
            let problem: Signal<Option<Problem>> = Signal::derive(move || {
                record.with(|form| form.parse(app.today.get()).1.problem_of(ClientField::Address))
            });
            view! {
                <Field
                    id="client-address"
                    label=app.words(clients::words).t(|w| w.client_address)
                    kind=FieldKind::Lines
                    value=slot(record, |form| &form.address, |form| &mut form.address)
                    problem=problem
                    sent=sent
                />
            }
            .into_any()
        }
        MissingFact::ClientName | MissingFact::InvoiceNumber | MissingFact::OfficeAddress => return None,
    };
    Some(view)
}

/// Saves what was typed, if it is sound and new; faults show at their fields.
fn save_profile(app: App, form: RwSignal<ProfileForm>) {
    let parsed = form.with_untracked(|form| form.parse().0);
    let known = app.book.with_untracked(|book| Book::profile(book).clone());
    if let Some(profile) = parsed.filter(|profile| *profile != known) {
        // The profile is never refused.
        let _ = app.send(Command::SaveProfile(profile));
    }
}

fn save_client(app: App, id: ClientId, form: RwSignal<ClientForm>) {
    let draft: Option<ClientDraft> = form.with_untracked(|form| form.parse(app.today.get_untracked()).0);
    let known = app.book.with_untracked(|book| book.client(id).map(|known| known.address.clone()));
    if let Some(draft) = draft.filter(|draft| known.is_some_and(|known| known != draft.address)) {
        // Said at the bottom of the screen where it is refused.
        let _ = app.send(Command::SetClientAddress(id, draft.address));
    }
}
