//! Which entry a code means.

use std::collections::HashMap;

use super::version::{Proposal, Stored};
use crate::text::usual;

/// The identity of each code. A code is never passed on: whoever had it keeps it.
#[derive(Clone, Debug, Default)]
pub struct Identities(HashMap<String, i64>);

impl Identities {
    /// The identities of what is stored; codes that nothing had yet get numbers below zero.
    pub fn new<T>(stored: &[Stored<T>], rows: &[Proposal<T>]) -> Self {
        let known = stored.iter().map(|one| (one.version.code.clone(), one.identity));
        let mut identities = Self(known.collect());
        for row in rows {
            identities.add(&row.version.code);
        }
        identities
    }

    /// Gives an identity another code.
    pub fn set(&mut self, code: &str, identity: i64) {
        self.0.insert(code.to_owned(), identity);
    }

    /// Takes in a code, whether it is new or not.
    pub fn add(&mut self, code: &str) {
        let next = -1 - i64::try_from(self.0.len()).unwrap_or(i64::MAX - 1);
        self.0.entry(code.to_owned()).or_insert(next);
    }

    /// The identity of a code.
    pub fn get(&self, code: &str) -> Option<i64> {
        self.0.get(&*usual(code)).copied()
    }
}

/// Names units alike: by the newest code of each, whichever was said, so that they can be compared.
pub fn name_alike<'a>(
    codes: impl Iterator<Item = &'a mut String>,
    identities: &Identities,
    newest: &HashMap<i64, String>,
) {
    for code in codes {
        if let Some(same) = identities.get(code).and_then(|identity| newest.get(&identity)) {
            code.clone_from(same);
        }
    }
}
