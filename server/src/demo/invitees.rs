//! A few invented people, invited to the demo's survey: names and numbers that cannot be anyone's.

use chrono::NaiveDate;
use domain::{day, office::surveys::invitee::Contact};

use super::{ballots, places};
use crate::{
    error::Error,
    invitees,
    keys::Keys,
    store::{
        Db, ballots as entries, books,
        invitees::{self as stored, New, Place},
        tallies::Memory,
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
    let mut about = Vec::new();
    let people = (1..=PEOPLE).map(|number| {
        let (procedure, unit) = places::procedure(&mut rng);
        about.push((procedure, unit));
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
    tx.commit().await?;
    let yesterday = today.pred_opt().unwrap_or(today);
    let answered = people.iter().zip(about).take(ANSWERED).map(|(person, about)| {
        let token = invitees::token(keys, campaign.id, person.id);
        let link = (CAMPAIGN, person.id, token);
        ballots::invited(&mut rng, &books, (yesterday, today), link, about)
    });
    let answered = answered.collect::<Result<Vec<_>, _>>()?;
    entries::keep(db, &mut Memory::default(), &answered).await?;
    Ok(())
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
