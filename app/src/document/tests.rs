//! What the server writes, from the components to the whole document.

use domain::{
    Instrument, Lang, Method, Sampling,
    ballot::instrument::BUILT_IN,
    fault::SpokenFault,
    figures::index::{By, Index, IndexRow, SamplingCount},
};
use leptos::prelude::view;

use super::{Area, Bundle, Head, document, render, render_still};
use crate::{
    chapters::Chapter,
    pages::{Home, HomePage, OpenCampaign, Poster, PosterPage, Results, ResultsPage},
    survey::{Label, Survey, SurveyPage, Typed},
};

const PAYLOADS: [&str; 4] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</textarea><svg/onload=a()>",
    "'&<!>",
];

fn set(place: usize) -> Instrument {
    serde_json::from_str(BUILT_IN[place]).unwrap()
}

fn page(lang: Lang) -> SurveyPage {
    let set = set(0);
    SurveyPage {
        lang,
        campaign: "mot-cua".into(),
        title: "Phiếu hài lòng".into(),
        instrument: set.key(),
        ballot: "0190c0de-0000-7000-8000-000000000001".into(),
        questions: SurveyPage::questions(&set, lang),
        comment_limit: set.comment_limit,
        service_point: Some(Label { code: "q1".into(), name: "Quầy 1".into() }),
        ..SurveyPage::default()
    }
}

fn html(page: SurveyPage) -> String {
    render(|| view! { <Survey page/> })
}

/// The HTML with nothing that a payload could have opened.
fn assert_harmless(html: &str) {
    for opened in ["<script>alert", "<img", "<svg/", "</textarea><s"] {
        assert!(!html.contains(opened), "{opened} was opened");
    }
    assert!(html.contains("&lt;script"), "it is shown as text");
}

#[test]
fn the_form_can_be_filled_in_and_sent_as_it_is() {
    let html = html(page(Lang::Vi));
    assert!(html.contains("method=\"post\" action=\"/s/mot-cua?p=q1\""));
    for item in set(0).items {
        let name = format!("name=\"a.{}\"", item.code);
        let answers = usize::from(item.scale.top()) + usize::from(item.may_not_apply);
        assert_eq!(html.matches(&name).count(), answers, "{}", item.code);
    }
    for name in ["id", "instrument", "p", "comment", "party", "sex", "age"] {
        assert!(html.contains(&format!("name=\"{name}\"")), "{name}");
    }
    assert!(!html.contains("<fieldset hidden"), "every question shows");
}

#[test]
fn the_english_form_comes_back_in_english() {
    let html = html(page(Lang::En));
    assert!(html.contains("action=\"/s/mot-cua?p=q1&amp;lang=en\""));
    assert!(html.contains("Very satisfied") && !html.contains("Rất hài lòng"));
}

#[test]
fn faults_stand_on_top_and_beside_and_nothing_typed_is_lost() {
    let fault = |field: &str| SpokenFault {
        field: field.into(),
        code: "x".into(),
        message: format!("mend {field}"),
    };
    let typed = [("a.A1", "4"), ("comment", "dài quá"), ("age", "35-49")];
    let html = html(SurveyPage {
        faults: vec![fault("comment"), fault("answers.A2"), fault("id")],
        typed: Typed(typed.map(|(name, value)| (name.into(), value.into())).to_vec()),
        ..page(Lang::Vi)
    });
    for part in [
        "<a href=\"#comment\">mend comment</a>",
        "<a href=\"#a-A2\">",
        "<li><a>mend id</a></li>",
        "<fieldset aria-describedby=\"f-A2\"",
        "id=\"f-A2\" class=\"fault\">mend answers.A2</p>",
        "aria-invalid=\"true\"",
        "name=\"a.A1\" value=\"4\" checked",
        ">dài quá</textarea>",
        "<option value=\"35-49\" selected",
    ] {
        assert!(html.contains(part), "{part} is missing");
    }
    assert_eq!(html.matches(" checked").count(), 1);
}

