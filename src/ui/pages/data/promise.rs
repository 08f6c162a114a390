//! « Rien ne quitte ce navigateur »: how to check it, and what cannot be promised.

use leptos::prelude::*;

use crate::browser::page;
use crate::text::words::promise;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// Which of the words of the promise.
type Word = fn(&'static promise::Words) -> &'static str;

/// What each part of the policy forbids.
const RULES: &[(&str, Word)] = &[
    ("default-src", |w| w.default_src),
    ("script-src", |w| w.script_src),
    ("style-src", |w| w.style_src),
    ("img-src", |w| w.img_src),
    ("font-src", |w| w.font_src),
    ("connect-src", |w| w.connect_src),
    ("base-uri", |w| w.base_uri),
    ("form-action", |w| w.form_action),
];

/// The sections.
#[component]
pub fn Promise() -> impl IntoView {
    let words = use_app().words(promise::words);
    view! {
        <section class="settings-section" aria-labelledby="promise">
            <div>
                <h2 id="promise">{words.t(|w| w.title)}</h2>
                <p class="field-hint">{words.t(|w| w.hint)}</p>
            </div>
            <div class="settings-body">
                <Checks />
            </div>
        </section>
        <section class="settings-section" aria-labelledby="limits">
            <div>
                <h2 id="limits">{words.t(|w| w.limits)}</h2>
            </div>
            <div class="settings-body">
                <Limits />
            </div>
        </section>
    }
}

/// How to check.
#[component]
fn Checks() -> impl IntoView {
    let words = use_app().words(promise::words);
    view! {
        <div>
            <h3>{words.t(|w| w.network)}</h3>
            <ol class="points">
                <li>{words.t(|w| w.network_1)}</li>
                <li>{words.t(|w| w.network_2)}</li>
                <li>{words.t(|w| w.network_3)}</li>
            </ol>
        </div>
        <div>
            <h3>{words.t(|w| w.flight)}</h3>
            <p>{words.t(|w| w.flight_text)}</p>
        </div>
        <div>
            <h3>{words.t(|w| w.policy)}</h3>
            <Policy />
        </div>
    }
}

/// The policy of this very page, part by part.
#[component]
fn Policy() -> impl IntoView {
    let words = use_app().words(promise::words);
    let Some(policy) = page::policy() else {
        return view! { <p>{words.t(|w| w.policy_none)}</p> }.into_any();
    };
    let parts: Vec<String> = policy.split(';').map(|part| part.trim().to_owned()).collect();
    let parts = parts.into_iter().filter(|part| !part.is_empty()).map(|part| {
        let name = part.split(' ').next().unwrap_or_default();
        let rule = RULES.iter().find(|(known, _)| *known == name);
        let word: Word = rule.map_or(|w| w.other_rule, |(_, word)| *word);
        view! {
            <dt>
                <code>{part}</code>
            </dt>
            <dd>{live(move || words.t(word))}</dd>
        }
    });
    view! {
        <p>{words.t(|w| w.policy_text)}</p>
        <dl class="policy">{parts.collect_view()}</dl>
    }
    .into_any()
}

/// What nobody can promise for the machine a page runs on.
#[component]
fn Limits() -> impl IntoView {
    let words = use_app().words(promise::words);
    view! {
        <ul class="points">
            <li>{words.t(|w| w.limit_cleaning)}</li>
            <li>{words.t(|w| w.limit_device)}</li>
            <li>{words.t(|w| w.limit_shared)}</li>
            <li>{words.t(|w| w.limit_extensions)}</li>
            <li>{words.t(|w| w.limit_private)}</li>
            <li>{words.t(|w| w.limit_host)}</li>
        </ul>
    }
}
