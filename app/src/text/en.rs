//! The words in English.

use domain::Lang;

use super::{FigureWords, PageWords, SurveyWords, TroubleWords, count};

/// The survey and its receipt.
pub(super) static SURVEY: SurveyWords = SurveyWords {
    intro: "We do not ask your name. Leave blank whatever you do not want to answer.",
    service_point: "Service point",
    unit: "Unit",
    procedure: "Procedure",
    levels: ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"],
    occurrences: ["None", "Some", "Many"],
    not_applicable: "Does not apply",
    clear: "Clear answer",
    hint: "Tap a level and the next question appears.",
    keys: "Keyboard: Tab to the question, then press a number to choose, Enter for the next question.",
    progress: |at, of| format!("Question {at} of {of}"),
    last_step: "Last step",
    back: "Back",
    next: "Next",
    skip: "Skip",
    comment: "Is there anything you want to add?",
    comment_hint: |most| {
        let most = count(Lang::En, most as u64);
        format!(
            "Optional, at most {most} characters. Please leave out names, phone numbers and dossier codes."
        )
    },
    about: "About you (optional)",
    party: ("You acted", ["for yourself", "for a business or organisation"]),
    sex: ("Sex", ["Female", "Male", "Other"]),
    age: ("Age", ["18–24", "25–34", "35–49", "50–60", "Over 60"]),
    unsaid: "Prefer not to say",
    send: "Send",
    again: "Send again",
    sending: "Sending…",
    mend: "This was not sent yet. Please look at:",
    no_answer: "This was not sent: there is no network, or the server did not answer. Your answers are still on this device: press “Send again” once you are connected.",
    crowded: |seconds| {
        format!(
            "Very many ballots are coming from this place. Everything filled in is still below: please wait {seconds} seconds and press send again."
        )
    },
    busy: "The server is busy. Your answers are still on this device: please wait a minute and press “Send again”.",
    odd_answer: "This network is holding the answers back; its Wi-Fi may want you to sign in first. Your answers are still here: sign in or change the network, then press “Send again”.",
    sent_before: "This ballot was already kept with other answers; the first one stays. For a new ballot please reload the page.",
    restored: "Your earlier answers are still here.",
    thanks: "Thank you!",
    kept: "Your answers have been kept.",
    receipt: "Receipt code",
    pin: "PIN",
    receipt_use: "Please note down both before you leave this page: they are not shown again. With them you can see, correct or withdraw your ballot. They do not tell who you are.",
    see_ballot: "See, correct or withdraw the ballot",
    see_results: "See the survey results",
};

