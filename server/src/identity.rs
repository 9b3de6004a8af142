//! How people prove who they are, and what stops those who guess.

pub mod password;
pub mod proof;
pub mod second_factor;
pub mod throttle;
pub mod tokens;
pub mod tries;
