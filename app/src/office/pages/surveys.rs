//! Asking people: campaigns, who is invited, what they say in words.

pub(crate) mod campaigns;
pub(crate) mod comments;
pub(crate) mod hand_out;
pub(crate) mod invitees;
