//! The chronology of a claim: every dated fact that a reader who knows nothing of it needs, with the exhibit that proves
//! it. The user’s own notes are left out, and so are guesses about why the client does not pay.

use chrono::NaiveDate;

use super::exhibit::{Numbers, is_same, is_told, named, what};
use super::facts::PaperFacts;
use super::layout::table;
use crate::base::order::in_order;
use crate::documents::context::Case;
use crate::documents::letter::Table;
use crate::domain::circumstance::{Circumstance, CircumstanceKind, PauseCause, PromiseState};
use crate::domain::event::Event;
use crate::domain::plan::{Ended, Plan};
use crate::domain::posting::Returned;
use crate::domain::talk::Talk;
use crate::text::words::agenda::proceeding;
use crate::text::words::{
    chronicle, circumstances, disputes, dunning, labels, limitation, movements, stages,
};
use crate::text::{Lang, format};

/// A dated fact.
struct Fact {
    date: NaiveDate,
    what: String,
    exhibit: String,
}

impl Fact {
    fn new(date: NaiveDate, what: String) -> Self {
        Self { date, what, exhibit: String::new() }
    }
}

/// Every fact up to the day of the document, oldest first.
pub(super) fn chronology(facts: &PaperFacts<'_>, numbers: &Numbers<'_>) -> Table {
    let lang = facts.lang;
    let mut all: Vec<Fact> = Vec::new();
    let mut known: Vec<&Event> = Vec::new();
    for case in facts.cases {
        all.extend(of_invoice(facts, case, numbers));
        for event in case.0.events.iter().filter(|event| event.date <= facts.today && is_told(facts, event)) {
            let is_known = known.iter().any(|other| other.id == event.id || is_same(other, event));
            if !is_known {
                known.push(event);
                all.extend(of_event(facts, event, numbers));
            }
        }
        let about = about(facts, case);
        let offers = case.0.offers_told(facts.today);
        all.extend(offers.map(|(day, talk)| Fact::new(day, of_talk(facts, talk, &about))));
        for one in case.0.circumstances.iter().filter(|one| one.date <= facts.today) {
            all.extend(of_circumstance(facts, case, one));
        }
    }
    for plan in facts.plans {
        all.extend(of_plan(facts, plan, numbers));
    }
    if let Some(opened) = facts.client.insolvency {
        let what = lang.pick("Ouverture d’une procédure collective", "Insolvency proceedings opened");
        all.push(Fact::new(opened, what.to_owned()));
    }
    let known = in_order(all.into_iter().filter(|fact| fact.date <= facts.today), |fact| fact.date);
    let rows = known
        .into_iter()
        .map(|fact| vec![format::date_in_table(lang, fact.date), fact.what, fact.exhibit])
        .collect();
    let head = lang.pick(["Date", "Fait", "Pièce"], ["Date", "Fact", "Exhibit"]);
    let today = format::date(lang, facts.today);
    let caption = lang.pick(format!("Faits connus au {today}"), format!("Facts known on {today}"));
    table(caption, &head, rows, 2)
}

/// The invoice a fact is about, where there are several.
fn about(facts: &PaperFacts<'_>, case: &Case<'_>) -> String {
    if facts.cases.len() < 2 {
        return String::new();
    }
    let number = facts.number(&case.0.invoice.number);
    facts.lang.pick(format!(" (facture n°\u{a0}{number})"), format!(" (invoice {number})"))
}

/// Its issue, its due dates, its movements and its acts.
fn of_invoice(facts: &PaperFacts<'_>, case: &Case<'_>, numbers: &Numbers<'_>) -> Vec<Fact> {
    let (lang, (file, claim)) = (facts.lang, case);
    let invoice = &file.invoice;
    let number = facts.number(&invoice.number);
    let amount = facts.money(invoice.amount);
    let about = about(facts, case);
    let issued = lang.pick(
        format!("Facture n°\u{a0}{number} émise, {amount}"),
        format!("Invoice {number} issued, {amount}"),
    );
    let mut all = vec![Fact { date: invoice.issued, what: issued, exhibit: numbers.invoice(invoice.id) }];
    for one in &claim.instalments {
        let part = if claim.instalments.len() > 1 {
            format!(", {}", facts.money(one.amount))
        } else {
            String::new()
        };
        let what = lang.pick("Échéance", "Due date");
        all.push(Fact::new(one.due, format!("{what}{part}{about}")));
    }
    for movement in file.movements.iter().filter(|movement| movement.date <= claim.as_of) {
        let name = movements::kind(lang, movement.kind);
        let reference = match movement.reference.trim() {
            "" => String::new(),
            reference => format!(", {reference}"),
        };
        let sum = facts.money(movement.amount);
        let colon = lang.pick("\u{a0}:", ":");
        let condition = match movement.if_settled_by.map(|by| format::date(lang, by)) {
            Some(by) if movement.kind.is_waiver() => {
                lang.pick(format!(", si réglé au plus tard le {by}"), format!(", if settled by {by}"))
            }
            _ => String::new(),
        };
        all.push(Fact::new(movement.date, format!("{name}{colon} {sum}{condition}{reference}{about}")));
    }
    for one in &file.proceedings {
        let with = match one.with.trim() {
            "" => String::new(),
            with => format!(", {with}"),
        };
        all.push(Fact::new(one.date, format!("{}{with}{about}", proceeding::kind(lang, one.kind))));
        for stage in one.known(claim.as_of) {
            let sum = stage.amount.map(|sum| format!(", {}", facts.money(sum))).unwrap_or_default();
            let name = stages::stage(lang, one.kind, stage.stage);
            let set = stages::set_for(lang, stage).map(|set| format!(" {set}")).unwrap_or_default();
            all.push(Fact::new(stage.date, format!("{name}{sum}{set}{about}")));
        }
    }
    for act in file.acts.iter().filter(|act| !facts.is_signature(file, act)) {
        let reference = match act.reference.trim() {
            "" => String::new(),
            reference => format!(", {reference}"),
        };
        let what = format!("{}{reference}{about}", limitation::act(lang, act.kind));
        all.push(Fact { date: act.date, what, exhibit: numbers.act(act.id) });
    }
    all
}

