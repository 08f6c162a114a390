//! Words of what comes after the amicable way: the page where proceedings begin and are followed.

mod court;

use chrono::NaiveDate;

pub use self::court::{after_public, certificate, opposition, partial, recourse};

use crate::domain::insolvency::InsolvencyKind;
use crate::domain::proceeding::next::Task;
use crate::domain::proceeding::timing::Untimely;
use crate::domain::proceeding::write_off::{LossReason, VatOutcome, VatRegime};
use crate::domain::proceeding::{ProceedingKind, Stage};
use crate::text::{Lang, format};

words! {
    title: "Suites", "What follows";
    note: "Noter l’étape", "Note the stage";
    which: "Étape", "Stage";
    day: "Date", "Date";
    in_person: "Remise en personne au débiteur", "Handed to the debtor in person";
    in_person_hint: "Sinon, l’opposition reste possible un mois après le premier acte reçu en personne ou la première mesure sur ses biens (CPC art. 1416).", "Otherwise the order can still be opposed for a month after the first act received in person or the first measure on its property (CPC art. 1416).";
    by_us: "J’ai fait appel moi-même", "I appealed myself";
    by_us_done: "appel formé par vous", "appealed by you";
    suspends: "L’exécution est suspendue", "Enforcement is suspended";
    suspends_hint: "Depuis 2020, une décision s’exécute en principe malgré l’appel (CPC art. 514), sauf si le juge l’a écarté ou si le premier président de la cour l’a arrêté (art. 514-3). À vérifier dans la décision ou auprès d’un avocat.", "Since 2020 a decision is enforced although it is appealed (CPC art. 514), unless the court said otherwise or the first president of the court of appeal stopped it (art. 514-3). To be checked in the decision or with a lawyer.";
    cost: "Ce que cela vous a coûté", "What it cost you";
    cost_hint: "Greffe, commissaire de justice, avocat. Compté une seule fois dans «\u{a0}Coûts\u{a0}».", "Clerk, enforcement officer, lawyer. Counted once, under “Costs”.";
    cost_paid: "payé par vous\u{a0}: ", "paid by you: ";
    cost_all: "Frais payés par vous jusqu’ici\u{a0}: ", "Costs you paid so far: ";
    remark: "Remarque", "Remark";
    history: "Ce qui s’est passé", "What happened";
    take_off: "Retirer la dernière étape", "Take the last stage off";
    delete: "Supprimer", "Delete";
    too_one: "Aussi sur la facture ", "On this invoice too: ";
    too_many: "Aussi sur les factures ", "On these invoices too: ";
    too_hint: "Elles suivent la même procédure. Ce qu’elle a coûté reste compté une seule fois.", "They go through the same procedure. What it cost stays counted once.";
    begin_title: "Engager une suite", "Start a procedure, a sale or a loss";
    begin_which: "Quoi", "What";
    begin: "Noter", "Note it";
    others: "Aussi pour ces factures en retard du même client", "Also for these late invoices of the same client";
    others_hint: "Noté sur chacune avec la même date et le même destinataire\u{a0}: leurs relances s’arrêtent aussi. Le coût n’est compté qu’une fois, sur cette facture.", "Noted on each, with the same date and addressee: their reminders stop too. The cost is counted once, on this invoice.";
    others_price: "Le prix est celui de l’ensemble\u{a0}: il est réparti selon ce qui est dû sur chacune.", "The price is for all of them: it is split by what is owed on each.";
    others_runs: "une suite est déjà en cours", "a procedure runs already";
    others_above: "le total dépasserait 5\u{a0}000\u{a0}€", "the total would be above €5,000";
    also_one: "Noter aussi pour la facture ", "Note it for this invoice too: ";
    also_many: "Noter aussi pour les factures ", "Note it for these invoices too: ";
    also_hint: "Elles suivent la même procédure. Le coût n’est compté qu’une fois, sur cette facture.", "They go through the same procedure. The cost is counted once, on this invoice.";
    also_sum: "La somme est celle de la décision entière\u{a0}: elle est répartie selon le principal demandé sur chacune.", "The sum is that of the whole decision: it is split by the principal asked for on each.";
    each_alone: "Une somme reçue se note sur chaque facture, pour sa part. La même procédure porte aussi sur ", "A sum received is noted on each invoice, for its part. The same procedure is also about ";
    barred: "Cette voie n’est pas ouverte à cette créance", "This way is not open to this claim";
    missing: "Avant de commencer", "Before you begin";
    despite: "Je passe outre et je note cette suite", "I go on all the same";
    writ_day: "Assignation signifiée, ou requête déposée, le", "Writ served, or request filed, on";
    writ_hint: "C’est ce jour qui interrompt la prescription (C. civ. art. 2241). L’assignation doit ensuite être remise au greffe avant l’audience, sinon elle est caduque (CPC art. 754 et 857, à vérifier)\u{a0}: votre commissaire de justice ou votre avocat s’en charge.", "That day interrupts limitation (C. civ. art. 2241). The writ is then to be filed with the clerk before the hearing, or it lapses (CPC art. 754 and 857, to be checked): your officer or your lawyer sees to it.";
    first_hearing: "Première audience", "First hearing";
    first_hearing_hint: "Elle est écrite dans l’assignation.", "It is written in the writ.";
    heard_on: "Audience du", "Hearing of";
    known_on: "Connue le", "Known on";
    hearing_day: "Audience le", "Hearing on";
    answer_by: "À répondre avant la fin du", "To be answered by the end of";
    look_on: "Prochain point le", "Next look on";
    reply_by_mediator: "Réponse attendue le", "Answer expected on";
    reply_by_client: "Délai laissé au client, jusqu’au", "Time given to the client, until";
    sent_day: "Envoyée le", "Sent on";
    asked_day: "Saisi le", "Asked on";
    mediator_hint: "Médiateur des entreprises, médiateur de la consommation, conciliateur de justice, centre de médiation.", "Médiateur des entreprises, consumer mediator, conciliateur de justice, mediation centre.";
    mediation_limitation: "La prescription n’est suspendue qu’à partir de l’accord écrit pour entrer en médiation ou, à défaut, de la première réunion (C. civ. art. 2238)\u{a0}: notez ce jour comme étape.", "Limitation is suspended only from the written agreement to go to mediation or, failing that, from the first meeting (C. civ. art. 2238): note that day as a stage.";
    letter_limitation: "Une lettre, même d’avocat, n’interrompt pas la prescription\u{a0}; son coût reste à votre charge tant qu’aucun juge n’a statué.", "A letter does not interrupt limitation, not even a lawyer’s; its cost stays with you until a court has decided.";
    mediator: "Médiateur", "Mediator";
    lawyer: "Avocat", "Lawyer";
    put_off_to: "Renvoyée au", "Put off to";
    announced_for: "Décision annoncée pour le", "Decision announced for";
    hearing_time: "Heure", "Time";
    hearing_on: "le ", "on ";
    announced: "annoncée pour le ", "announced for ";
    refused_open: "Ce refus est sans appel, mais une action au fond reste ouverte (CPC art. 1409\u{a0}; règlement n°\u{a0}1896/2006, art. 11, à vérifier).", "This refusal cannot be appealed, but an ordinary claim is still open (CPC art. 1409; regulation no. 1896/2006, art. 11, to be checked).";
    merits_open: "Le juge des référés n’a pas tranché le fond\u{a0}: une action au fond reste possible. La prescription est comptée comme si ce référé n’avait pas eu lieu, par prudence (C. civ. art. 2243).", "The judge did not decide on the merits: a claim in court is still possible. Limitation is counted as if these proceedings had not been, to be safe (C. civ. art. 2243).";
    public_court: "Contre un organisme public, c’est le tribunal administratif qui notifie sa décision\u{a0}; rien ne se saisit. Deux mois après, sans paiement\u{a0}: contre une collectivité ou un établissement public, demandez au préfet le mandatement d’office\u{a0}; contre l’État, présentez la décision au comptable public, qui doit payer (loi n°\u{a0}80-539 du 16 juillet 1980, CJA art. L911-9, lus dans des copies le 30 novembre 2026, à vérifier).", "Against a public body the administrative court notifies its decision itself, and nothing can be seized. Two months later, without payment: against a local authority or a public establishment, ask the prefect to order the payment (mandatement d’office); against the State, present the decision to the accountant in charge, who has to pay (act no. 80-539 of 16 July 1980, CJA art. L911-9, read in copies on 30 November 2026, to be checked).";
    public_hint: "Le jour où le tribunal administratif enregistre la demande. Sauf référé, il faut d’abord une demande de paiement écrite, rejetée ou restée sans réponse deux mois (CJA art. R421-1 et R421-2, à vérifier). La requête interrompt la prescription quadriennale (loi n°\u{a0}68-1250, art. 2, à vérifier).", "The day the request is registered by the administrative court. But in summary proceedings, a written request for payment comes first, refused or without an answer for two months (CJA art. R421-1 and R421-2, to be checked). The request interrupts the four-year limitation (act no. 68-1250, art. 2, to be checked).";
    request_day: "Requête enregistrée le", "Request registered on";
    by: "avant la fin du ", "by the end of ";
    until: "jusqu’à la fin du ", "until the end of ";
    certificate_from: "Ensuite, le certificat de non-opposition se demande au greffe, à partir du ", "Then the certificate of non-opposition is asked for, from ";
    declaration_from: "Ensuite, le tribunal la déclare exécutoire par le formulaire G\u{a0}; sans nouvelle, demandez-le-lui à partir du ", "Then the court declares it enforceable by form G; without news, ask for it from ";
    from: "à partir du ", "from ";
    look: "prochain point le ", "next look on ";
    over: "Terminée", "Over";
    paid: "Tout est payé", "All is paid";
    paid_hint: "Plus rien n’est dû sur cette facture\u{a0}: il n’y a plus rien à attendre de cette suite. Notez encore les frais récupérés, s’il y en a.", "Nothing is owed on this invoice any more: there is nothing more to wait for here. Costs recovered can still be noted.";
    other_way: "Comparer les autres voies", "Compare the other ways";
    out: "Hors de ce qui vous est dû", "Not in what you are owed";
    since: " depuis le ", " since ";
    terms_are: "Conditions\u{a0}: ", "Terms: ";
    proof_is: "Preuve\u{a0}: ", "Proof: ";
    reason_is: "Motif\u{a0}: ", "Reason: ";
    calendar: "Mettre la prochaine échéance dans mon agenda", "Put the next deadline in my calendar";
    nothing: "Rien n’est engagé. Notez ici une requête déposée, un dossier confié, une cession ou une perte : les relances s’arrêtent, et chaque délai est suivi.", "Nothing has begun. Note here a request that was filed, a case handed over, a sale or a loss: reminders stop, and each deadline is followed.";
    nothing_owed: "Plus rien n’est dû sur cette facture.", "Nothing is owed on this invoice any more.";
    kit: "Préparer la requête en injonction de payer", "Prepare the request for an order for payment";
    pack: "Préparer le dossier à transmettre", "Prepare the file to hand over";
    court: "Tribunal", "Court";
    commercial: "Tribunal de commerce ou des activités économiques (frais de greffe à payer)", "Commercial court (a clerk’s fee is to be paid)";
    fee_paid: "Les frais de greffe sont payés, et c’est cette somme", "The clerk’s fee is paid, and this is that sum";
    french_clerk: "Tribunal de commerce français (frais de greffe à payer)", "A French commercial court (a clerk’s fee is to be paid)";
    european_hint: "Formulaire A, rempli en ligne sur e-justice.europa.eu ou envoyé au tribunal compétent\u{a0}: le plus souvent celui du pays du client, ou celui du lieu où le travail a été fait\u{a0}; contre un particulier, toujours celui de son pays (règlement n°\u{a0}1896/2006, art. 6 et 7, lu le 30\u{a0}novembre 2026). Ni avocat ni pièces à joindre\u{a0}: elles se décrivent. Par prudence, la prescription n’est comptée comme interrompue qu’à la signification.", "Form A, filled in online at e-justice.europa.eu or sent to the right court: mostly that of the client’s country, or that of the place where the work was done; against a consumer, always that of their country (regulation no. 1896/2006, art. 6 and 7, read on 30\u{a0}November 2026). No lawyer, and no exhibits to enclose: they are described. To be safe, limitation is counted as interrupted by service alone.";
    with_agency: "À qui", "To whom";
    with_buyer: "À qui", "To whom";
    with_officer: "Commissaire de justice", "Enforcement officer";
    with_office: "Mandataire ou liquidateur", "Creditors’ representative";
    reference_is: "Référence : ", "Reference: ";
    reference: "Référence ou numéro", "Reference or number";
    reference_mandate: "Référence du mandat", "Reference of the mandate";
    terms: "Conditions convenues", "Terms agreed";
    terms_hint: "Commission, durée, qui paie quoi.", "Commission, duration, who pays what.";
    proof: "Preuve ou explication", "Proof or explanation";
    proof_hint: "Certificat, procès-verbal, jugement : où il se trouve.", "Certificate, report, judgment: where it is.";
    price: "Prix de cession", "Price of the sale";
    choose: "À choisir", "To be chosen";
    reason: "Motif", "Reason";
    vat: "TVA sur cette facture", "VAT on this invoice";
    vat_amount: "TVA comprise dans ce qui reste impayé", "VAT in what is unpaid";
    vat_print: "Imprimer le duplicata pour la TVA", "Print the duplicate for the VAT";
    books: "En comptabilité d’engagement : client douteux en 416, perte en 654. En encaissement (micro-entreprise, BNC), il n’y a pas de perte à écrire : la recette n’a jamais été comptée. À confirmer avec votre comptable (plan comptable général ; confiance moyenne, lu en septembre 2026).", "In accrual accounts: doubtful client in 416, loss in 654. On receipts (micro-entreprise, BNC) there is no loss to enter: the income was never counted. To be confirmed with your accountant (French chart of accounts; medium confidence, read in September 2026).";
    sold_loss: "Écart entre le principal et le prix : ", "Between the principal and the price: ";
    price_paid: "Reçu de l’acheteur\u{a0}: ", "Received from the buyer: ";
    price_left: ", reste ", ", left ";
    notice_write: "Écrire la notification", "Write the notification";
    returned: "Encaissé auprès du client\u{a0}: ", "Collected from the client: ";
    kept: ", gardé par le mandataire\u{a0}: ", ", kept by the collector: ";
    passed_on: ", reversé\u{a0}: ", ", passed on: ";
    lost: "Perte\u{a0}: ", "Loss: ";
    lost_vat: ", dont TVA ", ", of which VAT ";
    recovered: "Frais récupérés, en plus de la facture : ", "Costs recovered, beside the invoice: ";
    article_700: ", et au titre de l’article 700 : ", ", and under article 700: ";
    payments_hint: "La somme encaissée est notée comme paiement du client ; ce que garde le mandataire reste à votre charge (CPCE art. L111-8).", "What came in is noted as a payment of the client; what the collector keeps stays a cost of your own (CPCE art. L111-8).";
    insolvency: "Procédure collective", "Insolvency proceedings";
    insolvency_start: "Une procédure collective est ouverte contre ce client", "Insolvency proceedings are open against this client";
    opened: "Jugement d’ouverture", "Judgment";
    published: "Publication au BODACC", "Publication in the BODACC";
    published_hint: "Sur bodacc.fr. Le délai pour déclarer part de ce jour.", "On bodacc.fr. The time to lodge runs from that day.";
    insolvency_kind: "Nature", "Kind";
    kind_unknown: "Pas encore connue", "Not known yet";
    office: "Mandataire judiciaire ou liquidateur", "Creditors’ representative or liquidator";
    office_address: "Adresse du mandataire ou liquidateur", "Address of the representative or liquidator";
    no_office_address: "L’adresse du mandataire manque\u{a0}: la déclaration lui est envoyée.", "The representative’s address is missing: the declaration is sent there.";
    give_address: "Donner l’adresse", "Give the address";
    abroad: "J’exerce hors de France métropolitaine (deux mois de plus ; règle à vérifier avec le mandataire)", "I work outside metropolitan France (two months more; a rule to be checked with the representative)";
    insolvency_save: "Enregistrer la procédure", "Save the proceedings";
    insolvency_edit: "Modifier la procédure", "Change the proceedings";
    lodge_until: "Créance à déclarer", "Claim to be lodged";
    lodged_on: "Créance déclarée le ", "Claim lodged on ";
    lodging_over: "Délai de déclaration passé depuis le", "Time to lodge over since";
    relief: "Un relevé de forclusion peut encore être demandé au juge-commissaire jusqu’au ", "Relief from the time-bar (relevé de forclusion) can still be asked of the judge until ";
    counted_judgment: "Compté du jugement, par prudence : notez la publication au BODACC pour le délai exact.", "Counted from the judgment, to be safe: note publication in the BODACC for the exact time.";
    counted_published: "Deux mois après la publication au BODACC, quatre hors de France métropolitaine (C. com. art. R622-24, R641-25).", "Two months after publication in the BODACC, four outside metropolitan France (C. com. art. R622-24, R641-25).";
    no_more: "Plus de relance : un paiement reçu pourrait être annulé. Les pénalités s’arrêtent à la veille du jugement (C. com. art. L622-7, L622-28).", "No more reminders: a payment received could be annulled. Interest stops the day before the judgment (C. com. art. L622-7, L622-28).";
    later_answer: "Facture d’après le jugement\u{a0}: à payer à son échéance", "Invoice from after the judgment: to be paid when it falls due";
    later_rule: "Née après le jugement, en contrepartie d’un travail fait depuis, elle se paie à son échéance et ses intérêts courent (C. com. art. L622-17, à confirmer auprès du mandataire). Si le travail date d’avant le jugement, la créance est antérieure\u{a0}: elle se déclare, et ne se réclame plus.", "Arisen after the judgment, for work done since, it is paid when it falls due and bears interest (C. com. art. L622-17, to be confirmed by the representative). If the work was done before the judgment, the claim is an earlier one: it is lodged, and no longer asked for.";
    no_office: "Pour imprimer la déclaration, donnez le nom du mandataire judiciaire ou du liquidateur\u{a0}: il est dans l’avis du BODACC.", "To print the declaration, give the name of the creditors’ representative or liquidator: it is in the BODACC notice.";
    give_office: "Donner le nom", "Give the name";
    partial_title: "À choisir avant de la faire signifier", "To be chosen before it is served";
    partial_drop: "Renoncer à l’ordonnance, agir pour le tout", "Drop the order, sue for the whole";
    partial_note: "Ordonnance partielle, non signifiée", "Order for a part, not served";
    partial_take: "Je la fais signifier, et je renonce au reste", "I have it served, and give up the rest";
    order_above: "C’est plus que ce qui est dû aujourd’hui, pénalités comprises\u{a0}: vérifiez la somme sur l’ordonnance. Les frais accordés se notent à part, dans «\u{a0}Dépens\u{a0}».", "This is more than is owed today, interest included: check the sum on the order. Costs that are awarded are noted apart, as “Costs (dépens)”.";
    declaration: "Imprimer la déclaration de créance", "Print the declaration of claim";
    lodge_title: "Une fois la déclaration envoyée", "Once the declaration is sent";
    lodge_day: "Envoyée le", "Sent on";
    lodge: "Noter la déclaration", "Note the declaration";
    lodge_hint: "Notée sur toutes les factures d’avant le jugement où quelque chose est dû.", "Noted on every invoice from before the judgment on which something is owed.";
    claim_in_order: "La prescription ne s’arrête qu’à la signification de l’ordonnance, pas au dépôt de la requête.", "Limitation is interrupted by service of the order, not by filing the request.";
}

