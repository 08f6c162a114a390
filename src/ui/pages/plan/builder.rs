//! Building a plan: what is agreed at the left, its schedule and what to think twice about at the right, live; the button comes
//! after both, on a phone too.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::proposed::{shown, why_none};
use super::variants::Variants;
use crate::app::command::Command;
use crate::app::forms::plan::{DividedBy, PlanField, PlanForm, Proposal};
use crate::app::plans::PlanCommand;
use crate::app::route::Route;
use crate::app::views::plan_desk::PlanDesk;
use crate::base::InvoiceId;
use crate::browser::location;
use crate::domain::event::Step;
use crate::domain::plan::schedule::Rhythm;
use crate::domain::plan::{InterestDuring, Penalties};
use crate::text::words::plans;
use crate::text::{Lang, format};
use crate::ui::components::check::check;
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{Slot, live, only_if};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// The name what is typed about the plan of an invoice is kept under.
#[must_use]
pub fn draft_name(id: InvoiceId) -> String {
    format!("plan/{id}")
}

/// Variants that are kept beside the one being typed.
pub const MOST_KEPT: usize = 2;

const DIVISIONS: &[Choice<DividedBy>] = &[
    (DividedBy::Count, |lang| plans::words(lang).by_count),
    (DividedBy::Each, |lang| plans::words(lang).by_each),
    (DividedBy::Until, |lang| plans::words(lang).by_until),
];
const PENALTIES: &[Choice<Penalties>] = &[
    (Penalties::Included, |lang| plans::penalties(lang, Penalties::Included)),
    (Penalties::Frozen, |lang| plans::penalties(lang, Penalties::Frozen)),
    (Penalties::WaivedIfKept, |lang| plans::penalties(lang, Penalties::WaivedIfKept)),
];
/// What a public buyer’s plan may say of penalties and interest: they are not given up.
const PUBLIC_PENALTIES: &[Choice<Penalties>] = &[
    (Penalties::Included, |lang| plans::penalties(lang, Penalties::Included)),
    (Penalties::Frozen, |lang| plans::penalties(lang, Penalties::Frozen)),
];
const INTEREST: &[Choice<InterestDuring>] = &[
    (InterestDuring::Stops, |lang| plans::interest(lang, InterestDuring::Stops)),
    (InterestDuring::Runs, |lang| plans::interest(lang, InterestDuring::Runs)),
];

/// What is typed, and the variants kept to compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// What is typed.
    pub form: PlanForm,
    /// Kept variants, the oldest first.
    pub kept: Vec<PlanForm>,
}

