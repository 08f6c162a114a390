//! The reason of an action, in a sentence or two.

use chrono::NaiveDate;

use super::contact::{call_again, called, watched};
use super::promised::{broken, promise, running};
use super::{negotiation, out, plan, proceeding, say};
use crate::base::{Currency, dates};
use crate::domain::circumstance::Unpaid;
use crate::domain::dunning::Why;
use crate::domain::event::Step;
use crate::text::words::{dunning, labels, limitation};
use crate::text::{Lang, format};

/// Why, in a sentence or two, on a day.
#[must_use]
pub fn why(lang: Lang, why: &Why, currency: Currency, today: NaiveDate) -> String {
    let money = |amount| format::money(lang, amount, currency);
    let date = |day| format::date(lang, day);
    match why {
        Why::NotSent { issued } => say(
            lang,
            || format!("Facture du {}\u{a0}: aucun envoi n’est noté. L’envoyer d’abord.", date(*issued)),
            || format!("Invoice of {}: no sending is recorded. Send it first.", date(*issued)),
        ),
        Why::NotDue { days: 0, .. } => {
            lang.pick("L’échéance est aujourd’hui.", "It is due today.").to_owned()
        }
        Why::NotDue { due, days, unproven } => not_due(lang, *due, *days, *unproven),
        Why::Late { due, days, last } => late(lang, *due, *days, *last),
        Why::DeadlineOver { step, sent, deadline } => {
            let (step, sent, deadline) = (dunning::step(lang, *step), date(*sent), date(*deadline));
            say(
                lang,
                || format!("{step} du {sent}\u{a0}: le délai donné jusqu’au {deadline} est passé."),
                || format!("{step} of {sent}: the time it gave, until {deadline}, is over."),
            )
        }
        Why::Promised(promised) => running(lang, promised, currency, today),
        Why::PromiseBroken(promised) => {
            let promise = promise(lang, promised, currency);
            say(
                lang,
                || format!("{}\u{a0}: {promise}.", broken(lang, promised.broken)),
                || format!("{}: {promise}.", broken(lang, promised.broken)),
            )
        }
        Why::Called { on, outcome } => called(lang, *on, *outcome),
        Why::CallAgain { on, again } => call_again(lang, *on, *again, today),
        Why::Watched { since, until, contacts } => watched(lang, *since, *until, *contacts),
        Why::WatchWaits { next } => {
            let next = format::date_with_weekday(lang, *next);
            say(
                lang,
                || {
                    format!(
                        "Suivi rapproché\u{a0}: regarder si le paiement est arrivé. Prochain contact possible\u{a0}: {next}."
                    )
                },
                || format!("Close watch: look whether the payment came in. Next contact possible: {next}."),
            )
        }
        Why::SaysPaid { on } => say(
            lang,
            || format!("Le client a dit le {} avoir payé. Vérifier la banque.", date(*on)),
            || format!("On {} the client said it was paid. Look at the bank.", date(*on)),
        ),
        Why::Reason { reason, on } => {
            let (reason, on, move_on) = (dunning::unpaid(lang, *reason), date(*on), answer(lang, *reason));
            say(
                lang,
                || format!("{reason}, noté le {on}. {move_on}"),
                || format!("{reason}, noted on {on}. {move_on}"),
            )
        }
        Why::Proposed { count, first, on } => plan::offered(lang, *count, *first, *on),
        Why::Disputed { cause, amount, whole, answer_by, answered } => {
            let cause = dunning::dispute(lang, *cause).to_lowercase();
            let amount = money(*amount);
            let all = if *whole {
                lang.pick("la totalité de ce qui reste dû", "all that is left to pay").to_owned()
            } else {
                amount
            };
            let contests = || {
                say(
                    lang,
                    || format!("Le client conteste {all} ({cause})."),
                    || format!("The client contests {all} ({cause})."),
                )
            };
            let (due, by) = (
                lang.pick("La réponse était due le", "The answer was due on"),
                lang.pick("Répondre au plus tard le", "Answer by"),
            );
            match answered {
                Some(day) => format!("{} {}", contests(), answered_on(lang, *day)),
                None if *answer_by < today => format!("{} {due} {}.", contests(), date(*answer_by)),
                None => format!("{} {by} {}.", contests(), date(*answer_by)),
            }
        }
        Why::Meeting { day, time, place } => negotiation::meeting(lang, *day, *time, place, today),
        Why::MeetingHeld { day } => negotiation::held(lang, *day),
        Why::Committed { side, what, by } => negotiation::committed(lang, *side, what, *by, today),
        Why::OfferOpen { on, until, pay, left } => {
            let part = (*left < *pay).then(|| money(*left));
            negotiation::open(lang, *on, *until, &money(*pay), part.as_deref())
        }
        Why::OfferAgreed { on, by, left } => negotiation::agreed(lang, *on, *by, left.map(money).as_deref()),
        Why::OfferMet { on } => negotiation::met(lang, *on),
        Why::OfferOverdue { what, by, ours } => negotiation::overdue(lang, what, *by, *ours),
        Why::OfferLapsed { on, until } => negotiation::lapsed(lang, *on, *until),
        Why::LifeCycle { code, on } => life_cycle(lang, *code, *on),
        Why::NoticeRuns { sent, deadline } => say(
            lang,
            || {
                format!(
                    "Mise en demeure du {}\u{a0}: elle court jusqu’au {}.",
                    date(*sent),
                    format::date_with_weekday(lang, *deadline)
                )
            },
            || {
                format!(
                    "Formal notice of {}: it runs until {}.",
                    date(*sent),
                    format::date_with_weekday(lang, *deadline)
                )
            },
        ),
        Why::NoticeExpired { deadline } => {
            let day = near_day(lang, *deadline, today);
            say(
                lang,
                || format!("Le délai de la mise en demeure a expiré {day}. Choisir la suite."),
                || format!("The time of the formal notice ended {day}. Choose what next."),
            )
        }
        Why::LimitationNear { expires } => {
            let day = date(*expires);
            say(
                lang,
                || {
                    format!(
                        "Après le {day}, la créance sera prescrite\u{a0}: une relance n’y change rien, une demande au juge ou une dette reconnue par écrit, si."
                    )
                },
                || {
                    format!(
                        "After {day} the claim is time-barred: no reminder prevents that; a request to a court or a written acknowledgement of the debt does."
                    )
                },
            )
        }
        Why::LadderDone { days } => {
            let days = labels::late_by(lang, *days);
            say(
                lang,
                || format!("{days}, et toutes les étapes sont faites. Choisir la suite."),
                || format!("{days}, and every step is done. Choose what next."),
            )
        }
        Why::PenaltiesLeft { amount, asked: None, .. } => say(
            lang,
            || {
                format!(
                    "Le principal est réglé\u{a0}; il reste {} de pénalités et indemnité à demander ou à abandonner.",
                    money(*amount)
                )
            },
            || {
                format!(
                    "The principal is settled; {} of penalties and fixed sum remain, to claim or to give up.",
                    money(*amount)
                )
            },
        ),
        Why::PenaltiesLeft { amount, asked: Some(asked), .. } => say(
            lang,
            || {
                format!(
                    "{} de pénalités et indemnité demandés le {}, toujours impayés\u{a0}: insister ou abandonner.",
                    money(*amount),
                    date(*asked)
                )
            },
            || {
                format!(
                    "{} of penalties and fixed sum, asked for on {}, still unpaid: insist, or give them up.",
                    money(*amount),
                    date(*asked)
                )
            },
        ),
        Why::Insolvent { opened, lodge_by, published } => insolvent(lang, *opened, *lodge_by, *published),
        Why::LodgingOver { lodge_by, relief_by } => {
            let (by, relief) = (date(*lodge_by), date(*relief_by));
            say(
                lang,
                || {
                    format!(
                        "Le délai pour déclarer la créance, compté jusqu’au {by}, est passé\u{a0}: un relevé de forclusion peut être demandé au juge-commissaire jusqu’au {relief} (C. com. art. L622-26)."
                    )
                },
                || {
                    format!(
                        "The time to lodge the claim, counted until {by}, is over: relief can be asked for until {relief} (C. com. art. L622-26)."
                    )
                },
            )
        }
        Why::Proceeding { kind, task, since, by, quiet } => {
            proceeding::quieted(lang, *quiet, today) + &proceeding::why(lang, *kind, *task, *since, *by)
        }
        Why::Out { kind, on, vat_back } => out::out(lang, *kind, *on, *vat_back),
        Why::Lodged { on } => say(
            lang,
            || {
                format!(
                    "Créance déclarée le {}\u{a0}: la suite dépend de la procédure collective.",
                    date(*on)
                )
            },
            || format!("Claim lodged on {}: what follows depends on the insolvency proceedings.", date(*on)),
        ),
        Why::InCourt { act, on } => {
            let act = limitation::act(lang, *act);
            say(
                lang,
                || format!("{act}, le {}\u{a0}: les relances amiables s’arrêtent.", date(*on)),
                || format!("{act}, on {}: amicable reminders stop.", date(*on)),
            )
        }
        Why::PlanSigned { on } => say(
            lang,
            || format!("Échéancier signé le {}\u{a0}: noter ses versements comme promesses.", date(*on)),
            || format!("Payment plan signed on {}: note its instalments as promises.", date(*on)),
        ),
        Why::InstalmentDue(due) => plan::next(lang, due, currency),
        Why::InstalmentMissed(due) => plan::missed(lang, due, currency),
        Why::PlanNotice { sent, until } => plan::notice(lang, *sent, *until),
        Why::PlanNoticeUndated { sent } => plan::undated(lang, *sent),
        Why::PlanBreached { until, paid_since } => plan::breached(lang, *until, *paid_since),
        Why::PlanComplete { beside } => plan::complete(lang, *beside, currency),
        Why::PlanBeside { amount, due } => plan::beside(lang, *amount, *due, currency),
        Why::PlanUnanswered { on, answer_by } => plan::unanswered(lang, *on, *answer_by),
        Why::PlanBroken { on } => plan::broken(lang, *on),
        Why::PlanProposed { on, answer_by } => plan::proposed(lang, *on, *answer_by),
        Why::GrantOver { until } => say(
            lang,
            || format!("Le délai accordé jusqu’au {} est passé, sans relance depuis.", date(*until)),
            || format!("The time granted until {} is over, and no reminder since.", date(*until)),
        ),
        Why::SuspendedUntold { work, since } => say(
            lang,
            || {
                format!(
                    "Prestations suspendues depuis le {} ({work})\u{a0}: aucun message au client n’est noté. Le prévenir par écrit.",
                    date(*since)
                )
            },
            || {
                format!(
                    "Work suspended since {} ({work}): no message to the client is recorded. Tell it in writing.",
                    date(*since)
                )
            },
        ),
        Why::Suspended { work } => say(
            lang,
            || format!("Tout est réglé\u{a0}: les prestations suspendues ({work}) peuvent reprendre."),
            || format!("All is paid: the suspended work ({work}) can go on."),
        ),
        Why::Paid { on } => say(
            lang,
            || format!("Tout est réglé depuis le {}.", date(*on)),
            || format!("All has been paid since {}.", date(*on)),
        ),
        Why::Settled => lang.pick("Plus rien n’est dû.", "Nothing is owed any more.").to_owned(),
    }
}

