//! What the client's page shows, as the part of an address after `#`, which no browser sends to a server: the creditor's
//! name and e-mail address, the invoices, the balance with its day, the due date, how to pay beside a transfer where the
//! creditor says so (a payment link, a cheque), and the secret of the card. Nothing else.
//!
//! Bytes, in base64url without padding: a version, the language, the secret, the balance in cents, the currency, two days
//! counted from 1 January 2000, the texts with their lengths, and a checksum (CRC-32) by which any link that was cut or
//! mistyped is told. A card that says how to pay is of the second version: after the numbers, two texts more.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{Days, NaiveDate};

use super::{MOST_CENTS, SECRET_BYTES, Secret};
use crate::base::signs::is_turning;
use crate::base::{Amount, Currency, Lang, dates};
use crate::domain::pay_link::PayLink;

/// Version of the layout.
const VERSION: u8 = 1;
/// Version of one that says how to pay.
const WITH_PAYMENT: u8 = 2;
/// Most invoices on a card.
pub const MOST_INVOICES: usize = 30;
/// Longest text in bytes.
const LONGEST: usize = 800;

/// What a card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Language of the page.
    pub lang: Lang,
    /// What ties the answer to the card.
    pub secret: Secret,
    /// Who is owed.
    pub creditor: String,
    /// Where the answer goes.
    pub email: String,
    /// Numbers of the invoices.
    pub numbers: Vec<String>,
    /// What is owed.
    pub balance: Amount,
    /// Its currency.
    pub currency: Currency,
    /// Day it is stated at.
    pub as_of: NaiveDate,
    /// The earliest due date.
    pub due: NaiveDate,
    /// Page on which it can be paid.
    pub pay_link: Option<PayLink>,
    /// Whom a cheque is made out to; empty where none is taken.
    pub cheque: String,
}

/// The part of the address after the path; none where the facts make no card.
#[must_use]
pub fn encode(shown: &Shown) -> Option<String> {
    let cents = u64::try_from(shown.balance.cents()).ok().filter(|cents| *cents > 0)?;
    if shown.balance.cents() >= MOST_CENTS || shown.numbers.is_empty() {
        return None;
    }
    let numbers = shown.numbers.get(..MOST_INVOICES).unwrap_or(&shown.numbers);
    let says_how = shown.pay_link.is_some() || !shown.cheque.is_empty();
    let version = if says_how { WITH_PAYMENT } else { VERSION };
    let mut bytes = vec![version, u8::from(shown.lang == Lang::En)];
    bytes.extend(shown.secret.0);
    bytes.extend(varint(cents));
    bytes.extend(shown.currency.code().as_bytes());
    for day in [shown.as_of, shown.due] {
        bytes.extend(u16::try_from(dates::days_between(start()?, day)).ok()?.to_be_bytes());
    }
    bytes.push(u8::try_from(numbers.len()).ok()?);
    let link = shown.pay_link.as_ref().map(PayLink::address).unwrap_or_default().to_owned();
    let how = [&link, &shown.cheque].into_iter().filter(|_| says_how);
    for text in [&shown.creditor, &shown.email].into_iter().chain(numbers).chain(how) {
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        if text.len() > LONGEST {
            return None;
        }
        bytes.extend(varint(u64::try_from(text.len()).ok()?));
        bytes.extend(text.as_bytes());
    }
    bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
    Some(URL_SAFE_NO_PAD.encode(bytes))
}

/// What a link shows; none where it was cut, mistyped, or is none of ours.
#[must_use]
pub fn decode(query: &str) -> Option<Shown> {
    let bytes = URL_SAFE_NO_PAD.decode(query.trim()).ok()?;
    let (bytes, sum) = bytes.split_last_chunk::<4>()?;
    if crc32fast::hash(bytes).to_be_bytes() != *sum {
        return None;
    }
    let mut rest = bytes;
    let [version, language] = chunk(&mut rest)?;
    let lang = match (version, language) {
        (VERSION | WITH_PAYMENT, 0) => Lang::Fr,
        (VERSION | WITH_PAYMENT, 1) => Lang::En,
        _ => return None,
    };
    let secret = Secret(chunk::<SECRET_BYTES>(&mut rest)?);
    let cents =
        i64::try_from(read_varint(&mut rest)?).ok().filter(|cents| (1..MOST_CENTS).contains(cents))?;
    let currency = Currency::parse(std::str::from_utf8(&chunk::<3>(&mut rest)?).ok()?).ok()?;
    let as_of = day(&mut rest)?;
    let due = day(&mut rest)?;
    let [count] = chunk(&mut rest)?;
    let creditor = text(&mut rest)?;
    let email = text(&mut rest)?;
    let count = Some(usize::from(count)).filter(|count| (1..=MOST_INVOICES).contains(count))?;
    let numbers = (0..count).map(|_| text(&mut rest)).collect::<Option<Vec<_>>>()?;
    let (link, cheque) = if version == WITH_PAYMENT {
        (text(&mut rest)?, text(&mut rest)?)
    } else {
        (String::new(), String::new())
    };
    // A link that could lead anywhere is no part of a card.
    let pay_link = if link.is_empty() { None } else { Some(PayLink::parse(&link).ok()?) };
    let balance = Amount::from_cents(cents);
    let shown =
        Shown { lang, secret, creditor, email, numbers, balance, currency, as_of, due, pay_link, cheque };
    rest.is_empty().then_some(shown)
}

