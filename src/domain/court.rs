//! Which court is asked for an order for payment (*injonction de payer*): by what the debtor is, and by where it is.
//!
//! Sources: CPC art. 1405 and 1406 (the court of the debtor’s place, whatever the contract says); C. com. art. L721-3 and
//! L721-5, recalled, to be checked (commercial courts; companies of the liberal professions go before the civil ones); twelve
//! commercial courts are called *tribunal des activités économiques* from 1 January 2025 to 31 December 2028; in
//! Alsace-Moselle the commercial chamber of the *tribunal judiciaire* takes their place. Read in September 2026.

use chrono::{Datelike, NaiveDate};

use super::party::DebtorKind;
use crate::base::Region;
use crate::base::fold::fold;

/// Towns whose commercial court is called *tribunal des activités économiques*.
pub const ECONOMIC_TOWNS: [&str; 12] = [
    "Auxerre",
    "Avignon",
    "Le Havre",
    "Le Mans",
    "Limoges",
    "Lyon",
    "Marseille",
    "Nancy",
    "Nanterre",
    "Paris",
    "Saint-Brieuc",
    "Versailles",
];

/// First and last year of that name.
const ECONOMIC_YEARS: (i32, i32) = (2025, 2028);

/// Departments in which a commercial chamber of the *tribunal judiciaire* stands for the commercial court.
const ALSACE_MOSELLE: [&str; 3] = ["57", "67", "68"];

/// Countries of the Union as addresses end with them, folded.
const UNION: [&str; 53] = [
    "allemagne",
    "germany",
    "deutschland",
    "autriche",
    "austria",
    "belgique",
    "belgium",
    "belgie",
    "bulgarie",
    "bulgaria",
    "chypre",
    "cyprus",
    "croatie",
    "croatia",
    "espagne",
    "spain",
    "espana",
    "estonie",
    "estonia",
    "finlande",
    "finland",
    "grece",
    "greece",
    "hongrie",
    "hungary",
    "irlande",
    "ireland",
    "italie",
    "italy",
    "italia",
    "lettonie",
    "latvia",
    "lituanie",
    "lithuania",
    "luxembourg",
    "malte",
    "malta",
    "pologne",
    "poland",
    "portugal",
    "roumanie",
    "romania",
    "slovaquie",
    "slovakia",
    "slovenie",
    "slovenia",
    "suede",
    "sweden",
    "tchequie",
    "czechia",
    "pays bas",
    "netherlands",
    "republique tcheque",
];

/// Other countries as addresses end with them, folded.
const ELSEWHERE: [&str; 15] = [
    "suisse",
    "switzerland",
    "royaume uni",
    "united kingdom",
    "angleterre",
    "monaco",
    "etats unis",
    "usa",
    "united states",
    "canada",
    "maroc",
    "tunisie",
    "algerie",
    "danemark",
    "denmark",
];

/// Legal forms of commercial companies, and of those that are not, as they stand in a name.
const COMMERCIAL_FORMS: [&str; 8] = ["sarl", "eurl", "sas", "sasu", "sa", "snc", "sca", "scs"];
const CIVIL_FORMS: [&str; 11] = [
    "association",
    "sci",
    "scp",
    "scm",
    "selarl",
    "selas",
    "selarlu",
    "gaec",
    "earl",
    "syndicat",
    "fondation",
];

/// Where a debtor is, as far as its address says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seat {
    /// In France.
    France {
        /// Postal code.
        code: String,
        /// Town.
        town: String,
    },
    /// In another country.
    Abroad {
        /// A member state in which the European order for payment is had: all but Denmark.
        union: bool,
    },
    /// The address does not say.
    Unknown,
}

/// What a debtor is, before the courts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// A trader or a commercial company.
    Trader,
    /// A liberal profession, an association, a farmer, a civil company.
    OtherProfessional,
    /// A consumer.
    Consumer,
}

/// The court that orders payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Court {
    /// The commercial court (*tribunal de commerce*).
    Commercial,
    /// The one of this town, under the name it has for a time (*tribunal des activités économiques*).
    EconomicActivities(&'static str),
    /// The commercial chamber of the *tribunal judiciaire*, in Alsace-Moselle.
    CommercialChamber,
    /// The *tribunal judiciaire*.
    Judicial,
    /// The administrative court (*tribunal administratif*), against a public buyer. It makes no order for payment.
    Administrative,
}

