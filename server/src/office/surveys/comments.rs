//! `GET /api/v1/office/comments`: what people added in words, as far as each reader may see it.

use app::text::mark;
use axum::{
    Json,
    extract::{Query, State},
};
use domain::{
    Fault, Lang, Reason, Scope, day,
    listing::{Listed, Part},
    office::surveys::comments::{Asked, CommentRow, Question},
    people::{
        mask::masked,
        role::{Reach, handles},
    },
};
use serde_json::json;

use crate::{
    problem::{Problem, ProblemReply},
    speech::Speech,
    staff::{Done, Staff},
    state::{App, Books},
    store::comments::{self, Row, START},
};

/// Comments that one search looks through at the most.
const MOST_SEARCHED: usize = 20_000;
/// Comments that are looked through between two chances for others.
const STRETCH: i64 = 500;

/// Comments, the newest day first. Whatever tells who somebody is is masked, unless the reader works
/// in the unit that handles the ballot or one above it; to inspectors and leaders always. Each page
/// read goes on the record.
#[utoipa::path(
    get, path = "/comments", params(Asked),
    responses(
        (status = 200, body = Listed<CommentRow>),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Speech(lang): Speech,
    Query(asked): Query<Asked>,
) -> Result<Json<Listed<CommentRow>>, Problem> {
    let books = app.books();
    let question = asked.check(&books.catalogue, &staff.scope).map_err(Problem::faults)?;
    let reach = if handles(staff.role) { Reach::Below } else { Reach::Nothing };
    let own = Scope::of(reach, staff.unit, &books.catalogue, app.today());
    let eyes = Eyes { books: &books, own, lang };
    let page = match question.q.is_empty() {
        true => read(&app, &question, &eyes, asked.page).await?,
        false => search(&app, &question, &eyes, asked.page).await?,
    };
    let told = json!({
        "unit": asked.unit, "campaign": asked.campaign, "from": asked.from, "to": asked.to,
        // The words looked for may be somebody's name: they stay untold.
        "searched": !asked.q.is_empty(),
        "page": page.page, "rows": page.rows.len(),
        "unmasked": page.rows.iter().filter(|row| !row.masked).count(),
    });
    staff.note(&app, Done::new("comments.read", "comments").after(told)).await?;
    Ok(Json(page))
}

async fn read(
    app: &App,
    question: &Question,
    eyes: &Eyes<'_>,
    page: usize,
) -> Result<Listed<CommentRow>, Problem> {
    let part = Part::of(comments::count(&app.db, question).await?, page);
    let (most, skip) = part.bounds();
    let rows = comments::rows(&app.db, question, START, skip, most).await?;
    Ok(part.with(rows.into_iter().map(|row| eyes.see(row)).collect()))
}

/// Looks for words in what the reader gets to see: a search must not tell what is masked.
async fn search(
    app: &App,
    question: &Question,
    eyes: &Eyes<'_>,
    page: usize,
) -> Result<Listed<CommentRow>, Problem> {
    let in_question = comments::count(&app.db, question).await?;
    if usize::try_from(in_question).is_ok_and(|count| count > MOST_SEARCHED) {
        return Err(Problem::faults(vec![Fault::new("from", Reason::TooManyRows(MOST_SEARCHED))]));
    }
    let mut found = Vec::new();
    let mut after = START;
    loop {
        let rows = comments::rows(&app.db, question, after, 0, STRETCH).await?;
        let Some(last) = rows.last() else { break };
        after = (last.day, last.ballot_id);
        let seen = rows.into_iter().map(|row| eyes.see(row));
        found.extend(seen.filter(|row| question.q.is_in(&[&row.text])));
        tokio::task::yield_now().await;
    }
    Ok(Part::of(found.len(), page).cut(found))
}

/// How one reader sees comments.
struct Eyes<'a> {
    books: &'a Books,
    own: Scope,
    lang: Lang,
}

impl Eyes<'_> {
    fn see(&self, row: Row) -> CommentRow {
        let books = &self.books.catalogue;
        let day = day::from_number(row.day);
        let unit = books.units.iter().find(|it| Some(it.id) == row.unit_version_id);
        let of_then = |from: domain::day::Period| day.is_some_and(|day| from.holds(day));
        let mut of_procedure = books.procedures.iter();
        let procedure = of_procedure
            .find(|it| Some(it.procedure) == row.procedure_id && of_then(it.period))
            .map(|it| it.code.clone());
        let campaign = books.campaigns.values().find(|it| it.id == row.campaign_id);
        let is_own = unit.is_some_and(|unit| self.own.holds(Some(unit.unit)));
        CommentRow {
            day: day.map(|day| day.to_string()).unwrap_or_default(),
            unit: unit.map(|unit| unit.code.clone()),
            unit_name: unit.map(|unit| unit.name.clone()),
            procedure,
            campaign: campaign.map(|campaign| campaign.code.clone()).unwrap_or_default(),
            text: match is_own {
                true => row.text,
                false => masked(&row.text, |kind| mark(self.lang, kind)),
            },
            masked: !is_own,
            publishable: row.publishable,
        }
    }
}
