//! Figures of feedback: what is asked, the cases it is about, gone through once in bounded memory.

mod question;
pub mod table;

use domain::feedback::figures::facts::Facts;

pub use self::question::{Asked, Question, choice};
use crate::{
    node::Node,
    problem::Problem,
    store::feedback::facts::{self, Wanted},
};

/// Goes through the cases that are wanted.
pub async fn each(
    node: &Node,
    wanted: &Wanted,
    see: impl FnMut(&Facts) + Send,
) -> Result<(), Problem> {
    let mut tx = node.db.snapshot().await?;
    Ok(facts::each(&mut tx, wanted, &node.books().classes, see).await?)
}

/// The numbers of the cases that a figure is about, the newest first.
pub async fn cases(node: &Node, question: &Question) -> Result<Vec<i64>, Problem> {
    let books = node.books();
    let frame = question.frame(&books.calendar, node.today()).ok_or(Problem::Broken)?;
    let mut found = Vec::new();
    each(node, &question.wanted, |it| {
        if question.is_listed(it, &frame) {
            found.push((std::cmp::Reverse(it.sent), std::cmp::Reverse(it.number)));
        }
    })
    .await?;
    found.sort_unstable();
    Ok(found.into_iter().map(|(_, number)| number.0).collect())
}
