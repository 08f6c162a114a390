//! What an answer proposes to note: said in full, with what changed since the card was made, and one button; what else
//! there is beside it.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::plan::{CardAnswer, CardShown, PlanForm};
use crate::app::replies::{Fit, Noted, Reading, ReplyCommand, Since, since};
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::plan_desk::PlanDesk;
use crate::base::{Currency, InvoiceId, dates};
use crate::browser::{location, page};
use crate::domain::reply::{Answer, Secret};
use crate::text::words::{labels, movements, replies, reply};
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

/// What of a paste holds several answers: taken up, the others stay to be looked at.
#[derive(Clone, Copy)]
pub struct Pasted {
    /// What was pasted.
    pub text: RwSignal<String>,
    /// Which answer is looked at; the first that is not noted yet, where none was chosen.
    pub chosen: RwSignal<Option<usize>>,
    /// It holds others beside the one looked at.
    pub is_one_of_several: bool,
}

/// The proposal.
pub fn proposal(app: App, reading: Reading, pasted: Pasted) -> AnyView {
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
    let standing = app.book.with_untracked(|book| since(book, &reading, today));
    // Who contests, or says to have paid, owns to no debt; nor is there one to own to where nothing is left.
    let owns = matches!(reading.answer, Answer::Pays { .. } | Answer::Instalments { .. })
        && standing.fit != Fit::Settled;
    let changed = changed(lang, &standing, currency);
    let taking = Taking {
        app,
        secret: reading.secret,
        answer: standing.fitted(reading.answer),
        shown: CardShown { balance: reading.stated, on: reading.made },
        fit: standing.fit,
        acknowledged: RwSignal::new(false),
        note: RwSignal::new(reading.word.clone()),
        pasted,
        id,
        invoices: StoredValue::new(reading.invoices.clone()),
        currency,
    };
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
            {changed}
            {(standing.fit != Fit::Settled).then(|| view! {
                <Field
                    id="reply-note"
                    label=app.words(replies::words).t(|w| w.client_words)
                    kind=FieldKind::Lines
                    value=own(taking.note)
                    hint=app.words(replies::words).t(|w| w.client_words_hint)
                    optional=true
                />
            })}
            {owns.then(|| check(
                "acknowledged",
                app.words(replies::words).t(|w| w.acknowledged),
                move || taking.acknowledged.get(),
                move |is_so| taking.acknowledged.set(is_so),
            ))}
            {buttons(lang, taking)}
            <p class="field-hint">{words.proves}</p>
        </section>
    }
    .into_any()
}

/// What changed since the card was made, and what that means for its answer; nothing where nothing did.
fn changed(lang: Lang, since: &Since, currency: Currency) -> Option<AnyView> {
    let words = replies::words(lang);
    let money = |amount| format::money(lang, amount, currency);
    let changes: Vec<String> = since
        .changes
        .iter()
        .map(|one| {
            let kind = labels::lower_first(movements::kind(lang, one.kind));
            let day = format::date(lang, one.date);
            let sum = money(one.amount);
            lang.pick(format!("{kind} de {sum} le {day}"), format!("{kind} of {sum} on {day}"))
        })
        .collect();
    if changes.is_empty() && matches!(since.fit, Fit::AsAnswered) {
        return None;
    }
    let history = if changes.is_empty() {
        String::new()
    } else {
        format!("{}{}. ", words.since_card, format::list(lang, &changes))
    };
    let now = format!("{}{}{}{}.", words.card_said, money(since.stated), words.owed_now, money(since.owed));
    // A day too far ahead has nothing to do with what is owed.
    let now = if matches!(since.fit, Fit::TooFar) { String::new() } else { now };
    let means = match since.fit {
        Fit::AsAnswered => String::new(),
        Fit::OnlyOwed => words.only_owed.to_owned(),
        Fit::TooFar => words.too_far.to_owned(),
        Fit::Settled => words.settled.to_owned(),
        Fit::Noted(day) => format!("{}{}.", words.noted_already, format::date(lang, day)),
    };
    let view = view! {
        <div class="banner" role="note">
            <p class="banner-text">{format!("{history}{now}")} " " <strong>{means}</strong></p>
        </div>
    };
    Some(view.into_any())
}

/// What is needed to take an answer up. Copied freely: it holds only handles.
#[derive(Clone, Copy)]
struct Taking {
    app: App,
    secret: Secret,
    answer: Answer,
    shown: CardShown,
    fit: Fit,
    acknowledged: RwSignal<bool>,
    note: RwSignal<String>,
    pasted: Pasted,
    id: InvoiceId,
    invoices: StoredValue<Vec<InvoiceId>>,
    currency: Currency,
}

