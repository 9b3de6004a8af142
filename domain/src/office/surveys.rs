//! Bodies about surveys: campaigns, who is invited, what was said.

pub mod campaign;
pub mod comments;
pub mod invitee;
