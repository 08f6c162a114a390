//! What the engine accepts, what it refuses and where, and that nothing makes it panic.

use super::super::fault::{Fault, FaultKind};
use super::Parsed;
use crate::base::ClientId;
use crate::base::dates::parse_iso;
use crate::documents::context::{Facts, InvoiceText, TextContext, WorkingText};
use crate::domain::party::{Client, DebtorKind, Profile};
use crate::text::Lang;

fn working(days: &str, provisional: bool) -> WorkingText {
    let text = String::new;
    WorkingText {
        period: text(),
        base: text(),
        rate: text(),
        days: days.to_owned(),
        interest: text(),
        formula: text(),
        instalment: text(),
        provisional,
    }
}

/// A business addressed as *vous*, one invoice with two rows of working, `daily` empty, `total` hostile.
fn context() -> TextContext {
    let client =
        Client { name: "Brun".to_owned(), kind: DebtorKind::Business, ..Client::unknown(ClientId(1)) };
    let today = parse_iso("2026-11-22").unwrap();
    let profile = Profile::default();
    let mut context = Facts::new(&profile, &client, &[], today, today, Lang::Fr).context();
    "{{ nobody }} {% if %} }}".clone_into(&mut context.total);
    let text = String::new;
    context.invoice = Some(InvoiceText {
        number: "F1".to_owned(),
        order: String::new(),
        service: String::new(),
        ordered: String::new(),
        reminded: Vec::new(),
        issued: text(),
        issued_digits: text(),
        due: text(),
        due_digits: text(),
        days_late: text(),
        amount: text(),
        deducted: text(),
        balance: text(),
        reduced: true,
        received: text(),
        credits: text(),
        disputed: text(),
        interest_from: text(),
        accrued: text(),
        interest_paid: text(),
        interest_waived: text(),
        rates: text(),
        rate_rule: text(),
        year: text(),
        not_due: text(),
        sent: text(),
        working: vec![working("3", false), working("4", true)],
        life: None,
    });
    let other =
        InvoiceText { number: "F2".to_owned(), working: Vec::new(), ..context.invoice.clone().unwrap() };
    context.invoices = vec![context.invoice.clone().unwrap(), other];
    context
}

fn parse(source: &str) -> Result<Parsed<'_>, Fault> {
    super::parse(source, Lang::Fr)
}

fn filled(source: &str, context: &TextContext) -> Result<String, Fault> {
    parse(source).and_then(|template| template.fill(context))
}

#[test]
fn sound_templates_are_filled() {
    let context = context();
    for (source, expected) in [
        ("", ""),
        ("a{{client.name}}b", "aBrunb"),
        ("{{  client.name\u{a0}}}{{ daily }}", "Brun"),
        ("{{ total }}", "{{ nobody }} {% if %} }}"),
        // What opens no tag is text.
        ("50 % { a } }} %} {# # {", "50 % { a } }} %} {# # {"),
        ("{ {{ client.name }}}", "{ Brun}"),
        ("été{% if business %} – 3 €{% endif %}", "été – 3 €"),
        // Conditions.
        ("{% if tu %}a{% endif %}b", "b"),
        ("{% if not tu %}a{% endif %}b", "ab"),
        ("{% if daily %}a{% else %}b{% endif %}", "b"),
        ("{%if client.name%}a{%else%}b{%endif%}", "a"),
        ("{% if not client.name %}a{% else %}b{% endif %}", "b"),
        ("{% if invoice.working %}a{% endif %}{% if invoice.reduced %}b{% endif %}", "ab"),
        // Conditions in a branch taken, and in one that is not.
        ("{% if business %}a{% if tu %}b{% else %}c{% endif %}d{% else %}e{% endif %}f", "acdf"),
        ("{% if tu %}a{% if business %}b{% else %}c{% endif %}d{% else %}e{% endif %}f", "ef"),
        (
            "{% if tu %}a{% else %}{% if public %}b{% else %}{% if late %}c{% else %}d{% endif %}{% endif %}{% endif %}",
            "d",
        ),
        ("{% if business %}a{% else %}{% if business %}b{% else %}c{% endif %}{% endif %}", "a"),
        // The loop.
        ("{% for row in invoice.working %}{{ row.days }},{% endfor %}.", "3,4,."),
        (
            "{% for row in invoice.working %}{{ row.days }}{% if row.provisional %}p{% else %}d{% endif %}{% endfor %}",
            "3d4p",
        ),
        ("{% for row in invoice.working %}{{ invoice.number }}{% endfor %}", "F1F1"),
        ("{% if tu %}{% for row in invoice.working %}a{% endfor %}{% else %}b{% endif %}", "b"),
        (
            "{% for row in invoice.working %}a{% endfor %}{% for row in invoice.working %}{{ row.days }}{% endfor %}",
            "aa34",
        ),
        // Loops of other lists, one in the other, and shadowing.
        ("{% for invoice in invoices %}{{ invoice.number }};{% endfor %}{{ invoice.number }}", "F1;F2;F1"),
        (
            "{% for invoice in invoices %}{{ invoice.number }}:{% for row in invoice.working %}{{ row.days }}{% endfor %};{% endfor %}",
            "F1:34;F2:;",
        ),
        ("{% for instalment in instalments %}{{ instalment.day }}{% endfor %}.", "."),
        // Several names, several branches.
        ("{% if tu or business %}a{% endif %}{% if tu and business %}b{% endif %}", "a"),
        ("{% if not tu and not daily %}a{% endif %}", "a"),
        ("{% if tu %}a{% elif business %}b{% elif professional %}c{% else %}d{% endif %}", "b"),
        ("{% if tu %}a{% elif daily %}b{% else %}c{% endif %}", "c"),
        ("{% if business %}a{% elif business %}b{% else %}c{% endif %}d", "ad"),
        (
            "{% if tu %}{% if business %}a{% elif tu %}b{% else %}c{% endif %}{% elif business %}d{% endif %}",
            "d",
        ),
        // What is said to tu and to vous.
        ("je {te|vous} {l’|}écris {a}{b|c|d} {", "je vous écris {a}{b|c|d} {"),
        // A tag alone takes its line with it, whatever ends the line; another does not.
        ("a\n  {% if business %} \nb\n{% endif %}\nc", "a\nb\nc"),
        ("a\r\n{% if tu %}\r\nb\r\n{% else %}\r\nc\r\n{% endif %}\r\nd", "a\r\nc\r\nd"),
        ("{% if business %}{% endif %}\n{{ daily }}\n", "\n\n"),
        ("{% for row in invoice.working %}\n- {{ row.days }}\n{% endfor %}\n", "- 3\n- 4\n"),
    ] {
        assert_eq!(filled(source, &context), Ok(expected.to_owned()), "{source}");
    }
}