impl Taking {
    /// Notes it; the page is then empty again, and the case shows what was noted.
    fn take(self, noted: Noted, then: Route) -> bool {
        let words = replies::words(self.app.settings.get_untracked().language);
        let acknowledged = self.acknowledged.get_untracked().then(|| words.acknowledged_as.to_owned());
        let Self { secret, answer, .. } = self;
        let note = self.note.get_untracked();
        let command = ReplyCommand::Take { secret, answer, noted, note, acknowledged };
        // A refusal says itself at the bottom of the screen.
        let is_taken = self.app.send(Command::Reply(command)).is_ok();
        if is_taken && self.pasted.is_one_of_several && !matches!(then, Route::Plan(_)) {
            self.pasted.chosen.set(None);
            request_animation_frame(|| {
                page::focus("#reply-several");
            });
        } else if is_taken {
            self.pasted.text.set(String::new());
            location::go(&then.to_string());
        }
        is_taken
    }

    /// Leaves what was proposed in the form of the payment plan, to be looked at and changed: about the invoices of the
    /// card and no others.
    fn to_plan(self) {
        let Answer::Instalments { first, count } = self.answer else { return };
        let app = self.app;
        let today = app.today.get_untracked();
        let lang = app.settings.get_untracked().language;
        let desks = app.book.with_untracked(|book| {
            let desk = PlanDesk::of(book, self.id, today)?;
            Some((desk, PlanDesk::of(book, self.id, self.shown.on)))
        });
        if let Some((desk, then)) = desks {
            let start = PlanForm::start(&desk, lang);
            let form = self.invoices.with_value(|invoices| {
                let card = CardAnswer { invoices, shown: self.shown, first, count };
                PlanForm::answering(card, &desk, then.as_ref(), lang)
            });
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
    if matches!(taking.fit, Fit::Settled | Fit::Noted(_) | Fit::TooFar) {
        let file = move |_| {
            taking.take(Noted::Nothing, Route::Invoice(taking.id));
        };
        return view! {
            <div class="button-row">
                <button class="button button-main" type="button" on:click=file>{words.take_nothing}</button>
                {see}
            </div>
        }
        .into_any();
    }
    match taking.answer {
        Answer::Pays { amount, by } => {
            let sum = format::money(lang, amount, taking.currency);
            let note = format!("{}{sum}, {}", words.promises_note, format::date(lang, by));
            let take = move |_| {
                taking.take(Noted::Promise(note.clone()), Route::Invoice(taking.id));
            };
            let label = labelled(lang, words.take_promise, taking, amount);
            view! {
                <div class="button-row">
                    <button class="button button-main" type="button" on:click=take>{label}</button>
                    {see}
                </div>
            }
            .into_any()
        }
        Answer::Contests { amount, .. } => {
            let answer_by = RwSignal::new(format::date_digits(dates::add_days(today, ANSWER_DAYS)));
            let day = move || dates::parse_typed(&answer_by.get()).ok();
            let problem = Signal::derive(move || {
                dates::parse_typed(&answer_by.get()).err().map(crate::app::problem::Problem::from)
            });
            let take = move |_| {
                if let Some(day) = untrack(day) {
                    taking.take(Noted::Dispute(day), Route::Dispute(taking.id));
                }
            };
            let label = labelled(lang, words.take_dispute, taking, amount);
            view! {
                <Field
                    id="answer-by"
                    label=taking.app.words(replies::words).t(|w| w.answer_by)
                    kind=FieldKind::Date
                    value=own(answer_by)
                    problem=problem
                />
                <div class="button-row">
                    <button class="button button-main" type="button" on:click=take>{label}</button>
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
        Answer::Paid { on, amount } => paid(lang, taking, on, amount),
    }
}

/// A button’s words, with the sum where it is not that of the answer.
fn labelled(lang: Lang, label: &'static str, taking: Taking, amount: crate::base::Amount) -> String {
    if taking.fit == Fit::OnlyOwed {
        let sum = format::money(lang, amount, taking.currency);
        lang.pick(format!("{label} pour {sum}"), format!("{label} for {sum}"))
    } else {
        label.to_owned()
    }
}

/// A payment that is announced: noted once it was seen. One of more than is owed is noted on the claim, with what really came.
fn paid(lang: Lang, taking: Taking, on: chrono::NaiveDate, amount: crate::base::Amount) -> AnyView {
    let words = replies::words(lang);
    let case = Route::Invoice(taking.id);
    let see = view! { <a class="button button-quiet" href=case.to_string()>{words.see_case}</a> };
    let seen = move |_| {
        taking.take(Noted::Payment, Route::Invoice(taking.id));
    };
    let sum = format::money(lang, amount, taking.currency);
    let note = format!("{}{sum}, {}", words.says_paid_note, format::date(lang, on));
    let until = dates::add_days(taking.app.today.get_untracked(), WAIT_DAYS);
    let wait = move |_| {
        taking.take(Noted::SaysPaid(until, note.clone()), Route::Invoice(taking.id));
    };
    let fits = taking.fit == Fit::AsAnswered;
    view! {
        <p><strong>{words.check_bank}</strong></p>
        <div class="button-row">
            {fits.then(|| view! {
                <button class="button button-main" type="button" on:click=seen>{words.take_paid}</button>
            })}
            <button class="button" class:button-main=!fits type="button" on:click=wait>{words.take_says_paid}</button>
            {see}
        </div>
    }
    .into_any()
}
