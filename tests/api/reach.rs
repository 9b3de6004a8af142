//! Every call whose right reaches a unit and what lies below it, tried on the own unit's things and
//! on others' by everyone. The calls come from the service's own description: one that is added
//! without saying here what it is tried on fails.

use domain::{
    Role,
    people::role::{Reach, reach},
};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Service, Staff, on_both, quick};

use super::rights::{Call, calls};

on_both!(
    what_belongs_to_another_unit_is_refused_whatever_the_call,
    a_key_of_one_unit_changes_nothing_for_the_house,
);

/// The unit of whoever tries.
const OWN: &str = "QLTM";
/// Beside it, and above it.
const OTHERS: [&str; 2] = ["QLNL", "SCT"];

/// Those who may put anything anywhere, so that there is something to try on.
struct Makers {
    admin: Staff,
    office: Staff,
}

/// A call with everything filled in.
struct Filled {
    path: String,
    body: Value,
}

/// Whether anybody's right to a call ends with a unit. Invited people, who hang on their own unit and
/// not on their campaign's, have a walk of their own (`invitees/contacts`).
fn is_bound(call: &Call) -> bool {
    let is_registering = call.method == Method::POST
        && (call.path.ends_with("/feedback") || call.path.ends_with("/feedback/imports"));
    // A file of figures holds the rows of the call beside it, which `case_figures` compares.
    let is_file = call.path.ends_with(".csv") || call.path.ends_with(".xlsx");
    // Whoever takes what people bring takes it for every unit; files have a walk of their own too.
    if call.path.contains("/invitees") || is_registering || is_file || call.path.contains("/files/")
    {
        return false;
    }
    // They name rows in their own way, and have walks of their own (`overview`, `behind`).
    if call.path.ends_with("/overview") || call.path.ends_with("/indicator") {
        return false;
    }
    // Drafts are their author's; a step for many cases names those it left (`cases/together`).
    if call.path.ends_with("/feedback/drafts") || call.path.ends_with("/feedback/steps") {
        return false;
    }
    // Every unit may ask whoever works in any other (`cases/requests`).
    // Lessons are the house's; which cases they name has a walk of its own (`cases/lessons`).
    if call.path.contains("/office/lessons") || call.path.ends_with("/requests/people") {
        return false;
    }
    let below = |right| Role::ALL.iter().any(|role| reach(*role, right) == Reach::Below);
    call.right.is_some_and(below)
}

fn campaign(code: &str, unit: &str) -> Value {
    json!({"code": code, "title": {"vi": "Đợt", "en": ""}, "instrument": "quick", "unit": unit,
        "channel": "in_person", "sampling": "open_link", "from": "2024-01-01"})
}

fn account(name: &str, unit: &str) -> Value {
    json!({"name": name, "full_name": "Người Thử", "role": "viewer", "unit": unit})
}

fn difficulty(unit: &str) -> Value {
    json!({"unit": unit, "text": "Thiếu máy quét", "owner": "Người Thử", "due": "2030-01-31"})
}

/// A request of one unit to another.
fn request(from: &str, unit: &str) -> Value {
    json!({"from": from, "unit": unit, "subject": "Người Thử hỏi", "text": "Người Thử", "days": 5})
}

/// A unit beside a unit, which nobody who tries is of.
fn other_than(unit: &str) -> &'static str {
    if unit == "VP" { "QLNL" } else { "VP" }
}

fn template(unit: &str) -> Value {
    json!({"unit": unit, "title": "Người Thử", "text": "Về {ma}."})
}

