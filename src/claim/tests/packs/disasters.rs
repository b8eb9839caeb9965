//! Sentences for the measures of disasters.

use super::Row;

pub(super) const DISASTERS: &[Row] = &[
    (
        "rescued",
        &[
            "Crews rescued 46 people from rooftops.",
            "Twelve miners were rescued.",
            "Eleven climbers were flown to safety by helicopter.",
        ],
        &["The rescue package is worth $40 million."],
    ),
    (
        "survivors",
        &["Of the 120 on board, 17 survived.", "Divers found 6 survivors."],
        &["She is survived by 3 children."],
    ),
    (
        "trapped",
        &[
            "The avalanche trapped 24 people.",
            "Some 300 tourists are stranded.",
            "Nine miners are still underground.",
            "More than 50 tourists were stuck for six hours.",
        ],
        &["He was buried in 1986."],
    ),
    (
        "without_power",
        &[
            "The storm left 80,000 people without power.",
            "Some 12,000 customers lost power.",
            "The storm knocked out power to 260,000 customers.",
        ],
        &["The party has been without power for 12 years."],
    ),
    (
        "buildings_destroyed",
        &[
            "The quake destroyed 1,400 homes.",
            "Fire damaged 23 buildings.",
            "About 700 buildings were reduced to rubble.",
            "The tornado tore the roofs off 60 houses.",
        ],
        &["The firm collapsed with debts of $2 million."],
    ),
    (
        "households_without_power",
        &[
            "About 9,000 households are without power.",
            "Some 4,100 homes lost power.",
            "Power has been cut to 41,000 homes.",
        ],
        &["Power was restored to 4,000 homes."],
    ),
    (
        "area_burned",
        &["The fire has burned 6,000 acres.", "Flames scorched 4,500 hectares."],
        &["He burned 60 candles."],
    ),
    (
        "damage",
        &[
            "Hail caused $90 million in damage.",
            "The flood did €40 million worth of damage.",
            "Insurers put the damage at $2.4 billion.",
        ],
        &["He paid $90 for a tie."],
    ),
    ("contained", &["The blaze is 45% contained.", "Containment reached 60%."], &["The parcel contained 40 letters."]),
];
