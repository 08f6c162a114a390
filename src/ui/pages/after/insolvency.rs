//! Insolvency proceedings against the client: the time to lodge the claim, the declaration, what is known of them.

use leptos::prelude::*;

use super::lodging::Lodging;
use crate::app::command::Command;
use crate::app::forms::proceeding::{InsolvencyField, InsolvencyForm};
use crate::app::proceedings::ProceedingCommand;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::browser::page;
use crate::domain::insolvency::InsolvencyKind;
use crate::domain::proceeding::ProceedingKind;
use crate::text::words::proceedings;
use crate::text::{Lang, format};
use crate::ui::components::button::{Weight, press_button, submit_button};
use crate::ui::components::check::check;
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, only_if, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

const KINDS: [Option<InsolvencyKind>; 4] = [
    None,
    Some(InsolvencyKind::Safeguard),
    Some(InsolvencyKind::Recovery),
    Some(InsolvencyKind::Liquidation),
];

/// The section, while proceedings are open.
#[component]
pub fn Insolvency(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let lodged = Memo::new(move |_| {
        figures.with(|figures| {
            let mut all = figures.case.proceedings.iter();
            all.rfind(|one| one.kind == ProceedingKind::Lodged).map(|one| one.date)
        })
    });
    let has_office =
        Memo::new(move |_| figures.with(|figures| !figures.client.collective.office.trim().is_empty()));
    let has_address = Memo::new(move |_| {
        figures.with(|figures| !figures.client.collective.office_address.trim().is_empty())
    });
    // What was issued after the judgment is paid when it falls due, and lodged nowhere.
    let is_held = Memo::new(move |_| {
        figures.with(|figures| figures.case.is_held_by(figures.client.insolvency, app.today.get()))
    });
    let is_to_lodge = move || is_held.get() && lodged.get().is_none() && !app.shows_archive();
    let answer = move || live(move || answer(app.lang(), figures, lodged.get(), app.today.get()));
    view! {
        <section class="section after-one" aria-labelledby="insolvency">
            <h2 id="insolvency">
                {live(move || figures.with(|figures| match figures.client.collective.kind {
                    None => words.now().insolvency,
                    kind => proceedings::insolvency(app.lang(), kind),
                }))}
            </h2>
            {only_if(move || !is_held.get() && lodged.get().is_none(), move || view! {
                <p class="plan-answer">{words.t(|w| w.later_answer)}</p>
                <p>{words.t(|w| w.later_rule)}</p>
            })}
            {only_if(move || is_held.get() || lodged.get().is_some(), move || view! {
                {answer()}
                <p>{words.t(|w| w.no_more)}</p>
            })}
            {only_if(move || is_to_lodge() && !has_office.get(), move || view! {
                <p>{lacking(words.t(|w| w.no_office), words.t(|w| w.give_office), "#insolvency-office")}</p>
            })}
            {only_if(move || is_to_lodge() && has_office.get(), move || view! {
                <div class="button-row">
                    <a class="button button-main" href=Route::Documents(id, "declaration".to_owned()).to_string()>
                        {words.t(|w| w.declaration)}
                    </a>
                </div>
                {only_if(move || !has_address.get(), move || view! {
                    <p class="field-hint">
                        {lacking(words.t(|w| w.no_office_address), words.t(|w| w.give_address), "#insolvency-address")}
                    </p>
                })}
            })}
            {only_if(is_to_lodge, move || view! { <Lodging id=id figures=figures /> })}
            {only_if(move || !app.shows_archive(), move || view! {
                <details
                    class="disclosure"
                    open=is_to_lodge() && !(has_office.get_untracked() && has_address.get_untracked())
                >
                    <summary>{words.t(|w| w.insolvency_edit)}</summary>
                    <div class="disclosure-body">
                        <Known figures=figures />
                    </div>
                </details>
            })}
        </section>
    }
}

/// What is missing for the declaration, and the button that leads to its field.
fn lacking(said: Signal<&'static str>, give: Signal<&'static str>, field: &'static str) -> AnyView {
    let lead = move || {
        page::focus(field);
    };
    view! {
        {said}
        " "
        {press_button(Weight::Quiet, give, lead)}
    }
    .into_any()
}

