//! The advice in one sentence: what to do with what to expect of it, then on which assumption that turns.

use super::super::agenda::say;
use super::{about, percent, route};
use crate::base::Percent;
use crate::domain::recovery::{Advice, Condition, RecoveryRoute, Turn};
use crate::text::{Lang, format};

/// The two halves of the sentence. `chance` is the one counted for the way advised.
#[must_use]
pub fn sentence(lang: Lang, advice: &Advice, chance: Percent) -> (String, String) {
    match advice {
        Advice::Settled => (
            lang.pick("Le principal est payé", "The principal is paid").to_owned(),
            say(
                lang,
                || " : aucune de ces voies ne vaut la peine pour ce qui reste.".to_owned(),
                || ": none of these ways is worth its trouble for what is left.".to_owned(),
            ),
        ),
        Advice::NotLate(due) => (
            lang.pick("Rien n’est en retard", "Nothing is late").to_owned(),
            say(
                lang,
                || format!(" : l’échéance est le {}.", format::date(lang, *due)),
                || format!(": it is due on {}.", format::date(lang, *due)),
            ),
        ),
        Advice::Insolvent => (
            lang.pick("Déclarez la créance au mandataire", "Lodge the claim with the official").to_owned(),
            say(
                lang,
                || {
                    " : une procédure collective est ouverte, aucune autre voie ne mène plus au paiement."
                        .to_owned()
                },
                || ": insolvency proceedings are open, no other way leads to payment any more.".to_owned(),
            ),
        ),
        Advice::InCourt => (
            lang.pick("L’affaire est en justice", "It is in court").to_owned(),
            say(
                lang,
                || " : suivez la procédure engagée avant d’en ouvrir une autre.".to_owned(),
                || ": see those proceedings through before you start others.".to_owned(),
            ),
        ),
        Advice::OtherCurrency => (
            lang.pick("À vous de choisir", "Yours to choose").to_owned(),
            say(
                lang,
                || " : la créance n’est pas en euros, les frais si ; rien n’est comparé.".to_owned(),
                || ": the claim is not in euros, the costs are; nothing is compared.".to_owned(),
            ),
        ),
        Advice::Take { route, net, turn, .. } => {
            let sum = about(lang, net.expected);
            let order = route::order(lang, *route);
            let head = say(
                lang,
                || format!("{order} : {sum} à en attendre, frais et temps déduits"),
                || format!("{order}: expect {sum} of it, costs and time deducted"),
            );
            (head, taken(lang, *turn, chance))
        }
        Advice::Prepare { route, first, net } => {
            let (sum, thought) = (about(lang, net.expected), route::thought(lang, *route));
            let tail = say(
                lang,
                || {
                    format!(
                        " : {thought} promettrait alors {sum}, frais et temps déduits, avec {} de chances.",
                        percent(lang, chance)
                    )
                },
                || {
                    format!(
                        ": {thought} would then promise {sum}, costs and time deducted, at a chance of {}.",
                        percent(lang, chance)
                    )
                },
            );
            (step(lang, *first).to_owned(), tail)
        }
        Advice::Stop { spent, turn } => {
            let head = if spent.is_positive() {
                let spent = about(lang, *spent);
                lang.pick(
                    format!("Arrêtez-vous là, après {spent} dépensés"),
                    format!("Stop there, after {spent} spent"),
                )
            } else {
                lang.pick("N’engagez aucun frais de plus", "Spend nothing more on it").to_owned()
            };
            (head, stopped(lang, *turn))
        }
    }
}

/// On what the advice to take a way turns.
fn taken(lang: Lang, turn: Turn, chance: Percent) -> String {
    match turn {
        Turn::Below { chance: least, to } => {
            let (least, chance) = (percent(lang, least), percent(lang, chance));
            let better = route::thought(lang, to);
            say(
                lang,
                || {
                    format!(
                        ", tant que vous lui donnez au moins {least} de chances ({chance} retenus) ; au-dessous, mieux vaudrait {better}."
                    )
                },
                || {
                    format!(
                        ", as long as you give it a chance of {least} or more ({chance} assumed); below that, it would be better {better}."
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
fn stopped(lang: Lang, turn: Turn) -> String {
    match turn {
        Turn::From { chance, to } => {
            let (chance, to) = (percent(lang, chance), route::name(lang, to));
            say(
                lang,
                || {
                    format!(
                        " : aucune voie ouverte ne rapporterait plus qu’elle ne coûte. L’avis change si vous donnez au moins {chance} de chances à « {to} »."
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
                        " : toute voie utile atteindrait votre ligne d’arrêt. À {share} de la créance, elle laisserait place à « {to} »."
                    )
                },
                || {
                    format!(
                        ": any useful way would reach your stop line. At {share} of the claim, it would leave room for “{to}”."
                    )
                },
            )
        }
        Turn::Below { .. } | Turn::Steady => say(
            lang,
            || " : aucune voie ouverte ne rapporterait plus qu’elle ne coûte, à aucune chance.".to_owned(),
            || ": no open way would bring more than it costs, at any chance.".to_owned(),
        ),
    }
}

/// What would bring more, once something was done.
#[must_use]
pub fn then(lang: Lang, (to, first): (RecoveryRoute, Condition)) -> String {
    let once = match first {
        Condition::NoticeOver => {
            lang.pick("une mise en demeure restée sans effet", "a formal notice had no effect")
        }
        Condition::Uncontested => lang.pick("la contestation réglée", "the dispute is settled"),
        _ => lang.pick("une démarche amiable notée", "an amicable contact is on record"),
    };
    let thought = route::thought(lang, to);
    lang.pick(
        format!("Une fois {once}, {thought} promettrait davantage."),
        format!("Once {once}, it would promise more {thought}."),
    )
}

fn step(lang: Lang, first: Condition) -> &'static str {
    match first {
        Condition::NoticeOver => lang.pick(
            "Envoyez d’abord une mise en demeure, et laissez courir son délai",
            "Send a formal notice first, and let its time run",
        ),
        Condition::Uncontested => lang.pick("Réglez d’abord la contestation", "Settle the dispute first"),
        _ => lang.pick("Relancez d’abord à l’amiable", "Ask amicably first"),
    }
}
