//! Words of the ways out of an unpaid claim: their names, what they ask for, what they cost, the advice.

pub mod advice;
pub mod aside;
pub mod condition;
pub mod mandate;
pub mod obstacle;
pub mod route;
mod turn;
mod wait;

use chrono::NaiveDate;

use super::agenda::say;
use crate::base::{Amount, Currency, Percent, Region, dates};
use crate::domain::payment_order::{SHORTER_FROM, months_to_serve, serve_by};
use crate::domain::proceeding::ProceedingKind;
use crate::domain::recovery::{Advice, Ageing, Chance, ChanceFact, ChancePart, ExpenseName, Gather, Quoted};
use crate::text::{Lang, format};

words! {
    title: "Les voies possibles", "The ways out";
    picture: "Ce que chaque voie rapporterait", "What each way would bring";
    picture_hint: "Chances × principal atteint, moins les frais et votre temps. Le trait va de la prudence à l’espoir, pénalités et indemnité comprises\u{a0}; le point est le plus probable.", "Chance × principal reached, less costs and your time. The line goes from caution to hope, with interest and fixed sum; the dot is most likely.";
    way: "Voie", "Way";
    net: "Net attendu", "Net expected";
    net_from: "Prudent", "Cautious";
    net_to: "Optimiste", "Hopeful";
    ways: "Voie par voie", "Way by way";
    ways_hint: "Ouvrez une voie pour ses conditions, son prix, son délai et ce qu’il faut réunir.", "Open a way for its conditions, its price, its time and what to bring together.";
    open: "possible", "open";
    closed: "pas ici", "not here";
    conditions: "Conditions", "Conditions";
    european_small: "Conditions des petits litiges européens (à vérifier)", "Conditions of European small claims (to be checked)";
    met: "oui", "yes";
    missing: "non", "no";
    unknown: "à vérifier", "to check";
    no_condition: "Aucune condition.", "No condition.";
    price: "Ce que cela coûte", "What it costs";
    amount: "Montant", "Amount";
    source: "Source", "Source";
    ageing: "Ce que coûte l’attente", "What waiting costs";
    ageing_hint: "Plus une créance vieillit, moins elle se paie. Deux chiffres cités, une ligne droite entre eux\u{a0}; en pointillé, ce qui est supposé.", "The older a claim, the less it is paid. Two quoted figures, a straight line between them; dashed, what is supposed.";
    ageing_age: "Ancienneté", "Age";
    ageing_chance: "Chances", "Chance";
    ageing_here: "Cette créance", "This claim";
    ageing_between: "ligne droite entre les deux chiffres cités, ou leur valeur", "a straight line between the two figures quoted, or their value";
    ageing_own: "votre hypothèse", "your assumption";
    ageing_change: "Changer ces chiffres", "Change these figures";
    own_time: "Votre temps", "Your own time";
    own_time_source: "minutes supposées, à votre taux horaire", "assumed minutes, at your hourly rate";
    optional: "facultatif jusqu’à 10\u{202f}000\u{a0}€, non compté", "optional up to €10,000, not counted";
    clerk: "Frais de greffe, devant le tribunal de commerce", "Clerk’s fees, before the commercial court";
    clerk_unknown: "non connus", "not known";
    clerk_source: "frais de greffe de ce type d’affaire non connus, non comptés", "the clerk’s fees of such a case are not known, not counted";
    note_amicable: "Noter une conciliation ou une médiation", "Note a conciliation or a mediation";
    note_title: "Noter le titre obtenu", "Note the title obtained";
    note_measure: "Noter une saisie", "Note a seizure";
    in_all: "En tout, quoi qu’il arrive", "In all, whatever comes of it";
    read: ", lu le ", ", read on ";
    unconfirmed: ", à vérifier", ", to be checked";
    unpriced: "Prix pas encore connu\u{a0}: notez votre devis plus bas pour comparer.", "Price not known yet: note your quote below to compare.";
    taken: "Retenu sur ce qui rentre\u{a0}: ", "Kept back of what comes in: ";
    delay: "Délai", "Time";
    serving: "Signification de l’ordonnance", "Service of the order";
    reached: "Somme atteinte", "Sum reached";
    reached_principal: "Principal atteint", "Principal reached";
    reached_price: "Prix de vente supposé", "Price assumed";
    break_even: "Seuil de rentabilité", "Break-even";
    break_even_never: "jamais à ce prix", "never at this price";
    chance: "Vos chances, en %", "Your chances, in %";
    chance_hint: "Une hypothèse, la vôtre si vous l’écrivez. Laissez vide pour la valeur proposée.", "An assumption, yours if you write it. Leave empty for the one proposed.";
    chance_save: "Retenir", "Use it";
    quote: "Votre devis, en euros", "Your quote, in euros";
    quote_hint: "Tout ce que vous avancerez, droits et actes compris, sans votre temps ni la part retenue sur ce qui rentre. 0 si une assurance le paie.", "All you will advance, fees of every kind included, without your own time or a share kept back of what comes in. 0 if an insurer pays it.";
    quoted: "Votre devis", "Your quote";
    quoted_source: "à la place des frais estimés", "in the place of the estimated costs";
    own_delay: "Votre délai, en jours", "Your time, in days";
    own_delay_hint: "Celui qu’on vous a annoncé. Laissez vide pour celui proposé.", "The one you were told. Leave empty for the one proposed.";
    chance_made_of: "D’où vient cette valeur", "Where this figure comes from";
    gather: "À réunir", "To bring together";
    write_notice: "Écrire la mise en demeure", "Write the formal notice";
    open_kit: "Préparer la requête", "Prepare the request";
    open_file: "Imprimer le dossier", "Print the case file";
    open_penalties: "Demander les pénalités", "Claim the penalties";
    open_call: "Appeler", "Call";
    open_text: "Écrire une relance", "Write a reminder";
    open_plan: "Proposer un échéancier", "Propose a payment plan";
    open_costs: "Voir ce qui est dépensé", "See what was spent";
    open_engaged: "Voir où ça en est", "See where it stands";
    open_proofs: "Préparer les preuves", "Prepare the evidence";
    open_after: "Passer en perte", "Write it off";
    open_client: "Compléter la fiche du client", "Complete the client’s record";
    exchange: "Ce que valent 100 unités de la devise, en euros", "What 100 units of the currency are worth, in euros";
    exchange_save: "Retenir ce taux", "Use this rate";
    skip: "Passer outre, avec un motif", "Go without, for a reason";
    skip_hint: "Une démarche amiable est attendue avant un juge (CPC art. 54). Dites pourquoi elle n’a pas lieu ici, ou pourquoi elle n’est pas notée.", "An amicable attempt is expected before a court (CPC art. 54). Say why there is none here, or why none is on record.";
    skip_hint_public: "Un tribunal administratif attend une demande de paiement écrite, restée sans effet (CJA art. R421-1, à vérifier). Dites pourquoi elle n’est pas notée ici.", "An administrative court expects a written request for payment that had no effect (CJA art. R421-1, to be checked). Say why none is on record here.";
    skip_reason: "Motif", "Reason";
    skip_save: "Passer outre", "Go without";
    skipped: "Sans démarche amiable notée\u{a0}: ", "Without an amicable contact on record: ";
    skip_undo: "La redemander", "Ask for it again";
    assumptions: "Vos hypothèses", "Your assumptions";
    assumptions_hint: "Elles valent pour tous vos dossiers. Un champ vide garde la valeur citée. Les prévisions de trésorerie ont leurs propres chances par âge, sur leur page.", "They hold for all your claims. An empty field keeps the figure quoted. The cash forecast has chances by age of its own, on its page.";
    assumptions_save: "Enregistrer les hypothèses", "Save the assumptions";
    hourly: "Votre heure, en euros", "Your hour, in euros";
    alert: "Ligne d’alerte, en % de ce qui reste à recevoir", "Alert line, in % of what is still to come";
    stop: "Ligne d’arrêt, en % de ce qui reste à recevoir", "Stop line, in % of what is still to come";
    help: "Qui peut m’aider", "Who can help me";
    help_mediator: "Le médiateur des entreprises", "The Médiateur des entreprises (business mediator)";
    help_mediator_text: "Gratuit et confidentiel, entre professionnels ou avec un acheteur public. Il ne tranche pas\u{a0}: il fait se parler. À saisir en ligne dès que les relances tournent en rond, jamais après l’ouverture d’une procédure collective. Apportez le contrat, la facture et l’histoire du dossier.", "Free and confidential, between professionals or with a public buyer. It decides nothing: it gets people to talk. To be asked online as soon as reminders lead nowhere, never once insolvency proceedings are open. Bring the contract, the invoice and the story of the case.";
    help_mediator_link: "economie.gouv.fr/mediateur-des-entreprises", "economie.gouv.fr/mediateur-des-entreprises";
    help_read: "adresse relevée le 29\u{a0}novembre 2026, à vérifier si elle ne répond plus", "address noted on 29\u{a0}November 2026, to be checked if it no longer answers";
    help_consumer: "Le médiateur de la consommation", "The consumer mediator";
    help_consumer_text: "Celui auquel vous avez adhéré, et que vos conditions nomment\u{a0}: c’est au client de le saisir, mais vous devez lui donner ses coordonnées quand sa réclamation n’aboutit pas (C. conso. art. L612-1 et L616-1, lus en avril 2026). Ses adresses sont sur votre contrat d’adhésion.", "The one you joined, and that your terms name: it is for the client to ask it, but you must give its address when a complaint leads nowhere (C. conso. art. L612-1 and L616-1, read in April 2026). Its address is in your membership contract.";
    help_abroad: "Le portail européen e-Justice", "The European e-Justice portal";
    help_abroad_text: "Pour un client d’un autre pays de l’Union\u{a0}: quel tribunal saisir, dans quelle langue, à quel prix, et les formulaires de l’injonction européenne, sur e-justice.europa.eu (adresse relevée le 30\u{a0}novembre 2026). Hors de l’Union et au Danemark, un avocat sur place. Ni le médiateur des entreprises ni un conciliateur français ne l’atteignent.", "For a client in another country of the Union: which court to ask, in which language, at what price, and the forms of the European order, at e-justice.europa.eu (address noted on 30\u{a0}November 2026). Outside the Union and in Denmark, a lawyer on the spot. Neither the French business mediator nor a French conciliateur reaches it.";
    help_public: "Le comité consultatif de règlement amiable des différends", "The consultative committee for amicable settlement";
    help_public_text: "Pour un marché public\u{a0}: il donne un avis, sans imposer de solution, et le saisir suspend la prescription (code de la commande publique, art. L2197-3 et R2197-1, lus dans des copies le 30\u{a0}novembre 2026\u{a0}: à vérifier sur Légifrance). La direction des affaires juridiques de Bercy dit lequel est compétent. Le médiateur des entreprises traite aussi de la commande publique.", "For a public contract: it gives an opinion and imposes nothing, and asking it suspends limitation (code de la commande publique, art. L2197-3 and R2197-1, read in copies on 30\u{a0}November 2026: to be checked on Légifrance). The legal department of the ministry of the economy says which one is competent. The Médiateur des entreprises deals with public contracts too.";
    help_trustee: "Le mandataire ou liquidateur judiciaire", "The trustee or liquidator";
    help_trustee_text: "C’est lui qui reçoit et vérifie les déclarations de créance, et lui seul paie. Son nom est dans l’annonce au Bodacc. Apportez la déclaration et ses pièces.", "It receives and verifies the claims lodged, and it alone pays. Its name is in the announcement in the Bodacc. Bring the claim lodged and its exhibits.";
    help_conciliator: "Le conciliateur de justice", "The conciliateur de justice";
    help_conciliator_text: "Gratuit, pour un litige avec un particulier ou un professionnel. Jusqu’à 5\u{202f}000\u{a0}€ devant le tribunal judiciaire, un tel essai est exigé avant le procès (CPC art. 750-1, rédaction à vérifier). Le greffe du tribunal du client dit qui siège dans son canton. Apportez le décompte et vos échanges.", "Free, for a dispute with a consumer or a professional. Up to €5,000 before the tribunal judiciaire, such an attempt comes before a claim (CPC art. 750-1, wording to be checked). The clerk of the client’s court says who sits there. Bring the working and what was written.";
    help_chamber: "Votre chambre (CCI ou CMA)", "Your chamber (CCI or CMA)";
    help_chamber_text: "Un premier avis, souvent gratuit, et des modèles. À appeler avant de payer qui que ce soit. Apportez le décompte et vos questions.", "A first opinion, often free, and models. To be called before you pay anyone. Bring the working and your questions.";
    help_accountant: "Votre expert-comptable", "Your accountant";
    help_accountant_text: "Pour la TVA d’un impayé, la provision, et ce que dit le bilan du client. À voir avant la clôture de l’exercice. Apportez le relevé de compte.", "For the VAT of an unpaid invoice, the provision, and what the client’s accounts say. To be seen before your year ends. Bring the statement of account.";
    help_insurance: "Votre assurance de protection juridique", "Your legal-protection insurance";
    help_insurance_text: "Elle peut payer l’avocat et les frais de justice, parfois au-dessus d’un seuil. À prévenir avant d’engager des frais\u{a0}: après, elle peut refuser. Apportez le contrat d’assurance et le dossier.", "It may pay the lawyer and the costs of proceedings, sometimes above a threshold. To be told before you spend: after, it may refuse. Bring the policy and the case file.";
    help_lawyer: "Un avocat", "A lawyer";
    help_lawyer_text: "Pour ce qui est contesté, ou au-delà de 10\u{202f}000\u{a0}€. Demandez un forfait écrit. Apportez le dossier, ses pièces numérotées.", "For what is contested, or above €10,000. Ask for a flat fee in writing. Bring the case file with its numbered exhibits.";
    help_dgccrf: "La DGCCRF", "The DGCCRF";
    help_dgccrf_text: "Elle ne recouvre pas votre créance, mais sanctionne les retards répétés des entreprises. À signaler quand plusieurs factures sont en cause. Apportez les dates d’échéance et de paiement.", "It does not collect your claim, but penalises firms that are late again and again. To be told where several invoices are concerned. Bring due dates and dates of payment.";
    checked: "Sources relues le ", "Sources last read on ";
    caveat: "Relance informe et ne conseille pas en droit. Les chances, les délais et la plupart des prix sont des hypothèses ou des chiffres cités, à vérifier avant d’engager une dépense.", "Relance informs; it is no legal advice. Chances, times and most prices are assumptions or quoted figures, to be checked before you spend anything.";
}

