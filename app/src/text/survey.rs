//! Which words the survey and its receipt need.

/// The words of the survey and its receipt, in one language.
pub struct SurveyWords {
    /// What to know before starting.
    pub intro: &'static str,
    /// Before the name of the service point.
    pub service_point: &'static str,
    /// Before the name of the unit.
    pub unit: &'static str,
    /// Before the name of the procedure.
    pub procedure: &'static str,
    /// The five levels of satisfaction, from 1.
    pub levels: [&'static str; 5],
    /// None, some, many.
    pub occurrences: [&'static str; 3],
    /// For a question that does not concern the person.
    pub not_applicable: &'static str,
    /// Takes an answer back.
    pub clear: &'static str,
    /// How one question at a time works.
    pub hint: &'static str,
    /// How it works with a keyboard.
    pub keys: &'static str,
    /// Which question of how many.
    pub progress: fn(usize, usize) -> String,
    /// The step after the last question.
    pub last_step: &'static str,
    /// To the question before.
    pub back: &'static str,
    /// To the next question.
    pub next: &'static str,
    /// To the next question, leaving this one blank.
    pub skip: &'static str,
    /// Over the comment.
    pub comment: &'static str,
    /// Under it, with the most characters it may have.
    pub comment_hint: fn(usize) -> String,
    /// Over the facets.
    pub about: &'static str,
    /// For whom the person spoke, and the two answers.
    pub party: (&'static str, [&'static str; 2]),
    /// Sex, and the three answers.
    pub sex: (&'static str, [&'static str; 3]),
    /// Age, and the five bands.
    pub age: (&'static str, [&'static str; 5]),
    /// The choice of not saying.
    pub unsaid: &'static str,
    /// Sends the ballot.
    pub send: &'static str,
    /// Sends it once more after a failure.
    pub again: &'static str,
    /// While it is on its way.
    pub sending: &'static str,
    /// Over the list of faults.
    pub mend: &'static str,
    /// The network or the server did not answer.
    pub no_answer: &'static str,
    /// Too much at once, or the server is being looked after.
    pub busy: &'static str,
    /// Many ballots come from the same place; this one is taken after a wait of so many seconds.
    pub crowded: fn(u32) -> String,
    /// Something answered that is not this service, such as a hotspot's sign-in page.
    pub odd_answer: &'static str,
    /// The same ballot was kept before with other answers.
    pub sent_before: &'static str,
    /// What was filled in earlier is back.
    pub restored: &'static str,
    /// The head of the receipt.
    pub thanks: &'static str,
    /// What happened to the ballot.
    pub kept: &'static str,
    /// Before the receipt code.
    pub receipt: &'static str,
    /// Before the pin.
    pub pin: &'static str,
    /// What the two are for.
    pub receipt_use: &'static str,
    /// The way to what is kept.
    pub see_ballot: &'static str,
    /// Links to the results.
    pub see_results: &'static str,
}
