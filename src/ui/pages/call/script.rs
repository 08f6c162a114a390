//! What to say, line by line, in one's own words where there is a template of them, and what to answer to the usual excuses.

use leptos::prelude::*;

use super::Calling;
use crate::app::views::writing::tone;
use crate::documents::excuses::{Answer, excuses};
use crate::documents::message::{Message, message};
use crate::documents::own::own_message;
use crate::domain::dunning::withheld::Withheld;
use crate::domain::event::{Channel, Outcome};
use crate::text::Lang;
use crate::text::words::{call, composer, dunning};
use crate::ui::components::pick::pick;
use crate::ui::live::{live, only_if};
use crate::ui::state::{App, use_app};
use crate::ui::texts::marked;

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
                view! {
                    <section class="section" aria-labelledby="script">
                        <h2 id="script">{words.t(|w| w.script)}</h2>
                        // Which one it is: a template of one's own is made for it under that name.
                        <p class="field-hint section-note">
                            {live(move || dunning::step(app.lang(), calling.said.with(|said| said.step)))}
                        </p>
                        {choice(app, calling)}
                        {turns(calling.lang(app), &script)}
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

/// What is said, turn by turn: after each one waits for the answer.
pub fn turns(lang: Lang, script: &str) -> AnyView {
    let turn = |turn: &str| {
        let lines = turn.lines().map(|line| view! { <p>{marked(line)}</p> }).collect_view();
        view! { <li class="turn">{lines}</li> }
    };
    let turns = script.split("\n\n").filter(|turn| !turn.trim().is_empty()).map(turn).collect_view();
    view! { <ol class="turns" lang=lang.tag()>{turns}</ol> }.into_any()
}

/// Whose words it is in: shown only where there are some of the user's own.
fn choice(app: App, calling: Calling) -> AnyView {
    let words = app.words(composer::words);
    let Calling { said, template, .. } = calling;
    let has_own = move || said.with(|said| !said.own.is_empty());
    let choices = move || {
        let named = said.with(|said| {
            said.own.iter().map(|one| format!("{}{}", words.now().my_template, one.name)).collect::<Vec<_>>()
        });
        std::iter::once(words.now().built_in.to_owned()).chain(named).collect()
    };
    let taken = move || template.get().unwrap_or(usize::from(has_own()));
    only_if(has_own, move || {
        pick("call-source", words.t(|w| w.source), choices, taken, move |at| template.set(Some(at)))
    })
}

fn script(app: App, calling: Calling) -> String {
    let claims = |held: &Option<Withheld>| {
        held.as_ref().is_none_or(|held| held.plan().is_some_and(|runs| runs.next.is_some()))
    };
    if !calling.held.with(claims) {
        return String::new();
    }
    let (said, step) = (calling.said.with(|said| said.step), calling.context.with(|context| context.step));
    let manner = calling.client.with(|client| client.manner);
    let in_tone = |step| manner.tone.unwrap_or_else(|| tone(step, manner.relation));
    let context = calling.text_context(app);
    // In one's own words, where they are for this; under a plan one speaks of its sums alone.
    if let Some(own) = calling.own_script().filter(|_| calling.held.with(Option::is_none))
        && let Ok(Message::Script(script)) =
            own_message("", &own.body, said, Channel::Phone, in_tone(said), &context)
    {
        return script;
    }
    let built_in = |step| match message(step, Channel::Phone, in_tone(step), &context) {
        Ok(Message::Script(script)) => Some(script),
        // Nothing is owed, or nothing is late: there is no script, and the sentence says what there is.
        _ => None,
    };
    built_in(said).or_else(|| built_in(step)).unwrap_or_default()
}

fn excuse(app: App, calling: Calling, answer: Answer) -> AnyView {
    let lang = calling.lang(app).tag();
    let lines = answer.answer.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    let outcome: Outcome = answer.outcome;
    let take = move |_| calling.end(app, outcome);
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
