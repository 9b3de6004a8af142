//! What the rows of a list are sorted by.

use crate::text::fold;

/// One row's place under a column: nothing comes first, a text of any list beside other texts alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Nothing is there.
    Nothing,
    /// A number, such as a moment.
    Number(i64),
    /// A text, letter by letter.
    Text(String),
}

/// A text is sorted as it is searched, marks and case aside.
impl From<&str> for Key {
    fn from(text: &str) -> Self {
        Self::Text(fold(text))
    }
}

impl From<&String> for Key {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<i64> for Key {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<T> From<Option<T>> for Key
where
    Self: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Self::from)
    }
}
