//! What the office hands out for a campaign: where it leads, what it is for, and its code as a picture.

pub mod png;
pub mod qr;

use chrono::NaiveDate;
use domain::{
    Campaign, Catalogue, Channel, Instrument,
    ballot::way::Way,
    books::{
        campaign::Standing,
        catalogue::{ProcedureVersion, ServicePoint, UnitVersion},
    },
};
use serde::Deserialize;

use crate::about::served_procedures;

/// Questions that somebody answers in a minute.
const A_MINUTE: usize = 10;
/// No set has more hand-outs.
const MOST: usize = 60;

/// What a hand-out is asked for, by codes; empty for none.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct HandOutQuery {
    /// The service point where it lies.
    pub p: String,
    /// The unit it is about.
    pub unit: String,
    /// The procedure it is about.
    pub procedure: String,
}

/// One hand-out: everything it names is in force.
#[derive(Clone, Copy, Debug)]
pub struct HandOut<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Its question set.
    pub set: &'a Instrument,
    /// Where it lies.
    pub point: Option<&'a ServicePoint>,
    /// The unit it is about.
    pub unit: Option<&'a UnitVersion>,
    /// The procedure it is about.
    pub procedure: Option<&'a ProcedureVersion>,
}

impl<'a> HandOut<'a> {
    /// The hand-out that is asked for. Nothing where the campaign is over, something it names is not in
    /// force, or the campaign would not take a ballot that comes from it.
    pub fn find(
        books: &'a Catalogue,
        campaign: &str,
        wanted: &HandOutQuery,
        day: NaiveDate,
    ) -> Option<Self> {
        let (campaign, set) = books.campaign(campaign)?;
        let point = found(&wanted.p, |code| books.point_on(code, day))?;
        let unit = found(&wanted.unit, |code| books.unit_meant_on(code, day))?;
        let procedure = found(&wanted.procedure, |code| books.procedure_on(code, day))?;
        let out = Self { campaign, set, point, unit, procedure };
        out.leads_on(day).then_some(out)
    }

    /// Whether whoever follows it can answer, today or once the campaign opens.
    fn leads_on(&self, day: NaiveDate) -> bool {
        let way = if self.point.is_some() { Way::Point } else { Way::Open };
        self.campaign.standing(day) != Standing::Closed && self.campaign.is_taken(way)
    }

    /// What stands behind the campaign's address. Codes hold only letters, digits, dots, dashes and
    /// underscores.
    pub fn query(&self) -> String {
        let said = [
            ("p", self.point.map(|point| &point.code)),
            ("unit", self.unit.map(|unit| &unit.code)),
            ("procedure", self.procedure.map(|procedure| &procedure.code)),
        ];
        let said = said.into_iter().filter_map(|(name, code)| Some(format!("{name}={}", code?)));
        let query = said.collect::<Vec<_>>().join("&");
        if query.is_empty() { query } else { format!("?{query}") }
    }

    /// The full address that it leads to.
    pub fn address(&self, public_url: &str) -> String {
        format!("{public_url}/s/{}{}", self.campaign.code, self.query())
    }

    /// How many questions are asked there.
    pub fn questions(&self) -> usize {
        let channel = self.point.map_or(self.campaign.channel, |point| point.channel);
        Length::of(self.set, channel).questions
    }

    /// How many minutes they take.
    pub fn minutes(&self) -> usize {
        Length { questions: self.questions() }.minutes()
    }
}

/// How long a survey is.
#[derive(Clone, Copy, Debug)]
pub struct Length {
    /// How many questions are asked.
    pub questions: usize,
}

impl Length {
    /// How long a question set is where people come by a channel.
    pub fn of(set: &Instrument, channel: Channel) -> Self {
        Self { questions: set.items.iter().filter(|item| item.is_asked(channel)).count() }
    }

    /// How many minutes it takes.
    pub fn minutes(self) -> usize {
        self.questions.div_ceil(A_MINUTE).max(1)
    }
}

/// What a code names: nothing at all, if there is no code; no answer, if it names nothing.
#[expect(clippy::option_option, reason = "a code that is not given is no code that names nothing")]
fn found<T>(code: &str, find: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if code.is_empty() { Some(None) } else { find(code).map(Some) }
}

/// Everything to hand out for a campaign: for each service point in use a hand-out for any business
/// there, and one for each procedure that the point says it serves; the link for anywhere, where the
/// campaign takes that. At most sixty.
pub fn all<'a>(books: &'a Catalogue, campaign: &str, day: NaiveDate) -> Vec<HandOut<'a>> {
    let Some((campaign, set)) = books.campaign(campaign) else { return Vec::new() };
    let bare = HandOut { campaign, set, point: None, unit: None, procedure: None };
    let mut points: Vec<&ServicePoint> =
        books.service_points.values().filter(|point| point.period.holds(day)).collect();
    points.sort_by(|a, b| a.code.cmp(&b.code));
    let at_points = points.into_iter().flat_map(|point| {
        let at = HandOut { point: Some(point), ..bare };
        let served = served_procedures(books, point, day).into_iter();
        let served = served.map(move |version| HandOut { procedure: Some(version), ..at });
        std::iter::once(at).chain(served)
    });
    let all = std::iter::once(bare).chain(at_points);
    all.filter(|out| out.leads_on(day)).take(MOST).collect()
}
