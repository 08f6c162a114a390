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
    /// Who bought the claim.
    pub buyer: String,
    /// The buyer’s reference.
    pub reference: String,
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
    /// The provisions interest and fixed sums rest on.
    pub laws: String,
    /// Interest, contested or not.
    pub interest: String,
    /// Fixed sums, contested or not.
    pub indemnity: String,
    /// Insolvency proceedings are open.
    pub insolvent: bool,
    /// Day of the judgment that opened them.
    pub opened: String,
    /// What they are: « la procédure de redressement judiciaire ».
    pub proceedings: String,
    /// The court where the claim is brought already.
    pub court: String,
    /// A payment was made before the invoice it is for was issued.
    pub deposit: bool,
    /// The invoice is under French law.
    pub french: bool,
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
    /// What became of a notice that came back: `présentée le 3 novembre 2026 et refusée`.
    pub came_back: String,
    /// Who gave a formal notice for the creditor.
    pub by: String,
    /// A formal notice said that the contract could be ended.
    pub warned: bool,
    /// What the contract is for.
    pub subject: String,
    /// How many exhibits there are: `12 pièces`.
    pub exhibits: String,
    /// The town a court is competent for.
    pub seat: String,
    /// The town of a *tribunal des activités économiques*.
    pub town: String,
    /// Every town that has one.
    pub towns: String,
    /// The court is a commercial one.
    pub commercial: bool,
    /// It is the commercial chamber of another.
    pub chamber: bool,
    /// The debtor is a consumer before the courts.
    pub consumer_court: bool,
    /// The day the plan was signed under which what is told is paid.
    pub planned: String,
    /// The sum of it that comes next, with its day.
    pub planned_next: String,
    /// What of the balance was assigned, and is owed to another.
    pub assigned: String,
    /// A part of the balance was not assigned.
    pub shared: bool,
    /// A schedule pays interest and fixed sums too.
    pub included: bool,
    /// It is paid in one sum, on one day.
    pub single: bool,
    /// They stay owed beside it.
    pub frozen: bool,
    /// The day by which what a schedule leaves aside is paid.
    pub aside_by: String,
    /// Interest goes on while a schedule is kept.
    pub interest_runs: bool,
    /// Interest would run without a schedule.
    pub runs_later: bool,
    /// Payments extinguish interest first.
    pub interest_first: bool,
    /// Days a notice gives: `8 jours`.
    pub notice_days: String,
    /// The client is to sign too.
    pub signed: bool,
    /// What is contested and spread as well, by which the dispute about it is withdrawn; empty where nothing is.
    pub withdrawn: String,
    /// Where it is signed; empty where that is to be written by hand.
    pub place: String,
    /// First day of the movements that are told.
    pub from: String,
    /// Some text was sent that is quoted word for word.
    pub texts: bool,
    /// Only invoices of which something is left.
    pub open_only: bool,
    /// Numbers of penalty notes that are missing, each with why.
    pub cancelled: String,
}
