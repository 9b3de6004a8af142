//! The second factor: six digits that change every half minute (RFC 6238), and what stands in for
//! a lost one.

use domain::ballot::receipt;
use fast_qr::{ECL, QRBuilder, convert::svg::SvgBuilder};
use totp_rs::{Builder, Totp};

use super::tokens;
use crate::{error::Error, keys::Keys};

/// Bytes of a secret: as long as the hash behind the codes.
pub const SECRET: usize = 20;
/// Recovery codes given out at once, each of 64 bits.
const RECOVERY_CODES: usize = 10;
/// How many steps the last used one may lie after the next: one was early, and the other is late.
const EARLY: i64 = 2;
/// What apps show above the code.
const ISSUER: &str = "Hài Lòng";

/// A secret to show once, as text, address and picture.
pub struct SecretView {
    /// In base 32.
    pub secret: String,
    /// As an `otpauth://` address.
    pub address: String,
    /// The address as a QR code, an SVG picture.
    pub qr: String,
}

/// Draws a secret.
pub fn draw(fill: fn(&mut [u8])) -> [u8; SECRET] {
    let mut secret = [0; SECRET];
    fill(&mut secret);
    secret
}

/// Seals an account's secret. The one shown and the one proved are sealed alike, so that the first
/// can take the second's place.
pub fn seal(keys: &Keys, account: i64, secret: &[u8], fill: fn(&mut [u8])) -> Vec<u8> {
    keys.seal(&purpose(account), secret, fill)
}

/// The same secret, sealed by the newest key; nothing, if no key opens it.
pub fn reseal(keys: &Keys, account: i64, sealed: &[u8], fill: fn(&mut [u8])) -> Option<Vec<u8>> {
    keys.open(&purpose(account), sealed).map(|secret| seal(keys, account, &secret, fill))
}

/// How a secret is shown to its owner.
pub fn view(account_name: &str, secret: [u8; SECRET]) -> Result<SecretView, Error> {
    let fault = |error: &dyn std::fmt::Display| {
        Error::new(format!("a second factor cannot be shown: {error}"))
    };
    let totp = totp(account_name, &secret).map_err(|error| fault(&error))?;
    let address = totp.to_url().map_err(|error| fault(&error))?;
    let code = QRBuilder::new(address.as_str()).ecl(ECL::M).build();
    let qr = SvgBuilder::default().to_str(&code.map_err(|error| fault(&error))?);
    Ok(SecretView { secret: totp.secret().to_base32(), address, qr })
}

/// The time step of a code that opens at a moment (in milliseconds), if it lies after the last one
/// that was used. Half a minute early or late is forgiven.
pub fn check(keys: &Keys, account: i64, sealed: &[u8], code: &str, when: When) -> Option<i64> {
    let secret = keys.open(&purpose(account), sealed)?;
    let digits: String = receipt::letters(code).collect();
    let seconds = u64::try_from(when.moment / 1000).ok()?;
    let step = totp("", &secret).ok()?.check(&digits, seconds)?;
    i64::try_from(step).ok().filter(|step| is_unused(*step, when.last_step))
}

/// Whether a step comes after the last one that was used. One that lies further ahead than a code
/// may be early was used while the clock ran ahead, and shuts nobody out until the clock is there.
pub fn is_unused(step: i64, last_step: i64) -> bool {
    step > last_step || last_step > step + EARLY
}

/// When a code is typed.
#[derive(Clone, Copy)]
pub struct When {
    /// Now, in milliseconds since 1970.
    pub moment: i64,
    /// The last time step that was used.
    pub last_step: i64,
}

/// New recovery codes.
pub fn draw_recovery_codes(fill: fn(&mut [u8])) -> Vec<String> {
    let draw = || {
        let mut bits = [0; 8];
        fill(&mut bits);
        receipt::code(u64::from_be_bytes(bits))
    };
    std::iter::repeat_with(draw).take(RECOVERY_CODES).collect()
}

/// What is kept of a recovery code, however it was typed; nothing, if it cannot be one.
pub fn recovery_hash(typed: &str) -> Option<[u8; 32]> {
    receipt::read(typed).map(|bits| tokens::hash(&receipt::code(bits)))
}

fn purpose(account: i64) -> String {
    format!("accounts.totp/{account}")
}

fn totp(account_name: &str, secret: &[u8]) -> Result<Totp, totp_rs::TotpError> {
    let builder = Builder::new().with_secret(secret.to_vec()).with_skew(1).with_step_duration(30);
    builder.with_account_name(account_name).with_issuer(Some(ISSUER)).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }

    fn opens(code: &str, seconds: i64, last_step: i64) -> Option<i64> {
        let keys = Keys::draw(fill);
        // The secret and the codes of RFC 6238, appendix B, cut to six digits.
        let sealed = seal(&keys, 7, b"12345678901234567890", fill);
        check(&keys, 7, &sealed, code, When { moment: seconds * 1000, last_step })
    }

    #[test]
    fn the_codes_of_the_standard_open() {
        assert_eq!(opens("287082", 59, 0), Some(1));
        assert_eq!(opens("081804", 1_111_111_109, 0), Some(37_037_036));
        assert_eq!(opens("005 924", 1_234_567_890, 0), Some(41_152_263));
        assert_eq!(opens("353-130", 20_000_000_000, 0), Some(666_666_666));
    }

    #[test]
    fn a_code_opens_half_a_minute_around_its_time_and_once() {
        assert_eq!(opens("287082", 89, 0), Some(1));
        assert_eq!(opens("287082", 0, 0), Some(1));
        assert_eq!(opens("287082", 90, 0), None);
        assert_eq!(opens("287082", 59, 1), None);
        for wrong in ["", "287083", "28708", "2870820", "28708a", "٢٨٧٠٨٢"] {
            assert_eq!(opens(wrong, 59, 0), None, "{wrong}");
        }
    }

    #[test]
    fn a_step_used_while_the_clock_ran_ahead_shuts_nobody_out() {
        assert_eq!(opens("287082", 59, 3), None, "a code may be early");
        assert_eq!(opens("287082", 59, 4), Some(1));
        assert_eq!(opens("287082", 59, 73_000_000), Some(1));
    }

    #[test]
    fn a_sealed_secret_of_another_account_opens_nothing() {
        let keys = Keys::draw(fill);
        let sealed = seal(&keys, 8, b"12345678901234567890", fill);
        let when = When { moment: 59_000, last_step: 0 };
        assert_eq!(check(&keys, 7, &sealed, "287082", when), None);
    }

    #[test]
    fn recovery_codes_differ_and_are_read_however_they_are_typed() {
        let codes = draw_recovery_codes(fill);
        let hashes: std::collections::HashSet<_> =
            codes.iter().map(|code| recovery_hash(code).unwrap()).collect();
        assert_eq!(hashes.len(), RECOVERY_CODES);
        let typed = codes[0].to_lowercase().replace('-', " ");
        assert_eq!(recovery_hash(&typed), recovery_hash(&codes[0]));
        assert_eq!(recovery_hash("123456"), None);
    }

    #[test]
    fn a_secret_is_shown_as_an_address_that_apps_read() {
        let view = view("an.nguyen", *b"12345678901234567890").unwrap();
        assert_eq!(view.secret, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert!(view.address.starts_with("otpauth://totp/"), "{}", view.address);
        assert!(view.address.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        assert!(view.qr.contains("<svg"));
    }
}
