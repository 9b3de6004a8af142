//! Turning a picture the way its camera was held.

use image::{RgbImage, imageops, metadata::Orientation};

/// The picture as it is looked at.
pub(super) fn upright(picture: RgbImage, orientation: Orientation) -> RgbImage {
    match orientation {
        Orientation::NoTransforms => picture,
        Orientation::Rotate90 => imageops::rotate90(&picture),
        Orientation::Rotate180 => imageops::rotate180(&picture),
        Orientation::Rotate270 => imageops::rotate270(&picture),
        Orientation::FlipHorizontal => imageops::flip_horizontal(&picture),
        Orientation::FlipVertical => imageops::flip_vertical(&picture),
        Orientation::Rotate90FlipH => imageops::flip_horizontal(&imageops::rotate90(&picture)),
        Orientation::Rotate270FlipH => imageops::flip_horizontal(&imageops::rotate270(&picture)),
    }
}