/// What was sent or said, and received.
fn of_event(facts: &PaperFacts<'_>, event: &Event, numbers: &Numbers<'_>) -> Vec<Fact> {
    let lang = facts.lang;
    if let Some(call) = &event.call {
        let outcome = labels::lower_first(dunning::outcome(lang, call.outcome));
        let colon = lang.pick("\u{a0}:", ":");
        return vec![Fact::new(event.date, format!("{}{colon} {outcome}", dunning::step(lang, event.step)))];
    }
    let mut all = vec![Fact { date: event.date, what: named(lang, event), exhibit: numbers.sent(event) }];
    all.extend(of_posting(lang, event, numbers));
    if let Some(day) = event.received {
        let step = what(lang, event);
        let what = lang
            .pick(format!("{step}\u{a0}: réception par le client"), format!("{step}: receipt by the client"));
        all.push(Fact { date: day, what, exhibit: numbers.received(event) });
    }
    all
}

/// What the post said of a registered letter that is not noted as received, or was received on a later day.
fn of_posting(lang: Lang, event: &Event, numbers: &Numbers<'_>) -> Option<Fact> {
    let posting = &event.posting;
    let came_back = posting.returned.map(|why| match why {
        Returned::Refused => lang.pick("refusé par le client", "refused by the client"),
        Returned::NotCollected => lang.pick("non réclamé, revenu", "not collected, returned"),
    });
    let presented = posting.presented.filter(|day| event.received != Some(*day));
    let said = [
        presented
            .map(|_| lang.pick("première présentation du recommandé", "registered letter first presented")),
        came_back,
    ];
    let said: Vec<&str> = said.into_iter().flatten().collect();
    let (step, colon) = (what(lang, event), lang.pick("\u{a0}: ", ": "));
    let what = format!("{step}{colon}{}", said.join(", "));
    // The day it came back is not noted: it is told with its presentation, or its sending.
    let date = presented.unwrap_or(event.date);
    (!said.is_empty()).then(|| Fact { date, what, exhibit: numbers.received(event) })
}

/// A payment plan on some of the invoices: proposed, accepted, missed, ended.
fn of_plan(facts: &PaperFacts<'_>, plan: &Plan, exhibits: &Numbers<'_>) -> Vec<Fact> {
    let lang = facts.lang;
    let about = |(case, _): &&Case<'_>| plan.invoices.contains(&case.invoice.id);
    let numbers: Vec<String> =
        facts.cases.iter().filter(about).map(|(case, _)| facts.number(&case.invoice.number)).collect();
    if numbers.is_empty() {
        return Vec::new();
    }
    let about = if facts.cases.len() > 1 {
        let noun = match (lang, numbers.len() > 1) {
            (Lang::Fr, true) => "factures n°\u{a0}",
            (Lang::Fr, false) => "facture n°\u{a0}",
            (Lang::En, true) => "invoices ",
            (Lang::En, false) => "invoice ",
        };
        format!(" ({noun}{})", format::list(lang, &numbers))
    } else {
        String::new()
    };
    let proposed = format!("{}{about}", chronicle::planned(lang, plan, facts.currency()));
    let mut all = vec![Fact::new(plan.proposed, proposed)];
    if let Some(day) = plan.accepted {
        let what = lang.pick("Échéancier accepté par le client", "Payment plan accepted by the client");
        all.push(Fact { date: day, what: format!("{what}{about}"), exhibit: exhibits.plan(plan.id) });
    }
    for notice in &plan.notices {
        let until = format::date(lang, notice.until);
        let what = lang.pick(
            format!("Échéance manquée\u{a0}: mise en demeure de la régler pour le {until}{about}"),
            format!("Payment missed: notice to make it by {until}{about}"),
        );
        all.push(Fact::new(notice.sent, what));
    }
    for one in &plan.goes_on {
        all.push(Fact::new(one.on, format!("{}{about}", chronicle::plan_goes_on(lang))));
    }
    if let Some(Ended { how, on }) = plan.ended {
        let what = chronicle::plan_ended(lang, how);
        all.push(Fact::new(on, format!("{what}{about}")));
    }
    all
}