impl Makers {
    /// Fills a call in so that it is about a unit; what it needs is made under a name of its own.
    async fn fill(&self, call: &Call, unit: &str, drawn: &str) -> Filled {
        let key = format!("{} {}", call.method, call.path.trim_start_matches(OFFICE));
        if let Some(filled) = self.fill_case(call, &key, unit).await {
            return filled;
        }
        let path = call.path.replace("{code}", drawn).replace("{name}", drawn);
        let body = match key.as_str() {
            "POST /difficulties" => difficulty(unit),
            "GET /difficulties/{id}" => return self.difficulty(call, unit, false).await,
            "POST /difficulties/{id}/closing" => return self.difficulty(call, unit, true).await,
            "POST /campaigns" => campaign(drawn, unit),
            "PUT /campaigns/{code}" => self.campaign(drawn, unit).await,
            "GET /campaigns/{code}/closing" | "POST /campaigns/{code}/closing" => {
                self.campaign(drawn, unit).await;
                Value::Null
            }
            "GET /feedback" => {
                return Filled { path: format!("{}?tab=unit", call.path), body: Value::Null };
            }
            list if list.starts_with("GET ") && !list.contains('{') => Value::Null,
            key if key.contains(" /templates") => return self.template(call, unit).await,
            "POST /accounts" => account(drawn, unit),
            "PUT /accounts/{name}" => {
                self.account(drawn, unit).await;
                json!({"full_name": "Khác", "role": "viewer", "unit": OWN, "disabled": false})
            }
            "GET /accounts/{name}"
            | "POST /accounts/{name}/invitations"
            | "DELETE /accounts/{name}/second-factor"
            | "DELETE /accounts/{name}/sessions" => {
                self.account(drawn, unit).await;
                Value::Null
            }
            _ => panic!("{key} reaches below: say here what it is tried on"),
        };
        Filled { path, body }
    }

    /// The same for a call about a case, or about what units ask each other; nothing for others.
    async fn fill_case(&self, call: &Call, key: &str, unit: &str) -> Option<Filled> {
        let other = other_than(unit);
        Some(match key {
            "POST /requests" => Filled { path: call.path.clone(), body: request(unit, other) },
            "GET /requests/{id}" => self.request(call, (other, unit), "").await,
            "POST /requests/{id}/reply" => self.request(call, (other, unit), "text").await,
            "POST /requests/{id}/withdrawal" => self.request(call, (unit, other), "reason").await,
            "GET /feedback/{number}"
            | "GET /feedback/{number}/viewers"
            | "GET /feedback/{number}/templates" => self.case(call, unit, Value::Null).await,
            "POST /feedback/{number}/work" => {
                self.case(call, unit, json!({"order": "note", "words": "Gọi lại."})).await
            }
            "POST /feedback/{number}/lessons" => {
                self.case(call, unit, json!({"text": "Ghi rõ hạn."})).await
            }
            "DELETE /feedback/{number}/lessons/{id}" => self.lesson(call, unit).await,
            "POST /feedback/{number}/sender" => {
                let added = json!({"order": "add", "words": "Gọi đến nói thêm."});
                self.case(call, unit, added).await
            }
            "POST /feedback/{number}/approval" => {
                let back = json!({"order": "send_back", "words": "Viết rõ hơn."});
                self.case(call, unit, back).await
            }
            "PUT /feedback/{number}/draft" => {
                self.case(call, unit, json!({"text": "Kính gửi"})).await
            }
            _ => return None,
        })
    }

    /// Makes a campaign of a unit; what to send to change it.
    async fn campaign(&self, code: &str, unit: &str) -> Value {
        let path = format!("{OFFICE}/campaigns");
        let made = self.office.send(Method::POST, &path, &campaign(code, unit)).await;
        assert_eq!(made.status, 201, "{made:?}");
        let mut body = campaign(code, unit);
        let fields = body.as_object_mut().expect("fields");
        fields.remove("code");
        fields.insert("based_on".to_owned(), made.json()["state"].clone());
        fields.insert("title".to_owned(), json!({"vi": "Tên khác", "en": ""}));
        body
    }

    /// Registers a difficulty of a unit; the call about it, with a body where it is closed.
    async fn difficulty(&self, call: &Call, unit: &str, closes: bool) -> Filled {
        let path = format!("{OFFICE}/difficulties");
        let made = self.office.send(Method::POST, &path, &difficulty(unit)).await.json();
        let closing = json!({"based_on": made["state"], "decision": "Mua máy"});
        let path = call.path.replace("{id}", &made["id"].to_string());
        Filled { path, body: if closes { closing } else { Value::Null } }
    }

    /// Makes a request between two units; the call about it, with words where it is answered or taken back.
    async fn request(&self, call: &Call, (from, unit): (&str, &str), field: &str) -> Filled {
        let path = format!("{OFFICE}/requests");
        let made = self.office.send(Method::POST, &path, &request(from, unit)).await;
        assert_eq!(made.status, 201, "{made:?}");
        let made = made.json();
        let path = call.path.replace("{id}", &made["row"]["id"].to_string());
        let body = json!({"based_on": made["seen"], field: "Thôi."});
        Filled { path, body: if field.is_empty() { Value::Null } else { body } }
    }

