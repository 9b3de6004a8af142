use domain::Action;

use super::{ADDRESSES, BOOKS, DETAILS, DOORS, FEEDBACK, FIGURES, GOALS, PEOPLE, WAYS, chapter};
use crate::{
    chapters::{Chapter, ROOT, captured},
    office::page::{Draw, Page},
};

fn pages() -> impl Iterator<Item = &'static Page> {
    [DOORS, BOOKS, FIGURES, DETAILS, GOALS, FEEDBACK, PEOPLE].into_iter().flatten()
}

/// What the pattern of the page at a path is, and what it captures.
fn at(path: &str) -> Option<(&'static str, Vec<&str>)> {
    pages().find_map(|page| Some((page.way.pattern, captured(page.way.pattern, path)?)))
}

#[test]
fn an_address_names_a_page_and_a_strange_one_names_none() {
    for home in ["/van-phong", "/van-phong/"] {
        assert_eq!(at(home), Some(("", vec![])), "{home}");
    }
    assert_eq!(at("/van-phong/them/don-vi"), Some(("them/don-vi", vec![])));
    assert_eq!(at("/van-phong/don-vi/A%2FB"), Some(("don-vi/{code}", vec!["A%2FB"])));
    let version = at("/van-phong/don-vi/VP/phien-ban/2026-01-01");
    assert_eq!(version, Some(("don-vi/{code}/phien-ban/{from}", vec!["VP", "2026-01-01"])));
    for strange in ["/van-phong/x", "/van-phong/lich/1", "/van-phong/them/x", "/van-phong/them"] {
        assert_eq!(at(strange), None, "{strange}");
    }
}

#[test]
fn no_two_pages_match_one_address() {
    let parts = |pattern: &'static str| pattern.split('/').filter(|part| !part.is_empty());
    let is_any = |part: &str| part.starts_with('{') && part.ends_with('}');
    for (at, one) in ADDRESSES.iter().enumerate() {
        assert!(parts(one.pattern).all(|part| is_any(part) || !part.contains(['{', '}'])));
        for other in &ADDRESSES[at + 1..] {
            let (one, other) = (one.pattern, other.pattern);
            let mut pairs = parts(one).zip(parts(other));
            let meet = parts(one).count() == parts(other).count()
                && pairs.all(|(a, b)| a == b || is_any(a) || is_any(b));
            assert!(!meet, "{one} and {other}");
        }
    }
}

#[test]
fn every_entry_of_the_menu_leads_to_a_page() {
    let entries: Vec<_> = WAYS.iter().filter(|way| way.menu.is_some()).collect();
    assert_eq!(entries.len(), 21);
    for way in entries {
        assert_eq!(at(&way.path()), Some((way.pattern, vec![])), "{}", way.pattern);
        assert!(!way.is_door, "{}", way.pattern);
    }
}

#[test]
fn every_page_needs_a_right_that_there_is() {
    for way in WAYS {
        assert!(Action::ALL.contains(&way.needs), "{}", way.pattern);
    }
    let open = |needs: Action| WAYS.iter().filter(move |way| way.needs == needs);
    // Whoever is signed in: the first page, and three about oneself. The others are doors.
    assert_eq!(open(Action::OwnAccount).filter(|way| !way.is_door).count(), 4);
    assert_eq!(WAYS.iter().filter(|way| way.is_door).count(), 4);
}

#[test]
fn a_page_takes_what_its_address_captures() {
    for page in pages() {
        let wanted = match page.draw {
            Draw::Bare(_) => 0,
            Draw::Of(_) => 1,
            Draw::OfTwo(_) => 2,
        };
        let pattern = page.way.pattern;
        assert_eq!(pattern.matches('{').count(), wanted, "{pattern}");
    }
}

#[test]
fn each_page_comes_in_the_bundle_of_its_chapter() {
    assert_eq!(ADDRESSES.len(), pages().count());
    let chapters = [
        (Chapter::Books, BOOKS),
        (Chapter::Figures, FIGURES),
        (Chapter::Details, DETAILS),
        (Chapter::Goals, GOALS),
        (Chapter::Feedback, FEEDBACK),
        (Chapter::People, PEOPLE),
    ];
    for (its, pages) in chapters {
        for page in pages {
            let path = [ROOT, "/", &page.way.pattern.replace(['{', '}'], "")].concat();
            assert_eq!(chapter(&path, ""), its, "{path}");
        }
    }
    assert_eq!(chapter("/van-phong/x", "/van-phong/don-vi"), Chapter::Books);
    assert_eq!(chapter("/van-phong/dang-nhap", ""), Chapter::Figures);
    assert_eq!(chapter("/van-phong/dang-nhap", "/van-phong/don-vi?q=a"), Chapter::Books);
    assert_eq!(chapter("/van-phong/dang-nhap", "https://evil.example/don-vi"), Chapter::Figures);
    assert_eq!(chapter("/van-phong/khoa/1", "/van-phong/don-vi"), Chapter::People);
}
