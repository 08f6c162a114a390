//! What an order for payment costs, and the times after it. Sums change every year and were not all read at their source:
//! each row has the day it was read, and says where it is still to be checked.

use chrono::NaiveDate;

use super::facts::PaperFacts;
use super::layout::table;
use crate::documents::letter::Table;
use crate::domain::court::{Court, Seat};
use crate::domain::court_fee::{self, Fee, FeeKind};
use crate::domain::payment_order::{months_to_serve, serve_by};
use crate::text::{Lang, format};

/// What is paid for, in both languages.
type Named = (&'static str, &'static str);

const CLERK: Named = ("Greffe, à régler dans les quinze jours", "Clerk’s fee, within fifteen days");
const NO_CLERK: Named = ("Greffe", "Clerk’s fee");
const LEGAL_AID: Named = ("Contribution pour l’aide juridique", "Contribution to legal aid");
const LAWYER: Named = ("Avocat pour la requête", "Lawyer for the application");
const SERVICE: Named = ("Remise de l’ordonnance au débiteur", "Having the order served");

/// First day on which no order made before 1 September 2026 can be served any more.
const BOTH_UNTIL: NaiveDate = match NaiveDate::from_ymd_opt(2027, 3, 2) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// What it costs before a court.
pub(super) fn costs(lang: Lang, court: Court) -> Table {
    let mut rows: Vec<Vec<String>> = court_fee::fees(court).iter().map(|fee| row(lang, fee)).collect();
    let lawyer = lang.pick(
        "facultatif, et sur opposition jusqu’à 10\u{202f}000\u{a0}€",
        "not needed, nor on opposition up to €10,000",
    );
    let lawyer_source = lang.pick("CPC art. 761 et 853", "CPC art. 761 and 853");
    // Before what is paid last, the service of the order.
    rows.insert(rows.len().saturating_sub(1), cells(lang, LAWYER, lawyer.to_owned(), (lawyer_source, true)));
    let head = lang.pick(["Frais", "Montant", "Source", "Lu en"], ["Cost", "Amount", "Source", "Read in"]);
    let caption = lang.pick("Frais à avancer", "Costs to be advanced").to_owned();
    table(caption, &head, rows, 4)
}

fn row(lang: Lang, fee: &Fee) -> Vec<String> {
    let (low, high) = (fee.low.cents() / 100, fee.high.cents() / 100);
    let (named, sum) = match fee.kind {
        FeeKind::Clerk if fee.high.is_zero() => (NO_CLERK, lang.pick("rien", "none").to_owned()),
        FeeKind::Clerk => (
            CLERK,
            lang.pick(
                format!("environ {low} à {high}\u{a0}€ TTC"),
                format!("about €{low} to €{high} incl. VAT"),
            ),
        ),
        FeeKind::LegalAid => (
            LEGAL_AID,
            lang.pick(
                format!("{low}\u{a0}€, si elle s’applique à cette requête"),
                format!("€{low}, if it is due on this application"),
            ),
        ),
        FeeKind::Service => {
            (SERVICE, lang.pick(format!("environ {low} à {high}\u{a0}€"), format!("about €{low} to €{high}")))
        }
    };
    cells(lang, named, sum, (court_fee::source(fee.source, lang), fee.confirmed))
}

fn cells(
    lang: Lang,
    (french, english): Named,
    sum: String,
    (source, confirmed): (&str, bool),
) -> Vec<String> {
    let doubt = if confirmed { "" } else { lang.pick(", à vérifier", ", to be checked") };
    let read = format!("{}{doubt}", format::month_of_year(lang, court_fee::READ));
    vec![lang.pick(french, english).to_owned(), sum, source.to_owned(), read]
}

/// The times after the order, with the day by which one made today would have to be served.
pub(super) fn times(facts: &PaperFacts<'_>, court: Court, seat: &Seat) -> Table {
    let (lang, today) = (facts.lang, facts.today);
    let region = seat.region();
    let months = months_to_serve(today);
    let by = format::date(lang, serve_by(today, region));
    // Both times run side by side until the last of the older orders is void.
    let older = if today < BOTH_UNTIL {
        lang.pick(
            "\u{a0}; 6 mois si elle date d’avant le 1er\u{a0}septembre 2026",
            "; 6 months if it is older than 1\u{a0}September 2026",
        )
    } else {
        ""
    };
    let decree = lang.pick("décret n°\u{a0}2026-96", "decree no.\u{a0}2026-96");
    let service = format!("CPC art. 1411, {decree}");
    let opposed = if court.is_commercial() {
        (
            lang.pick("quinze jours pour consigner les frais", "fifteen days to advance the costs")
                .to_owned(),
            "CPC art. 1425",
        )
    } else {
        (
            lang.pick(
                "au-delà de 10\u{202f}000\u{a0}€, quinze jours pour prendre un avocat",
                "above €10,000, fifteen days to appoint a lawyer",
            )
            .to_owned(),
            "CPC art. 1418",
        )
    };
    let rows = [
        (
            lang.pick("La requête est rejetée", "The application is refused"),
            (
                lang.pick("pas de recours\u{a0}; une demande ordinaire reste possible", "no appeal; an ordinary claim remains possible")
                    .to_owned(),
                "CPC art. 1409",
            ),
        ),
        (
            lang.pick("L’ordonnance est remise au débiteur", "The order is served on the debtor"),
            (
                lang.pick(
                    format!("{months} mois au plus, sinon elle est sans effet\u{a0}; rendue ce jour, avant la fin du {by}{older}"),
                    format!("within {months} months, or it has no effect; made today, by the end of {by}{older}"),
                ),
                service.as_str(),
            ),
        ),
        (
            lang.pick("Le débiteur fait opposition", "The debtor opposes it"),
            (
                lang.pick(
                    "un mois après la remise en personne\u{a0}; sinon, un mois après le premier acte reçu en personne ou la première mesure sur ses biens",
                    "one month after service in person; otherwise one month after the first act received in person or the first measure on the debtor’s property",
                )
                .to_owned(),
                "CPC art. 1416",
            ),
        ),
        (
            lang.pick("Le greffe annonce l’opposition", "The clerk tells of the opposition"),
            (
                lang.pick(
                    "un mois\u{a0}; sans nouvelle deux mois après la remise, l’exécution peut suivre",
                    "one month; if nothing is heard two months after service, enforcement may follow",
                )
                .to_owned(),
                decree,
            ),
        ),
        (lang.pick("Après une opposition", "After an opposition"), opposed),
        (
            lang.pick("Comment compter", "How to count"),
            (
                lang.pick(
                    "de quantième à quantième\u{a0}; un délai qui finit un samedi, un dimanche ou un jour férié va jusqu’au jour ouvrable suivant",
                    "from a date to the same date; a time that ends on a Saturday, a Sunday or a public holiday ends on the next working day",
                )
                .to_owned(),
                "CPC art. 641, 642",
            ),
        ),
    ];
    let rows = rows.into_iter().map(|(step, (time, source))| vec![step.to_owned(), time, source.to_owned()]);
    let head = lang.pick(["Étape", "Délai", "Source"], ["Step", "Time limit", "Source"]);
    let read = format::month_of_year(lang, court_fee::READ);
    let caption =
        lang.pick(format!("Après l’ordonnance (lu en {read})"), format!("After the order (read in {read})"));
    table(caption, &head, rows.collect(), 3)
}
