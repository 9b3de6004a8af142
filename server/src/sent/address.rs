//! Addresses of people's pages as people send them, read as they are meant before any page looks at
//! them: what copying, sentences and keyboards do to a link is undone in this one place.

use std::fmt::Write;

use axum::{
    extract::{Request, State},
    http::{Uri, uri::PathAndQuery},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::{Catalogue, text};

use crate::{node::Node, problem::Problem};

/// What stands first in the addresses of the citizens' pages.
const PAGES: [&str; 9] = [
    "s",
    "k",
    "phieu",
    "ket-qua",
    "gop-y",
    "tra-cuu",
    "cong-khai",
    "quyen-rieng-tu",
    "ho-tro-tiep-can",
];
/// The office's first page; what is below it, the browser reads itself.
const OFFICE: &str = "van-phong";

/// Reads the address of a request as it is meant. One that says two things at once leads nowhere.
pub async fn read(State(node): State<Node>, mut request: Request, next: Next) -> Response {
    match meant(request.uri(), &node.books().catalogue) {
        Ok(None) => {}
        Ok(Some(uri)) => *request.uri_mut() = uri,
        Err(field) => return Problem::Contrary(field).into_response(),
    }
    next.run(request).await
}

/// The name that an address gives two different values.
pub fn contrary(uri: &Uri) -> Option<String> {
    let pairs = form_urlencoded::parse(uri.query()?.as_bytes()).into_owned();
    once(pairs.collect()).err()
}

/// The address that is meant; nothing, where it stands as it should. A fault is the name of what it
/// gives two different values.
fn meant(uri: &Uri, books: &Catalogue) -> Result<Option<Uri>, String> {
    // Most requests are of programs and for files, whose addresses nobody types.
    if ["/api/", "/assets/"].iter().any(|start| uri.path().starts_with(start)) {
        return Ok(None);
    }
    let path = decoded(uri.path());
    let (path, inside) = path.split_once('?').unwrap_or((&path, ""));
    let parts: Vec<&str> = path.split('/').filter(|part| !text::bare(part).is_empty()).collect();
    let first = parts.first().map(|part| text::bare(part).to_lowercase()).unwrap_or_default();
    if first == OFFICE && parts.len() == 1 {
        return Ok(changed(uri, "/van-phong", uri.query().unwrap_or_default()));
    }
    if !PAGES.contains(&first.as_str()) && path != "/" {
        return Ok(None);
    }
    let mut said = pairs(inside);
    said.extend(pairs(uri.query().unwrap_or_default()));
    let said = said.into_iter().map(|(name, value)| {
        let value = value_meant(&name, &value, books);
        (name, value)
    });
    let mut query = form_urlencoded::Serializer::new(String::new());
    let query = query.extend_pairs(once(said.collect())?).finish();
    Ok(changed(uri, &path_meant(&first, &parts, books), &query))
}

/// The path with the code that it holds as the books write it.
fn path_meant(first: &str, parts: &[&str], books: &Catalogue) -> String {
    let mut path = format!("/{first}");
    for (place, part) in parts.iter().enumerate().skip(1) {
        let code = match (first, place) {
            ("s", 1) => books.campaign_meant(part),
            ("k", 1) => books.point_meant(part),
            _ => None,
        };
        let bare = text::bare(part);
        let part =
            code.map_or_else(|| if place > 1 { bare.to_lowercase() } else { bare }, str::to_owned);
        path.push('/');
        path.extend(
            form_urlencoded::byte_serialize(part.as_bytes()).map(|it| it.replace('+', "%20")),
        );
    }
    path
}

/// The pairs of a query. `&amp;` is what a page's source makes of `&`, and a mark that was encoded with
/// the rest still parts what it parts.
fn pairs(query: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        // Encoded with the rest, the sign between a name and its value is part of the name.
        let whole = [name.as_ref(), value.as_ref()];
        let [name, value] = match name.split_once('=').filter(|_| value.is_empty()) {
            Some((name, value)) => [name, value],
            None => whole,
        };
        let mut name = text::bare(name).to_lowercase();
        while let Some(behind) = name.strip_prefix("amp;") {
            name = behind.to_owned();
        }
        // What somebody looks for may hold any sign.
        if name == "q" {
            pairs.push((name, value.to_owned()));
            continue;
        }
        let mut parts = value.split(['&', '?']);
        pairs.push((name, parts.next().unwrap_or_default().to_owned()));
        let more = parts.filter_map(|part| part.split_once('='));
        pairs.extend(more.map(|(name, value)| {
            let name = name.trim_start_matches("amp;");
            (text::bare(name).to_lowercase(), value.to_owned())
        }));
    }
    pairs
}

/// A value without what stands around it; a code as the books write it.
fn value_meant(name: &str, value: &str, books: &Catalogue) -> String {
    let code = match name {
        "p" => books.point_meant(value),
        "unit" => books.unit_meant(value),
        "procedure" => books.procedure_meant(value),
        "q" => return value.to_owned(),
        _ => None,
    };
    let bare = || Some(text::bare(value)).filter(|bare| !bare.is_empty());
    // Signs alone are no code, and are not taken for nothing: the page says that nobody knows them.
    code.map(str::to_owned).or_else(bare).unwrap_or_else(|| text::tidy(value))
}

/// The same with each name once; what is said twice in the same way is said once, and an empty value
/// says nothing. The name that has two values, if there is one; of languages the first is taken.
fn once(said: Vec<(String, String)>) -> Result<Vec<(String, String)>, String> {
    let mut kept: Vec<(String, String)> = Vec::new();
    for (name, value) in said {
        match kept.iter_mut().find(|(earlier, _)| *earlier == name) {
            None => kept.push((name, value)),
            Some((_, earlier)) if earlier.is_empty() => *earlier = value,
            Some((_, earlier)) if *earlier == value || value.is_empty() || name == "lang" => {}
            Some(_) => return Err(name),
        }
    }
    Ok(kept)
}

/// The address with another path and query, if they are other ones.
fn changed(uri: &Uri, path: &str, query: &str) -> Option<Uri> {
    let mut address = path.to_owned();
    if !query.is_empty() {
        // Writing into memory cannot fail.
        let _ = write!(address, "?{query}");
    }
    if uri.path_and_query().is_some_and(|it| it.as_str() == address) {
        return None;
    }
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(address).ok()?);
    Uri::from_parts(parts).ok()
}

/// A path with its signs in place of their codes.
fn decoded(path: &str) -> String {
    // The reader of forms takes a plus for a blank, and two signs for marks.
    let plain = path.replace('+', "%2B").replace('&', "%26").replace('=', "%3D");
    let mut pairs = form_urlencoded::parse(plain.as_bytes());
    pairs.next().map(|(path, _)| path.into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
