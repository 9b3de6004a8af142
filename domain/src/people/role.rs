//! Who may do what, and how far: one table, role by action.

use crate::code::codes;

codes! {
    /// What an account is there for.
    Role {
        /// Takes what people bring.
        Reception = 1 "reception",
        /// Works on cases.
        Handler = 2 "handler",
        /// Answers for a unit.
        Head = 3 "head",
        /// Văn phòng Sở: co-ordinates.
        Office = 4 "office",
        /// Looks into everything, changes nothing.
        Inspector = 5 "inspector",
        /// Lãnh đạo Sở.
        Leadership = 6 "leadership",
        /// Keeps accounts and settings.
        Administrator = 7 "administrator",
        /// From outside, reads figures.
        Viewer = 8 "viewer",
    }
}

codes! {
    /// What a call of the office does. Every such call has exactly one.
    Action {
        /// The account's own name, password, second factor and sessions.
        OwnAccount = 1 "own_account",
        /// The index, with the small groups that the public does not see.
        ReadFigures = 2 "read_figures",
        /// What people added to their ballots in words.
        ReadComments = 3 "read_comments",
        /// Units, procedures, service points and campaigns as they were, are and will be.
        ReadBooks = 4 "read_books",
        /// Units: new versions, names, mergers, splits.
        ChangeUnits = 5 "change_units",
        /// Procedures and service points.
        ChangeProcedures = 6 "change_procedures",
        /// Campaigns.
        ChangeCampaigns = 7 "change_campaigns",
        /// Holidays and make-up days.
        ChangeCalendar = 8 "change_calendar",
        /// Targets of the index.
        ChangeTargets = 9 "change_targets",
        /// Settings such as the letterhead and how long things are kept.
        ChangeSettings = 10 "change_settings",
        /// Who has an account.
        ReadAccounts = 11 "read_accounts",
        /// Invites, binds to a unit, disables.
        ChangeAccounts = 12 "change_accounts",
        /// Keys for other programs.
        ChangeKeys = 13 "change_keys",
        /// The record of what was done.
        ReadRecord = 14 "read_record",
        /// People who are asked by a link of their own: uploads, corrections, erasure.
        ChangeInvitees = 15 "change_invitees",
        /// How those people are reached, and their links.
        ReadContacts = 16 "read_contacts",
        /// The register of difficulties.
        ReadDifficulties = 17 "read_difficulties",
        /// Difficulties: registers and closes them.
        ChangeDifficulties = 18 "change_difficulties",
        /// Cases of feedback, with their logs.
        ReadFeedback = 19 "read_feedback",
        /// Enters what came another way: at a counter, by letter, by telephone; new cases, and what the
        /// sender of a case adds, thinks and asks for.
        RegisterFeedback = 20 "register_feedback",
        /// Takes cases as ours or refuses them, and gives each to a unit.
        DirectFeedback = 21 "direct_feedback",
        /// Works on cases: asks, answers, transfers, takes them up.
        WorkOnFeedback = 22 "work_on_feedback",
        /// Approves answers, and decides what was taken up.
        ApproveFeedback = 23 "approve_feedback",
        /// Publishes answers, without what is personal.
        PublishFeedback = 24 "publish_feedback",
        /// What nobody gives alone: accounts that watch over others, new links into others' accounts.
        ConfirmAccounts = 25 "confirm_accounts",
        /// Notices that went out or failed, and the programs that are called.
        ChangeNotices = 30 "change_notices",
        /// Cases from the register of another channel, a whole file at once.
        ImportFeedback = 35 "import_feedback",
        /// Cases that another body's system sends by itself, and how far they are: for programs alone.
        PushFeedback = 36 "push_feedback",
        /// Texts that answers begin with.
        ChangeTemplates = 37 "change_templates",
    }
}

/// How far a role's right to an action goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Not at all.
    Nothing,
    /// What belongs to the account itself.
    Oneself,
    /// What belongs to the account's unit and the units below it.
    Below,
    /// Everything, also what belongs to no unit.
    Everything,
}

