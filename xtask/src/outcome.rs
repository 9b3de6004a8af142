//! What a chore ends with: done, or a sentence that says what to do next.

/// A chore's result; the error is shown to the person as it stands.
pub(crate) type Outcome<T = ()> = Result<T, Fault>;

/// What went wrong, in words for the person at the terminal.
#[derive(Debug)]
pub(crate) struct Fault(pub(crate) String);

impl<E: std::fmt::Display> From<E> for Fault {
    fn from(cause: E) -> Self {
        Self(format!("{cause:#}"))
    }
}

/// Ends a chore with these words.
pub(crate) fn fail<T>(words: impl Into<String>) -> Outcome<T> {
    Err(Fault(words.into()))
}

/// Puts what was being done in front of what went wrong.
pub(crate) trait While<T> {
    /// `doing` reads like "reading app/style/citizen.css".
    fn during(self, doing: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: Into<Fault>> While<T> for Result<T, E> {
    fn during(self, doing: impl FnOnce() -> String) -> Outcome<T> {
        self.map_err(|cause| Fault(format!("{}: {}", doing(), cause.into().0)))
    }
}
