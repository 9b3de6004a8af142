//! The provider: where it sends browsers, and whom it shows to have signed in.

use chrono::{DateTime, Utc};
use openidconnect::{
    AuthType, AuthenticationFlow, AuthorizationCode, ClaimsVerificationError, ClientId,
    ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError,
    SignatureVerificationError, TokenResponse,
    core::{
        CoreClient, CoreClientAuthMethod, CoreIdToken, CoreJwsSigningAlgorithm,
        CoreProviderMetadata, CoreResponseType,
    },
};

use super::{known::Known, round_trip::RoundTrip, unshown::Unshown, wire::Wire};
use crate::{error::Error, keys::Keys, problem::Problem};

/// Where the provider sends the browser back to: a page of the office, which calls the server.
const RETURN: &str = "/van-phong/dang-nhap/openid";
/// Signatures that are taken. None of them is made with a secret that anybody else could have.
const SIGNATURES: [CoreJwsSigningAlgorithm; 3] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
];

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What is set about the provider.
pub struct Settings {
    /// Its issuer, as its own description names it.
    pub issuer: String,
    /// What it calls this server.
    pub client_id: String,
    /// What it knows this server by.
    pub client_secret: String,
    /// What people call it; otherwise its host's name.
    pub label: Option<String>,
}

/// The provider. Nothing is asked of it before somebody wants to sign in.
pub struct Provider {
    /// What people call it.
    pub label: String,
    client_id: ClientId,
    client_secret: ClientSecret,
    back: RedirectUrl,
    known: Known,
}

impl Provider {
    /// The provider of these settings, for a server that is reached at `public_url`.
    pub fn new(
        settings: Settings,
        public_url: &str,
        now: fn() -> DateTime<Utc>,
    ) -> Result<Self, Error> {
        let fault =
            |error: &dyn std::fmt::Display| Error::setting("oidc-issuer", &error.to_string());
        let issuer = IssuerUrl::new(settings.issuer).map_err(|error| fault(&error))?;
        let host = issuer.url().host_str().unwrap_or_default().to_owned();
        let wire = Wire::new(issuer.url()).map_err(|error| fault(&error))?;
        let back = RedirectUrl::new(format!("{public_url}{RETURN}"))
            .map_err(|error| Error::setting("public-url", &error.to_string()))?;
        Ok(Self {
            label: settings.label.unwrap_or(host),
            client_id: ClientId::new(settings.client_id),
            client_secret: ClientSecret::new(settings.client_secret),
            back,
            known: Known::new(issuer, wire, now),
        })
    }

    /// The provider's page that a browser is sent to.
    pub async fn address(&self, way: &RoundTrip) -> Result<String, Problem> {
        let client = self.client(&*self.known.get().await?);
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&way.verifier());
        let (state, nonce) = (way.state.clone(), way.nonce.clone());
        let request = client.authorize_url(
            AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
            move || CsrfToken::new(state),
            move || Nonce::new(nonce),
        );
        let (address, ..) = request.set_pkce_challenge(challenge).url();
        // The description names it, and a browser must not be sent just anywhere.
        if !self.known.wire.may_reach(&address) {
            tracing::warn!("the OpenID Connect provider's own page is not at an https address");
            return Err(Problem::ProviderAway);
        }
        Ok(address.into())
    }

    /// Who it is that came back with a code, as a keyed hash of what the provider calls them.
    pub async fn subject(
        &self,
        way: &RoundTrip,
        code: String,
        keys: &Keys,
    ) -> Result<Result<[u8; 32], Unshown>, Problem> {
        let mut metadata = self.known.get().await?;
        let token = match self.token(&metadata, way.verifier(), code).await? {
            Ok(token) => token,
            Err(unshown) => return Ok(Err(unshown)),
        };
        let mut shown = self.claimed(&metadata, &token, way);
        if shown == Err(UNKNOWN_KEY) {
            // It may have changed its keys since they were read.
            metadata = self.known.get_anew().await?;
            shown = self.claimed(&metadata, &token, way);
        }
        let who = |subject: String| [self.known.issuer.as_str(), "\0", &subject].concat();
        Ok(shown.map(|subject| keys.blind("openid.subject", who(subject).as_bytes())))
    }

    /// The signed word on who it is, in exchange for a code.
    async fn token(
        &self,
        metadata: &CoreProviderMetadata,
        verifier: PkceCodeVerifier,
        code: String,
    ) -> Result<Result<CoreIdToken, Unshown>, Problem> {
        let client = self.client(metadata);
        let Ok(request) = client.exchange_code(AuthorizationCode::new(code)) else {
            tracing::warn!("the OpenID Connect provider names no address for tokens");
            return Err(Problem::ProviderAway);
        };
        Ok(match request.set_pkce_verifier(verifier).request_async(&self.known.wire).await {
            Ok(reply) => reply.id_token().cloned().ok_or(Unshown("no_token")),
            Err(RequestTokenError::Request(error)) => {
                tracing::warn!(%error, "the OpenID Connect provider gives no tokens");
                return Err(Problem::ProviderAway);
            }
            Err(RequestTokenError::ServerResponse(refused)) => {
                tracing::info!(error = ?refused.error(), "the OpenID Connect provider refused a code");
                Err(Unshown("code"))
            }
            Err(_) => Err(Unshown("token")),
        })
    }

    /// Whom a token names, if everything about it is right.
    fn claimed(
        &self,
        metadata: &CoreProviderMetadata,
        token: &CoreIdToken,
        way: &RoundTrip,
    ) -> Result<String, Unshown> {
        let client = self.client(metadata);
        let verifier = client.id_token_verifier();
        let verifier = verifier.set_allowed_algs(SIGNATURES).set_time_fn(self.known.now);
        let claims = token.claims(&verifier, &Nonce::new(way.nonce.clone()));
        claims.map(|claims| claims.subject().to_string()).map_err(|error| word(&error))
    }

    fn client(&self, metadata: &CoreProviderMetadata) -> Client {
        let (id, secret) = (self.client_id.clone(), self.client_secret.clone());
        let client = CoreClient::from_provider_metadata(metadata.clone(), id, Some(secret));
        let ways = metadata.token_endpoint_auth_methods_supported();
        let takes_basic =
            ways.is_none_or(|ways| ways.contains(&CoreClientAuthMethod::ClientSecretBasic));
        let way = if takes_basic { AuthType::BasicAuth } else { AuthType::RequestBody };
        client.set_redirect_uri(self.back.clone()).set_auth_type(way)
    }
}

/// Signed by a key that is not among those the provider shows.
const UNKNOWN_KEY: Unshown = Unshown("unknown_key");

fn word(error: &ClaimsVerificationError) -> Unshown {
    use SignatureVerificationError::NoMatchingKey;
    match error {
        ClaimsVerificationError::SignatureVerification(NoMatchingKey) => UNKNOWN_KEY,
        ClaimsVerificationError::SignatureVerification(_) => Unshown("signature"),
        ClaimsVerificationError::Expired(_) => Unshown("expired"),
        ClaimsVerificationError::InvalidAudience(_) => Unshown("audience"),
        ClaimsVerificationError::InvalidIssuer(_) => Unshown("issuer"),
        ClaimsVerificationError::InvalidNonce(_) => Unshown("nonce"),
        _ => Unshown("token"),
    }
}