/// The largest thing: until when to lodge, or when it was lodged.
fn answer(
    lang: Lang,
    figures: Memo<Figures>,
    lodged: Option<chrono::NaiveDate>,
    today: chrono::NaiveDate,
) -> Option<AnyView> {
    let words = proceedings::words(lang);
    let clock = figures.with(|figures| {
        let opened = figures.client.insolvency?;
        Some(figures.client.collective.clock(opened))
    })?;
    if let Some(on) = lodged {
        let said = format!("{}{}", words.lodged_on, format::date(lang, on));
        return Some(view! { <p class="plan-answer">{said}</p> }.into_any());
    }
    let is_over = clock.lodge_by < today;
    let (said, day) = if is_over {
        (words.lodging_over, format::date(lang, clock.lodge_by))
    } else {
        (words.lodge_until, proceedings::on(lang, words.by, clock.lodge_by))
    };
    let counted = if clock.published { words.counted_published } else { words.counted_judgment };
    let relief = (is_over && today <= clock.relief_by).then(|| {
        let until = format::date(lang, clock.relief_by);
        view! { <p>{format!("{}{until} (C. com. art. L622-26).", words.relief)}</p> }
    });
    Some(
        view! {
            <p class="plan-answer">{said} <span class="after-day">{day}</span></p>
            {relief}
            <p class="field-hint">{counted}</p>
        }
        .into_any(),
    )
}

/// What is known of the proceedings, to fill in or change.
#[component]
pub fn Known(figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let client = figures.with_untracked(|figures| figures.client.id);
    let known = move |figures: &Figures| {
        InsolvencyForm::of(figures.client.insolvency, &figures.client.collective, format::date_digits)
    };
    let draft = Draft::new(app, &format!("insolvency/{client}"), figures.with_untracked(known))
        .following(move || Some(figures.with(known)));
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| form.with(|form| form.parse(app.today.get())));
    let problem_of = faults(parsed);
    let save = move |event: leptos::ev::SubmitEvent| {
        let known = parsed.with_untracked(|(known, _)| known.clone());
        let keep = |(opened, known)| {
            let command = ProceedingCommand::SetInsolvency(client, opened, known);
            app.send(Command::Proceeding(command)).is_ok()
        };
        if submit(&event, "insolvency-form", sent, known, keep) {
            draft.clear();
        }
    };
    let date = move |id: &'static str, label, slot, field, optional: bool| {
        view! {
            <Field
                id=id
                label=label
                kind=FieldKind::Date
                value=slot
                problem=problem_of(field)
                optional=optional
                sent=sent
            />
        }
    };
    view! {
        <form class="form form-narrow insolvency-form" novalidate on:submit=save>
            {date(
                "insolvency-opened",
                words.t(|w| w.opened),
                slot(form, |form| &form.opened, |form| &mut form.opened),
                InsolvencyField::Opened,
                false,
            )}
            {select(
                "insolvency-kind",
                words.t(|w| w.insolvency_kind),
                &KINDS,
                proceedings::insolvency,
                move || form.with(|form| form.kind),
                move |kind| form.update(|form| form.kind = kind),
            )}
            {date(
                "insolvency-published",
                words.t(|w| w.published),
                slot(form, |form| &form.published, |form| &mut form.published),
                InsolvencyField::Published,
                true,
            )}
            <p class="field-hint">{words.t(|w| w.published_hint)}</p>
            <Field
                id="insolvency-office"
                label=words.t(|w| w.office)
                value=slot(form, |form| &form.office, |form| &mut form.office)
                problem=problem_of(InsolvencyField::Office)
                optional=true
                sent=sent
            />
            <Field
                id="insolvency-address"
                label=words.t(|w| w.office_address)
                kind=FieldKind::Lines
                value=slot(form, |form| &form.address, |form| &mut form.address)
                problem=problem_of(InsolvencyField::Address)
                optional=true
                sent=sent
            />
            {check(
                "insolvency-abroad",
                words.t(|w| w.abroad),
                move || form.with(|form| form.abroad),
                move |ticked| form.update(|form| form.abroad = ticked),
            )}
            {submit_button(Weight::Plain, words.t(|w| w.insolvency_save))}
        </form>
    }
}
