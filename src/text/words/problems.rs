//! What is wrong or worth knowing about a field, as a sentence and what to do next; and why a command was refused.

use chrono::NaiveDate;

use crate::app::problem::{Note, Problem};
use crate::app::update::Refusal;
use crate::base::{AmountError, Currency, DateError, RateError};
use crate::domain::iban::BankError;
use crate::domain::siren::SirenError;
use crate::text::{Lang, format};

/// A fault as a sentence.
#[must_use]
pub fn problem(lang: Lang, problem: Problem) -> String {
    let (french, english) = match problem {
        Problem::Required => ("Ce champ est nécessaire.", "This field is needed."),
        Problem::TooLong(longest) => {
            return match lang {
                Lang::Fr => format!(
                    "C’est trop long : {} caractères au plus. Rien n’a été coupé.",
                    integer(lang, longest)
                ),
                Lang::En => format!(
                    "This is too long: {} characters at most. Nothing was cut.",
                    integer(lang, longest)
                ),
            };
        }
        Problem::Amount(AmountError::TooManyDecimals) => (
            "Un montant a deux décimales au plus : 1 234,56.",
            "An amount has two decimals at most: 1,234.56.",
        ),
        Problem::Amount(AmountError::TooLarge) => (
            "Ce montant dépasse 999 999 999,99. Vérifiez le nombre de chiffres.",
            "This amount is over 999,999,999.99. Check the number of digits.",
        ),
        Problem::Amount(_) => ("Écrivez un montant comme 1 234,56.", "Write an amount such as 1,234.56."),
        Problem::NotPositive => (
            "Le montant doit dépasser zéro. Un remboursement ou une remise se note comme un avoir.",
            "The amount must be above zero. A refund or discount is noted as a credit note.",
        ),
        Problem::Date(DateError::NoSuchDay) => (
            "Ce jour n’existe pas. Vérifiez le jour et le mois.",
            "There is no such day. Check the day and the month.",
        ),
        Problem::Date(DateError::OutOfRange) => {
            ("L’année doit être entre 1900 et 2199.", "The year must be between 1900 and 2199.")
        }
        Problem::Date(_) => ("Écrivez une date comme 31/12/2026.", "Write a date such as 31/12/2026."),
        Problem::DueBeforeIssue => (
            "L’échéance est avant la date d’émission. Vérifiez les deux dates.",
            "The due date is before the issue date. Check both dates.",
        ),
        Problem::InTheFuture => (
            "Ce jour n’est pas encore venu. Entrez une date passée ou aujourd’hui.",
            "This day has not come yet. Enter a past date or today.",
        ),
        Problem::ReceivedBeforeSent => {
            ("La réception ne peut pas précéder l’envoi.", "It cannot be received before it was sent.")
        }
        Problem::SentBeforeIssue => (
            "Ce jour précède la date de la facture. Vérifiez l’année.",
            "This day is before the date of the invoice. Check the year.",
        ),
        Problem::Rate(RateError::NotPositive) => (
            "Le taux doit dépasser zéro. Sans taux convenu, laissez vide.",
            "The rate must be above zero. Leave it empty if none was agreed.",
        ),
        Problem::Rate(RateError::TooHigh) => {
            ("Plus de 100 % par an : vérifiez la virgule.", "More than 100% a year: check the decimal mark.")
        }
        Problem::Rate(_) => ("Écrivez un taux comme 12,15.", "Write a rate such as 12.15."),
        Problem::Siren(SirenError::WrongLength) => {
            ("Un SIREN a 9 chiffres, un SIRET 14.", "A SIREN has 9 digits, a SIRET 14.")
        }
        Problem::Siren(SirenError::WrongCheckDigit) => (
            "Un chiffre est faux : la clé ne correspond pas. Recopiez le numéro.",
            "A digit is wrong: the check fails. Copy the number again.",
        ),
        Problem::Iban(BankError::WrongCheckDigits) => (
            "Un caractère est faux : la clé de l’IBAN ne correspond pas. Recopiez-le.",
            "A character is wrong: the IBAN’s check fails. Copy it again.",
        ),
        Problem::Iban(BankError::WrongShape) => (
            "Ce n’est pas un IBAN complet. En France il a 27 caractères et commence par FR.",
            "This is not a whole IBAN. A French one has 27 characters and starts with FR.",
        ),
        Problem::Bic => ("Un BIC a 8 ou 11 caractères.", "A BIC has 8 or 11 characters."),
        Problem::Email => {
            ("Écrivez une adresse comme nom@exemple.fr.", "Write an address such as name@example.com.")
        }
        Problem::DuplicateNumber => (
            "Ce client a déjà une facture de ce numéro.",
            "This client already has an invoice of this number.",
        ),
    };
    lang.pick(french, english).to_owned()
}

