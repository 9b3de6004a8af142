//! What stands where something was masked.

use domain::people::mask::Kind;

words! {
    /// The mark in place of what was found in a comment.
    pub fn mark(lang, kind: Kind) -> &'static str {
        Kind::Phone => "[số điện thoại]", "[phone number]";
        Kind::Identity => "[số giấy tờ tùy thân]", "[identity number]";
        Kind::Email => "[địa chỉ e-mail]", "[e-mail address]";
        Kind::Plate => "[biển số xe]", "[number plate]";
        Kind::Dossier => "[mã hồ sơ]", "[dossier code]";
        Kind::Number => "[dãy số]", "[number]";
    }
}