/// The claim is to be lodged.
fn insolvent(lang: Lang, opened: NaiveDate, lodge_by: NaiveDate, published: bool) -> String {
    let (opened, by) = (format::date(lang, opened), format::date(lang, lodge_by));
    let counted = if published {
        lang.pick("délai compté de la publication au BODACC", "counted from publication in the BODACC")
    } else {
        lang.pick(
            "deux mois comptés du jugement, par prudence",
            "two months counted from the judgment, to be safe",
        )
    };
    say(
        lang,
        || {
            format!(
                "Procédure collective ouverte le {opened}. Ne plus relancer\u{a0}: déclarer la créance avant la fin du {by} ({counted})."
            )
        },
        || {
            format!(
                "Insolvency proceedings opened on {opened}. No more reminders: lodge the claim by the end of {by} ({counted})."
            )
        },
    )
}

fn not_due(lang: Lang, due: NaiveDate, days: i64, unproven: bool) -> String {
    let (date, days) = (format::date(lang, due), format::days(lang, days));
    match (lang, unproven) {
        (Lang::Fr, true) => format!(
            "Échéance le {date}, dans {days}. Ce client n’a encore réglé aucune facture\u{a0}: vérifier que celle-ci est bien arrivée."
        ),
        (Lang::Fr, false) => format!("Échéance le {date}, dans {days}."),
        (Lang::En, true) => {
            format!(
                "Due on {date}, in {days}. This client has settled no invoice yet: check that this one has arrived."
            )
        }
        (Lang::En, false) => format!("Due on {date}, in {days}."),
    }
}

