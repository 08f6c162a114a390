//! Words of the limitation clock and of the acts that start it again.

use chrono::NaiveDate;

use crate::domain::act::ActKind;
use crate::domain::limitation::{Limitation, LimitationEventKind, LimitationPeriod, Nearness, Suspension};
use crate::domain::proceeding::suit::Suit;
use crate::text::{Lang, format};

words! {
    title: "Prescription et actes", "Limitation and acts";
    explain: "Une relance ou une mise en demeure, même recommandée, ne prolonge pas ce délai (Cass. com. 18 mai 2022, n° 20-23.204). Une reconnaissance de dette, un paiement partiel, un échéancier signé ou une action en justice le fait repartir. Une médiation ou une conciliation convenue le suspend.", "A reminder or a formal notice, even registered, does not extend this time (Cass. com. 18 May 2022, no 20-23.204). An acknowledgement, a part payment, a signed plan or court action starts it again. A mediation or conciliation agreed on suspends it.";
    cautious: "Compté depuis la plus ancienne des dates connues (émission, échéance) : c’est prudent.", "Counted from the earliest date known (issue, due date): this is cautious.";
    public_unconfirmed: "Délai de quatre ans à compter du 1er janvier suivant : à confirmer pour votre marché.", "Four years from 1 January after: to be confirmed for your contract.";
    foreign: "La prescription suit la loi applicable à cette facture, que Relance ne connaît pas : vérifiez-la. En Allemagne, par exemple, trois ans à compter de la fin de l’année.", "Limitation follows the law of this invoice, which Relance does not know: check it. In Germany, for instance, three years from the end of the year.";
    title_interest: "Dix ans pour faire exécuter la décision (texte lu le 30 novembre 2026). Les intérêts nés depuis gardent le délai d’origine\u{a0}: à vérifier.", "Ten years to enforce the decision (text read on 30 November 2026). Interest accrued since then keeps the original time: to be checked.";
    kind: "Quel acte", "Which act";
    date: "Date", "Date";
    reference: "Référence", "Reference";
    add: "Noter un acte", "Note an act";
    save: "Noter l’acte", "Note the act";
    delete: "Supprimer cet acte", "Delete this act";
}

/// An act.
#[must_use]
pub fn act(lang: Lang, kind: ActKind) -> &'static str {
    match kind {
        ActKind::Acknowledgement => {
            lang.pick("Reconnaissance de dette, demande de délai", "Acknowledgement, request for time")
        }
        ActKind::SignedPlan => lang.pick("Échéancier signé", "Signed payment plan"),
        ActKind::CourtClaim => {
            lang.pick("Action en justice, ordonnance signifiée", "Claim in court, order served")
        }
        ActKind::CapitalisationClaim => {
            lang.pick("Action en justice, capitalisation accordée", "Claim in court, capitalisation granted")
        }
        ActKind::Enforcement => lang.pick("Mesure d’exécution", "Enforcement measure"),
        ActKind::EnforceableDecision => {
            lang.pick("Décision devenue exécutoire", "Decision become enforceable")
        }
        ActKind::HomologatedAgreement => {
            lang.pick("Accord homologué par le juge", "Agreement made enforceable by a court")
        }
        ActKind::CountersignedAgreement => lang.pick(
            "Accord contresigné par avocats, rendu exécutoire",
            "Agreement countersigned by lawyers, made enforceable",
        ),
        ActKind::NotarialDeed => {
            lang.pick("Acte notarié, formule exécutoire", "Notary’s deed, made enforceable")
        }
        ActKind::UncontestedTitle => lang.pick(
            "Procès-verbal de non-contestation rendu exécutoire",
            "Record of no contest made enforceable",
        ),
        ActKind::AmicableBegun => {
            lang.pick("Médiation ou conciliation convenue", "Mediation or conciliation agreed on")
        }
        ActKind::AmicableEnded => {
            lang.pick("Médiation ou conciliation terminée", "Mediation or conciliation over")
        }
    }
}

