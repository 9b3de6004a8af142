//! The survey: a plain form from the server, one question at a time once scripts run.
//!
//! The form itself holds what is typed. Neither side keeps a second copy, so what was filled in
//! before the scripts came is never lost, and both ways of sending read the same fields.

pub(crate) mod correct;
mod faults;
pub mod fields;
mod flow;
mod form;
mod inert;
mod last;
mod opening;
pub mod page;
mod question;
mod steps;

pub use correct::CorrectForm;
pub use fields::Typed;
pub use form::Survey;
pub use page::{Label, Question, SurveyPage};
