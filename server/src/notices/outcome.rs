//! How a try to send a notice ended.

use domain::feedback::notice::Hitch;

/// How a try ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The other side took it.
    Sent,
    /// Not now; it was not taken.
    Later(Hitch),
    /// Not ever; it was not taken.
    Never(Hitch),
    /// The line was cut before the other side said whether it took it.
    Unclear,
    /// There is no address of this sort.
    Nobody,
    /// Somebody else sends it.
    NotOurs,
}
