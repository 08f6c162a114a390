//! Groups of words no template can make alone: lists, agreements, titles, names of articles.

use crate::base::{Amount, Currency, HalfYear};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::{Allocation, Claim, DayCount, Segment};
use crate::domain::court::Seat;
use crate::domain::law::sources::{self, Source};
use crate::domain::movement::MovementKind;
use crate::domain::party::DebtorKind;
use crate::domain::regime::{RatePlan, Regime};
use crate::text::{Lang, format};

/// What is owed on all invoices of a text, in one currency.
pub(super) struct Sums {
    pub(super) principal: Amount,
    pub(super) interest: Amount,
    pub(super) indemnity: Amount,
    pub(super) currency: Currency,
}

impl Sums {
    /// Principal; empty for zero.
    pub(super) fn principal(&self, lang: Lang) -> String {
        money(lang, self.principal, self.currency)
    }

    /// Interest; empty for zero.
    pub(super) fn interest(&self, lang: Lang) -> String {
        money(lang, self.interest, self.currency)
    }

    /// Fixed sum; empty for zero. With its cents, though the law writes « 40 € »: it stands beside sums that have theirs.
    pub(super) fn indemnity(&self, lang: Lang) -> String {
        money(lang, self.indemnity, self.currency)
    }
}

/// A sum; empty for zero, so that templates can ask whether there is one.
pub(super) fn money(lang: Lang, amount: Amount, currency: Currency) -> String {
    if amount.is_zero() { String::new() } else { format::money(lang, amount, currency) }
}

const NBSP: char = '\u{a0}';

/// What interest for lateness is called: penalties between professionals, *intérêts moratoires* for public buyers.
pub(in crate::documents) fn late_interest(lang: Lang, kind: DebtorKind) -> &'static str {
    match kind {
        DebtorKind::Business => lang.pick("pénalités de retard", "late-payment interest"),
        DebtorKind::Public => lang.pick("intérêts moratoires", "late-payment interest"),
        DebtorKind::Consumer | DebtorKind::Unknown => lang.pick("intérêts", "interest"),
    }
}

/// Interest and fixed sum: `246,79 € de pénalités et 40,00 € d’indemnité`.
pub(super) fn extras(lang: Lang, kind: DebtorKind, sums: &Sums) -> String {
    let interest = if kind == DebtorKind::Business {
        lang.pick("de pénalités", "of late-payment interest").to_owned()
    } else {
        of(lang, late_interest(lang, kind))
    };
    let indemnity = lang.pick("d’indemnité", "of compensation");
    parts(lang, &[(sums.interest(lang), &interest), (sums.indemnity(lang), indemnity)])
}

/// Each part of what is owed with its full name, nothing that is zero.
pub(super) fn breakdown(lang: Lang, kind: DebtorKind, sums: &Sums) -> String {
    let principal = lang.pick("en principal", "of principal");
    let interest = of(lang, late_interest(lang, kind));
    let indemnity = lang.pick("d’indemnité forfaitaire", "of fixed compensation");
    parts(
        lang,
        &[
            (sums.principal(lang), principal),
            (sums.interest(lang), &interest),
            (sums.indemnity(lang), indemnity),
        ],
    )
}

/// A list of sums before their names, without those that are empty.
fn parts(lang: Lang, named: &[(String, &str)]) -> String {
    let written: Vec<String> =
        named.iter().filter(|(sum, _)| !sum.is_empty()).map(|(sum, name)| format!("{sum} {name}")).collect();
    format::list(lang, &written)
}

/// `de pénalités`, `d’intérêts`, `of interest`.
fn of(lang: Lang, noun: &str) -> String {
    match lang {
        Lang::Fr if noun.starts_with('i') => format!("d’{noun}"),
        Lang::Fr => format!("de {noun}"),
        Lang::En => format!("of {noun}"),
    }
}

/// A sum without its cents where it has none; empty for zero.
fn short_money(lang: Lang, amount: Amount, currency: Currency) -> String {
    if amount.is_zero() {
        return String::new();
    }
    let text = format::money(lang, amount, currency);
    match lang {
        Lang::Fr => text.replace(",00\u{a0}", "\u{a0}"),
        Lang::En => text.strip_suffix(".00").unwrap_or(&text).to_owned(),
    }
}

/// A small sum as one says it: `84 centimes`, `1,25 €`; empty for zero.
pub(super) fn spoken(lang: Lang, amount: Amount, currency: Currency) -> String {
    let plain = amount.to_string();
    let cents = plain.strip_prefix("0.").and_then(|cents| cents.parse::<i64>().ok());
    match cents {
        Some(cents) if cents > 0 && currency == Currency::EUR => {
            format::count(lang, cents, lang.pick("centime", "cent"), lang.pick("centimes", "cents"))
        }
        _ => short_money(lang, amount, currency),
    }
}

