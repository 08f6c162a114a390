//! The one way to change the book: a command goes in, the book changes, effects come out. Or nothing changes at all
//! and a refusal says why.

use chrono::NaiveDate;

use super::book::Book;
use super::command::{ActDraft, ClientDraft, Command, InvoiceDraft, SendingDraft};
use super::effect::{Change, Done, Edit, Effect};
use super::pictures::is_shown;
use super::record::{Key, Record};
use super::route::Route;
use super::trash::TrashItem;
use super::{
    calls, contacts, costs, disputes, erasure, movements, notes, offers, plans, proceedings, proofs, replies,
    trash, whole,
};
use crate::base::order::insert_in_order;
use crate::base::{ClientId, InvoiceId};
use crate::domain::act::Act;
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::CircumstanceKind;
use crate::domain::dunning::Policy;
use crate::domain::event::Step;
use crate::domain::granted;
use crate::domain::invoice::Invoice;
use crate::domain::movement::MovementKind;
use crate::domain::note_series::Gone;
use crate::domain::party::{Client, DebtorKind};
pub use crate::domain::refusal::Refusal;

/// Carries out a command.
///
/// # Errors
/// A [`Refusal`]; the book is then as it was.
pub fn update(book: &mut Book, command: Command, today: NaiveDate) -> Result<Vec<Effect>, Refusal> {
    let mut open = None;
    // These three bring the book to what another time or device had.
    let is_replaced = matches!(command, Command::Restore(_) | Command::Undo(_) | Command::Merge(_));
    let gone = match &command {
        Command::EraseClient(_) | Command::Anonymise(_) => Gone::Erased,
        Command::RemoveArchived(..) => Gone::Archived,
        _ => Gone::Deleted,
    };
    let (done, mut edits) = match command {
        Command::SaveProfile(profile) => {
            (Done::ProfileSaved, vec![Edit::put(book, Record::Profile(profile))])
        }
        Command::SaveSettings(settings) => {
            (Done::SettingsSaved, vec![Edit::put(book, Record::Settings(settings))])
        }
        Command::SaveClient(id, draft) => {
            let known = id.map(|id| client(book, id)).transpose()?;
            let known = known.unwrap_or_else(|| Client::unknown(book.next_client()));
            if draft.insolvency != known.insolvency && draft.insolvency.is_some_and(|opened| today < opened) {
                return Err(Refusal::InTheFuture);
            }
            open = Some(Route::Client(known.id));
            (Done::ClientSaved, vec![Edit::put(book, Record::Client(with_details(known, draft)))])
        }
        Command::SetClientKind(id, kind) => {
            (Done::ClientSaved, vec![edit_client(book, id, |client| client.kind = kind)?])
        }
        Command::SetClientAddress(id, address) => {
            (Done::ClientSaved, vec![edit_client(book, id, |client| client.address = address)?])
        }
        Command::SetClientPace(id, pace) => {
            (Done::PaceSaved, vec![edit_client(book, id, |client| client.pace = pace)?])
        }
        Command::SetManner(id, manner) => {
            (Done::ClientSaved, vec![edit_client(book, id, |client| client.manner = manner)?])
        }
        Command::SetContacts(id, contacts) => {
            (Done::ClientSaved, vec![edit_client(book, id, |client| client.contacts = contacts)?])
        }
        Command::SetCircuit(id, circuit) => {
            (Done::ClientSaved, vec![edit_client(book, id, |client| client.circuit = circuit)?])
        }
        Command::VerifyClient(_, day) if today < day => return Err(Refusal::InTheFuture),
        Command::VerifyClient(id, day) => {
            (Done::ContactsChecked, vec![edit_client(book, id, |client| client.verified = Some(day))?])
        }
        Command::SavePolicy(policy) => (Done::PolicySaved, vec![Edit::put(book, Record::Policy(policy))]),
        Command::NameBook(id) => {
            let named = book.policy().book.or(Some(id));
            let policy = Policy { book: named, ..book.policy().clone() };
            (Done::BookNamed, vec![Edit::put(book, Record::Policy(policy))])
        }
        Command::CheckBank => {
            let policy = Policy { bank_checked: Some(today), ..book.policy().clone() };
            (Done::BankChecked, vec![Edit::put(book, Record::Policy(policy))])
        }
        Command::SaveTemplates(templates) => {
            (Done::TemplatesSaved, vec![Edit::put(book, Record::Templates(templates))])
        }
        Command::DeleteTemplate(id) => {
            let own = book.templates().get(id).cloned().ok_or(Refusal::NotFound)?;
            let without = Record::Templates(book.templates().without(id));
            let kept = trash::deleted(book, TrashItem::Template(own), today);
            (Done::TemplateDeleted, vec![Edit::put(book, without), kept])
        }
        Command::SaveUnbilled(unbilled) => {
            (Done::UnbilledSaved, vec![Edit::put(book, Record::Unbilled(unbilled))])
        }
        Command::DeleteWork(id) => {
            let mut unbilled = book.unbilled().clone();
            let work = remove_one(&mut unbilled.works, |known| known.id == id)?;
            let kept = trash::deleted(book, TrashItem::Work(work), today);
            (Done::WorkDeleted, vec![Edit::put(book, Record::Unbilled(unbilled)), kept])
        }
        Command::SaveStationery(stationery) => {
            if !stationery.is_sound() {
                return Err(Refusal::NoImage);
            }
            let stationery = stationery.keeping(book.stationery(), |name| is_shown(book, name));
            (Done::StationerySaved, vec![Edit::put(book, Record::Stationery(stationery))])
        }
        Command::DeleteClient(id) => {
            let client = book.client(id).cloned().ok_or(Refusal::NotFound)?;
            if book.cases_of(id).next().is_some() {
                return Err(Refusal::ClientHasInvoices);
            }
            open = Some(Route::Clients);
            let kept = trash::deleted(book, TrashItem::Client(client), today);
            (Done::ClientDeleted, vec![Edit::removal(book, Key::Client(id)), kept])
        }
        Command::SaveInvoice(id, draft) => {
            let (id, edits) = save_invoice(book, id, draft)?;
            let is_new = edits.iter().any(|edit| edit.key == Key::Case(id) && edit.before.is_none());
            open = Some(Route::Invoice(id));
            (if is_new { Done::InvoiceAdded } else { Done::InvoiceSaved }, edits)
        }
        Command::DeleteInvoice(id) => {
            let case = case(book, id)?;
            let mut edits = contacts::taken_from(book, &case, &case.events);
            edits.extend([
                Edit::removal(book, Key::Case(id)),
                trash::deleted(book, TrashItem::Case(case), today),
            ]);
            open = Some(Route::Invoices);
            (Done::InvoiceDeleted, edits)
        }
        Command::SetAllocation(id, allocation) => {
            (Done::InvoiceSaved, vec![edit_case(book, id, |case| case.invoice.allocation = allocation)?])
        }
        Command::AddMovement(id, draft) => {
            if draft.date > today {
                return Err(Refusal::InTheFuture);
            }
            let mut case = case(book, id)?;
            let kind = draft.kind;
            movements::add(&mut case, book.next_movement(), draft);
            let edits = vec![Edit::put(book, Record::Case(case))];
            let is_money = kind == MovementKind::Payment;
            let edits = if is_money { replies::released(book, edits, today) } else { edits };
            (Done::MovementAdded(kind), edits)
        }
        Command::AddPayments(drafts) if drafts.iter().any(|(_, draft)| today < draft.date) => {
            return Err(Refusal::InTheFuture);
        }
        Command::AddPayments(drafts) => {
            (Done::PaymentsAdded, replies::released(book, movements::add_payments(book, drafts)?, today))
        }
        Command::AddAct(id, draft) => {
            if draft.date > today {
                return Err(Refusal::InTheFuture);
            }
            let mut case = case(book, id)?;
            let ActDraft { kind, date, reference } = draft;
            let act = Act { id: book.next_act(), kind, date, reference };
            insert_in_order(&mut case.acts, act, |act| (act.date, act.id));
            (Done::ActAdded, vec![Edit::put(book, Record::Case(case))])
        }
        Command::DeleteAct(id, act) => {
            let mut case = case(book, id)?;
            let act = remove_one(&mut case.acts, |known| known.id == act)?;
            let kept = trash::deleted(book, TrashItem::Act(id, act), today);
            (Done::ActDeleted, vec![Edit::put(book, Record::Case(case)), kept])
        }
        Command::SaveRates(rates) => (Done::RatesSaved, vec![Edit::put(book, Record::Rates(rates))]),
        Command::DeleteMovement(id, movement) => {
            let mut case = case(book, id)?;
            let movement = remove_one(&mut case.movements, |known| known.id == movement)?;
            let kept = trash::deleted(book, TrashItem::Movement(id, movement), today);
            (Done::MovementDeleted, vec![Edit::put(book, Record::Case(case)), kept])
        }
        Command::RecordSending(drafts) => {
            open = way_on(book, &drafts, today);
            (Done::SendingRecorded, contacts::record_sending(book, drafts, Vec::new(), today)?)
        }
        Command::RecordSendingWithout(drafts, aside) => {
            open = way_on(book, &drafts, today);
            (Done::SendingRecorded, contacts::record_sending(book, drafts, aside, today)?)
        }
        Command::RecordCall(drafts, learnt) => {
            (Done::CallRecorded, calls::record_call(book, drafts, learnt, today)?)
        }
        Command::CorrectCall(was, now) => {
            let done = if now.drafts.is_empty() { Done::SendingDeleted } else { Done::CallRecorded };
            (done, calls::correct_call(book, *was, *now, today)?)
        }
        Command::AddCircumstance(id, draft) => {
            if today < draft.date {
                return Err(Refusal::InTheFuture);
            }
            let number = book.next_circumstance();
            let done = noted(&draft.kind);
            (done, vec![edit_case(book, id, |case| contacts::add_promise(case, number, draft))?])
        }
        Command::EndCircumstance(id, circumstance, day) => {
            let mut case = case(book, id)?;
            let known = case.circumstances.iter_mut().find(|known| known.id == circumstance);
            known.ok_or(Refusal::NotFound)?.ended = Some(day);
            (Done::CircumstanceEnded, vec![Edit::put(book, Record::Case(case))])
        }
        Command::DeleteCircumstance(id, circumstance) => {
            let mut case = case(book, id)?;
            let known = remove_one(&mut case.circumstances, |known| known.id == circumstance)?;
            let kept = trash::deleted(book, TrashItem::Circumstance(id, known), today);
            (Done::CircumstanceDeleted, vec![Edit::put(book, Record::Case(case)), kept])
        }
        Command::Plan(command) => plans::carry_out(book, command, today)?,
        Command::Proceeding(command) => proceedings::carry_out(book, command, today)?,
        Command::Cost(command) => costs::carry_out(book, command, today)?,
        Command::Offer(id, command) => offers::carry_out(book, id, command, today)?,
        Command::Dispute(id, dispute, command) => disputes::carry_out(book, id, dispute, command, today)?,
        Command::Proof(command) => proofs::carry_out(book, command, today)?,
        Command::Reply(command) => replies::carry_out(book, command, today)?,
        Command::SaveForecast(forecast) => {
            let policy = Policy { forecast, ..book.policy().clone() };
            (Done::ForecastSaved, vec![Edit::put(book, Record::Policy(policy))])
        }
        Command::SetPayLink(id, link) => {
            (Done::InvoiceSaved, vec![edit_case(book, id, |case| case.pay_link = link)?])
        }
        Command::SetPace(id, pace) => (Done::PaceSaved, vec![edit_case(book, id, |case| case.pace = pace)?]),
        Command::SetReceived(id, event, received) => {
            let note = |case: &mut CaseFile, event| contacts::set_received(case, event, received, today);
            (Done::ReceiptRecorded, contacts::of_letter(book, id, event, note)?)
        }
        Command::TrackPosting(id, event, posting, received) => {
            let note = |case: &mut CaseFile, event| {
                contacts::track_posting(case, event, posting.clone(), received, today)
            };
            let done = if received.is_some() { Done::ReceiptRecorded } else { Done::PostingTracked };
            (done, contacts::of_letter(book, id, event, note)?)
        }
        Command::DeleteSending(id, event) => {
            let mut case = case(book, id)?;
            let event = remove_one(&mut case.events, |known| known.id == event)?;
            let mut edits = contacts::taken_from(book, &case, std::slice::from_ref(&event));
            let kept = trash::deleted(book, TrashItem::Event(id, event), today);
            edits.extend([Edit::put(book, Record::Case(case)), kept]);
            (Done::SendingDeleted, edits)
        }
        Command::Restore(records) => (Done::Restored, whole::restore(book, records)),
        Command::Undo(change) => (Done::Undone, whole::undo(book, change)?),
        Command::TakeFromTrash(id) => {
            let (edits, route) = trash::taken(book, id)?;
            open = Some(route);
            (Done::TakenFromTrash, edits)
        }
        Command::PurgeTrash => {
            let edits = trash::purge(book, today);
            if edits.is_empty() {
                // Asked for at each opening: where there is nothing to do, there is nothing to save.
                return Ok(Vec::new());
            }
            (Done::TrashPurged, edits)
        }
        Command::DropFromTrash(id) => (Done::TrashDropped, trash::dropped(book, id)?),
        Command::EmptyTrash => {
            let all = book.trash().map(|trash| Edit::removal(book, Key::Trash(trash.id)));
            (Done::TrashDropped, all.collect())
        }
        Command::EraseClient(id) => {
            open = Some(Route::Clients);
            (Done::ClientErased, erasure::erase(book, id)?)
        }
        Command::Anonymise(id) => (Done::ClientAnonymised, erasure::anonymise(book, id)?),
        Command::Merge(records) => (Done::Merged, whole::join(book, records)),
        Command::RemoveArchived(cases, plans) => {
            (Done::Archived, whole::remove_archived(book, &cases, &plans)?)
        }
    };
    if !is_replaced {
        edits.extend(notes::spent_by(book, &edits, today, gone));
    }
    for edit in &edits {
        book.set(edit.key, edit.after.clone());
    }
    let mut effects = vec![Effect::Save(Change { done, edits })];
    effects.extend(open.map(Effect::Open));
    Ok(effects)
}

