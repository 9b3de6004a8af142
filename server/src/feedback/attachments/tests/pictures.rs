//! Pictures: only their pixels are kept.

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};
use image::{
    ExtendedColorType, GenericImageView, ImageEncoder, Rgb, RgbImage,
    codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
};

use super::*;

/// A picture that is red on its left and blue on its right.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 { Rgb([220, 10, 10]) } else { Rgb([10, 10, 220]) }
    })
}

pub(super) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.write_image(&halves(width, height), width, height, ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new(&mut bytes);
    encoder.write_image(&halves(width, height), width, height, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// The picture with a segment of its camera's words behind its first mark.
fn with_segment(jpeg: &[u8], mark: u8, content: &[u8]) -> Vec<u8> {
    let len = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, mark], &len, content, &jpeg[2..]].concat()
}

/// What a camera writes: how it was held, and where.
fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    exif.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]);
    exif.extend(b"\0\0\0\0GPSLatitude 10.9574 GPSLongitude 106.8426");
    exif
}

#[test]
fn nothing_of_where_and_by_whom_a_picture_was_taken_is_kept() {
    let mut sent = with_segment(&jpeg(64, 48), 0xe1, &exif(1));
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SecretOwner</x:xmpmeta>";
    sent = with_segment(&sent, 0xe1, xmp);
    sent = with_segment(&sent, 0xed, b"Photoshop 3.0\0SecretPlace");
    sent = with_segment(&sent, 0xfe, b"SecretComment");
    sent.extend(b"SecretTail");
    let kept = taken("a.jpg", &sent).unwrap();
    for secret in ["Exif", "GPS", "10.9574", "Secret", "xmpmeta", "Photoshop"] {
        assert!(holds(&sent, secret.as_bytes()) && !holds(&kept.bytes, secret.as_bytes()));
    }
    assert_eq!((kept.kind, kept.extent), (Kind::Jpeg, Extent::Pixels(64, 48)));
}

#[test]
fn a_picture_is_kept_the_way_it_is_looked_at() {
    // A camera held upright writes the picture lying, and "turn it by 90 degrees".
    let kept = taken("a.jpg", &with_segment(&jpeg(64, 32), 0xe1, &exif(6))).unwrap();
    assert_eq!(kept.extent, Extent::Pixels(32, 64));
    let seen = image::load_from_memory(&kept.bytes).unwrap();
    let (top, bottom) = (seen.get_pixel(16, 8), seen.get_pixel(16, 56));
    assert!(top[0] > 150 && bottom[2] > 150, "{top:?} {bottom:?}");
    for (orientation, left_is_red) in [(1, true), (2, false), (3, false), (4, true)] {
        let kept = taken("a.jpg", &with_segment(&jpeg(64, 32), 0xe1, &exif(orientation))).unwrap();
        let left = image::load_from_memory(&kept.bytes).unwrap().get_pixel(8, 16);
        assert_eq!(left[0] > 150, left_is_red, "{orientation}");
    }
    let wrong = with_segment(&jpeg(64, 32), 0xe1, b"Exif\0\0MM\0*\xff\xff\xff\xff");
    assert_eq!(taken("a.jpg", &wrong).unwrap().extent, Extent::Pixels(64, 32));
}

#[test]
fn a_picture_that_is_a_page_as_well_is_a_picture_only() {
    let page = b"<!DOCTYPE html><html><script>alert(1)</script></html>";
    let mut sent = with_segment(&jpeg(16, 16), 0xfe, page);
    sent.extend(page);
    let kept = taken("page.html", &sent).unwrap();
    assert!(!holds(&kept.bytes, b"<script") && !holds(&kept.bytes, b"html"));
    assert_eq!(kept.name, "page.jpg");
    let mut png = png(16, 16);
    png.extend(page);
    assert!(!holds(&taken("a.png", &png).unwrap().bytes, b"<script"));
}

