//! Sentences for the measures of elections.

use super::Row;

pub(super) const ELECTIONS: &[Row] = &[
    (
        "votes",
        &["She won 41,200 votes.", "Officials counted 3 million ballots."],
        &["The 12 ballot boxes were sealed."],
    ),
    (
        "vote_share",
        &[
            "The party took 38% of the vote.",
            "She won 51.4% of the votes.",
            "Polls put the Liberals at 29%.",
            "Ortega led with 52%.",
        ],
        &["Turnout was 60%."],
    ),
    (
        "seats",
        &["The alliance won 74 seats.", "Labour lost 12 seats.", "Her party holds 41 of the 120 seats."],
        &["The 90-seat parliament meets in May.", "The coalition fell three seats short."],
    ),
    (
        "turnout",
        &[
            "Turnout was 63%.",
            "Some 58% of eligible voters went to the polls.",
            "Some 52% of those eligible cast a ballot.",
            "Turnout was put at 54%.",
        ],
        &["The turnout of 400 surprised the club."],
    ),
    (
        "majority",
        &[
            "She was elected with a majority of 1,204.",
            "The bill passed by a margin of 18.",
            "He won by a margin of 4,100 votes.",
            "The mayor was re-elected by 310 votes.",
        ],
        &["The majority of 400 guests left."],
    ),
    (
        "registered_voters",
        &[
            "The country has 5.2 million registered voters.",
            "About 800,000 people are eligible to vote.",
            "Some 6.4 million people can vote on Sunday.",
        ],
        &["About 40 people voted."],
    ),
    (
        "approval",
        &["The president's approval rating fell to 38%.", "Support for the mayor fell to 31%."],
        &["The 9% stake needs regulatory approval."],
    ),
    (
        "polling_places",
        &["Voting took place at 4,100 polling stations.", "Some 220 precincts had reported."],
        &["The police closed 3 stations."],
    ),
];
