//! How one client, or one invoice, is chased, where that is not as for all.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::fields::{LadderFields, TypedLadder};
use super::sample::{Halt, Sample, dates};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::forms::pace::{LadderForm, PaceForm};
use crate::app::route::Route;
use crate::app::views::ladder_dates::{above_client, above_invoice};
use crate::app::views::ladder_sample::first_sample;
use crate::base::{ClientId, InvoiceId};
use crate::browser::page;
use crate::domain::dunning::{Ladder, Pace, Speed};
use crate::text::words::{dunning, labels, pace};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::draft::Draft;
use crate::ui::live::{given_or, live, only_if};
use crate::ui::pages::not_found::NotFound;
use crate::ui::state::use_app;
use crate::ui::submit::submit;

/// Whose pace it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Client(ClientId),
    Invoice(InvoiceId),
}

/// What a form of it starts from.
#[derive(Clone, PartialEq)]
struct Start {
    /// Name of the client, with the number of the invoice.
    name: String,
    form: PaceForm,
    /// The ladder and the speed where it has none of its own.
    above: (Ladder, Speed),
}

const CLIENT_SPEEDS: &[Choice<Option<Speed>>] = &[
    (None, |lang| pace::words(lang).as_for_all),
    (Some(Speed::Gentle), |lang| dunning::speed(lang, Speed::Gentle)),
    (Some(Speed::Standard), |lang| dunning::speed(lang, Speed::Standard)),
    (Some(Speed::Firm), |lang| dunning::speed(lang, Speed::Firm)),
];
const INVOICE_SPEEDS: &[Choice<Option<Speed>>] = &[
    (None, |lang| pace::words(lang).as_for_client),
    (Some(Speed::Gentle), |lang| dunning::speed(lang, Speed::Gentle)),
    (Some(Speed::Standard), |lang| dunning::speed(lang, Speed::Standard)),
    (Some(Speed::Firm), |lang| dunning::speed(lang, Speed::Firm)),
];
const CLIENT_STEPS: &[Choice<bool>] =
    &[(false, |lang| pace::words(lang).as_for_all), (true, |lang| pace::words(lang).own_yes)];
const INVOICE_STEPS: &[Choice<bool>] =
    &[(false, |lang| pace::words(lang).as_for_client), (true, |lang| pace::words(lang).own_yes)];

impl Whose {
    fn start(self, book: &Book, today: NaiveDate) -> Option<Start> {
        let (name, pace, above) = match self {
            Self::Client(id) => {
                let client = book.client(id)?;
                (client.name.clone(), &client.pace, above_client(client, book.policy()))
            }
            Self::Invoice(id) => {
                let case = book.case(id)?;
                let client = book.client(case.invoice.client)?;
                let name = format!("{}, {}", client.name, case.invoice.number);
                (name, &case.pace, above_invoice(case, client, book.policy(), today))
            }
        };
        Some(Start { name, form: PaceForm::of(pace, &above.0), above })
    }

    fn command(self, pace: Pace) -> Command {
        match self {
            Self::Client(id) => Command::SetClientPace(id, pace),
            Self::Invoice(id) => Command::SetPace(id, pace),
        }
    }

    fn route(self) -> Route {
        match self {
            Self::Client(id) => Route::Client(id),
            Self::Invoice(id) => Route::Invoice(id),
        }
    }

    fn draft(self) -> String {
        match self {
            Self::Client(id) => format!("client-pace/{id}"),
            Self::Invoice(id) => format!("invoice-pace/{id}"),
        }
    }
}

/// The page of a client.
#[component]
pub fn ClientPace(id: ClientId) -> impl IntoView {
    view! { <Own whose=Whose::Client(id) /> }
}

/// The page of an invoice.
#[component]
pub fn InvoicePace(id: InvoiceId) -> impl IntoView {
    view! { <Own whose=Whose::Invoice(id) /> }
}

