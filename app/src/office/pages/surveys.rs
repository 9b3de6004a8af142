//! Asking people: campaigns, who is invited, what they say in words.

pub(in crate::office) mod campaigns;
pub(in crate::office) mod comments;
pub(in crate::office) mod hand_out;
pub(in crate::office) mod invitees;
