//! Every word people read, Vietnamese and English side by side.
//!
//! Several lists, so that the citizen bundle carries the words of the survey and no others. A word
//! that is missing in one language does not compile.

/// Makes a list of words and the function that gives it in one language; or a function that gives
/// the words for each case, or for some. A word of a list is a text, unless its type follows its name.
macro_rules! words {
    ($(#[$doc:meta])* $vis:vis $of:ident: $name:ident {
        $($(#[$about:meta])* $word:ident $($kind:ty)?: $vi:expr, $en:expr;)+
    }) => {
        $(#[$doc])*
        $vis struct $name { $($(#[$about])* $vis $word: words!(@ $($kind)?),)+ }

        /// The words in one language.
        $vis fn $of(lang: domain::Lang) -> &'static $name {
            static VI: $name = $name { $($word: $vi,)+ };
            static EN: $name = $name { $($word: $en,)+ };
            match lang {
                domain::Lang::Vi => &VI,
                domain::Lang::En => &EN,
            }
        }
    };
    ($(#[$doc:meta])* $vis:vis fn $of:ident($lang:ident, $case:ident: $all:ty) -> Option<$kind:ty> {
        $($which:pat => $vi:expr, $en:expr;)+
    }) => {
        $(#[$doc])*
        $vis fn $of($lang: domain::Lang, $case: $all) -> Option<$kind> {
            Some(match $lang {
                domain::Lang::Vi => match $case { $($which => $vi,)+ _ => return None },
                domain::Lang::En => match $case { $($which => $en,)+ _ => return None },
            })
        }
    };
    ($(#[$doc:meta])* $vis:vis fn $of:ident($lang:ident, $case:ident: $all:ty) -> $kind:ty {
        $($which:pat => $vi:expr, $en:expr;)+
    }) => {
        $(#[$doc])*
        $vis fn $of($lang: domain::Lang, $case: $all) -> $kind {
            match $lang {
                domain::Lang::Vi => match $case { $($which => $vi,)+ },
                domain::Lang::En => match $case { $($which => $en,)+ },
            }
        }
    };
    (@) => { &'static str };
    (@ $kind:ty) => { $kind };
}

mod about;
mod call;
mod cases;
pub mod claims;
mod faults;
mod feedback;
mod figures;
mod form;
mod invitees;
mod letters;
mod marks;
#[cfg(any(feature = "csr", test))]
pub(crate) mod office;
mod own;
mod pages;
mod record;
mod statements;
mod survey;
mod track;
pub mod trends;

pub use about::{AboutWords, about};
pub use call::{CallWords, call};
pub use cases::{
    CaseFigureWords, case_figure, case_figures, case_kind, case_source, figure_base, figure_value,
};
pub use faults::{fault, spoken};
pub use feedback::{FeedbackWords, feedback};
pub use figures::{FigureWords, count, figures, percent, whole};
pub use form::{FormWords, form};
pub use invitees::{InviteeWords, invitees};
pub use letters::{LetterWords, letters, told};
pub use marks::mark;
pub use own::{OwnWords, own};
pub use pages::{PageWords, TroubleWords, pages};
pub use record::{RecordWords, record};
pub use statements::{Paragraphs, StatementWords, statements};
pub use survey::{SurveyWords, survey};
pub use track::{TrackWords, kind_word, rating_word, state_sentence, state_word, track};
