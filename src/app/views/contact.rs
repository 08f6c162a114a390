//! Links that write to a client or call one.

use form_urlencoded::byte_serialize;

/// A `mailto:` link; nothing in the address can add a subject or a second recipient.
#[must_use]
pub fn mail_link(address: &str) -> String {
    let safe = |part: &str| byte_serialize(part.as_bytes()).collect::<String>().replace('+', "%20");
    match address.trim().rsplit_once('@') {
        Some((name, host)) => format!("mailto:{}@{}", safe(name), safe(host)),
        None => format!("mailto:{}", safe(address.trim())),
    }
}

/// A `tel:` link, with the digits and the leading plus of a number as people write it.
#[must_use]
pub fn phone_link(number: &str) -> String {
    let number = number.trim();
    let plus = if number.starts_with('+') { "+" } else { "" };
    // « +33 (0)2 … » is dialled without the zero in brackets.
    let dialled = if plus.is_empty() { number.to_owned() } else { number.replace("(0)", "") };
    let digits: String = dialled.chars().filter(char::is_ascii_digit).collect();
    format!("tel:{plus}{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_hold_an_address_and_nothing_else() {
        assert_eq!(mail_link(" compta@atelier-brun.fr "), "mailto:compta@atelier-brun.fr");
        assert_eq!(mail_link("a+b@c.fr"), "mailto:a%2Bb@c.fr");
        assert_eq!(mail_link("a@c.fr?subject=x&bcc=d"), "mailto:a@c.fr%3Fsubject%3Dx%26bcc%3Dd");
        assert_eq!(phone_link("02 40 00 00 00"), "tel:0240000000");
        assert_eq!(phone_link("+33 (0)2 40.00.00.00"), "tel:+33240000000");
    }
}