/// Half-years of the claims whose rate is provisional: `le 1er semestre 2027`.
pub(super) fn provisional<'a>(lang: Lang, claims: impl IntoIterator<Item = &'a Claim>) -> String {
    let mut halves: Vec<HalfYear> = Vec::new();
    for half in claims.into_iter().flat_map(|claim| &claim.provisional) {
        if let Err(place) = halves.binary_search(half) {
            halves.insert(place, *half);
        }
    }
    let article = lang.pick("le", "the");
    let written: Vec<String> =
        halves.into_iter().map(|half| format!("{article} {}", half_year(lang, half))).collect();
    format::list(lang, &written)
}

/// The rates of a working: by half-year where the law changes them with it, alone otherwise.
pub(super) fn rates<'a>(
    lang: Lang,
    regime: Regime,
    segments: impl IntoIterator<Item = &'a Segment>,
) -> String {
    let by_half_year = matches!(regime.rate_plan(), RatePlan::ByHalfYear(..));
    let mut written: Vec<String> = Vec::new();
    for segment in segments {
        let mut text = format::rate(lang, segment.rate);
        if by_half_year {
            let half = half_year(lang, HalfYear::of(segment.from));
            text = format!("{text} {} {half}", lang.pick("au", "in the"));
        }
        if segment.provisional {
            text.push_str(lang.pick(" à titre provisoire", ", provisionally"));
        }
        if !written.contains(&text) {
            written.push(text);
        }
    }
    format::list(lang, &written)
}

/// `1er semestre 2027`, `first half of 2027`.
fn half_year(lang: Lang, half: HalfYear) -> String {
    let first = half.number() == 1;
    match lang {
        Lang::Fr => format!("{}{NBSP}semestre {}", if first { "1er" } else { "2e" }, half.year()),
        Lang::En => format!("{} half of {}", if first { "first" } else { "second" }, half.year()),
    }
}

/// A provision as a reader of the language expects it.
pub(super) fn law(lang: Lang, source: Option<Source>) -> String {
    let Some(source) = source else { return String::new() };
    let english = match source {
        sources::LATE_INTEREST_BUSINESS => "article L441-10 of the French Commercial Code",
        sources::FIXED_COMPENSATION => "article D441-5 of the French Commercial Code",
        sources::LATE_INTEREST_CIVIL => "articles 1231-6 and 1344-1 of the French Civil Code",
        sources::LATE_INTEREST_PUBLIC => {
            "articles L2192-13 and R2192-31 of the French Public Procurement Code"
        }
        sources::FIXED_COMPENSATION_PUBLIC => "article D2192-35 of the French Public Procurement Code",
        other => other.long,
    };
    lang.pick(source.long, english).to_owned()
}

/// A person's title and the rest of the name, where the title is one people write.
fn titled(contact: &str) -> Option<(bool, &str)> {
    let (title, rest) = contact.trim().split_once(char::is_whitespace)?;
    match title {
        "Mme" | "Madame" | "Mrs" | "Ms" => Some((true, rest.trim())),
        "M." | "M" | "Mr" | "Mr." | "Monsieur" => Some((false, rest.trim())),
        _ => None,
    }
}

/// The person is named with a title.
pub(super) fn is_titled(contact: &str) -> bool {
    titled(contact).is_some()
}

/// The person with the title in full: `Madame Le Goff`, `Ms Le Goff`; a bare name as it is.
pub(super) fn contact(lang: Lang, contact: &str) -> String {
    match titled(contact) {
        Some((true, name)) => format!("{}{NBSP}{name}", lang.pick("Madame", "Ms")),
        Some((false, name)) => format!("{}{NBSP}{name}", lang.pick("Monsieur", "Mr")),
        None => contact.trim().to_owned(),
    }
}

/// How a letter addresses the person.
pub(super) fn title(lang: Lang, person: &str) -> String {
    match (lang, titled(person)) {
        (Lang::Fr, Some((true, _))) => "Madame".to_owned(),
        (Lang::Fr, Some((false, _))) => "Monsieur".to_owned(),
        (Lang::Fr, None) => "Madame, Monsieur".to_owned(),
        (Lang::En, Some((is_woman, name))) => {
            format!("Dear {}{NBSP}{}", if is_woman { "Ms" } else { "Mr" }, surname(name))
        }
        (Lang::En, None) => "Dear Sir or Madam".to_owned(),
    }
}

/// Words a surname may begin with: « Mme Le Goff » has no first name before hers.
const PARTICLES: [&str; 12] =
    ["le", "la", "les", "de", "du", "des", "d’", "van", "von", "ben", "el", "saint"];

