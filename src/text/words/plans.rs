//! Words of payment plans: the page that builds one and follows it.

mod caution;

use chrono::NaiveDate;

use crate::base::{Amount, Currency, Region};
use crate::domain::claim::Instalment;
use crate::domain::dunning::status::Effect;
use crate::domain::dunning::withheld::Withheld;
use crate::domain::plan::schedule::{Rhythm, ScheduleError};
use crate::domain::plan::standing::{PlanRow, Standing};
use crate::domain::plan::{End, InterestDuring, Notice, Penalties, Plan};
use crate::domain::proceeding::ProceedingKind;
use crate::text::words::labels;
use crate::text::{Lang, format};

pub use self::caution::caution;

words! {
    title: "Échéancier", "Payment plan";
    covered: "Factures couvertes", "Invoices covered";
    whole: "Étaler aussi la part contestée", "Spread the contested part as well";
    whole_hint: "En signant le protocole, votre client retirera sa contestation\u{a0}: il le dit. Notez alors l’issue du litige.", "By signing the agreement your client will withdraw the dispute: it says so. Note then how the dispute ended.";
    divided_by: "Partager", "Divide";
    by_count: "En tant de fois", "By number";
    by_each: "Par montant", "By amount";
    by_until: "Jusqu’à une date", "By end date";
    count: "Nombre d’échéances", "Number of instalments";
    each: "Montant de chaque échéance", "Amount of each instalment";
    until: "Dernière échéance au plus tard", "Last instalment by";
    first: "Première échéance", "First instalment";
    rhythm: "Rythme", "Rhythm";
    down: "Acompte", "Down-payment";
    down_hint: "Versé à la signature, avant les échéances.", "Paid on signing, before the instalments.";
    moved: "Reporter au jour ouvré suivant ce qui tombe un week-end ou un jour férié", "Move what falls on a weekend or a public holiday to the next working day";
    penalties: "Pénalités et indemnités déjà dues", "Penalties and fixed sums due so far";
    interest: "Intérêts pendant l’échéancier", "Interest during the plan";
    public_interest: "Les intérêts moratoires d’un acheteur public continuent de courir, et ne s’abandonnent pas : y renoncer serait réputé non écrit (CCP art. L2192-14).", "Late-payment interest of a public buyer goes on running and is not given up: that would have no effect (CCP art. L2192-14).";
    answer_days: "Jours pour répondre", "Days to answer";
    notice_days: "Jours de mise en demeure", "Days of notice";
    notice_hint: "Si une échéance manque : le client a ce délai avant que tout redevienne dû.", "If an instalment is missed: the client has this time before all falls due again.";
    schedule: "Calendrier", "Schedule";
    no_schedule: "Complétez les champs : le calendrier se calcule ici.", "Fill the fields in: the schedule is worked out here.";
    day: "Jour", "Day";
    amount: "Montant", "Amount";
    balance: "Reste", "Left";
    received: "Reçu", "Received";
    sum: "Total", "Total";
    cost: "S’il est tenu, vous abandonnez ", "If it is kept, you give up ";
    no_cost: "S’il est tenu, vous n’abandonnez rien.", "If it is kept, you give up nothing.";
    estimated: " (estimation aux taux connus).", " (an estimate at the rates known).";
    nothing_before: "Rien n’est abandonné avant la fin : rompu, l’échéancier n’aura rien coûté.", "Nothing is given up before the end: broken, the plan will have cost nothing.";
    then: ", puis ", ", then ";
    keep: "Garder pour comparer", "Keep to compare";
    variants: "Variantes", "Variants";
    variant: "Variante", "Variant";
    this_one: "Celle-ci", "This one";
    ends: "Fin", "Ends";
    given_up: "Abandonné", "Given up";
    take_up: "Reprendre", "Take it up";
    put_away: "Retirer", "Put away";
    beside: "Dû en plus", "Owed besides";
    accrued: "Intérêts d’ici la fin", "Interest until the end";
    stopped: "arrêtés", "stopped";
    runs_on: "Les intérêts continuent : environ ", "Interest goes on: about ";
    runs_end: " de plus d’ici la fin, si chaque échéance est payée à sa date.", " more until the end, if each instalment is paid on its day.";
    aside_by: "Ce qui reste hors de l’échéancier se règle d’ici au ", "What stays outside the plan is to be paid by ";
    aside_by_end: ", trente jours au moins après la dernière échéance.", ", thirty days at least after the last instalment.";
    consumer_penalties: "Intérêts déjà dus", "Interest due so far";
    consumer_note: "Rien à dire des pénalités : un particulier, ou un client dont vous n’avez pas dit ce qu’il est, ne doit d’intérêts qu’à partir d’une mise en demeure reçue (C. civ. art. 1231-6), et jamais l’indemnité de 40 €.", "Nothing to say of penalties: a consumer, or a client of whom you did not say what it is, owes interest from the receipt of a formal notice only (C. civ. art. 1231-6), and never the €40.";
    consumer_notice_hint: "Pour un particulier, quinze jours : un délai plus court peut être jugé abusif.", "Fifteen days for a consumer: a shorter time may be found abusive.";
    in_all: "En tout", "In all";
    beside_why: "Gelées, elles restent dues hors de l’échéancier : ", "Frozen, they stay owed outside the plan: ";
    in_all_with: ", soit en tout ", ", for a total of ";
    chart: "Les échéances dans le temps", "The instalments over time";
    chart_most: "La plus forte : ", "The largest: ";
    proposed: "Proposé le", "Proposed on";
    proposed_when: "Vide, c’est aujourd’hui. Un jour passé si vous l’avez proposé avant : l’argent reçu depuis paie l’échéancier.", "Empty, it is today. A past day if you proposed it before: money received since pays the plan.";
    proposed_hint: "Le jour où vous l’avez proposé, même passé : l’argent reçu depuis paie l’échéancier.", "The day you proposed it, even if past: money received since pays the plan.";
    spoken_other: " Ce n’est pas la somme due : le calendrier continue jusqu’à la couvrir.", " That is not the sum owed: the schedule goes on until it is covered.";
    card_other: " Ce calendrier porte sur une autre somme : à vous de la lui dire.", " This schedule is of another sum: it is for you to say so.";
    note_agreed: "Noter et préparer l’accord à signer", "Note and prepare the agreement to sign";
    propose: "Noter et écrire la proposition", "Note and write the proposal";
    follow: "Suivi", "Follow-up";
    proposed_on: "Proposé le ", "Proposed on ";
    signed_on: ", signé le ", ", signed on ";
    answer_until: ", réponse attendue d’ici au ", ", answer expected by ";
    earlier: "Autres propositions et échéanciers", "Other proposals and plans";
    earlier_hint: "Seul compte celui qui est suivi plus haut ; ceux-ci sont gardés pour mémoire.", "Only the one followed above counts; these are kept for the record.";
    progress: "Avancement", "Progress";
    paid: "Payé", "Paid";
    missed: "Manqué", "Missed";
    unpaid: "Non payé, de nouveau dû", "Unpaid, due again";
    case: "Voir le dossier", "See the case";
    notice_estimate: " (fin estimée : le délai court de la réception, à noter)", " (estimated: the time runs from its receipt, to be noted)";
    awaited: "Échu, virement attendu", "Due, transfer awaited";
    late_row: "en retard, deux jours de délai bancaire", "late, two days for the bank";
    missed_row: "manquée", "missed";
    fallen_due: "devenue exigible", "fallen due";
    grace: "Une échéance n’est manquée qu’après deux jours, le temps d’un virement.", "An instalment is missed after two days only, the time of a transfer.";
    to_come: "À venir", "To come";
    write: "Écrire la proposition", "Write the proposal";
    signed: "Signé le", "Signed on";
    accept: "Noter la signature", "Note the signature";
    accept_hint: "La signature, ou l’accord par e-mail, fait repartir la prescription sur chaque facture.", "Signing, or agreeing by e-mail, starts limitation again on each invoice.";
    signed_late: "La première échéance vient avant ce jour et n’est pas notée payée : elle manquera aussitôt. Notez d’abord le paiement, ou préparez d’autres dates.", "The first instalment comes before this day and is not noted as paid: it will be missed at once. Note the payment first, or prepare other dates.";
    withdraw: "Retirer la proposition", "Take the proposal back";
    note_payment: "Noter un paiement", "Note a payment";
    pay_explain: "Noté en une fois sur les factures de l’échéancier : leur montant d’abord, la plus ancienne en premier ; les pénalités ensuite, si elles en font partie ou restent dues.", "Noted at once on the invoices of the plan: their amount first, the oldest before the others; then penalties, where they are part of it or stay owed.";
    misplaced: "L’argent reçu pour l’échéancier est noté sur une facture plutôt que sur une autre, qui resterait due. Les dates et la somme ne changent pas.", "Money received for the plan is noted on one invoice rather than another, which would stay owed. Days and sum do not change.";
    share_out: "Répartir entre les factures", "Share it out between the invoices";
    notice: "Écrire la mise en demeure", "Write the notice";
    notice_why: "Tout ne redevient dû qu’après une mise en demeure restée sans effet : envoyez-la en recommandé, comme l’échéancier le prévoit, puis notez sa réception, d’où court le délai.", "All falls due again only after a notice left unanswered: send it by registered post, as the plan provides, then note its receipt, from which the time runs.";
    receipt_why: "Le délai court de la réception de la mise en demeure, ou de sa première présentation si elle est revenue. Notez ce que dit l’avis de réception, ou le suivi de La Poste.", "The time runs from the receipt of the notice, or from its first presentation where it came back. Note what the acknowledgement says, or the tracking of the post.";
    undated: "Cette date ne sera jamais connue", "That day will never be known";
    undated_why: "Sans date de réception, le client pourra soutenir que le délai n’a pas couru. Le plus sûr est de renvoyer la mise en demeure en recommandé. Si vous constatez tout de même la rupture, dites pourquoi : le motif reste au dossier.", "Without a day of receipt, the client may argue that the time did not run. It is safest to send the notice again by registered post. If you declare the plan broken all the same, say why: the reason stays on file.";
    notice_again: "Renvoyer la mise en demeure", "Send the notice again";
    undated_reason: "Motif", "Reason";
    undated_hint: "Par exemple : avis de réception perdu, le client a répondu au courrier le 12.", "For example: acknowledgement lost, the client answered the letter on the 12th.";
    end_undated: "Constater la rupture avec ce motif", "Declare the plan broken, with this reason";
    undated_said: "Rupture constatée sans date de réception connue : ", "Declared broken without a known day of receipt: ";
    notices: "Mises en demeure envoyées", "Notices sent";
    end_broken: "Constater la rupture : tout redevient dû", "Declare the plan broken: all falls due";
    end_settled: "Clore l’échéancier", "Close the plan";
    agreement: "Protocole à signer", "Agreement to sign";
    agreement_signed: "Le protocole", "The agreement";
    calendar: "Mettre les échéances dans mon agenda", "Put the instalments in my calendar";
    other: "Préparer un autre échéancier", "Prepare another plan";
    delete: "Supprimer", "Delete";
}

