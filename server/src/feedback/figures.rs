//! Figures of feedback: what is asked, the cases it is about, gone through once in bounded memory.

mod question;
pub mod table;

use domain::feedback::figures::{facts::Facts, requests::RequestFacts};

pub use self::question::{Asked, Question, choice};
use super::requests::facts as request_facts;
use crate::{
    node::Node,
    problem::Problem,
    store::feedback::{
        facts::{self, Wanted},
        requests as stored,
    },
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

/// The requests that a figure is about, the newest first.
pub async fn requests(node: &Node, question: &Question) -> Result<Vec<stored::Listed>, Problem> {
    let books = node.books();
    let frame = question.frame(&books.calendar, node.today()).ok_or(Problem::Broken)?;
    let all = of_period(node, question).await?;
    let is_listed = |it: &stored::Listed| {
        request_facts(it).is_some_and(|it| question.is_request_listed(&it, &frame))
    };
    Ok(all.into_iter().filter(is_listed).collect())
}

/// The requests of the period; none where only some ways in or kinds are asked for, which requests have not.
pub async fn each_request(node: &Node, question: &Question) -> Result<Vec<RequestFacts>, Problem> {
    if !question.tells_requests() {
        return Ok(Vec::new());
    }
    Ok(of_period(node, question).await?.iter().filter_map(request_facts).collect())
}

async fn of_period(node: &Node, question: &Question) -> Result<Vec<stored::Listed>, Problem> {
    let Wanted { reader, is_everything, units, first, end, .. } = &question.wanted;
    let wanted = stored::Wanted {
        reader: *reader,
        is_everything: *is_everything,
        units,
        first: *first,
        end: *end,
    };
    Ok(stored::asked(&mut node.db.snapshot().await?, &wanted).await?)
}
