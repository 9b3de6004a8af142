//! Pictures, drawn anew: only what can be seen is kept.
//!
//! Where a picture was taken, by whom, small copies of it and whatever stands behind it in the file
//! do not reach the new one.

mod upright;

use std::io::Cursor;

use domain::fault::AttachmentReason;
use image::{
    DynamicImage, ImageDecoder, ImageEncoder, ImageResult, Limits, Rgb, RgbImage,
    codecs::{
        jpeg::{JpegDecoder, JpegEncoder},
        png::{PngDecoder, PngEncoder},
        webp::WebPDecoder,
    },
    imageops,
    metadata::Orientation,
};

use self::upright::upright;
use super::{
    Kind,
    limits::{KEPT_SIDE, MOST_DECODED, MOST_MILLIONS, MOST_SIDE},
};

/// How well a photograph is kept, of 100.
const QUALITY: u8 = 85;
/// A picture of a screen that takes up more is kept like a photograph.
const MOST_PNG: usize = 3_000_000;

/// A picture as it is kept.
pub(super) struct Drawn {
    pub(super) kind: Kind,
    pub(super) bytes: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// The picture as it is looked at: the right way up, on white, no larger than it needs to be.
pub(super) fn redraw(kind: Kind, bytes: Vec<u8>) -> Result<Drawn, AttachmentReason> {
    let file = Cursor::new(bytes);
    let pixels = match kind {
        Kind::Jpeg => JpegDecoder::new(file).map(pixels),
        Kind::Png => PngDecoder::with_limits(file, limits()).map(pixels),
        Kind::Webp => WebPDecoder::new(file).map(pixels),
        Kind::Pdf => return Err(AttachmentReason::WrongKind),
    };
    let pixels = pixels.map_err(|error| refusal(&error))??;
    write(kind, &pixels).map_err(|_| AttachmentReason::BrokenPicture)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_DECODED);
    limits
}

fn too_large() -> AttachmentReason {
    AttachmentReason::TooManyPixels(MOST_SIDE, MOST_MILLIONS)
}

fn refusal(error: &image::ImageError) -> AttachmentReason {
    match error {
        image::ImageError::Limits(_) => too_large(),
        _ => AttachmentReason::BrokenPicture,
    }
}

/// The pixels of a picture whose header says that they are not too many.
fn pixels(mut decoder: impl ImageDecoder) -> Result<RgbImage, AttachmentReason> {
    let (width, height) = decoder.dimensions();
    let is_large = u64::from(width) * u64::from(height) > u64::from(MOST_MILLIONS) * 1_000_000
        || decoder.total_bytes() > MOST_DECODED;
    if is_large {
        return Err(too_large());
    }
    decoder.set_limits(limits()).map_err(|error| refusal(&error))?;
    let orientation = decoder.orientation();
    let read = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error))?;
    let small = smaller(opaque(read));
    // What says how the camera was held may be unreadable; the picture is not.
    Ok(upright(small, orientation.unwrap_or(Orientation::NoTransforms)))
}

/// The picture on white.
fn opaque(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let seen = picture.into_rgba8();
    let mut flat = RgbImage::new(seen.width(), seen.height());
    for (pixel, there) in flat.pixels_mut().zip(seen.pixels()) {
        let [red, green, blue, alpha] = there.0.map(u16::from);
        let on_white = |colour: u16| (colour * alpha + 255 * (255 - alpha) + 127) / 255;
        *pixel = Rgb([red, green, blue].map(|it| u8::try_from(on_white(it)).unwrap_or(u8::MAX)));
    }
    flat
}

/// The picture with no side longer than is kept.
fn smaller(picture: RgbImage) -> RgbImage {
    let longest = picture.width().max(picture.height());
    if longest <= KEPT_SIDE {
        return picture;
    }
    let part = |side: u32| {
        let part = u64::from(side) * u64::from(KEPT_SIDE) / u64::from(longest);
        u32::try_from(part).unwrap_or(KEPT_SIDE).max(1)
    };
    imageops::thumbnail(&picture, part(picture.width()), part(picture.height()))
}

fn write(kind: Kind, picture: &RgbImage) -> ImageResult<Drawn> {
    let (width, height) = picture.dimensions();
    let colour = image::ExtendedColorType::Rgb8;
    if kind == Kind::Png {
        let mut bytes = Vec::new();
        PngEncoder::new(&mut bytes).write_image(picture, width, height, colour)?;
        if bytes.len() <= MOST_PNG {
            return Ok(Drawn { kind, bytes, width, height });
        }
    }
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    encoder.write_image(picture, width, height, colour)?;
    Ok(Drawn { kind: Kind::Jpeg, bytes, width, height })
}
