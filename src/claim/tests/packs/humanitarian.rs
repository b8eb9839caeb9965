//! Sentences for the measures of humanitarian work.

use super::Row;

pub(super) const HUMANITARIAN: &[Row] = &[
    (
        "deaths",
        &[
            "The landslide killed 31 people.",
            "The death toll climbed to 88.",
            "Cyclone claims 140 lives",
            "Rescuers have so far pulled 14 bodies from the mud.",
            "Toll climbs to 15 in Lagos fire",
        ],
        &["She saved 14 lives.", "Members of 12 sports bodies met."],
    ),
    (
        "injured",
        &[
            "Another 27 were wounded.",
            "The blast left 60 people injured.",
            "Hundreds were treated for smoke inhalation.",
            "Nine passengers suffered burns.",
        ],
        &["The striker missed 9 games with a knee injury."],
    ),
    (
        "casualties",
        &["At least 700 people were killed or injured.", "The army reported 220 casualties."],
        &["The casualty ward has 40 beds."],
    ),
    (
        "shot",
        &["Five people were shot outside a cinema, two of them fatally.", "Gunmen shot 6 people; one died."],
        &["He shot 72 on the first day of the tournament."],
    ),
    (
        "missing",
        &["Some 34 sailors are missing.", "Nine people remained unaccounted for."],
        &["The report is missing 12 pages."],
    ),
    (
        "kidnapped",
        &["Bandits abducted 45 pupils.", "In May 110 people were kidnapped.", "Seven aid workers remain in captivity."],
        &["The hostage negotiator has 12 years of service."],
    ),
    (
        "displaced",
        &[
            "The fighting has displaced 82,000 people.",
            "About 9,500 families fled their homes, and 41,000 people are displaced.",
            "The camp shelters 9,400 people who fled the fighting.",
        ],
        &["The ship displaces 4,000 tonnes."],
    ),
    (
        "affected",
        &["The drought affects 2.1 million people.", "More than 600,000 people were affected by the floods."],
        &["The ruling affected 3 companies."],
    ),
    (
        "food_insecure",
        &["Some 4.4 million people face acute hunger.", "Nearly 900,000 people are food insecure."],
        &["The hunger strike entered day 12."],
    ),
    (
        "personnel",
        &["Kenya sent 400 police officers.", "The mission has 2,300 soldiers."],
        &["The officers seized 40 rifles."],
    ),
    (
        "funding",
        &[
            "Norway gave $14 million.",
            "The fund received €60 million from donors.",
            "The appeal for $310 million was made in May.",
        ],
        &["The thief gave his age as 41."],
    ),
    ("cost", &["The bridge will cost $210 million.", "Repairs cost £3.5 million."], &["The war cost 300 lives."]),
    (
        "population",
        &["The town has a population of 52,000.", "Malawi has 21 million inhabitants."],
        &["The prison population rose to 8,000."],
    ),
    (
        "territory",
        &["Militias control 70% of the capital.", "Rebels captured 35% of the region."],
        &["The company controls 40% of the shares."],
    ),
    (
        "malnutrition",
        &["Some 8,200 children are acutely malnourished.", "A survey found 11% of infants stunted."],
        &["They spent 3 hours wasting time."],
    ),
    (
        "refugees",
        &["Ethiopia hosts 910,000 refugees.", "More than 6,000 people crossed the border in March."],
        &["The refugee agency has 40 vans."],
    ),
    (
        "returnees",
        &["Some 14,000 people have returned home.", "Returnees numbered 5,100 in May."],
        &["The minister returned to power with 71 seats."],
    ),
    (
        "deported",
        &["A total of 3,300 people were deported in May.", "Deportations reached 900 in April."],
        &["She took 12 deportment lessons."],
    ),
    (
        "arrested",
        &["Police arrested 44 people.", "Some 120 protesters were detained."],
        &["He suffered a cardiac arrest at 61."],
    ),
    (
        "prisoners",
        &["The jail holds 2,400 inmates.", "About 700 people are behind bars."],
        &["The camp held 300 prisoners of war."],
    ),
    (
        "assisted",
        &["The agency reached 51,000 people with cash.", "Some 9,000 people received food in May."],
        &["A bill on assisted dying won 12 backers."],
    ),
    (
        "poverty",
        &["Some 3.2 million people live in poverty.", "Poverty rose to 41% in 2022."],
        &["The book on poverty has 210 pages."],
    ),
    (
        "out_of_school",
        &["About 1.4 million children are out of school.", "The war has left 300,000 pupils without schooling."],
        &["He walked out of the school at 3."],
    ),
    (
        "schools_closed",
        &["Flooding closed 130 schools.", "At least 45 schools remain shut."],
        &["The road to 3 villages is closed."],
    ),
    (
        "health_facilities",
        &["Only 12 of the 40 clinics are functioning.", "Seven hospitals are out of service."],
        &["Nine ferries are out of service."],
    ),
    (
        "shelters",
        &["Crews put up 640 tents.", "The army built 90 temporary shelters."],
        &["The city has 12 bus shelters."],
    ),
    (
        "attacks",
        &["There were 31 attacks on clinics in May.", "The monitor counted 18 air strikes."],
        &["He survived 2 heart attacks."],
    ),
    ("gangs", &["Police list 61 armed gangs.", "The valley has 14 militias."], &["The 9 gang members were hurt."]),
    (
        "gang_members",
        &["The gangs have 4,000 members.", "Some 700 people belong to a gang."],
        &["Gangs have killed 40 people."],
    ),
    (
        "funding_gap",
        &["The appeal has a shortfall of $40 million.", "That leaves a funding gap of €9 million."],
        &["The budget shortfall is $3 billion."],
    ),
];