fn late(lang: Lang, due: NaiveDate, days: i64, last: Option<(Step, NaiveDate)>) -> String {
    let (date, days) = (format::date(lang, due), format::days(lang, days));
    let last =
        last.map(|(step, on)| (labels::lower_first(dunning::step(lang, step)), format::date(lang, on)));
    match (lang, last) {
        (Lang::Fr, None) => format!("L’échéance du {date} est passée de {days}, sans relance depuis."),
        (Lang::Fr, Some((step, on))) => {
            format!("L’échéance du {date} est passée de {days}. Dernier contact\u{a0}: {step}, le {on}.")
        }
        (Lang::En, None) => format!("Due on {date}, {days} ago, and no reminder since."),
        (Lang::En, Some((step, on))) => format!("Due on {date}, {days} ago. Last contact: {step}, on {on}."),
    }
}

fn answer(lang: Lang, reason: Unpaid) -> &'static str {
    match reason {
        Unpaid::Lost | Unpaid::NotReceived => lang.pick("La renvoyer.", "Send it again."),
        Unpaid::Approval => lang.pick("Demander qui valide, et quand.", "Ask who approves it, and when."),
        Unpaid::WrongData => lang.pick("Envoyer la facture corrigée.", "Send the corrected invoice."),
        Unpaid::Dissatisfied => lang.pick("Proposer d’en parler.", "Offer to talk about it."),
        Unpaid::Cash => lang.pick("Proposer un échéancier.", "Propose instalments."),
        Unpaid::Insolvent | Unpaid::Closed => lang.pick(
            "Consulter le BODACC et noter la date d’ouverture, s’il y en a une.",
            "Look it up in the BODACC, and note the day proceedings were opened, if they were.",
        ),
        Unpaid::Forgotten | Unpaid::BadFaith => lang.pick("Continuer les relances.", "Go on reminding."),
    }
}