/// Around and between the pages.
pub(super) static PAGES: PageWords = PageWords {
    service: "Hài Lòng",
    owner: "Department of Industry and Trade, Đồng Nai province",
    skip: "Skip to the content",
    other_language: "Tiếng Việt",
    demo: "Demo data – not real figures",
    foot: "We keep neither your name nor your network address. The results are public.",
    home: "Home",
    failed: "Showing one question at a time stopped working. Your answers are still below, and you can send the form as usual.",
    welcome: "How were you served?",
    welcome_lead: "A few minutes of your time tell us what to improve first.",
    open: "Open surveys",
    none_open: "No survey is open at the moment. Please come back later.",
    take_part: "Answer the survey",
    until: |day| format!("Until {day}"),
    results: "Survey results",
    see_results: "See the survey results",
    results_lead: "The satisfaction index by unit and by month, from the ballots received for one question set.",
    not_open_yet: "This survey has not begun",
    opens_on: |day| format!("It takes answers from {day}."),
    over: "This survey is over",
    ended_on: |day| format!("The last day for answers was {day}."),
    closed_help: "See the open surveys on the home page, or the published results.",
    faulty: "Something needs mending",
    not_found: TroubleWords {
        title: "Page not found",
        help: "Please check the address, scan the QR code again or start from the home page.",
    },
    unreadable: TroubleWords {
        title: "What was sent could not be read",
        help: "Please go back, reload the page and send it again.",
    },
    wrong_method: TroubleWords {
        title: "This address does not take that request",
        help: "Please open the page again and use its buttons.",
    },
    wrong_format: TroubleWords {
        title: "That format is not read here",
        help: "Please use the form on the page, or send JSON with the content type application/json.",
    },
    too_slow: TroubleWords {
        title: "The data arrived too slowly",
        help: "The network is weak. Please send again: a ballot sent twice counts once.",
    },
    too_large: TroubleWords {
        title: "What was sent is too large",
        help: "Please go back, write less and send it again.",
    },
    unavailable: TroubleWords {
        title: "Nothing can be kept just now",
        help: "Please wait a minute, go back and send it again; your answers are still there.",
    },
    provider_away: TroubleWords {
        title: "The sign-in provider does not answer",
        help: "Please try again in a few minutes, or sign in with your password.",
    },
    sign_in_first: TroubleWords {
        title: "Please sign in",
        help: "You are not signed in, or your session has ended. Sign in and try again.",
    },
    not_allowed: TroubleWords {
        title: "This account may not do that",
        help: "If it is part of your work, please ask the administrator of your unit.",
    },
    second_factor_first: TroubleWords {
        title: "Two-step sign-in has to be set up first",
        help: "Your role needs a code at sign-in. Please set it up under My account.",
    },
    forged: TroubleWords {
        title: "This request did not come from our own page",
        help: "Please open the office pages from their official address and try again.",
    },
    crowded: TroubleWords {
        title: "Very many ballots are coming from this place",
        help: "Please wait twenty seconds and send again; your answers are still there.",
    },
    too_many: TroubleWords { title: "Too many tries", help: "Please wait a little and try again." },
    conflict: TroubleWords {
        title: "This ballot was kept before",
        help: "The first one stays as it is. For a new ballot please open the survey again.",
    },
    stale: TroubleWords {
        title: "Somebody else has just changed this",
        help: "Nothing was kept. Please load it again, and change it if that is still needed.",
    },
    withdrawn: TroubleWords {
        title: "This ballot was withdrawn",
        help: "It is no longer kept and does not count. For a new ballot please open the survey again.",
    },
    token_used: TroubleWords {
        title: "This invitation was answered",
        help: "Thank you: each link takes one ballot, and that one is kept. It does not say who sent it, so it cannot be sent again with this link.",
    },
    unknown_token: TroubleWords {
        title: "This link does not work",
        help: "It may lack letters, belong to another survey, or its invitation was removed. Please open the link in the message again, or answer an open survey from the first page.",
    },
    broken: TroubleWords {
        title: "Something went wrong here",
        help: "The fault is ours. Please try again in a few minutes.",
    },
    poster_ask: "Were you satisfied?",
    poster_steps: [
        "Open your phone's camera and scan the code",
        "Choose a level for each question",
        "Send it and get a receipt code",
    ],
    poster_address: "Or open",
    poster_promise: "We do not ask your name. The results are public.",
    poster_code: "QR code that leads to the survey",
    office: "For staff",
    office_needs_script: "This page needs JavaScript. The public figures are also on the results page, which does not.",
};

/// Beside figures.
pub(super) static FIGURES: FigureWords = FigureWords {
    index: "Satisfaction index",
    by: ["Unit", "Procedure", "Factor", "Criterion", "Month", "Way of filing"],
    break_down: "Break down by",
    sampling: [
        "Drawn by chance from a list",
        "Every finished dossier",
        "QR code at the counter",
        "Device at the counter",
        "Open link (self-selected)",
        "Filled in with help from staff",
        "Typed in from paper",
    ],
    channels: ["In person", "Online", "By post"],
    instrument: "Question set",
    method: "Method",
    top_two: "Share of “Satisfied” and “Very satisfied” (T2B)",
    mean: "Mean level against the highest of 5, in percent (MEAN5)",
    collected: "How ballots were collected",
    few: "too few to publish",
    from: "From month",
    to: "To month",
    show: "Show",
    ballots: "Ballots",
    percent: "Index",
    interval: "95% interval",
    counts: "Numerator/denominator",
    total: "All",
    unnamed: "Not named",
    suppressed: "too few answers to publish",
    empty: "There are no ballots in this range. Please choose another period or question set.",
    doubt: "Whiskers and the pale band are the 95% interval: the fewer the ballots, the wider it is.",
    axis: |floor| format!("The vertical axis begins at {floor}%, not at 0%."),
    waiting: "Loading figures…",
    failed: "The figures did not arrive. Please check the network and try again.",
    retry: "Try again",
    public_only: "These are the public figures, as on the results page: groups of too few ballots are withheld.",
};
