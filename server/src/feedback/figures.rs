//! Figures of feedback: what is asked, the cases it is about, gone through once in bounded memory.

mod question;
pub mod table;

use domain::feedback::figures::facts::Facts;

pub use self::question::{Asked, Question};
use crate::{
    node::Node,
    problem::Problem,
    store::feedback::facts::{self, PAGE, Wanted},
};

/// Goes through the cases that are wanted, a page at a time.
pub async fn each(
    node: &Node,
    wanted: &Wanted,
    mut see: impl FnMut(&Facts) + Send,
) -> Result<(), Problem> {
    let books = node.books();
    let mut tx = node.db.snapshot().await?;
    let mut after = 0;
    loop {
        let page = facts::page(&mut tx, wanted, &books.classes, after).await?;
        page.iter().for_each(&mut see);
        match page.last() {
            Some(last) if page.len() == PAGE => after = last.number,
            _ => return Ok(()),
        }
    }
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
