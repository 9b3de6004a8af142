//! The office's own settings: what may be set.

use serde::{Deserialize, Serialize};

use super::{
    OfficeSettings,
    entry::{Fields, NAME},
};
use crate::fault::{Fault, Reason};

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
    /// The settings as they are kept, or everything wrong with them.
    pub fn check(&self) -> Result<Self, Vec<Fault>> {
        let mut fields = Fields::default();
        let mut kept = self.clone();
        for (field, text) in [
            ("letterhead_above", &mut kept.letterhead_above),
            ("letterhead", &mut kept.letterhead),
            ("place", &mut kept.place),
        ] {
            *text = fields.short(field, text, NAME).unwrap_or_default();
        }
        kept.second_factor.sort_unstable();
        kept.second_factor.dedup();
        if kept.second_factor.len() < self.second_factor.len() {
            fields.fault::<()>("second_factor", Reason::Twice);
        }
        fields.whole("idle_minutes", self.idle_minutes, 5, 240);
        fields.whole("session_hours", self.session_hours, 1, 72);
        fields.end(Some(kept))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::role::Role;

    #[test]
    fn the_usual_settings_are_sound_and_every_fault_is_named() {
        assert_eq!(OfficeSettings::default().check(), Ok(OfficeSettings::default()));
        let wrong = OfficeSettings {
            letterhead: "a\nb".to_owned(),
            second_factor: vec![Role::Head, Role::Head],
            idle_minutes: 0,
            session_hours: 73,
            ..OfficeSettings::default()
        };
        let faults = wrong.check().unwrap_err();
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field()).collect();
        assert_eq!(fields, ["letterhead", "second_factor", "idle_minutes", "session_hours"]);
    }
}
