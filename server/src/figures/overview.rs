//! The first page of those who lead: where the department stands, whether it is real, what comes first.

mod choices;
mod comparing;
mod subjects;

use domain::{
    Lang, Scope,
    figures::{
        index::By,
        mix::{self, Part},
    },
    office::figures::overview::{MixNote, Overview, Trouble, findings, sort},
};

use self::{
    comparing::{beside_others, differs, heard},
    subjects::{Subject, Subjects},
};
use super::{Lens, series::Series, targets::Goals};
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
    let (mut told, mut all) = heard(&series, &goals, &[vec![whole], rows].concat());
    all.extend(beside_others(&series, &units, reader.lang));
    let whole = told.remove(0);
    sort(&mut told);
    let (first_things, good_news) = findings(all);
    let (window, books) = (&series.window, &series.books);
    let days = window.scheme.days(window.span).ok_or(Problem::Broken)?;
    let unit = lens.unit.and_then(|unit| books.catalogue.newest(unit));
    Ok(Overview {
        scheme: window.scheme.code.to_owned(),
        period: window.span.to_string(),
        label: window.span.label(),
        first: days.0.to_string(),
        last: days.1.to_string(),
        is_over: series.is_over,
        instrument: series.set().map_or_else(String::new, |set| set.name.get(reader.lang).into()),
        unit: unit.map(|version| version.name.get(reader.lang).to_owned()),
        demo: books.demo,
        whole,
        rows: told,
        left_out,
        first_things,
        good_news,
        mix: mixed(&series),
        troubles: if reader.sees_troubles { troubles(&series, reader.lang) } else { Vec::new() },
        choices: choices::of(&series, lens, reader),
    })
}

/// Whether the parts of the whole went another way than the whole: only where one decision of both says so.
fn mixed(series: &Series) -> Option<MixNote> {
    let parts = [(By::Procedure, series.procedures()), (By::Channel, series.channels())];
    parts.into_iter().find_map(|(by, keys)| {
        let slices = keys.into_iter().map(|key| Subject::part(by, key));
        let (now, before) = (series.window.period.clone(), series.window.before());
        let part = |slice| Part {
            before: series.compared(&slice, before.clone()).share,
            after: series.compared(&slice, now.clone()).share,
        };
        let parts: Vec<Part> = slices.map(part).collect();
        let mix = mix::standardise(&parts).filter(|mix| mix.is_moved)?;
        let (before, after, standardised) = (mix.before, mix.after, mix.hundredths);
        differs(series, &mix).then_some(MixNote { by, before, after, standardised })
    })
}

/// Questions beside the index with answers that told of trouble.
fn troubles(series: &Series, lang: Lang) -> Vec<Trouble> {
    let told = series.troubles(series.window.period.clone());
    let told = told.into_iter().filter(|(_, told, _)| *told > 0);
    told.map(|(item, told, of)| Trouble { label: item.text.get(lang).to_owned(), told, of })
        .collect()
}
