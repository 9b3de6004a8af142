//! JSON through the browser's own parser: a Rust one would be a sixth of the bundle.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The value of a JSON text; `undefined`, if it is none.
pub(crate) fn parse(text: &str) -> JsValue {
    JSON::parse(text).unwrap_or(JsValue::UNDEFINED)
}

/// A value as JSON text.
pub(crate) fn write(value: &JsValue) -> String {
    JSON::stringify(value).map(String::from).unwrap_or_default()
}

/// A member of an object.
pub(crate) fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A member that is text; empty, if it is not.
pub(crate) fn text(value: &JsValue, name: &str) -> String {
    get(value, name).as_string().unwrap_or_default()
}

/// A member that is a list, each entry read by a function.
pub(crate) fn list<T>(value: &JsValue, name: &str, read: impl Fn(JsValue) -> T) -> Vec<T> {
    entries(get(value, name)).into_iter().map(read).collect()
}

/// The entries of a value that is a list; none, if it is not.
pub(crate) fn entries(value: JsValue) -> Vec<JsValue> {
    value.dyn_into::<Array>().map(|list| list.iter().collect()).unwrap_or_default()
}

/// Sets a member of an object.
pub(crate) fn set(object: &Object, name: &str, value: impl Into<JsValue>) {
    // A plain object takes every member.
    let _ = Reflect::set(object, &name.into(), &value.into());
}
