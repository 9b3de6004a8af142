//! Which procedure or unit somebody means who typed a few words of its name.

use app::survey::Typed;
use domain::{
    Catalogue, Lang, Words, books::catalogue::ServicePoint, day, feedback::message::Message, text,
};

use crate::{about, node::Node, problem::Problem, store::procedures};

/// What is looked for is no longer, in characters.
const LONGEST: usize = 300;
/// The most that is offered to choose from.
const MOST: usize = 8;

/// What was typed, and what it means.
#[derive(Default)]
pub(super) struct Matter {
    /// `p/CODE` of a procedure or `u/CODE` of a unit.
    chosen: Option<String>,
    /// What fits, each with its name, where nothing is chosen.
    found: Vec<(String, String)>,
    /// Whether something was typed that says nothing clear.
    is_open: bool,
}

impl Matter {
    /// What the fields of the form say.
    pub(super) async fn of(node: &Node, typed: &Typed, lang: Lang) -> Result<Self, Problem> {
        let choice = typed.get("choice");
        if !choice.is_empty() {
            let chosen = Some(choice.to_owned()).filter(|it| it != "none");
            return Ok(Self { chosen, ..Self::default() });
        }
        let about: String = typed.get("about").chars().take(LONGEST).collect();
        let sought = text::sought(&text::tidy(&about));
        if sought.is_empty() {
            return Ok(Self::default());
        }
        let books = node.books();
        let all = all(&books.catalogue, node, lang);
        let exact = all.iter().find(|(value, name)| {
            text::sought(name) == sought || text::sought(&value[2..]) == sought
        });
        if let Some((value, _)) = exact {
            return Ok(Self { chosen: Some(value.clone()), ..Self::default() });
        }
        let codes = procedures::search(&node.db, &sought, day::number(node.today())).await?;
        let has_all = |name: &str| {
            let folded = text::sought(name);
            text::sought_words(&sought).all(|word| folded.contains(word))
        };
        let fits = |(value, name): &&(String, String)| match value.split_once('/') {
            Some(("p", code)) => codes.iter().any(|found| found == code),
            _ => has_all(name),
        };
        let found = all.iter().filter(fits).take(MOST).cloned().collect();
        Ok(Self { chosen: None, found, is_open: true })
    }

    /// Whether the person has to say which they mean.
    pub(super) fn is_open(&self) -> bool {
        self.is_open
    }

    /// What there is to choose from, where it is not clear; with nothing that fits, that none does is
    /// still a choice.
    pub(super) fn choices(self) -> Option<Vec<(String, String)>> {
        self.is_open.then_some(self.found)
    }

    /// What was typed, with what was chosen in the place of the words that led there.
    pub(super) fn settled(&self, node: &Node, typed: Typed, lang: Lang) -> Typed {
        if typed.get("choice").is_empty() {
            return typed;
        }
        let all = all(&node.books().catalogue, node, lang);
        let chosen = all.into_iter().find(|(value, _)| Some(value) == self.chosen.as_ref());
        let name = chosen.map(|(_, name)| name).unwrap_or_default();
        let others = typed.0.into_iter().filter(|(field, _)| field != "choice" && field != "about");
        Typed(others.chain([("about".to_owned(), name)]).collect())
    }

    /// Says it in a message.
    pub(super) fn add_to(&self, message: &mut Message) {
        match self.chosen.as_deref().and_then(|it| it.split_once('/')) {
            Some(("p", code)) => message.procedure = Some(code.to_owned()),
            Some((_, code)) => message.unit = Some(code.to_owned()),
            None => {}
        }
    }
}

/// Every unit and procedure of today, with its name.
fn all(books: &Catalogue, node: &Node, lang: Lang) -> Vec<(String, String)> {
    let today = node.today();
    let entry = |kind: &str, code: &str, name: &Words| {
        ([kind, "/", code].concat(), name.get(lang).to_owned())
    };
    let units = books.units.iter().filter(|unit| unit.period.holds(today));
    let units = units.map(|unit| entry("u", &unit.code, &unit.name));
    let procedures = books.procedures.iter().filter(|it| it.period.holds(today));
    units.chain(procedures.map(|it| entry("p", &it.code, &it.name))).collect()
}

/// What the field suggests: the units to choose from, and the procedures that are asked for often.
pub(super) async fn offers(node: &Node, point: Option<&ServicePoint>, lang: Lang) -> Vec<String> {
    let (books, today) = (node.books(), node.today());
    let books = &books.catalogue;
    let counts = node.reported.counts(&node.db, today).await;
    let units = about::units(books, point, today).into_iter().map(|it| it.name.get(lang));
    let often = about::procedures(books, (point, None), &counts, today);
    let often = often.into_iter().map(|it| it.name.get(lang));
    units.chain(often).map(str::to_owned).collect()
}