#[test]
fn whatever_is_typed_or_named_stays_text() {
    for payload in PAYLOADS {
        let all = [PAYLOADS[0], payload].concat();
        let named = || Some(Label { code: all.clone(), name: all.clone() });
        let survey = SurveyPage {
            title: all.clone(),
            campaign: all.clone(),
            ballot: all.clone(),
            service_point: named(),
            unit: named(),
            faults: vec![SpokenFault {
                field: "comment".into(),
                code: String::new(),
                message: all.clone(),
            }],
            typed: Typed(vec![("comment".into(), all.clone())]),
            ..page(Lang::Vi)
        };
        let data = serde_json::to_string(&survey).unwrap();
        let head = Head {
            owner: Some(all.clone()),
            title: all.clone(),
            here: all.clone(),
            bundle: Bundle::Citizen,
            ..Head::default()
        };
        assert_harmless(&html(survey.clone()));
        assert_harmless(&document(&head, &html(survey), Some(&data)));
        let open =
            OpenCampaign { code: all.clone(), title: all.clone(), ..OpenCampaign::default() };
        let open = vec![open];
        let home = HomePage { open, ..HomePage::default() };
        assert_harmless(&render_still(|| view! { <Home page=home/> }));
        let (owner, title) = (all.clone(), all.clone());
        let poster = PosterPage { owner, title, address: all, ..PosterPage::default() };
        assert_harmless(&render_still(|| view! { <Poster page=poster/> }));
    }
}

#[test]
fn the_page_data_cannot_end_their_own_script() {
    let head = Head { bundle: Bundle::Citizen, ..Head::default() };
    let html = document(&head, "", Some("{\"title\":\"</script><!--<script>\"}"));
    assert!(html.contains("{\"title\":\"\\u003c/script>\\u003c!--\\u003cscript>\"}"));
    assert_eq!(html.matches("</script>").count(), 2);
}

#[test]
fn a_document_names_its_house_and_leaves_nothing_where_it_is_not_known() {
    let html = |owner: Option<&str>, bundle| {
        let owner = owner.map(str::to_owned);
        document(&Head { owner, bundle, ..Head::default() }, "", None)
    };
    let office = Bundle::Office(Chapter::Books);
    let named = "<b>Sở Y tế</b><small>Khảo sát Hài Lòng</small>";
    assert!(html(Some("Sở Y tế"), Bundle::None).contains(named));
    assert!(html(None, Bundle::None).contains("<b>Hài Lòng</b></span></a>"));
    assert!(html(Some("Sở Y tế"), office).contains("<b>Hài Lòng</b><small>Sở Y tế</small>"));
    assert!(html(None, office).contains("<b>Hài Lòng</b></a>"));
}

#[test]
fn the_menu_marks_where_one_is_and_leads_nowhere_from_a_ballot() {
    let html = |area| document(&Head { area, lang: Lang::En, ..Head::default() }, "", None);
    for (area, marked) in [
        (Area::Surveys, Some("<a href=\"/?lang=en\" aria-current=\"page\">Surveys</a>")),
        (Area::Results, Some("<a href=\"/ket-qua?lang=en\" aria-current=\"page\">Results</a>")),
        (Area::Feedback, Some("<a href=\"/gop-y?lang=en\" aria-current=\"page\">Feedback</a>")),
        (Area::OwnBallot, Some("<a href=\"/phieu?lang=en\" aria-current=\"page\">My ballot</a>")),
        (Area::Elsewhere, None),
    ] {
        let html = html(area);
        assert_eq!(html.matches("aria-current").count(), usize::from(marked.is_some()), "{area:?}");
        assert!(html.contains(marked.unwrap_or("<nav aria-label=\"Pages\"")), "{area:?}: {html}");
        assert!(html.contains("href=\"/van-phong?lang=en\""), "{area:?}");
    }
    let ballot = html(Area::Ballot);
    assert!(!ballot.contains("<nav") && !ballot.contains("/van-phong"), "{ballot}");
    assert!(ballot.contains("href=\"/quyen-rieng-tu?lang=en\""));
}

