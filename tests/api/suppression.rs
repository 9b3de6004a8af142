//! Small groups are not published, and nothing that gives them away.

use serde_json::{Value, json};
use tests::{Engine, Reply, Service, on_both, quick, this_month};

on_both!(
    figures_of_too_few_people_are_withheld,
    a_small_unit_takes_the_next_smallest_with_it,
    a_handful_of_strays_is_in_no_figure_and_many_count_in_the_whole,
    a_small_channel_is_counted_with_the_largest,
    the_floors_are_settings,
    people_who_only_commented_do_not_hide_the_one_who_answered,
);

async fn send(service: &Service, unit: &str, ballots: usize) {
    send_with(service, json!({"unit": unit}), ballots).await;
}

/// Sends quick ballots with these fields, in the middle of last month where no other is named.
async fn send_with(service: &Service, fields: Value, ballots: usize) {
    for _ in 0..ballots {
        let mut ballot = quick(5);
        let fields = fields.as_object().expect("fields").clone();
        ballot.as_object_mut().expect("a ballot").extend(fields);
        assert_eq!(service.post(&ballot).await.status, 201);
    }
}

fn is_withheld(row: &Value) -> bool {
    let figures = ["num", "den", "n", "percent", "ci_low", "ci_high"];
    let silent = figures.iter().all(|name| row[*name].is_null());
    assert_eq!(silent, row["suppressed"] == true, "half withheld: {row}");
    silent
}

/// A published table of a month.
async fn index(service: &Service, month: &str, by: &str) -> Reply {
    let reply = service.get(&format!("/api/v1/index?by={by}&period={month}")).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply
}

fn rows(reply: &Reply) -> usize {
    reply.json()["rows"].as_array().expect("rows").len()
}

async fn figures_of_too_few_people_are_withheld(engine: Engine) {
    let service = Service::with(engine, &[]).await;
    let months = [-3, -2, -1].map(|back| this_month().plus(back));
    for (month, ballots) in months.into_iter().zip([4, 5, 10]) {
        service.live_in(month);
        send(&service, "VP", ballots).await;
    }
    let [four, five, ten] = months.map(|month| service.publish_month(month));
    for by in ["unit", "procedure", "factor", "item", "channel", "sampling"] {
        let reply = index(&service, &four, by).await;
        assert_eq!(rows(&reply), 0, "not even which rows there are, by {by}: {reply:?}");
        assert!(is_withheld(&reply.json()["total"]), "by {by}: {reply:?}");
        assert_eq!(reply.json()["sampling"], json!([]));
    }
    assert_eq!(index(&service, &five, "item").await.row("O1")["n"], 5);
    assert_eq!(rows(&index(&service, &five, "unit").await), 0, "needs ten");
    let unit = index(&service, &ten, "unit").await.row("VP");
    assert_eq!(
        (&unit["n"], &unit["num"], &unit["percent"]),
        (&json!(10), &Value::Null, &json!("95.00"))
    );
    assert_eq!(unit["precision"], "at_least", "ten of one mind are not all: {unit}");
    let months = service.get("/api/v1/index?by=month").await;
    assert!(is_withheld(&months.row(&four)) && is_withheld(&months.json()["total"]), "{months:?}");
}

async fn a_small_unit_takes_the_next_smallest_with_it(engine: Engine) {
    let service = Service::with(engine, &[]).await;
    service.live_in(this_month().plus(-1));
    for (unit, ballots) in [("VP", 3), ("QLTM", 14), ("QLNL", 12)] {
        send(&service, unit, ballots).await;
    }
    let month = service.publish_month(this_month().plus(-1));
    let reply = index(&service, &month, "unit").await;
    assert_eq!(reply.json()["total"]["n"], 29);
    let withheld = ["VP", "QLTM", "QLNL"].map(|unit| is_withheld(&reply.row(unit)));
    assert_eq!(withheld, [true, false, true], "{reply:?}");
    let page = service.get("/ket-qua").await.body;
    assert!(page.contains(">14<"), "numbers stand in cells of their own: {page}");
    assert!(
        !page.contains(">3<") && !page.contains(">12<"),
        "the page tells what the index does not"
    );
}

