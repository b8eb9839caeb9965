//! Pairs and triples of short reports, as a desk has them: which of them cannot both be true.

use crate::lint::{Linter, Text};

/// What is found in reports with their dates, as "severity message" lines.
fn found(reports: &[(&str, &str)]) -> String {
    let mut linter = Linter::bundled();
    linter.rules.retain(|rule| rule.id == "figure-conflict");
    let text = |(at, (date, text)): (usize, &(&str, &str))| {
        let dated = if date.is_empty() { String::new() } else { format!("---\ndate: {date}\n---\n\n") };
        Text::in_memory(&format!("{at}.md"), &format!("{dated}{text}\n"))
    };
    let texts: Vec<Text> = reports.iter().enumerate().map(text).collect();
    let findings = linter.lint(&texts).findings;
    findings.iter().map(|f| format!("{} {}", f.severity.name(), f.message)).collect::<Vec<_>>().join("\n")
}

/// The same of two reports: date, text, date, text.
fn pair([date, text, later, other]: [&str; 4]) -> String {
    found(&[(date, text), (later, other)])
}

/// Two reports of May and June 2024 on a time that was over long before.
fn of_old(first: &str, second: &str) -> String {
    found(&[("2024-05-02", first), ("2024-06-11", second)])
}

/// Two reports of one day, 5 March 2024, a Tuesday.
fn of_one_day(first: &str, second: &str) -> String {
    found(&[("2024-03-05", first), ("2024-03-05", second)])
}

#[test]
fn a_time_that_is_over() {
    let case = of_old;
    insta::assert_snapshot!(case("Landslides killed 214 people in Nepal in 2022, the home ministry said.", "In 2022, 241 people were killed by landslides in Nepal."), @"error “214 people” and “241 people” cannot both be true: deaths in Nepal, 2022");
    insta::assert_snapshot!(case("Road accidents injured 1,310 people in Kenya in June 2023, police said.", "In June 2023, police in Kenya counted 1,130 people injured in road accidents."), @"error “1,310 people” and “1,130 people” cannot both be true: injured in Kenya, June 2023");
    insta::assert_snapshot!(case("In the first quarter of 2023, 412 people were killed in Peru.", "Between January and March 2023, 529 people were killed in Peru."), @"error “412 people” and “529 people” cannot both be true: deaths in Peru, 1 January to 31 March 2023");
    insta::assert_snapshot!(case("Landslides killed 214 people in Nepal in 2022, the home ministry said.", "Landslides killed 341 people in Nepal in 2022, according to the Red Cross."), @"error “214 people” and “341 people” cannot both be true: deaths in Nepal, 2022");
    insta::assert_snapshot!(case("In 2022, 640 people were killed by gangs in Haiti.", "Gangs killed 460 people in Haiti in 2022."), @"error “640 people” and “460 people” cannot both be true: deaths in Haiti, 2022");
    insta::assert_snapshot!(case("Gangs kidnapped 1,120 people in Haiti in 2022.", "In 2022, 1,210 people were kidnapped in Haiti."), @"error “1,120 people” and “1,210 people” cannot both be true: kidnapped in Haiti, 2022");
    insta::assert_snapshot!(case("Malawi recorded 58,900 cholera cases in 2022.", "Cholera cases in Malawi numbered 85,900 in 2022."), @"error “58,900 cholera cases” and “85,900” cannot both be true: cases in Malawi, 2022");
    insta::assert_snapshot!(case("A cyclone killed 1,210 people in Malawi in March 2023.", "The cyclone killed 1,012 people in Malawi in March 2023, the ministry said."), @"error “1,210 people” and “1,012 people” cannot both be true: deaths in Malawi, March 2023");
    insta::assert_snapshot!(case("# Nepal counts its dead\n\nLandslides killed 214 people in 2022, the home ministry said.", "In 2022, 241 people were killed by landslides in Nepal."), @"error “214 people” and “241 people” cannot both be true: deaths in Nepal, 2022");
    insta::assert_snapshot!(pair(["2023-05-02", "Landslides killed 214 people in Nepal last year.", "2024-06-11", "In 2022, 241 people were killed by landslides in Nepal."]), @"error “214 people” and “241 people” cannot both be true: deaths in Nepal, 2022");
}

