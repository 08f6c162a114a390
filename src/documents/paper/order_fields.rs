//! The fields of a request for an order for payment, one by one, so that each can be copied into the form. The amount is
//! broken down element by element (CPC art. 1407, read in September 2026).

use super::exhibit::{self, exhibits};
use super::facts::PaperFacts;
use super::order;
use super::refusal::PaperError;
use crate::base::{Amount, dates};
use crate::documents::context::{Case, PaperText, TextContext};
use crate::documents::letter::Block;
use crate::documents::missing::MissingFact;
use crate::domain::court::{Court, Seat, Standing};
use crate::text::words::labels;
use crate::text::{Lang, format};

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

/// The sums asked for: nothing that is contested, and no interest of an invoice some of which is.
pub(super) struct Sums<'a> {
    pub(super) principal: Amount,
    pub(super) interest: Amount,
    pub(super) indemnity: Amount,
    /// The cases in which nothing is contested.
    plain: Vec<Case<'a>>,
}

impl<'a> Sums<'a> {
    pub(super) fn of(facts: &PaperFacts<'a>) -> Self {
        let is_plain = |(case, claim): &&Case<'_>| !case.disputed(claim).is_positive();
        let plain: Vec<Case<'a>> = facts.cases.iter().filter(is_plain).copied().collect();
        let principal = facts
            .cases
            .iter()
            .map(|(case, claim)| claim.principal_left - claim.not_due - case.disputed(claim));
        Self {
            principal: principal.map(Amount::or_zero).sum(),
            interest: plain.iter().map(|(_, claim)| claim.interest_left).sum(),
            indemnity: plain.iter().map(|(_, claim)| claim.indemnity_left).sum(),
            plain,
        }
    }

    pub(super) fn plain(&self) -> &[Case<'a>] {
        &self.plain
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
    // The court reads French, whatever the client does.
    let facts = &PaperFacts { cases: &cases, lang: Lang::Fr, ..*facts };
    let context = facts.context(facts.cases, facts.today, PaperText::default());
    Ok(OrderFields::new(&Sums::of(facts), order::standing(said, facts), facts, &context))
}

impl OrderFields {
    pub(super) fn new(
        sums: &Sums<'_>,
        standing: Standing,
        facts: &PaperFacts<'_>,
        context: &TextContext,
    ) -> Self {
        let lang = facts.lang;
        let (sender, client) = (&context.sender, &context.client);
        let seat = Seat::of(&facts.client.address);
        let as_of = format::date(lang, facts.as_of());
        let professional = standing != Standing::Consumer;
        let unknown = lang.pick("non connu, à compléter", "not known, to be completed");
        let siren = match (professional, client.siren.as_str()) {
            (false, _) => String::new(),
            (true, "") => unknown.to_owned(),
            (true, siren) => siren.to_owned(),
        };
        let rule = match &context.invoice {
            Some(invoice) if !sums.interest.is_zero() && sums.principal.is_positive() => {
                let from = format::date(lang, dates::next_day(facts.as_of()));
                let (principal, rule) = (facts.money(sums.principal), &invoice.rate_rule);
                lang.pick(
                    format!("à compter du {from}, sur {principal}, {rule}"),
                    format!("from {from}, on {principal}, {rule}"),
                )
            }
            _ => String::new(),
        };
        // Where the price is paid, what lateness cost is all there is: the form has no sum to put under the principal.
        let settled = lang.pick("néant\u{a0}: le prix est payé", "none: the price is paid").to_owned();
        let principal = if sums.principal.is_positive() { facts.money(sums.principal) } else { settled };
        let interest = interest_label(context, &as_of);
        let total = lang.pick(format!("Total au {as_of}"), format!("Total as at {as_of}"));
        let fields = [
            (lang.pick("Juridiction", "Court"), court(lang, Court::of(standing, &seat, facts.today), &seat)),
            (lang.pick("Demandeur", "Claimant"), sender.name.clone()),
            (lang.pick("Adresse du demandeur", "Address of the claimant"), sender.address.join(", ")),
            (
                lang.pick("SIREN ou SIRET du demandeur", "SIREN or SIRET of the claimant"),
                sender.siren.clone(),
            ),
            (lang.pick("Téléphone du demandeur", "Telephone of the claimant"), sender.phone.clone()),
            (lang.pick("Adresse électronique du demandeur", "E-mail of the claimant"), sender.email.clone()),
            (lang.pick("Débiteur", "Debtor"), client.name.clone()),
            (
                if professional {
                    lang.pick("Siège du débiteur", "Seat of the debtor")
                } else {
                    lang.pick("Domicile du débiteur", "Home of the debtor")
                },
                client.address.join(", "),
            ),
            (lang.pick("SIREN ou SIRET du débiteur", "SIREN or SIRET of the debtor"), siren),
            (lang.pick("Fondement de la créance", "What the claim rests on"), basis(facts, context)),
            (lang.pick("Somme en principal", "Principal"), principal),
            (&interest, facts.some(sums.interest)),
            (lang.pick("Indemnité forfaitaire", "Fixed compensation"), facts.some(sums.indemnity)),
            (&total, facts.money(sums.total())),
            (lang.pick("Intérêts à courir", "Interest to run"), rule),
            (
                lang.pick("Nombre de pièces", "Number of exhibits"),
                exhibit::count(lang, &exhibits(facts, !sums.interest.is_zero())),
            ),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| OrderField { label: label.to_owned(), value });
        Self(fields.collect())
    }

