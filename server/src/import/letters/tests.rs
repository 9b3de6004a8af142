//! What was lost is known by its marks, and what Vietnamese people write is not.

use super::*;

const LOST: &[(Loss, &[&str])] = &[
    (Loss::Replaced, &["Ph\u{fffd}ng", "\u{fffd}"]),
    (Loss::Questioned, &["Phong Qu?n ly ?i?n n?ng", "S? Cong Thuong", "B? ph?n 1 c?a", "Co s?"]),
    (Loss::Questioned, &["Phòng S?", "Một cửa??", "B?", "Th? tục"]),
    (Loss::Entity, &["Ph&#242;ng", "M&#x1ED9;t", "Qu&ocirc;c", "S&#7903; C&#244;ng"]),
    (Loss::Utf7, &["Ph+API-ng", "M+Htk-t cửa", "S+Ht8 C+APQ-ng", "+ARE-i+Hsc-n"]),
    (
        Loss::Misread,
        &[
            "PhÃ²ng Má»™t",
            "SÃ´Ì",
            "Sá»Ÿ CÃ´ng ThÆ°Æ¡ng",
            "Äiá»‡n",
            "Ä‘áº¥t",
            "Ä\u{90}iện",
            "XÃƒ",
            "vÃ\u{a0} cáº£",
            "Ã”ng",
            "CÃ’N",
            "PhĂ²ng Má»™t",
            "Ph√≤ng M·ªôt",
            "Má»™t â€“ hai",
            "VÄƒn thÆ°",
        ],
    ),
    (
        Loss::Tcvn3,
        &[
            "Phßng Qu¶n lý ®iÖn n¨ng",
            "TiÕp nhËn hå s¬",
            "Së C«ng Th\u{ad}¬ng",
            "V¨n phßng",
            "Hµnh chÝnh",
            "Thñ tôc ®Êt ®ai",
            "§Þa chÝnh",
            "Kinh tÕ",
            "Tµi chÝnh - KÕ to¸n",
        ],
    ),
    (
        Loss::Vni,
        &[
            "Phoøng Quaûn lyù Ñieän naêng",
            "Sôû Coâng Thöông",
            "Vaên phoøng",
            "PHOØNG HAØNH CHAÙNH",
            "Thuû tuïc ñaát ñai",
            "Keá hoaïch taøi chính",
            "Moät cöûa",
        ],
    ),
];

#[test]
fn lost_letters_are_known_with_their_cause() {
    for (cause, texts) in LOST {
        for text in *texts {
            assert_eq!(loss("name", text), Some(*cause), "{text}");
        }
    }
}

#[test]
fn what_is_written_well_has_lost_nothing() {
    for text in [
        "Phòng Quản lý điện năng",
        "Sở Công Thương tỉnh Đồng Nai",
        "XÃ “MỘT”, XÃ – PHƯỜNG, “TỔ 3 XÃ”, XÃ…, xã…",
        "XÃ\u{a0}HỘI và “HỘI\u{a0}XÃ\u{a0}HỘI”",
        "hoà bình, xoá, toà, quá, thuý, khoẻ, loè, toán, hoá",
        "Thuỷ lợi, tuần, Huế, xoăn, yêu, khuyến",
        "«Phòng» 25 °C, 5 m², 100 µm, Zalo®, ©2025, ½ ngày, A·B, Điều 5¹",
        "Noël",
        "Enquête de satisfaction à la réception des pièces reçues",
        "Bureau d'accueil de l’État, façade et théâtre",
        "Phòng nào phục vụ anh/chị?",
        "Đã xong chưa ?",
        "Ready? Go",
        "AT&T; R&D; a &lt; b; &amp; &#39;",
        "1+1-2, +84-912-345-678, A+B-C",
        "Loïc Müller, Köln",
        "Citroën và Nestlé, Straße, Weiß",
        "Cà phê ÁO DÀI ÉP Ý",
        "😀 👍 – “quầy 3” …",
        "mái hiên, áo, ấn, «đá»",
        "ĐẤT “Ô”, Ô tô, “Ă”",
    ] {
        assert_eq!(loss("name", text), None, "{text}");
    }
    for text in [
        "Ông/bà có hài lòng không?",
        "xem https://vidu.vn/tim?ma=1 hoặc www.vidu.vn/?a",
        "Đã gửi chưa? Chưa.",
        "???",
    ] {
        assert_eq!(loss("note", text), None, "{text}");
        assert_eq!(loss("title", text), None, "{text}");
    }
    assert_eq!(loss("note", "da g?i ch?a"), Some(Loss::Questioned));
}

#[test]
fn foreign_letters_of_a_whole_file_are_an_old_encoding_unless_it_is_vietnamese() {
    let line = |number, text: &str| Line { number, cells: vec![Cell::Text(text.to_owned())] };
    let found = |texts: &[&str]| {
        let lines: Vec<Line> = (2..).zip(texts).map(|(number, text)| line(number, text)).collect();
        foreign(&lines)
    };
    assert_eq!(found(&["DV1", "Mét cöa"]), Some((3, 0, Loss::Tcvn3)));
    let french = ["Enquête française sur la façade", "Pièces reçues par le bureau"];
    assert_eq!(found(&french), None);
    assert_eq!(found(&["Müller"]), None);
    assert_eq!(found(&["Müller", "Nguyễn Köln Weiß"]), None);
    assert_eq!(found(&["Ban quan ly", "Nestlé"]), None);
    assert_eq!(found(&[]), None);
}
