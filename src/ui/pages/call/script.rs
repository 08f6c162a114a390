//! What to say, line by line, and what to answer to the usual excuses.

use leptos::prelude::*;

use super::Calling;
use crate::documents::excuses::{Answer, excuses};
use crate::documents::message::{Message, message};
use crate::domain::dunning::withheld::Withheld;
use crate::domain::event::{Channel, Outcome};
use crate::text::words::call;
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// The two parts; nothing where there is nothing to say.
#[component]
pub fn Script(calling: Calling) -> impl IntoView {
    let app = use_app();
    let words = app.words(call::words);
    let script = Memo::new(move |_| script(app, calling));
    // Under a plan, and where nothing is asked for, the usual excuses are not what one hears.
    let answers = Memo::new(move |_| {
        let is_held = calling.held.with(Option::is_some);
        if is_held { Vec::new() } else { excuses(&calling.text_context(app)).unwrap_or_default() }
    });
    view! {
        {live(move || {
            let script = script.get();
            (!script.is_empty()).then(|| {
                let lang = calling.lang(app).tag();
                let turns = script.split("\n\n").map(|turn| {
                    let lines = turn.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
                    view! { <li class="turn">{lines}</li> }
                }).collect_view();
                view! {
                    <section class="section" aria-labelledby="script">
                        <h2 id="script">{words.t(|w| w.script)}</h2>
                        <ol class="turns" lang=lang>{turns}</ol>
                    </section>
                }
            })
        })}
        {live(move || {
            let answers = answers.get();
            (!answers.is_empty()).then(|| {
                let answers = answers.into_iter().map(|answer| excuse(app, calling, answer)).collect_view();
                view! {
                    <section class="section" aria-labelledby="excuses">
                        <h2 id="excuses">{words.t(|w| w.excuses)}</h2>
                        {answers}
                    </section>
                }
            })
        })}
    }
}

fn script(app: App, calling: Calling) -> String {
    let claims = |held: &Option<Withheld>| {
        held.as_ref().is_none_or(|held| held.plan().is_some_and(|runs| runs.next.is_some()))
    };
    if !calling.held.with(claims) {
        return String::new();
    }
    let step = calling.context.with(|context| context.step);
    let tone = calling.client.with(|client| client.manner.tone).unwrap_or_default();
    match message(step, Channel::Phone, tone, &calling.text_context(app)) {
        Ok(Message::Script(script)) => script,
        // Nothing is owed, or nothing is late: there is no script, and the sentence says what there is.
        _ => String::new(),
    }
}

fn excuse(app: App, calling: Calling, answer: Answer) -> AnyView {
    let lang = calling.lang(app).tag();
    let lines = answer.answer.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    let outcome: Outcome = answer.outcome;
    let take = move |_| {
        calling.draft.form.update(|form| form.outcome = Some(outcome));
        request_animation_frame(|| {
            crate::browser::page::focus(".outcome[aria-pressed=true]");
        });
    };
    view! {
        <details class="disclosure excuse">
            <summary><span lang=lang>{answer.says}</span></summary>
            <div class="disclosure-body">
                <div class="excuse-answer" lang=lang>{lines}</div>
                <button class="button button-quiet" type="button" on:click=take>
                    {live(move || format!("→ {}", call::outcome(app.lang(), outcome)))}
                </button>
            </div>
        </details>
    }
    .into_any()
}