    /// As a block of a letter.
    pub(super) fn block(self) -> Block {
        Block::Fields(self.0.into_iter().map(|field| (field.label, field.value)).collect())
    }
}

fn interest_label(context: &TextContext, as_of: &str) -> String {
    let interest = labels::upper_first(&context.late_interest);
    context.lang.pick(format!("{interest} au {as_of}"), format!("{interest} as at {as_of}"))
}

/// The contract, the invoices, and that they are not paid.
fn basis(facts: &PaperFacts<'_>, context: &TextContext) -> String {
    let lang = facts.lang;
    let invoices = facts.cases.iter().map(|(case, _)| {
        let number = facts.number(&case.invoice.number);
        let (issued, due) = (format::date(lang, case.invoice.issued), format::date(lang, case.invoice.due));
        lang.pick(
            format!("facture n°\u{a0}{number} du {issued}, échue le {due}"),
            format!("invoice {number} of {issued}, due on {due}"),
        )
    });
    let invoices = invoices.collect::<Vec<_>>().join(lang.pick("\u{a0}; ", "; "));
    let subject = match facts.subject().as_str() {
        "" => lang.pick("Contrat", "Contract").to_owned(),
        subject => lang.pick(format!("Contrat\u{a0}: {subject}"), format!("Contract: {subject}")),
    };
    let notices = facts.cases.iter().filter_map(|(case, _)| case.last_formal_notice(facts.today));
    let notice = match notices.map(|notice| notice.date).max().map(|day| format::date(lang, day)) {
        Some(day) => lang.pick(
            format!("impayé malgré la mise en demeure du {day}"),
            format!("unpaid despite the formal notice of {day}"),
        ),
        None => lang.pick("impayé malgré l’échéance", "unpaid although due").to_owned(),
    };
    let law =
        if context.law_interest.is_empty() { String::new() } else { format!(" ({})", context.law_interest) };
    lang.pick(
        format!("{subject}\u{a0}; {invoices}\u{a0}; {notice}{law}"),
        format!("{subject}; {invoices}; {notice}{law}"),
    )
}

/// The court by its name, with its place.
pub(super) fn court(lang: Lang, court: Court, seat: &Seat) -> String {
    let place = match seat {
        Seat::France { town, .. } => town.clone(),
        Seat::Abroad { .. } | Seat::Unknown => MissingFact::ClientAddress.marker(lang),
    };
    match (court, lang) {
        (Court::EconomicActivities(town), Lang::Fr) => {
            format!("Tribunal des activités économiques de {town}")
        }
        (Court::EconomicActivities(town), Lang::En) => {
            format!("Tribunal des activités économiques (commercial court) of {town}")
        }
        (Court::Commercial, Lang::Fr) => format!("Tribunal de commerce compétent pour {place}"),
        (Court::Commercial, Lang::En) => format!("Tribunal de commerce (commercial court) for {place}"),
        (Court::CommercialChamber, Lang::Fr) => {
            format!("Tribunal judiciaire compétent pour {place}, chambre commerciale")
        }
        (Court::CommercialChamber, Lang::En) => {
            format!("Tribunal judiciaire for {place}, commercial chamber")
        }
        (Court::Judicial, Lang::Fr) => format!("Tribunal judiciaire compétent pour {place}"),
        (Court::Judicial, Lang::En) => format!("Tribunal judiciaire for {place}"),
        (Court::Administrative, Lang::Fr) => format!("Tribunal administratif compétent pour {place}"),
        (Court::Administrative, Lang::En) => format!("Administrative court for {place}"),
    }
}
