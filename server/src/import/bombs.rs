//! Workbooks that are small as files and would fill the memory once they are read.

use std::io::{self, BufReader, Cursor, Read};

use domain::{Fault, fault::FileReason};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::{ZipArchive, result::ZipError};

/// The most bytes the parts of a workbook may unpack to.
pub const MOST_UNPACKED: u64 = 128 * 1024 * 1024;
/// The most bytes of text the cells may hold together: many cells can share one long text.
pub const MOST_TEXT: usize = 64 * 1024 * 1024;
/// The most fonts, formats and the like; a spreadsheet program has a sixth of it.
const MOST_LOOKS: usize = 400_000;
/// A number of texts for which room may be made before they are read.
const MOST_RESERVED: u64 = 1_000_000;

/// Unpacks every part once without keeping it: what the archive says of its sizes may be untrue.
/// The size of the largest part of XML, in bytes.
pub fn refuse(bytes: &[u8]) -> Result<u64, Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let (mut left, mut largest) = (MOST_UNPACKED, 0);
    let mut read_again = Vec::new();
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(broken)?;
        let name = part.name().map_err(broken)?.to_ascii_lowercase();
        let size = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| unreadable())?;
        left = left.checked_sub(size).ok_or_else(too_big)?;
        if !name.contains("/media/") {
            largest = largest.max(size);
        }
        if name.ends_with("sharedstrings.xml") || name.ends_with("styles.xml") {
            read_again.push((at, size));
        }
    }
    for (at, size) in read_again {
        let part = archive.by_index(at).map_err(broken)?;
        refuse_claims(&mut Reader::from_reader(BufReader::new(part)), size)?;
    }
    Ok(largest)
}

/// Refuses a part of which few bytes make a reader take much memory: a number of texts that are not
/// there, or long names that each of many formats gets a copy of.
fn refuse_claims(xml: &mut Reader<impl io::BufRead>, size: u64) -> Result<(), Fault> {
    let (mut looks, mut longest) = (0_usize, 0);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                if claims_more(&element, size) {
                    return Err(unreadable());
                }
                longest = longest.max(element.len());
                looks += usize::from(is_look(&element));
            }
            // Whatever is wrong with it, the reader of workbooks meets it too.
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    let is_too_big = looks > MOST_LOOKS || looks.saturating_mul(longest) > MOST_TEXT;
    if is_too_big { Err(too_big()) } else { Ok(()) }
}

/// Whether the list of texts is said to be longer than its bytes allow.
fn claims_more(element: &BytesStart, size: u64) -> bool {
    let text: &str = element;
    let is_list = element.local_name().as_ref() == "sst";
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit());
    let most = size.max(MOST_RESERVED);
    let too_large = |digits: &str| {
        !digits.is_empty() && digits.parse::<u64>().map_or(true, |number| number > most)
    };
    is_list && numbers.any(too_large)
}

fn is_look(element: &BytesStart) -> bool {
    matches!(element.local_name().as_ref(), "xf" | "font" | "fill" | "border" | "numFmt")
}

fn broken(error: ZipError) -> Fault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Fault::file(FileReason::LockedWorkbook)
        }
        _ => unreadable(),
    }
}

fn unreadable() -> Fault {
    Fault::file(FileReason::BrokenWorkbook)
}

fn too_big() -> Fault {
    Fault::file(FileReason::TooBigUnpacked)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    fn packed(parts: &[(&str, String)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn refused(name: &str, text: String) -> Option<domain::Reason> {
        refuse(&packed(&[(name, text)])).err().map(|fault| fault.reason)
    }

    #[test]
    fn room_is_made_for_no_more_texts_than_there_can_be() {
        let list = |count: &str| format!("<sst xmlns=\"a2006\" uniqueCount=\"{count}\"></sst>");
        for count in ["999999999999", "18446744073709551615", "99999999999999999999999"] {
            let reason = refused("xl/sharedStrings.xml", list(count));
            assert_eq!(reason, Some(FileReason::BrokenWorkbook.into()), "{count}");
            let reason = refused("other\\SHAREDSTRINGS.xml", list(count));
            assert_eq!(reason, Some(FileReason::BrokenWorkbook.into()), "{count}");
        }
        assert_eq!(refused("xl/sharedStrings.xml", list("12")), None);
        assert_eq!(refused("xl/sharedStrings.xml", "<sst count='9'".to_owned()), None);
    }

    #[test]
    fn long_names_are_not_copied_into_many_formats() {
        let looks = |name: usize, count: usize| {
            let name = "x".repeat(name);
            let formats = "<xf fontId=\"0\"/>".repeat(count);
            format!("<styleSheet><font><name val=\"{name}\"/></font>{formats}</styleSheet>")
        };
        let too_big = Some(FileReason::TooBigUnpacked.into());
        assert_eq!(refused("xl/styles.xml", looks(1_000_000, 1_000)), too_big);
        assert_eq!(refused("xl/styles.xml", looks(1, MOST_LOOKS + 1)), too_big);
        assert_eq!(refused("xl/styles.xml", looks(40, 65_490)), None);
    }

    #[test]
    fn the_largest_part_is_measured_without_its_pictures() {
        let parts = [("a.xml", "x".repeat(7)), ("xl/media/a.png", "x".repeat(9))];
        assert_eq!(refuse(&packed(&parts)).unwrap(), 7);
    }
}
