//! The words of the office pages, Vietnamese and English side by side.
//!
//! A word that is missing in one language does not compile. Only the office bundle carries them.

/// Makes a list of words and the function that gives it in one language.
macro_rules! words {
    ($(#[$doc:meta])* $of:ident: $name:ident { $($word:ident: $vi:expr, $en:expr;)+ }) => {
        $(#[$doc])*
        pub(crate) struct $name { $(pub(crate) $word: &'static str,)+ }

        /// The words in one language.
        pub(crate) fn $of(lang: domain::Lang) -> &'static $name {
            static VI: $name = $name { $($word: $vi,)+ };
            static EN: $name = $name { $($word: $en,)+ };
            match lang {
                domain::Lang::Vi => &VI,
                domain::Lang::En => &EN,
            }
        }
    };
}

pub(crate) mod account;
pub(crate) mod books;
pub(crate) mod frame;
pub(crate) mod invitees;
pub(crate) mod names;
pub(crate) mod record;

use domain::Lang;

/// The one of two texts that is in the reader's language.
pub(crate) fn of<T>(lang: Lang, vi: T, en: T) -> T {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}
