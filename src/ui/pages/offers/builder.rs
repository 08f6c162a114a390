//! Making an offer: what is given and until when at the left; what it comes to, beside every other way, at the right.

use leptos::prelude::*;

use super::compare;
use crate::app::command::Command;
use crate::app::forms::offer::{Drawn, OfferField, OfferForm};
use crate::app::offers::OfferCommand;
use crate::app::problem::Problem;
use crate::app::route::Route;
use crate::app::views::offer_desk::{OfferDesk, variants};
use crate::base::{Amount, InvoiceId, OfferId, dates};
use crate::browser::{location, page};
use crate::domain::event::Step;
use crate::domain::offer::OfferSort;
use crate::domain::party::DebtorKind;
use crate::text::words::{offers, problems};
use crate::text::{Lang, format};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::check::check;
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, only_if, slot};
use crate::ui::pages::plan::builder::{Desk, draft_name};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

const EARLY: &[Choice<OfferSort>] = &[(OfferSort::Early, |lang| offers::sort(lang, OfferSort::Early))];
const LATE: &[Choice<OfferSort>] = &[
    (OfferSort::Penalties, |lang| offers::sort(lang, OfferSort::Penalties)),
    (OfferSort::Discount, |lang| offers::sort(lang, OfferSort::Discount)),
    (OfferSort::Return, |lang| offers::sort(lang, OfferSort::Return)),
    (OfferSort::Repair, |lang| offers::sort(lang, OfferSort::Repair)),
];
const LATE_WITHOUT_PENALTIES: &[Choice<OfferSort>] = &[
    (OfferSort::Discount, |lang| offers::sort(lang, OfferSort::Discount)),
    (OfferSort::Return, |lang| offers::sort(lang, OfferSort::Return)),
    (OfferSort::Repair, |lang| offers::sort(lang, OfferSort::Repair)),
];

fn choices(desk: &OfferDesk) -> &'static [Choice<OfferSort>] {
    match (desk.is_early(), desk.may_drop()) {
        (true, _) => EARLY,
        (false, true) => LATE,
        (false, false) => LATE_WITHOUT_PENALTIES,
    }
}

/// The form with what it comes to.
#[component]
pub fn Builder(
    id: InvoiceId,
    desk: Memo<OfferDesk>,
    /// A lapsed offer to be made anew.
    again: RwSignal<Option<OfferId>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(offers::words);
    let start = desk.with_untracked(OfferForm::start);
    // What can be offered depends on the due date: what is typed for one side of it is no draft for the other.
    let name = if desk.with_untracked(OfferDesk::is_early) { "early" } else { "late" };
    let draft = Draft::new(app, &format!("offer/{id}/{name}"), start.clone());
    let form = draft.form;
    let is_remade = RwSignal::new(false);
    // What was typed when a lapsed offer was taken up in its place: nothing typed is lost.
    let before = RwSignal::new(None::<OfferForm>);
    Effect::new(move |_| {
        let Some(offer) = again.get() else { return };
        let lang = untrack(|| app.lang());
        let anew = desk.with_untracked(|desk| OfferForm::again(desk, offer, lang));
        let Some(anew) = anew else { return };
        let typed = form.get_untracked();
        if typed != start && typed != anew {
            before.set(Some(typed));
        }
        form.set(anew);
        again.set(None);
        is_remade.set(true);
        request_animation_frame(|| {
            page::focus("#offer-until");
        });
    });
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        app.book.with(|book| desk.with(|desk| form.with(|form| form.parse(desk, book.rates()))))
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        let drawn = parsed.with_untracked(|(drawn, _)| drawn.clone());
        let carry_out = |drawn: Drawn| app.send(Command::Offer(id, OfferCommand::Make(drawn.draft))).is_ok();
        if submit(&event, "offer-form", sent, drawn, carry_out) {
            draft.clear();
            location::go(&Route::Text(id, Step::Offer).to_string());
        }
    };
    // Variants of a payment plan are only kept on its page, as a draft.
    let kept = Draft::<Desk>::left(app, &draft_name(id)).map(|desk| desk.kept).unwrap_or_default();
    let variants = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| variants(book, id, &kept, today))
    });
    let sort = Memo::new(move |_| form.with(|form| form.sort));
    let all = Memo::new(move |_| desk.with(choices).len());
    let which = live(move || {
        // Made anew where what can be offered changes.
        // Before the due date there is one thing to offer, and nothing to choose.
        (1 < all.get()).then(|| {
            segment(
                "offer-sort",
                words.t(|w| w.sort),
                desk.with_untracked(choices),
                move || Some(sort.get()),
                move |sort| form.update(|form| form.sort = sort),
            )
        })
    });
    let fault_of_sort = live(move || {
        let problem = parsed.with(|(_, findings)| findings.problem_of(OfferField::Sort));
        problem.map(|problem| {
            view! { <p class="field-error" role="alert">{problems::problem(app.lang(), problem)}</p> }
        })
    });
    view! {
        <div class="two-columns plan-page">
            <form class="form offer-form column" novalidate on:submit=save>
                <h2>{words.t(|w| w.new)}</h2>
                {only_if(
                    move || is_remade.get(),
                    move || view! { <p class="field-hint" role="status">{words.t(|w| w.remade)}</p> },
                )}
                {only_if(
                    move || before.with(Option::is_some),
                    move || {
                        let back = move |_| {
                            if let Some(typed) = before.get_untracked() {
                                form.set(typed);
                                before.set(None);
                                is_remade.set(false);
                            }
                        };
                        view! {
                            <button class="button button-quiet" type="button" on:click=back>
                                {words.t(|w| w.back_to)}
                            </button>
                        }
                    },
                )}
                {which}
                {fault_of_sort}
                {live(move || fields(sort.get(), desk, form, parsed, sent))}
                {submit_button(Weight::Main, words.t(|w| w.make))}
            </form>
            <div class="column plan-side">
                {live(move || {
                    let lang = app.lang();
                    match parsed.with(|(drawn, _)| drawn.clone()) {
                        Some(drawn) => desk.with(|desk| answer(lang, &drawn, desk)),
                        None => none(lang, &parsed.with(|(_, findings)| findings.problems.clone())),
                    }
                })}
                {live(move || desk.with(|desk| notes(app.lang(), desk)))}
            </div>
        </div>
        <section class="section offer-compare" aria-labelledby="offer-compare">
            <h2 id="offer-compare">{words.t(|w| w.compare)}</h2>
            {live(move || {
                let typed =
                    parsed.with(|(drawn, _)| drawn.as_ref().map(|one| (one.draft.kind.sort(), one.figures)));
                desk.with(|desk| variants.with(|variants| compare::table(app.lang(), desk, typed, variants)))
            })}
            <p><a href=Route::Plan(id).to_string()>{words.t(|w| w.plan_link)}</a></p>
        </section>
    }
}

