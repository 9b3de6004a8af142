//! One account for each role of the demo, to look around with.
//!
//! Their passwords are neither fixed nor stored: each follows from the account's name under a key
//! that is not in the database, so every installation has its own, and whoever has the key file can
//! have them printed again. In the password's place stands a word that is no hash. It opens
//! nothing unless the database is marked as a demo when somebody signs in, so an account of the
//! demo that finds its way into another database is dead there.

use domain::{Role, office::OfficeSettings, people::standing::Standing};

use crate::{
    error::Error,
    identity::demo::{MARK, password},
    keys::Keys,
    store::{Db, accounts, books, settings},
};

/// Role, unit and person; the name to sign in with is `demo.` and the role.
const PEOPLE: [(Role, &str, &str); 8] = [
    (Role::Reception, "VP", "Trần Thị Tiếp Nhận"),
    (Role::Handler, "QLTM", "Lê Văn Thụ Lý"),
    (Role::Head, "QLTM", "Phạm Thị Trưởng Phòng"),
    (Role::Office, "VP", "Nguyễn Thị Văn Phòng"),
    (Role::Inspector, "TTRA", "Hoàng Văn Thanh Tra"),
    (Role::Leadership, "BGD", "Vũ Thị Lãnh Đạo"),
    (Role::Administrator, "SCT", "Đỗ Văn Quản Trị"),
    (Role::Viewer, "SCT", "Bùi Thị Quan Sát"),
];

/// Who handles cases in the other units: people to see on the pages, with whose names nobody signs in.
const HANDLERS: [(&str, &str); 6] = [
    ("VP", "Ngô Thị Hành Chính"),
    ("QLCN", "Đặng Văn Công Nghiệp"),
    ("QLNL", "Huỳnh Thị Năng Lượng"),
    ("KTATMT", "Phan Văn An Toàn"),
    ("TTKC", "Mai Thị Khuyến Công"),
    ("TTXTTM", "Võ Văn Xúc Tiến"),
];

/// An account of the demo, ready to sign in with.
pub struct Ready {
    /// What is typed to sign in.
    pub name: String,
    /// The password.
    pub password: String,
}

impl std::fmt::Display for Ready {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:<20} {}", self.name, self.password)
    }
}

/// Adds the accounts that are not there yet. No second factor is asked for in a database where
/// nobody has said otherwise: whoever looks around has no phone set up.
pub async fn load(db: &Db, moment: i64) -> Result<(), Error> {
    let (books, office) = (books::load(db).await?, settings::get(db, settings::OFFICE).await?);
    let mut tx = db.begin().await?;
    let roles =
        PEOPLE.map(|(role, unit, full_name)| (name(role), role, unit, full_name, Some(MARK)));
    let handlers =
        HANDLERS.map(|(unit, full_name)| (account_of(unit), Role::Handler, unit, full_name, None));
    for (name, role, unit, full_name, password) in roles.into_iter().chain(handlers) {
        let new = accounts::New {
            name: &name,
            full_name,
            role: role.number(),
            unit: books.unit(unit).first().map(|version| version.unit),
            password,
            created: moment,
            standing: Standing::Vouched,
        };
        accounts::add(&mut tx, &new).await?;
    }
    if office.is_none() {
        let open = OfficeSettings { second_factor: Vec::new(), ..OfficeSettings::default() };
        let open = serde_json::to_string(&open)
            .map_err(|error| Error::new(format!("the settings cannot be written: {error}")))?;
        settings::set(&mut tx, settings::OFFICE, &open).await?;
        settings::books_changed(&mut tx).await?;
    }
    Ok(tx.commit().await?)
}

/// The accounts whose password was not changed by whoever looked around before.
pub async fn ready(db: &Db, keys: &Keys) -> Result<Vec<Ready>, Error> {
    let all = accounts::all(db).await?.into_iter();
    let ours = all.filter(|it| it.disabled.is_none() && it.password.as_deref() == Some(MARK));
    Ok(ours.map(|it| Ready { password: password(keys, &it.name), name: it.name }).collect())
}

/// The account of whoever handles the cases of a unit.
pub fn account_of(unit: &str) -> String {
    let own = PEOPLE.iter().find(|(role, of, _)| *role == Role::Handler && *of == unit);
    own.map_or_else(|| format!("demo.handler.{}", unit.to_lowercase()), |(role, ..)| name(*role))
}

fn name(role: Role) -> String {
    format!("demo.{}", role.name())
}
