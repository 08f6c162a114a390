//! What may be done about a plan that is followed, what is most likely first.

use leptos::prelude::*;

use super::closing::{self, GoOn};
use super::follow::Shown;
use super::payment::{PayPlan, ShareOut};
use super::receipt::{BreakUndated, NoteReceipt};
use super::signing::Accept;
use crate::app::calendar_file::plan_file;
use crate::app::command::Command;
use crate::app::plans::PlanCommand;
use crate::app::route::Route;
use crate::app::views::withheld::way;
use crate::base::{InvoiceId, PlanId};
use crate::browser::files;
use crate::domain::dunning::withheld::Withheld;
use crate::domain::event::Step;
use crate::domain::plan::End;
use crate::domain::plan::standing::Standing;
use crate::text::Lang;
use crate::text::words::{plan_end, plans, withheld as withheld_words};
use crate::ui::calendar::name_book;
use crate::ui::state::App;

/// What may be done now; what is most likely first.
pub(super) fn choices(
    app: App,
    lang: Lang,
    id: InvoiceId,
    shown: &Shown,
    again: RwSignal<Option<PlanId>>,
) -> AnyView {
    if app.shows_archive() {
        return ().into_any();
    }
    let w = plans::words(lang);
    let plan = shown.plan.id;
    let send = move |command: PlanCommand| {
        // A refusal says itself at the bottom of the screen.
        let _ = app.send(Command::Plan(command));
    };
    let end = move |how| {
        let today = app.today.get_untracked();
        send(PlanCommand::End(plan, how, today));
    };
    let is_for_others = shown.held.as_ref().is_some_and(Withheld::is_for_others);
    let is_open = shown.plan.is_open_proposal();
    let main = match shown.standing {
        Standing::Proposed | Standing::Unanswered | Standing::Stopped(_) if is_open && is_for_others => {
            view! {
                <div class="button-row">
                    <button class="button button-quiet" type="button" on:click=move |_| end(End::Withdrawn)>
                        {w.withdraw}
                    </button>
                </div>
            }
            .into_any()
        }
        Standing::Proposed | Standing::Unanswered => view! {
            <Accept plan=plan proposed=shown.plan.proposed />
            <div class="button-row">
                <a class="button" href=Route::Text(id, Step::Instalments).to_string()>
                    {w.write}
                </a>
                <button class="button button-quiet" type="button" on:click=move |_| again.set(Some(plan))>
                    {w.other}
                </button>
                <button class="button button-quiet" type="button" on:click=move |_| end(End::Withdrawn)>
                    {w.withdraw}
                </button>
            </div>
        }
        .into_any(),
        Standing::Kept(_) => view! {
            {shown.undated.clone().map(|notice| view! { <NoteReceipt notice=notice doubtful=true /> })}
            {payment(w, id, shown)}
        }
        .into_any(),
        Standing::Missed(_) | Standing::NoticeUndated(..) | Standing::Breached(..)
            if shown.held.is_some() =>
        {
            view! {
                {shown.held.as_ref().filter(|_| !is_for_others).map(|held| stopped(lang, id, held))}
                {payment(w, id, shown)}
            }
            .into_any()
        }
        Standing::Missed(_) => view! {
            <p class="field-hint">{w.notice_why}</p>
            <div class="button-row">
                <a class="button button-main" href=Route::Text(id, Step::PlanNotice).to_string()>
                    {w.notice}
                </a>
                <a class="button" href=Route::Text(id, Step::Courtesy).to_string()>
                    {withheld_words::words(lang).remind}
                </a>
            </div>
            {payment(w, id, shown)}
        }
        .into_any(),
        Standing::NoticeRuns(..) => view! {
            {shown.undated.clone().map(|notice| view! { <NoteReceipt notice=notice /> })}
            {payment(w, id, shown)}
        }
        .into_any(),
        Standing::NoticeUndated(..) => view! {
            {shown.undated.clone().map(|notice| view! { <NoteReceipt notice=notice /> })}
            <BreakUndated id=id plan=plan />
            {go_on(lang, shown)}
            {payment(w, id, shown)}
        }
        .into_any(),
        Standing::Breached(row, _) => {
            let ends = plan_end::words(lang);
            let is_paid = row.left().is_zero();
            let class = if is_paid { "button" } else { "button button-main" };
            view! {
                <p>{if is_paid { ends.paid_since } else { ends.breached_why }}</p>
                {is_paid.then(|| go_on(lang, shown))}
                <div class="button-row">
                    <button class=class type="button" on:click=move |_| end(End::Broken)>
                        {w.end_broken}
                    </button>
                </div>
                {(!is_paid).then(|| go_on(lang, shown))}
                {payment(w, id, shown)}
            }
            .into_any()
        }
        Standing::Complete if shown.is_misplaced => view! { <ShareOut plan=plan /> }.into_any(),
        Standing::Complete if !shown.late.is_empty() && shown.given_up.is_positive() => {
            let of = shown.plan.instalments.len();
            closing::late(app, lang, plan, (&shown.late, of), (shown.given_up, shown.currency))
        }
        Standing::Complete => view! {
            <div class="button-row">
                <button class="button button-main" type="button" on:click=move |_| end(End::Settled)>
                    {w.end_settled}
                </button>
            </div>
        }
        .into_any(),
        // What is left is to be lodged, which the top of the page says.
        Standing::Stopped(_) | Standing::Ended(_) => ().into_any(),
    };
    let calendar = shown.plan.clone();
    let download = move |_| {
        name_book(app);
        let (lang, today) = (app.lang(), app.today.get_untracked());
        if let Some(file) = app.book.with_untracked(|book| plan_file(lang, book, &calendar, today)) {
            files::download_calendar("echeancier.ics", &file);
        }
    };
    let comes = shown.standing.gives_time() && shown.standing != Standing::Complete;
    let calendar = comes.then(|| {
        view! {
            <button class="button button-quiet" type="button" on:click=download>
                {w.calendar}
            </button>
        }
    });
    // What both sign, or have signed.
    let has_agreement = !matches!(shown.standing, Standing::Ended(_)) && shown.held.is_none();
    let agreement = has_agreement.then(|| {
        let route = Route::Documents(id, "protocole".to_owned());
        let label = if shown.plan.accepted.is_some() { w.agreement_signed } else { w.agreement };
        view! { <a class="button button-quiet" href=route.to_string()>{label}</a> }
    });
    let is_early = shown.is_misplaced && shown.standing != Standing::Complete;
    let share_out = is_early.then(|| view! { <ShareOut plan=plan /> });
    view! {
        {share_out}
        {main}
        <div class="button-row">
            {agreement}
            {calendar}
            <button class="button button-quiet" type="button" on:click=move |_| send(PlanCommand::Delete(plan))>
                {w.delete}
            </button>
        </div>
    }
    .into_any()
}

