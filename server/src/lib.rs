//! Hài Lòng's server: one route table, handlers that take, check, keep and answer, and the store.

pub mod error;
pub mod store;
