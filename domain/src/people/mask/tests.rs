//! What is masked, what stays, and what holds for every text.

mod spellings;

use proptest::prelude::*;

use super::*;

fn mark(kind: Kind) -> &'static str {
    match kind {
        Kind::Phone => "[số điện thoại]",
        Kind::Identity => "[số giấy tờ]",
        Kind::Email => "[thư điện tử]",
        Kind::Plate => "[biển số xe]",
        Kind::Dossier => "[mã hồ sơ]",
        Kind::Number => "[dãy số]",
    }
}

/// Puts each example into three sentences and checks that it is masked whole, as one thing.
fn is_masked(kind: Kind, examples: &[&str]) {
    for example in examples {
        for (before, after) in [("", ""), ("Xin gọi ", " nhé."), ("(", ")")] {
            let hidden = masked(&[before, example, after].concat(), mark);
            assert_eq!(hidden, [before, mark(kind), after].concat(), "{example}");
        }
    }
}

#[test]
fn telephone_numbers_are_masked_however_they_are_written() {
    is_masked(
        Kind::Phone,
        &[
            "0900000001",
            "0900 000 001",
            "0900.000.001",
            "0900-000-001",
            "090 000 0001",
            "09 00 00 00 01",
            "0 9 0 0 0 0 0 0 0 1",
            "+84900000001",
            "+84 900 000 001",
            "+84.900.000.001",
            "84900000001",
            "84 900 000 001",
            "0084 900 000 001",
            "+84 (0) 900 000 001",
            "0900–000–001",
            "0900 - 000 - 001",
            "0900,000,001",
            "0251 3000 001",
            "0251.3000.001",
            "0251-300-0001",
            "02513000001",
            "024 3000 0001",
            "061 3000 001",
            "0168 000 0001",
            "０９００００００００",
            "0９0０.000.001",
            "O900000001",
            "o9oo ooo 001",
            "09OO.OOO.OO1",
            "0900 000 00l",
            "O9O0 l23 456",
            "0️⃣9️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣",
            "⓪⑨⓪⓪⓪⓪⓪⓪⓪①",
            "٠٩٠٠٠٠٠٠٠١",
            "090\u{200d}000\u{200c}0001",
            "𝟎𝟗𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟏",
            "0900\u{a0}000\u{a0}001",
            "+1 202 555 0100",
        ],
    );
}

#[test]
fn identity_numbers_are_masked() {
    let cards = [
        "000000000001",
        "075000000001",
        "075 000 000 001",
        "075000 000001",
        "075.000.000.001",
        "271000001",
        "271 000 001",
        "271-000-001",
        "271.000.001",
        "０７５０００００００01",
    ];
    is_masked(Kind::Identity, &cards);
}

#[test]
fn addresses_of_letters_are_masked() {
    let addresses = [
        "nguoi.dan@example.com",
        "nguoi_dan+1@mail.example.vn",
        "NGUOI-DAN@EXAMPLE.COM",
        "người.dân@example.vn",
        "a@b",
        "nguoidan @ example.com",
        "nguoidan＠example.com",
        "0900000001@example.com",
    ];
    is_masked(Kind::Email, &addresses);
    assert_eq!(masked("gặp a@example.com.", mark), "gặp [thư điện tử].");
    assert_eq!(masked("họp @ phòng 2, 100% @", mark), "họp @ phòng 2, 100% @");
}

#[test]
fn number_plates_are_masked() {
    let plates = [
        "60A-123.45",
        "60A-12345",
        "60A 123.45",
        "60A12345",
        "60-B1 234.56",
        "60B1-234.56",
        "60-B1 23456",
        "39A 12345",
        "60a-123.45",
        "60LD-123.45",
        "60-MĐ1 123.45",
        "60 A 123 45",
        "60A-1234",
        "60-S1-1234",
        "60A‑123.45",
    ];
    is_masked(Kind::Plate, &plates);
}

#[test]
fn dossier_codes_are_masked() {
    let codes = [
        "000.00.32.H19-210708-0032",
        "H19.12-230815-0001",
        "H19-230815-0001",
        "000.00.32.h19-210708-0032",
        "000.00.32.H19 – 210708 – 0032",
        "H19.12.230815.0001",
        "000.00.32.H19-210708-00032",
    ];
    is_masked(Kind::Dossier, &codes);
}

#[test]
fn other_long_numbers_are_masked() {
    let numbers = [
        "1234567890",
        "12345678901234",
        "0071000000001",
        "9704 0000 0000 0001",
        "9704 0000 0000 0000 001",
        "1111-2222-3333-4444",
    ];
    is_masked(Kind::Number, &numbers);
}

