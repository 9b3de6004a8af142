//! The pages of Hài Lòng as components: the server renders them, the browser brings them to life.
//!
//! Nothing in here knows a database, a route table or a clock. Feature `ssr` is the server's,
//! `hydrate` the citizen bundle's, `csr` the office bundle's.

pub mod address;
pub mod browser;
pub mod chapters;
pub mod chart;
#[cfg(feature = "ssr")]
pub mod document;
pub mod feedback;
#[cfg(any(feature = "csr", test))]
pub mod office;
pub mod pages;
pub mod survey;
pub mod text;
