//! From the tree of a JSON body to a type of ours, or to the place that does not fit and why.

use std::{collections::btree_map, fmt, iter::Enumerate, slice};

use domain::{Fault, Reason};
use serde::{
    Deserialize, Deserializer, de,
    de::{DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor},
    forward_to_deserialize_any,
};

use super::json::{Fields, Json, below};

/// What does not fit.
#[derive(Debug, PartialEq)]
pub struct Misfit {
    /// The way to it from inside out: keys, and places in lists such as `[0]`. A list of plain values
    /// is named whole.
    steps: Vec<String>,
    /// Why it does not fit.
    pub reason: Reason,
}

impl Misfit {
    fn here(reason: Reason) -> Self {
        Self { steps: Vec::new(), reason }
    }

    /// The same, seen from one step further out.
    fn below(mut self, above: impl Into<String>) -> Self {
        self.steps.push(above.into());
        self
    }

    /// The key under which it is found in the outermost object.
    pub(super) fn key(&self) -> &str {
        self.steps.last().map_or("", String::as_str)
    }

    /// As a fault, with its path, such as `into[0].name.vi`.
    pub(super) fn fault(&self) -> Fault {
        let path = self.steps.iter().fold(String::new(), |inside, step| below(step, &inside));
        Fault::new(path, self.reason)
    }
}

impl Json {
    /// The value of a type.
    pub fn read<'de, T: Deserialize<'de>>(&'de self) -> Result<T, Misfit> {
        T::deserialize(self)
    }
}

impl Fields {
    /// The value of a type.
    pub(super) fn read<'de, T: Deserialize<'de>>(&'de self) -> Result<T, Misfit> {
        T::deserialize(self)
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason.code())
    }
}

impl std::error::Error for Misfit {}

/// What our types say about a value: which of the reasons it is, never in words.
impl de::Error for Misfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::here(Reason::WrongType)
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self::here(Reason::UnknownChoice)
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::here(Reason::UnknownField).below(field)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::here(Reason::Missing).below(field)
    }
}

fn wrong_type<T>() -> Result<T, Misfit> {
    Err(Misfit::here(Reason::WrongType))
}

impl<'de> Deserializer<'de> for &'de Json {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Json::Null => visitor.visit_unit(),
            Json::Bool(said) => visitor.visit_bool(*said),
            Json::Whole(number) => visitor.visit_u64(*number),
            Json::Negative(number) => visitor.visit_i64(*number),
            Json::Fraction(number) => visitor.visit_f64(*number),
            Json::Text(text) => visitor.visit_borrowed_str(text),
            Json::List(values) => visitor.visit_seq(Elements(values.iter().enumerate())),
            Json::Object(fields) => fields.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Json::Null => visitor.visit_none(),
            value => visitor.visit_some(value),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    /// A list is no object, though our types would take one for it.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self {
            Json::Object(fields) => fields.deserialize_any(visitor),
            _ => wrong_type(),
        }
    }

    /// An object is no name, though our types would take one for it.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self {
            Json::Text(text) => visitor.visit_enum(text.as_str().into_deserializer()),
            _ => wrong_type(),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

impl<'de> Deserializer<'de> for &'de Fields {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_map(Entries { left: self.values.iter(), entry: None })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any option
    }
}

/// The elements of a list, each with its place.
struct Elements<'de>(Enumerate<slice::Iter<'de, Json>>);

impl<'de> SeqAccess<'de> for Elements<'de> {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Misfit> {
        let Some((place, value)) = self.0.next() else { return Ok(None) };
        let read = seed.deserialize(value);
        // A value that does not fit as a whole is no field of its own.
        let named = |misfit: Misfit| match misfit.steps.is_empty() {
            true => misfit,
            false => misfit.below(format!("[{place}]")),
        };
        read.map(Some).map_err(named)
    }
}

/// The entries of an object, and the one whose value comes next.
struct Entries<'de> {
    left: btree_map::Iter<'de, String, Json>,
    entry: Option<(&'de String, &'de Json)>,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Misfit> {
        self.entry = self.left.next();
        let Some((key, _)) = self.entry else { return Ok(None) };
        seed.deserialize(key.as_str().into_deserializer()).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Misfit> {
        let Some((key, value)) = self.entry else { return wrong_type() };
        seed.deserialize(value).map_err(|misfit| misfit.below(key.as_str()))
    }
}
