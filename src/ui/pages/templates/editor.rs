//! The editor of a template: its words, the variables to tap, what is wrong, and how it reads on a real case.

use leptos::prelude::*;

use super::faults::faults;
use super::preview::Preview;
use super::{purpose, saved};
use crate::app::command::Command;
use crate::app::forms::template::{TemplateField, TemplateForm};
use crate::app::own_templates::OwnTemplate;
use crate::base::TemplateId;
use crate::browser::page;
use crate::documents::email::Tone;
use crate::documents::own::{OFFERED, OwnText};
use crate::documents::start::starting_text;
use crate::documents::wording::{Document, Finding, Reason, Severity, check};
use crate::domain::event::{Channel, Step};
use crate::domain::party::DebtorKind;
use crate::text::words::{editing, problems, templates, variables};
use crate::ui::components::Field;
use crate::ui::components::button::{Weight, press_button};
use crate::ui::draft::Draft;
use crate::ui::live::{Slot, live, only_if, slot};
use crate::ui::pages::client_form::fields::DraftFound;
use crate::ui::state::use_app;

/// Identifiers of the fields a variable can be written into.
const SUBJECT: &str = "template-subject";
const BODY: &str = "template-body";

/// Characters on a line of the field, where a browser does not let it grow by itself.
const LINE: usize = 70;

