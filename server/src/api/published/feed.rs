//! Published answers as an Atom feed (RFC 4287): each entry holds question and answer as plain text.

use app::text;
use domain::{Lang, feedback::view::PublishedView};

use crate::node::Node;

/// Where the feed is.
const PATH: &str = "/api/v1/published.atom";
/// When a feed without entries was last changed.
const NEVER: &str = "2000-01-01";

/// The feed.
pub fn feed(node: &Node, answers: &[PublishedView], lang: Lang) -> String {
    let (books, words) = (node.books(), text::track(lang));
    let public = node.world.public_url.trim_end_matches('/');
    let house = books.house(node.today(), lang).unwrap_or(words.house);
    let updated = answers.first().map_or(NEVER, |it| it.day.as_str());
    let entries: String = answers.iter().map(|it| entry(it, words.house)).collect();
    [
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n",
        &element("id", &format!("{public}{PATH}")),
        &element("title", words.published_title),
        &element("updated", &moment(updated)),
        &format!("<author>{}</author>\n", element("name", house)),
        &format!("<link rel=\"self\" href=\"{}\"/>\n", escaped(&format!("{public}{PATH}"))),
        &format!("<link rel=\"alternate\" href=\"{}\"/>\n", escaped(&format!("{public}/cong-khai"))),
        &entries,
        "</feed>\n",
    ]
    .concat()
}

fn entry(it: &PublishedView, house: &str) -> String {
    let unit = it.unit.as_ref().map_or(house, |unit| unit.name.as_str());
    let said = format!("{}\n\n{unit}:\n{}", it.question, it.answer);
    [
        "<entry>\n",
        &element("id", &format!("urn:hailong:published:{}", it.code)),
        &element("title", &it.subject),
        &element("updated", &moment(&it.day)),
        &format!("<content type=\"text\">{}</content>\n", escaped(&said)),
        "</entry>\n",
    ]
    .concat()
}

/// The beginning of a local day.
fn moment(day: &str) -> String {
    format!("{day}T00:00:00+07:00")
}

fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>\n", escaped(text))
}

/// Text as it stands in XML; what no XML may hold is left out.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\n' | '\t' => written.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_text_ends_an_element() {
        assert_eq!(escaped("a<b>&\"c\u{1}\nd"), "a&lt;b&gt;&amp;&quot;c\nd");
    }
}