/// An age: « 3 mois », « 1 an ».
#[must_use]
pub fn age(lang: Lang, days: i64) -> String {
    // Three months are ninety-one days.
    let months = (days * 12 + 182) / 365;
    if months == 12 {
        return lang.pick("1\u{a0}an", "1 year").to_owned();
    }
    lang.pick(format!("{months}\u{a0}mois"), format!("{months} months"))
}

/// The picture of ageing in a sentence.
#[must_use]
pub fn ageing_said(lang: Lang, ageing: &Ageing) -> String {
    let chance = |days| percent(lang, Percent::nearest(ageing.chance(days)));
    let (early, late) = (chance(Ageing::EARLY), chance(Ageing::LATE));
    let said = lang.pick(
        format!("Environ {early} à trois mois de retard, moins de {late} après un an."),
        format!("About {early} at three months late, under {late} after a year."),
    );
    if ageing.days <= 0 {
        return said;
    }
    let (days, here) = (format::days(lang, ageing.days), chance(ageing.days));
    lang.pick(
        format!("{said} Cette créance, {days}\u{a0}: {here}."),
        format!("{said} This claim, {days}: {here}."),
    )
}

/// A share: « 75 % ».
#[must_use]
pub fn percent(lang: Lang, percent: Percent) -> String {
    lang.pick(format!("{percent}\u{a0}%"), format!("{percent}%"))
}

