//! The words of the books: units, procedures, service points, the calendar.

use domain::{Channel, Lang, books::lineage::Descent, office::books::calendar::DayKind};

use crate::text::figures;

words! {
    /// The words that several books share.
    pub(crate) books: BooksWords {
        code: "Mã", "Code";
        code_hint: "Chữ không dấu, chữ số, dấu chấm, gạch nối, gạch dưới.",
            "Plain letters, digits, dots, dashes and underscores.";
        name: "Tên", "Name";
        name_vi: "Tên tiếng Việt", "Name in Vietnamese";
        name_en: "Tên tiếng Anh", "Name in English";
        name_en_hint: "Bỏ trống thì trang tiếng Anh dùng tên tiếng Việt.",
            "Where this is empty, English pages show the Vietnamese name.";
        unit: "Đơn vị", "Unit";
        parent: "Đơn vị cấp trên", "Unit above";
        from: "Từ ngày", "From";
        until: "Đến hết ngày", "Until and including";
        until_hint: "Bỏ trống nếu chưa biết.", "Leave empty while it is not known.";
        decision: "Số quyết định", "Number of the decision";
        note: "Ghi chú cho người đọc", "Note for readers";
        state: "Hiệu lực", "In force";
        in_force: "Đang hiệu lực", "In force";
        not_in_force: "Không hiệu lực", "Not in force";
        coming: "Sắp có hiệu lực", "Coming";
        versions: "Các phiên bản", "Versions";
        channel: "Hình thức phục vụ", "Channel";
        change: "Sửa", "Change";
        empty: "Thêm mục đầu tiên, hoặc nạp từ tệp bằng lệnh hailong import.",
            "Add the first one, or load a file with hailong import.";
    }
}

words! {
    /// The words of units.
    pub(crate) units: UnitWords {
        heading: "Đơn vị", "Units";
        add: "Thêm đơn vị", "Add a unit";
        rename: "Đổi tên, đổi mã hoặc chuyển cấp trên", "New name, code or place";
        rename_lead: "Phiên bản hiện nay kết thúc vào hôm trước ngày này. Phiếu đã gửi vẫn thuộc về đơn vị như lúc đó.",
            "The present version ends the day before. Ballots that came in stay with the unit as it was then.";
        merge: "Sáp nhập", "Merge";
        merge_lead: "Các đơn vị được chọn kết thúc vào hôm trước ngày này và nhập vào một đơn vị mới hoặc đang có. Tài khoản thuộc các đơn vị ấy cần được gắn vào đơn vị mới (mục Người dùng).",
            "The chosen units end the day before and go into one that is new or there already. Accounts bound to them have to be bound to the new one (see Accounts).";
        merge_from: "Các đơn vị được sáp nhập", "The units that are merged";
        into_code: "Mã của đơn vị nhận", "Code of the unit they become";
        into_code_hint: "Mã của một đơn vị đang có và tiếp tục, hoặc một mã mới.",
            "The code of a unit that goes on, or a new one.";
        merge_takes: "Đơn vị trực thuộc, thủ tục và đợt khảo sát của các đơn vị ấy thuộc về đơn vị nhận từ ngày đó.",
            "What lies below those units, their procedures and campaigns belong to the one they become from that day on.";
        into_parent_hint: "Bỏ trống nếu đơn vị nhận đang có và ở nguyên chỗ.",
            "Leave empty where the unit goes on and stays where it is.";
        into_name_hint: "Bỏ trống nếu đơn vị nhận đang có và giữ tên cũ.",
            "Leave empty where the unit goes on and keeps its name.";
        split: "Chia, tách", "Split";
        split_lead: "Chia thành các đơn vị mới, hoặc tách một phần mà đơn vị này vẫn tiếp tục.",
            "It becomes several new units, or a part of it leaves while it goes on.";
        goes_on: "Đơn vị này vẫn tiếp tục (tách một phần)", "It goes on (only a part leaves)";
        part: "Đơn vị mới", "New unit";
        takes_units: "Đơn vị trực thuộc chuyển về đâu", "Where the units below it go";
        takes_procedures: "Thủ tục chuyển về đâu", "Where its procedures go";
        takes_hint: "Đơn vị này chấm dứt thì không được để lại gì.", "If this unit ends, nothing can stay with it.";
        takes_nobody: "— ở lại —", "— stays —";
        correct: "Sửa phiên bản này", "Put this version right";
        correct_lead: "Để sửa chỗ ghi sai. Đổi tên từ một ngày thì thêm phiên bản mới. Phiên bản đã có phiếu chỉ dời được ngày cuối.",
            "To mend what was entered wrongly; a new name from a day on is a new version. Once ballots came in only its last day can move.";
        day: "Ngày có hiệu lực", "From this day";
        lineage: "Nguồn gốc", "Lineage";
        came_from: "Hình thành từ", "It came from";
        became: "Về sau", "What became of it";
        no_lineage: "Chưa từng sáp nhập hay chia, tách.", "It was never merged or split.";
        done: "Đã ghi nhận.", "Done.";
    }
}

