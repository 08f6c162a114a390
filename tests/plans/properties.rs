//! What holds of any plan: it comes to the claim, and broken it is as if there had been none.

use proptest::prelude::*;

use super::*;

fn terms() -> impl Strategy<Value = (Penalties, InterestDuring)> {
    (0..Penalties::ALL.len(), 0..InterestDuring::ALL.len())
        .prop_map(|(penalties, interest)| (Penalties::ALL[penalties], InterestDuring::ALL[interest]))
}

/// Every way to divide a sum, with figures that make a plan.
fn divisions() -> impl Strategy<Value = (DividedBy, String)> {
    prop_oneof![
        (1_u32..40).prop_map(|count| (DividedBy::Count, count.to_string())),
        (20_000_i64..400_000).prop_map(|cents| (DividedBy::Each, Amount::from_cents(cents).to_string())),
        (0_u64..700).prop_map(|days| {
            let until = day("2026-07-01") + chrono::Days::new(days);
            (DividedBy::Until, relance::text::format::date_digits(until))
        }),
    ]
}

/// Another invoice of the same client, due on a day.
fn due_on(number: &str, due: &str) -> Command {
    let amount = Amount::from_cents(120_000);
    Command::SaveInvoice(None, InvoiceDraft::new("Atelier Brun", number, day("2026-05-20"), day(due), amount))
}

/// One invoice or two, with a part paid before.
fn debts(second: bool, paid: i64) -> Book {
    let mut book = owing();
    if second {
        run(&mut book, invoice("Atelier Brun", "2"), "2026-02-14").unwrap();
    }
    if paid > 0 {
        pay(&mut book, ONE, paid, "2026-05-04");
    }
    book
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// What a plan spreads and what stays owed beside it is the claim, or the claim less what is given up if it is kept:
    /// for every variant of its terms.
    #[test]
    fn the_sum_of_a_plan_is_the_claim(
        (penalties, interest) in terms(),
        second: bool,
        paid in 0_i64..300_000,
        (by, typed) in divisions(),
        rhythm in prop::sample::select(Rhythm::ALL.to_vec()),
        moved: bool,
        not_due: bool,
        contested in prop_oneof![Just(0_i64), 1_i64..400_000],
        whole: bool,
        down in 0_i64..50_000,
    ) {
        let mut book = debts(second, paid);
        if not_due {
            // One that falls due within the plan.
            run(&mut book, due_on("3", "2026-07-20"), "2026-05-20").unwrap();
        }
        let on = day("2026-06-01");
        if contested > 0 {
            contest(&mut book, contested.min(348_000), "2026-05-25");
        }
        let desk = PlanDesk::of(&book, ONE, on).unwrap();
        let down = if down > 0 { Amount::from_cents(down).to_string() } else { String::new() };
        let mut form =
            PlanForm { penalties, interest, by, rhythm, moved, down, whole, ..PlanForm::start(&desk, Lang::Fr) };
        form.first = "01/07/2026".to_owned();
        match by {
            DividedBy::Count => form.count = typed,
            DividedBy::Each => form.each = typed,
            DividedBy::Until => form.until = typed,
        }
        let claims: Vec<_> = book.cases().map(|case| {
            let claim = book.claim(case, on);
            if whole { claim } else { case.undisputed(book.debtor_of(case).kind, &claim) }
        }).collect();
        let Some(proposal) = form.parse(&desk, on).0 else {
            // All of it is contested and left out, or what is left is paid down.
            let principal: Amount = claims.iter().map(|claim| claim.principal_left).sum();
            prop_assert!(principal <= Amount::from_cents(50_000));
            return Ok(());
        };
        let draft = &proposal.draft;
        let sums: Amount = draft.down_payment.iter().chain(&draft.instalments).map(|one| one.amount).sum();
        let owed: Amount = claims.iter().map(Claim::balance).sum();
        let given: Amount = match penalties {
            Penalties::WaivedIfKept => claims.iter().map(Claim::penalties_left).sum(),
            Penalties::Included | Penalties::Frozen => Amount::ZERO,
        };
        prop_assert_eq!(sums, proposal.amount);
        prop_assert_eq!(sums + proposal.beside + given, owed);
        // What a kept variant comes to in all: its sums, what is beside it, and interest that goes on, never more.
        let accrued = desk.accrued(book.rates(), draft);
        if interest == InterestDuring::Stops {
            prop_assert_eq!(accrued, Amount::ZERO, "nothing is added while it is kept");
        }
        // What stays beside it that day is what the book says once it is noted.
        let mut book = book;
        plan(&mut book, PlanCommand::Propose(draft.clone()), "2026-06-01").unwrap();
        let beside = book.beside(book.plan(PLAN).unwrap(), on).map(|one| one.amount).unwrap_or_default();
        prop_assert_eq!(beside, proposal.beside);
    }

    /// Whatever was agreed and whatever part of it came: once it is broken, the claim is on every day what it would be
    /// without it.
    #[test]
    fn a_broken_plan_leaves_the_claim_as_if_there_had_been_none(
        (penalties, interest) in terms(),
        second: bool,
        part in 0_i64..100_000,
        later in 0_u32..400,
    ) {
        let mut book = debts(second, 0);
        let on = day("2026-06-01");
        let desk = PlanDesk::of(&book, ONE, on).unwrap();
        let form = PlanForm { penalties, interest, ..PlanForm::start(&desk, Lang::Fr) };
        let proposal = form.parse(&desk, on).0.unwrap();
        let mut without = book.clone();
        plan(&mut book, PlanCommand::Propose(proposal.draft), "2026-06-01").unwrap();
        plan(&mut book, accept(PLAN, "2026-06-01"), "2026-06-01").unwrap();
        if part > 0 {
            pay(&mut book, ONE, part, "2026-06-10");
            pay(&mut without, ONE, part, "2026-06-10");
        }
        run(&mut book, notice_sent("2026-06-25", "2026-07-03"), "2026-06-25").unwrap();
        plan(&mut book, PlanCommand::End(PLAN, End::Broken, day("2026-07-06")), "2026-07-06").unwrap();
        let then = relance::base::dates::add_days(day("2026-07-06"), later);
        let claims = |book: &Book| book.cases().map(|case| book.claim(case, then)).collect::<Vec<_>>();
        for (broken, plain) in claims(&book).into_iter().zip(claims(&without)) {
            prop_assert_eq!((broken.total, broken.interest), (plain.total, plain.interest));
        }
        let told = |book: &Book| today::day(book, then).totals[0].1.penalties;
        let penalties: Amount = claims(&without).iter().map(Claim::penalties_left).sum();
        prop_assert_eq!(told(&book), penalties);
    }
}