/// A stage as a choice on the form: the verb.
#[must_use]
pub fn stage(lang: Lang, kind: ProceedingKind, stage: Stage) -> &'static str {
    super::stages::stage(lang, kind, stage)
}

/// What is odd about the day of a stage, and what to do.
#[must_use]
pub fn untimely(lang: Lang, untimely: Untimely) -> String {
    let day = |day| format::date(lang, day);
    match untimely {
        Untimely::OrderVoid(by) => lang.pick(
            format!("L’ordonnance devait être signifiée avant la fin du {}\u{a0}; après, elle est sans effet (CPC art. 1411). Si la signification a eu lieu à temps, notez sa date. Sinon, notez «\u{a0}Abandonnée ou sans suite\u{a0}», puis déposez une nouvelle requête.", day(by)),
            format!("The order was to be served by the end of {}; after that it has no effect (CPC art. 1411). If it was served in time, enter that date. Otherwise note “Given up or come to nothing”, then file a new request.", day(by)),
        ),
        Untimely::StillOpposable(by) => lang.pick(
            format!("Le débiteur peut s’opposer jusqu’à la fin du {}\u{a0}: l’ordonnance ne peut pas être exécutoire avant (CPC art. 1416). Vérifiez la date\u{a0}; si le greffe vous annonce une opposition, notez-la.", day(by)),
            format!("The debtor may oppose the order until the end of {}: it cannot be enforceable before that (CPC art. 1416). Check the date; if the clerk tells you of an opposition, note it.", day(by)),
        ),
        Untimely::EuropeanOpposable(by) => lang.pick(
            format!("Le débiteur peut s’opposer jusqu’à la fin du {}\u{a0}: le tribunal ne déclare pas l’injonction exécutoire avant (règlement n°\u{a0}1896/2006, art. 16 et 18). Vérifiez la date\u{a0}; si une opposition vous est annoncée, notez-la.", day(by)),
            format!("The debtor may oppose the order until the end of {}: the court does not declare it enforceable before that (regulation no. 1896/2006, art. 16 and 18). Check the date; if you are told of an opposition, note it.", day(by)),
        ),
        Untimely::QueryLate(by) => lang.pick(
            format!("Le tribunal attendait cette réponse avant la fin du {}\u{a0}: la demande est peut-être rejetée. Demandez-lui où elle en est.", day(by)),
            format!("The court expected this answer by the end of {}: the application may have been rejected. Ask where it stands.", day(by)),
        ),
        Untimely::BeforeCertificate(from) => lang.pick(
            format!("Avant le {}, seul un certificat de non-opposition du greffe permet d’exécuter l’ordonnance. Ne notez ce titre que si vous l’avez.", day(from)),
            format!("Before {}, the order can be enforced only with the clerk’s certificate of non-opposition. Note this title only if you have it.", day(from)),
        ),
        Untimely::FeeLate(by) => lang.pick(
            format!("Les frais étaient à payer avant la fin du {}\u{a0}: la requête est peut-être caduque (CPC art. 1425). Vérifiez auprès du greffe.", day(by)),
            format!("The fee was to be paid by the end of {}: the request may have lapsed (CPC art. 1425). Ask the clerk.", day(by)),
        ),
        Untimely::AnswerLate(by) => lang.pick(
            format!("C’était à faire avant la fin du {}\u{a0}: l’ordonnance est peut-être caduque (CPC art. 1425 et 1418). Vérifiez auprès du greffe.", day(by)),
            format!("This was to be done by the end of {}: the order may have lapsed (CPC art. 1425 and 1418). Ask the clerk.", day(by)),
        ),
        Untimely::AgreedLate(by) => lang.pick(
            format!("Sans réponse avant la fin du {}, le silence valait refus (CPCE art. R125-3)\u{a0}: vérifiez auprès du commissaire de justice que l’accord compte.", day(by)),
            format!("Without an answer by the end of {}, silence was a refusal (CPCE art. R125-3): ask the commissaire de justice whether the agreement counts.", day(by)),
        ),
    }
}