type Parsed = Memo<(Option<Drawn>, crate::app::problem::Findings<OfferField>)>;

/// The fields of a kind of offer.
fn fields(
    sort: OfferSort,
    desk: Memo<OfferDesk>,
    form: RwSignal<OfferForm>,
    parsed: Parsed,
    sent: RwSignal<bool>,
) -> AnyView {
    let app = use_app();
    let words = app.words(offers::words);
    let problem_of = faults(parsed);
    let own = match sort {
        OfferSort::Discount => view! {
            <Field
                id="offer-amount"
                label=words.t(|w| w.amount)
                kind=FieldKind::Money
                value=slot(form, |form| &form.amount, |form| &mut form.amount)
                problem=problem_of(OfferField::Amount)
                sent=sent
            />
            {only_if(move || desk.with(OfferDesk::may_drop), move || check(
                "offer-drops",
                words.t(|w| w.drops),
                move || form.with(|form| form.drops),
                move |drops| form.update(|form| form.drops = drops),
            ))}
        }
        .into_any(),
        OfferSort::Penalties => ().into_any(),
        OfferSort::Early => view! {
            <Field
                id="offer-percent"
                label=words.t(|w| w.percent)
                kind=FieldKind::Percent
                value=slot(form, |form| &form.percent, |form| &mut form.percent)
                problem=problem_of(OfferField::Percent)
                sent=sent
            />
        }
        .into_any(),
        OfferSort::Return => view! {
            <Field
                id="offer-what"
                label=words.t(|w| w.what_back)
                value=slot(form, |form| &form.what, |form| &mut form.what)
                problem=problem_of(OfferField::What)
                hint=words.t(|w| w.what_hint)
                sent=sent
            />
            <Field
                id="offer-worth"
                label=words.t(|w| w.worth)
                kind=FieldKind::Money
                value=slot(form, |form| &form.worth, |form| &mut form.worth)
                problem=problem_of(OfferField::Worth)
                sent=sent
            />
        }
        .into_any(),
        OfferSort::Repair => view! {
            <Field
                id="offer-what"
                label=words.t(|w| w.what_repair)
                value=slot(form, |form| &form.what, |form| &mut form.what)
                problem=problem_of(OfferField::What)
                hint=words.t(|w| w.what_hint)
                sent=sent
            />
            <Field
                id="offer-cost"
                label=words.t(|w| w.cost)
                kind=FieldKind::Money
                value=slot(form, |form| &form.cost, |form| &mut form.cost)
                problem=problem_of(OfferField::Cost)
                hint=words.t(|w| w.cost_hint)
                optional=true
                sent=sent
            />
        }
        .into_any(),
    };
    let is_money = sort.is_of_money();
    let until = words.t(if is_money { |w| w.until_pay } else { |w| w.until_agree });
    let done = words.t(if sort == OfferSort::Return { |w| w.done_back } else { |w| w.done_repair });
    let done = (!is_money).then(|| {
        view! {
            <Field
                id="offer-done"
                label=done
                kind=FieldKind::Date
                value=slot(form, |form| &form.done_by, |form| &mut form.done_by)
                problem=problem_of(OfferField::DoneBy)
                sent=sent
            />
        }
    });
    let balance = (!is_money).then(|| {
        view! {
            <Field
                id="offer-balance"
                label=words.t(|w| w.balance_by)
                kind=FieldKind::Date
                value=slot(form, |form| &form.balance_by, |form| &mut form.balance_by)
                problem=problem_of(OfferField::BalanceBy)
                hint=words.t(|w| w.balance_hint)
                sent=sent
            />
        }
    });
    let off_day = move || {
        let off = desk.with(|desk| form.with(|form| form.off_day(desk)));
        off.map(|(day, rather)| offers::off_day(app.lang(), day, rather))
    };
    view! {
        {own}
        <div class="field-row">
            <Field
                id="offer-until"
                label=until
                kind=FieldKind::Date
                value=slot(form, |form| &form.until, |form| &mut form.until)
                problem=problem_of(OfferField::Until)
                note=Signal::derive(off_day)
                sent=sent
            />
            {done}
        </div>
        {balance}
        <Field
            id="offer-note"
            label=words.t(|w| w.note)
            value=slot(form, |form| &form.note, |form| &mut form.note)
            problem=problem_of(OfferField::Note)
            optional=true
            sent=sent
        />
    }
    .into_any()
}

