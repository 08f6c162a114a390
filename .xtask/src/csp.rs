//! The Content Security Policy of the published page, with the fingerprint of each inline script.
//!
//! Nothing may be inline but the scripts of the page itself: styles and event handlers in attributes are refused here,
//! at build time, rather than by the visitor's browser.

use crate::run::{Outcome, Trouble};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use sha2::{Digest, Sha256, Sha384};
use std::cell::RefCell;

/// The policy for a page; what it says comes from the inline scripts found in it.
pub fn policy(html: &str) -> Outcome<String> {
    let hashes: Vec<_> =
        inline_scripts(html)?.iter().map(|script| format!(" {}", script_source(script))).collect();
    Ok(format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'; img-src 'self' data: blob:; \
         font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
        hashes.concat()
    ))
}

/// The page with its policy as the first thing after the declaration of the character set.
pub fn with_policy(html: &str, policy: &str) -> Outcome<String> {
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let after_charset = element!("meta[charset]", |charset| {
        charset.after(&meta, ContentType::Html);
        Ok(())
    });
    let page = rewrite(html, vec![after_charset])?;
    let place = page.find(&meta);
    let first_script = page.find("<script").unwrap_or(page.len());
    match place {
        Some(place) if place < first_script => Ok(page),
        _ => Err(Trouble::new(
            "the policy does not come before every script of dist/index.html",
            "Make <meta charset=\"utf-8\"> the first element of <head> in public/index.html.",
        )),
    }
}

/// The text of each script without a source; an error for what the policy would block.
fn inline_scripts(html: &str) -> Outcome<Vec<String>> {
    let scripts = RefCell::new(Vec::<String>::new());
    let refused = RefCell::new(Vec::new());
    let handlers = vec![
        element!("script:not([src])", |_script| {
            scripts.borrow_mut().push(String::new());
            Ok(())
        }),
        text!("script:not([src])", |chunk| {
            if let Some(script) = scripts.borrow_mut().last_mut() {
                script.push_str(chunk.as_str());
            }
            Ok(())
        }),
        element!("style", |_style| {
            refused.borrow_mut().push("a <style> element".to_owned());
            Ok(())
        }),
        element!("*", |tag| {
            let inline = tag.attributes().iter().map(lol_html::html_content::Attribute::name);
            let inline = inline.filter(|name| name == "style" || name.starts_with("on"));
            refused
                .borrow_mut()
                .extend(inline.map(|name| format!("the attribute {name} of <{}>", tag.tag_name())));
            Ok(())
        }),
    ];
    rewrite(html, handlers)?;
    match refused.into_inner().first() {
        None => Ok(scripts.into_inner()),
        Some(first) => Err(Trouble::new(
            format!("dist/index.html holds {first}, which the Content Security Policy blocks"),
            "Move it to a style sheet or to a script of public/.",
        )),
    }
}

type Handler<'h> = (std::borrow::Cow<'h, lol_html::Selector>, lol_html::ElementContentHandlers<'h>);

/// Streams the page through handlers, with our kind of error.
pub fn rewrite(html: &str, element_content_handlers: Vec<Handler<'_>>) -> Outcome<String> {
    rewrite_str(html, RewriteStrSettings { element_content_handlers, ..RewriteStrSettings::new() })
        .map_err(|error| Trouble::new(format!("dist/index.html: {error}"), "Check public/index.html."))
}

/// The fingerprint of an inline script, as the policy names it.
fn script_source(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

/// The fingerprint of a file, as the attribute `integrity` wants it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::{policy, with_policy};

    const PAGE: &str = "<!doctype html><html><head><meta charset=\"utf-8\"><script>alert(1 < 2 && \"é\")</script>\
                        <script type=\"module\" src=\"./a.js\"></script></head><body><script>alert(2)</script></body></html>";

    fn policy_of(html: &str) -> String {
        policy(html).unwrap_or_else(|trouble| trouble.to_string())
    }

    #[test]
    fn every_inline_script_has_its_fingerprint_and_no_other() {
        let policy = policy_of(PAGE);
        assert_eq!(policy.matches("'sha256-").count(), 2, "{policy}");
        // printf 'alert(2)' | openssl dgst -sha256 -binary | base64
        assert!(policy.contains("'sha256-4axlHpxgDbFzJObpXPFZgZhULrEGgJiud3OwxN9unHg='"), "{policy}");
        // printf 'alert(1 < 2 && "é")' | openssl dgst -sha256 -binary | base64
        assert!(policy.contains("'sha256-WvFZ1BQ+tidAjVZn1BUznuT9V2H2VaWhg0XOXvleC1c='"), "{policy}");
    }

    #[test]
    fn nothing_is_allowed_inline_by_a_general_rule() {
        let policy = policy_of(PAGE);
        assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"), "{policy}");
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
    }

    #[test]
    fn the_policy_stands_right_after_the_character_set() {
        let page = with_policy(PAGE, "default-src 'none'").unwrap_or_default();
        assert!(page.contains(
            "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><script>"
        ));
    }

    #[test]
    fn a_script_before_the_policy_is_refused() {
        let late =
            PAGE.replace("<meta charset=\"utf-8\">", "<script>early()</script><meta charset=\"utf-8\">");
        assert!(with_policy(&late, "default-src 'none'").is_err());
        assert!(with_policy(&PAGE.replace("<meta charset=\"utf-8\">", ""), "default-src 'none'").is_err());
    }

    #[test]
    fn styles_and_handlers_in_attributes_are_refused() {
        for inline in ["<p style=\"color:red\">", "<p onclick=\"x()\">", "<style>p{}</style>"] {
            assert!(policy(&PAGE.replace("<body>", &format!("<body>{inline}"))).is_err(), "{inline}");
        }
    }
}
