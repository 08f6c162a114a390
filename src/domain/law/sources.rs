//! The provisions quoted beside figures and in letters, one constant each. Read in November 2026.

/// A provision of law, named as a French reader expects it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Short form for a line of a table: `C. com. art. L441-10`.
    pub short: &'static str,
    /// Full form for a letter: `article L441-10 du Code de commerce`.
    pub long: &'static str,
}

/// Late-payment penalties between professionals: rate, starting day, no reminder needed.
pub const LATE_INTEREST_BUSINESS: Source =
    Source { short: "C. com. art. L441-10", long: "article L441-10 du Code de commerce" };
/// Fixed compensation of 40 € per invoice paid late.
pub const FIXED_COMPENSATION: Source =
    Source { short: "C. com. art. D441-5", long: "article D441-5 du Code de commerce" };
/// Late interest on a sum of money after formal notice.
pub const LATE_INTEREST_CIVIL: Source =
    Source { short: "C. civ. art. 1231-6", long: "articles 1231-6 et 1344-1 du Code civil" };
/// Late interest owed by a public buyer.
pub const LATE_INTEREST_PUBLIC: Source = Source {
    short: "CCP art. R2192-31",
    long: "articles L2192-13 et R2192-31 du Code de la commande publique",
};
/// Fixed compensation owed by a public buyer.
pub const FIXED_COMPENSATION_PUBLIC: Source =
    Source { short: "CCP art. D2192-35", long: "article D2192-35 du Code de la commande publique" };
/// Directive on combating late payment in commercial transactions.
pub const EU_DIRECTIVE: Source =
    Source { short: "Dir. 2011/7/UE", long: "directive 2011/7/UE du 16 février 2011" };
/// Belgian act on late payment in commercial transactions.
pub const BELGIAN_ACT: Source =
    Source { short: "Loi belge du 2 août 2002", long: "loi belge du 2 août 2002, articles 5 et 6" };
/// Luxembourg act on time limits for payment and interest for late payment.
pub const LUXEMBOURG_ACT: Source =
    Source { short: "Loi lux. du 18 avril 2004", long: "loi luxembourgeoise modifiée du 18 avril 2004" };
/// German default interest and lump sum.
pub const GERMAN_CODE: Source = Source { short: "BGB § 288", long: "§ 288 BGB" };
/// United Kingdom statutory interest.
pub const UK_ACT: Source =
    Source { short: "LPCD(I) Act 1998", long: "Late Payment of Commercial Debts (Interest) Act 1998" };
/// Swiss default interest.
pub const SWISS_CODE: Source =
    Source { short: "CO art. 104", long: "article 104 du Code des obligations suisse" };
/// Costs of recovery without an enforceable title stay with the creditor; a clause to the contrary is void.
pub const RECOVERY_COSTS: Source = Source {
    short: "CPCE art. L111-8",
    long: "article L111-8 du Code des procédures civiles d’exécution",
};
/// Asking a consumer for costs of recovery is an offence.
pub const RECOVERY_COSTS_CONSUMER: Source = Source {
    short: "CPCE art. L111-8\u{a0}; C. conso. art. L121-21 et L132-23",
    long: "article L111-8 du Code des procédures civiles d’exécution, articles L121-21 et L132-23 du Code de la consommation",
};
/// Documents or conduct that the public may mistake for those of a court or a public officer.
pub const OFFICIAL_LOOK: Source =
    Source { short: "C. pén. art. 433-13", long: "article 433-13 du Code pénal" };
/// Threatening to reveal or impute facts that harm a reputation, to be paid (*chantage*).
pub const BLACKMAIL: Source = Source { short: "C. pén. art. 312-10", long: "article 312-10 du Code pénal" };
/// Repeated words or acts that harm the conditions of life of somebody.
pub const HARASSMENT: Source =
    Source { short: "C. pén. art. 222-33-2-2", long: "article 222-33-2-2 du Code pénal" };
/// Repeated malicious calls and messages.
pub const MALICIOUS_CALLS: Source =
    Source { short: "C. pén. art. 222-16", long: "article 222-16 du Code pénal" };
/// A penalty clause, which a court may reduce.
pub const PENALTY_CLAUSE: Source =
    Source { short: "C. civ. art. 1231-5", long: "article 1231-5 du Code civil" };
/// Interest on interest: by contract or judgment only, for a whole year at least.
pub const COMPOUND_INTEREST: Source =
    Source { short: "C. civ. art. 1343-2", long: "article 1343-2 du Code civil" };
