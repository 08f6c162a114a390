//! What was prepared of a letter on its own page and waits there: own words, what a formal notice grants and joins, the number
//! of a registered letter. A batch takes it up, and holds back what is to be read again.

use crate::app::book::Book;
use crate::base::InvoiceId;
use crate::documents::completeness::{Purpose, Words, lacks};
use crate::documents::context::TextContext;
use crate::documents::edited::EditedText;
use crate::documents::letter::Letter;
use crate::documents::wording::Document;
use crate::domain::event::{Channel, Step};
use crate::domain::notice::NoticeTerms;
use crate::domain::party::DebtorKind;
use crate::ui::editing::own_words::{OwnWords, left};
use crate::ui::pages::composer::desk::{ending, granting, posted};
use crate::ui::state::App;

/// Words of the user's own, and the name they are kept under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The words.
    pub words: OwnWords,
    /// The name.
    pub name: String,
}

/// Why a letter in own words does not go with a batch: it is read again on its own page first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// What is proposed has changed since: figures, facts.
    Moved,
    /// It says what it must not, or no longer what it must.
    Faulty,
}

/// The words left under a name, where they are not sent yet.
pub fn own(app: App, book: &Book, name: String, step: Step) -> Option<Own> {
    let words = left(book, &app.draft(&name)?, |event| event.step == step)?;
    words.text.differs().then_some(Own { words, name })
}

/// What a formal notice about an invoice grants and joins; the usual where nothing was chosen.
pub fn notice(app: App, id: InvoiceId, kind: DebtorKind) -> NoticeTerms {
    let kept = app.draft(&granting(id)).and_then(|kept| serde_json::from_str(&kept).ok());
    kept.unwrap_or_else(|| NoticeTerms::usual(kind))
}

/// It is to say that the contract may be ended.
pub fn ends_contract(app: App, id: InvoiceId) -> bool {
    app.draft(&ending(id)).is_some()
}

/// The number of the registered letter, where it was typed.
pub fn posting_number(app: App, id: InvoiceId, step: Step, channel: Channel) -> String {
    let typed = app.draft(&posted(id, step)).filter(|_| channel == Channel::RegisteredPost);
    typed.map(|typed| typed.trim().to_owned()).unwrap_or_default()
}

/// What was said of one sending is not said of the next.
pub fn forget(app: App, id: InvoiceId, step: Step) {
    app.keep_draft(&posted(id, step), None);
    app.keep_draft(&granting(id), None);
}

/// A letter in own words, and why it is held back.
pub fn in_own_words(
    letter: &Letter,
    text: &EditedText,
    context: &TextContext,
    (document, purpose): (Document, Purpose),
    debtor: DebtorKind,
) -> (Letter, Option<Held>) {
    let ours = letter.passages();
    let own = letter.with_passages(&text.passages);
    let fixed = letter.with_passages(&[]).plain_text();
    let stands = own.passages();
    let looked_at = EditedText { proposed: ours.clone(), ..text.clone() };
    let is_refused =
        looked_at.places(document, debtor, &context.typed()).iter().any(|place| looked_at.refuses(place));
    let lacks_some = {
        let before = Words { passages: &ours, fixed: &fixed };
        let now = Words { passages: &stands, fixed: &fixed };
        lacks(context, purpose, before, now).iter().any(|lack| lack.is_mandatory)
    };
    let held = if text.proposed != ours {
        Some(Held::Moved)
    } else if is_refused || lacks_some {
        Some(Held::Faulty)
    } else {
        None
    };
    (own, held)
}
