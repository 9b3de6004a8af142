//! Passwords: hashed so that a stolen database is of little use, a few at a time.

use std::sync::LazyLock;

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version,
    password_hash::phc::PasswordHash,
};
use domain::text::compose;
use tokio::sync::Semaphore;

use crate::{error::Error, problem::Problem, shortcuts};

/// As many hashes are made at once: each takes 19 MiB and a whole core for a while.
const AT_WORK: usize = 2;
/// As many callers are heard, at work or waiting; at some 30 ms each the last waits about a second.
const HEARD: usize = 64;

/// Whose turn it is.
struct Turns {
    heard: Semaphore,
    at_work: Semaphore,
}

static TURNS: Turns = Turns::new();

/// Verified where there is no account, so that it takes as long as where there is one.
static NOBODYS: LazyLock<Option<String>> =
    LazyLock::new(|| hash_now("nobody's password", [0; 16]).ok());

/// The hash of a password to keep.
pub async fn hash(password: String, fill: fn(&mut [u8])) -> Result<String, Problem> {
    let mut salt = [0; 16];
    fill(&mut salt);
    Ok(TURNS.take(move || hash_now(&password, salt)).await??)
}

/// Whether a password is the one behind a hash. Without a hash it is not, after the same work.
pub async fn verify(password: String, hash: Option<String>) -> Result<bool, Problem> {
    TURNS
        .take(move || {
            let nobodys = || NOBODYS.as_deref().unwrap_or_default();
            let is_it = is_hash_of(&password, hash.as_deref().unwrap_or_else(nobodys));
            is_it && hash.is_some()
        })
        .await
}

/// The hash of a password, at once: for the command line.
///
/// Argon2id with m = 19 MiB, t = 2, p = 1: what OWASP's Password Storage Cheat Sheet asks for at
/// least, and what two cores can do for an office that signs in at half past seven.
pub fn hash_now(password: &str, salt: [u8; 16]) -> Result<String, Error> {
    hasher()
        .hash_password_with_salt(compose(password).as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .map_err(|error| Error::new(format!("a password could not be hashed: {error}")))
}

/// Tests of other things than passwords may ask for the least that Argon2id can cost.
fn hasher() -> Argon2<'static> {
    let least = Params::new(Params::MIN_M_COST, Params::MIN_T_COST, 1, None);
    match least {
        Ok(least) if shortcuts::enabled() => {
            Argon2::new(Algorithm::Argon2id, Version::V0x13, least)
        }
        _ => Argon2::default(),
    }
}

fn is_hash_of(password: &str, hash: &str) -> bool {
    // What is kept may be no hash at all, as for an account of the demo.
    PasswordHash::new(hash).is_ok_and(|hash| {
        Argon2::default().verify_password(compose(password).as_bytes(), &hash).is_ok()
    })
}

impl Turns {
    const fn new() -> Self {
        Self { heard: Semaphore::const_new(HEARD), at_work: Semaphore::const_new(AT_WORK) }
    }

    /// Does heavy work on a thread of its own, when it is this caller's turn. Whoever comes when
    /// too many wait is told to come back.
    async fn take<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let _heard = self.heard.try_acquire().map_err(|_| Problem::Away)?;
        let _at_work = self.at_work.acquire().await.map_err(|_| Problem::Away)?;
        tokio::task::spawn_blocking(work).await.map_err(|error| {
            tracing::error!(%error, "a password could not be hashed");
            Problem::Broken
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }

    #[tokio::test]
    async fn a_password_opens_its_own_hash_however_it_was_composed() {
        let stored = hash("bàn gỗ lim ba chân".to_owned(), fill).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        let typed = "ba\u{300}n gô\u{303} lim ba chân".to_owned();
        assert!(verify(typed, Some(stored.clone())).await.unwrap());
        assert!(!verify("bàn gỗ lim ba chan".to_owned(), Some(stored.clone())).await.unwrap());
        assert_ne!(stored, hash("bàn gỗ lim ba chân".to_owned(), fill).await.unwrap());
    }

    #[tokio::test]
    async fn without_a_hash_nothing_opens_not_even_what_is_compared_with() {
        assert!(!verify("nobody's password".to_owned(), None).await.unwrap());
        assert!(NOBODYS.is_some());
        assert!(!verify("demo".to_owned(), Some("demo".to_owned())).await.unwrap());
    }

    #[tokio::test]
    async fn when_too_many_wait_the_next_is_told_to_come_back() {
        let turns = Turns::new();
        let heard = turns.heard.acquire_many(u32::try_from(HEARD).unwrap()).await.unwrap();
        assert!(matches!(turns.take(|| ()).await, Err(Problem::Away)));
        drop(heard);
        assert!(turns.take(|| ()).await.is_ok());
    }
}
