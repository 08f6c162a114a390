//! What is known of a registered letter, and what that means, in sentences.

use crate::domain::event::{Event, Step};
use crate::domain::posting::{Posting, Returned};
use crate::domain::regime::Regime;
use crate::text::words::posting;
use crate::text::{Lang, format};

/// What is known, in a sentence; none where nothing is.
pub(super) fn known(lang: Lang, event: &Event) -> Option<String> {
    let w = posting::words(lang);
    let Posting { number, presented, returned } = &event.posting;
    let mut parts = Vec::new();
    if !number.is_empty() {
        parts.push(format!("{}{number}", w.known_number));
    }
    parts.extend(presented.map(|day| format!("{}{}", w.known_presented, format::date(lang, day))));
    parts.extend(event.received.map(|day| format!("{}{}", w.known_received, format::date(lang, day))));
    parts.extend(returned.map(|why| match why {
        Returned::Refused => w.known_refused.to_owned(),
        Returned::NotCollected => w.known_not_collected.to_owned(),
    }));
    (!parts.is_empty()).then(|| format!("{}.", parts.join(", ")))
}

/// What the state of a formal notice starts under the regime of its invoice.
pub(super) fn meaning(lang: Lang, event: &Event, regime: Regime) -> Option<String> {
    let w = posting::words(lang);
    let starts = regime.needs_formal_notice();
    let is_notice = event.step == Step::FormalNotice;
    match (event.received, event.posting.returned) {
        _ if !is_notice => None,
        (Some(_), _) if starts => Some(w.starts_interest.to_owned()),
        (Some(_), _) if regime.interest_source().is_some() => Some(format!("{} {}", w.proves, w.was_running)),
        (Some(_), _) => Some(w.proves.to_owned()),
        (None, Some(_)) if starts => Some(w.returned_consumer.to_owned()),
        (None, Some(_)) => Some(w.returned_professional.to_owned()),
        (None, None) => Some(w.waits.to_owned()),
    }
}
