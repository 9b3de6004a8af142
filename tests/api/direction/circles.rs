//! No file takes from a file that takes from it, however long the way round; a chapter and its own
//! parts are one.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// A module's path inside its crate, such as `["books", "units"]`.
type Module = Vec<String>;
type Arrows = BTreeMap<Module, BTreeSet<Module>>;

/// Every module of a crate with its text, tests left out.
fn modules(folder: &Path, above: &[String], found: &mut BTreeMap<Module, String>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        let path = entry.path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let module = [above, std::slice::from_ref(&name)].concat();
        if path.is_dir() {
            modules(&path, &module, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && name != "tests" {
            let text = fs::read_to_string(&path).expect("a source");
            let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            let is_code = |line: &&str| !line.trim_start().starts_with("//");
            let text = text.lines().filter(is_code).collect::<Vec<_>>().join("\n");
            found.insert(if name == "lib" { above.to_vec() } else { module }, text);
        }
    }
}

/// The paths that a text names after `start`, those in braces one by one.
fn paths(text: &str, start: &str) -> Vec<Module> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(start) {
        let is_part = |it: char| it.is_alphanumeric() || it == '_' || it == ':';
        if !text[..at].ends_with(is_part) {
            spread(&text[at + start.len()..], &mut Vec::new(), &mut found);
        }
    }
    found
}

/// Reads one path and what stands in its braces; gives back what follows.
fn spread<'a>(text: &'a str, above: &mut Module, found: &mut Vec<Module>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        while !rest.trim_start().starts_with('}') {
            rest = spread(rest, above, found).trim_start();
            rest = rest.strip_prefix(',').unwrap_or(rest);
        }
        return &rest.trim_start()[1..];
    }
    let end = text.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    // A glob's star is no name: what is taken is the module before it.
    let is_named = !name.is_empty();
    above.extend(is_named.then(|| name.to_owned()));
    let rest = match rest.strip_prefix("::") {
        Some(inner) => spread(inner, above, found),
        None => {
            found.push(above.clone());
            // What follows up to the next comma or brace is a new name or the glob's star.
            rest.find([',', '}', ';']).map_or("", |at| &rest[at..])
        }
    };
    above.truncate(above.len() - usize::from(is_named));
    rest
}

/// Which module takes from which.
fn arrows(source: &Path) -> Arrows {
    let mut texts = BTreeMap::new();
    modules(source, &[], &mut texts);
    let mut arrows = Arrows::new();
    for (module, text) in &texts {
        let above = module.split_last().map(|(_, above)| above.to_vec()).unwrap_or_default();
        let further = above.split_last().map(|(_, above)| above.to_vec()).unwrap_or_default();
        let starts = [
            ("crate::", vec![]),
            ("self::", module.clone()),
            ("super::super::", further),
            ("super::", above),
        ];
        let named = starts.into_iter().flat_map(|(start, base)| {
            paths(text, start).into_iter().map(move |path| [base.clone(), path].concat())
        });
        let to = named.filter_map(|path| {
            let ways = (0..=path.len()).rev().map(|length| path[..length].to_vec());
            ways.into_iter().find(|it| texts.contains_key(it))
        });
        // The root of a crate only lists what there is, and a part may take from its own chapter.
        let to = to.filter(|to| !module.starts_with(to)).collect();
        arrows.insert(module.clone(), to);
    }
    arrows
}

/// Everything that can be reached from a module.
fn reached(arrows: &Arrows, from: &Module) -> BTreeSet<Module> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&Module> = arrows[from].iter().collect();
    while let Some(module) = open.pop() {
        if seen.insert(module.clone()) {
            open.extend(arrows.get(module).into_iter().flatten());
        }
    }
    seen
}

#[test]
fn no_file_takes_from_one_that_takes_from_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for crate_ in ["domain", "app", "server"] {
        let arrows = arrows(&root.join(crate_).join("src"));
        let count: usize = arrows.values().map(BTreeSet::len).sum();
        assert!(count > arrows.len(), "{crate_}: {count} arrows of {} files", arrows.len());
        let round: Vec<String> = arrows
            .keys()
            .filter(|it| reached(&arrows, it).contains(*it))
            .map(|it| it.join("::"))
            .collect();
        assert!(round.is_empty(), "{crate_}: in circles stand {round:#?}");
    }
}

#[test]
fn paths_are_read_one_by_one() {
    let text = "use crate::{a::{self, b}, c as d,\n  e::*, f};\nlet x = crate::g::h(1);";
    let expected = ["a::self", "a::b", "c", "e", "f", "g::h"];
    let named: Vec<String> = paths(text, "crate::").iter().map(|it| it.join("::")).collect();
    assert_eq!(named, expected);
}
