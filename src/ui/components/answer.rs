//! The answer: what is owed, how fast it grows, and the lines it is made of with their legal basis.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::{Amount, Currency};
use crate::domain::claim::Claim;
use crate::text::words::{calculator, labels};
use crate::text::{Lang, format};
use crate::ui::live::{given_or, live, only_if};
use crate::ui::state::use_app;

/// A claim to see what the page does, as the query of its link: partly paid, over two half-years.
const EXAMPLE: &str = "m=3480.00&e=2026-03-15&k=pro&p=1000.00_2026-07-02";

/// The panel with the total, the buttons given as children, and what follows them.
#[component]
pub fn Answer(
    /// The claim; none while it cannot be computed.
    #[prop(into)]
    figures: Signal<Option<Figures>>,
    /// The figures are those from before the entry under way.
    #[prop(optional, into)]
    stale: Signal<bool>,
    /// Something is filled in and wrong.
    #[prop(optional, into)]
    faulty: Signal<bool>,
    /// Buttons under the total.
    #[prop(into)]
    buttons: ViewFn,
    /// What follows the lines.
    #[prop(optional, into)]
    rest: ViewFn,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(calculator::words);
    // The amount shown and whether it is the first, third, fifth… since the page was drawn: it rolls at each change.
    let shown = StoredValue::new((Amount::ZERO, false));
    let head = move || {
        let lang = app.lang();
        figures.with(|figures| match figures {
            Some(Figures { claim, .. }) => {
                let total = due_total(claim);
                if shown.with_value(|(amount, _)| *amount != total) {
                    shown.update_value(|(amount, odd)| (*amount, *odd) = (total, !*odd));
                }
                let odd = shown.with_value(|(_, odd)| *odd);
                let provisional = (!claim.provisional.is_empty())
                    .then(|| view! { <span class="working-flag">{words.t(|w| w.provisional_mark)}</span> });
                let growth = claim.daily.is_positive().then(|| {
                    view! { <p class="growth">{labels::growth(lang, claim)}</p> }
                });
                view! {
                    <p class="answer-label">{labels::total_as_of(lang, claim)} {provisional}</p>
                    <output class="total" class:is-odd=odd class:is-even=!odd>
                        {total_figure(lang, total, claim.currency)}
                    </output>
                    {growth}
                }
                .into_any()
            }
            None => view! {
                <p class="answer-label">{words.t(if faulty.get() { |w| w.faulty } else { |w| w.waiting })}</p>
                <p class="total total-waiting" aria-hidden="true">
                    "–"
                </p>
            }
            .into_any(),
        })
    };
    let buttons = StoredValue::new(buttons);
    let rest = StoredValue::new(rest);
    view! {
        <section class="answer" class:is-stale=move || stale.get() aria-label=words.t(|w| w.answer)>
            <div class="answer-head">
                <div class="answer-figures" role="status">
                    {head}
                    {live(move || stale.get().then(|| view! { <p class="answer-label">{words.t(|w| w.incomplete)}</p> }))}
                </div>
                {only_if(move || figures.with(Option::is_some), move || buttons.with_value(ViewFn::run))}
            </div>
            <div class="answer-rest">
                {given_or(
                    figures,
                    move |figures| view! { <ClaimLines figures=figures /> {rest.with_value(ViewFn::run)} },
                    move || view! {
                        <p class="field-hint">{words.t(|w| w.waiting_hint)}</p>
                        <p>
                            <a href=format!("{}", Route::Calculator(EXAMPLE.to_owned()))>{words.t(|w| w.example)}</a>
                        </p>
                    },
                )}
            </div>
        </section>
    }
}

/// What the panel states: all that is owed, less the instalments of a late invoice that are not due yet.
fn due_total(claim: &Claim) -> Amount {
    let is_late = claim.instalments.iter().any(|instalment| instalment.due < claim.as_of);
    if is_late { claim.exigible() } else { claim.balance() }
}

/// The lines of a claim: principal, penalties, fixed sum, credit, each with what it rests on.
#[component]
pub fn ClaimLines(
    /// The claim.
    figures: Memo<Figures>,
) -> impl IntoView {
    let app = use_app();
    live(move || figures.with(|figures| lines_of(app.lang(), figures)))
}

fn lines_of(lang: Lang, Figures { claim, debt, case, .. }: &Figures) -> impl IntoView + use<> {
    let words = calculator::words(lang);
    let money = |amount| format::money(lang, amount, claim.currency);
    let provisional =
        if claim.provisional.is_empty() { String::new() } else { format!(" ({})", words.provisional_mark) };
    let interest_basis = if claim.interest_from.is_some() {
        format!(
            "{}{}{provisional}",
            labels::interest_basis(lang, debt.regime, claim),
            labels::gone(lang, claim.interest, claim.interest_paid(), claim.interest_waived, claim.currency),
        )
    } else if claim.as_of <= debt.due {
        words.not_late.to_owned()
    } else if debt.regime.needs_formal_notice() {
        words.no_interest_notice.to_owned()
    } else {
        labels::interest_basis(lang, debt.regime, claim)
    };
    let indemnity = match debt.regime.compensation_source() {
        Some(source) => {
            let gone = labels::gone(
                lang,
                claim.indemnity,
                claim.indemnity_paid(),
                claim.indemnity_waived,
                claim.currency,
            );
            let basis = format!("{}, {}{gone}", source.short, words.indemnity_basis);
            Some((money(claim.indemnity_left), basis))
        }
        None if debt.regime.needs_formal_notice() => {
            Some((money(claim.indemnity_left), words.indemnity_none_consumer.to_owned()))
        }
        None => None,
    };
    let line = |name: &'static str, amount: String, basis: String| {
        view! {
            <div class="claim-line">
                <dt>{name} " " <span class="claim-basis">{basis}</span></dt>
                <dd>{amount}</dd>
            </div>
        }
    };
    let some_not_due = due_total(claim) < claim.balance();
    let principal = if some_not_due { claim.principal_left - claim.not_due } else { claim.principal_left };
    let not_due =
        some_not_due.then(|| line(words.not_due, money(claim.not_due), words.not_due_basis.to_owned()));
    let credit = claim.credit.is_positive().then(|| line(words.credit, money(claim.credit), String::new()));
    view! {
        <dl class="claim-lines">
            {line(words.principal, money(principal), labels::principal_basis(lang, case, claim))}
            {line(labels::interest(lang, debt.regime), money(claim.interest_left), interest_basis)}
            {indemnity.map(|(amount, basis)| line(words.indemnity, amount, basis))}
            {not_due}
            {credit}
        </dl>
    }
}

/// An amount as the largest figure of a screen, its currency smaller on the side the language puts it.
pub fn total_figure(lang: Lang, amount: Amount, currency: Currency) -> impl IntoView + use<> {
    let sign = |text: String| view! { <span class="total-unit">{text}</span> };
    view! {
        {(lang == Lang::En).then(|| sign(currency.sign().to_owned()))}
        {format::number(lang, amount)}
        {(lang == Lang::Fr).then(|| sign(format!("\u{a0}{}", currency.sign())))}
    }
}
