//! Domain types written as the texts of a [`TextContext`]. No sentence is made here beyond [`super::phrases`].

use super::{Case, ClientText, InvoiceText, SenderText, WorkingText};
use super::{past, phrases};
use crate::base::dates;
use crate::documents::life::Life;
use crate::documents::missing::MissingFact;
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Claim;
use crate::domain::iban::Iban;
use crate::domain::movement::{Movement, MovementKind};
use crate::domain::party::{Client, DebtorKind, Profile};
use crate::domain::pay_link::PayLink;
use crate::domain::siren::Siren;
use crate::text::{Lang, format};

impl SenderText {
    /// `cases`: what a text is about; an invoice may have a payment link of its own.
    pub(super) fn new(lang: Lang, profile: &Profile, cases: &[Case<'_>]) -> Self {
        let link = link(lang, profile, cases);
        let cheque = profile.cheque.trim().to_owned();
        // Who can be paid otherwise is not asked for an account.
        let is_payable = !link.is_empty() || !cheque.is_empty();
        let no_iban = || if is_payable { String::new() } else { MissingFact::Iban.marker(lang) };
        Self {
            name: MissingFact::SenderName.or_marker(lang, &profile.name),
            address: lines(&MissingFact::SenderAddress.or_marker(lang, &profile.address)),
            city: MissingFact::City.or_marker(lang, &profile.city),
            email: profile.email.trim().to_owned(),
            phone: profile.phone.trim().to_owned(),
            siren: profile
                .siren
                .as_ref()
                .map_or_else(|| MissingFact::SenderSiren.marker(lang), Siren::grouped),
            iban: profile.iban.as_ref().map_or_else(no_iban, Iban::grouped),
            bic: profile.bic.as_ref().map(|bic| bic.code().to_owned()).unwrap_or_default(),
            cheque,
            link,
        }
    }
}

impl ClientText {
    /// The client, written to at a person: one of its contacts, or nobody by name.
    pub(super) fn new(lang: Lang, client: &Client, contact: &str, tu: bool) -> Self {
        // A natural person is often entered by name alone: « M. Jean Dupont ».
        let contact = contact.trim();
        let person = if contact.is_empty() { client.name.trim() } else { contact };
        let titled = tu && lang == Lang::Fr && phrases::is_titled(contact);
        let contact = phrases::contact(lang, contact);
        Self {
            name: MissingFact::ClientName.or_marker(lang, &client.name),
            greeting: if titled { String::new() } else { contact.clone() },
            contact,
            title: phrases::title(lang, person),
            named: phrases::is_titled(person),
            address: lines(&MissingFact::ClientAddress.or_marker(lang, &client.address)),
            siren: client.siren.as_ref().map(Siren::grouped).unwrap_or_default(),
        }
    }
}

impl InvoiceText {
    /// An invoice with its claim, and what of it may be asked for: the working is that of the latter.
    pub(super) fn new(
        lang: Lang,
        kind: DebtorKind,
        (case, claim): (&CaseFile, &Claim),
        asked: &Claim,
    ) -> Self {
        let invoice = &case.invoice;
        let regime = invoice.regime(kind);
        let due = claim.first_unpaid_due().unwrap_or(invoice.due);
        let rates = phrases::rates(lang, regime, &claim.segments);
        let money = |amount| format::money(lang, amount, claim.currency);
        let some = |amount| phrases::money(lang, amount, claim.currency);
        let movements = |wanted: MovementKind| {
            // Few enough to put in order one by one; a sort is kilobytes of code.
            let mut found: Vec<&Movement> = Vec::new();
            for movement in &case.movements {
                if movement.kind == wanted && movement.date <= claim.as_of {
                    found.insert(found.partition_point(|earlier| earlier.date <= movement.date), movement);
                }
            }
            let on = lang.pick("le", "on");
            let written: Vec<String> = found
                .iter()
                .map(|movement| {
                    format!("{} {on} {}", money(movement.amount), format::date(lang, movement.date))
                })
                .collect();
            format::list(lang, &written)
        };
        Self {
            number: MissingFact::InvoiceNumber.or_marker(lang, &invoice.number),
            issued: format::date(lang, invoice.issued),
            issued_digits: format::date_in_table(lang, invoice.issued),
            due: format::date(lang, due),
            due_digits: format::date_in_table(lang, due),
            days_late: format::days(lang, dates::days_between(due, claim.as_of).max(0)),
            amount: money(invoice.amount),
            order: invoice.order.clone(),
            service: invoice.service.clone(),
            ordered: String::new(),
            reminded: Vec::new(),
            // Of the principal, so that the row adds up: what went to interest is told below it.
            deducted: some(
                (claim.paid + claim.credited + claim.discounted - claim.refunded)
                    .min(invoice.amount - claim.principal_left),
            ),
            sent: past::sent(lang, case, claim.as_of),
            not_due: if due < claim.as_of { some(claim.not_due) } else { String::new() },
            balance: money(if due < claim.as_of {
                claim.principal_left - claim.not_due
            } else {
                claim.principal_left
            }),
            reduced: claim.principal_left < invoice.amount,
            received: movements(MovementKind::Payment),
            credits: movements(MovementKind::CreditNote),
            disputed: if claim.principal_left == asked.principal_left {
                String::new()
            } else {
                money(claim.principal_left - asked.principal_left)
            },
            interest_from: asked.interest_from.map(|day| format::date(lang, day)).unwrap_or_default(),
            accrued: some(asked.interest),
            interest_paid: some(claim.interest_paid()),
            interest_waived: some(claim.interest_waived),
            rate_rule: phrases::rate_rule(lang, regime, &rates),
            rates,
            year: phrases::year(lang, invoice.contract.day_count).to_owned(),
            working: asked
                .segments
                .iter()
                .enumerate()
                .map(|(row, segment)| WorkingText {
                    instalment: phrases::instalment(lang, asked, row),
                    period: format::date_range(lang, segment.from, segment.to),
                    base: money(segment.base),
                    rate: format::rate(lang, segment.rate),
                    days: format::days(lang, segment.days),
                    interest: money(segment.interest),
                    formula: phrases::formula(lang, segment, invoice.contract.day_count, claim.currency),
                    provisional: segment.provisional,
                })
                .collect(),
            life: Life::of(lang, case, claim, &MissingFact::InvoiceNumber.or_marker(lang, &invoice.number)),
        }
    }
}

/// Where the invoices can be paid: the link of one that has its own, else the user’s; of several, each link once with the
/// numbers it is for, where they differ.
fn link(lang: Lang, profile: &Profile, cases: &[Case<'_>]) -> String {
    let general = profile.pay_link.as_ref();
    let mut links: Vec<(&str, Vec<String>)> = Vec::new();
    for (case, _) in cases {
        let Some(link) = case.pay_link.as_ref().or(general).map(PayLink::address) else { continue };
        let number = case.invoice.number.clone();
        match links.iter_mut().find(|(known, _)| *known == link) {
            Some((_, numbers)) => numbers.push(number),
            None => links.push((link, vec![number])),
        }
    }
    match links.as_slice() {
        [] => general.map(|link| link.address().to_owned()).unwrap_or_default(),
        [(link, numbers)] if numbers.len() == cases.len() => (*link).to_owned(),
        several => {
            let named = several.iter().map(|(link, numbers)| {
                let numbers = format::list(lang, numbers);
                lang.pick(format!("{link} (n°\u{a0}{numbers})"), format!("{link} ({numbers})"))
            });
            named.collect::<Vec<_>>().join(", ")
        }
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
