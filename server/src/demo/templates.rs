//! Reply templates to look at: the house's own, and one of a room.

use domain::office::feedback::template::TemplateForm;

use crate::{
    error::Error,
    node,
    store::{
        Db,
        templates::{self, Template},
    },
};

/// Whose each is, what for, and the text.
const TEMPLATES: [(Option<&str>, &str, &str); 4] = [
    (
        None,
        "Đã nhận, đang xem xét",
        "Sở Công Thương đã nhận ý kiến của anh/chị (mã {ma}) ngày {ngay_gui} về {thu_tuc}. \
         {don_vi} đang xem xét và sẽ trả lời chậm nhất ngày {han}.",
    ),
    (
        None,
        "Giải thích quy định của thủ tục",
        "Về ý kiến mã {ma}: thủ tục {thu_tuc} đang được thực hiện theo quy định hiện hành.\n\n\
         Anh/chị cần chuẩn bị: \n\nMong anh/chị xem lại các bước ở trang Tra cứu; {don_vi} sẵn sàng \
         hướng dẫn thêm.",
    ),
    (
        None,
        "Xin lỗi vì phục vụ chưa tốt",
        "{don_vi} xin lỗi anh/chị về lần phục vụ đã nêu trong ý kiến mã {ma}. Chúng tôi đã kiểm tra \
         sự việc và chấn chỉnh như sau: \n\nCảm ơn anh/chị đã cho chúng tôi biết.",
    ),
    (
        Some("QLTM"),
        "Khuyến mại: thời hạn thông báo",
        "Theo ý kiến số {so}: thông báo khuyến mại gửi trước ngày bắt đầu, qua mạng hoặc tại quầy. \
         Hạn trả lời ý kiến này là {han}.",
    ),
];

/// Adds them where there are none.
pub async fn load(db: &Db) -> Result<(), Error> {
    let books = node::read(db, false).await?;
    let mut tx = db.begin().await?;
    if !templates::all(&mut tx).await?.is_empty() {
        return Ok(());
    }
    for (unit, title, text) in TEMPLATES {
        let (title, text) = (title.to_owned(), text.to_owned());
        let form = TemplateForm { title, text, ..TemplateForm::default() };
        let (title, text) = form
            .check()
            .map_err(|faults| Error::new(format!("demo: a template is refused: {faults:?}")))?;
        let unit_id = unit.and_then(|code| Some(books.catalogue.unit(code).last()?.unit));
        templates::add(&mut tx, &Template { id: 0, unit_id, title, text }).await?;
    }
    Ok(tx.commit().await?)
}
