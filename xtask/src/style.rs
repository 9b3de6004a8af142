//! Style sheets: `app/style/{name}.css` with the parts it imports, as one minified file. Each bundle
//! has one of its name; what is printed has its own.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

use lightningcss::{
    rules::CssRule,
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet},
};

use crate::{
    outcome::{Outcome, While, fail},
    place, site,
};

/// Puts `{sheet}.css` into the site.
pub(crate) fn build(sheet: &str) -> Outcome {
    let name = format!("{sheet}.css");
    let entry = place::root().join("app/style").join(&name);
    let sheet = minify(&gather(&entry)?).during(|| format!("in app/style/{name} and its parts"))?;
    site::put(&name, sheet.as_bytes())
}

/// The rules of each file it imports, then its own.
fn gather(file: &Path) -> Outcome<String> {
    let text = fs::read_to_string(file).during(|| format!("reading {}", file.display()))?;
    let mut sheet = parse(&text).during(|| format!("in {}", file.display()))?;
    let mut whole = String::new();
    for part in imports(&sheet, file)? {
        whole.push_str(&gather(&part)?);
    }
    sheet.rules.0.retain(|rule| !matches!(rule, CssRule::Import(_)));
    whole.push_str(&sheet.to_css(PrinterOptions::default())?.code);
    Ok(whole)
}

fn imports(sheet: &StyleSheet, file: &Path) -> Outcome<Vec<PathBuf>> {
    let mut parts = Vec::new();
    for rule in &sheet.rules.0 {
        let CssRule::Import(import) = rule else { continue };
        if import.layer.is_some() || import.supports.is_some() || !import.media.always_matches() {
            return fail(format!("{}: import whole files, without conditions", file.display()));
        }
        parts.push(file.with_file_name(import.url.as_ref()));
    }
    Ok(parts)
}

fn minify(text: &str) -> Outcome<String> {
    let text = settled(text);
    let mut sheet = parse(&text)?;
    let unused_symbols = idle(&text);
    sheet.minify(MinifyOptions { unused_symbols, ..MinifyOptions::default() })?;
    Ok(sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() })?.code)
}

/// The tokens that are set in a sheet, each time with its value.
fn tokens(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = text.lines().filter_map(|line| line.trim().trim_end_matches(';').split_once(':'));
    lines.filter(|(name, _)| name.starts_with("--")).map(|(name, value)| (name, value.trim()))
}

/// The sheet with the values of those tokens in their places that nothing ever sets anew: it is
/// served with less.
fn settled(text: &str) -> String {
    let is_once = |token: &str| tokens(text).filter(|(name, _)| *name == token).count() == 1;
    let once = tokens(text).filter(|(name, _)| is_once(name));
    once.fold(text.to_owned(), |text, (name, value)| {
        text.replace(&["var(", name, ")"].concat(), value)
    })
}

/// The tokens that no rule of a sheet names: it is served without them.
fn idle(text: &str) -> HashSet<String> {
    let is_named =
        |token: &str| [")", ","].iter().any(|end| text.contains(&["var(", token, end].concat()));
    let idle = tokens(text).map(|(name, _)| name).filter(|token| !is_named(token));
    idle.map(str::to_owned).collect()
}

fn parse(text: &str) -> Outcome<StyleSheet<'_>> {
    Ok(StyleSheet::parse(text, ParserOptions::default()).map_err(|fault| fault.to_string())?)
}

#[cfg(test)]
mod contrast;

#[cfg(test)]
mod tests {
    use super::{fs, gather, imports, minify, parse};

    #[test]
    fn parts_come_in_the_order_of_their_imports() {
        let folder = std::env::temp_dir().join(format!("hailong-style-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("tokens.css"), ":root { --ink: black }").unwrap();
        fs::write(folder.join("form.css"), "p { color: var(--ink) }").unwrap();
        let entry = folder.join("citizen.css");
        fs::write(&entry, "@import './tokens.css'; @import 'form.css'; b { margin: 0 }").unwrap();
        let sheet = minify(&gather(&entry).unwrap()).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(sheet, "p{color:#000}b{margin:0}");
    }

    #[test]
    fn a_sheet_carries_the_tokens_that_its_rules_name_and_something_sets_anew() {
        let set = ":root {\n  --gap: 4px;\n  --ink: #000;\n  --inkwell: blue;\n}";
        let anew = ".night {\n  --ink: #fff;\n}\np { color: var(--ink); margin: var(--gap) }";
        let sheet = minify(&[set, anew].join("\n")).unwrap();
        assert_eq!(sheet, ":root{--ink:#000}.night{--ink:#fff}p{color:var(--ink);margin:4px}");
    }

    #[test]
    fn a_conditional_import_is_refused() {
        let sheet = parse("@import 'print.css' print;").unwrap();
        assert!(imports(&sheet, "citizen.css".as_ref()).is_err());
    }
}