/// What becomes of penalties, as a choice.
#[must_use]
pub fn penalties(lang: Lang, penalties: Penalties) -> &'static str {
    match penalties {
        Penalties::Included => lang.pick("Comprises", "Included"),
        Penalties::Frozen => lang.pick("Gelées, dues ensuite", "Frozen, owed after"),
        Penalties::WaivedIfKept => lang.pick("Abandonnées s’il est tenu", "Given up if it is kept"),
    }
}

/// Whether interest goes on, as a choice.
#[must_use]
pub fn interest(lang: Lang, interest: InterestDuring) -> &'static str {
    match interest {
        InterestDuring::Stops => lang.pick("Arrêtés s’il est tenu", "Stopped if it is kept"),
        InterestDuring::Runs => lang.pick("Continuent", "Go on"),
    }
}

/// What was agreed on the telephone: how many sums, all of them together, the first with its day.
#[must_use]
pub fn spoken(
    lang: Lang,
    on: NaiveDate,
    count: usize,
    amount: Amount,
    first: Instalment,
    currency: Currency,
) -> String {
    let money = |amount| format::money(lang, amount, currency);
    let (on, day) = (format::date(lang, on), format::date_with_weekday(lang, first.due));
    let (amount, first) = (money(amount), money(first.amount));
    lang.pick(
        format!("Convenu au téléphone le {on} : {count} versements, {amount} en tout, le premier de {first} le {day}."),
        format!("Agreed by telephone on {on}: {count} payments, {amount} in all, the first of {first} on {day}."),
    )
}

