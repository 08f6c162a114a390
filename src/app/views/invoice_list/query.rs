//! What is asked of the list of invoices: which rows, in what order, and which page of them.

use super::{Filter, Row};
use crate::base::fold::fold;

/// Rows shown at a time: never more than a screenful or two in the page.
pub const PAGE: usize = 40;

/// What to sort by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// Client, then number.
    Client,
    /// Number of the invoice.
    Number,
    /// Due date.
    Due,
    /// Days late; what is not late comes after by its due date, what is settled last.
    #[default]
    Late,
    /// Unpaid principal.
    Principal,
    /// Everything owed.
    Total,
    /// State, most pressing first.
    State,
}

/// What the user asked of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Which rows.
    pub filter: Filter,
    /// Words searched for.
    pub search: String,
    /// What to sort by.
    pub sort: SortBy,
    /// Greatest first.
    pub descending: bool,
    /// Page shown, from zero.
    pub page: usize,
}

impl Row {
    /// Days late as the list counts them; settled is least of all.
    fn lateness(&self) -> i64 {
        if self.state.is_settled() || self.state.is_out() { i64::MIN } else { self.days_late }
    }
}

impl SortBy {
    /// Starts with the greatest where it is chosen: delays and amounts do, names and dates do not.
    #[must_use]
    pub fn starts_descending(self) -> bool {
        matches!(self, Self::Late | Self::Principal | Self::Total)
    }
}

impl Default for Query {
    /// Open invoices, most late first.
    fn default() -> Self {
        let sort = SortBy::default();
        Self {
            filter: Filter::default(),
            search: String::new(),
            sort,
            descending: sort.starts_descending(),
            page: 0,
        }
    }
}

impl Query {
    /// Shows other rows, from the first page.
    pub fn filter_by(&mut self, filter: Filter) {
        self.filter = filter;
        self.page = 0;
    }

    /// Searches for other words, from the first page.
    pub fn search_for(&mut self, search: String) {
        self.search = search;
        self.page = 0;
    }

    /// Sorts by something else, or the other way round where it is sorted by that already.
    pub fn sort_by(&mut self, sort: SortBy) {
        self.descending = if self.sort == sort { !self.descending } else { sort.starts_descending() };
        self.sort = sort;
        self.page = 0;
    }

    /// Every row again, in the order they were.
    pub fn show_all(&mut self) {
        self.filter_by(Filter::All);
        self.search.clear();
    }

    /// Positions of the rows to show, of all pages.
    #[must_use]
    pub fn select(&self, rows: &[Row]) -> Vec<usize> {
        select(rows, self.filter, &self.search, self.sort, self.descending)
    }
}

/// Positions of the rows that pass a filter and hold every word searched for, sorted.
#[must_use]
pub fn select(rows: &[Row], filter: Filter, search: &str, sort: SortBy, descending: bool) -> Vec<usize> {
    let wanted = fold(search);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut kept: Vec<(usize, &Row)> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| filter.admits(row) && words.iter().all(|word| row.haystack().contains(word)))
        .collect();
    kept.sort_by(|(_, a), (_, b)| {
        let order = match sort {
            SortBy::Client => a.haystack().cmp(b.haystack()),
            SortBy::Number => a.number.cmp(&b.number),
            SortBy::Due => a.due.cmp(&b.due),
            SortBy::Late => a.lateness().cmp(&b.lateness()),
            SortBy::Principal => a.principal.cmp(&b.principal),
            SortBy::Total => a.total.cmp(&b.total),
            SortBy::State => a.state.cmp(&b.state).then(b.days_late.cmp(&a.days_late)),
        };
        (if descending { order.reverse() } else { order }).then(a.id.cmp(&b.id))
    });
    kept.into_iter().map(|(position, _)| position).collect()
}

/// The rows of one page, and the page itself brought back among those there are.
#[must_use]
pub fn page_of<T>(all: &[T], page: usize) -> (usize, &[T]) {
    let last = all.len().saturating_sub(1) / PAGE;
    let page = page.min(last);
    let rows = all.get(page * PAGE..).unwrap_or_default();
    (page, rows.get(..PAGE).unwrap_or(rows))
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use super::super::counts;
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::base::{Amount, ClientId, Currency, InvoiceId};
    use crate::domain::status::State;

    fn row(id: u32, name: &str, number: &str, due: &str, cents: i64, state: State) -> Row {
        let due = parse_iso(due).unwrap();
        Row {
            id: InvoiceId(id),
            client: ClientId(1),
            name: name.to_owned(),
            number: number.to_owned(),
            due,
            days_late: crate::base::dates::days_between(due, parse_iso("2026-11-22").unwrap()),
            currency: Currency::EUR,
            principal: Amount::from_cents(cents),
            penalties: Amount::default(),
            not_due: Amount::ZERO,
            total: Amount::from_cents(cents),
            daily: Amount::default(),
            state,
            planned: None,
            insolvent: false,
            suspended: false,
            subject: String::new(),
            order: String::new(),
            amount: Amount::from_cents(cents),
            folded: OnceLock::new(),
        }
    }

    fn sample() -> Vec<Row> {
        vec![
            row(1, "Café des Halles", "2026-044", "2026-08-31", 60_000, State::Overdue),
            row(2, "Atelier Brun", "2026-031", "2026-03-15", 248_000, State::NoticeRunning),
            row(3, "Mairie de Saint-Avé", "2026-060", "2026-11-25", 390_000, State::DueSoon),
            row(4, "Imprimerie Lacaze", "2025-001", "2025-01-31", 0, State::Settled),
        ]
    }

    fn ids(rows: &[Row], query: &Query) -> Vec<u32> {
        query.select(rows).into_iter().filter_map(|at| rows.get(at)).map(|row| row.id.0).collect()
    }

    #[test]
    fn open_invoices_come_most_late_first() {
        let rows = sample();
        assert_eq!(ids(&rows, &Query::default()), [2, 1, 3]);
        assert_eq!(ids(&rows, &Query { filter: Filter::All, ..Query::default() }), [2, 1, 3, 4]);
        assert_eq!(counts(&rows), [3, 2, 1, 1, 0, 4]);
    }

    #[test]
    fn every_word_is_searched_for_without_accents_or_case() {
        let rows = sample();
        let mut query = Query::default();
        query.search_for("HALLES  cafe".to_owned());
        assert_eq!(ids(&rows, &query), [1]);
        query.search_for("café 031".to_owned());
        assert!(ids(&rows, &query).is_empty());
        query.show_all();
        assert_eq!(ids(&rows, &query).len(), 4);
    }

    #[test]
    fn sorting_twice_turns_the_order_round() {
        let rows = sample();
        let mut query = Query::default();
        query.sort_by(SortBy::Number);
        assert_eq!(ids(&rows, &query), [2, 1, 3]);
        query.sort_by(SortBy::Number);
        assert_eq!(ids(&rows, &query), [3, 1, 2]);
        query.sort_by(SortBy::Total);
        assert_eq!(ids(&rows, &query), [3, 2, 1]);
    }

    #[test]
    fn a_page_is_never_beyond_the_last_row() {
        let all: Vec<usize> = (0..=PAGE * 2).collect();
        assert_eq!(page_of(&all, 0).1.len(), PAGE);
        assert_eq!(page_of(&all, 99), (2, [PAGE * 2].as_slice()));
        assert_eq!(page_of::<usize>(&[], 3), (0, [].as_slice()));
        assert_eq!(page_of(&all[..PAGE], 1).0, 0);
    }
}
