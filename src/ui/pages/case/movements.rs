//! Movements of a claim: what has changed its balance, and the form to note one.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::forms::movement::{MovementContext, MovementField, MovementForm};
use crate::app::forms::payments::Payments;
use crate::app::forms::prefilled;
use crate::app::views::figures::Figures;
use crate::base::{Amount, InvoiceId, MovementId, PlanId};
use crate::domain::dunning::status::{Effect, effect, newest};
use crate::domain::movement::{Movement, MovementKind};
use crate::text::words::{movements, problems};
use crate::text::{Lang, format};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::check::check;
use crate::ui::components::dated_table::{DatedRow, dated_table};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// The list and the form.
#[component]
pub fn Movements(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(movements::words);
    let rows = Memo::new(move |_| {
        let lang = app.lang();
        figures.with(|figures| {
            let row = |movement: &Movement| DatedRow {
                id: movement.id.0,
                date: format::date(lang, movement.date),
                what: movements::kind(lang, movement.kind).to_owned(),
                link: None,
                reference: movement.reference.clone(),
                condition: condition(lang, figures, movement),
                amount: Some(format::money(lang, movement.amount, figures.claim.currency)),
            };
            figures.case.movements.iter().map(row).collect::<Vec<_>>()
        })
    });
    let delete = move |movement| {
        let _ = app.send(Command::DeleteMovement(id, MovementId(movement)));
    };
    let names = [words.t(|w| w.date), words.t(|w| w.kind_label), words.t(|w| w.amount)];
    let unmatched = Memo::new(move |_| figures.with(|figures| figures.claim.unmatched_refund.is_positive()));
    view! {
        <section class="section" aria-labelledby="movements">
            <h2 id="movements" tabindex="-1">{words.t(|w| w.title)}</h2>
            {dated_table(rows, names, words.t(|w| w.delete), "#movements", delete)}
            {live(move || {
                let none = rows.with(Vec::is_empty);
                none.then(|| view! { <p class="field-hint">{words.t(|w| w.none)}</p> })
            })}
            {live(move || (unmatched.get()).then(|| view! {
                <div class="banner" role="note">
                    <p class="banner-text">{words.t(|w| w.unmatched)}</p>
                </div>
            }))}
            <NewMovement id=id figures=figures />
        </section>
    }
}

/// What a waiver hangs on, and what became of it.
fn condition(lang: Lang, figures: &Figures, movement: &Movement) -> Option<String> {
    let by = movement.if_settled_by?;
    let condition = figures
        .claim
        .conditions
        .iter()
        .find(|known| (known.kind, known.granted, known.by) == (movement.kind, movement.date, by))?;
    let words = movements::words(lang);
    let day = format::date(lang, by);
    Some(format!("{}{day} – {}", words.settled_by_row, movements::outcome(lang, condition.outcome)))
}

/// The running plan an invoice is in, where that covers several.
fn plan_over_several(book: &Book, id: InvoiceId, today: NaiveDate) -> Option<PlanId> {
    let known = book.plan_of(id, today).filter(|known| known.gives_time() && known.plan.is_running())?;
    (1 < known.plan.invoices.len()).then_some(known.plan.id)
}

/// What each invoice of a plan gets of a payment, before it is noted.
fn parts(lang: Lang, shared: &Payments) -> Option<AnyView> {
    let got = shared.rows.iter().filter(|row| row.share.is_positive());
    let colon = lang.pick("\u{a0}: ", ": ");
    let said =
        got.map(|row| format!("{}{colon}{}", row.number, format::money(lang, row.share, shared.currency)));
    let said: Vec<String> = said.collect();
    (!said.is_empty())
        .then(|| view! { <p class="field-hint" role="status">{format::list(lang, &said)} "."</p> }.into_any())
}

/// What a waiver could give up today.
fn waivable(figures: &Figures, kind: MovementKind) -> Option<Amount> {
    match kind {
        MovementKind::InterestWaiver => Some(figures.claim.interest_left),
        MovementKind::CompensationWaiver => Some(figures.claim.indemnity_left),
        _ => None,
    }
    .filter(|amount| amount.is_positive())
}

