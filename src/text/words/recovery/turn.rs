//! On what an advice turns: the second half of its sentence.

use super::super::agenda::say;
use super::{percent, route};
use crate::base::Percent;
use crate::domain::recovery::Turn;
use crate::text::Lang;

/// On what the advice to take a way turns.
pub(super) fn taken(lang: Lang, turn: Turn, chance: Percent) -> String {
    match turn {
        Turn::Below { chance: least, to } | Turn::CourtsBelow { chance: least, to } => {
            let (least, chance) = (percent(lang, least), percent(lang, chance));
            let better = route::thought(lang, to);
            let is_of_courts = matches!(turn, Turn::CourtsBelow { .. });
            say(
                lang,
                || {
                    let gives = if is_of_courts {
                        format!("donnez au moins {least} de chances à une voie judiciaire")
                    } else {
                        format!("lui donnez au moins {least} de chances")
                    };
                    format!(
                        ", tant que vous {gives} ({chance} retenus)\u{a0}; au-dessous, mieux vaudrait {better}."
                    )
                },
                || {
                    let way = if is_of_courts { "a way through a court" } else { "it" };
                    format!(
                        ", as long as you give {way} a chance of {least} or more ({chance} assumed); below that, it would be better {better}."
                    )
                },
            )
        }
        Turn::Near { to } => {
            let (chance, other) = (percent(lang, chance), route::thought(lang, to));
            say(
                lang,
                || {
                    format!(
                        "\u{a0}; {other} promettrait à peu près autant\u{a0}: tout tient à la chance retenue, {chance}."
                    )
                },
                || {
                    format!(
                        "; {other} would promise about as much: it all turns on the chance assumed, {chance}."
                    )
                },
            )
        }
        Turn::From { .. } | Turn::Line { .. } | Turn::Steady => say(
            lang,
            || {
                format!(
                    ", quelles que soient les chances que vous lui donnez ({} retenus).",
                    percent(lang, chance)
                )
            },
            || format!(", whatever chance you give it ({} assumed).", percent(lang, chance)),
        ),
    }
}

/// On what the advice to stop turns.
pub(super) fn stopped(lang: Lang, turn: Turn) -> String {
    match turn {
        Turn::From { chance, to } => {
            let (chance, to) = (percent(lang, chance), route::name(lang, to));
            say(
                lang,
                || {
                    format!(
                        "\u{a0}: aucune voie ouverte ne rapporterait plus qu’elle ne coûte. L’avis change si vous donnez au moins {chance} de chances à «\u{a0}{to}\u{a0}»."
                    )
                },
                || {
                    format!(
                        ": no open way would bring more than it costs. The advice changes if you give “{to}” a chance of {chance} or more."
                    )
                },
            )
        }
        Turn::Line { share, to } => {
            let (share, to) = (percent(lang, share), route::name(lang, to));
            say(
                lang,
                || {
                    format!(
                        "\u{a0}: toute voie utile coûterait plus que votre ligne d’arrêt. À {share} de ce qui reste à recevoir, elle laisserait place à «\u{a0}{to}\u{a0}»."
                    )
                },
                || {
                    format!(
                        ": any useful way would cost more than your stop line. At {share} of what is still to come, it would leave room for “{to}”."
                    )
                },
            )
        }
        Turn::Below { .. } | Turn::CourtsBelow { .. } | Turn::Near { .. } | Turn::Steady => say(
            lang,
            || {
                "\u{a0}: aucune voie ouverte ne rapporterait plus qu’elle ne coûte, à aucune chance."
                    .to_owned()
            },
            || ": no open way would bring more than it costs, at any chance.".to_owned(),
        ),
    }
}
