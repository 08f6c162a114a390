//! What either side promised about a dispute: by when, and whether it was done.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::disputes::DisputeCommand;
use crate::app::forms::dispute::{DisputeField, PromiseForm};
use crate::base::InvoiceId;
use crate::browser::page;
use crate::domain::circumstance::Circumstance;
use crate::domain::dispute::{Commitment, CommitmentEnd, Side};
use crate::text::words::disputes;
use crate::text::{Lang, format};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, only_if, slot};
use crate::ui::state::{App, use_app};
use crate::ui::submit::{faults, submit};

const SIDES: &[Choice<Side>] = &[
    (Side::Ours, |lang| disputes::side(lang, Side::Ours)),
    (Side::Theirs, |lang| disputes::side(lang, Side::Theirs)),
];

/// The section.
#[component]
pub fn Promises(id: InvoiceId, dispute: Memo<Circumstance>) -> impl IntoView {
    let app = use_app();
    let words = app.words(disputes::words);
    let number = dispute.with_untracked(|dispute| dispute.id);
    let start = move || PromiseForm::start(app.today.get(), app.book.with(|book| book.policy().region));
    let draft = Draft::new(app, &format!("commitment/{id}/{number}"), untrack(start));
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| form.with(|form| form.parse(app.today.get())));
    let problem_of = faults(parsed);
    let save = move |event: leptos::ev::SubmitEvent| {
        let promised = parsed.with_untracked(|(promised, _)| promised.clone());
        let carry_out = |(side, what, by)| {
            app.send(Command::Dispute(id, number, DisputeCommand::Promise(side, what, by))).is_ok()
        };
        if submit(&event, "promise-form", sent, promised, carry_out) {
            draft.clear();
        }
    };
    let list = move || {
        let (lang, today) = (app.lang(), app.today.get());
        let shown = dispute.with(|one| promised(app, lang, id, one, today, "#promises"));
        shown.unwrap_or_else(|| view! { <p class="field-hint">{words.t(|w| w.promises_none)}</p> }.into_any())
    };
    view! {
        <section class="section" aria-labelledby="promises">
            <h2 id="promises" tabindex="-1">{words.t(|w| w.promises)}</h2>
            {live(list)}
            {only_if(move || !app.shows_archive(), move || view! {
                <form class="form promise-form" novalidate on:submit=save>
                    {segment(
                        "promise-side",
                        words.t(|w| w.side),
                        SIDES,
                        move || Some(form.with(|form| form.side)),
                        move |side| form.update(|form| form.side = side),
                    )}
                    <div class="field-row">
                        <Field
                            id="promise-what"
                            label=words.t(|w| w.what)
                            value=slot(form, |form| &form.what, |form| &mut form.what)
                            problem=problem_of(DisputeField::What)
                            sent=sent
                        />
                        <Field
                            id="promise-by"
                            label=words.t(|w| w.by)
                            kind=FieldKind::Date
                            value=slot(form, |form| &form.by, |form| &mut form.by)
                            problem=problem_of(DisputeField::By)
                            sent=sent
                        />
                    </div>
                    {submit_button(Weight::Plain, words.t(|w| w.save_promise))}
                </form>
            })}
        </section>
    }
}

/// What was promised about a dispute, open or over, with what may be done about it; none where nothing was.
pub(super) fn promised(
    app: App,
    lang: Lang,
    id: InvoiceId,
    dispute: &Circumstance,
    today: NaiveDate,
    heading: &'static str,
) -> Option<AnyView> {
    let all = &dispute.life()?.commitments;
    let number = dispute.id;
    let change = Callback::new(move |command: DisputeCommand| {
        // A refusal says itself at the bottom of the screen.
        let _ = app.send(Command::Dispute(id, number, command));
        // The button is gone, and the focus with it.
        request_animation_frame(move || {
            page::focus(heading);
        });
    });
    let may_change = !app.shows_archive();
    let rows = all.iter().map(|one| row(app, lang, today, one, may_change, change));
    (!all.is_empty()).then(|| view! { <ul class="promise-list">{rows.collect_view()}</ul> }.into_any())
}

/// One promise with its day, and what became of it.
fn row(
    app: App,
    lang: Lang,
    today: NaiveDate,
    one: &Commitment,
    may_change: bool,
    change: Callback<DisputeCommand>,
) -> AnyView {
    let w = disputes::words(lang);
    let id = one.id;
    let ending = move |done: bool| {
        let on = app.today.get_untracked();
        change.run(DisputeCommand::EndPromise(id, CommitmentEnd { done, on }));
    };
    let standing = match one.ended {
        Some(CommitmentEnd { done: true, on }) => {
            Some((format!("{}{}", w.is_done, format::date(lang, on)), "badge badge-paid"))
        }
        Some(CommitmentEnd { on, .. }) => {
            Some((format!("{}{}", w.is_dropped, format::date(lang, on)), "badge"))
        }
        None if one.is_late(today) => Some((w.late.to_owned(), "badge badge-late")),
        None => None,
    };
    let standing = standing.map(|(text, class)| view! { " " <span class=class>{text}</span> });
    let buttons = match (may_change, one.ended) {
        (false, _) => ().into_any(),
        (true, Some(_)) => {
            let reopen = move |_| change.run(DisputeCommand::ReopenPromise(id));
            view! { <button class="button button-quiet" type="button" on:click=reopen>{w.reopen}</button> }
                .into_any()
        }
        (true, None) => view! {
            <button class="button" type="button" on:click=move |_| ending(true)>{w.done}</button>
            <button class="button button-quiet" type="button" on:click=move |_| ending(false)>{w.dropped}</button>
        }
        .into_any(),
    };
    view! {
        <li class="promise-item">
            <p>
                <strong>{disputes::side(lang, one.side)}</strong>
                {lang.pick("\u{a0}: ", ": ")}
                {one.what.clone()}
                {format!(", {}", format::date_with_weekday(lang, one.date))}
                {standing}
            </p>
            <div class="button-row">{buttons}</div>
        </li>
    }
    .into_any()
}
