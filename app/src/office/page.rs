//! What a page of the office is: its address, the right it needs, its place in the menu, its looks.

use domain::Action;
use leptos::prelude::*;

use super::{desk::Desk, place::decoded};
use crate::{
    chapters::{ROOT, captured},
    text::office::frame::FrameWords,
};

/// A page as the menu and the guard know it.
#[derive(Clone, Copy)]
pub(crate) struct Way {
    /// The parts of its path below [`ROOT`]; `{name}` stands for a part of any text.
    pub(crate) pattern: &'static str,
    /// The right without which its call would be refused.
    pub(crate) needs: Action,
    /// Whether it is for those who are not signed in.
    pub(crate) is_door: bool,
    /// Where it stands in the menu, and what it is called there.
    pub(crate) menu: Option<(Group, Label)>,
}

/// A group of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Figures,
    Feedback,
    Books,
    Administration,
}

/// What a page is called in the menu.
pub(crate) type Label = fn(&'static FrameWords) -> &'static str;

/// How a page is drawn: from nothing but the desk, or of what the address names.
#[derive(Clone, Copy)]
pub(crate) enum Draw {
    /// From nothing but the desk.
    Bare(fn(Desk) -> AnyView),
    /// Of one text in the address.
    Of(fn(Desk, &str) -> AnyView),
    /// Of two texts in the address.
    OfTwo(fn(Desk, &str, &str) -> AnyView),
}

/// A page.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    /// How the menu and the guard know it.
    pub(crate) way: Way,
    /// How it is drawn.
    pub(crate) draw: Draw,
}

/// A page for those who have a right.
pub(crate) const fn page(needs: Action, draw: Draw) -> Page {
    Page { way: Way { pattern: "", needs, is_door: false, menu: None }, draw }
}

/// A page for those who are not signed in.
pub(crate) const fn door(draw: Draw) -> Page {
    let page = page(Action::OwnAccount, draw);
    Page { way: Way { is_door: true, ..page.way }, ..page }
}

impl Page {
    /// The page at an address.
    pub(crate) const fn at(self, pattern: &'static str) -> Self {
        Self { way: Way { pattern, ..self.way }, ..self }
    }

    /// The page with a place in the menu.
    pub(crate) const fn under(self, group: Group, label: Label) -> Self {
        Self { way: Way { menu: Some((group, label)), ..self.way }, ..self }
    }

    /// Whether it is the page at a path.
    pub(super) fn is_at(&self, path: &str) -> bool {
        captured(self.way.pattern, path).is_some()
    }

    /// The page as it is at a path.
    pub(super) fn show(&self, desk: Desk, path: &str) -> AnyView {
        let captured = captured(self.way.pattern, path).unwrap_or_default();
        let at = |place: usize| captured.get(place).map_or_else(String::new, |part| decoded(part));
        match self.draw {
            Draw::Bare(draw) => draw(desk),
            Draw::Of(draw) => draw(desk, &at(0)),
            Draw::OfTwo(draw) => draw(desk, &at(0), &at(1)),
        }
    }
}

impl Way {
    /// The path of a page that stands in the menu.
    pub(crate) fn path(&self) -> String {
        if self.pattern.is_empty() { ROOT.to_owned() } else { [ROOT, "/", self.pattern].concat() }
    }
}