/// What a sum of a stage is.
#[must_use]
pub fn amount(lang: Lang, stage: Stage) -> &'static str {
    match stage {
        Stage::Returned => lang.pick("Encaissé auprès du client", "Collected from the client"),
        Stage::PricePaid => lang.pick("Reçu de l’acheteur", "Received from the buyer"),
        Stage::Made => lang.pick("Somme ordonnée", "Sum ordered"),
        Stage::CostsRecovered => lang.pick("Dépens", "Costs (dépens)"),
        Stage::Admitted => lang.pick("Somme admise", "Sum admitted"),
        _ => lang.pick("Somme accordée", "Sum granted"),
    }
}

/// What the second sum of a stage is.
#[must_use]
pub fn beside(lang: Lang, stage: Stage) -> &'static str {
    match stage {
        Stage::Returned => lang.pick("Gardé par le mandataire", "Kept by the collector"),
        Stage::Served => lang.pick("Renoncé", "Given up"),
        _ => lang.pick("Article 700", "Article 700"),
    }
}

/// What to do about a task, and what happens after.
#[must_use]
pub fn after(lang: Lang, kind: ProceedingKind, task: Task) -> &'static str {
    let is_summary = kind == ProceedingKind::Summary;
    let is_european = kind == ProceedingKind::EuropeanOrder;
    match task {
        Task::PrepareHearing if is_summary => lang.pick("Le juge des référés accorde une provision si la dette n’est pas sérieusement contestable (CPC art. 835 et 873). Le débiteur peut demander des délais, vingt-quatre mois au plus (C. civ. art. 1343-5). Demandez vos frais (art. 700).", "The judge grants a sum on account where the debt cannot seriously be contested (CPC art. 835 and 873). The debtor may ask for time, twenty-four months at most (C. civ. art. 1343-5). Ask for your costs (art. 700)."),
        Task::PrepareHearing => lang.pick("Un renvoi est fréquent\u{a0}: notez alors la nouvelle date. Le débiteur peut demander des délais, vingt-quatre mois au plus (C. civ. art. 1343-5). Demandez vos frais (CPC art. 700).", "Hearings are often put off: note the new day then. The debtor may ask for time, twenty-four months at most (C. civ. art. 1343-5). Ask for your costs (CPC art. 700)."),
        Task::NoteHearing => lang.pick("Une audience manquée peut coûter l’affaire\u{a0}: si vous n’y étiez pas représenté, appelez le greffe aujourd’hui.", "A hearing that was missed may cost the case: if nobody was there for you, call the clerk today."),
        Task::AwaitDecision => lang.pick("La date annoncée peut être repoussée par le tribunal\u{a0}: notez-la alors à nouveau. Une fois rendue, la décision se fait signifier.", "The court may put that day off: note it again then. Once the decision is there, it is served."),
        Task::AskDecision => lang.pick("Si le tribunal a prorogé son délibéré, notez la nouvelle date\u{a0}; s’il a rouvert les débats, la nouvelle audience.", "If the court put its decision off, note the new day; if it hears the case again, the new hearing."),
        Task::ServeDecision if is_summary => lang.pick("L’ordonnance de référé s’exécute dès sa signification, même frappée d’appel\u{a0}; le délai d’appel, quinze jours, part de là (CPC art. 490 et 514-1, à vérifier).", "An order of summary proceedings is enforced from its service on, even if it is appealed; the time to appeal, fifteen days, runs from there (CPC art. 490 and 514-1, to be checked)."),
        Task::NoteEnforceable if is_summary => lang.pick("Dès la signification\u{a0}: le juge des référés ne peut pas écarter l’exécution provisoire. L’ordonnance reste provisoire\u{a0}: si un juge du fond décidait autrement, il faudrait rendre la somme (CPC art. 488 et 514-1, à vérifier).", "From its service on: the judge cannot rule out provisional enforcement. The order stays provisional: if a court decided otherwise on the merits, the sum would have to be paid back (CPC art. 488 and 514-1, to be checked)."),
        Task::AwaitOrder if is_european => lang.pick("S’il manque quelque chose, le tribunal le demande (formulaire B)\u{a0}; s’il ne retient qu’une part, il vous propose une injonction pour elle (formulaire C)\u{a0}: notez sa question et le délai qu’il fixe. Un rejet (formulaire D) est sans recours, mais une nouvelle demande ou une autre voie restent ouvertes (art. 11).", "Where something is missing, the court asks for it (form B); where it accepts a part alone, it proposes an order for that part (form C): note its question and the time it sets. There is no appeal against a rejection (form D), but a new application or another way stay open (art. 11)."),
        Task::AnswerQuery | Task::QueryOver => lang.pick("Formulaire B\u{a0}: complétez ou corrigez. Formulaire C\u{a0}: accepter une injonction pour une part et la faire signifier, c’est renoncer au reste devant un tribunal français (CPC art. 1424-3, lu le 30\u{a0}novembre 2026)\u{a0}; refuser, ou se taire, fait rejeter toute la demande.", "Form B: complete or correct it. Form C: to accept an order for a part and have it served is to give up the rest before a French court (CPC art. 1424-3, read on 30\u{a0}November 2026); to refuse, or keep silent, has the whole application rejected."),
        Task::Serve if is_european => lang.pick("En France, un commissaire de justice la signifie et fait suivre l’acte dans le pays du client\u{a0}; ailleurs, le tribunal s’en charge selon son droit (art. 12 à 15). Une traduction peut être demandée. La signification faite, le débiteur a trente jours pour s’opposer.", "In France an enforcement officer serves it and forwards the act to the client’s country; elsewhere the court sees to it by its own law (art. 12 to 15). A translation may be asked for. Once it is served, the debtor has thirty days to oppose it."),
        Task::AwaitOpposition if is_european => lang.pick("Une opposition (formulaire F) mène à un procès ordinaire, sauf si vous avez demandé dans le formulaire A que tout s’arrête alors (art. 17).", "An opposition (form F) leads to an ordinary claim, unless you asked in form A that all should end then (art. 17)."),
        Task::AskDeclaration => lang.pick("Déclarée exécutoire, elle vaut titre dans tous les pays de l’Union sauf le Danemark, sans autre formalité (art. 19)\u{a0}; chaque pays l’exécute selon son droit (art. 21).", "Once declared enforceable, it is a title in every country of the Union but Denmark, without more (art. 19); each country enforces it by its own law (art. 21)."),
        Task::Instruct if is_european => lang.pick("L’agent d’exécution est celui du pays où sont les biens du client\u{a0}: remettez-lui l’injonction, le formulaire G et, s’il le faut, leur traduction (art. 21). Un réexamen reste possible dans des cas exceptionnels (art. 20).", "The enforcement agent is that of the country where the client’s assets are: give them the order, form G and, where needed, their translation (art. 21). It can be reviewed in exceptional cases (art. 20)."),
        Task::PayFee => lang.pick("Le greffe indique la somme (environ 33 à 38 €, tarif à vérifier). Ensuite, le juge examine la requête sans audience.", "The clerk says how much (about €33 to €38, to be checked). Then the judge looks at the request, without a hearing."),
        Task::FeeOverdue => lang.pick("Une requête caduque peut être déposée à nouveau\u{a0}; la prescription n’a pas été interrompue.", "A request that lapsed can be filed again; limitation was not interrupted."),
        Task::AwaitOrder => lang.pick("Quelques semaines en général. Si la requête est rejetée, pas de recours, mais une demande ordinaire reste possible (CPC art. 1409).", "A few weeks as a rule. If it is refused there is no appeal, but an ordinary claim is still open (CPC art. 1409)."),
        Task::Serve => lang.pick("Confiez l’ordonnance à un commissaire de justice. Trois mois pour une ordonnance rendue à partir du 1er septembre 2026, six avant (décret n° 2026-96). Une fois signifiée, le débiteur a un mois pour s’opposer.", "Give the order to an enforcement officer. Three months for an order made from 1 September 2026, six before (decree no. 2026-96). Once it is served, the debtor has a month to oppose it."),
        Task::OrderVoid => lang.pick("Notez la fin de cette procédure, puis déposez une nouvelle requête ou choisissez une autre voie. La prescription n’a pas été interrompue.", "Note the end of this procedure, then file a new request or choose another way. Limitation was not interrupted."),
        Task::AwaitOpposition => lang.pick("Pour une ordonnance rendue à partir du 1er septembre 2026, sans nouvelle du greffe deux mois après la signification, l’exécution peut suivre (décret n°\u{a0}2026-96).", "For an order made from 1 September 2026, without news of the clerk two months after service, enforcement may follow (decree no. 2026-96)."),
        Task::AskCertificate => lang.pick("Avec ce certificat, l’ordonnance vaut jugement : le commissaire de justice peut saisir. Deux mois après, le taux légal est majoré de 5 points (CMF art. L313-3).", "With this certificate the order is worth a judgment: an officer can seize. Two months later the legal rate rises by 5 points (CMF art. L313-3)."),
        Task::AnswerOpposition | Task::OppositionUnanswered => lang.pick("Devant le tribunal de commerce, consignez les frais\u{a0}; devant le tribunal judiciaire, au-delà de 10\u{202f}000\u{a0}€, prenez un avocat. À défaut, l’ordonnance est caduque. Ensuite, une audience\u{a0}: au-delà de 10\u{202f}000\u{a0}€, l’avocat y est obligatoire devant le tribunal de commerce aussi (CPC art. 853).", "Before a commercial court, advance the costs; before the tribunal judiciaire, above €10,000, appoint a lawyer. Failing that the order lapses. Then there is a hearing: above €10,000 a lawyer is compulsory there before a commercial court too (CPC art. 853)."),
        Task::AwaitCourt => lang.pick("La demande en justice interrompt la prescription jusqu’à la décision (C. civ. art. 2241 et 2242).", "The claim in court interrupts limitation until the decision (C. civ. art. 2241 and 2242)."),
        // Of an administrative court alone: see `after_public`.
        Task::AwaitPublicPayment | Task::AskPublicPayment => words(lang).public_court,
        Task::ServeDecision => lang.pick("Un jugement s’exécute une fois signifié. Le délai d’appel, un mois, part de là (CPC art. 538, à vérifier).", "A judgment is enforced once served. The time to appeal, a month, runs from there (CPC art. 538, to be checked)."),
        Task::NoteEnforceable => lang.pick("Le plus souvent dès la signification, quand l’exécution provisoire n’est pas écartée\u{a0}; sinon, après le délai d’appel. À vérifier.", "Mostly from service on, where provisional enforcement is not ruled out; otherwise after the time to appeal. To be checked."),
        Task::Instruct => lang.pick("Le titre s’exécute pendant dix ans (CPCE art. L111-4). Les frais d’exécution sont en principe à la charge du débiteur.", "The title can be enforced for ten years (CPCE art. L111-4). Costs of enforcement are as a rule the debtor’s."),
        Task::FollowEnforcement => lang.pick("Chaque paiement se note au dossier. Si rien n’est saisissable, demandez un certificat d’irrécouvrabilité : il prouve la perte.", "Note each payment in the case. If there is nothing to seize, ask for a certificate of irrecoverability: it proves the loss."),
        Task::AwaitInvitation => lang.pick("Jusqu’à 5 000 €. Tous les frais restent à votre charge, et ce commissaire de justice ne pourra pas saisir (CPCE art. L125-1).", "Up to €5,000. All costs are yours, and this officer may not seize (CPCE art. L125-1)."),
        Task::AwaitAgreement => lang.pick("S’il accepte, le commissaire de justice établit un titre exécutoire.", "If it accepts, the officer draws up an enforceable title."),
        Task::InvitationOver => lang.pick("Restent l’injonction de payer et l’action en justice.", "The order for payment and a claim in court are left."),
        Task::AskTitle => lang.pick("Avec ce titre, un commissaire de justice peut saisir\u{a0}; pas celui d’une procédure simplifiée.", "With this title, an officer can seize; not the one of a simplified procedure."),
        Task::AwaitReply | Task::ReplyOver if kind == ProceedingKind::LawyerLetter => lang.pick("Si le client paie, promet ou conteste, notez-le au dossier. Sans réponse, terminez cette étape et choisissez la suite\u{a0}: les relances reprennent alors.", "If the client pays, promises or contests, note it in the case. Without an answer, end this stage and choose what next: reminders then go on."),
        Task::AwaitReply | Task::ReplyOver => lang.pick("Le client doit accepter d’y participer. Notez le jour de l’accord écrit ou de la première réunion\u{a0}: la prescription est suspendue de ce jour à la fin de la médiation, et il reste au moins six mois ensuite (C. civ. art. 2238). En cas de refus, notez-le et choisissez une autre voie.", "The client has to consent to it. Note the day of the written agreement or of the first meeting: limitation is suspended from then until the end, and six months at least are left after it (C. civ. art. 2238). If it is declined, note that and choose another way."),
        Task::ActOnReply => lang.pick("Une promesse, un litige ou un échéancier se note au dossier. Terminez ensuite cette étape\u{a0}: les relances reprennent.", "A promise, a dispute or a plan is noted in the case. Then end this stage: reminders go on."),
        Task::AwaitMediation => lang.pick("Ce qui s’y dit est confidentiel\u{a0}: ne le citez pas ailleurs. Accord ou non, notez le jour où elle prend fin\u{a0}: la prescription repart, pour six mois au moins (C. civ. art. 2238).", "What is said there is confidential: do not quote it elsewhere. With or without an agreement, note the day it ends: limitation goes on, for six months at least (C. civ. art. 2238)."),
        Task::FollowAgreement => lang.pick("L’accord signé vaut reconnaissance de la dette (C. civ. art. 2240). Un juge peut l’homologuer\u{a0}: il devient alors exécutoire. S’il n’est pas tenu, terminez la médiation et choisissez une autre voie.", "The signed agreement owns to the debt (C. civ. art. 2240). A judge can approve it: it can then be enforced. If it is not kept, end the mediation and choose another way."),
        Task::AskCollector => lang.pick("Ce que garde le mandataire reste à votre charge : il ne se réclame pas au client (CPCE art. L111-8). Le mandat dit combien de temps il dure et comment reprendre le dossier.", "What the collector keeps is yours to bear: it may not be asked of the client (CPCE art. L111-8). The mandate says how long it lasts and how to take the case back."),
        Task::NotifySale => lang.pick("Tant qu’elle ne l’est pas, le client peut encore vous payer valablement (C. civ. art. 1324). Par lettre recommandée, de l’acheteur ou de vous. La créance n’est plus comptée dans ce qui vous est dû.", "Until it is, the client may still validly pay you (C. civ. art. 1324). By registered letter, from the buyer or from you. The claim is no longer counted among what you are owed."),
        Task::AwaitPrice => lang.pick("Notez-le à son arrivée\u{a0}: c’est ce prix qui reste de la créance, et non plus la facture.", "Note it when it comes: that price is what is left of the claim, and no longer the invoice."),
        Task::AwaitVerification => lang.pick("Le mandataire propose d’admettre ou de contester. Vous avez trente jours pour répondre à une contestation.", "The representative proposes to admit or to contest. You have thirty days to answer a contestation."),
        Task::AnswerContest => lang.pick("Le délai part de la réception de la lettre ; vérifiez-le sur elle. Ensuite, le juge-commissaire décide.", "The time runs from receipt of the letter; check it there. Then the judge decides."),
        Task::ContestOver => lang.pick("Voyez le mandataire sans attendre\u{a0}: le délai part de la réception de sa lettre, vérifiez-le sur elle.", "See the representative at once: the time runs from receipt of the letter, check it there."),
        Task::AwaitDistribution => lang.pick("Une créance chirographaire est payée après les autres, souvent peu ou pas. En liquidation, la TVA déjà versée peut se récupérer.", "An unsecured claim is paid after the others, often little or nothing. In a liquidation, VAT already paid can be got back."),
        Task::AppealOrGiveUp => lang.pick("Notez le jour où la décision vous a été signifiée\u{a0}: un mois pour l’appel (CPC art. 538), deux mois devant le juge administratif (CJA art. R811-2)\u{a0}; jusqu’à 5 000 € demandés, seul le pourvoi est ouvert, deux mois aussi. Un avocat dit si cela vaut la peine. Un accord avec le client reste possible\u{a0}; sinon, notez la perte plus bas.", "Note the day the decision was served on you: one month to appeal (CPC art. 538), two before the administrative court (CJA art. R811-2); where no more than €5,000 was asked for, the court of cassation alone, in two months too. A lawyer says whether it is worth it. You may still agree with the client; or else note the loss below."),
        Task::WriteOff => lang.pick("Notez la perte plus bas, avec sa preuve.", "Note the loss below, with its proof."),
    }
}

