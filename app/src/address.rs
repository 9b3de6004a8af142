//! Addresses of our own pages, in the language they should be read in.

use domain::Lang;

/// An address with the language it should be read in; Vietnamese needs no mark.
pub fn in_language(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => path.to_owned(),
        Lang::En if path.contains('?') => [path, "&lang=en"].concat(),
        Lang::En => [path, "?lang=en"].concat(),
    }
}
