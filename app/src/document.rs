//! The whole HTML document around a page, and how a page becomes HTML.

use domain::Lang;
use leptos::{prelude::*, reactive::owner::Owner};

use crate::{chapters::Chapter, text};

mod frame;

/// Which scripts a page comes with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bundle {
    /// None: the page is finished as it is.
    #[default]
    None,
    /// The citizen bundle brings the page to life.
    Citizen,
    /// The office bundle of a chapter draws the page.
    Office(Chapter),
}

impl Bundle {
    fn name(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Citizen => Some("citizen"),
            Self::Office(chapter) => Some(chapter.bundle()),
        }
    }

    fn is_office(self) -> bool {
        matches!(self, Self::Office(_))
    }
}

/// Which style sheet a page without an office has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// What people read and choose from.
    #[default]
    Pages,
    /// The form of a ballot, and the thanks.
    Survey,
    /// Sending feedback and following it.
    Feedback,
    /// The published results.
    Results,
    /// What is printed and handed out.
    Print,
}

impl Sheet {
    fn name(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::Survey => "citizen",
            Self::Feedback => "feedback",
            Self::Results => "results",
            Self::Print => "print",
        }
    }
}

/// Where among the citizens' pages one stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Area {
    /// Beside the menu's places.
    #[default]
    Elsewhere,
    /// The surveys that are open.
    Surveys,
    /// The results.
    Results,
    /// Sending feedback.
    Feedback,
    /// One's own ballot.
    OwnBallot,
    /// One's own feedback: over the whole width.
    Case,
    /// On the way through a ballot: nothing leads away from it.
    Ballot,
}

impl Area {
    /// How its pages lie under the band: over its whole width, as a column at its beginning, or as a
    /// column of their own.
    fn lay(self) -> Option<&'static str> {
        match self {
            Self::Surveys | Self::Results => Some("wide"),
            Self::Case => Some("wide case"),
            Self::Elsewhere | Self::OwnBallot | Self::Feedback => Some("beside"),
            Self::Ballot => None,
        }
    }
}

/// What stands around a page.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// The language.
    pub lang: Lang,
    /// Whose service it is, where that is known.
    pub owner: Option<String>,
    /// The page's title, without the service's name.
    pub title: String,
    /// The page's path and query without `lang`, for the way to the other language.
    pub here: String,
    /// The version in the addresses of the assets.
    pub version: String,
    /// Whether anything on the page is demo data.
    pub demo: bool,
    /// The scripts.
    pub bundle: Bundle,
    /// Where among the citizens' pages it stands.
    pub area: Area,
    /// Where the device at a counter begins anew, on its pages.
    pub kiosk: Option<String>,
    /// The house's telephone number for questions and complaints, where there is one.
    pub hotline: Option<String>,
    /// The style sheet; all chapters of the office share one of their own, so that it is fetched once.
    pub sheet: Sheet,
}

/// The HTML of a page that scripts bring to life: with the marks they find their places by.
pub fn render<V: IntoView>(page: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    let html = owner.with(|| page().into_view().to_html());
    owner.cleanup();
    html
}

/// The HTML of a page that stays as it is.
pub fn render_still<V: IntoView>(page: impl FnOnce() -> V) -> String {
    // Whatever was typed has its `<` escaped, so only the marks themselves read so.
    render(page).replace("<!>", "")
}

/// The document: `body` in its frame, and for a page with scripts its data as JSON text.
pub fn document(head: &Head, body: &str, data: Option<&str>) -> String {
    let words = text::pages(head.lang);
    let lang = head.lang.code();
    let title = render_still(|| [&head.title, " – ", words.service].concat());
    let sheet = if head.bundle.is_office() { "office" } else { head.sheet.name() };
    let style = asset(&head.version, sheet, ".css");
    let before = render_still(|| frame::before(head));
    let [top, foot] = frame::around(head);
    let failed = render_still(|| failed(head));
    // The office draws its menu beside `main`, so it draws that too.
    let main = match (head.bundle, head.area.lay()) {
        (Bundle::Office(_), _) => "<div id=\"office\"></div>".to_owned(),
        (_, Some(class)) => format!("<main id=\"app\" class=\"{class}\">{body}</main>"),
        (_, None) => format!("<main id=\"app\">{body}</main>"),
    };
    let bundle = head.bundle.name();
    let early = bundle.map(|name| early(&head.version, name)).unwrap_or_default();
    let scripts = bundle.map(|name| scripts(head, name, data)).unwrap_or_default();
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <title>{title}</title><link rel=\"icon\" href=\"/favicon.ico\" type=\"image/svg+xml\">\
         <link rel=\"stylesheet\" href=\"{style}\">{early}</head>\
         <body>{before}{top}{failed}{main}{foot}{scripts}</body></html>"
    )
}

/// What is said while a page is on its way, and when the bundle breaks down.
fn failed(head: &Head) -> impl IntoView + use<> {
    let words = text::pages(head.lang);
    let wait = view! { <p id="wait" role="status" data-wait=words.wait></p> };
    let failed = view! { <p class="alert" id="app-failed" role="alert" hidden>{words.failed}</p> };
    (head.bundle == Bundle::Citizen).then_some((wait, failed))
}

/// Asks for the bundle with the style sheet, not once its start has come: on a slow network that
/// is two waits less. Where scripts are off, nothing of it is fetched.
fn early(version: &str, name: &str) -> String {
    let [glue, code] = [".js", ".wasm"].map(|ending| asset(version, name, ending));
    let when = "media=\"(scripting: enabled)\"";
    format!(
        "<link rel=\"modulepreload\" {when} href=\"{glue}\">\
         <link rel=\"preload\" as=\"fetch\" crossorigin {when} href=\"{code}\">"
    )
}

fn scripts(head: &Head, name: &str, data: Option<&str>) -> String {
    let start = asset(&head.version, name, "-start.js");
    let data = data.map(|data| {
        // Inside JSON a `<` only stands in texts, where the escape means the same.
        let data = data.replace('<', "\\u003c");
        format!("<script type=\"application/json\" id=\"page\">{data}</script>")
    });
    let need = head.bundle.is_office().then(|| {
        let message = text::pages(head.lang).office_needs_script;
        format!("<noscript><p class=\"alert\">{message}</p></noscript>")
    });
    let parts = [need, data].map(Option::unwrap_or_default).concat();
    format!("{parts}<script type=\"module\" src=\"{start}\"></script>")
}

/// The address of an asset. The version names the content, so it may be kept for ever.
fn asset(version: &str, name: &str, ending: &str) -> String {
    ["/assets/", version, "/", name, ending].concat()
}

#[cfg(test)]
mod tests;
