//! What can be told from a telephone number.

/// A French landline, which takes no text messages: 01 to 05 by region, 09 for those not tied to one. What is not a whole
/// French number is left open.
///
/// ```
/// use relance::domain::telephone::is_landline;
/// assert!(is_landline("04 76 00 00 00") && is_landline("+33 (0)9.70.00.00.00"));
/// assert!(!is_landline("06 12 34 56 78") && !is_landline("+32 4 76 00 00 00"));
/// ```
#[must_use]
pub fn is_landline(number: &str) -> bool {
    let number = number.trim();
    let number = if number.starts_with('+') { number.replace("(0)", "") } else { number.to_owned() };
    let digits: String = number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    let abroad = digits.strip_prefix("+33").or_else(|| digits.strip_prefix("0033"));
    let own = abroad.or_else(|| digits.strip_prefix('0'));
    own.is_some_and(|own| own.len() == 9 && own.starts_with(['1', '2', '3', '4', '5', '9']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_landlines_are_told_from_mobiles_and_from_what_is_not_known() {
        for number in
            ["01 40 00 00 00", "0476000000", "+33476000000", "0033 5 56 00 00 00", "+33 (0)2 40 00 00 00"]
        {
            assert!(is_landline(number), "{number}");
        }
        for number in
            ["06 12 34 56 78", "+33 7 12 34 56 78", "", "02 40", "+49 30 1234567", "118 218", "0800 00 00 00"]
        {
            assert!(!is_landline(number), "{number}");
        }
    }
}
