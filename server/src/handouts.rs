//! What the office hands out for a campaign: where it leads, what it is for, and its code as a picture.

pub mod png;
pub mod qr;

use chrono::NaiveDate;
use domain::{
    Campaign, Catalogue, Channel, Fault, Instrument, Reason,
    ballot::{instrument::minutes, way::Way},
    books::{
        campaign::Standing,
        catalogue::{ProcedureVersion, ServicePoint, UnitVersion},
    },
};
use serde::Deserialize;

use crate::about::{Known, served_procedures};

/// The most hand-outs on one page of a set.
pub const ON_A_PAGE: usize = 60;

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
    /// The hand-out that is asked for, or everything for which there is none: the campaign is over or would
    /// not take a ballot that comes from it, or something it names is not in force.
    pub fn find(
        books: &'a Catalogue,
        campaign: &str,
        wanted: &HandOutQuery,
        day: NaiveDate,
    ) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let point = found("service_point", &wanted.p, &mut faults, |code| {
            let known = books.point_meant(code).is_some();
            books.point_on(code, day).ok_or_else(|| lost(known, Reason::UnknownServicePoint))
        });
        let unit = found("unit", &wanted.unit, &mut faults, |code| {
            let known = !books.unit(code).is_empty();
            books.unit_meant_on(code, day).ok_or_else(|| lost(known, Reason::UnknownUnit))
        });
        let procedure = found("procedure", &wanted.procedure, &mut faults, |code| {
            let known = !books.procedure(code).is_empty();
            books.procedure_on(code, day).ok_or_else(|| lost(known, Reason::UnknownProcedure))
        });
        let Some((campaign, set)) = books.campaign(campaign) else {
            faults.insert(0, Fault::new("campaign", Reason::UnknownCampaign));
            return Err(faults);
        };
        let out = Self { campaign, set, point, unit, procedure };
        faults.extend(out.closed(day).map(|reason| Fault::new("campaign", reason)));
        let known = Known { point, unit, procedure };
        faults.extend(known.is_apart(books, day).then(|| Fault::new("unit", Reason::OtherUnit)));
        if faults.is_empty() { Ok(out) } else { Err(faults) }
    }

    /// Why nobody who follows it can answer, today or once the campaign opens.
    fn closed(&self, day: NaiveDate) -> Option<Reason> {
        let way = self.point.map_or(Way::Open, |point| Way::Point.at(point.channel));
        match self.campaign.standing(day) {
            Standing::Closed => Some(Reason::Closed),
            _ => (!self.campaign.is_taken(way)).then_some(Reason::OtherWay),
        }
    }

    /// Whether whoever follows it can answer, today or once the campaign opens.
    fn leads_on(&self, day: NaiveDate) -> bool {
        self.closed(day).is_none()
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
        Self { questions: set.questions(channel) }
    }

    /// How many minutes it takes.
    pub fn minutes(self) -> usize {
        minutes(self.questions)
    }
}

/// What a code names; without a code nothing, and without fault.
fn found<'a, T>(
    field: &str,
    code: &str,
    faults: &mut Vec<Fault>,
    find: impl Fn(&str) -> Result<&'a T, Reason>,
) -> Option<&'a T> {
    if code.is_empty() {
        return None;
    }
    find(code).map_err(|reason| faults.push(Fault::new(field, reason))).ok()
}

fn lost(is_known: bool, unknown: Reason) -> Reason {
    if is_known { Reason::NotValidThen } else { unknown }
}

/// Everything to hand out for a campaign: for each service point in use a hand-out for any business
/// there, and one for each procedure that the point says it serves; the link for anywhere, where the
/// campaign takes that. With a point, only what lies there.
pub fn all<'a>(
    books: &'a Catalogue,
    campaign: &str,
    at: Option<&ServicePoint>,
    day: NaiveDate,
) -> Vec<HandOut<'a>> {
    let Some((campaign, set)) = books.campaign(campaign) else { return Vec::new() };
    let bare = HandOut { campaign, set, point: None, unit: None, procedure: None };
    let mut points: Vec<&ServicePoint> =
        books.service_points.values().filter(|point| point.period.holds(day)).collect();
    points.retain(|point| at.is_none_or(|at| at.id == point.id));
    points.sort_by(|a, b| a.code.cmp(&b.code));
    let at_points = points.into_iter().flat_map(|point| {
        let at = HandOut { point: Some(point), ..bare };
        let served = served_procedures(books, point, day).into_iter();
        let served = served.map(move |version| HandOut { procedure: Some(version), ..at });
        std::iter::once(at).chain(served)
    });
    let anywhere = at.is_none().then_some(bare);
    let all = anywhere.into_iter().chain(at_points);
    all.filter(|out| out.leads_on(day)).collect()
}