/// What an act changes, in a sentence.
#[must_use]
pub fn act_effect(lang: Lang, kind: ActKind) -> &'static str {
    match kind {
        ActKind::CapitalisationClaim => lang.pick(
            "Les intérêts dus pour une année entière portent intérêt à compter de ce jour (C. civ. art. 1343-2).",
            "Interest due for a whole year bears interest from this day (C. civ. art. 1343-2).",
        ),
        ActKind::EnforceableDecision => lang.pick(
            "Le titre s’exécute pendant dix ans (CPCE art. L111-4), et le taux légal est majoré de 5 points deux mois après ce jour (CMF art. L313-3).",
            "The title is enforced for ten years (CPCE art. L111-4), and the legal rate rises by 5 points two months after this day (CMF art. L313-3).",
        ),
        ActKind::HomologatedAgreement => lang.pick(
            "L’accord vaut titre (CPCE art. L111-3, 1°)\u{a0}: il s’exécute pendant dix ans (art. L111-4). Le taux légal n’en est pas majoré (à vérifier).",
            "The agreement is a title (CPCE art. L111-3, 1°): it is enforced for ten years (art. L111-4). The legal rate does not rise by it (to be checked).",
        ),
        ActKind::CountersignedAgreement => lang.pick(
            "Contresigné par l’avocat de chaque partie et revêtu de la formule exécutoire par le greffe, l’accord vaut titre (CPCE art. L111-3, 7°). Il reconnaît la dette\u{a0}: la prescription repart pour un délai entier, mais les dix ans d’une décision ne lui sont pas comptés (à vérifier).",
            "Countersigned by the lawyer of each party and made enforceable by the clerk, the agreement is a title (CPCE art. L111-3, 7°). It owns to the debt: limitation starts again for a whole period, but the ten years of a decision are not counted for it (to be checked).",
        ),
        ActKind::NotarialDeed => lang.pick(
            "L’acte vaut titre (CPCE art. L111-3, 4°, à vérifier). Il reconnaît la dette\u{a0}: la prescription repart pour un délai entier, mais les dix ans d’une décision ne lui sont pas comptés.",
            "The deed is a title (CPCE art. L111-3, 4°, to be checked). It owns to the debt: limitation starts again for a whole period, but the ten years of a decision are not counted for it.",
        ),
        ActKind::UncontestedTitle => lang.pick(
            "Le greffe a rendu exécutoire le procès-verbal du commissaire de justice (CPCE art. L126-1 à L126-5)\u{a0}: faites-le signifier dans les six mois. Décret non lu au 25 septembre 2026\u{a0}: par prudence, la prescription est comptée comme avant (à vérifier).",
            "The clerk made the officer’s record enforceable (CPCE arts. L126-1 to L126-5): have it served within six months. Its decree had not been seen on 25 September 2026: to be cautious, limitation is counted as before (to be checked).",
        ),
        ActKind::AmicableBegun => lang.pick(
            "La prescription est suspendue à compter de l’accord écrit ou, à défaut, de la première réunion (C. civ. art. 2238). Notez aussi la fin.",
            "Limitation is suspended from the written agreement or, failing one, from the first meeting (C. civ. art. 2238). Note its end too.",
        ),
        ActKind::AmicableEnded => lang.pick(
            "La prescription reprend là où elle s’était arrêtée, pour six mois au moins (C. civ. art. 2238).",
            "Limitation goes on where it had stopped, for six months at least (C. civ. art. 2238).",
        ),
        _ => lang.pick(
            "La prescription repart pour un délai entier (C. civ. art. 2231).",
            "Limitation starts again for a whole period (C. civ. art. 2231).",
        ),
    }
}

fn event(lang: Lang, kind: LimitationEventKind) -> &'static str {
    match kind {
        LimitationEventKind::Acknowledgement => lang.pick("la reconnaissance", "the acknowledgement"),
        LimitationEventKind::PartPayment => lang.pick("le paiement", "the payment"),
        LimitationEventKind::SignedPlan => lang.pick("l’échéancier signé", "the signed plan"),
        LimitationEventKind::CourtClaim => lang.pick("l’acte de procédure", "the act in court"),
        LimitationEventKind::Enforcement => lang.pick("la mesure d’exécution", "the enforcement measure"),
        LimitationEventKind::Title => lang.pick("le titre exécutoire", "the enforceable title"),
        LimitationEventKind::OtherTitle => lang.pick("l’autre titre", "the other title"),
        LimitationEventKind::AmicableBegun | LimitationEventKind::AmicableEnded => {
            lang.pick("la médiation", "the mediation")
        }
        LimitationEventKind::Reminder => lang.pick("la relance", "the reminder"),
        LimitationEventKind::FormalNotice => lang.pick("la mise en demeure", "the formal notice"),
    }
}

