//! What a forecast supposes, as typed: chances by age, the usual lateness, cash and weekly costs.

use serde::{Deserialize, Serialize};

use super::super::problem::Findings;
use super::{prefilled, whole};
use crate::base::{Amount, Lang};
use crate::domain::forecast::{CATCH_UP_DAYS, LONGEST_DELAY, Supposed};

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForecastForm {
    /// Chances by age, in per cent.
    pub chances: [String; 6],
    /// Usual lateness, in days.
    pub delay: String,
    /// Share of own history, in per cent.
    pub own_share: String,
    /// Days given to what is later than usual already.
    #[serde(default = "usual_catch_up")]
    pub catch_up: String,
    /// Cash there is; may be left out.
    pub cash: String,
    /// Weekly costs; may be left out.
    pub costs: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ForecastField {
    /// A chance, by its age.
    Chance(usize),
    /// Usual lateness.
    Delay,
    /// Share of own history.
    OwnShare,
    /// Days given to what is later than usual already.
    CatchUp,
    /// Cash there is.
    Cash,
    /// Weekly costs.
    Costs,
}

impl ForecastForm {
    /// The form as it starts.
    #[must_use]
    pub fn start(known: &Supposed, lang: Lang) -> Self {
        let amount = |amount: Option<Amount>| amount.map(|amount| typed(amount, lang)).unwrap_or_default();
        Self {
            chances: known.chances.map(|chance| chance.to_string()),
            delay: known.delay.to_string(),
            own_share: known.own_share.to_string(),
            catch_up: known.catch_up.to_string(),
            cash: amount(known.cash),
            costs: amount(known.costs),
        }
    }

    /// What it supposes, or every fault.
    #[must_use]
    pub fn parse(&self) -> (Option<Supposed>, Findings<ForecastField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let mut chances = Supposed::default().chances;
        for (at, (typed, chance)) in self.chances.iter().zip(&mut chances).enumerate() {
            if let Some(known) = whole(f, ForecastField::Chance(at), typed, (0, 100)) {
                *chance = known;
            }
        }
        let delay = whole(f, ForecastField::Delay, &self.delay, (0, LONGEST_DELAY));
        let own_share = whole(f, ForecastField::OwnShare, &self.own_share, (0, 100));
        let catch_up = whole(f, ForecastField::CatchUp, &self.catch_up, (0, LONGEST_DELAY));
        let cash = optional(f, ForecastField::Cash, &self.cash);
        let costs = optional(f, ForecastField::Costs, &self.costs);
        let known = (|| {
            let (delay, own_share, catch_up) = (delay?, own_share?, catch_up?);
            Some(Supposed { chances, delay, own_share, catch_up, cash, costs })
        })();
        (known.filter(|_| findings.problems.is_empty()), findings)
    }
}

fn usual_catch_up() -> String {
    CATCH_UP_DAYS.to_string()
}

/// An amount as a form starts with it, without cents where there are none: it is an estimate.
fn typed(amount: Amount, lang: Lang) -> String {
    let text = prefilled(lang, amount);
    text.strip_suffix(lang.pick(",00", ".00")).unwrap_or(&text).to_owned()
}

fn optional(findings: &mut Findings<ForecastField>, field: ForecastField, typed: &str) -> Option<Amount> {
    if typed.trim().is_empty() {
        return None;
    }
    findings.check(field, Amount::parse_typed(typed))
}
