//! Hài Lòng's server: one route table, handlers that take, check, keep and answer, and the store.

pub mod api;
pub mod assets;
pub mod ballots;
pub mod books;
pub mod demo;
pub mod erasures;
pub mod error;
pub mod export;
pub mod figures;
pub mod identity;
pub mod import;
pub mod invitees;
pub mod keys;
pub mod limits;
pub mod office;
mod pages;
pub mod problem;
pub mod receipts;
pub mod retention;
pub mod routes;
pub mod sent;
pub mod serve;
pub mod shortcuts;
pub mod speech;
pub mod state;
pub mod store;
pub mod writer;
