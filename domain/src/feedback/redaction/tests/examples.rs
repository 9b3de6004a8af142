//! Single sentences that show a rule each, and what holds for every text.

use super::*;

fn hidden(text: &str) -> String {
    redact(text, &find(text))
}

#[test]
fn names_are_taken_out_and_what_people_are_called_stays() {
    let examples = [
        ("Chị Lan ở quầy 2 rất vui.", "Chị [họ tên] ở quầy 2 rất vui."),
        ("cảm ơn anh nguyễn văn minh nhiều", "cảm ơn anh [họ tên] nhiều"),
        ("Ba Tran Thi Hoa noi se goi.", "Ba [họ tên] noi se goi."),
        (
            "Anh cán bộ Hùng, chị Mai và cô Thúy.",
            "Anh cán bộ [họ tên], chị [họ tên] và cô [họ tên].",
        ),
        ("Chị Lan hẹn tôi, nhưng Lan đi vắng.", "Chị [họ tên] hẹn tôi, nhưng [họ tên] đi vắng."),
        (
            "Hoà nói vậy, hôm sau anh Hòa nói khác.",
            "[họ tên] nói vậy, hôm sau anh [họ tên] nói khác.",
        ),
        ("Ông N.V.T. nhận tiền.", "Ông [họ tên]. nhận tiền."),
    ];
    for (text, expected) in examples {
        assert_eq!(hidden(text), expected, "{text}");
    }
}

#[test]
fn numbers_are_taken_out_however_they_are_written() {
    let examples = [
        ("Gọi 0903\n123\n456 nhé", "Gọi [số điện thoại] nhé"),
        ("Gọi ０９０３ １２３ ４５６ nhé", "Gọi [số điện thoại] nhé"),
        ("số không chín không ba một hai ba bốn năm sáu", "số [số điện thoại]"),
        ("Xe 60A-123.45 và hồ sơ H19.12-230815-0001", "Xe [biển số xe] và hồ sơ [mã hồ sơ]"),
        ("STK 12345678 của tôi", "STK [dãy số] của tôi"),
        ("Giấy hẹn số 1203/BN", "Giấy hẹn số [mã hồ sơ]"),
        ("thẻ GD4797912345678", "thẻ [dãy số]"),
        ("viết cho lan(at)example.vn", "viết cho [địa chỉ e-mail]"),
        ("tôi ở số nhà 12, đường Lê Lợi, phường Tân Mai.", "tôi ở [địa chỉ]."),
    ];
    for (text, expected) in examples {
        assert_eq!(hidden(text), expected, "{text}");
    }
}

#[test]
fn what_is_nobodys_stays() {
    for text in [
        "Ông chủ tịch, bà giám đốc và anh cán bộ một cửa tiếp dân ngày 12/11/2026.",
        "Thủ tục 2.000004 theo Điều 12 Nghị định 20/2008/NĐ-CP, lệ phí 1.500.000 đồng.",
        "Đường Nguyễn Trãi, trường Lê Lợi, phường Hai Bà Trưng, tỉnh Bà Rịa - Vũng Tàu.",
        "Trụ sở tại số 15 đường Lê Lợi, năm 2025.",
        "Mẹ Việt Nam anh hùng, cô chú, anh chị em và bà con.",
        "Hồ sơ số 2 của thủ tục này, quầy 12, phòng 301.",
        "",
    ] {
        assert_eq!(hidden(text), text);
    }
}

#[test]
fn names_of_files_are_read_as_words() {
    let examples = [
        ("CCCD_Nguyen_Van_Minh_0903123456.jpg", "CCCD_[họ tên]_[số điện thoại].jpg"),
        ("don-cua-chi-Lan.pdf", "don-cua-chi-[họ tên].pdf"),
        ("bang_gia_2.000004.png", "bang_gia_2.000004.png"),
    ];
    for (name, expected) in examples {
        assert_eq!(redact(name, &find_in_file_name(name)), expected, "{name}");
    }
}

#[test]
fn marks_of_a_reviewer_may_come_in_any_order_and_meet() {
    let mark = |range: Range<usize>, kind| Mark { range, kind };
    let text = "Anh Minh ở ấp 3";
    assert_eq!(redact(text, &[mark(4..8, Kind::Name)]), "Anh [họ tên] ở ấp 3");
    let two = [mark(9..99, Kind::Address), mark(4..8, Kind::Name), mark(6..8, Kind::Name)];
    assert_eq!(redact(text, &two), "Anh [họ tên] [địa chỉ]");
    // An end within a letter takes the letter out.
    assert_eq!(redact("ở đây", &[mark(1..2, Kind::Name)]), "[họ tên] đây");
    assert_eq!(redact(text, &[mark(5..5, Kind::Name), mark(80..90, Kind::Name)]), text);
}

#[test]
fn a_long_text_is_read_to_its_end() {
    for piece in
        ["anh Minh ", "Nguyễn ", "số 12 đường ", "tài khoản ", "ấp 1, ", "chị ", "N.", "12/"]
    {
        let text = piece.repeat(3_000);
        assert!(redact(&text, &find(&text)).len() <= text.len() * 4, "{piece}");
    }
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("anh Minh ".to_owned()),
        Just("chị lan ".to_owned()),
        Just("Nguyễn Văn ".to_owned()),
        Just("số nhà 12, ".to_owned()),
        Just("đường Lê Lợi ".to_owned()),
        Just("tài khoản ".to_owned()),
        "[0-9]{1,12}",
        "[ .,\\-/@_'\n]{1,2}",
        "\\PC{0,3}",
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_found_lies_in_the_text_in_order_and_apart(text in pieces()) {
        let mut from = 0;
        for found in find(&text) {
            prop_assert!(found.range.start >= from && !found.range.is_empty(), "{text:?}");
            prop_assert!(text.get(found.range.clone()).is_some());
            from = found.range.end;
        }
    }

    #[test]
    fn nothing_the_masker_hides_is_left(text in pieces()) {
        let marks = find(&text);
        for found in mask::find(&text) {
            prop_assert!(is_covered(&text, &found.range, &marks) || is_word_behind(&text, &found), "{text:?}");
        }
    }

    #[test]
    fn whatever_marks_there_are_nothing_else_changes(
        text in pieces(),
        places in prop::collection::vec((0_usize..200, 0_usize..200), 0..5),
    ) {
        let marks: Vec<Mark> = places
            .into_iter()
            .map(|(start, end)| Mark { range: start..end, kind: Kind::Phone })
            .collect();
        let redacted = redact(&text, &marks);
        let rest = redacted.replace(Kind::Phone.neutral(), "");
        prop_assert!(rest.chars().count() <= text.chars().count());
    }
}

/// Letters of a label or a name before a number are no part of it here.
fn is_word_behind(text: &str, found: &mask::Match) -> bool {
    let first = text[found.range.clone()].find(|letter: char| letter.is_ascii_digit()).unwrap_or(0);
    let digits = found.range.start + first..found.range.end;
    is_covered(text, &digits, &find(text))
}
