//! What clients say on the telephone instead of paying, what to answer, and what comes next.

use super::context::TextContext;
use super::template::library::EXCUSES;
use super::template::{TextError, render};
use crate::domain::event::{Outcome, Step};

/// What a client may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Excuse {
    /// « Je n’ai pas reçu cette facture. »
    NotReceived,
    /// « C’est déjà payé. »
    AlreadyPaid,
    /// « La trésorerie est tendue en ce moment. »
    Cash,
    /// « Elle attend une validation. »
    Approval,
    /// « Le travail ne nous convient pas. »
    Dissatisfied,
    /// « La comptable est absente. »
    AccountantAway,
    /// « Je conteste cette facture. »
    Disputes,
}

/// An answer to what a client says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What it answers.
    pub excuse: Excuse,
    /// What the client says, in the client’s words.
    pub says: String,
    /// What to answer, a sentence a line.
    pub answer: String,
    /// How the call is then recorded.
    pub outcome: Outcome,
    /// The text it then takes.
    pub next: Step,
}

impl Excuse {
    /// Every excuse, in the order of the template file.
    pub const ALL: [Self; 7] = [
        Self::NotReceived,
        Self::AlreadyPaid,
        Self::Cash,
        Self::Approval,
        Self::Dissatisfied,
        Self::AccountantAway,
        Self::Disputes,
    ];

    /// How a call that ends on it is recorded.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        match self {
            Self::NotReceived => Outcome::Resend,
            Self::AlreadyPaid => Outcome::SaysPaid,
            Self::Cash => Outcome::Plan,
            Self::Approval => Outcome::NewContact,
            Self::Dissatisfied | Self::Disputes => Outcome::Dispute,
            Self::AccountantAway => Outcome::CallBack,
        }
    }

    /// The text that it takes.
    #[must_use]
    pub fn next(self) -> Step {
        match self {
            Self::NotReceived => Step::Duplicate,
            Self::AlreadyPaid | Self::AccountantAway | Self::Disputes => Step::Recap,
            Self::Cash => Step::Instalments,
            Self::Approval => Step::Approval,
            Self::Dissatisfied => Step::Meeting,
        }
    }
}

/// What clients say and what to answer, with the figures of the context. Each paragraph of the template is one: a line that
/// says it, and the answer.
///
/// # Errors
/// No invoice, a faulty template.
pub fn excuses(context: &TextContext) -> Result<Vec<Answer>, TextError> {
    if context.invoice.is_none() {
        return Err(TextError::NothingOwed);
    }
    let text = render(EXCUSES, context)?;
    let answers = Excuse::ALL.into_iter().zip(text.split("\n\n")).map(|(excuse, paragraph)| {
        let (says, answer) = paragraph.split_once('\n').unwrap_or((paragraph, ""));
        Answer {
            excuse,
            says: says.to_owned(),
            answer: answer.to_owned(),
            outcome: excuse.outcome(),
            next: excuse.next(),
        }
    });
    Ok(answers.collect())
}
