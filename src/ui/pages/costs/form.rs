//! The form that notes a cost.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::costs::CostCommand;
use crate::app::forms::cost::{CostField, CostForm, Spent};
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::cost::entries::proceeding_fee;
use crate::text::format;
use crate::text::words::costs;
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

const KINDS: &[Choice<Spent>] = &[
    (Spent::Time, |lang| costs::words(lang).kind_time),
    (Spent::Postage, |lang| costs::words(lang).kind_postage),
    (Spent::Fee, |lang| costs::words(lang).kind_fee),
    (Spent::Other, |lang| costs::words(lang).kind_other),
];

/// The form.
#[component]
pub fn CostEditor(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(costs::words);
    let start = CostForm::start(app.today.get_untracked());
    let draft = Draft::new(app, &format!("cost/{id}"), start);
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| form.with(|form| form.parse(app.today.get())));
    let problem_of = faults(parsed);
    let save = move |event: leptos::ev::SubmitEvent| {
        let cost = parsed.with_untracked(|(cost, _)| cost.clone());
        let carry_out = |cost| app.send(Command::Cost(CostCommand::Add(id, vec![cost]))).is_ok();
        if submit(&event, "cost-form", sent, cost, carry_out) {
            let kind = form.with_untracked(|form| form.kind);
            draft.clear();
            form.update(|form| form.kind = kind);
        }
    };
    let kind = Memo::new(move |_| form.with(|form| form.kind));
    // What a proceeding cost is counted there already.
    let already = Signal::derive(move || {
        let amount = parsed.with(|(cost, _)| cost.as_ref().map(|cost| cost.kind.money()))?;
        let day = figures.with(|figures| proceeding_fee(&figures.case, amount))?;
        let (lang, w) = (app.lang(), words.now());
        Some(format!("{}{}{}", w.already_stage, format::date(lang, day), w.already_once))
    });
    let figure = move || {
        if kind.get() == Spent::Time {
            view! {
                <Field
                    id="cost-minutes"
                    label=words.t(|w| w.minutes)
                    kind=FieldKind::Count
                    value=slot(form, |form| &form.minutes, |form| &mut form.minutes)
                    problem=problem_of(CostField::Minutes)
                    sent=sent
                />
            }
            .into_any()
        } else {
            view! {
                <Field
                    id="cost-amount"
                    label=words.t(|w| w.amount)
                    kind=FieldKind::Money
                    value=slot(form, |form| &form.amount, |form| &mut form.amount)
                    problem=problem_of(CostField::Amount)
                    note=already
                    sent=sent
                />
            }
            .into_any()
        }
    };
    view! {
        <form class="form cost-form" novalidate on:submit=save>
            {segment(
                "cost-kind",
                words.t(|w| w.kind),
                KINDS,
                move || Some(kind.get()),
                move |kind| form.update(|form| form.kind = kind),
            )}
            <div class="field-row">
                {live(figure)}
                <Field
                    id="cost-date"
                    label=words.t(|w| w.day)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.date, |form| &mut form.date)
                    problem=problem_of(CostField::Date)
                    sent=sent
                />
            </div>
            <Field
                id="cost-note"
                label=words.t(|w| w.note)
                value=slot(form, |form| &form.note, |form| &mut form.note)
                problem=problem_of(CostField::Note)
                optional=true
                sent=sent
            />
            {submit_button(Weight::Plain, words.t(|w| w.save))}
        </form>
    }
}