/// A note as a sentence.
#[must_use]
pub fn note(lang: Lang, note: Note, currency: Currency) -> String {
    let (french, english) = match note {
        Note::AboveCeiling => (
            "Plus long que la loi ne permet entre professionnels : 60 jours, ou 45 jours fin de mois (C. com. art. L441-10). Le délai n’est pas raccourci ici.",
            "Longer than the law allows between professionals: 60 days, or 45 days end of month (C. com. art. L441-10). It is not shortened here.",
        ),
        Note::BeforeInvoice => (
            "Avant la date de la facture : compté comme un acompte.",
            "Before the date of the invoice: counted as a deposit.",
        ),
        Note::Overpaid(amount) => {
            let amount = format::money(lang, amount, currency);
            return match lang {
                Lang::Fr => format!("{amount} de plus que ce qui est dû : compté comme un trop-perçu."),
                Lang::En => format!("{amount} more than is owed: counted as a credit."),
            };
        }
        Note::NotCountedYet => {
            ("Après la date d’arrêté : pas encore compté.", "After the date stated: not counted yet.")
        }
        Note::NotLate => (
            "Cette échéance n’est pas passée : ni pénalités, ni indemnité.",
            "This due date is not past: no penalties, no compensation.",
        ),
        Note::LongAgo => {
            ("Il y a plus de dix ans : vérifiez l’année.", "More than ten years ago: check the year.")
        }
    };
    lang.pick(french, english).to_owned()
}

/// Why a command was refused, as a sentence.
#[must_use]
pub fn refusal(lang: Lang, refusal: Refusal) -> &'static str {
    let (french, english) = match refusal {
        Refusal::NotFound => (
            "Cet élément n’existe plus. Il a peut-être été supprimé dans un autre onglet.",
            "This item is gone. It may have been deleted in another tab.",
        ),
        Refusal::ClientHasInvoices => (
            "Ce client a encore des factures. Supprimez-les d’abord.",
            "This client still has invoices. Delete them first.",
        ),
        Refusal::DuplicateNumber(_) => (
            "Ce client a déjà une facture de ce numéro.",
            "This client already has an invoice of this number.",
        ),
        Refusal::ChangedSince => (
            "Impossible d’annuler : l’élément a changé depuis.",
            "This cannot be undone: the item has changed since.",
        ),
        Refusal::InTheFuture => ("Ce jour n’est pas encore venu.", "This day has not come yet."),
        Refusal::ReceivedBeforeSent => {
            ("La réception ne peut pas précéder l’envoi.", "It cannot be received before it was sent.")
        }
        Refusal::SentBeforeIssue => {
            ("L’envoi ne peut pas précéder la facture.", "It cannot be sent before the invoice was issued.")
        }
    };
    lang.pick(french, english)
}

/// The date a typed one was understood as, for the line under a field: « 15 mars 2026 ».
#[must_use]
pub fn understood_date(lang: Lang, day: NaiveDate) -> String {
    format::date_with_weekday(lang, day)
}

fn integer(lang: Lang, n: usize) -> String {
    format::integer(lang, i64::try_from(n).unwrap_or(i64::MAX))
}
