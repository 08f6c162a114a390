//! Words that are printed on every sheet.

words! {
    fingerprint: "SHA-256 ", "SHA-256 ";
    goes_on: " (suite)", " (continued)";
}