#[test]
fn levels() {
    insta::assert_snapshot!(of_one_day("Some 214,000 people are displaced in Haiti.", "Some 341,000 people are displaced in Haiti."), @"warning “Some 214,000 people” and “Some 341,000 people” cannot both be true: displaced in Haiti, 5 March 2024");
    insta::assert_snapshot!(of_old("Some 214,000 people are displaced in Haiti.", "Some 341,000 people are displaced in Haiti."), @"");
    insta::assert_snapshot!(of_old("Floods displaced 214,000 people in Chad in 2022.", "In 2022, floods displaced 412,000 people in Chad."), @"warning “214,000 people” and “412,000 people” cannot both be true: displaced in Chad, 2022");
    insta::assert_snapshot!(of_old("The floods affected 3.2 million people in Pakistan in 2022.", "In 2022, floods affected 32 million people in Pakistan."), @"warning “3.2 million people” and “32 million people” cannot both be true: affected in Pakistan, 2022");
}

#[test]
fn one_day() {
    let case = of_one_day;
    insta::assert_snapshot!(case("A factory fire in Dhaka killed 19 people on Monday, officials said.", "Officials in Dhaka said that 31 people died in Monday's factory fire."), @"error “19 people” and “31 people” cannot both be true: deaths in Dhaka, 4 March 2024");
    insta::assert_snapshot!(case("A landslide buried a village in Ecuador on Sunday and killed 11 people.", "Sunday's landslide that buried a village in Ecuador killed 64 people."), @"error “11 people” and “64 people” cannot both be true: deaths in Ecuador, 3 March 2024");
    insta::assert_snapshot!(case("A factory fire in Dhaka killed 19 people on Monday, officials said.", "The toll of Monday's factory fire in Dhaka rose to 31 from 19."), @"");
    // Other fires, and what is feared.
    insta::assert_snapshot!(case("A factory fire in Dhaka killed 19 people on Monday.", "A hotel fire in Dhaka killed 31 people on Monday."), @"");
    insta::assert_snapshot!(case("A factory fire in Dhaka killed 19 people on Monday.", "A bus crash in Dhaka killed 7 people on Monday."), @"");
    insta::assert_snapshot!(case("A bomb in Baghdad killed 14 people on Monday.", "A gunman killed 3 people in Baghdad on Monday."), @"");
    insta::assert_snapshot!(case("Train crash kills 12 in Egypt on Monday.", "Bus crash kills 31 in Egypt on Monday."), @"");
    insta::assert_snapshot!(case("Floods killed 30 people in Chad on Monday.", "Officials fear that 90 people were killed by floods in Chad on Monday."), @"");
}

#[test]
fn nobody_in_one_of_them() {
    let case = of_one_day;
    insta::assert_snapshot!(case("Nobody was killed when a boiler exploded in a bakery in Lima on Sunday, firefighters said.", "Three people were killed when a boiler exploded in a bakery in Lima on Sunday."), @"error “Nobody” and “Three people” cannot both be true: deaths in Lima, 3 March 2024");
    insta::assert_snapshot!(case("No deaths were reported in the ferry fire in Manila on Sunday.", "Sunday's ferry fire in Manila killed 14 people."), @"error “No deaths” and “14 people” cannot both be true: deaths in Manila, 3 March 2024");
    // Another event, a first report, one place of several, and a count that has changed since.
    insta::assert_snapshot!(case("Nobody was killed when a bus overturned in Lima on Sunday.", "Three people were killed when a boiler exploded in a bakery in Lima on Sunday."), @"");
    insta::assert_snapshot!(case("No deaths have been reported so far in the ferry fire in Manila on Sunday.", "Sunday's ferry fire in Manila killed 14 people."), @"");
    insta::assert_snapshot!(case("Nobody was killed aboard the second ferry in Sunday's ferry fire in Manila.", "Sunday's ferry fire in Manila killed 14 people."), @"");
    insta::assert_snapshot!(pair(["2024-03-04", "No deaths were reported in the ferry fire in Manila on Sunday.", "2024-03-06", "Sunday's ferry fire in Manila killed 14 people."]), @"");
    insta::assert_snapshot!(found(&[("2024-03-05", "No deaths were reported in the ferry fire in Manila on Sunday. A lorry killed two people in Manila on Sunday.")]), @"");
}