#[test]
fn an_empty_list_leaves_the_loop_out_and_goes_on() {
    let mut context = context();
    context.invoice.as_mut().unwrap().working.clear();
    let source =
        "a{% for row in invoice.working %}{% if tu %}b{% else %}c{% endif %}{{ row.days }}{% endfor %}d";
    assert_eq!(filled(source, &context).unwrap(), "ad");
}

#[test]
fn faults_are_named_and_placed() {
    use FaultKind::{
        NestedFor, NoName, NotText, StrayElse, StrayEndfor, StrayEndif, UnclosedFor, UnclosedIf, UnclosedTag,
        UnknownList, UnknownPart, UnknownTag, UnknownVariable,
    };
    for (source, line, kind) in [
        ("a\n{{ client.name", 2, UnclosedTag),
        ("{{ client.name } et {{ client.name }}", 1, UnclosedTag),
        ("a\n{{ }}", 2, NoName),
        ("{{ client.name\n}}", 1, UnclosedTag),
        ("{% if tu }{% endif", 1, UnclosedTag),
        ("{%}", 1, UnclosedTag),
        ("{{}", 1, UnclosedTag),
        ("{%%}", 1, UnknownTag(String::new())),
        ("{% elif tu %}", 1, StrayElse),
        ("{% if tu %}{% else %}{% elif tu %}", 1, StrayElse),
        ("{% if tu or %}", 1, UnknownTag("if tu or".to_owned())),
        ("{% if tu late %}", 1, UnknownTag("if tu late".to_owned())),
        ("{% if tu or late and public %}", 1, UnknownTag("if tu or late and public".to_owned())),
        ("a\n{% include nothing %}", 2, UnknownPart("nothing".to_owned())),
        ("{% if %}", 1, UnknownTag("if".to_owned())),
        ("{% if not %}", 1, UnknownVariable("not".to_owned())),
        ("{% else if tu %}", 1, UnknownTag("else if tu".to_owned())),
        ("{% for x in invoice.working %}", 1, UnknownTag("for x in invoice.working".to_owned())),
        ("{{}}", 1, NoName),
        ("{{ Total }}", 1, UnknownVariable("Total".to_owned())),
        ("{{ client }}", 1, UnknownVariable("client".to_owned())),
        ("{{ total | upper }}", 1, UnknownVariable("total | upper".to_owned())),
        ("{% if nobody %}{% endif %}", 1, UnknownVariable("nobody".to_owned())),
        (
            "{% if tu %}\n{% if tu %}\n{{ nobody }}\n{% endif %}\n{% endif %}",
            3,
            UnknownVariable("nobody".to_owned()),
        ),
        ("{% if business %}\n{% else %}\n{{ nobody }}{% endif %}", 3, UnknownVariable("nobody".to_owned())),
        ("{{ row.days }}", 1, UnknownVariable("row.days".to_owned())),
        (
            "{% for row in invoice.working %}{% endfor %}{{ row.days }}",
            1,
            UnknownVariable("row.days".to_owned()),
        ),
        ("{{ tu }}", 1, NotText("tu".to_owned())),
        ("{{ invoice.working }}", 1, NotText("invoice.working".to_owned())),
        ("{% for row in invoices %}", 1, UnknownList("invoices".to_owned())),
        ("{{ instalment.day }}", 1, UnknownVariable("instalment.day".to_owned())),
        ("{% for invoice in invoices %}\n{% for invoice in invoices %}", 2, NestedFor),
        ("{% for row in invoice.working %}\n{% if tu %}\n{% for row in invoice.working %}", 3, NestedFor),
        ("a\n{% else %}", 2, StrayElse),
        ("{% if tu %}{% else %}\n{% else %}{% endif %}", 2, StrayElse),
        ("{% for row in invoice.working %}{% else %}{% endfor %}", 1, StrayElse),
        ("{% endif %}", 1, StrayEndif),
        ("{% if tu %}{% endif %}{% endif %}", 1, StrayEndif),
        ("{% if tu %}\n{% for row in invoice.working %}\n{% endif %}", 3, StrayEndif),
        ("{% endfor %}", 1, StrayEndfor),
        ("{% for row in invoice.working %}{% if tu %}\n{% endfor %}{% endif %}", 2, StrayEndfor),
        ("a\n{% if tu %}\nb\n", 2, UnclosedIf),
        ("{% if tu %}\n{% if tu %}\n{% endif %}\n", 1, UnclosedIf),
        ("{% if tu %}\n{% else %}\nb", 1, UnclosedIf),
        ("\r\n\r\n{% for row in invoice.working %}\r\n", 3, UnclosedFor),
    ] {
        assert_eq!(parse(source).err(), Some(Fault { line, kind }), "{source}");
    }
}

