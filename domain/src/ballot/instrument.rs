//! Question sets as data: what is asked, of whom, and on which scale.

use serde::{Deserialize, Serialize};

use crate::{code::Channel, words::Words};

/// The question sets that come with the program, as JSON texts of [`Instrument`].
pub const BUILT_IN: [&str; 4] = [
    include_str!("../../instruments/sipas-service-1.json"),
    include_str!("../../instruments/quick-1.json"),
    include_str!("../../instruments/sipas-service-2.json"),
    include_str!("../../instruments/quick-2.json"),
];

/// How many questions people answer in a minute.
const A_MINUTE: usize = 10;

/// How many minutes so many questions take, at least one.
pub fn minutes(questions: usize) -> usize {
    questions.div_ceil(A_MINUTE).max(1)
}

/// One version of a question set. Once a ballot used it, it never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// The code, such as `sipas-service`.
    pub code: String,
    /// The version, from 1.
    pub version: u32,
    /// The version before it, and what can be compared with that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Follows>,
    /// What the set is called.
    pub name: Words,
    /// The rule or form the set follows, for those who check it.
    #[serde(default)]
    pub source: String,
    /// The groups of items, in order.
    pub factors: Vec<Factor>,
    /// The questions, in the order in which they are asked and stored.
    pub items: Vec<Item>,
    /// How long a comment may be, in characters; 0 asks for none.
    pub comment_limit: usize,
}

/// What an instrument has in common with an earlier version of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Follows {
    /// The earlier version.
    pub version: u32,
    /// The codes of the items that ask the same in both, if in other words.
    pub items: Vec<String>,
}

/// A group of items (yếu tố).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// The code, such as `A`.
    pub code: String,
    /// The factor's name.
    pub name: Words,
    /// The question that comes before its items on the form: to whoever says no, none of them applies.
    /// It is not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<Words>,
}

/// One question (tiêu chí).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The code, such as `A1`.
    pub code: String,
    /// The factor it belongs to; none for questions beside the index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<String>,
    /// The answers it offers.
    pub scale: Scale,
    /// The question.
    pub text: Words,
    /// What its levels are called, from the lowest, where the scale's own words do not fit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Words>,
    /// The channels for which it is asked; all of them, if none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// Whether the form offers "không áp dụng".
    #[serde(default)]
    pub may_not_apply: bool,
}

/// A list of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Five levels of satisfaction, 1 the lowest. Counts for the index.
    Satisfaction,
    /// None, some, many: asked beside the index.
    Occurrence,
}

impl Scale {
    /// The highest level; the lowest is 1.
    pub fn top(self) -> u8 {
        match self {
            Self::Satisfaction => 5,
            Self::Occurrence => 3,
        }
    }
}

impl Item {
    /// Whether it is asked of people served through a channel.
    pub fn is_asked(&self, channel: Channel) -> bool {
        self.channels.is_empty() || self.channels.contains(&channel)
    }

    /// Whether its answers are part of the index.
    pub fn counts(&self) -> bool {
        self.scale == Scale::Satisfaction
    }
}

impl Instrument {
    /// The code and version in one, as addresses and published figures carry it: `quick/1`.
    pub fn key(&self) -> String {
        format!("{}/{}", self.code, self.version)
    }

    /// The place of an item in the set, and the item.
    pub fn item(&self, code: &str) -> Option<(usize, &Item)> {
        self.items.iter().enumerate().find(|(_, item)| item.code == code)
    }

    /// How many questions the form shows to people who come by a channel.
    pub fn questions(&self, channel: Channel) -> usize {
        let asked = |item: &&Item| item.is_asked(channel);
        let is_asked = |factor: &&Factor| {
            let is_its = |item: &Item| item.factor.as_ref() == Some(&factor.code);
            factor.asks.is_some() && self.items.iter().filter(asked).any(is_its)
        };
        self.items.iter().filter(asked).count() + self.factors.iter().filter(is_asked).count()
    }