/// Whether a sum may still be agreed on with the client alone: not in insolvency proceedings, nor where the claim was sold,
/// handed over or given up.
pub(super) fn check_free(book: &Book, case: &CaseFile, today: NaiveDate) -> Result<(), Refusal> {
    let insolvency = book.debtor_of(case).insolvency;
    if case.is_held_by(insolvency, today) {
        Err(Refusal::Insolvent)
    } else if case.proceeding(today).is_some_and(|one| one.kind.is_for_others()) {
        Err(Refusal::OthersDecide)
    } else {
        Ok(())
    }
}

pub(super) fn case(book: &Book, id: InvoiceId) -> Result<CaseFile, Refusal> {
    book.case(id).cloned().ok_or(Refusal::NotFound)
}

fn client(book: &Book, id: ClientId) -> Result<Client, Refusal> {
    book.client(id).cloned().ok_or(Refusal::NotFound)
}

/// What noting a circumstance is, in the story of the book.
fn noted(kind: &CircumstanceKind) -> Done {
    match kind {
        CircumstanceKind::Promise { .. } => Done::PromiseNoted,
        CircumstanceKind::Proposal { .. } => Done::ProposalNoted,
        CircumstanceKind::Pause { .. } => Done::PauseNoted,
        CircumstanceKind::Dispute { .. } => Done::DisputeNoted,
        CircumstanceKind::Unpaid(_) | CircumstanceKind::LifeCycle(_) => Done::ReasonNoted,
        CircumstanceKind::Suspension { .. } => Done::WorkSuspended,
        CircumstanceKind::CloseWatch { .. } => Done::WatchBegun,
    }
}

