//! The survey's first step: what it is about, where the address does not say so.

use app::{
    address::in_language,
    document::{Area, Head},
    pages::{AboutPage, AboutQuestion, AboutView, Found, Lost},
    survey::{Label, Typed},
    text as words,
};
use axum::response::Response;
use chrono::NaiveDate;
use domain::{
    Campaign, Catalogue, Lang,
    books::catalogue::{ProcedureVersion, ServicePoint, UnitVersion},
    day, text,
};
use leptos::prelude::*;

use super::{
    super::{head, still},
    about::{About, Step},
    discreet,
};
use crate::{about, kiosks, node::Node, problem::Problem, store::procedures};

/// What is looked for is no longer, in characters.
const LONGEST: usize = 200;
/// The most that a search shows.
const MOST_FOUND: usize = 30;

/// The page that asks; nothing, where it is known what the ballot is about, or nobody can say.
pub(super) async fn step(
    node: &Node,
    campaign: &Campaign,
    about: &About,
    (lost, lang): (&[Lost], Lang),
) -> Result<Option<Response>, Problem> {
    let (books, today) = (node.books(), node.today());
    let books = &books.catalogue;
    let known = about.known(books, today);
    if known.says(books, campaign, today) || about.about == Step::Neither {
        return Ok(None);
    }
    let ways = Ways { campaign, about, lang };
    let asks_procedure =
        asks_procedure(books, campaign, known.point, today) && about.about == Step::Procedure;
    // Of a campaign's own unit there is nothing to choose.
    let units = match campaign.unit {
        Some(_) => Vec::new(),
        None => about::units(books, known.point, today),
    };
    let question = match asks_procedure {
        true => procedures(node, &ways, known.point).await?,
        // One unit leaves nothing to choose.
        false if units.len() < 2 => return Ok(None),
        false => AboutQuestion::Unit(units.iter().map(|version| ways.unit(version)).collect()),
    };
    let on = if asks_procedure && units.len() > 1 { Step::Unit } else { Step::Neither };
    let bare = About { q: None, about: Step::Procedure, ..about.clone() };
    let mut said = bare.said();
    said.extend((lang != Lang::Vi).then(|| ("lang", lang.code().to_owned())));
    let page = AboutPage {
        lang,
        title: campaign.title.get(lang).to_owned(),
        action: format!("/s/{}", campaign.code),
        said,
        point: known.point.map(|point| point.name.get(lang).to_owned()),
        question,
        unknown: ways.to(&About { about: on, ..bare }),
        lost: lost.to_vec(),
        typed: None,
    };
    let words = words::about(lang);
    let title = if asks_procedure { words.procedure } else { words.unit };
    let head = head(node, lang, title, about.way(&campaign.code));
    let kiosk = known.point.and_then(|it| kiosks::home(&node.world.keys, it, &about.t));
    let head = Head { area: Area::Ballot, kiosk, ..head };
    let page = still(&head, move || view! { <AboutView page/> });
    Ok(Some(discreet(page, !about.t.is_empty())))
}

/// The same with what a form without scripts holds: the choice leads back to it with all of that.
pub(super) async fn along(
    node: &Node,
    campaign: &Campaign,
    typed: &Typed,
    lang: Lang,
) -> Result<Response, Problem> {
    let (books, today) = (node.books(), node.today());
    let q = Some(typed.get("q").to_owned());
    let about = About { q, unit: String::new(), procedure: String::new(), ..About::typed(typed) };
    let ways = Ways { campaign, about: &about, lang };
    let point = about.known(&books.catalogue, today).point;
    let question = procedures(node, &ways, point).await?;
    let goes_along = |name: &str| !["turn", "look", "q", "unit", "procedure"].contains(&name);
    let mut held: Vec<_> = typed.0.iter().filter(|(name, _)| goes_along(name)).cloned().collect();
    held.push(("turn".to_owned(), "form".to_owned()));
    let page = AboutPage {
        lang,
        title: campaign.title.get(lang).to_owned(),
        action: in_language(&format!("/s/{}", campaign.code), lang),
        question,
        typed: Some(Typed(held)),
        ..AboutPage::default()
    };
    let head = head(node, lang, words::about(lang).procedure, about.way(&campaign.code));
    let head = Head { area: Area::Ballot, ..head };
    let page = still(&head, move || view! { <AboutView page/> });
    Ok(discreet(page, !about.t.is_empty()))
}

/// What is offered, and what a search found.
async fn procedures(
    node: &Node,
    ways: &Ways<'_>,
    point: Option<&ServicePoint>,
) -> Result<AboutQuestion, Problem> {
    let (books, today) = (node.books(), node.today());
    let counts = node.reported.counts(&node.db, today).await;
    let offered = about::procedures(&books.catalogue, (point, ways.campaign.unit), &counts, today);
    let offered = offered.into_iter().map(|version| ways.procedure(version)).collect();
    Ok(AboutQuestion::Procedure { offered, search: look(node, ways).await? })
}

/// Whether somebody there may be asked for the procedure: there are some, and the counter does not name
/// units alone.
pub(super) fn asks_procedure(
    books: &Catalogue,
    campaign: &Campaign,
    point: Option<&ServicePoint>,
    today: NaiveDate,
) -> bool {
    let serves_units = point.is_some_and(|it| it.procedures.is_empty() && !it.units.is_empty());
    let serves_units = serves_units && campaign.unit.is_none();
    !serves_units && about::led(books, campaign.unit, today).next().is_some()
}

/// The ways from here to the form.
struct Ways<'a> {
    campaign: &'a Campaign,
    about: &'a About,
    lang: Lang,
}

impl Ways<'_> {
    fn to(&self, about: &About) -> String {
        in_language(&about.way(&self.campaign.code), self.lang)
    }

    fn procedure(&self, version: &ProcedureVersion) -> (Label, String) {
        let About { p, t, from, .. } = self.about.clone();
        let about = About { p, t, from, procedure: version.code.clone(), ..About::default() };
        (Label::new(&version.code, &version.name, self.lang), self.to(&about))
    }

    fn unit(&self, version: &UnitVersion) -> (Label, String) {
        let About { p, t, from, .. } = self.about.clone();
        let about = About { p, t, from, unit: version.code.clone(), ..About::default() };
        (Label::new(&version.code, &version.name, self.lang), self.to(&about))
    }
}

/// What is looked for in the whole catalogue, marks aside; nothing, where nothing is.
async fn look(node: &Node, ways: &Ways<'_>) -> Result<Option<Found>, Problem> {
    let typed = ways.about.q.as_deref().unwrap_or_default();
    let typed: String = text::tidy(typed).chars().take(LONGEST).collect();
    if typed.is_empty() {
        return Ok(None);
    }
    let (books, today) = (node.books(), node.today());
    let codes = procedures::search(&node.db, &text::sought(&typed), day::number(today)).await?;
    let own: Vec<i64> = about::led(&books.catalogue, ways.campaign.unit, today)
        .map(|version| version.procedure)
        .collect();
    let found = codes.iter().filter_map(|code| books.catalogue.procedure_on(code, today));
    let found = found.filter(|version| own.contains(&version.procedure));
    let rows = found.take(MOST_FOUND).map(|version| ways.procedure(version)).collect();
    Ok(Some(Found { typed, rows, is_cut: codes.len() > MOST_FOUND }))
}
