//! Declaration of claim (*déclaration de créance*) to the creditors’ representative in insolvency proceedings: every invoice
//! issued before the judgment, with its principal, interest to the day before the judgment, and the fixed sum only where it was
//! due before. No privilege is claimed, since a supplier of services has none. The claims it is written from are those of the eve of
//! the judgment ([`super::PaperKind::stated_on`]), so that sums, working and ribbon speak of one day.
//!
//! Sources: C. com. art. L622-24, L622-25 (certified sincere), L622-28 (interest stops), R622-23 (what it says), L441-10 (no fixed
//! sum for what falls due after the judgment). Read in September 2026.

use chrono::NaiveDate;

use super::case_file;
use super::exhibit::{self, exhibits};
use super::facts::PaperFacts;
use super::layout::{self, Named, Written, table};
use super::refusal::PaperError;
use crate::documents::context::{Case, PaperText};
use crate::documents::letter::{Block, Table};
use crate::documents::missing::MissingFact;
use crate::documents::template::library::DECLARATION;
use crate::domain::insolvency::InsolvencyKind;
use crate::text::{Lang, format};

pub(super) fn check(facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    facts.check_cases()?;
    let Some(opened) = facts.client.insolvency else { return Err(PaperError::NotInsolvent) };
    if facts.client.collective.office.trim().is_empty() {
        return Err(PaperError::NoOffice);
    }
    if declared(facts, opened).is_empty() { Err(PaperError::NothingBefore) } else { Ok(()) }
}

/// What is owed on invoices issued before the judgment: later ones are paid when they fall due (C. com. art. L622-17).
fn declared<'a>(facts: &PaperFacts<'a>, opened: NaiveDate) -> Vec<Case<'a>> {
    let is_before =
        |(case, claim): &&Case<'_>| case.is_held_by(Some(opened), facts.today) && claim.total.is_positive();
    facts.cases.iter().filter(is_before).copied().collect()
}

pub(super) fn letter(facts: &PaperFacts<'_>) -> Result<Written, PaperError> {
    let lang = facts.lang;
    let opened = facts.client.insolvency.ok_or(PaperError::NotInsolvent)?;
    let cases = declared(facts, opened);
    let facts = &PaperFacts { cases: &cases, ..*facts };
    let eve = facts.as_of();
    let interest = facts.sum(|claim| claim.interest_left);
    let exhibits = exhibits(facts, !interest.is_zero());
    let not_due = facts.cases.iter().filter(|(case, _)| opened <= case.invoice.due);
    let text = PaperText {
        amount: facts.money(facts.sum(|claim| claim.total)),
        interest: facts.some(interest),
        indemnity: facts.some(facts.sum(|claim| claim.indemnity_left)),
        not_due: facts.some(not_due.map(|(_, claim)| claim.principal_left).sum()),
        disputed: facts.some(facts.disputed()),
        exhibits: exhibit::count(lang, &exhibits),
        opened: format::date(lang, opened),
        proceedings: named(lang, facts.client.collective.kind).to_owned(),
        court: court(facts),
        day: format::date(lang, eve),
        ..facts.numbered()
    };
    let numbers = text.numbers.clone();
    let context = facts.context(facts.cases, facts.today, text);
    let working = if interest.is_zero() { Vec::new() } else { case_file::working(facts.cases, facts) };
    let named: Named = vec![
        ("claims", vec![Block::Table(claims(facts))]),
        ("exhibits", vec![exhibit::list_without_texts(lang, &exhibits)]),
        ("working", exhibit::as_exhibit(lang, &exhibits, working)),
    ];
    let sending = lang.pick(
        "Lettre recommandée avec avis de réception",
        "Registered letter with acknowledgement of receipt",
    );
    let mut written =
        layout::laid_out(DECLARATION, &context, layout::references(&context, sending, &numbers), &named)?;
    let known = &facts.client.collective;
    let address = MissingFact::OfficeAddress.or_marker(lang, &known.office_address);
    let lines = known.office.lines().chain(address.lines()).map(str::trim);
    written.letter.recipient = lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
    written.letter.as_of =
        format!("{} {}.", lang.pick("Sommes arrêtées au", "Figures as at"), format::date(lang, eve));
    Ok(written)
}

/// « la procédure de redressement judiciaire ».
fn named(lang: Lang, kind: Option<InsolvencyKind>) -> &'static str {
    match kind {
        Some(InsolvencyKind::Safeguard) => {
            lang.pick("la procédure de sauvegarde", "the safeguard proceedings (sauvegarde)")
        }
        Some(InsolvencyKind::Recovery) => lang.pick(
            "la procédure de redressement judiciaire",
            "the reorganisation proceedings (redressement judiciaire)",
        ),
        Some(InsolvencyKind::Liquidation) => lang.pick(
            "la procédure de liquidation judiciaire",
            "the liquidation proceedings (liquidation judiciaire)",
        ),
        None => lang.pick("la procédure collective", "the insolvency proceedings"),
    }
}

/// The court where one of these claims is already brought.
fn court(facts: &PaperFacts<'_>) -> String {
    let mut open = facts.cases.iter().filter_map(|(case, _)| {
        case.proceedings.iter().rfind(|one| {
            (one.kind.is_order() || one.kind.is_suit())
                && one.is_open(facts.today)
                && !one.with.trim().is_empty()
        })
    });
    open.next_back().map(|one| super::facts::one_line(&one.with)).unwrap_or_default()
}

/// Each invoice with what is declared of it.
fn claims(facts: &PaperFacts<'_>) -> Table {
    let lang = facts.lang;
    let number = facts.numbers_with_orders();
    let row = |(case, claim): &Case<'_>| {
        vec![
            number(&case.invoice),
            format::date_in_table(lang, case.invoice.issued),
            format::date_in_table(lang, case.invoice.due),
            facts.money(claim.principal_left),
            facts.some(claim.interest_left),
            facts.some(claim.indemnity_left),
            facts.money(claim.total),
        ]
    };
    let rows = facts.cases.iter().map(row).collect();
    let head = lang.pick(
        ["Facture", "Émise le", "Échéance", "Principal", "Pénalités", "Indemnité", "Total"],
        ["Invoice", "Issued", "Due", "Principal", "Interest", "Fixed sum", "Total"],
    );
    let caption = lang.pick("Créances déclarées", "Claims lodged").to_owned();
    let total = vec![
        lang.pick("Total déclaré", "Total lodged").to_owned(),
        String::new(),
        String::new(),
        facts.money(facts.sum(|claim| claim.principal_left)),
        facts.some(facts.sum(|claim| claim.interest_left)),
        facts.some(facts.sum(|claim| claim.indemnity_left)),
        facts.money(facts.sum(|claim| claim.total)),
    ];
    Table { total: Some(total), ..table(caption, &head, rows, 3) }
}