    /// Keeps a template of a unit; the call about it.
    async fn template(&self, call: &Call, unit: &str) -> Filled {
        if call.method == Method::POST {
            return Filled { path: call.path.clone(), body: template(unit) };
        }
        let path = format!("{OFFICE}/templates");
        let made = self.office.send(Method::POST, &path, &template(unit)).await;
        assert_eq!(made.status, 201, "{made:?}");
        let made = made.json();
        let mut body = template(unit);
        body["based_on"] = made["state"].clone();
        let path = call.path.replace("{id}", &made["id"].to_string());
        Filled { path, body: if call.method == Method::PUT { body } else { Value::Null } }
    }

    /// A case of a unit whose answer waits for approval; the call about it.
    async fn case(&self, call: &Call, unit: &str, mut body: Value) -> Filled {
        let number = self.new_case(unit).await;
        let path = format!("{OFFICE}/feedback/{number}");
        let seen = self.office.get(&path).await.json()["seen"].clone();
        if body.get("order").is_some() {
            body["seen"] = seen;
        }
        Filled { path: call.path.replace("{number}", &number), body }
    }

    /// A lesson of a case of a unit; the call that takes it back.
    async fn lesson(&self, call: &Call, unit: &str) -> Filled {
        let number = self.new_case(unit).await;
        let path = format!("{OFFICE}/feedback/{number}/lessons");
        let made = self.office.send(Method::POST, &path, &json!({"text": "Ghi rõ hạn."})).await;
        assert_eq!(made.status, 201, "{made:?}");
        let id = made.json()["row"]["id"].to_string();
        let path = call.path.replace("{number}", &number).replace("{id}", &id);
        Filled { path, body: Value::Null }
    }

    async fn new_case(&self, unit: &str) -> String {
        let name = format!("xl.{}", &uuid::Uuid::now_v7().simple().to_string()[20..]);
        let mut person = account(&name, unit);
        person["role"] = json!("handler");
        let made = self.admin.send(Method::POST, &format!("{OFFICE}/accounts"), &person).await;
        assert_eq!(made.status, 201, "{made:?}");
        let letter = json!({"id": uuid::Uuid::now_v7(), "kind": "service", "source": "letter",
            "sent": "2024-01-02", "text": "Người Thử viết."});
        let made = self.office.send(Method::POST, &format!("{OFFICE}/feedback"), &letter).await;
        let number = made.json()["number"].to_string();
        let orders = [
            ("direction", json!({"order": "receive"})),
            ("direction", json!({"order": "assign", "unit": unit})),
            ("work", json!({"order": "name", "account": name})),
            ("work", json!({"order": "submit", "words": "Trả lời."})),
        ];
        for (seen, (door, mut order)) in (1..).zip(orders) {
            order["seen"] = json!(seen);
            let path = format!("{OFFICE}/feedback/{number}/{door}");
            let done = self.office.send(Method::POST, &path, &order).await;
            assert_eq!(done.status, 200, "{order}: {done:?}");
        }
        number
    }

    async fn account(&self, name: &str, unit: &str) {
        let sent = account(name, unit);
        let made = self.admin.send(Method::POST, &format!("{OFFICE}/accounts"), &sent).await;
        assert_eq!(made.status, 201, "{made:?}");
    }
}

/// How often anything was changed so far, going by the record.
async fn changes(service: &Service) -> usize {
    let noted = "select action from record where action not like 'session.%'";
    service.database.texts(noted).await.len()
}

/// Which units a list's rows belong to.
fn units(list: &Reply) -> Vec<String> {
    assert_eq!(list.status, 200, "{list:?}");
    let list = list.json();
    let rows = list["rows"].as_array().expect("rows").iter();
    // The index names its units by their keys.
    let unit = |row: &Value| row["unit"].as_str().or(row["key"].as_str()).map(str::to_owned);
    rows.map(|row| unit(row).unwrap_or_else(|| "?".to_owned())).collect()
}

/// Something to try and what has to come of it.
struct Try<'a> {
    call: &'a Call,
    reach: Reach,
    unit: &'a str,
    filled: Filled,
}

