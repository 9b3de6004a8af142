//! How a kept file is handed out: to be saved, never to be run.

use axum::http::{HeaderName, header};

use super::Kind;

/// The headers of a file of this name: it is saved under its name, taken as nothing but its kind, and
/// whatever is in it may do nothing.
pub fn headers(name: &str, kind: Kind) -> [(HeaderName, String); 5] {
    let plain: String = domain::text::fold(name).chars().map(in_quotes).collect();
    let disposition =
        format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", encoded(name));
    [
        (header::CONTENT_TYPE, kind.content_type().to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'".to_owned()),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ]
}

fn in_quotes(letter: char) -> char {
    match letter {
        'a'..='z' | '0'..='9' | '.' | '-' | '_' | ' ' => letter,
        _ => '_',
    }
}

/// As RFC 8187 writes a value: everything but plain letters and digits by its bytes.
fn encoded(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_file_is_handed_out_to_be_saved() {
        let [kind, disposition, sniff, policy, _] = headers("Giấy hẹn (2).pdf", Kind::Pdf);
        assert_eq!(kind.1, "application/pdf");
        assert_eq!(
            disposition.1,
            "attachment; filename=\"giay hen _2_.pdf\"; \
             filename*=UTF-8''Gi%E1%BA%A5y%20h%E1%BA%B9n%20%282%29.pdf"
        );
        assert_eq!(
            (sniff.1.as_str(), policy.1.as_str()),
            ("nosniff", "sandbox; default-src 'none'")
        );
    }

    #[test]
    fn no_name_gets_out_of_its_header() {
        for name in ["a\"; x=\"b.jpg", "a\r\nSet-Cookie: x=1", "\u{202e}gpj.exe", "a\0b", "%0d%0a"]
        {
            for (header, value) in headers(name, Kind::Jpeg) {
                assert!(HeaderValue::from_str(&value).is_ok(), "{header}: {value}");
                assert!(value.is_ascii() && !value.contains(['\r', '\n', '\0']), "{value}");
            }
            let [_, (_, disposition), ..] = headers(name, Kind::Jpeg);
            assert_eq!(disposition.matches('"').count(), 2, "{disposition}");
        }
    }
}
