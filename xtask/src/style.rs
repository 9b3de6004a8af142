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
    let mut sheet = parse(text)?;
    let unused_symbols = idle(text);
    sheet.minify(MinifyOptions { unused_symbols, ..MinifyOptions::default() })?;
    Ok(sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() })?.code)
}

/// The tokens that no rule of a sheet names: it is served without them.
fn idle(text: &str) -> HashSet<String> {
    let lines = text.lines().filter_map(|line| line.trim().split_once(':'));
    let tokens = lines.map(|(name, _)| name).filter(|name| name.starts_with("--"));
    let is_named =
        |token: &str| [")", ","].iter().any(|end| text.contains(&["var(", token, end].concat()));
    tokens.filter(|token| !is_named(token)).map(str::to_owned).collect()
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
        assert_eq!(sheet, ":root{--ink:black}p{color:var(--ink)}b{margin:0}");
    }

    #[test]
    fn tokens_that_no_rule_names_are_left_out() {
        let text = ":root {\n  --ink: black;\n  --inkwell: blue;\n}\np { color: var(--ink) }";
        assert_eq!(minify(text).unwrap(), ":root{--ink:black}p{color:var(--ink)}");
    }

    #[test]
    fn a_conditional_import_is_refused() {
        let sheet = parse("@import 'print.css' print;").unwrap();
        assert!(imports(&sheet, "citizen.css".as_ref()).is_err());
    }
}
