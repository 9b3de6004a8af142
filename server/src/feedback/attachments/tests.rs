//! What is taken and what is not, with files made here.

mod documents;
mod pictures;

use domain::fault::AttachmentReason as Why;

use super::*;

fn upload(name: &str, bytes: &[u8]) -> Upload {
    Upload { name: name.to_owned(), bytes: bytes.to_vec() }
}

/// What becomes of one file.
fn taken(name: &str, bytes: &[u8]) -> Result<Attachment, Why> {
    one(upload(name, bytes)).map_err(|(reason, _)| reason)
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// The faults of some files, by place and code.
async fn refused(uploads: Vec<Upload>) -> Vec<(String, &'static str)> {
    let Err(Problem::Faults(faults)) = take(uploads).await else { panic!("the files were taken") };
    faults.iter().map(|it| (it.field().to_owned(), it.reason.code())).collect()
}

#[tokio::test]
async fn files_are_taken_together_and_every_fault_is_named_by_its_place() {
    let picture = pictures::jpeg(40, 30);
    let document = documents::plain(2);
    let kept = take(vec![upload("a.jpg", &picture), upload("b.pdf", &document)]).await.unwrap();
    assert_eq!(kept[0].extent, Extent::Pixels(40, 30));
    assert_eq!((kept[1].kind, kept[1].extent), (Kind::Pdf, Extent::Pages(2)));
    assert_eq!(kept[1].bytes, document);
    assert!(take(Vec::new()).await.unwrap().is_empty());

    let faults = refused(vec![upload("a.jpg", &picture), upload("b", b"?"), upload("c", b"PK")]);
    let wrong = |at: &str| (format!("attachments[{at}]"), "wrong_kind");
    assert_eq!(faults.await, [wrong("1"), wrong("2")]);
}

#[tokio::test]
async fn too_many_too_large_and_empty_files_are_refused_before_they_are_looked_into() {
    let many = vec![upload("a", b"x"); 6];
    assert_eq!(refused(many).await, [("attachments".to_owned(), "too_many_files")]);
    let large = vec![0; 10_000_001];
    assert_eq!(
        refused(vec![upload("a", &large), upload("b", b"")]).await,
        [("attachments[0]".to_owned(), "too_big"), ("attachments[1]".to_owned(), "empty_file")]
    );
    let seven = vec![upload("a", &vec![0; 7_000_000]); 3];
    assert_eq!(refused(seven).await, [("attachments".to_owned(), "too_big_together")]);
}

#[test]
fn files_of_other_kinds_are_refused_whatever_they_are_called() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    let svg = b"<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let page = b"<!DOCTYPE html><script>alert(1)</script>";
    for name in ["a.jpg", "a.png", "a.pdf", "a"] {
        assert_eq!(taken(name, heic), Err(Why::Heic));
        assert_eq!(taken(name, svg), Err(Why::Svg));
        assert_eq!(taken(name, page), Err(Why::WrongKind));
        assert_eq!(taken(name, b"MZ\x90\0"), Err(Why::WrongKind));
        assert_eq!(taken(name, b"GIF89a"), Err(Why::WrongKind));
    }
}

/// A workbook of two hundred megabytes of zeros, which is small as a file.
fn workbook_bomb() -> Vec<u8> {
    use std::io::Write;

    let mut book = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let packed = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    book.start_file("xl/worksheets/sheet1.xml", packed).unwrap();
    let zeros = vec![0; 1_000_000];
    for _ in 0..200 {
        book.write_all(&zeros).unwrap();
    }
    book.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_called_a_picture_is_refused_without_being_unpacked() {
    let bomb = workbook_bomb();
    assert!(bomb.len() < 1_000_000 && bomb.starts_with(b"PK"));
    assert_eq!(taken("anh.jpg", &bomb), Err(Why::WrongKind));
}

#[test]
fn a_name_gets_the_ending_of_what_the_file_is() {
    let kept = taken("../bí mật\r\n.exe", &pictures::jpeg(4, 4)).unwrap();
    assert_eq!(kept.name, "bí mật.jpg");
}
