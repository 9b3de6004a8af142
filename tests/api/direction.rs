//! Dependencies point one way: nothing inside knows what is around it.

mod circles;

use std::{collections::BTreeSet, fs, path::Path};

/// The names under every `dependencies` heading of a crate's Cargo.toml.
fn dependencies(folder: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(root.join(folder).join("Cargo.toml")).expect("a Cargo.toml");
    let mut names = Vec::new();
    let mut inside = false;
    for line in text.lines().map(str::trim) {
        if let Some(heading) = line.strip_prefix('[') {
            let heading = heading.trim_end_matches(']');
            inside = heading.ends_with("dependencies");
            if let Some((_, name)) = heading.split_once("dependencies.") {
                names.push(name.to_owned());
            }
        } else if inside && let Some((name, _)) = line.split_once(['.', '=', ' ']) {
            names.push(name.trim().to_owned());
        }
    }
    names
}

#[test]
fn dependencies_point_one_way() {
    let ours = ["app", "citizen", "domain", "office", "server", "tests", "xtask"];
    let allowed: [(&str, &[&str]); 5] = [
        ("domain", &[]),
        ("app", &["domain"]),
        ("server", &["domain", "app"]),
        ("app/citizen", &["domain", "app"]),
        ("app/office", &["domain", "app"]),
    ];
    for (folder, allowed) in allowed {
        let names = dependencies(folder);
        assert!(!names.is_empty(), "{folder}: nothing read");
        let inward = names.iter().filter(|name| ours.contains(&name.as_str()));
        let wrong: Vec<_> = inward.filter(|name| !allowed.contains(&name.as_str())).collect();
        assert!(wrong.is_empty(), "{folder} must not depend on {wrong:?}");
    }
}

#[test]
fn the_domain_knows_no_browser_no_database_and_no_network() {
    let outside =
        ["axum", "hyper", "leptos", "reqwest", "sqlx", "tokio", "wasm-bindgen", "web-sys"];
    let names = dependencies("domain");
    assert!(!names.iter().any(|name| outside.contains(&name.as_str())), "{names:?}");
}

/// Doors are where requests and commands come in; what several of them share stands in rooms.
const DOORS: [&str; 5] = ["api", "command", "demo", "office", "pages"];
/// What starts the doors, or has them draw what went wrong.
const AROUND: [&str; 4] = ["lib", "main", "replies", "routes"];

/// Every module of the server that a file takes something from, by the first part of its path.
fn taken(text: &str) -> BTreeSet<String> {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut taken = BTreeSet::new();
    for start in ["crate::", "server::"] {
        for (at, _) in text.match_indices(start) {
            let rest = &text[at + start.len()..];
            match rest.strip_prefix('{') {
                Some(list) => taken.extend(heads(list)),
                None => taken.extend(head(rest)),
            }
        }
    }
    taken
}

/// The names with which the parts of a list in braces begin.
fn heads(list: &str) -> Vec<String> {
    let (mut depth, mut start, mut heads) = (0, 0, Vec::new());
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                heads.extend(head(&list[start..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                heads.extend(head(&list[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    heads
}

fn head(path: &str) -> Option<String> {
    let path = path.trim_start();
    let name = path.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()?;
    (!name.is_empty()).then(|| name.to_owned())
}

/// The files of the server, each with the module of the crate that it belongs to.
fn files(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/src");
            let inside = path.strip_prefix(root).expect("below the server's sources");
            let first = inside.components().next().expect("a part");
            let module = first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
            found.push((module, fs::read_to_string(&path).expect("a source")));
        }
    }
}

#[test]
fn inside_the_server_doors_lead_into_rooms_and_never_into_each_other() {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/src"), &mut found);
    assert!(found.len() > 100, "{} files", found.len());
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (module, text) in found.iter().filter(|(module, _)| !AROUND.contains(&module.as_str())) {
        let taken = taken(text);
        seen.extend(taken.clone());
        let doors = taken.iter().filter(|it| DOORS.contains(&it.as_str()) && *it != module);
        // `hailong demo` is what the demo is for.
        let doors = doors.filter(|it| !(module == "command" && *it == "demo"));
        wrong.extend(doors.map(|door| format!("{module} takes from {door}")));
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(["demo", "store", "staff"].iter().all(|it| seen.contains(*it)), "{seen:?}");
}
