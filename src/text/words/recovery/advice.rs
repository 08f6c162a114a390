//! The advice in one sentence: what to do with what to expect of it, then on which assumption that turns.

use super::super::agenda::say;
use super::turn::{stopped, taken};
use super::{about, route, wait};
use crate::base::Percent;
use crate::domain::court::Seat;
use crate::domain::limitation::Nearness;
use crate::domain::party::DebtorKind;
use crate::domain::recovery::{Advice, Condition, Notice, RecoveryRoute, Situation};
use crate::text::{Lang, format};

/// The two halves of the sentence. `chance` is the one counted for the way advised.
#[must_use]
pub fn sentence(lang: Lang, advice: &Advice, chance: Percent, at: &Situation) -> (String, String) {
    match advice {
        Advice::Settled => (
            lang.pick("Tout est payé", "All is paid").to_owned(),
            say(
                lang,
                || "\u{a0}: il n’y a plus rien à recouvrer.".to_owned(),
                || ": nothing is left to recover.".to_owned(),
            ),
        ),
        Advice::Engaged => {
            at.engaged.as_ref().map(|action| wait::engaged(lang, action, at)).unwrap_or_default()
        }
        Advice::NotLate(due) => (
            lang.pick("Rien n’est en retard", "Nothing is late").to_owned(),
            say(
                lang,
                || {
                    format!(
                        "\u{a0}: l’échéance est le {}. D’ici là, préparez\u{a0}: vérifiez que la facture est bien arrivée, et réunissez les pièces qui la prouvent.",
                        format::date(lang, *due)
                    )
                },
                || {
                    format!(
                        ": it is due on {}. Until then, prepare: check that the invoice has arrived, and bring together what proves it.",
                        format::date(lang, *due)
                    )
                },
            ),
        ),
        Advice::Expired(on) => expired(lang, &format::date(lang, *on), at.debtor),
        Advice::OtherCurrency => (
            lang.pick("Dites d’abord le taux de change", "Say the rate of exchange first").to_owned(),
            say(
                lang,
                || {
                    format!("\u{a0}: la créance est en {}, les frais et le seuil de 5 000 € sont en euros. Sans taux, rien ne se compare.", at.currency.code()).replace("5 000 €", "5\u{202f}000\u{a0}€")
                },
                || {
                    format!(
                        ": the claim is in {}, costs and the limit of €5,000 are in euros. Without a rate nothing can be compared.",
                        at.currency.code()
                    )
                },
            ),
        ),
        Advice::Take { route, net, turn, .. } => {
            let sum = about(lang, net.expected);
            let order = route::order(lang, *route);
            let head = say(
                lang,
                || format!("{order}\u{a0}: {sum} à en attendre, frais et temps déduits"),
                || format!("{order}: expect {sum} of it, costs and time deducted"),
            );
            (head, taken(lang, *turn, chance))
        }
        Advice::Prepare { route, first, net, turn } if !first.is_step() => {
            let (sum, name) = (about(lang, net.expected), route::name(lang, *route));
            let turn = taken(lang, *turn, chance);
            let tail = say(
                lang,
                || {
                    format!(
                        "\u{a0}: c’est ce qui décide si «\u{a0}{name}\u{a0}» est possible\u{a0}; {sum} à en attendre, frais et temps déduits{turn}"
                    )
                },
                || {
                    format!(
                        ": it decides whether “{name}” is open; expect {sum} of it, costs and time deducted{turn}"
                    )
                },
            );
            (question(lang, *first, at).to_owned(), tail)
        }
        Advice::Prepare { route, first, net, turn } => {
            let turn = taken(lang, *turn, chance);
            let (sum, thought) = (about(lang, net.expected), route::thought(lang, *route));
            let tail = say(
                lang,
                || format!("\u{a0}: {thought} promettrait alors {sum}, frais et temps déduits{turn}"),
                || format!(": {thought} would then promise {sum}, costs and time deducted{turn}"),
            );
            (step(lang, *first).to_owned(), tail)
        }
        Advice::Stop { turn } => {
            let head = lang.pick("N’engagez aucun frais de plus", "Spend nothing more on it");
            (head.to_owned(), stopped(lang, *turn))
        }
    }
}

