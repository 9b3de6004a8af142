//! Markup in every text that is stored, on every page the server draws, and on its way out as tables.

use serde_json::json;
use tests::{Engine, Reply, Service, on_both, percent};

on_both!(no_stored_text_becomes_markup_on_a_page, no_stored_text_becomes_a_formula_in_a_table,);

/// Each breaks out of another place: an element, an attribute, a script, a comment, a style, a text
/// area, a template, an address.
const HOSTILE: [&str; 12] = [
    "<script>hit()</script>",
    "\"><img src=x onerror=hit()>",
    "' autofocus onfocus=hit() x='",
    "</title></textarea></script><svg onload=hit()>",
    "<!--><svg/onload=hit()>--!>",
    "<math><mi><mglyph><style><img src=x onerror=hit()>",
    "<noscript><p title=\"</noscript><img src=x onerror=hit()>\">",
    "javascript:hit()//",
    "{{constructor.constructor('hit()')()}}",
    "${hit()} #{hit()} <%= hit() %>",
    "<a href=\"jav&#x09;ascript:hit()\">x</a>",
    "\u{2028}*/;hit();/*\u{2029}]]>",
];

/// What would be an element or an attribute of ours, were a text not escaped.
const BROKEN: [&str; 9] = [
    "<script>hit",
    "<img src=x",
    "<svg onload",
    "<svg/onload",
    "<math",
    "<noscript><p title",
    "<a href=\"jav",
    "\" autofocus",
    "<!-->",
];

/// A cell of a CSV file.
fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\"").replace(['\u{2028}', '\u{2029}'], " "))
}

/// Takes books in whose every text is hostile.
fn take_in(service: &Service) {
    for (number, text) in HOSTILE.iter().enumerate() {
        let (text, until) = (cell(text), if number % 2 == 0 { "" } else { "2020-12-31" });
        let books = [
            (
                "units",
                "code,name,name_en,parent,valid_from,valid_to,decision,note",
                format!("X{number},{text},{text},SCT,2010-01-01,,{text},{text}"),
            ),
            (
                "service-points",
                "code,name,name_en,channel,valid_from,valid_to",
                format!("x{number},{text},{text},in_person,2010-01-01,"),
            ),
            (
                "procedures",
                "code,name,name_en,field,unit,days,valid_from,valid_to,note",
                format!("3.{number:06},{text},{text},{text},X{number},5,2015-01-01,,{text}"),
            ),
            (
                "campaigns",
                "code,title,title_en,instrument,unit,channel,sampling,valid_from,valid_to",
                format!(
                    "c{number},{text},{text},quick/1,X{number},in_person,open_link,2020-01-01,{until}"
                ),
            ),
        ];
        for (kind, head, row) in books {
            service.import(kind, &format!("{head}\n{row}\n"));
        }
    }
}

fn look(path: &str, reply: &Reply) {
    assert!(reply.status < 500, "{path}: {reply:?}");
    for broken in BROKEN {
        assert!(!reply.body.contains(broken), "{path}: {broken} in {}", reply.body);
    }
}

async fn no_stored_text_becomes_markup_on_a_page(engine: Engine) {
    let mut service = Service::start(engine).await;
    service.stop();
    take_in(&service);
    service.serve();
    for (number, text) in HOSTILE.iter().enumerate() {
        for lang in ["vi", "en"] {
            let about = format!("p=x{number}&unit=X{number}&procedure=3.{number:06}");
            for path in [
                format!("/s/c{number}?{about}&lang={lang}"),
                format!("/s/c{number}/poster?{about}&lang={lang}"),
                format!("/s/c{number}/slips?{about}&lang={lang}"),
                format!("/s/c{number}/set?lang={lang}"),
                format!("/s/c{number}?about=unit&q={}&lang={lang}", percent(text)),
                format!("/s/{}?lang={lang}", percent(text)),
                format!("/ket-qua?unit=X{number}&lang={lang}"),
            ] {
                look(&path, &service.get(&path).await);
            }
        }
        send(&service, number, text).await;
    }
    let pages = ["/", "/?lang=en", "/ket-qua", "/ket-qua?by=procedure", "/van-phong"];
    for path in pages {
        look(path, &service.get(path).await);
    }
}

