//! Why a step of a case of feedback may not come now (`feedback::steps` decides).

use super::reasons;

reasons! {
    /// Why a step may not come now.
    Misstep {
        /// Not from where the case stands.
        OutOfTurn = "out_of_turn",
        /// That step is not this actor's.
        NotTheirs = "not_theirs",
        /// It is with that unit already, or that unit helps already.
        SameUnit = "same_unit",
        /// The day is past.
        DayPast = "day_past",
        /// The sender may not be waited for so long.
        DayTooFar = "day_too_far",
        /// Nobody approves what they wrote.
        OwnText = "own_text",
        /// It was taken further up: only that level decides.
        HigherLevel = "higher_level",
        /// A level between may not be passed over.
        SkipsLevel = "skips_level",
        /// Another look was asked for before.
        ReopenedBefore = "reopened_before",
        /// The time for it is over.
        WindowOver = "window_over",
        /// The answer was rated before.
        RatedBefore = "rated_before",
        /// Linked cases stand in one line: a case has one lead case, which has none.
        LinkedBefore = "linked_before",
        /// Its sender did not agree to its publication.
        NotAgreed = "not_agreed",
        /// Of a complaint about conduct somebody first says whom it is about, or that it names nobody.
        ConcernFirst = "concern_first",
        /// The sender added as much as one case holds.
        Plenty = "plenty",
        /// Who has no name in a case has no address in it either.
        Nameless = "nameless",
        /// What is published says something that was neither asked nor answered.
        NotSaid = "not_said",
        /// Something in it looks as if it told who somebody is.
        LooksPersonal = "looks_personal",
    }
}
