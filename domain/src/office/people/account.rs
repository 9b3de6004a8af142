//! Accounts: how one signs in, proves who it is, and is kept by others.

use serde::{Deserialize, Serialize};

use crate::{
    fault::{Fault, Reason},
    people::role::Role,
    text,
    words::Words,
};

/// The longest name of a person, in characters.
pub const LONGEST_FULL_NAME: usize = 100;
/// The shortest and the longest name to sign in with, in characters.
pub const NAME_LENGTH: (usize, usize) = (3, 40);

/// What is typed to sign in.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// The account's name; case does not matter.
    pub name: String,
    /// The password.
    pub password: String,
}

/// What signing in still asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Step {
    /// Nothing more.
    Done,
    /// A code of the second factor, or a recovery code.
    SecondFactor,
}

/// The reply to a step of signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Next {
    /// The step that comes next.
    pub next: Step,
}

/// A code of six digits, or a recovery code where one is taken.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Code {
    /// The code as typed; spaces and dashes do not matter.
    pub code: String,
}

/// A password: the one chosen by an invited person, or one's own, to prove who asks.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Password {
    /// The password.
    pub password: String,
}

/// Both proofs of whoever asks for something that stands in for the second of them.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BothProofs {
    /// The password.
    pub password: String,
    /// A code of the second factor, or one of the recovery codes that are about to end.
    pub code: String,
}

/// Another password for one's own account.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewPassword {
    /// The password until now.
    pub old: String,
    /// The password from now on.
    pub new: String,
}

/// Who is invited by a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invited {
    /// What is typed to sign in.
    pub name: String,
    /// The person's name.
    pub full_name: String,
}

/// A second factor that is shown once and still has to be proved with a code.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecondFactor {
    /// The secret in base 32, to type into an app.
    pub secret: String,
    /// The same as an `otpauth://` address.
    pub address: String,
    /// The same as a QR code, an SVG picture.
    pub qr: String,
}

/// What stands in for a lost second factor, shown once.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryCodes {
    /// Each opens once.
    pub recovery_codes: Vec<String>,
}

/// A place where the account is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionRow {
    /// The session.
    pub id: i64,
    /// Browser and system in two words.
    pub device: String,
    /// When it began, in milliseconds since 1970.
    pub begun: i64,
    /// When it was last used, within a minute.
    pub seen: i64,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// An account as those see it who keep accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountRow {
    /// What is typed to sign in.
    pub name: String,
    /// The person's name.
    pub full_name: String,
    /// The role.
    pub role: Role,
    /// The unit's code today; its last one, if it ended.
    pub unit: Option<String>,
    /// The unit's name, of the same time.
    pub unit_name: Option<Words>,
    /// Whether the unit is no longer there, so that the account has to be given another.
    #[serde(default)]
    pub unit_ended: bool,
    /// Whether a second factor is set up.
    pub second_factor: bool,
    /// Whether the invitation has not been taken up yet.
    pub invited: bool,
    /// Whether nobody can sign in with it.
    pub disabled: bool,
    /// Whether a second person has to confirm it, or a new link of it, first.
    #[serde(default)]
    pub waits: bool,
    /// Whether there is nobody who could confirm what the reader asks for about it.
    #[serde(default)]
    pub nobody_confirms: bool,
    /// Since when there is such an account, in milliseconds since 1970.
    pub created: i64,
}

/// An account to be invited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewAccount {
    /// What will be typed to sign in.
    pub name: String,
    /// The person's name.
    pub full_name: String,
    /// The role.
    pub role: Role,
    /// The unit's code.
    pub unit: Option<String>,
}

/// An account as it is to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountChange {
    /// The person's name.
    pub full_name: String,
    /// The role.
    pub role: Role,
    /// The unit's code.
    pub unit: Option<String>,
    /// Whether nobody can sign in with it.
    pub disabled: bool,
}

/// A link by which a password is chosen, shown once.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActivationLink {
    /// The address to hand to the person.
    pub invitation: String,
    /// Until when it can be used, in milliseconds since 1970.
    pub expires: i64,
    /// Whether it opens nothing before a second person has confirmed it.
    #[serde(default)]
    pub waits: bool,
}

impl NewAccount {
    /// Everything wrong with it that can be seen without the books.
    pub fn faults(&self) -> Vec<Fault> {
        let name = as_name(&self.name).is_none().then(|| Fault::new("name", Reason::BadName));
        name.into_iter().chain(full_name_fault(&self.full_name)).collect()
    }
}

impl AccountChange {
    /// Everything wrong with it that can be seen without the books.
    pub fn faults(&self) -> Vec<Fault> {
        full_name_fault(&self.full_name).into_iter().collect()
    }
}

/// The form in which a name to sign in with is kept and looked for.
pub fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// A name as it is kept, if what was typed can be one.
pub fn as_name(typed: &str) -> Option<String> {
    Some(folded(typed)).filter(|name| is_name(name))
}

/// Whether a folded name can be one to sign in with: small letters, digits, `.`, `-`, `_`, a
/// letter first.
fn is_name(name: &str) -> bool {
    (NAME_LENGTH.0..=NAME_LENGTH.1).contains(&name.len())
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '.' | '-' | '_'))
}

fn full_name_fault(full_name: &str) -> Option<Fault> {
    let reason = match text::tidy(full_name).chars().count() {
        0 => Reason::Missing,
        length if length > LONGEST_FULL_NAME => Reason::TooLong(LONGEST_FULL_NAME),
        _ => return None,
    };
    Some(Fault::new("full_name", reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(name: &str, full_name: &str) -> Vec<Fault> {
        let (name, full_name) = (name.to_owned(), full_name.to_owned());
        NewAccount { name, full_name, role: Role::Viewer, unit: None }.faults()
    }

    #[test]
    fn a_name_is_plain_letters_that_read_the_same_everywhere() {
        for good in ["an.nguyen", " An_2 ", "abc", "x-9"] {
            assert_eq!(faults(good, "An"), [], "{good}");
        }
        for bad in ["", "ab", "9an", "ân.nguyễn", "an nguyen", "an/../x", &"a".repeat(41)] {
            assert_eq!(faults(bad, "An"), [Fault::new("name", Reason::BadName)], "{bad}");
        }
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let found = faults("?", " \u{200b} ");
        assert_eq!(
            found,
            [Fault::new("name", Reason::BadName), Fault::new("full_name", Reason::Missing)]
        );
    }
}
