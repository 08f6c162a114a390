//! What a court and the law leave to be said of a proceeding: an administrative matter, an order for a part, the times to oppose an
//! order and to go against a decision.

use super::words;
use crate::base::Currency;
use crate::domain::proceeding::ProceedingKind;
use crate::domain::proceeding::appeal::{Recourse, RecourseTime};
use crate::domain::proceeding::next::Task;
use crate::domain::proceeding::opposition::{Opposition, Start};
use crate::domain::proceeding::partial::{PartialOrder, Rest};
use crate::text::{Lang, format};
use chrono::NaiveDate;

/// What is known otherwise of a task where an administrative court decides: no writ, nothing to serve, nothing to seize.
#[must_use]
pub fn after_public(lang: Lang, task: Task) -> Option<&'static str> {
    Some(match task {
        Task::AwaitCourt => lang.pick("L’instruction se fait par écrit\u{a0}: répondez au mémoire de l’acheteur dans le délai que fixe le tribunal.", "The case is conducted in writing: answer the buyer’s statement in the time the court sets."),
        Task::PrepareHearing => lang.pick("Devant le tribunal administratif, les écrits comptent plus que l’audience\u{a0}: tout doit y être avant la clôture de l’instruction. Demandez-y vos frais (CJA art. L761-1, à vérifier).", "Before the administrative court what is written counts more than the hearing: all has to be there before the inquiry is closed. Ask for your costs (CJA art. L761-1, to be checked)."),
        Task::NoteHearing => lang.pick("La décision est rendue quelques semaines plus tard, le plus souvent\u{a0}: notez le jour annoncé.", "The decision mostly comes some weeks later: note the day announced."),
        Task::AwaitDecision | Task::AskDecision => lang.pick("Le tribunal notifie lui-même sa décision, à vous et à l’acheteur\u{a0}: rien n’est à faire signifier.", "The court itself notifies its decision, to you and to the buyer: there is nothing to have served."),
        Task::AwaitPublicPayment | Task::AskPublicPayment => words(lang).public_court,
        _ => return None,
    })
}

/// What an order for less than was asked for leaves to choose, or what became of the rest, in sentences.
#[must_use]
pub fn partial(lang: Lang, kind: ProceedingKind, order: &PartialOrder, currency: Currency) -> Vec<String> {
    let [ordered, rest, whole] =
        [order.ordered, order.rest, order.ordered + order.rest].map(|sum| format::money(lang, sum, currency));
    let article = if kind == ProceedingKind::EuropeanOrder { "1424-3" } else { "1409" };
    let source = lang.pick(
        format!("(CPC art. {article}, lu dans une copie le 30\u{a0}novembre 2026)"),
        format!("(CPC art. {article}, read in a copy on 30\u{a0}November 2026)"),
    );
    match (order.state, lang) {
        (Rest::Open, Lang::Fr) => vec![
            format!("La faire signifier pour {ordered}\u{a0}: vous renoncez aux {rest} restants {source}."),
            format!(
                "Ne pas la faire signifier\u{a0}: vous pouvez demander les {whole} par les voies ordinaires, référé ou procès au fond."
            ),
        ],
        (Rest::Open, Lang::En) => vec![
            format!("Have it served for {ordered}: you give up the {rest} that is left {source}."),
            format!(
                "Do not have it served: you may ask for the {whole} in the ordinary way, in summary proceedings or a claim in court."
            ),
        ],
        (Rest::GivenUp, Lang::Fr) => vec![format!(
            "Signifiée pour {ordered}\u{a0}: vous avez renoncé aux {rest} de principal qu’elle n’accorde pas {source}. Ils ne se demandent plus en justice\u{a0}; l’exécution porte sur la somme ordonnée."
        )],
        (Rest::GivenUp, Lang::En) => vec![format!(
            "Served for {ordered}: you gave up the {rest} of principal it does not grant {source}. That can no longer be sued for; enforcement is about the sum ordered."
        )],
        (Rest::Reopened, Lang::Fr) => vec![format!(
            "L’opposition remet le tout en jeu\u{a0}: le tribunal est saisi de votre demande initiale, {whole} de principal, et de l’ensemble du litige (CPC art. 1413, lu dans une copie le 30\u{a0}novembre 2026). Demandez de nouveau le tout."
        )],
        (Rest::Reopened, Lang::En) => vec![format!(
            "The opposition brings it all back: the court decides on what you first asked for, {whole} of principal, and on the whole dispute (CPC art. 1413, read in a copy on 30\u{a0}November 2026). Ask for the whole again."
        )],
    }
}

/// Why the certificate can be asked for, by the day the order was made.
#[must_use]
pub fn certificate(lang: Lang, is_new: bool) -> &'static str {
    if is_new {
        lang.pick("Ordonnance rendue à partir du 1er septembre 2026\u{a0}: sans nouvelle du greffe deux mois après la signification, l’exécution peut suivre (décret n°\u{a0}2026-96).", "The order was made from 1 September 2026 on: without news of the clerk two months after service, enforcement may follow (decree no. 2026-96).")
    } else {
        lang.pick("Ordonnance rendue avant le 1er septembre 2026\u{a0}: le décret n°\u{a0}2026-96 ne s’y applique pas, et le certificat du greffe est nécessaire.", "The order was made before 1 September 2026: decree no. 2026-96 does not apply to it, and the clerk’s certificate is needed.")
    }
}

