//! Where a way out goes on: the screens it needs next, and the form that notes it was taken.

use leptos::prelude::*;

use crate::app::forms::act::ActForm;
use crate::app::route::Route;
use crate::app::views::recovery_desk::RecoveryDesk;
use crate::domain::act::ActKind;
use crate::domain::dunning::{Action, What};
use crate::domain::event::Step;
use crate::domain::proceeding::ProceedingKind;
use crate::domain::recovery::{Availability, Condition, Prospect, RecoveryRoute};
use crate::text::Lang;
use crate::text::words::{agenda, recovery};
use crate::ui::draft::{Draft, hand_over};
use crate::ui::pages::after::begin;
use crate::ui::pages::today::line::route as action_route;
use crate::ui::state::App;

/// The screens this way goes on with, as buttons; the last notes that it was taken.
pub fn links(app: App, desk: &RecoveryDesk, prospect: &Prospect) -> AnyView {
    let lang = app.lang();
    let is_closed = matches!(prospect.availability, Availability::Closed(_));
    // A way that is none for this claim goes on nowhere.
    let goes_on = if is_closed { Vec::new() } else { goes_on(lang, desk, prospect) };
    let links = goes_on
        .into_iter()
        .map(|(label, route)| view! { <a class="button" href=route.to_string()>{label}</a> });
    let taken = taken(prospect.route).filter(|_| !is_closed).map(|kind| {
        let (id, insolvent) = (desk.id, desk.situation.insolvent);
        view! {
            <a
                class="button"
                href=Route::After(id).to_string()
                on:click=move |_| begin::prepare(app, id, kind, insolvent)
            >
                {recovery::note_taken(lang, kind)}
            </a>
        }
    });
    // What a proceeding follows is noted there.
    let is_followed = desk.situation.engaged.as_ref().is_some_and(|action| action.what.is_of_proceeding());
    let title = title(prospect.route).filter(|_| !is_closed && !is_followed).map(|kind| {
        let id = desk.id;
        view! {
            <a
                class="button"
                href=Route::Invoice(id).to_string()
                on:click=move |_| {
                    // In the form of acts; what else is half typed there stays.
                    let name = format!("act/{id}");
                    let left = Draft::<ActForm>::left(app, &name).unwrap_or_default();
                    hand_over(app, &name, ActForm::default(), ActForm { kind, ..left });
                }
            >
                {match kind {
                    ActKind::Enforcement => recovery::words(lang).note_measure,
                    _ => recovery::words(lang).note_title,
                }}
            </a>
        }
    });
    view! { <div class="button-row">{links.collect_view()} {taken} {title}</div> }.into_any()
}

/// What a way ends in that no page follows, a title or a measure: it is noted among the acts of the case.
fn title(route: RecoveryRoute) -> Option<ActKind> {
    match route {
        RecoveryRoute::Uncontested => Some(ActKind::UncontestedTitle),
        RecoveryRoute::Enforcement => Some(ActKind::Enforcement),
        _ => None,
    }
}

/// What is noted once a way was taken; nothing of one that goes on by itself, or that no page follows.
fn taken(route: RecoveryRoute) -> Option<ProceedingKind> {
    Some(match route {
        RecoveryRoute::Agency => ProceedingKind::HandedOver,
        RecoveryRoute::Mediator => ProceedingKind::Mediation,
        RecoveryRoute::LawyerLetter => ProceedingKind::LawyerLetter,
        RecoveryRoute::Simplified => ProceedingKind::Simplified,
        RecoveryRoute::PaymentOrder => ProceedingKind::PaymentOrder,
        RecoveryRoute::European => ProceedingKind::EuropeanOrder,
        RecoveryRoute::Summary => ProceedingKind::Summary,
        RecoveryRoute::Ordinary => ProceedingKind::CourtClaim,
        RecoveryRoute::Sale => ProceedingKind::Sold,
        RecoveryRoute::WriteOff => ProceedingKind::WrittenOff,
        RecoveryRoute::KeepChasing | RecoveryRoute::Uncontested | RecoveryRoute::Enforcement => return None,
    })
}

/// The screens this way goes on with, the next step first.
pub fn goes_on(lang: Lang, desk: &RecoveryDesk, prospect: &Prospect) -> Vec<(&'static str, Route)> {
    let w = recovery::words(lang);
    let id = desk.id;
    let notice = matches!(prospect.availability, Availability::After(Condition::NoticeOver));
    let contact = matches!(prospect.availability, Availability::After(Condition::Contacted));
    let conciliation = matches!(prospect.availability, Availability::After(Condition::Conciliated));
    let mut links: Vec<(&'static str, Route)> = Vec::new();
    if conciliation {
        // It is noted among the acts of the case.
        links.push((w.note_amicable, Route::Invoice(id)));
    }
    if notice {
        links.push((w.write_notice, Route::Text(id, Step::FormalNotice)));
    }
    let is_chasing = prospect.route == RecoveryRoute::KeepChasing;
    let to_write = (w.open_text, Route::Text(id, Step::FirstReminder));
    let to_call = (w.open_call, Route::Call(id));
    let step = desk.next.as_ref().filter(|next| is_chasing && matches!(next.what, What::Climb(_)));
    // What is left after the principal has a text of its own.
    let only_penalties = desk.situation.principal.is_zero() && desk.situation.claimed().is_positive();
    let to_send = desk.next.as_ref().filter(|next| is_chasing && next.what == What::SendInvoice);
    if let Some(next) = to_send {
        links.push((agenda::verb(lang, next), action_route(id, next.what, next.channel)));
    } else if let Some(next) = step {
        // The step every other page says comes next, and the other way to reach the client.
        let route = action_route(id, next.what, next.channel);
        let other = if matches!(route, Route::Call(_)) { to_write } else { to_call };
        links.extend([(agenda::verb(lang, next), route), other]);
    } else if contact || is_chasing {
        if only_penalties && is_chasing {
            links.push((w.open_penalties, Route::Text(id, Step::PenaltyNote)));
        }
        links.extend([to_call, to_write]);
    }
    match prospect.route {
        RecoveryRoute::KeepChasing => links.push((w.open_plan, Route::Plan(id))),
        RecoveryRoute::Enforcement => {
            let is_of_proceeding = |action: &Action| action.what.is_of_proceeding();
            if desk.situation.engaged.as_ref().is_some_and(is_of_proceeding) {
                links.push((w.open_engaged, Route::After(id)));
            }
            links.push((w.open_file, Route::Documents(id, "dossier".to_owned())));
        }
        RecoveryRoute::WriteOff => links.push((w.open_costs, Route::Costs(id))),
        RecoveryRoute::PaymentOrder => {
            links.push((w.open_kit, Route::Documents(id, "injonction".to_owned())));
            links.push((w.open_file, Route::Documents(id, "dossier".to_owned())));
        }
        _ => links.push((w.open_file, Route::Documents(id, "dossier".to_owned()))),
    }
    links
}
