//! What templates may say: the facts and figures of a case, already written in a language. Built from domain types
//! only; a value that does not apply is an empty text, so that `{% if daily %}` reads well. Missing facts are markers.
//! Fields are named to templates in `context/values.rs`.

mod build;
mod phrases;
mod values;

use chrono::{Datelike, Days, NaiveDate, Weekday};

pub use values::{INVOICE_VARIABLES, Kind, ROW_VARIABLES, VARIABLES, Value};

use super::template::TextError;
use crate::domain::event::Step;
use crate::domain::party::DebtorKind;
use crate::text::Lang;

/// Everything a template can name.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a question a template asks")]
pub struct TextContext {
    /// Language of every text in it.
    pub lang: Lang,
    /// The client is addressed as *tu*.
    pub tu: bool,
    /// The client is a business.
    pub business: bool,
    /// The client is a public buyer.
    pub public: bool,
    /// The client is a consumer, or of unknown kind.
    pub consumer: bool,
    /// A business or a public buyer: penalties run by law.
    pub professional: bool,
    /// Something is past its due date.
    pub late: bool,
    /// There is more than one invoice.
    pub several: bool,
    /// The figures are stated at another day than today.
    pub stated_elsewhen: bool,
    /// Interest only runs from the receipt of a formal notice.
    pub after_notice: bool,
    /// Some interest bears interest.
    pub capitalises: bool,
    /// The user's firm.
    pub sender: SenderText,
    /// The client.
    pub client: ClientText,
    /// The invoice, or the first of several.
    pub invoice: Option<InvoiceText>,
    /// Every invoice.
    pub invoices: Vec<InvoiceText>,
    /// Their numbers: `2026-014 et 2026-020`.
    pub numbers: String,
    /// Day the text is dated.
    pub today: String,
    /// Day the figures are stated at (« arrêté au »).
    pub as_of: String,
    /// The day after it.
    pub day_after: String,
    /// Last day to pay, with its weekday.
    pub deadline: String,
    /// Days from today to it: `8 jours`.
    pub deadline_days: String,
    /// Principal owed on all invoices.
    pub principal: String,
    /// Interest owed on all invoices.
    pub interest: String,
    /// Fixed sums owed on all invoices: `40 €`.
    pub indemnity: String,
    /// All that is owed.
    pub total: String,
    /// What a reminder may ask for: all that a professional owes, the principal of a consumer.
    pub claimed: String,
    /// What one more day adds.
    pub daily: String,
    /// The same as people say it: `84 centimes`.
    pub daily_spoken: String,
    /// What interest for lateness is called: `pénalités de retard`, `intérêts moratoires`, `intérêts`.
    pub late_interest: String,
    /// Interest and fixed sum: `246,79 € de pénalités et 40 € d’indemnité`.
    pub extras: String,
    /// Principal, interest and fixed sum, each with its name.
    pub breakdown: String,
    /// Some payment was received.
    pub partly_paid: bool,
    /// Every payment, credit note and discount with its date, in sentences.
    pub movements: String,
    /// Payments extinguish interest before principal.
    pub interest_first: bool,
    /// Earlier reminders: `mon e-mail du 3 novembre 2026 et mon courrier du …`.
    pub reminders: String,
    /// The same one by one.
    pub reminder_list: Vec<String>,
    /// Half-years counted at a provisional rate: `le 1er semestre 2027`.
    pub provisional: String,
    /// The provision interest rests on.
    pub law_interest: String,
    /// The provision the fixed sum rests on.
    pub law_indemnity: String,
}

/// The user's firm, as texts name it.
#[derive(Clone, Debug)]
pub struct SenderText {
    /// Name or trade name.
    pub name: String,
    /// Lines of the postal address.
    pub address: Vec<String>,
    /// City letters are dated from.
    pub city: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// SIREN or SIRET.
    pub siren: String,
    /// Account to be paid on.
    pub iban: String,
    /// Its bank.
    pub bic: String,
}

/// The client, as texts name it.
#[derive(Clone, Debug)]
pub struct ClientText {
    /// Name or corporate name.
    pub name: String,
    /// Person addressed, title in full: `Madame Le Goff`.
    pub contact: String,
    /// How a letter opens and closes: `Madame`, `Madame, Monsieur`, `Dear Ms Le Goff`.
    pub title: String,
    /// Lines of the postal address.
    pub address: Vec<String>,
    /// SIREN or SIRET.
    pub siren: String,
}

