//! How the text goes and how it sounds: channel, recipient, tone, form of address, language, template.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::desk::Desk;
use super::text::why_none;
use super::wording::{keep_manner, manner_of};
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::documents::context::Case;
use crate::documents::paper::may_announce;
use crate::domain::event::{Channel, Step};
use crate::domain::manner::Tone;
use crate::domain::notice::{Annex, NOTICE_DAYS, NoticeTerms};
use crate::domain::party::DebtorKind;
use crate::text::Lang;
use crate::text::words::{composer, dunning};
use crate::ui::components::pick::pick;
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::editing::Editing;
use crate::ui::live::{Slot, live, only_if};
use crate::ui::state::use_app;

const TONES: &[Choice<Tone>] = &[
    (Tone::Warm, |lang| dunning::tone(lang, Tone::Warm)),
    (Tone::Courteous, |lang| dunning::tone(lang, Tone::Courteous)),
    (Tone::Direct, |lang| dunning::tone(lang, Tone::Direct)),
    (Tone::Firm, |lang| dunning::tone(lang, Tone::Firm)),
];

const ADDRESSES: &[Choice<bool>] =
    &[(false, |lang| composer::words(lang).vous), (true, |lang| composer::words(lang).tu)];

const LANGUAGES: &[Choice<Lang>] =
    &[(Lang::Fr, |lang| composer::words(lang).french), (Lang::En, |lang| composer::words(lang).english)];

/// Every way a text can go, in the order offered.
pub const CHANNELS: [Channel; 6] =
    [Channel::Email, Channel::Sms, Channel::Post, Channel::RegisteredPost, Channel::Hand, Channel::Portal];

/// How it goes. What is not offered is there and says why.
#[component]
pub fn Channels(desk: Desk, editing: Editing, channels: Memo<Vec<Channel>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let buttons = CHANNELS.into_iter().map(|channel| {
        let is_offered = Memo::new(move |_| channels.with(|all| all.contains(&channel)));
        view! {
            <label class="segment-choice" class:is-off=move || !is_offered.get()>
                <input
                    type="radio"
                    name="channel"
                    disabled=move || !is_offered.get()
                    prop:checked=move || editing.channel.get() == channel
                    on:change=move |_| editing.send_by(channel)
                />
                {move || dunning::channel(app.lang(), channel)}
            </label>
        }
    });
    let why_not = move || {
        let (lang, wording) = (app.lang(), editing.wording.get());
        let off: Vec<&str> = channels.with(|all| {
            let off = CHANNELS.into_iter().filter(|channel| !all.contains(channel));
            off.map(|channel| why_none(app, desk, lang, wording, channel)).collect()
        });
        let mut said: Vec<&str> = Vec::new();
        for reason in off {
            if !said.contains(&reason) {
                said.push(reason);
            }
        }
        said.join(" ")
    };
    let all_offered = move || channels.with(|all| CHANNELS.iter().all(|channel| all.contains(channel)));
    view! {
        <div>
            <fieldset class="segment">
                <legend>{words.t(|w| w.channel)}</legend>
                <div class="segment-choices">{buttons.collect_view()}</div>
            </fieldset>
            {only_if(move || !all_offered(), move || view! { <p class="field-hint channel-why">{why_not}</p> })}
            <p class="channel-call">
                <a href=Route::Call(desk.id).to_string()>{words.t(|w| w.call_instead)}</a>
            </p>
        </div>
    }
}

/// How it sounds, and the small button that keeps it for the client.
#[component]
pub fn Manner(desk: Desk, editing: Editing, tones: Memo<bool>) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let Editing { wording, .. } = editing;
    let step = desk.step;
    let kept = Memo::new(move |_| {
        let known = desk.figures.with(|figures| figures.client.manner);
        manner_of(app, known, step, wording.get())
    });
    // An own manner is usual from then on: the way back to the step's own tone is the same button.
    let keep = move |_| {
        if let Some(manner) = kept.get_untracked() {
            keep_manner(app, desk, manner);
        }
    };
    let speaks_french =
        move || wording.with(|wording| wording.lang == Lang::Fr) && step != Step::FormalNotice;
    view! {
        {only_if(move || tones.get(), move || segment(
            "tone",
            words.t(|w| w.tone),
            TONES,
            move || Some(wording.get().tone),
            move |tone| wording.update(|wording| wording.tone = tone),
        ))}
        <div class="field-row">
            {only_if(speaks_french, move || segment(
                "you",
                words.t(|w| w.address),
                ADDRESSES,
                move || Some(wording.get().tu),
                move |tu| wording.update(|wording| wording.tu = tu),
            ))}
            {segment(
                "text-language",
                words.t(|w| w.language),
                LANGUAGES,
                move || Some(wording.get().lang),
                move |lang| wording.update(|wording| wording.lang = lang),
            )}
        </div>
        {only_if(move || kept.with(Option::is_some), move || view! {
            <button class="button button-quiet keep-manner" type="button" on:click=keep>
                {words.t(|w| w.keep_manner)}
            </button>
        })}
    }
}

const DAYS: &[Choice<u32>] = &[
    (NOTICE_DAYS[0], |lang| composer::words(lang).days_short),
    (NOTICE_DAYS[1], |lang| composer::words(lang).days_long),
];

