//! The name of every row, in the reader's language.

use app::text;
use domain::{
    Catalogue, Channel, Instrument, Lang, Sampling,
    day::Month,
    figures::index::{By, IndexRow},
};

/// What a unit with those below it is called: its name, and that they count too, where there are any.
pub fn unit(books: &Catalogue, unit: i64, lang: Lang) -> String {
    let name =
        books.newest(unit).map(|version| version.name.get(lang).to_owned()).unwrap_or_default();
    match books.family(unit).len() {
        0 | 1 => name,
        _ => (text::figures(lang).with_those_below)(&name),
    }
}

/// Gives every row its key and label.
pub fn name(rows: &mut [(i64, IndexRow)], by: By, set: &Instrument, books: &Catalogue, lang: Lang) {
    for (key, row) in rows {
        let named = match by {
            By::Unit => books.newest(*key).map(|v| (v.code.clone(), v.name.get(lang).to_owned())),
            By::Procedure => books
                .procedures
                .iter()
                .rfind(|v| v.procedure == *key)
                .map(|v| (v.code.clone(), v.name.get(lang).to_owned())),
            By::Factor => usize::try_from(*key)
                .ok()
                .and_then(|place| set.factors.get(place))
                .map(|factor| (factor.code.clone(), factor.name.get(lang).to_owned())),
            By::Item => usize::try_from(*key - 1)
                .ok()
                .and_then(|place| set.items.get(place))
                .map(|item| (item.code.clone(), item.text.get(lang).to_owned())),
            By::Month => Month::from_number(*key).map(|month| (month.to_string(), month.label())),
            By::Channel => Channel::from_number(*key).map(|channel| {
                let label = text::figures(lang).channels[channel.place()];
                (channel.name().to_owned(), label.to_owned())
            }),
            By::Sampling => Sampling::from_number(*key).map(|kind| {
                let label = text::figures(lang).sampling[kind.place()];
                (kind.name().to_owned(), label.to_owned())
            }),
        };
        (row.key, row.label) =
            named.unwrap_or_else(|| (String::new(), text::figures(lang).unnamed.to_owned()));
    }
}
