//! `GET /api/v1/office/comments`: what people added in words, as far as each reader may see it.

use app::text::mark;
use axum::{
    Json,
    extract::{Query, State},
};
use domain::{
    Catalogue, Fault, Lang, Reason, Scope,
    ballot::{Mark, unpack},
    day,
    listing::{ListPage, Part},
    office::surveys::comments::{CommentQuery, CommentRow, Question},
    people::{
        mask::masked,
        role::{Reach, handles},
    },
};
use serde_json::json;

use crate::{
    node::{Books, Node},
    problem::{Problem, ProblemReply},
    speech::Speech,
    staff::{Deed, Staff},
    store::comments::{self, START, StoredComment},
};

/// Comments that one search looks through at the most.
const MOST_SEARCHED: usize = 20_000;
/// Comments that are looked through between two chances for others.
const STRETCH: i64 = 500;

/// Comments, the newest day first. Whatever tells who somebody is is masked, unless the reader works
/// in the unit that handles the ballot or one above it; to inspectors and leaders always. Each page
/// read goes on the record.
#[utoipa::path(
    get, path = "/comments", params(CommentQuery),
    responses(
        (status = 200, body = ListPage<CommentRow>),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
    Speech(lang): Speech,
    Query(query): Query<CommentQuery>,
) -> Result<Json<ListPage<CommentRow>>, Problem> {
    let books = node.books();
    let question = query.check(&books.catalogue, &staff.scope).map_err(Problem::faults)?;
    let reach = if handles(staff.role) { Reach::Below } else { Reach::Nothing };
    let own = Scope::of(reach, staff.unit, &books.catalogue, node.today());
    let eyes = Eyes { books: &books, own, lang };
    let page = match question.q.is_empty() {
        true => read(&node, &question, &eyes, query.page).await?,
        false => search(&node, &question, &eyes, query.page).await?,
    };
    let entry = json!({
        "unit": query.unit, "campaign": query.campaign, "from": query.from, "to": query.to,
        // The words looked for may be somebody's name: they stay untold.
        "searched": !query.q.is_empty(),
        "page": page.page, "rows": page.rows.len(),
        "unmasked": page.rows.iter().filter(|seen| seen.is_own).count(),
    });
    staff.note(&node, Deed::new("comments.read", "comments").after(entry)).await?;
    let ListPage { rows, total, page, pages } = page;
    let rows = rows.into_iter().map(|seen| seen.row).collect();
    Ok(Json(ListPage { rows, total, page, pages }))
}

async fn read(
    node: &Node,
    question: &Question,
    eyes: &Eyes<'_>,
    page: usize,
) -> Result<ListPage<Seen>, Problem> {
    let part = Part::of(comments::count(&node.db, question).await?, page);
    let (most, skip) = part.bounds();
    let rows = comments::rows(&node.db, question, START, skip, most).await?;
    Ok(part.with(rows.into_iter().map(|row| eyes.see(row)).collect()))
}

/// Looks for words in what the reader gets to see: a search must not tell what is masked.
async fn search(
    node: &Node,
    question: &Question,
    eyes: &Eyes<'_>,
    page: usize,
) -> Result<ListPage<Seen>, Problem> {
    let in_question = comments::count(&node.db, question).await?;
    if usize::try_from(in_question).is_ok_and(|count| count > MOST_SEARCHED) {
        return Err(Problem::faults(vec![Fault::new("from", Reason::TooManyRows(MOST_SEARCHED))]));
    }
    let mut found = Vec::new();
    let mut after = START;
    loop {
        let rows = comments::rows(&node.db, question, after, 0, STRETCH).await?;
        let Some(last) = rows.last() else { break };
        after = (last.day, last.ballot_id);
        let seen = rows.into_iter().map(|row| eyes.see(row));
        found.extend(seen.filter(|seen| question.q.is_in(&[&seen.row.text])));
        tokio::task::yield_now().await;
    }
    Ok(Part::of(found.len(), page).cut(found))
}

/// A comment as its reader sees it, and whether that is because the reader's own unit handles it.
struct Seen {
    row: CommentRow,
    is_own: bool,
}

/// The lowest level of satisfaction among a ballot's answers.
fn lowest(books: &Catalogue, instrument: i64, answers: &[u8]) -> Option<u8> {
    let items = &books.instruments.get(&instrument)?.items;
    let levels = items.iter().zip(unpack(answers)?).filter(|(item, _)| item.counts());
    let levels = levels.filter_map(|(_, mark)| match mark {
        Mark::Level(level) => Some(level),
        Mark::Blank | Mark::NotApplicable => None,
    });
    levels.min()
}

/// How one reader sees comments.
struct Eyes<'a> {
    books: &'a Books,
    own: Scope,
    lang: Lang,
}

impl Eyes<'_> {
    fn see(&self, row: StoredComment) -> Seen {
        let books = &self.books.catalogue;
        let day = day::from_number(row.day);
        let unit = books.units.iter().find(|it| Some(it.id) == row.unit_version_id);
        let of_then = |from: domain::day::Period| day.is_some_and(|day| from.holds(day));
        let mut of_procedure = books.procedures.iter();
        let procedure =
            of_procedure.find(|it| Some(it.procedure) == row.procedure_id && of_then(it.period));
        let campaign = books.campaigns.values().find(|it| it.id == row.campaign_id);
        let is_own = unit.is_some_and(|unit| self.own.holds(Some(unit.unit)));
        let text = match is_own {
            true => row.text.clone(),
            false => masked(&row.text, |kind| mark(self.lang, kind)),
        };
        let lowest_level = campaign.and_then(|it| lowest(books, it.instrument, &row.answers));
        let shown = CommentRow {
            lowest_level,
            day: day.map(|day| day.to_string()).unwrap_or_default(),
            unit: unit.map(|unit| unit.code.clone()),
            unit_name: unit.map(|unit| unit.name.clone()),
            procedure: procedure.map(|procedure| procedure.code.clone()),
            procedure_name: procedure.map(|procedure| procedure.name.clone()),
            campaign: campaign.map(|campaign| campaign.code.clone()).unwrap_or_default(),
            campaign_title: campaign.map(|campaign| campaign.title.clone()).unwrap_or_default(),
            masked: text != row.text,
            text,
            publishable: row.publishable,
        };
        Seen { row: shown, is_own }
    }
}
