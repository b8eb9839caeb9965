//! Sentences for the measures of health.

use super::Row;

pub(super) const HEALTH: &[Row] = &[
    (
        "cases",
        &[
            "Zambia reported 4,300 cases of cholera.",
            "The clinic confirmed 75 new infections.",
            "The outbreak has made 230 people ill.",
            "Nearly 600 pupils caught the virus in May.",
        ],
        &["The judge closed 40 court cases.", "The infection rate fell to 38 per 100,000."],
    ),
    (
        "hospitalised",
        &[
            "Some 130 people are in hospital.",
            "Nine people were admitted to hospital.",
            "Hospitals admitted 45 people with heatstroke.",
        ],
        &["The hospital employs 900 people."],
    ),
    (
        "vaccinated",
        &[
            "Nurses vaccinated 52,000 children.",
            "About 3 million people are fully vaccinated.",
            "About 71% of adults have had a first dose.",
        ],
        &["The vaccination centre opens at 9."],
    ),
    (
        "doses",
        &["Ghana received 600,000 doses of vaccine.", "Clinics gave 45,000 jabs."],
        &["He took a dose of 40 mg."],
    ),
    (
        "beds",
        &["The hospital has 350 beds.", "Only 12 intensive care beds were free."],
        &["The house has 3 beds of roses."],
    ),
    (
        "recovered",
        &[
            "In all 810 patients have recovered.",
            "Some 60 people were discharged from hospital.",
            "Doctors discharged 31 patients on Sunday.",
        ],
        &["Divers recovered 40 bodies from the wreckage."],
    ),
    ("tested", &["Doctors tested 2,400 people.", "About 900 people were screened."], &["The army tested 3 missiles."]),
    ("case_fatality", &["The case fatality rate is 1.8%.", "The mortality rate fell to 4%."], &["The rate is 4%."]),
    (
        "reproduction_number",
        &["The reproduction number fell to 0.8.", "R0 was 3."],
        &["The page has 3 reproductions of her work."],
    ),
];
