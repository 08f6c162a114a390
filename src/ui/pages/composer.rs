//! A text for a claim: choose it, complete what it lacks, copy or print it, and record that it was sent.

pub mod card;
pub mod choices;
pub mod conduct;
pub mod desk;
pub mod guard;
pub mod held;
pub mod inbox;
pub mod pay_link;
pub mod person;
pub mod preview;
pub mod register;
pub mod sending;
pub mod steps;
pub mod text;
pub mod wording;

use std::sync::Arc;

use leptos::prelude::*;

use self::desk::Desk;
use self::text::{StepSource, plan_proposed, write};
use super::not_found::NotFound;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::today;
use crate::app::views::withheld::withheld;
use crate::app::views::writing::{Recipient, is_unreminded, suggested as suggested_for, supposes_sending};
use crate::base::{InvoiceId, dates};
use crate::browser::page;
use crate::documents::message::{Message, channels};
use crate::domain::dunning::person::{can_call, channel};
use crate::domain::dunning::withheld::Withheld;
use crate::domain::event::{Channel, Step};
use crate::domain::manner::Tone;
use crate::domain::party::DebtorKind;
use crate::text::format;
use crate::text::words::{composer, dunning, labels};
use crate::ui::components::{MissingFacts, Sheet, SheetDesk};
use crate::ui::editing::Editing;
use crate::ui::editing::about::About;
use crate::ui::editing::source::Wording;
use crate::ui::live::{given, given_or, live, only_if};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn Composer(
    /// Which claim.
    id: InvoiceId,
    /// Which text.
    step: Step,
) -> impl IntoView {
    let app = use_app();
    // A text is recorded with the figures of the day it was sent: what came later was not in it.
    let day = RwSignal::new(format::date_digits(app.today.get_untracked()));
    let dated = Memo::new(move |_| {
        let today = app.today.get();
        day.with(|typed| dates::parse_typed(typed)).map_or(today, |day| day.min(today))
    });
    let figures =
        Memo::new(move |_| app.book.with(|book| Some(Figures::of_case(book, book.case(id)?, dated.get()))));
    // Gone elsewhere, nothing of it may stay in sight.
    given_or(
        figures.into(),
        move |figures| view! { <Write id=id step=step figures=figures day=day /> },
        || view! { <NotFound /> },
    )
}

/// The head of the page, and below it the text, or what must be known before there can be one.
#[component]
fn Write(id: InvoiceId, step: Step, figures: Memo<Figures>, day: RwSignal<String>) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let proposed = Memo::new(move |_| {
        app.book.with(|book| today::action(book, id, app.today.get())).and_then(|action| action.what.step())
    });
    let is_sent = Memo::new(move |_| {
        let today = app.today.get();
        !supposes_sending(step) || figures.with(|figures| figures.case.was_sent(today))
    });
    // By telephone where a number is known, in writing otherwise.
    let is_spoken = Memo::new(move |_| step.is_call() && figures.with(|figures| can_call(&figures.client)));
    let held = Memo::new(move |_| {
        let today = app.today.get();
        let asks = |held: &Withheld| held.holds_back(step) || step.is_call();
        app.book.with(|book| withheld(book, id, today)).filter(asks)
    });
    let is_held = Memo::new(move |_| held.with(Option::is_some));
    Effect::new(move |_| {
        let name = dunning::step(app.lang(), step);
        page::set_title(&figures.with(|figures| format!("{name} {} · Relance", figures.case.invoice.number)));
    });
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Invoice(id).to_string()>
                "← "
                {live(move || figures.with(|figures| format!("{}, {}", labels::client_name(app.lang(), &figures.client.name), figures.case.invoice.number)))}
            </a>
            <h1 tabindex="-1">
                {words.t(|w| w.title)} {live(move || figures.with(|figures| labels::client_name(app.lang(), &figures.client.name)))}
            </h1>
        </div>
        {live(move || {
            if is_spoken.get() {
                view! { <ToCall id=id step=step proposed=proposed /> }.into_any()
            } else if is_held.get() {
                view! {
                    <div class="two-columns">
                        {given(held.into(), move |held| view! { <held::Held id=id figures=figures held=held /> })}
                        <steps::Steps id=id step=step proposed=proposed />
                    </div>
                }
                .into_any()
            } else if is_sent.get() {
                view! { <Compose id=id step=step figures=figures day=day proposed=proposed /> }.into_any()
            } else {
                view! {
                    <div class="two-columns">
                        <guard::Guard id=id figures=figures />
                        <steps::Steps id=id step=step proposed=proposed />
                    </div>
                }
                .into_any()
            }
        })}
    }
}

/// A call is held on a screen of its own.
#[component]
fn ToCall(id: InvoiceId, step: Step, proposed: Memo<Option<Step>>) -> impl IntoView {
    let words = use_app().words(composer::words);
    view! {
        <div class="two-columns">
            <section class="guard">
                <p class="section-sub">{words.t(|w| w.is_call)}</p>
                <a class="button button-main" href=Route::Call(id).to_string()>
                    {words.t(|w| w.open_call)}
                </a>
            </section>
            <steps::Steps id=id step=step proposed=proposed />
        </div>
    }
}

