//! The fields of the form, read the same way by the server and by the browser.

use domain::{
    Answer, Ballot, Fault, Reason,
    ballot::respondent::{Age, Party, Respondent, Sex},
};

/// What was typed into the form, as pairs of field name and value.
#[derive(Clone, Debug, Default)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// The value of a field; empty, if it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }
}

/// The ballot that the fields of the form make, and what could not be read of them.
///
/// Names: `id`, `instrument`, `p`, `unit`, `procedure`, `t`, `a.{item}`, `comment`, `consent`, `party`,
/// `sex`, `age`. An item of several codes, each after a dot, is the question before those: answered with
/// `na` it says that none of them applies, and otherwise nothing. An empty value is as good as none; other names are passed over.
pub fn ballot(campaign: &str, typed: &Typed) -> (Ballot, Vec<Fault>) {
    let mut ballot = Ballot { campaign: campaign.to_owned(), ..Ballot::default() };
    let mut respondent = Respondent::default();
    let mut faults = Vec::new();
    for (name, value) in typed.0.iter().filter(|(_, value)| !value.is_empty()) {
        let text = || Some(value.clone());
        match name.as_str() {
            "id" => ballot.id.clone_from(value),
            "instrument" => ballot.instrument = text(),
            "p" => ballot.service_point = text(),
            "unit" => ballot.unit = text(),
            "procedure" => ballot.procedure = text(),
            "t" => ballot.token = text(),
            "comment" => ballot.comment = text(),
            "consent" => ballot.consent.get_or_insert_default().push(value.clone()),
            "party" => respondent.party = choice(name, Party::read(value), &mut faults),
            "sex" => respondent.sex = choice(name, Sex::read(value), &mut faults),
            "age" => respondent.age = choice(name, Age::read(value), &mut faults),
            _ => answer(name, value, &mut ballot.answers, &mut faults),
        }
    }
    spare(typed, &mut ballot.answers);
    if respondent != Respondent::default() {
        ballot.respondent = Some(respondent);
    }
    (ballot, faults)
}

fn choice<T>(name: &str, read: Option<T>, faults: &mut Vec<Fault>) -> Option<T> {
    if read.is_none() {
        faults.push(Fault::new(["respondent.", name].concat(), Reason::UnknownChoice));
    }
    read
}

/// What a question before others says of them counts, whatever was answered there before.
fn spare(typed: &Typed, answers: &mut Vec<Answer>) {
    let said_no = |(name, value): &&(String, String)| name.starts_with(LEAD) && value == "na";
    for (name, _) in typed.0.iter().filter(said_no) {
        for item in name[LEAD.len()..].split('.') {
            answers.retain(|answer| answer.item != item);
            answers.push(Answer { item: item.to_owned(), level: None });
        }
    }
}

/// What the name of a question before others begins with.
const LEAD: &str = "a..";

fn answer(name: &str, value: &str, answers: &mut Vec<Answer>, faults: &mut Vec<Fault>) {
    let Some(item) = name.strip_prefix("a.").filter(|_| !name.starts_with(LEAD)) else { return };
    let level = if value == "na" { Ok(None) } else { value.parse().map(Some) };
    match level {
        Ok(level) => answers.push(Answer { item: item.to_owned(), level }),
        Err(_) => faults.push(Fault::new(["answers.", item].concat(), Reason::WrongType)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed(pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect())
    }

    #[test]
    fn fields_become_a_ballot_and_blanks_are_left_out() {
        let (ballot, faults) = ballot(
            "c1",
            &typed(&[
                ("id", "x"),
                ("p", "q1"),
                ("unit", ""),
                ("a.A1", "4"),
                ("a.E1", "na"),
                ("a.B1", ""),
                ("comment", "tốt"),
                ("age", "over-60"),
                ("sex", ""),
                ("other", "?"),
            ]),
        );
        assert_eq!(faults, []);
        assert_eq!((ballot.campaign.as_str(), ballot.id.as_str()), ("c1", "x"));
        assert_eq!(ballot.service_point.as_deref(), Some("q1"));
        assert_eq!(ballot.unit, None);
        let answers: Vec<_> = ballot.answers.iter().map(|a| (a.item.as_str(), a.level)).collect();
        assert_eq!(answers, [("A1", Some(4)), ("E1", None)]);
        assert_eq!(ballot.respondent.and_then(|r| r.age), Some(Age::Over60));
    }

    #[test]
    fn a_no_before_others_says_that_none_of_them_applies() {
        let answers = |pairs: &[(&str, &str)]| {
            let (ballot, faults) = ballot("c1", &typed(pairs));
            assert_eq!(faults, []);
            ballot.answers.into_iter().map(|it| (it.item, it.level)).collect::<Vec<_>>()
        };
        let no = answers(&[("a.A1", "4"), ("a..E1.E2", "na"), ("a.E1", "2")]);
        assert_eq!(no, [("A1".into(), Some(4)), ("E1".into(), None), ("E2".into(), None)]);
        assert_eq!(answers(&[("a..E1.E2", "1"), ("a.E1", "2")]), [("E1".into(), Some(2))]);
        assert_eq!(answers(&[("a..E1.E2", "")]), []);
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_field() {
        let (ballot, faults) =
            ballot("c1", &typed(&[("a.A1", "four"), ("a.A2", "300"), ("sex", "x"), ("a.A3", "9")]));
        let named: Vec<_> = faults.iter().map(|f| (f.field(), f.reason)).collect();
        assert_eq!(
            named,
            [
                ("answers.A1", Reason::WrongType),
                ("answers.A2", Reason::WrongType),
                ("respondent.sex", Reason::UnknownChoice),
            ]
        );
        assert_eq!(ballot.answers[0].level, Some(9), "the check of the ballot judges the level");
    }
}
