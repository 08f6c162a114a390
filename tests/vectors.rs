//! Runs the claim vectors: `tests/vectors/*.json`, and every `*.json` of the folder `RELANCE_VECTORS` names.
//!
//! The format is described in `tests/vectors/README.md`. A case whose kind or field is not known fails; it is never
//! skipped. Figures are compared as decimals, so `12.4` and `12.40` are the same rate.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use relance::base::{Amount, Currency, Rate, dates};
use relance::documents::wording::{Document, Rule, check};
use relance::domain::claim::{Allocation, Claim, DayCount, Debt, Instalment};
use relance::domain::law::rates::{RateTable, Series};
use relance::domain::law::terms::Terms;
use relance::domain::limitation::{LimitationEvent, LimitationEventKind, LimitationPeriod};
use relance::domain::movement::{Change, MovementKind};
use relance::domain::party::DebtorKind;
use relance::domain::plan::schedule::{Division, PlanTerms, Rhythm, Schedule};
use relance::domain::regime::Regime;
use relance::text::Lang;
use relance::text::in_words::in_words;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

type Fields = Map<String, Value>;
type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")];
    folders.extend(std::env::var_os("RELANCE_VECTORS").map(PathBuf::from));
    let (mut passed, mut failed) = (0, 0);
    for folder in folders {
        let files = match json_files(&folder) {
            Ok(files) => files,
            Err(error) => {
                eprintln!("{}: {error}", folder.display());
                failed += 1;
                continue;
            }
        };
        for file in files {
            for (id, outcome) in run_file(&file) {
                match outcome {
                    Ok(()) => passed += 1,
                    Err(problem) => {
                        failed += 1;
                        eprintln!("{}: {id}: {problem}", file.display());
                    }
                }
            }
        }
    }
    println!("vectors: {passed} passed, {failed} failed");
    if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn json_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn run_file(path: &Path) -> Vec<(String, Outcome)> {
    let cases = std::fs::read_to_string(path)
        .map_err(|error| error.to_string())
        .and_then(|text| serde_json::from_str::<Vec<Value>>(&text).map_err(|error| error.to_string()));
    match cases {
        Ok(cases) => cases
            .iter()
            .enumerate()
            .map(|(index, case)| {
                let id = case.get("id").and_then(Value::as_str).map_or(format!("#{index}"), str::to_owned);
                (id, run_case(case))
            })
            .collect(),
        Err(error) => vec![("(file)".to_owned(), Err(error))],
    }
}

fn run_case(case: &Value) -> Outcome {
    let case = case.as_object().ok_or("a case is an object")?;
    known(case, &["id", "kind", "source", "input", "expect", "note"])?;
    let input = object(case, "input")?;
    let expect = object(case, "expect")?;
    if expect.is_empty() {
        return Err("expects nothing".to_owned());
    }
    match text(case, "kind")? {
        "claim" => check_claim(&claim_of(input)?, expect),
        "claims" => claims(input, expect),
        "due-date" => due_date(input, expect),
        "limitation" => limitation(input, expect),
        "plan" => plan(input, expect),
        "reference-rate" => reference_rate(input, expect),
        "words" => words(input, expect),
        "lint" => lint(input, expect),
        other => Err(format!("unknown kind {other}")),
    }
}

fn claim_of(input: &Fields) -> Result<Claim, String> {
    known(
        input,
        &[
            "regime",
            "rate",
            "multiple",
            "indemnity",
            "formal_notice",
            "principal",
            "currency",
            "due",
            "as_of",
            "payments",
            "credit_notes",
            "allocation",
            "day_count",
            "insolvency",
            "rates",
        ],
    )?;
    let mut debt = Debt::new(regime(input)?, amount(input, "principal")?, date(input, "due")?);
    if let Some(code) = input.get("currency") {
        let code = code.as_str().ok_or("currency: not a text")?;
        debt.currency = Currency::parse(code).map_err(|_| format!("currency: {code}"))?;
    }
    debt.formal_notice = optional(input, "formal_notice", date)?;
    debt.insolvency = optional(input, "insolvency", date)?;
    debt.allocation = match input.get("allocation").map(Value::as_str) {
        None | Some(Some("principal-first")) => Allocation::PrincipalFirst,
        Some(Some("interest-first")) => Allocation::InterestFirst,
        other => return Err(format!("allocation: {other:?}")),
    };
    debt.day_count = match input.get("day_count").map(Value::as_str) {
        None | Some(Some("actual/365")) => DayCount::Actual365,
        Some(Some("actual/actual")) => DayCount::ActualActual,
        Some(Some("actual/360")) => DayCount::Actual360,
        Some(Some("30/360")) => DayCount::Thirty360,
        other => return Err(format!("day_count: {other:?}")),
    };
    for (field, kind) in [("payments", MovementKind::Payment), ("credit_notes", MovementKind::CreditNote)] {
        for movement in list(input, field)? {
            known(movement, &["date", "amount"])?;
            debt.changes.push(Change::new(date(movement, "date")?, kind, amount(movement, "amount")?));
        }
    }
    for row in list(input, "rates")? {
        known(row, &["from", "rate"])?;
        debt.own_rates.push((date(row, "from")?, rate(row, "rate")?));
    }
    Ok(debt.claim_on(date(input, "as_of")?, RateTable::builtin()))
}

