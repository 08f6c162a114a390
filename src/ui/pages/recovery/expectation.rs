//! What the user expects of one way: the chance that counts and from what it comes, what was quoted, and how long it takes.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::expecting;
use super::way::position;
use crate::app::forms::outlook::{OutlookField, OutlookForm};
use crate::base::InvoiceId;
use crate::domain::recovery::{Outlook, Prospect, RecoveryRoute};
use crate::text::words::recovery;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{Slot, live};
use crate::ui::state::use_app;

/// The form; a field left empty keeps what is proposed.
#[component]
pub fn Expectation(
    id: InvoiceId,
    route: RecoveryRoute,
    prospect: Memo<Option<Prospect>>,
    known: Memo<Outlook>,
    draft: Draft<OutlookForm>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let (problem_of, save) = expecting(id, known, draft, "chance-form", RwSignal::new(false));
    // A figure that counts for nothing says so at once: what is typed changes the picture at once too.
    let sent = Signal::derive(|| true);
    let made_of = live(move || {
        let lang = app.lang();
        prospect.with(|one| {
            one.as_ref().map(|one| {
                let parts =
                    one.chance.parts.iter().map(|part| view! { <li>{recovery::part(lang, *part)}</li> });
                let proposed = recovery::percent(lang, one.chance.proposed);
                view! {
                    <details class="disclosure disclosure-small">
                        <summary>{recovery::words(lang).chance_made_of}</summary>
                        <ul class="points disclosure-body">
                            {parts.collect_view()}
                            <li>"= " {proposed}</li>
                        </ul>
                    </details>
                }
            })
        })
    });
    let counted = live(move || {
        let lang = app.lang();
        prospect.with(|one| one.as_ref().map(|one| recovery::chance(lang, &one.chance)))
    });
    let field = move |name: &str, label: Word, kind, value: Slot, problem: OutlookField, hint: Word| {
        view! {
            <Field
                id=format!("{name}-{}", position(route))
                label=words.t(label)
                kind=kind
                value=value
                problem=problem_of(problem)
                hint=words.t(hint)
                sent=sent
            />
        }
    };
    let chance = of_way(draft, route, |form| &form.chances, |form| &mut form.chances);
    let quote = of_way(draft, route, |form| &form.quotes, |form| &mut form.quotes);
    let delay = of_way(draft, route, |form| &form.delays, |form| &mut form.delays);
    let (count, money) = (FieldKind::Count, FieldKind::Money);
    let quoted = route
        .is_quoted()
        .then(|| field("quote", |w| w.quote, money, quote, OutlookField::Quote(route), |w| w.quote_hint));
    view! {
        <form class="chance-form" novalidate on:submit=save>
            {field("chance", |w| w.chance, count, chance, OutlookField::Chance(route), |w| w.chance_hint)}
            <p class="chance-counted">{counted}</p>
            {made_of}
            {quoted}
            {field("delay", |w| w.own_delay, count, delay, OutlookField::Delay(route), |w| w.own_delay_hint)}
            <button class="button" type="submit">
                {words.t(|w| w.chance_save)}
            </button>
        </form>
    }
}

/// One of the words of the page.
type Word = fn(&'static recovery::Words) -> &'static str;

/// What was typed for a way, as one of its kind.
type Typed = BTreeMap<RecoveryRoute, String>;

/// Reads and writes what is typed for a way; emptied, it is forgotten.
fn of_way(
    draft: Draft<OutlookForm>,
    route: RecoveryRoute,
    read: fn(&OutlookForm) -> &Typed,
    write: fn(&mut OutlookForm) -> &mut Typed,
) -> Slot {
    Slot {
        text: Signal::derive(move || {
            draft.form.with(|form| read(form).get(&route).cloned().unwrap_or_default())
        }),
        change: Callback::new(move |typed: String| {
            draft.form.update(|form| {
                if typed.trim().is_empty() {
                    write(form).remove(&route);
                } else {
                    write(form).insert(route, typed);
                }
            });
        }),
    }
}
