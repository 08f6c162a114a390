//! What a way out asks for, and why a claim has it or not.

use super::super::agenda::{self, say};
use crate::domain::court::{Court, Seat};
use crate::domain::party::DebtorKind;
use crate::domain::recovery::{Answer, Availability, Condition, Contact, Finding, Notice, Situation};
use crate::text::{Lang, format};

/// A condition with its reason, in a sentence.
#[must_use]
pub fn finding(lang: Lang, finding: Finding, at: &Situation) -> String {
    let date = |day| format::date(lang, day);
    let money = |amount| format::money(lang, amount, at.currency);
    let met = finding.answer == Answer::Met;
    match finding.condition {
        Condition::Due if met => {
            lang.pick(format!("échue depuis le {}", date(at.due)), format!("due since {}", date(at.due)))
        }
        Condition::Due if at.today <= at.due => {
            lang.pick(format!("échéance le {}", date(at.due)), format!("due on {}", date(at.due)))
        }
        Condition::Due => lang.pick("plus rien n’est dû", "nothing is owed any more").to_owned(),
        Condition::Unheld | Condition::RestFree if met && at.engaged.is_some() => lang
            .pick(
                "ce qui n’est pas contesté continue d’être demandé",
                "what nobody contests goes on being asked for",
            )
            .to_owned(),
        Condition::Ready if met => {
            lang.pick("rien d’autre en cours", "nothing else under way").to_owned()
        }
        Condition::Undecided => {
            let on = at.lost.map(date).unwrap_or_default();
            lang.pick(
                format!("un juge a rejeté la demande le {on}\u{a0}: elle ne se présente pas une seconde fois, sauf appel"),
                format!("a court dismissed the claim on {on}: it is not brought a second time, but for an appeal"),
            )
        }
        Condition::Untitled | Condition::Titled => titled(lang, at),
        Condition::Free | Condition::Unheld | Condition::RestFree | Condition::Ready => match &at.engaged {
            None => lang.pick("rien d’autre en cours", "nothing else under way").to_owned(),
            Some(action) => {
                let what = agenda::what(lang, action.what);
                let hold =
                    action.hold.as_ref().map_or_else(|| what.to_owned(), |hold| agenda::hold(lang, hold));
                lang.pick(
                    format!("en cours, à mener d’abord\u{a0}: {hold}"),
                    format!("under way, to be seen through first: {hold}"),
                )
            }
        },
        Condition::Contacted if at.contact == Contact::Excused => lang
            .pick("démarche amiable\u{a0}: vous passez outre", "amicable contact: you go without")
            .to_owned(),
        Condition::Contacted if met => {
            lang.pick("une démarche amiable est notée", "an amicable contact is on record").to_owned()
        }
        Condition::Contacted => lang
            .pick(
                "aucune relance ni appel noté depuis l’échéance",
                "no reminder and no call on record since the due date",
            )
            .to_owned(),
        Condition::NoticeOver => match at.notice {
            Notice::None => {
                lang.pick("aucune mise en demeure notée", "no formal notice on record").to_owned()
            }
            Notice::Runs(until) => lang.pick(
                format!("le délai de la mise en demeure court jusqu’au {}", date(until)),
                format!("the time of the formal notice runs until {}", date(until)),
            ),
            Notice::Over(on) => lang.pick(
                format!("mise en demeure sans effet, délai passé le {}", date(on)),
                format!("formal notice without effect, its time over on {}", date(on)),
            ),
        },
        Condition::DebtorTrader if finding.answer == Answer::Unknown && at.debtor == DebtorKind::Business => lang
            .pick(
                "le client est-il commerçant\u{a0}? Son nom ne dit pas sa forme\u{a0}: à vérifier sur son extrait Kbis",
                "is the client a trader? Its name has no legal form: to be checked in its register extract (Kbis)",
            )
            .to_owned(),
        Condition::Conciliated if met => lang
            .pick("tentative de conciliation ou de médiation notée", "an attempt at conciliation or mediation is on record")
            .to_owned(),
        Condition::Conciliated => lang
            .pick(
                "aucune tentative de conciliation ou de médiation notée\u{a0}: jusqu’à 5\u{202f}000\u{a0}€, le tribunal judiciaire l’exige, sauf dispense (CPC art. 750-1, à vérifier)",
                "no attempt at conciliation or mediation on record: up to €5,000 the tribunal judiciaire asks for one, exceptions aside (CPC art. 750-1, to be checked)",
            )
            .to_owned(),
        Condition::Uncontested if !at.contested.is_positive() => {
            lang.pick("rien n’est contesté", "nothing is contested").to_owned()
        }
        Condition::Uncontested if met => lang.pick(
            format!("{} contestés, {} ne le sont pas", money(at.contested), money(at.uncontested())),
            format!("{} contested, {} is not", money(at.contested), money(at.uncontested())),
        ),
        Condition::Uncontested => {
            lang.pick("toute la somme est contestée", "the whole sum is contested").to_owned()
        }
        Condition::Solvent if met => {
            lang.pick("pas de procédure collective connue", "no insolvency proceedings known").to_owned()
        }
        Condition::Solvent => lang
            .pick(
                "procédure collective ouverte\u{a0}: la créance se déclare au mandataire",
                "insolvency proceedings are open: the claim is lodged there",
            )
            .to_owned(),
        Condition::InTime => in_time(lang, finding.answer, at),
        Condition::FrenchCourt if matches!(at.seat, Seat::Abroad { .. }) => abroad(lang, at),
        Condition::InFrance | Condition::FrenchCourt => match &at.seat {
            Seat::France { town, .. } => {
                let court = court(lang, at.court());
                lang.pick(
                    format!("débiteur en France, {town}\u{a0}: {court}"),
                    format!("debtor in France, {town}: {court}"),
                )
            }
            Seat::Abroad { .. } => lang.pick("débiteur à l’étranger", "debtor abroad").to_owned(),
            Seat::Unknown => no_address(lang),
        },
        Condition::InUnion if at.seat == Seat::Unknown => no_address(lang),
        Condition::InUnion if met => lang
            .pick("débiteur dans un autre pays de l’Union", "debtor in another country of the Union")
            .to_owned(),
        Condition::InUnion => lang
            .pick(
                "pas de litige transfrontalier\u{a0}: il faut un débiteur d’un autre pays de l’Union, Danemark excepté (règlement n°\u{a0}1896/2006, art. 2 et 3)",
                "no cross-border case: the debtor has to be in another country of the Union but Denmark (regulation no. 1896/2006, art. 2 and 3)",
            )
            .to_owned(),
        _ => plain(lang, finding).to_owned(),
    }
}