/// Sends it as a comment, sees it again with its receipt, and among faults.
async fn send(service: &Service, number: usize, text: &str) {
    let code = if number.is_multiple_of(2) { format!("c{number}") } else { "quick".to_owned() };
    let typed = [
        ("id", tests::draw_id()),
        ("a.O1", "4".to_owned()),
        ("comment", text.to_owned()),
        ("p", format!("x{number}")),
    ];
    let typed = typed.map(|(name, value)| (name.to_owned(), value));
    let stored = service.send_form(&format!("/s/{code}"), &typed).await;
    assert_eq!(stored.status, 303, "{stored:?}");
    let spoilt = [typed.as_slice(), &[("a.O1".to_owned(), text.to_owned())]].concat();
    look("a faulty form", &service.send_form(&format!("/s/{code}"), &spoilt).await);
    look("the thanks", &service.get(stored.header("location")).await);
    let [(_, id), ..] = &typed;
    let again = json!({"id": id, "campaign": code, "service_point": format!("x{number}"),
        "answers": [{"item": "O1", "level": 4}], "comment": text});
    let again = service.post(&again).await;
    assert_eq!(again.status, 200, "the same ballot gets the same receipt: {again:?}");
    let shown = [("receipt".to_owned(), again.receipt()), ("pin".to_owned(), again.pin())];
    let own = service.visit("/phieu", &shown).await;
    assert_eq!(own.status, 200, "{own:?}");
    look("/phieu", &own);
}

/// What programs that read tables take for a formula, and what only looks like one.
const FORMULAS: [&str; 18] = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\r\n@x",
    " =1+1",
    "\u{a0}=1+1",
    "\u{feff}=1+1",
    "＝1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "'=1+1",
    "\";=1+1;\"",
    "=1;\n=1|+1\t@x",
    "'x;\"=1+1\";-y|'z'",
];

async fn no_stored_text_becomes_a_formula_in_a_table(engine: Engine) {
    let service = Service::start(engine).await;
    let inspector = service.account("inspector", "SCT").await;
    let bytes = if engine == Engine::Sqlite { "x'00'" } else { "'\\x00'" };
    let rows: Vec<String> = FORMULAS
        .iter()
        .zip(1000..)
        .map(|(text, seq)| {
            let text = text.replace('\'', "''");
            format!("({seq}, {seq}, '{text}', '{text}', '{text}', '{text}', '{text}', {bytes})")
        })
        .collect();
    let filled = format!(
        "insert into record (seq, moment, actor, action, object, before, after, hash) values {}",
        rows.join(", ")
    );
    service.database.behind(&filled).await.expect("entries are added");
    let text = inspector.get("/api/v1/office/record.csv?to=1971-01-01").await.body;
    let rows = parsed(text.strip_prefix('\u{feff}').expect("the mark of UTF-8"));
    assert_eq!(rows.len(), 1 + FORMULAS.len());
    for (row, text) in rows[1..].iter().zip(FORMULAS.iter().rev()) {
        for cell in &row[2..7] {
            assert!(cell.starts_with(['\'', '"']), "{cell:?} may run");
            assert_eq!(unquoted(cell), *text, "it can be had back as it was");
        }
        assert_eq!(row.len(), 8, "{row:?}");
    }
    // A program that takes semicolons for separators sees no quotation marks around what is between.
    for part in text.split([';', '\t', '|', '\r', '\n']) {
        let part = part.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '"');
        assert!(!part.starts_with(['=', '+', '-', '@', '＝']), "{part:?} may run");
    }
}

/// A cell without the apostrophes at its front and before what would be a formula behind a separator.
fn unquoted(cell: &str) -> String {
    let rest = cell.strip_prefix('\'').unwrap_or(cell);
    let mut text = String::new();
    for (at, letter) in rest.char_indices() {
        let is_behind = text.ends_with(|it: char| it.is_control() || matches!(it, ';' | '|'));
        let next = rest[at..].trim_start_matches([' ', '\u{a0}', '\u{feff}', '"', '\'']);
        if !(letter == '\'' && is_behind && next.starts_with(['=', '+', '-', '@', '＝'])) {
            text.push(letter);
        }
    }
    text
}

/// The cells of a CSV text, read as RFC 4180 says.
fn parsed(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => cell.extend(letters.next()),
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) if letters.peek() == Some(&'\n') => {
                letters.next();
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    rows
}
