//! What is erased is gone from the storage and from the journal, wherever it was, and the other tabs follow.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use relance::app::book::Book;
use relance::app::command::{Command, InvoiceDraft, MovementDraft};
use relance::app::proofs::{ProofCommand, ProofDraft};
use relance::app::story::about;
use relance::app::update::update;
use relance::base::{Amount, ClientId, InvoiceId, TrashId, WorkId};
use relance::domain::movement::MovementKind;
use relance::domain::notice::NoticeTerms;
use relance::domain::party::DebtorKind;
use relance::domain::proof::ProofKind;
use relance::domain::unbilled::{Unbilled, Work};
use relance::store::codec::{Codec, Meta};
use relance::store::entry::{Entry, merged};
use relance::store::ledger::{Ledger, PastPlace, Told};
use relance::store::memory::MemoryStore;
use relance::store::open::{open, read_entry};
use relance::store::{Store, erasing, history};
use support::*;

/// A tab: its book, its store, what it wrote.
#[derive(Default)]
struct Tab {
    book: Book,
    store: MemoryStore,
    ledger: Ledger,
    journal: Vec<Entry>,
}

impl Tab {
    fn run(&mut self, command: Command) {
        let effects = update(&mut self.book, command.clone(), today()).unwrap();
        let change = change(&effects);
        let is_final = change.done.is_final();
        let told = Told {
            minutes: 1,
            about: if is_final { String::new() } else { about(&self.book, &change) },
            also: erasing::also(&self.ledger, &self.store, &command, &change),
            past: if change.done.makes_room() { PastPlace::Elsewhere } else { PastPlace::WhereItFits },
            ..Told::default()
        };
        let prepared = self.ledger.prepare(&change, &self.book, told).unwrap();
        self.journal.push(prepared.entry.clone());
        self.ledger.apply(&mut self.store, prepared).unwrap();
        if is_final {
            self.journal = merged(&self.journal).into_iter().collect();
        }
    }

    /// Everything in the storage and the journal as it reads.
    fn all(&self) -> String {
        let codec = self.ledger.codec();
        let text = |name: &str, value: &str| {
            let read = codec.decode(name, value).map(|stored| stored.json);
            format!("{name} = {}\n", read.unwrap_or_else(|_| value.to_owned()))
        };
        let names = self.store.keys().unwrap();
        let stored = names.iter().map(|name| text(name, &self.store.read(name).unwrap().unwrap()));
        let writes = self.journal.iter().flat_map(|entry| &entry.writes);
        let journal = writes.map(|(name, value)| text(name, value.as_deref().unwrap_or("")));
        stored.chain(journal).collect()
    }
}

fn payment(id: u32) -> Command {
    let mut draft = MovementDraft::new(MovementKind::Payment, day("2026-07-02"), Amount::from_cents(100));
    "virement Brun".clone_into(&mut draft.reference);
    Command::AddMovement(InvoiceId(id), draft)
}

/// An invoice with what its client asks to be quoted, by which the client is known.
fn ordered(client: &str, number: &str) -> Command {
    let Command::SaveInvoice(id, draft) = invoice(client, number) else { unreachable!() };
    let (order, service) = ("BC-Brun-77".to_owned(), "Service-Brun".to_owned());
    Command::SaveInvoice(id, InvoiceDraft { order, service, ..draft })
}

/// A paper and a formal notice whose own words tell who the client is.
fn told() -> [Command; 2] {
    let paper = ProofDraft {
        kind: ProofKind::Other,
        date: day("2026-06-01"),
        title: "Photos-Brun".to_owned(),
        place: "Classeur-Brun".to_owned(),
    };
    let Command::RecordSending(mut sent) = sending("2026-10-01") else { unreachable!() };
    let terms = NoticeTerms::usual(DebtorKind::Business).with_others("Plan-Brun");
    for (_, draft) in &mut sent {
        draft.text.notice = Some(terms.clone());
    }
    [Command::Proof(ProofCommand::Add(InvoiceId(1), paper)), Command::RecordSending(sent)]
}