/// What goes on about a claim that decides whether it can be sued for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The claim in court that runs.
    pub suit: Option<Suit>,
    /// Insolvency proceedings hold the claim.
    pub insolvent: bool,
}

/// « Vous pouvez agir en justice jusqu’au … », with why.
#[must_use]
pub fn sentence(lang: Lang, limitation: &Limitation, nearness: Nearness, around: Around) -> String {
    let expires = format::date(lang, limitation.expires);
    if let Some(said) = held_in_court(lang, limitation, nearness, around) {
        return said;
    }
    let years = limitation.period.years();
    let source = match limitation.period {
        LimitationPeriod::Business => "C. com. art. L110-4",
        LimitationPeriod::Consumer => "C. conso. art. L218-2",
        LimitationPeriod::Public => lang.pick("loi du 31 décembre 1968", "Act of 31 December 1968"),
        LimitationPeriod::Title => "CPCE art. L111-4",
    };
    let since = since(lang, limitation);
    if limitation.period == LimitationPeriod::Title {
        return title(
            lang,
            &expires,
            &format!("({years} {} {since}, {source})", lang.pick("ans", "years")),
            nearness,
        );
    }
    match (lang, nearness) {
        (Lang::Fr, Nearness::Expired) => {
            format!(
                "Prescrite depuis le {expires} : le client peut refuser de payer ({years} ans {since}, {source})."
            )
        }
        (Lang::Fr, _) => {
            format!("Vous pouvez agir en justice jusqu’au {expires} ({years} ans {since}, {source}).")
        }
        (Lang::En, Nearness::Expired) => {
            format!(
                "Time-barred since {expires}: the client may refuse to pay ({years} years {since}, {source})."
            )
        }
        (Lang::En, _) => format!("You can go to court until {expires} ({years} years {since}, {source})."),
    }
}

/// What a court or insolvency proceedings change: nobody sues again meanwhile.
fn held_in_court(lang: Lang, limitation: &Limitation, nearness: Nearness, around: Around) -> Option<String> {
    if nearness == Nearness::Expired {
        return None;
    }
    let on = |day: NaiveDate| format::date(lang, day);
    let expires = on(limitation.expires);
    if around.insolvent {
        return Some(match around.suit {
            Some(_) => lang.pick(
                "Créance déclarée\u{a0}: la prescription est interrompue jusqu’à la clôture de la procédure collective (C. com. art. L622-25-1). Elle ne se poursuit pas en justice (art. L622-21).".to_owned(),
                "Claim lodged: limitation is interrupted until the insolvency proceedings are closed (C. com. art. L622-25-1). It is not sued for (art. L622-21).".to_owned(),
            ),
            None => lang.pick(
                format!("Procédure collective ouverte\u{a0}: la créance ne se poursuit plus en justice (C. com. art. L622-21), elle se déclare, et la déclaration interrompt la prescription (art. L622-25-1). À défaut, prescription comptée jusqu’au {expires}."),
                format!("Insolvency proceedings are open: the claim is no longer sued for (C. com. art. L622-21); it is lodged, and lodging interrupts limitation (art. L622-25-1). Failing that, limitation is counted until {expires}."),
            ),
        });
    }
    if limitation.period == LimitationPeriod::Title {
        return None;
    }
    match (around.suit, limitation.restarted) {
        (Some(Suit { decided: Some(day), .. }), _) => {
            let day = on(day);
            Some(lang.pick(
                format!("Décision du {day}\u{a0}: dix ans pour la faire exécuter dès qu’elle est exécutoire (CPCE art. L111-4). Notez alors cette étape dans «\u{a0}Suites\u{a0}»."),
                format!("Decision of {day}: ten years to enforce it once it is enforceable (CPCE art. L111-4). Note that stage then, under “What follows”."),
            ))
        }
        (Some(Suit { since, decided: None }), _) => {
            let since = on(since);
            Some(lang.pick(
                format!("En justice depuis le {since}\u{a0}: la prescription est interrompue jusqu’à la décision (C. civ. art. 2241 et 2242). Celle-ci s’exécute dix ans dès qu’elle est exécutoire (CPCE art. L111-4)."),
                format!("In court since {since}: limitation is interrupted until the decision (C. civ. art. 2241 and 2242), which is enforced for ten years once it is enforceable (CPCE art. L111-4)."),
            ))
        }
        (None, Some(act)) if act.kind == LimitationEventKind::CourtClaim => {
            let since = on(act.date);
            Some(lang.pick(
                format!("L’acte de procédure du {since} interrompt la prescription jusqu’à la décision (C. civ. art. 2241 et 2242)\u{a0}; sans décision notée, elle est comptée par prudence jusqu’au {expires}."),
                format!("The act in court of {since} interrupts limitation until the decision (C. civ. art. 2241 and 2242); as no decision is noted, it is counted until {expires} to be cautious."),
            ))
        }
        _ => None,
    }
}