/// What the client saw on a reply card and proposed to pay in parts.
#[must_use]
pub fn on_card(lang: Lang, on: NaiveDate, balance: Amount, currency: Currency) -> String {
    let (on, balance) = (format::date(lang, on), format::money(lang, balance, currency));
    lang.pick(
        format!("Proposé par votre client sur le solde que sa carte montrait : {balance} au {on}."),
        format!("Proposed by your client on the balance its card showed: {balance} on {on}."),
    )
}

/// What to do instead of agreeing on time or less with the client, where somebody else decides.
#[must_use]
pub fn instead(lang: Lang, held: &Withheld) -> &'static str {
    let (french, english) = match held {
        Withheld::Insolvent { .. } | Withheld::Proceeding { kind: ProceedingKind::Lodged, .. } => (
            "Ce qui était dû avant le jugement ne se règle plus à part : délais et remises se décident dans la procédure (C. com. art. L622-7). Déclarez la créance.",
            "What was owed before the judgment is no longer settled apart: time and discounts are decided in the proceedings (C. com. art. L622-7). Lodge the claim.",
        ),
        Withheld::Proceeding { kind: ProceedingKind::Sold, .. }
        | Withheld::Status { effect: Effect::NotOurs, .. } => (
            "Ni échéancier ni remise ne se conviennent plus avec vous : renvoyez votre client vers lui.",
            "Neither a plan nor a discount is agreed on with you any more: send your client there.",
        ),
        Withheld::Proceeding { kind: ProceedingKind::HandedOver, .. } => (
            "C’est par lui que passe un échéancier ou une remise : transmettez-lui ce que votre client propose, ou reprenez d’abord le dossier, dans les suites.",
            "A plan or a discount goes through them: pass on what your client proposes, or take the case back first, in what follows.",
        ),
        Withheld::Proceeding { .. }
        | Withheld::Plan(_)
        | Withheld::Court { .. }
        | Withheld::Status { .. } => (
            "Elle n’est plus réclamée. Si le client veut payer, supprimez d’abord cette perte dans les suites, ou notez ce qu’il verse.",
            "It is no longer claimed. If the client wants to pay, delete that loss first in what follows, or note what is paid.",
        ),
    };
    lang.pick(french, english)
}

