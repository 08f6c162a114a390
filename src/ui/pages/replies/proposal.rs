//! What an answer proposes to note: said in full, with one button; what else there is beside it.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::plan::{DividedBy, PlanForm};
use crate::app::replies::{Noted, Reading, ReplyCommand};
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::plan_desk::PlanDesk;
use crate::base::{InvoiceId, dates};
use crate::browser::location;
use crate::domain::plan::schedule::Rhythm;
use crate::domain::reply::Answer;
use crate::text::words::{labels, replies, reply};
use crate::text::{Lang, format};
use crate::ui::components::check::check;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::hand_over;
use crate::ui::live::own;
use crate::ui::pages::plan::builder::{Desk, draft_name};
use crate::ui::state::App;

/// Days to answer a dispute, and to wait for a payment that was announced; good practice, no statute.
const ANSWER_DAYS: u32 = 8;
const WAIT_DAYS: u32 = 5;

/// The proposal.
pub fn proposal(app: App, reading: Reading, pasted: RwSignal<String>) -> AnyView {
    let lang = app.lang();
    let words = replies::words(lang);
    let today = app.today.get_untracked();
    let all: Vec<Figures> = app.book.with_untracked(|book| {
        let cases = reading.invoices.iter().filter_map(|id| book.case(*id));
        cases.map(|case| Figures::of_case(book, case, today)).collect()
    });
    let Some(first) = all.first() else {
        return view! { <p class="field-error" role="alert">{words.gone}</p> }.into_any();
    };
    let (id, currency) = (first.case.invoice.id, first.case.invoice.currency);
    let name = labels::client_name(lang, &first.client.name);
    let numbers: Vec<String> = all.iter().map(|one| one.case.invoice.number.clone()).collect();
    let said = replies::answer(lang, reading.answer, currency);
    let made = format::date(lang, reading.made);
    let about = format!("{}{made} · {}", words.about, reply::about(lang, &numbers));
    // Who contests, or says to have paid, owns to no debt.
    let owns = matches!(reading.answer, Answer::Pays { .. } | Answer::Instalments { .. });
    let acknowledged = RwSignal::new(false);
    let taking = Taking { app, secret: reading.secret, answer: reading.answer, acknowledged, pasted, id };
    view! {
        <section class="reply-proposal" aria-labelledby="reply-says">
            <p class="reply-says" id="reply-says">
                <strong>{name}</strong>
                " "
                {words.says}
                {lang.pick("«\u{a0}", "“")}
                {said}
                {lang.pick("\u{a0}»", "”")}
            </p>
            <p class="field-hint">{about}</p>
            {owns.then(|| check(
                "acknowledged",
                app.words(replies::words).t(|w| w.acknowledged),
                move || acknowledged.get(),
                move |is_so| acknowledged.set(is_so),
            ))}
            {buttons(lang, taking)}
            <p class="field-hint">{words.proves}</p>
        </section>
    }
    .into_any()
}

/// What is needed to take an answer up. Copied freely: it holds only handles.
#[derive(Clone, Copy)]
struct Taking {
    app: App,
    secret: crate::domain::reply::Secret,
    answer: Answer,
    acknowledged: RwSignal<bool>,
    pasted: RwSignal<String>,
    id: InvoiceId,
}

impl Taking {
    /// Notes it; the page is then empty again, and the case shows what was noted.
    fn take(self, noted: Noted, then: Route) {
        let words = replies::words(self.app.settings.get_untracked().language);
        let acknowledged = self.acknowledged.get_untracked().then(|| words.acknowledged_as.to_owned());
        let Self { secret, answer, .. } = self;
        let command = ReplyCommand::Take { secret, answer, noted, acknowledged };
        // A refusal says itself at the bottom of the screen.
        if self.app.send(Command::Reply(command)).is_ok() {
            self.pasted.set(String::new());
            location::go(&then.to_string());
        }
    }

    /// Leaves what was proposed in the form of the payment plan, to be looked at and changed.
    fn to_plan(self) {
        let Answer::Instalments { first, count } = self.answer else { return };
        let app = self.app;
        let today = app.today.get_untracked();
        if let Some(desk) = app.book.with_untracked(|book| PlanDesk::of(book, self.id, today)) {
            let start = PlanForm::start(&desk, app.settings.get_untracked().language);
            let form = PlanForm {
                by: DividedBy::Count,
                count: count.to_string(),
                first: format::date_digits(first),
                rhythm: Rhythm::Monthly,
                ..start.clone()
            };
            let desk = |form| Desk { form, kept: Vec::new() };
            hand_over(app, &draft_name(self.id), desk(start), desk(form));
        }
        self.take(Noted::Plan, Route::Plan(self.id));
    }
}

/// What may be noted of it.
fn buttons(lang: Lang, taking: Taking) -> AnyView {
    let words = replies::words(lang);
    let case = Route::Invoice(taking.id);
    let see = view! { <a class="button button-quiet" href=case.to_string()>{words.see_case}</a> };
    let today = taking.app.today.get_untracked();
    match taking.answer {
        Answer::Pays { .. } => {
            let take = move |_| taking.take(Noted::Promise, Route::Invoice(taking.id));
            view! {
                <div class="button-row">
                    <button class="button button-main" type="button" on:click=take>{words.take_promise}</button>
                    {see}
                </div>
            }
            .into_any()
        }
        Answer::Contests { .. } => {
            let answer_by = RwSignal::new(format::date_digits(dates::add_days(today, ANSWER_DAYS)));
            let day = move || dates::parse_typed(&answer_by.get()).ok();
            let problem = Signal::derive(move || {
                dates::parse_typed(&answer_by.get()).err().map(crate::app::problem::Problem::from)
            });
            let take = move |_| {
                if let Some(day) = untrack(day) {
                    taking.take(Noted::Dispute(day), Route::Invoice(taking.id));
                }
            };
            view! {
                <Field
                    id="answer-by"
                    label=taking.app.words(replies::words).t(|w| w.answer_by)
                    kind=FieldKind::Date
                    value=own(answer_by)
                    problem=problem
                />
                <div class="button-row">
                    <button class="button button-main" type="button" on:click=take>{words.take_dispute}</button>
                    {see}
                </div>
            }
            .into_any()
        }
        Answer::Instalments { .. } => view! {
            <p class="field-hint">{words.plan_hint}</p>
            <div class="button-row">
                <button class="button button-main" type="button" on:click=move |_| taking.to_plan()>
                    {words.take_plan}
                </button>
                {see}
            </div>
        }
        .into_any(),
        Answer::Paid { on, amount } => {
            let seen = move |_| taking.take(Noted::Payment, Route::Invoice(taking.id));
            let currency =
                taking.app.book.with_untracked(|book| book.case(taking.id).map(|case| case.invoice.currency));
            let sum = format::money(lang, amount, currency.unwrap_or_default());
            let note = format!("{}{sum}, {}", words.says_paid_note, format::date(lang, on));
            let until = dates::add_days(today, WAIT_DAYS);
            let wait = move |_| taking.take(Noted::SaysPaid(until, note.clone()), Route::Invoice(taking.id));
            view! {
                <p><strong>{words.check_bank}</strong></p>
                <div class="button-row">
                    <button class="button button-main" type="button" on:click=seen>{words.take_paid}</button>
                    <button class="button" type="button" on:click=wait>{words.take_says_paid}</button>
                    {see}
                </div>
            }
            .into_any()
        }
    }
}
