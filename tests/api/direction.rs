//! Dependencies point one way: nothing inside knows what is around it.

use std::{fs, path::Path};

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
