//! A reply card as a page of its own: one file to attach to an e-mail, that opens without a network. Its policy allows its
//! one style and its one script, by their fingerprints, and no address at all.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::domain::circumstance::DisputeCause;
use crate::domain::reply::link::Shown;
use crate::domain::reply::{AnswerKind, DAYS_AHEAD};
use crate::text::words::{dunning, labels, replies, reply};
use crate::text::{Lang, format};

const STYLE: &str = include_str!("reply_file/card.css");
const SCRIPT: &str = include_str!("reply_file/card.js");

/// The page. Every text of it is of the language of the card.
#[must_use]
pub fn reply_file(shown: &Shown) -> String {
    let (lang, words) = (shown.lang, reply::words(shown.lang));
    let money = format::money(lang, shown.balance, shown.currency);
    let about = reply::about(lang, &shown.numbers);
    let mut page = String::with_capacity(16_384);
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        fingerprint(STYLE),
        fingerprint(SCRIPT)
    );
    let title = escaped(&format!("{about} · {}", shown.creditor));
    // Writing to a String cannot fail.
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n",
        tag = lang.tag()
    );
    let _ = write!(
        page,
        "<h1>{}</h1>\n<p class=\"who\">{}</p>\n<p class=\"note\">{}, {}{}</p>\n<p class=\"balance\">{}</p>\n\
         <p class=\"note\">{} {}</p>\n<noscript><p>{}</p></noscript>\n",
        escaped(&about),
        escaped(&shown.creditor),
        words.balance,
        words.as_of,
        escaped(&format::date(lang, shown.as_of)),
        escaped(&money),
        words.due,
        escaped(&format::date(lang, shown.due)),
        words.no_script,
    );
    payment(&mut page, shown);
    form(&mut page, shown);
    let _ = write!(
        page,
        "<footer><p>{}{}{}</p><p>{}</p></footer>\n</main>\n\
         <script type=\"application/json\" id=\"facts\">{}</script>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        words.what_this_is,
        escaped(&shown.creditor),
        words.what_this_is_end,
        words.doubt,
        facts(shown).to_string().replace('<', "\\u003c"),
    );
    page
}

/// How to pay, where the creditor says it. A link is opened by whoever clicks it, and tells its host.
fn payment(page: &mut String, shown: &Shown) {
    let words = reply::words(shown.lang);
    if let Some(link) = &shown.pay_link {
        // Writing to a String cannot fail.
        let _ = writeln!(
            page,
            "<p><a rel=\"noopener noreferrer\" href=\"{}\">{}{}</a></p>",
            escaped(link.address()),
            words.pay_online,
            escaped(link.host()),
        );
    }
    if !shown.cheque.is_empty() {
        let _ = writeln!(page, "<p class=\"note\">{}{}</p>", words.cheque, escaped(&shown.cheque));
    }
}

/// The question, its fields, and where the answer is shown. The script fills it and shows it.
fn form(page: &mut String, shown: &Shown) {
    let (lang, words) = (shown.lang, reply::words(shown.lang));
    let mut choices = String::new();
    for kind in AnswerKind::ALL {
        let checked = if kind == AnswerKind::Pays { " checked" } else { "" };
        let label = match kind {
            AnswerKind::Pays => words.pays,
            AnswerKind::Instalments => words.instalments,
            AnswerKind::Paid => words.paid,
            AnswerKind::Contests => words.contests,
        };
        let name = name(kind);
        let input = format_args!("<input type=\"radio\" name=\"answer\" value=\"{name}\"{checked}>");
        let _ = writeln!(choices, "<label>{input} {label}</label>");
    }
    let mut causes = String::new();
    for (at, cause) in DisputeCause::ALL.into_iter().enumerate() {
        let _ = write!(causes, "<option value=\"{at}\">{}</option>", dunning::dispute(lang, cause));
    }
    let field = |id: &str, label: &str, input: &str| {
        format!(
            "<p class=\"field\" id=\"{id}-field\"><label for=\"{id}\">{label}</label>{input}\
             <span class=\"fault\" id=\"{id}-fault\" role=\"alert\"></span></p>\n"
        )
    };
    let described = |id: &str| format!("id=\"{id}\" aria-describedby=\"{id}-fault\"");
    let _ = write!(
        page,
        "<form id=\"form\" novalidate hidden>\n<fieldset><legend>{}</legend>\n{choices}</fieldset>\n",
        words.question
    );
    page.push_str(&field(
        "count",
        words.count,
        &format!("<input {} inputmode=\"numeric\" value=\"3\">", described("count")),
    ));
    page.push_str(&field("cause", words.cause, &format!("<select {}>{causes}</select>", described("cause"))));
    page.push_str(&field("day", words.pay_date, &format!("<input type=\"date\" {}>", described("day"))));
    page.push_str(&field(
        "amount",
        words.amount,
        &format!("<input {} inputmode=\"decimal\">", described("amount")),
    ));
    page.push_str(&field(
        "word",
        words.word,
        &format!("<textarea {} rows=\"3\"></textarea>", described("word")),
    ));
    let _ = write!(
        page,
        "<p><button class=\"main\">{}</button></p>\n</form>\n\
         <section id=\"ready\" hidden>\n<h2 tabindex=\"-1\">{}</h2>\n<p>{}</p>\n<pre id=\"text\"></pre>\n\
         <p class=\"code\" id=\"code\"></p>\n<p class=\"note\">{}</p>\n<p><a class=\"main\" id=\"mail\">{}</a> \
         <button type=\"button\" id=\"copy\">{}</button> <button type=\"button\" id=\"change\">{}</button> \
         <span id=\"said\" role=\"status\"></span></p>\n</section>\n",
        words.prepare,
        words.ready,
        words.ready_text,
        words.code_note,
        words.open_mail,
        words.copy,
        words.change,
    );
}

