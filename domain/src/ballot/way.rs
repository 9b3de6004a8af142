//! How a ballot came in: its kind follows from that, never from what its campaign sets out to do.

use super::{Ballot, receipt};
use crate::code::Channel;

/// Letters of a kiosk's token; an invitation's has twice as many.
pub const KIOSK_TOKEN: usize = 14;

/// The way by which a ballot says that it came. Whether its token is one of ours is for whoever has
/// the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a link of the person's own.
    Invitation,
    /// By the signed address of the device at a service point.
    Kiosk,
    /// By a link that names a service point where people are served, as a QR code at a counter or on a
    /// receipt does.
    Point,
    /// By any other link.
    Open,
}

impl Way {
    /// The way of a ballot.
    pub fn of(ballot: &Ballot) -> Self {
        match (ballot.token.as_deref(), ballot.service_point.is_some()) {
            (Some(token), true) if is_kiosk_token(token) => Self::Kiosk,
            (Some(_), _) => Self::Invitation,
            (None, true) => Self::Point,
            (None, false) => Self::Open,
        }
    }

    /// The same for how people are served there: nobody stands at a portal, so its link is any link.
    pub fn at(self, channel: Channel) -> Self {
        if self == Self::Point && channel == Channel::Online { Self::Open } else { self }
    }
}

/// Whether a token is as long as a kiosk's, however it is spaced.
pub fn is_kiosk_token(token: &str) -> bool {
    receipt::letters(token).take(KIOSK_TOKEN + 1).count() == KIOSK_TOKEN
}
