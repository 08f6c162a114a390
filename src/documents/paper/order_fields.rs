//! The fields of a request for an order for payment, one by one, so that each can be copied into the form. The amount is
//! broken down element by element (CPC art. 1407, read in September 2026).

use chrono::NaiveDate;

use super::exhibit::{self, exhibits};
use super::facts::PaperFacts;
use super::order;
use super::refusal::PaperError;
use crate::base::{Amount, dates};
use crate::documents::context::{Case, PaperText, RateGroup, TextContext, named, rate_groups};
use crate::documents::letter::Block;
use crate::documents::missing::MissingFact;
use crate::domain::claim::Claim;
use crate::domain::contract::Law;
use crate::domain::court::{Court, Seat, Standing};
use crate::domain::plan::Plan;
use crate::text::words::labels;
use crate::text::{Lang, format};

/// What a request says of who makes it, and the records do not hold (CPC art. 54, recalled, to be checked).
const PERSON: &str = "à compléter si vous agissez en votre nom (Code de procédure civile, art. 54)";
const COMPANY: &str = "à compléter si le demandeur est une société (Code de procédure civile, art. 54)";

/// A field of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderField {
    /// What the form calls it.
    pub label: String,
    /// What to write in it.
    pub value: String,
}

/// Every field of the form, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderFields(pub Vec<OrderField>);

/// The sums asked for: nothing that is contested, nor what its lateness costs.
pub(super) struct Sums {
    pub(super) principal: Amount,
    pub(super) interest: Amount,
    pub(super) indemnity: Amount,
}

impl Sums {
    pub(super) fn of(facts: &PaperFacts<'_>) -> Self {
        let undisputed = facts.undisputed();
        let sum = |part: fn(&Claim) -> Amount| undisputed.iter().map(part).sum();
        Self {
            principal: sum(late_principal),
            interest: sum(|claim| claim.interest_left),
            indemnity: sum(|claim| claim.indemnity_left),
        }
    }

    fn total(&self) -> Amount {
        self.principal + self.interest + self.indemnity
    }
}

/// The fields of the request, for a screen with a button to copy each.
///
/// # Errors
/// As for the kit itself.
pub fn order_fields(said: Standing, facts: &PaperFacts<'_>) -> Result<OrderFields, PaperError> {
    order::check(facts)?;
    let cases = order::claimed(facts);
    let facts = &PaperFacts { cases: &cases, ..*facts };
    Ok(OrderFields::new(&Sums::of(facts), order::standing(said, facts), facts))
}

impl OrderFields {
    /// In French, since the court reads no other language, whatever the client and the rest of the kit do.
    pub(super) fn new(sums: &Sums, standing: Standing, facts: &PaperFacts<'_>) -> Self {
        let lang = Lang::Fr;
        let facts = &PaperFacts { lang, ..*facts };
        let context = &facts.context(facts.cases, facts.today, PaperText::default());
        let (sender, client) = (&context.sender, &context.client);
        let seat = Seat::of(&facts.client.address);
        let as_of = format::date(lang, facts.as_of());
        let professional = standing != Standing::Consumer;
        let unknown = "non connu, à compléter";
        let siren = match (professional, client.siren.as_str()) {
            (false, _) => String::new(),
            (true, "") => unknown.to_owned(),
            (true, siren) => siren.to_owned(),
        };
        // Where the price is paid, what lateness cost is all there is: the form has no sum to put under the principal.
        let settled = "néant\u{a0}: le prix est payé".to_owned();
        let principal = if sums.principal.is_positive() { facts.money(sums.principal) } else { settled };
        let interest = interest_label(context, &as_of);
        let total = format!("Total au {as_of}");
        let fields = [
            ("Juridiction", court(Court::of(standing, &seat, facts.today), &seat)),
            ("Demandeur", sender.name.clone()),
            ("Adresse du demandeur", sender.address.join(", ")),
            ("SIREN ou SIRET du demandeur", sender.siren.clone()),
            ("Prénoms et profession du demandeur", PERSON.to_owned()),
            ("Nationalité du demandeur", PERSON.to_owned()),
            ("Date et lieu de naissance du demandeur", PERSON.to_owned()),
            ("Forme et représentant légal du demandeur", COMPANY.to_owned()),
            ("Téléphone du demandeur", sender.phone.clone()),
            ("Adresse électronique du demandeur", sender.email.clone()),
            ("Débiteur", client.name.clone()),
            (
                if professional { "Siège du débiteur" } else { "Domicile du débiteur" },
                client.address.join(", "),
            ),
            ("SIREN ou SIRET du débiteur", siren),
            ("Fondement de la créance", basis(facts)),
            ("Somme en principal", principal),
            (&interest, facts.some(sums.interest)),
            ("Indemnité forfaitaire", facts.some(sums.indemnity)),
            (&total, facts.money(sums.total())),
        ];
        let exhibits = exhibit::count(lang, &exhibits(facts, !sums.interest.is_zero()));
        let fields = fields
            .into_iter()
            .map(|(label, value)| OrderField { label: label.to_owned(), value })
            .chain(to_run(facts))
            .chain([OrderField { label: "Nombre de pièces".to_owned(), value: exhibits }])
            .filter(|field| !field.value.is_empty());
        Self(fields.collect())
    }

