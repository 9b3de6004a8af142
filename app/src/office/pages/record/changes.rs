//! What an entry of the record changed: the values that differ, old and new, in people's words.

use domain::{Action, Channel, Lang, Role, Sampling};
use serde_json::Value;

use crate::{
    office::list::Changed,
    text::{
        count,
        office::{books::channel, deeds::field, names, surveys::sampling},
        percent,
    },
};

/// As many values are told of an entry that has no other side; the rest stands in its exact form.
const MOST: usize = 8;

/// What differs between the two sides of an entry; of one that has no side before, what it tells.
pub(super) fn changes(lang: Lang, before: Option<&str>, after: Option<&str>) -> Vec<Changed> {
    let [before, after] = [before, after].map(flat);
    if after.is_empty() {
        return Vec::new();
    }
    let of = |side: &[(String, Value)], name: &str| {
        side.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone())
    };
    if before.is_empty() {
        let told = after.iter().filter(|(_, value)| !is_nothing(value));
        let told = told.filter_map(|(name, value)| changed(lang, name, None, value));
        return told.take(MOST).collect();
    }
    // A merger was several pages before and is one after: that is no change of values.
    let is_list = before.iter().any(|(name, _)| name.starts_with(|c: char| c.is_ascii_digit()));
    if is_list {
        return Vec::new();
    }
    let gone = before.iter().filter(|(name, _)| of(&after, name).is_none());
    let gone = gone.filter_map(|(name, value)| changed(lang, name, Some(value), &Value::Null));
    let there = after.iter().filter_map(|(name, value)| {
        let old = of(&before, name);
        let differs = old.as_ref() != Some(value);
        let old = old.unwrap_or(Value::Null);
        let is_told = differs && !(is_nothing(&old) && is_nothing(value));
        is_told.then(|| changed(lang, name, Some(&old), value)).flatten()
    });
    there.chain(gone).collect()
}

/// What the thing is called that an entry is about.
pub(super) fn named(lang: Lang, text: &str) -> Option<String> {
    let value: Value = serde_json::from_str(text).ok()?;
    let last = value["versions"].as_array().and_then(|versions| versions.last());
    let of = last.unwrap_or(&value);
    let in_words = |words: &Value| {
        let said = |lang: &str| words[lang].as_str().filter(|text| !text.is_empty());
        let own = if lang == Lang::En { said("en") } else { None };
        own.or_else(|| said("vi")).map(str::to_owned)
    };
    let plain = |name: &str| of[name].as_str().map(str::to_owned);
    let names = in_words(&of["name"]).or_else(|| in_words(&of["title"]));
    names.or_else(|| plain("full_name")).or_else(|| plain("label")).or_else(|| plain("text"))
}

fn changed(lang: Lang, name: &str, old: Option<&Value>, new: &Value) -> Option<Changed> {
    // Of a version among several its own fields are told.
    let parts = name.split('.').filter(|part| part.parse::<usize>().is_err());
    let parts: Vec<&str> = parts.filter(|part| !matches!(*part, "versions" | "settings")).collect();
    let key = parts.join(".");
    let label = field(lang, &key)?;
    let old = old.map(|old| told(lang, &key, old));
    Some(Changed { label, old, new: told(lang, &key, new) })
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => false,
    }
}

/// The values of one side, each under the path that leads to it; a list of plain values is one.
fn flat(text: Option<&str>) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    if let Some(value) = text.and_then(|text| serde_json::from_str(text).ok()) {
        flatten("", value, &mut all);
    }
    all
}

fn flatten(path: &str, value: Value, all: &mut Vec<(String, Value)>) {
    let below = |name: &str| match path.is_empty() {
        true => name.to_owned(),
        false => [path, ".", name].concat(),
    };
    match value {
        Value::Object(fields) => {
            fields.into_iter().for_each(|(name, value)| flatten(&below(&name), value, all));
        }
        Value::Array(list) if list.iter().any(Value::is_object) => {
            let list = list.into_iter().enumerate();
            list.for_each(|(at, value)| flatten(&below(&at.to_string()), value, all));
        }
        other => all.push((path.to_owned(), other)),
    }
}

