//! What a text in its sender's own words no longer says of what the proposed text said: the facts a debtor needs to
//! pay, and those without which a formal notice, a note of penalties, an agreement or a termination is none (product
//! requirements LAD-6 and S4-10; C. civ. art. 1344, 1376, 1226, read in November 2026). And what it says wrongly: sums,
//! numbers of days, days of the week. Figures, dates and words are compared as read, not as typed: spaces of any kind,
//! accents, case and separators do not matter.

mod facts;
mod reading;
mod wrong;

use std::ops::Range;

use super::context::TextContext;
use facts::wanted;
use reading::Reading;

/// A fact a text should say, or says wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// Number of the invoice.
    Number,
    /// Day it was issued.
    Issued,
    /// Day it fell due.
    Due,
    /// What was paid on it.
    Received,
    /// What is asked for.
    Balance,
    /// One of the sums it is made of.
    Part,
    /// Last day to pay, in full.
    Deadline,
    /// Account to be paid on.
    Iban,
    /// Who writes.
    Sender,
    /// That it puts in default: « je vous mets en demeure ».
    Notice,
    /// That penalties are asked.
    Penalties,
    /// Earlier reminders, by their dates.
    Reminders,
    /// That the matter may be brought before a court.
    Action,
    /// That penalties are outside the scope of VAT.
    Vat,
    /// That the debtor acknowledges the debt.
    Acknowledgement,
    /// The sum acknowledged, in words.
    Words,
    /// What follows if an instalment is not paid.
    Default,
    /// That the contract is ended.
    Termination,
    /// A sum that nothing known explains.
    WrongSum,
    /// A number of days that is not the one granted.
    WrongDays,
    /// A date with a day of the week that is not its own.
    WrongWeekday,
    /// VAT counted on penalties.
    WrongVat,
}

impl Fact {
    /// The text says something it should not, rather than not saying something.
    #[must_use]
    pub fn is_wrong(self) -> bool {
        matches!(self, Self::WrongSum | Self::WrongDays | Self::WrongWeekday | Self::WrongVat)
    }

    /// Its value tells more than its name: a number, a day, a sum. Other facts are clauses.
    #[must_use]
    pub fn has_value(self) -> bool {
        matches!(
            self,
            Self::Number
                | Self::Issued
                | Self::Due
                | Self::Received
                | Self::Balance
                | Self::Part
                | Self::Deadline
                | Self::Iban
                | Self::Sender
                | Self::Words
        )
    }
}

/// What a text is for, which decides what it may not go without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// To remind, to inform.
    Reminder,
    /// To put in default.
    FormalNotice,
    /// To ask for penalties alone.
    PenaltyNote,
    /// To agree on instalments.
    Agreement,
    /// To end a contract.
    Termination,
}

/// A fact that a text no longer says, or says wrongly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Which.
    pub fact: Fact,
    /// What the text would have to say: `2 766,79 €`; what it says, where that is wrong.
    pub value: String,
    /// A line or sentence that says it; what to write instead, where it is wrong and that is known.
    pub line: String,
    /// Without it the text is not what it is for, and must not leave.
    pub is_mandatory: bool,
    /// Where the wrong words stand: which passage, which bytes of it.
    pub place: Option<(usize, Range<usize>)>,
}

/// The words of a text beside what cannot be edited in it.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Its passages.
    pub passages: &'a [String],
    /// The rest of a letter: addresses, tables, how to pay; nothing for an e-mail.
    pub fixed: &'a str,
}

impl Words<'_> {
    fn own(self) -> String {
        self.passages.join("\n")
    }

    fn whole(self) -> String {
        format!("{}\n{}", self.own(), self.fixed)
    }
}

/// A fact looked for, and how.
struct Wanted {
    lack: Lack,
    /// The forms it may be written in; one of them is enough.
    forms: Vec<String>,
    /// Words one of which stands in the same passage; none where any passage will do.
    beside: Vec<String>,
}

/// A text as it is looked through.
struct Looked {
    whole: Reading,
    own: Reading,
    passages: Vec<Reading>,
}

impl Looked {
    fn at(words: Words<'_>) -> Self {
        let passages = words.passages.iter().map(|passage| Reading::of(passage)).collect();
        Self { whole: Reading::of(&words.whole()), own: Reading::of(&words.own()), passages }
    }

    fn says(&self, wanted: &Wanted) -> bool {
        let fact = wanted.lack.fact;
        let said = |reading: &Reading| wanted.forms.iter().any(|form| reading.says(fact, form));
        // A table states facts; only a sentence asks for something.
        let is_fact = matches!(
            fact,
            Fact::Number | Fact::Issued | Fact::Due | Fact::Received | Fact::Iban | Fact::Sender
        );
        if is_fact {
            return said(&self.whole);
        }
        if wanted.beside.is_empty() {
            return said(&self.own);
        }
        let is_there = |reading: &&Reading| wanted.beside.iter().any(|form| reading.says(Fact::Notice, form));
        self.passages.iter().filter(is_there).any(said)
    }
}

/// The facts that the proposed text says and the edited one does not, in the order a reader looks for them; then what
/// the edited one says wrongly.
#[must_use]
pub fn lacks(context: &TextContext, purpose: Purpose, proposed: Words<'_>, edited: Words<'_>) -> Vec<Lack> {
    let context = &context.clone().recalling();
    let (before, now) = (Looked::at(proposed), Looked::at(edited));
    let found = wanted(context, purpose, proposed.passages, &before.own);
    let told: Vec<Wanted> = found.into_iter().filter(|wanted| before.says(wanted)).collect();
    let is_part = |wanted: &&Wanted| wanted.lack.fact == Fact::Part;
    // A sum told whole is whole; told in part, it no longer adds up. A formal notice says what it is made of.
    let is_whole =
        purpose != Purpose::FormalNotice && !told.iter().filter(is_part).any(|part| now.says(part));
    let mut lacks: Vec<Lack> = told
        .into_iter()
        .filter(|wanted| !(now.says(wanted) || is_whole && is_part(&wanted)))
        .map(|wanted| wanted.lack)
        .collect();
    lacks.extend(wrong::wrong(context, purpose, proposed, edited));
    lacks
}
