//! Figures as every door shows them: rows read once, cut as often as wanted, small groups withheld.

mod folding;
mod guard;
mod labels;
mod question;
mod withholding;

use std::sync::Arc;

use domain::{
    Instrument, Lang,
    day::Month,
    figures::{
        index::{self, By, Index, IndexRow},
        publish::Floor,
    },
};

pub use self::question::{IndexQuery, Question};
use self::{folding::Folded, guard::Guard, withholding::Answer};
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
    /// Of every month: what may be told of some of them depends on the others.
    rows: Vec<(TallyKey, Counts)>,
    guard: Guard,
}

impl Figures {
    /// Reads what the question is about, once.
    pub async fn read(node: &Node, question: Question) -> Result<Self, Problem> {
        let rows = match question.instrument {
            Some(instrument) => {
                store::index::months(&node.db, instrument, Month::FIRST, Month::LAST).await?
            }
            None => Vec::new(),
        };
        let (books, floor) = (node.books(), node.world.floor);
        let set = question.instrument.and_then(|it| books.catalogue.instruments.get(&it));
        let guard = set.map(|set| Guard::new(&rows, &books.catalogue, set, floor.index));
        Ok(Self { guard: guard.unwrap_or_default(), books, floor, question, rows })
    }

    /// The index by units, months or whatever the rows shall be.
    pub fn by(&self, by: By, lang: Lang) -> Index {
        let Some(set) = self.set() else { return self.nothing(by) };
        let (books, question) = (&self.books.catalogue, &self.question);
        let folded = Folded::new(&self.rows, question, by, books);
        let mut named = folded.rows(by, set, question.method);
        labels::name(&mut named, by, set, books, lang);
        named.sort_by(|(_, a), (_, b)| a.key.cmp(&b.key));
        let (numbers, mut rows): (Vec<i64>, Vec<IndexRow>) = named.into_iter().unzip();
        let mut total = index::row(&folded.total(), by, set, question.method);
        let mut sampling = folded.sampling();
        let verdict = self.guard.verdict(&self.rows, (question, by), set);
        let answer = Answer { rows: &mut rows, total: &mut total, sampling: &mut sampling };
        withholding::withhold(self.floor, (question, by), (&verdict, &numbers), answer);
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
