//! One line of the day’s list, as it is shown and where its button goes.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::book::Book;
use crate::app::route::Route;
use crate::app::views::today::Todo;
use crate::base::InvoiceId;
use crate::domain::dunning::{What, Why};
use crate::domain::event::Channel;
use crate::domain::status::Flag;
use crate::text::words::{agenda, labels, today};
use crate::text::{Lang, format};
use crate::ui::session::Stop;

/// Where a payment is noted on a case.
pub const PAYMENT: &str = "#movement-amount";

/// Where an action is done.
pub fn route(id: InvoiceId, what: What, channel: Channel) -> Route {
    match what {
        What::CallBack => Route::Call(id),
        What::FollowUp if channel == Channel::Phone => Route::Call(id),
        What::Proceed(_) | What::LodgeClaim => Route::After(id),
        What::RecallInstalment | What::NoteReceipt | What::EndPlan | What::ClosePlan => Route::Plan(id),
        What::Decide => Route::Ways(id),
        What::CloseOffer | What::KeepOffer => Route::Offers(id),
        What::AnswerDispute | What::Meet | What::WriteMinutes | What::KeepCommitment => Route::Dispute(id),
        What::Climb(step) if step.is_call() && channel == Channel::Phone => Route::Call(id),
        what => what.step().map_or(Route::Invoice(id), |step| Route::to_write(id, step)),
    }
}

/// The money of an action is looked for at the bank, or credited: its case opens at the place where that is noted.
pub fn is_about_payment(what: What) -> bool {
    matches!(
        what,
        What::CheckPromise
            | What::CheckPayment
            | What::WatchBank
            | What::RecordPayment
            | What::NoteCredit
            | What::CheckInstalment
            | What::CheckOffer
    )
}

/// What was recorded on a case so far.
pub fn recorded(book: &Book, id: InvoiceId) -> usize {
    book.case(id).map_or(0, |case| {
        case.events.len() + case.movements.len() + case.circumstances.len() + case.offers.len()
    })
}

/// A line as a stop of the round.
pub fn stop(lang: Lang, book: &Book, todo: &Todo) -> Stop {
    Stop {
        client: todo.client,
        name: labels::client_name(lang, &todo.name),
        invoices: todo.cases.clone(),
        route: route(todo.invoice, todo.action.what, todo.action.channel),
        recorded: recorded(book, todo.invoice),
    }
}

/// Identifier of the button of a line.
pub fn act_id(todo: &Todo) -> String {
    format!("todo-{}-{}", todo.client, todo.currency.code())
}

/// The line; `open` is called when its button is pressed. `says_skipped`: which steps are passed over is said here, and not
/// for many lines at once.
pub fn line(
    lang: Lang,
    today: NaiveDate,
    todo: &Todo,
    is_first: bool,
    says_skipped: bool,
    open: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let words = today::words(lang);
    let money = |amount| format::money(lang, amount, todo.currency);
    let name = labels::client_name(lang, &todo.name);
    let what = todo.action.what;
    let late = (0 < todo.days_late)
        .then(|| view! { <span class="badge badge-late">{labels::late_by(lang, todo.days_late)}</span> });
    let several = (1 < todo.cases.len()).then(|| {
        let count = i64::try_from(todo.cases.len()).unwrap_or(i64::MAX);
        view! { <span class="badge">{format::count(lang, count, words.invoice, words.invoices)}</span> }
    });
    let penalties = todo.penalties.is_positive().then(|| {
        // Where they are all of it, their sum stands above.
        let said = if todo.penalties == todo.total {
            words.of_penalties_end.trim().to_owned()
        } else {
            format!("{}{}{}", words.of_penalties, money(todo.penalties), words.of_penalties_end)
        };
        view! { <small>{said}</small> }
    });
    let of_plan = todo.under_plan.then(|| view! { <small>{words.of_plan}</small> });
    let more = (!todo.more.is_empty()).then(|| {
        let verbs: Vec<String> =
            todo.more.iter().map(|(_, what)| labels::lower_first(agenda::what(lang, *what))).collect();
        view! { <p class="todo-more">{words.more} {format::list(lang, &verbs)} "."</p> }
    });
    let verb = agenda::verb(lang, &todo.action);
    let skipped = agenda::skipped(lang, &todo.action.skipped)
        .filter(|_| says_skipped)
        .map(|text| view! { <p class="todo-more">{text}</p> });
    let contested = todo.contested.filter(|_| !matches!(todo.action.why, Why::Disputed { .. }));
    let contested = contested
        .map(|part| view! { <p class="todo-more">{agenda::contested(lang, &part, todo.currency)}</p> });
    // The client will speak of it, whatever one calls or writes about.
    let suspended = todo.flags.iter().any(|flag| matches!(flag, Flag::Suspended { .. }));
    let suspended = (suspended
        && !matches!(todo.action.why, Why::Suspended { .. } | Why::SuspendedUntold { .. }))
    .then(|| view! { <p class="todo-more">{words.suspended}</p> });
    let label = format!("{verb}, {name}");
    view! {
        <div class="todo-what">
            <h3 class="todo-client">
                <a class="todo-case" href=Route::Invoice(todo.invoice).to_string()>
                    {name}
                </a>
                " "
                {late}
                " "
                {several}
            </h3>
            <p>{agenda::why(lang, &todo.action.why, todo.currency, today)}</p>
            {contested}
            {suspended}
            {skipped}
            {more}
        </div>
        <p class="todo-amount">
            <span class="amount">{money(todo.total)}</span>
            {penalties}
            {of_plan}
        </p>
        <a
            class="button todo-act"
            class:button-main=is_first
            id=act_id(todo)
            href=route(todo.invoice, what, todo.action.channel).to_string()
            aria-label=label
            on:click=move |_| open()
        >
            {verb}
        </a>
    }
    .into_any()
}