/// Where one goes once some sendings were noted. What was sent before it was entered is noted on the way to something else.
fn way_on(book: &Book, drafts: &[(InvoiceId, SendingDraft)], today: NaiveDate) -> Option<Route> {
    let with_text = drafts.iter().find(|(_, draft)| !draft.text.body.is_empty());
    with_text.map(|(id, draft)| after_sending(book, *id, draft.step, today))
}

/// Where one goes once a text was sent: to where what it is about is followed.
fn after_sending(book: &Book, id: InvoiceId, step: Step, today: NaiveDate) -> Route {
    let is_time_granted = || book.case(id).is_some_and(|case| granted::running(case, today).is_some());
    match step {
        Step::PlanNotice => Route::Plan(id),
        Step::Offer => Route::Offers(id),
        Step::Agreed if !is_time_granted() => Route::Dispute(id),
        _ => Route::Invoice(id),
    }
}

pub(super) fn edit_client(
    book: &Book,
    id: ClientId,
    change: impl FnOnce(&mut Client),
) -> Result<Edit, Refusal> {
    let mut client = client(book, id)?;
    change(&mut client);
    Ok(Edit::put(book, Record::Client(client)))
}

fn edit_case(book: &Book, id: InvoiceId, change: impl FnOnce(&mut CaseFile)) -> Result<Edit, Refusal> {
    let mut case = case(book, id)?;
    change(&mut case);
    Ok(Edit::put(book, Record::Case(case)))
}

