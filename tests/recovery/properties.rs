//! What holds of any claim and any assumption.

use super::*;

/// What comes first is what the way waits for; before suing somebody of unknown kind, it is to say what they are.
fn waits_for(at: &Situation, one: &Prospect, first: Condition) -> bool {
    match one.availability {
        Availability::Open | Availability::Closed(_) => false,
        _ if at.asks_kind(one.route) => first == Condition::KindKnown,
        Availability::After(step) => first == step && first.is_step(),
        Availability::ToCheck(question) => first == question && !first.is_step(),
    }
}

fn a_situation() -> impl Strategy<Value = Situation> {
    let notice = prop_oneof![
        Just(Notice::None),
        Just(Notice::Runs(day("2026-12-05"))),
        Just(Notice::Over(day("2026-11-20")))
    ];
    let seat = prop_oneof![
        4 => Just(grenoble()),
        1 => Just(Seat::Abroad { union: true }),
        1 => Just(Seat::Abroad { union: false }),
        1 => Just(Seat::Unknown)
    ];
    let debtor = prop::sample::select(vec![
        DebtorKind::Business,
        DebtorKind::Consumer,
        DebtorKind::Public,
        DebtorKind::Unknown,
    ]);
    let reason = prop::option::of(prop::sample::select(vec![
        Unpaid::Cash,
        Unpaid::BadFaith,
        Unpaid::Closed,
        Unpaid::Lost,
    ]));
    (
        (0_i64..2_000_000, 0_i64..100, 0_i64..60_000, 1_u64..900),
        (notice, seat, debtor, reason),
        (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()),
        (0_usize..6, 0_i64..300_000, prop::option::weighted(0.3, prop::option::of(0_i64..2_000_000))),
    )
        .prop_map(|(sums, facts, flags, (reminders, spent, title))| {
            let ((principal, contested, accessories, days), (notice, seat, debtor, reason)) = (sums, facts);
            let principal = Amount::from_cents(principal);
            let today = day("2026-11-29");
            let due: NaiveDate = today.checked_sub_days(Days::new(days)).unwrap();
            Situation {
                debtor,
                standing: if debtor == DebtorKind::Business { Standing::Trader } else { Standing::Consumer },
                seat,
                principal,
                contested: Percent::nearest(contested.max(50) * 2 - 100).of(principal),
                accessories: Amount::from_cents(accessories),
                interest: Amount::from_cents(accessories),
                interest_uncontested: Amount::from_cents(accessories),
                due,
                contact: match flags {
                    (true, ..) => Contact::Recorded,
                    (_, true, ..) => Contact::Excused,
                    _ => Contact::None,
                },
                reminders,
                notice,
                promise_broken: flags.2,
                reason,
                acknowledged: flags.3,
                spent: Amount::from_cents(spent),
                at_stake: principal + Amount::from_cents(accessories),
                expires: late().expires.filter(|_| days % 5 != 0),
                title: title.map(|sum| Title {
                    kind: ActKind::EnforceableDecision,
                    since: due,
                    sum: sum.map(Amount::from_cents),
                    comes_next: true,
                }),
                ..late()
            }
        })
}

fn some_assumptions() -> impl Strategy<Value = Assumptions> {
    let share = || prop::option::of((0_u32..=100).prop_map(|share| Percent::nearest(share.into())));
    (prop::option::of(0_i64..20_000), share(), share(), share(), share()).prop_map(
        |(hourly, stop, young, agency, spread)| {
            let shares =
                [(Quoted::AtThreeMonths, young), (Quoted::AgencySmall, agency), (Quoted::Spread, spread)];
            Assumptions {
                hourly: hourly.map(Amount::from_cents),
                alert: stop.map(|_| Percent::ZERO),
                stop,
                shares: shares.into_iter().filter_map(|(quoted, share)| Some((quoted, share?))).collect(),
            }
        },
    )
}

