//! Costs of contacts on record, proposed: corrected, noted one by one or all at once.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::costs::CostCommand;
use crate::app::forms::cost::ConfirmForm;
use crate::app::views::figures::Figures;
use crate::base::{Currency, InvoiceId};
use crate::domain::cost::{Proposed, proposed};
use crate::text::format;
use crate::text::words::{costs, dunning};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{Slot, live, only_if};
use crate::ui::state::use_app;
use crate::ui::submit::submit;

/// The section; nothing where every contact is counted.
#[component]
pub fn Confirm(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(costs::words);
    let known = Memo::new(move |_| figures.with(|figures| proposed(&figures.case, app.today.get())));
    let draft = Draft::new(app, &format!("confirm/{id}"), ConfirmForm::default());
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| known.with(|known| draft.form.with(|form| form.parse(known))));
    let save = move |event: leptos::ev::SubmitEvent| {
        let drafts = parsed.with_untracked(|(drafts, _)| drafts.clone());
        let carry_out = |drafts| app.send(Command::Cost(CostCommand::Add(id, drafts))).is_ok();
        if submit(&event, "confirm-form", sent, drafts, carry_out) {
            draft.clear();
        }
    };
    let rows = move || {
        known
            .get()
            .into_iter()
            .map(|one| view! { <Row id=id one=one draft=draft sent=sent /> })
            .collect_view()
    };
    only_if(
        move || known.with(|known| !known.is_empty()) && !app.shows_archive(),
        move || {
            view! {
                <section class="section" aria-labelledby="cost-confirm">
                    <h2 id="cost-confirm">{words.t(|w| w.to_confirm)}</h2>
                    <p class="section-sub">{words.t(|w| w.to_confirm_hint)}</p>
                    <form class="confirm-form" novalidate on:submit=save>
                        <div class="confirm-rows">{live(rows)}</div>
                        {only_if(
                            move || known.with(|known| known.iter().any(|one| one.postage.is_some())),
                            move || view! { <p class="field-hint">{words.t(|w| w.postage_source)}</p> },
                        )}
                        {submit_button(Weight::Main, words.t(|w| w.note_all))}
                    </form>
                </section>
            }
        },
    )
}

#[component]
fn Row(id: InvoiceId, one: Proposed, draft: Draft<ConfirmForm>, sent: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let words = app.words(costs::words);
    let parsed = Memo::new(move |_| draft.form.with(|form| form.parse(&[one])));
    let problem = Signal::derive(move || parsed.with(|(_, findings)| findings.problem_of(one.event)));
    let value = Slot {
        text: Signal::derive(move || draft.form.with(|form| form.minutes(&one))),
        change: Callback::new(move |typed: String| {
            draft.form.update(|form| {
                form.corrections.insert(one.event, typed);
            });
        }),
    };
    let note = move |_| {
        let Some(drafts) = parsed.with_untracked(|(drafts, _)| drafts.clone()) else { return sent.set(true) };
        if app.send(Command::Cost(CostCommand::Add(id, drafts))).is_ok() {
            draft.form.update(|form| drop(form.corrections.remove(&one.event)));
        }
    };
    let what = live(move || {
        let lang = app.lang();
        let postage = one.postage.map(|sum| {
            format!(" + {} {}", format::money(lang, sum, Currency::EUR), costs::words(lang).postage)
        });
        view! {
            <span>{dunning::step(lang, one.contact.step)}</span>
            <span class="row-note">
                {format::date(lang, one.date)} ", " {dunning::channel(lang, one.contact.channel)} {postage}
            </span>
        }
    });
    let name = move || {
        let lang = app.lang();
        format!("{}, {}", costs::words(lang).save, dunning::step(lang, one.contact.step))
    };
    view! {
        <div class="confirm-row">
            <p class="confirm-what">{what}</p>
            <Field
                id=format!("confirm-{}", one.event)
                label=words.t(|w| w.minutes)
                kind=FieldKind::Count
                value=value
                problem=problem
                sent=sent
            />
            <button class="button button-quiet" type="button" aria-label=name on:click=note>
                {words.t(|w| w.save)}
            </button>
        </div>
    }
}
