//! One proceeding: where it stands, by when what is due, the form of the next stage, what happened.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::history::History;
use super::stage::NextStage;
use crate::app::command::Command;
use crate::app::proceedings::ProceedingCommand;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::partial_order::partial_order;
use crate::base::{Amount, Currency, InvoiceId, ProceedingId, Region};
use crate::browser::page;
use crate::domain::court::Seat;
use crate::domain::payment_order::SHORTER_FROM;
use crate::domain::proceeding::appeal::RecourseTime;
use crate::domain::proceeding::hearing::Docket;
use crate::domain::proceeding::next::{Next, Task};
use crate::domain::proceeding::opposition::Opposition;
use crate::domain::proceeding::partial::{PartialOrder, Rest};
use crate::domain::proceeding::write_off::VatOutcome;
use crate::domain::proceeding::{Milestone, Proceeding, ProceedingKind, Stage};
use crate::text::words::agenda::proceeding;
use crate::text::words::{labels, proceedings, stages};
use crate::text::{Lang, format};
use crate::ui::live::{given, live, only_if};
use crate::ui::state::use_app;

/// A proceeding as it is shown.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// It.
    pub all: Proceeding,
    /// What it asks for next.
    pub next: Option<Next>,
    opposition: Option<Opposition>,
    recourse: Option<RecourseTime>,
    docket: Option<Docket>,
    /// It is an order for less than was asked for.
    pub partial: Option<PartialOrder>,
    is_administrative: bool,
    today: NaiveDate,
    is_open: bool,
    /// Principal that is unpaid; of a sale or a loss, on the day of it.
    pub principal: Amount,
    /// Holidays of its court.
    pub region: Region,
    /// Currency of the claim.
    pub currency: Currency,
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
            let region = Seat::of(&figures.client.address).region();
            Some(Shown {
                next: all.next_against(figures.client.kind, today, region),
                partial: app.book.with(|book| partial_order(book, &figures.case, &all, today)),
                opposition: all.opposition(today, region),
                recourse: all.recourse(today, region, figures.client.kind),
                docket: all.docket(today),
                is_administrative: all.is_administrative(figures.client.kind),
                today,
                is_open: all.is_open(today),
                principal: if all.kind.is_out() {
                    app.book.with(|book| book.claim(&figures.case, all.date).principal_left)
                } else {
                    figures.claim.principal_left
                },
                region,
                currency: figures.claim.currency,
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
        let goes_on = |shown: &Shown| !shown.all.following().is_empty();
        shown.with(|shown| (!app.shows_archive() && goes_on(shown)).then_some(shown.all.stages.len()))
    });
    view! {
        <section class="section after-one" aria-labelledby=named>
            <h2 id=heading tabindex="-1">{title}</h2>
            {live(move || shown.with(|shown| answer(app.lang(), shown)))}
            {live(move || shown.with(|shown| {
                facts(app.lang(), shown, |amount| format::money(app.lang(), amount, currency()))
            }))}
            <Partial id=id one=one shown=shown />
            {live(move || shown.with(|shown| links(app.lang(), id, shown)))}
            {live(move || goes_on.get().map(|_| view! { <NextStage id=id shown=shown figures=figures /> }))}
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
            Some(last) => stages::stage(lang, shown.all.kind, last.stage).to_owned(),
            None if shown.all.kind.is_out() => {
                format!("{}{}{}", words.out, words.since, format::date(lang, shown.all.date))
            }
            None => words.over.to_owned(),
        };
        let merits = shown.all.kind == ProceedingKind::Summary
            && last.is_some_and(|last| matches!(last.stage, Stage::Dismissed | Stage::AppealLost));
        let refused = shown.all.kind.is_order() && last.is_some_and(|last| last.stage == Stage::Refused);
        return view! {
            <p class="plan-answer">{text}</p>
            {merits.then(|| view! { <p>{words.merits_open}</p> })}
            {refused.then(|| view! { <p>{words.refused_open}</p> })}
        }
        .into_any();
    };
    // The month to oppose it is over, and the time of the clerk is not: what comes is the certificate.
    let is_over =
        next.task == Task::AwaitOpposition && shown.opposition.is_some_and(|one| one.by < shown.today);
    let task = if is_over { Task::AskCertificate } else { next.task };
    let running = shown.opposition.filter(|_| next.task == Task::AwaitOpposition && !is_over);
    let day = match next.by.or(running.map(|one| one.by)) {
        Some(by) => Some(proceedings::on(lang, if running.is_some() { words.until } else { words.by }, by)),
        None if next.task == Task::PrepareHearing => Some(hearing_day(lang, shown, next.since)),
        None if next.task == Task::AwaitDecision => Some(proceedings::on(lang, words.announced, next.from)),
        None if matches!(next.task, Task::AwaitOpposition | Task::AwaitAgreement) => {
            Some(proceedings::on(lang, words.from, next.from))
        }
        None if next.task == Task::AwaitReply && shown.all.answer_by.is_some() => {
            shown.all.answer_by.map(|by| proceedings::on(lang, words.until, by))
        }
        // Nothing was heard: that is said below.
        None if next.quiet.is_some() => None,
        // Others decide when: this is the day to ask.
        None if next.task.is_wait() => Some(proceedings::on(lang, words.look, next.from)),
        None => None,
    };
    let late = matches!(
        next.task,
        Task::OrderVoid
            | Task::FeeOverdue
            | Task::OppositionUnanswered
            | Task::ContestOver
            | Task::QueryOver
            | Task::ReplyOver
    );
    view! {
        <p class="plan-answer">
            {proceeding::what(lang, task)}
            {(!late).then(|| day.map(|day| view! { <span class="after-day">{day}</span> }))}
        </p>
        {next.quiet.map(|heard| view! { <p>{proceeding::quiet(lang, heard, shown.today)}</p> })}
        <p>{proceeding::why(lang, shown.all.kind, next.task, next.since, next.by)}</p>
        {opposition(lang, shown)}
        {shown.recourse.map(|time| view! { <p>{proceedings::recourse(lang, &time)}</p> })}
        {running.map(|_| {
            let then = match shown.all.kind {
                ProceedingKind::EuropeanOrder => words.declaration_from,
                _ => words.certificate_from,
            };
            let from = proceedings::on(lang, then, next.from);
            view! { <p>{from} "."</p> }
        })}
        {after(lang, shown, next.task).map(|after| view! { <p class="field-hint">{after}</p> })}
        {(next.task == Task::AskCertificate).then(|| view! { <p class="field-hint">{certificate(lang, shown)}</p> })}
    }
    .into_any()
}

