//! The list of clients: what each owes, by currency, from the rows of the list of invoices.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::book::Book;
use super::invoice_list::Row;
use crate::base::fold::fold;
use crate::base::{Amount, ClientId, Currency, InvoiceId};
use crate::domain::siren::Siren;

/// What one client owes in one currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Owed {
    /// Everything owed.
    pub total: Amount,
    /// Of which on claims past due.
    pub late: Amount,
}

/// One client in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientRow {
    /// Number within the book.
    pub id: ClientId,
    /// Name.
    pub name: String,
    /// Invoices on which something is owed.
    pub open: usize,
    /// What is owed, by currency; nothing where nothing is.
    pub owed: BTreeMap<Currency, Owed>,
    /// The claim longest past due.
    pub oldest_late: Option<InvoiceId>,
    haystack: String,
}

/// What to sort clients by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortClients {
    /// Name.
    Name,
    /// Everything owed: in euros first, then in other currencies.
    #[default]
    Owed,
}

#[derive(Default)]
struct Sums {
    open: usize,
    owed: BTreeMap<Currency, Owed>,
    oldest_late: Option<(NaiveDate, InvoiceId)>,
}

/// What each currency comes to over some invoices.
#[must_use]
pub fn owed<'a>(rows: impl IntoIterator<Item = &'a Row>) -> BTreeMap<Currency, Owed> {
    let mut sums = Sums::default();
    rows.into_iter().for_each(|row| sums.add(row));
    sums.owed
}

impl Sums {
    fn add(&mut self, row: &Row) {
        if !row.state.is_open() {
            return;
        }
        self.open += 1;
        let owed = self.owed.entry(row.currency).or_default();
        owed.total += row.total;
        if row.is_late() {
            owed.late += row.late_of(row.total);
            let this = (row.due, row.id);
            self.oldest_late = Some(self.oldest_late.map_or(this, |known| known.min(this)));
        }
    }
}

/// All clients with what they owe, from all rows of the list of invoices.
#[must_use]
pub fn client_rows(book: &Book, invoices: &[Row]) -> Vec<ClientRow> {
    let mut sums: BTreeMap<ClientId, Sums> = BTreeMap::new();
    for row in invoices {
        sums.entry(row.client).or_default().add(row);
    }
    book.clients()
        .map(|client| {
            let Sums { open, owed, oldest_late } = sums.remove(&client.id).unwrap_or_default();
            let siren = client.siren.as_ref().map(Siren::grouped).unwrap_or_default();
            let joined: String = siren.split_whitespace().collect();
            let (name, contact, email) = (&client.name, &client.contact, &client.email);
            ClientRow {
                id: client.id,
                name: name.clone(),
                open,
                owed,
                oldest_late: oldest_late.map(|(_, id)| id),
                haystack: fold(&format!("{name} {contact} {email} {siren} {joined}")),
            }
        })
        .collect()
}

impl ClientRow {
    /// Euros first; amounts of different currencies are compared only where the euros are equal.
    fn weight(&self) -> (Amount, Amount) {
        let euros = self.owed.get(&Currency::EUR).map(|owed| owed.total).unwrap_or_default();
        let most = self.owed.values().map(|owed| owed.total).max().unwrap_or_default();
        (euros, most)
    }
}

/// Positions of the clients that hold every word searched for, sorted.
#[must_use]
pub fn select_clients(rows: &[ClientRow], search: &str, sort: SortClients, descending: bool) -> Vec<usize> {
    let wanted = fold(search);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut kept: Vec<(usize, &ClientRow)> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| words.iter().all(|word| row.haystack.contains(word)))
        .collect();
    kept.sort_by(|(_, a), (_, b)| {
        let order = match sort {
            SortClients::Name => a.haystack.cmp(&b.haystack),
            SortClients::Owed => a.weight().cmp(&b.weight()),
        };
        let order = if descending { order.reverse() } else { order };
        order.then_with(|| a.haystack.cmp(&b.haystack)).then(a.id.cmp(&b.id))
    });
    kept.into_iter().map(|(position, _)| position).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::{ClientDraft, Command, InvoiceDraft};
    use crate::app::update::update;
    use crate::app::views::invoice_list::rows;
    use crate::base::dates::parse_iso;
    use crate::domain::party::DebtorKind;

    fn book() -> Book {
        let mut book = Book::default();
        let today = parse_iso("2026-11-22").unwrap();
        for (client, number, due, cents, currency) in [
            ("Café des Halles", "1", "2026-08-31", 60_000, Currency::EUR),
            ("Café des Halles", "2", "2026-12-31", 40_000, Currency::EUR),
            ("Zürcher AG", "3", "2026-12-31", 900_000, Currency::CHF),
            ("Atelier Brun", "4", "2026-03-15", 248_000, Currency::EUR),
            ("Atelier Brun", "5", "2026-02-15", 10_000, Currency::EUR),
        ] {
            let (issued, due) = (parse_iso("2026-01-15").unwrap(), parse_iso(due).unwrap());
            let draft = InvoiceDraft {
                kind: Some(DebtorKind::Consumer),
                currency,
                ..InvoiceDraft::new(client, number, issued, due, Amount::from_cents(cents))
            };
            update(&mut book, Command::SaveInvoice(None, draft), today).unwrap();
        }
        let draft = ClientDraft {
            contact: "Mme Le Goff".to_owned(),
            siren: Siren::parse("732829320").ok(),
            ..ClientDraft::named("Mairie", DebtorKind::Public)
        };
        update(&mut book, Command::SaveClient(None, draft), today).unwrap();
        book
    }

    #[test]
    fn clients_who_owe_most_come_first_and_currencies_are_never_added() {
        let book = book();
        let list = client_rows(&book, &rows(&book, parse_iso("2026-11-22").unwrap()));
        let names = |sort, descending| -> Vec<&str> {
            select_clients(&list, "", sort, descending).into_iter().map(|at| list[at].name.as_str()).collect()
        };
        assert_eq!(
            names(SortClients::Owed, true),
            ["Atelier Brun", "Café des Halles", "Zürcher AG", "Mairie"]
        );
        assert_eq!(
            names(SortClients::Name, false),
            ["Atelier Brun", "Café des Halles", "Mairie", "Zürcher AG"]
        );
        let cafe = list.iter().find(|row| row.name == "Café des Halles").unwrap();
        assert_eq!(cafe.open, 2);
        assert_eq!(cafe.owed[&Currency::EUR].total, Amount::from_cents(100_000));
        assert_eq!(cafe.owed[&Currency::EUR].late, Amount::from_cents(60_000));
        let brun = list.iter().find(|row| row.name == "Atelier Brun").unwrap();
        assert_eq!(brun.oldest_late, Some(InvoiceId(5)));
        assert!(list.iter().find(|row| row.name == "Mairie").unwrap().owed.is_empty());
    }

    #[test]
    fn clients_are_found_by_name_contact_or_siren() {
        let book = book();
        let list = client_rows(&book, &[]);
        for (search, found) in
            [("CAFE", 1), ("goff mairie", 1), ("732829320", 1), ("732 829", 1), ("goff brun", 0)]
        {
            assert_eq!(select_clients(&list, search, SortClients::Name, false).len(), found, "{search}");
        }
    }
}