/// Two clients; a draft and a piece set aside about the first one, and an invoice of it deleted for good.
fn used() -> Tab {
    let mut tab = Tab::default();
    for command in [
        ordered("Atelier Brun", "B-1"),
        payment(1),
        invoice("Durand", "D-1"),
        invoice("Atelier Brun", "B-2"),
        Command::DeleteInvoice(InvoiceId(3)),
        Command::DropFromTrash(TrashId(1)),
        payment(2),
    ]
    .into_iter()
    .chain(told())
    {
        tab.run(command);
    }
    let draft =
        tab.ledger.codec().encode("draft/invoice/new", &Meta::default(), r#"{"client":"Atelier Brun"}"#);
    tab.store.write("draft/invoice/new", &draft).unwrap();
    tab.store.write("aside/1/case/9", r#"{"case":{"invoice":{"client":1,"#).unwrap();
    tab.store.write("aside/1/client/8", r#"{"client":{"name":"Zoé"#).unwrap();
    tab
}

#[test]
fn nothing_is_left_of_work_for_a_client_that_was_taken_off_before() {
    for command in [Command::EraseClient(ClientId(1)), Command::Anonymise(ClientId(1))] {
        let mut tab = Tab::default();
        let work = |id, client: &str, what: &str| Work {
            id: WorkId(id),
            client: client.to_owned(),
            what: what.to_owned(),
            done: day("2026-11-02"),
            amount: None,
            alert_days: 7,
        };
        let works = vec![work(1, "Atelier Brun", "maquettes"), work(2, "Durand", "logo")];
        let left = vec![work(2, "Durand", "logo")];
        for command in [
            invoice("Atelier Brun", "B-1"),
            Command::SaveUnbilled(Unbilled { works }),
            Command::DeleteWork(WorkId(1)),
            Command::SaveUnbilled(Unbilled { works: left }),
        ] {
            tab.run(command);
        }
        tab.run(command);
        let all = tab.all();
        assert!(!all.contains("Brun") && !all.contains("maquettes"), "{all}");
        assert!(all.contains("Durand"), "what is not about it stays");
    }
}

#[test]
fn nothing_of_a_client_erased_or_anonymous_remains() {
    for command in [Command::EraseClient(ClientId(1)), Command::Anonymise(ClientId(1))] {
        let mut tab = used();
        assert!(tab.all().contains("Photos-Brun") && tab.all().contains("Plan-Brun"));
        tab.run(command);
        let all = tab.all();
        for trace in [
            "Atelier Brun",
            "BC-Brun-77",
            "Service-Brun",
            "Photos-Brun",
            "Classeur-Brun",
            "Plan-Brun",
            r#""client":1,"amount"#,
            "draft/invoice/new = {",
            "aside/1/case/9 = {",
        ] {
            assert!(!all.contains(trace), "{trace} in\n{all}");
        }
        assert!(all.contains("Durand") && all.contains("Zoé"), "what is not about it stays");
        assert!(tab.ledger.history().undoable().is_none_or(|entry| entry.about.contains("Durand")));
        assert_eq!(tab.journal.len(), 1);
    }
}

#[test]
fn a_deleted_invoice_gone_for_good_is_forgotten_by_earlier_changes() {
    let tab = used();
    assert!(!tab.all().contains("B-2"), "{}", tab.all());
    assert!(tab.all().contains("B-1"));
}

#[test]
fn the_other_tab_forgets_as_well() {
    let mut other = used();
    let mut tab = used();
    tab.run(Command::EraseClient(ClientId(1)));
    for entry in &tab.journal {
        for (key, record) in other.ledger.absorb(entry) {
            match record {
                Some(record) => other.book.put(record),
                None => other.book.take(key),
            }
        }
    }
    assert_eq!(records(&other.book), records(&tab.book));
    let told = |ledger: &Ledger| serde_json::to_string(ledger.history().entries()).unwrap();
    assert_eq!(told(&other.ledger), told(&tab.ledger));
    assert!(!told(&other.ledger).contains("Atelier"));
}

#[test]
fn after_everything_only_the_number_remains_and_what_comes_next_is_kept() {
    let mut tab = used();
    let entry = erasing::everything(&tab.ledger, &tab.store, 9);
    assert!(erasing::is_everything(&entry));
    for (name, value) in &entry.writes {
        match value {
            Some(value) => tab.store.write(name, value).unwrap(),
            None => tab.store.remove(name).unwrap(),
        }
    }
    let mut names = tab.store.keys().unwrap();
    names.sort();
    assert_eq!(names, ["last-backup", "schema", "seq"]);
    tab.ledger.start_over(entry.number, 0);
    tab.book = Book::default();
    tab.journal = vec![entry.clone()];
    tab.run(invoice("Neuf", "N-1"));
    let again = open(&mut tab.store, Codec::default(), &[]).unwrap();
    assert_eq!(again.ledger.seq(), entry.number + 1);
    assert_eq!(records(&again.book), records(&tab.book));
    let story = history::Entry::key(entry.number + 1);
    let raw = tab.store.read(&story).unwrap().unwrap();
    assert!(read_entry(&Codec::default(), &story, &raw).is_some());
    // A browser that had not yet written local storage ends the same.
    let mut late = used();
    let opened = open(&mut late.store, Codec::default(), &tab.journal).unwrap();
    assert_eq!(records(&opened.book), records(&tab.book));
}

/// A tab with an archived invoice of a client who has another one, whose past is kept beside the journal.
fn archived(past: PastPlace) -> Tab {
    let mut tab = Tab::default();
    tab.run(invoice("Atelier Brun", "B-1"));
    tab.run(invoice("Atelier Brun", "B-2"));
    tab.run(invoice("Durand", "D-1"));
    let case = tab.book.case(InvoiceId(1)).unwrap().clone();
    let effects = update(&mut tab.book, Command::RemoveArchived(vec![case], Vec::new()), today()).unwrap();
    let told = Told { minutes: 2, past, ..Told::default() };
    let prepared = tab.ledger.prepare(&change(&effects), &tab.book, told).unwrap();
    tab.ledger.apply(&mut tab.store, prepared).unwrap();
    tab
}

#[test]
fn an_archiving_is_taken_back_where_its_past_has_a_place_that_takes_no_room() {
    for (past, is_kept) in [(PastPlace::Elsewhere, true), (PastPlace::Here, false)] {
        let mut tab = archived(past);
        let again = open(&mut tab.store, Codec::default(), &[]).unwrap();
        for history in [tab.ledger.history(), again.ledger.history()] {
            let entry = history.entry(4).unwrap();
            assert_eq!((history.can_undo(entry), entry.elsewhere), (is_kept, is_kept));
            // Where it cannot, the change before it can.
            assert_eq!(history.undoable().map(|entry| entry.number), Some(if is_kept { 4 } else { 3 }));
        }
        let stored = tab.store.read(&history::Entry::key(4)).unwrap().unwrap();
        let stored = Codec::default().decode(&history::Entry::key(4), &stored).unwrap().json;
        assert!(!stored.contains("B-1"), "it takes no room: {stored}");
    }
}

#[test]
fn what_was_archived_of_an_erased_client_cannot_be_taken_back() {
    for command in [Command::EraseClient(ClientId(1)), Command::Anonymise(ClientId(1))] {
        let mut tab = archived(PastPlace::Elsewhere);
        tab.ledger.lighten(4);
        tab.run(command);
        let history = tab.ledger.history();
        assert!(!history.can_undo(history.entry(4).unwrap()));
        let mut tab = archived(PastPlace::Elsewhere);
        tab.ledger.lighten(4);
        tab.run(Command::EraseClient(ClientId(2)));
        let history = tab.ledger.history();
        assert!(!history.can_undo(history.entry(4).unwrap()), "whose it was is not known");
    }
}
