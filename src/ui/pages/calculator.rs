//! Quick calculator: an amount, a due date, a kind of client, and what is owed follows every keystroke. Nothing is
//! kept unless asked; the figures are in the address, after `#`, so that a reload or a link finds them again.

pub mod message;

use leptos::prelude::*;

use message::Written;

use crate::app::forms::calculator::{CalculatorField, CalculatorForm};
use crate::app::problem::{Findings, Problem};
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::Currency;
use crate::browser::{location, page, timer};
use crate::domain::claim::Allocation;
use crate::text::words::{calculator, labels, problems};
use crate::ui::components::contract_fields::ContractField;
use crate::ui::components::paid_rows::PaidField;
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::term_fields::{TermField, TypedTerm};
use crate::ui::components::{
    Answer, ContractFields, Field, FieldKind, PaidRows, RibbonView, TermFields, Working, kind_choice,
};
use crate::ui::later::{self, Ask};
use crate::ui::live::{given, live, only_if, slot};
use crate::ui::state::{App, Say, use_app};

const ALLOCATIONS: &[Choice<Allocation>] = &[
    (Allocation::PrincipalFirst, |lang| calculator::words(lang).allocation_principal),
    (Allocation::InterestFirst, |lang| calculator::words(lang).allocation_interest),
];

/// Time the typing must rest before the address follows, in milliseconds.
const ADDRESS_FOLLOWS: i32 = 400;

/// The page.
#[component]
pub fn Calculator(
    /// Figures of the address.
    query: String,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(calculator::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().page)));
    let form = RwSignal::new(CalculatorForm::from_query(&query, untrack(|| app.lang())));
    let parsed =
        Memo::new(move |_| app.book.with(|book| form.with(|form| form.parse(app.today.get(), book.rates()))));
    // A memo: while an amount is typed its faults stay the same, and the fields need not look again.
    let findings = Memo::new(move |_| parsed.with(|(_, findings)| findings.clone()));
    let current = Memo::new(move |_| {
        app.book.with(|book| {
            parsed.with(|(estimate, _)| {
                estimate.as_ref().map(|estimate| Figures::of_estimate(estimate, book.rates()))
            })
        })
    });
    // While a later field is being typed the last figures stay, marked as such, rather than blink.
    let shown = Memo::new(move |before: Option<&Option<Figures>>| {
        current.get().or_else(|| {
            let blank = form.with(CalculatorForm::is_blank);
            before.cloned().flatten().filter(|_| !blank)
        })
    });
    // Typed and wrong is told from not typed yet.
    let faulty = Signal::derive(move || {
        let filled = form.with(|form| {
            let is_there = |text: &str| !text.trim().is_empty();
            is_there(&form.amount) && (is_there(&form.due) || is_there(&form.issued))
        });
        filled && current.with(Option::is_none)
    });
    let stale = Signal::derive(move || shown.with(Option::is_some) && current.with(Option::is_none));
    let written = RwSignal::new(None);
    let follow = follow_in_address(app, form);

    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words.t(|w| w.title)}</h1>
            <p class="page-sub">{words.t(|w| w.subtitle)}</p>
            {only_if(
                move || !form.with(CalculatorForm::is_blank),
                move || view! { <a class="button button-quiet" href="#/calcul">{words.t(|w| w.start_anew)}</a> },
            )}
        </div>
        <div class="calculator" on:focusout=move |_| {
            follow.try_run(());
        }>
            <div class="two-columns">
                <CalculatorFields form=form shown=shown findings=findings />
                <AnswerPanel form=form shown=shown stale=stale faulty=faulty written=written />
            </div>
            {given(shown.into(), move |figures| view! {
                <Life figures=figures form=form />
                {later::piece(Ask::Message { figures, form, findings, written })}
            })}
        </div>
    }
}

/// Keeps the address in step once the typing rests or its field is left: the callback given back is for that.
fn follow_in_address(app: App, form: RwSignal<CalculatorForm>) -> Callback<()> {
    let latest = StoredValue::new(0_u32);
    let follow = Callback::new(move |()| {
        // A field is also left when the screen goes: the address is then another's, and the form may be gone.
        let is_here = matches!(app.route.get_untracked(), Route::Calculator(_));
        if let Some(query) = form.try_with_untracked(CalculatorForm::to_query).filter(|_| is_here) {
            location::replace(&Route::Calculator(query).to_string());
        }
    });
    Effect::new(move |before: Option<String>| {
        let query = form.with(CalculatorForm::to_query);
        if before.as_ref() != Some(&query) {
            let blank = form.with_untracked(CalculatorForm::is_blank);
            app.calculator.set(if blank { String::new() } else { query.clone() });
        }
        if before.as_ref().is_some_and(|before| *before != query) {
            let number = latest.try_get_value().unwrap_or_default().wrapping_add(1);
            latest.set_value(number);
            timer::after(ADDRESS_FOLLOWS, move || {
                if latest.try_get_value() == Some(number) {
                    follow.run(());
                }
            });
        }
        query
    });
    follow
}