/// The time to sue is over: what may still be done, and what may not be said.
fn expired(lang: Lang, on: &str, debtor: DebtorKind) -> (String, String) {
    let head =
        lang.pick(format!("La créance est prescrite depuis le {on}"), format!("Limitation ended on {on}"));
    let tail = if debtor == DebtorKind::Consumer {
        say(
            lang,
            || {
                "\u{a0}: elle ne peut plus être réclamée en justice. Ne la présentez pas comme exigible à un particulier et n’annoncez aucune suite\u{a0}: ce serait trompeur. Passez-la en perte.".to_owned()
            },
            || {
                ": it can no longer be claimed in court. Do not tell a consumer that it has to be paid, and announce nothing further: that would mislead. Write it off.".to_owned()
            },
        )
    } else {
        say(
            lang,
            || {
                "\u{a0}: elle ne peut plus être réclamée en justice, et le client peut refuser de payer. Une demande courtoise reste permise, sans annoncer de suite ni parler d’obligation. Sinon, passez-la en perte. Si un fait a interrompu la prescription, notez-le.".to_owned()
            },
            || {
                ": it can no longer be claimed in court, and the client may refuse to pay. A courteous request is still allowed, if it announces nothing further and speaks of no duty. Otherwise, write it off. If something interrupted limitation, note it.".to_owned()
            },
        )
    };
    (head, tail)
}

/// What to know besides, in sentences of its own: what is claimed where that is penalties alone, what goes on although a part
/// is contested, the end of limitation while one waits.
#[must_use]
pub fn notes(lang: Lang, advice: &Advice, at: &Situation) -> Vec<String> {
    let money = |amount| format::money(lang, amount, at.currency);
    let mut notes = Vec::new();
    if at.principal.is_zero() && at.claimed().is_positive() {
        let left = money(at.claimed());
        notes.push(say(
            lang,
            || format!("Le principal est payé\u{a0}; il reste {left} de pénalités et d’indemnité, une créance à part entière."),
            || format!("The principal is paid; {left} of penalties and fixed sum are left, a claim of their own."),
        ));
    }
    if at.contested.is_positive() && at.uncontested().is_positive() {
        notes.extend(in_part(lang, advice, at));
    }
    let is_public =
        at.debtor == DebtorKind::Public && matches!(advice, Advice::Take { .. } | Advice::Prepare { .. });
    if is_public && at.contested.is_zero() {
        notes.push(say(
            lang,
            || "Si c’est une collectivité locale, le préfet peut faire payer d’office, sans frais\u{a0}: c’est souvent à tenter avant un juge (voir plus bas).".to_owned(),
            || "If this is a local authority, the prefect can order the payment, free of charge: often worth trying before a court (see below).".to_owned(),
        ));
    }
    notes.extend(sunk(lang, advice, at));
    // While insolvency proceedings are open nobody sues.
    let is_near = at.nearness() == Some(Nearness::Quarter)
        && !at.insolvent
        && !matches!(advice, Advice::Settled | Advice::NotLate(_) | Advice::Expired(_));
    if let Some(last) = at.expires.filter(|_| is_near).map(|last| format::date(lang, last)) {
        notes.push(say(
            lang,
            || format!("La prescription n’attend pas\u{a0}: dernier jour pour agir le {last}. Ni relance ni mise en demeure ne l’interrompt."),
            || format!("Limitation does not wait: the last day to sue is {last}. Neither a reminder nor a formal notice interrupts it."),
        ));
    }
    notes
}

/// What was spent so far, with what the way advised would add to it: said, and no reason for or against.
fn sunk(lang: Lang, advice: &Advice, at: &Situation) -> Option<String> {
    let adds = match advice {
        Advice::Take { adds, .. } => Some(*adds),
        Advice::Prepare { .. } | Advice::Stop { .. } => None,
        _ => return None,
    };
    if !at.spent.is_positive() {
        return None;
    }
    let spent = about(lang, at.spent);
    let total = adds.map(|adds| {
        let (adds, total) = (about(lang, adds), about(lang, at.spent + adds));
        lang.pick(
            format!(" Cette voie ajouterait {adds}, soit {total} en tout."),
            format!(" This way would add {adds}, {total} in all."),
        )
    });
    let line = adds.filter(|adds| at.spent < at.stop_line && at.stop_line <= at.spent + *adds);
    let line = line.map(|_| {
        let line = about(lang, at.stop_line);
        lang.pick(
            format!(" Avec ce qui est dépensé, ce serait au-delà de votre ligne d’arrêt, {line}."),
            format!(" With what was spent, that would be beyond your stop line, {line}."),
        )
    });
    let total = format!("{}{}", total.unwrap_or_default(), line.unwrap_or_default());
    Some(say(
        lang,
        || {
            format!(
                "Déjà dépensés\u{a0}: {spent}, que vous continuiez ou non. L’avis ne compare que ce que chaque voie coûte encore et ce qu’elle peut encore rapporter.{total}"
            )
        },
        || {
            format!(
                "Already spent: {spent}, whether you go on or not. The advice compares only what each way still costs with what it may still bring.{total}"
            )
        },
    ))
}

