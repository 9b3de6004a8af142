//! Which page an address names, and the right it needs.

use domain::Action;

use super::place::decoded;

/// A page of the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Page {
    Home,
    SignIn,
    Code,
    Return,
    Invitation(String),
    Me,
    SecondFactor,
    RecoveryCodes,
    Accounts,
    NewAccount,
    Account(String),
    Keys,
    Key(String),
    NewKey,
    Units,
    NewUnit,
    Unit(String),
    NewUnitVersion(String),
    UnitVersion(String, String),
    SplitUnit(String),
    MergeUnits,
    Procedures,
    NewProcedure,
    Procedure(String),
    ServicePoints,
    NewServicePoint,
    ServicePoint(String),
    Campaigns,
    NewCampaign,
    Campaign(String),
    Invitees(String),
    Invitee(String, String),
    Calendar,
    Targets,
    Target(String),
    NewTarget,
    Settings,
    Record,
    Comments,
    Unknown,
}

impl Page {
    /// The page at a path.
    pub(super) fn read(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).skip(1).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["dang-nhap"] => Self::SignIn,
            ["dang-nhap", "ma"] => Self::Code,
            ["dang-nhap", "openid"] => Self::Return,
            ["loi-moi", token] => Self::Invitation(decoded(token)),
            ["tai-khoan"] => Self::Me,
            ["tai-khoan", "hai-buoc"] => Self::SecondFactor,
            ["tai-khoan", "ma-khoi-phuc"] => Self::RecoveryCodes,
            ["nguoi-dung"] => Self::Accounts,
            ["nguoi-dung", name] => Self::Account(decoded(name)),
            ["khoa"] => Self::Keys,
            ["khoa", id] => Self::Key(decoded(id)),
            ["don-vi"] => Self::Units,
            ["don-vi", code] => Self::Unit(decoded(code)),
            ["don-vi", code, "phien-ban"] => Self::NewUnitVersion(decoded(code)),
            ["don-vi", code, "phien-ban", from] => Self::UnitVersion(decoded(code), decoded(from)),
            ["don-vi", code, "tach"] => Self::SplitUnit(decoded(code)),
            ["sap-nhap"] => Self::MergeUnits,
            ["thu-tuc"] => Self::Procedures,
            ["thu-tuc", code] => Self::Procedure(decoded(code)),
            ["diem-tiep-nhan"] => Self::ServicePoints,
            ["diem-tiep-nhan", code] => Self::ServicePoint(decoded(code)),
            ["dot-khao-sat"] => Self::Campaigns,
            ["dot-khao-sat", code] => Self::Campaign(decoded(code)),
            ["dot-khao-sat", code, "nguoi-duoc-moi"] => Self::Invitees(decoded(code)),
            ["dot-khao-sat", code, "nguoi-duoc-moi", id] => {
                Self::Invitee(decoded(code), decoded(id))
            }
            ["lich"] => Self::Calendar,
            ["muc-tieu"] => Self::Targets,
            ["muc-tieu", id] => Self::Target(decoded(id)),
            ["cai-dat"] => Self::Settings,
            ["nhat-ky"] => Self::Record,
            ["y-kien"] => Self::Comments,
            ["them", what] => Self::new(what),
            _ => Self::Unknown,
        }
    }

    /// Where something is added: apart from the lists, so that no code can be in the way.
    fn new(what: &str) -> Self {
        match what {
            "nguoi-dung" => Self::NewAccount,
            "khoa" => Self::NewKey,
            "don-vi" => Self::NewUnit,
            "thu-tuc" => Self::NewProcedure,
            "diem-tiep-nhan" => Self::NewServicePoint,
            "dot-khao-sat" => Self::NewCampaign,
            "muc-tieu" => Self::NewTarget,
            _ => Self::Unknown,
        }
    }

    /// Whether it is for those who are not signed in.
    pub(super) fn is_door(&self) -> bool {
        matches!(self, Self::SignIn | Self::Code | Self::Return | Self::Invitation(_))
    }

    /// The right without which its call would be refused.
    pub(super) fn needs(&self) -> Action {
        match self {
            Self::Accounts | Self::Account(_) => Action::ReadAccounts,
            Self::NewAccount => Action::ChangeAccounts,
            Self::Keys | Self::Key(_) | Self::NewKey => Action::ChangeKeys,
            Self::Units
            | Self::Unit(_)
            | Self::Procedures
            | Self::Procedure(_)
            | Self::ServicePoints
            | Self::ServicePoint(_)
            | Self::Campaigns
            | Self::Campaign(_)
            | Self::Calendar
            | Self::Targets
            | Self::Target(_) => Action::ReadBooks,
            Self::NewUnit
            | Self::NewUnitVersion(_)
            | Self::UnitVersion(..)
            | Self::SplitUnit(_)
            | Self::MergeUnits => Action::ChangeUnits,
            Self::NewProcedure | Self::NewServicePoint => Action::ChangeProcedures,
            Self::NewCampaign => Action::ChangeCampaigns,
            Self::Invitees(_) | Self::Invitee(..) => Action::ChangeInvitees,
            Self::NewTarget => Action::ChangeTargets,
            Self::Settings => Action::ChangeSettings,
            Self::Record => Action::ReadRecord,
            Self::Comments => Action::ReadComments,
            _ => Action::OwnAccount,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn an_address_names_a_page_and_a_strange_one_names_none() {
        assert_eq!(Page::read("/van-phong/"), Page::Home);
        assert_eq!(Page::read("/van-phong/them/don-vi"), Page::NewUnit);
        for strange in ["/van-phong/x", "/van-phong/lich/1", "/van-phong/them/x"] {
            assert_eq!(Page::read(strange), Page::Unknown, "{strange}");
        }
    }
}
