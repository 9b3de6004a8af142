//! The addresses of cases, for people and for calls.

use domain::{Action, feedback::order::Order};

/// Where the inbox is.
pub(super) const INBOX: &str = "/van-phong/gop-y";

/// Where registers are taken from files.
pub(super) const IMPORT: &str = "/van-phong/nhap/gop-y";

/// The page of a case.
pub(super) fn page(number: i64) -> String {
    [INBOX, "/", &number.to_string()].concat()
}

/// The call of a case.
pub(super) fn of(number: i64) -> String {
    ["/feedback/", &number.to_string()].concat()
}

/// The call that takes a step: which one follows from the right that it needs.
pub(super) fn step(number: i64, order: Order) -> String {
    let part = match order.right() {
        Action::DirectFeedback => "/direction",
        Action::ApproveFeedback => "/approval",
        Action::PublishFeedback => "/publication",
        Action::RegisterFeedback => "/sender",
        _ => "/work",
    };
    [&of(number), part].concat()
}
