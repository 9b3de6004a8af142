//! Figures as they stand now, for staff alone: rows read once, cut as often as wanted. What everybody may
//! read is in [`crate::publications`].

pub mod behind;
mod folding;
mod joined;
pub mod labels;
mod lens;
pub mod overview;
mod question;
pub mod series;
pub mod targets;
pub mod window;

use std::sync::Arc;

use domain::{
    Instrument, Lang,
    figures::index::{By, Index, IndexRow},
};

use self::folding::Folded;
pub use self::{
    lens::{Lens, LensQuery},
    question::{IndexQuery, Question},
};
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
    question: Question,
    rows: Vec<(TallyKey, Counts)>,
    /// Those of the earlier versions that are joined, the newest first.
    earlier: Vec<(i64, Vec<(TallyKey, Counts)>)>,
}

impl Figures {
    /// Reads what the question is about, once.
    pub async fn read(node: &Node, question: Question) -> Result<Self, Problem> {
        let rows = match question.instrument {
            Some(instrument) => {
                store::index::months(&node.db, instrument, question.from, question.to).await?
            }
            None => Vec::new(),
        };
        let books = node.books();
        let earlier = match question.joins {
            true => joined::earlier(node, &books.catalogue, &question).await?,
            false => Vec::new(),
        };
        Ok(Self { books, question, rows, earlier })
    }

    /// The index by units, months or whatever the rows shall be.
    pub fn by(&self, by: By, lang: Lang) -> Index {
        let Some(set) = self.set() else { return self.nothing(by) };
        let (books, question) = (&self.books.catalogue, &self.question);
        let folded = Folded::new(&self.rows, question, by, books);
        let line = joined::Line::of(set, &self.earlier, books);
        let mut named = match &line {
            Some(line) => line.rows(question, (&folded, &self.earlier), books, lang),
            None => folded.rows(by, set, question.method, |_| true),
        };
        if line.is_none() {
            labels::name(&mut named, by, set, books, lang);
        }
        named.sort_by(|(_, a), (_, b)| a.key.cmp(&b.key));
        let rows: Vec<IndexRow> = named.into_iter().map(|(_, row)| row).collect();
        let comparable = line.map(|line| line.codes()).unwrap_or_default();
        let total = folded.total(by, set, question.method);
        let sampling = folded.sampling();
        let (method, demo) = (question.method, self.books.demo);
        let tells = matches!(by, By::Unit | By::Procedure);
        let named = tells.then(|| folded.named()).flatten();
        Index { method, instrument: set.key(), by, sampling, demo, rows, total, named, comparable }
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
            comparable: Vec::new(),
        }
    }
}
