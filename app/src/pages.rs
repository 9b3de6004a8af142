//! The pages around the survey, each from plain values.

mod ballot;
mod closed;
mod home;
mod poster;
mod results;
mod thanks;
mod trouble;

pub use ballot::{OwnBallot, OwnBallotPage, OwnBallotView, Part, Seen};
pub use closed::{Closed, ClosedPage};
pub use home::{Home, HomePage, OpenCampaign};
pub use poster::{Poster, PosterPage};
pub use results::{Chosen, Results, ResultsPage};
pub use thanks::{Thanked, Thanks};
pub use trouble::TroublePage;

use domain::Lang;

/// An address with the language it should be read in; Vietnamese needs no mark.
pub fn in_language(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => path.to_owned(),
        Lang::En if path.contains('?') => [path, "&lang=en"].concat(),
        Lang::En => [path, "?lang=en"].concat(),
    }
}