#[test]
fn a_text_about_no_invoice_is_refused_where_it_names_one() {
    let mut context = context();
    context.invoice = None;
    let kind = FaultKind::NoValue("invoice.number".to_owned());
    assert_eq!(filled("a\n{{ invoice.number }}", &context), Err(Fault { line: 2, kind }));
    let source = "{% if tu %}{{ invoice.number }}{% endif %}{% for row in invoice.working %}a{% endfor %}b";
    assert_eq!(filled(source, &context).unwrap(), "b");
}

#[test]
fn depth_has_no_limit() {
    let source = format!("{}a{}", "{% if business %}".repeat(50_000), "{% endif %}".repeat(50_000));
    assert_eq!(filled(&source, &context()).unwrap(), "a");
}

/// Browser tests have no source of randomness.
#[cfg(not(target_arch = "wasm32"))]
mod random {
    use proptest::prelude::*;

    use super::*;

    const PIECES: [&str; 20] = [
        "{{ client.name }}",
        "{{ row.days }}",
        "{{ nobody }}",
        "{{ tu }}",
        "{% if tu %}",
        "{% if not daily %}",
        "{% else %}",
        "{% endif %}",
        "{% endif %}",
        "{% for row in invoice.working %}",
        "{% endfor %}",
        "{{",
        "{%",
        "}}",
        "%}",
        "{",
        "\n",
        "\r\n",
        "\u{a0}é€",
        " ",
    ];

    /// A template sound by construction, and what it must give.
    fn sound() -> impl Strategy<Value = (String, String)> {
        let leaf = prop_oneof![
            "[a-z %}\u{e9}]{0,6}".prop_map(|text| (text.clone(), text)),
            Just(("{{ client.name }}".to_owned(), "Brun".to_owned())),
        ];
        leaf.prop_recursive(6, 64, 3, |inner| {
            let name = prop::sample::select(vec![("tu", false), ("business", true), ("daily", false)]);
            let pair = (inner.clone(), inner.clone());
            prop_oneof![
                (name, any::<bool>(), pair.clone()).prop_map(|((name, truth), negated, (yes, no))| {
                    let not = if negated { "not " } else { "" };
                    let source = format!("{{% if {not}{name} %}}{}{{% else %}}{}{{% endif %}}.", yes.0, no.0);
                    (source, format!("{}.", if truth == negated { no.1 } else { yes.1 }))
                }),
                pair.prop_map(|(one, two)| (one.0 + &two.0, one.1 + &two.1)),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_text_is_filled_or_refused(source in any::<String>()) {
            let _ = filled(&source, &context());
        }

        #[test]
        fn any_tags_are_filled_or_refused(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40)) {
            let source = pieces.concat();
            match parse(&source) {
                Ok(template) => prop_assert!(template.fill(&context()).is_ok()),
                Err(fault) => prop_assert!((1..=source.lines().count().max(1)).contains(&fault.line)),
            }
        }

        #[test]
        fn text_without_tags_stays(source in "[^{]*") {
            prop_assert_eq!(filled(&source, &context()), Ok(source));
        }

        #[test]
        fn sound_templates_take_the_branch_that_is_true((source, expected) in sound()) {
            prop_assert_eq!(filled(&source, &context()), Ok(expected));
        }
    }
}
