//! Whether a file holds the database's own keys: with others, what is sealed would not open, the
//! record's chain would break, and both would only be noticed later.

use std::path::Path;

use super::{Keys, hex, unhex};
use crate::{
    error::Error,
    store::{Db, Tx, settings},
};

/// The setting that the keys must be able to repeat; it tells nothing about them.
const KEYS: &str = "keys";
/// The setting that the newest key sealed.
const SEAL: &str = "keys.seal";

/// The keys in a file, made at the first start, if they are the database's.
///
/// A database that was opened with none so far takes them for its own. Of two that come first with
/// different files one is refused.
pub async fn open(db: &Db, file: &Path, fill: fn(&mut [u8])) -> Result<Keys, Error> {
    let stored = settings::get(db, KEYS).await?;
    if stored.is_some() && !file.exists() {
        return Err(refused(file, "it is not there, and this database has keys already"));
    }
    let keys = Keys::of_file(file, fill)?;
    let stored = match stored {
        Some(stored) => stored,
        None => {
            let mut tx = db.begin().await?;
            let stored = settings::keep_first(&mut tx, KEYS, &mark(&keys)).await?;
            tx.commit().await?;
            stored
        }
    };
    compare(&keys, &stored, file)?;
    check_seal(db, &keys, file).await?;
    Ok(keys)
}

/// Refuses keys that are not the database's, and changes nothing.
pub async fn check(db: &Db, keys: &Keys, file: &Path) -> Result<(), Error> {
    match settings::get(db, KEYS).await? {
        Some(stored) => compare(keys, &stored, file),
        None => Ok(()),
    }?;
    check_seal(db, keys, file).await
}

/// Refuses a copy from before a key came by which everything is sealed now.
async fn check_seal(db: &Db, keys: &Keys, file: &Path) -> Result<(), Error> {
    match sealed(db).await? {
        Some(sealed) if keys.open(SEAL, &sealed).is_none() => Err(refused(
            file,
            "it lacks the key that seals now, as a copy from before `keys rotate`",
        )),
        _ => Ok(()),
    }
}

/// What only the key opens by which everything was sealed anew; none before that was first done.
pub async fn sealed(db: &Db) -> Result<Option<Vec<u8>>, sqlx::Error> {
    Ok(settings::get(db, SEAL).await?.and_then(|stored| unhex(&stored)))
}

/// Notes that everything is sealed by the newest key from now on.
pub async fn note_seal(tx: &mut Tx, keys: &Keys, fill: fn(&mut [u8])) -> Result<(), sqlx::Error> {
    settings::set(tx, SEAL, &hex(&keys.seal(SEAL, b"", fill))).await
}

fn compare(keys: &Keys, stored: &str, file: &Path) -> Result<(), Error> {
    if mark(keys) == stored {
        Ok(())
    } else {
        Err(refused(file, "its keys are not this database's"))
    }
}

fn mark(keys: &Keys) -> String {
    hex(&keys.blind("keys", b"check"))
}

fn refused(file: &Path, why: &str) -> Error {
    Error::new(format!(
        "the keys file {}: {why}. Put the file with the database's keys there, or name it with \
         HAILONG_KEYS_FILE; all servers of one database share one keys file",
        file.display()
    ))
}
