//! Tokens: random, told once, kept as a hash.

use sha2::{Digest, Sha256};

use crate::keys::hex;

/// A new token: 256 bits as hexadecimal digits.
pub fn draw(fill: fn(&mut [u8])) -> String {
    let mut bytes = [0; 32];
    fill(&mut bytes);
    hex(&bytes)
}

/// What is kept of a token. It is as random as the hash is long, so nothing slower is needed.
pub fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
