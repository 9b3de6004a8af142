//! The calls as the service's own description names them, so that a test tries every one of them.

use std::sync::Arc;

use domain::{
    Action, Role,
    people::role::{Reach, reach},
};
use reqwest::Method;
use serde_json::{Map, Value, json};

use crate::{Service, draw_id};

/// A call, its parameters and its body as described.
#[derive(Clone, Debug)]
pub struct Described {
    /// The method.
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: String,
    /// The right it needs; none for citizens' calls and for those before anyone is signed in.
    pub right: Option<Action>,
    /// The names of what stands in the path and after the question mark.
    pub parameters: Vec<(String, Place)>,
    numbers: Vec<String>,
    body: Option<Value>,
    schemas: Arc<Value>,
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// After the question mark.
    Query,
}

impl Service {
    /// Every call that is described.
    pub async fn described(&self) -> Vec<Described> {
        let description = self.get("/api/v1/openapi.json").await.json();
        let schemas = Arc::new(description["components"]["schemas"].clone());
        let mut calls = Vec::new();
        for (path, methods) in description["paths"].as_object().expect("paths") {
            for (method, call) in methods.as_object().expect("methods") {
                let method = method.to_uppercase().parse().expect("a method");
                calls.push(Described::read(method, path, call, &schemas));
            }
        }
        assert!(calls.len() > 50, "{} calls", calls.len());
        calls
    }
}

impl Described {
    fn read(method: Method, path: &str, call: &Value, schemas: &Arc<Value>) -> Self {
        let parameters = call["parameters"].as_array().into_iter().flatten().map(|parameter| {
            let name = parameter["name"].as_str().expect("a name").to_owned();
            let place = match parameter["in"].as_str() {
                Some("path") => Place::Path,
                Some("query") => Place::Query,
                other => panic!("{path}: {name} stands in {other:?}"),
            };
            (name, place)
        });
        let all = call["parameters"].as_array().into_iter().flatten();
        let numbers = all.filter(|parameter| parameter["schema"]["type"] == "integer");
        let numbers = numbers.filter_map(|parameter| parameter["name"].as_str());
        let numbers = numbers.filter(|name| *name != "year").map(str::to_owned).collect();
        let schema = &call["requestBody"]["content"]["application/json"]["schema"];
        Self {
            method,
            path: path.to_owned(),
            right: call["x-right"].as_str().and_then(Action::read),
            parameters: parameters.collect(),
            numbers,
            body: (!schema.is_null()).then(|| schema.clone()),
            schemas: Arc::clone(schemas),
        }
    }

    /// Whether it is one of the office's.
    pub fn is_of_the_office(&self) -> bool {
        self.path.starts_with(crate::OFFICE)
    }

    /// Whether it only shows something.
    pub fn only_shows(&self) -> bool {
        self.method == Method::GET
    }

    /// A role that may do it, wherever that goes furthest; none where nobody needs to be signed in.
    pub fn role(&self) -> Option<Role> {
        let right = self.right?;
        // The first that may, in an order in which one account serves many calls.
        let roles = [Role::Administrator, Role::Office, Role::Inspector, Role::Head];
        let best = roles.iter().map(|role| reach(*role, right)).max()?;
        roles.into_iter().find(|role| reach(*role, right) == best && best > Reach::Nothing)
    }

    /// The address, with something harmless in the place of every parameter but this one.
    pub fn address(&self, but: Option<(&str, &str)>) -> String {
        let value = |name: &str| match but {
            Some((other, value)) if other == name => percent(value),
            _ if self.numbers.iter().any(|number| number == name) => "1".to_owned(),
            _ => usual(name).as_str().map_or_else(|| "1".to_owned(), str::to_owned),
        };
        let parts = self.path.split('/').map(|part| {
            let name = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
            name.map_or_else(|| part.to_owned(), value)
        });
        let path = parts.collect::<Vec<_>>().join("/");
        match but {
            Some((name, value)) if self.parameters.contains(&(name.to_owned(), Place::Query)) => {
                format!("{path}?{name}={}", percent(value))
            }
            _ => path,
        }
    }

    /// A body with every field that is described; nothing where none is sent.
    pub fn body(&self) -> Option<Value> {
        self.body.as_ref().map(|schema| self.filled("", schema))
    }

    fn filled(&self, name: &str, schema: &Value) -> Value {
        if let Some(named) = schema["$ref"].as_str() {
            let named = named.rsplit('/').next().expect("a name");
            return self.filled(name, &self.schemas[named]);
        }
        if let Some(choices) = schema["oneOf"].as_array() {
            let real = choices.iter().find(|choice| choice["type"] != "null");
            return real.map_or(Value::Null, |choice| self.filled(name, choice));
        }
        if let Some(choices) = schema["enum"].as_array() {
            return choices[0].clone();
        }
        let kinds = schema["type"]
            .as_array()
            .map_or_else(|| vec![&schema["type"]], |kinds| kinds.iter().collect());
        let is = |kind: &str| kinds.iter().any(|it| *it == kind);
        if is("object") {
            let fields = schema["properties"].as_object().into_iter().flatten();
            let fields = fields.map(|(name, schema)| (name.clone(), self.filled(name, schema)));
            return Value::Object(fields.collect::<Map<_, _>>());
        }
        match () {
            () if is("array") => json!([self.filled(name, &schema["items"])]),
            () if is("integer") || is("number") => json!(1),
            () if is("boolean") => json!(false),
            () => usual(name),
        }
    }
}

/// What fits a field or parameter of this name in the usual office.
fn usual(name: &str) -> Value {
    let text = match name {
        "unit" | "parent" | "into" => "QLTM",
        "campaign" => "quick",
        "instrument" => "quick/1",
        "procedure" => "2.000004",
        "from" | "to" | "until" | "day" | "valid_from" => "2031-01-01",
        "year" => "2031",
        "receipt" => "0000-0000-0000-00",
        "pin" => "123456",
        "page" => "1",
        "role" => "viewer",
        "id" => return json!(draw_id()),
        _ => "moi",
    };
    json!(text)
}

/// Every byte that is no plain letter or digit, as in an address.
pub fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let written = |byte: u8| match plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(written).collect()
}

/// Where the texts of a value are, as JSON pointers.
pub fn texts(value: &Value) -> Vec<String> {
    let under = |key: String, value: &Value| {
        texts(value).into_iter().map(move |rest| format!("/{key}{rest}"))
    };
    match value {
        Value::String(_) => vec![String::new()],
        Value::Array(values) => {
            values.iter().enumerate().flat_map(|(at, value)| under(at.to_string(), value)).collect()
        }
        Value::Object(fields) => {
            fields.iter().flat_map(|(name, value)| under(name.clone(), value)).collect()
        }
        _ => Vec::new(),
    }
}