#[test]
fn a_text_is_masked_in_every_place_and_stays_otherwise_as_it_was() {
    let text = "Chị Quầy 2 (0900.000.001, a@example.com) hẹn 12/11/2026 làm 2.000004\n\
                hồ sơ H19.12-230815-0001, xe 60A-123.45, nộp 1.500.000 đồng, sdt0900000002zalo";
    let hidden = "Chị Quầy 2 ([số điện thoại], [thư điện tử]) hẹn 12/11/2026 làm 2.000004\n\
                hồ sơ [mã hồ sơ], xe [biển số xe], nộp 1.500.000 đồng, sdt[số điện thoại]zalo";
    assert_eq!(masked(text, mark), hidden);
    let found = find(text);
    assert_eq!(&text[found[0].range.clone()], "0900.000.001");
    assert_eq!(masked("0900 000 001 0900 000 002", mark), "[số điện thoại] [số điện thoại]");
    assert_eq!(masked("05-06-2026 0900000001", mark), "05-06-2026 [số điện thoại]");
}

#[test]
fn what_is_no_personal_number_stays() {
    for text in [
        "thủ tục 2.000004 và 1.115377, 2.000004.",
        "Quyết định số 1001/QĐ-BNV, 766/QĐ-TTg, 61/2018/NĐ-CP, 91/2025/QH15",
        "ngày 12/11/2026, 12-11-2026, 12.11.2026, 2026-11-12 và 5/6",
        "05-06-2026 10 giờ, 2026-05-06 08 hồ sơ",
        "lệ phí 1.500.000 đồng, 350.000.000 đồng, 350.123.456đ, 84.903.123.456 đồng",
        "1.500.000.000 VNĐ, 1,500,000,000 vnd, 350 000 000 đồng, +5.000.000 đồng",
        "năm 2024, 2025 và 2026; 2020-2021-2022; 2023 2024 2025 2026; 2024-2025",
        "100%, 98,5 %, 3,5 triệu, 1/3, 2x3, 24/7",
        "lúc 8:30 ngày 3, 15h30, 15h 30000 đồng, quầy 01, phòng 02, tầng 3",
        "hồ sơ 5 ngày, trễ 10 ngày, chờ 45 phút, tổng đài 1900 1234, 1022, 113",
        "Điều 12 khoản 3 điểm a, mục 1.2.3.4, quầy 1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
        "Tốt lắm! ooo lll OIl iii @ người 😀👨‍👩‍👧",
        "",
    ] {
        assert_eq!(masked(text, mark), text);
    }
}

#[test]
fn a_long_text_is_read_to_its_end() {
    for piece in ["0 ", "1", "0-", "a@", "@ ", "a.", "000.", "60A-", "H19.", "09", "l0", "+8"] {
        let text = piece.repeat(20_000);
        let hidden = masked(&text, mark);
        assert!(hidden.len() <= text.len() * 20, "{piece}");
    }
}

/// Texts of pieces that matter, so that chance meets the patterns.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,13}",
        "[ .,\\-+()/@_]{1,2}",
        "[0-9O]{2,5}",
        Just("60A-123.45".to_owned()),
        Just("H19.12-230815-0001".to_owned()),
        Just("đồng".to_owned()),
        Just("０９".to_owned()),
        Just("\u{301}".to_owned()),
        "[a-zA-Zđ]{1,3}",
        "\\PC{0,3}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn longest_run(text: &str) -> usize {
    let runs = text.split(|letter: char| !letter.is_ascii_digit());
    runs.map(str::len).max().unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_text_is_read_without_a_stop(text in "\\PC*") {
        let _ = masked(&text, mark);
    }

    #[test]
    fn no_long_run_of_digits_is_left(text in pieces()) {
        let hidden = masked(&text, mark);
        prop_assert!(longest_run(&hidden) < 9, "{text:?} {hidden:?}");
    }

    #[test]
    fn what_is_masked_is_not_masked_again(text in pieces()) {
        let once = masked(&text, mark);
        prop_assert_eq!(&masked(&once, mark), &once, "{:?}", text);
    }

    #[test]
    fn what_is_found_lies_in_the_text_in_order_and_apart(text in pieces()) {
        let mut from = 0;
        for found in find(&text) {
            prop_assert!(found.range.start >= from && !found.range.is_empty());
            prop_assert!(text.get(found.range.clone()).is_some());
            from = found.range.end;
        }
    }
}