/// The time a formal notice grants, and what goes with it.
#[component]
pub fn Notice(desk: Desk, editing: Editing) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    // What the user noted as kept is in reach.
    let on_file = move |annex: Annex| {
        let paper = annex.paper()?;
        let mut days: Vec<NaiveDate> = desk.all.with(|all| {
            let noted = all.iter().flat_map(|one| &one.case.proofs);
            noted.filter(|proof| proof.kind == paper).map(|proof| proof.date).collect()
        });
        days.sort_unstable();
        days.dedup();
        Some(days).filter(|days| !days.is_empty())
    };
    // As typed: a line that was only begun stays where it is.
    let others = RwSignal::new(desk.notice.with_untracked(|terms| terms.others.join("\n")));
    let others = Slot {
        text: others.into(),
        change: Callback::new(move |typed: String| {
            desk.grant(app, desk.notice.get_untracked().with_others(&typed));
            others.set(typed);
        }),
    };
    let annex = move |annex: Annex| {
        let id = format!("annex-{annex:?}").to_lowercase();
        view! {
            <label class="check" for=id.clone()>
                <input
                    id=id.clone()
                    type="checkbox"
                    prop:checked=move || desk.notice.with(|terms| terms.annexes.contains(&annex))
                    on:change:target=move |event| {
                        desk.grant(app, desk.notice.get_untracked().with(annex, event.target().checked()));
                    }
                />
                <span>
                    {move || composer::annex(app.lang(), annex)}
                    {live(move || on_file(annex).map(|days| composer::on_file(app.lang(), &days)))}
                </span>
            </label>
        }
    };
    let is_letter = Memo::new(move |_| {
        desk.step == Step::FormalNotice
            && editing.text.with(|text| text.as_ref().is_some_and(|text| text.letter().is_some()))
    });
    only_if(
        move || is_letter.get(),
        move || {
            view! {
                {segment(
                    "notice-days",
                    words.t(|w| w.notice_days),
                    DAYS,
                    move || Some(desk.notice.with(|terms| terms.days)),
                    move |days| desk.grant(app, NoticeTerms { days, ..desk.notice.get_untracked() }),
                )}
                <fieldset class="fieldset" aria-describedby="annexes-hint">
                    <legend>{words.t(|w| w.annexes)}</legend>
                    {Annex::ALL.map(annex).collect_view()}
                    <Field
                        id="annexes-other"
                        label=words.t(|w| w.annexes_other)
                        kind=FieldKind::Lines
                        value=others
                        optional=true
                    />
                    <p class="field-hint" id="annexes-hint">{words.t(|w| w.annexes_hint)}</p>
                </fieldset>
            }
        },
    )
}

/// Whether a formal notice says that the contract may be ended: shown where it may be said, and off until asked for.
#[component]
pub fn Ending(desk: Desk) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let may_be_said = move || {
        let announces = |figures: &[Figures]| {
            let cases: Vec<Case<'_>> = figures.iter().map(|one| (&one.case, &one.claim)).collect();
            let as_of = figures.first().map(|one| one.claim.as_of);
            as_of.is_some_and(|as_of| desk.client.with(|client| may_announce(client, &cases, as_of)))
        };
        desk.step == Step::FormalNotice && desk.all.with(|all| announces(all))
    };
    only_if(may_be_said, move || {
        let hint = view! {
            {words.t(|w| w.ends_contract_hint)}
            {only_if(
                move || desk.client.with(|client| client.kind == DebtorKind::Consumer),
                move || view! { " " {words.t(|w| w.ends_contract_consumer)} },
            )}
        };
        let say = move |says| desk.end_contract(app, says);
        sentence("ends-contract", desk.ends_contract, say, words.t(|w| w.ends_contract), hint)
    })
}

/// A sentence that the text says where it is asked to, with what to know of it.
fn sentence(
    id: &'static str,
    is_said: RwSignal<bool>,
    say: impl Fn(bool) + 'static,
    label: impl IntoView,
    hint: impl IntoView,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div>
            <label class="check" for=id>
                <input
                    id=id
                    type="checkbox"
                    aria-describedby=hint_id.clone()
                    prop:checked=is_said
                    on:change:target=move |event| say(event.target().checked())
                />
                <span>{label}</span>
            </label>
            <p class="field-hint" id=hint_id>
                {hint}
            </p>
        </div>
    }
}

/// Whether the text says what the debt weighs for the user: shown where it weighs something, and off until asked for.
#[component]
pub fn Weight(desk: Desk) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    only_if(
        move || desk.weight.get().is_some(),
        move || {
            let label = move || composer::says_weight(app.lang(), desk.weight.get().unwrap_or_default());
            let say = move |says| desk.say_weight(app, says);
            sentence("says-weight", desk.says_weight, say, label, words.t(|w| w.says_weight_hint))
        },
    )
}

/// Whose text it starts from: shown only where there is a template of the user's own for it.
#[component]
pub fn Source(editing: Editing) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let Editing { templates, template, .. } = editing;
    let choices = move || {
        let own = templates.with(|all| all.iter().map(|own| own.name.clone()).collect::<Vec<_>>());
        let named = own.into_iter().map(|name| format!("{}{name}", words.now().my_template));
        std::iter::once(words.now().built_in.to_owned()).chain(named).collect()
    };
    let taken = move || {
        let id = template.get();
        templates.with(|all| id.and_then(|id| all.iter().position(|own| own.id == id)).map_or(0, |at| at + 1))
    };
    let take = move |at: usize| {
        let own =
            at.checked_sub(1).and_then(|at| templates.with_untracked(|all| all.get(at).map(|own| own.id)));
        editing.propose(own);
    };
    let has_some = move || templates.with(|all| !all.is_empty());
    live(move || has_some().then(|| pick("text-source", words.t(|w| w.source), choices, taken, take)))
}
