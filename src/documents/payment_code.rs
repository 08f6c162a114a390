//! The code beside how to pay: a transfer that a banking application reads (EPC069-12, version 002, read November 2026).
//! Amounts are in euros only; the name has 70 characters at most, the reference 140, the whole 331 bytes.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::base::{Amount, Currency};

/// Most bytes of a payload.
const LARGEST: usize = 331;
/// Most characters of the payee’s name, and of the reference.
const NAME: usize = 70;
const REFERENCE: usize = 140;
/// Largest amount: 999 999 999.99 €.
const LARGEST_CENTS: i64 = 99_999_999_999;
/// White modules around the code, without which it is not read.
const QUIET: i32 = 4;

/// Where a transfer goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Payee {
    /// Name of the holder of the account.
    pub name: String,
    /// The account, without spaces.
    pub iban: String,
    /// Its bank; may be empty within the European Economic Area.
    pub bic: String,
}

/// What a banking application reads; none for an amount that it does not take, or where the account is not known.
#[must_use]
pub fn payload(payee: &Payee, amount: Amount, currency: Currency, reference: &str) -> Option<String> {
    let is_possible = currency == Currency::EUR
        && amount.is_positive()
        && amount <= Amount::from_cents(LARGEST_CENTS)
        && !payee.iban.is_empty()
        && !payee.name.trim().is_empty();
    if !is_possible {
        return None;
    }
    let line = |text: &str, most: usize| -> String {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").chars().take(most).collect()
    };
    let (name, reference) = (line(&payee.name, NAME), line(reference, REFERENCE));
    let amount = format!("EUR{amount}");
    // Service tag, version, UTF-8, transfer, bank, payee, account, amount, purpose, structured and free reference.
    let lines = ["BCD", "002", "1", "SCT", &payee.bic, &name, &payee.iban, &amount, "", "", &reference];
    let payload = lines.join("\n");
    (payload.len() <= LARGEST).then_some(payload)
}

/// A payload drawn, where there is one: how many modules wide it is with its white border, and the dark ones as one path of unit squares.
#[must_use]
pub fn drawn(payload: &str) -> Option<(i32, String)> {
    let code = QrCode::encode_text(payload, QrCodeEcc::Medium).ok().filter(|_| !payload.is_empty())?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // Writing to a text does not fail.
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    Some((code.size() + 2 * QUIET, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payee() -> Payee {
        Payee {
            name: "Claire Morel".to_owned(),
            iban: "FR7630006000011234567890189".to_owned(),
            bic: "AGRIFRPP".to_owned(),
        }
    }

    fn cents(cents: i64) -> Amount {
        Amount::from_cents(cents)
    }

    /// What a reader sees in the drawn path, eight pixels a module.
    fn read(payload: &str) -> String {
        const SCALE: usize = 8;
        let (size, path) = drawn(payload).unwrap();
        let dark: std::collections::HashSet<(usize, usize)> = path
            .split('M')
            .filter(|square| !square.is_empty())
            .map(|square| {
                let (x, rest) = square.split_once(' ').unwrap();
                (x.parse().unwrap(), rest.split_once('h').unwrap().0.parse().unwrap())
            })
            .collect();
        let width = usize::try_from(size).unwrap() * SCALE;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, width, |x, y| {
            if dark.contains(&(x / SCALE, y / SCALE)) { 0 } else { 255 }
        });
        let grids = image.detect_grids();
        grids.first().unwrap().decode().unwrap().1
    }

    #[test]
    fn a_reader_finds_what_was_written() {
        let text = payload(&payee(), cents(276_679), Currency::EUR, "2026-014").unwrap();
        assert_eq!(
            text,
            "BCD\n002\n1\nSCT\nAGRIFRPP\nClaire Morel\nFR7630006000011234567890189\nEUR2766.79\n\n\n2026-014"
        );
        assert_eq!(read(&text), text);
        let accents =
            Payee { name: "Société d’Exploitation des Établissements Lemaître".to_owned(), ..payee() };
        let text = payload(&accents, cents(100), Currency::EUR, "facture n° 12 et n° 13").unwrap();
        assert_eq!(read(&text), text);
    }

    #[test]
    fn nothing_is_drawn_as_nothing() {
        assert_eq!(drawn(""), None);
    }

    #[test]
    fn what_no_bank_takes_has_no_code() {
        for (payee, amount, currency) in [
            (payee(), cents(0), Currency::EUR),
            (payee(), cents(-100), Currency::EUR),
            (payee(), cents(LARGEST_CENTS + 1), Currency::EUR),
            (payee(), cents(100), Currency::CHF),
            (Payee { iban: String::new(), ..payee() }, cents(100), Currency::EUR),
            (Payee { name: " ".to_owned(), ..payee() }, cents(100), Currency::EUR),
        ] {
            assert_eq!(payload(&payee, amount, currency, "12"), None);
        }
    }

    #[test]
    fn long_names_and_references_are_cut_to_what_is_allowed() {
        let long = Payee { name: format!("A\n{}", "b ".repeat(2_000)), ..payee() };
        let text = payload(&long, cents(100), Currency::EUR, &"2026-014, ".repeat(40)).unwrap();
        assert!(text.len() <= LARGEST);
        assert_eq!(text.lines().count(), 11, "a name cannot add a line");
        assert_eq!(
            payload(&long, cents(100), Currency::EUR, &"é".repeat(140)).map_or(0, |text| text.len()),
            0
        );
    }
}
