//! What stands where something was masked.

use domain::{Lang, people::mask::Kind};

/// The mark in place of what was found in a comment.
pub fn mark(lang: Lang, kind: Kind) -> &'static str {
    match (lang, kind) {
        (Lang::Vi, Kind::Phone) => "[số điện thoại]",
        (Lang::Vi, Kind::Identity) => "[số giấy tờ tùy thân]",
        (Lang::Vi, Kind::Email) => "[địa chỉ e-mail]",
        (Lang::Vi, Kind::Plate) => "[biển số xe]",
        (Lang::Vi, Kind::Dossier) => "[mã hồ sơ]",
        (Lang::Vi, Kind::Number) => "[dãy số]",
        (Lang::En, Kind::Phone) => "[phone number]",
        (Lang::En, Kind::Identity) => "[identity number]",
        (Lang::En, Kind::Email) => "[e-mail address]",
        (Lang::En, Kind::Plate) => "[number plate]",
        (Lang::En, Kind::Dossier) => "[dossier code]",
        (Lang::En, Kind::Number) => "[number]",
    }
}
