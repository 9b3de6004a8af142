//! Which entry of the books somebody means by a code as they typed, copied or printed it.

use super::catalogue::Catalogue;
use crate::text::{bare, usual};

/// Each gives the code as the books write it; nothing, if no entry is meant or two could be.
impl Catalogue {
    /// The campaign's.
    pub fn campaign_meant(&self, typed: &str) -> Option<&str> {
        meant(typed, || self.campaigns.keys().map(String::as_str))
    }

    /// The service point's, in use or not.
    pub fn point_meant(&self, typed: &str) -> Option<&str> {
        meant(typed, || self.service_points.keys().map(String::as_str))
    }

    /// The unit's, whenever it had it.
    pub fn unit_meant(&self, typed: &str) -> Option<&str> {
        meant(typed, || self.units.iter().map(|version| version.code.as_str()))
    }

    /// The procedure's, whenever it had it.
    pub fn procedure_meant(&self, typed: &str) -> Option<&str> {
        meant(typed, || self.procedures.iter().map(|version| version.code.as_str()))
    }
}

/// The code that is written so; or else so without what stands around it; or else in letters of another
/// size, if that is one code alone.
fn meant<'a, I: Iterator<Item = &'a str>>(typed: &str, codes: impl Fn() -> I) -> Option<&'a str> {
    let (usual, bare) = (usual(typed), bare(typed));
    let exactly = |wanted: &str| codes().find(|code| *code == wanted);
    exactly(&usual).or_else(|| exactly(&bare)).or_else(|| {
        let wanted = bare.to_lowercase();
        let mut alike = codes().filter(|code| code.to_lowercase() == wanted);
        let first = alike.next()?;
        alike.all(|other| other == first).then_some(first)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(typed: &str) -> Option<&'static str> {
        meant(typed, || ["QLTM", "quay-1", "Quay-2", "quay-2", "VP."].into_iter())
    }

    #[test]
    fn a_code_is_found_however_it_is_written() {
        for typed in ["QLTM", "qltm", "Qltm.", "(QLTM)", "ＱＬＴＭ", "Q\u{200b}LTM\u{a0}", "qltm),"]
        {
            assert_eq!(of(typed), Some("QLTM"), "{typed:?}");
        }
        assert_eq!(of("QUAY\u{2013}1"), Some("quay-1"));
        assert_eq!(of("VP."), Some("VP."), "as it is written, first");
        assert_eq!(of("quay-2"), Some("quay-2"));
        assert_eq!(of("QUAY-2"), None, "one of two");
        assert_eq!(of(""), None);
        assert_eq!(of("quay"), None);
    }
}
