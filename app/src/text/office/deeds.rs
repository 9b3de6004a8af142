//! What the record's entries say, as sentences: who did what, to what, and what changed.

words! {
    /// What was done, after the name of whoever did it.
    pub(crate) fn deed(lang, action: &str) -> Option<&'static str> {
        "account.create" => "mời người dùng", "invited";
        "account.change" => "sửa tài khoản", "changed the account";
        "account.invite" => "tạo lời mời mới cho", "made a new invitation for";
        "account.confirm" => "là người thứ hai, xác nhận cho tài khoản", "confirmed, as the second person, for the account";
        "account.refuse" => "là người thứ hai, từ chối cho tài khoản", "refused, as the second person, for the account";
        "account.clear_second_factor" => "xóa xác thực hai bước của", "removed the second factor of";
        "account.end_sessions" => "kết thúc mọi phiên của", "ended all sessions of";
        "ballot.correct" => "một phiếu được người gửi sửa", "a ballot was corrected by its sender";
        "ballot.withdraw" => "một phiếu được người gửi rút", "a ballot was taken back by its sender";
        "ballot.try" => "thử mở phiếu bằng mã", "tried codes of ballots";
        "calendar.change" => "sửa lịch làm việc", "changed the calendar of";
        "campaign.create" => "tạo đợt khảo sát", "added the campaign";
        "campaign.change" => "sửa đợt khảo sát", "changed the campaign";
        "campaign.close" => "đóng đợt khảo sát", "closed the campaign";
        "comment.withdraw" => "một ý kiến được người gửi rút", "a comment was taken back by its sender";
        "comments.read" => "đọc ý kiến của người dân", "read comments";
        "consent.withdraw" => "một sự đồng ý được người gửi rút", "an agreement was taken back by its sender";
        "difficulty.create" => "ghi khó khăn", "registered the difficulty";
        "difficulty.close" => "kết thúc khó khăn", "closed the difficulty";
        "invitee.read" => "đọc cách liên hệ của một người được mời", "read the contact of an invited person";
        "invitee.change" => "sửa cách liên hệ của một người được mời", "corrected the contact of an invited person";
        "invitee.remove" => "xóa một người được mời", "erased an invited person";
        "invitees.read" => "đọc danh sách người được mời", "read the list of invited people";
        "invitees.upload" => "tải lên danh sách người được mời", "uploaded a list of invited people";
        "invitees.export" => "tải về danh sách đường dẫn mời", "downloaded the links of invited people";
        "key.create" => "tạo khóa truy cập", "made the access key";
        "key.revoke" => "thu hồi khóa truy cập", "revoked the access key";
        "keys.rotate" => "đổi khóa niêm phong", "changed the sealing key";
        "keys.reseal" => "niêm phong lại bằng khóa mới", "sealed everything anew";
        "keys.retire" => "bỏ khóa niêm phong cũ", "retired an old sealing key";
        "openid.link" => "liên kết tài khoản", "linked the account";
        "openid.unlink" => "gỡ liên kết tài khoản", "unlinked the account";
        "openid.refuse" => "bị từ chối khi liên kết", "was refused while linking";
        "password.change" => "đổi mật khẩu của", "changed the password of";
        "password.choose" => "đặt mật khẩu cho", "chose a password for";
        "password.refuse" => "nhập sai mật khẩu hiện tại của", "entered a wrong present password of";
        "procedure.create" => "thêm thủ tục", "added the procedure";
        "procedure.change" => "sửa thủ tục", "changed the procedure";
        "record.export" => "xuất nhật ký", "exported the record";
        "retention.remove" => "xóa dữ liệu hết hạn lưu", "removed what was past its time";
        "second_factor.set" => "bật xác thực hai bước của", "set up the second factor of";
        "second_factor.clear" => "tắt xác thực hai bước của", "turned off the second factor of";
        "second_factor.new_codes" => "lấy mã khôi phục mới cho", "got new recovery codes for";
        "service_point.create" => "thêm điểm tiếp nhận", "added the service point";
        "service_point.change" => "sửa điểm tiếp nhận", "changed the service point";
        "session.begin" => "đăng nhập", "signed in";
        "session.ask_code" => "nhập đúng mật khẩu, chờ mã xác thực", "gave the password and was asked for a code";
        "session.openid" => "đăng nhập qua hệ thống khác", "signed in by way of the provider";
        "session.refuse" => "bị từ chối đăng nhập", "was refused at the door";
        "session.hold" => "bị tạm dừng vì đoán nhiều lần", "was held up after many guesses";
        "session.end" => "đăng xuất hoặc kết thúc phiên", "signed out or ended a session";
        "session.end_others" => "kết thúc mọi phiên khác", "ended all other sessions";
        "settings.change" => "sửa cài đặt", "changed the settings";
        "tallies.rebuild" => "dựng lại số liệu từ phiếu", "made the tallies anew from the ballots";
        "target.create" => "đặt mục tiêu", "set the target";
        "target.change" => "sửa mục tiêu", "changed the target";
        "target.remove" => "bỏ mục tiêu", "removed the target";
        "unit.create" => "thêm đơn vị", "added the unit";
        "unit.version" => "đổi tên, mã hoặc cấp trên của đơn vị", "gave another name, code or place to the unit";
        "unit.correct" => "sửa một phiên bản của đơn vị", "put a version right of the unit";
        "unit.merge" => "sáp nhập vào đơn vị", "merged units into";
        "unit.split" => "chia, tách đơn vị", "split the unit";
        "withdrawals.repeat" => "rút lại những phiếu đã rút trước đây", "took back again what was taken back before";
    }
}

