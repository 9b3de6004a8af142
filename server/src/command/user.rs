//! `hailong user`: the first account, and a way in for whoever is locked out.

use std::{
    fs,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Subcommand;
use domain::{
    Fault, Lang, Role, day,
    office::people::account::{NewAccount, as_name},
    people::{password, standing::Standing},
    text,
};
use server::{
    error::Error,
    identity,
    keys::{Keys, own},
    store::{
        Db, Tx, accounts, books,
        open::{Access, Opened},
        record::{self, Entry},
        recovery_codes, sessions,
    },
};

use super::{
    say::say,
    serve::{fill, now},
    settings::Database,
};

/// Who did it, for the record.
const ACTOR: &str = "hailong user";

#[derive(Subcommand)]
pub enum Task {
    /// Adds an account with a password, which is asked for twice or read from a file.
    Add {
        /// What is typed to sign in: small letters, digits, `.`, `-`, `_`.
        name: String,
        /// reception, handler, head, office, inspector, leadership, administrator or viewer.
        #[arg(long, value_parser = role)]
        role: Role,
        /// The code of the unit: what the account may do goes for it and what lies below.
        #[arg(long)]
        unit: String,
        /// The person's name.
        #[arg(long)]
        full_name: String,
        /// A file whose first line is the password.
        #[arg(long)]
        password_file: Option<PathBuf>,
    },
    /// Prints a link by which the account's owner chooses another password.
    Invite {
        /// What is typed to sign in.
        name: String,
        /// Also takes the second factor away, for somebody who lost it.
        #[arg(long)]
        clear_second_factor: bool,
        /// Where people reach the server.
        #[arg(long, env = "HAILONG_PUBLIC_URL", default_value = "http://127.0.0.1:8080")]
        public_url: String,
    },
}

/// Does it, beside a server that may be running.
pub async fn run(database: &Database, task: Task) -> Result<ExitCode, Error> {
    let opened = match Db::open(&database.url()?, Access::Beside).await {
        Ok(opened) => opened,
        // Nothing there yet, or not brought up to date: then nobody serves it either.
        Err(_) => super::open(database).await?,
    };
    let keys = own::open(&opened.db, &database.keys_file()?, fill).await?;
    let done = match task {
        Task::Add { name, role, unit, full_name, password_file } => {
            let new = NewAccount { name, full_name, role, unit: Some(unit) };
            add(&opened, &keys, &new, password_file.as_deref()).await
        }
        Task::Invite { name, clear_second_factor, public_url } => {
            let public_url = public_url.trim_end_matches('/');
            invite(&opened, &keys, &name, clear_second_factor, public_url).await
        }
    };
    opened.db.close().await;
    say!("{}", done?);
    Ok(ExitCode::SUCCESS)
}

fn role(name: &str) -> Result<Role, String> {
    let names: Vec<&str> = Role::ALL.iter().map(|role| role.name()).collect();
    Role::read(name).ok_or_else(|| format!("one of {}", names.join(", ")))
}

async fn add(
    opened: &Opened,
    keys: &Keys,
    new: &NewAccount,
    password_file: Option<&Path>,
) -> Result<String, Error> {
    refuse(&new.faults())?;
    let name = as_name(&new.name).unwrap_or_default();
    let code = new.unit.as_deref().unwrap_or_default();
    let books = books::load(&opened.db).await?;
    let version = books.unit_named_on(code, day::local_day(now()));
    let version = version.ok_or_else(|| Error::new(format!("there is no unit {code} today")))?;
    let password = chosen(password_file)?;
    let fault = password::fault(&password, &[&name, &new.full_name]);
    refuse(&fault.map(|reason| Fault::new("password", reason)).into_iter().collect::<Vec<_>>())?;
    let mut salt = [0; 16];
    fill(&mut salt);
    let (hash, full_name) =
        (identity::password::hash_now(&password, salt)?, text::clean(&new.full_name));
    let row = accounts::New {
        name: &name,
        full_name: &full_name,
        role: new.role.number(),
        unit: Some(version.unit),
        password: Some(&hash),
        created: now().timestamp_millis(),
        standing: Standing::Vouched,
    };
    let mut tx = opened.db.begin().await?;
    if accounts::add(&mut tx, &row).await?.is_none() {
        return Err(Error::new(format!("there is an account {name} already")));
    }
    note(&mut tx, keys, "account.create", &name).await?;
    tx.commit().await?;
    Ok(format!("{name}: {} of {code}", new.role.name()))
}

fn refuse(faults: &[Fault]) -> Result<(), Error> {
    let lines: Vec<String> = faults
        .iter()
        .map(|fault| format!("{}: {}", fault.field(), app::text::fault(Lang::En, fault)))
        .collect();
    if lines.is_empty() { Ok(()) } else { Err(Error::new(lines.join("\n"))) }
}

/// The password as typed twice without an echo, or as a file's first line. Never an argument: those
/// are seen by everyone on the machine and kept in histories.
fn chosen(file: Option<&Path>) -> Result<String, Error> {
    if let Some(file) = file {
        let text = fs::read_to_string(file)
            .map_err(|error| Error::setting("password-file", &error.to_string()))?;
        return Ok(text.lines().next().unwrap_or_default().to_owned());
    }
    if !io::stdin().is_terminal() {
        return Err(Error::new(
            "there is no terminal to ask for the password: use --password-file",
        ));
    }
    let password = rpassword::prompt_password("Password: ")?;
    if rpassword::prompt_password("Once more: ")? == password {
        Ok(password)
    } else {
        Err(Error::new("the two passwords are not the same"))
    }
}

async fn invite(
    opened: &Opened,
    keys: &Keys,
    name: &str,
    clear_second_factor: bool,
    public_url: &str,
) -> Result<String, Error> {
    let known = match as_name(name) {
        Some(name) => accounts::named(&opened.db, &name).await?,
        None => None,
    };
    let account = known.ok_or_else(|| Error::new(format!("there is no account {name}")))?;
    if account.disabled.is_some() {
        return Err(Error::new(format!("the account {name} is disabled")));
    }
    let mut tx = opened.db.begin().await?;
    if clear_second_factor {
        accounts::clear_secret(&mut tx, account.id).await?;
        recovery_codes::replace(&mut tx, account.id, &[]).await?;
        sessions::end_all(&mut tx, account.id).await?;
        note(&mut tx, keys, "account.clear_second_factor", &account.name).await?;
    }
    let moment = now().timestamp_millis();
    // At the machine itself nobody else has to agree.
    identity::activations::end_all(&mut tx, account.id, moment).await?;
    let whose = (account.id, None);
    let link = identity::activations::draw(&mut tx, whose, moment, fill, public_url).await?;
    note(&mut tx, keys, "account.invite", &account.name).await?;
    tx.commit().await?;
    Ok(link.invitation)
}

async fn note(tx: &mut Tx, keys: &Keys, action: &str, name: &str) -> Result<(), Error> {
    let entry = Entry {
        moment: now().timestamp_millis(),
        account: None,
        actor: ACTOR,
        action,
        object: &format!("account/{name}"),
        before: None,
        after: None,
    };
    Ok(record::add(tx, keys, entry).await?)
}