async fn a_handful_of_strays_is_in_no_figure_and_many_count_in_the_whole(engine: Engine) {
    let mut service = Service::with(engine, &[]).await;
    service.stop();
    let header = "code,title,instrument,sampling,valid_from";
    service.import("campaigns", &format!("{header}\nmo,Đợt mở,quick/1,open_link,2020-01-01\n"));
    service.serve();
    let months = [-2, -1].map(|back| this_month().plus(back));
    for (month, strays) in months.into_iter().zip([3, 6]) {
        service.live_in(month);
        send_with(&service, json!({"campaign": "mo", "unit": "VP"}), 10).await;
        send_with(&service, json!({"campaign": "mo", "procedure": "2.000004"}), 19).await;
        send_with(&service, json!({"campaign": "mo"}), strays).await;
    }
    let [few, many] = months.map(|month| service.publish_month(month));
    for (month, whole, named) in [(&few, 29, ["100.00", "65.52"]), (&many, 35, ["82.86", "54.29"])]
    {
        let units = index(&service, month, "unit").await;
        assert_eq!((&units.row("VP")["n"], &units.row("QLTM")["n"]), (&json!(10), &json!(19)));
        assert_eq!(rows(&units), 2, "no row of nobody's");
        assert_eq!(
            (&units.json()["total"]["n"], &units.json()["named"]),
            (&json!(whole), &json!(named[0]))
        );
        let procedures = index(&service, month, "procedure").await;
        assert_eq!(procedures.row("2.000004")["n"], 19, "strays do not blank it");
        assert_eq!(procedures.json()["named"], named[1]);
        for by in ["factor", "channel", "sampling"] {
            let index = index(&service, month, by).await.json();
            assert_eq!(
                (&index["total"]["n"], &index["named"]),
                (&json!(whole), &Value::Null),
                "{by}"
            );
        }
    }
    let page = tests::text_of(&service.get("/ket-qua").await.body);
    assert!(page.contains("83 % phiếu có đơn vị; 54 % phiếu có thủ tục"), "{page}");
    assert!(!page.contains("Không nêu rõ"), "{page}");
    let english = tests::text_of(&service.get("/ket-qua?lang=en").await.body);
    assert!(english.contains("83 % of ballots name a unit; 54 % of ballots name a procedure"));
    assert_eq!(
        service.live("by=month").await.json()["total"]["n"],
        67,
        "the office counts them all"
    );
    assert_eq!(service.verified(), 67);
}

async fn a_small_channel_is_counted_with_the_largest(engine: Engine) {
    let service = Service::with(engine, &[]).await;
    service.live_in(this_month().plus(-1));
    for (point, ballots) in [("quay-1", 12), ("cong", 1), ("buu-dien", 6)] {
        send_with(&service, json!({"unit": "VP", "service_point": point}), ballots).await;
    }
    send(&service, "VP", 2).await;
    let month = service.publish_month(this_month().plus(-1));
    let channels = index(&service, &month, "channel").await;
    assert_eq!(
        (&channels.row("in_person")["n"], &channels.row("post")["n"]),
        (&json!(15), &json!(6))
    );
    assert_eq!(rows(&channels), 2);
    let kinds = index(&service, &month, "sampling").await.json();
    assert_eq!(kinds["sampling"], json!([{"kind": "counter_qr", "n": 21}]));
}

async fn the_floors_are_settings(engine: Engine) {
    let settings = [("HAILONG_MIN_CELL", "2"), ("HAILONG_MIN_INDEX", "3")];
    let service = Service::with(engine, &settings).await;
    let months = [-2, -1].map(|back| this_month().plus(back));
    for (month, ballots) in months.into_iter().zip([2, 3]) {
        service.live_in(month);
        send(&service, "VP", ballots).await;
    }
    let [two, three] = months.map(|month| service.publish_month(month));
    let first = index(&service, &two, "unit").await;
    assert_eq!((&first.json()["total"]["n"], rows(&first)), (&json!(2), 0));
    assert_eq!(index(&service, &three, "unit").await.row("VP")["n"], 3);
}

async fn people_who_only_commented_do_not_hide_the_one_who_answered(engine: Engine) {
    let service = Service::with(engine, &[]).await;
    service.live_in(this_month().plus(-1));
    send(&service, "VP", 1).await;
    let only = json!({"unit": "VP", "answers": [], "comment": "Chỉ có ý kiến."});
    send_with(&service, only, 11).await;
    let month = service.publish_month(this_month().plus(-1));
    let units = index(&service, &month, "unit").await;
    assert!(rows(&units) == 0 && is_withheld(&units.json()["total"]), "{units:?}");
}
