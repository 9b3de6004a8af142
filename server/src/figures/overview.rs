//! The first page of those who lead: where the department stands, whether it is real, what comes first.

mod choices;
mod comparing;
mod mixing;
mod subjects;

use domain::{
    Lang, Scope,
    office::figures::overview::{Overview, Trouble, findings, sort},
};

use self::{
    comparing::{beside_others, heard},
    subjects::Subjects,
};
use super::{Lens, labels, series::Series, targets::Goals};
use crate::{node::Node, problem::Problem};

/// Who reads the page.
pub struct Reader {
    /// The language.
    pub lang: Lang,
    /// What the right reaches.
    pub scope: Scope,
    /// Whether the reader looks into answers that told of trouble.
    pub sees_troubles: bool,
}

/// The page for a lens that is already cut to the reader's reach.
pub async fn overview(node: &Node, lens: &Lens, reader: &Reader) -> Result<Overview, Problem> {
    let series = Series::read(node, lens).await?;
    let goals = Goals::read(node, series.window.span.first.number() / 100).await?;
    let Subjects { whole, rows, units, left_out } = Subjects::of(&series, lens, reader.lang);
    let (mut told, mut all, mix) = heard(&series, &goals, &[vec![whole], rows].concat());
    all.extend(beside_others(&series, &units, reader.lang));
    let whole = told.remove(0);
    sort(&mut told);
    let (first_things, good_news) = findings(all);
    let (window, books) = (&series.window, &series.books);
    let days = window.scheme.days(window.span).ok_or(Problem::Broken)?;
    Ok(Overview {
        scheme: window.scheme.code.to_owned(),
        period: window.span.to_string(),
        label: window.span.label(),
        first: days.0.to_string(),
        last: days.1.to_string(),
        is_over: series.is_over,
        instrument: series.set().map_or_else(String::new, |set| set.name.get(reader.lang).into()),
        unit: lens.unit.map(|unit| labels::unit(&books.catalogue, unit, reader.lang)),
        demo: books.demo,
        whole,
        rows: told,
        left_out,
        first_things,
        good_news,
        mix,
        troubles: if reader.sees_troubles { troubles(&series, reader.lang) } else { Vec::new() },
        choices: choices::of(&series, lens, reader),
    })
}

/// Questions beside the index with answers that told of trouble.
fn troubles(series: &Series, lang: Lang) -> Vec<Trouble> {
    let told = series.troubles(series.window.period.clone());
    let told = told.into_iter().filter(|(_, told, _)| *told > 0);
    told.map(|(item, told, of)| Trouble { label: item.text.get(lang).to_owned(), told, of })
        .collect()
}
