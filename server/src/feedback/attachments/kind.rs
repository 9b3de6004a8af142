//! What a file is, by its first bytes.

use domain::fault::AttachmentReason;

/// The kinds of files that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A picture, most often a photograph.
    Jpeg,
    /// A picture, most often of a screen.
    Png,
    /// A picture; it is kept as JPEG.
    Webp,
    /// A document.
    Pdf,
}

/// Bytes in which an SVG drawing or a web page shows what it is.
const LOOK: usize = 1024;
/// What the pictures of telephones and films call themselves.
const HEIC: [&[u8]; 8] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif"];

impl Kind {
    /// The kind of a file.
    ///
    /// # Errors
    ///
    /// Why a file of another kind is not taken.
    pub fn of(bytes: &[u8]) -> Result<Self, AttachmentReason> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Ok(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Self::Webp),
            [b'%', b'P', b'D', b'F', b'-', ..] => Ok(Self::Pdf),
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if is_heic(brand) => {
                Err(AttachmentReason::Heic)
            }
            _ if is_svg(bytes) => Err(AttachmentReason::Svg),
            _ => Err(AttachmentReason::WrongKind),
        }
    }

    /// The number it is stored as.
    pub fn number(self) -> i64 {
        match self {
            Self::Jpeg => 1,
            Self::Png => 2,
            Self::Webp => 3,
            Self::Pdf => 4,
        }
    }

    /// The ending of a file of this kind.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        }
    }

    /// Its content type.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }
}

fn is_heic(brand: &[u8]) -> bool {
    HEIC.iter().any(|known| brand.starts_with(known))
}

fn is_svg(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(LOOK)];
    start.windows(4).any(|word| word.eq_ignore_ascii_case(b"<svg"))
}