/// The form with its schedule.
#[component]
pub fn Builder(id: InvoiceId, now: Memo<PlanDesk>) -> impl IntoView {
    let app = use_app();
    let words = app.words(plans::words);
    let form = now.with_untracked(|desk| PlanForm::start(desk, untrack(|| app.lang())));
    let draft = Draft::new(app, &draft_name(id), Desk { form, kept: Vec::new() });
    // A plan that was proposed earlier spreads what was owed then.
    let proposed = Memo::new(move |_| draft.form.with(|all| all.form.proposed_on(app.today.get())));
    let desk = Memo::new(move |_| {
        let then = proposed.get().and_then(|day| app.book.with(|book| PlanDesk::of(book, id, day)));
        let spoken = now.with(|desk| desk.spoken.clone());
        then.map_or_else(|| now.get(), |desk| PlanDesk { spoken, ..desk })
    });
    let (is_public, is_consumer, is_bare) =
        now.with_untracked(|desk| (desk.is_public, desk.is_consumer, desk.waits_for_notice));
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let today = app.today.get();
        desk.with(|desk| draft.form.with(|all| all.form.parse(desk, today)))
    });
    let problem_of = faults(parsed);
    // The schedule is the one agreed on the telephone.
    let is_agreed = Memo::new(move |_| {
        let sums = desk.with(|desk| desk.spoken.as_ref().map(|spoken| spoken.sums.clone()));
        parsed.with(|(proposal, _)| {
            let typed = proposal.as_ref().map(|proposal| &proposal.draft.instalments);
            sums.as_ref().is_some_and(|sums| Some(sums) == typed)
        })
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        let proposal = parsed.with_untracked(|(proposal, _)| proposal.clone());
        // What was agreed by word of mouth wants a signature; what is proposed, a text.
        let next = if is_agreed.get_untracked() {
            Route::Documents(id, "protocole".to_owned())
        } else {
            Route::Text(id, Step::Instalments)
        };
        let carry_out =
            |proposal: Proposal| app.send(Command::Plan(PlanCommand::Propose(proposal.draft))).is_ok();
        if submit(&event, "plan-form", sent, proposal, carry_out) {
            draft.clear();
            location::go(&next.to_string());
        }
    };
    let text = move |read: fn(&PlanForm) -> &String, write: fn(&mut PlanForm) -> &mut String| Slot {
        text: Signal::derive(move || draft.form.with(|all| read(&all.form).clone())),
        change: Callback::new(move |typed| draft.form.update(|all| *write(&mut all.form) = typed)),
    };
    let by = Memo::new(move |_| draft.form.with(|all| all.form.by));
    let division = move || match by.get() {
        DividedBy::Count => view! {
            <Field
                id="plan-count"
                label=words.t(|w| w.count)
                kind=FieldKind::Count
                value=text(|form| &form.count, |form| &mut form.count)
                problem=problem_of(PlanField::Count)
                sent=sent
            />
        }
        .into_any(),
        DividedBy::Each => view! {
            <Field
                id="plan-each"
                label=words.t(|w| w.each)
                kind=FieldKind::Money
                value=text(|form| &form.each, |form| &mut form.each)
                problem=problem_of(PlanField::Each)
                sent=sent
            />
        }
        .into_any(),
        DividedBy::Until => view! {
            <Field
                id="plan-until"
                label=words.t(|w| w.until)
                kind=FieldKind::Date
                value=text(|form| &form.until, |form| &mut form.until)
                problem=problem_of(PlanField::Until)
                sent=sent
            />
        }
        .into_any(),
    };
    let spoken = move || {
        let lang = app.lang();
        let amount = parsed.with(|(proposal, _)| proposal.as_ref().map(|one| one.amount));
        desk.with(|desk| {
            let spoken = desk.spoken.as_ref()?;
            let first = *spoken.sums.first()?;
            let said =
                plans::spoken(lang, spoken.on, spoken.sums.len(), spoken.amount(), first, desk.currency);
            let other = amount.is_some_and(|amount| amount != spoken.amount());
            let other = other.then(|| plans::words(lang).spoken_other);
            Some(view! { <p class="field-hint plan-spoken">{said} {other}</p> })
        })
    };
    let on_card = move || {
        let lang = app.lang();
        let shown = draft.form.with(|all| all.form.shown)?;
        let amount = parsed.with(|(proposal, _)| proposal.as_ref().map(|one| one.amount));
        let said = plans::on_card(lang, shown.on, shown.balance, desk.with(|desk| desk.currency));
        let other = amount.is_some_and(|amount| amount != shown.balance);
        let other = other.then(|| view! { <strong>{plans::words(lang).card_other}</strong> });
        Some(view! { <p class="field-hint plan-spoken">{said} {other}</p> })
    };
    // What is contested is left out unless one says so.
    let contested = Memo::new(move |_| desk.with(|desk| draft.form.with(|all| all.form.contested(desk))));
    let left_out = move || {
        let (contested, currency) = (contested.get(), desk.with(|desk| desk.currency));
        contested.is_positive().then(|| {
            view! {
                {check(
                    "plan-whole",
                    words.t(|w| w.whole),
                    move || draft.form.with(|all| all.form.whole),
                    move |whole| draft.form.update(|all| all.form.whole = whole),
                )}
                {only_if(
                    move || draft.form.with(|all| all.form.whole),
                    move || view! { <p class="field-hint">{words.t(|w| w.whole_hint)}</p> },
                )}
                {only_if(
                    move || draft.form.with(|all| !all.form.whole),
                    move || {
                        let said = plans::left_out(app.lang(), contested, currency);
                        view! { <p class="field-hint plan-left-out">{said}</p> }
                    },
                )}
            }
        })
    };
    view! {
        <div class="two-columns plan-page">
            <form id="plan-form" class="form plan-form column" novalidate on:submit=save>
                {live(spoken)}
                {live(on_card)}
                {live(move || covered(app.lang(), desk, draft))}
                {live(left_out)}
                {segment(
                    "plan-by",
                    words.t(|w| w.divided_by),
                    DIVISIONS,
                    move || Some(by.get()),
                    move |by| draft.form.update(|all| all.form.by = by),
                )}
                {live(division)}
                <div class="field-row">
                    <Field
                        id="plan-first"
                        label=words.t(|w| w.first)
                        kind=FieldKind::Date
                        value=text(|form| &form.first, |form| &mut form.first)
                        problem=problem_of(PlanField::First)
                        sent=sent
                    />
                    {select(
                        "plan-rhythm",
                        words.t(|w| w.rhythm),
                        &Rhythm::ALL,
                        plans::rhythm,
                        move || draft.form.with(|all| all.form.rhythm),
                        move |rhythm| draft.form.update(|all| all.form.rhythm = rhythm),
                    )}
                </div>
                {check(
                    "plan-moved",
                    words.t(|w| w.moved),
                    move || draft.form.with(|all| all.form.moved),
                    move |moved| draft.form.update(|all| all.form.moved = moved),
                )}
                <Field
                    id="plan-down"
                    label=words.t(|w| w.down)
                    kind=FieldKind::Money
                    value=text(|form| &form.down, |form| &mut form.down)
                    problem=problem_of(PlanField::Down)
                    hint=words.t(|w| w.down_hint)
                    optional=true
                    sent=sent
                />
                {(!is_bare).then(|| segment(
                    "plan-penalties",
                    words.t(if is_consumer { |w| w.consumer_penalties } else { |w| w.penalties }),
                    if is_public { PUBLIC_PENALTIES } else { PENALTIES },
                    move || Some(desk.with(|desk| desk.penalties(draft.form.with(|all| all.form.penalties)))),
                    move |penalties| draft.form.update(|all| all.form.penalties = penalties),
                ))}
                {if is_bare {
                    view! { <p class="field-hint">{words.t(|w| w.consumer_note)}</p> }.into_any()
                } else if is_public {
                    view! { <p class="field-hint">{words.t(|w| w.public_interest)}</p> }.into_any()
                } else {
                    segment(
                        "plan-interest",
                        words.t(|w| w.interest),
                        INTEREST,
                        move || Some(draft.form.with(|all| all.form.interest)),
                        move |interest| draft.form.update(|all| all.form.interest = interest),
                    )
                }}
                <Field
                    id="plan-proposed"
                    label=words.t(|w| w.proposed)
                    kind=FieldKind::Date
                    value=text(|form| &form.proposed, |form| &mut form.proposed)
                    problem=problem_of(PlanField::Proposed)
                    hint=words.t(|w| w.proposed_when)
                    optional=true
                    sent=sent
                />
                <div class="field-row field-row-long">
                    <Field
                        id="plan-answer"
                        label=words.t(|w| w.answer_days)
                        kind=FieldKind::Count
                        value=text(|form| &form.answer_days, |form| &mut form.answer_days)
                        problem=problem_of(PlanField::AnswerDays)
                        sent=sent
                    />
                    <Field
                        id="plan-notice"
                        label=words.t(|w| w.notice_days)
                        kind=FieldKind::Count
                        value=text(|form| &form.notice_days, |form| &mut form.notice_days)
                        problem=problem_of(PlanField::NoticeDays)
                        hint=words.t(if is_consumer { |w| w.consumer_notice_hint } else { |w| w.notice_hint })
                        sent=sent
                    />
                </div>
            </form>
            <div class="column plan-side">
                <section class="section" aria-labelledby="plan-schedule">
                    <h2 id="plan-schedule">{words.t(|w| w.schedule)}</h2>
                    {live(move || {
                        let lang = app.lang();
                        let currency = desk.with(|desk| desk.currency);
                        match parsed.with(|(proposal, _)| proposal.clone()) {
                            Some(proposal) => {
                                let (cost, accrued) = app.book.with(|book| desk.with(|desk| {
                                    let (rates, draft) = (book.rates(), &proposal.draft);
                                    (desk.cost(rates, draft), desk.accrued(rates, draft))
                                }));
                                shown(lang, &proposal, currency, (cost, accrued))
                            }
                            None => why_none(lang, &parsed.with(|(_, findings)| findings.problems.clone())),
                        }
                    })}
                    <div class="form-actions">
                        <button class="button button-main" type="submit" form="plan-form">
                            {live(move || {
                                let w = words.now();
                                if is_agreed.get() { w.note_agreed } else { w.propose }
                            })}
                        </button>
                    {only_if(
                        move || {
                            let room = draft.form.with(|all| all.kept.len() < MOST_KEPT);
                            room && parsed.with(|(proposal, _)| proposal.is_some())
                        },
                        move || {
                            view! {
                                <button
                                    class="button button-quiet"
                                    type="button"
                                    on:click=move |_| draft.form.update(|all| all.kept.push(all.form.clone()))
                                >
                                    {words.t(|w| w.keep)}
                                </button>
                            }
                        },
                    )}
                    </div>
                </section>
            </div>
        </div>
        <Variants desk=desk draft=draft />
    }
}

/// Which invoices are covered; nothing while there is only one.
fn covered(lang: Lang, desk: Memo<PlanDesk>, draft: Draft<Desk>) -> Option<AnyView> {
    let desk = desk.get();
    if desk.invoices.len() < 2 {
        return None;
    }
    let boxes = desk.invoices.iter().map(|one| {
        let id = one.id;
        let toggle = move |ticked: bool| {
            draft.form.update(|all| {
                all.form.left_out.retain(|known| *known != id);
                if !ticked {
                    all.form.left_out.push(id);
                }
            });
        };
        let (one_of, currency) = (one.clone(), desk.currency);
        let owed = live(move || {
            let whole = draft.form.with(|all| all.form.whole);
            format::money(lang, one_of.part(whole).balance(), currency)
        });
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || draft.form.with(|all| all.form.covers(id))
                    on:change:target=move |event| toggle(event.target().checked())
                />
                <span>{one.number.clone()} " " <span class="row-note row-note-line">{owed}</span></span>
            </label>
        }
    });
    let view = view! {
        <fieldset class="fieldset">
            <legend>{plans::words(lang).covered}</legend>
            {boxes.collect_view()}
        </fieldset>
    };
    Some(view.into_any())
}