proptest! {
    #[test]
    fn more_chance_never_brings_less(at in a_situation(), own in some_assumptions()) {
        for one in prospects(&at, FactFile::builtin(), &own, &Outlook::default()) {
            let nets: Vec<Amount> = (0..=100).map(|chance| one.net_at(Percent::nearest(chance))).collect();
            prop_assert!(nets.is_sorted(), "{:?}", one.route);
            if let Some(net) = one.net {
                prop_assert_eq!(net.expected, one.net_at(one.chance.value));
                prop_assert!(net.low <= net.expected && net.expected <= net.high, "{:?} {:?}", one.route, net);
            }
        }
    }

    /// As it is counted: a chance the user gives, through everything that is made of it.
    #[test]
    fn a_chance_of_ones_own_never_brings_less_when_it_is_higher(at in a_situation(), own in some_assumptions()) {
        for route in RecoveryRoute::ALL.into_iter().filter(|route| *route != RecoveryRoute::WriteOff) {
            let net = |chance| {
                let outlook = Outlook::default().with_chance(route, Percent::new(chance));
                let all = prospects(&at, FactFile::builtin(), &own, &outlook);
                let one = all.into_iter().find(|one| one.route == route).unwrap();
                (one.chance.value, one.net.map(|net| (net.low, net.expected, net.high)))
            };
            let nets: Vec<_> = (0..=100).step_by(10).map(net).collect();
            for pair in nets.windows(2) {
                prop_assert!(pair[0].0 < pair[1].0, "it counts");
                if let (Some(less), Some(more)) = (pair[0].1, pair[1].1) {
                    prop_assert!(less.0 <= more.0 && less.1 <= more.1 && less.2 <= more.2, "{route:?}");
                }
            }
        }
    }

    /// A quote takes the place of what is estimated, and every cent of it is one less.
    #[test]
    fn a_dearer_quote_brings_less(at in a_situation(), own in some_assumptions(), less in 0_i64..500_000, more in 1_i64..500_000) {
        for route in RecoveryRoute::ALL.into_iter().filter(|route| route.is_quoted()) {
            let of = |cents| {
                let outlook = Outlook { quotes: [(route, Amount::from_cents(cents))].into(), ..Outlook::default() };
                let all = prospects(&at, FactFile::builtin(), &own, &outlook);
                all.into_iter().find(|one| one.route == route).unwrap()
            };
            let (cheap, dear) = (of(less), of(less + more));
            let (cheaper, dearer) = (cheap.net.unwrap(), dear.net.unwrap());
            let step = Amount::from_cents(more);
            prop_assert_eq!(cheaper.expected - dearer.expected, step, "{:?}", route);
            prop_assert_eq!(cheaper.low - dearer.low, step);
            prop_assert_eq!(cheaper.high - dearer.high, step);
            prop_assert!(dear.break_even().is_none_or(|dear| cheap.break_even().unwrap() <= dear));
            prop_assert!(dear.expenses.is_empty() && dear.optional.is_empty() && !dear.clerk_unknown);
        }
    }

    /// With a title, and whatever was spent before: no other title is bought, and none is enforced at a loss.
    #[test]
    fn no_advice_buys_a_second_title(at in a_situation(), own in some_assumptions(), spent in 0_i64..5_000_000) {
        let at = Situation { spent: Amount::from_cents(spent), ..at };
        let all = prospects(&at, FactFile::builtin(), &own, &Outlook::default());
        let known = advice(&at, &all, &own);
        let ways = match known {
            Advice::Take { route, then, .. } => vec![Some(route), then.map(|(to, _)| to)],
            Advice::Prepare { route, .. } => vec![Some(route)],
            _ => Vec::new(),
        };
        for route in ways.into_iter().flatten() {
            prop_assert!(at.title.is_none() || !route.seeks_title(), "{known:?}");
            prop_assert!(at.title.is_some() || route != RecoveryRoute::Enforcement, "{known:?}");
            let one = all.iter().find(|one| one.route == route).unwrap();
            prop_assert!(one.fixed.high <= one.recovered && one.recovered <= at.claimed());
            let sum = at.title.and_then(|title| title.sum);
            let granted = sum.is_none_or(|sum| one.recovered <= sum);
            prop_assert!(granted || route != RecoveryRoute::Enforcement, "no more than was granted");
        }
    }

    #[test]
    fn break_even_is_where_nothing_is_lost(at in a_situation(), own in some_assumptions()) {
        for one in prospects(&at, FactFile::builtin(), &own, &Outlook::default()) {
            match one.break_even() {
                Some(chance) => {
                    prop_assert!(Amount::ZERO <= one.net_at(chance));
                    if Percent::ZERO < chance {
                        let below = Percent::nearest(i64::from(chance.value()) - 1);
                        prop_assert!(one.net_at(below) < Amount::ZERO);
                    }
                }
                None => prop_assert!(one.net_at(Percent::ALL) < Amount::ZERO),
            }
        }
    }

    #[test]
    fn no_advice_spends_more_than_can_be_recovered(at in a_situation(), own in some_assumptions()) {
        let all = prospects(&at, FactFile::builtin(), &own, &Outlook::default());
        let find = |route| all.iter().find(|one| one.route == route).unwrap();
        match advice(&at, &all, &own) {
            Advice::Take { route, net, then, .. } => {
                let one = find(route);
                prop_assert_eq!(one.availability, Availability::Open);
                prop_assert!(one.fixed.high <= one.recovered && one.recovered <= at.claimed());
                prop_assert!(net.expected.is_positive() && one.facts.advisable);
                if let Some(more) = beyond(&at, &all, &own, &advice(&at, &all, &own)) {
                    prop_assert!(net.expected < more.net.expected && more.limit <= more.adds);
                }
                prop_assert!(own.level(one.fixed.expected, at.at_stake) != Level::Stop);
                if let Some((later, first)) = then {
                    // What is advised for later costs no more than it can bring either.
                    prop_assert!(find(later).fixed.high <= find(later).recovered);
                    prop_assert!(find(later).recovered <= at.claimed());
                    prop_assert!(waits_for(&at, find(later), first));
                    prop_assert!(net.expected < find(later).net.unwrap().expected);
                }
            }
            Advice::Prepare { route, first, .. } => {
                let one = find(route);
                prop_assert!(waits_for(&at, one, first));
                prop_assert!(one.fixed.high <= one.recovered && one.recovered <= at.claimed());
            }
            _ => {}
        }
    }

    #[test]
    fn what_was_spent_moves_no_advice(at in a_situation(), own in some_assumptions(), spent in 0_i64..5_000_000) {
        let all = prospects(&at, FactFile::builtin(), &own, &Outlook::default());
        let other = Situation { spent: Amount::from_cents(spent), ..at.clone() };
        prop_assert_eq!(&prospects(&other, FactFile::builtin(), &own, &Outlook::default()), &all);
        prop_assert_eq!(advice(&other, &all, &own), advice(&at, &all, &own));
    }

    #[test]
    fn every_advice_and_condition_can_be_said(at in a_situation(), own in some_assumptions()) {
        let all = prospects(&at, FactFile::builtin(), &own, &Outlook::default());
        let advice = advice(&at, &all, &own);
        for lang in [Lang::Fr, Lang::En] {
            let (head, tail) = sentence(lang, &advice, Percent::nearest(40), &at);
            prop_assert!(!head.is_empty() && tail.ends_with('.'), "{head}{tail}");
            let mut said = vec![head, tail];
            said.extend(notes(lang, &advice, &at));
            said.push(incomparable(lang, &advice).to_owned());
            if let Advice::Take { then: Some(next), .. } = advice {
                said.push(then(lang, next, &at));
            }
            for one in &all {
                said.push(condition::badge(lang, one.availability));
                said.push(route::note(lang, one.route, at.debtor).to_owned());
                for finding in &one.findings {
                    let text = condition::finding(lang, *finding, &at);
                    prop_assert!(!text.is_empty(), "{finding:?}");
                    said.push(text);
                }
            }
            if lang == Lang::Fr {
                for text in said {
                    for mark in [" :", " ;", " ?", " »", "« "] {
                        prop_assert!(!text.contains(mark), "a breaking space in {text:?}");
                    }
                    prop_assert!(!text.contains('\''), "{text:?}");
                }
            }
        }
    }
}
