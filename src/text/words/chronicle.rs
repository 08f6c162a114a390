//! What the story of a claim, on screen and on paper, says of offers, payment plans, meetings and what was promised.

use chrono::NaiveDate;

use crate::base::Currency;
use crate::domain::circumstance::{Circumstance, CircumstanceKind};
use crate::domain::dispute::{Commitment, Meeting, Side};
use crate::domain::offer::{Offer, OfferEnd, OfferSort};
use crate::domain::plan::standing::PlanRow;
use crate::domain::plan::{End, Penalties, Plan};
use crate::domain::talk::Talk;
use crate::text::{Lang, format};

/// Something that happened between the two sides.
#[must_use]
pub fn talk(lang: Lang, talk: Talk<'_>, currency: Currency) -> String {
    match talk {
        Talk::Offered(offer) => offered(lang, offer, currency),
        Talk::OfferAgreed(offer) => agreed(lang, offer),
        Talk::OfferMet(offer) => met(lang, offer),
        Talk::OfferLapsed(offer) => lapsed(lang, offer),
        Talk::OfferEnded(offer, how) => offer_ended(lang, offer, how),
        Talk::Met(meeting) => met_about(lang, meeting).to_owned(),
        Talk::Promised(one) => promised(lang, one),
        Talk::PromiseEnded(one, done) => promise_ended(lang, one, done),
    }
}

/// An offer that was made, with what it asks for.
fn offered(lang: Lang, offer: &Offer, currency: Currency) -> String {
    let name = super::offers::name(lang, offer, currency);
    let until = format::date(lang, offer.until);
    if offer.kind.sort().is_of_money() {
        let pay = format::money(lang, offer.pay, currency);
        lang.pick(
            format!("Offre faite – {name}\u{a0}: {pay} à payer au plus tard le {until}"),
            format!("Offer made – {name}: {pay} to pay by {until}"),
        )
    } else {
        lang.pick(
            format!("Offre faite – {name}, à accepter au plus tard le {until}"),
            format!("Offer made – {name}, to be accepted by {until}"),
        )
    }
}

fn the_offer(lang: Lang, offer: &Offer) -> String {
    super::offers::reference(lang, offer.date)
}

/// The client agreed to an offer.
fn agreed(lang: Lang, offer: &Offer) -> String {
    let offer = the_offer(lang, offer);
    lang.pick(format!("{offer} acceptée par le client"), format!("{offer} agreed to by the client"))
}

/// The money of an offer was there in time.
fn met(lang: Lang, offer: &Offer) -> String {
    let offer = the_offer(lang, offer);
    lang.pick(format!("{offer} payée dans les temps"), format!("{offer} paid in time"))
}

/// An offer lapsed: nobody answered, or what was agreed was not paid.
fn lapsed(lang: Lang, offer: &Offer) -> String {
    let name = the_offer(lang, offer);
    if offer.accepted.is_some() {
        lang.pick(
            format!("{name} acceptée et non réglée\u{a0}: elle est caduque"),
            format!("{name} agreed to and not paid: it has lapsed"),
        )
    } else {
        lang.pick(
            format!("{name} restée sans suite\u{a0}: elle est caduque"),
            format!("{name} not taken up: it has lapsed"),
        )
    }
}

/// How an offer ended.
fn offer_ended(lang: Lang, offer: &Offer, how: OfferEnd) -> String {
    let sort = offer.kind.sort();
    let offer = the_offer(lang, offer);
    let how = match how {
        OfferEnd::Fulfilled if sort == OfferSort::Return => {
            lang.pick("tenue\u{a0}: marchandise rendue", "kept: goods given back")
        }
        OfferEnd::Fulfilled if sort == OfferSort::Repair => {
            lang.pick("tenue\u{a0}: travail repris", "kept: work put right")
        }
        OfferEnd::Fulfilled => lang.pick("tenue et appliquée", "kept and applied"),
        OfferEnd::Refused => lang.pick("refusée par le client", "refused by the client"),
        OfferEnd::Withdrawn => lang.pick("retirée", "taken back"),
    };
    format!("{offer} {how}")
}

/// A meeting about a dispute: it is known to have been held once its minutes are written.
fn met_about(lang: Lang, meeting: &Meeting) -> &'static str {
    if meeting.minutes.trim().is_empty() {
        lang.pick(
            "Rendez-vous prévu avec le client sur ce qui est contesté",
            "Meeting planned with the client about what is contested",
        )
    } else {
        lang.pick(
            "Rendez-vous avec le client sur ce qui est contesté",
            "Meeting with the client about what is contested",
        )
    }
}

