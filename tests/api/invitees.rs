//! People asked by a link of their own: uploaded, asked once, and nobody else's business.

mod answers;
mod contacts;
mod crowd;
mod keeping;
mod lists;
mod upload;

use domain::ballot::receipt;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, Staff, answered};

/// Two people of the trade room and one of the office. The numbers are invented.
const PEOPLE: &str = "Họ tên,Số điện thoại,Thư điện tử,Mã hồ sơ,Thủ tục,Điểm tiếp nhận
Người Thử Một,0900 000 101,mot@example.vn,H19-26-0001,2.000004,quay-1
Người Thử Hai,+84 900 000 102,,H19-26-0002,2.000004,
Người Thử Ba,,ba@example.vn,H19-26-0003,,
";

/// Where a campaign's people are.
fn path(campaign: &str) -> String {
    format!("/api/v1/office/campaigns/{campaign}/invitees")
}

/// Uploads a CSV text; `how` follows the path.
pub(crate) async fn upload(
    staff: &Staff,
    campaign: &str,
    how: &str,
    text: impl Into<Vec<u8>>,
) -> Reply {
    send_file(staff, campaign, how, ("text/csv; charset=utf-8", text.into())).await
}

async fn send_file(
    staff: &Staff,
    campaign: &str,
    how: &str,
    (kind, bytes): (&str, Vec<u8>),
) -> Reply {
    let request = staff.request(Method::POST, &format!("{}{how}", path(campaign)));
    staff.answer(request.header("content-type", kind).body(bytes)).await
}

/// A service with three people invited to the quick campaign, and who invited them.
async fn invited(engine: Engine) -> (Service, Staff) {
    let service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    let reply = upload(&office, "quick", "", PEOPLE).await;
    assert_eq!((reply.status, &reply.json()["rows"]), (201, &json!(3)), "{reply:?}");
    (service, office)
}

/// The rows of the list of links, cell by cell, in the order of the dossiers.
async fn table(staff: &Staff, campaign: &str) -> Vec<Vec<String>> {
    let reply = staff.get(&format!("{}.csv", path(campaign))).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    let lines = reply.body.trim_start_matches('\u{feff}').split_terminator("\r\n").skip(1);
    let cells = |line: &str| line.split(',').map(str::to_owned).collect();
    let mut rows: Vec<Vec<String>> = lines.map(cells).collect();
    rows.sort_by(|a, b| a[3].cmp(&b[3]));
    rows
}

/// The tokens of everybody's links, in the order of the dossiers.
async fn tokens(staff: &Staff, campaign: &str) -> Vec<String> {
    let rows = table(staff, campaign).await;
    rows.iter().map(|row| row[7].split("?t=").nth(1).expect("a link").to_owned()).collect()
}

/// A ballot of the quick set that answers an invitation.
fn answering(token: &str) -> Value {
    let mut ballot = answered("O1", 4);
    ballot["token"] = json!(token);
    ballot
}

/// The ids by which calls name people, in the order of the list.
async fn ids(staff: &Staff, query: &str) -> Vec<String> {
    let list = staff.get(&format!("{}{query}", path("quick"))).await.json();
    let rows = list["rows"].as_array().unwrap_or_else(|| panic!("no rows: {list}"));
    let id = |row: &Value| row["id"].as_str().map(str::to_owned);
    let ids: Vec<String> = rows.iter().filter_map(id).collect();
    assert!(ids.iter().all(|id| receipt::read(id).is_some()), "{ids:?}");
    ids
}
