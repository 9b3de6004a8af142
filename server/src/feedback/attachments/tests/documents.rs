//! Documents: kept as they are, and only where nothing in them acts.

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{
    Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream, dictionary,
};

use super::*;

/// A document of empty pages, and its catalogue.
fn document(pages: usize) -> (Document, lopdf::ObjectId) {
    let mut made = Document::with_version("1.5");
    let tree = made.new_object_id();
    let kids: Vec<Object> = (0..pages)
        .map(|page| {
            let text = format!("BT (Trang {page}) Tj ET").into_bytes();
            let content = made.add_object(Stream::new(dictionary! {}, text));
            let page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content };
            made.add_object(page).into()
        })
        .collect();
    let count = i64::try_from(pages).unwrap();
    let tree_of_pages = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
    made.objects.insert(tree, tree_of_pages.into());
    let catalogue = made.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    made.trailer.set("Root", catalogue);
    (made, catalogue)
}

fn written(mut made: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    made.save_to(&mut bytes).unwrap();
    bytes
}

pub(super) fn plain(pages: usize) -> Vec<u8> {
    written(document(pages).0)
}

/// A document whose catalogue has one more entry.
fn with(key: &str, value: impl Into<Object>) -> Vec<u8> {
    let (mut made, catalogue) = document(50);
    made.get_object_mut(catalogue).unwrap().as_dict_mut().unwrap().set(key, value);
    written(made)
}

fn script() -> lopdf::Dictionary {
    dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") }
}

#[test]
fn a_document_is_kept_as_it_is_with_its_pages_counted() {
    let sent = plain(50);
    let kept = taken("giấy tờ.PDF", &sent).unwrap();
    assert_eq!((kept.bytes, kept.extent), (sent, Extent::Pages(50)));
    assert_eq!(kept.name, "giấy tờ.pdf");
    assert_eq!(taken("a.pdf", &plain(501)), Err(Why::TooManyPages(500)));
    assert_eq!(taken("a.pdf", &plain(0)), Err(Why::BrokenPdf));
}

#[test]
fn a_document_that_acts_is_refused() {
    let launch = dictionary! { "S" => "Launch", "F" => Object::string_literal("cmd.exe") };
    let named = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => Vec::<Object>::new() } };
    let acting = [
        with("OpenAction", script()),
        with("OpenAction", launch),
        with("OpenAction", dictionary! { "S" => "URI", "URI" => Object::string_literal("x") }),
        with("OpenAction", (9_999, 0)),
        with("AA", dictionary! { "WC" => script() }),
        with("Names", named),
        with("Names", dictionary! { "JavaScript" => dictionary! {} }),
        with("AcroForm", dictionary! { "XFA" => Object::string_literal("<xdp/>") }),
        with("Nested", vec![vec![Object::Dictionary(script())].into()]),
    ];
    for sent in acting {
        assert_eq!(
            taken("a.pdf", &sent),
            Err(Why::ActivePdf),
            "{}",
            String::from_utf8_lossy(&sent)
        );
    }
}

#[test]
fn a_document_that_opens_at_a_place_is_taken() {
    let place = || vec![Object::Integer(0), "XYZ".into(), Object::Null];
    for action in [place().into(), dictionary! { "S" => "GoTo", "D" => place() }.into()] {
        let action: Object = action;
        assert!(taken("a.pdf", &with("OpenAction", action)).is_ok());
    }
}

#[test]
fn a_name_that_is_spelled_out_otherwise_is_found() {
    let sent = String::from_utf8_lossy(&with("OpenAction", script())).into_owned();
    let hidden = sent.replace("/JavaScript", "/J#61vaScrip#74").replace("/JS", "/#4a#53");
    assert!(!hidden.contains("JavaScript"));
    assert_eq!(taken("a.pdf", hidden.as_bytes()), Err(Why::ActivePdf));
}

fn packed(content: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(content).unwrap();
    packed.finish().unwrap()
}

