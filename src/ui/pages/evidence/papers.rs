//! The papers only the user has: those noted, each with its day and where it is kept, and the form to note one.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::proof::{ProofField, ProofForm};
use crate::app::proofs::ProofCommand;
use crate::app::views::figures::Figures;
use crate::base::{InvoiceId, ProofId};
use crate::browser::page;
use crate::domain::proof::{Proof, ProofKind};
use crate::text::words::evidence;
use crate::text::{Lang, format};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, only_if, slot};
use crate::ui::state::{App, use_app};
use crate::ui::submit::{faults, submit};

/// The list and the form.
#[component]
pub fn Papers(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(evidence::words);
    let noted = Memo::new(move |_| figures.with(|figures| figures.case.proofs.clone()));
    let list = move || {
        let lang = app.lang();
        let items = noted.get().into_iter().map(|proof| one(app, lang, id, &proof));
        view! { <ul class="paper-list">{items.collect_view()}</ul> }
    };
    view! {
        <section class="section ways-stack" aria-labelledby="papers">
            <h2 id="papers" tabindex="-1">{words.t(|w| w.papers_title)}</h2>
            <p>{words.t(|w| w.papers_text)}</p>
            {only_if(move || noted.with(|noted| !noted.is_empty()), move || live(list))}
            {only_if(move || !app.shows_archive(), move || view! { <NewPaper id=id /> })}
        </section>
    }
}

fn one(app: App, lang: Lang, id: InvoiceId, proof: &Proof) -> AnyView {
    let words = evidence::words(lang);
    let place = (!proof.place.is_empty()).then(|| format!("{}{}", words.kept_at, proof.place));
    let (number, name) = (proof.id, evidence::named(lang, proof));
    let delete = move |_| {
        delete(app, id, number);
    };
    let day = format::date(lang, proof.date);
    let label = format!("{} {name}", words.delete);
    view! {
        <li>
            <span>
                {name} ", " {day}
                <span class="row-note row-note-line">{place}</span>
            </span>
            {(!app.shows_archive()).then(|| view! {
                <button
                    class="button button-quiet"
                    type="button"
                    aria-label=label
                    on:click=delete
                >
                    {words.delete}
                </button>
            })}
        </li>
    }
    .into_any()
}

fn delete(app: App, id: InvoiceId, proof: ProofId) {
    // Said at the bottom of the screen, with a way back.
    let _ = app.send(Command::Proof(ProofCommand::Delete(id, proof)));
    request_animation_frame(|| {
        page::focus("#papers");
    });
}

#[component]
fn NewPaper(id: InvoiceId) -> impl IntoView {
    let app = use_app();
    let words = app.words(evidence::words);
    let draft = Draft::new(app, &format!("proof/{id}"), ProofForm::start(ProofKind::Quote));
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| draft.form.with(|form| form.parse(app.today.get())));
    let problem_of = faults(parsed);
    let save = move |event: leptos::ev::SubmitEvent| {
        let found = parsed.with_untracked(|(found, _)| found.clone());
        let carry_out = |found| app.send(Command::Proof(ProofCommand::Add(id, found))).is_ok();
        if submit(&event, "proof-form", sent, found, carry_out) {
            draft.clear();
        }
    };
    let is_named = Memo::new(move |_| draft.form.with(|form| form.kind.needs_title()));
    let title = move || {
        let is_named = is_named.get();
        view! {
            <Field
                id="proof-title"
                label=words.t(|w| w.name)
                value=slot(draft.form, |form| &form.title, |form| &mut form.title)
                problem=problem_of(ProofField::Title)
                optional=!is_named
                sent=sent
            />
        }
    };
    view! {
        <form class="form proof-form" novalidate on:submit=save>
            {select(
                "proof-kind",
                words.t(|w| w.kind),
                &ProofKind::ALL,
                evidence::paper,
                move || draft.form.with(|form| form.kind),
                move |kind| draft.form.update(|form| form.kind = kind),
            )}
            {live(title)}
            <div class="field-row field-row-long">
                <Field
                    id="proof-date"
                    label=words.t(|w| w.date)
                    kind=FieldKind::Date
                    value=slot(draft.form, |form| &form.date, |form| &mut form.date)
                    problem=problem_of(ProofField::Date)
                    sent=sent
                />
                <Field
                    id="proof-place"
                    label=words.t(|w| w.place)
                    value=slot(draft.form, |form| &form.place, |form| &mut form.place)
                    problem=problem_of(ProofField::Place)
                    hint=words.t(|w| w.place_hint)
                    optional=true
                    sent=sent
                />
            </div>
            {submit_button(Weight::Plain, words.t(|w| w.add))}
        </form>
    }
}