    /// As a block of a letter.
    pub(super) fn block(self) -> Block {
        Block::Fields(self.0.into_iter().map(|field| (field.label, field.value)).collect())
    }
}

fn interest_label(context: &TextContext, as_of: &str) -> String {
    let interest = labels::upper_first(&context.late_interest);
    format!("{interest} au {as_of}")
}

/// Interest to come: a field for each rule its rates follow, on the principal it is counted on, with the invoices where there
/// are several fields.
fn to_run(facts: &PaperFacts<'_>) -> Vec<OrderField> {
    let (lang, kind) = (facts.lang, facts.client.kind);
    let undisputed = facts.undisputed();
    let asked: Vec<Case<'_>> =
        facts.cases.iter().zip(&undisputed).map(|((case, _), claim)| (*case, claim)).collect();
    let owes = |(_, claim): &&Case<'_>| late_principal(claim).is_positive();
    let runs = |(_, claim): &&Case<'_>| !claim.interest_left.is_zero() || !claim.daily.is_zero();
    let running: Vec<Case<'_>> = asked.iter().filter(owes).filter(runs).copied().collect();
    let waits = |case: &&Case<'_>| !runs(case) && waits_for_service(case, facts);
    let waiting: Vec<Case<'_>> = asked.iter().filter(owes).filter(waits).copied().collect();
    let from = format::date(lang, dates::next_day(facts.as_of()));
    let sum =
        |group: &RateGroup<'_>| facts.money(group.cases.iter().map(|(_, claim)| late_principal(claim)).sum());
    let running = rate_groups(lang, kind, &running).into_iter().map(|group| {
        let value = format!("à compter du {from}, sur {}, {}", sum(&group), group.rule);
        (group, value)
    });
    let waiting = rate_groups(lang, kind, &waiting).into_iter().map(|group| {
        let value = format!("{}, sur {}, à compter de la signification", group.rule, sum(&group));
        (group, value)
    });
    let all: Vec<(RateGroup<'_>, String)> = running.chain(waiting).collect();
    let several = all.len() > 1;
    let field = |(group, value): (RateGroup<'_>, String)| {
        let label = "Intérêts à courir";
        let invoices = named(lang, &group.cases);
        let label = if several { format!("{label} sur {invoices}") } else { label.to_owned() };
        OrderField { label, value }
    };
    all.into_iter().map(field).collect()
}

/// Principal that is due and not paid.
fn late_principal(claim: &Claim) -> Amount {
    claim.principal_left - claim.not_due
}

/// Interest that the law makes run from a formal notice only, where none was received: service of the order stands for one
/// (C. civ. art. 1231-6, read in November 2026; that service stands for a formal notice is recalled, to be checked).
fn waits_for_service((case, _): &Case<'_>, facts: &PaperFacts<'_>) -> bool {
    case.invoice.contract.law == Law::French
        && case.invoice.regime(facts.client.kind).needs_formal_notice()
        && case.formal_notice_counts().is_none()
}

/// The contract, the invoices, and that they are not paid. What is owed rests on the contract, whatever interest rests on
/// (C. civ. art. 1103 and 1104, read in copies on 30 November 2026).
fn basis(facts: &PaperFacts<'_>) -> String {
    let lang = facts.lang;
    let invoices = facts.cases.iter().map(|(case, _)| {
        let number = facts.number(&case.invoice.number);
        let (issued, due) = (format::date(lang, case.invoice.issued), format::date(lang, case.invoice.due));
        format!("facture n°\u{a0}{number} du {issued}, échue le {due}")
    });
    let invoices = invoices.collect::<Vec<_>>().join("\u{a0}; ");
    let subject = match facts.subject().as_str() {
        "" => "Contrat".to_owned(),
        subject => format!("Contrat\u{a0}: {subject}"),
    };
    let noticed: Vec<(Case<'_>, NaiveDate)> = facts
        .cases
        .iter()
        // One that still runs was not left unanswered.
        .filter_map(|(case, claim)| {
            let notice = case.notice_unanswered(claim).or_else(|| case.notice_of_unpaid(claim))?;
            Some(((*case, *claim), notice.date))
        })
        .collect();
    let cases: Vec<Case<'_>> = noticed.iter().map(|(case, _)| *case).collect();
    let plan = facts.broken_plan();
    let notice = match noticed.iter().map(|(_, day)| *day).max().map(|day| format::date(lang, day)) {
        // What was said of some invoices is not said of the others.
        Some(day) if cases.len() < facts.cases.len() => {
            format!(
                "impayé depuis l’échéance, et malgré la mise en demeure du {day} pour {}",
                named(lang, &cases)
            )
        }
        Some(day) => format!("impayé malgré la mise en demeure du {day}"),
        None if plan.is_some() => "impayé depuis".to_owned(),
        None => "impayé depuis l’échéance".to_owned(),
    };
    let notice = match plan.and_then(|plan| broken(facts, plan)) {
        Some(broken) => format!("{broken}\u{a0}; {notice}"),
        None => notice,
    };
    let law = if facts.check_french().is_ok() { " (articles 1103 et 1104 du Code civil)" } else { "" };
    format!("{subject}{law}\u{a0}; {invoices}\u{a0}; {notice}")
}

/// A signed plan that was broken: it owns to the debt (C. civ. art. 2240), and made all of it due again.
fn broken(facts: &PaperFacts<'_>, plan: &Plan) -> Option<String> {
    let (signed, ended) =
        (format::date(facts.lang, plan.accepted?), format::date(facts.lang, plan.ended?.on));
    let noticed = facts.notice_of_plan(plan).map(|event| event.date);
    let noticed = noticed.or_else(|| plan.notices.iter().map(|notice| notice.sent).max());
    let after = match noticed.map(|day| format::date(facts.lang, day)) {
        Some(day) => format!(", après la mise en demeure du {day} restée sans effet"),
        None => String::new(),
    };
    Some(format!(
        "échéancier signé le {signed}, valant reconnaissance de la dette, non tenu\u{a0}: tout est redevenu exigible le {ended}{after}"
    ))
}

/// The court by its name, with its place.
fn court(court: Court, seat: &Seat) -> String {
    let place = match seat {
        Seat::France { town, .. } => town.clone(),
        Seat::Abroad { .. } | Seat::Unknown => MissingFact::ClientAddress.marker(Lang::Fr),
    };
    match court {
        Court::EconomicActivities(town) => format!("Tribunal des activités économiques de {town}"),
        Court::Commercial => format!("Tribunal de commerce compétent pour {place}"),
        Court::CommercialChamber => {
            format!("Tribunal judiciaire compétent pour {place}, chambre commerciale")
        }
        Court::Judicial => format!("Tribunal judiciaire compétent pour {place}"),
        Court::Administrative => format!("Tribunal administratif compétent pour {place}"),
    }
}
