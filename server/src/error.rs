//! What can stop a command, said so that whoever runs it knows what to do.

/// The one error of everything that is not a reply.
#[derive(Debug)]
pub enum Error {
    /// A sentence for the person at the keyboard.
    Said(String),
    /// The database could not do it.
    Database(sqlx::Error),
    /// The machine could not do it.
    Machine(std::io::Error),
}

impl Error {
    /// A sentence of our own.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self::Said(sentence.into())
    }

    /// A setting that cannot be used, and why.
    pub fn setting(name: &str, why: &str) -> Self {
        Self::Said(format!("setting {name}: {why}"))
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Said(sentence) => f.write_str(sentence),
            Self::Database(error) => write!(f, "database: {error}"),
            Self::Machine(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Machine(error)
    }
}
