//! The keys that are not in the database: what they seal, hide and chain.

pub mod own;
pub mod reseal;

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    process,
};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::error::Error;

/// Thirty-two bytes.
pub type Key = [u8; 32];
/// Bytes of the number that says which key sealed.
const NUMBER: usize = 4;
/// Bytes drawn for each sealing.
const NONCE: usize = 24;

/// Every key, by what it is for.
#[derive(Clone)]
pub struct Keys {
    seal: BTreeMap<u32, Key>,
    blind: Key,
    record: Key,
}

impl Keys {
    /// New keys.
    pub fn draw(fill: fn(&mut [u8])) -> Self {
        let key = || {
            let mut key = Key::default();
            fill(&mut key);
            key
        };
        Self { seal: BTreeMap::from([(1, key())]), blind: key(), record: key() }
    }

    /// Reads lines such as `seal 1 9f…`, `blind 04…`, `record 77…`; `#` begins a remark.
    pub fn read(text: &str) -> Result<Self, Error> {
        let (mut seal, mut blind, mut record) = (BTreeMap::new(), None, None);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        for line in lines.filter(|line| !line.starts_with('#')) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let known = match words.as_slice() {
                ["seal", number, hex] => number.parse().ok().zip(key(hex)).map(|(number, key)| {
                    seal.insert(number, key);
                }),
                ["blind", hex] => key(hex).map(|key| blind = Some(key)),
                ["record", hex] => key(hex).map(|key| record = Some(key)),
                _ => None,
            };
            known.ok_or_else(|| {
                unusable("a line is not `seal NUMBER HEX`, `blind HEX` or `record HEX`")
            })?;
        }
        match (seal.is_empty(), blind, record) {
            (false, Some(blind), Some(record)) => Ok(Self { seal, blind, record }),
            _ => Err(unusable("it needs a line each of seal, blind and record")),
        }
    }

    /// The keys of a file; the file is made, for its owner alone, if it is not there.
    pub fn of_file(path: &Path, fill: fn(&mut [u8])) -> Result<Self, Error> {
        match fs::read_to_string(path) {
            Ok(text) => Self::read(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Self::draw(fill).write(path)?;
                // Another server may have been first.
                Self::read(&fs::read_to_string(path)?)
            }
            Err(error) => Err(unusable(&error.to_string())),
        }
    }

    /// Writes the keys where none are, readable for the owner alone, and safe on disk; what is there
    /// already stays.
    pub fn write(&self, path: &Path) -> Result<(), Error> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let written = self.write_beside(path)?;
        let placed = fs::hard_link(&written, path);
        fs::remove_file(&written)?;
        match placed {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error.into()),
            _ => keep_folder(path),
        }
    }

    /// Puts the keys in the place of those in a file: whoever reads it finds the old ones or these.
    pub fn replace(&self, path: &Path) -> Result<(), Error> {
        fs::rename(self.write_beside(path)?, path)?;
        keep_folder(path)
    }

    /// A whole file beside the one it is to become, so that nobody ever reads half of one.
    fn write_beside(&self, path: &Path) -> Result<PathBuf, Error> {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{}.new", process::id()));
        let beside = PathBuf::from(name);
        let mut options = OpenOptions::new();
        let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
        file.write_all(self.text().as_bytes())?;
        file.sync_all()?;
        Ok(beside)
    }

    /// The keys as a file holds them.
    pub fn text(&self) -> String {
        let mut text =
            "# Without this file nobody reads what is sealed. Keep a copy apart from the \
                        database's.\n"
                .to_owned();
        for (number, key) in &self.seal {
            let _ = writeln!(text, "seal {number} {}", hex(key));
        }
        let _ = writeln!(text, "blind {}\nrecord {}", hex(&self.blind), hex(&self.record));
        text
    }

    /// The same keys with a new one that seals from now on; the older ones still open.
    pub fn with_new_seal(mut self, fill: fn(&mut [u8])) -> Self {
        let mut key = Key::default();
        fill(&mut key);
        self.seal.insert(self.newest().0 + 1, key);
        self
    }

    /// The same keys without those that sealed before the newest one.
    pub fn without_older_seals(mut self) -> Self {
        self.seal = BTreeMap::from([self.newest()]);
        self
    }

    /// How many keys there are to open with.
    pub fn seals(&self) -> usize {
        self.seal.len()
    }

    /// Seals under the newest key. `purpose` is where it is kept, such as `accounts.totp/7`: sealed
    /// bytes that are moved elsewhere do not open there.
    pub fn seal(&self, purpose: &str, plain: &[u8], fill: fn(&mut [u8])) -> Vec<u8> {
        let (number, key) = self.newest();
        let mut nonce = [0; NONCE];
        fill(&mut nonce);
        let payload = Payload { msg: plain, aad: purpose.as_bytes() };
        let sealed = XChaCha20Poly1305::new(&key.into())
            .encrypt(&nonce.into(), payload)
            .expect("a text in memory is shorter than what one nonce may seal");
        [&number.to_be_bytes(), nonce.as_slice(), &sealed].concat()
    }

    /// Opens what was sealed for the same purpose; nothing, if it was changed or its key is gone.
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let key = self.seal.get(&sealed_by(sealed)?)?;
        let (nonce, sealed) = sealed.get(NUMBER..)?.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let payload = Payload { msg: sealed, aad: purpose.as_bytes() };
        XChaCha20Poly1305::new(&(*key).into()).decrypt(&nonce.into(), payload).ok()
    }

    /// Whether the newest key sealed it.
    pub fn is_newest(&self, sealed: &[u8]) -> bool {
        sealed_by(sealed) == Some(self.newest().0)
    }

    /// A stand-in that tells equal values of one purpose and nothing else, without the key.
    pub fn blind(&self, purpose: &str, value: &[u8]) -> Key {
        mac(&self.blind, &[purpose.as_bytes(), &[0], value])
    }

    /// The hash of an entry of the record after the hash before it.
    pub fn chain(&self, before: &Key, entry: &[u8]) -> Key {
        mac(&self.record, &[before, entry])
    }

    fn newest(&self) -> (u32, Key) {
        let (number, key) = self.seal.last_key_value().expect("`read` and `draw` see to one");
        (*number, *key)
    }
}