/// An amount without cents where it has none to speak of: what is estimated is not said to the cent.
#[must_use]
pub fn about(lang: Lang, amount: Amount) -> String {
    let whole = Amount::from_cents(rounded(amount.cents()));
    let money = format::money(lang, whole, Currency::EUR);
    money.replacen(lang.pick(",00", ".00"), "", 1)
}

/// To the euro, half away from nothing.
fn rounded(cents: i64) -> i64 {
    let away = if cents < 0 { -50 } else { 50 };
    cents.saturating_add(away) / 100 * 100
}

/// From the least to the most.
#[must_use]
pub fn between(lang: Lang, low: Amount, high: Amount) -> String {
    match (low == high, low.is_zero()) {
        (true, true) => lang.pick("rien", "nothing").to_owned(),
        (true, false) => about(lang, low),
        (false, _) => lang.pick(
            format!("{} à {}", about(lang, low), about(lang, high)),
            format!("{} to {}", about(lang, low), about(lang, high)),
        ),
    }
}

/// Which currency is asked about, and where its rate is found.
#[must_use]
pub fn exchange_note(lang: Lang, currency: Currency) -> String {
    let code = currency.code();
    lang.pick(
        format!("Pour 100 {code}. Prenez le taux du jour, de votre banque ou de la BCE\u{a0}; il ne change rien à ce que le client doit."),
        format!("For 100 {code}. Take the rate of the day, from your bank or the ECB; it changes nothing of what the client owes."),
    )
}