fn regime(input: &Fields) -> Result<Regime, String> {
    Ok(match text(input, "regime")? {
        "fr-b2b-default" => Regime::FrBusinessDefault,
        "fr-b2b-contract" => Regime::FrBusinessContract(rate(input, "rate")?),
        "fr-b2b-legal-multiple" => {
            Regime::FrBusinessLegalMultiple(optional(input, "multiple", decimal)?.unwrap_or(Decimal::from(3)))
        }
        "fr-consumer" => Regime::FrConsumer(optional(input, "rate", rate)?),
        "fr-public" => Regime::FrPublic,
        "eu-b2b" => Regime::EuBusiness,
        "be-b2b" => Regime::BeBusiness,
        "lu-b2b" => Regime::LuBusiness,
        "de-b2b" => Regime::DeBusiness,
        "de-consumer" => Regime::DeConsumer,
        "uk-b2b" => Regime::UkBusiness,
        "ch" => Regime::Ch,
        "fixed" => Regime::Fixed {
            rate: rate(input, "rate")?,
            indemnity: optional(input, "indemnity", amount)?.unwrap_or_default(),
        },
        other => return Err(format!("unknown regime {other}")),
    })
}

fn check_claim(claim: &Claim, expect: &Fields) -> Outcome {
    for (field, wanted) in expect {
        match field.as_str() {
            "interest" => same_amount(field, wanted, claim.interest)?,
            "interest_left" => same_amount(field, wanted, claim.interest_left)?,
            "indemnity" => same_amount(field, wanted, claim.indemnity)?,
            "principal_left" => same_amount(field, wanted, claim.principal_left)?,
            "total" => same_amount(field, wanted, claim.total)?,
            "daily" => same_amount(field, wanted, claim.daily)?,
            "days" => same(field, wanted, &Value::from(claim.days))?,
            "provisional" => same(field, wanted, &Value::from(!claim.provisional.is_empty()))?,
            "below_floor" => same(field, wanted, &Value::from(claim.floor.is_some_and(|floor| floor.below)))?,
            "floor" => {
                let floor = claim.floor.ok_or("floor: none to check against")?;
                same_decimal(field, wanted, floor.highest.value())?;
            }
            "segments" => check_segments(claim, wanted)?,
            other => return Err(format!("unknown field {other}")),
        }
    }
    Ok(())
}

fn check_segments(claim: &Claim, wanted: &Value) -> Outcome {
    let wanted = wanted.as_array().ok_or("segments: not a list")?;
    same("segments.length", &Value::from(wanted.len()), &Value::from(claim.segments.len()))?;
    for (index, (wanted, segment)) in wanted.iter().zip(&claim.segments).enumerate() {
        let wanted = wanted.as_object().ok_or("segments: a row is an object")?;
        for (field, value) in wanted {
            let name = format!("segments[{index}].{field}");
            match field.as_str() {
                "from" => same(&name, value, &Value::from(segment.from.to_string()))?,
                "to" => same(&name, value, &Value::from(segment.to.to_string()))?,
                "days" => same(&name, value, &Value::from(segment.days))?,
                "base" => same_amount(&name, value, segment.base)?,
                "rate" => same_decimal(&name, value, segment.rate.value())?,
                "interest" => same_amount(&name, value, segment.interest)?,
                other => return Err(format!("unknown field segments[{index}].{other}")),
            }
        }
    }
    Ok(())
}

