//! A few invented people, invited to the demo's survey: names and numbers that cannot be anyone's.

use chrono::NaiveDate;
use domain::{day, office::surveys::invitee::Contact};

use super::places;
use crate::{
    error::Error,
    invitees,
    keys::Keys,
    store::{
        Db, books,
        invitees::{self as stored, New, Place},
    },
};

/// The campaign they are invited to.
const CAMPAIGN: &str = "sipas-2026";
/// How many there are, and how many of them answered.
const PEOPLE: usize = 12;
const ANSWERED: usize = 5;

/// Adds the people, unless some are there.
pub async fn load(
    db: &Db,
    keys: &Keys,
    fill: fn(&mut [u8]),
    today: NaiveDate,
) -> Result<(), Error> {
    let books = books::load(db).await?;
    let Some(campaign) = books.campaigns.get(CAMPAIGN) else { return Ok(()) };
    let mut tx = db.begin().await?;
    if !stored::dossiers(&mut tx, campaign.id).await?.is_empty() {
        return Ok(());
    }
    let mut rng = fastrand::Rng::with_seed(7);
    let people = (1..=PEOPLE).map(|number| {
        let (procedure, unit) = places::procedure(&mut rng);
        let version = books.procedure_on(procedure, today);
        let place = Place {
            unit_id: books.unit_named_on(unit, today).map(|version| version.unit),
            procedure_id: version.map(|version| version.procedure),
            service_point_id: None,
        };
        let id = invitees::draw_id(fill);
        let sealed = invitees::seal(keys, (campaign.id, id), &contact(number), fill);
        New { id, campaign: campaign.id, place, sealed, created: day::number(today) }
    });
    let people: Vec<New> = people.collect();
    stored::add(&mut tx, &people).await?;
    let answered: Vec<i64> = people.iter().take(ANSWERED).map(|person| person.id).collect();
    stored::answer(&mut tx, &answered).await?;
    Ok(tx.commit().await?)
}

fn contact(number: usize) -> Contact {
    Contact {
        name: format!("Người Minh Họa {number}"),
        phone: format!("09000000{number:02}"),
        email: if number.is_multiple_of(3) {
            format!("minh-hoa-{number}@example.vn")
        } else {
            String::new()
        },
        dossier: format!("DEMO-{number:04}"),
    }
}