fn name(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Pays => "pays",
        AnswerKind::Contests => "contests",
        AnswerKind::Instalments => "instalments",
        AnswerKind::Paid => "paid",
    }
}

/// What the script works with.
fn facts(shown: &Shown) -> Value {
    let (lang, words) = (shown.lang, reply::words(shown.lang));
    let causes: Vec<String> =
        DisputeCause::ALL.iter().map(|cause| labels::lower_first(dunning::dispute(lang, *cause))).collect();
    let patterns: serde_json::Map<String, Value> = AnswerKind::ALL
        .iter()
        .map(|kind| (name(*kind).to_owned(), Value::from(replies::pattern(lang, *kind))))
        .collect();
    json!({
        "lang": lang.pick("fr-FR", "en-GB"),
        "ordinal": lang == Lang::Fr,
        "secret": String::from(shown.secret),
        "cents": shown.balance.cents(),
        "ahead": DAYS_AHEAD,
        "currency": shown.currency.code(),
        "email": shown.email,
        "subject": reply::subject(lang, &shown.numbers),
        "body": reply::body_pattern(lang, &shown.numbers),
        "patterns": patterns,
        "causes": causes,
        "dates": { "pays": words.pay_date, "instalments": words.first_date, "paid": words.paid_date },
        "amounts": { "pays": words.amount, "paid": words.amount, "contests": words.contested },
        "copied": words.copied,
        "faults": {
            "required": words.required,
            "date": words.wrong_date,
            "toCome": words.wrong_to_come,
            "far": words.wrong_far,
            "past": words.wrong_past,
            "amount": words.wrong_amount,
            "count": words.wrong_count,
        },
    })
}

/// A style or a script as a policy names it: by what it says.
fn fingerprint(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// A text between tags, or in an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::base::{Amount, Currency};
    use crate::domain::reply::Secret;

    fn shown(lang: Lang) -> Shown {
        Shown {
            lang,
            secret: Secret([3; 16]),
            creditor: "Morel </script><b>& Fils".to_owned(),
            email: "claire@morel.example".to_owned(),
            numbers: vec!["2026-014".to_owned()],
            balance: Amount::from_cents(248_000),
            currency: Currency::EUR,
            as_of: parse_iso("2026-11-22").unwrap(),
            due: parse_iso("2026-03-15").unwrap(),
            pay_link: None,
            cheque: String::new(),
        }
    }

    #[test]
    fn how_to_pay_is_said_with_the_host_and_fetched_by_nobody() {
        let pay_link = crate::domain::pay_link::PayLink::parse("https://buy.stripe.com/a?b=1&c=2").ok();
        let page = reply_file(&Shown { pay_link, cheque: "Morel <& Fils".to_owned(), ..shown(Lang::Fr) });
        assert_eq!(page.matches("https:").count(), 1);
        assert!(
            page.contains(
                "href=\"https://buy.stripe.com/a?b=1&amp;c=2\">Payer en ligne sur buy.stripe.com</a>"
            )
        );
        assert!(page.contains("Chèque à l’ordre de Morel &lt;&amp; Fils"));
    }

    #[test]
    fn it_asks_no_address_and_runs_only_what_is_ours() {
        for lang in [Lang::Fr, Lang::En] {
            let page = reply_file(&shown(lang));
            assert!(page.contains("default-src 'none'"));
            for fetched in ["http:", "https:", "src=", "@import", "url(", "fetch(", "XMLHttp", "localStorage"]
            {
                assert!(!page.contains(fetched), "{fetched} in the {} page", lang.tag());
            }
            assert_eq!(page.matches("</script>").count(), 2, "a name ends no script");
            assert_eq!(page.matches("<b>").count(), 0, "a name is no markup");
            assert!(page.contains(&format::money(lang, Amount::from_cents(248_000), Currency::EUR)));
            assert!(!page.contains('⟦'));
        }
    }
}
