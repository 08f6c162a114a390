//! Statement of account (*relevé de compte*): what was invoiced, paid and deducted, what is left by age, what lateness
//! costs besides, how to pay. What is contested is told apart and not asked for; a client in insolvency proceedings is
//! asked for nothing.

use chrono::NaiveDate;

use super::account;
use super::facts::{MOST_NAMED, PaperFacts, one_line};
use super::layout::{self, Named, Written};
use super::refusal::PaperError;
use crate::base::Amount;
use crate::documents::context::{Case, PaperText, TextContext};
use crate::documents::letter::{self, Block, Table};
use crate::documents::missing::MissingFact;
use crate::documents::template::library::STATEMENT;
use crate::domain::claim::Claim;
use crate::domain::party::DebtorKind;
use crate::domain::plan::Plan;
use crate::domain::proceeding::ProceedingKind;
use crate::text::words::labels;
use crate::text::{Lang, format};

pub(super) fn check(facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    facts.check_cases()
}

/// What a statement is told of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StatementTerms {
    /// First day whose movements are told one by one: those before it are one opening balance. All are told where there is
    /// none. The last day is that of the claims.
    pub from: Option<NaiveDate>,
    /// Invoices of which nothing is left are left out.
    pub open_only: bool,
}

/// Something of a claim is left, or too much was paid.
fn is_open((_, claim): &Case<'_>) -> bool {
    claim.total.is_positive() || claim.credit.is_positive()
}

pub(super) fn letter(terms: StatementTerms, facts: &PaperFacts<'_>) -> Result<Written, PaperError> {
    let lang = facts.lang;
    if terms.from.is_some_and(|from| facts.as_of() < from) {
        return Err(PaperError::PeriodReversed);
    }
    let open: Vec<Case<'_>> =
        facts.cases.iter().filter(|case| !terms.open_only || is_open(case)).copied().collect();
    if open.is_empty() {
        return Err(PaperError::NothingOwed);
    }
    let facts = &PaperFacts { cases: &open, ..*facts };
    let disputed = facts.disputed();
    let plan = facts.running_plan();
    let is_planned =
        |case: &Case<'_>| plan.is_some_and(|(plan, _)| plan.invoices.contains(&case.0.invoice.id));
    let is_sold =
        |case: &Case<'_>| case.0.proceeding(facts.today).is_some_and(|one| one.kind == ProceedingKind::Sold);
    // What is asked for here: neither what a plan gives time for, nor what is another’s.
    let free: Vec<Case<'_>> =
        open.iter().filter(|case| !is_planned(case) && !is_sold(case)).copied().collect();
    let own = PaperFacts { cases: &free, ..*facts };
    let undisputed = own.undisputed();
    let penalties = Penalties::of(&undisputed);
    let due_of_plan = plan.map(|(plan, received)| plan.due(received, facts.today)).unwrap_or_default();
    let free_overdue: Amount = own.sum(|claim| claim.principal_left - claim.not_due);
    let asked = match undisputed.iter().map(|claim| claim.principal_left - claim.not_due).sum::<Amount>() {
        principal if principal.is_positive() => principal + due_of_plan,
        _ if due_of_plan.is_positive() => due_of_plan,
        _ => penalties.total(),
    };
    let credit = facts.sum(|claim| claim.credit);
    let insolvent = facts.is_insolvent();
    let asked = if insolvent { Amount::ZERO } else { (asked - credit).or_zero() };
    let assigned: Amount =
        open.iter().filter(|case| is_sold(case)).map(|(_, claim)| claim.principal_left).sum();
    let balance = facts.sum(|claim| claim.principal_left);
    let overdue = if plan.is_some() {
        (free_overdue + due_of_plan).min(balance)
    } else {
        facts.sum(|claim| claim.principal_left - claim.not_due)
    };
    let text = PaperText {
        balance: facts.some(balance),
        overdue: facts.some(overdue),
        not_due: facts.some(balance - overdue),
        planned: plan
            .and_then(|(plan, _)| plan.accepted)
            .map(|on| format::date(lang, on))
            .unwrap_or_default(),
        planned_next: plan.map(|(plan, received)| next_of(plan, received, facts)).unwrap_or_default(),
        assigned: facts.some(assigned),
        shared: assigned < balance,
        asked: facts.some(asked),
        credit: facts.some(credit),
        disputed: facts.some(disputed),
        penalties: facts.some(penalties.total()),
        // What is contested is in the balance, and asked for nowhere: no sum of all is told then.
        owed: if disputed.is_positive() || credit.is_positive() || free.len() < open.len() {
            String::new()
        } else {
            facts.some(balance + penalties.total())
        },
        insolvent,
        from: terms.from.map(|from| format::date(lang, from)).unwrap_or_default(),
        open_only: terms.open_only,
        ..facts.numbered()
    };
    let numbers = text.numbers.clone();
    let mut context = facts.context(facts.cases, facts.today, text);
    if let Some(text) = &mut context.paper {
        text.laws = penalties.laws(facts, &context.running.law, &context.running.law_indemnity);
    }
    let label = if overdue.is_positive() {
        lang.pick("Principal échu", "Principal due")
    } else {
        penalties.label(facts)
    };
    let reference = if insolvent { numbers } else { reference(&own, &undisputed, numbers) };
    let working = if penalties.interest.is_zero() {
        Vec::new()
    } else if free.len() == open.len() {
        letter::annex(&context)
    } else {
        letter::annex(&facts.context(&free, facts.today, facts.numbered()))
    };
    let named: Named = vec![
        ("working", working),
        ("movements", vec![Block::Table(account::movements_table(terms.from, facts))]),
        // What a plan gives time for is not late by the dates of its invoices.
        ("ageing", account::ageing(facts).filter(|_| plan.is_none()).into_iter().collect()),
        ("penalties", vec![Block::Table(penalties.table(facts, &context))]),
        ("payment", vec![layout::payment(&context, (label, &facts.money(asked)), "", &reference)]),
    ];
    let written =
        layout::laid_out(STATEMENT, &context, layout::references(&context, "", &reference), &named)?;
    Ok(layout::with_code(written, facts, asked, &reference))
}

