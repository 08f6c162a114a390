//! The texts of the calculator's claim: the e-mail as it will be copied, the sentence for the phone, the working.

use leptos::prelude::*;

use crate::app::forms::calculator::{CalculatorField, CalculatorForm};
use crate::app::forms::term::DueBy;
use crate::app::problem::Findings;
use crate::app::views::figures::Figures;
use crate::browser::timer;
use crate::documents::email::{Email, Tone, first_reminder};
use crate::documents::missing::missing_facts;
use crate::domain::event::{Channel, Step};
use crate::text::format;
use crate::text::words::calculator;
use crate::ui::components::{Field, MissingFacts};
use crate::ui::live::{live, slot};
use crate::ui::state::{App, use_app};
use crate::ui::texts;

/// The texts, ready to be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The e-mail with its subject; none where there is nothing to ask for.
    pub email: Option<String>,
    /// The sentence to say on the phone.
    pub phone: String,
    /// The working in words.
    pub working: String,
}

/// The e-mail, and the fields for what it lacks.
#[component]
pub fn Message(
    /// The claim.
    figures: Memo<Figures>,
    /// What was typed.
    form: RwSignal<CalculatorForm>,
    /// What was found in it.
    findings: Memo<Findings<CalculatorField>>,
    /// Where the texts are written for the panel with the figures, which has the buttons.
    written: RwSignal<Option<Written>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(calculator::words);
    // The figures come first: the words follow once those stand.
    let said = RwSignal::new(figures.get_untracked());
    Effect::new(move |_| {
        let figures = figures.get();
        timer::after(0, move || {
            // The page may be gone.
            said.try_set(figures);
        });
    });
    let email = Memo::new(move |_| said.with(|figures| email_of(app, figures, form)));
    let missing = Signal::derive(move || {
        email.with(|email| {
            email.as_ref().map(|email| missing_facts(app.lang(), &email.body)).unwrap_or_default()
        })
    });
    let as_of = Memo::new(move |_| said.with(|figures| figures.claim.as_of));
    keep_names(app, form);
    // With the figures go the texts about them.
    on_cleanup(move || {
        written.try_set(None);
    });
    Effect::new(move |_| {
        written.set(Some(said.with(|figures| Written {
            email: email.with(|email| email.as_ref().map(|email| email.clipboard_text(app.lang()))),
            phone: texts::phone(app, figures),
            working: texts::working(app, figures),
        })));
    });
    let problem_of =
        move |field| Signal::derive(move || findings.with(|findings| findings.problem_of(field)));
    view! {
        <section class="section" aria-labelledby="email">
            <h2 id="email" tabindex="-1">{words.t(|w| w.email_preview)}</h2>
            <div class="two-columns">
                <div class="column">
                    <div class="field-row field-row-wide">
                        <Field
                            id="client-name"
                            label=words.t(|w| w.client_name)
                            value=slot(form, |form| &form.client, |form| &mut form.client)
                            problem=problem_of(CalculatorField::Client)
                        />
                        <Field
                            id="invoice-number"
                            label=words.t(|w| w.invoice_number)
                            value=slot(form, |form| &form.number, |form| &mut form.number)
                            problem=problem_of(CalculatorField::Number)
                        />
                    </div>
                    <MissingFacts missing=missing client=None />
                </div>
                {live(move || {
                    let day = as_of.get();
                    let Some(email) = email.get() else {
                        let is_past = day < app.today.get();
                        let why = words.t(if is_past { |w| w.no_email_past } else { |w| w.no_email });
                        return view! { <p class="field-hint">{why}</p> }.into_any();
                    };
                    let later = (app.today.get() < day).then(|| view! {
                        <p class="field-hint">{words.t(|w| w.email_later)} {format::date(app.lang(), day)} "."</p>
                    });
                    view! { <div>{later} {texts::message(app.lang(), &email, "")}</div> }.into_any()
                })}
            </div>
        </section>
    }
}

/// The names are not in the address, which may be passed on: they are kept here, with the figures they belong to.
fn keep_names(app: App, form: RwSignal<CalculatorForm>) {
    const DRAFT: &str = "calculator";
    let kept = app.draft(DRAFT).and_then(|json| serde_json::from_str::<(String, String, String)>(&json).ok());
    if let Some((query, client, number)) = kept
        && form.with_untracked(|form| {
            form.client.is_empty() && form.number.is_empty() && form.to_query() == query
        })
    {
        form.update(|form| (form.client, form.number) = (client, number));
    }
    Effect::new(move |_| {
        let kept = form.with(|form| {
            let named = !form.client.is_empty() || !form.number.is_empty();
            named.then(|| (form.to_query(), form.client.clone(), form.number.clone()))
        });
        let json = kept.and_then(|kept| serde_json::to_string(&kept).ok());
        app.keep_draft(DRAFT, json.as_deref());
    });
}

/// The reminder the figures call for: a first one, direct. None while nothing is late, nor for a day that is past: what
/// happened since would be missing from it. For a day to come it is the one to send on that day.
fn email_of(app: App, figures: &Figures, form: RwSignal<CalculatorForm>) -> Option<Email> {
    if figures.claim.as_of < app.today.get() {
        return None;
    }
    let context = texts::context(app, figures, Step::FirstReminder, Channel::Email, app.lang(), false);
    let issue_known = form.with(|form| form.due_by == DueBy::Terms);
    let context = if issue_known { context } else { context.without_issue_dates() };
    first_reminder(Tone::Direct, &context).ok()
}
