//! What an address says of where the person stands and what the survey is about.

use app::{
    pages::Lost,
    survey::{Label, SurveyPage, Typed},
};
use chrono::NaiveDate;
use domain::{
    Ballot, Campaign, Catalogue,
    ballot::way::{Way, is_kiosk_token},
    text::usual,
};
use serde::Deserialize;

use crate::{
    about::Known, invitees, kiosks, node::Node, problem::Problem, store::invitees as stored,
};

/// Where the person stands and what the survey is about, as a QR code carries it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct About {
    /// The code of the service point.
    pub p: String,
    /// The code of the unit.
    pub unit: String,
    /// The code of the procedure.
    pub procedure: String,
    /// The token of an invitation, or of the kiosk there.
    pub t: String,
    /// How far the person has come without naming a procedure.
    pub about: Step,
    /// What is looked for in the catalogue.
    pub q: Option<String>,
    /// What the person named first, where they choose anew: under that name their draft is kept.
    pub from: String,
}

/// How far somebody has come who does not know the procedure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// They are still to be asked for it.
    #[default]
    #[serde(rename = "")]
    Procedure,
    /// They are to be asked for the unit.
    Unit,
    /// They know neither, and go on.
    #[serde(other)]
    Neither,
}

impl About {
    /// What the form said that was sent.
    pub fn typed(typed: &Typed) -> Self {
        let field = |name| typed.get(name).to_owned();
        let (p, unit, procedure, t) = (field("p"), field("unit"), field("procedure"), field("t"));
        Self { p, unit, procedure, t, ..Self::default() }
    }

    /// What a page's own address says.
    pub fn of(page: &SurveyPage) -> Self {
        let code = |named: &Option<Label>| named.clone().map(|it| it.code).unwrap_or_default();
        let (p, unit) = (code(&page.service_point), code(&page.unit));
        let (procedure, t) = (code(&page.procedure), page.token.clone());
        let about = match unit.is_empty() && procedure.is_empty() {
            true => Step::Neither,
            false => Step::default(),
        };
        let own = Self { p, unit, procedure, t, about, ..Self::default() };
        let from = if own.shelf() == page.shelf { String::new() } else { page.shelf.clone() };
        Self { from, ..own }
    }

    /// Under which name a draft is kept: service point, unit and procedure as the person named them first.
    pub fn shelf(&self) -> String {
        let Self { p, unit, procedure, from, .. } = self;
        let is_name = from.len() <= 200 && from.matches(':').count() == 2;
        if is_name { from.clone() } else { format!("{p}:{unit}:{procedure}") }
    }

    /// The way from the form to the choice of another procedure.
    pub fn other(&self) -> Self {
        let Self { p, t, .. } = self.clone();
        Self { p, t, from: self.shelf(), ..Self::default() }
    }

    /// What goes into an address, as names and values.
    pub fn said(&self) -> Vec<(&'static str, String)> {
        let step = match self.about {
            Step::Procedure => "",
            Step::Unit => "unit",
            Step::Neither => "none",
        };
        let said = [
            ("p", self.p.as_str()),
            ("unit", &self.unit),
            ("procedure", &self.procedure),
            ("t", &self.t),
            ("about", step),
            ("q", self.q.as_deref().unwrap_or_default()),
            ("from", &self.from),
        ];
        let said = said.into_iter().filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| (name, value.to_owned())).collect()
    }

    /// The address of a campaign's form that says all this.
    pub fn way(&self, campaign: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let query = query.extend_pairs(self.said()).finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("/s/{campaign}{mark}{query}")
    }

    /// The way by which the person came.
    pub fn came(&self, books: &Catalogue, day: NaiveDate) -> Way {
        let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let (service_point, token) = (given(&self.p), given(&self.t));
        let way = Way::of(&Ballot { service_point, token, ..Ballot::default() });
        books.point_on(&self.p, day).map_or(way, |point| way.at(point.channel))
    }

    /// The same without a service point that is not in use: nobody stands there. A draft keeps its name.
    pub fn in_force(mut self, books: &Catalogue, day: NaiveDate) -> (Self, Vec<Lost>) {
        if self.p.is_empty() || books.point_on(&self.p, day).is_some() {
            return (self, Vec::new());
        }
        if books.service_points.contains_key(&*usual(&self.p)) {
            self.from = self.shelf();
        }
        self.p.clear();
        (self, vec![Lost::Point])
    }

    /// The same, with what is known of the person's dossier where a token came; a link that does not
    /// serve is told so.
    pub async fn invited(self, node: &Node, campaign: &Campaign) -> Result<Self, Problem> {
        if self.t.is_empty() {
            return Ok(self);
        }
        if is_kiosk_token(&self.t) {
            let (books, keys) = (node.books(), &node.world.keys);
            let point = books.catalogue.service_points.get(&self.p);
            let is_ours = point.is_some_and(|point| kiosks::is_of(keys, point, &self.t));
            return is_ours.then_some(self).ok_or(Problem::UnknownToken);
        }
        let invitee = invitees::read(&node.world.keys, campaign.id, &self.t);
        let invitee = invitee.ok_or(Problem::UnknownToken)?;
        let invited = stored::one(&node.db, campaign.id, invitee).await?;
        let invited = invited.ok_or(Problem::UnknownToken)?;
        if invited.answered != 0 {
            return Err(Problem::TokenUsed);
        }
        let (books, today) = (node.books(), node.today());
        let place = invitees::place(&books.catalogue, invited.place, today);
        let known = |code: Option<String>, typed: String| code.unwrap_or(typed);
        Ok(Self {
            p: known(place.service_point, self.p),
            unit: known(place.unit, self.unit),
            procedure: known(place.procedure, self.procedure),
            ..self
        })
    }

    /// What of it is there on a day.
    pub fn known<'a>(&self, books: &'a Catalogue, day: NaiveDate) -> Known<'a> {
        Known {
            point: books.point_on(&self.p, day),
            unit: books.unit_meant_on(&self.unit, day),
            procedure: books.procedure_on(&self.procedure, day),
        }
    }

    /// The same by the codes of a day, with what follows from the service point; and what the address
    /// names that is not there, or not together.
    pub fn settled(mut self, books: &Catalogue, day: NaiveDate) -> (Self, Vec<Lost>) {
        let known = self.known(books, day);
        let mut lost = Vec::new();
        if (!self.unit.is_empty() && known.unit.is_none())
            || (!self.procedure.is_empty() && known.procedure.is_none())
        {
            lost.push(Lost::About);
        }
        if known.is_apart(books, day) {
            lost.push(Lost::Apart);
        }
        let Known { unit, procedure, .. } = known.by_point(books, day);
        self.unit = unit.map(|unit| unit.code.clone()).unwrap_or_default();
        self.procedure = procedure.map(|procedure| procedure.code.clone()).unwrap_or_default();
        (self, lost)
    }
}