/// A client with the details of a form; what other screens keep of it stays.
fn with_details(known: Client, draft: ClientDraft) -> Client {
    let ClientDraft { name, kind, contact, address, email, phone, siren, body, insolvency, notes } = draft;
    Client { name, kind, contact, address, email, phone, siren, body, insolvency, notes, ..known }
}

fn save_invoice(
    book: &Book,
    id: Option<InvoiceId>,
    draft: InvoiceDraft,
) -> Result<(InvoiceId, Vec<Edit>), Refusal> {
    let mut edits = Vec::new();
    let client = if let Some(known) = book.client_named(&draft.client) {
        if let Some(kind) = draft.kind.filter(|kind| *kind != known.kind) {
            edits.push(Edit::put(book, Record::Client(Client { kind, ..known.clone() })));
        }
        known.id
    } else {
        let id = book.next_client();
        edits.push(Edit::put(book, Record::Client(new_client(id, &draft.client, draft.kind))));
        id
    };
    let duplicate = book
        .cases_of(client)
        .find(|case| Some(case.invoice.id) != id && case.invoice.number.trim() == draft.number.trim());
    if let Some(duplicate) = duplicate {
        return Err(Refusal::DuplicateNumber(duplicate.invoice.id));
    }
    let known = id.map(|id| case(book, id)).transpose()?;
    let id = id.unwrap_or_else(|| book.next_case());
    let invoice = Invoice {
        id,
        client,
        number: draft.number,
        issued: draft.issued,
        due: draft.due,
        terms: draft.terms,
        amount: draft.amount,
        currency: draft.currency,
        subject: draft.subject,
        order: draft.order,
        service: draft.service,
        later: draft.later,
        contract: draft.contract,
        allocation: draft.allocation,
    };
    let mut case = known.unwrap_or_else(|| CaseFile::new(invoice.clone()));
    case.invoice = invoice;
    let mut next = book.next_movement();
    for movement in draft.paid {
        movements::add(&mut case, next, movement);
        next = next.next();
    }
    edits.push(Edit::put(book, Record::Case(case)));
    Ok((id, edits))
}

fn new_client(id: ClientId, name: &str, kind: Option<DebtorKind>) -> Client {
    Client { name: name.trim().to_owned(), kind: kind.unwrap_or_default(), ..Client::unknown(id) }
}

pub(super) fn remove_one<T>(items: &mut Vec<T>, is_it: impl Fn(&T) -> bool) -> Result<T, Refusal> {
    let at = items.iter().position(is_it).ok_or(Refusal::NotFound)?;
    Ok(items.remove(at))
}
