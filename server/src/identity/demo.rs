//! How the demo's accounts are told from others, and their passwords.

use domain::ballot::receipt;

use crate::keys::Keys;

/// What stands where a password's hash would.
pub const MARK: &str = "demo";

/// The password of an account of the demo: 64 bits, in letters that read well.
pub fn password(keys: &Keys, name: &str) -> String {
    let bytes = keys.blind("demo.account", name.as_bytes());
    receipt::code(bytes[..8].iter().fold(0, |bits, byte| bits << 8 | u64::from(*byte)))
}
