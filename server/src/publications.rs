//! Publications: what everybody may read of figures. They are made here, in one place, whether by the
//! daily job, by `hailong publish` or with the demo; pages and programs read what is stored.

pub mod daily;
mod edition;
pub mod press;
pub mod reading;
mod series;
mod sheets;

use domain::figures::publish::{Floor, scheme::Scheme};

/// How publications are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// How small a published group may be.
    pub floor: Floor,
    /// The period scheme that is public. There is one: two schemes would tell the days between apart.
    pub scheme: Scheme,
    /// How many days after its end a period is published: late ballots come in until then.
    pub wait: u32,
}

impl Default for Rules {
    fn default() -> Self {
        let scheme = domain::figures::publish::scheme::SCHEMES[0];
        Self { floor: Floor::default(), scheme, wait: 5 }
    }
}
