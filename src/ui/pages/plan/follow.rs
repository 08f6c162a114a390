//! Following a plan: where it stands, what came in, and the one thing to do about it now.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::payment::{PayPlan, ShareOut};
use super::receipt::{BreakUndated, NoteReceipt};
use super::signing::Accept;
use super::{progress, table};
use crate::app::book::Book;
use crate::app::calendar_file::plan_file;
use crate::app::command::Command;
use crate::app::plans::PlanCommand;
use crate::app::route::Route;
use crate::app::views::today::action;
use crate::app::views::withheld::withheld;
use crate::base::{Amount, Currency, InvoiceId, PlanId};
use crate::browser::files;
use crate::domain::claim::Instalment;
use crate::domain::dunning::withheld::Withheld;
use crate::domain::dunning::{Action, What};
use crate::domain::event::Step;
use crate::domain::plan::standing::{PlanRow, PlanStanding, Standing};
use crate::domain::plan::{End, Notice, Plan};
use crate::text::words::{agenda, plans, withheld as withheld_words};
use crate::text::{Lang, format};
use crate::ui::calendar::name_book;
use crate::ui::components::tracking::Letter;
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// A plan as it is shown.
#[derive(Clone, PartialEq)]
struct Shown {
    plan: Plan,
    standing: Standing,
    notices: Vec<Notice>,
    rows: Vec<PlanRow>,
    currency: Currency,
    /// The notice that runs, or seems over, as long as its receipt is not noted.
    undated: Option<Letter>,
    /// Numbers of its invoices, where it covers several.
    numbers: Vec<String>,
    /// Penalties are owed on them, or run.
    has_penalties: bool,
    /// What stays owed beside its sums, while it is not ended.
    beside: Option<Instalment>,
    /// All that is owed on its invoices today.
    owed: Amount,
    /// What is asked for now, to start a payment with.
    asked: Amount,
    /// Money for it stands on one of its invoices and is another’s.
    is_misplaced: bool,
    /// The next action of the case it is looked at from.
    next: Option<Action>,
    /// Why nothing is asked of the client, where that is not the plan.
    held: Option<Withheld>,
}

fn shown(book: &Book, invoice: InvoiceId, id: PlanId, today: NaiveDate) -> Option<Shown> {
    let plan = book.plan(id)?.clone();
    let received = book.received(&plan, today);
    let standing = book.standing(&plan, today);
    let notices = book.notices(&plan);
    let undated = match standing {
        Standing::NoticeRuns(_, notice) | Standing::NoticeUndated(_, notice) => {
            undated(book, &plan, notice.sent)
        }
        _ => None,
    };
    let cases = plan.invoices.iter().filter_map(|id| book.case(*id));
    let claims: Vec<_> = cases.map(|case| book.claim(case, today)).collect();
    let owed = claims.iter().map(|claim| claim.total).sum();
    let has_penalties =
        claims.iter().any(|claim| claim.interest.is_positive() || claim.indemnity.is_positive());
    let numbers = plan.invoices.iter().filter_map(|id| book.case(*id));
    let numbers = numbers.map(|case| case.invoice.number.clone()).collect();
    let next = action(book, invoice, today);
    let held = withheld(book, invoice, today).filter(|held| held.plan().is_none());
    let beside = book.beside(&plan, today).filter(|_| plan.ended.is_none());
    let is_misplaced = plan.is_running() && book.misplaced(&plan, today).is_some();
    let known = PlanStanding { plan: &plan, standing, received, beside };
    let asked = known.asked(today);
    Some(Shown {
        owed,
        asked,
        is_misplaced,
        beside,
        numbers,
        has_penalties,
        next,
        held,
        standing,
        notices,
        undated,
        rows: plan.rows(received),
        currency: book.plan_currency(&plan),
        plan,
    })
}

/// The notice of a day whose receipt is not noted.
fn undated(book: &Book, plan: &Plan, sent: NaiveDate) -> Option<Letter> {
    let (invoice, event) = book.undated_notice(plan, sent)?;
    let known = book.case(invoice)?.events.iter().find(|known| known.id == event)?;
    Some(Letter { invoice, event, sent, posting: known.posting.clone(), received: known.received })
}

