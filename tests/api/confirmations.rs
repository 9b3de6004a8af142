//! The second person: what administrators do not do alone, who agrees to it, and what owners are told.

mod alone;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, PASSWORD, Reply, Service, Staff, on_both};

on_both!(
    a_new_link_into_an_account_opens_nothing_before_a_second_person_agrees,
    an_inspector_signs_in_only_after_a_second_person_agreed,
    somebody_who_becomes_an_inspector_is_shut_out_until_then,
    nobody_is_their_own_second_person,
    what_was_refused_is_gone,
    a_change_ends_what_waits,
    of_two_answers_one_counts,
    a_house_where_nobody_could_agree_says_so,
);

const ACCOUNTS: &str = "/api/v1/office/accounts";
const WAITING: &str = "/api/v1/office/confirmations";
const NOTICES: &str = "/api/v1/office/me/notices";
const OTHER: &str = "mưa bụi bay qua cầu gỗ";

fn new(name: &str, role: &str, unit: &str) -> Value {
    json!({"name": name, "full_name": "Người Mới", "role": role, "unit": unit})
}

fn change(role: &str, unit: &str, disabled: bool) -> Value {
    json!({"full_name": "Người Cũ", "role": role, "unit": unit, "disabled": disabled})
}

async fn put(admin: &Staff, name: &str, body: &Value) -> Reply {
    let reply = admin.send(Method::PUT, &format!("{ACCOUNTS}/{name}"), body).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply
}

/// Makes an account; the call behind its link.
async fn make(admin: &Staff, name: &str, role: &str, unit: &str) -> String {
    let made = admin.send(Method::POST, ACCOUNTS, &new(name, role, unit)).await;
    assert_eq!(made.status, 201, "{made:?}");
    call_of(&made)
}

/// Asks for a new link for an account; the call behind it.
async fn ask_link(admin: &Staff, name: &str) -> String {
    let path = format!("{ACCOUNTS}/{name}/invitations");
    let made = admin.send(Method::POST, &path, &Value::Null).await;
    assert_eq!(made.status, 201, "{made:?}");
    call_of(&made)
}

fn call_of(reply: &Reply) -> String {
    let link = reply.json()["invitation"].as_str().expect("a link").to_owned();
    let (_, token) = link.rsplit_once('/').expect("a path");
    format!("{OFFICE}/invitations/{token}")
}

async fn choose(service: &Service, call: &str) -> u16 {
    let shown = service.browser("").get(call).await.status;
    let reply = service.browser("").send(Method::POST, call, &json!({"password": OTHER})).await;
    assert_eq!(shown == 200, reply.status == 204, "what is shown can be used: {reply:?}");
    reply.status
}

/// What waits for somebody: number, account and matter of each.
async fn waiting(staff: &Staff) -> Vec<(i64, String, String)> {
    let rows = staff.get(WAITING).await.json();
    let text = |row: &Value, name: &str| row[name].as_str().expect("a text").to_owned();
    let rows = rows.as_array().expect("rows").iter();
    let row =
        |row: &Value| (row["id"].as_i64().expect("one"), text(row, "account"), text(row, "matter"));
    rows.map(row).collect()
}

async fn answer(staff: &Staff, id: i64, confirmed: bool) -> u16 {
    let path = format!("{WAITING}/{id}");
    staff.send(Method::PUT, &path, &json!({"confirmed": confirmed})).await.status
}

/// Agrees to the one thing that waits.
async fn confirm(staff: &Staff) {
    let waiting = waiting(staff).await;
    assert_eq!(waiting.len(), 1, "{waiting:?}");
    assert_eq!(answer(staff, waiting[0].0, true).await, 204);
}

/// What an owner is told and has not seen: matter and outcome.
async fn notices(staff: &Staff) -> Vec<(String, String)> {
    let rows = staff.get(NOTICES).await.json();
    let text = |row: &Value, name: &str| row[name].as_str().expect("a text").to_owned();
    let rows = rows.as_array().expect("rows").iter();
    rows.map(|row| (text(row, "matter"), text(row, "outcome"))).collect()
}

fn told(matter: &str, outcome: &str) -> Vec<(String, String)> {
    vec![(matter.to_owned(), outcome.to_owned())]
}

async fn see(staff: &Staff) {
    let rows = staff.get(NOTICES).await.json();
    let moment = |row: &Value| row["decided"].as_i64().or(row["asked"].as_i64());
    let until = rows.as_array().expect("rows").iter().filter_map(moment).max();
    let seen = staff.send(Method::PUT, NOTICES, &json!({"until": until})).await;
    assert_eq!(seen.status, 204, "{seen:?}");
    assert_eq!(notices(staff).await, []);
}

