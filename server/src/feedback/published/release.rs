//! An answered case becomes something that everybody can read.

use chrono::NaiveDate;
use domain::{day, feedback::case::Case, office::feedback::case::PublicView, text};
use uuid::Uuid;

use crate::{
    feedback::subject,
    keys::{Keys, hex},
    problem::Problem,
    store::{
        Tx,
        feedback::beside::{self, Published},
    },
};

/// Bytes of the address of what is published.
const CODE: usize = 6;

/// Publishes question and answer of a case, by its number, its id and the procedure it is about.
pub async fn release(
    tx: &mut Tx,
    keys: &Keys,
    (number, id, procedure): (i64, Uuid, Option<i64>),
    on: NaiveDate,
    case: &Case,
    public: &PublicView,
) -> Result<(), Problem> {
    let (question, answer) = (text::compose(&public.question), text::compose(&public.answer));
    // The address tells nothing about the case, and the case nothing about the address.
    let mark = keys.blind("feedback.published", id.as_bytes());
    let published = Published {
        code: hex(&mark[..CODE]),
        day: day::number(on),
        unit: case.unit(),
        procedure,
        subject: subject(&question),
        folded: text::fold(&[question.as_str(), answer.as_str()].join("\n")),
        question,
        answer,
    };
    Ok(beside::publish(tx, number, &published).await?)
}
