//! Bodies about notices: how far they are, the programs that are called, where staff get their digests.

use serde::{Deserialize, Serialize};

use super::entry::{Fields, NAME};
use crate::{
    code::codes,
    fault::{Fault, Reason},
    feedback::notice::{Hitch, Notice, Stage},
    people::contact,
};

/// The most characters of a label.
const LABEL: usize = 100;

codes! {
    /// By which way a notice goes.
    NoticeWay {
        /// By e-mail to the sender of a case.
        Sender = 1 "sender",
        /// By e-mail to staff, with others in one message.
        Staff = 2 "staff",
        /// To a program.
        Program = 3 "program",
    }
}

/// A notice, without whose address it goes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeRow {
    /// Its number.
    pub id: i64,
    /// The number of the case it is about.
    pub case: Option<i64>,
    /// The number of the co-ordination request, where it is about one.
    pub request: Option<i64>,
    /// What it says.
    pub notice: Notice,
    /// By which way it goes.
    pub way: NoticeWay,
    /// The account or the program it is for; empty for senders.
    pub reader: String,
    /// How far it is.
    pub stage: Stage,
    /// When it was written, in milliseconds since 1970.
    pub created: i64,
    /// When it goes out, or is tried again; none where a person decides or it is over.
    pub due: Option<i64>,
    /// Tries so far.
    pub tries: i64,
    /// When the other side took it.
    pub sent: Option<i64>,
    /// Why it did not arrive so far.
    pub hitch: Option<Hitch>,
}

impl NoticeRow {
    /// Whether a person decides what becomes of it.
    pub fn is_stuck(&self) -> bool {
        self.stage == Stage::Failed || self.stage == Stage::Unknown && self.due.is_none()
    }
}

/// How notices leave, and how many are how far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeStanding {
    /// The address that e-mail is from; none where no mail server is set and none is sent.
    pub mail_from: Option<String>,
    /// How many programs are called.
    pub programs: usize,
    /// How many notices are how far.
    pub counts: Vec<StageCount>,
}

/// How many notices are so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StageCount {
    /// How far.
    pub stage: Stage,
    /// How many.
    pub count: i64,
}

/// Which notices are sent once more: all that failed, or all of which nobody knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Replay {
    /// `failed` or `unknown`.
    pub stage: Stage,
}

impl Replay {
    /// The stage, if its notices can be sent once more.
    pub fn check(&self) -> Result<Stage, Vec<Fault>> {
        match self.stage {
            stage @ (Stage::Failed | Stage::Unknown) => Ok(stage),
            _ => Err(vec![Fault::new("stage", Reason::UnknownChoice)]),
        }
    }
}

/// How many notices are sent once more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Replayed {
    /// How many.
    pub count: u64,
}

/// A program that is called; what its calls are signed with is never shown again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookRow {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub label: String,
    /// Where it is.
    pub url: String,
    /// Whether it passes notices on to people by Zalo or SMS, and gets their numbers for it.
    pub is_gateway: bool,
    /// When it was added, in milliseconds since 1970.
    pub created: i64,
    /// Since when it is called no more.
    pub disabled: Option<i64>,
}

/// A program to be called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewWebhook {
    /// What it is called.
    pub label: String,
    /// Where it is: an https address.
    pub url: String,
    /// Whether it passes notices on to people by Zalo or SMS, and gets their numbers for it.
    #[serde(default)]
    pub is_gateway: bool,
}

impl NewWebhook {
    /// Label and address, or everything wrong with them.
    pub fn check(&self) -> Result<(String, String), Vec<Fault>> {
        let mut fields = Fields::default();
        let label = fields.given("label", &self.label, LABEL);
        let url = fields.given("url", &self.url, NAME);
        let url = url.and_then(|url| {
            if is_web_address(&url) {
                Some(url)
            } else {
                fields.fault("url", Reason::BadWebAddress)
            }
        });
        fields.end(label.zip(url))
    }
}

/// Whether it has the form of an address that can be called: no name and password in it, no blanks.
fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let is_plain = url.bytes().all(|byte| byte.is_ascii_graphic());
    is_plain
        && rest.is_some_and(|rest| {
            let host = rest.split(['/', '?']).next().unwrap_or_default();
            !host.is_empty() && !host.contains('@') && !rest.contains('#')
        })
}

/// A program that was added, with what its calls are signed with: shown this once.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MadeWebhook {
    /// Its number.
    pub id: i64,
    /// What its calls are signed with, as Standard Webhooks writes it: `whsec_…`.
    pub secret: String,
}

/// Where somebody gets the digest of what is new for them; empty for none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnMail {
    /// An e-mail address.
    pub address: String,
}

impl OwnMail {
    /// The address as it is kept, if one is given.
    pub fn check(&self) -> Result<Option<String>, Vec<Fault>> {
        match self.address.trim() {
            "" => Ok(None),
            typed => match contact::email(typed) {
                Some(address) => Ok(Some(address)),
                None => Err(vec![Fault::new("address", Reason::BadEmail)]),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_to_call_names_a_host_and_nobody() {
        for url in ["https://gw.example.vn/in?key=1", "http://127.0.0.1:9/", "https://[::1]:8/x"] {
            assert!(is_web_address(url), "{url}");
        }
        for url in [
            "",
            "gw.example.vn",
            "ftp://a",
            "https://",
            "https://a:b@c/",
            "https://a b/",
            "https://a/#x",
            "https://a\r\nb/",
            "javascript:1",
            "https://cơ-quan.vn/",
        ] {
            assert!(!is_web_address(url), "{url}");
        }
    }

    #[test]
    fn nothing_is_sent_once_more_that_goes_its_way() {
        for stage in Stage::ALL {
            let is_stuck = matches!(stage, Stage::Failed | Stage::Unknown);
            assert_eq!(Replay { stage: *stage }.check().is_ok(), is_stuck, "{stage:?}");
        }
    }
}