fn claims(input: &Fields, expect: &Fields) -> Outcome {
    known(input, &["invoices"])?;
    let claims: Vec<Claim> = list(input, "invoices")?.into_iter().map(claim_of).collect::<Result<_, _>>()?;
    if claims.windows(2).any(|pair| matches!(pair, [a, b] if a.currency != b.currency)) {
        return Err("invoices of several currencies have no sum".to_owned());
    }
    for (field, wanted) in expect {
        let sum = |part: fn(&Claim) -> Amount| claims.iter().map(part).sum::<Amount>();
        let actual = match field.as_str() {
            "principal_left" => sum(|claim| claim.principal_left),
            "interest" => sum(|claim| claim.interest),
            "interest_left" => sum(|claim| claim.interest_left),
            "indemnity" => sum(|claim| claim.indemnity),
            "total" => sum(|claim| claim.total),
            other => return Err(format!("unknown field {other}")),
        };
        same_amount(field, wanted, actual)?;
    }
    Ok(())
}

fn due_date(input: &Fields, expect: &Fields) -> Outcome {
    known(input, &["issued", "terms"])?;
    let terms = object(input, "terms")?;
    known(terms, &["days", "end_of_month", "day_of_month", "on_receipt"])?;
    let days = optional(terms, "days", whole)?;
    let terms = match (
        days,
        terms.get("end_of_month").map(Value::as_str),
        optional(terms, "day_of_month", whole)?,
        terms.get("on_receipt"),
    ) {
        (None, None, None, Some(Value::Bool(true))) => Terms::OnReceipt,
        (Some(days), None, None, None) => Terms::Days(days),
        (Some(days), Some(Some("after")), None, None) => Terms::DaysThenEndOfMonth(days),
        (Some(days), Some(Some("before")), None, None) => Terms::EndOfMonthThenDays(days),
        (Some(days), None, Some(day), None) => Terms::DaysThenDayOfMonth { days, day },
        _ => return Err("terms: not one of the known forms".to_owned()),
    };
    let issued = date(input, "issued")?;
    for (field, wanted) in expect {
        match field.as_str() {
            "due" => same(field, wanted, &Value::from(terms.due(issued).to_string()))?,
            "above_ceiling" => same(field, wanted, &Value::from(terms.is_above_ceiling(issued)))?,
            other => return Err(format!("unknown field {other}")),
        }
    }
    Ok(())
}

fn limitation(input: &Fields, expect: &Fields) -> Outcome {
    known(input, &["debtor", "starts", "events"])?;
    let period = match text(input, "debtor")? {
        "business" => LimitationPeriod::Business,
        "consumer" => LimitationPeriod::Consumer,
        other => return Err(format!("unknown debtor {other}")),
    };
    let mut events = Vec::new();
    for event in list(input, "events")? {
        known(event, &["kind", "date"])?;
        let kind = match text(event, "kind")? {
            "acknowledgement" => LimitationEventKind::Acknowledgement,
            "part-payment" => LimitationEventKind::PartPayment,
            "signed-plan" => LimitationEventKind::SignedPlan,
            "court-claim" => LimitationEventKind::CourtClaim,
            "enforcement" => LimitationEventKind::Enforcement,
            "title" => LimitationEventKind::Title,
            "mediation" => LimitationEventKind::AmicableBegun,
            "mediation-ended" => LimitationEventKind::AmicableEnded,
            "reminder" => LimitationEventKind::Reminder,
            "formal-notice" => LimitationEventKind::FormalNotice,
            other => return Err(format!("unknown event {other}")),
        };
        events.push(LimitationEvent { kind, date: date(event, "date")? });
    }
    let limitation = period.limitation(date(input, "starts")?, events);
    for (field, wanted) in expect {
        match field.as_str() {
            "expires" => same(field, wanted, &Value::from(limitation.expires.to_string()))?,
            other => return Err(format!("unknown field {other}")),
        }
    }
    Ok(())
}

fn plan(input: &Fields, expect: &Fields) -> Outcome {
    known(input, &["amount", "first", "count", "per_instalment", "rhythm", "down_payment"])?;
    let division = match (optional(input, "count", whole)?, optional(input, "per_instalment", amount)?) {
        (Some(count), None) => Division::Count(count),
        (None, Some(each)) => Division::Each(each),
        _ => return Err("either count or per_instalment".to_owned()),
    };
    let rhythm = match text(input, "rhythm")? {
        "weekly" => Rhythm::Weekly,
        "fortnightly" => Rhythm::Fortnightly,
        "monthly" => Rhythm::Monthly,
        "quarterly" => Rhythm::Quarterly,
        other => return Err(format!("unknown rhythm {other}")),
    };
    let terms = PlanTerms {
        amount: amount(input, "amount")?,
        down_payment: optional(input, "down_payment", amount)?.unwrap_or_default(),
        first: date(input, "first")?,
        rhythm,
        division,
        working_days: None,
    };
    let schedule = terms.schedule().map_err(|error| format!("no schedule: {error:?}"))?;
    for (field, wanted) in expect {
        match field.as_str() {
            "count" => same(field, wanted, &Value::from(schedule.instalments.len()))?,
            "sum" => same_amount(field, wanted, schedule.sum())?,
            "last" => check_last(field, wanted, &schedule)?,
            "instalments" => {
                let wanted = wanted.as_array().ok_or("instalments: not a list")?;
                let count = schedule.instalments.len();
                same("instalments.length", &Value::from(wanted.len()), &Value::from(count))?;
                for (index, (wanted, instalment)) in wanted.iter().zip(&schedule.instalments).enumerate() {
                    let name = format!("instalments[{index}]");
                    check_instalment(&name, wanted, instalment)?;
                }
            }
            other => return Err(format!("unknown field {other}")),
        }
    }
    Ok(())
}