/// What to do about a task, and what comes after; of an administrative court what is its own.
fn after(lang: Lang, shown: &Shown, task: Task) -> Option<&'static str> {
    if shown.is_administrative {
        return proceedings::after_public(lang, task);
    }
    Some(proceedings::after(lang, shown.all.kind, task))
}

/// The day of a hearing, with its time where that is known.
fn hearing_day(lang: Lang, shown: &Shown, day: NaiveDate) -> String {
    let at = match shown.docket {
        Some(Docket::Hearing { at, .. }) => at,
        _ => None,
    };
    let at = at.map(|at| format!(", {}", format::time(lang, at))).unwrap_or_default();
    format!("{}{at}", proceedings::on(lang, proceedings::words(lang).hearing_on, day))
}

/// Why the clerk can be asked now: by the day of the order.
fn certificate(lang: Lang, shown: &Shown) -> &'static str {
    let made = shown.all.last(Stage::Made, shown.today).map_or(shown.all.date, |one| one.date);
    proceedings::certificate(lang, SHORTER_FROM <= made)
}

/// Until when the order can be opposed, with the rule.
fn opposition(lang: Lang, shown: &Shown) -> Option<AnyView> {
    let said = proceedings::opposition(lang, &shown.opposition?, shown.today);
    Some(view! { <p>{said}</p> }.into_any())
}

