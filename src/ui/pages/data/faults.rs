//! Why a file is not a backup that can be used, as a sentence with what to do next.

use crate::store::backup::BackupError;
use crate::store::backup::sealed::SealedError;
use crate::text::Lang;
use crate::text::words::data;

/// Why a backup is refused.
pub fn backup(lang: Lang, error: &BackupError) -> String {
    let words = data::words(lang);
    match error {
        BackupError::NotJson => words.not_json.to_owned(),
        BackupError::Truncated => words.truncated.to_owned(),
        BackupError::Foreign => words.foreign.to_owned(),
        BackupError::NewerSchema(_) => words.newer.to_owned(),
        BackupError::BadRecord(key) => format!("{}{key}.", words.bad_record),
        BackupError::CountsDiffer => words.counts_differ.to_owned(),
        BackupError::Damaged => words.damaged.to_owned(),
        BackupError::Encrypted => words.encrypted.to_owned(),
        BackupError::Archive => words.is_archive.to_owned(),
    }
}

/// Why an encrypted backup does not open.
pub fn sealed(lang: Lang, error: SealedError) -> &'static str {
    let words = data::words(lang);
    match error {
        SealedError::Truncated => words.truncated,
        SealedError::Damaged => words.damaged,
        SealedError::NewerVersion(_) => words.newer,
        SealedError::Foreign => words.foreign,
        SealedError::WrongPassphrase => words.wrong_passphrase,
        SealedError::Tampered => words.tampered,
        SealedError::Unavailable => words.no_crypto,
    }
}
