//! Receipts and pins as people type and copy them, and searches for codes that were copied.

use tests::{Engine, Service, on_both, quick};

on_both!(
    a_receipt_is_read_however_it_was_copied,
    no_slip_of_the_hand_counts_as_a_guess,
    lists_find_codes_however_they_were_copied,
);

/// Letters and digits of full width.
fn wide(text: &str) -> String {
    let wide = |letter: char| char::from_u32(u32::from(letter) + 0xfee0).expect("a letter");
    text.chars().map(wide).collect()
}

async fn status(service: &Service, receipt: &str, pin: &str) -> u16 {
    let fields = [("receipt", receipt), ("pin", pin)];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    service.visit("/phieu", &fields).await.status
}

async fn a_receipt_is_read_however_it_was_copied(engine: Engine) {
    let service = Service::start(engine).await;
    let kept = service.post(&quick(4)).await;
    let (receipt, pin) = (kept.receipt(), kept.pin());
    let (half, rest) = pin.split_at(3);
    for (receipt, pin) in [
        (wide(&receipt), wide(&pin)),
        (receipt.replace('-', "\u{2013}"), format!("{half}\u{2011}{rest}")),
        (format!("\u{a0}\u{200b}{receipt}. "), format!("{half}\u{3000}{rest}\u{feff}")),
        (
            receipt.to_lowercase().replace('0', "o").replace('1', "l"),
            pin.replace('0', "O").replace('1', "I"),
        ),
    ] {
        assert_eq!(status(&service, &receipt, &pin).await, 200, "{receipt:?} {pin:?}");
        let mut query = form_urlencoded::Serializer::new(String::new());
        let query = query.append_pair("pin", &pin).finish();
        let path: String = form_urlencoded::byte_serialize(receipt.as_bytes()).collect();
        let path = path.replace('+', "%20");
        let reply = service.get(&format!("/api/v1/ballots/{path}?{query}")).await;
        assert_eq!(reply.status, 200, "{receipt:?} {pin:?}: {reply:?}");
    }
}

async fn no_slip_of_the_hand_counts_as_a_guess(engine: Engine) {
    let service = Service::start(engine).await;
    let kept = service.post(&quick(4)).await;
    let (receipt, pin) = (kept.receipt(), kept.pin());
    // Far more than five wrong pins for a receipt, and than thirty wrong ones from one origin.
    for place in 0..40 {
        let mut slip = receipt.clone();
        let at = [0, 5, 10, 15][place % 4];
        let other = if &slip[at..=at] == "7" { "8" } else { "7" };
        slip.replace_range(at..=at, other);
        assert_eq!(status(&service, &slip, &pin).await, 404, "{slip}");
        for slip in [&pin[..5], &format!("{pin}1"), "", "abc", "12345x", &receipt] {
            assert_eq!(status(&service, &receipt, slip).await, 404, "{slip}");
        }
    }
    assert_eq!(status(&service, &receipt, &pin).await, 200);
}

async fn lists_find_codes_however_they_were_copied(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    for typed in ["%EF%BC%B1LTM", "qltm,", "QLTM%3B%20", "%E2%80%8BQLTM"] {
        let list = office.get(&format!("/api/v1/office/units?q={typed}")).await.json();
        assert_eq!(list["rows"][0]["code"], "QLTM", "{typed}: {list}");
    }
    for typed in ["2.000004,", "2,000004", "%EF%BC%92.000004"] {
        let list = office.get(&format!("/api/v1/office/procedures?q={typed}")).await.json();
        assert_eq!(list["rows"][0]["code"], "2.000004", "{typed}: {list}");
        let found = service.get(&format!("/api/v1/procedures?q={typed}")).await.json();
        assert_eq!(found[0]["code"], "2.000004", "{typed}: {found}");
    }
}
