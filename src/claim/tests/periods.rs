//! When a figure was: the dates of its sentence, and what stands around it.

use super::rows;

#[test]
fn periods() {
    insta::assert_snapshot!(rows("In 2022, 90 people were killed and 300 injured."), @"
    90 people = deaths, 2022-01-01/2022-12-31
    300 = injured, 2022-01-01/2022-12-31
    ");
    insta::assert_snapshot!(rows("Between April and June, 1,400 people were killed or injured, and 410 were kidnapped."), @"
    1,400 people = casualties, 2023-04-01/2023-06-20
    410 = kidnapped, 2023-04-01/2023-06-20
    ");
    insta::assert_snapshot!(rows("As of 8 June, 310 people have been killed in 2023."), @"310 people = deaths, 2023-01-01/2023-06-08, as of 2023-06-08");
    insta::assert_snapshot!(rows("About 200 more than in 2021 were killed in 2022."), @"About 200 more = deaths, 2022-01-01/2022-12-31, increase");
    insta::assert_snapshot!(rows("Floods in Malawi have displaced 48,000 people, 9,000 more than in May."), @"
    48,000 people = displaced, Malawi
    9,000 more = displaced, Malawi, 2023-05-01/2023-06-20, increase
    ");
    insta::assert_snapshot!(rows("Violence, which killed at least 2,400 people in the first three months of the year, has seen displacement soar by 30% since March to nearly 310,000 people."), @"
    at least 2,400 people = deaths, 2023-01-01/2023-03-31
    30% = displaced, 2023-03-01/2023-06-20, increase
    nearly 310,000 people = displaced
    ");
}

#[test]
fn figures_that_share_the_date_behind_them() {
    insta::assert_snapshot!(rows("Militias killed 52 people in 19 raids in April."), @"
    52 people = deaths, 2023-04-01/2023-04-30
    19 raids = attacks, 2023-04-01/2023-04-30
    ");
    insta::assert_snapshot!(rows("Bandits abducted 61 people from three hamlets in Niger State on Sunday."), @"
    61 people = kidnapped, 2023-06-18/2023-06-18
    three hamlets = -, Niger, 2023-06-18/2023-06-18
    ");
    insta::assert_snapshot!(rows("Shells killed 140 people and injured 610 in May, compared with 171 killed and 702 injured in April."), @"
    140 people = deaths, 2023-05-01/2023-05-31
    610 = injured, 2023-05-01/2023-05-31
    171 = deaths, 2023-04-01/2023-04-30
    702 = injured, 2023-04-01/2023-04-30
    ");
    insta::assert_snapshot!(rows("The militia carried out 22 raids on farms between January and March, killing nine workers and abducting 14."), @"
    22 raids = attacks, 2023-01-01/2023-03-31
    nine workers = deaths, worker, 2023-01-01/2023-03-31
    14 = kidnapped, 2023-01-01/2023-03-31
    ");
    insta::assert_snapshot!(rows("Bombs killed 12 people in Mali and a quake injured 40 in May."), @"
    12 people = deaths, Mali, 2023-05-01/2023-05-31
    40 = injured, Mali, 2023-05-01/2023-05-31
    ");
    // The date is of what the figure is held against, or of another clause.
    insta::assert_snapshot!(rows("Deaths fell to 40 from 61 in April."), @"
    40 = deaths
    61 = deaths, 2023-04-01/2023-04-30, former
    ");
    insta::assert_snapshot!(rows("A mine killed 12 people and three who survived were flown out in May."), @"
    12 people = deaths
    three = survivors
    ");
}

#[test]
fn since_it_began() {
    insta::assert_snapshot!(rows("The outbreak that began in May has infected 310 people."), @"310 people = cases, 2023-05-01/2023-06-20");
    insta::assert_snapshot!(rows("A fire that broke out on Monday killed 11 people."), @"11 people = deaths, 2023-06-19/2023-06-19");
    insta::assert_snapshot!(rows("The force is expected to receive up to 900 officers from next month."), @"up to 900 officers = personnel, 2023-07-01/.., planned");
    insta::assert_snapshot!(rows("The central bank, which meets on Thursday, has kept its key rate at 4.5 percent."), @"4.5 percent = interest_rate");
}

#[test]
fn periods_from_around() {
    insta::assert_snapshot!(rows("Some 31 people were killed and 44 injured in May."), @"
    Some 31 people = deaths, 2023-05-01/2023-05-31
    44 = injured, 2023-05-01/2023-05-31
    ");
    insta::assert_snapshot!(rows("In April, rebels raided the valley. At least 26 people were killed."), @"At least 26 people = deaths, 2023-04-01/2023-04-30");
    insta::assert_snapshot!(rows("In April, rebels raided the valley. At least 26 people have been killed so far."), @"At least 26 people = deaths");
    insta::assert_snapshot!(rows("Profit rose 9% to $50 million in the first quarter."), @"
    9% = profit, 2023-01-01/2023-03-31, increase
    $50 million = profit, 2023-01-01/2023-03-31
    ");
    insta::assert_snapshot!(rows("Key figures for May:\n\n- 18 people killed\n- 40 people injured"), @"
    18 people = deaths, 2023-05-01/2023-05-31
    40 people = injured, 2023-05-01/2023-05-31
    ");
    insta::assert_snapshot!(rows("Cholera has killed 61 people since the rains began in April 2023."), @"61 people = deaths, 2023-04-01/2023-06-20");
    insta::assert_snapshot!(rows("A report published in June says 300 people were kidnapped in 2022."), @"300 people = kidnapped, 2022-01-01/2022-12-31");
    insta::assert_snapshot!(rows("NAIROBI, 12 June - Floods have killed 90 people this year."), @"90 people = deaths, Nairobi, 2023-01-01/2023-06-20");
    insta::assert_snapshot!(rows("Turnout was 55%, compared with 61% in 2019."), @"
    55% = turnout
    61% = turnout, 2019-01-01/2019-12-31
    ");
    insta::assert_snapshot!(rows("The firm cut 700 jobs in 2022, against 250 in 2021."), @"
    700 jobs = jobs, 2022-01-01/2022-12-31
    250 = jobs, 2021-01-01/2021-12-31
    ");
    insta::assert_snapshot!(rows("Murders more than doubled, from 410 in 2021 to 902 in 2022."), @"
    more than doubled = -
    410 = deaths, 2021-01-01/2021-12-31
    902 = deaths, 2022-01-01/2022-12-31
    ");
    insta::assert_snapshot!(rows("Deaths: 45; injured: 60."), @"
    45 = deaths
    60 = injured
    ");
    insta::assert_snapshot!(rows("The response plan for Mali is 34% funded."), @"34% = funding, Mali");
}