async fn a_new_link_into_an_account_opens_nothing_before_a_second_person_agrees(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, inspector) = (service.admin().await, service.account("inspector", "SCT").await);
    let lan = service.account("handler", "QLTM").await;
    let made = format!("{ACCOUNTS}/{}/invitations", lan.name);
    let made = admin.send(Method::POST, &made, &Value::Null).await;
    assert_eq!(made.json()["waits"], true, "{made:?}");
    let call = call_of(&made);
    assert_eq!(choose(&service, &call).await, 404);
    assert_eq!(lan.get("/api/v1/office/me").await.status, 200, "nobody is signed out by asking");
    assert_eq!(lan.sign_in(PASSWORD).await.json()["next"], "done", "the password works on");
    assert_eq!(notices(&lan).await, told("link", "waiting"));
    see(&lan).await;
    let row = admin.get(&format!("{ACCOUNTS}/{}", lan.name)).await.json();
    assert_eq!((&row["waits"], &row["nobody_confirms"]), (&json!(true), &json!(false)));
    let shown = inspector.get(WAITING).await.json();
    assert_eq!(shown[0]["asked_by"], format!("Người Thử ({})", admin.name));
    confirm(&inspector).await;
    assert_eq!(waiting(&inspector).await, []);
    assert_eq!(notices(&lan).await, told("link", "confirmed"), "told anew");
    assert_eq!(choose(&service, &call).await, 204);
    assert_eq!(lan.sign_in(PASSWORD).await.status, 422);
    assert_eq!(lan.sign_in(OTHER).await.json()["next"], "done");
    assert_eq!(notices(&lan).await, told("link", "confirmed"), "and at the next sign-in");
    see(&lan).await;
    let record = inspector.get(&format!("{OFFICE}/record?action=account.confirm")).await.json();
    let entry = &record["rows"][0];
    assert_eq!(entry["actor"], json!(inspector.name));
    assert_eq!(entry["object"], json!(format!("account/{}", lan.name)));
    let first = make(&admin, "moi.vao", "handler", "QLTM").await;
    assert_eq!(choose(&service, &first).await, 204, "a first link is nobody else's account");
}

async fn an_inspector_signs_in_only_after_a_second_person_agreed(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, leader) = (service.admin().await, service.account("leadership", "SCT").await);
    let head = service.account("head", "SCT").await;
    for (name, role, second) in
        [("thanh.tra", "inspector", &leader), ("lanh.dao", "leadership", &head)]
    {
        let call = make(&admin, name, role, "SCT").await;
        assert_eq!(choose(&service, &call).await, 404, "{name}");
        assert_eq!(waiting(second).await[0].2, "role");
        confirm(second).await;
        assert_eq!(choose(&service, &call).await, 204, "{name}");
        let made = service.browser(name);
        assert_eq!(made.sign_in(OTHER).await.json()["next"], "done");
        assert_eq!(notices(&made).await, told("role", "confirmed"));
        assert_eq!(waiting(&made).await, [], "a second person themselves now");
    }
}

async fn somebody_who_becomes_an_inspector_is_shut_out_until_then(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, inspector) = (service.admin().await, service.account("inspector", "SCT").await);
    let lan = service.account("head", "QLTM").await;
    for (role, unit) in [("inspector", "QLTM"), ("leadership", "QLTM"), ("head", "SCT")] {
        let row = put(&admin, &lan.name, &change(role, unit, false)).await.json();
        assert_eq!(row["waits"], true, "{role}");
        assert_eq!(lan.get("/api/v1/office/me").await.status, 401, "{role}");
        assert_eq!(lan.sign_in(PASSWORD).await.faults(), ["password wrong_sign_in"], "{role}");
        confirm(&inspector).await;
        assert_eq!(lan.sign_in(PASSWORD).await.json()["next"], "done", "{role}");
        assert_eq!(lan.get("/api/v1/office/me").await.json()["role"], role);
    }
    put(&admin, &lan.name, &change("viewer", "QLTM", false)).await;
    assert_eq!(lan.sign_in(PASSWORD).await.json()["next"], "done", "less needs nobody");
    let row = put(&admin, &inspector.name, &change("inspector", "VP", false)).await.json();
    assert_eq!(row["waits"], false, "another room, the same inspector");
    assert_eq!(inspector.sign_in(PASSWORD).await.json()["next"], "done");
}

async fn nobody_is_their_own_second_person(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, inspector) = (service.admin().await, service.account("inspector", "SCT").await);
    let (room, other) = (service.account("head", "QLTM").await, service.admin().await);
    ask_link(&admin, &inspector.name).await;
    let id = "select cast(id as text) from confirmations where outcome = 1";
    let id: i64 = service.database.texts(id).await[0].parse().expect("a number");
    assert_eq!(waiting(&inspector).await, [], "one's own account is for somebody else");
    assert_eq!(answer(&inspector, id, true).await, 404);
    for staff in [&admin, &room, &other, &service.account("office", "SCT").await] {
        assert_eq!(staff.get(WAITING).await.status, 403, "{}", staff.name);
        assert_eq!(answer(staff, id, true).await, 403, "{}", staff.name);
    }
    // Whoever asked as administrator and is a leader by now is still the one who asked.
    put(&other, &admin.name, &change("leadership", "SCT", false)).await;
    let leader = service.account("leadership", "SCT").await;
    let role = waiting(&leader).await.into_iter().find(|row| row.2 == "role").expect("one");
    assert_eq!(answer(&leader, role.0, true).await, 204);
    assert_eq!(admin.sign_in(PASSWORD).await.status, 200);
    assert!(admin.type_code(&admin.code(0)).await.status == 200);
    assert_eq!((waiting(&admin).await, answer(&admin, id, true).await), (vec![], 404));
    assert_eq!(answer(&leader, id, true).await, 204);
}

