//! The form in which the sending of a text is recorded: what is refused or lacks something is not, and says why.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::Editing;
use super::checks;
use crate::app::problem::Problem;
use crate::base::dates;
use crate::browser::page;
use crate::documents::missing::MissingFact;
use crate::text::format;
use crate::text::words::composer;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// The day something was sent, as typed: not to come, and not before the last of its invoices was issued.
///
/// # Errors
/// What is wrong with it.
pub fn sent_day(typed: &str, today: NaiveDate, issued: Option<NaiveDate>) -> Result<NaiveDate, Problem> {
    let day = dates::parse_typed(typed).map_err(Problem::from)?;
    if today < day {
        Err(Problem::InTheFuture)
    } else if issued.is_some_and(|issued| day < issued) {
        Err(Problem::SentBeforeIssue)
    } else {
        Ok(day)
    }
}

/// The form around its fields. `record` is only called with a text that may go and lacks nothing.
#[component]
pub fn SendingForm(
    /// The text.
    editing: Editing,
    /// What it lacks.
    missing: Signal<Vec<MissingFact>>,
    /// What the form is called.
    #[prop(into)]
    title: Signal<&'static str>,
    /// It was tried to record.
    sent: RwSignal<bool>,
    /// Records it; false where a field is at fault.
    record: Callback<(), bool>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let Editing { spoken, is_halted, blanks, .. } = editing;
    let lacks = move || {
        let lang = spoken.get().lang;
        let labels: Vec<String> =
            missing.with(|missing| missing.iter().map(|fact| fact.label(lang).to_owned()).collect());
        // What a letter leaves blank is said once, with what else stands in its way.
        (!labels.is_empty() && blanks.with(Vec::is_empty))
            .then(|| format!("{}{}.", words.now().sent_missing, format::list(app.lang(), &labels)))
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sent.set(true);
        if !checks::may_go(editing) || !missing.with_untracked(Vec::is_empty) {
            return;
        }
        if !record.run(()) {
            request_animation_frame(|| {
                page::focus(".sending-form [aria-invalid=true]");
            });
        }
    };
    let is_refused = move || is_halted.get();
    view! {
        <form class="form sending-form" novalidate on:submit=save>
            <h3>{title}</h3>
            {children()}
            {live(move || lacks().map(|lacks| view! { <p class="field-error" role="status">{lacks}</p> }))}
            {checks::refusal(editing, "refused-sending")}
            <div class="form-actions">
                <button
                    class="button"
                    type="submit"
                    disabled=move || !missing.with(Vec::is_empty)
                    aria-disabled=move || is_refused().then_some("true")
                    aria-describedby=move || is_refused().then_some("refused-sending")
                >
                    {words.t(|w| w.sent_save)}
                </button>
            </div>
        </form>
    }
}
