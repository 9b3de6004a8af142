//! Invited people: a list taken in from a file, looked through, taken away, and put right.

use domain::{
    Action, Lang,
    office::surveys::invitee::{Contact, InviteeRow},
};
use leptos::prelude::*;

use crate::{
    office::{
        desk::Desk,
        fetch::CALLS,
        form::{Form, Next, line, sheet},
        list::{Cell, Column, Filter, Kind, Shape, list_at},
        load::{Source, load},
        pages::parts::{aside, back, facts, folded, head, lead, or_dash, section},
        pill::Pill,
        place::encoded,
        upload::{UploadWords, upload},
    },
    text::office::{
        books::books,
        frame::{form as form_words, frame},
        names,
        surveys::{invitees, uploaded},
    },
};

/// The path of a campaign's people.
pub(super) fn path(campaign: &str) -> String {
    ["/van-phong/dot-khao-sat/", &encoded(campaign), "/nguoi-duoc-moi"].concat()
}

fn call(campaign: &str) -> String {
    ["/campaigns/", &encoded(campaign), "/invitees"].concat()
}

/// A campaign's people.
pub(crate) fn page(desk: Desk, campaign: &str) -> AnyView {
    let words = invitees(desk.lang);
    let calls = call(campaign);
    let again = RwSignal::new(0);
    let links = desk.may(Action::ReadContacts).then(|| links(desk, &calls));
    let file = UploadWords {
        file: words.file,
        hint: words.upload_hint,
        check: words.check,
        take: words.take,
        done: uploaded,
    };
    let upload = upload(desk, calls.clone(), file, again);
    // What was taken in shows at once: the list is drawn again.
    let list = move || {
        again.track();
        list_at(desk, calls.clone(), shape(desk.lang))
    };
    vec![
        head(desk, [words.heading, ": ", campaign].concat()),
        lead(words.lead),
        section(words.upload, vec![upload]),
        section(words.list, vec![aside(words.look_up_hint), list.into_any(), links.into_any()]),
        back(desk, &["/van-phong/dot-khao-sat/", &encoded(campaign)].concat()),
    ]
    .into_any()
}

fn shape(lang: Lang) -> Shape<InviteeRow> {
    let words = invitees(lang);
    let answers = [("", words.any), ("yes", words.yes), ("no", words.no)];
    let answers = answers.map(|(value, says)| (value.to_owned(), says.to_owned())).to_vec();
    let answered = Kind::One(answers.into());
    Shape {
        call: "",
        what: words.heading,
        empty: words.empty,
        columns: vec![
            Column::plain(words.name),
            Column::plain(words.phone),
            Column::plain(words.email),
            Column::plain(words.dossier),
            Column::plain(books(lang).unit),
            Column::sorted("created", words.created),
            Column::plain(words.answered),
        ],
        filters: vec![
            Filter { name: "answered", label: words.answered, kind: answered },
            Filter { name: "created", label: words.created, kind: Kind::Day },
        ],
        cells,
    }
}

/// The way to the links: a file of the server's, so the browser itself follows it.
fn links(desk: Desk, calls: &str) -> AnyView {
    let base = [CALLS, calls, ".csv"].concat();
    let href = move || {
        let place = desk.here.get().with("page", "");
        [&base, place.search(desk.lang).as_str()].concat()
    };
    let label = invitees(desk.lang).export;
    view! { <p class="buttons"><a class="button quiet" href=href download>{label}</a></p> }
        .into_any()
}

fn cells(row: &InviteeRow, lang: Lang) -> Vec<Cell> {
    let Contact { name, phone, email, dossier } = row.contact.clone();
    vec![
        Cell::Named(
            [&path(&row.campaign), "/", &encoded(&row.id)].concat(),
            if name.is_empty() { row.id.clone() } else { name.clone() },
            if name.is_empty() { String::new() } else { row.id.clone() },
        ),
        Cell::Text(or_dash(Some(phone))),
        Cell::Text(or_dash(Some(email))),
        Cell::Text(or_dash(Some(dossier))),
        Cell::Unit(row.unit.clone()),
        Cell::When(names::day(lang, &row.created)),
        Cell::State(if row.answered { Pill::On } else { Pill::Soon }, answered(lang, row.answered)),
    ]
}

fn answered(lang: Lang, has: bool) -> &'static str {
    let words = invitees(lang);
    if has { words.yes } else { words.no }
}

/// One person.
pub(crate) fn show(desk: Desk, campaign: &str, id: &str) -> AnyView {
    let source = Source::new();
    let one = [&call(campaign), "/", &encoded(id)].concat();
    let to = path(campaign);
    let (address, list) = (one.clone(), to.clone());
    let shown = move |row: InviteeRow| {
        vec![
            details(desk, &row),
            correct(desk, &row, one.clone(), source),
            erase(desk, one.clone(), list.clone()),
        ]
        .into_any()
    };
    let title = [invitees(desk.lang).heading, " ", id].concat();
    vec![head(desk, title), load(desk, address, source, shown), back(desk, &to)].into_any()
}

fn details(desk: Desk, row: &InviteeRow) -> AnyView {
    let lang = desk.lang;
    let words = invitees(lang);
    let Contact { name, phone, email, dossier } = row.contact.clone();
    facts(vec![
        (words.name, or_dash(Some(name))),
        (words.phone, or_dash(Some(phone))),
        (words.email, or_dash(Some(email))),
        (words.dossier, or_dash(Some(dossier))),
        (books(lang).unit, or_dash(row.unit.as_ref().map(|unit| desk.unit_name(unit)))),
        (words.procedure, or_dash(row.procedure.clone())),
        (words.point, or_dash(row.service_point.clone())),
        (words.created, names::day(lang, &row.created)),
        (words.answered, answered(lang, row.answered).to_owned()),
    ])
}

fn correct(desk: Desk, row: &InviteeRow, one: String, source: Source) -> AnyView {
    let words = invitees(desk.lang);
    // What is masked is no contact, and must not become one.
    let now = if row.masked { Contact::default() } else { row.contact.clone() };
    let form = Form::new(
        "contact",
        &[
            ("name", now.name.as_str()),
            ("phone", &now.phone),
            ("email", &now.email),
            ("dossier", &now.dossier),
        ],
    );
    let send = move || {
        let get = |name| form.get(name);
        let [name, phone, email, dossier] = ["name", "phone", "email", "dossier"].map(get);
        let body = Contact { name, phone, email, dossier };
        if form.is_right(desk.lang, body.check()) {
            form.change(desk, ("PUT", one.clone()), &body, source, frame(desk.lang).saved);
        }
    };
    let fields = vec![
        line("name", words.name).optional(),
        line("phone", words.phone),
        line("email", words.email).optional(),
        line("dossier", words.dossier).optional(),
    ];
    let masked = if row.masked { aside(words.masked) } else { ().into_any() };
    let sheet = sheet(desk, form, form_words(desk.lang).save, fields, send);
    section(words.correct, vec![masked, sheet])
}

fn erase(desk: Desk, one: String, to: String) -> AnyView {
    let words = invitees(desk.lang);
    let form = Form::new("erase", &[]);
    let send = move || {
        let next = Next::list(&to, words.erased);
        form.change_at(desk, ("DELETE", one.clone()), &(), next);
    };
    let sheet = sheet(desk, form, words.erasing, Vec::new(), send);
    folded(words.erase, vec![lead(words.erase_lead), sheet])
}