    /// What is wrong with the set itself, in words for whoever wrote the file.
    pub fn flaws(&self) -> Vec<String> {
        let mut flaws = Vec::new();
        let named = |code: &str| {
            !code.is_empty() && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        if !named(&self.code)
            || self.version == 0
            || self.items.is_empty()
            || self.name.vi.is_empty()
        {
            flaws.push("an instrument needs a code of letters, digits and dashes, a version from 1, a name and items".to_owned());
        }
        for (place, item) in self.items.iter().enumerate() {
            if !named(&item.code) || self.items[..place].iter().any(|other| other.code == item.code)
            {
                flaws.push(format!("item {}: the code is empty, odd or used twice", item.code));
            }
            if item.text.vi.is_empty() || item.text.en.is_empty() {
                flaws
                    .push(format!("item {}: words are missing in one of the languages", item.code));
            }
            if !item.levels.is_empty() && item.levels.len() != usize::from(item.scale.top()) {
                flaws.push(format!("item {}: words for {} levels", item.code, item.scale.top()));
            }
            if let Some(factor) = &item.factor
                && !self.factors.iter().any(|f| f.code == *factor)
            {
                flaws.push(format!("item {}: no factor {factor}", item.code));
            }
            if item.counts() != item.factor.is_some() {
                flaws.push(format!(
                    "item {}: satisfaction items need a factor, others have none",
                    item.code
                ));
            }
        }
        flaws.extend(self.flaws_of_what_it_follows());
        flaws
    }

    fn flaws_of_what_it_follows(&self) -> Vec<String> {
        let Some(follows) = &self.follows else { return Vec::new() };
        let unknown = follows.items.iter().filter(|code| self.item(code).is_none());
        let mut flaws: Vec<String> =
            unknown.map(|code| format!("follows: no item {code}")).collect();
        if follows.version >= self.version {
            flaws.push("follows: only an earlier version can be followed".to_owned());
        }
        flaws
    }

    /// The same set with only the questions asked for a channel.
    pub fn for_channel(&self, channel: Channel) -> Self {
        let mut shorter = self.clone();
        shorter.items.retain(|item| item.is_asked(channel));
        shorter
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built_in() -> Vec<Instrument> {
        BUILT_IN.iter().map(|text| serde_json::from_str(text).unwrap()).collect()
    }

    #[test]
    fn the_built_in_sets_have_no_flaws() {
        for set in built_in() {
            assert_eq!(set.flaws(), Vec::<String>::new(), "{}", set.key());
        }
    }

    #[test]
    fn the_service_set_has_sixteen_criteria_in_five_factors() {
        let set = &built_in()[0];
        let sizes: Vec<usize> = set
            .factors
            .iter()
            .map(|f| set.items.iter().filter(|i| i.factor.as_deref() == Some(&f.code)).count())
            .collect();
        assert_eq!(sizes, [3, 4, 3, 3, 3]);
        assert_eq!(set.items.iter().filter(|item| !item.counts()).count(), 2);
        assert!(set.comment_limit > 0);
    }

    #[test]
    fn a_newer_set_asks_the_same_in_other_words_and_one_question_before_a_factor() {
        let sets = built_in();
        for (old, new) in [(&sets[0], &sets[2]), (&sets[1], &sets[3])] {
            let follows = new.follows.as_ref().unwrap();
            assert_eq!((&new.code, follows.version), (&old.code, old.version));
            let shapes = |set: &Instrument| -> Vec<_> {
                let items = set.items.iter();
                items.map(|it| (it.code.clone(), it.factor.clone(), it.scale)).collect()
            };
            assert_eq!(shapes(new), shapes(old), "every item has its place");
            let codes: Vec<_> = old.items.iter().map(|item| &item.code).collect();
            assert_eq!(follows.items.iter().collect::<Vec<_>>(), codes);
        }
        assert_eq!(sets[0].questions(Channel::InPerson), 18);
        assert_eq!(sets[2].questions(Channel::InPerson), 19);
    }

    #[test]
    fn a_set_follows_an_earlier_one_in_items_it_has() {
        let mut set = built_in().remove(2);
        set.follows = Some(Follows { version: 2, items: vec!["Z9".to_owned()] });
        assert_eq!(set.flaws().len(), 2, "{:?}", set.flaws());
    }

    #[test]
    fn seats_are_not_asked_of_those_who_filed_online() {
        let set = &built_in()[0];
        let online: Vec<String> =
            set.for_channel(Channel::Online).items.into_iter().map(|i| i.code).collect();
        assert!(!online.contains(&"A2".to_owned()) && online.contains(&"B1".to_owned()));
    }
}
