//! Rows: the old text, the new one, and what comes out.

use super::*;

#[test]
fn numbers_and_what_stands_around_them() {
    insta::assert_snapshot!(p("The blaze killed 12 people.", "The blaze killed 14 people."), @"12 people -> 14 people (value)");
    insta::assert_snapshot!(p("Twelve people were killed in Leeds.", "12 people were killed in Leeds."), @"");
    insta::assert_snapshot!(p("The firm paid $5 million.", "The firm paid $5m."), @"");
    insta::assert_snapshot!(p("Half of the voters stayed at home.", "50% of the voters stayed at home."), @"");
    insta::assert_snapshot!(p("The dam holds 1200000 litres.", "The dam holds 1.2 million litres."), @"");
    insta::assert_snapshot!(p("About 40 villages have no power.", "40 villages have no power."), @"About 40 villages -> 40 villages (hedge)");
    insta::assert_snapshot!(p("More than 40 villages have no power.", "At least 40 villages have no power."), @"More than 40 villages -> At least 40 villages (hedge)");
    insta::assert_snapshot!(p("The council spent £4.2 million on roads.", "The council spent €4.2 million on roads."), @"£4.2 million -> €4.2 million (unit)");
    insta::assert_snapshot!(p("The pipe is 3 miles long.", "The pipe is 4.83 km long."), @"3 miles -> 4.83 km (unit)");
    insta::assert_snapshot!(p("The city has 1,234,567 inhabitants.", "The city has 1.2 million inhabitants."), @"1,234,567 inhabitants -> 1.2 million inhabitants (precision)");
    insta::assert_snapshot!(p("Between 30 and 50 houses burned down.", "Between 30 and 60 houses burned down."), @"Between 30 and 50 houses -> Between 30 and 60 houses (value)");
    insta::assert_snapshot!(p("The flood damaged 30 houses.", "The flood damaged 30 schools."), @"30 houses -> 30 schools (counted)");
    insta::assert_snapshot!(p("In all, 9 hikers were injured.", "In all, 9 hikers were killed."), @"9 hikers -> 9 hikers (measure)");
}

#[test]
fn dates_sources_and_plans() {
    insta::assert_snapshot!(p("The vote is on 3 May 2024.", "The vote is on 4 May 2024."), @"3 May 2024 -> 4 May 2024 (date)");
    insta::assert_snapshot!(p("The vote is on 3 May 2024.", "The vote is on May 3, 2024."), @"");
    insta::assert_snapshot!(p("The bridge opened in 1987.", "The bridge opened in 1978."), @"1987 -> 1978 (date)");
    insta::assert_snapshot!(p("The fire killed 30 sheep, the police said.", "The fire killed 30 sheep, the mayor said."), @"30 sheep -> 30 sheep (attribution)");
    insta::assert_snapshot!(p("The ministry plans to build 300 schools.", "The ministry has built 300 schools."), @"300 schools -> 300 schools (modality)");
    insta::assert_snapshot!(p("The flood cost £3 million.", "The flood cost £3 million, the council said."), @"");
}

#[test]
fn what_moved_is_no_change() {
    insta::assert_snapshot!(p("The mill employs 340 people. It opened in 1987.\n\nThe river rose by 4 metres.", "The river rose by 4 metres.\n\nIt opened in 1987. The mill employs 340 people."), @"");
    insta::assert_snapshot!(p("The mill employs 340 people.\n\nThe river rose by 4 metres.\n\nSome 60 houses burned down.", "Some 60 houses burned down.\n\nThe mill employs 350 people.\n\nThe river rose by 4 metres."), @"340 people -> 350 people (value)");
    insta::assert_snapshot!(p("The storm felled 80 trees and closed 6 roads.", "The storm felled 80 trees. It closed 6 roads."), @"");
    insta::assert_snapshot!(p("Some **60 houses** burned down in *Leeds*.", "Some 60 houses\nburned down in Leeds."), @"");
    insta::assert_snapshot!(p("- 3 hens\n- 40 geese", "- 40 geese\n- 3 hens"), @"");
    insta::assert_snapshot!(p("A lorry hit a bus in Leeds on Friday, and 4 people died.", "On Friday, five people lost their lives in a crash of a bus and a lorry in Leeds."), @"4 people -> five people (value)");
}

#[test]
fn what_appears_and_vanishes() {
    insta::assert_snapshot!(p("The mill employs 340 people.", "The mill employs 340 people. It paid £2 million in tax."), @"+ £2 million");
    insta::assert_snapshot!(p("The fair drew 900 visitors and 40 stalls, and 12 police officers kept watch.", "The fair drew 900 visitors, and 12 police officers kept watch."), @"- 40 stalls");
    insta::assert_snapshot!(p("", "The fair drew 900 visitors."), @"+ 900 visitors");
    insta::assert_snapshot!(p("The council met. The bus costs £2.", "The harbour froze. Some 70 ships wait."), @"
    - £2
    + Some 70 ships
    ");
}