words! {
    /// What a field of an entry is called; fields that only the program goes by have no name.
    pub(crate) fn field(lang, name: &str) -> Option<&'static str> {
        "code" => "Mã", "Code";
        "name.vi" => "Tên tiếng Việt", "Name in Vietnamese";
        "name.en" => "Tên tiếng Anh", "Name in English";
        "title.vi" => "Tiêu đề tiếng Việt", "Title in Vietnamese";
        "title.en" => "Tiêu đề tiếng Anh", "Title in English";
        "name" => "Tên", "Name";
        "full_name" => "Họ và tên", "Full name";
        "role" => "Vai trò", "Role";
        "unit" => "Đơn vị", "Unit";
        "parent" => "Đơn vị cấp trên", "Unit above";
        "from" => "Từ ngày", "From";
        "until" => "Đến hết ngày", "Until and including";
        "to" => "Đến ngày", "To";
        "decision" => "Số quyết định, kết quả", "Decision";
        "note" => "Ghi chú", "Note";
        "field" => "Lĩnh vực", "Field";
        "days" => "Số ngày", "Days";
        "day" => "Ngày", "Day";
        "kind" => "Loại", "Kind";
        "channel" => "Hình thức phục vụ", "Channel";
        "sampling" => "Cách lấy phiếu", "Sampling";
        "takes" => "Nhận phiếu từ", "Takes ballots from";
        "instrument" => "Bộ phiếu", "Question set";
        "quota" => "Số phiếu tối đa", "Most ballots";
        "closed" => "Đóng lúc", "Closed";
        "units" => "Đơn vị phục vụ", "Units served";
        "procedures" => "Thủ tục phục vụ", "Procedures served";
        "disabled" => "Khóa tài khoản", "Disabled";
        "label" => "Tên gọi", "Label";
        "actions" => "Được làm", "May do";
        "expires" => "Hết hạn", "Runs out";
        "indicator" => "Chỉ tiêu", "Indicator";
        "year" => "Năm", "Year";
        "value" => "Mức phải đạt", "To be reached";
        "basis" => "Căn cứ", "Basis";
        "text" => "Nội dung", "What it is";
        "owner" => "Người phụ trách", "Owner";
        "due" => "Thời hạn", "Due";
        "letterhead_above" => "Cơ quan chủ quản", "Body above";
        "letterhead" => "Tên cơ quan", "The body itself";
        "place" => "Địa danh", "Place";
        "hotline" => "Đường dây nóng", "Hotline";
        "second_factor" => "Vai trò bắt buộc hai bước", "Roles with a second factor";
        "idle_minutes" => "Phút không dùng", "Idle minutes";
        "session_hours" => "Giờ của một phiên", "Hours of a session";
        "retention.comments" => "Lưu ý kiến (ngày)", "Comments kept (days)";
        "retention.withdrawn" => "Lưu mã phiếu đã rút (ngày)", "Ids of ballots taken back kept (days)";
        "retention.contacts" => "Lưu người được mời (ngày)", "Invited people kept (days)";
        "retention.sessions" => "Lưu phiên đã kết thúc (ngày)", "Sessions kept (days)";
        "retention.invitations" => "Lưu lời mời (ngày)", "Invitations kept (days)";
        "retention.attempts" => "Lưu dấu vết đoán (ngày)", "Guesses kept (days)";
        "campaign" => "Đợt khảo sát", "Campaign";
        "rows" => "Số dòng", "Rows";
        "page" => "Trang", "Page";
        "unmasked" => "Số dòng không che", "Rows not masked";
        "searched" => "Có tìm theo từ", "Searched for words";
        "format" => "Dạng tệp", "Format";
        "actor" => "Lọc theo người", "Only of";
        "action" => "Lọc theo việc", "Only what";
        "reason" => "Lý do", "Reason";
        "matter" => "Việc cần xác nhận", "To be confirmed";
        "device" => "Thiết bị", "Device";
    }
}
