//! Invented ballots, drawn by a seed of their day: the same day always has the same ones.

use app::survey::{Typed, fields};
use chrono::NaiveDate;
use domain::{
    Campaign, Catalogue, Channel, Instrument,
    ballot::{
        instrument::{Item, Scale},
        respondent::{Age, Party, Sex},
    },
    day,
};
use fastrand::Rng;
use uuid::Builder;

use super::{
    calendar, places,
    visit::Visit,
    voice::{Mood, comment},
};
use crate::{
    ballots::content_hash,
    error::Error,
    keys::Keys,
    store::ballots::{Entry, UNKNOWN},
};

const SEED: u64 = 0x5EED_0000_D0C4_A110;
/// The level around which answers lie.
const MIDDLE: f64 = 4.33;
/// How far people differ from each other, and how far one person's answers do, in levels.
const BETWEEN_PEOPLE: f64 = 0.55;
const WITHIN_PERSON: f64 = 0.62;

/// The ballots of one day; `today` tells how long ago it was.
pub fn of_day(
    books: &Catalogue,
    keys: &Keys,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<Vec<Entry>, Error> {
    let number = day::number(day).unsigned_abs();
    let mut rng = Rng::with_seed(SEED ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let expected = calendar::expected(day) * (0.85 + 0.3 * rng.f64());
    let count = (expected + rng.f64()) as usize;
    (0..count).map(|_| entry(&mut rng, (books, keys), day, today)).collect()
}

fn entry(
    rng: &mut Rng,
    (books, keys): (&Catalogue, &Keys),
    day: NaiveDate,
    today: NaiveDate,
) -> Result<Entry, Error> {
    let code = if rng.u32(0..100) < 40 { places::AT_COUNTER } else { "sipas-2026" };
    let (campaign, _) = offered(books, code)?;
    let person = Person::draw(rng, day, today);
    let visit = Visit::drawn(rng, (books, keys, day), campaign, (person.procedure, person.unit));
    person.sends(rng, books, code, visit)
}

/// The ballot of somebody who was invited, about the procedure of their dossier.
pub fn invited(
    rng: &mut Rng,
    books: &Catalogue,
    (day, today): (NaiveDate, NaiveDate),
    (campaign, invitee, token): (&str, i64, String),
    (procedure, unit): (&'static str, &'static str),
) -> Result<Entry, Error> {
    let person = Person { procedure: Some(procedure), unit, ..Person::draw(rng, day, today) };
    let entry = person.sends(rng, books, campaign, Visit::invited(token, procedure))?;
    Ok(Entry { invitee: Some(invitee), ..entry })
}

fn offered<'a>(books: &'a Catalogue, code: &str) -> Result<(&'a Campaign, &'a Instrument), Error> {
    books.campaign(code).ok_or_else(|| Error::new("demo: a campaign is missing"))
}

/// Somebody who came on some business and how it went for them.
struct Person {
    id: String,
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
    fn draw(rng: &mut Rng, day: NaiveDate, today: NaiveDate) -> Self {
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
            channel: Channel::InPerson,
            procedure,
            unit,
            day,
            today,
            luck: rush + BETWEEN_PEOPLE * bell(rng),
            careless: rng.u32(0..100) < 4,
            raised_something: rng.u32(0..100) < 17,
        }
    }

    /// Sends the form that a way led to, as the plain one is sent.
    fn sends(
        mut self,
        rng: &mut Rng,
        books: &Catalogue,
        code: &str,
        visit: Visit,
    ) -> Result<Entry, Error> {
        let day = self.day;
        let faulty = |faults| Error::new(format!("demo: a ballot of {day} has faults: {faults:?}"));
        let (campaign, set) = offered(books, code)?;
        let point = visit.point.and_then(|point| books.point_on(point, day));
        self.channel = point.map_or(campaign.channel, |point| point.channel);
        let (ballot, faults) = fields::ballot(code, &self.fill(rng, visit, set));
        if !faults.is_empty() {
            return Err(faulty(faults));
        }
        let hash = content_hash(&ballot);
        let ballot = ballot.check(books, day).map_err(faulty)?;
        Ok(Entry { ballot, hash, invitee: None, begun: UNKNOWN })
    }

    /// What the person's form holds when it is sent.
    fn fill(&self, rng: &mut Rng, visit: Visit, set: &Instrument) -> Typed {
        let asked = set.items.iter().filter(|item| item.is_asked(self.channel));
        let mut typed: Vec<(String, String)> = asked
            .filter_map(|item| Some((format!("a.{}", item.code), self.answer(rng, item)?)))
            .collect();
        let mood = match self.luck {
            luck if luck > -0.1 => Mood::Good,
            luck if luck > -0.7 => Mood::Fair,
            _ => Mood::Poor,
        };
        let speaks = if mood == Mood::Poor { 9 } else { 2 };
        let said = (rng.u32(0..100) < speaks).then(|| comment(rng, mood)).flatten();
        let hidden = [("id", self.id.clone()), ("instrument", set.key())];
        let shown = said.map(|said| ("comment", said)).into_iter().chain(facets(rng));
        let others = hidden.into_iter().chain(visit.fields).chain(shown);
        typed.extend(others.map(|(name, value)| (name.to_owned(), value)));
        Typed(typed)
    }

    /// The answer to an item; nothing where it was passed over. The first one is always given.
    fn answer(&self, rng: &mut Rng, item: &Item) -> Option<String> {
        if self.careless && !matches!(item.code.as_str(), "O1" | "B1") && rng.u32(0..100) < 30 {
            return None;
        }
        if item.may_not_apply && !self.raised_something {
            return Some("na".to_owned());
        }
        let level = match item.scale {
            Scale::Occurrence => occurrence(rng),
            Scale::Satisfaction => self.level(rng, item),
        };
        Some(level.to_string())
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

/// What the person tells of themselves.
fn facets(rng: &mut Rng) -> Vec<(&'static str, String)> {
    let mut given = |percent| rng.u32(0..100) < percent;
    let (party, sex, age) = (given(70), given(55), given(60));
    let party = party.then(|| Party::ALL[places::choose(rng, &[45, 55])].name());
    let sex = sex.then(|| Sex::ALL[places::choose(rng, &[47, 52, 1])].name());
    let age = age.then(|| Age::ALL[places::choose(rng, &[9, 31, 38, 16, 6])].name());
    let facets = [("party", party), ("sex", sex), ("age", age)];
    facets.into_iter().filter_map(|(name, facet)| Some((name, facet?.to_owned()))).collect()
}

/// A number around 0, mostly between -1 and 1: the sum of twelve chances less its middle.
fn bell(rng: &mut Rng) -> f64 {
    (0..12).map(|_| rng.f64()).sum::<f64>() - 6.0
}
