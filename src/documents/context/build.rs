//! Domain types written as the texts of a [`TextContext`]. No sentence is made here beyond [`super::phrases`].

use chrono::NaiveDate;

use super::phrases;
use super::{ClientText, InvoiceText, SenderText, TextContext, WorkingText};
use crate::base::{Amount, dates};
use crate::documents::missing::MissingFact;
use crate::domain::case_file::CaseFile;
use crate::domain::claim::{Allocation, Claim};
use crate::domain::iban::Iban;
use crate::domain::movement::{Movement, MovementKind};
use crate::domain::party::{Client, DebtorKind, Profile};
use crate::domain::regime::Regime;
use crate::domain::siren::Siren;
use crate::text::{Lang, format};

impl TextContext {
    /// The context of a text to one client about its cases, all in one currency, with their claims on one day.
    #[must_use]
    pub fn new(
        lang: Lang,
        profile: &Profile,
        client: &Client,
        cases: &[(&CaseFile, &Claim)],
        today: NaiveDate,
        deadline: NaiveDate,
        tu: bool,
    ) -> Self {
        let kind = client.kind;
        let (business, public) = (kind == DebtorKind::Business, kind == DebtorKind::Public);
        let professional = business || public;
        let currency = cases.first().map(|(_, claim)| claim.currency).unwrap_or_default();
        let as_of = cases.first().map_or(today, |(_, claim)| claim.as_of);
        let late = cases.iter().any(|(case, claim)| case.invoice.due < claim.as_of);
        let sum = |part: fn(&Claim) -> Amount| cases.iter().map(|(_, claim)| part(claim)).sum::<Amount>();
        let sums = phrases::Sums {
            // Once something is late, only what is due is asked for.
            principal: if late {
                sum(|claim| claim.principal_left - claim.not_due)
            } else {
                sum(|claim| claim.principal_left)
            },
            interest: sum(|claim| claim.interest_left),
            indemnity: sum(|claim| claim.indemnity_left),
            currency,
        };
        let total = if late { sum(Claim::exigible) } else { sum(|claim| claim.total) };
        // Money of the client’s that covers the claim is set off, not chased past (C. civ. art. 1347).
        let total = if sum(|claim| claim.credit) < total { total } else { Amount::ZERO };
        let daily = sum(|claim| claim.daily);
        let money = |amount| phrases::money(lang, amount, currency);
        let regime = cases.first().map(|(case, _)| case.invoice.regime(kind));
        let invoices: Vec<InvoiceText> =
            cases.iter().map(|(case, claim)| InvoiceText::new(lang, kind, case, claim)).collect();
        let numbers: Vec<String> = invoices.iter().map(|invoice| invoice.number.clone()).collect();
        let reminder_list = phrases::reminders(lang, cases, today);
        Self {
            lang,
            tu,
            business,
            public,
            consumer: !professional,
            professional,
            late,
            several: cases.len() > 1,
            stated_elsewhen: as_of != today,
            after_notice: regime.is_some_and(Regime::needs_formal_notice),
            capitalises: cases.iter().any(|(_, claim)| claim.capitalised),
            sender: SenderText::new(lang, profile),
            client: ClientText::new(lang, client),
            invoice: invoices.first().cloned(),
            invoices,
            numbers: format::list(lang, &numbers),
            today: format::date(lang, today),
            as_of: format::date(lang, as_of),
            day_after: format::date(lang, dates::next_day(as_of)),
            deadline: format::date_with_weekday(lang, deadline),
            deadline_days: format::days(lang, dates::days_between(today, deadline)),
            principal: sums.principal(lang),
            interest: sums.interest(lang),
            indemnity: sums.indemnity(lang),
            total: money(total),
            claimed: money(if professional { total } else { sums.principal.min(total) }),
            daily: money(daily),
            daily_spoken: phrases::spoken(lang, daily, currency),
            extras: phrases::extras(lang, kind, &sums),
            breakdown: phrases::breakdown(lang, kind, &sums),
            late_interest: phrases::late_interest(lang, kind).to_owned(),
            movements: phrases::movements(lang, cases),
            partly_paid: sum(|claim| claim.paid).is_positive(),
            interest_first: cases
                .iter()
                .any(|(case, _)| case.invoice.allocation == Allocation::InterestFirst),
            reminders: format::list(lang, &reminder_list),
            reminder_list,
            provisional: phrases::provisional(lang, cases),
            law_interest: phrases::law(lang, regime.and_then(Regime::interest_source)),
            law_indemnity: phrases::law(lang, regime.and_then(Regime::compensation_source)),
        }
    }
}

impl SenderText {
    fn new(lang: Lang, profile: &Profile) -> Self {
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
            iban: profile.iban.as_ref().map_or_else(|| MissingFact::Iban.marker(lang), Iban::grouped),
            bic: profile.bic.as_ref().map(|bic| bic.code().to_owned()).unwrap_or_default(),
        }
    }
}

impl ClientText {
    fn new(lang: Lang, client: &Client) -> Self {
        // A natural person is often entered by name alone: « M. Jean Dupont ».
        let contact = client.contact.trim();
        let person = if contact.is_empty() { client.name.trim() } else { contact };
        Self {
            name: MissingFact::ClientName.or_marker(lang, &client.name),
            contact: phrases::contact(lang, &client.contact),
            title: phrases::title(lang, person),
            address: lines(&MissingFact::ClientAddress.or_marker(lang, &client.address)),
            siren: client.siren.as_ref().map(Siren::grouped).unwrap_or_default(),
        }
    }
}

impl InvoiceText {
    fn new(lang: Lang, kind: DebtorKind, case: &CaseFile, claim: &Claim) -> Self {
        let invoice = &case.invoice;
        let regime = invoice.regime(kind);
        let due = claim.first_unpaid_due().unwrap_or(invoice.due);
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
            issued_digits: format::date_digits(invoice.issued),
            due: format::date(lang, due),
            due_digits: format::date_digits(due),
            days_late: format::days(lang, dates::days_between(due, claim.as_of).max(0)),
            amount: money(invoice.amount),
            deducted: some(claim.paid + claim.credited + claim.discounted - claim.refunded),
            not_due: if due < claim.as_of { some(claim.not_due) } else { String::new() },
            balance: money(if due < claim.as_of {
                claim.principal_left - claim.not_due
            } else {
                claim.principal_left
            }),
            reduced: claim.principal_left < invoice.amount,
            received: movements(MovementKind::Payment),
            credits: movements(MovementKind::CreditNote),
            interest_from: claim.interest_from.map(|day| format::date(lang, day)).unwrap_or_default(),
            accrued: some(claim.interest),
            interest_paid: some(claim.interest_paid()),
            interest_waived: some(claim.interest_waived),
            rates: phrases::rates(lang, regime, claim),
            rate_rule: phrases::rate_rule(lang, regime, claim),
            year: phrases::year(lang, invoice.contract.day_count).to_owned(),
            working: claim
                .segments
                .iter()
                .enumerate()
                .map(|(row, segment)| WorkingText {
                    instalment: phrases::instalment(lang, claim, row),
                    period: format::date_range(lang, segment.from, segment.to),
                    base: money(segment.base),
                    rate: format::rate(lang, segment.rate),
                    days: format::days(lang, segment.days),
                    interest: money(segment.interest),
                    formula: phrases::formula(lang, segment, invoice.contract.day_count, claim.currency),
                    provisional: segment.provisional,
                })
                .collect(),
        }
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
