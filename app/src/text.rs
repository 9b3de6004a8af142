//! Every word people read, in Vietnamese first and in English.
//!
//! Several lists, so that the citizen bundle carries the words of the survey and no others. A word
//! that is missing in one language does not compile.

mod en;
mod faults;
mod figures;
mod invitees;
mod marks;
#[cfg(any(feature = "csr", test))]
pub(crate) mod office;
mod own;
mod pages;
mod record;
mod survey;
mod vi;

use domain::Lang;

pub use faults::{fault, spoken};
pub use figures::{FigureWords, count, percent};
pub use invitees::{InviteeWords, invitees};
pub use marks::mark;
pub use own::{OwnWords, own};
pub use pages::{PageWords, TroubleWords};
pub use record::{RecordWords, record};
pub use survey::SurveyWords;

/// The words of the survey and its receipt.
pub fn survey(lang: Lang) -> &'static SurveyWords {
    match lang {
        Lang::Vi => &vi::SURVEY,
        Lang::En => &en::SURVEY,
    }
}

/// The words around and between the pages.
pub fn pages(lang: Lang) -> &'static PageWords {
    match lang {
        Lang::Vi => &vi::PAGES,
        Lang::En => &en::PAGES,
    }
}

/// The words beside figures: results, charts and the office.
pub fn figures(lang: Lang) -> &'static FigureWords {
    match lang {
        Lang::Vi => &vi::FIGURES,
        Lang::En => &en::FIGURES,
    }
}