fn life_cycle(lang: Lang, code: u16, on: NaiveDate) -> String {
    let on = format::date(lang, on);
    let what = match code {
        206 => lang.pick(
            "facture approuvée en partie, demander ce qui ne l’est pas et pourquoi, puis le noter comme litige",
            "invoice approved in part, ask what is not and why, then note it as a dispute",
        ),
        208 => lang.pick(
            "facture suspendue, il manque une pièce ou une information",
            "invoice suspended, a document or a detail is missing",
        ),
        210 => {
            lang.pick("facture refusée, elle doit être corrigée", "invoice refused, it has to be corrected")
        }
        211 => lang.pick("paiement transmis, vérifier la banque", "payment sent, look at the bank"),
        212 => lang.pick("facture encaissée, noter le paiement", "invoice paid, note the payment"),
        213 => lang.pick(
            "facture rejetée par la plateforme, le client ne l’a pas reçue\u{a0}: à corriger et à déposer de nouveau",
            "invoice rejected by the platform, the client did not get it: correct it and submit it again",
        ),
        220 => lang.pick(
            "facture annulée, noter l’avoir ou la facture qui la remplace",
            "invoice cancelled, note the credit note or the invoice in its place",
        ),
        221 => lang.pick(
            "erreur de routage, la facture n’est pas arrivée",
            "routing error, the invoice did not arrive",
        ),
        225 => lang.pick(
            "facture cédée à un affactureur, c’est lui qui encaisse",
            "invoice sold to a factor, who collects it",
        ),
        _ => lang.pick("nouveau statut", "new status"),
    };
    say(
        lang,
        || format!("Statut {code} reçu le {on}\u{a0}: {what}."),
        || format!("Status {code} received on {on}: {what}."),
    )
}

