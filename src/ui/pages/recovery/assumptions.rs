//! Own rate, lines and figures: each field shows the figure that counts where it is left empty, with its source.

use leptos::prelude::*;

use super::way::sourced;
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::costs::CostCommand;
use crate::app::forms::assumptions::{AssumptionField, AssumptionsForm};
use crate::base::Percent;
use crate::domain::assumptions::{ALERT, HOURLY, STOP};
use crate::domain::recovery::{FactFile, Quoted};
use crate::text::Lang;
use crate::text::words::recovery;
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{Slot, live, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// The form; without `all`, only what costs need.
#[component]
pub fn AssumptionsEditor(all: bool) -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let start = move || app.book.with(|book| AssumptionsForm::of(Book::assumptions(book), app.lang()));
    let draft = Draft::new(app, "assumptions", untrack(start)).following(move || Some(start()));
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| draft.form.with(AssumptionsForm::parse));
    let problem_of = faults(parsed);
    let note = move |figure: fn(Lang) -> String| Signal::derive(move || Some(figure(app.lang())));
    let save = move |event: leptos::ev::SubmitEvent| {
        let assumptions = parsed.with_untracked(|(assumptions, _)| assumptions.clone());
        submit(&event, "assumptions-form", sent, assumptions, |assumptions| {
            app.send(Command::Cost(CostCommand::Assume(assumptions))).is_ok()
        });
    };
    let shares = all.then(|| {
        let fields = Quoted::ALL.into_iter().enumerate().map(|(at, quoted)| {
            let value = Slot {
                text: Signal::derive(move || draft.form.with(|form| form.share(quoted).to_owned())),
                change: Callback::new(move |typed: String| {
                    draft.form.update(|form| {
                        if typed.trim().is_empty() {
                            form.shares.remove(&quoted);
                        } else {
                            form.shares.insert(quoted, typed);
                        }
                    });
                }),
            };
            // A label follows the language; the field takes one that does not change its meaning.
            let label = Signal::derive(move || recovery::quoted(app.lang(), quoted));
            view! {
                <Field
                    id=format!("assumed-{at}")
                    label=label
                    kind=FieldKind::Count
                    value=value
                    problem=problem_of(AssumptionField::Share(quoted))
                    note=Signal::derive(move || quoted_figure(app.lang(), quoted))
                    sent=sent
                />
            }
        });
        fields.collect_view()
    });
    view! {
        <form class="form assumptions-form" novalidate on:submit=save>
            <div class="assumption-fields">
                <Field
                    id="assumed-hour"
                    label=words.t(|w| w.hourly)
                    kind=FieldKind::Money
                    value=slot(draft.form, |form| &form.hourly, |form| &mut form.hourly)
                    problem=problem_of(AssumptionField::Hourly)
                    note=note(|lang| assumed(lang, recovery::about(lang, HOURLY)))
                    sent=sent
                />
                <Field
                    id="assumed-alert"
                    label=words.t(|w| w.alert)
                    kind=FieldKind::Count
                    value=slot(draft.form, |form| &form.alert, |form| &mut form.alert)
                    problem=problem_of(AssumptionField::Alert)
                    note=note(|lang| assumed(lang, recovery::percent(lang, Percent::nearest(ALERT.into()))))
                    sent=sent
                />
                <Field
                    id="assumed-stop"
                    label=words.t(|w| w.stop)
                    kind=FieldKind::Count
                    value=slot(draft.form, |form| &form.stop, |form| &mut form.stop)
                    problem=problem_of(AssumptionField::Stop)
                    note=note(|lang| assumed(lang, recovery::percent(lang, Percent::nearest(STOP.into()))))
                    sent=sent
                />
                {shares}
            </div>
            {submit_button(Weight::Plain, words.t(|w| w.assumptions_save))}
        </form>
        {live(move || {
            all.then(|| {
                let lang = app.lang();
                let checked = crate::text::format::date(lang, FactFile::builtin().checked);
                view! { <p class="field-hint">{recovery::words(lang).checked} {checked} "."</p> }
            })
        })}
    }
}

/// « 40 € : hypothèse de Relance, à remplacer par la vôtre ».
fn assumed(lang: Lang, figure: String) -> String {
    let own = FactFile::builtin().source("own", lang);
    lang.pick(format!("{figure}\u{a0}: {own}"), format!("{figure}: {own}"))
}

/// The same of a figure that was read, with where and when.
fn quoted_figure(lang: Lang, quoted: Quoted) -> Option<String> {
    let share = FactFile::builtin().shares.get(&quoted)?;
    let figure = recovery::percent(lang, share.percent);
    let source = sourced(lang, &share.source, share.read, share.confirmed);
    Some(lang.pick(format!("{figure}\u{a0}: {source}"), format!("{figure}: {source}")))
}