/// A name without the first name before it: English addresses « Mr Dupont », never « Mr Jean Dupont ». Where a surname is
/// written in capitals it is that; a name of one word is one.
fn surname(name: &str) -> String {
    // Told by plain letters alone: the first screen has no tables of all letters.
    let is_capital = |word: &&str| {
        word.len() > 1
            && word.bytes().any(|letter| letter.is_ascii_uppercase())
            && !word.bytes().any(|letter| letter.is_ascii_lowercase())
    };
    let is_particle = |word: &str| PARTICLES.iter().any(|known| known.eq_ignore_ascii_case(word));
    let capitals: Vec<&str> = name.split_whitespace().filter(is_capital).collect();
    match name.split_once(char::is_whitespace) {
        Some(_) if !capitals.is_empty() => capitals.join(" "),
        Some((first, rest)) if !is_particle(first) => rest.trim().to_owned(),
        _ => name.to_owned(),
    }
}

/// The rule some rates follow, with them: `au taux convenu de 12,00 % par an`.
pub(super) fn rate_rule(lang: Lang, regime: Regime, rates: &str) -> String {
    let ecb = lang.pick(
        "au taux de refinancement de la Banque centrale européenne",
        "at the European Central Bank’s refinancing rate",
    );
    let (rule, is_agreed) = match regime {
        Regime::FrBusinessDefault => {
            (lang.pick("du premier jour de chaque semestre, majoré de 10 points", "on the first day of each half-year, plus 10 points"), false)
        }
        Regime::FrPublic => (
            lang.pick(
                "en vigueur au premier jour du semestre où ces intérêts ont commencé à courir, majoré de 8 points",
                "on the first day of the half-year in which it started to run, plus 8 points",
            ),
            false,
        ),
        Regime::EuBusiness | Regime::LuBusiness => (
            lang.pick(
                "du premier jour de chaque semestre, majoré de 8 points",
                "on the first day of each half-year, plus 8 points",
            ),
            false,
        ),
        _ => ("", true),
    };
    if !is_agreed {
        let whole = if regime == Regime::FrPublic {
            lang.pick(" pour toute la durée du retard", " for the whole delay")
        } else {
            ""
        };
        return format!("{ecb} {rule} ({rates}{whole})");
    }
    let rule = match regime {
        Regime::FrConsumer(None) => lang.pick("au taux légal", "at the legal rate"),
        Regime::FrBusinessLegalMultiple(multiple) => {
            let times = multiple.to_string().replace('.', lang.pick(",", "."));
            return match lang {
                Lang::Fr => format!("au taux convenu de {times} fois le taux d’intérêt légal ({rates})"),
                Lang::En => format!("at the agreed rate of {times} times the legal rate ({rates})"),
            };
        }
        Regime::BeBusiness => lang.pick(
            "au taux belge des transactions commerciales",
            "at the Belgian rate for commercial transactions",
        ),
        Regime::DeBusiness => {
            lang.pick("au taux de base allemand majoré de 9 points", "at the German base rate plus 9 points")
        }
        Regime::DeConsumer => {
            lang.pick("au taux de base allemand majoré de 5 points", "at the German base rate plus 5 points")
        }
        Regime::UkBusiness => lang.pick(
            "au taux de la Banque d’Angleterre majoré de 8 points, fixé au départ",
            "at Bank Rate plus 8 points, fixed at the start",
        ),
        Regime::FrBusinessContract(rate) | Regime::FrConsumer(Some(rate)) | Regime::Fixed { rate, .. } => {
            let rate = format::rate(lang, rate);
            return match lang {
                Lang::Fr => format!("au taux convenu de {rate} par an"),
                Lang::En => format!("at the agreed rate of {rate} a year"),
            };
        }
        Regime::Ch => lang.pick("au taux légal suisse", "at the Swiss legal rate"),
        _ => return String::new(),
    };
    if rates.is_empty() { rule.to_owned() } else { format!("{rule} ({rates})") }
}

/// Length of a year in a day count, as a sentence says it.
pub(super) fn year(lang: Lang, day_count: DayCount) -> &'static str {
    match day_count {
        DayCount::Actual365 => "365",
        DayCount::Actual360 | DayCount::Thirty360 => "360",
        DayCount::ActualActual => lang.pick("365 ou 366", "365 or 366"),
    }
}

