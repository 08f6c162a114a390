//! The next step of a claim: what, from which day, why, and the one button that leads there.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::today;
use crate::base::InvoiceId;
use crate::browser::page;
use crate::domain::dunning::person::can_call;
use crate::domain::dunning::withheld::Withheld;
use crate::domain::dunning::{Action, HoldCause, What, Why, contested_part};
use crate::domain::event::{Channel, Step};
use crate::domain::status::{self, Flag, State};
use crate::text::words::{agenda, case, dunning, flags, labels};
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// Where the button of a step leads.
enum Way {
    /// Another screen.
    To(Route),
    /// The form for a payment or a credit note, on this one.
    Payment,
}

/// The card; nothing where nothing is known of the case.
#[component]
pub fn NextStep(id: InvoiceId, figures: Memo<Figures>, held: Memo<Option<Withheld>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let known = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| today::action_with(book, id, today))
    });
    let action = Memo::new(move |_| known.with(|known| known.as_ref().map(|(action, _)| action.clone())));
    // Another invoice of the client leads: what is done is done about both at once.
    let with = live(move || {
        let (_, lead) = known.get()?;
        let number = app.book.with(|book| Some(book.case(lead?)?.invoice.number.clone()))?;
        let said = format!("{}{number}.", words.t(|w| w.next_with).get());
        let to = Route::Invoice(lead?).to_string();
        Some(view! { <p class="field-hint"><a href=to>{said}</a></p> })
    });
    let recap = Memo::new(move |_| figures.with(|figures| figures.case.recap_due(app.today.get()).is_some()));
    let said = live(move || {
        let lang = app.lang();
        action.get().map(|action| said(app, lang, figures, &action))
    });
    let buttons = live(move || {
        let lang = app.lang();
        action.get().map(|action| {
            // An invoice sent once more puts the call that asked for it in writing.
            let is_recap = matches!(action.what, What::Recap | What::Answer(Step::Duplicate));
            let recap = (recap.get() && !is_recap).then(|| {
                view! {
                    <a class="button" href=Route::Text(id, Step::Recap).to_string()>
                        {words.t(|w| w.recap_due)}
                    </a>
                }
            });
            view! {
                <div class="button-row">{main_button(app, lang, id, &action)} {recap}</div>
                {others(lang, id, figures, held, &action)}
            }
        })
    });
    view! {
        <section class="next-step" aria-labelledby="next-step">
            <div>
                <h2 id="next-step">{words.t(|w| w.next_step)}</h2>
                {said}
                {with}
                {live(move || figures.with(|figures| to_sign(app, figures)))}
            </div>
            <div class="next-buttons">{buttons}</div>
        </section>
    }
}

/// Instalments agreed on the telephone, with the way to have them signed; nothing once a plan is noted.
pub fn to_sign(app: App, figures: &Figures) -> Option<AnyView> {
    let (lang, today, id) = (app.lang(), app.today.get(), figures.case.invoice.id);
    let is_planned =
        app.book.with(|book| book.plan_of(id, today).is_some_and(|known| known.plan.ended.is_none()));
    let known = status::flags(&figures.case, &figures.claim, figures.client.debtor(), None);
    let spoken = known.iter().find(|flag| matches!(flag, Flag::PlanSpoken { .. })).filter(|_| !is_planned)?;
    let view = view! {
        <p class="next-why">
            {flags::flag_reason(lang, spoken, figures.claim.currency)}
            " "
            <a href=Route::Plan(id).to_string()>{case::words(lang).to_sign}</a>
        </p>
    };
    Some(view.into_any())
}

fn said(app: App, lang: Lang, figures: Memo<Figures>, action: &Action) -> AnyView {
    let w = case::words(lang);
    let currency = figures.with(|figures| figures.claim.currency);
    let waits = app.today.get() < action.day && action.what != What::Nothing;
    // The day is that of what comes after the time to oppose, which ends before.
    let then = waits.then(|| agenda::on_its_day(action)).filter(|what| *what != action.what);
    let then =
        then.map(|what| format!("{}, ", labels::lower_first(agenda::what(lang, what)))).unwrap_or_default();
    let day = waits.then(|| {
        let day = format::date_with_weekday(lang, action.day);
        view! { <span class="next-day">{format!("{then}{}{day}", w.next_from)}</span> }
    });
    let until = action.until.map(|day| {
        let day = format::date_with_weekday(lang, day);
        view! { <span class="next-day">{format!("{}{day}", w.next_until)}</span> }
    });
    let today = app.today.get();
    let why = agenda::why(lang, &action.why, currency, today);
    let contested = figures
        .with(|figures| contested_part(&figures.case, &figures.claim))
        .filter(|_| {
            let under_plan = action.hold.is_some_and(|hold| hold.cause == HoldCause::Plan);
            (under_plan || action.leaves_the_rest()) && !matches!(action.why, Why::Disputed { .. })
        })
        .map(|part| agenda::contested(lang, &part, currency));
    let hold = action.hold.as_ref().map(|hold| agenda::hold(lang, hold));
    let skipped = agenda::skipped(lang, &action.skipped);
    let hints = contested.into_iter().chain(hold).chain(skipped);
    let hints = hints.map(|hint| view! { <p class="field-hint">{hint}</p> }).collect_view();
    view! {
        <p class="next-what">{agenda::what(lang, action.what)} " " {day} " " {until}</p>
        <p class="next-why">{why}</p>
        {hints}
    }
    .into_any()
}