#[component]
fn Own(whose: Whose) -> impl IntoView {
    let app = use_app();
    let words = app.words(pace::words);
    let start = Memo::new(move |_| app.book.with(|book| whose.start(book, app.today.get())));
    let sample = RwSignal::new(match whose {
        Whose::Invoice(id) => Some(id),
        Whose::Client(id) => {
            app.book.with_untracked(|book| first_sample(book, Some(id), app.today.get_untracked()))
        }
    });
    let is_client = matches!(whose, Whose::Client(_));
    Effect::new(move |_| {
        let title = words.now().own_title;
        let name = start.with(|start| start.as_ref().map(|start| start.name.clone()));
        page::set_title(&format!("{title} · {} · Relance", name.unwrap_or_default()));
    });
    given_or(
        start.into(),
        move |start| {
            view! {
                <div class="claim-head">
                    <a class="back-link" href=whose.route().to_string()>
                        "← "
                        {live(move || start.with(|start: &Start| labels::client_name(app.lang(), &start.name)))}
                    </a>
                    <h1 tabindex="-1">{words.t(|w| w.own_title)}</h1>
                    <p class="page-sub">
                        {words.t(if is_client { |w| w.client_subtitle } else { |w| w.invoice_subtitle })}
                    </p>
                </div>
                <Editor whose=whose start=start sample=sample />
            }
        },
        || view! { <NotFound /> },
    )
}

#[component]
fn Editor(whose: Whose, start: Memo<Start>, sample: RwSignal<Option<InvoiceId>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(pace::words);
    let saved = move || start.with(|start| start.form.clone());
    let draft = Draft::new(app, &whose.draft(), untrack(saved)).following(move || Some(saved()));
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| form.with(PaceForm::parse));
    let dates = Memo::new(move |before: Option<&Vec<_>>| {
        let today = app.today.get();
        parsed.with(|(pace, _)| match (pace, sample.get()) {
            (_, None) => Vec::new(),
            (None, _) => before.cloned().unwrap_or_default(),
            (Some(pace), Some(id)) => app.book.with(|book| {
                dates(book, id, today, |case, client, _| match whose {
                    Whose::Client(_) => client.pace = pace.clone(),
                    Whose::Invoice(_) => case.pace = pace.clone(),
                })
            }),
        })
    });
    let shown = Signal::derive(move || {
        form.with(|form| {
            if form.own { form.ladder.clone() } else { start.with(|start| LadderForm::of(&start.above.0)) }
        })
    });
    let typed = TypedLadder {
        form: shown,
        change: Callback::new(move |ladder| form.update(|form| form.ladder = ladder)),
        findings: Signal::derive(move || parsed.with(|(_, findings)| findings.clone())),
        speed: Signal::derive(move || {
            form.with(|form| form.speed).unwrap_or_else(|| start.with(|start| start.above.1))
        }),
        dates: dates.into(),
        sent,
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        let pace = parsed.with_untracked(|(pace, _)| pace.clone());
        if submit(&event, "pace-form", sent, pace, |pace| app.send(whose.command(pace)).is_ok()) {
            draft.clear();
        }
    };
    let is_client = matches!(whose, Whose::Client(_));
    let of_client = match whose {
        Whose::Client(id) => Some(id),
        Whose::Invoice(_) => None,
    };
    let is_own = Memo::new(move |_| form.with(|form| form.own));
    view! {
        <form class="form pace-form" novalidate on:submit=save>
            {segment(
                "speed",
                words.t(|w| w.speed),
                if is_client { CLIENT_SPEEDS } else { INVOICE_SPEEDS },
                move || Some(form.with(|form| form.speed)),
                move |speed| form.update(|form| form.speed = speed),
            )}
            <p class="field-hint">{words.t(|w| w.speed_hint)}</p>
            {segment(
                "steps",
                words.t(|w| w.own_steps),
                if is_client { CLIENT_STEPS } else { INVOICE_STEPS },
                move || Some(is_own.get()),
                move |own| form.update(|form| form.own = own),
            )}
            {of_client.map(|id| view! { <Sample chosen=sample only=Some(id) /> })}
            <Halt chosen=sample />
            <fieldset class="fieldset" disabled=move || !is_own.get()>
                <LadderFields typed=typed />
            </fieldset>
            {only_if(
                move || is_own.get(),
                move || {
                    view! {
                        <button
                            class="button button-quiet pace-reset"
                            type="button"
                            on:click=move |_| {
                                form.update(|form| form.ladder = LadderForm::of(&Ladder::default()));
                                page::focus("#pace-save");
                            }
                        >
                            {words.t(|w| w.reset)}
                        </button>
                    }
                },
            )}
            <div class="form-actions">
                <button class="button button-main" id="pace-save" type="submit">
                    {words.t(|w| w.save)}
                </button>
            </div>
        </form>
    }
}