/// What to know before an invoice whose time is over is asked for.
#[must_use]
pub fn over(lang: Lang, number: &str, limitation: &Limitation) -> String {
    let sentence = sentence(lang, limitation, Nearness::Expired, Around::default());
    lang.pick(
        format!(
            "Facture n°\u{a0}{number}. {sentence} Une demande amiable reste permise\u{a0}: n’annoncez pas d’action en justice, ou notez l’acte qui a interrompu la prescription."
        ),
        format!(
            "Invoice {number}. {sentence} You may still ask: do not announce court action, or note the act that started the time again."
        ),
    )
}

/// What held the time: since when, until when, and what that left; none where nothing did.
#[must_use]
pub fn held(lang: Lang, limitation: &Limitation) -> Option<String> {
    let Suspension { since, until } = limitation.suspended?;
    let since = format::date(lang, since);
    Some(match until.map(|until| format::date(lang, until)) {
        Some(until) => lang.pick(
            format!(
                "Suspendue du {since} au {until} par une médiation ou une conciliation\u{a0}: ce temps est compté en plus, et six mois au moins restaient ensuite (C. civ. art. 2238)."
            ),
            format!(
                "Suspended from {since} to {until} by a mediation or conciliation: that time is added, and six months at least were left after it (C. civ. art. 2238)."
            ),
        ),
        None => lang.pick(
            format!(
                "Suspendue depuis le {since} par une médiation ou une conciliation\u{a0}: la date recule tant qu’elle dure, et six mois au moins resteront ensuite (C. civ. art. 2238). Notez sa fin."
            ),
            format!(
                "Suspended since {since} by a mediation or conciliation: the date moves back while it lasts, and six months at least will be left after it (C. civ. art. 2238). Note its end."
            ),
        ),
    })
}

/// Until when a decision can be enforced.
fn title(lang: Lang, expires: &str, why: &str, nearness: Nearness) -> String {
    match (lang, nearness) {
        (Lang::Fr, Nearness::Expired) => {
            format!("Le titre ne peut plus être exécuté depuis le {expires} {why}.")
        }
        (Lang::Fr, _) => format!("Vous pouvez faire exécuter le titre jusqu’au {expires} {why}."),
        (Lang::En, Nearness::Expired) => {
            format!("The title can no longer be enforced since {expires} {why}.")
        }
        (Lang::En, _) => format!("You can have the title enforced until {expires} {why}."),
    }
}

fn since(lang: Lang, limitation: &Limitation) -> String {
    let on = |day: NaiveDate| format::date(lang, day);
    match (limitation.restarted, lang) {
        (Some(restart), Lang::Fr) => format!("depuis {} du {}", event(lang, restart.kind), on(restart.date)),
        (Some(restart), Lang::En) => format!("since {} of {}", event(lang, restart.kind), on(restart.date)),
        (None, Lang::Fr) => format!("depuis le {}", on(limitation.starts)),
        (None, Lang::En) => format!("since {}", on(limitation.starts)),
    }
}

/// The badge of a period that nears its end; none while it is far.
#[must_use]
pub fn alert(lang: Lang, nearness: Nearness) -> Option<&'static str> {
    match nearness {
        Nearness::Far => None,
        Nearness::Year => Some(lang.pick("Prescription dans moins d’un an", "Time-barred within a year")),
        Nearness::HalfYear => {
            Some(lang.pick("Prescription dans moins de six mois", "Time-barred within six months"))
        }
        Nearness::Quarter => {
            Some(lang.pick("Prescription dans moins de trois mois", "Time-barred within three months"))
        }
        Nearness::Expired => Some(lang.pick("Prescrite", "Time-barred")),
    }
}
