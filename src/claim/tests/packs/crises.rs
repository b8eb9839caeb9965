//! Rows for how long things last in a crisis, what is done to people in it, and rates.

use super::Row;

pub(super) const CRISES: &[Row] = &[
    (
        "mandate_duration",
        &[
            "The council renewed the mandate of the force in Togo for 12 months.",
            "Ministers extended the mission by another six months.",
            "The mission was planned as year-long with a review after four months.",
        ],
        &["The mandate costs 12 million euros.", "The guards under its mandate stood there in 12 months."],
    ),
    (
        "mission_duration",
        &["A seven-year United Nations mission ended in May.", "The three-year deployment cost too much."],
        &["The mission rested for two days."],
    ),
    (
        "occupation_duration",
        &["The nine-year occupation left no road unbroken.", "An occupation of six years followed."],
        &["The 9 occupations were listed."],
    ),
    (
        "conflict_duration",
        &["The 14-year war uprooted half the country.", "After 16 months of fighting the port reopened."],
        &["He fought in the war in two years.", "The army fired 16 shells."],
    ),
    (
        "ceasefire_duration",
        &["A 72-hour truce took hold.", "The ceasefire held for five days."],
        &["The truce was broken 5 times."],
    ),
    (
        "emergency_duration",
        &["Parliament prolonged the state of emergency by 45 days.", "A two-week curfew emptied the streets."],
        &["The emergency room was full for 2 weeks."],
    ),
    (
        "transition_duration",
        &["The generals want a transition of 36 months.", "A two-year transition was agreed."],
        &["The 36 members of the council met."],
    ),
    (
        "term_duration",
        &["Mayors have a five-year term.", "A presidential term of four years is short."],
        &["In the long term 5 towns will grow."],
    ),
    (
        "delay_duration",
        &["The vote was postponed by six weeks.", "A delay of three months was announced."],
        &["Six delays were counted."],
    ),
    (
        "sentence_duration",
        &["The general was sentenced to 11 years in prison.", "He served four years of a seven-year sentence."],
        &["The sentence has 11 words.", "He served as mayor for four years."],
    ),
    (
        "detention_duration",
        &["Two reporters were held for 30 days.", "They spent three months in pre-trial detention."],
        &["Elections were held 30 days later."],
    ),
    (
        "waiting_time",
        &["Mothers wait an average of six hours for water.", "The wait of nine weeks ended."],
        &["Six waiters quit."],
    ),
    (
        "life_expectancy",
        &["Life expectancy at birth is 57 years.", "A life expectancy of 61 years is among the lowest."],
        &["Expectancy fell in 57 towns."],
    ),
    (
        "homicide_rate",
        &["The homicide rate fell to 21 per 100,000 inhabitants.", "There were 9 homicides per 100,000 people."],
        &["The homicide rate worried 21 mayors.", "There were 21 homicides."],
    ),
    (
        "incidence",
        &["The incidence is 33 cases per 100,000 people.", "Incidence rose by 20% in May."],
        &["There were 33 cases."],
    ),
    (
        "mortality",
        &["Infant mortality stands at 48 per 1,000 births.", "The camp had 3 deaths per 1,000 people."],
        &["Mortality was the theme of 48 talks."],
    ),
    (
        "health_workers",
        &["The district lacks 60 nurses.", "Some 40% of the health workers have left."],
        &["The 60 nursing homes are open."],
    ),
    (
        "sexual_violence",
        &["Monitors recorded 410 cases of sexual violence.", "At least 52 girls were raped in May."],
        &["He was charged with rape in 3 towns."],
    ),
    (
        "child_recruitment",
        &["Rebels recruited 95 children.", "The militia enlisted 40 boys."],
        &["The police recruited 95 officers."],
    ),
    (
        "child_share",
        &["Some 38% of the fighters are children.", "Children make up 55% of the camp."],
        &["Of the pupils 38% passed."],
    ),
    (
        "freed",
        &["In the swap 19 soldiers were set free.", "Rebels freed 12 miners."],
        &["The clinic treats 19 patients free of charge."],
    ),
    (
        "escaped",
        &["Some 300 men escaped from the jail.", "More than 90 escapees are at large."],
        &["All 300 passengers escaped unhurt."],
    ),
    (
        "ransom",
        &["Her family paid $9,000 in ransom.", "A ransom of $2 million was demanded."],
        &["She paid $9,000 in rent."],
    ),
    (
        "contributing_countries",
        &["Five countries have offered troops.", "Four donor countries met."],
        &["Five countries border it."],
    ),
    (
        "towns_taken",
        &["The rebels captured six towns.", "They hold nine villages."],
        &["A fair took place in six towns."],
    ),
    (
        "aid_trucks",
        &["On Monday 80 aid trucks crossed.", "Some 35 truckloads reached the port."],
        &["The firm sold 80 trucks."],
    ),
    (
        "aid_delivered",
        &["Agencies delivered 700 tonnes of flour.", "The ship brought 90 tonnes of relief supplies."],
        &["The mine sold 700 tonnes of ore."],
    ),
];
