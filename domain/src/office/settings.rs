//! The office's own settings: what may be set.

use serde::{Deserialize, Serialize};

use super::{
    OfficeSettings,
    entry::{CODE, Fields, NAME},
};
use crate::{
    fault::{Fault, Reason},
    words::{Lang, Words},
};

/// The settings as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettingsPage {
    /// What a change names as `based_on`.
    pub state: String,
    /// All of them.
    pub settings: OfficeSettings,
}

/// The settings as they are to be; what is left out is as usual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettingsChange {
    /// The state that was seen.
    pub based_on: String,
    /// All of them.
    pub settings: OfficeSettings,
}

impl OfficeSettings {
    /// What the house is called on pages and posters: as its letterhead says, or else as its topmost
    /// unit is named. The letterhead is Vietnamese, so that in English that unit's English name goes
    /// first. Nothing, if neither says anything.
    pub fn house<'a>(&'a self, topmost: Option<&'a Words>, lang: Lang) -> Option<&'a str> {
        let english = topmost.map(|name| name.en.as_str()).filter(|_| lang == Lang::En);
        let said = [english, Some(self.letterhead.as_str()), topmost.map(|name| name.vi.as_str())];
        said.into_iter().flatten().find(|name| !name.is_empty())
    }

    /// The settings as they are kept, or everything wrong with them.
    pub fn check(&self) -> Result<Self, Vec<Fault>> {
        let mut fields = Fields::default();
        let mut checked = self.clone();
        for (field, text) in [
            ("letterhead_above", &mut checked.letterhead_above),
            ("letterhead", &mut checked.letterhead),
            ("place", &mut checked.place),
        ] {
            *text = fields.short(field, text, NAME).unwrap_or_default();
        }
        checked.hotline = hotline(&mut fields, &self.hotline);
        checked.second_factor.sort_unstable();
        checked.second_factor.dedup();
        if checked.second_factor.len() < self.second_factor.len() {
            fields.fault::<()>("second_factor", Reason::Twice);
        }
        fields.whole("idle_minutes", self.idle_minutes, 5, 240);
        fields.whole("session_hours", self.session_hours, 1, 72);
        fields.end(Some(checked))
    }
}

/// A number that people can dial, as it is to be read: short ones such as 1022 too.
fn hotline(fields: &mut Fields, typed: &str) -> String {
    let Some(text) = fields.short("hotline", typed, CODE) else { return String::new() };
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_number = |it: char| it.is_ascii_digit() || " .()+-".contains(it);
    let is_dialled = text.chars().all(is_number) && (3..=15).contains(&digits);
    if !(text.is_empty() || is_dialled) {
        fields.fault::<()>("hotline", Reason::BadHotline);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::role::Role;

    #[test]
    fn the_house_is_called_as_its_letterhead_says_or_as_its_topmost_unit() {
        let words = |vi: &str, en: &str| Words { vi: vi.to_owned(), en: en.to_owned() };
        let (both, vietnamese) = (words("Sở", "Department"), words("Sở", ""));
        let usual = OfficeSettings::default();
        let lettered = OfficeSettings { letterhead: "SỞ Y TẾ".to_owned(), ..usual.clone() };
        for (settings, topmost, vi, en) in [
            (&usual, None, None, None),
            (&usual, Some(&both), Some("Sở"), Some("Department")),
            (&usual, Some(&vietnamese), Some("Sở"), Some("Sở")),
            (&lettered, None, Some("SỞ Y TẾ"), Some("SỞ Y TẾ")),
            (&lettered, Some(&both), Some("SỞ Y TẾ"), Some("Department")),
            (&lettered, Some(&vietnamese), Some("SỞ Y TẾ"), Some("SỞ Y TẾ")),
        ] {
            assert_eq!(settings.house(topmost, Lang::Vi), vi);
            assert_eq!(settings.house(topmost, Lang::En), en);
        }
    }

    #[test]
    fn a_hotline_can_be_dialled_or_is_none() {
        let check = |typed: &str| {
            let hotline = typed.to_owned();
            OfficeSettings { hotline, ..OfficeSettings::default() }.check().is_ok()
        };
        for typed in ["", " ", "1022", "1900 1234", "+84 (251) 3.822-222"] {
            assert!(check(typed), "{typed}");
        }
        for typed in ["12", "1022 nhánh 3", "+", "0123456789012345", "1022\n1023"] {
            assert!(!check(typed), "{typed}");
        }
    }

    #[test]
    fn the_usual_settings_are_sound_and_every_fault_is_named() {
        assert_eq!(OfficeSettings::default().check(), Ok(OfficeSettings::default()));
        let wrong = OfficeSettings {
            letterhead: "a\nb".to_owned(),
            hotline: "không có".to_owned(),
            second_factor: vec![Role::Head, Role::Head],
            idle_minutes: 0,
            session_hours: 73,
            ..OfficeSettings::default()
        };
        let faults = wrong.check().unwrap_err();
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field()).collect();
        assert_eq!(
            fields,
            ["letterhead", "hotline", "second_factor", "idle_minutes", "session_hours"]
        );
    }
}
