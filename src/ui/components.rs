//! The pieces screens are made of, one file each.

pub mod answer;
pub mod button;
pub mod check;
pub mod claim_head;
pub mod contract_fields;
pub mod dated_table;
pub mod field;
pub mod icon;
pub mod kind_choice;
pub mod missing_facts;
pub mod paid_rows;
pub mod passphrase;
pub mod pick;
pub mod ribbon;
pub mod segment;
pub mod select;
pub mod sheet;
pub mod side_by_side;
pub mod term_fields;
pub mod tracking;
pub mod working;

pub use answer::Answer;
pub use claim_head::ClaimHead;
pub use contract_fields::ContractFields;
pub use field::{Field, FieldKind};
pub use icon::Icon;
pub use kind_choice::kind_choice;
pub use missing_facts::MissingFacts;
pub use paid_rows::PaidRows;
pub use passphrase::{NewPassphrase, Passphrase};
pub use ribbon::RibbonView;

pub use sheet::{Sheet, SheetDesk};
pub use term_fields::TermFields;
pub use working::Working;
