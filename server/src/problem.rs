//! Everything that can go wrong with a request, and what is said about it.

use std::sync::Arc;

use app::text::{self, TroubleWords};
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{Fault, Lang, Reason, fault::SpokenFault};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{error::Error, limits::pass::Challenge};

/// A request that was not done, and why.
#[derive(Clone, Debug)]
pub enum Problem {
    /// 400: not the format it should be.
    Unreadable,
    /// 401: nobody is signed in, or not any more.
    SignInFirst,
    /// 403: signed in, but not allowed to.
    NotAllowed,
    /// 403: allowed once a second factor is set up.
    SecondFactorFirst,
    /// 403: another page sent it in this person's name.
    Forged,
    /// 404: nothing here.
    NotFound,
    /// 404: there is no campaign of the code in a page's address.
    NoSurvey,
    /// 404: nothing is handed out for what an address names, and why.
    NoHandOut(Arc<Vec<Fault>>),
    /// 404: not the address that the device at a service point was given.
    NoKiosk,
    /// 405: not done to this.
    WrongMethod,
    /// 408: the request took too long to arrive.
    TooSlow,
    /// 409: the id is taken by another ballot.
    Conflict,
    /// 409: the number was used for other content; the faults name what differs.
    Differs(Arc<Vec<Fault>>),
    /// 409: changed by somebody else since it was read.
    Stale,
    /// 409: the invitation was answered before.
    TokenUsed,
    /// 404: no invitation has the token in a page's address.
    UnknownToken,
    /// 410: kept once, and taken back by its sender.
    Withdrawn,
    /// 413: too large.
    TooLarge,
    /// 415: another format is wanted.
    WrongFormat,
    /// 422: the address gives what is named here two different values.
    Contrary(String),
    /// 422: what the sender can mend, all of it.
    Faults(Arc<Vec<Fault>>),
    /// 422: what is wrong in a file, in words already.
    Spoken(Arc<Vec<SpokenFault>>),
    /// 429: many ballots from one place; this one is taken after some work or a wait.
    Crowded(Arc<Challenge>),
    /// 429: too many tries; come back after this many seconds.
    TooMany(u32),
    /// 500: our fault.
    Broken,
    /// 503: come back soon; nothing was kept.
    Away,
    /// 503: whoever is to say who somebody is does not answer.
    ProviderAway,
}

/// A problem as it travels (RFC 9457), with every fault named.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ProblemReply {
    /// Always `about:blank`: the status says what kind it is.
    #[serde(rename = "type")]
    pub kind: String,
    /// What happened and what to do, in the reader's language.
    pub title: String,
    /// The status code again.
    pub status: u16,
    /// What the sender can mend.
    pub faults: Vec<SpokenFault>,
    /// With 429 for a ballot: what lets it through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pass: Option<Challenge>,
}

impl Problem {
    /// Faults the sender can mend.
    pub fn faults(faults: Vec<Fault>) -> Self {
        Self::Faults(Arc::new(faults))
    }

    /// What differs from what came before under the same number.
    pub fn differs(faults: Vec<Fault>) -> Self {
        Self::Differs(Arc::new(faults))
    }

    /// Faults of a file, in words already.
    pub fn spoken_faults(faults: Vec<SpokenFault>) -> Self {
        Self::Spoken(Arc::new(faults))
    }

