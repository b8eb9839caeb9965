//! Rows: what stayed behind, and what only looks so.

use super::*;

#[test]
fn totals_shares_and_changes() {
    insta::assert_snapshot!(p("Peru gave $4 million and Chile $3 million, for a total of $7 million.", "Peru gave $4 million and Chile $5 million, for a total of $7 million."), @"
    $3 million -> $5 million (value)
    behind: a total of $7 million (sum-mismatch), now a total of $9 million
    ");
    insta::assert_snapshot!(p("Peru gave $4 million and Chile $3 million, for a total of $7 million.", "Peru gave $4 million and Chile $5 million, for a total of $9 million."), @"
    $3 million -> $5 million (value)
    a total of $7 million -> a total of $9 million (value)
    ");
    insta::assert_snapshot!(p("Some 30 of the 120 shops, or 25%, shut down.", "Some 60 of the 120 shops, or 25%, shut down."), @"
    Some 30 -> Some 60 (value)
    behind: 25% (ratio-mismatch), now 50%
    ");
    insta::assert_snapshot!(p("Rents rose 25%, from £800 to £1,000.", "Rents rose 25%, from £800 to £1,200."), @"
    £1,000 -> £1,200 (value)
    behind: 25% (change-mismatch), now 50%
    ");
    insta::assert_snapshot!(p("Rents rose 25%, from £800 to £1,000.", "Rents rose 50%, from £800 to £1,200."), @"
    25% -> 50% (value)
    £1,000 -> £1,200 (value)
    ");
    insta::assert_snapshot!(p("| Ward | Votes |\n|---|---|\n| East | 120 |\n| West | 210 |\n| Total | 330 |", "| Ward | Votes |\n|---|---|\n| East | 150 |\n| West | 210 |\n| Total | 330 |"), @"
    120 -> 150 (value)
    behind: 330 (sum-mismatch), now 360
    ");
    insta::assert_snapshot!(p("The crew of 9, 5 men and 4 women, was saved.", "The crew of 9, 6 men and 4 women, was saved."), @"
    5 men -> 6 men (value)
    behind: 9 (sum-mismatch), now 10
    ");
}

#[test]
fn the_same_figure_elsewhere() {
    insta::assert_snapshot!(p("# Twelve dead in Leeds fire\n\nA fire killed 12 people in Leeds on Monday.", "# Twelve dead in Leeds fire\n\nA fire killed 14 people in Leeds on Monday."), @"
    12 people -> 14 people (value)
    behind: Twelve (same), now Fourteen
    ");
    insta::assert_snapshot!(p("# Twelve dead in Leeds fire\n\nA fire killed 12 people in Leeds on Monday.", "# Fourteen dead in Leeds fire\n\nA fire killed 14 people in Leeds on Monday."), @"
    Twelve -> Fourteen (value)
    12 people -> 14 people (value)
    ");
    insta::assert_snapshot!(p("# Exports reach $109m\n\nExports reached $109.2 million in May, the bank said.", "# Exports reach $109m\n\nExports reached $109.4 million in May, the bank said."), @"$109.2 million -> $109.4 million (value)");
    insta::assert_snapshot!(p("# Exports reach $109m\n\nExports reached $109.2 million in May, the bank said.", "# Exports reach $109m\n\nExports reached $110.6 million in May, the bank said."), @"
    $109.2 million -> $110.6 million (value)
    behind: $109m (same), now $111m
    ");
    insta::assert_snapshot!(p("The plant makes 4,350 cars a day. Its rivals envy it. It needs 900 workers to make 4,350 cars a day.", "The plant makes 4,530 cars a day. Its rivals envy it. It needs 900 workers to make 4,350 cars a day."), @"
    4,350 cars -> 4,530 cars (value)
    behind: 4,350 cars (figure-conflict), now 4,530 cars
    ");
    insta::assert_snapshot!(p("A fire killed 12 people in Leeds. In York, a flood killed 12 people.", "A fire killed 14 people in Leeds. In York, a flood killed 12 people."), @"12 people -> 14 people (value)");
    insta::assert_snapshot!(p("A fire killed 12 people in Leeds. The mayor wept. The fire that killed 12 people began at dawn.", "A fire killed 14 people in Leeds, up from 12. The mayor wept. The fire that killed 14 people began at dawn."), @"
    12 people -> 14 people (value)
    + 12
    12 people -> 14 people (value)
    ");
    insta::assert_snapshot!(p("The levy brings in £7 million. The bridge cost £7 million.", "The levy brings in £8 million. The bridge cost £7 million."), @"£7 million -> £8 million (value)");
    insta::assert_snapshot!(p("# Council votes on 3 May\n\nThe council votes on 3 May 2024 on the new stadium.", "# Council votes on 3 May\n\nThe council votes on 10 May 2024 on the new stadium."), @"
    3 May 2024 -> 10 May 2024 (date)
    behind: 3 May (same), now 10 May 2024
    ");
}

#[test]
fn more_of_the_same() {
    insta::assert_snapshot!(p("Each farm gets 200,000 shillings ($1,540) a year.", "Each farm gets 250,000 shillings ($1,540) a year."), @"
    200,000 shillings -> 250,000 shillings (value)
    behind: $1,540 (same), now $1,930
    ");
    insta::assert_snapshot!(p("Each farm gets 200,000 shillings ($1,540) a year.", "Each farm gets 250,000 shillings ($1,930) a year."), @"
    200,000 shillings -> 250,000 shillings (value)
    $1,540 -> $1,930 (value)
    ");
    insta::assert_snapshot!(p("The bank lent $40 million, €30 million and £9 million.", "The bank lent $50 million, €30 million and £9 million."), @"$40 million -> $50 million (value)");
    insta::assert_snapshot!(p("The mill cut 340 jobs. The union called the end of 340 jobs a disaster. Its steam heats 340 homes.", "The mill cut 380 jobs. The union called the end of 340 jobs a disaster. Its steam heats 340 homes."), @"
    340 jobs -> 380 jobs (value)
    behind: 340 jobs (same), now 380 jobs
    ");
    insta::assert_snapshot!(p("The toll stands at 12. In February, 12 people were killed in a crash.", "The toll stands at 15. In February, 12 people were killed in a crash."), @"12 -> 15 (value)");
    insta::assert_snapshot!(p("The hall seats 900. Some 600 fans came.", "The hall seats 900. Some 700 fans came."), @"Some 600 fans -> Some 700 fans (value)");
    insta::assert_snapshot!(p("The lake covers 8 hectares. The park covers 8 hectares.", "The lake covers 9 hectares. The park covers 8 hectares."), @"8 hectares -> 9 hectares (value)");
    insta::assert_snapshot!(p("Rain fell for 3 days, and the river rose by 3 metres in 3 towns.", "Rain fell for 4 days, and the river rose by 3 metres in 3 towns."), @"3 days -> 4 days (value)");
    insta::assert_snapshot!(p("The firm has 4,350 staff. A year ago it had 4,350 staff too, the manager said.", "The firm has 4,530 staff. A year ago it had 4,350 staff too, the manager said."), @"4,350 staff -> 4,530 staff (value)");
}

#[test]
fn days_of_the_week() {
    insta::assert_snapshot!(p("The vote is on Friday, 3 May 2024.", "The vote is on Friday, 4 May 2024."), @"
    Friday, 3 May 2024 -> Friday, 4 May 2024 (date)
    behind: Friday, 4 May 2024 (weekday-mismatch), now Saturday, 4 May 2024
    ");
    insta::assert_snapshot!(p("The vote is on Friday, 3 May 2024.", "The vote is on Saturday, 4 May 2024."), @"Friday, 3 May 2024 -> Saturday, 4 May 2024 (date)");
}

#[test]
fn what_was_wrong_before_did_not_stay_behind() {
    insta::assert_snapshot!(p("Peru gave $4 million and Chile $3 million, for a total of $9 million.", "Peru gave $4 million and Chile $3.5 million, for a total of $9 million."), @"$3 million -> $3.5 million (value)");
    insta::assert_snapshot!(p("The mill employs 340 people.", "The mill employs 340 people. Peru gave $4 million and Chile $3 million, for a total of $9 million."), @"
    + $4 million
    + $3 million
    + a total of $9 million
    ");
}
