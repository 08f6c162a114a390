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

/// A `sms:` link with the text in it (RFC 5724), in the form that telephones of both makers take.
#[must_use]
pub fn sms_link(number: &str, text: &str) -> String {
    let number = phone_link(number);
    let body = byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
    format!("sms:{}?&body={body}", number.trim_start_matches("tel:"))
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
        assert_eq!(
            sms_link("06 12 34 56 78", "Reste dû : 12 € & merci"),
            "sms:0612345678?&body=Reste%20d%C3%BB%20%3A%2012%20%E2%82%AC%20%26%20merci"
        );
    }
}
