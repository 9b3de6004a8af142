//! A square picture in black and white as PNG, one bit a dot and not compressed: a code of some
//! hundred dots weighs twenty kilobytes, which is less than another dependency.

/// What every PNG begins with.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The most bytes that one stored block holds.
const BLOCK: usize = 0xffff;

/// A picture of so many dots a side.
pub fn picture(side: usize, is_dark: impl Fn(usize, usize) -> bool) -> Vec<u8> {
    let mut rows = Vec::with_capacity(side * (side / 8 + 2));
    for y in 0..side {
        // No row is told by the one above it.
        rows.push(0);
        for first in (0..side).step_by(8) {
            let dots = (0..8).filter(|dot| first + dot < side && !is_dark(first + dot, y));
            rows.push(dots.fold(0, |byte, dot| byte | 0x80 >> dot));
        }
    }
    let size = u32::try_from(side).unwrap_or_default().to_be_bytes();
    // One bit of grey a dot, and the only compression, filter and order there are.
    let head = [&size, &size, [1, 0, 0, 0, 0].as_slice()].concat();
    let mut png = SIGNATURE.to_vec();
    chunk(&mut png, *b"IHDR", &head);
    chunk(&mut png, *b"IDAT", &stored(&rows));
    chunk(&mut png, *b"IEND", &[]);
    png
}

fn chunk(png: &mut Vec<u8>, kind: [u8; 4], content: &[u8]) {
    png.extend(u32::try_from(content.len()).unwrap_or_default().to_be_bytes());
    let from = png.len();
    png.extend(kind);
    png.extend(content);
    let check = crc(&png[from..]);
    png.extend(check.to_be_bytes());
}

/// Bytes as a zlib stream of stored blocks (RFC 1950, RFC 1951).
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let mut blocks = bytes.chunks(BLOCK).peekable();
    while let Some(block) = blocks.next() {
        let len = u16::try_from(block.len()).unwrap_or_default();
        stream.push(u8::from(blocks.peek().is_none()));
        stream.extend(len.to_le_bytes());
        stream.extend((!len).to_le_bytes());
        stream.extend(block);
    }
    stream.extend(adler(bytes).to_be_bytes());
    stream
}

/// The check of a chunk (PNG, annex D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { 0xedb8_8320 ^ crc >> 1 } else { crc >> 1 }
        })
    })
}

/// The check of a stream (RFC 1950).
fn adler(bytes: &[u8]) -> u32 {
    let (low, high) = bytes.iter().fold((1, 0), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65521;
        (low, (high + low) % 65521)
    });
    high << 16 | low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_are_those_of_the_standards() {
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc(b"IEND"), 0xae42_6082);
        assert_eq!(adler(b"Wikipedia"), 0x11e6_0398);
    }

    #[test]
    fn a_picture_has_its_size_and_its_dots() {
        let png = picture(9, |x, y| (x, y) == (0, 0) || (x, y) == (8, 8));
        assert!(png.starts_with(SIGNATURE) && png.ends_with(b"\0\0\0\0IEND\xae\x42\x60\x82"));
        assert_eq!(png[16..24], [0, 0, 0, 9, 0, 0, 0, 9]);
        let rows = 33 + 8 + 2 + 5;
        assert_eq!(png[rows..rows + 3], [0, 0x7f, 0x80], "a dark dot, then light ones");
        assert_eq!(png[rows + 24..rows + 27], [0, 0xff, 0], "the last one is dark");
    }
}