#[component]
fn CalculatorFields(
    form: RwSignal<CalculatorForm>,
    shown: Memo<Option<Figures>>,
    findings: Memo<Findings<CalculatorField>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(calculator::words);
    let problem = move |field| findings.with(|findings| findings.problem_of(field));
    let problem_of = move |field| Signal::derive(move || problem(field));
    let note = move |field| findings.with(|findings| findings.note_of(field));
    let note_of = move |field| {
        Signal::derive(move || note(field).map(|note| problems::note(app.lang(), note, Currency::EUR)))
    };
    let typed = TypedTerm {
        by: (
            Signal::derive(move || form.with(|form| form.due_by)),
            Callback::new(move |by| form.update(|form| form.due_by = by)),
        ),
        issued: slot(form, |form| &form.issued, |form| &mut form.issued),
        due: slot(form, |form| &form.due, |form| &mut form.due),
        terms: slot(form, |form| &form.terms, |form| &mut form.terms),
    };
    let term_field = |field| match field {
        TermField::Issued => CalculatorField::Issued,
        TermField::Due => CalculatorField::Due,
        TermField::Terms => CalculatorField::Terms,
    };
    let paid_field = |field| match field {
        PaidField::Amount(row) => CalculatorField::Paid(row),
        PaidField::Day(row) => CalculatorField::PaidOn(row),
    };
    // Said at its field too: the banner is a screen away.
    let rate_note = Memo::new(move |_| {
        if let Some(note) = note(CalculatorField::Rate) {
            return Some(problems::note(app.lang(), note, Currency::EUR));
        }
        shown.with(|shown| {
            let figures = shown.as_ref()?;
            let agreed = figures.debt.regime.rate_under_floor_check()?;
            let floor = figures.claim.floor.filter(|floor| floor.below)?;
            Some(labels::below_floor(app.lang(), agreed, floor.highest))
        })
    });
    // A payment half entered is surely a slip: its missing half is said at once. An empty form is not.
    let paid_sent = Signal::derive(move || {
        findings.with(|findings| {
            findings.problems.iter().any(|(field, problem)| {
                matches!(field, CalculatorField::PaidOn(_)) && *problem == Problem::Required
            })
        }) && form
            .with(|form| form.paid.iter().any(|row| !row.amount.trim().is_empty() && row.amount.len() > 2))
    });
    view! {
        <form class="form" novalidate on:submit=|event| event.prevent_default()>
            <TermFields
                typed=typed
                problem=Callback::new(move |field| problem(term_field(field)))
                note=Callback::new(move |field| note(term_field(field)))
            >
                <Field
                    id="amount"
                    label=words.t(|w| w.amount)
                    kind=FieldKind::Money
                    value=slot(form, |form| &form.amount, |form| &mut form.amount)
                    problem=problem_of(CalculatorField::Amount)
                />
            </TermFields>
            {kind_choice(move || Some(form.with(|form| form.kind)), move |kind| form.update(|form| form.kind = kind))}
            <PaidRows
                rows=Signal::derive(move || form.with(|form| form.paid.clone()))
            change=Callback::new(move |rows| form.update(|form| form.paid = rows))
                problem=Callback::new(move |field| problem(paid_field(field)))
                note=Callback::new(move |field| note(paid_field(field)))
                sent=paid_sent
            />
            <div class="field-date">
                <Field
                    id="as-of"
                    label=words.t(|w| w.as_of)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.as_of, |form| &mut form.as_of)
                    problem=problem_of(CalculatorField::AsOf)
                    hint=words.t(|w| w.as_of_hint)
                />
            </div>
            <details class="disclosure">
                <summary>{words.t(|w| w.details)}</summary>
                <div class="disclosure-body">
                    <ContractFields
                        form=Signal::derive(move || form.with(|form| form.contract.clone()))
                        change=Callback::new(move |contract| form.update(|form| form.contract = contract))
                        problem=Callback::new(move |field| problem(match field {
                            ContractField::Rate => CalculatorField::Rate,
                            ContractField::FixedSum => CalculatorField::FixedSum,
                        }))
                        rate_note=rate_note
                    />
                    <div class="field-date">
                        <Field
                            id="notice"
                            label=words.t(|w| w.notice)
                            kind=FieldKind::Date
                            value=slot(form, |form| &form.notice, |form| &mut form.notice)
                            problem=problem_of(CalculatorField::Notice)
                            note=note_of(CalculatorField::Notice)
                            hint=words.t(|w| w.notice_hint)
                            optional=true
                        />
                    </div>
                    {segment(
                        "allocation",
                        words.t(|w| w.allocation),
                        ALLOCATIONS,
                        move || Some(form.with(|form| form.allocation)),
                        move |allocation| form.update(|form| form.allocation = allocation),
                    )}
                </div>
            </details>
        </form>
    }
}

