//! Shootings, crashes and fires as local papers tell of them: sentence or headline, how many died, how many were hurt.
//! Parts of the same toll may be read besides; where there is no number, none is read.

use std::collections::BTreeSet;

use crate::document::{Document, Given};
use crate::vocabulary::Vocabulary;

use super::super::Reading;

/// Text, killed, injured.
type Row = (&'static str, Option<u32>, Option<u32>);

const NONE: Option<u32> = None;

const SENTENCES: &[Row] = &[
    ("Two men and a woman were shot, one fatally, outside a bar on Kessler Street.", Some(1), NONE),
    ("A teen is dead and two others are hospitalized after a shooting in Dunmore.", Some(1), Some(2)),
    ("The 34-year-old was pronounced dead at the scene.", Some(1), NONE),
    ("A 28-year-old man was shot in the leg and hand, police said. His condition was not released.", NONE, Some(1)),
    ("The victim, 19, died at Mercy Hospital.", Some(1), NONE),
    ("Both men were taken to a hospital with gunshot wounds.", NONE, Some(2)),
    ("The gunman shot his wife and two sons before he turned the gun on himself. All four died.", Some(4), NONE),
    ("Four people were wounded, including the suspect, in a shootout on Route 9.", NONE, Some(4)),
    ("Detectives are investigating a double homicide in the Fairlawn area.", Some(2), NONE),
    ("A quadruple shooting in Ellery left one man dead and three people wounded.", Some(1), Some(3)),
    ("Three people were found dead in a home on Birch Lane on Tuesday.", Some(3), NONE),
    ("A shooting at a house party left three people in critical condition.", NONE, Some(3)),
    ("One man was killed. No one else was hurt.", Some(1), NONE),
    ("Five people were shot at a cookout in Marlow on Sunday night, and two of them died.", Some(2), NONE),
    (
        "A 17-year-old boy was killed and a 15-year-old girl was wounded in a shooting on Tamarack Avenue.",
        Some(1),
        Some(1),
    ),
    ("Two brothers were gunned down in front of their grandmother's house.", Some(2), NONE),
    ("A man and his girlfriend were found shot to death inside a car.", Some(2), NONE),
    (
        "Officers found two men with gunshot wounds. Both were taken to Saint Clare hospital in stable condition.",
        NONE,
        Some(2),
    ),
    ("A stray bullet struck a 6-year-old girl in the arm.", NONE, Some(1)),
    ("A woman succumbed to her injuries at the hospital on Friday, police said.", Some(1), NONE),
    ("The shooting claimed the lives of three teenagers.", Some(3), NONE),
    ("Three teenagers lost their lives in the crash on Highway 12.", Some(3), NONE),
    ("Six people were rushed to hospitals after gunfire erupted at a block party.", NONE, Some(6)),
    ("A gunman opened fire in a barbershop, wounding four men.", NONE, Some(4)),
    ("A 23-year-old man was stabbed to death during a fight outside a diner.", Some(1), NONE),
    ("Two women were stabbed, one critically, at a bus stop.", NONE, Some(2)),
    ("A house fire killed a grandmother and three children in Oakdell.", Some(4), NONE),
    ("Two firefighters suffered minor injuries battling the blaze.", NONE, Some(2)),
    ("A driver was killed and her two passengers were seriously injured when the car hit a tree.", Some(1), Some(2)),
    ("A pedestrian was struck and killed by a pickup truck on Route 30.", Some(1), NONE),
    ("A motorcyclist died Saturday after colliding with a van.", Some(1), NONE),
    ("A third victim, a 31-year-old man, was treated and released.", NONE, Some(1)),
    ("A fourth victim died on Thursday.", Some(1), NONE),
    ("A deputy was wounded in the shoulder during the exchange of gunfire.", NONE, Some(1)),
    ("The shooting killed 21-year-old Darnell Pruitt and injured his cousin, Marcus Hale, 22.", Some(1), Some(1)),
    ("Killed were Dana Whitlow, 41, and her son, Kyle Whitlow, 18.", Some(2), NONE),
    ("The dead were identified as Rosa Bell, 30, and Terry Bell, 34.", Some(2), NONE),
    ("Eight people were shot, two of them fatally, when a man fired into a crowd.", Some(2), NONE),
    ("Ten people were shot and three of them have died, the sheriff said.", Some(3), NONE),
    ("One victim was shot in the head and remains in critical condition.", NONE, Some(1)),
    ("Neither victim's injuries were life-threatening, police said of the two men shot on Elm Court.", NONE, Some(2)),
    ("A man was grazed by a bullet.", NONE, Some(1)),
    ("Two children, ages 3 and 5, were found dead in a bathtub.", Some(2), NONE),
    ("The bodies of two men were found in a burned-out car.", Some(2), NONE),
    ("A man was hospitalized with a gunshot wound to the abdomen.", NONE, Some(1)),
    ("Two men were treated for gunshot wounds at Union Medical Center.", NONE, Some(2)),
    ("Two men showed up at a hospital with gunshot wounds.", NONE, Some(2)),
    ("An 8-year-old boy accidentally shot himself in the hand.", NONE, Some(1)),
    ("A toddler died after finding a loaded gun in a bedroom.", Some(1), NONE),
    ("A 4-year-old boy fatally shot himself while playing with a gun.", Some(1), NONE),
    ("A man accidentally shot and killed his friend while cleaning a rifle.", Some(1), NONE),
    ("Police fatally shot a man armed with a knife.", Some(1), NONE),
    ("A police officer and a suspect were both shot in an exchange of gunfire in Tilford.", NONE, Some(2)),
    ("Nine people were hurt, none seriously.", NONE, Some(9)),
    ("A mass shooting at a warehouse left five dead, including the gunman, and four injured.", Some(5), Some(4)),
    ("The gunman killed five co-workers before police shot him dead.", Some(5), NONE),
    ("A triple homicide rocked the town of Vesper Falls.", Some(3), NONE),
    ("A triple shooting in East Norbury left a 20-year-old man dead and two other men wounded.", Some(1), Some(2)),
    ("Two men are fighting for their lives after a shooting in the Glenmore section.", NONE, Some(2)),
    ("Two others suffered non-life-threatening injuries.", NONE, Some(2)),
    ("Two others sustained gunshot wounds and are expected to survive.", NONE, Some(2)),
    ("Three others are expected to recover.", NONE, Some(3)),
    ("A second man was shot in the back and is expected to survive.", NONE, Some(1)),
    ("A woman was critically wounded and her boyfriend was killed in a shooting in Brantley.", Some(1), Some(1)),
    ("A man allegedly shot his neighbor to death over a parking spot.", Some(1), NONE),
    ("A 52-year-old man has been charged with murder in the death of his roommate.", Some(1), NONE),
    ("Two teens have been charged with murder in the deaths of three people.", Some(3), NONE),
    ("The boy's father was also shot and is in stable condition.", NONE, Some(1)),
    ("Two bystanders were hit by gunfire, police said.", NONE, Some(2)),
    ("Seven people were struck by bullets when someone opened fire from a car.", NONE, Some(7)),
    ("Three people were shot dead and seven others were injured in an attack on a bar.", Some(3), Some(7)),
    ("Among the dead were two nurses and a security guard.", Some(3), NONE),
    ("A shooting rampage ended with four people dead, including the shooter.", Some(4), NONE),
    ("A man shot three relatives, killing two of them.", Some(2), NONE),
    ("Two people were airlifted to a trauma center with life-threatening injuries.", NONE, Some(2)),
    ("Both victims died at the hospital.", Some(2), NONE),
    ("All three victims are in stable condition, police said.", NONE, Some(3)),
    ("Both of the victims were pronounced dead at the scene.", Some(2), NONE),
    ("A man died from a gunshot wound to the chest.", Some(1), NONE),
    ("A 30-year-old died of multiple gunshot wounds at Royce Hospital.", Some(1), NONE),
    ("Four people are recovering after they were shot at a park.", NONE, Some(4)),
    ("Police say the 18-year-old and a 20-year-old man were killed.", Some(2), NONE),
    ("A 19-year-old college student was fatally stabbed outside a dormitory Thursday night.", Some(1), NONE),
    ("Four friends were hurt when their SUV rolled over on Interstate 80.", NONE, Some(4)),
    ("A cyclist was hit by a truck and died at the scene.", Some(1), NONE),
    ("Gunfire near a playground wounded a 7-year-old boy.", NONE, Some(1)),
    ("Three members of a family were found stabbed to death in their home.", Some(3), NONE),
    ("Two inmates were stabbed during a fight at the county jail.", NONE, Some(2)),
    ("A corrections officer was injured in the brawl.", NONE, Some(1)),
    ("One suspect was killed and two were wounded in the gun battle.", Some(1), Some(2)),
    ("Police found two people dead inside the burned house.", Some(2), NONE),
    ("Police found three people shot in the parking lot.", NONE, Some(3)),
    ("Paramedics took five people to the hospital.", NONE, Some(5)),
    ("Five people were taken to Mercy General Hospital with gunshot wounds.", NONE, Some(5)),
    ("Two of the four victims died.", Some(2), NONE),
    ("Of the six people shot, two died.", Some(2), NONE),
    ("Six people were shot; two have died.", Some(2), NONE),
    ("A ninth victim died Monday.", Some(1), NONE),
    ("The death toll rose to nine on Monday.", Some(9), NONE),
    ("A gunman killed himself after wounding three co-workers.", Some(1), Some(3)),
    ("Four others were injured, two of them critically.", NONE, Some(4)),
    ("The blaze injured two firefighters and displaced 14 residents.", NONE, Some(2)),
    ("Investigators say the man shot and killed his estranged wife and her brother.", Some(2), NONE),
    ("The victims were a 22-year-old man and a 19-year-old woman; both died.", Some(2), NONE),
    ("The victims, ages 17, 19 and 24, were all taken to a hospital.", NONE, NONE),
    ("The man died of a single gunshot wound to the head, the coroner said.", Some(1), NONE),
    ("One of the victims, a 40-year-old woman, died on the way to the hospital.", Some(1), NONE),
    ("A passenger in the car, a 21-year-old woman, was also wounded.", NONE, Some(1)),
    ("A 5-month-old baby was unharmed.", NONE, NONE),
    ("Nobody inside the house was hit.", NONE, NONE),
    ("Police have arrested two men in the killing of a 20-year-old woman.", Some(1), NONE),
    ("Two men were arrested after the fatal shooting of a store clerk.", Some(1), NONE),
    ("A jury convicted him of killing three people in 2011.", Some(3), NONE),
    ("She is charged with murder in the deaths of her two children.", Some(2), NONE),
    ("The shooting happened a block from where a teen was killed last week.", Some(1), NONE),
    ("There have been 43 homicides in the city this year.", Some(43), NONE),
    ("The city has recorded 112 shootings and 31 homicides this year.", Some(31), NONE),
    ("Three police officers were shot, two fatally, during a traffic stop.", Some(2), NONE),
    ("At least eight people were shot, four of them children.", NONE, Some(8)),
    ("An estimated 12 people were injured.", NONE, Some(12)),
    ("A dozen people were hurt in the stampede.", NONE, Some(12)),
    ("Several people were wounded.", NONE, NONE),
    ("About 20 people were treated for minor injuries.", NONE, Some(20)),
    ("Three people were killed and at least a dozen injured when a bus overturned.", Some(3), Some(12)),
    ("A plane crash killed all four people on board.", Some(4), NONE),
    ("All four people aboard the plane died.", Some(4), NONE),
    ("The pilot and his passenger were killed.", Some(2), NONE),
    ("Two of the dead were children.", Some(2), NONE),
    ("Both drivers were killed.", Some(2), NONE),
    ("Both drivers were hospitalized.", NONE, Some(2)),
    ("Neither driver was hurt.", NONE, NONE),
    ("None of the five passengers was hurt.", NONE, NONE),
];

const HEADLINES: &[Row] = &[
    ("Police: 1 dead, 3 injured in Larkspur shooting", Some(1), Some(3)),
    ("Man fatally shot in Ridgemont parking lot", Some(1), NONE),
    ("Woman, 42, killed in drive-by shooting in Port Ansel", Some(1), NONE),
    ("2 teens shot near Halden High School", NONE, Some(2)),
    ("Three hurt in shooting outside nightclub", NONE, Some(3)),
    ("Man dead, woman injured in apartment shooting", Some(1), Some(1)),
    ("Four shot, one killed in overnight violence in Corwin", Some(1), NONE),
    ("Shooting leaves 1 dead, 2 wounded in Corbin Heights", Some(1), Some(2)),
    ("Shooting in Corbin Heights kills 1, injures 2", Some(1), Some(2)),
    ("Teen killed, 3 others wounded in Halsey shooting", Some(1), Some(3)),
    ("Mother, two children killed in house fire", Some(3), NONE),
    ("Officer, suspect killed in shootout", Some(2), NONE),
    ("Boy, 9, shot in head by stray bullet", NONE, Some(1)),
    ("Suspect dead, officer wounded after standoff", Some(1), Some(1)),
    ("Police: Man kills wife, self in apparent murder-suicide", Some(2), NONE),
    ("3 people hospitalized after shooting on I-70", NONE, Some(3)),
    ("Man shoots wife, then himself", NONE, Some(1)),
    ("Husband, wife dead in apparent murder-suicide", Some(2), NONE),
    ("2 dead, 1 hurt in Maple Street shooting", Some(2), Some(1)),
    ("2 dead in shooting, suspect sought", Some(2), NONE),
    ("3 shot, 1 fatally, in Oakley", Some(1), NONE),
    ("Teen girl, 16, killed by stray bullet", Some(1), NONE),
    ("Toddler among 3 killed in Harlan crash", Some(3), NONE),
    ("Officer-involved shooting: 1 dead", Some(1), NONE),
    ("Bar shooting injures 5", NONE, Some(5)),
    ("Five injured in bar shooting", NONE, Some(5)),
    ("7 wounded in weekend shootings", NONE, Some(7)),
    ("Boy, 3, dies after accidental shooting", Some(1), NONE),
    ("Woman dies of injuries from house fire", Some(1), NONE),
];

/// The figures of a measure in a text.
pub(super) fn figures(vocabulary: &Vocabulary, text: &str, measure: &str) -> BTreeSet<u32> {
    let document = Document::read("a.md", text, &Given::default());
    let reading = Reading::read(&document, vocabulary);
    let wanted = vocabulary.measure(measure);
    let claims = reading.claims.iter().filter(|claim| claim.measure == wanted);
    claims.filter_map(|claim| claim.quantity.number.value()?.normalize().to_string().parse().ok()).collect()
}

#[track_caller]
fn holds(rows: &[Row], text: impl Fn(&str) -> String) {
    let vocabulary = super::vocabulary();
    for (row, killed, injured) in rows {
        for (measure, wanted) in [("deaths", killed), ("injured", injured)] {
            let read = figures(vocabulary, &text(row), measure);
            let right = wanted.map_or(read.is_empty(), |wanted| read.contains(&wanted));
            assert!(right, "{row}: {measure} {wanted:?}, read {read:?}");
        }
    }
}

#[test]
fn sentences() {
    holds(SENTENCES, |row| format!("---\ndate: 2015-06-08\n---\n\n{row}\n"));
}

#[test]
fn headlines() {
    holds(HEADLINES, |row| {
        format!("---\ntitle: \"{row}\"\ndate: 2015-06-08\n---\n\nPolice were called to the scene.\n")
    });
}
