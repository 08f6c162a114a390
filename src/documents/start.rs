//! The text that a template of the user's own starts from: the built-in one with its conditions decided as for a plain
//! late invoice of a business, and its names left to be filled.

use chrono::{Days, NaiveDate};

use super::context::{Facts, TextContext};
use super::own::OwnText;
use super::template::library::{self, FORMAL_NOTICE};
use super::template::outline;
use crate::base::{Amount, ClientId, Currency, InvoiceId};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Allocation;
use crate::domain::contract::Contract;
use crate::domain::event::{Channel, Step};
use crate::domain::iban::{Bic, Iban};
use crate::domain::invoice::Invoice;
use crate::domain::law::rates::RateTable;
use crate::domain::manner::Tone;
use crate::domain::party::{Client, DebtorKind, Profile};
use crate::domain::siren::Siren;
use crate::text::Lang;

/// How late the plain invoice is, in days, and how long after its issue it fell due.
const LATE: u64 = 30;

/// The starting text of a step in a channel; empty where it has none.
#[must_use]
pub fn starting_text(step: Step, channel: Channel, tone: Tone, lang: Lang, today: NaiveDate) -> OwnText {
    let is_letter = matches!(channel, Channel::Post | Channel::RegisteredPost | Channel::Hand);
    let template = match channel {
        Channel::Sms => library::sms(step),
        Channel::Phone => library::script(step),
        _ if is_letter && step == Step::FormalNotice => Some(FORMAL_NOTICE),
        _ => library::written(step),
    };
    let told = plain(lang, today, step).told(step, tone, is_letter);
    let text = template.and_then(|template| outline(template, &told).ok()).unwrap_or_default();
    if matches!(channel, Channel::Sms | Channel::Phone) {
        return OwnText { subject: String::new(), body: text };
    }
    let (subject, body) = text.split_once('\n').unwrap_or((&text, ""));
    OwnText { subject: subject.to_owned(), body: body.trim_start().to_owned() }
}

/// A context of a plain invoice of a business: late, or before its due date where the text comes before it.
fn plain(lang: Lang, today: NaiveDate, step: Step) -> TextContext {
    let back = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let ahead = |days| today.checked_add_days(Days::new(days)).unwrap_or(today);
    let is_late = !matches!(step, Step::Invoice | Step::ReceiptCheck | Step::Courtesy);
    let (issued, due) = if is_late { (back(2 * LATE), back(LATE)) } else { (back(LATE), ahead(LATE)) };
    // Something in each place, so that what names it is kept.
    let said = || "§".to_owned();
    let profile = Profile {
        name: said(),
        address: said(),
        city: said(),
        email: said(),
        phone: said(),
        siren: Siren::parse("732829320").ok(),
        iban: Iban::parse("FR7630006000011234567890189").ok(),
        bic: Bic::parse("AGRIFRPP").ok(),
        cheque: String::new(),
        pay_link: None,
    };
    let client = Client {
        name: said(),
        kind: DebtorKind::Business,
        contact: said(),
        address: said(),
        ..Client::unknown(ClientId(1))
    };
    let case = CaseFile::new(Invoice {
        id: InvoiceId(1),
        client: client.id,
        number: said(),
        issued,
        due,
        terms: None,
        amount: Amount::from_cents(100_000),
        currency: Currency::EUR,
        subject: String::new(),
        order: String::new(),
        service: String::new(),
        later: Vec::new(),
        contract: Contract::default(),
        allocation: Allocation::default(),
    });
    let claim = case.claim_on(today, client.debtor(), RateTable::builtin());
    Facts::new(&profile, &client, &[(&case, &claim)], today, ahead(LATE), lang).context()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::documents::message::channels;
    use crate::documents::own::check_own;

    #[test]
    fn every_text_can_be_started_from_and_is_sound() {
        let today = parse_iso("2026-11-22").unwrap();
        for lang in [Lang::Fr, Lang::En] {
            for step in Step::ALL {
                for channel in channels(step, DebtorKind::Business) {
                    let OwnText { subject, body } =
                        starting_text(step, channel, Tone::Courteous, lang, today);
                    let what = format!("{step:?} {channel:?} {}", lang.tag());
                    assert!(!body.trim().is_empty(), "{what}");
                    assert_eq!(check_own(&subject, lang), [], "{what}");
                    assert_eq!(check_own(&body, lang), [], "{what}");
                    assert!(!body.contains("{%"), "{what}: {body}");
                    assert!(!body.contains('§'), "{what}: {body}");
                    if channel == Channel::Phone {
                        assert_eq!(subject, "", "{what}");
                        assert!(body.contains("\n\n"), "{what}: one waits for no answer: {body}");
                    }
                }
            }
        }
    }
}