#[test]
fn the_hotline_is_told_where_there_is_one() {
    let html = |number: Option<&str>| {
        document(&Head { hotline: number.map(str::to_owned), ..Head::default() }, "", None)
    };
    let called = html(Some("1900 1234"));
    assert!(called.contains("href=\"tel:19001234\"") && called.contains("<b>1900 1234</b>"));
    assert!(!html(None).contains("tel:"));
}

#[test]
fn home_leads_with_one_survey_and_says_a_figure_with_its_count() {
    let survey = |code: &str| OpenCampaign {
        code: code.into(),
        title: code.to_uppercase(),
        questions: 18,
        minutes: 2,
        until: None,
    };
    let figure = IndexRow {
        n: Some(7171),
        percent: Some("78.71".into()),
        ci_low: Some("77.74".into()),
        ci_high: Some("79.65".into()),
        ..IndexRow::default()
    };
    let open = vec![survey("mot"), survey("hai")];
    let page = HomePage { open, figure: Some(figure), ..HomePage::default() };
    let html = render_still(|| view! { <Home page/> });
    assert_eq!(html.matches("class=\"door first\"").count(), 1);
    for part in [
        "18 câu · khoảng 2 phút",
        "<b class=\"big\">78<small>,71%</small></b>",
        "khoảng 79 câu",
        "Tính từ 7.171 phiếu. Tính cả sai số: từ 78 đến 80 câu.",
        "href=\"/s/hai\"",
    ] {
        assert!(html.contains(part), "{part} is missing: {html}");
    }
    let empty = render_still(|| view! { <Home page=HomePage::default()/> });
    assert!(empty.contains("class=\"empty\"") && !empty.contains("class=\"big\""));
    assert!(empty.contains("href=\"/ket-qua\""), "the results are still reached");
}

#[test]
fn demo_data_are_marked_on_every_document() {
    let marked =
        |demo| document(&Head { demo, ..Head::default() }, "", None).contains("class=\"demo\"");
    assert!(marked(true) && !marked(false));
}

#[test]
fn a_still_page_carries_no_marks_and_no_scripts() {
    let home = render_still(|| view! { <Home page=HomePage::default()/> });
    let html = document(&Head::default(), &home, None);
    assert!(!html.contains("<!>") && !html.contains("<script"));
}

fn index(by: By, rows: Vec<IndexRow>) -> Index {
    Index {
        method: Method::TopTwo,
        instrument: "quick/1".into(),
        by,
        sampling: vec![SamplingCount { kind: Sampling::CounterQr, n: Some(1200) }],
        demo: false,
        named: None,
        comparable: Vec::new(),
        total: rows.first().cloned().unwrap_or_default(),
        rows,
    }
}

fn results(rows: Vec<IndexRow>) -> String {
    let page = ResultsPage {
        named: (Some("100.00".into()), Some("87.60".into())),
        figures: Some((index(By::Unit, rows.clone()), index(By::Month, rows))),
        ..ResultsPage::default()
    };
    render_still(|| view! { <Results page/> })
}

#[test]
fn results_name_what_they_rest_on() {
    let full = IndexRow {
        label: "Phòng A".into(),
        num: Some(8394),
        den: Some(10_000),
        n: Some(1200),
        percent: Some("83.94".into()),
        ci_low: Some("81.10".into()),
        ci_high: Some("85.90".into()),
        ..IndexRow::default()
    };
    let small = IndexRow { label: "Phòng B".into(), suppressed: true, ..IndexRow::default() };
    let nobody = IndexRow { label: "Phòng C".into(), n: Some(0), ..IndexRow::default() };
    let html = results(vec![full, small, nobody]);
    for part in [
        "83,94%",
        "81,10% – 85,90%",
        "8.394/10.000",
        "1.200",
        "quick/1",
        "T2B",
        "Mã QR tại quầy: 1.200",
        "không công bố",
        "100 % phiếu có đơn vị; 88 % phiếu có thủ tục",
        "—",
        "<svg",
        "<table ",
    ] {
        assert!(html.contains(part), "{part} is missing");
    }
}

#[test]
fn no_figures_is_said_and_not_drawn() {
    let html = results(Vec::new());
    assert!(html.contains("class=\"empty\"") && !html.contains("<svg"));
}