#[test]
fn words_in_a_picture_of_a_screen_are_gone() {
    let mut sent = png(20, 20);
    let text = chunk(b"tEXt", b"Author\0SecretName");
    // The header takes the first 33 bytes.
    sent.splice(33..33, text);
    let kept = taken("a.png", &sent).unwrap();
    assert!(holds(&sent, b"SecretName") && !holds(&kept.bytes, b"SecretName"));
    assert_eq!((kept.kind, kept.extent), (Kind::Png, Extent::Pixels(20, 20)));
}

#[test]
fn what_shines_through_is_on_white_and_other_kinds_are_kept_as_jpeg() {
    let mut clear = Vec::new();
    let pixels = [0, 0, 0, 0].repeat(16);
    WebPEncoder::new_lossless(&mut clear).encode(&pixels, 4, 4, ExtendedColorType::Rgba8).unwrap();
    let kept = taken("a.webp", &clear).unwrap();
    assert_eq!((kept.kind, kept.name.as_str()), (Kind::Jpeg, "a.jpg"));
    let seen = image::load_from_memory(&kept.bytes).unwrap().get_pixel(2, 2);
    assert!(seen.0[..3].iter().all(|part| *part > 250), "{seen:?}");
}

#[test]
fn a_large_picture_is_kept_smaller() {
    let kept = taken("a.jpg", &jpeg(5_000, 100)).unwrap();
    assert_eq!(kept.extent, Extent::Pixels(2_560, 51));
    let kept = taken("a.png", &png(20, 4_000)).unwrap();
    assert_eq!(kept.extent, Extent::Pixels(12, 2_560));
}

/// A part of a PNG file.
fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let len = u32::try_from(content.len()).unwrap().to_be_bytes();
    let mut sum = flate2::Crc::new();
    sum.update(kind);
    sum.update(content);
    [&len, &kind[..], content, &sum.sum().to_be_bytes()].concat()
}

/// A PNG of nothing but zeros, made without ever being one in memory.
fn bomb(width: u32, height: u32, bits: u8) -> Vec<u8> {
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([bits, 0, 0, 0, 0]);
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    let row = vec![0; 1 + width as usize * usize::from(bits) / 8];
    for _ in 0..height {
        packed.write_all(&row).unwrap();
    }
    let signature = b"\x89PNG\r\n\x1a\n".to_vec();
    let parts = [
        signature,
        chunk(b"IHDR", &header),
        chunk(b"IDAT", &packed.finish().unwrap()),
        chunk(b"IEND", b""),
    ];
    parts.concat()
}

#[test]
fn a_picture_of_too_many_pixels_is_refused_by_its_header() {
    let bomb_of_900_millions = bomb(30_000, 30_000, 1);
    assert!(bomb_of_900_millions.len() < MOST_BYTES);
    let too_many = Err(Why::TooManyPixels(12_000, 50));
    assert_eq!(taken("a.png", &bomb_of_900_millions), too_many);
    // The pixels are not even there: the header is enough.
    let header = |width: u32, height: u32| bomb(width, height, 8)[..60].to_vec();
    assert_eq!(taken("a.png", &header(12_001, 1)), too_many);
    assert_eq!(taken("a.png", &header(9_000, 6_000)), too_many);
    let mut jpeg = jpeg(16, 16);
    let frame = jpeg.windows(2).position(|mark| mark == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xea, 0x60, 0xea, 0x60]);
    assert_eq!(taken("a.jpg", &jpeg), too_many);
}

#[test]
fn a_picture_that_cannot_be_read_is_refused() {
    let (jpeg, png) = (jpeg(64, 64), png(64, 64));
    assert_eq!(taken("a.jpg", &jpeg[..20]), Err(Why::BrokenPicture));
    assert_eq!(taken("a.png", &png[..40]), Err(Why::BrokenPicture));
    assert_eq!(taken("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ????"), Err(Why::BrokenPicture));
    // However a file is broken, it is taken or refused, and nothing stops.
    for sent in [jpeg, png] {
        for at in (0..sent.len()).step_by(7) {
            let mut broken = sent.clone();
            broken[at] ^= 0xff;
            let _ = taken("a", &broken);
            let _ = taken("a", &sent[..at]);
        }
    }
}