fn way(app: App, id: InvoiceId, action: &Action) -> Option<Way> {
    let client = || app.book.with_untracked(|book| book.case(id).map(|case| case.invoice.client));
    match action.what {
        What::CheckPromise
        | What::CheckPayment
        | What::WatchBank
        | What::RecordPayment
        | What::NoteCredit
        | What::CheckInstalment
        | What::CheckOffer => Some(Way::Payment),
        What::RecallInstalment | What::NoteReceipt | What::EndPlan | What::ClosePlan => {
            Some(Way::To(Route::Plan(id)))
        }
        What::Proceed(_) | What::LodgeClaim => Some(Way::To(Route::After(id))),
        What::Decide => Some(Way::To(Route::Ways(id))),
        What::CloseOffer | What::KeepOffer => Some(Way::To(Route::Offers(id))),
        What::AnswerDispute | What::Meet | What::WriteMinutes | What::KeepCommitment => {
            Some(Way::To(Route::Dispute(id)))
        }
        What::CheckRegister => client().map(|client| Way::To(Route::EditClient(client))),
        what => what.step().map(|step| {
            Way::To(if what == What::CallBack || action.channel == Channel::Phone {
                Route::Call(id)
            } else {
                Route::to_write(id, step)
            })
        }),
    }
}

/// The one button; it is the main one from the day it is time.
fn main_button(app: App, lang: Lang, id: InvoiceId, action: &Action) -> Option<AnyView> {
    let is_main = action.is_due(app.today.get()) && action.what != What::Thank;
    let label = agenda::verb(lang, action);
    Some(match way(app, id, action)? {
        Way::To(route) => {
            view! { <a class="button" class:button-main=is_main href=route.to_string()>{label}</a> }
                .into_any()
        }
        Way::Payment => view! {
            <button
                class="button"
                class:button-main=is_main
                type="button"
                on:click=move |_| {
                    page::focus("#movement-amount");
                }
            >
                {label}
            </button>
        }
        .into_any(),
    })
}

/// Other texts that make sense now; the call first where there is a number.
fn others(
    lang: Lang,
    id: InvoiceId,
    figures: Memo<Figures>,
    held: Memo<Option<Withheld>>,
    action: &Action,
) -> AnyView {
    let w = case::words(lang);
    let (steps, calls) = figures.with(|figures| {
        let state = status::status(&figures.case, &figures.claim).state;
        let consumer = !figures.client.kind.is_professional();
        let owes = figures.claim.principal_left.is_positive();
        let steps: &[Step] = match held.get() {
            // While a plan gives time only its instalments are spoken of.
            Some(Withheld::Plan(_)) => &[Step::Courtesy, Step::Thanks],
            // Nothing is asked of the client any more, or somebody else asks.
            Some(_) => &[],
            None => other_steps(state, consumer),
        };
        (steps, owes && can_call(&figures.client))
    });
    if steps.is_empty() {
        return ().into_any();
    }
    let main = action.what.step();
    let is_call = main.is_some_and(Step::is_call);
    let call = (calls && !is_call).then(|| {
        view! { <li><a class="other-text" href=Route::Call(id).to_string()>{w.call}</a></li> }
    });
    let steps = steps.iter().filter(|step| Some(**step) != main).map(|step| {
        view! {
            <li>
                <a class="other-text" href=Route::Text(id, *step).to_string()>
                    {dunning::step(lang, *step)}
                </a>
            </li>
        }
    });
    view! {
        <details class="disclosure other-texts">
            <summary>{w.other_text}</summary>
            <ul class="disclosure-body">{call} {steps.collect_view()}</ul>
        </details>
    }
    .into_any()
}

fn other_steps(state: State, consumer: bool) -> &'static [Step] {
    match state {
        State::Procedure | State::HandedOver | State::Sold | State::WrittenOff => &[],
        State::NotDue | State::DueSoon => &[Step::Invoice, Step::ReceiptCheck, Step::Courtesy],
        State::Settled => &[Step::Thanks],
        State::SettledExceptPenalties if consumer => &[Step::Thanks],
        State::SettledExceptPenalties => &[Step::FirmReminder, Step::PenaltyNote, Step::Thanks],
        _ if consumer => &[Step::FirstReminder, Step::FirmReminder, Step::LastReminder, Step::FormalNotice],
        _ => &[
            Step::FirstReminder,
            Step::FirmReminder,
            Step::LastReminder,
            Step::PenaltyNote,
            Step::FormalNotice,
        ],
    }
}

/// The badges of what stands beside the state, and why each is shown. `plan`: the day the plan that runs was signed.
pub fn beside(lang: Lang, figures: &Figures, plan: Option<NaiveDate>) -> (AnyView, AnyView) {
    let known = status::flags(&figures.case, &figures.claim, figures.client.debtor(), plan);
    let badges = known.iter().map(|flag| {
        let class = match flag {
            Flag::PromiseBroken { .. } => "badge badge-late",
            flag if comes_soon(flag) => "badge badge-soon",
            _ => "badge",
        };
        view! { <span class=class>{flags::flag(lang, flag)}</span> " " }
    });
    let badges = badges.collect_view().into_any();
    let reasons = known
        .iter()
        .map(|flag| view! { <li>{flags::flag_reason(lang, flag, figures.claim.currency)}</li> })
        .collect_view()
        .into_any();
    (badges, reasons)
}

/// Something comes on a day that is near, or wants to be done before one.
fn comes_soon(flag: &Flag) -> bool {
    matches!(flag, Flag::PromiseRunning { .. } | Flag::PlanSpoken { .. } | Flag::LimitationNear { .. })
}
