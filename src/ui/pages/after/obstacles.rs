//! What is missing for the proceeding that is being noted, each with what to do; and, where the law leaves it to the user, the
//! box that says it is begun all the same.

use leptos::prelude::*;

use crate::app::forms::proceeding::{BeginField, BeginForm};
use crate::app::problem::Problem;
use crate::domain::proceeding::ProceedingKind;
use crate::domain::recovery::{Obstacle, Situation};
use crate::text::Lang;
use crate::text::words::recovery::{condition, obstacle};
use crate::text::words::{labels, problems, proceedings};
use crate::ui::components::check::check;
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// What stands against a proceeding, and the situation that says so.
#[derive(Clone, Default, PartialEq)]
pub struct Against {
    /// Each obstacle, what cannot be passed over first.
    pub all: Vec<Obstacle>,
    /// What it is read from; none where the invoice is no longer there.
    pub at: Option<Situation>,
}

/// The list, under the choice of the proceeding; nothing where nothing is missing.
#[component]
pub fn Obstacles(
    against: Memo<Against>,
    kind: Memo<ProceedingKind>,
    form: RwSignal<BeginForm>,
    #[prop(into)] problem: Callback<BeginField, Option<Problem>>,
    sent: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let is_barred = Memo::new(move |_| against.with(|against| against.all.iter().any(|one| one.is_bar)));
    let title =
        Signal::derive(move || if is_barred.get() { words.now().barred } else { words.now().missing });
    let rows = live(move || against.with(|against| rows(app.lang(), kind.get(), against)));
    let fault = live(move || {
        let fault = problem.run(BeginField::Kind).or_else(|| problem.run(BeginField::Despite));
        let fault = fault.filter(|_| sent.get())?;
        Some(view! { <p class="field-error">{problems::problem(app.lang(), fault)}</p> })
    });
    view! {
        <div class="begin-obstacles" id="begin-obstacles" tabindex="-1" role="status">
            <p>
                <strong>{title}</strong>
            </p>
            <ul>{rows}</ul>
            {only_if(move || !is_barred.get(), move || check(
                "begin-despite",
                words.t(|w| w.despite),
                move || form.with(|form| form.despite),
                move |ticked| form.update(|form| form.despite = ticked),
            ))}
            {fault}
        </div>
    }
}

fn rows(lang: Lang, kind: ProceedingKind, against: &Against) -> Option<AnyView> {
    let at = against.at.as_ref()?;
    let bars = against.all.iter().any(|one| one.is_bar);
    // What could be passed over is of no use while something else cannot.
    let shown = against.all.iter().filter(|one| one.is_bar || !bars);
    let rows = shown.map(|one| {
        let said = labels::upper_first(&condition::finding(lang, one.finding, at));
        let to_do = obstacle::what_to_do(lang, kind, one.finding.condition, at.debtor);
        view! { <li>{said} <span class="row-note">{to_do}</span></li> }
    });
    Some(rows.collect_view().into_any())
}
