//! Invented ballots, drawn by a seed of their day: the same day always has the same ones.

use chrono::NaiveDate;
use domain::{
    Answer, Ballot, Catalogue, Channel, Instrument,
    ballot::{
        instrument::{Item, Scale},
        respondent::{Age, Party, Respondent, Sex},
    },
    day,
};
use fastrand::Rng;
use uuid::Builder;

use super::{
    calendar, places,
    voice::{Mood, comment},
};
use crate::{ballots::content_hash, error::Error, store::ballots::Entry};

const SEED: u64 = 0x5EED_0000_D0C4_A110;
/// The level around which answers lie.
const MIDDLE: f64 = 4.33;
/// How far people differ from each other, and how far one person's answers do, in levels.
const BETWEEN_PEOPLE: f64 = 0.55;
const WITHIN_PERSON: f64 = 0.62;

/// The ballots of one day; `today` tells how long ago it was.
pub fn of_day(books: &Catalogue, day: NaiveDate, today: NaiveDate) -> Result<Vec<Entry>, Error> {
    let number = day::number(day).unsigned_abs();
    let mut rng = Rng::with_seed(SEED ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let expected = calendar::expected(day) * (0.85 + 0.3 * rng.f64());
    let count = (expected + rng.f64()) as usize;
    (0..count).map(|_| entry(&mut rng, books, day, today)).collect()
}

fn entry(
    rng: &mut Rng,
    books: &Catalogue,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<Entry, Error> {
    let quick = rng.u32(0..100) < 40;
    let campaign = if quick { "nhanh" } else { "sipas-2026" };
    let ballot = match books.campaign(campaign) {
        Some((_, set)) => Person::draw(rng, books, day, today, quick).fill(rng, campaign, set),
        None => Ballot::default(),
    };
    let hash = content_hash(&ballot);
    let ballot = ballot
        .check(books, day)
        .map_err(|faults| Error::new(format!("demo: a ballot of {day} has faults: {faults:?}")))?;
    Ok(Entry { ballot, hash, invitee: None })
}

/// Somebody who came on some business and how it went for them.
struct Person {
    id: String,
    point: &'static str,
    channel: Channel,
    procedure: Option<&'static str>,
    unit: &'static str,
    day: NaiveDate,
    today: NaiveDate,
    luck: f64,
    careless: bool,
    raised_something: bool,
}

impl Person {
    fn draw(
        rng: &mut Rng,
        books: &Catalogue,
        day: NaiveDate,
        today: NaiveDate,
        quick: bool,
    ) -> Self {
        let point = places::point(rng, quick);
        let (procedure, unit) = match rng.u32(0..100) {
            0..6 => (None, "VP"),
            _ => {
                let (procedure, unit) = places::procedure(rng);
                (Some(procedure), unit)
            }
        };
        let rush = if calendar::is_rush(day) { -0.15 } else { 0.0 };
        Self {
            id: id(rng, day),
            point,
            channel: books.service_points.get(point).map_or(Channel::InPerson, |p| p.channel),
            procedure,
            unit,
            day,
            today,
            luck: rush + BETWEEN_PEOPLE * bell(rng),
            careless: rng.u32(0..100) < 4,
            raised_something: rng.u32(0..100) < 17,
        }
    }

    fn fill(&self, rng: &mut Rng, campaign: &str, set: &Instrument) -> Ballot {
        let answers = set
            .items
            .iter()
            .filter(|item| item.is_asked(self.channel))
            .filter_map(|item| self.answer(rng, item))
            .collect();
        let mood = match self.luck {
            luck if luck > -0.1 => Mood::Good,
            luck if luck > -0.7 => Mood::Fair,
            _ => Mood::Poor,
        };
        let speaks = if mood == Mood::Poor { 9 } else { 2 };
        Ballot {
            id: self.id.clone(),
            campaign: campaign.to_owned(),
            instrument: Some(set.key()),
            service_point: Some(self.point.to_owned()),
            unit: self.procedure.is_none().then(|| self.unit.to_owned()),
            procedure: self.procedure.map(str::to_owned),
            answers,
            comment: (rng.u32(0..100) < speaks).then(|| comment(rng, mood)).flatten(),
            respondent: Some(respondent(rng)),
            ..Ballot::default()
        }
    }

    /// The answer to an item; nothing where it was passed over. The first one is always given.
    fn answer(&self, rng: &mut Rng, item: &Item) -> Option<Answer> {
        let answer = |level| Some(Answer { item: item.code.clone(), level });
        if self.careless && !matches!(item.code.as_str(), "O1" | "B1") && rng.u32(0..100) < 30 {
            return None;
        }
        if item.may_not_apply && !self.raised_something {
            return answer(None);
        }
        match item.scale {
            Scale::Occurrence => answer(Some(occurrence(rng))),
            Scale::Satisfaction => answer(Some(self.level(rng, item))),
        }
    }

    fn level(&self, rng: &mut Rng, item: &Item) -> u8 {
        let factor = item.code.chars().next().unwrap_or('O');
        let standing = places::standing(self.unit, factor, self.day, self.today);
        // A slow rise over two years, a tenth of a level.
        let age = (self.today - self.day).num_days() as f64 / 730.0;
        let felt = MIDDLE + standing + places::ease(&item.code) + self.luck - 0.1 * age
            + WITHIN_PERSON * bell(rng);
        felt.round().clamp(1.0, 5.0) as u8
    }
}

/// A UUID of version 7 of some moment of the working day.
fn id(rng: &mut Rng, day: NaiveDate) -> String {
    let opening = day::start_of(day).timestamp_millis() + 7 * 3_600_000 + 1_800_000;
    let moment = opening.unsigned_abs() + rng.u64(0..9 * 3_600_000);
    let mut bytes = [0; 10];
    rng.fill(&mut bytes);
    Builder::from_unix_timestamp_millis(moment, &bytes).into_uuid().to_string()
}

fn occurrence(rng: &mut Rng) -> u8 {
    match rng.u32(0..1000) {
        0..6 => 3,
        6..36 => 2,
        _ => 1,
    }
}

fn respondent(rng: &mut Rng) -> Respondent {
    let mut given = |percent| rng.u32(0..100) < percent;
    let (party, sex, age) = (given(70), given(55), given(60));
    Respondent {
        party: party.then(|| Party::ALL[places::choose(rng, &[45, 55])]),
        sex: sex.then(|| Sex::ALL[places::choose(rng, &[47, 52, 1])]),
        age: age.then(|| Age::ALL[places::choose(rng, &[9, 31, 38, 16, 6])]),
    }
}

/// A number around 0, mostly between -1 and 1: the sum of twelve chances less its middle.
fn bell(rng: &mut Rng) -> f64 {
    (0..12).map(|_| rng.f64()).sum::<f64>() - 6.0
}