/// Why there is nothing to compare.
#[must_use]
pub fn incomparable(lang: Lang, advice: &Advice) -> &'static str {
    match advice {
        Advice::NotLate(_) => lang.pick(
            "Rien à comparer avant l’échéance\u{a0}: aucune voie ne s’ouvre sur une facture qui n’est pas due.",
            "Nothing to compare before the due date: no way is open for an invoice that is not due.",
        ),
        Advice::Expired(_) => lang.pick(
            "Rien à comparer\u{a0}: aucune voie ne permet plus d’exiger cette créance.",
            "Nothing to compare: no way leads to this claim being owed any more.",
        ),
        Advice::Settled => lang.pick("Rien à comparer\u{a0}: plus rien n’est dû.", "Nothing to compare: nothing is owed."),
        _ => lang.pick(
            "Rien à comparer sans taux de change\u{a0}: les frais sont en euros, la créance ne l’est pas.",
            "Nothing to compare without a rate of exchange: costs are in euros, the claim is not.",
        ),
    }
}

/// What a way reaches beyond the principal, where it does: « 3 570 € avec pénalités et indemnité ».
#[must_use]
pub fn reached_high(lang: Lang, high: Amount) -> String {
    let high = about(lang, high);
    lang.pick(format!("{high} avec pénalités et indemnité"), format!("{high} with interest and fixed sum"))
}

