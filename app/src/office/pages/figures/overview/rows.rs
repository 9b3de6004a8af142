//! One row for each indicator, those that need a person first.

use domain::{
    figures::index::By,
    office::figures::overview::{IndicatorRow, Overview, Standing},
};
use leptos::prelude::*;

use crate::{
    chart::{Spark, aim_sign, sign},
    office::{
        desk::Desk,
        place::{Place, encoded},
    },
    text::{
        claims::{change, doubt, figure, level, verdict},
        count,
        office::overview::overview,
        trends::{assurance_word, goal, value},
    },
};

/// Every row under the head of its standing.
pub(super) fn rows(desk: Desk, page: &Overview) -> AnyView {
    let (lang, words) = (desk.lang, overview(desk.lang));
    let groups = [
        (Standing::Look, words.look, ""),
        (Standing::Calm, words.calm, "quiet"),
        (Standing::Better, words.better, ""),
    ];
    let groups = groups.into_iter().filter_map(|(standing, head, class)| {
        let rows = page.rows.iter().filter(|row| row.standing == standing);
        let rows: Vec<AnyView> = rows.map(|row| line(desk, row)).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h3>{head}</h3>
                <ol class=class>{rows}</ol>
            }
        })
    });
    let groups = groups.collect::<Vec<_>>();
    let left_out = (page.left_out > 0).then(|| {
        let n = count(lang, page.left_out as u64);
        view! { <p class="hint">{(words.left_out)(&n)}</p> }
    });
    let heads = [page.label.clone(), String::new(), words.beside_past.to_owned()];
    let year = page.period.get(..4).unwrap_or_default();
    let has_aim = page.rows.iter().any(|row| row.trend.aim.is_some());
    let heads = heads.into_iter().chain(has_aim.then(|| (words.target)(year)));
    let heads = heads.map(|head| view! { <span>{head}</span> }).collect::<Vec<_>>();
    view! {
        <section class="indicators">
            <h2 class="heard">{words.indicators}</h2>
            <p class="heads" aria-hidden="true"><span></span>{heads}</p>
            {groups}
            {left_out}
        </section>
    }
    .into_any()
}

fn line(desk: Desk, row: &IndicatorRow) -> AnyView {
    let lang = desk.lang;
    let decided = verdict(&row.change);
    let class = match row.standing {
        Standing::Look => "say worse",
        Standing::Calm => "say",
        Standing::Better => "say better",
    };
    let href = link(desk, row.by, &row.code);
    let marks = row.standing != Standing::Calm;
    view! {
        <li>
            <a class="name" href=href>{row.label.clone()}</a>
            {told(desk, row)}
            <Spark lang trend=row.trend.clone() name=row.label.clone() marks/>
            <p class=class>{sign(decided)}<span>{change(lang, &row.change)}</span></p>
            {aim(desk, row)}
        </li>
    }
    .into_any()
}

/// The figure with its doubt, or that too few answered.
fn told(desk: Desk, row: &IndicatorRow) -> AnyView {
    let lang = desk.lang;
    match figure(&row.level) {
        Some((hundredths, precision)) => {
            let told = value(lang, hundredths, precision);
            let doubt = doubt(lang, &row.level.basis);
            view! { <p class="value"><b>{told}</b><small>{doubt}</small></p> }.into_any()
        }
        None => {
            view! { <p class="value few"><small>{level(lang, &row.level)}</small></p> }.into_any()
        }
    }
}

/// The target and whether it is met by itself; nothing where none is set.
fn aim(desk: Desk, row: &IndicatorRow) -> Option<AnyView> {
    let lang = desk.lang;
    let aim = row.trend.aim.as_ref()?;
    let assurance = row.target.as_ref().and(aim.assurance);
    let says = assurance.map_or(overview(lang).not_judged, |it| assurance_word(lang, it));
    let shape = assurance.map(aim_sign);
    let value = goal(lang, aim.value);
    Some(
        view! { <p class="aim-cell">{shape}<span>{value}<small>{says}</small></span></p> }
            .into_any(),
    )
}

/// The page where the evidence of an indicator is.
pub(super) fn link(desk: Desk, by: Option<By>, code: &str) -> String {
    let here = desk.here.get_untracked();
    let kind = match by {
        Some(By::Unit) => "don-vi",
        Some(By::Procedure) => "thu-tuc",
        Some(By::Factor) => "yeu-to",
        _ => "",
    };
    if kind.is_empty() {
        let place = Place::read("/van-phong/chi-so").with("by", By::Month.name());
        let place = place.with("unit", here.get("unit"));
        return place.with("instrument", here.get("instrument")).address(desk.lang);
    }
    let place = Place::read(&["/van-phong/chi-so/", kind, "/", &encoded(code)].concat());
    let unit = if by == Some(By::Unit) { "" } else { here.get("unit") };
    let kept = ["period", "scheme", "instrument"].into_iter();
    let place = kept.fold(place, |place, name| place.with(name, here.get(name)));
    place.with("unit", unit).address(desk.lang)
}
