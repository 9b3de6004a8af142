//! Months of several versions of a question set as one line, which breaks between them.

use domain::{
    Catalogue, Instrument, Lang,
    figures::{
        index::{By, IndexRow},
        versions,
    },
};

use super::{Folded, Question, labels};
use crate::{
    node::Node,
    problem::Problem,
    store::{
        self,
        tallies::{Counts, TallyKey},
    },
};

/// The tallies of a version.
type Version = (i64, Vec<(TallyKey, Counts)>);

/// The tallies of the versions before the one that is asked for, the newest first, down to the oldest that
/// has any in these months.
pub(super) async fn earlier(
    node: &Node,
    books: &Catalogue,
    question: &Question,
) -> Result<Vec<Version>, Problem> {
    let Some(set) = question.instrument.and_then(|id| books.instruments.get(&id)) else {
        return Ok(Vec::new());
    };
    let mut versions = Vec::new();
    for older in before(set, books) {
        let Some((id, _)) = books.instrument(&older.key()) else { break };
        let rows = store::index::months(&node.db, id, question.from, question.to).await?;
        versions.push((id, rows));
    }
    while versions.last().is_some_and(|(_, rows)| rows.is_empty()) {
        versions.pop();
    }
    Ok(versions)
}

/// The versions before one, the newest first.
pub(super) fn before<'a>(set: &'a Instrument, books: &'a Catalogue) -> Vec<&'a Instrument> {
    versions::earlier(set, |code, version| {
        books.instruments.values().find(|it| it.code == code && it.version == version)
    })
}

/// The versions that make one line, the newest first, and what all of them ask alike.
pub(super) struct Line<'a> {
    versions: Vec<&'a Instrument>,
    codes: Vec<&'a str>,
}

impl<'a> Line<'a> {
    /// The line of a version and those before it; none where there is nothing to join.
    pub(super) fn of(
        set: &'a Instrument,
        earlier: &[Version],
        books: &'a Catalogue,
    ) -> Option<Self> {
        let older = earlier.iter().filter_map(|(id, _)| books.instruments.get(id));
        let versions: Vec<&Instrument> = [set].into_iter().chain(older).collect();
        let codes = versions::comparable(&versions);
        (versions.len() > 1 && !codes.is_empty()).then_some(Self { versions, codes })
    }

    /// The codes of what is compared.
    pub(super) fn codes(&self) -> Vec<String> {
        self.codes.iter().map(|code| (*code).to_owned()).collect()
    }

    /// The months of every version, each with the version it is of: never two of them pooled.
    pub(super) fn rows(
        &self,
        question: &Question,
        (newest, earlier): (&Folded, &[Version]),
        books: &Catalogue,
        lang: Lang,
    ) -> Vec<(i64, IndexRow)> {
        let older: Vec<Folded> =
            earlier.iter().map(|(_, rows)| Folded::new(rows, question, By::Month, books)).collect();
        let mut all = Vec::new();
        // The oldest first: in a month of two versions the line goes from the older to the newer.
        let folded: Vec<&Folded> = [newest].into_iter().chain(&older).collect();
        for (set, folded) in self.versions.iter().zip(folded).rev() {
            let compared = |place: i64| {
                let item = usize::try_from(place - 1).ok().and_then(|at| set.items.get(at));
                item.is_some_and(|item| self.codes.contains(&item.code.as_str()))
            };
            let mut rows = folded.rows(By::Month, set, question.method, compared);
            labels::name(&mut rows, By::Month, set, books, lang);
            for (_, row) in &mut rows {
                row.instrument = Some(set.key());
                if set.version != self.versions[0].version {
                    row.label = format!("{} ({})", row.label, set.key());
                }
            }
            all.extend(rows);
        }
        all
    }
}