/// Why a claim is given up, as a choice.
#[must_use]
pub fn loss(lang: Lang, reason: LossReason) -> &'static str {
    match reason {
        LossReason::Irrecoverable => {
            lang.pick("Certificat d’irrécouvrabilité", "Certificate of irrecoverability")
        }
        LossReason::EnforcementFailed => {
            lang.pick("Exécution restée sans effet", "Enforcement without effect")
        }
        LossReason::Liquidation => lang.pick("Liquidation judiciaire", "Liquidation"),
        LossReason::Vanished => lang.pick("Débiteur disparu ou fermé", "Debtor gone or closed"),
        LossReason::Expired => lang.pick("Prescription", "Time-barred"),
        LossReason::TooDear => {
            lang.pick("Coûterait plus qu’elle ne rapporte", "Would cost more than it brings")
        }
        LossReason::Other => lang.pick("Autre motif", "Another reason"),
    }
}

/// How VAT is due, as a choice.
#[must_use]
pub fn vat(lang: Lang, vat: VatRegime) -> &'static str {
    match vat {
        VatRegime::Exempt => lang.pick("Franchise : pas de TVA facturée", "Exempt: no VAT charged"),
        VatRegime::Receipts => lang.pick("Sur les encaissements (services)", "On receipts (services)"),
        VatRegime::Debits => lang.pick("Sur les débits, ou vente de biens", "On debits, or sale of goods"),
    }
}