/// One invoice with its figures.
#[derive(Clone, Debug)]
pub struct InvoiceText {
    /// Number printed on it.
    pub number: String,
    /// Issue date in full.
    pub issued: String,
    /// Issue date in digits.
    pub issued_digits: String,
    /// Due date in full.
    pub due: String,
    /// Due date in digits.
    pub due_digits: String,
    /// Days since the due date: `252 jours`.
    pub days_late: String,
    /// Amount including VAT.
    pub amount: String,
    /// Payments and credit notes together.
    pub deducted: String,
    /// Principal left, `0,00 €` where there is none.
    pub balance: String,
    /// A payment or a credit note has reduced it.
    pub reduced: bool,
    /// Payments: `1 000,00 € le 2 juillet 2026`.
    pub received: String,
    /// Credit notes, likewise.
    pub credits: String,
    /// First day that bears interest.
    pub interest_from: String,
    /// All interest that accrued.
    pub accrued: String,
    /// What of it was paid.
    pub interest_paid: String,
    /// What of it was given up.
    pub interest_waived: String,
    /// The rates applied, with their half-years where they change with them.
    pub rates: String,
    /// The rule the rates follow, with them: `au taux convenu de 12,00 % par an`.
    pub rate_rule: String,
    /// Length of a year: `365`.
    pub year: String,
    /// Principal that is not due yet.
    pub not_due: String,
    /// The working, row by row.
    pub working: Vec<WorkingText>,
}

/// One row of the working.
#[derive(Clone, Debug)]
pub struct WorkingText {
    /// The instalment this row is the first of, where there are several: `échéance du 15 mars 2026, 1 000,00 €`.
    pub instalment: String,
    /// Days counted: `16 mars – 30 juin 2026`.
    pub period: String,
    /// Sum interest is counted on.
    pub base: String,
    /// Yearly rate.
    pub rate: String,
    /// Number of days.
    pub days: String,
    /// Interest of the row.
    pub interest: String,
    /// The whole row as one line: `3 480,00 € × 12,15 % × 107 jours ÷ 365 = 123,95 €`.
    pub formula: String,
    /// The rate is provisional.
    pub provisional: bool,
}

impl TextContext {
    /// Refuses a context in which a text would have nothing late, or nothing it may ask for.
    pub(super) fn check_claimable(&self) -> Result<(), TextError> {
        if self.claimed.is_empty() {
            Err(TextError::NothingOwed)
        } else if !self.late {
            Err(TextError::NotLate)
        } else {
            Ok(())
        }
    }

    /// The same where the issue dates are not known: left unsaid, never guessed. Number and due date name the invoice.
    #[must_use]
    pub fn without_issue_dates(mut self) -> Self {
        for invoice in self.invoice.iter_mut().chain(&mut self.invoices) {
            invoice.issued.clear();
            invoice.issued_digits.clear();
        }
        self
    }

    /// Refuses a context without exactly one invoice.
    pub(super) fn check_single(&self) -> Result<(), TextError> {
        match self.invoices.len() {
            0 => Err(TextError::NothingOwed),
            1 => Ok(()),
            _ => Err(TextError::SeveralInvoices),
        }
    }
}

/// The last day to pay a text grants by default: 8 days on, 15 for a consumer's formal notice (French usage, no
/// statute), moved from a Saturday or Sunday to Monday. Public holidays are not looked at.
#[must_use]
pub fn deadline(step: Step, kind: DebtorKind, today: NaiveDate) -> NaiveDate {
    let professional = matches!(kind, DebtorKind::Business | DebtorKind::Public);
    let days = if step == Step::FormalNotice && !professional { 15 } else { 8 };
    let last = today.checked_add_days(Days::new(days)).unwrap_or(today);
    let moved = match last.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    last.checked_add_days(Days::new(moved)).unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::{days_between, next_day, parse_iso};

    #[test]
    fn deadlines_are_working_days_of_the_week_and_never_shorter() {
        let mut today = parse_iso("2026-01-01").unwrap();
        for _ in 0..400 {
            for (step, kind, days) in [
                (Step::FirstReminder, DebtorKind::Consumer, 8),
                (Step::FirmReminder, DebtorKind::Business, 8),
                (Step::FormalNotice, DebtorKind::Public, 8),
                (Step::FormalNotice, DebtorKind::Consumer, 15),
                (Step::FormalNotice, DebtorKind::Unknown, 15),
            ] {
                let last = deadline(step, kind, today);
                assert!(!matches!(last.weekday(), Weekday::Sat | Weekday::Sun));
                assert!((days..days + 3).contains(&days_between(today, last)));
            }
            today = next_day(today);
        }
        let sunday = parse_iso("2026-11-22").unwrap();
        let monday = deadline(Step::FirstReminder, DebtorKind::Business, sunday);
        assert_eq!(monday, parse_iso("2026-11-30").unwrap());
    }
}