#[component]
fn NewMovement(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(movements::words);
    // An invoice that was cancelled is credited.
    let is_cancelled = figures.with_untracked(|figures| {
        let newest = newest(&figures.case, app.today.get_untracked());
        newest.is_some_and(|(code, _)| effect(code) == Effect::NoteCredit)
    });
    let first = if is_cancelled { MovementKind::CreditNote } else { MovementKind::Payment };
    let draft = Draft::new(app, &format!("movement/{id}"), MovementForm::new(first));
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        app.book.with(|book| {
            figures.with(|figures| {
                form.with(|form| {
                    form.parse(MovementContext {
                        case: &figures.case,
                        debt: &figures.debt,
                        rates: book.rates(),
                        today: app.today.get(),
                    })
                })
            })
        })
    });
    let problem_of = faults(parsed);
    let note_of = move |field| {
        Signal::derive(move || {
            let currency = figures.with(|figures| figures.claim.currency);
            parsed
                .with(|(_, findings)| findings.note_of(field))
                .map(|note| problems::note(app.lang(), note, currency))
        })
    };
    let kind = Memo::new(move |_| form.with(|form| form.kind));
    // A payment while a plan over several invoices runs is the plan’s, unless the user says otherwise.
    let is_shared = RwSignal::new(true);
    let plan = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| plan_over_several(book, id, today))
    });
    let shared = Memo::new(move |_| {
        let plan = plan.get().filter(|_| kind.get() == MovementKind::Payment && is_shared.get())?;
        let today = app.today.get();
        app.book.with(|book| {
            let plan = book.plan(plan)?;
            Some(form.with(|form| form.as_payments().parse_plan(book, plan, today)))
        })
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        let movement = parsed.with_untracked(|(movement, _)| movement.clone());
        let drafts = shared.with_untracked(|shared| shared.as_ref().and_then(|shared| shared.drafts.clone()));
        let carry_out = |movement| {
            let command = match drafts {
                Some(drafts) => Command::AddPayments(drafts),
                None => Command::AddMovement(id, movement),
            };
            app.send(command).is_ok()
        };
        if submit(&event, "movement-form", sent, movement, carry_out) {
            draft.clear();
        }
    };
    // All of it, as it stands today: the day with it, or the amount would not fit.
    let take_all = move |_| {
        if let Some(amount) = figures.with_untracked(|figures| waivable(figures, kind.get_untracked())) {
            let today = app.today.get_untracked();
            form.update(|form| {
                form.amount = prefilled(untrack(|| app.lang()), amount);
                form.date = format::date_digits(today);
            });
        }
    };
    let condition = move || {
        kind.get().is_waiver().then(|| {
            view! {
                {check(
                    "movement-conditional",
                    words.t(|w| w.conditional),
                    move || form.with(|form| form.conditional),
                    move |conditional| form.update(|form| form.conditional = conditional),
                )}
                {live(move || {
                    form.with(|form| form.conditional)
                        .then(|| {
                            view! {
                                <div class="field-date">
                                    <Field
                                        id="movement-settled-by"
                                        label=words.t(|w| w.settled_by)
                                        kind=FieldKind::Date
                                        value=slot(form, |form| &form.settled_by, |form| &mut form.settled_by)
                                        problem=problem_of(MovementField::SettledBy)
                                        hint=words.t(|w| w.settled_by_hint)
                                        sent=sent
                                    />
                                </div>
                            }
                        })
                })}
            }
        })
    };
    view! {
        <form class="form movement-form" novalidate on:submit=save>
            <h3>{words.t(|w| w.add)}</h3>
            <div>
                {select(
                    "movement-kind",
                    words.t(|w| w.kind_label),
                    &MovementKind::ALL,
                    movements::kind,
                    move || kind.get(),
                    move |kind| form.update(|form| form.kind = kind),
                )}
                <p class="field-hint">{live(move || movements::hint(app.lang(), kind.get()))}</p>
            </div>
            <div class="field-row">
                <Field
                    id="movement-amount"
                    label=words.t(|w| w.amount)
                    kind=FieldKind::Money
                    value=slot(form, |form| &form.amount, |form| &mut form.amount)
                    problem=problem_of(MovementField::Amount)
                    note=note_of(MovementField::Amount)
                    sent=sent
                />
                <Field
                    id="movement-date"
                    label=words.t(|w| w.date)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.date, |form| &mut form.date)
                    problem=problem_of(MovementField::Date)
                    note=note_of(MovementField::Date)
                    sent=sent
                />
                <Field
                    id="movement-reference"
                    label=words.t(|w| w.reference)
                    value=slot(form, |form| &form.reference, |form| &mut form.reference)
                    problem=problem_of(MovementField::Reference)
                    optional=true
                    sent=sent
                />
            </div>
            {live(move || {
                let all = figures.with(|figures| waivable(figures, kind.get()));
                all.map(|_| view! {
                    <button class="button button-quiet" type="button" on:click=take_all>
                        {words.t(|w| w.all_of_it)}
                    </button>
                })
            })}
            {live(condition)}
            {live(move || {
                plan.get().filter(|_| kind.get() == MovementKind::Payment).map(|_| view! {
                    <div>
                        {check(
                            "movement-shared",
                            words.t(|w| w.of_plan),
                            move || is_shared.get(),
                            move |ticked| is_shared.set(ticked),
                        )}
                        {live(move || shared.get().and_then(|shared| parts(app.lang(), &shared)))}
                    </div>
                })
            })}
            {submit_button(Weight::Plain, words.t(|w| w.save))}
        </form>
    }
}