/// Something promised about a dispute.
fn promised(lang: Lang, one: &Commitment) -> String {
    let by = format::date(lang, one.date);
    let what = &one.what;
    match (one.side, lang) {
        (Side::Ours, Lang::Fr) => format!("Engagement pris envers le client\u{a0}: {what}, pour le {by}"),
        (Side::Ours, Lang::En) => format!("Promised to the client: {what}, by {by}"),
        (Side::Theirs, Lang::Fr) => format!("Engagement du client\u{a0}: {what}, pour le {by}"),
        (Side::Theirs, Lang::En) => format!("Promised by the client: {what}, by {by}"),
    }
}

/// What became of something promised.
fn promise_ended(lang: Lang, one: &Commitment, done: bool) -> String {
    let what = &one.what;
    let (fr, en) = match (one.side, done) {
        (Side::Ours, true) => ("Engagement envers le client tenu", "Promise to the client kept"),
        (Side::Ours, false) => ("Engagement envers le client abandonné", "Promise to the client given up"),
        (Side::Theirs, true) => ("Engagement du client tenu", "Promise of the client kept"),
        (Side::Theirs, false) => ("Engagement du client abandonné", "Promise of the client given up"),
    };
    lang.pick(format!("{fr}\u{a0}: {what}"), format!("{en}: {what}"))
}

/// What became of a promise to pay: « Promesse non tenue : 2 480,00 € promis pour le 8 octobre 2026 ».
#[must_use]
pub fn promise_came(lang: Lang, one: &Circumstance, kept: bool, currency: Currency) -> String {
    let said = match (lang, kept) {
        (Lang::Fr, true) => "Promesse tenue",
        (Lang::Fr, false) => "Promesse non tenue",
        (Lang::En, true) => "Promise kept",
        (Lang::En, false) => "Promise not kept",
    };
    let CircumstanceKind::Promise { amount, by, .. } = one.kind else { return said.to_owned() };
    let (amount, by) = (format::money(lang, amount, currency), format::date(lang, by));
    lang.pick(
        format!("{said}\u{a0}: {amount} promis pour le {by}"),
        format!("{said}: {amount} promised for {by}"),
    )
}

/// A payment plan that was proposed.
#[must_use]
pub fn planned(lang: Lang, plan: &Plan, currency: Currency) -> String {
    let count = i64::try_from(plan.sums().count()).unwrap_or(i64::MAX);
    let count =
        format::count(lang, count, lang.pick("versement", "payment"), lang.pick("versements", "payments"));
    let sum = format::money(lang, plan.amount(), currency);
    let aside = plan.beside_due().map(|day| aside(lang, plan, day)).unwrap_or_default();
    lang.pick(
        format!("Échéancier proposé\u{a0}: {count}, {sum} au total{aside}"),
        format!("Payment plan proposed: {count}, {sum} in all{aside}"),
    )
}

/// What a plan leaves aside is no part of its sums, and stands beside them in the agreement.
fn aside(lang: Lang, plan: &Plan, day: NaiveDate) -> String {
    let (fr, en) = if plan.penalties == Penalties::Frozen {
        ("ce que coûte le retard, laissé à part", "what lateness costs, left aside")
    } else {
        ("les intérêts de cette durée", "interest for that time")
    };
    let by = format::date(lang, day);
    lang.pick(format!(", plus {fr}, au plus tard le {by}"), format!(", plus {en}, by {by}"))
}

/// A sum of a plan that was not there on its day, with what of it was missing.
#[must_use]
pub fn missed(lang: Lang, row: &PlanRow, currency: Currency) -> String {
    let left = format::money(lang, row.left(), currency);
    lang.pick(
        format!("Échéance de l’échéancier non tenue\u{a0}: {left} manquants"),
        format!("Payment of the plan not made: {left} missing"),
    )
}

/// The notice about a missed sum was left unanswered.
#[must_use]
pub fn breached(lang: Lang) -> &'static str {
    lang.pick(
        "Échéance toujours impayée à la fin du délai de la mise en demeure",
        "Payment still not made at the end of the time of the notice",
    )
}

/// How a plan ended.
#[must_use]
pub fn plan_ended(lang: Lang, how: End) -> &'static str {
    match how {
        End::Withdrawn => lang.pick("Échéancier refusé ou retiré", "Payment plan refused or withdrawn"),
        End::Broken => lang.pick(
            "Échéancier non tenu, toute la somme redevient exigible",
            "Payment plan not kept, all is due again",
        ),
        End::Settled => lang.pick("Échéancier payé jusqu’à son terme", "Payment plan paid to its end"),
        End::PaidLate => lang.pick(
            "Échéancier payé jusqu’à son terme, en retard, rien n’est abandonné",
            "Payment plan paid to its end, late, nothing is given up",
        ),
    }
}

/// A plan that was let go on although its notice was left unanswered.
#[must_use]
pub fn plan_goes_on(lang: Lang) -> &'static str {
    lang.pick(
        "Échéancier maintenu malgré la mise en demeure restée sans effet",
        "Payment plan let go on although the notice was left unanswered",
    )
}
