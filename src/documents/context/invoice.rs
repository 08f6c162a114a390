//! An invoice with its figures and its working, as texts write them.

use super::recalled::Reminder;
use crate::documents::life::Life;

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
    /// How it went to the client: `par e-mail le 13 février 2026`.
    pub sent: String,
    /// Purchase order or commitment number, as one line; empty where there is none.
    pub order: String,
    /// Service code, likewise.
    pub service: String,
    /// What reminded of it since its due date, oldest first.
    pub reminded: Vec<Reminder>,
    /// What is quoted of this invoice alone, in a sentence: `bon de commande BC-77`, beside what all have in common,
    /// see [`TextContext::quoted`](super::TextContext::quoted).
    pub ordered: String,
    /// The part of the balance the client contests; empty where nothing is, or where the working is of all of it.
    pub disputed: String,
    /// The working, row by row.
    pub working: Vec<WorkingText>,
    /// The same as a picture, where something bore interest.
    pub life: Option<Life>,
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
