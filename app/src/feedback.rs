//! What citizens send in words and how they follow it: pages that the server draws and that need no
//! scripts.

pub mod fields;
mod form;
mod parts;
mod published;
mod thanks;
mod track;

pub use form::{FeedbackForm, FormPage};
pub use published::{PublishedAnswers, PublishedPage};
pub use thanks::{FeedbackThanks, FeedbackThanksGone};
pub use track::{TrackPage, TrackStep, TrackView};
