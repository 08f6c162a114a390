//! Until when the claim can be sued for, the acts that start the time again, and the form to note one.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::act::{ActField, ActForm};
use crate::app::views::figures::Figures;
use crate::base::{ActId, InvoiceId};
use crate::domain::act::{Act, ActKind};
use crate::domain::limitation::LimitationPeriod;
use crate::text::format;
use crate::text::words::limitation;
use crate::text::words::limitation::Around;
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::dated_table::{DatedRow, dated_table};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// The clock and the acts.
#[component]
pub fn Clock(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(limitation::words);
    let clock = move || {
        let (lang, today) = (app.lang(), app.today.get());
        figures.with(|figures| {
            let Some(known) = figures.case.limitation(figures.client.debtor(), today) else {
                return view! { <p>{words.t(|w| w.foreign)}</p> }.into_any();
            };
            let nearness = known.nearness(today);
            let around = Around {
                suit: figures.case.suit(today),
                insolvent: figures.case.is_held_by(figures.client.insolvency, today),
            };
            let alert = limitation::alert(lang, nearness)
                .map(|alert| view! { <span class="badge badge-late">{alert}</span> " " });
            let more = match known.period {
                LimitationPeriod::Public => Some(words.t(|w| w.public_unconfirmed)),
                LimitationPeriod::Title => Some(words.t(|w| w.title_interest)),
                LimitationPeriod::Business | LimitationPeriod::Consumer => None,
            };
            let more = more.map(|more| view! { <p class="field-hint">{more}</p> });
            let held = limitation::held(lang, &known).map(|held| view! { <p>{held}</p> });
            view! {
                <p>{alert} {limitation::sentence(lang, &known, nearness, around)}</p>
                {held}
                {more}
            }
            .into_any()
        })
    };
    let rows = Memo::new(move |_| {
        let lang = app.lang();
        figures.with(|figures| {
            let row = |act: &Act| DatedRow {
                id: act.id.0,
                date: format::date(lang, act.date),
                what: limitation::act(lang, act.kind).to_owned(),
                link: None,
                reference: act.reference.clone(),
                condition: None,
                amount: None,
            };
            figures.case.acts.iter().map(row).collect::<Vec<_>>()
        })
    });
    let delete = move |act| {
        let _ = app.send(Command::DeleteAct(id, ActId(act)));
    };
    let is_begun = Draft::<ActForm>::left(app, &format!("act/{id}")).is_some();
    // The third column is of amounts, which acts have none of.
    let names = [words.t(|w| w.date), words.t(|w| w.kind), words.t(|w| w.reference)];
    view! {
        <section class="section" aria-labelledby="limitation">
            <h2 id="limitation" tabindex="-1">{words.t(|w| w.title)}</h2>
            {live(clock)}
            {dated_table(rows, names, words.t(|w| w.delete), "#limitation", delete)}
            // Open where something is half typed, or was handed over from a way out.
            <details class="disclosure" open=is_begun>
                <summary>{words.t(|w| w.add)}</summary>
                <div class="disclosure-body">
                    <p>{words.t(|w| w.explain)}</p>
                    <p>{words.t(|w| w.cautious)}</p>
                    <NewAct id=id figures=figures />
                </div>
            </details>
        </section>
    }
}

#[component]
fn NewAct(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(limitation::words);
    let draft = Draft::new(app, &format!("act/{id}"), ActForm::default());
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let issued = figures.with(|figures| figures.case.invoice.issued);
        form.with(|form| form.parse(issued, app.today.get()))
    });
    let problem_of = faults(parsed);
    let save = move |event: leptos::ev::SubmitEvent| {
        let act = parsed.with_untracked(|(act, _)| act.clone());
        if submit(&event, "act-form", sent, act, |act| app.send(Command::AddAct(id, act)).is_ok()) {
            draft.clear();
        }
    };
    view! {
        <form class="form act-form" novalidate on:submit=save>
            <div>
                {select(
                    "act-kind",
                    words.t(|w| w.kind),
                    &ActKind::ALL,
                    limitation::act,
                    move || form.with(|form| form.kind),
                    move |kind| form.update(|form| form.kind = kind),
                )}
                <p class="field-hint">{live(move || limitation::act_effect(app.lang(), form.with(|form| form.kind)))}</p>
            </div>
            <div class="field-row field-row-wide">
                <Field
                    id="act-date"
                    label=words.t(|w| w.date)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.date, |form| &mut form.date)
                    problem=problem_of(ActField::Date)
                    sent=sent
                />
                <Field
                    id="act-reference"
                    label=words.t(|w| w.reference)
                    value=slot(form, |form| &form.reference, |form| &mut form.reference)
                    problem=problem_of(ActField::Reference)
                    optional=true
                    sent=sent
                />
            </div>
            {submit_button(Weight::Plain, words.t(|w| w.save))}
        </form>
    }
}