/// The sum of a plan that comes next, or is missing, with its day.
fn next_of(plan: &Plan, received: Amount, facts: &PaperFacts<'_>) -> String {
    let lang = facts.lang;
    let next = plan.rows(received).into_iter().find(|row| row.left().is_positive());
    next.map_or_else(String::new, |row| {
        let (sum, day) = (facts.money(row.left()), format::date_with_weekday(lang, row.due));
        if row.due < facts.today {
            lang.pick(format!("{sum}, attendus depuis le {day}"), format!("{sum}, awaited since {day}"))
        } else {
            lang.pick(format!("{sum}, au plus tard le {day}"), format!("{sum}, by {day}"))
        }
    })
}

/// Characters of a reference that fit a line of the box that says how to pay.
const LINE: usize = 60;

/// Characters of the client’s name in a reference, so that what follows it is never cut off by the 140 a transfer takes.
const NAME: usize = 80;

/// What a transfer is to be told by: the invoices something is asked for; the statement, where they are too many for a line.
fn reference(facts: &PaperFacts<'_>, undisputed: &[Claim], numbers: String) -> String {
    let lang = facts.lang;
    let principal = |claim: &Claim| claim.principal_left - claim.not_due;
    let is_principal = undisputed.iter().any(|claim| principal(claim).is_positive());
    let part = |claim: &Claim| if is_principal { principal(claim) } else { claim.penalties_left() };
    let asked = facts.cases.iter().zip(undisputed).filter(|(_, claim)| part(claim).is_positive());
    let asked: Vec<String> = asked.map(|((case, _), _)| facts.number(&case.invoice.number)).collect();
    let (count, named) = (asked.len(), format::list(lang, &asked));
    if count == 0 {
        numbers
    } else if count <= MOST_NAMED && named.chars().count() <= LINE {
        named
    } else {
        let name: String = one_line(&facts.client.name).chars().take(NAME).collect();
        let day = format::date(lang, facts.today);
        let name = MissingFact::ClientName.or_marker(lang, &name);
        lang.pick(format!("{name}, relevé du {day}"), format!("{name}, statement of {day}"))
    }
}