/// Whether a French court may hear a claim against a debtor abroad.
fn abroad(lang: Lang, at: &Situation) -> String {
    let said = match (&at.seat, at.debtor) {
        (_, DebtorKind::Consumer) => lang.pick(
            "débiteur à l’étranger\u{a0}: un particulier se poursuit dans son pays (règlement n°\u{a0}1215/2012, art. 18, à vérifier)",
            "debtor abroad: a consumer is sued in their own country (regulation no. 1215/2012, art. 18, to be checked)",
        ),
        (Seat::Abroad { union: true }, _) => lang.pick(
            "débiteur à l’étranger\u{a0}: un tribunal français peut être compétent si le travail a été fait en France, ou si le contrat le dit (règlement n°\u{a0}1215/2012, art. 7 et 25, de mémoire, à vérifier)",
            "debtor abroad: a French court may have jurisdiction where the work was done in France, or where the contract says so (regulation no. 1215/2012, art. 7 and 25, recalled, to be checked)",
        ),
        _ => lang.pick(
            "débiteur hors de l’Union\u{a0}: le tribunal compétent dépend du contrat et du lieu du travail, à vérifier auprès d’un avocat",
            "debtor outside the Union: which court has jurisdiction depends on the contract and on where the work was done, to be checked with a lawyer",
        ),
    };
    said.to_owned()
}