/// The number of the key that sealed it.
fn sealed_by(sealed: &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(sealed.get(..NUMBER)?.try_into().ok()?))
}

fn mac(key: &Key, parts: &[&[u8]]) -> Key {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length is taken");
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

/// Makes a new name in a folder safe on disk.
fn keep_folder(path: &Path) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    Ok(File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?)
}

fn unusable(why: &str) -> Error {
    Error::setting("keys-file", why)
}

/// Bytes as small hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes behind hexadecimal digits.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.is_ascii().then(|| text.as_bytes().chunks(2))?;
    pairs
        .map(|pair| {
            u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok().filter(|_| pair.len() == 2)
        })
        .collect()
}

fn key(text: &str) -> Option<Key> {
    unhex(text)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }

    #[test]
    fn what_is_sealed_opens_for_its_purpose_only_and_not_once_changed() {
        let keys = Keys::draw(fill);
        let sealed = keys.seal("accounts.totp/7", "bí mật".as_bytes(), fill);
        assert_eq!(keys.open("accounts.totp/7", &sealed).unwrap(), "bí mật".as_bytes());
        assert_eq!(keys.open("accounts.totp/8", &sealed), None);
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert_eq!(keys.open("accounts.totp/7", &changed), None, "byte {place}");
            assert_eq!(keys.open("accounts.totp/7", &sealed[..place]), None);
        }
        assert_eq!(Keys::draw(fill).open("accounts.totp/7", &sealed), None);
    }

    #[test]
    fn the_older_key_still_opens_after_a_newer_one_came() {
        let keys = Keys::draw(fill);
        let sealed = keys.seal("a", b"x", fill);
        let keys = Keys::read(&keys.with_new_seal(fill).text()).unwrap();
        assert_eq!(keys.open("a", &sealed).unwrap(), b"x");
        assert!(!keys.is_newest(&sealed) && keys.is_newest(&keys.seal("a", b"x", fill)));
    }

    #[test]
    fn a_stand_in_is_the_same_for_the_same_value_and_purpose_alone() {
        let keys = Keys::draw(fill);
        assert_eq!(keys.blind("phone", b"1"), keys.blind("phone", b"1"));
        assert_ne!(keys.blind("phone", b"1"), keys.blind("email", b"1"));
        assert_ne!(keys.blind("phone", b"1"), Keys::draw(fill).blind("phone", b"1"));
    }

    #[test]
    fn a_file_that_cannot_be_used_is_refused_with_a_reason() {
        for text in ["", "seal 1 00", "blind x", "nothing", "seal 1 é0"] {
            assert!(Keys::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_file_is_made_once_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        let first = Keys::of_file(&path, fill).unwrap().text();
        assert_eq!(Keys::of_file(&path, fill).unwrap().text(), first);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
