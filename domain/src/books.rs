//! The office's books: what a ballot may be about, as it was on every day.

pub mod campaign;
pub mod catalogue;
pub mod lineage;