/// The title there is, or that there is none.
fn titled(lang: Lang, at: &Situation) -> String {
    let Some(title) = at.title else {
        return lang
            .pick(
                "il faut d’abord un titre exécutoire\u{a0}: ordonnance, jugement, accord homologué",
                "an enforceable title comes first: an order, a judgment, an agreement approved by a court",
            )
            .to_owned();
    };
    let since = format::date(lang, title.since);
    let sum = title.sum.map(|sum| format::money(lang, sum, at.currency));
    let of = sum.map(|sum| lang.pick(format!(" pour {sum}"), format!(" for {sum}"))).unwrap_or_default();
    lang.pick(
        format!("vous avez un titre exécutoire depuis le {since}{of}\u{a0}: il se fait exécuter, un second n’apporterait rien"),
        format!("you have an enforceable title since {since}{of}: it is to be enforced, a second one would bring nothing"),
    )
}

fn no_address(lang: Lang) -> String {
    lang.pick("adresse du client à compléter", "the client’s address is to be completed").to_owned()
}

/// Those whose reason has no figures.
fn plain(lang: Lang, finding: Finding) -> &'static str {
    let met = finding.answer == Answer::Met;
    let unknown = finding.answer == Answer::Unknown;
    match finding.condition {
        Condition::KindKnown | Condition::Professional | Condition::NotPublic | Condition::DebtorTrader
            if unknown => lang.pick(
            "dites si le client est un professionnel, un particulier ou un acheteur public",
            "say whether the client is a professional, a consumer or a public body",
        ),
        Condition::SmallClaim | Condition::SmallPrincipal if unknown => lang.pick(
            "le seuil de 5\u{202f}000\u{a0}€ ne se compare pas sans taux de change",
            "the limit of €5,000 cannot be compared without a rate of exchange",
        ),
        Condition::NotReplaced if unknown => lang.pick(
            "entre commerçants, la procédure des créances incontestées la remplace (loi du 23 avril 2026)\u{a0}: à vérifier auprès d’un commissaire de justice",
            "between traders, the procedure for uncontested claims takes its place (act of 23 April 2026): to be checked with a commissaire de justice",
        ),
        Condition::NotReplaced => lang.pick("pas entre commerçants", "not between traders"),
        Condition::Sent => lang.pick("aucun envoi de la facture noté", "no sending of the invoice on record"),
        Condition::Untried => lang.pick(
            "déjà tentée, sans résultat\u{a0}: à reprendre seulement si quelque chose a changé",
            "tried before, in vain: to be taken again only if something has changed",
        ),
        Condition::Professional if met => {
            lang.pick("client professionnel ou public", "the client is a professional or a public body")
        }
        Condition::Professional => lang.pick(
            "réservé aux professionnels et acheteurs publics",
            "for professionals and public bodies only",
        ),
        Condition::NotPublic | Condition::Seizable if met => {
            lang.pick("pas un acheteur public", "no public body")
        }
        Condition::NotPublic => lang.pick(
            "un acheteur public relève du tribunal administratif",
            "a public body is sued before the administrative court",
        ),
        Condition::SmallClaim if met => {
            lang.pick("5\u{202f}000\u{a0}€ au plus, intérêts compris", "€5,000 at most, interest included")
        }
        Condition::SmallClaim => {
            lang.pick("plus de 5\u{202f}000\u{a0}€, intérêts compris", "more than €5,000, interest included")
        }
        Condition::SmallPrincipal if met => {
            lang.pick("5\u{202f}000\u{a0}€ au plus, hors intérêts", "€5,000 at most, interest left aside")
        }
        Condition::SmallPrincipal => {
            lang.pick("plus de 5\u{202f}000\u{a0}€, hors intérêts", "more than €5,000, interest left aside")
        }
        Condition::DebtorTrader if met => {
            lang.pick("client commerçant, d’après sa forme", "the client is a trader, as its form suggests")
        }
        Condition::DebtorTrader => lang.pick("le client doit être commerçant", "the client must be a trader"),
        Condition::CreditorTrader => lang.pick(
            "vous devez être commerçant (société commerciale comprise)",
            "you must be a trader (a commercial company is one)",
        ),
        Condition::Tariff => lang.pick("tarif publié", "price published"),
        Condition::Seizable => lang.pick(
            "rien ne se saisit chez un organisme public\u{a0}: le paiement se fait ordonner",
            "nothing of a public body can be seized: the payment is ordered instead",
        ),
        _ => "",
    }
}

