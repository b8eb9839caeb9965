//! What sentences leave out, join, point at, quote, deny and foresee.

use super::rows;

#[test]
fn anaphora() {
    insta::assert_snapshot!(rows("Some 60 people were hurt. Half of them were children."), @"
    Some 60 people = injured
    Half of them = child_share
    ");
    insta::assert_snapshot!(rows("The quake killed 44 people in Peru. The dead include 9 pupils."), @"
    44 people = deaths, Peru
    9 pupils = deaths, pupil, part
    ");
    insta::assert_snapshot!(rows("Forty people were killed on Monday and another 12 on Tuesday."), @"
    Forty people = deaths, 2023-06-19/2023-06-19
    another 12 = deaths, 2023-06-20/2023-06-20
    ");
    insta::assert_snapshot!(rows("The flood killed 30 people. Another 70 are missing."), @"
    30 people = deaths
    Another 70 = missing
    ");
    insta::assert_snapshot!(rows("Eight people were wounded, five of them seriously."), @"
    Eight people = injured
    five = injured, part
    ");
    insta::assert_snapshot!(rows("Of the 52 wounded, 20 are still in hospital."), @"
    52 = injured
    20 = hospitalised
    ");
    insta::assert_snapshot!(rows("Twelve people were arrested and 3 of those were released."), @"
    Twelve people = arrested
    3 = -, part
    ");
}

#[test]
fn gapping_and_lists() {
    insta::assert_snapshot!(rows("The north lost 400 jobs, the south 250."), @"
    400 jobs = jobs
    250 = jobs
    ");
    insta::assert_snapshot!(rows("Inflation was 3.1% in May and 2.8% in April."), @"
    3.1% = inflation, 2023-05-01/2023-05-31
    2.8% = inflation, 2023-04-01/2023-04-30
    ");
    insta::assert_snapshot!(rows("Malawi reported 310 cases, Zambia 90 and Kenya none."), @"
    310 cases = cases, Malawi
    90 = cases, Zambia, Kenya
    ");
}

#[test]
fn apposition() {
    insta::assert_snapshot!(rows("The victims, two brothers, were shot dead on Sunday."), @"two brothers = deaths, brother");
    insta::assert_snapshot!(rows("The ferry's passengers, 84 people in all, survived."), @"84 people = survivors");
    insta::assert_snapshot!(rows("A third of the workforce, 1,200 people, will be laid off."), @"
    A third of the workforce = laid_off
    1,200 people = laid_off, planned
    ");
    insta::assert_snapshot!(rows("The dead - 14 soldiers - were buried on Monday."), @"14 soldiers = deaths, soldier, 2023-06-19/2023-06-19");
}

#[test]
fn attribution_and_direct_speech() {
    insta::assert_snapshot!(rows("According to the ministry, 17 people were killed in Chile in May."), @"17 people = deaths, Chile, 2023-05-01/2023-05-31");
    insta::assert_snapshot!(rows("“We counted 23 wounded,” the mayor of Lima said on Monday."), @"23 = injured, Lima");
    insta::assert_snapshot!(rows("The rebels said that they had killed 40 soldiers."), @"40 soldiers = deaths, soldier");
    insta::assert_snapshot!(rows("The union put the number of injured at 65."), @"65 = injured");
    insta::assert_snapshot!(rows("“Nobody was hurt,” said the pilot."), @"");
}

#[test]
fn negation() {
    insta::assert_snapshot!(rows("Nobody was killed and no one was injured."), @"Nobody = deaths");
    insta::assert_snapshot!(rows("The blast did not injure any of the 40 workers."), @"40 workers = -");
}

#[test]
fn headlines() {
    insta::assert_snapshot!(rows("Quake toll hits 63"), @"63 = deaths");
    insta::assert_snapshot!(rows("Ferry fire: 12 dead, 30 missing"), @"
    12 = deaths
    30 = missing
    ");
    insta::assert_snapshot!(rows("Seven hurt in Lima bus crash"), @"Seven = injured, Lima");
    insta::assert_snapshot!(rows("Two women among 9 killed in Quito blaze"), @"
    Two women = deaths, woman
    9 = deaths, Quito
    ");
    insta::assert_snapshot!(rows("Unemployment at 6%, lowest since 2019"), @"6% = unemployment");
    insta::assert_snapshot!(rows("Bank to cut 900 jobs"), @"900 jobs = jobs");
    insta::assert_snapshot!(rows("Floods displace 40,000 in Malawi"), @"40,000 = displaced, Malawi");
}

#[test]
fn plans_pledges_and_fears() {
    insta::assert_snapshot!(rows("Norway will give $12 million next year."), @"$12 million = funding, Norway, 2024-01-01/2024-12-31, planned");
    insta::assert_snapshot!(rows("Up to 80 people are feared dead."), @"Up to 80 people = missing, estimated");
    insta::assert_snapshot!(rows("The plant would have employed 300 people."), @"300 people = employees, planned");
    insta::assert_snapshot!(rows("If the dam breaks, 9,000 people could be displaced."), @"9,000 people = displaced, planned");
    insta::assert_snapshot!(rows("The bank expects inflation of 2.4% in 2024."), @"2.4% = inflation, 2024-01-01/2024-12-31, planned");
    insta::assert_snapshot!(rows("Chile has pledged to send 150 police officers."), @"150 police officers = personnel, Chile, pledged");
}

#[test]
fn as_of() {
    insta::assert_snapshot!(rows("As of Friday, the mission had 410 police officers."), @"410 police officers = personnel, as of 2023-06-16");
    insta::assert_snapshot!(rows("So far this year 210 people have been kidnapped."), @"210 people = kidnapped, 2023-01-01/2023-06-20");
    insta::assert_snapshot!(rows("Since January, 88 people have died in floods in Peru."), @"88 people = deaths, Peru, 2023-01-01/2023-06-20");
    insta::assert_snapshot!(rows("The toll stood at 19 on Monday."), @"19 = deaths, 2023-06-19/2023-06-19");
}

#[test]
fn active_and_passive() {
    insta::assert_snapshot!(rows("Eleven miners were buried by the landslide."), @"Eleven miners = trapped, miner");
    insta::assert_snapshot!(rows("Killed by the blast were 5 guards."), @"5 guards = deaths, guard");
    insta::assert_snapshot!(rows("A gunman opened fire, wounding four and killing himself."), @"four = injured");
    insta::assert_snapshot!(rows("A strike that killed her brother wounded six others."), @"
    her brother = deaths, brother
    six = injured
    ");
    insta::assert_snapshot!(rows("A blast that killed 12 injured 40."), @"
    12 = deaths
    40 = injured
    ");
    insta::assert_snapshot!(rows("Five killed, 12 injured, 3 missing."), @"
    Five = deaths
    12 = injured
    3 = missing
    ");
}

#[test]
fn what_is_denied_or_not_so() {
    insta::assert_snapshot!(rows("The minister denied that 14 miners had died."), @"14 miners = -");
    insta::assert_snapshot!(rows("Police rejected reports of 20 deaths."), @"20 deaths = -");
    insta::assert_snapshot!(rows("There was no evidence that 30 people had died."), @"30 people = -");
    insta::assert_snapshot!(rows("There were no deaths among the 85 guests."), @"
    no deaths = deaths
    85 guests = -
    ");
    insta::assert_snapshot!(rows("Not one of the 60 pupils was hurt."), @"60 pupils = -");
    insta::assert_snapshot!(rows("Neither the driver nor two passengers were hurt."), @"two passengers = -");
    insta::assert_snapshot!(rows("He denied responsibility for the blast that killed 12 people."), @"12 people = deaths");
}

#[test]
fn purposes_and_fears() {
    insta::assert_snapshot!(rows("A plot to kill 100 people was foiled."), @"100 people = deaths, planned");
    insta::assert_snapshot!(rows("The flood went on to kill 40 people."), @"40 people = deaths");
    insta::assert_snapshot!(rows("Sixteen sailors are feared dead."), @"Sixteen sailors = missing, sailor, estimated");
    insta::assert_snapshot!(rows("Up to 70 could die in the camps."), @"Up to 70 = deaths, planned");
    insta::assert_snapshot!(rows("As many as 300 people are believed to have died."), @"As many as 300 people = deaths, estimated");
    insta::assert_snapshot!(rows("The road will close after 12 people died."), @"12 people = deaths");
    insta::assert_snapshot!(rows("A further 2,000 soldiers are to join the mission."), @"A further 2,000 soldiers = personnel, planned, increase");
}

#[test]
fn places_and_days_of_a_list() {
    insta::assert_snapshot!(rows("Four died in Oslo, two in Bergen and one in Paris."), @"
    Four = deaths, Oslo
    two = deaths, Bergen
    one = deaths, Paris
    ");
    insta::assert_snapshot!(rows("By 9 June 52 had died."), @"52 = deaths, as of 2023-06-09");
    insta::assert_snapshot!(rows("It was the worst fire since 2015, when 30 people were killed."), @"30 people = deaths, 2015-01-01/2015-12-31");
}

#[test]
fn ages_and_rates() {
    insta::assert_snapshot!(rows("He was killed at 14."), @"
    He = deaths, named
    14 = -
    ");
    insta::assert_snapshot!(rows("The victims, 3 and 5, were found dead."), @"
    3 = -
    5 = -
    ");
    insta::assert_snapshot!(rows("The infection rate fell to 38 per 100,000."), @"
    38 = incidence
    100,000 = -
    ");
}

#[test]
fn nobody_dead() {
    insta::assert_snapshot!(rows("No-one was killed in Lyon on Monday."), @"No-one = deaths, Lyon, 2023-06-19/2023-06-19");
    insta::assert_snapshot!(rows("The collapse caused no fatalities."), @"no fatalities = deaths");
    insta::assert_snapshot!(rows("Nobody had died, the mayor said."), @"Nobody = deaths");
    // Others may have.
    insta::assert_snapshot!(rows("No one else was killed."), @"");
    insta::assert_snapshot!(rows("No further deaths were reported."), @"");
    insta::assert_snapshot!(rows("If nobody is killed, the race goes on."), @"");
    insta::assert_snapshot!(rows("No deaths would be accepted."), @"");
    insta::assert_snapshot!(rows("Nobody was hurt."), @"");
    insta::assert_snapshot!(rows("No injuries were reported in the blaze that 35 firefighters fought."), @"35 firefighters = -");
}

#[test]
fn what_a_number_is_of() {
    insta::assert_snapshot!(rows("The death toll from the storm in Fiji was 52."), @"52 = deaths, Fiji");
    insta::assert_snapshot!(rows("The man killed in the storm in Fiji was 52."), @"52 = -, Fiji");
    insta::assert_snapshot!(rows("The body of a sailor was found."), @"a sailor = deaths, sailor");
    insta::assert_snapshot!(rows("The body of work spans 30 years."), @"30 years = -");
    insta::assert_snapshot!(rows("Nine died when a boat capsized on 4 May."), @"Nine = deaths, 2023-05-04/2023-05-04");
    insta::assert_snapshot!(rows("Hail damaged 340 cars and 12 homes."), @"
    340 cars = -
    12 homes = -
    ");
    insta::assert_snapshot!(rows("Her bloc fell two seats short of a majority."), @"two seats = -, decrease");
    insta::assert_snapshot!(rows("The council spent £7 million on the quay, including: £2 million for stone and £900,000 for lamps."), @"
    £7 million = cost
    £2 million = cost, part
    £900,000 = cost, part
    ");
    insta::assert_snapshot!(rows("The state gave £6 million in aid. Only £2 million of this sum was spent."), @"
    £6 million = funding
    £2 million = cost, part
    ");
}

#[test]
fn what_a_subject_has_reached() {
    insta::assert_snapshot!(rows("The death toll from the magnitude 6.4 quake has risen to 88."), @"
    6.4 = -
    88 = deaths
    ");
    insta::assert_snapshot!(rows("The number of refugees in the four camps reached 61,300."), @"
    four camps = -
    61,300 = refugees
    ");
    insta::assert_snapshot!(rows("The killing brought the number of murders in the city to nine."), @"nine = deaths");
    insta::assert_snapshot!(rows("As many as six are believed to be still trapped."), @"As many as six = trapped");
    // Neither the road nor the price is a toll.
    insta::assert_snapshot!(rows("The storm killed nobody, and the two dams filled to 90."), @"
    two dams = -
    90 = -
    ");
    insta::assert_snapshot!(rows("Two drivers died on the road, which leads to 12 villages."), @"
    Two drivers = deaths, driver
    12 villages = -
    ");
}

#[test]
fn the_place_of_a_dateline_is_the_last_resort() {
    let floods = |dateline: &str| rows(&format!("{dateline}The floods in Peru killed 1,271 people."));
    for dateline in
        ["", "LIMA - ", "GENEVA (Reuters) - ", "NAIROBI, March 21 - ", "Bonn, Germany, 3 June 2023 \u{2013} "]
    {
        assert_eq!(floods(dateline), "1,271 people = deaths, Peru", "{dateline}");
    }
    let crash = |dateline: &str| rows(&format!("{dateline}A bus fell off a bridge, killing 12 people."));
    assert_eq!(crash("LIMA - "), "12 people = deaths, Lima");
    assert_eq!(crash("GENEVA (AP) \u{2014} "), "12 people = deaths, Geneva");
    // No dateline, but what the sentence is about.
    assert_eq!(rows("Lima, Peru: 12 people were killed."), "12 people = deaths, Lima, Peru");
}

#[test]
fn a_date_holds_for_the_verb_that_goes_on() {
    insta::assert_snapshot!(rows("The fire killed 7 people in Bergvik in 2022 and injured 31."), @"
    7 people = deaths, 2022-01-01/2022-12-31
    31 = injured, 2022-01-01/2022-12-31
    ");
    insta::assert_snapshot!(rows("The fire killed 7 people in 2022 and the owner paid 31."), @"
    7 people = deaths, 2022-01-01/2022-12-31
    31 = -
    ");
    insta::assert_snapshot!(rows("A mayor elected in May has cut 40 jobs."), @"40 jobs = jobs, 2023-05-01/2023-06-20");
    insta::assert_snapshot!(rows("Officials said in May that the flood has killed 40 people."), @"40 people = deaths, 2023-05-01/2023-05-31");
}