/// The plan.
#[component]
pub fn Follow(id: InvoiceId, plan: PlanId, again: RwSignal<Option<PlanId>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(plans::words);
    let known = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| shown(book, id, plan, today))
    });
    let body = move || {
        let lang = app.lang();
        let today = app.today.get();
        known.get().map(|shown| {
            let w = plans::words(lang);
            let signed = shown.plan.accepted.map(|day| format!("{}{}", w.signed_on, format::date(lang, day)));
            let answer = (shown.standing == Standing::Proposed).then(|| {
                format!("{}{}", w.answer_until, format::date_with_weekday(lang, shown.plan.answer_by))
            });
            let dates = format!(
                "{}{}{}.",
                w.proposed_on,
                format::date(lang, shown.plan.proposed),
                signed.or(answer).unwrap_or_default()
            );
            let aside = shown.beside.map(|beside| withheld_words::beside(lang, beside, shown.currency));
            let terms = plans::terms(lang, &shown.plan, &shown.numbers, shown.has_penalties, aside);
            let terms = terms.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            let is_open = shown.plan.ended.is_none();
            let is_broken = shown.standing == Standing::Ended(End::Broken);
            // A sum that was still to come when the plan broke was not missed.
            let ended = shown.plan.ended.map_or(today, |ended| ended.on);
            let note = move |row: &PlanRow| {
                let is_unpaid = is_broken && row.left().is_positive();
                if is_unpaid && !row.is_missed(ended) {
                    Some((w.fallen_due, false))
                } else if is_unpaid || (is_open && row.is_missed(today)) {
                    Some((w.missed_row, true))
                } else {
                    (is_open && row.is_late(today)).then_some((w.late_row, false))
                }
            };
            let rows = table::followed(lang, &shown.rows, shown.plan.instalments.len(), note, shown.currency);
            let grace = match shown.standing {
                Standing::Kept(row) if row.is_late(today) => Some(plans::late(lang, &row, shown.currency)),
                Standing::Kept(_) => Some(w.grace.to_owned()),
                _ => None,
            };
            view! {
                <p class="plan-answer">{plans::standing_on(lang, shown.standing, today)}</p>
                <p class="page-sub">{dates}</p>
                {is_broken.then(|| due_again(lang, id, &shown, today))}
                {progress::progress(lang, &shown.rows, shown.standing, today, shown.currency)}
                {rows}
                <ul class="plain-list field-hint">{terms}</ul>
                {grace.map(|grace| view! { <p class="field-hint">{grace}</p> })}
                {notices(lang, &shown.notices)}
                {actions(app, lang, id, &shown, again)}
            }
        })
    };
    view! {
        <section class="section plan-follow" aria-labelledby="plan-follow">
            <h2 id="plan-follow">{words.t(|w| w.follow)}</h2>
            {live(body)}
        </section>
    }
}

/// What is due once a plan was broken, and what comes next.
fn due_again(lang: Lang, id: InvoiceId, shown: &Shown, today: NaiveDate) -> AnyView {
    let owed = format::money(lang, shown.owed, shown.currency);
    let next = shown.next.as_ref().filter(|next| next.what == What::Climb(Step::FormalNotice));
    let next = next.map(|next| {
        let href = Route::Text(id, Step::FormalNotice).to_string();
        view! { <a class="button button-main" href=href>{agenda::verb(lang, next)}</a> }
    });
    let why = &shown.plan.undated_because;
    let why = (!why.is_empty())
        .then(|| view! { <p class="field-hint">{format!("{}{why}", plans::words(lang).undated_said)}</p> });
    view! {
        <p>{plans::due_again(lang, &owed, today)}</p>
        {why}
        <div class="button-row">
            {next} <a class="button" href=Route::Invoice(id).to_string()>{plans::words(lang).case}</a>
        </div>
    }
    .into_any()
}

/// The notices that were sent, with the last day each gave.
fn notices(lang: Lang, notices: &[Notice]) -> Option<AnyView> {
    let rows = notices.iter().map(|notice| {
        let estimate = notice.is_estimate.then(|| plans::words(lang).notice_estimate);
        view! { <li>{plans::notice_sent(lang, *notice)} {estimate}</li> }
    });
    (!notices.is_empty()).then(|| {
        let view = view! {
            <h3>{plans::words(lang).notices}</h3>
            <ul class="plain-list">{rows.collect_view()}</ul>
        };
        view.into_any()
    })
}