impl Seat {
    /// Where an address is: its last line names another country, or some line begins with a French postal code.
    #[must_use]
    pub fn of(address: &str) -> Self {
        let lines: Vec<&str> = address.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let last = lines.last().map(|line| fold(line).replace('-', " ")).unwrap_or_default();
        if UNION.contains(&last.as_str()) {
            return Self::Abroad { union: true };
        }
        if ELSEWHERE.contains(&last.as_str()) {
            return Self::Abroad { union: false };
        }
        // A line below the town that is not « France » may name a country that is not listed here: better unknown.
        let Some(at) = lines.iter().rposition(|line| french(line).is_some()) else { return Self::Unknown };
        let (down_to_town, below) = lines.split_at(at + 1);
        if !below.iter().all(|line| fold(line) == "france") {
            return Self::Unknown;
        }
        down_to_town.last().and_then(|line| french(line)).unwrap_or(Self::Unknown)
    }

    /// Alsace-Moselle has courts of its own.
    #[must_use]
    pub fn is_alsace_moselle(&self) -> bool {
        matches!(self, Self::France { code, .. } if ALSACE_MOSELLE.iter().any(|known| code.starts_with(known)))
    }

    /// Whose public holidays move the deadlines of its courts.
    #[must_use]
    pub fn region(&self) -> Region {
        if self.is_alsace_moselle() { Region::AlsaceMoselle } else { Region::France }
    }

    /// The town of the list this seat is in.
    fn economic_town(&self) -> Option<&'static str> {
        let Self::France { town, .. } = self else { return None };
        let town = fold(town).replace('-', " ");
        ECONOMIC_TOWNS.into_iter().find(|known| {
            let known = fold(known).replace('-', " ");
            let rest = town.strip_prefix(known.as_str());
            // « Lyon 3e », « Paris Cedex 08 », but not « Nancy-sur-Cluses ».
            let is_part = |rest: &str| {
                let word = rest.split_whitespace().next().unwrap_or_default();
                word.is_empty() || word == "cedex" || word.starts_with(|c: char| c.is_ascii_digit())
            };
            rest.is_some_and(|rest| (rest.is_empty() || rest.starts_with(' ')) && is_part(rest))
        })
    }
}

/// The postal code and the town of a line: `38000 Grenoble`, `F-38000 Grenoble`.
fn french(line: &str) -> Option<Seat> {
    let line = line.strip_prefix("F-").or_else(|| line.strip_prefix("FR-")).unwrap_or(line);
    let (code, town) = line.split_once(' ')?;
    let is_code = code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit());
    if !is_code || town.trim().is_empty() {
        return None;
    }
    // Monaco has French codes and its own courts.
    if code.starts_with("980") {
        return Some(Seat::Abroad { union: false });
    }
    Some(Seat::France { code: code.to_owned(), town: town.trim().to_owned() })
}

impl Standing {
    /// Every one, in the order a form offers them.
    pub const ALL: [Self; 3] = [Self::Trader, Self::OtherProfessional, Self::Consumer];

    /// Its name has a legal form that says what it is.
    #[must_use]
    pub fn has_form(name: &str) -> bool {
        let name = fold(name);
        let mut words = name.split(|c: char| !c.is_alphanumeric());
        words.any(|word| CIVIL_FORMS.contains(&word) || COMMERCIAL_FORMS.contains(&word))
    }

    /// What a debtor most likely is, from its kind and the legal form in its name: to be confirmed by the user.
    #[must_use]
    pub fn guess(kind: DebtorKind, name: &str) -> Self {
        match kind {
            DebtorKind::Consumer | DebtorKind::Unknown => Self::Consumer,
            DebtorKind::Business | DebtorKind::Public => {
                let name = fold(name);
                let mut words = name.split(|c: char| !c.is_alphanumeric());
                let is_civil = words.clone().any(|word| CIVIL_FORMS.contains(&word));
                let is_commercial = words.any(|word| COMMERCIAL_FORMS.contains(&word));
                if is_civil && !is_commercial { Self::OtherProfessional } else { Self::Trader }
            }
        }
    }
}

