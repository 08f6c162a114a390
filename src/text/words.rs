//! Words of screens.
