//! The one form for every kind of circumstance: which kind, and then only its fields.

use std::sync::LazyLock;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::circumstance::{CircumstanceContext, CircumstanceField, CircumstanceForm, Sort};
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::browser::page;
use crate::domain::circumstance::{CircumstanceKind, PauseCause, Unpaid};
use crate::domain::dunning::status::STATUSES;
use crate::domain::event::Channel;
use crate::text::Lang;
use crate::text::words::{circumstances, dunning, problems};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{live, slot};
use crate::ui::state::{App, use_app};
use crate::ui::submit::{faults, submit};

/// The statuses of an e-invoice, in their order.
static CODES: LazyLock<[u16; STATUSES.len()]> = LazyLock::new(|| STATUSES.map(|(code, _)| code));

/// Ways a promise is made.
const CHANNELS: [Channel; 5] = [Channel::Phone, Channel::Email, Channel::Sms, Channel::Post, Channel::Hand];

/// What is being noted.
#[derive(Clone, Copy)]
pub struct Noting {
    draft: Draft<CircumstanceForm>,
}

impl Noting {
    /// The form as it was left, or as it starts: with what is unpaid, today.
    pub fn new(app: App, id: InvoiceId, figures: Memo<Figures>) -> Self {
        let start = move || {
            let region = app.book.with(|book| book.policy().region);
            let (today, lang) = (app.today.get(), app.lang());
            figures.with(|figures| CircumstanceForm::new(figures.claim.principal_left, today, region, lang))
        };
        let draft = Draft::new(app, &format!("circumstance/{id}"), untrack(start));
        Self { draft: draft.following(move || Some(start())) }
    }

    /// Starts to note a kind of circumstance, with what is known of it.
    pub fn start(self, sort: Sort, fill: impl FnOnce(&mut CircumstanceForm)) {
        self.draft.form.update(|form| {
            form.sort = sort;
            fill(form);
        });
        request_animation_frame(|| {
            page::focus("#circumstance-sort");
        });
    }
}

/// A kind, as a choice.
fn sort_name(lang: Lang, sort: Sort) -> &'static str {
    let kind = |kind: &CircumstanceKind| dunning::circumstance(lang, kind);
    match sort {
        Sort::Promise => circumstances::words(lang).sort_promise,
        Sort::Unpaid => kind(&CircumstanceKind::Unpaid(Unpaid::Lost)),
        Sort::Pause => circumstances::words(lang).sort_pause,
        Sort::Suspension => kind(&CircumstanceKind::Suspension { work: String::new() }),
        Sort::LifeCycle => kind(&CircumstanceKind::LifeCycle(200)),
        Sort::CloseWatch => kind(&CircumstanceKind::CloseWatch { until: NaiveDate::MAX }),
    }
}

