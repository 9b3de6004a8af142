//! Figures as every door shows them: rows read once, cut as often as wanted, small groups withheld.

mod folding;
mod labels;
mod question;
mod withholding;

use std::sync::Arc;

use domain::{
    Instrument, Lang,
    figures::{
        index::{self, By, Index, IndexRow},
        publish::Floor,
    },
};

use self::folding::Folded;
pub use self::question::{IndexQuery, Question};
use crate::{
    node::{Books, Node},
    problem::Problem,
    store::{
        self,
        tallies::{Counts, TallyKey},
    },
};

/// The tallies that a question is about.
pub struct Figures {
    books: Arc<Books>,
    floor: Floor,
    question: Question,
    rows: Vec<(TallyKey, Counts)>,
}

impl Figures {
    /// Reads what the question is about, once.
    pub async fn read(node: &Node, question: Question) -> Result<Self, Problem> {
        let Question { instrument, from, to, .. } = question;
        let rows = match instrument {
            Some(instrument) => store::index::months(&node.db, instrument, from, to).await?,
            None => Vec::new(),
        };
        Ok(Self { books: node.books(), floor: node.world.floor, question, rows })
    }

    /// The index by units, months or whatever the rows shall be.
    pub fn by(&self, by: By, lang: Lang) -> Index {
        let Some(set) = self.set() else { return self.nothing(by) };
        let (books, question) = (&self.books.catalogue, &self.question);
        let folded = Folded::new(&self.rows, question, by, books);
        let mut named = folded.rows(by, set, question.method);
        labels::name(&mut named, by, set, books, lang);
        let mut rows: Vec<IndexRow> = named.into_iter().map(|(_, row)| row).collect();
        rows.sort_by(|a, b| a.key.cmp(&b.key));
        let mut total = index::row(&folded.total(), by, set, question.method);
        let mut sampling = folded.sampling();
        withholding::withhold(self.floor, (question, by), &mut rows, &mut total, &mut sampling);
        let (method, demo) = (question.method, self.books.demo);
        let tells = matches!(by, By::Unit | By::Procedure) && !total.suppressed;
        let named = tells.then(|| folded.named()).flatten();
        Index { method, instrument: set.key(), by, sampling, demo, rows, total, named }
    }

    fn set(&self) -> Option<&Instrument> {
        self.books.catalogue.instruments.get(&self.question.instrument?)
    }

    fn nothing(&self, by: By) -> Index {
        Index {
            method: self.question.method,
            instrument: String::new(),
            by,
            sampling: Vec::new(),
            demo: self.books.demo,
            rows: Vec::new(),
            total: IndexRow { num: Some(0), den: Some(0), n: Some(0), ..IndexRow::default() },
            named: None,
        }
    }
}
