//! A new template: for which text, and the copy of the proposed one that it starts from.

use leptos::prelude::*;

use super::saved;
use crate::app::command::Command;
use crate::app::own_templates::{OwnTemplate, kept_under};
use crate::base::TemplateId;
use crate::browser::page;
use crate::documents::email::Tone;
use crate::documents::message::channels;
use crate::documents::own::OwnText;
use crate::documents::start::starting_text;
use crate::domain::event::{Channel, Step};
use crate::domain::party::DebtorKind;
use crate::text::Lang;
use crate::text::words::{composer, dunning, templates};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::pick::pick;
use crate::ui::components::segment::{Choice, segment};
use crate::ui::state::use_app;

const LANGUAGES: &[Choice<Lang>] =
    &[(Lang::Fr, |lang| composer::words(lang).french), (Lang::En, |lang| composer::words(lang).english)];

const TONES: &[Choice<Tone>] = &[
    (Tone::Warm, |lang| dunning::tone(lang, Tone::Warm)),
    (Tone::Courteous, |lang| dunning::tone(lang, Tone::Courteous)),
    (Tone::Direct, |lang| dunning::tone(lang, Tone::Direct)),
    (Tone::Firm, |lang| dunning::tone(lang, Tone::Firm)),
];

/// The steps that have a text, or something to say.
fn steps() -> Vec<Step> {
    Step::ALL.into_iter().filter(|step| !kept_channels(*step).is_empty()).collect()
}

/// The channels a template of a step is kept under: what one may say to a business, it may say in any of these.
fn kept_channels(step: Step) -> Vec<Channel> {
    let mut kept = Vec::new();
    for channel in channels(step, DebtorKind::Business).into_iter().map(kept_under) {
        if !kept.contains(&channel) {
            kept.push(channel);
        }
    }
    kept
}

/// The form.
#[component]
pub fn Start(
    /// The template that is being edited.
    open: RwSignal<Option<TemplateId>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(templates::words);
    let step = RwSignal::new(Step::FirstReminder);
    let channel = RwSignal::new(Channel::Email);
    let tone = RwSignal::new(Tone::Courteous);
    let language = RwSignal::new(untrack(|| app.lang()));
    let offered = Memo::new(move |_| kept_channels(step.get()));
    let channel_now = Memo::new(move |_| {
        offered.with(|all| {
            let wanted = channel.get();
            if all.contains(&wanted) { wanted } else { all.first().copied().unwrap_or(Channel::Email) }
        })
    });
    let create = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (step, channel, lang) =
            (step.get_untracked(), channel_now.get_untracked(), language.get_untracked());
        let all = saved(app);
        let id = all.next_id();
        let OwnText { subject, body } =
            starting_text(step, channel, tone.get_untracked(), lang, app.today.get_untracked());
        let name = dunning::step(untrack(|| app.lang()), step).to_owned();
        let own = OwnTemplate { id, name, step, channel, lang, subject, body };
        // Said at the bottom of the screen where it is refused.
        if app.send(Command::SaveTemplates(all.with(own))).is_ok() {
            open.set(Some(id));
            request_animation_frame(|| {
                page::focus("#template-name");
            });
        }
    };
    view! {
        <section class="section" aria-labelledby="new-template">
            <h2 id="new-template">{words.t(|w| w.new)}</h2>
            <p class="section-sub">{words.t(|w| w.new_text)}</p>
            <form class="form template-start" novalidate on:submit=create>
                <div class="field-row field-row-wide">
                    {pick(
                        "template-step",
                        words.t(|w| w.step),
                        move || steps().into_iter().map(|step| dunning::step(app.lang(), step).to_owned()).collect(),
                        move || steps().iter().position(|known| *known == step.get()).unwrap_or_default(),
                        move |at| {
                            if let Some(to) = steps().get(at) {
                                step.set(*to);
                            }
                        },
                    )}
                    {pick(
                        "template-channel",
                        words.t(|w| w.channel),
                        move || {
                            let name = |channel| dunning::channel(app.lang(), channel).to_owned();
                            offered.get().into_iter().map(name).collect()
                        },
                        move || {
                            let now = channel_now.get();
                            offered.with(|all| all.iter().position(|known| *known == now)).unwrap_or_default()
                        },
                        move |at| {
                            if let Some(to) = offered.with_untracked(|all| all.get(at).copied()) {
                                channel.set(to);
                            }
                        },
                    )}
                </div>
                {segment(
                    "template-tone",
                    words.t(|w| w.tone),
                    TONES,
                    move || Some(tone.get()),
                    move |to| tone.set(to),
                )}
                {segment(
                    "template-language",
                    words.t(|w| w.language),
                    LANGUAGES,
                    move || Some(language.get()),
                    move |to| language.set(to),
                )}
                {submit_button(Weight::Main, words.t(|w| w.create))}
            </form>
        </section>
    }
}
