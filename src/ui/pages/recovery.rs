//! The ways out of one claim: the advice with its sum, a picture of what each way would bring, then way by way; what the
//! figures assume, and who can help.

pub mod ageing;
pub mod assumptions;
pub mod expectation;
pub mod help;
pub mod mandate;
pub mod onward;
pub mod picture;
pub mod way;

use leptos::prelude::*;

use self::ageing::AgeingSection;
use self::assumptions::AssumptionsEditor;
use self::way::Way;
use super::not_found::NotFound;
use crate::app::command::Command;
use crate::app::costs::CostCommand;
use crate::app::forms::outlook::{OutlookField, OutlookForm};
use crate::app::problem::Problem;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::recovery_desk::RecoveryDesk;
use crate::base::{Currency, InvoiceId};
use crate::domain::court::Seat;
use crate::domain::dunning::{Action, HoldCause, What, Why};
use crate::domain::party::DebtorKind;
use crate::domain::recovery::{Advice, Condition, Outlook, RecoveryRoute};
use crate::text::words::recovery::{advice, aside};
use crate::text::words::{costs, recovery};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::{ClaimHead, Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{given, given_or, live, only_if, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// The page.
#[component]
pub fn RecoveryPage(
    /// Which invoice.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    given_or(
        figures.into(),
        move |figures| view! { <Ways id=id figures=figures /> },
        || view! { <NotFound /> },
    )
}

#[component]
fn Ways(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let known = Memo::new(move |_| figures.with(|figures| figures.case.outlook.clone()));
    let start = move || known.with(|known| OutlookForm::of(known, app.lang()));
    let draft = Draft::new(app, &format!("outlook/{id}"), untrack(start)).following(move || Some(start()));
    let typed = Memo::new(move |_| {
        known.with(|known| draft.form.with(|form| form.parse(known).0.unwrap_or_else(|| known.clone())))
    });
    let desk = Memo::new(move |_| {
        let (today, typed) = (app.today.get(), typed.get());
        app.book.with(|book| RecoveryDesk::of(book, id, today, Some(typed)))
    });
    view! {
        <ClaimHead id=id figures=figures title=words.t(|w| w.title) />
        {given(desk.into(), move |desk| view! { <Compared id=id desk=desk known=known draft=draft /> })}
    }
}

#[component]
fn Compared(
    id: InvoiceId,
    desk: Memo<RecoveryDesk>,
    known: Memo<Outlook>,
    draft: Draft<OutlookForm>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let debtor = Memo::new(move |_| desk.with(|desk| desk.situation.debtor));
    let is_foreign = Memo::new(move |_| desk.with(|desk| desk.currency != Currency::EUR));
    let helped = Memo::new(move |_| {
        desk.with(|desk| help::Helped {
            kind: desk.situation.debtor,
            is_abroad: matches!(desk.situation.seat, Seat::Abroad { .. }),
            is_insolvent: desk.situation.insolvent,
        })
    });
    let is_left = Memo::new(move |_| desk.with(|desk| !desk.is_out));
    let rows = move || {
        let way = |route| view! { <Way id=id route=route desk=desk known=known draft=draft /> };
        RecoveryRoute::ALL.into_iter().map(way).collect_view()
    };
    view! {
        <div class="ways-answer" role="status">
            {live(move || desk.with(|desk| answer(app.lang(), desk)))}
        </div>
        {live(move || desk.with(|desk| next(app.lang(), desk)))}
        {only_if(move || is_foreign.get(), move || view! { <Exchange id=id desk=desk known=known draft=draft /> })}
        <p class="ways-spent">
            {live(move || desk.with(|desk| costs::answer(app.lang(), &desk.spending)))} " · "
            <a href=Route::Costs(id).to_string()>{words.t(|w| w.open_costs)}</a>
        </p>
        {only_if(move || is_left.get(), move || view! {
        <section class="section" aria-labelledby="ways-picture">
            <h2 id="ways-picture">{words.t(|w| w.picture)}</h2>
            {live(move || desk.with(|desk| picture::picture(app.lang(), desk)))}
        </section>
        {only_if(move || debtor.get() == DebtorKind::Public, move || view! { <mandate::Mandate id=id /> })}
        <section class="section" aria-labelledby="ways-list">
            <h2 id="ways-list">{words.t(|w| w.ways)}</h2>
            <p class="section-sub">{words.t(|w| w.ways_hint)}</p>
            <div class="ways-list">{rows()}</div>
        </section>
        <AgeingSection desk=desk />
        <help::Help client=helped />
        <section class="section" aria-labelledby="ways-assumptions">
            <h2 id="ways-assumptions">{words.t(|w| w.assumptions)}</h2>
            <p class="section-sub">{words.t(|w| w.assumptions_hint)}</p>
            <AssumptionsEditor all=true />
        </section>
        })}
        <p class="field-hint">{words.t(|w| w.caveat)}</p>
    }
}

/// The one main button: the screen the advice goes on with.
fn next(lang: crate::text::Lang, desk: &RecoveryDesk) -> Option<AnyView> {
    let (label, route) = match (&desk.advice, &desk.situation.engaged) {
        (Advice::Engaged, Some(action)) => (recovery::words(lang).open_engaged, engaged(desk.id, action)),
        (Advice::NotLate(_), _) => (recovery::words(lang).open_proofs, Route::Proofs(desk.id)),
        (Advice::Expired(_), _) => (recovery::words(lang).open_after, Route::After(desk.id)),
        (Advice::Prepare { first, .. }, _) if !first.is_step() => question(lang, desk, *first)?,
        _ => onward::goes_on(lang, desk, desk.advised()?).into_iter().next()?,
    };
    let button = view! {
        <p class="ways-next">
            <a class="button button-main" href=route.to_string()>
                {label}
            </a>
        </p>
    };
    Some(button.into_any())
}

/// Where what is under way is seen to.
fn engaged(id: InvoiceId, action: &Action) -> Route {
    let hold = action.hold.as_ref().map(|hold| hold.cause);
    match (action.what, hold) {
        (_, Some(HoldCause::Plan | HoldCause::PlanProposed)) | (What::EndPlan | What::ClosePlan, _) => {
            Route::Plan(id)
        }
        (_, Some(HoldCause::Offer)) | (What::CloseOffer | What::KeepOffer, _) => Route::Offers(id),
        (_, Some(HoldCause::Dispute))
        | (What::AnswerDispute | What::Meet | What::WriteMinutes | What::KeepCommitment, _) => {
            Route::Dispute(id)
        }
        (_, Some(HoldCause::Proceeding(_) | HoldCause::Insolvency | HoldCause::Court))
        | (What::Proceed(_) | What::LodgeClaim, _) => Route::After(id),
        _ => match action.why {
            Why::Disputed { .. } => Route::Dispute(id),
            _ => Route::Invoice(id),
        },
    }
}

/// Where the question a way turns on is answered; nowhere here where another is to be asked.
fn question(lang: crate::text::Lang, desk: &RecoveryDesk, first: Condition) -> Option<(&'static str, Route)> {
    let asks_another = match first {
        Condition::NotReplaced | Condition::CreditorTrader | Condition::Tariff => true,
        Condition::FrenchCourt => matches!(desk.situation.seat, Seat::Abroad { .. }),
        Condition::InTime => desk.situation.expires.is_none(),
        _ => false,
    };
    (!asks_another).then(|| (recovery::words(lang).open_client, Route::EditClient(desk.client)))
}

/// What a form about what one expects of a claim has in common: the faults of its fields, and how it is saved.
pub(super) fn expecting(
    id: InvoiceId,
    known: Memo<Outlook>,
    draft: Draft<OutlookForm>,
    form: &'static str,
    sent: RwSignal<bool>,
) -> (impl Fn(OutlookField) -> Signal<Option<Problem>>, impl Fn(leptos::ev::SubmitEvent)) {
    let app = use_app();
    let parsed = Memo::new(move |_| known.with(|known| draft.form.with(|form| form.parse(known))));
    let problem_of = faults(parsed);
    let save = move |event: leptos::ev::SubmitEvent| {
        let outlook = parsed.with_untracked(|(outlook, _)| outlook.clone());
        submit(&event, form, sent, outlook, |outlook| {
            app.send(Command::Cost(CostCommand::Expect(id, outlook))).is_ok()
        });
    };
    (problem_of, save)
}

/// What the currency of the claim is worth, asked where it is not the euro.
#[component]
fn Exchange(
    id: InvoiceId,
    desk: Memo<RecoveryDesk>,
    known: Memo<Outlook>,
    draft: Draft<OutlookForm>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let sent = RwSignal::new(false);
    let (problem_of, save) = expecting(id, known, draft, "exchange-form", sent);
    let note =
        Signal::derive(move || Some(recovery::exchange_note(app.lang(), desk.with(|desk| desk.currency))));
    view! {
        <form class="form form-narrow exchange-form" novalidate on:submit=save>
            <Field
                id="exchange-hundred"
                label=words.t(|w| w.exchange)
                kind=FieldKind::Money
                value=slot(draft.form, |form| &form.hundred, |form| &mut form.hundred)
                problem=problem_of(OutlookField::Hundred)
                note=note
                sent=sent
            />
            {submit_button(Weight::Plain, words.t(|w| w.exchange_save))}
        </form>
    }
}

/// The advice, its first half the largest thing on the screen.
fn answer(lang: crate::text::Lang, desk: &RecoveryDesk) -> AnyView {
    let chance = desk.advised().map(|prospect| prospect.chance.value).unwrap_or_default();
    let (head, tail) = advice::sentence(lang, &desk.advice, chance, &desk.situation);
    let then = match desk.advice {
        Advice::Take { then, .. } => then.map(|then| advice::then(lang, then, &desk.situation)),
        _ => None,
    };
    let beyond = desk.beyond.map(|beyond| aside::beyond_line(lang, &beyond, desk.assumptions.stop_line()));
    let otherwise = desk.otherwise().map(|(one, net)| aside::otherwise(lang, one, net, &desk.situation));
    let notes = advice::notes(lang, &desk.advice, &desk.situation);
    let then = then
        .into_iter()
        .chain(beyond)
        .chain(otherwise)
        .chain(notes)
        .map(|then| view! { <p class="ways-then">{then}</p> });
    view! {
        <p>
            <span class="ways-head">{head}</span>
            <span class="ways-tail">{tail}</span>
        </p>
        {then.collect_view()}
    }
    .into_any()
}
