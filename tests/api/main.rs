//! The service's answers, on both databases: each test is a sentence about what it does.

mod ballots;
mod books;
mod content;
mod contract;
mod demo;
mod described;
mod direction;
mod forms;
mod framing;
mod imports;
mod index;
mod instruments;
mod malformed;
mod methods;
mod places;
mod suppression;
mod ways;
