//! Settings of how notices leave. Nothing is sent where nothing is set.

use std::{path::PathBuf, sync::Arc};

use clap::Args;
use server::{
    error::Error,
    notices::{Post, smtp::Mail},
};

/// How notices leave.
#[derive(Args)]
pub struct Leaving {
    /// The mail server by which notices leave, such as `smtps://NAME:PASSWORD@HOST`, or `smtp://HOST:PORT`
    /// for STARTTLS, which `?tls=none` turns off; without it no e-mail is sent.
    #[arg(long, env = "HAILONG_SMTP_URL", hide_env_values = true)]
    smtp_url: Option<String>,
    /// A file that holds it, for addresses with a password.
    #[arg(long, env = "HAILONG_SMTP_URL_FILE")]
    smtp_url_file: Option<PathBuf>,
    /// The address that e-mail is from.
    #[arg(long, env = "HAILONG_MAIL_FROM")]
    mail_from: Option<String>,
    /// Lets webhooks lead to addresses within our own network, and without TLS.
    #[arg(long, env = "HAILONG_WEBHOOKS_INSIDE")]
    webhooks_inside: bool,
}

impl Leaving {
    /// The settings as what sends.
    pub fn post(&self) -> Result<Post, Error> {
        let url = match (&self.smtp_url, &self.smtp_url_file) {
            (Some(_), Some(_)) => {
                let why = "is given both itself and as a file: keep one";
                return Err(Error::setting("smtp-url", why));
            }
            (None, Some(file)) => Some(super::secret("smtp-url-file", file)?),
            (url, None) => url.clone(),
        };
        let mail = match (url, &self.mail_from) {
            (Some(url), Some(from)) => Some(Arc::new(Mail::new(&url, from)?)),
            (Some(_), None) => {
                return Err(Error::setting("mail-from", "is missing beside the mail server"));
            }
            (None, _) => None,
        };
        Ok(Post { mail, reaches_inside: self.webhooks_inside })
    }
}
