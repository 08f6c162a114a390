//! What the documents beside the messages say that no message does. Each fills the fields it has words for.

/// Facts and figures of a statement, a receipt, an offer, already written in the language of the text; empty where they
/// do not apply.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a question a template asks")]
pub struct PaperText {
    /// There is more than one invoice.
    pub several: bool,
    /// Numbers of the invoices: `2026-014 et 2026-020`; how many where they would fill the page.
    pub numbers: String,
    /// What the document is about: `factures n° 2026-014 et 2026-020`.
    pub about: String,
    /// How many: `3 factures`.
    pub count: String,
    /// The sum the document is about: received, to be paid under an offer, acknowledged.
    pub amount: String,
    /// The same in words.
    pub words: String,
    /// Its day.
    pub day: String,
    /// The day after it.
    pub day_after: String,
    /// Principal left.
    pub balance: String,
    /// The part of it that is due.
    pub overdue: String,
    /// The part of it that is not.
    pub not_due: String,
    /// What is asked for.
    pub asked: String,
    /// What the client has paid beyond everything owed.
    pub credit: String,
    /// The part of the principal that is contested.
    pub disputed: String,
    /// Interest and fixed sums.
    pub penalties: String,
    /// Interest, contested or not.
    pub interest: String,
    /// Fixed sums, contested or not.
    pub indemnity: String,
    /// Insolvency proceedings are open.
    pub insolvent: bool,
    /// A payment was made before the invoice it is for was issued.
    pub deposit: bool,
    /// Nothing of the invoice is left to be paid.
    pub settled: bool,
    /// All that is owed.
    pub owed: String,
    /// What is given up.
    pub saved: String,
    /// What is taken off the principal.
    pub discount: String,
    /// The last day of a term.
    pub last_day: String,
    /// The day a formal notice was received.
    pub received: String,
    /// A formal notice said that the contract could be ended.
    pub warned: bool,
    /// What the contract is for.
    pub subject: String,
    /// How many exhibits there are: `12 pièces`.
    pub exhibits: String,
    /// The client is to sign too.
    pub signed: bool,
}
