//! Who suffers, who does it, and how many they are together.

use super::rows;

#[test]
fn who_does_and_who_suffers() {
    insta::assert_snapshot!(rows("Two gunmen killed 14 people and injured 30."), @"
    Two gunmen = -
    14 people = deaths
    30 = injured
    ");
    insta::assert_snapshot!(rows("Three guards injured a protester at the gate."), @"
    Three guards = -
    a protester = injured, protester
    ");
    insta::assert_snapshot!(rows("A man accidentally shot his cousin in the leg."), @"his cousin = injured, cousin");
    insta::assert_snapshot!(rows("Fifty firefighters fought the blaze that killed seven."), @"
    Fifty firefighters = -
    seven = deaths
    ");
    insta::assert_snapshot!(rows("Five women were hurt when shots rang out at a party involving 80 people."), @"
    Five women = injured, woman
    80 people = -
    ");
    insta::assert_snapshot!(rows("Two people, including the deceased, walked to the clinic."), @"Two people = -");
    insta::assert_snapshot!(rows("Fifteen people, including four children, died."), @"
    Fifteen people = deaths
    four children = deaths, child, part
    ");
    insta::assert_snapshot!(rows("The clerk, who was not injured, said that he had seen two men."), @"two men = -");
    insta::assert_snapshot!(rows("None of the 15 passengers was hurt."), @"15 passengers = -");
    insta::assert_snapshot!(rows("Of the 240 on board, 18 survived."), @"
    240 = -
    18 = survivors
    ");
}

#[test]
fn one_by_itself() {
    insta::assert_snapshot!(rows("Five injured, one dead in harbour blast."), @"
    Five = injured
    one = deaths
    ");
    insta::assert_snapshot!(rows("One was killed and three were wounded."), @"
    One = deaths
    three = injured
    ");
    insta::assert_snapshot!(rows("Killing one and wounding four, the blast shook the town."), @"
    one = deaths
    four = injured
    ");
    insta::assert_snapshot!(rows("No one was killed."), @"No one = deaths");
    insta::assert_snapshot!(rows("Six men were hurt. One is in critical condition."), @"Six men = injured, man");
}

#[test]
fn more_people_and_a_rise() {
    insta::assert_snapshot!(rows("The fire killed three people and left nine more wounded."), @"
    three people = deaths
    nine more = injured
    ");
    insta::assert_snapshot!(rows("In May 14 people were killed, 5 more than in April."), @"
    14 people = deaths, 2023-05-01/2023-05-31
    5 more = deaths, 2023-05-01/2023-05-31, increase
    ");
}

#[test]
fn subjects_that_share_a_verb() {
    insta::assert_snapshot!(rows("Two men and three women were killed."), @"
    Two men = deaths, man
    three women = deaths, woman
    ");
    insta::assert_snapshot!(rows("Norway gave $3 million, Peru $4 million and Chile $5 million."), @"
    $3 million = funding, Norway
    $4 million = funding, Peru
    $5 million = funding, Chile
    ");
    insta::assert_snapshot!(rows("Norway pledged $3 million and the United States $40 million."), @"
    $3 million = funding, Norway, pledged
    $40 million = funding, United States, pledged
    ");
    insta::assert_snapshot!(rows("Ghana offered up to 2,000 soldiers, Togo 150, and Benin 500."), @"
    up to 2,000 soldiers = personnel, Ghana, pledged
    150 = personnel, Togo, pledged
    500 = personnel, Benin, pledged
    ");
}

#[test]
fn victims_without_a_number() {
    insta::assert_snapshot!(rows("A man was killed and another man was wounded."), @"
    A man = deaths, man
    another man = injured, man
    ");
    insta::assert_snapshot!(rows("Police said a 12-year-old girl was shot and killed on Monday."), @"
    a 12-year-old girl = deaths, girl, 2023-06-19/2023-06-19
    12-year-old = -, 2023-06-19/2023-06-19
    ");
    insta::assert_snapshot!(rows("The blaze killed a 31–year–old."), @"
    a 31–year–old = deaths
    31–year–old = -
    ");
    insta::assert_snapshot!(rows("The blast killed her brother."), @"her brother = deaths, brother");
    insta::assert_snapshot!(rows("A woman and child were found dead."), @"
    A woman and child = deaths
    ");
    insta::assert_snapshot!(rows("The suspect was arrested."), @"");
}

#[test]
fn victims_that_one_verb_takes_together() {
    insta::assert_snapshot!(rows("A man and a woman were shot dead in Lyon."), @"A man and a woman = deaths, Lyon");
    insta::assert_snapshot!(rows("A mother and her two children were killed."), @"
    A mother and her two children = deaths
    two children = deaths, child, part
    ");
    insta::assert_snapshot!(rows("Two men, a woman and a child were found dead."), @"
    Two men = deaths, man, part
    Two men, a woman and a child = deaths
    ");
    insta::assert_snapshot!(rows("The driver and three passengers were killed."), @"
    The driver and three passengers = deaths
    three passengers = deaths, part
    ");
    insta::assert_snapshot!(rows("The blaze killed a grandmother and her two grandchildren."), @"
    a grandmother and her two grandchildren = deaths
    two grandchildren = deaths, grandchild, part
    ");
    insta::assert_snapshot!(rows("He killed a man, 40, a woman, 30, and their son, 5."), @"
    a man, 40, a woman, 30, and their son = deaths
    40 = -
    30 = -
    5 = -
    ");
    insta::assert_snapshot!(rows("The deaths of a woman and two girls are being investigated."), @"
    a woman and two girls = deaths
    two girls = deaths, girl, part
    ");
    insta::assert_snapshot!(rows("Karl Meyer, 54, and his wife Rosa, 50, were killed."), @"
    Karl Meyer, 54, and his wife Rosa = deaths
    54 = -
    50 = -
    ");
    insta::assert_snapshot!(rows("Both were pronounced dead at the scene."), @"Both = deaths");
    insta::assert_snapshot!(rows("Two people, a man and a woman, were killed."), @"
    Two people = deaths
    a man and a woman = deaths
    ");
    insta::assert_snapshot!(rows("According to a witness, a man and a child were shot dead."), @"a man and a child = deaths");
    insta::assert_snapshot!(rows("The storm killed a man and two women were hurt."), @"
    a man = deaths, man
    two women = injured, woman
    ");
    insta::assert_snapshot!(rows("Officers helped a woman and her child, and a man was killed."), @"a man = deaths, man");
    insta::assert_snapshot!(rows("She was accused of killing her husband, a baker, in May."), @"her husband = deaths, husband");
    insta::assert_snapshot!(rows("A father of three was killed."), @"
    A father = deaths, father
    three = -
    ");
    insta::assert_snapshot!(rows("A 7-year-old and a 9-year-old were hurt."), @"
    A 7-year-old and a 9-year-old = injured
    7-year-old = -
    9-year-old = -
    ");
}

#[test]
fn who_does_it_and_what_a_part_is_taken_of() {
    insta::assert_snapshot!(rows("A mother was killed by three robbers."), @"
    A mother = deaths, mother
    three robbers = -
    ");
    insta::assert_snapshot!(rows("He was killed by two gunmen on a motorcycle."), @"
    He = deaths, named
    two gunmen = -
    ");
    insta::assert_snapshot!(rows("Police are looking for two men who shot a woman."), @"
    two men = -
    a woman = injured, woman
    ");
    insta::assert_snapshot!(rows("Twelve of the 40 passengers died."), @"
    Twelve = deaths, part
    40 passengers = -
    ");
    insta::assert_snapshot!(rows("Two of a group of 12 hikers died."), @"
    Two = deaths
    12 hikers = -
    ");
    insta::assert_snapshot!(rows("One of the four suspects was killed."), @"four suspects = -");
    insta::assert_snapshot!(rows("Three of the nine injured have left hospital."), @"
    Three = injured, part
    nine = injured
    ");
    insta::assert_snapshot!(rows("Her party holds 41 of the 120 seats."), @"
    41 = seats
    120 seats = seats
    ");
    insta::assert_snapshot!(rows("Nine farmers were among the dead."), @"Nine farmers = deaths, farmer, part");
    insta::assert_snapshot!(rows("Fire destroyed 12 of the town's 40 houses."), @"
    12 = buildings_destroyed
    40 houses = -
    ");
    insta::assert_snapshot!(rows("Five people, four of them children, were killed."), @"
    Five people = deaths
    four = deaths, part
    ");
    insta::assert_snapshot!(rows("All three victims were pronounced dead."), @"three victims = deaths");
    insta::assert_snapshot!(rows("At least 11 were shot, three fatally."), @"
    At least 11 = shot
    three = deaths
    ");
    insta::assert_snapshot!(rows("Two teenagers drowned; a third is missing."), @"
    Two teenagers = deaths, teenager
    a third = -
    ");
}

#[test]
fn what_became_of_them() {
    insta::assert_snapshot!(rows("A man was shot and taken to hospital, where he died."), @"A man = deaths, man");
    insta::assert_snapshot!(rows("Two men were wounded and later died."), @"Two men = deaths, man");
    insta::assert_snapshot!(rows("Three people were injured, but the driver died."), @"
    Three people = injured
    the driver = deaths, driver
    ");
    insta::assert_snapshot!(rows("Two of the wounded died overnight."), @"Two = deaths, part");
    insta::assert_snapshot!(rows("A man was shot, and his brother died of shock."), @"
    A man = shot, man
    his brother = deaths, brother
    ");
}

#[test]
fn family_left_behind() {
    insta::assert_snapshot!(rows("She leaves a husband and three sons and died at 77."), @"
    three sons = -
    77 = -
    ");
    insta::assert_snapshot!(rows("A rider who lost his sister and two cousins was hurt."), @"two cousins = -");
    insta::assert_snapshot!(rows("The gunman left two people dead."), @"two people = deaths");
}

#[test]
fn people_by_what_they_did() {
    insta::assert_snapshot!(rows("A landslide killed 14 villagers."), @"14 villagers = deaths");
    insta::assert_snapshot!(rows("Six commuters were hurt."), @"Six commuters = injured");
    insta::assert_snapshot!(rows("Five soldiers and two children died."), @"
    Five soldiers = personnel
    two children = deaths, child
    ");
}

#[test]
fn an_age_between_name_and_verb() {
    insta::assert_snapshot!(rows("A cyclist, 41, was hit by a lorry and later died."), @"
    A cyclist = deaths, cyclist
    41 = -
    ");
    insta::assert_snapshot!(rows("A cyclist, aged 41, was hit by a lorry and perished."), @"
    A cyclist = deaths, cyclist
    41 = -
    ");
    insta::assert_snapshot!(rows("The storm killed a man, 40 and a woman."), @"
    a man, 40 and a woman = deaths
    40 = -
    ");
    insta::assert_snapshot!(rows("A man, aged 40, and a woman drowned."), @"
    A man, aged 40, and a woman = deaths
    40 = -
    ");
    insta::assert_snapshot!(rows("No one drowned."), @"No one = deaths");
    insta::assert_snapshot!(rows("He was shot twice in the lower left leg."), @"He = injured, named");
}
