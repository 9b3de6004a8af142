//! What is known of the provider: its addresses and its keys, read when they are first needed.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::{IssuerUrl, core::CoreProviderMetadata};
use tokio::sync::Mutex;

use super::wire::Wire;
use crate::problem::Problem;

/// What was read is used for this long.
const FRESH: TimeDelta = TimeDelta::hours(1);
/// After a failure it is not asked again for this long, however many wait.
const REST: TimeDelta = TimeDelta::seconds(2);
/// Because of a key that is not known it is read again so often.
const ANEW: TimeDelta = TimeDelta::minutes(1);

/// What is known; one request at a time asks for it.
pub(super) struct Known {
    pub issuer: IssuerUrl,
    pub wire: Wire,
    pub now: fn() -> DateTime<Utc>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    read: Option<(DateTime<Utc>, Arc<CoreProviderMetadata>)>,
    failed: Option<DateTime<Utc>>,
    anew: Option<DateTime<Utc>>,
}

impl Known {
    /// Nothing is known yet.
    pub fn new(issuer: IssuerUrl, wire: Wire, now: fn() -> DateTime<Utc>) -> Self {
        Self { issuer, wire, now, state: Mutex::default() }
    }

    /// What is known, read if there is nothing or it is old.
    pub async fn get(&self) -> Result<Arc<CoreProviderMetadata>, Problem> {
        self.state.lock().await.get(self).await
    }

    /// The same, read again because of a key that is not among those known.
    pub async fn get_anew(&self) -> Result<Arc<CoreProviderMetadata>, Problem> {
        let mut state = self.state.lock().await;
        let now = (self.now)();
        if !lately(state.anew, now, ANEW) {
            (state.read, state.anew) = (None, Some(now));
        }
        state.get(self).await
    }
}

impl State {
    async fn get(&mut self, known: &Known) -> Result<Arc<CoreProviderMetadata>, Problem> {
        let now = (known.now)();
        if let Some((read, metadata)) = &self.read
            && lately(Some(*read), now, FRESH)
        {
            return Ok(Arc::clone(metadata));
        }
        if lately(self.failed, now, REST) {
            return Err(Problem::ProviderAway);
        }
        let issuer = known.issuer.clone();
        match CoreProviderMetadata::discover_async(issuer, &known.wire).await {
            Ok(metadata) => {
                let metadata = Arc::new(metadata);
                self.read = Some((now, Arc::clone(&metadata)));
                Ok(metadata)
            }
            Err(error) => {
                let cause = std::error::Error::source(&error).map(ToString::to_string);
                tracing::warn!(%error, cause, "the OpenID Connect provider cannot be read");
                // Counted from the end: whoever waited for this goes away with it.
                self.failed = Some((known.now)());
                Err(Problem::ProviderAway)
            }
        }
    }
}

/// Whether something was within a time before now. What lies further ahead was written before the
/// clock was set back: how long ago that is nobody knows.
fn lately(moment: Option<DateTime<Utc>>, now: DateTime<Utc>, within: TimeDelta) -> bool {
    moment.is_some_and(|moment| (now - moment).abs() < within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_before_the_clock_was_set_back_holds_nobody_up() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        for (ahead, is_lately) in [(-3, false), (-1, true), (1, true), (3, false), (1 << 31, false)]
        {
            let moment = Some(now + TimeDelta::seconds(ahead));
            assert_eq!(lately(moment, now, REST), is_lately, "{ahead}");
        }
        assert!(!lately(None, now, REST));
    }
}
