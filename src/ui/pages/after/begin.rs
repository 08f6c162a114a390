//! The form that begins a proceeding: what, when, with whom; of a write-off, why, and what becomes of its VAT.

use leptos::prelude::*;

use super::answer::AnswerBy;
use super::joint::Others;
use super::loss::loss_fields;
use super::obstacles::{Against, Obstacles};
use crate::app::command::Command;
use crate::app::forms::proceeding::{BeginContext, BeginField, BeginForm};
use crate::app::proceedings::ProceedingCommand;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::joint::joinable;
use crate::app::views::recovery_desk::situation;
use crate::base::dates;
use crate::base::{Amount, InvoiceId};
use crate::browser::page;
use crate::domain::court::{Seat, Standing};
use crate::domain::party::{Client, DebtorKind};
use crate::domain::proceeding::ProceedingKind;
use crate::domain::recovery::obstacles;
use crate::text::format;
use crate::text::words::agenda::proceeding;
use crate::text::words::proceedings;
use crate::ui::components::check::check;
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::{Draft, hand_over};
use crate::ui::kit;
use crate::ui::live::{live, only_if, slot};
use crate::ui::state::{App, use_app};
use crate::ui::submit::{faults, submit};

/// What a form offers; a claim is lodged above, where the proceedings are.
const KINDS: [ProceedingKind; 10] = [
    ProceedingKind::PaymentOrder,
    ProceedingKind::HandedOver,
    ProceedingKind::Mediation,
    ProceedingKind::LawyerLetter,
    ProceedingKind::Simplified,
    ProceedingKind::EuropeanOrder,
    ProceedingKind::Summary,
    ProceedingKind::CourtClaim,
    ProceedingKind::Sold,
    ProceedingKind::WrittenOff,
];

/// What is left once insolvency proceedings are open: nobody sues on his own (C. com. art. L622-21).
const LEFT: [ProceedingKind; 3] =
    [ProceedingKind::WrittenOff, ProceedingKind::Sold, ProceedingKind::HandedOver];

/// The kinds a form offers.
fn offered(insolvent: bool) -> &'static [ProceedingKind] {
    if insolvent { &LEFT } else { &KINDS }
}

/// The name the form of an invoice is kept under: another list is another form.
fn draft_name(id: InvoiceId, kinds: &[ProceedingKind]) -> String {
    format!("begin/{id}/{}", kinds.len())
}

/// Hands a kind over to the form; what else is half typed there stays.
pub fn prepare(app: App, id: InvoiceId, kind: ProceedingKind, insolvent: bool) {
    let kinds = offered(insolvent);
    let name = draft_name(id, kinds);
    let start = BeginForm::new(usual(kinds), format::date_digits(app.today.get_untracked()));
    let left = Draft::left(app, &name).unwrap_or_else(|| start.clone());
    hand_over(app, &name, start, BeginForm { kind, ..left });
}

/// The kind a form starts with.
fn usual(kinds: &[ProceedingKind]) -> ProceedingKind {
    kinds.first().copied().unwrap_or(ProceedingKind::WrittenOff)
}

/// What is asked for first of a client no French order reaches: an administrative court has summary proceedings, another country
/// of the Union the European order.
fn own_court(client: &Client) -> Option<ProceedingKind> {
    match (client.kind, Seat::of(&client.address)) {
        (DebtorKind::Public, _) => Some(ProceedingKind::Summary),
        (_, Seat::Abroad { union: true }) => Some(ProceedingKind::EuropeanOrder),
        _ => None,
    }
}

/// The form, open where nothing has begun.
#[component]
pub fn Begin(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    // Insolvent, nothing begun, and whether insolvency is to be asked about: made anew when one of them changes.
    let stands = Memo::new(move |_| {
        figures.with(|figures| {
            let insolvent = figures.client.insolvency.is_some();
            // Neither a consumer nor a public body has such proceedings (C. com. art. L631-2, recalled, to be checked).
            let may_fail = !matches!(figures.client.kind, DebtorKind::Consumer | DebtorKind::Public);
            (insolvent, !insolvent && figures.case.proceeding(app.today.get()).is_none(), may_fail)
        })
    });
    live(move || {
        let (insolvent, is_first, may_fail) = stands.get();
        let kinds = offered(insolvent);
        view! {
            <details class="disclosure after-begin" open=is_first>
                <summary>{words.t(|w| w.begin_title)}</summary>
                <div class="disclosure-body">
                    <Form id=id figures=figures is_first=is_first kinds=kinds />
                </div>
            </details>
            {(!insolvent && may_fail).then(|| view! {
                <details class="disclosure">
                    <summary>{words.t(|w| w.insolvency_start)}</summary>
                    <div class="disclosure-body">
                        <super::insolvency::Known figures=figures />
                    </div>
                </details>
            })}
        }
    })
}