/// An order for less than was asked for: what there is to choose, or what became of the rest.
#[component]
fn Partial(id: InvoiceId, one: ProceedingId, shown: Memo<Shown>) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let is_open =
        Memo::new(move |_| shown.with(|shown| shown.partial.is_some_and(|order| order.state == Rest::Open)));
    let said = live(move || {
        shown.with(|shown| {
            let order = shown.partial?;
            let said = proceedings::partial(app.lang(), shown.all.kind, &order, shown.currency);
            Some(match order.state {
                Rest::Open => {
                    let rows = said.into_iter().map(|text| view! { <li>{text}</li> });
                    view! { <ul class="points">{rows.collect_view()}</ul> }.into_any()
                }
                Rest::GivenUp | Rest::Reopened => {
                    said.into_iter().map(|text| view! { <p>{text}</p> }).collect_view().into_any()
                }
            })
        })
    });
    let drop_it = move |_| {
        let note = words.now().partial_note.to_owned();
        let ended = Milestone { note, ..Milestone::new(Stage::Ended, app.today.get_untracked()) };
        // Said at the bottom of the screen, done or refused.
        let _ = app.send(Command::Proceeding(ProceedingCommand::Note(id, one, ended)));
        request_animation_frame(|| {
            page::focus("h1");
        });
    };
    view! {
        {only_if(move || is_open.get(), move || view! { <h3>{words.t(|w| w.partial_title)}</h3> })}
        {said}
        {only_if(move || is_open.get() && !app.shows_archive(), move || view! {
            <div class="button-row">
                <button class="button" type="button" on:click=drop_it>
                    {words.t(|w| w.partial_drop)}
                </button>
            </div>
        })}
    }
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
    if !all.terms.is_empty() {
        let what = if all.write_off.is_some() { words.proof_is } else { words.terms_are };
        lines.push(format!("{what}{}", all.terms));
    }
    if let Some(price) = all.amount.filter(|_| all.kind == ProceedingKind::Sold) {
        let loss = Some(shown.principal - price).filter(|loss| loss.is_positive());
        lines.extend(loss.map(|loss| format!("{}{}", words.sold_loss, money(loss))));
        let (paid, left) = (all.price_paid(shown.today), all.unpaid_price(shown.today));
        if paid.is_positive() {
            let left = if left.is_positive() {
                format!("{}{}", words.price_left, money(left))
            } else {
                String::new()
            };
            lines.push(format!("{}{}{left}", words.price_paid, money(paid)));
        }
    }
    let (came, kept) = all.returned(far);
    if came.is_positive() {
        let kept = if kept.is_positive() {
            format!("{}{}{}{}", words.kept, money(kept), words.passed_on, money(came - kept))
        } else {
            String::new()
        };
        lines.push(format!("{}{}{kept}", words.returned, money(came)));
    }
    // Costs are in euros, whatever the claim is in.
    let spent = all.spent(far);
    if spent.is_positive() {
        lines.push(format!("{}{}", words.cost_all, format::money(lang, spent, Currency::EUR)));
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
        let vat = write_off.vat_amount.map(|vat| format!("{}{}", words.lost_vat, money(vat)));
        lines.push(format!("{}{}{}", words.lost, money(shown.principal), vat.unwrap_or_default()));
        lines.push(format!(
            "{}{}",
            words.reason_is,
            labels::lower_first(proceedings::loss(lang, write_off.reason))
        ));
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
        || shown.next.is_some_and(|next| {
            use Task::{ActOnReply, InvitationOver, OrderVoid, ReplyOver};
            matches!(next.task, OrderVoid | InvitationOver | ReplyOver | ActOnReply)
        });
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
    if shown.next.is_some_and(|next| next.task == Task::NotifySale) {
        let href = Route::Documents(id, "cession".to_owned()).to_string();
        let link = view! {
            <div class="button-row">
                <a class="button" href=href>
                    {words.notice_write}
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
