//! What stands above and below a page. The server draws it and nothing brings it to life, so that it
//! weighs nothing in a bundle.

use leptos::prelude::*;

use super::{Area, Head, render_still};
use crate::{
    address::in_language,
    text::{self, PageWords},
};

/// The way past the head, and the notice that figures are made up.
pub(super) fn before(head: &Head) -> impl IntoView + use<> {
    let words = text::pages(head.lang);
    // Shown by the device's script, before it puts away what somebody left behind.
    let kiosk = head.kiosk.clone().map(|home| {
        view! {
            <div class="kiosk" id="kiosk" role="alert" data-home=home hidden>
                <p>{words.still_there}</p>
                <button type="button">{words.go_on}</button>
            </div>
        }
    });
    view! {
        <a class="skip" href="#app">{words.skip}</a>
        {head.demo.then(|| view! { <aside class="demo">{words.demo}</aside> })}
        {kiosk}
    }
}

/// The head and the foot.
pub(super) fn around(head: &Head) -> [String; 2] {
    if head.bundle.is_office() {
        let foot = text::pages(head.lang).foot;
        let foot = render_still(|| view! { <footer><p>{foot}</p></footer> });
        return [render_still(|| office_head(head)), foot];
    }
    [render_still(|| house_head(head)), render_still(|| house_foot(head))]
}

/// The head of the office's pages: whose they are, and the other language.
fn office_head(head: &Head) -> impl IntoView + use<> {
    let owner = head.owner.clone().map(|owner| view! { <small>{owner}</small> });
    view! {
        <header>
            <a class="brand" href=in_language("/", head.lang)>
                <b>{text::pages(head.lang).service}</b>
                {owner}
            </a>
            {other_language(head)}
        </header>
    }
}

/// The head of a citizen's page: the house's band with the mark, the menu and the other language.
/// Where a ballot is filled in nothing leads away.
fn house_head(head: &Head) -> impl IntoView + use<> {
    let words = text::pages(head.lang);
    let menu = (head.area != Area::Ballot).then(|| menu(head, words));
    let class = if menu.is_some() { "house" } else { "house slim" };
    let service = (menu.is_some() && head.owner.is_some())
        .then(|| view! { <small>{words.service_long}</small> });
    let owner = head.owner.clone().unwrap_or_else(|| words.service.to_owned());
    view! {
        <header class=class>
            <div class="bar">
                <a class="owner" href=in_language("/", head.lang)>
                    {mark()}
                    <span>
                        <b>{owner}</b>
                        {service}
                    </span>
                </a>
                {menu}
                {other_language(head)}
            </div>
        </header>
    }
}

/// The mark: a tick made of the two tone marks that fall and rise.
fn mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
            <path d="m3.5 15 4-4 6.8 8.6-1.8 5z"></path>
            <path d="m15.5 26-.3-6.2L25.8 4.5l4.4 3.3z"></path>
        </svg>
    }
}

fn menu(head: &Head, words: &'static PageWords) -> impl IntoView + use<> {
    let ways = [
        (Area::Surveys, "/", words.surveys),
        (Area::Results, "/ket-qua", words.figures),
        (Area::Feedback, "/gop-y", words.feedback),
        (Area::OwnBallot, "/phieu", words.own_ballot),
    ];
    let (lang, here) = (head.lang, head.area);
    let ways = ways.map(|(area, path, label)| {
        let current = (area == here).then_some("page");
        view! { <a href=in_language(path, lang) aria-current=current>{label}</a> }
    });
    view! {
        <nav class="menu" aria-label=words.menu>
            {ways.into_iter().collect::<Vec<_>>()}
        </nav>
    }
}

fn other_language(head: &Head) -> impl IntoView + use<> {
    let (words, other) = (text::pages(head.lang), head.lang.other());
    view! {
        <a
            class="tongue"
            href=in_language(&head.here, other)
            lang=other.code()
            hreflang=other.code()
        >
            {words.other_language}
        </a>
    }
}

/// The foot: where to turn, what is promised; where a ballot is filled in, the promise alone.
fn house_foot(head: &Head) -> impl IntoView + use<> {
    let (lang, words) = (head.lang, text::pages(head.lang));
    let link = |path, label| view! { <li><a href=in_language(path, lang)>{label}</a></li> };
    let privacy = link("/quyen-rieng-tu", words.privacy);
    let is_ballot = head.area == Area::Ballot;
    let class = is_ballot.then_some("slim");
    let others = (!is_ballot)
        .then(|| [link("/ho-tro-tiep-can", words.access), link("/van-phong", words.office)])
        .map(|links| links.into_iter().collect::<Vec<_>>());
    let call = (!is_ballot).then(|| head.hotline.clone()).flatten().map(|number| {
        let way = ["tel:", &dialled(&number)].concat();
        view! {
            <a class="call" href=way>
                <b>{number}</b>
                <span>{words.hotline}</span>
            </a>
        }
    });
    view! {
        <footer class=class>
            <div class="bar">
                {call}
                <ul>{privacy} {others}</ul>
                <p>{words.foot}</p>
            </div>
        </footer>
    }
}

/// A telephone number without what people put between its digits.
fn dialled(number: &str) -> String {
    number.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect()
}

#[cfg(test)]
mod tests {
    use super::dialled;

    #[test]
    fn a_number_is_dialled_without_its_blanks() {
        assert_eq!(dialled("1800 1234"), "18001234");
        assert_eq!(dialled("+84 (251) 3.822-222"), "+842513822222");
    }
}