/// The editor of one template.
#[component]
pub fn Editor(
    /// Which.
    id: TemplateId,
    /// The template that is being edited.
    open: RwSignal<Option<TemplateId>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(templates::words);
    let known = Memo::new(move |last: Option<&Option<OwnTemplate>>| {
        let now = app.book.with(|book| book.templates().get(id).cloned());
        now.or_else(|| last.cloned().flatten())
    });
    let start = move || known.with(|own| own.as_ref().map(TemplateForm::from));
    let draft =
        Draft::new(app, &format!("template/{id}"), untrack(start).unwrap_or_default()).following(start);
    let form = draft.form;
    let sent = RwSignal::new(false);
    let has_subject = known.with_untracked(|own| own.as_ref().is_some_and(OwnTemplate::has_subject));
    let language = known.with_untracked(|own| own.as_ref().map(|own| own.lang).unwrap_or_default());
    let parsed =
        Memo::new(move |_| known.with(|own| own.as_ref().map(|own| form.with(|form| form.parse(own)))));
    let problem =
        move |field| Signal::derive(move || parsed.with(|parsed| parsed.as_ref()?.1.problem_of(field)));
    let wrong = Memo::new(move |_| form.with(|form| faults(app.lang(), language, &form.subject, &form.body)));
    let written = Memo::new(move |_| {
        let own = known.get()?;
        Some(form.with(|form| OwnTemplate { subject: form.subject.clone(), body: form.body.clone(), ..own }))
    });
    let blocked = Memo::new(move |_| {
        written.with(|own| {
            let Some(own) = own else { return false };
            findings(own).iter().any(|(_, found)| found.severity == Severity::Blocking)
        })
    });
    let last_field = StoredValue::new(BODY);
    let insert = Callback::new(move |name: &'static str| {
        let field = last_field.get_value();
        if let Some(text) = page::insert(field, &format!("{{{{ {name} }}}}")) {
            form.update(|form| if field == SUBJECT { form.subject = text } else { form.body = text });
        }
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sent.set(true);
        let own = parsed.get_untracked().and_then(|(own, _)| own);
        let is_sound = wrong.with_untracked(Vec::is_empty) && !blocked.get_untracked();
        match own {
            Some(own) if is_sound => {
                // Said at the bottom of the screen where it is refused.
                if app.send(Command::SaveTemplates(saved(app).with(own))).is_ok() {
                    draft.clear();
                    open.set(None);
                    request_animation_frame(|| {
                        page::focus("#own-templates");
                    });
                }
            }
            Some(_) => {
                page::focus("#template-faults");
            }
            None => {
                request_animation_frame(|| {
                    page::focus(".template-form [aria-invalid=true]");
                });
            }
        }
    };
    let reset = move || {
        if let Some(own) = known.get_untracked() {
            let today = app.today.get_untracked();
            let OwnText { subject, body } =
                starting_text(own.step, own.channel, Tone::default(), own.lang, today);
            form.update(|form| (form.subject, form.body) = (subject, body));
        }
    };
    let close = move || {
        open.set(None);
        request_animation_frame(|| {
            page::focus("#own-templates");
        });
    };
    let subject = move || {
        let value = slot(form, |form| &form.subject, |form| &mut form.subject);
        let fault = move || problem(TemplateField::Subject).get().filter(|_| sent.get());
        view! {
            <div class="field">
                <label class="field-label" for=SUBJECT>
                    {words.t(|w| w.subject)}
                </label>
                <input
                    id=SUBJECT
                    type="text"
                    autocomplete="off"
                    lang=language.tag()
                    aria-invalid=move || fault().map(|_| "true")
                    prop:value=value.text
                    on:focus=move |_| last_field.set_value(SUBJECT)
                    on:input:target=move |event| value.change.run(event.target().value())
                />
                {live(move || fault().map(|fault| view! {
                    <p class="field-error">{problems::problem(app.lang(), fault)}</p>
                }))}
            </div>
        }
    };
    let Slot { text, change } = slot(form, |form| &form.body, |form| &mut form.body);
    let rows = move || {
        let lines: usize =
            text.with(|text| text.split('\n').map(|line| 1 + line.chars().count() / LINE).sum());
        lines.max(6).to_string()
    };
    let body_fault = move || problem(TemplateField::Body).get().filter(|_| sent.get());
    let title = move || known.with(|own| own.as_ref().map(|own| purpose(app.lang(), own)));
    let list = move || wrong.get().into_iter().map(|fault| view! { <li>{fault}</li> }).collect_view();
    view! {
        <section class="section" aria-labelledby="template-editor">
            <h2 id="template-editor" tabindex="-1">
                {title}
            </h2>
            <div class="two-columns">
                <form class="form template-form" novalidate on:submit=save>
                    <DraftFound draft=draft />
                    <Field
                        id="template-name"
                        label=words.t(|w| w.name)
                        hint=words.t(|w| w.name_hint)
                        value=slot(form, |form| &form.name, |form| &mut form.name)
                        problem=problem(TemplateField::Name)
                        sent=sent
                    />
                    <div class="editor form">
                        {has_subject.then(subject)}
                        <div class="field">
                            <label class="field-label" for=BODY>
                                {words.t(|w| w.body)}
                            </label>
                            <textarea
                                id=BODY
                                rows=rows
                                spellcheck="true"
                                autocomplete="off"
                                lang=language.tag()
                                aria-invalid=move || {
                                    (body_fault().is_some() || wrong.with(|wrong| !wrong.is_empty())).then_some("true")
                                }
                                aria-describedby=move || wrong.with(|wrong| (!wrong.is_empty()).then_some("template-faults"))
                                prop:value=text
                                on:focus=move |_| last_field.set_value(BODY)
                                on:input:target=move |event| change.run(event.target().value())
                            ></textarea>
                            {live(move || body_fault().map(|fault| view! {
                                <p class="field-error">{problems::problem(app.lang(), fault)}</p>
                            }))}
                        </div>
                    </div>
                    <Variables insert=insert />
                    <div id="template-faults" tabindex="-1">
                        {only_if(move || wrong.with(|wrong| !wrong.is_empty()), move || view! {
                            <div class="form-errors" role="status">
                                <p>
                                    <strong>{words.t(|w| w.faults)}</strong>
                                </p>
                                <ul>{live(list)}</ul>
                            </div>
                        })}
                        <Words written=written form=form />
                    </div>
                    <div class="form-actions">
                        <button class="button button-main" type="submit">
                            {words.t(|w| w.save)}
                        </button>
                        {press_button(Weight::Quiet, words.t(|w| w.reset), reset)}
                        {press_button(Weight::Quiet, words.t(|w| w.close), close)}
                    </div>
                </form>
                <Preview written=written />
            </div>
        </section>
    }
}

/// The variables, each written where the caret was by one tap.
#[component]
fn Variables(insert: Callback<&'static str>) -> impl IntoView {
    let app = use_app();
    let words = app.words(templates::words);
    let chips = move || {
        let chip = |name: &'static str| {
            let label = variables::meaning(app.lang(), name)?;
            Some(view! {
                <li>
                    <button class="chip" type="button" title=name on:click=move |_| insert.run(name)>
                        {label}
                    </button>
                </li>
            })
        };
        OFFERED.into_iter().filter_map(chip).collect_view()
    };
    view! {
        <details class="disclosure">
            <summary>{words.t(|w| w.variables)}</summary>
            <div class="disclosure-body">
                <p class="field-hint">{words.t(|w| w.variables_hint)}</p>
                <ul class="chips">{live(chips)}</ul>
                <p class="field-hint">{words.t(|w| w.address_hint)}</p>
            </div>
        </details>
    }
}

