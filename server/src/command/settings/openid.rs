//! Settings of signing in by OpenID Connect, for programs built with `--features oidc`.

use std::path::PathBuf;

#[cfg(feature = "oidc")]
use chrono::{DateTime, Utc};
use clap::Args;
use server::error::Error;

/// The provider that says who somebody is; none, if no issuer is given.
#[derive(Args)]
pub struct OpenId {
    /// The issuer of an OpenID Connect provider by which staff sign in to accounts they linked.
    #[arg(long, env = "HAILONG_OIDC_ISSUER")]
    oidc_issuer: Option<String>,
    /// What the provider calls this server. It sends people back to
    /// `/van-phong/dang-nhap/openid` under the public address.
    #[arg(long, env = "HAILONG_OIDC_CLIENT_ID")]
    oidc_client_id: Option<String>,
    /// What the provider knows this server by.
    #[arg(long, env = "HAILONG_OIDC_CLIENT_SECRET", hide_env_values = true)]
    oidc_client_secret: Option<String>,
    /// A file that holds it.
    #[arg(long, env = "HAILONG_OIDC_CLIENT_SECRET_FILE")]
    oidc_client_secret_file: Option<PathBuf>,
    /// What people call the provider, as on the button; otherwise its host's name.
    #[arg(long, env = "HAILONG_OIDC_LABEL")]
    oidc_label: Option<String>,
}

#[cfg(feature = "oidc")]
impl OpenId {
    /// The provider, if one is set, for a server that is reached at `public_url`.
    pub fn provider(
        &self,
        public_url: &str,
        now: fn() -> DateTime<Utc>,
    ) -> Result<Option<server::identity::oidc::provider::Provider>, Error> {
        let Some(issuer) = non_empty(self.oidc_issuer.as_deref()) else { return Ok(None) };
        let missing = |name| move || Error::setting(name, "is missing beside the issuer");
        let settings = server::identity::oidc::provider::Settings {
            issuer,
            client_id: non_empty(self.oidc_client_id.as_deref())
                .ok_or_else(missing("oidc-client-id"))?,
            client_secret: self.secret()?.ok_or_else(missing("oidc-client-secret"))?,
            label: non_empty(self.oidc_label.as_deref()),
        };
        server::identity::oidc::provider::Provider::new(settings, public_url, now).map(Some)
    }

    fn secret(&self) -> Result<Option<String>, Error> {
        let name = "oidc-client-secret";
        match (&self.oidc_client_secret, &self.oidc_client_secret_file) {
            (Some(_), Some(_)) => {
                Err(Error::setting(name, "is given both itself and as a file: keep one"))
            }
            (secret, None) => Ok(non_empty(secret.as_deref())),
            (None, Some(file)) => {
                Ok(non_empty(Some(&super::secret("oidc-client-secret-file", file)?)))
            }
        }
    }
}

#[cfg(feature = "oidc")]
fn non_empty(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

#[cfg(not(feature = "oidc"))]
impl OpenId {
    /// Refuses settings that this program would pass over.
    pub fn refuse(&self) -> Result<(), Error> {
        let Self { oidc_issuer, oidc_client_id, oidc_label, .. } = self;
        let others = [&self.oidc_client_secret, oidc_client_id, oidc_label];
        let none = oidc_issuer.is_none()
            && others.into_iter().all(Option::is_none)
            && self.oidc_client_secret_file.is_none();
        let message =
            "this program was built without signing in by OpenID Connect (`--features oidc`)";
        if none { Ok(()) } else { Err(Error::setting("oidc-issuer", message)) }
    }
}
