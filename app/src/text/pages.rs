//! Which words stand around and between the pages.

/// The words of the server's own pages, in one language.
pub struct PageWords {
    /// The service's name.
    pub service: &'static str,
    /// Whose service it is.
    pub owner: &'static str,
    /// Jumps over the head of the page.
    pub skip: &'static str,
    /// The other language's name, in that language.
    pub other_language: &'static str,
    /// On every page that shows demo data.
    pub demo: &'static str,
    /// At the foot of every page.
    pub foot: &'static str,
    /// The way home.
    pub home: &'static str,
    /// When a script broke down while the form was being filled in.
    pub failed: &'static str,
    /// The head of the home page.
    pub welcome: &'static str,
    /// Under it.
    pub welcome_lead: &'static str,
    /// Over the open campaigns.
    pub open: &'static str,
    /// When none is open.
    pub none_open: &'static str,
    /// Opens a campaign's survey.
    pub take_part: &'static str,
    /// The last day of a campaign.
    pub until: fn(&str) -> String,
    /// The results page.
    pub results: &'static str,
    /// The way there.
    pub see_results: &'static str,
    /// What it shows.
    pub results_lead: &'static str,
    /// A campaign that has not begun.
    pub not_open_yet: &'static str,
    /// The day from which it takes ballots.
    pub opens_on: fn(&str) -> String,
    /// A campaign that is over.
    pub over: &'static str,
    /// The day on which it ended.
    pub ended_on: fn(&str) -> String,
    /// What to do instead.
    pub closed_help: &'static str,
    /// Over faults in what was sent that are no ballot's.
    pub faulty: &'static str,
    /// No such page.
    pub not_found: TroubleWords,
    /// Something sent could not be read.
    pub unreadable: TroubleWords,
    /// The address does not take what was tried with it.
    pub wrong_method: TroubleWords,
    /// Something sent is in another format.
    pub wrong_format: TroubleWords,
    /// Something sent arrived too slowly.
    pub too_slow: TroubleWords,
    /// Something sent is too large.
    pub too_large: TroubleWords,
    /// The server cannot keep anything just now.
    pub unavailable: TroubleWords,
    /// The provider that says who somebody is does not answer.
    pub provider_away: TroubleWords,
    /// Nobody is signed in.
    pub sign_in_first: TroubleWords,
    /// Signed in, but the role or the unit does not allow it.
    pub not_allowed: TroubleWords,
    /// A second factor has to be set up first.
    pub second_factor_first: TroubleWords,
    /// Sent by another page in the person's name.
    pub forged: TroubleWords,
    /// Many ballots from one place; this one has to wait.
    pub crowded: TroubleWords,
    /// Too many tries.
    pub too_many: TroubleWords,
    /// The same ballot was kept before with other answers.
    pub conflict: TroubleWords,
    /// Somebody else changed it meanwhile.
    pub stale: TroubleWords,
    /// The ballot was taken back.
    pub withdrawn: TroubleWords,
    /// The invitation behind a link was answered before.
    pub token_used: TroubleWords,
    /// A link with no invitation of ours.
    pub unknown_token: TroubleWords,
    /// Our own fault.
    pub broken: TroubleWords,
    /// On the poster: what is asked of the passer-by.
    pub poster_ask: &'static str,
    /// On the poster: the three steps.
    pub poster_steps: [&'static str; 3],
    /// On the poster: before the address.
    pub poster_address: &'static str,
    /// On the poster: what happens to the answers.
    pub poster_promise: &'static str,
    /// What the picture of the QR code shows.
    pub poster_code: &'static str,
    /// The head of the office pages.
    pub office: &'static str,
    /// Shown where the office's script does not run.
    pub office_needs_script: &'static str,
}

/// What went wrong, and what to do.
pub struct TroubleWords {
    /// What went wrong.
    pub title: &'static str,
    /// What to do.
    pub help: &'static str,
}
