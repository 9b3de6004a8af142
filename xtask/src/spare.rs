//! What a bundle carries and nobody needs: taken out before the browser has to fetch it.

use std::collections::HashMap;

use walrus::Module;

use crate::outcome::{Outcome, While};

/// Where wasm-bindgen's macros leave their notes.
const NOTES: &str = "__wasm_bindgen_unstable";
/// The classes of streams that a dependency of Leptos exports and no page of ours uses.
const CLASSES: &str = "IntoUnderlying";

/// The compiled module without the classes nobody uses: whatever they alone need goes with them.
pub(crate) fn without_classes(compiled: &[u8]) -> Outcome<Vec<u8>> {
    let mut module =
        Module::from_buffer(compiled).during(|| "reading the compiled module".to_owned())?;
    if let Some(mut notes) = module.customs.remove_raw(NOTES) {
        notes.data = without_notes(&notes.data);
        module.customs.add(notes);
    }
    let unused = CLASSES.to_lowercase();
    let exports = module.exports.iter().filter(|it| it.name.contains(&unused));
    for export in exports.map(|it| it.id()).collect::<Vec<_>>() {
        module.exports.delete(export);
    }
    Ok(module.emit_wasm())
}

/// The notes but for those about the classes. Each note is a pair: its format's version and itself,
/// both behind their length.
fn without_notes(mut notes: &[u8]) -> Vec<u8> {
    let mut left = Vec::new();
    while let Some((pair, rest)) = pair(notes) {
        notes = rest;
        if !pair.windows(CLASSES.len()).any(|bytes| bytes == CLASSES.as_bytes()) {
            left.extend_from_slice(pair);
        }
    }
    left
}

fn pair(notes: &[u8]) -> Option<(&[u8], &[u8])> {
    let version = behind(notes, 0)?;
    notes.split_at_checked(behind(notes, version)?)
}

/// Where the part that begins at a place ends.
fn behind(notes: &[u8], at: usize) -> Option<usize> {
    let length = notes.get(at..at + 4)?.try_into().map(u32::from_le_bytes).ok()?;
    Some(at + 4 + usize::try_from(length).ok()?)
}

/// Gives what module and script call each other by short names, and returns the script with them. The
/// long ones end in digits of a hash, which no compression makes shorter.
pub(crate) fn short_names(module: &mut Module, script: &str) -> String {
    let imports = module.imports.iter_mut().map(|import| &mut import.name);
    let exports = module.exports.iter_mut().map(|export| &mut export.name);
    let mut names = HashMap::new();
    for name in imports.chain(exports).filter(|name| is_made_up(name)) {
        let next = format!("_{}", names.len());
        let short = names.entry(name.clone()).or_insert(next);
        name.clone_from(short);
    }
    renamed(script, &names)
}

/// The script without its comments and indents. Its texts are all on one line.
pub(crate) fn without_comments(script: &str) -> String {
    let is_comment = |line: &str| ["//", "/*", "*"].iter().any(|start| line.starts_with(start));
    let lines = script.lines().map(str::trim);
    let lines: Vec<_> = lines.filter(|line| !line.is_empty() && !is_comment(line)).collect();
    lines.join("\n")
}

fn renamed(script: &str, names: &HashMap<String, String>) -> String {
    let mut renamed = String::with_capacity(script.len());
    for part in script.split_inclusive(|letter| !is_of_a_name(letter)) {
        let name = part.trim_end_matches(|letter| !is_of_a_name(letter));
        renamed.push_str(names.get(name).map_or(name, String::as_str));
        renamed.push_str(&part[name.len()..]);
    }
    renamed
}

fn is_made_up(name: &str) -> bool {
    ["__wbg_", "__wbindgen_", "wasm_bindgen_"].iter().any(|start| name.starts_with(start))
}

fn is_of_a_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(text: &[u8]) -> Vec<u8> {
        [&u32::try_from(text.len()).unwrap().to_le_bytes(), text].concat()
    }

    #[test]
    fn the_notes_of_the_classes_go_and_all_others_stay() {
        let version = note(b"{}");
        let ours = [version.clone(), note(b"start")].concat();
        let theirs = [version, note(b"..IntoUnderlyingSink..")].concat();
        assert_eq!(without_notes(&[ours.clone(), theirs, ours.clone()].concat()), ours.repeat(2));
    }

    #[test]
    fn whole_names_are_renamed_and_parts_of_names_are_not() {
        let names = HashMap::from([("__wbg_a".to_owned(), "_0".to_owned())]);
        assert_eq!(renamed("x.__wbg_a(__wbg_ab); $__wbg_a", &names), "x._0(__wbg_ab); $__wbg_a");
    }
}
