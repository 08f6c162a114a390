//! Money of a plan over several invoices that stands on one of them and is another’s.

use chrono::NaiveDate;

use crate::app::book::Book;
use crate::app::effect::Edit;
use crate::app::record::Record;
use crate::app::update::{Refusal, case};
use crate::base::order::insert_in_order;
use crate::base::{Amount, PlanId};
use crate::domain::case_file::CaseFile;
use crate::domain::movement::{Movement, MovementKind};

/// The payments of a plan, the latest first, cut down to what is their invoice’s; what is cut off goes to the invoices that
/// want for it, as a payment of the same day and reference.
pub(super) fn share_out(book: &Book, id: PlanId, today: NaiveDate) -> Result<Vec<Edit>, Refusal> {
    let plan = book.plan(id).ok_or(Refusal::NotFound)?;
    if !plan.is_running() {
        return Err(Refusal::PlanNotRunning);
    }
    let moves = book.misplaced(plan, today).ok_or(Refusal::NotFound)?;
    let mut cases = moves.iter().map(|(id, _)| case(book, *id)).collect::<Result<Vec<_>, _>>()?;
    let mut cut: Vec<Movement> = Vec::new();
    for (case, (_, away)) in cases.iter_mut().zip(&moves) {
        cut.extend(cut_off(case, *away, plan.proposed, today));
    }
    let mut next = book.next_movement();
    for (case, (_, away)) in cases.iter_mut().zip(&moves) {
        let mut wanting = (Amount::ZERO - *away).or_zero();
        for from in &mut cut {
            let amount = from.amount.min(wanting);
            if amount.is_positive() {
                from.amount -= amount;
                wanting -= amount;
                let part = Movement { id: next, amount, ..from.clone() };
                next = next.next();
                insert_in_order(&mut case.movements, part, |movement| (movement.date, movement.id));
            }
        }
    }
    Ok(cases.into_iter().map(|case| Edit::put(book, Record::Case(case))).collect())
}

/// Takes so much off the payments a case got after a day, the latest first; what was taken off of each.
fn cut_off(case: &mut CaseFile, away: Amount, after: NaiveDate, today: NaiveDate) -> Vec<Movement> {
    let (mut left, mut cut) = (away, Vec::new());
    for movement in case.movements.iter_mut().rev() {
        let is_of_plan =
            movement.kind == MovementKind::Payment && after < movement.date && movement.date <= today;
        let amount = movement.amount.min(left);
        if is_of_plan && amount.is_positive() {
            movement.amount -= amount;
            left -= amount;
            cut.push(Movement { amount, ..movement.clone() });
        }
    }
    case.movements.retain(|movement| movement.amount.is_positive());
    cut
}
