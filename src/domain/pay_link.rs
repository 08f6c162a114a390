//! Payment link (*lien de paiement*): the page of a payment provider on which a client can pay. Checked by shape alone, since
//! nothing is ever asked of the network: encrypted, to a host that can be shown, with nothing in it that hides where it leads.

use serde::{Deserialize, Serialize};

/// Longest link in characters; those of payment providers have less than half of that.
const LONGEST: usize = 300;
const SCHEME: &str = "https://";

/// A link whose host is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PayLink(String);

/// Why a text is no payment link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It is not encrypted: it does not start with `https://`.
    NotHttps,
    /// It is no whole address, or one that hides where it leads.
    WrongShape,
}

impl PayLink {
    /// Reads a link as it was copied from a provider.
    ///
    /// # Errors
    /// As [`LinkError`] says. A name or password before the host, letters of another script in it, and signs that no address
    /// has are refused: a client could not tell where such a link leads.
    pub fn parse(text: &str) -> Result<Self, LinkError> {
        let text = text.trim();
        let (scheme, rest) = text.split_at_checked(SCHEME.len()).ok_or(LinkError::NotHttps)?;
        if !scheme.eq_ignore_ascii_case(SCHEME) {
            return Err(LinkError::NotHttps);
        }
        let whole = text.chars().count() <= LONGEST && rest.chars().all(is_of_address);
        if whole && is_host(host_of(rest)) {
            Ok(Self(format!("{SCHEME}{rest}")))
        } else {
            Err(LinkError::WrongShape)
        }
    }

    /// The whole address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.0
    }

    /// Where it leads: `buy.stripe.com`.
    #[must_use]
    pub fn host(&self) -> &str {
        host_of(self.0.get(SCHEME.len()..).unwrap_or_default())
    }
}

/// What stands before the first `/`, `?` or `#`.
fn host_of(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Signs an address is written with (RFC 3986).
fn is_of_address(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(sign)
}

/// A name with a dot, of labels that are neither empty nor begin or end with a hyphen, the last of letters. No port, no figures
/// in place of a name, no user.
fn is_host(host: &str) -> bool {
    let mut labels = host.split('.');
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-')
    };
    let last = labels.next_back().unwrap_or_default();
    let named = last.len() > 1 && last.chars().any(|sign| sign.is_ascii_alphabetic()) && is_label(last);
    let mut before = labels.peekable();
    named && before.peek().is_some() && before.all(is_label)
}

impl TryFrom<String> for PayLink {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|_| format!("{text:?} is no payment link"))
    }
}

impl From<PayLink> for String {
    fn from(link: PayLink) -> Self {
        link.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_encrypted_and_shows_where_it_leads() {
        let link = PayLink::parse("  https://buy.stripe.com/test_5kA?ref=2026-014#x ").unwrap();
        assert_eq!(link.host(), "buy.stripe.com");
        assert_eq!(link.address(), "https://buy.stripe.com/test_5kA?ref=2026-014#x");
        assert_eq!(PayLink::parse("HTTPS://paypal.me/morel").unwrap().address(), "https://paypal.me/morel");
        assert_eq!(PayLink::parse("https://sumup.link").unwrap().host(), "sumup.link");
    }

    #[test]
    fn what_is_not_encrypted_or_hides_where_it_leads_is_refused() {
        for open in ["http://paypal.me/morel", "paypal.me/morel", "javascript:alert(1)", "", "é"] {
            assert_eq!(PayLink::parse(open), Err(LinkError::NotHttps), "{open}");
        }
        for wrong in [
            "https://",
            "https:///chemin",
            "https://localhost/x",
            "https://paypal.me@evil.example/x",
            "https://pаypal.me/x",
            "https://pay pal.me/x",
            "https://paypal.me/\u{202e}x",
            "https://-a.fr",
            "https://a..fr",
            "https://192.168.0.1/x",
            "https://a.fr:8080/x",
            "https://a.fr/<b>",
        ] {
            assert_eq!(PayLink::parse(wrong), Err(LinkError::WrongShape), "{wrong}");
        }
        assert_eq!(PayLink::parse(&format!("https://a.fr/{}", "x".repeat(300))), Err(LinkError::WrongShape));
    }

    #[test]
    fn a_record_holds_no_link_that_is_none() {
        let link = PayLink::parse("https://paypal.me/morel").unwrap();
        let json = serde_json::to_string(&link).unwrap();
        assert_eq!(serde_json::from_str::<PayLink>(&json).unwrap(), link);
        assert!(serde_json::from_str::<PayLink>(r#""http://paypal.me""#).is_err());
    }
}