#[test]
fn counted_again() {
    const FIRE: &str = "A factory fire in Dhaka killed 31 people on Monday, officials said.";
    const FLOODS: &str = "Floods killed 97 people in Malawi in March, the ministry said.";
    const RUNNING: &str = "Floods have killed 88 people in Malawi this month, the ministry said.";
    let case = pair;
    // It rose.
    insta::assert_snapshot!(case(["2024-03-05", FIRE, "2024-03-06", "The death toll from Monday's factory fire in Dhaka rose to 44."]), @"");
    insta::assert_snapshot!(case(["2024-04-03", FLOODS, "2024-04-13", "Floods killed 118 people in Malawi in March."]), @"");
    insta::assert_snapshot!(case(["2024-03-06", RUNNING, "2024-03-16", "Floods have killed 140 people in Malawi this month."]), @"");
    // It fell.
    insta::assert_snapshot!(case(["2024-03-05", FIRE, "2024-03-07", "The factory fire in Dhaka on Monday killed 24 people, officials said."]), @"warning “24 people” is less than “31 people” before, and a toll only rises: deaths in Dhaka, 4 March 2024");
    insta::assert_snapshot!(case(["2024-04-03", FLOODS, "2024-04-13", "Floods killed 58 people in Malawi in March."]), @"warning “58 people” is less than “97 people” before, and a toll only rises: deaths in Malawi, March 2024");
    insta::assert_snapshot!(case(["2024-03-06", RUNNING, "2024-03-16", "Floods have killed 61 people in Malawi this month."]), @"warning “61 people” is less than “88 people” before, and a toll only rises: deaths in Malawi, 1 to 16 March 2024");
    // It fell, and the text says so.
    insta::assert_snapshot!(case(["2024-03-05", FIRE, "2024-03-07", "The factory fire in Dhaka on Monday killed 24 people, down from an earlier count of 31, officials said."]), @"");
    insta::assert_snapshot!(case(["2024-03-05", FIRE, "2024-03-07", "Officials revised the death toll of Monday's factory fire in Dhaka down to 24."]), @"");
    insta::assert_snapshot!(case(["2024-04-03", FLOODS, "2024-04-13", "The ministry corrected the number of people that floods killed in Malawi in March to 58."]), @"");
}

#[test]
fn other_quantities() {
    const LANDSLIDES: &str = "Landslides killed 214 people in Nepal in 2022.";
    for other in [
        "Landslides killed 241 people in Bhutan in 2022.",
        "Landslides killed 41 people in Pokhara, Nepal, in 2022.",
        "Landslides killed 141 people in Nepal in 2021.",
        "Landslides killed 141 people in Nepal in the first half of 2022.",
        "Landslides killed 41 children in Nepal in 2022.",
        "In 2022, 87 women were killed by landslides in Nepal.",
        "Landslides killed 41 more people in Nepal in 2022 than a year before.",
        "Landslides killed 214 people in Nepal in 2022, including 41 children and 30 soldiers.",
        "Road crashes killed 2,410 people in Nepal in 2022.",
        "Some 2,410 people died in Nepal in 2022.",
        "More than 200 people were killed by landslides in Nepal in 2022.",
        "If landslides had killed 900 people in Nepal in 2022, the army would have come.",
    ] {
        assert_eq!(of_old(LANDSLIDES, other), "", "{other}");
        assert_eq!(of_old(other, LANDSLIDES), "", "{other}");
    }
    let case = of_old;
    assert_eq!(
        case("Gunmen killed 214 people in Nigeria in 2022.", "Soldiers killed 91 people in Nigeria in 2022."),
        ""
    );
    assert_eq!(
        case("Gunmen killed 214 people in Nigeria in 2022.", "Gunmen killed 41 police officers in Nigeria in 2022."),
        ""
    );
    assert_eq!(
        case("Gunmen killed 214 people in Nigeria in 2022.", "Cholera killed 583 people in Nigeria in 2022."),
        ""
    );
    assert_eq!(case("In 2022, 412 people were killed in Peru.", "In 2022, police killed 41 people in Peru."), "");
    assert_eq!(
        case("In 2022, 412 people were killed in Mexico.", "In 2022, 97 people were killed in Sinaloa, Mexico."),
        ""
    );
    assert_eq!(
        case("A bus crash in Peru killed 14 people in 2021.", "A bus crash in Peru killed 41 people in 2021."),
        ""
    );
    assert_eq!(
        case(
            "In 2022, 412 people were killed and 655 injured in Peru.",
            "In 2022, 655 people were injured in Peru, and 412 died."
        ),
        ""
    );
    assert_eq!(
        case(
            "An attack on a market in Nigeria killed 14 people in April 2023.",
            "An attack on a church in Nigeria killed 41 people in April 2023."
        ),
        ""
    );
}

