//! How the call ended: ten answers of one tap, within the reach of a thumb. The tap notes the call.

use leptos::prelude::*;

use super::Calling;
use crate::app::calls::CallMade;
use crate::app::command::Command;
use crate::app::forms::call::CallDraft;
use crate::app::route::Route;
use crate::base::InvoiceId;
use crate::browser::{location, page};
use crate::domain::event::{Outcome, Step};
use crate::text::words::call;
use crate::ui::live::{live, only_if};
use crate::ui::state::{App, use_app};

/// Where a call leads.
pub fn after(id: InvoiceId, outcome: Outcome) -> Route {
    match outcome {
        Outcome::Resend => Route::Text(id, Step::Duplicate),
        // What was agreed on is worked out, compared and signed there; the recap stays due.
        Outcome::Plan => Route::Plan(id),
        Outcome::Dispute => Route::Dispute(id),
        outcome if outcome.wants_recap() => Route::Text(id, Step::Recap),
        _ => Route::Invoice(id),
    }
}

impl Calling {
    /// Ends the call: it is noted at once, and what it asks besides can be said afterwards; what is suggested of it is noted
    /// once it is confirmed. Where something is missing without which it must not be noted, that is asked first.
    pub fn end(self, app: App, outcome: Outcome) {
        let ran = self.timer.stop();
        self.draft.form.update(|form| {
            form.seconds = form.seconds.saturating_add(ran);
            form.outcome = Some(outcome);
            form.confirmed = false;
        });
        let is_noted = self.read().is_some_and(|call| self.note(app, call));
        if is_noted && outcome == Outcome::Resend {
            // Nothing is left to say about it.
            self.go_on(outcome);
            return;
        }
        request_animation_frame(|| {
            page::focus("#call-ended");
        });
    }

    /// The call as the form has it now; none while a fault is in it.
    #[must_use]
    pub fn read(self) -> Option<CallDraft> {
        self.context.with_untracked(|context| self.draft.form.with_untracked(|form| form.parse(context).0))
    }

    /// Notes the call, or puts right what was noted; true where it is in the book as the form has it.
    pub fn note(self, app: App, call: CallDraft) -> bool {
        let CallDraft { drafts, contact, .. } = call;
        let was = self.made.get_untracked();
        let replaces = was.as_ref().map(|was| was.replaces.clone());
        let mut made = app.book.with_untracked(|book| CallMade::about_to_be(book, drafts, contact));
        made.replaces = replaces.unwrap_or(made.replaces);
        if was.as_ref() == Some(&made) {
            return true;
        }
        self.made.set(Some(made.clone()));
        let command = match was.clone() {
            None => Command::RecordCall(made.drafts, made.learnt),
            Some(was) => Command::CorrectCall(Box::new(was), Box::new(made)),
        };
        let is_done = app.send(command).is_ok();
        if is_done {
            self.draft.form.update(|form| form.noted = true);
        } else {
            self.made.set(was);
        }
        is_done
    }

    /// Takes the call back: it goes on, with its notes.
    pub fn resume(self, app: App) {
        let none = CallMade { drafts: Vec::new(), learnt: None, replaces: Vec::new() };
        if let Some(was) = self.made.get_untracked() {
            if app.send(Command::CorrectCall(Box::new(was), Box::new(none))).is_err() {
                return;
            }
            app.line.set(None);
        }
        self.made.set(None);
        self.sent.set(false);
        self.draft.form.update(|form| (form.outcome, form.noted) = (None, false));
        request_animation_frame(|| {
            page::focus("#ending");
        });
    }

    /// On to what the call calls for.
    pub fn go_on(self, outcome: Outcome) {
        self.draft.clear();
        location::go(&after(self.id, outcome).to_string());
    }
}

/// The answers.
#[component]
pub fn Ending(calling: Calling) -> impl IntoView {
    let app = use_app();
    let words = app.words(call::words);
    let outcomes = Outcome::ALL.map(|choice| {
        let button = move || {
            view! {
                <button
                    class="outcome"
                    type="button"
                    aria-label=move || call::outcome(app.lang(), choice)
                    on:click=move |_| calling.end(app, choice)
                >
                    {live(move || call::outcome_short(app.lang(), choice))}
                </button>
            }
        };
        let allows = move || calling.held.with(|held| held.as_ref().is_none_or(|held| held.allows(choice)));
        only_if(allows, button)
    });
    view! {
        <section class="call-ends" aria-labelledby="ending">
            <h2 id="ending" tabindex="-1">{words.t(|w| w.outcome)}</h2>
            <div class="outcomes">{outcomes.into_iter().collect_view()}</div>
        </section>
    }
}
