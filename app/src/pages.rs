//! The pages around the survey, each from plain values.

mod about;
mod ballot;
mod call;
mod closed;
pub(crate) mod codes;
mod counter;
mod doors;
mod home;
mod lost;
mod poster;
mod results;
mod statements;
pub(crate) mod thanks;
mod trouble;

pub use about::{AboutPage, AboutQuestion, AboutView, Found};
pub use ballot::{BallotText, OwnBallot, OwnBallotPage, OwnBallotView, Part};
pub use call::{CallAsked, CallOffer, CallPage};
pub use closed::{Closed, ClosedPage, TypedText};
pub use counter::{AtCounter, Kiosk, KioskPage};
pub use home::{Home, HomePage, OpenCampaign};
pub use lost::{Lost, LostPage, LostView};
pub use poster::{Poster, PosterPage, PosterSet, SetPage, Slips};
pub use results::{Chosen, Publication, Results, ResultsPage};
pub use statements::{Access, Privacy, PrivacyPage};
pub use thanks::{Thanked, Thanks, Ticket};
pub use trouble::TroublePage;
