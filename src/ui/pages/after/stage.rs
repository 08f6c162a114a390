//! The form that notes the next stage of a proceeding: the most usual one is chosen already.

use leptos::prelude::*;

use super::joint::Also;
use super::proceeding::Shown;
use crate::app::command::Command;
use crate::app::forms::proceeding::{StageContext, StageField, StageForm};
use crate::app::proceedings::ProceedingCommand;
use crate::app::views::figures::Figures;
use crate::app::views::joint::shared;
use crate::app::views::partial_order::partial_order;
use crate::base::InvoiceId;
use crate::browser::page;
use crate::domain::cost::entries::noted_fee;
use crate::domain::proceeding::hearing::Docket;
use crate::domain::proceeding::next::Task;
use crate::domain::proceeding::partial::Rest;
use crate::domain::proceeding::{ProceedingKind, Stage};
use crate::text::format;
use crate::text::words::{costs, problems, proceedings};
use crate::ui::components::check::check;
use crate::ui::components::pick::pick;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, only_if, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// The form.
#[component]
pub fn NextStage(id: InvoiceId, shown: Memo<Shown>, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let one = shown.with_untracked(|shown| shown.all.id);
    let after = shown.with_untracked(|shown| shown.all.stages.len());
    // Once all is paid, what is left to note is what was recovered of the costs.
    // An order that is void is to be ended, and filed again.
    let usual = shown.with_untracked(|shown| {
        if !shown.owes {
            return Some(Stage::CostsRecovered);
        }
        let next = shown.next?;
        let ends = matches!(next.task, Task::OrderVoid | Task::ReplyOver | Task::ActOnReply);
        // Nothing was heard: it is asked for, and noted.
        if ends { Some(Stage::Ended) } else { next.quiet.map(|_| Stage::News) }
    });
    // What came of a hearing came on its day.
    let noted_on = move || {
        let today = app.today.get_untracked();
        let held = shown.with_untracked(|shown| match shown.all.docket(today) {
            Some(Docket::Hearing { day, .. }) => Some(day).filter(|day| *day <= today),
            _ => None,
        });
        held.unwrap_or(today)
    };
    let start =
        move || StageForm { stage: usual, date: format::date_digits(noted_on()), ..StageForm::default() };
    let draft = Draft::new(app, &format!("stage/{id}/{one}/{after}"), start());
    let form = draft.form;
    let sent = RwSignal::new(false);
    let chosen = Memo::new(move |_| shown.with(|shown| form.with(|form| form.chosen(&shown.all))));
    let following = Memo::new(move |_| shown.with(|shown| shown.all.following()));
    let parsed = Memo::new(move |_| {
        let today = app.today.get();
        shown.with(|shown| {
            let left_out = shown.partial.map(|order| order.rest);
            let context = StageContext { today, region: shown.region, currency: shown.currency, left_out };
            form.with(|form| form.parse(&shown.all, context))
        })
    });
    let untimely = Signal::derive(move || {
        let known = shown.with(|shown| form.with(|form| form.untimely(&shown.all, shown.region)))?;
        Some(proceedings::untimely(app.lang(), known))
    });
    let problem_of = faults(parsed);
    let sharing = Memo::new(move |_| {
        let today = app.today.get();
        shown.with(|shown| app.book.with(|book| shared(book, id, &shown.all, today)))
    });
    // Those on which what is being noted may come next too.
    let others = Memo::new(move |_| {
        let stage = chosen.get().filter(|stage| !stage.is_received());
        let Some((stage, day)) = stage.zip(form.with(StageForm::day)) else { return Vec::new() };
        let region = shown.with(|shown| shown.region);
        sharing.with(|all| all.iter().filter(|one| one.takes(stage, day, region)).cloned().collect())
    });
    let is_joint = Memo::new(move |_| others.with(|all| !all.is_empty()) && form.with(|form| !form.alone));
    // What was noted among the costs is counted there already.
    let already = Signal::derive(move || {
        let amount = parsed.with(|(stage, _)| stage.as_ref().and_then(|stage| stage.cost))?;
        let day = figures.with(|figures| noted_fee(&figures.case, amount))?;
        let w = costs::words(app.lang());
        Some(format!("{}{}{}", w.already_noted, format::date(app.lang(), day), w.already_once))
    });
    // Beside the sum: what an order for less gives up, and that one for more is odd.
    let odd = Signal::derive(move || {
        if is_joint.get() {
            return Some(proceedings::words(app.lang()).also_sum.to_owned());
        }
        let made = parsed.with(|(stage, _)| stage.clone()).filter(|one| one.stage == Stage::Made)?;
        let sum = made.amount?;
        let balance = figures.with(|figures| figures.claim.balance());
        if balance < sum {
            return Some(proceedings::words(app.lang()).order_above.to_owned());
        }
        // As it will be once it is noted.
        shown.with(|shown| {
            let mut all = shown.all.clone();
            all.stages.push(made.clone());
            let order = figures
                .with(|figures| app.book.with(|book| partial_order(book, &figures.case, &all, made.date)))?;
            Some(proceedings::partial(app.lang(), all.kind, &order, shown.currency).join(" "))
        })
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        let stage = parsed.with_untracked(|(stage, _)| stage.clone());
        let note = |stage| {
            let command = if is_joint.get_untracked() {
                let others = others.get_untracked().into_iter().map(|other| (other.id, other.one));
                ProceedingCommand::NoteTogether(std::iter::once((id, one)).chain(others).collect(), stage)
            } else {
                ProceedingCommand::Note(id, one, stage)
            };
            app.send(Command::Proceeding(command)).is_ok()
        };
        if submit(&event, "stage-form", sent, stage, note) {
            draft.clear();
            request_animation_frame(|| {
                page::focus("h1");
            });
        }
    };
    let choices = move || {
        let (lang, kind) = (app.lang(), shown.with(|shown| shown.all.kind));
        let name = |stage: &Stage| proceedings::stage(lang, kind, *stage).to_owned();
        following.with(|all| all.iter().map(name).collect::<Vec<_>>())
    };
    let taken =
        move || following.with(|all| all.iter().position(|stage| Some(*stage) == chosen.get())).unwrap_or(0);
    let take = move |at: usize| {
        let stage = following.with_untracked(|all| all.get(at).copied());
        form.update(|form| form.stage = stage);
    };
    // A judgment that is served is appealed, and not opposed.
    let is_order = Memo::new(move |_| {
        shown.with(|shown| shown.all.serves_order() && shown.all.kind == ProceedingKind::PaymentOrder)
    });
    let leaves_out =
        Memo::new(move |_| shown.with(|shown| shown.partial.is_some_and(|order| order.state == Rest::Open)));
    let gives_up_asked = move || chosen.get() == Some(Stage::Served) && leaves_out.get();
    let is = move |asks: fn(Stage) -> bool| chosen.get().is_some_and(asks);
    let amount_label =
        Signal::derive(move || chosen.get().map_or("", |stage| proceedings::amount(app.lang(), stage)));
    // One that is still to come may be put off before its day.
    let is_past = Memo::new(move |_| {
        let today = app.today.get();
        shown.with(|shown| match shown.all.docket(today) {
            Some(Docket::Hearing { day, .. }) => day <= today,
            _ => true,
        })
    });
    let day_label = Signal::derive(move || match chosen.get() {
        Some(Stage::Adjourned | Stage::Reserved) if is_past.get() => words.now().heard_on,
        Some(Stage::HearingSet | Stage::Adjourned | Stage::Reserved) => words.now().known_on,
        _ => words.now().day,
    });
    let set_label = Signal::derive(move || match chosen.get() {
        Some(Stage::Adjourned) => words.now().put_off_to,
        Some(Stage::Queried) => words.now().answer_by,
        Some(Stage::News) => words.now().look_on,
        Some(Stage::Reserved) => words.now().announced_for,
        _ => words.now().hearing_day,
    });
    let set_field = move |optional: bool| {
        view! {
            <Field
                id="stage-set-for"
                label=set_label
                kind=FieldKind::Date
                value=slot(form, |form| &form.set_for, |form| &mut form.set_for)
                problem=problem_of(StageField::SetFor)
                optional=optional
                sent=sent
            />
        }
    };
    let beside_label =
        Signal::derive(move || chosen.get().map_or("", |stage| proceedings::beside(app.lang(), stage)));
    view! {
        <form class="form form-narrow stage-form" novalidate on:submit=save>
            {pick("stage-which", words.t(|w| w.which), choices, taken, take)}
            <Field
                id="stage-date"
                label=day_label
                kind=FieldKind::Date
                value=slot(form, |form| &form.date, |form| &mut form.date)
                problem=problem_of(StageField::Date)
                note=untimely
                sent=sent
            />
            {only_if(move || is(Stage::has_day), move || {
                live(move || set_field(chosen.get() == Some(Stage::News)))
            })}
            {only_if(move || is(Stage::is_hearing), move || view! {
                <Field
                    id="stage-at"
                    label=words.t(|w| w.hearing_time)
                    value=slot(form, |form| &form.at, |form| &mut form.at)
                    problem=problem_of(StageField::At)
                    optional=true
                    sent=sent
                />
            })}
            {only_if(move || is(Stage::has_amount), move || view! {
                <Field
                    id="stage-amount"
                    label=amount_label
                    kind=FieldKind::Money
                    value=slot(form, |form| &form.amount, |form| &mut form.amount)
                    problem=problem_of(StageField::Amount)
                    note=odd
                    sent=sent
                />
            })}
            {only_if(move || is(Stage::has_beside), move || view! {
                <Field
                    id="stage-beside"
                    label=beside_label
                    kind=FieldKind::Money
                    value=slot(form, |form| &form.beside, |form| &mut form.beside)
                    problem=problem_of(StageField::Beside)
                    optional=true
                    sent=sent
                />
            })}
            {only_if(move || is(Stage::has_cost), move || view! {
                <Field
                    id="stage-cost"
                    label=words.t(|w| w.cost)
                    kind=FieldKind::Money
                    value=slot(form, |form| &form.cost, |form| &mut form.cost)
                    problem=problem_of(StageField::Cost)
                    hint=words.t(|w| w.cost_hint)
                    note=already
                    optional=true
                    sent=sent
                />
            })}
            {only_if(move || chosen.get() == Some(Stage::Returned), move || view! {
                <p class="field-hint">{words.t(|w| w.payments_hint)}</p>
            })}
            {only_if(move || chosen.get() == Some(Stage::Served) && is_order.get(), move || view! {
                <div>
                    {check(
                        "stage-in-person",
                        words.t(|w| w.in_person),
                        move || form.with(|form| form.in_person),
                        move |ticked| form.update(|form| form.in_person = ticked),
                    )}
                    <p class="field-hint">{words.t(|w| w.in_person_hint)}</p>
                </div>
            })}
            {only_if(move || chosen.get() == Some(Stage::Appealed), move || view! {
                <div>
                    {check(
                        "stage-by-us",
                        words.t(|w| w.by_us),
                        move || form.with(|form| form.by_us),
                        move |ticked| form.update(|form| form.by_us = ticked),
                    )}
                    {check(
                        "stage-suspends",
                        words.t(|w| w.suspends),
                        move || form.with(|form| form.suspends),
                        move |ticked| form.update(|form| form.suspends = ticked),
                    )}
                    <p class="field-hint">{words.t(|w| w.suspends_hint)}</p>
                </div>
            })}
            {only_if(gives_up_asked, move || view! {
                <div class="begin-obstacles">
                    {check(
                        "stage-gives-up",
                        words.t(|w| w.partial_take),
                        move || form.with(|form| form.gives_up),
                        move |ticked| form.update(|form| form.gives_up = ticked),
                    )}
                    {live(move || {
                        let fault = problem_of(StageField::GivesUp).get().filter(|_| sent.get())?;
                        Some(view! { <p class="field-error">{problems::problem(app.lang(), fault)}</p> })
                    })}
                </div>
            })}
            <Field
                id="stage-note"
                label=words.t(|w| w.remark)
                value=slot(form, |form| &form.note, |form| &mut form.note)
                problem=problem_of(StageField::Note)
                optional=true
                sent=sent
            />
            <Also sharing=sharing others=others form=form chosen=chosen />
            <div class="form-actions">
                <button class="button button-main" type="submit">
                    {live(move || words.now().note)}
                </button>
            </div>
        </form>
    }
}