fn start() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2000, 1, 1)
}

fn chunk<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (first, after) = rest.split_first_chunk::<N>()?;
    *rest = after;
    Some(*first)
}

fn day(rest: &mut &[u8]) -> Option<NaiveDate> {
    start()?.checked_add_days(Days::new(u64::from(u16::from_be_bytes(chunk(rest)?))))
}

/// Seven bits a byte, the lowest first.
fn varint(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 127).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 128);
    }
}

fn read_varint(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in 0..9 {
        let [byte] = chunk(rest)?;
        number |= u64::from(byte & 127) << (7 * shift);
        if byte & 128 == 0 {
            return Some(number);
        }
    }
    None
}

fn text(rest: &mut &[u8]) -> Option<String> {
    let length = usize::try_from(read_varint(rest)?).ok().filter(|length| *length <= LONGEST)?;
    let (bytes, after) = rest.split_at_checked(length)?;
    *rest = after;
    let text = String::from_utf8(bytes.to_vec()).ok()?;
    (!text.chars().any(is_treacherous)).then_some(text)
}

/// Signs that hide what is written: control characters, and those that turn the direction of a text.
fn is_treacherous(c: char) -> bool {
    c.is_control() || is_turning(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn shown() -> Shown {
        Shown {
            lang: Lang::Fr,
            secret: Secret([9; SECRET_BYTES]),
            creditor: "Claire Morel".to_owned(),
            email: "claire@morel.example".to_owned(),
            numbers: vec!["2026-014".to_owned(), "2026-031 é".to_owned()],
            balance: Amount::from_cents(248_000),
            currency: Currency::EUR,
            as_of: parse_iso("2026-11-22").unwrap(),
            due: parse_iso("2026-03-15").unwrap(),
            pay_link: None,
            cheque: String::new(),
        }
    }

    #[test]
    fn a_card_that_says_how_to_pay_reads_back_and_leads_nowhere_hidden() {
        let pay_link = PayLink::parse("https://buy.stripe.com/5kA").ok();
        for (pay_link, cheque) in [(pay_link.clone(), "Claire Morel"), (pay_link, ""), (None, "Claire Morel")]
        {
            let card = Shown { pay_link, cheque: cheque.to_owned(), ..shown() };
            assert_eq!(encode(&card).and_then(|link| decode(&link)), Some(card));
        }
        // The bytes of a card whose link is not encrypted, with the right checksum.
        let card = Shown { pay_link: PayLink::parse("https://buy.stripe.com/5kA").ok(), ..shown() };
        let mut bytes = URL_SAFE_NO_PAD.decode(encode(&card).unwrap()).unwrap();
        let at = bytes.windows(8).position(|part| part == b"https://").unwrap();
        bytes[at + 4] = b'x';
        let end = bytes.len() - 4;
        let sum = crc32fast::hash(&bytes[..end]).to_be_bytes();
        bytes.splice(end.., sum);
        assert_eq!(decode(&URL_SAFE_NO_PAD.encode(bytes)), None);
    }

    #[test]
    fn a_card_reads_back_and_its_link_is_short() {
        let link = encode(&shown()).unwrap();
        assert_eq!(decode(&link), Some(shown()));
        assert!(link.len() < 160, "{} characters", link.len());
        assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{link}");
    }

    #[test]
    fn any_changed_character_is_told() {
        let link = encode(&shown()).unwrap();
        for at in 0..link.len() {
            for other in *b"AQgw_-9z" {
                let mut wrong: Vec<u8> = link.bytes().collect();
                if wrong[at] != other {
                    wrong[at] = other;
                    assert_eq!(decode(std::str::from_utf8(&wrong).unwrap()), None, "at {at}");
                }
            }
            assert_eq!(decode(&link[..at]), None, "cut at {at}");
        }
    }

    #[test]
    fn what_hides_its_words_is_no_card() {
        let hidden = Shown { creditor: "Claire\u{202e}lero".to_owned(), ..shown() };
        assert_eq!(encode(&hidden).and_then(|link| decode(&link)), None);
        assert_eq!(encode(&Shown { balance: Amount::ZERO, ..shown() }), None);
        assert_eq!(encode(&Shown { numbers: Vec::new(), ..shown() }), None);
        let lines = Shown { creditor: "Claire\nMorel".to_owned(), ..shown() };
        assert_eq!(encode(&lines).and_then(|link| decode(&link)).unwrap().creditor, "Claire Morel");
    }
}
