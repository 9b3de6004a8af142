//! The second person: whose account waits until somebody else has confirmed it.

use crate::code::codes;

codes! {
    /// How far an account can be relied on.
    Standing {
        /// It watches over nobody.
        Plain = 1 "plain",
        /// It is to watch over others, and nobody signs in with it before a second person agrees.
        Waiting = 2 "waiting",
        /// A second person agreed, or it was made at the machine itself.
        Vouched = 3 "vouched",
    }
}

codes! {
    /// What a second person confirms.
    Matter {
        /// What an account may do: that of an inspector, a leader, the head of the house.
        Role = 1 "role",
        /// A new link by which the password of somebody else's account is chosen.
        Link = 2 "link",
    }
}

codes! {
    /// What became of something that a second person was asked for.
    Outcome {
        /// Nobody has answered yet.
        Waiting = 1 "waiting",
        /// A second person agreed.
        Confirmed = 2 "confirmed",
        /// A second person did not agree.
        Refused = 3 "refused",
        /// What was asked for is no more: the account was changed, or another link was asked for.
        Lapsed = 4 "lapsed",
    }
}

/// What an account can be relied on for after a change; `watched` and `watches` say whether its role
/// watched over others before and does now. Only who was confirmed for the very same stays so.
pub fn after(before: Standing, is_same_role: bool, watched: bool, watches: bool) -> Standing {
    match (watches, before) {
        (false, _) => Standing::Plain,
        (true, Standing::Vouched) if is_same_role && watched => Standing::Vouched,
        (true, _) => Standing::Waiting,
    }
}

#[cfg(test)]
mod tests {
    use super::{Standing::*, *};

    #[test]
    fn only_who_was_confirmed_for_the_very_same_needs_nobody_again() {
        assert_eq!(after(Vouched, true, true, true), Vouched, "another room, the same inspector");
        for (before, is_same_role, watched) in [
            (Plain, false, false),
            (Vouched, false, false),
            (Vouched, false, true),
            (Waiting, true, true),
            (Vouched, true, false),
            (Plain, true, true),
        ] {
            assert_eq!(after(before, is_same_role, watched, true), Waiting);
        }
    }

    #[test]
    fn whoever_watches_over_nobody_waits_for_nobody() {
        for before in [Plain, Waiting, Vouched] {
            assert_eq!(after(before, false, true, false), Plain);
        }
    }
}