/// What is wrong where there is no offer, or that something is to be filled in.
fn none(lang: Lang, faults: &[(OfferField, Problem)]) -> AnyView {
    let known = faults.iter().filter(|(_, problem)| *problem != Problem::Required);
    let known: Vec<AnyView> = known
        .map(|(_, problem)| {
            view! { <p class="field-error" role="alert">{problems::problem(lang, *problem)}</p> }.into_any()
        })
        .collect();
    if known.is_empty() {
        view! { <p class="field-hint">{offers::words(lang).fill}</p> }.into_any()
    } else {
        known.into_any()
    }
}

/// What the offer comes to, in large; what it costs below.
fn answer(lang: Lang, drawn: &Drawn, desk: &OfferDesk) -> AnyView {
    let w = offers::words(lang);
    let money = |amount| format::money(lang, amount, desk.currency);
    let figures = drawn.figures;
    let given = if figures.given_up.is_positive() {
        format!("{} {}", money(figures.given_up), w.given_up)
    } else {
        w.no_cost.to_owned()
    };
    let own = figures.own_cost.is_positive().then(|| format!(", {} {}", money(figures.own_cost), w.own_cost));
    let yearly = figures.yearly.map(|rate| {
        view! {
            <p class="field-hint">
                {format!("{}{}{}", w.yearly_simple, format::yearly_cost(lang, rate), w.yearly_end)}
            </p>
        }
    });
    let tenfold = Amount::from_cents(figures.given_up.cents().saturating_mul(10));
    let steep = (figures.yearly.is_some() && figures.received + figures.given_up < tenfold)
        .then(|| view! { <p><strong>{w.yearly_steep}</strong></p> });
    // The same sum as in the comparison, and how the text says it.
    let runs_on = figures.accrues.is_positive().then(|| {
        let (accrues, today) = (money(figures.accrues), money(figures.received));
        view! {
            <p class="field-hint">
                {format!("{}{accrues}{}{today}{}", w.runs_on, w.runs_on_end, w.runs_on_rest)}
            </p>
        }
    });
    let lapses = format::date(lang, dates::next_day(drawn.draft.until));
    view! {
        <div class="offer-figure" role="status">
            <p class="plan-answer">{money(figures.received + figures.accrues)}</p>
            {figures.on.map(|by| {
                let by = format::date_with_weekday(lang, by);
                view! { <p class="page-sub">{format!("{} {by}", w.when.to_lowercase())}</p> }
            })}
            <p>{given}{own.unwrap_or_default()}</p>
            {runs_on}
            {steep}
            {yearly}
            <p class="field-hint">{format!("{}{lapses}{} {}", w.lapses, w.lapses_end, w.estimated)}</p>
        </div>
    }
    .into_any()
}

/// What is to be known before one offers.
fn notes(lang: Lang, desk: &OfferDesk) -> AnyView {
    let w = offers::words(lang);
    let early = desk.is_early().then(|| view! { <p class="field-hint">{w.vat}</p> });
    let is_public = desk.debtor == DebtorKind::Public;
    let public = is_public.then(|| view! { <p class="field-hint">{w.public_note}</p> });
    let bill = (desk.debtor == DebtorKind::Business && !desk.is_early())
        .then(|| view! { <p class="field-hint">{w.bill_note}</p> });
    view! { <div class="ways-notes">{early} {public} {bill}</div> }.into_any()
}