/// The last instalment as a row, its amount, or its day.
fn check_last(field: &str, wanted: &Value, schedule: &Schedule) -> Outcome {
    let last = schedule.instalments.last().ok_or("last: there is none")?;
    match wanted {
        Value::Object(_) => check_instalment(field, wanted, last),
        Value::String(text) if dates::parse_iso(text).is_ok() => {
            same(field, wanted, &Value::from(last.due.to_string()))
        }
        _ => same_amount(field, wanted, last.amount),
    }
}

fn check_instalment(name: &str, wanted: &Value, instalment: &Instalment) -> Outcome {
    let wanted = wanted.as_object().ok_or(format!("{name}: a row is an object"))?;
    known(wanted, &["date", "amount"])?;
    for (field, value) in wanted {
        let name = format!("{name}.{field}");
        match field.as_str() {
            "date" => same(&name, value, &Value::from(instalment.due.to_string()))?,
            _ => same_amount(&name, value, instalment.amount)?,
        }
    }
    Ok(())
}

fn reference_rate(input: &Fields, expect: &Fields) -> Outcome {
    known(input, &["series", "date"])?;
    let series = match text(input, "series")? {
        "fr-b2b-default" => Series::FrBusinessDefault,
        "fr-legal-others" => Series::FrLegalOthers,
        "fr-legal-individuals" => Series::FrLegalIndividuals,
        "fr-b2b-floor" => Series::FrBusinessFloor,
        "fr-public" => Series::FrPublic,
        "ecb-mro" => Series::EcbMro,
        "uk-b2b" => Series::UkBusiness,
        "de-b2b" => Series::DeBusiness,
        "be-b2b" => Series::BeBusiness,
        other => return Err(format!("unknown series {other}")),
    };
    let quote = RateTable::builtin().series(series).on(date(input, "date")?);
    for (field, wanted) in expect {
        match field.as_str() {
            "rate" => same_decimal(field, wanted, quote.rate.value())?,
            "provisional" => same(field, wanted, &Value::from(quote.provisional))?,
            other => return Err(format!("unknown field {other}")),
        }
    }
    Ok(())
}

/// An amount in words. Hyphens are spaces on both sides: French has them as before 1990 or as since; so are the two
/// apostrophes one.
fn words(input: &Fields, expect: &Fields) -> Outcome {
    known(input, &["amount", "language", "currency"])?;
    let currency = match input.get("currency").map(Value::as_str) {
        None => Currency::EUR,
        Some(code) => code.and_then(|code| Currency::parse(code).ok()).ok_or("currency: no code")?,
    };
    let written = in_words(language(input)?, amount(input, "amount")?, currency);
    let plain = |text: &str| text.replace(['-', '\u{2010}', '\u{2011}'], " ").replace('\u{2019}', "'");
    for (field, wanted) in expect {
        match field.as_str() {
            "text" => {
                let wanted = wanted.as_str().ok_or("text: not a text")?;
                same(field, &Value::from(plain(wanted)), &Value::from(plain(&written)))?;
            }
            other => return Err(format!("unknown field {other}")),
        }
    }
    Ok(())
}

fn language(input: &Fields) -> Result<Lang, String> {
    match text(input, "language")? {
        "fr" => Ok(Lang::Fr),
        "en" => Ok(Lang::En),
        other => Err(format!("unknown language {other}")),
    }
}