    /// The status it is told with.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::SignInFirst => StatusCode::UNAUTHORIZED,
            Self::NotAllowed | Self::SecondFactorFirst | Self::Forged => StatusCode::FORBIDDEN,
            Self::NotFound
            | Self::NoSurvey
            | Self::NoHandOut(_)
            | Self::NoKiosk
            | Self::UnknownToken => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Conflict | Self::Differs(_) | Self::Stale | Self::TokenUsed => {
                StatusCode::CONFLICT
            }
            Self::Withdrawn => StatusCode::GONE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::WrongFormat => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Contrary(_) | Self::Faults(_) | Self::Spoken(_) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::Crowded(_) | Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Away | Self::ProviderAway => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What is said about it, where it is not faults to mend.
    pub fn trouble(&self, lang: Lang) -> &'static TroubleWords {
        let words = text::pages(lang);
        match self {
            Self::SignInFirst => &words.sign_in_first,
            Self::NotAllowed => &words.not_allowed,
            Self::SecondFactorFirst => &words.second_factor_first,
            Self::Forged => &words.forged,
            Self::Crowded(_) => &words.crowded,
            Self::TooMany(_) => &words.too_many,
            Self::NotFound => &words.not_found,
            Self::NoSurvey => &words.no_survey,
            Self::NoHandOut(_) => &words.no_hand_out,
            Self::NoKiosk => &words.no_kiosk,
            Self::Contrary(_) => &words.contrary,
            Self::WrongMethod => &words.wrong_method,
            Self::WrongFormat => &words.wrong_format,
            Self::TooSlow => &words.too_slow,
            Self::Unreadable | Self::Faults(_) | Self::Spoken(_) => &words.unreadable,
            Self::Conflict => &words.conflict,
            Self::Differs(_) => &words.differs,
            Self::Stale => &words.stale,
            Self::TokenUsed => &words.token_used,
            Self::UnknownToken => &words.unknown_token,
            Self::Withdrawn => &words.withdrawn,
            Self::TooLarge => &words.too_large,
            Self::Broken => &words.broken,
            Self::Away => &words.unavailable,
            Self::ProviderAway => &words.provider_away,
        }
    }

    /// The faults with their messages; none for other problems.
    pub fn spoken(&self, lang: Lang) -> Vec<SpokenFault> {
        match self {
            Self::Faults(faults) | Self::Differs(faults) => {
                faults.iter().map(|it| told(lang, it)).collect()
            }
            Self::NoHandOut(faults) => faults.iter().map(|it| text::spoken(lang, it)).collect(),
            Self::Contrary(field) => {
                vec![text::spoken(lang, &Fault::new(field, Reason::Twice))]
            }
            Self::Spoken(faults) => faults.as_ref().clone(),
            Self::TokenUsed => {
                vec![text::spoken(lang, &Fault::new("token", Reason::TokenUsed))]
            }
            _ => Vec::new(),
        }
    }

    /// The reply to a program, in the reader's language.
    pub fn json(&self, lang: Lang) -> Response {
        let title = match self {
            Self::Faults(_) | Self::Spoken(_) => text::pages(lang).faulty,
            _ => self.trouble(lang).title,
        };
        let reply = ProblemReply {
            kind: "about:blank".to_owned(),
            title: title.to_owned(),
            status: self.status().as_u16(),
            faults: self.spoken(lang),
            pass: if let Self::Crowded(challenge) = self {
                Some(challenge.as_ref().clone())
            } else {
                None
            },
        };
        let mut response = (self.status(), Json(reply)).into_response();
        let kind = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response
    }
}

impl IntoResponse for Problem {
    /// A bare reply that carries the problem; [`speak`](crate::replies::speak) puts it into words.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Vec<Fault>> for Problem {
    fn from(faults: Vec<Fault>) -> Self {
        Self::faults(faults)
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Database(error) => error.into(),
            other => {
                tracing::error!(error = %other, "something stored cannot be used");
                Self::Broken
            }
        }
    }
}

impl From<sqlx::Error> for Problem {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => Self::Away,
            sqlx::Error::Database(ref fault)
                if fault.code().is_some_and(|code| is_passing(&code)) =>
            {
                Self::Away
            }
            other => {
                tracing::error!(error = %other, "a statement failed");
                Self::Broken
            }
        }
    }
}

/// Whether a database's error goes away by itself: busy, full, read-only for a while, shutting
/// down, a lost race.
fn is_passing(code: &str) -> bool {
    // PostgreSQL's codes have five characters, SQLite's are numbers of at most four digits.
    if code.len() == 5 {
        return ["08", "40", "53", "57P", "25006", "55000", "55P03", "57014"]
            .iter()
            .any(|passing| code.starts_with(passing));
    }
    // Busy, locked, read-only, I/O, full, cannot open; the higher bits say more.
    code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 8 | 10 | 13 | 14))
}

/// A fault in words. Where a form names a counter that has ended since, they say how to send it all the
/// same.
fn told(lang: Lang, it: &Fault) -> SpokenFault {
    let told = text::spoken(lang, it);
    let is_ended = it.field() == "service_point" && it.reason == Reason::NotValidThen;
    let message = if is_ended { text::about(lang).ended_point.to_owned() } else { told.message };
    SpokenFault { message, ..told }
}
