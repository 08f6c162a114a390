//! Notice of termination for non-payment (*résolution par notification*): C. civ. art. 1224 and 1226, read in copies in
//! November 2026. The creditor ends the contract at its own risk: after a formal notice that gave a reasonable time and said
//! that the contract could be ended, by a notice with its reasons; the debtor may go to court, where the creditor proves that
//! the default is grave enough. What was done under the contract stays owed.
//!
//! A public buyer is refused: a firm may not end an administrative contract for non-payment unless it says so (recalled,
//! to be checked: CE 8 October 2014, n° 370644). So is a debtor in insolvency proceedings: a contract that runs is not ended
//! for debts older than these (C. com. art. L622-13, recalled, to be checked).

use chrono::NaiveDate;

use super::facts::PaperFacts;
use super::layout::{self, Named, Written};
use super::refusal::PaperError;
use crate::base::dates;
use crate::documents::context::{Case, PaperText};
use crate::documents::letter::{self, Block};
use crate::documents::template::library::TERMINATION;
use crate::domain::author::Author;
use crate::domain::contract::Law;
use crate::domain::event::{Channel, Event};
use crate::domain::party::{Client, DebtorKind};
use crate::domain::posting::Returned;
use crate::text::Lang;
use crate::text::format;

/// Words by which a formal notice says that the contract may end, in lower case.
const WARNINGS: [&str; 6] =
    ["résoudre", "résolution", "résili", "fin au contrat", "terminat", "end the contract"];

/// Days a formal notice gives as a rule: waited for where it is not known what this one gave.
const USUAL_DAYS: u32 = 8;

/// Whether a formal notice may say that the contract can be ended if it is not obeyed, so that it can be afterwards: under
/// French law, to a firm or a consumer who has not paid the price, and not in insolvency proceedings. An unknown kind of client might be a public
/// buyer.
#[must_use]
pub fn may_announce(client: &Client, cases: &[Case<'_>], as_of: NaiveDate) -> bool {
    let is_french = |(case, _): &Case<'_>| case.invoice.contract.law == Law::French;
    let is_unpaid = |(_, claim): &Case<'_>| (claim.principal_left - claim.not_due).is_positive();
    // Once the time to sue is over nothing is announced any more.
    let is_barred = |(case, _): &Case<'_>| {
        case.limitation(client.debtor(), as_of).is_some_and(|known| known.expires < as_of)
    };
    matches!(client.kind, DebtorKind::Business | DebtorKind::Consumer)
        && !cases.iter().all(is_barred)
        && client.insolvency.is_none_or(|opened| as_of < opened)
        && cases.iter().any(is_unpaid)
        && cases.iter().all(is_french)
}

pub(super) fn check(facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    facts.check_cases()?;
    facts.check_french()?;
    if facts.client.kind == DebtorKind::Public {
        return Err(PaperError::PublicContract);
    }
    if facts.is_insolvent() {
        return Err(PaperError::Insolvent);
    }
    facts.check_own()?;
    facts.check_late()?;
    facts.check_uncontested()?;
    facts.check_no_plan()?;
    if !facts.sum(|claim| claim.principal_left - claim.not_due).is_positive() {
        return Err(PaperError::PricePaid);
    }
    let notice = notice(facts).ok_or(PaperError::NoFormalNotice)?;
    let end = last_day(notice).unwrap_or_else(|| dates::add_days(notice.date, USUAL_DAYS));
    if facts.today <= end {
        return Err(PaperError::NoticeRunning(end));
    }
    if !notice.text.body.trim().is_empty() && !warns(notice) {
        return Err(PaperError::NoticeWithoutWarning);
    }
    Ok(())
}

/// The last day a formal notice gave; none where it is not known.
fn last_day(notice: &Event) -> Option<NaiveDate> {
    Some(notice.deadline).filter(|last| notice.date < *last)
}

/// The last formal notice of these cases.
pub(super) fn notice<'a>(facts: &PaperFacts<'a>) -> Option<&'a Event> {
    let notices = facts.cases.iter().filter_map(|(case, claim)| case.notice_of_unpaid(claim));
    notices.max_by_key(|notice| (notice.date, notice.id))
}

/// How a notice that was not received was presented and came back.
fn came_back(lang: Lang, notice: &Event) -> String {
    let presented = notice.posting.presented.map(|day| {
        let day = format::date(lang, day);
        lang.pick(format!("présentée le {day}"), format!("presented on {day}"))
    });
    let returned = notice.posting.returned.map(|why| match why {
        Returned::Refused => lang.pick("refusée", "refused").to_owned(),
        Returned::NotCollected => {
            lang.pick("revenue sans avoir été retirée", "returned without having been collected").to_owned()
        }
    });
    let said: Vec<String> = [presented, returned].into_iter().flatten().collect();
    said.join(lang.pick(" et ", " and "))
}

/// The notice, as it is kept, says that the contract may end (art. 1226 al. 2).
pub(super) fn warns(notice: &Event) -> bool {
    let body = notice.text.body.to_lowercase();
    WARNINGS.iter().any(|words| body.contains(words))
}

pub(super) fn letter(facts: &PaperFacts<'_>) -> Result<Written, PaperError> {
    let lang = facts.lang;
    let late = facts.late();
    let facts = &PaperFacts { cases: &late, ..*facts };
    let notice = notice(facts).ok_or(PaperError::NoFormalNotice)?;
    let text = PaperText {
        day: format::date(lang, notice.date),
        received: notice.received.map(|day| format::date(lang, day)).unwrap_or_default(),
        came_back: came_back(lang, notice),
        last_day: last_day(notice).map(|day| format::date(lang, day)).unwrap_or_default(),
        warned: warns(notice),
        by: match notice.text.by {
            Author::Own => "",
            Author::Counsel => lang.pick("mon conseil", "my adviser"),
            Author::Officer => lang.pick("un commissaire de justice", "a judicial officer"),
        }
        .to_owned(),
        subject: facts.subject(),
        ..facts.numbered()
    };
    let numbers = text.numbers.clone();
    let context = facts.context(facts.cases, facts.today, text);
    let label = format!("{} {}", lang.pick("Montant arrêté au", "Amount as at"), context.as_of);
    let working = if context.interest.is_empty() { Vec::new() } else { letter::annex(&context) };
    let named: Named = vec![
        ("invoices", vec![Block::Table(letter::invoices(&context))]),
        ("payment", vec![layout::payment(&context, (&label, &context.total), "", &numbers)]),
        ("working", working),
    ];
    let sending = letter::sending(lang, Channel::RegisteredPost);
    let written =
        layout::laid_out(TERMINATION, &context, layout::references(&context, sending, &numbers), &named)?;
    Ok(layout::with_code(written, facts, context.sums.total, &numbers))
}
