//! One proceeding: where it stands, by when what is due, the form of the next stage, what happened.

use leptos::prelude::*;

use super::history::History;
use super::stage::NextStage;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::{Amount, InvoiceId, ProceedingId};
use crate::domain::court::Seat;
use crate::domain::proceeding::next::{Next, Task};
use crate::domain::proceeding::write_off::VatOutcome;
use crate::domain::proceeding::{Proceeding, ProceedingKind};
use crate::text::words::agenda::proceeding;
use crate::text::words::{proceedings, stages};
use crate::text::{Lang, format};
use crate::ui::live::{given, live};
use crate::ui::state::use_app;

/// A proceeding as it is shown.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// It.
    pub all: Proceeding,
    next: Option<Next>,
    is_open: bool,
    principal: Amount,
    /// Something is owed on the invoice.
    pub owes: bool,
}

/// The section of a proceeding.
#[component]
pub fn One(id: InvoiceId, one: ProceedingId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let shown = Memo::new(move |_| {
        let today = app.today.get();
        figures.with(|figures| {
            let all = figures.case.proceedings.iter().find(|known| known.id == one)?.clone();
            let seat = Seat::of(&figures.client.address);
            let region = seat.region();
            Some(Shown {
                next: all.next(today, region),
                is_open: all.is_open(today),
                principal: figures.claim.principal_left,
                owes: figures.claim.balance().is_positive(),
                all,
            })
        })
    });
    given(shown.into(), move |shown| view! { <Section id=id one=one shown=shown figures=figures /> })
}

#[component]
fn Section(id: InvoiceId, one: ProceedingId, shown: Memo<Shown>, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let heading = format!("proceeding-{one}");
    let named = heading.clone();
    let title = live(move || {
        shown.with(|shown| {
            let name = proceeding::kind(app.lang(), shown.all.kind);
            let with =
                if shown.all.with.is_empty() { String::new() } else { format!(", {}", shown.all.with) };
            format!("{name}{with}")
        })
    });
    let currency = move || figures.with(|figures| figures.claim.currency);
    // Each stage has a form of its own: what was typed for one is nothing for the next.
    let goes_on = Memo::new(move |_| {
        let goes_on = |shown: &Shown| shown.is_open && !shown.all.following().is_empty();
        shown.with(|shown| (!app.shows_archive() && goes_on(shown)).then_some(shown.all.stages.len()))
    });
    view! {
        <section class="section after-one" aria-labelledby=named>
            <h2 id=heading tabindex="-1">{title}</h2>
            {live(move || shown.with(|shown| answer(app.lang(), shown)))}
            {live(move || shown.with(|shown| {
                facts(app.lang(), shown, |amount| format::money(app.lang(), amount, currency()))
            }))}
            {live(move || shown.with(|shown| links(app.lang(), id, shown)))}
            {live(move || goes_on.get().map(|_| view! { <NextStage id=id shown=shown /> }))}
            <History id=id shown=shown figures=figures />
        </section>
    }
}

/// The largest thing: what is due, by when; then why, and what comes after.
fn answer(lang: Lang, shown: &Shown) -> AnyView {
    let words = proceedings::words(lang);
    if !shown.owes && shown.is_open && !shown.all.kind.is_out() {
        return view! {
            <p class="plan-answer">{words.paid}</p>
            <p class="field-hint">{words.paid_hint}</p>
        }
        .into_any();
    }
    let Some(next) = shown.next else {
        let last = shown.all.stages.last().filter(|_| !shown.is_open);
        let text = match last {
            Some(last) => stages::stage(lang, shown.all.kind, last.stage),
            None if shown.all.kind.is_out() => words.out,
            None => words.over,
        };
        return view! { <p class="plan-answer">{text}</p> }.into_any();
    };
    let day = match next.by {
        Some(by) => Some(proceedings::on(lang, words.by, by)),
        None if matches!(next.task, Task::AwaitOpposition | Task::AwaitAgreement) => {
            Some(proceedings::on(lang, words.from, next.from))
        }
        // Others decide when: this is the day to ask.
        None if next.task.is_wait() => Some(proceedings::on(lang, words.look, next.from)),
        None => None,
    };
    let late = matches!(
        next.task,
        Task::OrderVoid | Task::FeeOverdue | Task::OppositionUnanswered | Task::ContestOver
    );
    view! {
        <p class="plan-answer">
            {proceeding::what(lang, next.task)}
            {(!late).then(|| day.map(|day| view! { <span class="after-day">{day}</span> }))}
        </p>
        <p>{proceeding::why(lang, shown.all.kind, next.task, next.since, next.by)}</p>
        <p class="field-hint">{proceedings::after(lang, next.task)}</p>
    }
    .into_any()
}

/// Sums and terms that belong to it.
fn facts(lang: Lang, shown: &Shown, money: impl Fn(Amount) -> String) -> AnyView {
    let words = proceedings::words(lang);
    let all = &shown.all;
    let far = chrono::NaiveDate::MAX;
    let mut lines = Vec::new();
    if !all.reference.is_empty() {
        lines.push(format!("{}{}", words.reference_is, all.reference));
    }
    lines.extend(Some(all.terms.clone()).filter(|terms| !terms.is_empty()));
    if let Some(price) = all.amount.filter(|_| all.kind == ProceedingKind::Sold) {
        lines.push(format!("{}{}", words.sold_loss, money(shown.principal - price)));
    }
    let (came, kept) = all.returned(far);
    if came.is_positive() {
        let kept = if kept.is_positive() { format!("{}{}", words.kept, money(kept)) } else { String::new() };
        lines.push(format!("{}{}{kept}", words.returned, money(came)));
    }
    let (costs, granted) = all.recovered(far);
    if costs.is_positive() {
        let granted = if granted.is_positive() {
            format!("{}{}", words.article_700, money(granted))
        } else {
            String::new()
        };
        lines.push(format!("{}{}{granted}", words.recovered, money(costs)));
    }
    if let Some(write_off) = all.write_off {
        lines.push(proceedings::loss(lang, write_off.reason).to_owned());
        lines.push(proceedings::vat_outcome(lang, write_off.outcome()).to_owned());
    }
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    let books = all.write_off.map(|_| view! { <p class="field-hint">{words.books}</p> });
    view! {
        {lines}
        {books}
    }
    .into_any()
}

fn links(lang: Lang, id: InvoiceId, shown: &Shown) -> Option<AnyView> {
    let words = proceedings::words(lang);
    // What came to nothing is no end: another way is a click away.
    let failed = shown.all.stages.last().is_some_and(|last| last.stage.ends())
        || shown.next.is_some_and(|next| matches!(next.task, Task::OrderVoid | Task::InvitationOver));
    if failed && shown.owes && shown.all.kind != ProceedingKind::Lodged {
        let href = Route::Ways(id).to_string();
        let link = view! {
            <div class="button-row">
                <a class="button" href=href>
                    {words.other_way}
                </a>
            </div>
        };
        return Some(link.into_any());
    }
    let comes = shown.all.write_off.is_some_and(|one| one.outcome() == VatOutcome::Comes);
    let href = Route::Documents(id, "facture-impayee".to_owned()).to_string();
    comes.then(|| {
        view! {
            <div class="button-row">
                <a class="button button-main" href=href>
                    {words.vat_print}
                </a>
            </div>
        }
        .into_any()
    })
}
