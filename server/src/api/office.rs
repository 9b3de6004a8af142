//! The calls of the office, in one table: the right each needs, its method, its address.

pub mod me;

use axum::http::Method;
use domain::Action as A;

use crate::office::Office;

/// Every call of the office.
pub fn calls() -> Office {
    Office::default().call(A::OwnAccount, Method::GET, "/api/v1/office/me", me::show)
}
