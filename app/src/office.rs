//! The office: pages that the browser draws, each at an address of its own.
//!
//! A page is a file under `pages/`; it fetches, and its parts take values and hand out choices.

mod choices;
mod desk;
mod fetch;
mod form;
mod frame;
mod keeping;
mod kept;
mod list;
mod load;
mod options;
pub(crate) mod page;
pub(crate) mod pages;
mod pill;
mod place;
mod shell;
mod upload;
mod views;

pub use shell::{Office, Volume};

use domain::Lang;
use leptos::prelude::document;

use crate::chapters::{Chapter, table};

/// The bundle of the first page and the figures.
pub static FIGURES: Volume = Volume::of(Chapter::Figures, table::FIGURES);

/// The bundle of figures cut finer.
pub static DETAILS: Volume = Volume::of(Chapter::Details, table::DETAILS);

/// The bundle of what shall be reached.
pub static GOALS: Volume = Volume::of(Chapter::Goals, table::GOALS);

/// The bundle of what a ballot may be about.
pub static BOOKS: Volume = Volume::of(Chapter::Books, table::BOOKS);

/// The bundle of what people send in.
pub static FEEDBACK: Volume = Volume::of(Chapter::Feedback, table::FEEDBACK);

/// The bundle of who works here.
pub static PEOPLE: Volume = Volume::of(Chapter::People, table::PEOPLE);

/// The language the server gave the page.
pub fn page_language() -> Lang {
    let lang = document().document_element().and_then(|html| html.get_attribute("lang"));
    Lang::read(lang.as_deref().unwrap_or_default())
}
