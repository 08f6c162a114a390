//! Which invoices a file for a court or a collector was made about, kept for the form that notes what it was made for.

use super::state::App;
use crate::base::InvoiceId;

fn name(id: InvoiceId) -> String {
    format!("kit/{id}")
}

/// Keeps the choice made for a file opened from an invoice.
pub fn keep(app: App, id: InvoiceId, chosen: &[InvoiceId]) {
    let numbers: Vec<String> = chosen.iter().map(InvoiceId::to_string).collect();
    app.keep_draft(&name(id), Some(&format!("[{}]", numbers.join(","))));
}

/// Whether a file was made about each of these other invoices; nothing where no choice was made.
pub fn ticks(app: App, id: InvoiceId, others: impl Iterator<Item = InvoiceId>) -> Vec<(InvoiceId, bool)> {
    let Some(kept) = app.draft(&name(id)) else { return Vec::new() };
    let numbers = kept.trim_matches(['[', ']']).split(',').filter_map(|number| number.parse().ok());
    let chosen: Vec<InvoiceId> = numbers.map(InvoiceId).collect();
    others.filter(|other| *other != id).map(|other| (other, chosen.contains(&other))).collect()
}

/// Forgets it, once what it was made for is noted.
pub fn forget(app: App, id: InvoiceId) {
    app.keep_draft(&name(id), None);
}