/// What may be done now; what is most likely first.
fn actions(app: App, lang: Lang, id: InvoiceId, shown: &Shown, again: RwSignal<Option<PlanId>>) -> AnyView {
    if app.shows_archive() {
        return ().into_any();
    }
    let w = plans::words(lang);
    let plan = shown.plan.id;
    let send = move |command: PlanCommand| {
        // A refusal says itself at the bottom of the screen.
        let _ = app.send(Command::Plan(command));
    };
    let end = move |how| {
        let today = app.today.get_untracked();
        send(PlanCommand::End(plan, how, today));
    };
    let is_for_others = shown.held.as_ref().is_some_and(Withheld::is_for_others);
    let main = match shown.standing {
        Standing::Proposed | Standing::Unanswered if is_for_others => view! {
            <div class="button-row">
                <button class="button button-quiet" type="button" on:click=move |_| end(End::Withdrawn)>
                    {w.withdraw}
                </button>
            </div>
        }
        .into_any(),
        Standing::Proposed | Standing::Unanswered => view! {
            <Accept plan=plan proposed=shown.plan.proposed />
            <div class="button-row">
                <a class="button" href=Route::Text(id, Step::Instalments).to_string()>
                    {w.write}
                </a>
                <button class="button button-quiet" type="button" on:click=move |_| again.set(Some(plan))>
                    {w.other}
                </button>
                <button class="button button-quiet" type="button" on:click=move |_| end(End::Withdrawn)>
                    {w.withdraw}
                </button>
            </div>
        }
        .into_any(),
        Standing::Kept(_) => payment(w, id, shown),
        Standing::Missed(_) | Standing::NoticeUndated(..) | Standing::Breached(..)
            if shown.held.is_some() =>
        {
            view! {
                {shown.held.as_ref().filter(|_| !is_for_others).map(|held| stopped(lang, id, held))}
                {payment(w, id, shown)}
            }
            .into_any()
        }
        Standing::Missed(_) => view! {
            <p class="field-hint">{w.notice_why}</p>
            <div class="button-row">
                <a class="button button-main" href=Route::Text(id, Step::PlanNotice).to_string()>
                    {w.notice}
                </a>
                <a class="button" href=Route::Text(id, Step::Courtesy).to_string()>
                    {withheld_words::words(lang).remind}
                </a>
            </div>
            {payment(w, id, shown)}
        }
        .into_any(),
        Standing::NoticeRuns(..) => view! {
            {shown.undated.clone().map(|notice| view! { <NoteReceipt notice=notice /> })}
            {payment(w, id, shown)}
        }
        .into_any(),
        Standing::NoticeUndated(..) => view! {
            {shown.undated.clone().map(|notice| view! { <NoteReceipt notice=notice /> })}
            <BreakUndated id=id plan=plan />
            {payment(w, id, shown)}
        }
        .into_any(),
        Standing::Breached(..) => view! {
            <div class="button-row">
                <button class="button button-main" type="button" on:click=move |_| end(End::Broken)>
                    {w.end_broken}
                </button>
            </div>
            {payment(w, id, shown)}
        }
        .into_any(),
        Standing::Complete if shown.is_misplaced => view! { <ShareOut plan=plan /> }.into_any(),
        Standing::Complete => view! {
            <div class="button-row">
                <button class="button button-main" type="button" on:click=move |_| end(End::Settled)>
                    {w.end_settled}
                </button>
            </div>
        }
        .into_any(),
        Standing::Ended(_) => ().into_any(),
    };
    let calendar = shown.plan.clone();
    let download = move |_| {
        name_book(app);
        let (lang, today) = (app.lang(), app.today.get_untracked());
        if let Some(file) = app.book.with_untracked(|book| plan_file(lang, book, &calendar, today)) {
            files::download_calendar("echeancier.ics", &file);
        }
    };
    let comes = shown.standing.gives_time() && shown.standing != Standing::Complete;
    let calendar = comes.then(|| {
        view! {
            <button class="button button-quiet" type="button" on:click=download>
                {w.calendar}
            </button>
        }
    });
    // What both sign, or have signed.
    let has_agreement = !matches!(shown.standing, Standing::Ended(_)) && shown.held.is_none();
    let agreement = has_agreement.then(|| {
        let route = Route::Documents(id, "protocole".to_owned());
        let label = if shown.plan.accepted.is_some() { w.agreement_signed } else { w.agreement };
        view! { <a class="button button-quiet" href=route.to_string()>{label}</a> }
    });
    let is_early = shown.is_misplaced && shown.standing != Standing::Complete;
    let share_out = is_early.then(|| view! { <ShareOut plan=plan /> });
    view! {
        {share_out}
        {main}
        <div class="button-row">
            {agreement}
            {calendar}
            <button class="button button-quiet" type="button" on:click=move |_| send(PlanCommand::Delete(plan))>
                {w.delete}
            </button>
        </div>
    }
    .into_any()
}

/// Why no notice is given: somebody else decides.
fn stopped(lang: Lang, id: InvoiceId, held: &Withheld) -> AnyView {
    let w = withheld_words::words(lang);
    view! {
        <div class="banner" role="note">
            <p class="banner-text">{withheld_words::why(lang, held)} " " {withheld_words::speak_to(lang, held)}</p>
            <a class="button button-quiet" href=Route::After(id).to_string()>{w.after}</a>
        </div>
    }
    .into_any()
}

/// A payment for the plan: on its one invoice, or over all of them.
fn payment(words: &'static plans::Words, id: InvoiceId, shown: &Shown) -> AnyView {
    if shown.plan.invoices.len() > 1 {
        let plan = shown.plan.id;
        return view! { <PayPlan plan=plan asked=shown.asked /> }.into_any();
    }
    view! {
        <div class="button-row">
            <a class="button" href=Route::Invoice(id).to_string()>
                {words.note_payment}
            </a>
        </div>
    }
    .into_any()
}
