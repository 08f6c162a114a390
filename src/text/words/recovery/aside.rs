//! What the advice leaves aside: a way beyond the stop line, and what would be next while something is under way.

use super::super::agenda::say;
use super::{about, percent, route};
use crate::base::Percent;
use crate::domain::recovery::{Beyond, Prospect, Range, Situation};
use crate::text::{Lang, format};

/// A way that would bring more but for the stop line.
#[must_use]
pub fn beyond_line(lang: Lang, beyond: &Beyond, stop: Percent) -> String {
    let (name, stop) = (route::name(lang, beyond.route), percent(lang, stop));
    let [net, adds, limit] =
        [beyond.net.expected, beyond.adds, beyond.limit].map(|amount| about(lang, amount));
    let spent = beyond.spent.is_positive().then(|| about(lang, beyond.spent));
    let spent = spent.map(|spent| {
        lang.pick(
            format!(", en plus des {spent} déjà dépensés"),
            format!(", on top of the {spent} spent already"),
        )
    });
    let spent = spent.unwrap_or_default();
    say(
        lang,
        || {
            format!(
                "«\u{a0}{name}\u{a0}» serait plus rentable ({net} à en attendre), mais coûterait {adds}{spent}\u{a0}: votre limite est de {limit} pour une voie, {stop} de ce qui reste à recevoir."
            )
        },
        || {
            format!(
                "“{name}” would bring more (expect {net} of it), but would cost {adds}{spent}: your limit for a way is {limit}, {stop} of what is still to come."
            )
        },
    )
}

/// While something is under way: what would bring most if it came to nothing, with its figures.
#[must_use]
pub fn otherwise(lang: Lang, prospect: &Prospect, net: Range, at: &Situation) -> String {
    let name = route::name(lang, prospect.route);
    let [low, sum, high] = [net.low, net.expected, net.high].map(|amount| about(lang, amount));
    let chance = percent(lang, prospect.chance.value);
    let money = |amount| format::money(lang, amount, at.currency);
    let (contested, claimed) = (money(at.contested), money(at.claimed()));
    let about = if at.contested.is_positive() {
        lang.pick(
            format!("{contested} sont contestés sur {claimed}. "),
            format!("{contested} of {claimed} is contested. "),
        )
    } else {
        String::new()
    };
    say(
        lang,
        || {
            format!(
                "{about}Si cela n’aboutit pas, «\u{a0}{name}\u{a0}» promettrait le plus\u{a0}: {sum} à en attendre, entre {low} et {high}, frais et temps déduits, avec {chance} de chances."
            )
        },
        || {
            format!(
                "{about}If that leads nowhere, “{name}” would promise most: expect {sum}, between {low} and {high}, costs and time deducted, at a chance of {chance}."
            )
        },
    )
}