/// What was agreed beside the sums, in sentences; nothing of penalties where the client owes none. `aside`: what stays owed
/// beside it.
#[must_use]
pub fn terms(
    lang: Lang,
    plan: &Plan,
    numbers: &[String],
    has_penalties: bool,
    aside: Option<String>,
) -> Vec<String> {
    let over = lang.pick("Sur les factures ", "Over the invoices ");
    let over = (numbers.len() > 1).then(|| format!("{over}{}.", format::list(lang, numbers)));
    let said = |name: &str, choice: &str| format!("{name}{}.", labels::lower_first(choice));
    let name = lang.pick("Pénalités et indemnités : ", "Penalties and fixed sums: ");
    let penalties = has_penalties.then(|| said(name, penalties(lang, plan.penalties)));
    let name = lang.pick("Intérêts pendant l’échéancier : ", "Interest during the plan: ");
    let interest = has_penalties.then(|| said(name, interest(lang, plan.interest)));
    let name = lang.pick("Délai après une mise en demeure : ", "Time after a notice: ");
    let notice = format!("{name}{}.", format::days(lang, i64::from(plan.notice_days)));
    over.into_iter().chain(penalties).chain(interest).chain(aside).chain([notice]).collect()
}

/// By which day what terms leave aside is paid.
#[must_use]
pub fn aside_by(lang: Lang, day: NaiveDate) -> String {
    let w = words(lang);
    format!("{}{}{}", w.aside_by, format::date(lang, day), w.aside_by_end)
}

/// A rhythm.
#[must_use]
pub fn rhythm(lang: Lang, rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Weekly => lang.pick("Chaque semaine", "Weekly"),
        Rhythm::Fortnightly => lang.pick("Toutes les deux semaines", "Every two weeks"),
        Rhythm::Monthly => lang.pick("Chaque mois", "Monthly"),
        Rhythm::Quarterly => lang.pick("Chaque trimestre", "Quarterly"),
    }
}

/// A sum whose day is past and whose transfer may be under way.
#[must_use]
pub fn late(lang: Lang, row: &PlanRow, currency: Currency) -> String {
    let left = format::money(lang, row.left(), currency);
    // What is missed on a day off is acted on the day after it.
    let missed = Region::France.working_from(row.missed_from());
    let (due, missed) = (format::date_with_weekday(lang, row.due), format::date_with_weekday(lang, missed));
    lang.pick(
        format!("{left} attendus le {due} ne sont pas encore notés. Un virement peut mettre deux jours : sans lui, l’échéance est manquée à partir du {missed}."),
        format!("{left} expected on {due} is not noted yet. A transfer may take two days: without it, the instalment is missed from {missed}."),
    )
}

/// Where a plan stands on a day: as [`standing`], or late within the days a transfer takes.
#[must_use]
pub fn standing_on(lang: Lang, known: Standing, today: NaiveDate) -> &'static str {
    match known {
        Standing::Kept(row) if row.is_late(today) => {
            lang.pick("En retard, virement attendu", "Late, transfer awaited")
        }
        known => standing(lang, known),
    }
}