/// Days until money may come.
#[must_use]
pub fn delay(lang: Lang, low: u32, high: u32) -> String {
    if high == 0 {
        return lang.pick("tout de suite", "at once").to_owned();
    }
    lang.pick(format!("{low} à {high}\u{a0}jours"), format!("{low} to {high} days"))
}

/// Until when an order for payment is to be served: one made today, and one made under the rule before while such a one may
/// still be served.
#[must_use]
pub fn serving(lang: Lang, today: NaiveDate, region: Region) -> String {
    let date = |day| format::date(lang, day);
    let (months, by) = (months_to_serve(today), date(serve_by(today, region)));
    let mut said = say(
        lang,
        || format!("{months}\u{a0}mois au plus pour une ordonnance rendue aujourd’hui, jusqu’au {by}"),
        || format!("within {months} months for an order made today, until {by}"),
    );
    let older = dates::previous_day(SHORTER_FROM);
    if SHORTER_FROM <= today && today <= serve_by(older, region) {
        let (months, from) = (months_to_serve(older), date(SHORTER_FROM));
        let last = date(serve_by(older, region));
        said.push_str(&say(
            lang,
            || format!("\u{a0}; {months}\u{a0}mois pour une ordonnance rendue avant le {from}, jusqu’au {last} au plus tard"),
            || format!("; within {months} months for an order made before {from}, until {last} at the latest"),
        ));
    }
    let else_void = lang.pick(
        ". Passé ce délai, elle est sans effet (CPC art. 1411, décret n°\u{a0}2026-96, lus en septembre 2026).",
        ". After that it has no effect (CPC art. 1411, decree no. 2026-96, read in September 2026).",
    );
    format!("{said}{else_void}")
}