/// The table (the roles of the department, DOMAIN §5). What is not in it is not allowed.
pub fn reach(role: Role, action: Action) -> Reach {
    use Action as A;
    use Role as R;
    match (action, role) {
        (A::OwnAccount, _) => Reach::Oneself,
        (A::ReadBooks, _) => Reach::Everything,
        (A::ReadFigures, R::Administrator) => Reach::Nothing,
        (A::ReadFigures | A::ReadComments, R::Office | R::Inspector | R::Leadership) => {
            Reach::Everything
        }
        (A::ReadFigures, _) | (A::ReadComments, R::Handler | R::Head) => Reach::Below,
        (A::ChangeCampaigns, R::Office)
        | (A::ChangeProcedures, R::Office | R::Administrator)
        | (A::ChangeCalendar | A::ChangeTargets, R::Office)
        | (
            A::ChangeUnits
            | A::ChangeSettings
            | A::ChangeKeys
            | A::ChangeNotices
            | A::PushFeedback,
            R::Administrator,
        )
        | (A::ReadRecord, R::Inspector) => Reach::Everything,
        (A::ChangeInvitees, R::Office | R::Administrator) | (A::ReadContacts, R::Office) => {
            Reach::Everything
        }
        (A::ChangeCampaigns | A::ReadAccounts, R::Head)
        | (A::ChangeInvitees | A::ReadContacts, R::Head) => Reach::Below,
        (A::ReadAccounts | A::ChangeAccounts, R::Administrator) => Reach::Below,
        (A::ReadAccounts, R::Inspector)
        | (A::ConfirmAccounts, R::Inspector | R::Leadership | R::Head) => Reach::Everything,
        (A::ReadDifficulties, R::Office | R::Inspector | R::Leadership)
        | (A::ChangeDifficulties, R::Office) => Reach::Everything,
        (A::ReadFeedback, R::Office | R::Inspector | R::Leadership)
        | (A::RegisterFeedback | A::ImportFeedback | A::ChangeTemplates, R::Office)
        | (A::DirectFeedback | A::WorkOnFeedback | A::PublishFeedback, R::Office)
        | (A::ApproveFeedback, R::Office | R::Leadership) => Reach::Everything,
        (A::ReadFeedback, R::Reception | R::Handler | R::Head)
        // Letters reach rooms too, and whoever works on a case is the one its sender telephones.
        | (A::RegisterFeedback, R::Reception | R::Handler | R::Head)
        | (A::WorkOnFeedback, R::Handler | R::Head)
        | (A::ApproveFeedback, R::Head) => Reach::Below,
        // Who takes in what comes takes in whole registers too; a room keeps its own texts.
        (A::ImportFeedback, R::Reception) | (A::ChangeTemplates, R::Head) => Reach::Below,
        (A::ReadDifficulties, R::Reception | R::Handler | R::Head)
        | (A::ChangeDifficulties, R::Handler | R::Head) => Reach::Below,
        _ => Reach::Nothing,
    }
}

/// Whether a role has a right only where its account's unit is the whole house: what administrators
/// change for everybody, and what the head of the house confirms.
pub fn is_of_the_house(role: Role, action: Action) -> bool {
    match role {
        Role::Administrator => {
            action != Action::ReadBooks && reach(role, action) == Reach::Everything
        }
        Role::Head => action == Action::ConfirmAccounts,
        _ => false,
    }
}

/// Whether a role works on what people bring to its unit: only those who do see who somebody is.
/// The others look on, from whichever unit.
pub fn handles(role: Role) -> bool {
    matches!(role, Role::Reception | Role::Handler | Role::Head | Role::Office)
}

/// Whether an account of `role` may be kept by an administrator of `giver`'s role whose unit is not
/// the whole house: no right of it goes beyond that unit, unless the giver's own does.
pub fn is_bounded(role: Role, giver: Role) -> bool {
    let own = |action| reach(giver, action).max(Reach::Below);
    let mut rights = Action::ALL.iter().filter(|action| !is_of_the_house(role, **action));
    rights.all(|action| reach(role, *action) <= own(*action))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_s_administrator_gives_no_role_that_sees_the_whole_house() {
        let given = Role::ALL.iter().filter(|role| is_bounded(**role, Role::Administrator));
        let given: Vec<&str> = given.map(|role| role.name()).collect();
        assert_eq!(given, ["reception", "handler", "head", "administrator", "viewer"]);
    }

    fn allowed(role: Role) -> Vec<&'static str> {
        let actions = Action::ALL.iter().filter(|action| reach(role, **action) > Reach::Nothing);
        actions.map(|action| action.name()).collect()
    }

    #[test]
    fn an_outside_viewer_sees_figures_and_books_and_nothing_else() {
        assert_eq!(allowed(Role::Viewer), ["own_account", "read_figures", "read_books"]);
    }

    #[test]
    fn whoever_keeps_accounts_reads_neither_comments_nor_the_record() {
        let reads =
            [Action::ReadComments, Action::ReadRecord, Action::ReadFigures, Action::ReadContacts];
        for action in reads {
            assert_eq!(reach(Role::Administrator, action), Reach::Nothing);
        }
    }

    #[test]
    fn an_inspector_changes_nothing() {
        let changes = allowed(Role::Inspector);
        // What others may use against somebody needs a second person's word; that is no change of theirs.
        let others = ["own_account", "confirm_accounts"];
        let reads = |name: &&str| name.starts_with("read_") || others.contains(name);
        assert!(changes.iter().all(reads), "{changes:?}");
    }

    #[test]
    fn nobody_changes_accounts_who_may_not_read_them() {
        for &role in Role::ALL {
            assert!(reach(role, Action::ChangeAccounts) <= reach(role, Action::ReadAccounts));
        }
    }
}