/// The articles of a provision, and the code they are of.
fn articles(lang: Lang, law: &str) -> Option<(Vec<String>, &str)> {
    let named = law.strip_prefix("articles ").or_else(|| law.strip_prefix("article "))?;
    let at = named.find(lang.pick(" du ", " of the "))?;
    let (articles, code) = named.split_at(at);
    Some((articles.split(lang.pick(" et ", " and ")).map(str::to_owned).collect(), code))
}

/// Two provisions of one code, which is named once: « articles L441-10 et D441-5 du Code de commerce ».
fn one_code(lang: Lang, one: &str, other: &str) -> Option<String> {
    let ((mut all, code), (more, same)) = (articles(lang, one)?, articles(lang, other)?);
    all.extend(more);
    (code == same).then(|| format!("articles {}{code}", format::list(lang, &all)))
}

/// What lateness costs of all that is not contested.
struct Penalties {
    interest: Amount,
    indemnity: Amount,
}

impl Penalties {
    fn of(undisputed: &[Claim]) -> Self {
        Self {
            interest: undisputed.iter().map(|claim| claim.interest_left).sum(),
            indemnity: undisputed.iter().map(|claim| claim.indemnity_left).sum(),
        }
    }

    fn total(&self) -> Amount {
        self.interest + self.indemnity
    }

    /// What they are called together, by the kind of debtor.
    fn label(&self, facts: &PaperFacts<'_>) -> &'static str {
        let lang = facts.lang;
        match facts.client.kind {
            DebtorKind::Business => lang.pick("Pénalités et indemnités", "Interest and fixed sums"),
            DebtorKind::Public if self.indemnity.is_zero() => {
                lang.pick("Intérêts moratoires", "Late-payment interest")
            }
            DebtorKind::Public => {
                lang.pick("Intérêts moratoires et indemnité", "Late-payment interest and fixed sum")
            }
            DebtorKind::Consumer | DebtorKind::Unknown => lang.pick("Intérêts", "Interest"),
        }
    }

    /// The provisions they rest on, each once; a code that two of them are of is named once.
    fn laws(&self, facts: &PaperFacts<'_>, of_interest: &str, of_indemnity: &str) -> String {
        let lang = facts.lang;
        let mut laws: Vec<&str> = Vec::new();
        for (sum, law) in [(self.interest, of_interest), (self.indemnity, of_indemnity)] {
            if sum.is_positive() && !law.is_empty() && !laws.contains(&law) {
                laws.push(law);
            }
        }
        match laws.as_slice() {
            [one, other] => one_code(lang, one, other),
            _ => None,
        }
        .unwrap_or_else(|| laws.join(lang.pick("\u{a0}; ", "; ")))
    }

    fn table(&self, facts: &PaperFacts<'_>, context: &TextContext) -> Table {
        let lang = facts.lang;
        let as_of = format::date(lang, facts.as_of());
        let name = labels::upper_first(&context.late_interest);
        let rows = [
            (name, self.interest),
            (
                lang.pick("Indemnité forfaitaire de recouvrement", "Fixed compensation for recovery costs")
                    .to_owned(),
                self.indemnity,
            ),
        ];
        let rows = rows.into_iter().filter(|(_, sum)| !sum.is_zero());
        let total = lang.pick("Total en plus du principal", "Total on top of the principal").to_owned();
        let head =
            lang.pick(["Somme due en raison du retard", "Montant"], ["Owed because of the delay", "Amount"]);
        let caption = lang.pick(format!("Arrêté au {as_of}"), format!("As at {as_of}"));
        let rows = rows.map(|(name, sum)| vec![name, facts.money(sum)]).collect();
        Table {
            total: Some(vec![total, facts.money(self.total())]),
            ..layout::table(caption, &head, rows, 1)
        }
    }
}