/// A part is contested: what goes on meanwhile, or what the ways out are about.
fn in_part(lang: Lang, advice: &Advice, at: &Situation) -> Option<String> {
    let money = |amount| format::money(lang, amount, at.currency);
    let (contested, rest) = (money(at.contested), money(at.uncontested()));
    match advice {
        Advice::Engaged if at.rest_is_free() && matches!(at.notice, Notice::Over(_)) => Some(say(
            lang,
            || {
                format!(
                    "Les {rest} qui ne sont pas contestés se réclament sans attendre, à l’amiable ou par une injonction de payer qui ne porte que sur eux."
                )
            },
            || {
                format!(
                    "The {rest} nobody contests is asked for without waiting, amicably or by an order for payment for that part alone."
                )
            },
        )),
        Advice::Engaged => at.is_free_to_chase().then(|| {
            say(
                lang,
                || format!("Les {rest} qui ne sont pas contestés se réclament sans attendre, à l’amiable."),
                || format!("The {rest} nobody contests is asked for without waiting, amicably."),
            )
        }),
        Advice::Take { .. } | Advice::Prepare { .. } | Advice::Stop { .. } => Some(say(
            lang,
            || {
                format!(
                    "Les voies portent sur les {rest} qui ne sont pas contestés. Pour les {contested} contestés, seuls un accord, un médiateur ou un juge du fond tranchent."
                )
            },
            || {
                format!(
                    "The ways out are about the {rest} nobody contests. The {contested} contested is settled by an agreement, a mediator or an ordinary claim alone."
                )
            },
        )),
        _ => None,
    }
}

/// What would bring more, once something was done.
#[must_use]
pub fn then(lang: Lang, (to, first): (RecoveryRoute, Condition), at: &Situation) -> String {
    let once = match first {
        Condition::NoticeOver => {
            lang.pick("une mise en demeure restée sans effet", "a formal notice had no effect")
        }
        Condition::Uncontested => lang.pick("la contestation réglée", "the dispute is settled"),
        Condition::Conciliated => {
            lang.pick("une conciliation ou une médiation tentée", "a conciliation or mediation was tried")
        }
        Condition::Sent => lang.pick("la facture envoyée", "the invoice is sent"),
        Condition::Contacted => lang.pick("une démarche amiable notée", "an amicable contact is on record"),
        question => {
            let (question, name) = (self::question(lang, question, at), route::name(lang, to));
            return say(
                lang,
                || {
                    format!(
                        "{question}\u{a0}: «\u{a0}{name}\u{a0}» promettrait davantage, si cette voie est possible."
                    )
                },
                || format!("{question}: “{name}” would promise more, if that way is open."),
            );
        }
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
        Condition::Conciliated => lang.pick(
            "Tentez d’abord une conciliation ou une médiation",
            "Try a conciliation or a mediation first",
        ),
        Condition::Sent => lang.pick(
            "Envoyez d’abord la facture, ou notez son envoi",
            "Send the invoice first, or note that it was sent",
        ),
        Condition::Uncontested => lang.pick("Réglez d’abord la contestation", "Settle the dispute first"),
        _ => lang.pick("Relancez d’abord à l’amiable", "Ask amicably first"),
    }
}

/// The question a condition nobody knows asks, as something to do.
fn question(lang: Lang, condition: Condition, at: &Situation) -> &'static str {
    match condition {
        Condition::InTime if at.expires.is_none() => lang.pick(
            "Vérifiez la prescription selon le droit de la facture, que Relance ne connaît pas",
            "Check limitation under the law of the invoice, which Relance does not know",
        ),
        Condition::FrenchCourt if matches!(at.seat, Seat::Abroad { .. }) => lang.pick(
            "Demandez à un avocat si un tribunal français est compétent",
            "Ask a lawyer whether a French court has jurisdiction",
        ),
        Condition::InFrance | Condition::FrenchCourt | Condition::InUnion => {
            lang.pick("Complétez l’adresse du client", "Complete the client’s address")
        }
        Condition::NotReplaced | Condition::CreditorTrader | Condition::Tariff => lang.pick(
            "Demandez à un commissaire de justice ce qui est ouvert entre commerçants depuis la loi du 23 avril 2026",
            "Ask a commissaire de justice what is open between traders since the act of 23 April 2026",
        ),
        Condition::SmallClaim => lang.pick("Dites le taux de change", "Say the rate of exchange"),
        _ => lang.pick(
            "Dites si le client est un professionnel, un particulier ou un acheteur public",
            "Say whether the client is a professional, a consumer or a public body",
        ),
    }
}