/// The form.
#[component]
pub fn NewCircumstance(id: InvoiceId, figures: Memo<Figures>, noting: Noting) -> impl IntoView {
    let app = use_app();
    let words = app.words(circumstances::words);
    let draft = noting.draft;
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let context = figures.with(|figures| CircumstanceContext {
            issued: figures.case.invoice.issued,
            owed: figures.claim.principal_left,
            invoiced: figures.case.invoice.amount,
            currency: figures.claim.currency,
            today: app.today.get(),
        });
        form.with(|form| form.parse(context))
    });
    let problem_of = faults(parsed);
    let note_of = move |field| {
        Signal::derive(move || {
            let currency = figures.with(|figures| figures.claim.currency);
            parsed
                .with(|(_, findings)| findings.note_of(field))
                .map(|note| problems::note(app.lang(), note, currency))
        })
    };
    // A pause of years is noticed: most often the year is wrong.
    let long_pause = Signal::derive(move || {
        let is_long = form.with(|form| form.is_long_pause(app.today.get()));
        is_long.then(|| words.t(|w| w.long_pause).get().to_owned())
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        let noted = parsed.with_untracked(|(noted, _)| noted.clone());
        let carry_out = |noted| app.send(Command::AddCircumstance(id, noted)).is_ok();
        if submit(&event, "circumstance-form", sent, noted, carry_out) {
            draft.clear();
        }
    };
    let sort = Memo::new(move |_| form.with(|form| form.sort));
    let choice = move || choice(app, form, sort.get());
    let figures_row = move || {
        let sort = sort.get();
        let amount = sort.has_amount().then(|| {
            view! {
                <Field
                    id="circumstance-amount"
                    label=words.t(|w| w.promised)
                    kind=FieldKind::Money
                    value=slot(form, |form| &form.amount, |form| &mut form.amount)
                    problem=problem_of(CircumstanceField::Amount)
                    note=note_of(CircumstanceField::Amount)
                    sent=sent
                />
            }
        });
        let by = sort.has_day().then(|| {
            let label = words.t(match sort {
                Sort::Promise => |w| w.promised_for,
                Sort::CloseWatch => |w| w.watch_until,
                _ => |w| w.until,
            });
            view! {
                <Field
                    id="circumstance-by"
                    label=label
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.by, |form| &mut form.by)
                    problem=problem_of(CircumstanceField::By)
                    note=long_pause
                    sent=sent
                />
            }
        });
        (amount.is_some() || by.is_some()).then(|| view! { <div class="field-row">{amount} {by}</div> })
    };
    let learnt = move || {
        let begins = matches!(sort.get(), Sort::Suspension | Sort::CloseWatch);
        let label = words.t(if begins { |w| w.since } else { |w| w.date });
        view! {
            <div class="field-row">
                <Field
                    id="circumstance-date"
                    label=label
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.date, |form| &mut form.date)
                    problem=problem_of(CircumstanceField::Date)
                    sent=sent
                />
                {(sort.get() == Sort::Promise).then(|| view! {
                    <Field
                        id="circumstance-who"
                        label=words.t(|w| w.who)
                        value=slot(form, |form| &form.who, |form| &mut form.who)
                        problem=problem_of(CircumstanceField::Who)
                        optional=true
                        sent=sent
                    />
                })}
            </div>
        }
    };
    let work = move || {
        (sort.get() == Sort::Suspension).then(|| {
            view! {
                <Field
                    id="circumstance-work"
                    label=words.t(|w| w.work)
                    hint=words.t(|w| w.work_hint)
                    value=slot(form, |form| &form.work, |form| &mut form.work)
                    problem=problem_of(CircumstanceField::Work)
                    sent=sent
                />
            }
        })
    };
    // Another cause is only known by its note.
    let needs_note =
        Memo::new(move |_| form.with(|form| form.sort == Sort::Pause && form.pause == PauseCause::Other));
    let note = move || {
        view! {
            <Field
                id="circumstance-note"
                label=words.t(|w| w.note)
                value=slot(form, |form| &form.note, |form| &mut form.note)
                problem=problem_of(CircumstanceField::Note)
                optional=!needs_note.get()
                sent=sent
            />
        }
    };
    view! {
        <form class="form circumstance-form" novalidate on:submit=save>
            <div class="field-row field-row-wide">
                {select(
                    "circumstance-sort",
                    words.t(|w| w.sort),
                    &Sort::ALL,
                    sort_name,
                    move || sort.get(),
                    move |sort| form.update(|form| form.sort = sort),
                )}
                {live(choice)}
            </div>
            {live(work)}
            {live(figures_row)}
            {live(learnt)}
            {live(note)}
            {submit_button(Weight::Plain, words.t(|w| w.save))}
        </form>
    }
}

/// What each kind asks to choose, beside the kind.
fn choice(app: App, form: RwSignal<CircumstanceForm>, sort: Sort) -> AnyView {
    let words = app.words(circumstances::words);
    match sort {
        Sort::Promise => select(
            "circumstance-channel",
            words.t(|w| w.channel),
            &CHANNELS,
            dunning::channel,
            move || form.with(|form| form.channel),
            move |channel| form.update(|form| form.channel = channel),
        ),
        Sort::Unpaid => select(
            "circumstance-reason",
            words.t(|w| w.reason),
            &Unpaid::ALL,
            dunning::unpaid,
            move || form.with(|form| form.reason),
            move |reason| form.update(|form| form.reason = reason),
        ),
        Sort::Pause => select(
            "circumstance-pause",
            words.t(|w| w.pause),
            &PauseCause::ALL,
            dunning::pause,
            move || form.with(|form| form.pause),
            move |cause| form.update(|form| form.pause = cause),
        ),
        Sort::LifeCycle => select(
            "circumstance-code",
            words.t(|w| w.code),
            &*CODES,
            circumstances::life_cycle,
            move || form.with(|form| form.code),
            move |code| form.update(|form| form.code = code),
        ),
        Sort::CloseWatch => view! { <p class="field-hint">{words.t(|w| w.watch_hint)}</p> }.into_any(),
        Sort::Suspension => ().into_any(),
    }
}
