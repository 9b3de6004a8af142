//! Figures of feedback as a table: the same for the office's page, for programs and for files.

use std::collections::{BTreeMap, BTreeSet};

use app::text;
use domain::{
    Lang,
    day::{self, Month},
    feedback::{
        figures::{
            facts::Facts, figure::Figure, frame::Frame, passing, requests::RequestFacts, sums::Sums,
        },
        kind::{Kind, Source},
    },
    figures::period::Period,
    office::feedback::figures::{FeedbackFigures, FigureCell, FigureRow, Grouping, NO_UNIT},
};

use super::{Question, each, each_request};
use crate::{
    node::{Books, Node},
    problem::Problem,
};

/// The office's page that lists cases.
const LIST: &str = "/van-phong/gop-y";
/// The one that lists requests.
const REQUESTS: &str = "/van-phong/phoi-hop";
/// The row of what no unit has.
const NONE: i64 = 0;

/// Rows that are being added up, by the number of what they are of.
struct Rows<'a> {
    by: Grouping,
    frame: Frame<'a>,
    /// The months of the period that have begun.
    months: Vec<(i64, Frame<'a>)>,
    /// Whether a unit has a row of its own.
    has_row: Box<dyn Fn(i64) -> bool + Send + 'a>,
    sums: BTreeMap<i64, Sums>,
    total: Sums,
}

/// The figures that are asked for.
pub async fn read(
    node: &Node,
    question: &Question,
    lang: Lang,
) -> Result<FeedbackFigures, Problem> {
    let (books, today) = (node.books(), node.today());
    let frame = question.frame(&books.calendar, today).ok_or(Problem::Broken)?;
    let of_month = |month: Month| {
        let period = Period { first: month, months: 1, ..question.period };
        let days = period.days().filter(|(first, _)| *first <= today)?;
        Some((month.number(), Frame::new(&books.calendar, days, today)))
    };
    let wanted = &question.wanted;
    let mut rows = Rows {
        by: question.by,
        frame,
        months: question.period.each_month().filter_map(of_month).collect(),
        has_row: Box::new(|unit| wanted.is_everything || wanted.units.contains(&unit)),
        sums: BTreeMap::new(),
        total: Sums::default(),
    };
    each(node, wanted, |it| rows.add(it)).await?;
    each_request(node, question).await?.iter().for_each(|it| rows.add_request(it));
    let Rows { by, frame, sums, total, .. } = rows;
    let mut rows: Vec<FigureRow> = sums
        .iter()
        .filter(|(_, sums)| !sums.is_empty())
        .filter_map(|(key, sums)| row(&books, question, *key, sums, lang))
        .collect();
    if by == Grouping::Unit {
        // What no unit has stands last.
        rows.sort_by_cached_key(|row| (row.key == NO_UNIT, row.label.clone()));
    }
    let (key, label) = (String::new(), text::case_figures(lang).total.to_owned());
    let figures = cells(question, &total, |figure| question.list(figure, None));
    Ok(FeedbackFigures {
        scheme: question.period.scheme.code.to_owned(),
        period: question.period.to_string(),
        first_day: frame.first.to_string(),
        last_day: frame.last.to_string(),
        as_of: frame.end.to_string(),
        by,
        rows,
        total: FigureRow { key, label, figures },
    })
}

impl Rows<'_> {
    fn add(&mut self, it: &Facts) {
        self.total.add(it, &self.frame);
        self.total.add_held(it, &self.frame, None);
        match self.by {
            Grouping::Unit => self.add_by_unit(it),
            Grouping::Source => self.add_to(it.source.number(), it),
            Grouping::Kind => self.add_to(it.kind.number(), it),
            Grouping::Month => {
                for (month, frame) in &self.months {
                    let sums = self.sums.entry(*month).or_default();
                    sums.add(it, frame);
                    sums.add_held(it, frame, None);
                }
            }
        }
    }

    /// A request counts for the unit that is asked.
    fn add_request(&mut self, it: &RequestFacts) {
        self.total.add_request(it, &self.frame);
        match self.by {
            Grouping::Unit => self.sums.entry(it.unit).or_default().add_request(it, &self.frame),
            Grouping::Month => {
                for (month, frame) in &self.months {
                    self.sums.entry(*month).or_default().add_request(it, frame);
                }
            }
            Grouping::Source | Grouping::Kind => {}
        }
    }

    fn add_to(&mut self, key: i64, it: &Facts) {
        let sums = self.sums.entry(key).or_default();
        sums.add(it, &self.frame);
        sums.add_held(it, &self.frame, None);
    }

    /// A case counts for one unit, the days it was held for each that led it.
    fn add_by_unit(&mut self, it: &Facts) {
        self.sums.entry(it.unit.unwrap_or(NONE)).or_default().add(it, &self.frame);
        let led: BTreeSet<i64> = passing::held(it, &self.frame).map(|(unit, _)| unit).collect();
        for unit in led.into_iter().filter(|unit| (self.has_row)(*unit)) {
            self.sums.entry(unit).or_default().add_held(it, &self.frame, Some(unit));
        }
    }
}

/// A row with its name, and the lists of its cases.
fn row(books: &Books, question: &Question, key: i64, sums: &Sums, lang: Lang) -> Option<FigureRow> {
    let words = text::case_figures(lang);
    let (name, key, label) = match question.by {
        Grouping::Unit if key == NONE => ("lead", NO_UNIT.to_owned(), words.no_unit.to_owned()),
        Grouping::Unit => {
            let version = books.catalogue.newest(key)?;
            ("lead", version.code.clone(), version.name.get(lang).to_owned())
        }
        Grouping::Source => {
            let source = Source::from_number(key)?;
            ("source", source.name().to_owned(), text::case_source(lang, source).to_owned())
        }
        Grouping::Kind => {
            let kind = Kind::from_number(key)?;
            ("kind", kind.name().to_owned(), text::case_kind(lang, kind).to_owned())
        }
        Grouping::Month => {
            let month = Month::from_number(key)?;
            ("period", month.to_string(), month.label())
        }
    };
    let figures = cells(question, sums, |figure| question.list(figure, Some((name, &key))));
    Some(FigureRow { key, label, figures })
}

/// The figures of a row; those of requests where they are told.
fn cells(question: &Question, sums: &Sums, list: impl Fn(Figure) -> String) -> Vec<FigureCell> {
    let cell = |figure: &Figure| {
        let told = sums.of(*figure);
        FigureCell {
            figure: *figure,
            num: told.num,
            den: told.den,
            base: figure.base(),
            measure: figure.measure(),
            value: told.value,
            cases: told.cases,
            list: [page(*figure), "?", &list(*figure)].concat(),
        }
    };
    let told = |figure: &&Figure| !figure.is_of_requests() || question.tells_requests();
    Figure::ALL.iter().filter(told).map(cell).collect()
}

/// The page that lists what a figure is about.
fn page(figure: Figure) -> &'static str {
    if figure.is_of_requests() { REQUESTS } else { LIST }
}

/// The name of a file with these figures: what, scheme, period, and the day as of which.
pub fn file_name(it: &FeedbackFigures) -> String {
    let day = day::read(&it.as_of).map(day::number).unwrap_or_default();
    format!("feedback-{}-{}-{}-{day}", it.by.name(), it.scheme, it.period)
}