/// A value in people's words.
fn told(lang: Lang, key: &str, value: &Value) -> String {
    match value {
        _ if is_nothing(value) => "—".to_owned(),
        Value::Bool(is) => names::yes_or_no(lang, *is).to_owned(),
        Value::Number(number) => {
            let number = number.as_i64().unwrap_or_default();
            match key {
                "closed" | "expires" => names::moment(lang, number),
                "value" => {
                    let part =
                        [if number % 100 < 10 { "0" } else { "" }, &(number % 100).to_string()];
                    percent(
                        lang,
                        Some(&[&(number / 100).to_string(), ".", &part.concat()].concat()),
                    )
                }
                "year" => number.to_string(),
                _ => count(lang, number.unsigned_abs()),
            }
        }
        Value::String(text) => word(lang, key, text),
        Value::Array(list) => {
            let told: Vec<String> = list.iter().map(|value| told(lang, key, value)).collect();
            told.join(", ")
        }
        Value::Null | Value::Object(_) => String::new(),
    }
}

/// A word that stands for something else, or the text itself.
fn word(lang: Lang, key: &str, text: &str) -> String {
    let says = match key {
        "role" | "second_factor" => Role::read(text).map(|role| names::role(lang, role)),
        "actions" => Action::read(text).map(|action| names::action(lang, action)),
        "channel" => Channel::read(text).map(|it| channel(lang, it)),
        "sampling" | "takes" => Sampling::read(text).map(|it| sampling(lang, it)),
        "from" | "until" | "to" | "day" | "due" | "closed" => return names::day(lang, text),
        _ => None,
    };
    says.unwrap_or(text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(before: &str, after: &str) -> Vec<(&'static str, Option<String>, String)> {
        let given = |text: &'static str| (!text.is_empty()).then_some(text);
        let (before, after) = (before.to_owned().leak(), after.to_owned().leak());
        let found = changes(Lang::Vi, given(before), given(after));
        found.into_iter().map(|it| (it.label, it.old, it.new)).collect()
    }

    #[test]
    fn what_differs_is_told_old_and_new_in_words() {
        let before = r#"{"state":"a","role":"head","unit":"A","disabled":false,"until":null}"#;
        let after =
            r#"{"state":"b","role":"viewer","unit":"A","disabled":true,"until":"2026-12-31"}"#;
        let text = |text: &str| Some(text.to_owned());
        let expected = [
            ("Khóa tài khoản", text("không"), "có".to_owned()),
            ("Vai trò", text("Lãnh đạo đơn vị"), "Người xem bên ngoài".to_owned()),
            ("Đến hết ngày", text("—"), "31/12/2026".to_owned()),
        ];
        assert_eq!(lines(before, after), expected);
        assert_eq!(lines(before, before), []);
    }

    #[test]
    fn an_entry_without_a_side_before_tells_what_it_holds() {
        let found = lines("", r#"{"rows":50,"searched":true,"from":"","page":1}"#);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found.iter().all(|it| it.1.is_none()));
        assert_eq!(lines("{}", ""), []);
        assert_eq!(lines("", "no json"), []);
    }

    #[test]
    fn of_versions_the_fields_are_told_and_of_a_merger_no_values() {
        let before = r#"{"versions":[{"name":{"vi":"A","en":""},"until":null}]}"#;
        let after = r#"{"versions":[{"name":{"vi":"A","en":""},"until":"2026-01-01"}]}"#;
        assert_eq!(lines(before, after).len(), 1);
        assert_eq!(lines(&["[", before, "]"].concat(), after), []);
        assert_eq!(named(Lang::Vi, after).as_deref(), Some("A"));
    }
}