/// A row of the working as one line: `3 480,00 € × 12,15 % × 107 jours ÷ 365 = 123,95 €`.
pub(super) fn formula(lang: Lang, segment: &Segment, day_count: DayCount, currency: Currency) -> String {
    let money = |amount| format::money(lang, amount, currency);
    let (base, interest) = (money(segment.base), money(segment.interest));
    let (rate, days) = (format::rate(lang, segment.rate), format::days(lang, segment.days));
    format!("{base} × {rate} × {days} ÷ {} = {interest}", year(lang, day_count))
}

/// The instalment a row of the working is the first of; empty for other rows, and where there is one instalment.
pub(super) fn instalment(lang: Lang, claim: &Claim, row: usize) -> String {
    let number = |row: usize| claim.segments.get(row).map(|segment| segment.instalment);
    let before = row.checked_sub(1).and_then(number);
    let instalment = number(row).filter(|number| before != Some(*number));
    let known = instalment.and_then(|number| claim.instalments.get(number));
    let Some(known) = known.filter(|_| claim.instalments.len() > 1) else { return String::new() };
    let (due, amount) = (format::date(lang, known.due), format::money(lang, known.amount, claim.currency));
    match lang {
        Lang::Fr => format!("Échéance du {due}, {amount}"),
        Lang::En => format!("Instalment due on {due}, {amount}"),
    }
}

/// The order for payment a court could make against a client of this kind at an address; empty where that is none
/// (CPC art. 1405, regulation no. 1896/2006, art. 3).
pub(super) fn order(lang: Lang, kind: DebtorKind, address: &str) -> String {
    let order = match (kind, Seat::of(address)) {
        (DebtorKind::Public, _) | (_, Seat::Abroad { union: false }) => "",
        (_, Seat::Abroad { union: true }) => {
            lang.pick("l’injonction de payer européenne", "a European order for payment")
        }
        _ => lang.pick("l’injonction de payer", "an order for payment (injonction de payer)"),
    };
    order.to_owned()
}

/// Payments, credit notes and discounts up to the day of the claims, each with its date and, where there are several
/// invoices, its invoice: `Paiements reçus : 1 000,00 € le 2 juillet 2026.`
pub(super) fn movements(lang: Lang, cases: &[(&CaseFile, &Claim)]) -> String {
    let kinds = [
        (MovementKind::Payment, lang.pick("Paiements reçus", "Payments received")),
        (MovementKind::CreditNote, lang.pick("Avoirs", "Credit notes")),
        (MovementKind::Discount, lang.pick("Remises", "Discounts")),
        (MovementKind::Refund, lang.pick("Sommes rendues", "Sums given back")),
    ];
    let mut sentences = Vec::new();
    for (kind, name) in kinds {
        let mut written = Vec::new();
        for (case, claim) in cases {
            let movements = case.movements.iter().filter(|it| it.kind == kind && it.date <= claim.as_of);
            for movement in crate::base::order::in_order(movements, |movement| movement.date) {
                let amount = format::money(lang, movement.amount, claim.currency);
                let on = lang.pick("le", "on");
                let mut text = format!("{amount} {on} {}", format::date(lang, movement.date));
                if cases.len() > 1 {
                    text = format!("{text} ({})", case.invoice.number);
                }
                written.push(text);
            }
        }
        if !written.is_empty() {
            sentences.push(format!("{name}{} {}.", lang.pick("\u{a0}:", ":"), format::list(lang, &written)));
        }
    }
    let is_first = |(case, claim): &&(&CaseFile, &Claim)| {
        case.invoice.allocation == Allocation::InterestFirst && claim.paid.is_positive()
    };
    if cases.iter().any(|one| is_first(&one)) {
        let first = lang.pick(
            "Les paiements se sont imputés d’abord sur les intérêts de retard, puis sur le principal (article 1343-1 du Code civil).",
            "Payments were set first against late-payment interest, then against the principal (French Civil Code, art. 1343-1).",
        );
        sentences.push(first.to_owned());
    }
    sentences.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_addresses_by_surname_and_french_by_title_alone() {
        for (person, opening) in [
            ("M. Jean Dupont", "Dear Mr\u{a0}Dupont"),
            ("Mme Le Goff", "Dear Ms\u{a0}Le Goff"),
            ("Mme Anne Le Goff", "Dear Ms\u{a0}Le Goff"),
            ("M. DUPONT Jean", "Dear Mr\u{a0}DUPONT"),
            ("M. Diallo", "Dear Mr\u{a0}Diallo"),
            ("Atelier Brun", "Dear Sir or Madam"),
        ] {
            assert_eq!(title(Lang::En, person), opening);
        }
        assert_eq!(title(Lang::Fr, "M. Jean Dupont"), "Monsieur");
        assert_eq!(
            contact(Lang::En, "M. Jean Dupont"),
            "Mr\u{a0}Jean Dupont",
            "an address has the whole name"
        );
    }
}
