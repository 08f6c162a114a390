//! A text as it stands on the screen, and as it is kept once sent.

use super::Wording;
use crate::app::book::Book;
use crate::app::views::figures::Figures;
use crate::base::Amount;
use crate::documents::context::deadline;
use crate::documents::email::{Email, claims_penalties};
use crate::documents::letter::{Letter, formal_notice};
use crate::domain::event::{Channel, SentText, Step};
use crate::domain::law::rates::RateTable;
use crate::domain::party::DebtorKind;
use crate::text::Lang;
use crate::ui::state::App;
use crate::ui::texts;
use leptos::prelude::*;

/// A text as it stands on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    Email(Email),
    Letter(Letter),
}

impl Text {
    /// Everything in it, for finding what is missing.
    pub fn whole(&self) -> String {
        match self {
            Self::Email(email) => format!("{}\n\n{}", email.subject, email.body),
            Self::Letter(letter) => letter.plain_text(),
        }
    }

    /// What the clipboard gets, and what is kept once sent.
    pub fn clipboard(&self, lang: Lang) -> String {
        match self {
            Self::Email(email) => email.clipboard_text(lang),
            Self::Letter(letter) => letter.plain_text(),
        }
    }

    /// The words that can be put otherwise.
    pub fn passages(&self) -> Vec<String> {
        match self {
            Self::Email(email) => email.passages(),
            Self::Letter(letter) => letter.passages(),
        }
    }

    /// The same in other words.
    #[must_use]
    pub fn with_passages(&self, passages: &[String]) -> Self {
        match self {
            Self::Email(email) => Self::Email(email.with_passages(passages)),
            Self::Letter(letter) => Self::Letter(letter.with_passages(passages)),
        }
    }

    /// What cannot be put otherwise.
    pub fn fixed(&self) -> String {
        match self {
            Self::Email(_) => String::new(),
            Self::Letter(letter) => letter.with_passages(&[]).plain_text(),
        }
    }

    fn subject(&self) -> &str {
        match self {
            Self::Email(email) => &email.subject,
            Self::Letter(letter) => &letter.subject,
        }
    }
}

/// The text of a wording; none where there is nothing it may ask for.
pub fn text_of(app: App, figures: &Figures, wording: Wording, channel: Channel) -> Option<Text> {
    let Wording { step, tone, tu, lang } = wording;
    if step == Step::FormalNotice {
        let today = figures.claim.as_of;
        let deadline = deadline(step, figures.client.kind, today);
        let cases = [(&figures.case, &figures.claim)];
        app.book
            .with(|book| {
                let profile = Book::profile(book);
                formal_notice(lang, profile, &figures.client, &cases, today, deadline, channel).ok()
            })
            .map(Text::Letter)
    } else {
        texts::email(&texts::context(app, figures, step, lang, tu), step, tone).map(Text::Email)
    }
}

/// The text with its figures, as it will be kept for ever.
pub fn frozen(
    figures: &Figures,
    wording: Wording,
    text: &Text,
    rates: &RateTable,
    rates_corrected: bool,
) -> SentText {
    let claim = &figures.claim;
    let professional = matches!(figures.client.kind, DebtorKind::Business | DebtorKind::Public);
    let claimed = claims_penalties(wording.step, wording.tone) || claim.principal_left.is_zero();
    let penalties = |amount| if professional && claimed { amount } else { Amount::ZERO };
    SentText {
        subject: text.subject().to_owned(),
        body: text.clipboard(wording.lang),
        as_of: claim.as_of,
        principal: claim.principal_left - claim.not_due,
        interest: penalties(claim.interest_left),
        indemnity: penalties(claim.indemnity_left),
        rates: rates.file().version,
        rates_corrected,
        provisional: professional && claimed && !claim.provisional.is_empty(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
    }
}
