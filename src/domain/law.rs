//! What the law fixes: reference rates by date, payment terms and their ceilings, and the articles that say so.

pub mod own_rates;
pub mod rate_file;
pub mod rates;
pub mod sources;
pub mod terms;
