//! Whole short articles of local papers: headline, text, how many died and how many were hurt. The number must be among
//! the figures of its measure; where there is none, none may be read.

use super::local_news::figures;

/// Headline, text, killed, injured.
type Article = (&'static str, &'static str, Option<u32>, Option<u32>);

const NONE: Option<u32> = None;

const ARTICLES: &[Article] = &[
    (
        "Man found with gunshot wound on Perrin Street dies",
        "LORTON FALLS - Officers were called to Perrin Street at 2 a.m. They found a man lying on the sidewalk. He was pronounced dead at the scene.",
        Some(1),
        NONE,
    ),
    (
        "Police seek gunman in Delmore Park",
        "Marcus Vann was walking his dog when a car pulled up. Vann was shot in the thigh and driven to Mercy Hospital. Vann is expected to recover, police said.",
        NONE,
        Some(1),
    ),
    (
        "Coroner names man shot outside store",
        "The county coroner said Leon Tarrant was shot as he left a store on Route 5. Tarrant died at Saint Luke's Hospital on Monday.",
        Some(1),
        NONE,
    ),
    (
        "Charges filed in shooting death of Ray Colby",
        "Two brothers appeared in court on Friday. They are accused in the shooting death of Ray Colby last month. Colby was fatally shot in his garage.",
        Some(1),
        NONE,
    ),
    (
        "Couple found dead in Hayes Creek",
        "HAYES CREEK (AP) - A couple was found dead in their home on Wednesday. Neighbors had not seen them for days.",
        Some(2),
        NONE,
    ),
    (
        "Body found in Millrace canal",
        "A body was found in the Millrace canal on Sunday morning. The county medical examiner will determine the cause of death.",
        Some(1),
        NONE,
    ),
    (
        "Driver killed in crash on Route 40",
        "A pickup truck hit a guardrail on Route 40 on Friday. The crash killed the driver, 33, troopers said. His passenger was not hurt.",
        Some(1),
        NONE,
    ),
    (
        "Crash on Interstate 31 sends six people to hospitals",
        "A three-car crash on Interstate 31 sent six people to hospitals on Tuesday. The road was closed for two hours.",
        NONE,
        Some(6),
    ),
    (
        "Student shot to death near campus",
        "A 20-year-old student was shot to death on Linden Avenue late Friday. Police have made no arrests.",
        Some(1),
        NONE,
    ),
    (
        "Shop owner gunned down in robbery",
        "The owner of a corner shop in Tenby was gunned down during a robbery on Thursday, police said.",
        Some(1),
        NONE,
    ),
    (
        "Biker succumbs to injuries a week after crash",
        "Dale Ruiz, 48, succumbed to his injuries at a hospital in Keller on Saturday. He had collided with a van on June 2.",
        Some(1),
        NONE,
    ),
    (
        "Vigil for slain teen in Ashby",
        "About 200 people came to a vigil on Sunday for the slain teen. He was killed on Tuesday while walking home from work.",
        Some(1),
        NONE,
    ),
    (
        "Suspect held in fatal shooting of a man in Corley",
        "A suspect is being held in the fatal shooting of a man in Corley. No other details were released.",
        Some(1),
        NONE,
    ),
    (
        "Woman dead, man hurt in Pinehurst house fire",
        "Firefighters were called to Dover Lane at 4 a.m. They carried both residents out of the burning house.",
        Some(1),
        Some(1),
    ),
    (
        "Two teens wounded on Bayard Street",
        "Two teenagers were wounded on Bayard Street on Monday. The victims, ages 17 and 19, are in stable condition.",
        NONE,
        Some(2),
    ),
    (
        "One killed, three hurt at a cookout in Merrow",
        "Andre Poole, 25, was killed at a cookout on Saturday. Also wounded were Kim Dobbs, 22, Troy Nash, 31, and a 15-year-old boy.",
        Some(1),
        Some(3),
    ),
    (
        "Bullet grazes girl asleep in her bed",
        "A stray bullet grazed an 11-year-old girl as she slept. She was treated at the scene.",
        NONE,
        Some(1),
    ),
    (
        "Gunfire on Quincy Avenue",
        "The victim was taken to County Hospital with life-threatening injuries, police said. No arrests have been made.",
        NONE,
        Some(1),
    ),
    (
        "Police log, March 3",
        "Shots fired, 400 block of Orchard Street: Officers found a vehicle with a broken window. The driver, a 27-year-old man, had been shot in the arm.",
        NONE,
        Some(1),
    ),
    (
        "Teen at Camp Rowan dies of gunshot wound",
        "A teenager at Camp Rowan died of a gunshot wound on Saturday. The death is being investigated by the county sheriff.",
        Some(1),
        NONE,
    ),
    (
        "Sheriff: Man accidentally shoots himself",
        "Glenn Hobart was cleaning a rifle when it went off. He accidentally shot himself in the foot, deputies said.",
        NONE,
        Some(1),
    ),
    (
        "Arrest made in weekend killing",
        "Officers found 20-year-old Evan Marsh of Tolland shot to death behind a gym. A 16-year-old has been arrested.",
        Some(1),
        NONE,
    ),
    (
        "Police release name of man shot by deputy",
        "The sheriff's office said 31-year-old Pete Lowry from Marden died after he was shot twice by a deputy.",
        Some(1),
        NONE,
    ),
    (
        "Woman airlifted after shooting",
        "Carla Benson, 58, was struck in the face by fragments. She was airlifted to a trauma center, where she is in stable condition.",
        NONE,
        Some(1),
    ),
    (
        "Girlfriend of suspect also shot",
        "A 30-year-old man died in a shooting on Crane Street. Maria Fenn, his girlfriend, was also shot, but survived.",
        Some(1),
        Some(1),
    ),
    (
        "Child shot in minivan",
        "The two-year-old was struck in the leg when someone fired at a minivan. The child is in stable condition.",
        NONE,
        Some(1),
    ),
    (
        "Family mourns after shooting on Wick Road",
        "Joshua Trent loved to draw. He was shot and died on the street, a block from his school.",
        Some(1),
        NONE,
    ),
    (
        "Man charged after fatal hit-and-run",
        "A 44-year-old man was charged on Monday. Prosecutors say he caused the death of Nina Alvarez while driving drunk.",
        Some(1),
        NONE,
    ),
    (
        "Three shot in Dalby, one fatally",
        "Three men were shot in Dalby on Friday. One of them, Kevin Strand, died at a hospital. The other two are in serious condition.",
        Some(1),
        Some(2),
    ),
    (
        "Nobody hurt as shots hit house",
        "Someone fired 14 rounds at a house on Fern Street on Sunday. Nobody was hurt. The family of five was asleep.",
        NONE,
        NONE,
    ),
    (
        "Council honors officer",
        "Chief Dana Wirth was promoted on Monday. Wirth was sworn in before 60 guests.",
        NONE,
        NONE,
    ),
    (
        "Driver escapes unhurt",
        "The driver was not injured when his truck left Route 9. He was cited for speeding.",
        NONE,
        NONE,
    ),
    (
        "Trial date set for Corman",
        "If he is found guilty, Corman could be sentenced to 20 years. He was accused of attempted murder in 2019.",
        NONE,
        NONE,
    ),
    (
        "Actor dies at 81",
        "Vernon Gale was injured on the set in 1975 and made 40 films after that. He died at his home.",
        Some(1),
        Some(1),
    ),
    (
        "Two victims of Sunday fire identified",
        "Fire officials identified the victims as Ruth Kemp, 71, and Alan Kemp, 74. Ruth Kemp was found dead in the kitchen. Alan Kemp died at a hospital.",
        NONE,
        NONE,
    ),
    (
        "Man, 3 dogs rescued from house fire",
        "Crews pulled a man and three dogs from a burning house. The man was treated for smoke inhalation.",
        NONE,
        Some(1),
    ),
    (
        "Murder-suicide suspected in Olney",
        "Detectives say a 50-year-old man shot his wife and then himself. Both were found dead in the garage.",
        Some(2),
        NONE,
    ),
    (
        "Victims of crash named",
        "The crash on Hill Road killed Lena Roy, 19, and Tess Roy, 16, sisters from Ansley. A third passenger, Beth Cole, 18, was seriously injured.",
        Some(2),
        Some(1),
    ),
    (
        "Two killed, two wounded in Eastgate; 2 arrests",
        "Two people were killed and two others were wounded when gunfire broke out in Eastgate. The city has had 41 homicides this year.",
        Some(2),
        Some(2),
    ),
    (
        "Boy, 4, critically hurt in fall",
        "A 4-year-old boy was critically hurt when he fell from a window on Friday. He is on life support.",
        NONE,
        Some(1),
    ),
    (
        "Two shot in Ferris; one in grave condition",
        "Tyrone Hall, 24, and Luis Ortega, 27, were shot outside a bar in Ferris. Hall is in grave condition.",
        NONE,
        Some(2),
    ),
    (
        "Officer shot in leg in Tarleton",
        "Officer Dean Mason was shot in the leg while serving a warrant on Thursday. Mason is recovering at home.",
        NONE,
        Some(1),
    ),
    (
        "Three men shot, police say",
        "Gary Ives, Owen Platt and Cole Reddy were shot in a parking lot. All three were taken to a hospital.",
        NONE,
        Some(3),
    ),
    (
        "Widow speaks out",
        "Ellen Marsh lost her husband in 2011. She was 30 when he was killed in a robbery.",
        Some(1),
        NONE,
    ),
    ("Car hits mailbox", "A Ford Explorer was struck by a van on Elm Street. Nobody was injured.", NONE, NONE),
    (
        "Library reopens",
        "The library on Main Street was hit hard by the flood. Mayor Ann Kell was there for the opening.",
        NONE,
        NONE,
    ),
    (
        "Shot fired in Garrow; man arrested",
        "Police arrested Brent Cole, 31, on Friday. He was charged with shooting at a car. Cole was not injured.",
        NONE,
        NONE,
    ),
    (
        "Team falls to Redmond",
        "Guard Kyle Dunn took the last shot of the game. The Hawks were killed on the boards, coach Ray Bell said.",
        NONE,
        NONE,
    ),
    (
        "Hiker found dead in Colter Canyon",
        "Searchers found the body of Martin Webb on Sunday. The 61-year-old had been missing for a week.",
        Some(1),
        NONE,
    ),
    (
        "Teen dies after crash",
        "Jared Oaks, a junior at Benton High, died Saturday after his car hit a tree. His passenger walked away.",
        Some(1),
        NONE,
    ),
    (
        "Deputy-involved shooting under review",
        "A deputy shot and killed the man, who was armed with an axe. The man's name was not released.",
        Some(1),
        NONE,
    ),
];

#[test]
fn articles() {
    for (title, text, killed, injured) in ARTICLES {
        let whole = format!("---\ntitle: \"{title}\"\ndate: 2015-06-08\n---\n\n{text}\n");
        for (measure, wanted) in [("deaths", killed), ("injured", injured)] {
            let read = figures(super::vocabulary(), &whole, measure);
            let right = wanted.map_or(read.iter().all(|value| *value == 0), |wanted| read.contains(&wanted));
            assert!(right, "{title}: {measure} {wanted:?}, read {read:?}");
        }
    }
}
