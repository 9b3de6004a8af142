//! Rounds of asking, who is asked by a link, and what they add in words.

pub mod campaigns;
pub mod comments;
pub mod invitees;
