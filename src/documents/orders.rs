//! What a client asks to be quoted beside the numbers of its invoices: a purchase order (*bon de commande*); of a public
//! buyer its commitment number (*numéro d’engagement*) and the code of its service, by which Chorus Pro finds who pays.
//! What all invoices have in common stands among the references and beside how to pay, what they have not with each.

use super::context::TextContext;
use crate::domain::party::DebtorKind;
use crate::text::Lang;
use crate::text::words::labels;

/// A label with its value: « Bon de commande », « BC-77 ».
pub(super) type Quoted = (&'static str, String);

/// Whose order it is, and in which language it is told.
#[derive(Clone, Copy)]
pub(super) struct Orders {
    /// Language.
    pub(super) lang: Lang,
    /// What the client is in law.
    pub(super) kind: DebtorKind,
}

impl Orders {
    /// What is quoted of one invoice; nothing where the client asked for nothing.
    fn of(self, order: &str, service: &str) -> Vec<Quoted> {
        let service = if self.kind == DebtorKind::Public { service } else { "" };
        let named = [(labels::order(self.lang, self.kind), order), (labels::service(self.lang), service)];
        // As one line: a blank one would begin another paragraph.
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines = named.into_iter().map(|(label, value)| (label, line(value)));
        lines.filter(|(_, value)| !value.is_empty()).collect()
    }

    /// What all the invoices have in common: of a public buyer perhaps its service, and not its commitment.
    pub(super) fn common<'a>(self, mut all: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<Quoted> {
        let Some((order, service)) = all.next() else { return Vec::new() };
        let mut common = self.of(order, service);
        for (order, service) in all {
            let own = self.of(order, service);
            common.retain(|quoted| own.contains(quoted));
        }
        common
    }

    /// What is quoted of one invoice beside what all have in common, in a sentence: « bon de commande BC-77 ».
    pub(super) fn phrase(self, order: &str, service: &str, common: &[Quoted]) -> String {
        let own = self.of(order, service).into_iter().filter(|quoted| !common.contains(quoted));
        phrase(&own.collect::<Vec<_>>())
    }
}

/// Labels and values in a sentence: « n° d’engagement 1300123, code service FACT ».
pub(super) fn phrase(quoted: &[Quoted]) -> String {
    let written = quoted.iter().map(|(label, value)| format!("{} {value}", lower_first(label)));
    written.collect::<Vec<_>>().join(", ")
}

/// The same as one label and its value, for beside how to pay: « N° d’engagement », « 1300123, code service FACT ».
pub(super) fn row(quoted: &[Quoted]) -> Option<Quoted> {
    let (first, rest) = quoted.split_first()?;
    let rest = phrase(rest);
    let value = if rest.is_empty() { first.1.clone() } else { format!("{}, {rest}", first.1) };
    Some((first.0, value))
}

/// What follows the numbers of invoices in a line of references: `; bon de commande BC-77`, with the space before it.
pub(super) fn after_numbers(lang: Lang, quoted: &[Quoted]) -> String {
    match phrase(quoted) {
        none if none.is_empty() => none,
        phrase => format!("{}{phrase}", lang.pick("\u{a0}; ", "; ")),
    }
}

/// The number of an invoice with what is quoted of it alone: `2026-014, bon de commande BC-77`.
pub(super) fn numbered(number: &str, ordered: &str) -> String {
    if ordered.is_empty() { number.to_owned() } else { format!("{number}, {ordered}") }
}

fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

impl TextContext {
    /// The same with what the client asks to be quoted and what is recalled. Apart from the rest, since the first screen
    /// quotes and recalls nothing.
    #[must_use]
    pub(super) fn quoting(mut self) -> Self {
        let orders = Orders { lang: self.lang, kind: self.kind() };
        let both = self.invoices.iter().map(|invoice| (invoice.order.as_str(), invoice.service.as_str()));
        let quoted = orders.common(both);
        self.quote(orders, quoted);
        self.recalling()
    }

    /// Sets what is quoted of all invoices; each quotes what it has beside that.
    pub(super) fn quote(&mut self, orders: Orders, quoted: Vec<Quoted>) {
        let colon = self.lang.pick("\u{a0}:", ":");
        let lines = quoted.iter().map(|(label, value)| format!("{label}{colon} {value}"));
        self.orders = lines.collect::<Vec<_>>().join("\n");
        for invoice in self.invoice.iter_mut().chain(&mut self.invoices) {
            invoice.ordered = orders.phrase(&invoice.order, &invoice.service, &quoted);
        }
        self.quoted = quoted;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLIC: Orders = Orders { lang: Lang::Fr, kind: DebtorKind::Public };
    const FIRM: Orders = Orders { lang: Lang::En, kind: DebtorKind::Business };

    #[test]
    fn an_order_is_named_as_the_client_names_it() {
        assert_eq!(PUBLIC.phrase("1300123", "FACT", &[]), "n°\u{a0}d’engagement 1300123, code service FACT");
        assert_eq!(PUBLIC.phrase("", "FACT", &[]), "code service FACT");
        assert_eq!(
            FIRM.phrase("PO-7", "FACT", &[]),
            "purchase order PO-7",
            "only a public buyer has services"
        );
        assert_eq!(FIRM.phrase("", "", &[]), "");
        assert_eq!(
            row(&PUBLIC.of("1300123", "FACT")),
            Some(("N°\u{a0}d’engagement", "1300123, code service FACT".to_owned()))
        );
        assert_eq!(row(&FIRM.of("PO-7", "")), Some(("Purchase order", "PO-7".to_owned())));
        assert_eq!(row(&[]), None);
        assert_eq!(after_numbers(Lang::Fr, &[]), "");
        assert_eq!(after_numbers(Lang::En, &FIRM.of("PO-7", "")), "; purchase order PO-7");
        assert_eq!(numbered("2026-014", ""), "2026-014");
    }

    #[test]
    fn what_all_have_in_common_is_said_once() {
        let same = [("PO-7", "A"), ("PO-7", "B")];
        assert_eq!(FIRM.common(same.into_iter()), [("Purchase order", "PO-7".to_owned())]);
        assert_eq!(PUBLIC.common(same.into_iter()), [("N°\u{a0}d’engagement", "PO-7".to_owned())]);
        assert!(FIRM.common([("PO-7", ""), ("", "")].into_iter()).is_empty());
        assert!(FIRM.common(std::iter::empty()).is_empty());
    }

    #[test]
    fn what_some_have_stands_with_each_and_what_all_have_stays_together() {
        let two = [("1300123", "FACT"), ("1300456", "FACT")];
        let common = PUBLIC.common(two.into_iter());
        assert_eq!(common, [("Code service", "FACT".to_owned())]);
        assert_eq!(PUBLIC.phrase("1300456", "FACT", &common), "n°\u{a0}d’engagement 1300456");
    }
}