async fn what_was_refused_is_gone(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, inspector) = (service.admin().await, service.account("inspector", "SCT").await);
    let lan = service.account("handler", "QLTM").await;
    let call = ask_link(&admin, &lan.name).await;
    let (id, ..) = waiting(&inspector).await.remove(0);
    assert_eq!(answer(&inspector, id, false).await, 204);
    assert_eq!(answer(&inspector, id, true).await, 404, "it is decided");
    assert_eq!(choose(&service, &call).await, 404);
    assert_eq!(notices(&lan).await, told("link", "refused"));
    assert_eq!(lan.sign_in(PASSWORD).await.status, 200);
    let call = make(&admin, "thanh.tra", "inspector", "SCT").await;
    let (id, ..) = waiting(&inspector).await.remove(0);
    assert_eq!(answer(&inspector, id, false).await, 204);
    assert_eq!(choose(&service, &call).await, 404);
    let row = admin.get(&format!("{ACCOUNTS}/thanh.tra")).await.json();
    assert_eq!(row["disabled"], true);
    put(&admin, "thanh.tra", &change("inspector", "SCT", false)).await;
    assert_eq!(waiting(&inspector).await.len(), 1, "let in again, it is asked for again");
    assert_eq!(choose(&service, &ask_link(&admin, "thanh.tra").await).await, 404);
}

async fn a_change_ends_what_waits(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, inspector) = (service.admin().await, service.account("inspector", "SCT").await);
    let lan = service.account("handler", "QLTM").await;
    for to in [
        change("viewer", "QLTM", false),
        change("viewer", "VP", false),
        change("viewer", "VP", true),
    ] {
        let call = ask_link(&admin, &lan.name).await;
        let (id, ..) = waiting(&inspector).await.remove(0);
        put(&admin, &lan.name, &to).await;
        assert_eq!(waiting(&inspector).await, [], "{to}");
        assert_eq!(answer(&inspector, id, true).await, 404);
        assert_eq!(choose(&service, &call).await, 404);
    }
    put(&admin, &lan.name, &change("inspector", "VP", false)).await;
    let (first, ..) = waiting(&inspector).await.remove(0);
    put(&admin, &lan.name, &change("leadership", "VP", false)).await;
    assert_eq!(answer(&inspector, first, true).await, 404, "that was for something else");
    assert_eq!(lan.sign_in(PASSWORD).await.status, 422);
    confirm(&inspector).await;
    assert_eq!(lan.sign_in(PASSWORD).await.status, 200);
    // One's own new password takes a link back, and so does the next link.
    let call = ask_link(&admin, &lan.name).await;
    let next = ask_link(&admin, &lan.name).await;
    confirm(&inspector).await;
    assert_eq!(choose(&service, &call).await, 404);
    let own = json!({"old": PASSWORD, "new": "tre nứa mai vầu luồng"});
    let path = "/api/v1/office/me/password";
    assert_eq!(lan.send(Method::PUT, path, &own).await.status, 204);
    assert_eq!(choose(&service, &next).await, 404);
}

async fn of_two_answers_one_counts(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, one) = (service.admin().await, service.account("inspector", "SCT").await);
    let other = service.account("leadership", "SCT").await;
    for round in 0..5 {
        let name = format!("moi.{round}");
        let call = make(&admin, &name, "inspector", "SCT").await;
        let (id, ..) = waiting(&one).await.remove(0);
        let both = tokio::join!(answer(&one, id, true), answer(&other, id, false));
        assert!([(204, 404), (404, 204)].contains(&both), "{both:?}");
        let opened = choose(&service, &call).await;
        assert_eq!(opened, if both.0 == 204 { 204 } else { 404 });
    }
}

async fn a_house_where_nobody_could_agree_says_so(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, lan) = (service.admin().await, service.account("handler", "QLTM").await);
    let path = format!("{ACCOUNTS}/{}", lan.name);
    assert_eq!(admin.get(&path).await.json()["nobody_confirms"], true);
    make(&admin, "thanh.tra", "inspector", "SCT").await;
    assert_eq!(
        admin.get(&path).await.json()["nobody_confirms"],
        true,
        "who waits confirms nothing"
    );
    let call = ask_link(&admin, &lan.name).await;
    let printed = service.run(&["user", "invite", &lan.name]);
    assert!(printed.status.success(), "{printed:?}");
    assert_eq!(choose(&service, &call).await, 404, "another link ended it");
    let printed = String::from_utf8(printed.stdout).expect("text");
    let (_, token) = printed.trim().rsplit_once('/').expect("a link");
    assert_eq!(choose(&service, &format!("{OFFICE}/invitations/{token}")).await, 204);
    service.add_account("tu.may.chu", "inspector", "SCT");
    assert_eq!(admin.get(&path).await.json()["nobody_confirms"], false);
}
