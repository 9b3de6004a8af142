//! A line over months in which people were asked by several versions of a question set: what of them can
//! be compared. Versions are never pooled, and the line breaks between them (DOMAIN §2).

use crate::ballot::instrument::Instrument;

/// The versions that a set follows, one after the other, the newest first and the set itself left out.
pub fn earlier<'a>(
    newest: &'a Instrument,
    known: impl Fn(&str, u32) -> Option<&'a Instrument>,
) -> Vec<&'a Instrument> {
    let before = |set: &&'a Instrument| {
        let follows = set.follows.as_ref()?;
        // A version follows one with a smaller number, so that this ends.
        known(&set.code, follows.version).filter(|older| older.version < set.version)
    };
    std::iter::successors(before(&newest), before).collect()
}

/// The codes of the items that count and ask the same in all of these versions, of which each follows the
/// next. Nothing counts that one of them did not ask, or asked otherwise.
pub fn comparable<'a>(versions: &[&'a Instrument]) -> Vec<&'a str> {
    let Some((newest, older)) = versions.split_first() else { return Vec::new() };
    let items = newest.items.iter().filter(|item| item.counts());
    let mut codes: Vec<&str> = items.map(|item| item.code.as_str()).collect();
    for (set, before) in versions.iter().zip(older) {
        let mapped = set.follows.iter().flat_map(|follows| &follows.items);
        let mapped: Vec<&String> = mapped.collect();
        let counts = |code: &str| before.items.iter().any(|it| it.code == code && it.counts());
        codes.retain(|code| mapped.iter().any(|it| *it == code) && counts(code));
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot::instrument::{BUILT_IN, Follows};

    /// Version 3 of the quick ballot, which follows the second in some items, and those before it.
    fn versions(mapped: &[&str]) -> [Instrument; 3] {
        let read = |place: usize| serde_json::from_str::<Instrument>(BUILT_IN[place]).unwrap();
        let mut third = Instrument { version: 3, ..read(3) };
        let items = mapped.iter().map(|code| (*code).to_owned()).collect();
        third.follows = Some(Follows { version: 2, items });
        [third, read(3), read(1)]
    }

    #[test]
    fn only_what_every_version_asks_alike_is_compared() {
        let [third, second, first] = versions(&["O1", "B0", "D0", "E0"]);
        assert_eq!(comparable(&[&third, &second]), comparable(&[&third, &second, &first]));
        let all = comparable(&[&second, &first]);
        let some = comparable(&[&third, &second, &first]);
        assert!(some.len() < all.len() && some.iter().all(|code| all.contains(code)), "{some:?}");
        assert!(!some.contains(&"A0") && some.contains(&"B0"), "{some:?}");
        assert_eq!(comparable(&[&versions(&[])[0], &second]), [""; 0]);
        let mut other = first.clone();
        other.items.retain(|item| item.code != "B0");
        assert!(!comparable(&[&second, &other]).contains(&"B0"), "what was not asked");
    }

    #[test]
    fn a_version_knows_those_it_follows_and_no_others() {
        let [third, second, first] = versions(&["O1"]);
        let all = [&first, &second];
        let known = |code: &str, version| {
            all.into_iter().find(|it| it.code == code && it.version == version)
        };
        let keys = |set| earlier(set, known).iter().map(|it| it.version).collect::<Vec<_>>();
        assert_eq!((keys(&third), keys(&second), keys(&first)), (vec![2, 1], vec![1], vec![]));
        let mut circle = second.clone();
        circle.follows = Some(Follows { version: 2, items: Vec::new() });
        assert_eq!(keys(&circle), [0; 0]);
    }
}
