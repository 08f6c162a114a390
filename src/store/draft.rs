//! Forms left half typed, by name: which record each of them is about.

use std::collections::BTreeSet;

use super::DRAFT;
use crate::app::record::Key;
use crate::base::{ClientId, InvoiceId, PlanId};

/// First parts of the names of drafts about an invoice; its number comes next.
const OF_CASE: [&str; 23] = [
    "act",
    "begin",
    "call",
    "circumstance",
    "closing",
    "commitment",
    "confirm",
    "cost",
    "dispute",
    "handed",
    "invoice",
    "invoice-pace",
    "kit",
    "meeting",
    "movement",
    "offer",
    "outlook",
    "pay-link",
    "plan",
    "posting",
    "proof",
    "stage",
    "text",
];
/// The same of those about a client.
const OF_CLIENT: [&str; 7] =
    ["client", "client-pace", "circuit", "contact", "insolvency", "missing", "payments"];
/// The same of those about a payment plan.
const OF_PLAN: [&str; 3] = ["plan-go-on", "plan-payment", "plan-undated"];

/// The record that a draft is about; none where it is about no one record, as a form for a new one is.
#[must_use]
pub fn about(name: &str) -> Option<Key> {
    // The form of a client was named with a hyphen before all had a stroke.
    let (kind, rest) = name
        .strip_prefix("client-")
        .filter(|rest| is_number(rest))
        .map_or_else(|| name.split_once('/'), |number| Some(("client", number)))?;
    let number = rest.split('/').next().filter(|number| is_number(number))?.parse().ok()?;
    if OF_CASE.contains(&kind) {
        Some(Key::Case(InvoiceId(number)))
    } else if OF_CLIENT.contains(&kind) {
        Some(Key::Client(ClientId(number)))
    } else if OF_PLAN.contains(&kind) {
        Some(Key::Plan(PlanId(number)))
    } else {
        None
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Which keys of the storage hold drafts about one of these records: one look at each key, however many records there are.
#[must_use]
pub fn going_with(gone: &BTreeSet<Key>, names: Vec<String>) -> Vec<String> {
    let is_about =
        |name: &String| name.strip_prefix(DRAFT).and_then(about).is_some_and(|key| gone.contains(&key));
    names.into_iter().filter(is_about).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_about_the_record_it_names() {
        let case = Some(Key::Case(InvoiceId(12)));
        for name in [
            "invoice/12",
            "movement/12",
            "act/12",
            "plan/12",
            "cost/12",
            "confirm/12",
            "outlook/12",
            "proof/12",
            "text/12/first-reminder/email",
            "text/12/document/statement",
            "offer/12/discount",
            "posting/12/3",
            "stage/12/1/2",
            "begin/12/4",
            "meeting/12/new",
        ] {
            assert_eq!(about(name), case, "{name}");
        }
        let client = Some(Key::Client(ClientId(3)));
        for name in ["client-3", "client-pace/3", "missing/3", "payments/3", "contact/3", "contact/3/0"] {
            assert_eq!(about(name), client, "{name}");
        }
        assert_eq!(about("plan-payment/7"), Some(Key::Plan(PlanId(7))));
    }

    #[test]
    fn a_draft_of_nothing_that_stands_goes_with_no_record() {
        for name in [
            "invoice",
            "invoice?m=3480.00",
            "client-new",
            "missing",
            "work/3",
            "template/3",
            "text/x/y",
            "profile",
        ] {
            assert_eq!(about(name), None, "{name}");
        }
    }

    #[test]
    fn only_drafts_of_what_is_gone_go() {
        let gone = BTreeSet::from([Key::Case(InvoiceId(1)), Key::Client(ClientId(2))]);
        let names = [
            "case/1",
            "client/2",
            "draft/movement/1",
            "draft/movement/11",
            "draft/text/1/first-reminder/email",
            "draft/text/12/first-reminder/email",
            "draft/client-2",
            "draft/client-21",
            "draft/payments/1",
            "change/1",
        ];
        let names = names.map(str::to_owned).to_vec();
        assert_eq!(
            going_with(&gone, names),
            ["draft/movement/1", "draft/text/1/first-reminder/email", "draft/client-2"]
        );
    }

    #[test]
    fn every_form_that_names_a_record_is_known() {
        fn read(folder: &std::path::Path, found: &mut Vec<String>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    read(&path, found);
                } else {
                    let text = std::fs::read_to_string(&path).unwrap();
                    let starts = text.split("Draft::new(app, &format!(\"").skip(1);
                    found.extend(starts.filter_map(|rest| Some(rest.split_once("/{")?.0.to_owned())));
                }
            }
        }
        let mut kinds = Vec::new();
        read(std::path::Path::new("src/ui"), &mut kinds);
        assert!(kinds.len() > 15, "{kinds:?}");
        // Own templates are one record, and have numbers of their own.
        let unknown: Vec<_> = kinds
            .iter()
            .filter(|kind| *kind != "template" && about(&format!("{kind}/1")).is_none())
            .collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