/// The form that lets the plan go on, while a notice was left unanswered.
fn go_on(lang: Lang, shown: &Shown) -> Option<AnyView> {
    let (Standing::Breached(row, notice) | Standing::NoticeUndated(row, notice)) = shown.standing else {
        return None;
    };
    // In the language the client is written to.
    let letter = plan_end::letter(shown.written_in.unwrap_or(lang), &shown.plan, &row, notice);
    let is_paid = row.left().is_zero();
    Some(view! { <GoOn plan=shown.plan.id letter=letter is_paid=is_paid /> }.into_any())
}

/// Why no notice is given: somebody else decides.
fn stopped(lang: Lang, id: InvoiceId, held: &Withheld) -> AnyView {
    let to = way(held, id).to_string();
    view! {
        <div class="banner" role="note">
            <p class="banner-text">{withheld_words::why(lang, held)} " " {withheld_words::speak_to(lang, held)}</p>
            <a class="button button-quiet" href=to>{withheld_words::way(lang, held)}</a>
        </div>
    }
    .into_any()
}

/// A payment for the plan: on its one invoice, or over all of them.
fn payment(words: &'static plans::Words, id: InvoiceId, shown: &Shown) -> AnyView {
    if shown.plan.invoices.len() > 1 {
        let plan = shown.plan.id;
        return view! { <PayPlan plan=plan asked=shown.asked /> }.into_any();
    }
    view! {
        <div class="button-row">
            <a class="button" href=Route::Invoice(id).to_string()>
                {words.note_payment}
            </a>
        </div>
    }
    .into_any()
}