impl Try<'_> {
    /// Tries it, and compares what came of it with what the reach allows.
    async fn hold(self, service: &Service, staff: &Staff) {
        let Self { call, reach, unit, filled } = self;
        let before = changes(service).await;
        let reply = staff.send(call.method.clone(), &filled.path, &filled.body).await;
        let message = format!("{} {} {} of {unit}: {reply:?}", staff.name, call.method, call.path);
        if call.method == Method::GET && !call.path.contains('{') {
            let units = units(&reply);
            assert!(units.iter().any(|unit| unit == OWN), "{message}");
            assert_eq!(units.iter().all(|unit| unit == OWN), reach == Reach::Below, "{message}");
        } else if unit == OWN || reach == Reach::Everything {
            assert!(reply.status < 300, "{message}");
        } else {
            assert!([403, 404, 422].contains(&reply.status), "{message}");
            assert!(!reply.body.contains("Người Thử"), "{message}");
            assert_eq!(changes(service).await, before, "something was changed: {message}");
        }
    }
}

async fn what_belongs_to_another_unit_is_refused_whatever_the_call(engine: Engine) {
    let service = Service::start(engine).await;
    let makers =
        Makers { admin: service.admin().await, office: service.account("office", "SCT").await };
    for unit in [OWN, "QLNL", "VP"] {
        let mut ballot = quick(3);
        (ballot["unit"], ballot["comment"]) = (json!(unit), json!("Cảm ơn"));
        assert_eq!(service.post(&ballot).await.status, 201);
        makers.account(&format!("nv.{}", unit.to_lowercase()), unit).await;
        let path = format!("{OFFICE}/difficulties");
        let made = makers.office.send(Method::POST, &path, &difficulty(unit)).await;
        assert_eq!(made.status, 201, "{made:?}");
        makers.new_case(unit).await;
        let made = request(other_than(unit), unit);
        let made = makers.office.send(Method::POST, &format!("{OFFICE}/requests"), &made).await;
        assert_eq!(made.status, 201, "{made:?}");
        let path = format!("{OFFICE}/templates");
        let kept = makers.office.send(Method::POST, &path, &template(unit)).await;
        assert_eq!(kept.status, 201, "{kept:?}");
    }
    let calls: Vec<Call> = calls(&service).await.into_iter().filter(is_bound).collect();
    assert!(calls.len() >= 10, "{}", calls.len());
    let mut drawn = 0;
    for role in Role::ALL {
        let staff = service.account(role.name(), OWN).await;
        for call in &calls {
            let reach = reach(*role, call.right.expect("it has one"));
            // Of figures viewers read what is published, and here nothing is.
            if *role == Role::Viewer
                && ["/index", "/indicator"].iter().any(|it| call.path.ends_with(it))
            {
                assert_eq!(staff.get(&call.path).await.status, 404);
                continue;
            }
            for unit in [OWN].into_iter().chain(OTHERS).filter(|_| reach > Reach::Nothing) {
                drawn += 1;
                let filled = makers.fill(call, unit, &format!("thu-{drawn}")).await;
                Try { call, reach, unit, filled }.hold(&service, &staff).await;
            }
        }
    }
}

async fn a_key_of_one_unit_changes_nothing_for_the_house(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let named =
        |code: &str| json!({"code": code, "name": {"vi": "X", "en": ""}, "from": "2024-01-01"});
    let (mut unit, mut point) = (named("X"), named("quay-x"));
    (unit["parent"], point["channel"]) = (json!(OWN), json!("in_person"));
    for (bound, expected) in [(Some(OWN), 403), (None, 201)] {
        let held = ["change_units", "change_procedures"];
        let sent = json!({"label": "A", "actions": held, "unit": bound, "days": 9});
        let made = admin.send(Method::POST, &format!("{OFFICE}/keys"), &sent).await.json();
        let key = format!("Bearer {}", made["key"].as_str().expect("a key"));
        let before = changes(&service).await;
        for (path, body) in [("units", &unit), ("service-points", &point)] {
            let request = service.request(Method::POST, &format!("{OFFICE}/{path}"));
            let request = request.header("authorization", &key).json(body);
            let reply = Reply::read(request.send().await.expect("an answer")).await;
            assert_eq!(reply.status, expected, "{bound:?} {path}: {reply:?}");
        }
        assert_eq!(changes(&service).await > before, expected == 201, "{bound:?}");
    }
}
