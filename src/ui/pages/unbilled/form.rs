//! The form that notes work, or corrects it.

use leptos::prelude::*;

use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::forms::unbilled::{WorkField, WorkForm, with};
use crate::app::update::Refusal;
use crate::base::WorkId;
use crate::browser::page;
use crate::text::format;
use crate::text::words::{shell, unbilled};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, slot};
use crate::ui::pages::client_form::fields::DraftFound;
use crate::ui::state::{Say, use_app};
use crate::ui::submit::{faults, submit};

/// The form of new work, or of the piece being corrected.
#[component]
pub fn WorkEditor(editing: RwSignal<Option<WorkId>>) -> impl IntoView {
    let app = use_app();
    let start_of = move |book: &Book, id: WorkId| {
        let work = book.unbilled().works.iter().find(|work| work.id == id);
        work.map(|work| WorkForm::of(work, untrack(|| app.lang())))
    };
    live(move || {
        let known =
            editing.get().and_then(|id| Some((id, app.book.with_untracked(|book| start_of(book, id))?)));
        let Some((id, start)) = known else {
            let done = format::date_digits(app.today.get_untracked());
            let draft = Draft::new(app, "work", WorkForm { done, ..WorkForm::default() });
            return view! { <Form id=None draft=draft editing=editing /> };
        };
        let name = format!("work/{id}");
        let draft = Draft::new(app, &name, start).following(move || app.book.with(|book| start_of(book, id)));
        Effect::new(move |_| {
            if draft.is_gone() {
                // Taken off, or invoiced, in another tab: nothing is put back in its place.
                editing.set(None);
                app.say(Say::Refused(Refusal::NotFound), None);
            }
        });
        view! { <Form id=Some(id) draft=draft editing=editing /> }
    })
}

#[component]
fn Form(id: Option<WorkId>, draft: Draft<WorkForm>, editing: RwSignal<Option<WorkId>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(unbilled::words);
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let id = id.unwrap_or_else(|| app.book.with(|book| book.unbilled().next_id()));
        form.with(|form| form.parse(id, app.today.get()))
    });
    let problem_of = faults(parsed);
    let leave = move || {
        draft.clear();
        editing.set(None);
        request_animation_frame(|| {
            page::focus("h1");
        });
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        let work = parsed.with_untracked(|(work, _)| work.clone());
        let carry_out = |work| {
            let list = app.book.with_untracked(|book| with(book.unbilled(), work));
            app.send(Command::SaveUnbilled(list)).is_ok()
        };
        if submit(&event, "work-form", sent, work, carry_out) {
            if id.is_some() {
                leave();
            } else {
                draft.clear();
                request_animation_frame(|| {
                    page::focus("#work-client");
                });
            }
        }
    };
    let names = live(move || {
        app.book.with(|book| {
            book.clients().map(|client| view! { <option value=client.name.clone()></option> }).collect_view()
        })
    });
    view! {
        <form class="form work-form" novalidate on:submit=save>
            <h2>{words.t(if id.is_some() { |w| w.correct } else { |w| w.add })}</h2>
            <DraftFound draft=draft />
            <div>
                <Field
                    id="work-client"
                    label=words.t(|w| w.client)
                    list="work-clients"
                    value=slot(form, |form| &form.client, |form| &mut form.client)
                    problem=problem_of(WorkField::Client)
                    hint=words.t(|w| w.client_hint)
                    sent=sent
                />
                <datalist id="work-clients">{names}</datalist>
            </div>
            <Field
                id="work-what"
                label=words.t(|w| w.what)
                value=slot(form, |form| &form.what, |form| &mut form.what)
                problem=problem_of(WorkField::What)
                optional=true
                sent=sent
            />
            <div class="field-row">
                <Field
                    id="work-done"
                    label=words.t(|w| w.done)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.done, |form| &mut form.done)
                    problem=problem_of(WorkField::Done)
                    sent=sent
                />
                <Field
                    id="work-amount"
                    label=words.t(|w| w.amount)
                    kind=FieldKind::Money
                    value=slot(form, |form| &form.amount, |form| &mut form.amount)
                    problem=problem_of(WorkField::Amount)
                    optional=true
                    sent=sent
                />
            </div>
            <div class="field-date">
                <Field
                    id="work-alert"
                    label=words.t(|w| w.alert_days)
                    kind=FieldKind::Count
                    value=slot(form, |form| &form.alert_days, |form| &mut form.alert_days)
                    problem=problem_of(WorkField::AlertDays)
                    hint=words.t(|w| w.alert_hint)
                    sent=sent
                />
            </div>
            <div class="form-actions">
                <button class="button" class:button-main=id.is_none() type="submit">
                    {words.t(if id.is_some() { |w| w.save_change } else { |w| w.save })}
                </button>
                {id
                    .map(|_| {
                        view! {
                            <button class="button button-quiet" type="button" on:click=move |_| leave()>
                                {app.words(shell::words).t(|w| w.cancel)}
                            </button>
                        }
                    })}
            </div>
        </form>
    }
}