/// Until when it can be sued for, as far as that is known.
fn in_time(lang: Lang, answer: Answer, at: &Situation) -> String {
    let Some(expires) = at.expires.map(|day| format::date(lang, day)) else {
        return lang
            .pick(
                "prescription\u{a0}: selon le droit de la facture, que Relance ne connaît pas",
                "limitation: by the law of the invoice, which Relance does not know",
            )
            .to_owned();
    };
    match answer {
        Answer::Met => lang
            .pick(format!("pas prescrite avant le {expires}"), format!("not time-barred before {expires}")),
        Answer::Unknown => lang.pick(
            format!(
                "prescrite depuis le {expires} si le client est un particulier\u{a0}: dites ce qu’il est"
            ),
            format!("limitation ended on {expires} if the client is a consumer: say what it is"),
        ),
        Answer::Missing => lang.pick(
            format!("prescrite depuis le {expires}\u{a0}: rien ne se réclame plus comme un dû"),
            format!("limitation ended on {expires}: nothing can be claimed as owed any more"),
        ),
    }
}

/// What is to be done first, or why a way is none for this claim, in a few words beside its name.
#[must_use]
pub fn badge(lang: Lang, availability: Availability) -> String {
    match availability {
        Availability::Open => super::words(lang).open.to_owned(),
        Availability::Closed(_) => super::words(lang).closed.to_owned(),
        Availability::ToCheck(_) => super::words(lang).unknown.to_owned(),
        Availability::After(first) => {
            let what = match first {
                Condition::Due => lang.pick("l’échéance", "the due date"),
                Condition::Free | Condition::Unheld | Condition::RestFree | Condition::Ready => {
                    lang.pick("ce qui est en cours", "what is under way")
                }
                Condition::Sent => lang.pick("envoi de la facture", "sending of the invoice"),
                Condition::NoticeOver => lang.pick("mise en demeure", "formal notice"),
                Condition::Conciliated => lang.pick("conciliation ou médiation", "conciliation or mediation"),
                Condition::Uncontested => lang.pick("régler la contestation", "settle the dispute"),
                _ => lang.pick("démarche amiable", "amicable contact"),
            };
            say(lang, || format!("d’abord\u{a0}: {what}"), || format!("first: {what}"))
        }
    }
}

/// A court by its name.
#[must_use]
pub fn court(lang: Lang, court: Court) -> String {
    match court {
        Court::Commercial => lang.pick("tribunal de commerce", "commercial court").to_owned(),
        Court::EconomicActivities(town) => lang.pick(
            format!("tribunal des activités économiques de {town}"),
            format!("tribunal des activités économiques of {town}"),
        ),
        Court::CommercialChamber => lang
            .pick(
                "chambre commerciale du tribunal judiciaire",
                "commercial chamber of the tribunal judiciaire",
            )
            .to_owned(),
        Court::Judicial => "tribunal judiciaire".to_owned(),
        Court::Administrative => lang.pick("tribunal administratif", "administrative court").to_owned(),
    }
}
