//! Who writes and who is written to, as texts name them.

/// The user's firm, as texts name it.
#[derive(Clone, Debug)]
pub struct SenderText {
    /// Name or trade name.
    pub name: String,
    /// Lines of the postal address.
    pub address: Vec<String>,
    /// City letters are dated from.
    pub city: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// SIREN or SIRET.
    pub siren: String,
    /// Account to be paid on.
    pub iban: String,
    /// Its bank.
    pub bic: String,
    /// Whom a cheque is made out to.
    pub cheque: String,
    /// Page on which one can be paid.
    pub link: String,
}

/// The client, as texts name it.
#[derive(Clone, Debug)]
pub struct ClientText {
    /// Name or corporate name.
    pub name: String,
    /// Person addressed, title in full: `Madame Le Goff`.
    pub contact: String,
    /// The name after « Bonjour »; none where a title would not go with *tu*.
    pub greeting: String,
    /// How a letter opens and closes: `Madame`, `Madame, Monsieur`, `Dear Ms Le Goff`.
    pub title: String,
    /// The title names a person.
    pub named: bool,
    /// Lines of the postal address.
    pub address: Vec<String>,
    /// SIREN or SIRET.
    pub siren: String,
}
