//! A JSON body as it arrived: a tree that still says which key was given twice, and that holds a
//! number of any size.

use std::{collections::BTreeMap, fmt};

use domain::{Fault, Reason};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};

use crate::problem::Problem;

/// A value.
#[derive(Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// A truth value.
    Bool(bool),
    /// A whole number from 0.
    Whole(u64),
    /// A whole number below 0.
    Negative(i64),
    /// Any other number; one beyond all range is cut short, and is still no whole number.
    Fraction(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Fields),
}

/// What is in an object, in order of the keys.
#[derive(Debug, Default, PartialEq)]
pub struct Fields {
    /// The values. Of those under one key the last is here.
    pub values: BTreeMap<String, Json>,
    /// The keys that were given more than once.
    duplicates: Vec<String>,
}

/// The object that a body says: 400 if it is no JSON, 422 if it is another value.
pub fn object(body: &[u8]) -> Result<Fields, Problem> {
    // The parser refuses a body whole for a number beyond its own range, though only one field is
    // wrong.
    let read =
        serde_json::from_slice(body).or_else(|_| serde_json::from_slice(&with_short_numbers(body)));
    match read {
        Ok(Json::Object(fields)) => Ok(fields),
        Ok(_) => Err(Problem::faults(vec![Fault::new("", Reason::WrongType)])),
        Err(_) => Err(Problem::Unreadable),
    }
}

/// The body with the digits cut off that take a number out of range. What is left of it is still no
/// whole number, and what was no JSON before is none after.
fn with_short_numbers(body: &[u8]) -> Vec<u8> {
    const DIGITS: usize = 30;
    const DIGITS_OF_POWER: usize = 2;
    let (mut is_text, mut is_escaped, mut is_power, mut digits) = (false, false, false, 0);
    let is_kept = |byte: &u8| {
        is_text ^= *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        digits = if byte.is_ascii_digit() { digits + 1 } else { 0 };
        is_power =
            matches!(byte, b'e' | b'E') || is_power && matches!(byte, b'+' | b'-' | b'0'..=b'9');
        is_text || digits <= if is_power { DIGITS_OF_POWER } else { DIGITS }
    };
    body.iter().copied().filter(is_kept).collect()
}

impl Fields {
    /// The value under a key; `null` is as good as none.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.values.get(key).filter(|value| **value != Json::Null)
    }

    /// Where a key was given twice, here or further inside.
    pub fn duplicate(&self) -> Option<String> {
        let inside =
            || self.values.iter().find_map(|(key, value)| Some(below(key, &value.duplicate()?)));
        self.duplicates.first().cloned().or_else(inside)
    }
}

impl Json {
    fn duplicate(&self) -> Option<String> {
        match self {
            Self::Object(fields) => fields.duplicate(),
            Self::List(values) => values
                .iter()
                .enumerate()
                .find_map(|(place, value)| Some(below(&format!("[{place}]"), &value.duplicate()?))),
            _ => None,
        }
    }
}

/// The path of what is at `inside` below a key or a place: `name.vi`, `into[0].code`.
pub(super) fn below(above: &str, inside: &str) -> String {
    let joint = if inside.is_empty() || inside.starts_with('[') { "" } else { "." };
    [above, joint, inside].concat()
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(parser: D) -> Result<Self, D::Error> {
        parser.deserialize_any(Any)
    }
}

/// Takes whatever comes.
struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, said: bool) -> Result<Json, E> {
        Ok(Json::Bool(said))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Whole(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Negative(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json::Fraction(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Json::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json, A::Error> {
        let mut fields = Fields::default();
        while let Some((key, value)) = object.next_entry::<String, Json>()? {
            if fields.values.insert(key.clone(), value).is_some() {
                fields.duplicates.push(key);
            }
        }
        Ok(Json::Object(fields))
    }
}
