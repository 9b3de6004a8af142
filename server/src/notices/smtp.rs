//! The mail server: one message at a time, and how each try ended.

use std::{future::Future, time::Duration};

use axum::http::Uri;
use domain::feedback::notice::Hitch;
use lettre::{
    Address, Message,
    address::Envelope,
    transport::smtp::{
        Error as SmtpError,
        authentication::{Credentials, Mechanism},
        client::{AsyncSmtpConnection, TlsParameters},
        commands::{Data, Mail as From, Rcpt},
        extension::ClientId,
    },
};

use super::outcome::Outcome;
use crate::error::Error;

/// No answer to a command takes longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// The mail server, and who the house's letters are from.
pub struct Mail {
    host: String,
    port: u16,
    safety: Safety,
    credentials: Option<Credentials>,
    /// The address that letters are from.
    pub from: Address,
}

/// How the way to the mail server is kept safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Safety {
    /// TLS from the first byte.
    Tls,
    /// TLS before anything is said.
    StartTls,
    /// Not at all: on this machine, or where the setting says so.
    Plain,
}

impl Mail {
    /// Reads `smtps://NAME:PASSWORD@HOST:PORT` or `smtp://HOST:PORT`, and the address letters are from.
    pub fn new(url: &str, from: &str) -> Result<Self, Error> {
        let wrong = |why: &str| Error::setting("smtp-url", why);
        let uri: Uri = url.trim().parse().map_err(|_| wrong("is no address"))?;
        let authority = uri.authority().ok_or_else(|| wrong("names no host"))?;
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        let is_here =
            host.parse().map_or(host == "localhost", |it: std::net::IpAddr| it.is_loopback());
        let safety = match (uri.scheme_str(), uri.query()) {
            (Some("smtps"), None) => Safety::Tls,
            (Some("smtp"), Some("tls=none")) => Safety::Plain,
            (Some("smtp"), None) if is_here => Safety::Plain,
            (Some("smtp"), None) => Safety::StartTls,
            _ => {
                return Err(wrong(
                    "is neither `smtps://…` nor `smtp://…`, with `?tls=none` at most",
                ));
            }
        };
        let port = authority.port_u16().unwrap_or(match safety {
            Safety::Tls => 465,
            Safety::StartTls => 587,
            Safety::Plain => 25,
        });
        let from = from.trim().parse().map_err(|_| Error::setting("mail-from", "is no address"))?;
        let credentials = credentials(authority.as_str());
        if credentials.is_some() && safety == Safety::Plain && !is_here {
            return Err(wrong("sends a password without TLS"));
        }
        Ok(Self { host, port, safety, credentials, from })
    }

    /// Sends a message. `begin` is asked right before its content leaves: from there on a line that is
    /// cut leaves open whether it arrived.
    pub async fn send<B>(&self, message: &Message, begin: B) -> Result<Outcome, Error>
    where
        B: Future<Output = Result<bool, Error>>,
    {
        let opened = in_time(async {
            let mut line = self.line().await?;
            Ok((name(&mut line, message.envelope()).await, line))
        });
        let (named, mut line) = match opened.await {
            Some(Ok(opened)) => opened,
            // Whatever is wrong with the way there is not the message's fault.
            _ => return Ok(Outcome::Later(Hitch::Away)),
        };
        let outcome = match named {
            Err(error) => refusal(&error),
            Ok(()) if !begin.await? => Outcome::NotOurs,
            Ok(()) => hand_over(&mut line, message).await,
        };
        // It is decided by now, however the farewell goes.
        let _ = tokio::time::timeout(PATIENCE, line.abort()).await;
        Ok(outcome)
    }

    /// A line to the server on which messages may be handed over.
    async fn line(&self) -> Result<AsyncSmtpConnection, SmtpError> {
        let hello = ClientId::Domain(self.from.domain().to_owned());
        let tls = || TlsParameters::new(self.host.clone());
        let wrapped = (self.safety == Safety::Tls).then(tls).transpose()?;
        let (server, patience) = ((self.host.as_str(), self.port), Some(PATIENCE));
        let mut line =
            AsyncSmtpConnection::connect_tokio1(server, patience, &hello, wrapped, None).await?;
        if self.safety == Safety::StartTls {
            line.starttls(tls()?, &hello).await?;
        }
        if let Some(credentials) = &self.credentials {
            line.auth(&[Mechanism::Plain, Mechanism::Login], credentials).await?;
        }
        Ok(line)
    }
}

/// Says from whom and to whom.
async fn name(line: &mut AsyncSmtpConnection, envelope: &Envelope) -> Result<(), SmtpError> {
    line.command(From::new(envelope.from().cloned(), Vec::new())).await?;
    for reader in envelope.to() {
        line.command(Rcpt::new(reader.clone(), Vec::new())).await?;
    }
    Ok(())
}

/// Hands the content over.
async fn hand_over(line: &mut AsyncSmtpConnection, message: &Message) -> Outcome {
    match in_time(line.command(Data)).await {
        Some(Ok(_)) => {}
        Some(Err(error)) => return refusal(&error),
        None => return Outcome::Later(Hitch::Away),
    }
    match in_time(line.message(&message.formatted())).await {
        Some(Ok(_)) => Outcome::Sent,
        Some(Err(error)) if error.status().is_some() => refusal(&error),
        _ => Outcome::Unclear,
    }
}

/// What was answered in time.
async fn in_time<T>(
    asked: impl Future<Output = Result<T, SmtpError>>,
) -> Option<Result<T, SmtpError>> {
    tokio::time::timeout(PATIENCE, asked).await.ok()
}

/// What comes of a message that was not taken.
fn refusal(error: &SmtpError) -> Outcome {
    if error.is_permanent() { Outcome::Never(Hitch::Refused) } else { Outcome::Later(Hitch::Away) }
}

/// Name and password before the host.
fn credentials(authority: &str) -> Option<Credentials> {
    let (before, _) = authority.rsplit_once('@')?;
    let (name, password) = before.split_once(':')?;
    Some(Credentials::new(plain(name), plain(password)))
}

/// A text whose signs may be written as `%40`.
fn plain(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = (*first == b'%').then(|| after.get(..2)).flatten();
        let code =
            code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_goes_nowhere_without_tls() {
        let safety = |url: &str| Mail::new(url, "a@example.vn").map(|it| (it.safety, it.port)).ok();
        assert_eq!(safety("smtps://a:b@mail.example"), Some((Safety::Tls, 465)));
        assert_eq!(safety("smtp://a:b@mail.example:2525"), Some((Safety::StartTls, 2525)));
        assert_eq!(safety("smtp://127.0.0.1:25"), Some((Safety::Plain, 25)));
        assert_eq!(safety("smtp://mail.example?tls=none"), Some((Safety::Plain, 25)));
        for url in
            ["smtp://a:b@mail.example?tls=none", "http://mail.example", "mail", "smtp://a?x=1"]
        {
            assert_eq!(safety(url), None, "{url}");
        }
        assert!(Mail::new("smtp://localhost", "no address").is_err());
    }

    #[test]
    fn signs_of_a_password_may_be_written_as_numbers() {
        assert_eq!(plain("a%40b%3A%c3%a9%"), "a@b:é%");
    }
}