/// What it means for VAT.
#[must_use]
pub fn vat_outcome(lang: Lang, outcome: VatOutcome) -> &'static str {
    match outcome {
        VatOutcome::Nothing => lang.pick("Rien à récupérer : vous n’avez pas versé de TVA sur ce qui n’a pas été payé. C’est le cas de la plupart des indépendants (CGI art. 269, 2 c, et 293 B).", "Nothing to get back: you paid no VAT on what was not paid. So it is for most freelancers (CGI art. 269, 2 c, and 293 B)."),
        VatOutcome::Comes => lang.pick("La TVA déjà versée se récupère, avec un duplicata de la facture envoyé au client (CGI art. 272, 1). Gardez la preuve de la perte.", "The VAT already paid can be got back, with a duplicate of the invoice sent to the client (CGI art. 272, 1). Keep the proof of the loss."),
        VatOutcome::NotYet => lang.pick("La TVA ne se récupère pas encore : une relance restée sans effet ne prouve pas la perte. Il faut un certificat, une exécution sans effet, une liquidation ou un débiteur introuvable.", "The VAT cannot be got back yet: a reminder without effect proves no loss. It takes a certificate, enforcement without effect, a liquidation or a debtor who cannot be found."),
    }
}

/// A kind of insolvency proceedings, as a choice.
#[must_use]
pub fn insolvency(lang: Lang, kind: Option<InsolvencyKind>) -> &'static str {
    match kind {
        None => words(lang).kind_unknown,
        Some(InsolvencyKind::Safeguard) => lang.pick("Sauvegarde", "Safeguard (sauvegarde)"),
        Some(InsolvencyKind::Recovery) => {
            lang.pick("Redressement judiciaire", "Reorganisation (redressement)")
        }
        Some(InsolvencyKind::Liquidation) => lang.pick("Liquidation judiciaire", "Liquidation"),
    }
}

/// A day in full after its words: « avant la fin du lundi 1er mars 2027 ».
#[must_use]
pub fn on(lang: Lang, words: &str, day: NaiveDate) -> String {
    format!("{words}{}", format::date_with_weekday(lang, day))
}
