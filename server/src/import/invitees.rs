//! People to invite, from a file: who they are, and where their dossiers belonged.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Campaign, Catalogue, Fault, Reason, Scope,
    fault::FileReason,
    office::surveys::invitee::{Contact, MOST_LINES},
    people::contact::{self, DOSSIER},
};

use super::{
    fields::{self, Fields},
    header::{Column, optional},
    sheet,
};
use crate::store::invitees::Place;

const COLUMNS: [Column; 7] = [
    optional("name", &["ten", "ho_ten", "ho_va_ten"]),
    optional("phone", &["dien_thoai", "so_dien_thoai", "sdt", "di_dong"]),
    optional("email", &["thu_dien_tu", "e_mail", "hop_thu"]),
    optional("dossier", &["ma_ho_so", "so_ho_so", "ho_so"]),
    optional("unit", &["don_vi", "ma_don_vi"]),
    optional("procedure", &["thu_tuc", "ma_tthc", "ma_thu_tuc"]),
    optional("service_point", &["diem_tiep_nhan", "ma_diem_tiep_nhan", "quay"]),
];

/// Somebody to invite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The line.
    pub row: usize,
    /// Who it is.
    pub contact: Contact,
    /// Where the dossier belonged.
    pub place: Place,
}

/// What a file is read for.
pub struct Desk<'a> {
    /// The books.
    pub books: &'a Catalogue,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The units whose people may be changed.
    pub scope: &'a Scope,
    /// Today.
    pub day: NaiveDate,
}

/// The people of a file, and everything wrong with it.
pub fn read(bytes: &[u8], desk: &Desk<'_>) -> (Vec<Person>, Vec<Fault>) {
    let sheet = match sheet::read(bytes, &COLUMNS) {
        Ok(sheet) => sheet,
        Err(fault) => return (Vec::new(), vec![fault]),
    };
    if sheet.lines.len() > MOST_LINES {
        return (Vec::new(), vec![Fault::file(FileReason::TooManyLines(MOST_LINES))]);
    }
    let (lines, mut faults) = fields::each(&sheet, &COLUMNS, |line| person(line, desk));
    let people = lines.into_iter().map(|(row, (contact, place))| Person { row, contact, place });
    let people: Vec<Person> = people.collect();
    faults.extend(twice(&people));
    faults.sort_by_key(Fault::line);
    (people, faults)
}

fn person(line: &mut Fields, desk: &Desk<'_>) -> Option<(Contact, Place)> {
    let name = line.short("name");
    let phone = way(line, "phone", contact::phone, Reason::BadPhone);
    let email = way(line, "email", contact::email, Reason::BadEmail);
    let dossier = match line.short("dossier") {
        Some(text) if text.chars().nth(DOSSIER).is_some() => {
            line.fault("dossier", Reason::TooLong(DOSSIER))
        }
        text => text,
    };
    if line.is_empty("phone") && line.is_empty("email") {
        line.fault::<()>("phone", FileReason::NoWay);
    }
    let place = place(line, desk);
    let contact = Contact { name: name?, phone: phone?, email: email?, dossier: dossier? };
    Some((contact, place?))
}

fn way(
    line: &mut Fields,
    column: &'static str,
    form: fn(&str) -> Option<String>,
    otherwise: Reason,
) -> Option<String> {
    match line.short(column)? {
        text if text.is_empty() => Some(text),
        text => form(&text).or_else(|| line.fault(column, otherwise)),
    }
}

/// Without a unit of its own somebody belongs to the one that leads the procedure, or else to the
/// campaign's, as a ballot does.
fn place(line: &mut Fields, desk: &Desk<'_>) -> Option<Place> {
    let Desk { books, day, .. } = *desk;
    let named = line.optional("unit")?;
    let unit = named.as_deref().map(|code| books.unit_named_on(code, day));
    let procedure = line.optional("procedure")?;
    let version = procedure.as_deref().map(|code| books.procedure_on(code, day));
    let point = line.optional("service_point")?;
    let found = point.as_deref().map(|code| books.point_on(code, day));
    if unit == Some(None) {
        return line.fault_about("unit", Reason::UnknownUnit, named.unwrap_or_default());
    }
    if version == Some(None) {
        let code = procedure.unwrap_or_default();
        return line.fault_about("procedure", Reason::UnknownProcedure, code);
    }
    if found == Some(None) {
        let code = point.unwrap_or_default();
        return line.fault_about("service_point", Reason::UnknownServicePoint, code);
    }
    let version = version.flatten();
    let leading = || version.and_then(|version| version.unit).or(desk.campaign.unit);
    let unit_id = unit.flatten().map(|unit| unit.unit).or_else(leading);
    let today = unit_id.and_then(|unit| books.unit_on(unit, day)).map(|version| version.unit);
    let unit_id = today.or(unit_id);
    if !desk.scope.holds(unit_id) {
        return line.fault("unit", FileReason::OutOfReach);
    }
    Some(Place {
        unit_id,
        procedure_id: version.map(|version| version.procedure),
        service_point_id: found.flatten().map(|point| point.id),
    })
}

/// A fault for each dossier that stands in an earlier line.
fn twice(people: &[Person]) -> Vec<Fault> {
    let mut first: HashMap<String, usize> = HashMap::new();
    let with_dossier = people.iter().filter(|person| !person.contact.dossier.is_empty());
    with_dossier
        .filter_map(|person| {
            let row = *first.entry(contact::dossier(&person.contact.dossier)).or_insert(person.row);
            let is_first = row == person.row;
            let fault = Fault::at(person.row, "dossier", Reason::Twice);
            (!is_first).then(|| fault.about(row.to_string()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use domain::{Channel, Sampling, Words, day::Period};
    use rust_xlsxwriter::Workbook;

    use super::*;

    fn campaign() -> Campaign {
        Campaign {
            id: 1,
            code: "a".to_owned(),
            title: Words::default(),
            instrument: 1,
            period: Period { from: NaiveDate::MIN, to: None },
            sampling: Sampling::AllCompletedDossiers,
            takes: Vec::new(),
            channel: Channel::InPerson,
            unit: None,
            quota: None,
            closed: None,
        }
    }

    #[test]
    fn a_number_that_a_spreadsheet_took_for_one_is_read_with_its_zero() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (column, name) in (0..).zip(["Mã hồ sơ", "SĐT", "Họ và tên"]) {
            sheet.write(0, column, name).unwrap();
        }
        sheet.write(1, 0, "H19-1").unwrap();
        sheet.write(1, 1, 900_000_001.0).unwrap();
        sheet.write(3, 1, "0900000002").unwrap();
        sheet.write(4, 0, "h19 -1").unwrap();
        sheet.write(4, 1, 84_900_000_003.0).unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let (books, campaign) = (Catalogue::default(), campaign());
        let scope =
            Scope::of(domain::people::role::Reach::Everything, None, &books, NaiveDate::MIN);
        let desk = Desk { books: &books, campaign: &campaign, scope: &scope, day: NaiveDate::MIN };
        let (people, faults) = read(&bytes, &desk);
        let phones: Vec<(usize, &str)> =
            people.iter().map(|it| (it.row, it.contact.phone.as_str())).collect();
        assert_eq!(phones, [(2, "0900000001"), (4, "0900000002"), (5, "0900000003")]);
        assert_eq!(faults, [Fault::at(5, "dossier", Reason::Twice).about("2")]);
    }
}
