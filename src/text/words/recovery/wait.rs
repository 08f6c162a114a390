//! The advice while something is under way: until when to wait for it, and on which assumption.

use chrono::NaiveDate;

use super::super::agenda::{self, say};
use crate::domain::dunning::{Action, Hold, HoldCause, What};
use crate::domain::recovery::Situation;
use crate::text::{Lang, format};

/// What is under way: until when to wait for it, or what it asks for.
pub(super) fn engaged(lang: Lang, action: &Action, at: &Situation) -> (String, String) {
    let why = agenda::why(lang, &action.why, at.currency, at.today);
    let until = action.hold.and_then(|hold| hold.until).filter(|until| at.today <= *until);
    let head = match (until, action.what) {
        (Some(until), _) => {
            let until = format::date(lang, until);
            lang.pick(format!("Attendez jusqu’au {until}"), format!("Wait until {until}"))
        }
        (None, What::Nothing) => {
            lang.pick("Il n’y a plus de voie à choisir", "No way out is left to choose").to_owned()
        }
        (None, What::LookAgain) => {
            lang.pick("Suivez d’abord ce qui est engagé", "See what is under way through first").to_owned()
        }
        (None, _) => {
            let verb = lower(agenda::verb(lang, action));
            lang.pick(format!("D’abord, {verb}"), format!("First, {verb}"))
        }
    };
    let pause = match (&action.hold, until) {
        // The reason of a pause is what comes after it: what pauses is said as well, and what waits for a meeting.
        (Some(hold @ Hold { cause: HoldCause::Pause(_), .. }), Some(_))
        | (Some(hold @ Hold { cause: HoldCause::Meeting, .. }), _) => {
            format!(" {}.", agenda::hold(lang, hold))
        }
        _ => String::new(),
    };
    let assumed = action.hold.as_ref().zip(until).map(|(hold, until)| assumed(lang, hold.cause, until));
    (head, format!(". {why}{pause}{}", assumed.unwrap_or_default()))
}

/// What the advice to wait turns on.
fn assumed(lang: Lang, cause: HoldCause, until: NaiveDate) -> String {
    let what = match cause {
        HoldCause::Promise => lang.pick("la promesse sera tenue", "the promise will be kept"),
        HoldCause::Pause(_) => lang.pick("la raison de la pause tient", "the reason of the pause holds"),
        HoldCause::Dispute | HoldCause::Meeting => {
            lang.pick("un accord reste possible", "an agreement is still possible")
        }
        HoldCause::Notice => {
            lang.pick("le client peut encore payer dans ce délai", "the client may still pay in that time")
        }
        HoldCause::LifeCycle(_) | HoldCause::SaysPaid => {
            lang.pick("le paiement annoncé viendra", "the payment announced will come")
        }
        HoldCause::Plan => lang.pick("l’échéancier sera suivi", "the plan will be followed"),
        HoldCause::PlanProposed => {
            lang.pick("l’échéancier proposé sera accepté", "the proposed plan will be accepted")
        }
        HoldCause::Offer => lang.pick("l’offre sera acceptée", "the offer will be taken up"),
        HoldCause::Insolvency | HoldCause::Court | HoldCause::Proceeding(_) => {
            lang.pick("la procédure suit son cours", "the procedure takes its course")
        }
    };
    let until = format::date(lang, until);
    say(
        lang,
        || format!(" Cet avis suppose que {what}\u{a0}; si ce n’est pas le cas, n’attendez pas le {until}."),
        || format!(" This advice assumes that {what}; if not, do not wait until {until}."),
    )
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