#[component]
fn AnswerPanel(
    form: RwSignal<CalculatorForm>,
    shown: Memo<Option<Figures>>,
    stale: Signal<bool>,
    faulty: Signal<bool>,
    written: RwSignal<Option<Written>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(calculator::words);
    let email = Signal::derive(move || written.with(|written| written.as_ref()?.email.clone()));
    let copy_email = move |_| {
        if let Some(email) = email.get_untracked() {
            app.copy(email, Say::Copied);
        }
    };
    let keep = move || Route::NewInvoice(form.with(CalculatorForm::to_query_with_names)).to_string();
    let copy_link = move |_| {
        let hash = Route::Calculator(form.with_untracked(CalculatorForm::to_query)).to_string();
        app.copy(location::link(&hash), Say::LinkCopied);
    };
    let copy_working = move |_| {
        if let Some(written) = written.get_untracked() {
            app.copy(written.working, Say::Copied);
        }
    };
    let phone = Signal::derive(move || written.with(|written| Some(written.as_ref()?.phone.clone())));
    view! {
        <Answer
            figures=shown
            stale=stale
            faulty=faulty
            buttons=move || {
                view! {
                    <div class="button-row">
                        <button
                            class="button button-main"
                            type="button"
                            disabled=move || email.with(Option::is_none)
                            on:click=copy_email
                        >
                            {words.t(|w| w.copy_email)}
                        </button>
                        <a class="button" href=keep>
                            <span>
                                {words.t(|w| w.keep_short)}
                                <span class="button-extra">{words.t(|w| w.keep_rest)}</span>
                            </span>
                        </a>
                    </div>
                }
            }
            rest=move || {
                view! {
                    {given(phone, move |phone| view! {
                        <div>
                            <p class="phone-sentence-label">{words.t(|w| w.phone)}</p>
                            <blockquote class="phone-sentence">{live(move || phone.get())}</blockquote>
                        </div>
                    })}
                    <div class="button-row">
                        <button class="button button-quiet" type="button" on:click=copy_link>
                            {words.t(|w| w.copy_link)}
                        </button>
                        <button class="button button-quiet" type="button" on:click=copy_working>
                            {words.t(|w| w.copy_working)}
                        </button>
                    </div>
                }
            }
        />
    }
}

/// The ribbon and the working, with what must be known of the rates.
#[component]
fn Life(figures: Memo<Figures>, form: RwSignal<CalculatorForm>) -> impl IntoView {
    let app = use_app();
    let words = app.words(calculator::words);
    let lit = RwSignal::new(None);
    let warnings = live(move || {
        figures.with(|figures| {
            let provisional = (!figures.claim.provisional.is_empty()).then(|| {
                view! {
                    <div class="banner" role="note">
                        <p class="banner-text">
                            <strong>{words.t(|w| w.provisional_title)}</strong>
                            " "
                            {labels::provisional(app.lang(), &figures.claim)}
                        </p>
                        <a class="button button-quiet" href=Route::Rates.to_string()>
                            {words.t(|w| w.see_rates)}
                        </a>
                    </div>
                }
            });
            let floor = figures.debt.regime.rate_under_floor_check().zip(figures.claim.floor);
            let floor = floor.filter(|(_, floor)| floor.below).map(|(agreed, floor)| {
                view! {
                    <div class="banner" role="note">
                        <p class="banner-text">
                            <strong>{words.t(|w| w.floor_title)}</strong>
                            " "
                            {labels::below_floor(app.lang(), agreed, floor.highest)}
                        </p>
                        <button
                            class="button button-quiet"
                            type="button"
                            on:click=move |_| form.update(|form| form.contract.rate.clear())
                        >
                            {words.t(|w| w.use_default)}
                        </button>
                    </div>
                }
            });
            view! { {provisional} {floor} }
        })
    });
    view! {
        <section class="section" aria-labelledby="life">
            <h2 id="life">{words.t(|w| w.life)}</h2>
            {warnings}
            {only_if(
                move || figures.with(|figures| !figures.claim.segments.is_empty()),
                move || view! {
                    <RibbonView figures=figures lit=lit />
                    <Working figures=figures lit=lit />
                },
            )}
        </section>
    }
}
