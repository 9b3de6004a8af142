//! `GET /api/v1/index`: the satisfaction index, from tallies alone.

mod question;

use std::collections::{BTreeMap, HashMap};

use app::text;
use axum::{
    Json,
    extract::{Query, State},
};
use domain::{
    Catalogue, Channel, Instrument, Lang, Sampling,
    day::Month,
    figures::{
        index::{self, By, Cell, Index, IndexRow, SamplingCount},
        publish::{Floor, People},
    },
};

pub use self::question::{Asked, Question};
use crate::{
    problem::{Problem, ProblemReply},
    speech::Speech,
    state::App,
    store::{
        self,
        tallies::{Counts, RowKey},
    },
};

/// The index by unit, procedure, factor, item, month or channel, with small groups withheld.
#[utoipa::path(
    get, path = "/api/v1/index", tag = "index", params(Asked),
    responses(
        (status = 200, body = Index),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn show(
    State(app): State<App>,
    Speech(lang): Speech,
    Query(asked): Query<Asked>,
) -> Result<Json<Index>, Problem> {
    let question = asked.check(&app).await?;
    answer(&app, &question, lang).await.map(Json)
}

/// Answers a checked question.
pub async fn answer(app: &App, question: &Question, lang: Lang) -> Result<Index, Problem> {
    let books = app.books();
    let Some((instrument, set)) =
        question.instrument.and_then(|id| Some((id, books.catalogue.instruments.get(&id)?)))
    else {
        return Ok(nothing(question, books.demo));
    };
    let rows = store::index::months(&app.db, instrument, question.from, question.to).await?;
    let units: HashMap<i64, i64> =
        books.catalogue.units.iter().map(|version| (version.id, version.unit)).collect();
    let folded = Folded::new(&rows, question, &units);
    let mut told = folded.rows(question, set);
    let mut total = index::row(&folded.total(), question.by, set, question.method);
    name(&mut told, question.by, set, &books.catalogue, lang);
    let mut rows: Vec<IndexRow> = told.into_iter().map(|(_, row)| row).collect();
    rows.sort_by(|a, b| a.key.cmp(&b.key));
    let mut sampling = folded.sampling();
    withhold(app, question, &mut rows, &mut total, &mut sampling);
    Ok(Index {
        method: question.method,
        instrument: set.key(),
        by: question.by,
        sampling,
        demo: books.demo,
        rows,
        total,
    })
}

fn nothing(question: &Question, demo: bool) -> Index {
    Index {
        method: question.method,
        instrument: String::new(),
        by: question.by,
        sampling: Vec::new(),
        demo,
        rows: Vec::new(),
        total: IndexRow { num: Some(0), den: Some(0), n: Some(0), ..IndexRow::default() },
    }
}

/// Stored rows summed by what was asked for.
#[derive(Default)]
struct Folded {
    groups: BTreeMap<i64, Counts>,
    sampling: BTreeMap<i64, u64>,
    all: Counts,
}

impl Folded {
    fn new(rows: &[(RowKey, Counts)], question: &Question, units: &HashMap<i64, i64>) -> Self {
        let mut folded = Self::default();
        for (key, counts) in rows {
            let RowKey { period, unit: version, procedure, channel, sampling, .. } = key;
            let unit = units.get(version).copied().unwrap_or(0);
            if question.units.as_ref().is_some_and(|family| !family.contains(&unit))
                || question.procedure.is_some_and(|wanted| wanted != *procedure)
            {
                continue;
            }
            let group = match question.by {
                By::Unit => unit,
                By::Procedure => *procedure,
                By::Month => *period,
                By::Channel => *channel,
                By::Factor | By::Item => 0,
            };
            folded.groups.entry(group).or_default().add(counts);
            *folded.sampling.entry(*sampling).or_default() += counts.ballots();
            folded.all.add(counts);
        }
        folded
    }

    fn rows(&self, question: &Question, set: &Instrument) -> Vec<(i64, IndexRow)> {
        let cells: Vec<Cell> =
            self.groups.iter().flat_map(|(group, counts)| cells(*group, counts)).collect();
        index::group(&cells, question.by, set)
            .into_iter()
            .map(|(key, group)| (key, index::row(&group, question.by, set, question.method)))
            .collect()
    }

    fn total(&self) -> index::Group {
        let mut total = index::Group::default();
        cells(0, &self.all).for_each(|cell| total.add(&cell));
        total
    }

    fn sampling(&self) -> Vec<SamplingCount> {
        let kinds = self.sampling.iter();
        kinds
            .filter_map(|(kind, n)| {
                Some(SamplingCount { kind: Sampling::from_number(*kind)?, n: Some(*n) })
            })
            .collect()
    }
}

fn cells(group: i64, counts: &Counts) -> impl Iterator<Item = Cell> + '_ {
    counts.tallies().map(move |(item, tally)| Cell { group, item, tally })
}

/// Gives every row its key and label.
fn name(rows: &mut [(i64, IndexRow)], by: By, set: &Instrument, books: &Catalogue, lang: Lang) {
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
        };
        (row.key, row.label) =
            named.unwrap_or_else(|| (String::new(), text::figures(lang).unnamed.to_owned()));
    }
}

/// Withholds what is too small: rows, and everything where the unit or procedure asked about is.
fn withhold(
    app: &App,
    question: &Question,
    rows: &mut [IndexRow],
    total: &mut IndexRow,
    sampling: &mut [SamplingCount],
) {
    let Floor { cell, index } = app.world.floor;
    let named = matches!(question.by, By::Unit | By::Procedure);
    let narrow = named || question.units.is_some() || question.procedure.is_some();
    if (1..if narrow { index } else { cell }).contains(&total.answered) {
        total.withhold();
        rows.iter_mut().for_each(IndexRow::withhold);
        sampling.iter_mut().for_each(|kind| kind.n = None);
        return;
    }
    let kind = match question.by {
        By::Factor | By::Item => People::Shared,
        _ => People::Apart,
    };
    index::suppress(rows, if named { index } else { cell }, kind);
    index::suppress_kinds(sampling, cell);
}