impl Court {
    /// The court for a debtor, as courts are named on a day.
    ///
    /// ```
    /// use relance::base::dates::parse_iso;
    /// use relance::domain::court::{Court, Seat, Standing};
    /// let seat = Seat::of("12 rue de la République\n69002 Lyon");
    /// let court = Court::of(Standing::Trader, &seat, parse_iso("2026-11-22")?);
    /// assert_eq!(court, Court::EconomicActivities("Lyon"));
    /// # Ok::<(), relance::base::DateError>(())
    /// ```
    #[must_use]
    pub fn of(standing: Standing, seat: &Seat, day: NaiveDate) -> Self {
        match standing {
            Standing::Consumer | Standing::OtherProfessional => Self::Judicial,
            Standing::Trader if seat.is_alsace_moselle() => Self::CommercialChamber,
            Standing::Trader => {
                let is_named = (ECONOMIC_YEARS.0..=ECONOMIC_YEARS.1).contains(&day.year());
                match seat.economic_town().filter(|_| is_named) {
                    Some(town) => Self::EconomicActivities(town),
                    None => Self::Commercial,
                }
            }
        }
    }

    /// It is a commercial court, whatever its name.
    #[must_use]
    pub fn is_commercial(self) -> bool {
        matches!(self, Self::Commercial | Self::EconomicActivities(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn court(standing: Standing, address: &str, day: &str) -> Court {
        Court::of(standing, &Seat::of(address), parse_iso(day).unwrap())
    }

    #[test]
    fn a_seat_is_read_from_an_address() {
        let grenoble = Seat::France { code: "38000".to_owned(), town: "Grenoble".to_owned() };
        assert_eq!(Seat::of("4 place du Marché\n38000 Grenoble"), grenoble);
        assert_eq!(Seat::of("4 place du Marché\nF-38000 Grenoble\nFrance"), grenoble);
        assert_eq!(Seat::of("Torstraße 1\n10115 Berlin\nAllemagne"), Seat::Abroad { union: true });
        assert_eq!(Seat::of("1 quai du Lac\n1201 Genève\nSuisse"), Seat::Abroad { union: false });
        assert_eq!(Seat::of("Den Haag\nPays-Bas"), Seat::Abroad { union: true });
        assert_eq!(Seat::of("2 rue Grimaldi\n98000 Monaco"), Seat::Abroad { union: false });
        for unknown in ["", "4 place du Marché", "1000 Bruxelles", "38000"] {
            assert_eq!(Seat::of(unknown), Seat::Unknown, "{unknown}");
        }
    }

    #[test]
    fn the_court_follows_debtor_and_town() {
        use Court::{Commercial, CommercialChamber, EconomicActivities, Judicial};
        for (standing, town, day, expected) in [
            (Standing::Trader, "38000 Grenoble", "2026-11-22", Commercial),
            (Standing::Trader, "69003 LYON", "2026-11-22", EconomicActivities("Lyon")),
            (Standing::Trader, "75008 Paris Cedex 08", "2026-11-22", EconomicActivities("Paris")),
            (Standing::Trader, "22000 Saint-Brieuc", "2025-01-01", EconomicActivities("Saint-Brieuc")),
            (Standing::Trader, "74300 Nancy-sur-Cluses", "2026-11-22", Commercial),
            (Standing::Trader, "69003 Lyon", "2029-01-01", Commercial),
            (Standing::Trader, "67000 Strasbourg", "2026-11-22", CommercialChamber),
            (Standing::OtherProfessional, "69003 Lyon", "2026-11-22", Judicial),
            (Standing::Consumer, "67000 Strasbourg", "2026-11-22", Judicial),
            (Standing::Trader, "", "2026-11-22", Commercial),
        ] {
            assert_eq!(court(standing, town, day), expected, "{town} {day}");
        }
    }

    #[test]
    fn a_name_suggests_what_a_debtor_is() {
        for (name, expected) in [
            ("Atelier Brun & Fils", Standing::Trader),
            ("SCI du Parc", Standing::OtherProfessional),
            ("Association des Amis du Livre", Standing::OtherProfessional),
            ("Brun SAS", Standing::Trader),
        ] {
            assert_eq!(Standing::guess(DebtorKind::Business, name), expected, "{name}");
        }
        assert_eq!(Standing::guess(DebtorKind::Unknown, "Brun SAS"), Standing::Consumer);
        assert!(Standing::has_form("Brun SAS") && Standing::has_form("SCI du Parc"));
        assert!(!Standing::has_form("Atelier Brun & Fils"), "a guess, to be checked");
    }
}
