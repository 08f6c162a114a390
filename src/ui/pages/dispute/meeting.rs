//! The meeting about a dispute: when and where, what is to be talked about, its minutes, and its calendar file.

use leptos::prelude::*;

use crate::app::calendar_file::meeting_file;
use crate::app::command::Command;
use crate::app::disputes::DisputeCommand;
use crate::app::forms::dispute::{DisputeField, MeetingForm};
use crate::app::route::Route;
use crate::base::InvoiceId;
use crate::browser::files;
use crate::domain::circumstance::Circumstance;
use crate::domain::event::Step;
use crate::text::words::disputes;
use crate::ui::calendar::name_book;
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{only_if, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// The section.
#[component]
pub fn Meet(id: InvoiceId, dispute: Memo<Circumstance>) -> impl IntoView {
    let app = use_app();
    let words = app.words(disputes::words);
    let number = dispute.with_untracked(|dispute| dispute.id);
    let known = Memo::new(move |_| dispute.with(|one| one.life().and_then(|life| life.meeting.clone())));
    let start = move || {
        let region = app.book.with(|book| book.policy().region);
        known.with(|known| MeetingForm::start(known.as_ref(), app.today.get(), region))
    };
    let draft = Draft::new(app, &format!("meeting/{id}/{number}"), untrack(start));
    let draft = draft.following(move || Some(start()));
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| form.with(|form| form.parse(app.today.get())));
    let problem_of = faults(parsed);
    let change = move |command| app.send(Command::Dispute(id, number, command)).is_ok();
    let save = move |event: leptos::ev::SubmitEvent| {
        let meeting = parsed.with_untracked(|(meeting, _)| meeting.clone());
        submit(&event, "meeting-form", sent, meeting, |meeting| {
            change(DisputeCommand::SetMeeting(Some(meeting)))
        });
    };
    let is_set = Memo::new(move |_| known.with(Option::is_some));
    let has_minutes = Memo::new(move |_| {
        known.with(|known| known.as_ref().is_some_and(|meeting| !meeting.minutes.is_empty()))
    });
    let download = move |_| {
        name_book(app);
        let (lang, today) = (app.lang(), app.today.get_untracked());
        if let Some(file) = app.book.with_untracked(|book| meeting_file(lang, book, id, today)) {
            files::download_calendar("rendez-vous.ics", &file);
        }
    };
    let take_out = move |_| {
        change(DisputeCommand::SetMeeting(None));
    };
    let field = move |name: &'static str| format!("meeting-{name}");
    view! {
        <section class="section" aria-labelledby="meeting">
            <h2 id="meeting">{words.t(|w| w.meeting)}</h2>
            <p class="field-hint">{words.t(|w| w.meeting_hint)}</p>
            <form class="form meeting-form" novalidate on:submit=save>
                <div class="field-row">
                    <Field
                        id=field("day")
                        label=words.t(|w| w.day)
                        kind=FieldKind::Date
                        value=slot(form, |form| &form.day, |form| &mut form.day)
                        problem=problem_of(DisputeField::Day)
                        sent=sent
                    />
                    <Field
                        id=field("time")
                        label=words.t(|w| w.time)
                        value=slot(form, |form| &form.time, |form| &mut form.time)
                        problem=problem_of(DisputeField::Time)
                        hint=words.t(|w| w.time_hint)
                        optional=true
                        sent=sent
                    />
                    <Field
                        id=field("length")
                        label=words.t(|w| w.length)
                        kind=FieldKind::Count
                        value=slot(form, |form| &form.length, |form| &mut form.length)
                        problem=problem_of(DisputeField::Length)
                        sent=sent
                    />
                </div>
                <Field
                    id=field("place")
                    label=words.t(|w| w.place)
                    value=slot(form, |form| &form.place, |form| &mut form.place)
                    problem=problem_of(DisputeField::Place)
                    optional=true
                    sent=sent
                />
                <Field
                    id=field("agenda")
                    label=words.t(|w| w.agenda)
                    kind=FieldKind::Lines
                    value=slot(form, |form| &form.agenda, |form| &mut form.agenda)
                    problem=problem_of(DisputeField::Note)
                    hint=words.t(|w| w.agenda_hint)
                    optional=true
                    sent=sent
                />
                {only_if(move || is_set.get(), move || view! {
                    <Field
                        id=field("minutes")
                        label=words.t(|w| w.minutes)
                        kind=FieldKind::Lines
                        value=slot(form, |form| &form.minutes, |form| &mut form.minutes)
                        problem=problem_of(DisputeField::Minutes)
                        hint=words.t(|w| w.minutes_hint)
                        optional=true
                        sent=sent
                    />
                })}
                {only_if(move || !app.shows_archive(), move || view! {
                    {submit_button(Weight::Plain, words.t(|w| w.save_meeting))}
                })}
            </form>
            {only_if(move || is_set.get(), move || view! {
                <div class="button-row">
                    <button class="button button-quiet" type="button" on:click=download>
                        {words.t(|w| w.ics)}
                    </button>
                    {only_if(move || has_minutes.get(), move || view! {
                        <a class="button" href=Route::Text(id, Step::Agreed).to_string()>
                            {words.t(|w| w.confirm)}
                        </a>
                    })}
                    {only_if(move || !app.shows_archive(), move || view! {
                        <button class="button button-quiet" type="button" on:click=take_out>
                            {words.t(|w| w.no_meeting)}
                        </button>
                    })}
                </div>
            })}
        </section>
    }
}