#[test]
fn undated_texts_take_no_part() {
    let texts = ["Landslides killed 214 people in Nepal in 2022.", "Landslides killed 241 people in Nepal in 2022."];
    assert_eq!(pair(["", texts[0], "2024-06-11", texts[1]]), "");
    assert_eq!(pair(["2024-06-11", texts[0], "", texts[1]]), "");
    assert_eq!(pair(["", texts[0], "", texts[1]]), "");
}

#[test]
fn of_three_the_odd_one_is_told_once() {
    let toll = |n: u32| format!("Landslides killed {n} people in Nepal in 2022.");
    let case =
        |[a, b, c]: [u32; 3]| found(&[("2024-05-02", &toll(a)), ("2024-06-11", &toll(b)), ("2024-07-11", &toll(c))]);
    insta::assert_snapshot!(case([214, 241, 214]), @"error “214 people” and “241 people” cannot both be true: deaths in Nepal, 2022");
    insta::assert_snapshot!(case([241, 214, 214]), @"error “241 people” and “214 people” cannot both be true: deaths in Nepal, 2022");
    insta::assert_snapshot!(case([241, 214, 264]), @"
    error “241 people” and “214 people” cannot both be true: deaths in Nepal, 2022
    error “214 people” and “264 people” cannot both be true: deaths in Nepal, 2022
    ");
}

#[test]
fn happenings_that_the_texts_tell_apart() {
    let case = of_one_day;
    insta::assert_snapshot!(case("An airstrike killed 11 people in Gaza on Monday.", "An airstrike killed 14 people in Gaza on Monday."), @"error “11 people” and “14 people” cannot both be true: deaths in Gaza, 4 March 2024");
    insta::assert_snapshot!(case("An airstrike killed 11 people in Gaza on Monday.", "Another airstrike killed 14 people in Gaza on Monday."), @"");
    insta::assert_snapshot!(case("Two people were killed in a shooting in Haiti on Monday.", "Three people were killed in a separate shooting in Haiti on Monday."), @"");
    insta::assert_snapshot!(of_old("Ruiz is accused of killing two people in Peru in 2009.", "Paz is accused of killing three people in Peru in 2009."), @"");
    insta::assert_snapshot!(of_old("Ruiz was convicted of killing two people in Peru in 2009.", "In 2009, 214 people were killed in Peru."), @"");
}

#[test]
fn rates_of_a_country() {
    const WRONG: [&str; 20] = [
        "Inflation in Peru was 3.4% in March 2023.",
        "In March 2023, inflation in Peru stood at 4.3%.",
        "Turnout in Ghana's election of December 2020 was 79%.",
        "Turnout in the election of December 2020 in Ghana was 97%.",
        "Spain's unemployment rate was 11.8% in 2022.",
        "In 2022, unemployment in Spain was 18.1%.",
        "Annual inflation in Kenya slowed to 6.9% in October 2023.",
        "In October 2023, annual inflation in Kenya fell to 9.6%.",
        "Unemployment in Jordan stood at 22.3% in 2022.",
        "The unemployment rate in Jordan was 23.2% in 2022.",
        "Voter turnout in Chile was 47% in the 2021 presidential election.",
        "Turnout in Chile's 2021 presidential election was 74%.",
        "Inflation in Turkey was 64.8% in December 2023.",
        "Inflation in Turkey reached 46.8% in December 2023.",
        "Headline inflation in Nigeria was 28.9% in December 2023, the statistics office said.",
        "Inflation in Nigeria was 29.8% in December 2023.",
        "The jobless rate in Greece was 11.1% in June 2023.",
        "Greece's jobless rate was 10.1% in June 2023.",
        "Egypt's inflation was 35.7% in June 2023.",
        "In June 2023, inflation in Egypt was 53.7%.",
    ];
    for [a, b] in WRONG.as_chunks::<2>().0 {
        let said = of_old(a, b);
        assert!(said.starts_with("warning") && said.contains("cannot both be true"), "{a} {b}: {said}");
    }
}

#[test]
fn other_rates_of_a_country() {
    const SOUND: [&str; 42] = [
        "Inflation in Peru was 3.4% in March 2023.",
        "Core inflation in Peru was 2.9% in March 2023.",
        "Inflation in Peru was 3.4% in March 2023.",
        "Food inflation in Peru was 7.1% in March 2023.",
        "Inflation in Peru was 3.4% in March 2023.",
        "Inflation in Peru was 3.4% in April 2023, against 3.1% in March 2023 month on month.",
        "Inflation in Peru was 3.4% in March 2023.",
        "Inflation in Lima, the capital of Peru, was 4.0% in March 2023.",
        "Inflation in Peru was 3.4% in March 2023.",
        "Inflation in Peru was expected to be 3.9% in March 2023.",
        "Inflation in Peru was 3.4% in March 2023.",
        "Inflation in Peru was about 3% in March 2023.",
        "Monthly inflation in Ghana was 1.2% in March 2023.",
        "Annual inflation in Ghana was 45% in March 2023.",
        "The seasonally adjusted unemployment rate in Spain was 11.8% in 2022.",
        "The unemployment rate in Spain was 12.4% in 2022.",
        "Youth unemployment in Spain was 29.1% in 2022.",
        "Unemployment in Spain was 12.4% in 2022.",
        "Unemployment among women in Spain was 14.8% in 2022.",
        "Unemployment in Spain was 12.4% in 2022.",
        "Unemployment in Spain was 12.4% in 2022.",
        "Unemployment in Spain was 12.9% in the first quarter of 2022.",
        "Unemployment in Spain was 12.4% in 2022.",
        "Unemployment in Portugal was 6.1% in 2022.",
        "Unemployment in Spain rose by 0.4 percentage points in 2022.",
        "Unemployment in Spain was 12.4% in 2022.",
        "Turnout in the first round in Chile was 47% in November 2021.",
        "Turnout in the second round in Chile was 55% in November 2021.",
        "Turnout in Chile was 47% by noon in November 2021.",
        "Turnout in Chile was 61% in November 2021.",
        "Preliminary turnout in Ghana's election of December 2020 was 71%.",
        "Turnout in Ghana's election of December 2020 was 79%.",
        "Turnout in Ghana's presidential election of 2020 was 79%.",
        "Turnout in Ghana's local election of 2020 was 31%.",
        "Turnout abroad in Ghana's election of 2020 was 22%.",
        "Turnout in Ghana's election of 2020 was 79%.",
        "Inflation in Egypt averaged 33.9% in 2023.",
        "Inflation in Egypt was 35.7% in 2023.",
        "Average inflation in Egypt in 2023 was 33.9%.",
        "Inflation in Egypt was 35.7% in 2023.",
        "The International Monetary Fund forecast inflation of 30% for Egypt in 2023.",
        "Inflation in Egypt was 35.7% in 2023.",
    ];
    for [a, b] in SOUND.as_chunks::<2>().0 {
        assert_eq!(of_old(a, b), "", "{a} {b}");
        assert_eq!(of_old(b, a), "", "{b} {a}");
    }
}
