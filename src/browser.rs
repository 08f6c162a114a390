//! The only code that touches the browser outside the views. Thin: it holds no rule of the program.

pub mod ahead;
pub mod clipboard;
pub mod clock;
pub mod crash;
pub mod crypto;
mod database;
pub mod files;
pub mod folder;
pub mod journal;
pub mod keyboard;
pub mod location;
pub mod lock;
pub mod measure;
pub mod page;
pub mod persistence;
pub mod picture;
mod script;
pub mod storage;
pub mod tabs;
pub mod timer;