/// Every rule listed is found; none at all where the list is empty.
fn lint(input: &Fields, expect: &Fields) -> Outcome {
    known(input, &["text", "language", "document", "debtor"])?;
    let lang = language(input)?;
    let document = match text(input, "document")? {
        "email" => Document::Email,
        "letter" => Document::Letter,
        "formal-notice" => Document::FormalNotice,
        "sms" => Document::Sms,
        other => return Err(format!("unknown document {other}")),
    };
    let debtor = match input.get("debtor").map(Value::as_str) {
        None => DebtorKind::Unknown,
        Some(Some("business")) => DebtorKind::Business,
        Some(Some("consumer")) => DebtorKind::Consumer,
        Some(other) => return Err(format!("unknown debtor {other:?}")),
    };
    let written = text(input, "text")?;
    let findings = check(written, lang, document, debtor);
    let found: Vec<String> = findings
        .iter()
        .map(|finding| format!("{} {:?}", finding.rule.id(), written.get(finding.range.clone())))
        .collect();
    for (field, wanted) in expect {
        if field != "findings" {
            return Err(format!("unknown field {field}"));
        }
        let wanted = wanted.as_array().ok_or("findings: not a list")?;
        for id in wanted {
            let rule = id.as_str().and_then(Rule::parse).ok_or(format!("unknown rule {id}"))?;
            if !findings.iter().any(|finding| finding.rule == rule) {
                return Err(format!("findings: expected {id}, got {found:?}"));
            }
        }
        if wanted.is_empty() && !findings.is_empty() {
            return Err(format!("findings: expected none, got {found:?}"));
        }
    }
    Ok(())
}

fn known(fields: &Fields, names: &[&str]) -> Outcome {
    match fields.keys().find(|name| !names.contains(&name.as_str())) {
        Some(name) => Err(format!("unknown field {name}")),
        None => Ok(()),
    }
}

fn object<'a>(fields: &'a Fields, name: &str) -> Result<&'a Fields, String> {
    fields.get(name).and_then(Value::as_object).ok_or(format!("{name}: not an object"))
}

fn list<'a>(fields: &'a Fields, name: &str) -> Result<Vec<&'a Fields>, String> {
    let Some(value) = fields.get(name) else { return Ok(Vec::new()) };
    let rows = value.as_array().ok_or(format!("{name}: not a list"))?;
    rows.iter().map(|row| row.as_object().ok_or(format!("{name}: a row is an object"))).collect()
}

fn text<'a>(fields: &'a Fields, name: &str) -> Result<&'a str, String> {
    fields.get(name).and_then(Value::as_str).ok_or(format!("{name}: not a text"))
}

fn optional<T>(
    fields: &Fields,
    name: &str,
    read: fn(&Fields, &str) -> Result<T, String>,
) -> Result<Option<T>, String> {
    if fields.get(name).is_none_or(Value::is_null) { Ok(None) } else { read(fields, name).map(Some) }
}

fn date(fields: &Fields, name: &str) -> Result<NaiveDate, String> {
    dates::parse_iso(text(fields, name)?).map_err(|error| format!("{name}: {error}"))
}

fn amount(fields: &Fields, name: &str) -> Result<Amount, String> {
    Amount::parse(text(fields, name)?).map_err(|error| format!("{name}: {error}"))
}

fn rate(fields: &Fields, name: &str) -> Result<Rate, String> {
    decimal(fields, name).map(Rate::percent)
}

/// A decimal as a text, or as a JSON number written out.
fn decimal(fields: &Fields, name: &str) -> Result<Decimal, String> {
    match fields.get(name) {
        Some(Value::String(text)) => {
            Decimal::from_str_exact(text).map_err(|error| format!("{name}: {error}"))
        }
        Some(Value::Number(number)) => {
            Decimal::from_str_exact(&number.to_string()).map_err(|error| format!("{name}: {error}"))
        }
        _ => Err(format!("{name}: not a number")),
    }
}

fn whole(fields: &Fields, name: &str) -> Result<u32, String> {
    let number = fields.get(name).and_then(Value::as_u64).ok_or(format!("{name}: not a whole number"))?;
    u32::try_from(number).map_err(|error| format!("{name}: {error}"))
}

fn same_amount(field: &str, wanted: &Value, actual: Amount) -> Outcome {
    same_decimal(field, wanted, actual.value())
}

fn same_decimal(field: &str, wanted: &Value, actual: Decimal) -> Outcome {
    let expected = match wanted {
        Value::String(text) => Decimal::from_str_exact(text).ok(),
        Value::Number(number) => Decimal::from_str_exact(&number.to_string()).ok(),
        _ => None,
    };
    if expected == Some(actual) { Ok(()) } else { Err(format!("{field}: expected {wanted}, got {actual}")) }
}

fn same(field: &str, wanted: &Value, actual: &Value) -> Outcome {
    if wanted == actual { Ok(()) } else { Err(format!("{field}: expected {wanted}, got {actual}")) }
}