words! {
    /// The words of procedures.
    pub(crate) procedures: ProcedureWords {
        heading: "Thủ tục hành chính", "Procedures";
        add: "Thêm thủ tục", "Add a procedure";
        code_hint: "Theo Cơ sở dữ liệu quốc gia về thủ tục hành chính, ví dụ 2.000004.",
            "As in the national list, such as 2.000004.";
        field: "Lĩnh vực", "Field";
        days: "Thời hạn (ngày làm việc)", "Time limit (working days)";
        change_lead: "Ngày đầu của một phiên bản đang có thì sửa phiên bản ấy; ngày khác thì bắt đầu phiên bản mới.",
            "The first day of a version puts that version right; any other day begins a new one.";
    }
}

words! {
    /// The words of service points.
    pub(crate) points: PointWords {
        heading: "Điểm tiếp nhận", "Service points";
        one: "Điểm tiếp nhận", "Service point";
        units_named: "Đơn vị phục vụ ở đây", "Units served here";
        procedures_named: "Thủ tục làm ở đây", "Procedures done here";
        add: "Thêm điểm tiếp nhận", "Add a service point";
        units: "Đơn vị phục vụ ở đây (mã, mỗi dòng một mã)", "Units served here (codes, one a line)";
        units_hint: "Phiếu gửi từ đây được hỏi một trong các đơn vị này; nếu chỉ có một thì không hỏi.",
            "Ballots from here are asked for one of these; a single one is not asked for.";
        procedures: "Thủ tục làm ở đây (mã, mỗi dòng một mã)", "Procedures done here (codes, one a line)";
        procedures_hint: "Để trống thì phiếu được hỏi các thủ tục gặp nhiều nhất ở đây trong 90 ngày.",
            "Left empty, ballots are asked for what came up most here in 90 days.";
        kiosk: "Địa chỉ cho máy đặt tại quầy", "Address for the device at the counter";
        kiosk_lead: "Chỉ mở địa chỉ này trên máy đặt tại điểm này: phiếu gửi từ đó được tính là của máy tại quầy.",
            "Open this on the device at this point only: ballots sent from there count as the kiosk's.";
        kiosk_replace: "Thu hồi và cấp địa chỉ mới", "Take back and give another";
        kiosk_replace_lead: "Khi địa chỉ bị lộ hoặc máy bị mất: địa chỉ cũ ngừng dùng được ngay, các điểm khác không đổi.",
            "If the address got about or the device was lost: the old address stops working at once, other points keep theirs.";
        kiosk_replaced: "Đã cấp địa chỉ mới; địa chỉ cũ không còn dùng được.", "There is a new address; the old one works no more.";
    }
}

words! {
    /// The words of the calendar.
    pub(crate) calendar: CalendarWords {
        heading: "Lịch làm việc", "Calendar";
        lead: "Ngày nghỉ lễ và ngày làm bù. Thời hạn tính theo ngày làm việc dựa vào lịch này.",
            "Holidays and days that make up for them. Time limits in working days follow this.";
        year: "Năm", "Year";
        before: "Năm trước", "Year before";
        after: "Năm sau", "Year after";
        empty: "Chưa có ngày nào cho năm này.", "Nothing is entered for this year.";
        day: "Ngày", "Day";
        kind: "Loại", "Kind";
        why: "Lý do", "Why";
        entry: "Ngày đặc biệt", "Special day";
        moves fn(&str) -> String:
            |n| [n, " việc đang mở đổi hạn; danh sách ở ngay dưới. Xác nhận thì hạn được tính lại và ghi vào nhật ký."].concat(),
            |n| ["Open cases that get another due day: ", n, "; they are listed below. Once confirmed, the days are counted anew and put on the record."].concat();
        hidden fn(&str) -> String: |n| ["Trong đó ", n, " việc bạn không xem được."].concat(),
            |n| ["Of these you may not see: ", n, "."].concat();
        moved: "Hạn sẽ dời", "Days that would move";
        case fn(&str) -> String: |number| ["Việc số ", number].concat(), |number| ["Case ", number].concat();
        page fn(&str, &str) -> String: |page, pages| ["Trang ", page, "/", pages].concat(),
            |page, pages| ["Page ", page, " of ", pages].concat();
        page_before: "Trang trước", "Page before";
        page_after: "Trang sau", "Page after";
        entry_hint: "Để trống ngày và lý do thì dòng này được bỏ.",
            "Leave day and reason empty to drop the line.";
    }
}

/// A channel.
pub(crate) fn channel(lang: Lang, channel: Channel) -> &'static str {
    figures(lang).channels[channel.place()]
}

words! {
    /// How a unit came out of another.
    pub(crate) fn descent(lang, kind: Descent) -> &'static str {
        Descent::Merger => "sáp nhập vào", "was merged into";
        Descent::Split => "được chia, tách thành", "was split into";
    }
}

words! {
    /// What is out of the ordinary about a day.
    pub(crate) fn day_kind(lang, kind: DayKind) -> &'static str {
        DayKind::Holiday => "Nghỉ lễ", "Holiday";
        DayKind::MakeUp => "Làm bù", "Make-up day";
    }
}
