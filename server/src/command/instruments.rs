//! The question sets a server starts with: those inside, and those in a folder.

use std::{fs, path::Path};

use domain::{Instrument, ballot::instrument::BUILT_IN};
use server::error::Error;

/// Every question set; a file replaces the built-in set of the same code and version.
pub fn read(folder: Option<&Path>) -> Result<Vec<Instrument>, Error> {
    let mut sets = Vec::new();
    for text in BUILT_IN {
        sets.push(one("a built-in set", text)?);
    }
    let Some(folder) = folder else { return Ok(sets) };
    let mut files: Vec<_> = fs::read_dir(folder)
        .map_err(|error| Error::setting("instruments", &format!("{}: {error}", folder.display())))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    files.sort();
    for file in files {
        let set = one(&file.display().to_string(), &fs::read_to_string(&file)?)?;
        sets.retain(|other| other.key() != set.key());
        sets.push(set);
    }
    Ok(sets)
}

fn one(name: &str, text: &str) -> Result<Instrument, Error> {
    let set: Instrument =
        serde_json::from_str(text).map_err(|error| Error::new(format!("{name}: {error}")))?;
    let flaws = set.flaws();
    if flaws.is_empty() {
        Ok(set)
    } else {
        Err(Error::new(format!("{name}: {}", flaws.join("; "))))
    }
}