/// What is paid for.
#[must_use]
pub fn expense(lang: Lang, name: ExpenseName) -> &'static str {
    match name {
        ExpenseName::Mediation => lang.pick("Médiation", "Mediation"),
        ExpenseName::Opening => lang.pick("Ouverture du dossier", "Opening the file"),
        ExpenseName::Lawyer => lang.pick("Avocat", "Lawyer"),
        ExpenseName::SimplifiedFee => {
            lang.pick("Commissaire de justice, part fixe", "Commissaire de justice, fixed part")
        }
        ExpenseName::Proportional => {
            lang.pick("Part proportionnelle à la créance", "Part in proportion to the claim")
        }
        ExpenseName::Clerk => lang.pick("Greffe", "Clerk’s fee"),
        ExpenseName::LegalAid => lang.pick("Contribution pour l’aide juridique", "Contribution to legal aid"),
        ExpenseName::Service => lang.pick("Signification de l’ordonnance", "Having the order served"),
        ExpenseName::Writ => lang.pick("Assignation", "Writ"),
        ExpenseName::Acts => lang.pick("Commandement, saisie", "Order to pay, seizure"),
        ExpenseName::Translation => lang.pick("Traduction", "Translation"),
        ExpenseName::ForeignCourt => lang.pick("Tribunal du pays", "Court of the country"),
    }
}

/// What to bring together.
#[must_use]
pub fn gather(lang: Lang, what: Gather) -> &'static str {
    match what {
        Gather::Contract => lang.pick("contrat, devis signé ou commande", "contract, signed quote or order"),
        Gather::Invoice => lang.pick("facture et preuve de son envoi", "invoice and proof of its sending"),
        Gather::Delivery => {
            lang.pick("preuve de la livraison ou de la prestation", "proof of delivery or of the work")
        }
        Gather::Contacts => lang.pick("relances et comptes rendus d’appels", "reminders and notes of calls"),
        Gather::Notice => lang.pick("mise en demeure et avis de réception", "formal notice and its receipt"),
        Gather::Working => lang.pick("décompte des pénalités", "working of the interest"),
        Gather::Answers => {
            lang.pick("réponses et contestations du client", "the client’s answers and objections")
        }
        Gather::Register => {
            lang.pick("extrait Kbis ou avis SIRENE du client", "register extract of the client")
        }
        Gather::Title => lang.pick(
            "le titre, sa formule exécutoire et la preuve de sa signification",
            "the title, its enforcement formula and the proof of its service",
        ),
        Gather::Identity => lang.pick("votre SIRET et votre IBAN", "your SIRET and IBAN"),
    }
}

/// A figure the user may replace, as the label of its field.
#[must_use]
pub fn quoted(lang: Lang, quoted: Quoted) -> &'static str {
    match quoted {
        Quoted::AtThreeMonths => {
            lang.pick("Chances à trois mois de retard, en %", "Chances at three months late, in %")
        }
        Quoted::AfterAYear => {
            lang.pick("Chances après un an de retard, en %", "Chances after a year late, in %")
        }
        Quoted::Spread => lang.pick("Écart possible, en points", "How far off, in points"),
        Quoted::AgencySmall => lang
            .pick("Part d’une agence sous 2\u{202f}500\u{a0}€, en %", "An agency’s share below €2,500, in %"),
        Quoted::AgencyLarge => lang.pick("Part d’une agence au-delà, en %", "An agency’s share above, in %"),
        Quoted::SalePrice => lang.pick("Prix d’une créance vendue, en %", "Price of a claim sold, in %"),
        Quoted::Buyer => lang.pick("Chances de trouver un acheteur, en %", "Chance of finding a buyer, in %"),
    }
}

/// What a proposed chance is made of, in a line: « +75 : âge de la créance, 98 jours ».
#[must_use]
pub fn part(lang: Lang, (part, points): (ChancePart, i64)) -> String {
    let what = match part {
        ChancePart::Age(days) => {
            let days = format::days(lang, days.max(0));
            lang.pick(
                format!("âge de la créance, {days} de retard (chiffres cités)"),
                format!("age of the claim, {days} late (quoted figures)"),
            )
        }
        ChancePart::Buyer => lang.pick("un acheteur se trouve", "a buyer is found").to_owned(),
        ChancePart::Way => lang.pick("poids de cette voie", "weight of this way").to_owned(),
        ChancePart::Fact(fact) => chance_fact(lang, fact).to_owned(),
    };
    let sign = if points < 0 { "−" } else { "+" };
    say(
        lang,
        || format!("{sign}{}\u{a0}: {what}", points.abs()),
        || format!("{sign}{}: {what}", points.abs()),
    )
}

