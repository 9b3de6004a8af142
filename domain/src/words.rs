//! The two languages people read, and words held in both.

use serde::{Deserialize, Serialize};

use crate::text;

/// A language of the pages. Vietnamese comes first everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The code used in addresses and in the page's `lang` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// Reads `vi` or `en`; anything else is Vietnamese.
    pub fn read(code: &str) -> Self {
        if code == "en" { Self::En } else { Self::Vi }
    }

    /// The language to offer instead of this one.
    pub fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }
}

/// The same words in Vietnamese and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Words {
    /// Vietnamese.
    pub vi: String,
    /// English; where it is empty the Vietnamese stands in.
    #[serde(default)]
    pub en: String,
}

impl Words {
    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.en.is_empty() => &self.en,
            _ => &self.vi,
        }
    }

    /// The same in the form in which texts are stored.
    pub fn composed(&self) -> Self {
        Self { vi: text::compose(&self.vi), en: text::compose(&self.en) }
    }
}