/// What was offered, agreed, talked about or promised. Of a meeting its minutes are told: they are written for both sides.
fn of_talk(facts: &PaperFacts<'_>, talk: Talk<'_>, about: &str) -> String {
    let what = chronicle::talk(facts.lang, talk, facts.currency());
    match talk {
        Talk::Met(meeting) if !meeting.minutes.trim().is_empty() => {
            let minutes: Vec<&str> = meeting.minutes.split_whitespace().collect();
            let colon = facts.lang.pick("\u{a0}:", ":");
            format!("{what}{about}{colon} {}", minutes.join(" "))
        }
        _ => format!("{what}{about}"),
    }
}

/// Promises made and what became of them, disputes, time granted, work suspended.
fn of_circumstance(facts: &PaperFacts<'_>, case: &Case<'_>, one: &Circumstance) -> Vec<Fact> {
    let lang = facts.lang;
    let about = about(facts, case);
    let mut all = Vec::new();
    let mut ended = String::new();
    match &one.kind {
        CircumstanceKind::Promise { amount, by, .. } => {
            let (sum, day) = (facts.money(*amount), format::date(lang, *by));
            let made = lang.pick(
                format!("Promesse de payer {sum} pour le {day}{about}"),
                format!("Promise to pay {sum} by {day}{about}"),
            );
            all.push(Fact::new(one.date, made));
            let state = one.promise(&case.0.circumstances, &case.0.movements, facts.today);
            let outcome = match state {
                Some(PromiseState::Kept) => {
                    lang.pick("Promesse tenue pour le jour dit", "Promise for this day kept")
                }
                Some(PromiseState::Broken) => {
                    lang.pick("Promesse non tenue au jour dit", "Promise for this day not kept")
                }
                _ => "",
            };
            if !outcome.is_empty() {
                all.push(Fact::new(*by, format!("{outcome}{about}")));
            }
        }
        CircumstanceKind::Dispute { amount, cause, life, .. } => {
            let (sum, what) = (facts.money(*amount), labels::lower_first(dunning::dispute(lang, *cause)));
            let contested = lang.pick(
                format!("Contestation de {sum}\u{a0}: {what}{about}"),
                format!("{sum} contested: {what}{about}"),
            );
            all.push(Fact::new(one.date, contested));
            let talks = life.told(facts.today);
            all.extend(talks.map(|(day, talk)| Fact::new(day, of_talk(facts, talk, &about))));
            lang.pick("Fin de la contestation", "End of the dispute").clone_into(&mut ended);
            if let Some(outcome) = &life.outcome {
                let how = disputes::settled(lang, outcome, facts.currency());
                ended = format!("{ended}{}{}", lang.pick("\u{a0}: ", ": "), labels::lower_first(&how));
            }
        }
        CircumstanceKind::Pause { cause: PauseCause::Granted, until } => {
            let day = format::date(lang, *until);
            let what =
                lang.pick(format!("Délai accordé jusqu’au {day}"), format!("Time granted until {day}"));
            all.push(Fact::new(one.date, format!("{what}{about}")));
        }
        CircumstanceKind::Proposal { count, first } => {
            let what = circumstances::proposal(lang, *count, *first);
            all.push(Fact::new(one.date, format!("{what}{about}")));
        }
        CircumstanceKind::LifeCycle(code) => {
            let what = lang
                .pick(format!("Statut de facture électronique {code}"), format!("E-invoice status {code}"));
            all.push(Fact::new(one.date, format!("{what}{about}")));
        }
        CircumstanceKind::Suspension { work } => {
            let what = lang.pick("Prestations suspendues", "Work suspended");
            let work = match (work.trim(), lang) {
                ("", _) => String::new(),
                (work, Lang::Fr) => format!("\u{a0}: {work}"),
                (work, Lang::En) => format!(": {work}"),
            };
            all.push(Fact::new(one.date, format!("{what}{work}")));
            lang.pick("Reprise des prestations", "Work resumed").clone_into(&mut ended);
        }
        // How closely one follows a case up is one’s own business.
        CircumstanceKind::Pause { .. }
        | CircumstanceKind::Unpaid(_)
        | CircumstanceKind::CloseWatch { .. } => {}
    }
    if let Some(day) = one.ended.filter(|_| !ended.is_empty()) {
        all.push(Fact::new(day, format!("{ended}{about}")));
    }
    all
}
