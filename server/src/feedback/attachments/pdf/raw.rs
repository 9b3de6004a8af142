//! A document as it lies in its file, whatever its own table says of it.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::{BROKEN, LOCKED, Refusal, active};
use crate::feedback::attachments::limits::{MOST_TOKENS, MOST_UNPACKED};

/// How far before a stream its dictionary is looked for: no packed objects have a longer one.
const HEAD: usize = 4_096;
/// Ways of packing in which objects are not taken: hardly any program writes them so.
const ODD: [&[u8]; 9] = [
    b"LZWDecode",
    b"LZW",
    b"ASCII85Decode",
    b"A85",
    b"ASCIIHexDecode",
    b"AHx",
    b"RunLengthDecode",
    b"BrotliDecode",
    b"Crypt",
];
/// Shorter names come up by chance in what is drawn.
const LONG: usize = 6;

/// Goes through everything but what is drawn: names between streams, and those in packed objects.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let (mut tokens, mut unpacked) = (0, 0);
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let head = &bytes[at..at + found];
        names(head, &mut tokens)?;
        let from = at + found + b"stream".len();
        let len = find(&bytes[from..], b"endstream").unwrap_or(bytes.len() - from);
        let stream = &bytes[from..from + len];
        // Where a text only says "stream", what follows is none.
        each_name(stream, |name| if name.len() < LONG { Ok(()) } else { active(name) })?;
        if is_packed(head)? {
            unpacked += unpack(stream, MOST_UNPACKED - unpacked, &mut tokens)?;
        }
        at = (from + len + b"endstream".len()).min(bytes.len());
    }
    names(&bytes[at..], &mut tokens)
}

/// Where the bytes first stand.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// Whether the dictionary before a stream says that there are objects in it.
fn is_packed(head: &[u8]) -> Result<bool, Refusal> {
    let near = &head[head.len().saturating_sub(HEAD)..];
    let start = near.windows(3).rposition(|word| word == b"obj").unwrap_or(0);
    let (mut found, mut is_odd) = (false, false);
    each_name(&near[start..], |name| {
        found |= name == b"ObjStm";
        is_odd |= ODD.contains(&name);
        Ok(())
    })?;
    if found && is_odd { Err(BROKEN) } else { Ok(found) }
}

/// Unpacks objects and goes through their names: how many bytes they take up.
fn unpack(stream: &[u8], most: usize, tokens: &mut usize) -> Result<usize, Refusal> {
    let start = stream.iter().position(|byte| !matches!(byte, b'\r' | b'\n')).unwrap_or(0);
    let mut objects = Vec::new();
    let mut reader = ZlibDecoder::new(&stream[start..]).take(most as u64 + 1);
    // A stream that breaks off is read as far as it goes; one that is not packed as it lies.
    let _ = reader.read_to_end(&mut objects);
    if objects.len() > most {
        return Err(BROKEN);
    }
    names(&objects, tokens)?;
    names(stream, tokens)?;
    Ok(objects.len())
}

/// Checks every name, and that there are not too many words.
fn names(bytes: &[u8], tokens: &mut usize) -> Result<(), Refusal> {
    *tokens += bytes.windows(2).filter(|pair| is_end(pair[1]) && !is_end(pair[0])).count();
    *tokens += bytes.iter().filter(|byte| matches!(byte, b'[' | b'<' | b'(' | b'/')).count();
    if *tokens > MOST_TOKENS {
        return Err(BROKEN);
    }
    each_name(bytes, |name| match name {
        b"Encrypt" => Err(LOCKED),
        name => active(name),
    })
}

/// Reads every name: a stroke and what follows, `#4A` for any letter.
fn each_name(
    bytes: &[u8],
    mut read: impl FnMut(&[u8]) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/') {
        let rest = &bytes[at + 1..];
        let len = rest.iter().take(127).take_while(|byte| !is_end(**byte)).count();
        read(&spelled_out(&rest[..len]))?;
    }
    Ok(())
}

fn is_end(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | b'\x0c' | b'\r' | b' ' | b'(' | b')' | b'<' | b'>')
        || matches!(byte, b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn spelled_out(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(name.len());
    let mut at = 0;
    while at < name.len() {
        let code = name.get(at + 1..at + 3).and_then(|code| std::str::from_utf8(code).ok());
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        match byte.filter(|_| name[at] == b'#') {
            Some(byte) => {
                plain.push(byte);
                at += 3;
            }
            None => {
                plain.push(name[at]);
                at += 1;
            }
        }
    }
    plain
}
