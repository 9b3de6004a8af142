//! Letters: a link and a code, in both languages, and nothing that anybody wrote.

use std::time::SystemTime;

use app::text::{letters, told};
use chrono::{DateTime, Utc};
use domain::{Lang, feedback::notice::Notice, people::contact};
use lettre::{
    Address, Message,
    message::{
        Mailbox,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
};

use crate::error::Error;

/// What every letter says of itself, so that no answering machine answers it.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The outside of a letter.
pub struct Envelope<'a> {
    /// What the house is called.
    pub house: &'a str,
    /// The house's address.
    pub from: &'a Address,
    /// The reader's.
    pub to: Address,
    /// What it is known by for ever.
    pub message_id: String,
    /// Now.
    pub now: DateTime<Utc>,
}

/// What a line of a digest is about, by its number.
#[derive(Clone, Copy, Debug)]
pub enum About {
    /// A case.
    Case(i64),
    /// A co-ordination request.
    Request(i64),
}

/// The first e-mail address in what somebody left of how they are reached.
pub fn address(left: &str) -> Option<Address> {
    let parts = left.split([';', ',', ' ']);
    parts.filter_map(contact::email).find_map(|address| address.parse().ok())
}

/// To the sender of a case: what kind of news there is, the code, and where to read it.
pub fn to_sender(
    envelope: Envelope,
    notice: Notice,
    code: &str,
    link: &str,
) -> Result<Message, Error> {
    let part = |lang| {
        let words = letters(lang);
        [
            told(lang, notice),
            "\r\n\r\n",
            words.code,
            ": ",
            code,
            "\r\n",
            words.look,
            ": ",
            link,
            "\r\n\r\n",
            words.automatic,
            "\r\n",
        ]
        .concat()
    };
    let subject = [letters(Lang::Vi).subject, " ", code].concat();
    write(envelope, &subject, [part(Lang::Vi), part(Lang::En)])
}

/// To staff: which cases and requests there is news about, each with its number and a link.
pub fn digest(
    envelope: Envelope,
    news: &[(About, Notice)],
    public_url: &str,
) -> Result<Message, Error> {
    let part = |lang| {
        let words = letters(lang);
        let line = |(about, notice): &(About, Notice)| {
            let says = told(lang, *notice);
            let (number, page) = match about {
                About::Case(number) => (number, "gop-y"),
                About::Request(number) => (number, "phoi-hop"),
            };
            format!("{number}. {says}\r\n   {public_url}/van-phong/{page}/{number}\r\n")
        };
        let lines: String = news.iter().map(line).collect();
        [words.news, "\r\n\r\n", &lines, "\r\n", words.automatic, "\r\n"].concat()
    };
    let subject = format!("{} ({})", letters(Lang::Vi).digest, news.len());
    write(envelope, &subject, [part(Lang::Vi), part(Lang::En)])
}

fn write(envelope: Envelope, subject: &str, [vi, en]: [String; 2]) -> Result<Message, Error> {
    let Envelope { house, from, to, message_id, now } = envelope;
    // A line's end in a name would begin another line of the head.
    let house = house.split(char::is_control).collect::<Vec<_>>().join(" ");
    let house = Some(house).filter(|name| !name.trim().is_empty());
    Message::builder()
        .from(Mailbox::new(house, from.clone()))
        .to(Mailbox::new(None, to))
        .subject(subject)
        .message_id(Some(message_id))
        .date(SystemTime::from(now))
        .header(AutoSubmitted)
        .header(ContentType::TEXT_PLAIN)
        .body([vi, "\r\n— — —\r\n\r\n".to_owned(), en].concat())
        .map_err(|error| Error::new(format!("a letter cannot be written: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn envelope(house: &str) -> Envelope<'_> {
        static FROM: std::sync::LazyLock<Address> =
            std::sync::LazyLock::new(|| "so@example.vn".parse().unwrap());
        Envelope {
            house,
            from: &FROM,
            to: "dan@example.vn".parse().unwrap(),
            message_id: "<1@example.vn>".to_owned(),
            now: DateTime::default(),
        }
    }

    #[test]
    fn no_name_begins_another_line_of_the_head() {
        let house = "Sở\r\nBcc: all@example.vn\r\n\r\nXin chào";
        let letter = to_sender(envelope(house), Notice::Answered, "ABC", "https://a.vn/tra-cuu");
        let letter = String::from_utf8(letter.unwrap().formatted()).unwrap();
        let (head, _) = letter.split_once("\r\n\r\n").unwrap();
        let fields: Vec<&str> = head
            .split("\r\n")
            .filter(|line| !line.starts_with(' '))
            .map(|line| line.split_once(':').unwrap().0)
            .collect();
        let mut sorted = fields.clone();
        sorted.sort_unstable();
        let expected = [
            "Auto-Submitted",
            "Content-Transfer-Encoding",
            "Content-Type",
            "Date",
            "From",
            "Message-ID",
            "Subject",
            "To",
        ];
        assert_eq!(
            sorted.iter().filter(|it| **it != "MIME-Version").copied().collect::<Vec<_>>(),
            expected
        );
        assert!(head.is_ascii(), "{head}");
    }

    #[test]
    fn the_first_address_of_what_was_left_is_written_to() {
        let found = |left: &str| address(left).map(|it| it.to_string());
        assert_eq!(found("An@Example.vn; 2 Đồng Khởi"), Some("an@example.vn".to_owned()));
        assert_eq!(found("2 Đồng Khởi, thư: an@example.vn"), Some("an@example.vn".to_owned()));
        assert_eq!(found("2 Đồng Khởi"), None);
        assert_eq!(found("a@b\r\nRCPT TO:<x@y.vn>"), None);
    }
}
