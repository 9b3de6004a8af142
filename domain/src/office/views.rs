//! Pages of the office that somebody comes back to: an address under a name, each account its own.

use serde::{Deserialize, Serialize};

use super::entry::Fields;
use crate::fault::{Fault, Reason};

/// One account keeps no more.
pub const MOST: usize = 30;
/// The most characters of a name.
const NAME: usize = 100;
/// The most bytes of an address.
const ADDRESS: usize = 1_000;

/// An address that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SavedView {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// The address, with its parameters as they were.
    pub address: String,
}

/// An address to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewView {
    /// Its name.
    pub name: String,
    /// The address of a page of the office, such as `/van-phong/gop-y?tab=overdue`.
    pub address: String,
}

/// Another name for one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ViewName {
    /// The name.
    pub name: String,
}

impl NewView {
    /// The name as it is stored, or everything wrong; `is_page` says whether a path is that of a page.
    pub fn check(&self, is_page: impl Fn(&str) -> bool) -> Result<String, Vec<Fault>> {
        let name = ViewName { name: self.name.clone() }.check();
        let path = self.address.split('?').next().unwrap_or_default();
        // Nothing but what an address is written with: none leads out of the office, however it is read.
        let is_plain =
            self.address.bytes().all(|it| it.is_ascii_graphic() && !b"\\#".contains(&it));
        let is_ours = is_plain && !path.contains("//") && !path.contains("..") && is_page(path);
        let fault = match self.address.len() {
            0 => Some(Reason::Missing),
            long if long > ADDRESS => Some(Reason::TooLong(ADDRESS)),
            _ => (!is_ours).then_some(Reason::NoSuchPage),
        };
        let fault = fault.map(|reason| Fault::new("address", reason));
        match (name, fault) {
            (Ok(name), None) => Ok(name),
            (name, fault) => Err(name.err().into_iter().flatten().chain(fault).collect()),
        }
    }
}

impl ViewName {
    /// The name as it is stored, or what is wrong with it.
    pub fn check(&self) -> Result<String, Vec<Fault>> {
        let mut fields = Fields::default();
        let name = fields.given("name", &self.name, NAME);
        fields.end(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_that_of_a_page_with_its_parameters_as_they_are() {
        let fields = |name: &str, address: &str| {
            let view = NewView { name: name.to_owned(), address: address.to_owned() };
            let faults = view.check(|path| path == "/van-phong/gop-y").err().unwrap_or_default();
            faults.iter().map(|it| it.field().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(fields("Trễ", "/van-phong/gop-y?tab=overdue&q=%C4%91"), [""; 0]);
        assert_eq!(fields(" ", ""), ["name", "address"]);
        let long = format!("/van-phong/gop-y?q={}", "a".repeat(ADDRESS));
        for wrong in [
            "https://evil.example/van-phong/gop-y",
            "//evil.example",
            "/van-phong/khac",
            "/van-phong/gop-y#a",
            "/van-phong/gop-y?q=đ",
            "/van-phong/gop-y\\",
            "javascript:alert(1)",
            &long,
        ] {
            assert_eq!(fields("Trễ", wrong), ["address"], "{wrong}");
        }
    }
}