#[component]
fn Form(
    id: InvoiceId,
    figures: Memo<Figures>,
    is_first: bool,
    kinds: &'static [ProceedingKind],
) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let start = move || {
        let standing =
            figures.with_untracked(|figures| Standing::guess(figures.client.kind, &figures.client.name));
        let kind =
            figures.with_untracked(|figures| own_court(&figures.client)).unwrap_or_else(|| usual(kinds));
        let kind = if kinds.contains(&kind) { kind } else { usual(kinds) };
        let form = BeginForm::new(kind, format::date_digits(app.today.get_untracked()));
        let client = figures.with_untracked(|figures| figures.client.id);
        let others = app
            .book
            .with_untracked(|book| kit::ticks(app, id, book.cases_of(client).map(|case| case.invoice.id)));
        BeginForm { commercial: standing == Standing::Trader, others, ..form }
    };
    let draft = Draft::new(app, &draft_name(id, kinds), start());
    let form = draft.form;
    let sent = RwSignal::new(false);
    let kind = Memo::new(move |_| form.with(|form| form.kind));
    // On the day it began: a claim that was paid in part since may have been too large then.
    let day = Memo::new(move |_| {
        let today = app.today.get();
        form.with(|form| dates::parse_typed(&form.date).ok()).filter(|day| *day <= today).unwrap_or(today)
    });
    let against = Memo::new(move |_| {
        let at = app.book.with(|book| situation(book, id, day.get()));
        let all = at.as_ref().map(|at| obstacles(kind.get(), at)).unwrap_or_default();
        Against { all, at }
    });
    let others = Memo::new(move |_| {
        let days = (day.get(), app.today.get());
        app.book.with(|book| form.with(|form| joinable(book, id, kind.get(), days, &form.others)))
    });
    let parsed = Memo::new(move |_| {
        let today = app.today.get();
        let obstacles = against.with(|against| against.all.clone());
        let beside: Amount =
            others.with(|all| all.iter().filter(|one| one.is_taken).map(|one| one.balance).sum());
        figures.with(|figures| {
            let context = BeginContext {
                obstacles: &obstacles,
                issued: figures.case.invoice.issued,
                unpaid: figures.claim.principal_left,
                balance: figures.claim.balance() + beside,
                currency: figures.claim.currency,
                today,
            };
            form.with(|form| form.parse(context))
        })
    });
    let problem_of = faults(parsed);
    let is_held = move || {
        let fields = [BeginField::Kind, BeginField::Despite];
        parsed
            .with_untracked(|(_, findings)| fields.iter().any(|field| findings.problem_of(*field).is_some()))
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        let begun = parsed.with_untracked(|(draft, _)| draft.clone());
        let begin = |begun| {
            let others = others
                .with_untracked(|all| all.iter().filter(|one| one.is_taken).map(|one| one.id).collect());
            let invoices: Vec<InvoiceId> = [vec![id], others].concat();
            app.send(Command::Proceeding(ProceedingCommand::Begin(invoices, begun))).is_ok()
        };
        if submit(&event, "begin-form", sent, begun, begin) {
            draft.clear();
            kit::forget(app, id);
            form.set(start());
            request_animation_frame(|| {
                page::focus("h1");
            });
        } else if is_held() {
            request_animation_frame(|| {
                page::focus("#begin-obstacles");
            });
        }
    };
    let is = move |wanted: ProceedingKind| kind.get() == wanted;
    let loses = move || is(ProceedingKind::WrittenOff);
    let gets_file = move || {
        let kind = kind.get();
        kind.is_suit()
            || matches!(
                kind,
                ProceedingKind::HandedOver
                    | ProceedingKind::Mediation
                    | ProceedingKind::LawyerLetter
                    | ProceedingKind::Sold
                    | ProceedingKind::EuropeanOrder
            )
    };
    let is_public = Memo::new(move |_| figures.with(|figures| figures.client.kind == DebtorKind::Public));
    let has_writ = move || kind.get().is_suit() && !is_public.get();
    let date_label = Signal::derive(move || match kind.get() {
        ProceedingKind::Mediation => words.now().asked_day,
        ProceedingKind::LawyerLetter => words.now().sent_day,
        kind if !kind.is_suit() => words.now().day,
        _ if is_public.get() => words.now().request_day,
        _ => words.now().writ_day,
    });
    let with = Signal::derive(move || {
        let w = words.now();
        match kind.get() {
            ProceedingKind::HandedOver => w.with_agency,
            ProceedingKind::Sold => w.with_buyer,
            ProceedingKind::Mediation => w.mediator,
            ProceedingKind::LawyerLetter => w.lawyer,
            ProceedingKind::Simplified => w.with_officer,
            ProceedingKind::Lodged => w.with_office,
            _ => w.court,
        }
    });
    let needs_name = move || form.with(BeginForm::needs_name);
    let takes_terms = move || is(ProceedingKind::HandedOver) || is(ProceedingKind::Sold);
    let reference = Signal::derive(move || {
        let w = words.now();
        if is(ProceedingKind::HandedOver) { w.reference_mandate } else { w.reference }
    });
    let terms = Signal::derive(move || if loses() { words.now().proof } else { words.now().terms });
    let terms_hint =
        Signal::derive(move || if loses() { words.now().proof_hint } else { words.now().terms_hint });
    let name_field = move |optional: bool| {
        view! {
            <Field
                id="begin-with"
                label=with
                value=slot(form, |form| &form.with, |form| &mut form.with)
                problem=problem_of(BeginField::With)
                optional=optional
                sent=sent
            />
        }
    };
    view! {
        <form class="form form-narrow begin-form" novalidate on:submit=save>
            {select(
                "begin-kind",
                words.t(|w| w.begin_which),
                kinds,
                proceeding::kind,
                move || form.with(|form| form.kind),
                move |kind| form.update(|form| form.kind = kind),
            )}
            {only_if(move || against.with(|against| !against.all.is_empty()), move || view! {
                <Obstacles
                    against=against
                    kind=kind
                    form=form
                    problem=Callback::new(move |field| problem_of(field).get())
                    sent=sent
                />
            })}
            <Others others=others kind=kind form=form />
            <Field
                id="begin-date"
                label=date_label
                kind=FieldKind::Date
                value=slot(form, |form| &form.date, |form| &mut form.date)
                problem=problem_of(BeginField::Date)
                sent=sent
            />
            {only_if(move || kind.get().is_suit() && is_public.get(), move || view! {
                <p class="field-hint">{words.t(|w| w.public_hint)}</p>
            })}
            {only_if(has_writ, move || view! {
                <p class="field-hint">{words.t(|w| w.writ_hint)}</p>
                <Field
                    id="begin-hearing"
                    label=words.t(|w| w.first_hearing)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.hearing, |form| &mut form.hearing)
                    problem=problem_of(BeginField::Hearing)
                    hint=words.t(|w| w.first_hearing_hint)
                    optional=true
                    sent=sent
                />
            })}
            {only_if(move || !loses(), move || {
                live(move || name_field(!needs_name()))
            })}
            {only_if(move || kind.get().awaits_answer(), move || view! {
                <AnswerBy kind=kind form=form problem=problem_of(BeginField::AnswerBy) sent=sent />
            })}
            {only_if(move || is(ProceedingKind::PaymentOrder), move || check(
                "begin-commercial",
                words.t(|w| w.commercial),
                move || form.with(|form| form.commercial),
                move |ticked| form.update(|form| form.commercial = ticked),
            ))}
            {only_if(move || is(ProceedingKind::EuropeanOrder), move || check(
                "begin-french-clerk",
                words.t(|w| w.french_clerk),
                move || form.with(|form| form.french_clerk),
                move |ticked| form.update(|form| form.french_clerk = ticked),
            ))}
            {only_if(move || is(ProceedingKind::Sold), move || view! {
                <Field
                    id="begin-price"
                    label=words.t(|w| w.price)
                    kind=FieldKind::Money
                    value=slot(form, |form| &form.price, |form| &mut form.price)
                    problem=problem_of(BeginField::Price)
                    sent=sent
                />
            })}
            {only_if(loses, move || loss_fields(form, problem_of, sent))}
            {only_if(move || !loses(), move || view! {
                <Field
                    id="begin-reference"
                    label=reference
                    value=slot(form, |form| &form.reference, |form| &mut form.reference)
                    problem=problem_of(BeginField::Reference)
                    optional=true
                    sent=sent
                />
            })}
            {only_if(move || kind.get().has_cost(), move || view! {
                <Field
                    id="begin-cost"
                    label=words.t(|w| w.cost)
                    kind=FieldKind::Money
                    value=slot(form, |form| &form.cost, |form| &mut form.cost)
                    problem=problem_of(BeginField::Cost)
                    hint=words.t(|w| w.cost_hint)
                    optional=true
                    sent=sent
                />
            })}
            {only_if(move || form.with(BeginForm::pays_clerk), move || check(
                "begin-fee-paid",
                words.t(|w| w.fee_paid),
                move || form.with(|form| form.fee_paid),
                move |ticked| form.update(|form| form.fee_paid = ticked),
            ))}
            {only_if(move || loses() || takes_terms(), move || view! {
                <Field
                    id="begin-terms"
                    label=terms
                    kind=FieldKind::Lines
                    value=slot(form, |form| &form.terms, |form| &mut form.terms)
                    problem=problem_of(BeginField::Terms)
                    hint=terms_hint
                    optional=true
                    sent=sent
                />
            })}
            {only_if(move || is(ProceedingKind::PaymentOrder), move || view! {
                <p class="field-hint">{words.t(|w| w.claim_in_order)}</p>
                <p>
                    <a href=Route::Documents(id, "injonction".to_owned()).to_string()>{words.t(|w| w.kit)}</a>
                </p>
            })}
            {only_if(move || is(ProceedingKind::EuropeanOrder), move || view! {
                <p class="field-hint">{words.t(|w| w.european_hint)}</p>
            })}
            {only_if(gets_file, move || view! {
                <p>
                    <a href=Route::Documents(id, "dossier".to_owned()).to_string()>{words.t(|w| w.pack)}</a>
                </p>
            })}
            <div class="form-actions">
                <button class="button" class:button-main=is_first type="submit">
                    {words.t(|w| w.begin)}
                </button>
            </div>
        </form>
    }
}