/// A document behind which more objects lie packed, which its table does not know.
fn with_packed(head: &str, stream: &[u8]) -> Vec<u8> {
    let mut sent = plain(1);
    let end = sent.windows(9).rposition(|word| word == b"startxref").unwrap();
    let tail = sent.split_off(end);
    sent.extend(format!("90 0 obj\n<< /Type /{head} >>\nstream\r\n").bytes());
    sent.extend(stream);
    sent.extend(b"\nendstream\nendobj\n");
    sent.extend(tail);
    sent
}

#[test]
fn what_acts_is_found_in_packed_objects_whether_the_table_knows_them_or_not() {
    let (mut made, catalogue) = document(2);
    let action = made.add_object(script());
    made.get_object_mut(catalogue).unwrap().as_dict_mut().unwrap().set("OpenAction", action);
    let mut modern = Vec::new();
    let options = lopdf::SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .compression_level(9);
    made.save_with_options(&mut modern, options.build()).unwrap();
    assert!(!holds(&modern, b"JavaScript"));
    assert_eq!(taken("a.pdf", &modern), Err(Why::ActivePdf));

    let script = packed(b"91 0 << /S /JavaScript /JS (app.alert(1)) >>");
    let flate = "ObjStm /N 1 /First 5 /Filter /FlateDecode";
    assert_eq!(taken("a.pdf", &with_packed(flate, &script)), Err(Why::ActivePdf));
    let harmless = packed(b"91 0 << /Title (x) >>");
    assert!(taken("a.pdf", &with_packed(flate, &harmless)).is_ok());
    let odd = "Obj#53tm /N 1 /First 5 /Filter [/ASCIIHexDecode /FlateDecode]";
    assert_eq!(taken("a.pdf", &with_packed(odd, b"00>")), Err(Why::BrokenPdf));
}

#[test]
fn a_text_that_says_stream_hides_nothing() {
    let sent = with_packed("Note /Title (stream\n) /A << /S /JavaScript >>", b"");
    assert_eq!(taken("a.pdf", &sent), Err(Why::ActivePdf));
}

#[test]
fn a_document_that_unpacks_without_end_is_refused() {
    let bomb = packed(&vec![b' '; 40_000_000]);
    assert!(bomb.len() < 100_000);
    let head = "ObjStm /N 1 /First 5 /Filter /FlateDecode";
    assert_eq!(taken("a.pdf", &with_packed(head, &bomb)), Err(Why::BrokenPdf));
    let many = packed("[0] ".repeat(600_000).as_bytes());
    assert_eq!(taken("a.pdf", &with_packed(head, &many)), Err(Why::BrokenPdf));
}

#[test]
fn a_locked_document_is_refused_even_where_no_password_is_asked_for() {
    for password in ["", "bi-mat"] {
        let (mut made, _) = document(1);
        made.trailer.set("ID", vec![Object::string_literal("a"), Object::string_literal("b")]);
        let version = EncryptionVersion::V2 {
            document: &made,
            owner_password: "chu",
            user_password: password,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(version).unwrap();
        made.encrypt(&state).unwrap();
        assert_eq!(taken("a.pdf", &written(made)), Err(Why::LockedPdf));
    }
}

#[test]
fn what_only_begins_like_a_document_is_refused() {
    let sent = plain(1);
    assert_eq!(taken("a.pdf", b"%PDF-1.7\nhello"), Err(Why::BrokenPdf));
    assert_eq!(taken("a.pdf", b"%PDF-1.7\n%%EOF"), Err(Why::BrokenPdf));
    assert_eq!(taken("a.pdf", &[b"<html>", &sent[..]].concat()), Err(Why::WrongKind));
    let tail = [&sent[..], &[b'x'; 2_000]].concat();
    assert_eq!(taken("a.pdf", &tail), Err(Why::BrokenPdf));
    let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    let nested = with_packed(&format!("Note /A {deep}"), b"");
    assert!(taken("a.pdf", &nested).is_ok() || taken("a.pdf", &nested) == Err(Why::BrokenPdf));
    for at in (0..sent.len()).step_by(5) {
        let mut broken = sent.clone();
        broken[at] ^= 0x55;
        let _ = taken("a.pdf", &broken);
        let _ = taken("a.pdf", &sent[..at]);
    }
}
