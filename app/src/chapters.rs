//! The chapters of the office: the pages of each come in a bundle of their own.

pub mod table;

/// Under which every office page lies.
pub const ROOT: &str = "/van-phong";

/// A chapter of the office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chapter {
    /// The first page, and words beside its figures.
    #[default]
    Figures,
    /// Figures cut finer: by whatever is chosen, behind a number, and of feedback.
    Details,
    /// What figures shall reach, what units ask each other, and what they cannot mend alone.
    Goals,
    /// What a ballot may be about, who is asked, and what figures shall reach.
    Books,
    /// What people send in.
    Feedback,
    /// Who works here, and how the office is set up.
    People,
}

impl Chapter {
    /// Every chapter.
    pub const ALL: [Self; 6] =
        [Self::Figures, Self::Details, Self::Goals, Self::Books, Self::Feedback, Self::People];

    /// The name of its bundle.
    pub fn bundle(self) -> &'static str {
        match self {
            Self::Figures => "office-figures",
            Self::Details => "office-details",
            Self::Goals => "office-goals",
            Self::Books => "office-books",
            Self::Feedback => "office-feedback",
            Self::People => "office-people",
        }
    }
}

/// An address of the office.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    /// The parts of its path below [`ROOT`]; `{name}` stands for a part of any text.
    pub pattern: &'static str,
    /// Whose page is there; nothing, if every bundle has it.
    pub chapter: Option<Chapter>,
}

/// What a path has in the places that stand in braces in a pattern; nothing, if it is another path.
pub fn captured<'a>(pattern: &str, path: &'a str) -> Option<Vec<&'a str>> {
    let mut given = parts(path).skip(1);
    let mut found = Vec::new();
    for wanted in parts(pattern) {
        let part = given.next()?;
        if wanted.starts_with('{') {
            found.push(part);
        } else if wanted != part {
            return None;
        }
    }
    given.next().is_none().then_some(found)
}

fn parts(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|part| !part.is_empty())
}

/// One bundle's chapter among all addresses.
#[derive(Clone, Copy)]
pub struct Map {
    /// The chapter whose pages are here.
    pub chapter: Chapter,
    /// Every address.
    pub addresses: &'static [Address],
}

impl Map {
    /// Whether the page at a path is in another bundle.
    pub fn leads_away(self, path: &str) -> bool {
        let found = self.addresses.iter().find(|it| captured(it.pattern, path).is_some());
        found.and_then(|it| it.chapter).is_some_and(|chapter| chapter != self.chapter)
    }
}
