//! The form and the JSON call are one: the same ballots both ways, and what became of them.

use tests::{Draft, Engine, Service, draw_id, on_both, text_of};
use unicode_normalization::UnicodeNormalization;

on_both!(both_ways_keep_the_same, both_ways_refuse_the_same, a_ballot_may_change_its_way);

const SET: (&str, &str) = ("instrument", "sipas-service/1");

/// Ballots with nothing wrong.
fn good() -> Vec<Draft> {
    let decomposed: String = "Cán bộ nhiệt tình, ĐỒNG NAI".nfd().collect();
    let sipas = |fields: &[(&'static str, &str)]| Draft::new("sipas", fields);
    let every = [
        "a.A1", "a.A2", "a.A3", "a.B1", "a.B2", "a.B3", "a.B4", "a.C1", "a.C2", "a.C3", "a.D1",
        "a.D2", "a.D3", "a.E1", "a.E2", "a.E3",
    ];
    let levels = ["1", "2", "3", "4", "5"].into_iter().cycle();
    let mut full: Vec<(&str, &str)> = every.into_iter().zip(levels).collect();
    full.extend([
        SET,
        ("p", "quay-1"),
        ("a.I1", "1"),
        ("a.I2", "3"),
        ("comment", "Đủ cả\r\nhai dòng"),
    ]);
    full.extend([("party", "business"), ("sex", "other"), ("age", "18-24")]);
    vec![
        sipas(&full),
        sipas(&[("a.B1", "5")]),
        sipas(&[
            SET,
            ("p", ""),
            ("unit", ""),
            ("a.B1", ""),
            ("a.C1", "2"),
            ("comment", ""),
            ("sex", ""),
        ]),
        sipas(&[SET, ("a.E1", "na"), ("a.E2", "na"), ("a.E3", "na")]),
        sipas(&[("comment", &decomposed)]),
        sipas(&[
            ("comment", "  \u{200b}ẩn\0 \tgiữa\u{2028}👨\u{200d}👩\u{200d}👧  "),
            ("age", "over-60"),
        ]),
        sipas(&[("p", "cong"), ("a.B1", "4"), ("procedure", "1.115377")]),
        sipas(&[("p", "buu-dien"), ("a.D1", "1"), ("unit", "QLTM"), ("procedure", "2.000004")]),
        Draft::new("quick", &[("a.O1", "5"), ("a.E0", "na"), ("comment", "<b>&amp;</b> 100% _")]),
        Draft::new("quick", &[("instrument", "quick/1"), ("a.A0", "3"), ("unit", "QLNL")]),
    ]
}

/// Ballots with something wrong.
fn bad() -> Vec<Draft> {
    let sipas = |fields: &[(&'static str, &str)]| Draft::new("sipas", fields);
    vec![
        sipas(&[]),
        sipas(&[("comment", " \u{200b} ")]),
        sipas(&[("a.B1", "0")]),
        sipas(&[("a.B1", "6"), ("a.I1", "4")]),
        sipas(&[("a.B1", "300")]),
        sipas(&[("a.B1", "-1")]),
        sipas(&[("a.B1", "five"), ("a.B2", "4.0"), ("a.B3", "NaN"), ("a.B4", " 4")]),
        sipas(&[("a.B1", "99999999999999999999")]),
        sipas(&[("a.Z9", "3"), ("a.B1", "3")]),
        sipas(&[("a.B1", "3"), ("a.B1", "3")]),
        sipas(&[("instrument", "sipas-service/2"), ("a.B1", "3")]),
        sipas(&[("a.B1", "3"), ("comment", &"ệ".repeat(2001))]),
        sipas(&[("a.B1", "3"), ("p", "quay-99")]),
        sipas(&[("a.B1", "3"), ("p", "quay-cu"), ("unit", "CU"), ("procedure", "2.000002")]),
        sipas(&[("a.B1", "3"), ("unit", "nope"), ("procedure", "nope")]),
        sipas(&[("p", "cong"), ("a.A2", "4")]),
        sipas(&[("a.B1", "3"), ("age", "12"), ("sex", "x"), ("party", "y")]),
        sipas(&[
            ("a.B1", "9"),
            ("a.Z9", "1"),
            ("p", "no"),
            ("age", "7"),
            ("comment", &"x".repeat(3000)),
        ]),
        Draft::new("xong", &[("a.O1", "5")]),
        Draft::new("sap-toi", &[("a.O1", "5")]),
    ]
}

async fn both_ways_keep_the_same(engine: Engine) {
    let (programs, people) = (Service::start(engine).await, Service::start(engine).await);
    for draft in good() {
        let id = draw_id();
        let json = programs.post(&draft.json(&id)).await;
        assert_eq!(json.status, 201, "{draft:?}: {json:?}");
        let form = people.send_form(&format!("/s/{}", draft.campaign), &draft.form(&id)).await;
        let thanks = format!("/s/{}/thanks?k=", draft.campaign);
        assert_eq!(form.status, 303, "{draft:?}");
        assert!(form.header("location").starts_with(&thanks), "{draft:?}: {form:?}");
    }
    assert_eq!(programs.ballots().await, people.ballots().await);
    assert_eq!(programs.verified(), people.verified());
    for set in ["quick", "sipas-service"] {
        for by in ["unit", "procedure", "factor", "item", "month", "channel"] {
            let question = format!("by={by}&instrument={set}");
            let (one, other) = (programs.live(&question).await, people.live(&question).await);
            assert_eq!(one.json(), other.json(), "{question}");
            assert_eq!(one.status, 200);
        }
    }
}

async fn both_ways_refuse_the_same(engine: Engine) {
    let service = Service::start(engine).await;
    let mut differ = Vec::new();
    for draft in bad() {
        let id = draw_id();
        let json = service.post(&draft.json(&id)).await;
        let form = service.send_form(&format!("/s/{}", draft.campaign), &draft.form(&id)).await;
        assert_eq!((json.status, form.status), (422, 422), "{draft:?}");
        if json.faults().iter().any(|fault| fault.starts_with("campaign")) {
            continue; // That page tells the campaign's days instead of a form.
        }
        let problem = json.json();
        let faults = problem["faults"].as_array().expect("faults").clone();
        let (text, lines) = (text_of(&form.body), summary(&form.body));
        let unsaid =
            faults.iter().filter_map(|it| it["message"].as_str()).find(|it| !text.contains(it));
        if unsaid.is_some() || lines != faults.len() {
            differ.push(format!("{draft:?}: {unsaid:?}, {lines} lines for {}", problem["faults"]));
        }
    }
    assert!(differ.is_empty(), "the two ways differ:\n{}", differ.join("\n"));
    assert_eq!(service.ballots().await, []);
    assert_eq!(service.verified(), 0);
}

/// How many lines the summary of faults has.
fn summary(page: &str) -> usize {
    let list = page.split("id=\"faults\"").nth(1).and_then(|rest| rest.split("</ul>").next());
    list.unwrap_or_default().matches("<li").count()
}

async fn a_ballot_may_change_its_way(engine: Engine) {
    let service = Service::start(engine).await;
    for draft in good() {
        let id = draw_id();
        let form = service.send_form(&format!("/s/{}", draft.campaign), &draft.form(&id)).await;
        assert_eq!(form.status, 303, "{draft:?}");
        let json = service.post(&draft.json(&id)).await;
        assert_eq!(json.status, 200, "{draft:?}: {json:?}");
        let text = text_of(&service.get(form.header("location")).await.body);
        assert!(text.contains(&json.receipt()) && text.contains(&json.pin()), "{text}");
    }
    assert_eq!(service.verified(), good().len() as u64);
}