/// A notice that was sent: « 6 août 2026, jusqu’au lundi 17 août 2026 ».
#[must_use]
pub fn notice_sent(lang: Lang, notice: Notice) -> String {
    let (sent, until) = (format::date(lang, notice.sent), format::date_with_weekday(lang, notice.until));
    lang.pick(format!("{sent}, jusqu’au {until}"), format!("{sent}, until {until}"))
}

/// What is due once a plan was broken.
#[must_use]
pub fn due_again(lang: Lang, owed: &str, today: NaiveDate) -> String {
    let today = format::date(lang, today);
    lang.pick(
        format!("Toute la créance est de nouveau due : {owed} au {today}, comme si aucun délai n’avait été accordé."),
        format!("The whole claim is due again: {owed} on {today}, as if no time had been given."),
    )
}

/// Where a plan stands, in a few words.
#[must_use]
pub fn standing(lang: Lang, standing: Standing) -> &'static str {
    match standing {
        Standing::Proposed => lang.pick("Réponse attendue", "Answer awaited"),
        Standing::Unanswered => lang.pick("Sans réponse", "Not answered"),
        Standing::Kept(_) => lang.pick("Tenu jusqu’ici", "Kept so far"),
        Standing::Missed(_) => lang.pick("Échéance manquée", "Instalment missed"),
        Standing::NoticeRuns(..) => lang.pick("Mise en demeure en cours", "Notice running"),
        Standing::NoticeUndated(..) => {
            lang.pick("Réception de la mise en demeure à noter", "Receipt of the notice to be noted")
        }
        Standing::Breached(..) => lang.pick("Mise en demeure sans effet", "Notice left unanswered"),
        Standing::Complete => lang.pick("Tout est payé", "All paid"),
        Standing::Stopped(_) => {
            lang.pick("Arrêté par une procédure collective", "Stopped by insolvency proceedings")
        }
        Standing::Ended(End::Withdrawn) => lang.pick("Retiré", "Taken back"),
        Standing::Ended(End::Broken) => lang.pick("Rompu", "Broken"),
        Standing::Ended(End::Settled) => lang.pick("Payé et clos", "Paid and closed"),
        Standing::Ended(End::PaidLate) => lang.pick("Payé en retard et clos", "Paid late and closed"),
    }
}

/// What a plan leaves out, which is contested.
#[must_use]
pub fn left_out(lang: Lang, contested: Amount, currency: Currency) -> String {
    let contested = format::money(lang, contested, currency);
    match lang {
        Lang::Fr => format!(
            "{contested} sont contestés et restent à part, avec ce que coûte leur retard, jusqu’à la fin du litige : le client ne reconnaît que ce qui est étalé."
        ),
        Lang::En => format!(
            "{contested} is contested and stays apart, with what its lateness costs, until the dispute ends: the client owns to what is spread only."
        ),
    }
}

/// Why terms make no schedule, in a sentence.
#[must_use]
pub fn schedule(lang: Lang, error: ScheduleError) -> &'static str {
    let (french, english) = match error {
        ScheduleError::NothingOwed => (
            "Il n’y a rien à échelonner : gardez au moins une facture impayée et non contestée en entier.",
            "There is nothing to spread: keep at least one invoice that is unpaid and not contested as a whole.",
        ),
        ScheduleError::NegativeDownPayment | ScheduleError::NothingLeft { .. } => (
            "L’acompte couvre tout : il ne resterait rien à échelonner.",
            "The down-payment covers everything: nothing would be left to spread.",
        ),
        ScheduleError::NoInstalment | ScheduleError::EmptyInstalment => {
            ("Il faut au moins une échéance.", "There must be one instalment at least.")
        }
        ScheduleError::MoreThanCents { .. } => {
            ("Il y aurait plus d’échéances que de centimes.", "There would be more instalments than cents.")
        }
        ScheduleError::TooMany { .. } => (
            "Cela ferait plus de 120 échéances : augmentez le montant de chacune, ou espacez-les davantage.",
            "That would be more than 120 instalments: raise the amount of each, or space them out.",
        ),
        ScheduleError::EndsBeforeFirst { .. } => {
            ("C’est avant la première échéance.", "This is before the first instalment.")
        }
        ScheduleError::TooFar => (
            "Les dernières échéances dépasseraient l’année 2199.",
            "The last instalments would be later than 2199.",
        ),
    };
    lang.pick(french, english)
}
