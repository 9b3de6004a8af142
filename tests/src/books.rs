//! The small office that every test stands in, as the files its staff would import.

use unicode_normalization::UnicodeNormalization;

/// Units: one of each kind of validity.
const UNITS: &str = "code,name,name_en,parent,valid_from,valid_to,decision,note
SCT,Sở Công Thương,Department of Industry and Trade,,2010-01-01,,QĐ 1,
VP,Văn phòng Sở,Office,SCT,2010-01-01,,QĐ 1,
QLTM,Quản lý thương mại,Trade,SCT,2010-01-01,,QĐ 1,
QLNL,Quản lý năng lượng,Energy,SCT,2010-01-01,,QĐ 1,
CU,Phòng cũ,Former room,SCT,2010-01-01,2020-12-31,QĐ 1,
MOI,Phòng mới,Coming room,SCT,2150-01-01,,QĐ 2,
";

/// Procedures; `{NFD}` marks a name that is written decomposed.
const PROCEDURES: &str = "code,name,name_en,field,unit,days,valid_from,valid_to,note
2.000004,Đăng ký hoạt động khuyến mại,Registration of promotions,Thương mại,QLTM,5,2015-01-01,,
2.000001,{NFD},Notice of promotions,Thương mại,QLTM,,2015-01-01,,
1.115377,Thông báo phát triển điện mặt trời mái nhà,Rooftop solar notice,Năng lượng,QLNL,5,2015-01-01,,
2.000535,Cấp giấy chứng nhận 100% an toàn_thực phẩm,Food safety,An toàn,VP,,2015-01-01,,
2.000002,Khuyến mại kiểu cũ,Promotions of old,Thương mại,QLTM,,2015-01-01,2020-12-31,
";

const SERVICE_POINTS: &str = "code,name,name_en,channel,valid_from,valid_to
quay-1,Quầy số 1,Counter 1,in_person,2010-01-01,
cong,Cổng dịch vụ công,Portal,online,2010-01-01,
buu-dien,Bưu điện,Post office,post,2010-01-01,
quay-cu,Quầy cũ,Former counter,in_person,2010-01-01,2020-12-31
";

/// Campaigns: two that are open, one that is over and one still to come.
const CAMPAIGNS: &str = "code,title,title_en,instrument,unit,channel,sampling,valid_from,valid_to
sipas,Khảo sát hài lòng,Satisfaction survey,sipas-service/1,SCT,in_person,counter_qr,2020-01-01,
quick,Phiếu nhanh,Quick ballot,quick/1,VP,in_person,open_link,2020-01-01,
xong,Đợt đã xong,Past survey,quick/1,VP,in_person,open_link,2020-01-01,2020-12-31
sap-toi,Đợt sắp tới,Coming survey,quick/1,VP,in_person,open_link,2150-01-01,
";

/// The files in the order in which they can be imported: kind and content.
pub(crate) fn files() -> [(&'static str, String); 4] {
    let decomposed: String = "Thông báo hoạt động khuyến mại".nfd().collect();
    [
        ("units", UNITS.to_owned()),
        ("procedures", PROCEDURES.replace("{NFD}", &decomposed)),
        ("service-points", SERVICE_POINTS.to_owned()),
        ("campaigns", CAMPAIGNS.to_owned()),
    ]
}