/// Until when an order can be opposed, with the rule and when it was read.
#[must_use]
pub fn opposition(lang: Lang, time: &Opposition, today: NaiveDate) -> String {
    let (since, by) = (format::date(lang, time.since), format::date_with_weekday(lang, time.by));
    let is_over = time.by < today;
    match (time.start, lang) {
        (Start::InPerson, Lang::Fr) => format!(
            "Opposition {} {by}\u{a0}: un mois après la signification en personne du {since} (CPC art. 1416, lu en septembre 2026).",
            if is_over { "possible jusqu’au" } else { "recevable jusqu’à la fin du" }
        ),
        (Start::InPerson, Lang::En) => format!(
            "It {} be opposed until the end of {by}: a month from its service in person on {since} (CPC art. 1416, read in September 2026).",
            if is_over { "could" } else { "can" }
        ),
        (Start::Service, Lang::Fr) => format!(
            "Un mois pour s’opposer après la signification du {since}, soit jusqu’à la fin du {by}. Comme elle n’a pas été remise en personne, l’opposition reste ensuite recevable un mois après le premier acte remis en personne ou, à défaut, après la première saisie (CPC art. 1416, lu en septembre 2026)."
        ),
        (Start::Service, Lang::En) => format!(
            "A month to oppose it from its service on {since}, that is until the end of {by}. As it was not handed over in person, it can then still be opposed for a month after the first act handed over in person or, failing that, after the first seizure (CPC art. 1416, read in September 2026)."
        ),
        (Start::European, Lang::Fr) => format!(
            "Opposition {} {by}\u{a0}: trente jours après la signification du {since} (règlement n°\u{a0}1896/2006, art. 16, lu le 30\u{a0}novembre 2026\u{a0}; jours fériés comptés comme en France).",
            if is_over { "possible jusqu’au" } else { "recevable jusqu’à la fin du" }
        ),
        (Start::European, Lang::En) => format!(
            "It {} be opposed until the end of {by}: thirty days from its service on {since} (regulation no. 1896/2006, art. 16, read on 30\u{a0}November 2026; public holidays counted as in France).",
            if is_over { "could" } else { "can" }
        ),
        (Start::Measure, Lang::Fr) => format!(
            "Signifiée sans remise en personne\u{a0}: l’opposition {} recevable jusqu’à la fin du {by}, un mois après la première mesure du {since} (CPC art. 1416, lu en septembre 2026).",
            if is_over { "était" } else { "est encore" }
        ),
        (Start::Measure, Lang::En) => format!(
            "Not handed over in person: it {} be opposed until the end of {by}, a month after the first measure of {since} (CPC art. 1416, read in September 2026).",
            if is_over { "could" } else { "can still" }
        ),
    }
}

/// Until when a decision can be gone against, with the rule, which was not read.
#[must_use]
pub fn recourse(lang: Lang, time: &RecourseTime) -> String {
    let (since, by) = (format::date(lang, time.since), format::date_with_weekday(lang, time.by));
    match (time.recourse, lang) {
        (Recourse::Appeal, Lang::Fr) => format!(
            "Appel possible jusqu’à la fin du {by}, un mois après la signification du {since} (CPC art. 538). En principe, l’appel n’empêche pas l’exécution (art. 514). À vérifier."
        ),
        (Recourse::Appeal, Lang::En) => format!(
            "It can be appealed until the end of {by}, a month from its service on {since} (CPC art. 538). An appeal does not keep it from being enforced, as a rule (art. 514). To be checked."
        ),
        (Recourse::SummaryAppeal, Lang::Fr) => format!(
            "Appel possible jusqu’à la fin du {by}, quinze jours après la signification du {since} (CPC art. 490). L’ordonnance de référé s’exécute malgré l’appel (art. 514-1). À vérifier."
        ),
        (Recourse::SummaryAppeal, Lang::En) => format!(
            "It can be appealed until the end of {by}, fifteen days from its service on {since} (CPC art. 490). An order of summary proceedings is enforced although it is appealed (art. 514-1). To be checked."
        ),
        (Recourse::Administrative, Lang::Fr) => format!(
            "Tribunal administratif\u{a0}: appel possible jusqu’à la fin du {by}, compté de la notification du {since}\u{a0}; deux mois, ou quinze jours en référé (CJA art. R811-2 et R541-3). Pour de petites sommes, il n’y a pas d’appel. À vérifier."
        ),
        (Recourse::Administrative, Lang::En) => format!(
            "Administrative court: it can be appealed until the end of {by}, counted from its notification on {since}; two months, or fifteen days in summary proceedings (CJA art. R811-2 and R541-3). Small sums have no appeal. To be checked."
        ),
        (Recourse::LastInstance, Lang::Fr) => format!(
            "5\u{202f}000\u{a0}€ au plus étaient demandés\u{a0}: en principe, pas d’appel. Seul un pourvoi en cassation est ouvert jusqu’à la fin du {by}, deux mois après la signification du {since} (CPC art. 612)\u{a0}; il ne suspend pas l’exécution. À vérifier."
        ),
        (Recourse::LastInstance, Lang::En) => format!(
            "No more than €5,000 was asked for: as a rule, no appeal. The court of cassation alone can be asked until the end of {by}, two months from its service on {since} (CPC art. 612); that does not suspend enforcement. To be checked."
        ),
        (Recourse::Cassation, Lang::Fr) => format!(
            "Pourvoi en cassation possible jusqu’à la fin du {by}, deux mois après la signification du {since} (CPC art. 612)\u{a0}; il ne suspend pas l’exécution. À vérifier."
        ),
        (Recourse::Cassation, Lang::En) => format!(
            "The court of cassation can be asked until the end of {by}, two months from its service on {since} (CPC art. 612); that does not suspend enforcement. To be checked."
        ),
    }
}
