//! A mail server that tests run: it takes letters, refuses them, cuts the line or goes away.

use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

const SCRIPT: &str = include_str!("mail.py");

/// A running mail server.
pub struct MailServer {
    child: Child,
    folder: TempDir,
    port: u16,
}

impl MailServer {
    /// Starts on a free port, and takes every letter.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("mode"), "take").expect("written");
        fs::write(folder.path().join("letters"), "").expect("written");
        let (child, port) = run(&folder, 0);
        Self { child, folder, port }
    }

    /// What a service is told about it.
    pub fn settings(&self) -> [(&'static str, String); 2] {
        [
            ("HAILONG_SMTP_URL", format!("smtp://127.0.0.1:{}", self.port)),
            ("HAILONG_MAIL_FROM", "gop-y@so.example.vn".to_owned()),
        ]
    }

    /// What it does from now on: `take`, `later`, `refuse`, `refuse_content`, `drop` or `hold`.
    pub fn be(&self, mode: &str) {
        let (new, place) = (self.folder.path().join("mode.new"), self.folder.path().join("mode"));
        fs::write(&new, mode).expect("written");
        fs::rename(new, place).expect("it is there");
    }

    /// Goes away: nobody listens any more.
    pub fn stop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }

    /// Comes back at the same address.
    pub fn again(&mut self) {
        (self.child, self.port) = run(&self.folder, self.port);
    }

    /// Every letter whose content arrived, the first first.
    pub fn letters(&self) -> Vec<Value> {
        let noted = fs::read_to_string(self.folder.path().join("letters")).expect("the letters");
        // The last line may still be on its way.
        let whole = noted.rfind('\n').map_or("", |end| &noted[..end]);
        whole.lines().map(|line| serde_json::from_str(line).expect("a letter")).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Starts it on a port; 0 for any that is free.
fn run(folder: &TempDir, port: u16) -> (Child, u16) {
    let python = std::env::var_os("HAILONG_AIOSMTPD")
        .expect("HAILONG_AIOSMTPD is not set: run `cargo xtask test`, which provides it");
    let mut command = Command::new(python);
    command.args(["-c", SCRIPT]).arg(folder.path()).arg(port.to_string());
    let mut child = command.stdout(Stdio::piped()).spawn().expect("Python runs");
    let mut said = String::new();
    let stdout = child.stdout.take().expect("stdout is a pipe");
    BufReader::new(stdout).read_line(&mut said).expect("its port");
    (child, said.trim().parse().expect("the mail server says its port"))
}
