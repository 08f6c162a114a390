//! What a contract says about paying late: law, rate, day count. A short form for the calculator, the whole for an
//! invoice.

use leptos::prelude::*;

use super::check::check;
use super::field::{Field, FieldKind};
use super::select::select;
use crate::app::forms::contract::ContractForm;
use crate::app::problem::Problem;
use crate::base::Currency;
use crate::domain::claim::DayCount;
use crate::domain::contract::{Contract, Law};
use crate::domain::party::DebtorKind;
use crate::text::words::contract;
use crate::ui::live::{Slot, live};
use crate::ui::state::use_app;

const DAY_COUNTS: [DayCount; 4] =
    [DayCount::Actual365, DayCount::ActualActual, DayCount::Actual360, DayCount::Thirty360];
const CURRENCIES: [Currency; 3] = [Currency::EUR, Currency::GBP, Currency::CHF];

/// A field that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContractField {
    /// Agreed rate.
    Rate,
    /// Fixed sum of a plain calculation.
    FixedSum,
}

/// The fields.
#[component]
pub fn ContractFields(
    /// What was typed.
    form: Signal<ContractForm>,
    /// Writes it.
    change: Callback<ContractForm>,
    /// What is wrong with a field.
    #[prop(into)]
    problem: Callback<ContractField, Option<Problem>>,
    /// What is worth knowing of the rate.
    #[prop(optional, into)]
    rate_note: Signal<Option<String>>,
    /// All there is, not only law and rate.
    #[prop(optional)]
    whole: bool,
    /// The form was sent: faults show.
    #[prop(optional, into)]
    sent: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(contract::words);
    let edit = move |edit: &dyn Fn(&mut ContractForm)| {
        let mut edited = form.get_untracked();
        edit(&mut edited);
        change.run(edited);
    };
    let text = move |read: fn(&ContractForm) -> &String, write: fn(&mut ContractForm) -> &mut String| Slot {
        text: Signal::derive(move || form.with(|form| read(form).clone())),
        change: Callback::new(move |typed: String| edit(&|form| write(form).clone_from(&typed))),
    };
    let law = Memo::new(move |_| form.with(|form| form.law));
    let rate = move || {
        law.get().takes_rate().then(|| {
            view! {
                <Field
                    id="rate"
                    label=words.t(|w| w.rate)
                    value=text(|form| &form.rate, |form| &mut form.rate)
                    problem=Signal::derive(move || problem.run(ContractField::Rate))
                    note=rate_note
                    hint=words.t(|w| w.rate_hint)
                    optional=law.get_untracked() == Law::French
                    sent=sent
                />
            }
        })
    };
    let fixed_sum = move || {
        (law.get() == Law::Plain).then(|| {
            view! {
                <Field
                    id="fixed-sum"
                    label=words.t(|w| w.fixed_sum)
                    kind=FieldKind::Money
                    value=text(|form| &form.fixed_sum, |form| &mut form.fixed_sum)
                    problem=Signal::derive(move || problem.run(ContractField::FixedSum))
                    optional=true
                    sent=sent
                />
            }
        })
    };
    let rest = move || {
        view! {
            {select(
                "currency",
                words.t(|w| w.currency),
                &CURRENCIES,
                |_, currency| if currency == Currency::EUR { "EUR (€)" } else if currency == Currency::GBP { "GBP (£)" } else { "CHF" },
                move || form.with(|form| form.currency),
                move |currency| edit(&|form| form.currency = currency),
            )}
            {live(move || {
                let elsewhere = form.with(|form| {
                    let fixed = Contract { law: form.law, ..Contract::default() };
                    let regime = fixed.regime(DebtorKind::Business);
                    form.law != Law::Plain && form.law != Law::Swiss && regime.currency() != form.currency
                });
                elsewhere.then(|| view! { <p class="field-hint">{words.t(|w| w.currency_other)}</p> })
            })}
            {select(
                "day-count",
                words.t(|w| w.day_count),
                &DAY_COUNTS,
                contract::day_count,
                move || form.with(|form| form.day_count),
                move |day_count| edit(&|form| form.day_count = day_count),
            )}
            {check(
                "periodic",
                words.t(|w| w.periodic),
                move || form.with(|form| form.periodic),
                move |periodic| edit(&|form| form.periodic = periodic),
            )}
            {check(
                "capitalises",
                words.t(|w| w.capitalises),
                move || form.with(|form| form.capitalises),
                move |capitalises| edit(&|form| form.capitalises = capitalises),
            )}
        }
    };
    view! {
        <div>
            {select(
                "law",
                words.t(|w| w.law),
                &Law::ALL,
                contract::law,
                move || law.get(),
                move |law| edit(&|form| form.take_law(law)),
            )}
            <p class="field-hint">{live(move || contract::about(app.lang(), law.get()))}</p>
        </div>
        {live(rate)}
        {live(fixed_sum)}
        {whole.then(rest)}
    }
}
