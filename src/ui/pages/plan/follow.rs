//! Following a plan: where it stands, what came in, and the one thing to do about it now.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::choices::choices;
use super::{progress, table};
use crate::app::book::Book;
use crate::app::route::Route;
use crate::app::views::today::action;
use crate::app::views::withheld::withheld;
use crate::base::{Amount, Currency, InvoiceId, PlanId};
use crate::domain::claim::Instalment;
use crate::domain::dunning::withheld::Withheld;
use crate::domain::dunning::{Action, What};
use crate::domain::event::Step;
use crate::domain::plan::standing::{PlanRow, PlanStanding, Standing};
use crate::domain::plan::{End, InterestDuring, Notice, Penalties, Plan};
use crate::text::words::{agenda, plan_end, plans, withheld as withheld_words};
use crate::text::{Lang, format};
use crate::ui::components::tracking::Letter;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// A plan as it is shown.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    pub(super) plan: Plan,
    pub(super) standing: Standing,
    notices: Vec<Notice>,
    rows: Vec<PlanRow>,
    pub(super) currency: Currency,
    /// The notice that runs, or seems over, as long as its receipt is not noted.
    pub(super) undated: Option<Letter>,
    /// Numbers of its invoices, where it covers several.
    numbers: Vec<String>,
    /// Penalties are owed on them, or run.
    has_penalties: bool,
    /// What stays owed beside its sums, while it is not ended.
    beside: Option<Instalment>,
    /// All that is owed on its invoices today.
    owed: Amount,
    /// What is asked for now, to start a payment with.
    pub(super) asked: Amount,
    /// Money for it stands on one of its invoices and is another’s.
    pub(super) is_misplaced: bool,
    /// Its sums that were not there on their days, with what had come by then.
    pub(super) late: Vec<PlanRow>,
    /// What it gives up at its end, as things stand.
    pub(super) given_up: Amount,
    /// The language the client is written to in.
    pub(super) written_in: Option<Lang>,
    /// The next action of the case it is looked at from.
    next: Option<Action>,
    /// Why nothing is asked of the client, where that is not the plan.
    pub(super) held: Option<Withheld>,
}

fn shown(book: &Book, invoice: InvoiceId, id: PlanId, today: NaiveDate) -> Option<Shown> {
    let plan = book.plan(id)?.clone();
    let received = book.received(&plan, today);
    let standing = book.standing(&plan, today);
    let notices = book.notices(&plan);
    let undated = match standing {
        Standing::NoticeRuns(_, notice) | Standing::NoticeUndated(_, notice) => Some(notice),
        Standing::Kept(_) => book.doubtful_notice(&plan, today),
        _ => None,
    };
    let undated = undated.and_then(|notice| undated_letter(book, &plan, notice.sent));
    let cases = plan.invoices.iter().filter_map(|id| book.case(*id));
    let claims: Vec<_> = cases.map(|case| book.covered_claim(&plan, case, today)).collect();
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
        late: book.late_sums(&plan, plan.ended.map_or(today, |ended| ended.on)),
        given_up: book.given_up(&plan, today),
        written_in: book.client(plan.client).and_then(|client| client.manner.lang),
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
fn undated_letter(book: &Book, plan: &Plan, sent: NaiveDate) -> Option<Letter> {
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
            let reserved = shown.plan.reserved.iter().map(|one| one.amount).sum::<Amount>();
            let left_out =
                reserved.is_positive().then(|| plans::left_out(lang, reserved, shown.currency));
            let terms = terms.into_iter().chain(left_out);
            let terms = terms.map(|line| view! { <li>{line}</li> }).collect_view();
            let is_stopped = matches!(shown.standing, Standing::Stopped(_));
            let is_open = shown.plan.ended.is_none() && !is_stopped;
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
            // What it would give up, interest that does not run among it, was for a plan kept on its days.
            let gives_up = shown.plan.penalties == Penalties::WaivedIfKept
                || shown.plan.interest == InterestDuring::Stops;
            let ends = plan_end::words(lang);
            let loses = is_open && shown.has_penalties && gives_up && !shown.late.is_empty();
            let told = (loses && shown.standing.gives_time() && shown.standing != Standing::Complete)
                .then_some(ends.late_told);
            let standing = match shown.standing {
                Standing::Stopped(opened) => plan_end::stopped(lang, opened),
                known => plans::standing_on(lang, known, today).to_owned(),
            };
            view! {
                <p class="plan-answer">{standing}</p>
                <p class="page-sub">{dates}</p>
                {is_broken.then(|| due_again(lang, id, &shown, today))}
                {(shown.standing == Standing::Ended(End::PaidLate)).then(|| left(lang, id, &shown, today))}
                {progress::progress(lang, &shown.rows, shown.standing, today, shown.currency)}
                {rows}
                <ul class="plain-list field-hint">{terms}</ul>
                {grace.into_iter().chain(told.map(str::to_owned)).map(|said| view! { <p class="field-hint">{said}</p> }).collect_view()}
                {notices(lang, &shown.notices)}
                {went_on(lang, &shown.plan)}
                {choices(app, lang, id, &shown, again)}
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

/// What is left of one that was paid late.
fn left(lang: Lang, id: InvoiceId, shown: &Shown, today: NaiveDate) -> AnyView {
    let owed = format::money(lang, shown.owed, shown.currency);
    view! {
        <p>{plan_end::left(lang, &owed, today)}</p>
        <div class="button-row">
            <a class="button" href=Route::Invoice(id).to_string()>{plans::words(lang).case}</a>
        </div>
    }
    .into_any()
}

/// When it was let go on, with what was written.
fn went_on(lang: Lang, plan: &Plan) -> Option<AnyView> {
    let rows = plan.goes_on.iter().map(|one| {
        view! { <li>{format::date(lang, one.on)} {lang.pick("\u{a0}: ", ": ")} {one.written.clone()}</li> }
    });
    (!plan.goes_on.is_empty()).then(|| {
        let view = view! {
            <h3>{plan_end::words(lang).went_on}</h3>
            <ul class="plain-list">{rows.collect_view()}</ul>
        };
        view.into_any()
    })
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