/// « vendredi » within a week, « le 13 novembre 2026 » before.
fn near_day(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    let full = format::date(lang, day);
    if (1..7).contains(&dates::days_between(day, today)) {
        let named = format::date_with_weekday(lang, day);
        let weekday = named.strip_suffix(&full).unwrap_or(&named).trim();
        return lang.pick(weekday.to_owned(), format!("on {weekday}"));
    }
    lang.pick(format!("le {full}"), format!("on {full}"))
}

/// What is to be done about a dispute that was answered.
fn answered_on(lang: Lang, day: NaiveDate) -> String {
    let day = format::date(lang, day);
    say(
        lang,
        || format!("Réponse envoyée le {day}\u{a0}: clore le litige ou relancer la discussion."),
        || format!("Answered on {day}: close the dispute, or take the talks up again."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Amount;
    use crate::base::dates::parse_iso;
    use crate::domain::dunning::Promised;
    use crate::domain::event::Channel;

    fn say_it(lang: Lang, reason: &Why) -> String {
        let today = parse_iso("2026-11-22").unwrap();
        why(lang, reason, Currency::EUR, today).replace(['\u{a0}', '\u{202f}'], "~")
    }

    #[test]
    fn reasons_are_sentences() {
        let day = |text| parse_iso(text).unwrap();
        let promised = Promised {
            amount: Amount::from_cents(182_000),
            by: day("2026-11-18"),
            who: "Mme Le Goff".to_owned(),
            channel: Channel::Phone,
            of: (1, 1),
            rest: Amount::ZERO,
            broken: 0,
        };
        let broken = Why::PromiseBroken(promised.clone());
        assert_eq!(
            say_it(Lang::Fr, &broken),
            "Promesse non tenue~: 1~820,00~€ promis pour le 18~novembre 2026 par Mme Le Goff, au téléphone."
        );
        let nth = |broken| say_it(Lang::Fr, &Why::PromiseBroken(Promised { broken, ..promised.clone() }));
        assert!(nth(1).starts_with("Deuxième promesse non tenue~: 1~820,00~€"), "{}", nth(1));
        assert!(nth(2).starts_with("Troisième promesse non tenue~:"), "{}", nth(2));
        assert!(nth(4).starts_with("5e promesse non tenue~:"), "{}", nth(4));
        let call = |again: &str| Why::CallAgain { on: day("2026-11-16"), again: parse_iso(again).unwrap() };
        assert_eq!(
            say_it(Lang::Fr, &call("2026-11-23")),
            "Appel du 16~novembre 2026~: rappeler le 23~novembre 2026."
        );
        assert_eq!(
            say_it(Lang::Fr, &call("2026-11-18")),
            "Appel du 16~novembre 2026~: à rappeler depuis le 18~novembre 2026, il y a 4~jours."
        );
        let expired = Why::NoticeExpired { deadline: day("2026-11-20") };
        assert_eq!(
            say_it(Lang::Fr, &expired),
            "Le délai de la mise en demeure a expiré vendredi. Choisir la suite."
        );
        assert_eq!(
            say_it(Lang::En, &expired),
            "The time of the formal notice ended on Friday. Choose what next."
        );
        let late =
            Why::Late { due: day("2026-11-12"), days: 10, last: Some((Step::FirstCall, day("2026-11-16"))) };
        assert_eq!(
            say_it(Lang::Fr, &late),
            "L’échéance du 12~novembre 2026 est passée de 10~jours. Dernier contact~: premier appel, le 16~novembre 2026."
        );
    }
}