/// What the words of the template must not say, with the lawful ones to put there.
#[component]
fn Words(written: Memo<Option<OwnTemplate>>, form: RwSignal<TemplateForm>) -> impl IntoView {
    let app = use_app();
    let words = app.words(templates::words);
    let own_words = app.words(editing::words);
    let quoted = move |text: &str| {
        let words = own_words.now();
        format!("{}{text}{}", words.quote_open, words.quote_close)
    };
    let found = Memo::new(move |_| written.with(|own| own.as_ref().map(findings).unwrap_or_default()));
    let items = move || {
        let all = found.get();
        let item = |(at, found): &(usize, Finding)| {
            let (at, found) = (*at, found.clone());
            let here: Vec<&Finding> = all
                .iter()
                .filter(|(other, one)| *other == at && one.range == found.range)
                .map(|(_, one)| one)
                .collect();
            // Words that break several rules are one place, told once.
            if here.first().is_none_or(|first| first.rule != found.rule) {
                return None;
            }
            let is_blocking = here.iter().any(|one| one.severity == Severity::Blocking);
            let words_there = form.with_untracked(|form| {
                let text = if at == 0 { &form.subject } else { &form.body };
                text.get(found.range.clone()).unwrap_or_default().to_owned()
            });
            let mut reasons: Vec<Reason> = Vec::new();
            for one in here {
                if !reasons.contains(&one.reason) {
                    reasons.push(one.reason);
                }
            }
            let reasons = reasons.into_iter().map(|reason| {
                view! {
                    <p class="check-reason">
                        {move || reason.text(app.lang())} " "
                        <span class="check-source">{reason.source().short}</span>
                    </p>
                }
            });
            let reasons = reasons.collect_view();
            let swap = {
                let (range, there) = (found.range.clone(), words_there.clone());
                let swap = found.swap.clone();
                let label: fn(&editing::Words) -> &'static str =
                    if swap.range == range { |w| w.write_instead } else { |w| w.write_sentence };
                let instead = quoted(&swap.text);
                let press = move |_| {
                    form.update(|form| {
                        let text = if at == 0 { &mut form.subject } else { &mut form.body };
                        if text.get(range.clone()) == Some(there.as_str()) {
                            text.replace_range(swap.range.clone(), &swap.text);
                        }
                    });
                    page::focus("#template-faults");
                };
                view! {
                    <button class="button" type="button" on:click=press>
                        {own_words.t(label)} " " {instead}
                    </button>
                }
            };
            Some(view! {
                <li class="check-item" class:is-blocking=is_blocking>
                    <p class="check-words">
                        <span class="check-mark">
                            {own_words.t(if is_blocking { |w| w.to_correct } else { |w| w.to_weigh })}
                        </span>
                        <span class="check-quoted">{quoted(&words_there)}</span>
                    </p>
                    {reasons}
                    {swap}
                </li>
            })
        };
        all.iter().filter_map(item).collect_view()
    };
    view! {
        <div class="checks">
            <h3>{words.t(|w| w.words)}</h3>
            <p class="field-hint" role="status">
                {move || found.with(Vec::is_empty).then(|| words.t(|w| w.words_none))}
            </p>
            {only_if(move || !found.with(Vec::is_empty), move || view! { <ul class="check-list">{live(items)}</ul> })}
        </div>
    }
}

/// What its words must not say, with the part it is in: 0 for the subject, 1 for the text. What only a
/// consumer may not be asked for is found when it is written to one.
fn findings(own: &OwnTemplate) -> Vec<(usize, Finding)> {
    let document = match own.channel {
        Channel::Sms => Document::Sms,
        Channel::Post if own.step == Step::FormalNotice => Document::FormalNotice,
        Channel::Post => Document::Letter,
        _ => Document::Email,
    };
    let parts = [&own.subject, &own.body].into_iter().enumerate();
    parts
        .flat_map(|(at, text)| {
            check(text, own.lang, document, DebtorKind::Business).into_iter().map(move |found| (at, found))
        })
        .collect()
}