#[component]
fn Compose(
    id: InvoiceId,
    step: Step,
    figures: Memo<Figures>,
    day: RwSignal<String>,
    proposed: Memo<Option<Step>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let suggested = move |figures: &Figures, all: &[Recipient]| {
        suggested_for(&figures.client, &figures.case, step, all, app.today.get())
    };
    let desk = Desk::new(app, id, step, figures, day, suggested);
    if let Some(plan) = untrack(|| plan_proposed(app, desk)) {
        desk.choose_all(plan.invoices);
    }
    let offered = Memo::new(move |_| {
        let mut offered = channels(step, figures.with(|figures| figures.client.kind));
        offered.retain(|channel| *channel != Channel::Phone);
        offered
    });
    let first = figures.with_untracked(|figures| channel(&figures.client, step));
    let source = Arc::new(StepSource { app, desk });
    let editing = Editing::new(app, source, wording::remembered(app, desk), offered, first);
    let Editing { text, wording, .. } = editing;
    let missing = Signal::from(editing.missing);
    // A tone is offered where it changes the text.
    let tones = Memo::new(move |_| {
        let (wording, channel) = (wording.get(), editing.channel.get());
        let told = |tone| write(app, desk, Wording { tone, ..wording }, channel).ok();
        let first = told(Tone::Warm);
        first.is_some()
            && [Tone::Courteous, Tone::Direct, Tone::Firm].into_iter().any(|tone| told(tone) != first)
    });
    let breaches = conduct::found(app, desk, editing);
    let is_letter = Memo::new(move |_| text.with(|text| matches!(text, Some(Message::Letter(_)))));
    let chosen = move || {
        let (lang, name) = (app.lang(), desk.recipient.with(|one| one.name.clone()));
        let invoices = match desk.all.with(Vec::len) {
            0 | 1 => String::new(),
            several => {
                let w = words.now();
                format::count(lang, i64::try_from(several).unwrap_or(i64::MAX), w.about_one, w.about_many)
            }
        };
        let parts = [dunning::channel(lang, editing.channel.get()).to_owned(), name, invoices];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let letter = move || match text.get() {
        Some(Message::Letter(letter)) => Some(view! {
            <SheetDesk label=words.t(|w| w.sheet) is_refused=editing.is_halted>
                <Sheet letter=letter />
            </SheetDesk>
        }),
        _ => None,
    };
    view! {
        <div class="two-columns composer" class:composer-letter=is_letter>
            <div class="form composer-choices">
                <steps::Steps id=id step=step proposed=proposed />
                // On a telephone the text comes first: how it goes and sounds is folded to one line.
                <details class="disclosure composer-more" open=!page::is_narrow()>
                    <summary>
                        <span>
                            {words.t(|w| w.choices)}
                            <br />
                            <span class="field-hint">{chosen}</span>
                        </span>
                    </summary>
                    <div class="form">
                        <About
                            candidates=desk.candidates
                            chosen=desk.chosen
                            choose=Callback::new(move |(id, is_in)| desk.choose(id, is_in))
                        />
                        <choices::Channels desk=desk editing=editing channels=offered />
                        <person::Person desk=desk editing=editing />
                        <choices::Source editing=editing />
                        <choices::Manner desk=desk editing=editing tones=tones />
                        <choices::Notice desk=desk editing=editing />
                        <choices::Ending desk=desk />
                        <choices::Weight desk=desk />
                        <pay_link::OwnLink desk=desk />
                    </div>
                </details>
                {(step == Step::PenaltyNote).then(|| view! { <register::Register /> })}
                {step.is_call().then(|| view! { <NoNumber figures=figures /> })}
                <Remarks figures=figures step=step />
                <MissingFacts missing=missing client=Some(figures.with_untracked(|figures| figures.client.id)) />
            </div>
            <preview::Preview desk=desk editing=editing missing=missing breaches=breaches />
        </div>
        {live(letter)}
    }
}

/// Why what is usually said on the telephone is written, and where a number is added.
#[component]
fn NoNumber(figures: Memo<Figures>) -> impl IntoView {
    let words = use_app().words(composer::words);
    let client = figures.with_untracked(|figures| figures.client.id);
    view! {
        <div class="banner" role="note">
            <p class="banner-text">
                {words.t(|w| w.no_number)} " "
                <a href=Route::EditClient(client).to_string()>{words.t(|w| w.add_number)}</a>
            </p>
        </div>
    }
}

/// What should be known before this text is sent.
#[component]
fn Remarks(figures: Memo<Figures>, step: Step) -> impl IntoView {
    let words = use_app().words(composer::words);
    let remark = move |shows: fn(&Figures, Step) -> bool,
                       text: fn(&'static composer::Words) -> &'static str| {
        only_if(
            move || figures.with(|figures| shows(figures, step)),
            move || {
                view! {
                    <div class="banner" role="note">
                        <p class="banner-text">{words.t(text)}</p>
                    </div>
                }
            },
        )
    };
    view! {
        {remark(|figures, _| figures.client.kind == DebtorKind::Unknown, |w| w.kind_unknown)}
        {remark(|figures, _| !figures.claim.provisional.is_empty(), |w| w.provisional)}
        {remark(|figures, _| figures.claim.floor.is_some_and(|floor| floor.below), |w| w.below_floor)}
        {remark(|figures, _| figures.client.insolvency.is_some(), |w| w.insolvency)}
        {remark(
            |figures, step| is_unreminded(&figures.case, step, figures.claim.as_of),
            |w| w.no_reminder,
        )}
    }
}