fn chance_fact(lang: Lang, fact: ChanceFact) -> &'static str {
    match fact {
        ChanceFact::RemindedInVain => {
            lang.pick("relances restées sans effet", "reminders that changed nothing")
        }
        ChanceFact::PromiseBroken => lang.pick("promesse non tenue", "a broken promise"),
        ChanceFact::Contested => lang.pick("une part est contestée", "a part is contested"),
        ChanceFact::ShortOfCash => lang.pick("client à court de trésorerie", "client short of cash"),
        ChanceFact::BadFaith => lang.pick("mauvaise foi", "bad faith"),
        ChanceFact::Closed => lang.pick("entreprise fermée ou insolvable", "firm closed or insolvent"),
        ChanceFact::Acknowledged => lang.pick("dette reconnue par écrit", "debt owned to in writing"),
    }
}

/// Whose chance counts: « 55 %, votre hypothèse ».
#[must_use]
pub fn chance(lang: Lang, chance: &Chance) -> String {
    let whose = if chance.is_own {
        lang.pick("votre hypothèse", "your assumption")
    } else {
        lang.pick("hypothèse proposée", "assumption proposed")
    };
    format!("{}, {whose}", percent(lang, chance.value))
}

/// The button that notes that a way was taken.
#[must_use]
pub fn note_taken(lang: Lang, kind: ProceedingKind) -> &'static str {
    match kind {
        ProceedingKind::HandedOver => lang.pick("Noter le dossier confié", "Note it as handed over"),
        ProceedingKind::Mediation => {
            lang.pick("Noter la saisine du médiateur", "Note that the mediator was asked")
        }
        ProceedingKind::LawyerLetter => lang.pick("Noter la lettre envoyée", "Note the letter as sent"),
        ProceedingKind::Sold => lang.pick("Noter la cession", "Note the sale"),
        ProceedingKind::PaymentOrder => lang.pick("Noter la requête déposée", "Note the request as filed"),
        ProceedingKind::EuropeanOrder => lang.pick("Noter le formulaire A envoyé", "Note form A as sent"),
        ProceedingKind::Simplified => lang.pick("Noter la procédure engagée", "Note the procedure as begun"),
        ProceedingKind::CourtClaim => lang.pick("Noter l’action engagée", "Note the claim as brought"),
        ProceedingKind::Summary => lang.pick("Noter le référé engagé", "Note the proceedings as brought"),
        ProceedingKind::Lodged => lang.pick("Noter la déclaration", "Note the declaration"),
        ProceedingKind::WrittenOff => lang.pick("Passer en perte", "Write it off"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    #[test]
    fn the_time_to_serve_follows_the_day_of_the_order() {
        let said =
            |today: &str| serving(Lang::Fr, parse_iso(today).unwrap(), Region::France).replace('\u{a0}', " ");
        let both = said("2026-11-29");
        assert!(
            both.starts_with("3 mois au plus pour une ordonnance rendue aujourd’hui, jusqu’au 1er mars 2027"),
            "{both}"
        );
        assert!(
            both.contains(
                "6 mois pour une ordonnance rendue avant le 1er septembre 2026, jusqu’au 1er mars 2027"
            ),
            "{both}"
        );
        assert!(!said("2027-03-02").contains("6 mois"), "none of the older ones can be served any more");
        let before = said("2026-08-03");
        assert!(before.starts_with("6 mois") && !before.contains("3 mois"), "{before}");
    }

    #[test]
    fn estimates_are_said_to_the_euro() {
        assert_eq!(about(Lang::Fr, Amount::from_cents(123_450)), "1\u{202f}235\u{a0}€");
        assert_eq!(about(Lang::Fr, Amount::from_cents(-1_949)), "−19\u{a0}€");
        assert_eq!(about(Lang::En, Amount::from_cents(20_000)), "€200");
        assert_eq!(between(Lang::Fr, Amount::ZERO, Amount::ZERO), "rien");
        assert_eq!(between(Lang::En, Amount::from_cents(3_300), Amount::from_cents(3_800)), "€33 to €38");
    }

    #[test]
    fn a_part_says_its_sign() {
        let age = part(Lang::Fr, (ChancePart::Age(98), 73));
        assert_eq!(age, "+73\u{a0}: âge de la créance, 98\u{a0}jours de retard (chiffres cités)");
        let fact = part(Lang::En, (ChancePart::Fact(ChanceFact::Contested), -20));
        assert_eq!(fact, "−20: a part is contested");
    }
}
