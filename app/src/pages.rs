//! The pages around the survey, each from plain values.

mod about;
mod ballot;
mod closed;
mod counter;
mod home;
mod lost;
mod poster;
mod results;
pub(crate) mod thanks;
mod trouble;

pub use about::{AboutPage, AboutQuestion, AboutView, Found};
pub use ballot::{BallotText, OwnBallot, OwnBallotPage, OwnBallotView, Part};
pub use closed::{Closed, ClosedPage, TypedText};
pub use counter::{AtCounter, Kiosk, KioskPage};
pub use home::{Home, HomePage, OpenCampaign};
pub use lost::{Lost, LostPage, LostView};
pub use poster::{Poster, PosterPage, PosterSet, SetPage, Slips};
pub use results::{Chosen, Results, ResultsPage};
pub use thanks::{Thanked, Thanks};
pub use trouble::TroublePage;
