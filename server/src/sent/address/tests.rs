//! Links as people send them, and the addresses that are meant.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{Channel, Words, books::catalogue::ServicePoint, day::Period};

use super::*;

fn books() -> Catalogue {
    let point = |code: &str| ServicePoint {
        id: 1,
        code: code.to_owned(),
        name: Words::default(),
        channel: Channel::InPerson,
        units: Vec::new(),
        procedures: Vec::new(),
        period: Period { from: NaiveDate::MIN, to: None },
        kiosk: 0,
    };
    let codes = ["quay-1", "Q2"];
    let service_points: HashMap<_, _> =
        codes.into_iter().map(|code| (code.to_owned(), point(code))).collect();
    Catalogue { service_points, ..Catalogue::default() }
}

fn read(address: &str) -> String {
    let uri: Uri = address.parse().unwrap();
    match meant(&uri, &books()) {
        Ok(changed) => changed.unwrap_or(uri).to_string(),
        Err(field) => format!("two of {field}"),
    }
}

#[test]
fn a_link_is_read_as_it_was_meant() {
    for (sent, expected) in [
        ("/s/thu?p=quay-1", "/s/thu?p=quay-1"),
        ("/S/thu/?P=QUAY-1", "/s/thu?p=quay-1"),
        ("//s//thu//", "/s/thu"),
        ("/s/thu.", "/s/thu"),
        ("/s/thu),", "/s/thu"),
        ("/s/thu%E2%80%8B%C2%A0?p=q2%20", "/s/thu?p=Q2"),
        ("/s/thu?p=quay-1&amp;unit=VP", "/s/thu?p=quay-1&unit=VP"),
        ("/s/thu?p=quay-1&amp;amp;unit=VP.", "/s/thu?p=quay-1&unit=VP"),
        ("/s/thu%3Fp%3Dquay-1%26unit%3DVP", "/s/thu?p=quay-1&unit=VP"),
        ("/s/thu?p=quay-1%26unit=VP", "/s/thu?p=quay-1&unit=VP"),
        ("/s/thu?p=quay-1?lang=en", "/s/thu?p=quay-1&lang=en"),
        ("/s/thu?p=quay-1&p=QUAY-1.", "/s/thu?p=quay-1"),
        ("/s/thu?p=&p=q2", "/s/thu?p=Q2"),
        ("/s/thu?lang=en&lang=vi", "/s/thu?lang=en"),
        ("/s/thu?p=quay%E2%80%931", "/s/thu?p=quay-1"),
        ("/s/thu/POSTER.?p=quay-1", "/s/thu/poster?p=quay-1"),
        ("/K/Quay-1/?t=ABC.", "/k/quay-1?t=ABC"),
        ("/Phieu.", "/phieu"),
        ("/Gop-Y/", "/gop-y"),
        ("/Quyen-Rieng-Tu/", "/quyen-rieng-tu"),
        ("/HO-TRO-TIEP-CAN.?lang=en", "/ho-tro-tiep-can?lang=en"),
        ("/s/thu?p%3Dquay-1&unit=VP", "/s/thu?p=quay-1&unit=VP"),
        ("/ket-qua/", "/ket-qua"),
        ("/s/thu?q=a%26b.", "/s/thu?q=a%26b."),
        ("/van-phong/", "/van-phong"),
    ] {
        assert_eq!(read(sent), expected, "{sent}");
    }
}

#[test]
fn what_is_no_page_of_citizens_stays_as_it_is() {
    for address in
        ["/api/v1/units/?Q=1.", "/assets/1/A.css", "/van-phong/don-vi/QLTM.", "//evil.example/"]
    {
        assert_eq!(read(address), address);
    }
}

#[test]
fn two_values_of_one_name_are_not_chosen_between() {
    assert_eq!(read("/s/thu?p=quay-1&p=q2"), "two of p");
    assert_eq!(read("/s/thu?p=quay-1&amp;P=q2"), "two of p");
    assert_eq!(contrary(&"/api/v1/x?a=1&b=2&a=1".parse().unwrap()), None);
    assert_eq!(contrary(&"/api/v1/x?a=1&b=2&a=3".parse().unwrap()).as_deref(), Some("a"));
}
