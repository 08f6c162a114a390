//! A text as it stands on the screen, and as it is kept once sent.

use super::Wording;
use crate::app::views::figures::Figures;
use crate::documents::asked::asked;
use crate::documents::message::{Message, message};
use crate::domain::event::{Channel, SentText};
use crate::domain::law::rates::RateTable;
use crate::ui::state::App;
use crate::ui::texts;

/// The text of a wording; none where there is nothing it may ask for.
pub fn text_of(app: App, figures: &Figures, wording: Wording, channel: Channel) -> Option<Message> {
    let Wording { step, tone, tu, lang } = wording;
    message(step, channel, tone, &texts::context(app, figures, step, channel, lang, tu)).ok()
}

/// The text with its figures, as it will be kept for ever.
pub fn frozen(
    figures: &Figures,
    wording: Wording,
    text: &Message,
    rates: &RateTable,
    rates_corrected: bool,
) -> SentText {
    let Wording { step, tone, lang, .. } = wording;
    let asked = asked(step, tone, figures.client.kind, &figures.case, &figures.claim);
    SentText {
        subject: text.subject().to_owned(),
        body: text.plain_text(lang),
        as_of: figures.claim.as_of,
        principal: asked.principal,
        interest: asked.interest,
        indemnity: asked.indemnity,
        rates: rates.file().version,
        rates_corrected,
        provisional: asked.provisional,
        program: env!("CARGO_PKG_VERSION").to_owned(),
    }
}
