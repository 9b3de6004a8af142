//! Closed lists that are stored as small numbers and spoken as short names.

/// Makes an enum whose variants have a stored number and a name in addresses, files and JSON.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $number:literal $text:tt,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant,)+ }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its place in [`Self::ALL`], from 0.
            pub fn place(self) -> usize {
                self as usize
            }

            /// The number it is stored as.
            pub fn number(self) -> i64 {
                match self { $(Self::$variant => $number,)+ }
            }

            /// The name used in addresses, files and JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// The variant stored as this number.
            pub fn from_number(number: i64) -> Option<Self> {
                match number { $($number => Some(Self::$variant),)+ _ => None }
            }

            /// The variant of this name.
            pub fn read(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

codes! {
    /// How the person was served; an item says for which channels it is asked.
    Channel {
        /// At a counter.
        InPerson = 1 "in_person",
        /// Through a portal.
        Online = 2 "online",
        /// By postal service.
        Post = 3 "post",
    }
}

codes! {
    /// How a ballot came about. Kinds are never mixed in one index without saying so.
    Sampling {
        /// Drawn by chance from a list.
        RandomList = 1 "random_list",
        /// Everyone whose dossier was finished.
        AllCompletedDossiers = 2 "all_completed_dossiers",
        /// A QR code at a counter or on a receipt.
        CounterQr = 3 "counter_qr",
        /// A device that stands at the counter.
        Kiosk = 4 "kiosk",
        /// A link anyone may open: self-selected.
        OpenLink = 5 "open_link",
        /// Filled with the help of staff.
        Assisted = 6 "assisted",
        /// Typed in from paper.
        PaperImport = 7 "paper_import",
    }
}

impl Sampling {
    /// Whether people are asked off a list, each by a link of their own.
    pub fn is_by_list(self) -> bool {
        matches!(self, Self::RandomList | Self::AllCompletedDossiers)
    }
}

pub(crate) use codes;
