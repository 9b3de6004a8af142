//! The browser's own objects by the names of their members, and JSON through its own parser: a Rust one
//! would be a sixth of the bundle, and a binding for each object some more of it.

use js_sys::{Array, Function, JSON, Reflect};
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
pub(crate) fn set(object: &JsValue, name: &str, value: impl Into<JsValue>) {
    // A plain object takes every member, and one of the browser's those it is known to have.
    let _ = Reflect::set(object, &name.into(), &value.into());
}

/// Calls a member of an object; nothing, if it has none or that fails.
pub(crate) fn call(object: &JsValue, name: &str, given: &Array) -> Option<JsValue> {
    let member: Function = get(object, name).dyn_into().ok()?;
    Reflect::apply(&member, object, given).ok()
}

/// A new object of a class that is a member of another object; nothing, if there is none.
pub(crate) fn make(object: &JsValue, class: &str, given: &Array) -> Option<JsValue> {
    let class: Function = get(object, class).dyn_into().ok()?;
    Reflect::construct(&class, given).ok()
}
