//! Which text: the one in hand, the one proposed for now, and the others one tap away.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::base::InvoiceId;
use crate::domain::dunning::person::can_call;
use crate::domain::event::Step;
use crate::text::words::{composer, dunning};
use crate::ui::live::only_if;
use crate::ui::state::use_app;

/// Texts before the due date.
const BEFORE: &[Step] = &[Step::Invoice, Step::ReceiptCheck, Step::Courtesy];

/// Texts that ask for what is late, in their order.
const REMINDERS: &[Step] =
    &[Step::FirstReminder, Step::FirmReminder, Step::LastReminder, Step::PenaltyNote, Step::FormalNotice];

/// Texts for an occasion.
const OCCASIONS: &[Step] = &[
    Step::Recap,
    Step::BrokenPromise,
    Step::Duplicate,
    Step::Correction,
    Step::Approval,
    Step::Confirmation,
    Step::Inquiry,
    Step::Meeting,
    Step::Agreed,
    Step::Offer,
    Step::Instalments,
    Step::PlanNotice,
    Step::Suspension,
    Step::Resumption,
    Step::Thanks,
];

/// The choice. What is proposed comes first, the rest is folded away.
#[component]
pub fn Steps(id: InvoiceId, step: Step, proposed: Memo<Option<Step>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let other = Memo::new(move |_| proposed.get().filter(|proposed| *proposed != step));
    let first = move || {
        other.get().map(|other| {
            view! { <ul class="choice-list">{choice(id, step, other, Place::Proposed)}</ul> }
        })
    };
    let group = move |title: fn(&'static composer::Words) -> &'static str, steps: &'static [Step]| {
        let steps = steps.iter().copied().filter(move |known| *known != step);
        let choices = steps.map(|to| choice(id, step, to, Place::Others)).collect_view();
        view! {
            <h3 class="choice-group">{words.t(title)}</h3>
            <ul class="choice-list choice-short">{choices}</ul>
        }
    };
    view! {
        <nav class="steps" aria-label=words.t(|w| w.which)>
            <ul class="choice-list">{choice(id, step, step, Place::InHand)}</ul>
            {only_if(move || other.get().is_some(), first)}
            <details class="disclosure">
                <summary>{words.t(|w| w.others)}</summary>
                <div class="choice-groups">
                    {group(|w| w.group_before, BEFORE)}
                    {group(|w| w.group_reminders, REMINDERS)}
                    {group(|w| w.group_occasions, OCCASIONS)}
                </div>
            </details>
        </nav>
    }
}

/// Where a text stands in the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    InHand,
    Proposed,
    Others,
}

fn choice(id: InvoiceId, now: Step, to: Step, place: Place) -> AnyView {
    let app = use_app();
    let words = app.words(composer::words);
    // A call is held on a screen of its own; without a number it is written.
    let is_spoken = to.is_call()
        && app.book.with_untracked(|book| {
            book.case(id).and_then(|case| book.client(case.invoice.client)).is_some_and(can_call)
        });
    let href = if is_spoken { Route::Call(id) } else { Route::Text(id, to) }.to_string();
    let why = move || {
        let why = composer::why(app.lang(), to);
        if place == Place::Proposed { format!("{}{why}", words.now().proposed_now) } else { why.to_owned() }
    };
    view! {
        <li>
            <a class="choice" href=href aria-current=(to == now).then_some("page")>
                <span class="choice-name">{move || dunning::step(app.lang(), to)}</span>
                {(place != Place::Others).then(|| view! { <span class="choice-reason">{why}</span> })}
            </a>
        </li>
    }
    .into_any()
}
