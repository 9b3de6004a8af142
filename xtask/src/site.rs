//! The built site: the files the server embeds, compressed, changed only when they differ.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use crate::{
    outcome::{Outcome, While},
    place,
};

/// Writes a file of the site. It lies there compressed alone: the server unpacks it for the few who take
/// nothing else.
pub(crate) fn put(name: &str, bytes: &[u8]) -> Outcome {
    let path = path(name);
    let is_there =
        fs::read(&path).is_ok_and(|packed| unpacked(&packed).is_some_and(|it| it == bytes));
    if is_there { Ok(()) } else { write(&path, &compress(bytes)?).map(drop) }
}

/// Where a file of the site lies.
pub(crate) fn path(name: &str) -> PathBuf {
    place::site().join(format!("{name}.br"))
}

/// Whether a file of the site is there.
pub(crate) fn has(name: &str) -> bool {
    path(name).exists()
}

/// A print of these bytes and of the chore's own binary: what was made from them need not be remade.
pub(crate) fn print_of(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let own = std::env::current_exe().and_then(fs::metadata).and_then(|about| about.modified());
    own.ok().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Puts the whole file in place at once; false if it already read like this.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Outcome<bool> {
    if fs::read(path).is_ok_and(|now| now == bytes) {
        return Ok(false);
    }
    let writing = || format!("writing {}", path.display());
    let fresh = place::wasm_build().join("fresh");
    for folder in path.parent().into_iter().chain(fresh.parent()) {
        fs::create_dir_all(folder).during(writing)?;
    }
    fs::write(&fresh, bytes).during(writing)?;
    fs::rename(&fresh, path).during(writing)?;
    Ok(true)
}

/// The whole file.
pub(crate) fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).during(|| format!("reading {}", path.display()))
}

fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    brotli::BrotliDecompress(&mut &*packed, &mut bytes).ok().map(|()| bytes)
}

fn compress(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut small, &best)?;
    Ok(small)
}
