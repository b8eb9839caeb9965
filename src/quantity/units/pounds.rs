//! "Pounds": of money or of weight, by what stands around them.

use nom::Parser;
use nom::combinator::opt;
use rust_decimal::Decimal;

use super::compound::smaller;
use super::money::small_change;
use super::phrase::phrase;
use super::{Written, of};
use crate::quantity::Unit;
use crate::quantity::tail::Tail;
use crate::quantity::unit::{Currency, MeasureUnit};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, glued, punct};

/// Nouns that a sum in pounds stands before: "a 20-pound note".
const MONEY: &[&str] = &[
    "note",
    "notes",
    "coin",
    "coins",
    "fine",
    "fines",
    "bill",
    "prize",
    "deal",
    "salary",
    "bonus",
    "ticket",
    "tickets",
    "fee",
    "fees",
    "cheque",
    "budget",
    "loan",
    "contract",
    "debt",
    "cut",
    "cuts",
    "rise",
    "increase",
    "package",
    "bailout",
    "investment",
    "fund",
    "project",
    "scheme",
    "voucher",
    "bet",
    "bid",
    "offer",
    "a",
];

/// What pounds of money are pounds of, with an adjective before it or without: "3,000 pounds of unpaid tax".
const SUMS: &str = "money cash debt debts tax taxes taxpayer taxpayers savings funding funds aid income revenue revenues \
    spending damage damages losses loans credit compensation profit profits sales rent wages investment \
    investments fees fines grants donations assets equity capital bills budget arrears subsidies pensions";

/// What is weighed however much of it there is: "1.2 million pounds of frozen pork".
const GOODS: &str = "rice flour wheat corn maize grain barley oats sugar salt beans potatoes tomatoes vegetables fruit \
    apples grapes peanuts nuts produce food groceries meat beef pork chicken turkey poultry lamb sausage \
    sausages bacon fish seafood salmon tuna shrimp lobster crab cheese butter chocolate coffee tea honey \
    cocaine heroin marijuana cannabis fentanyl methamphetamine meth opium explosives dynamite tnt \
    ammunition ivory copper uranium lead steel iron aluminum aluminium lithium ore coal wood cotton wool \
    hay fertilizer fertiliser pesticides chemicals plastic paper clothing waste trash garbage rubbish \
    litter debris cargo freight luggage carbon co2 emissions pollution thrust force pressure fat muscle \
    snow ice";

/// Most words from "of" to what is weighed: "of fresh ground beef".
const LONGEST_GOODS: usize = 4;

/// Words behind pounds of weight.
const WEIGHT: &[&str] = &["heavier", "lighter", "overweight", "underweight"];

/// Verbs before pounds of weight, and before smaller numbers of them.
const WEIGHING: &[&str] = &["weigh", "Weigh", "heavi", "pack on "];
const LOSING: &[&str] = &["lose ", "lost ", "losing ", "gain ", "gained ", "gaining ", "drop ", "dropped ", "shed "];

/// Whom a few pounds before are the weight of.
const NEWBORN: &[&str] = &["baby", "babies", "infant", "newborn", "puppy", "kitten", "cub "];

/// What the pounds are of, where "of" follows with a noun of weight or of money before its phrase ends. The last one
/// says it: "4 pounds of flour tax" are money.
fn of_what(i: Tokens<'_>) -> Option<Pounds> {
    let word = |at: usize| i.get(at).filter(|t| t.kind == Kind::Word);
    let ends = Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY;
    word(0).filter(|t| i.text_of(*t) == "of")?;
    (1..=LONGEST_GOODS).map_while(word).take_while(|t| !i.entry(*t).class.intersects(ends)).fold(None, |found, t| {
        let is_in = |nouns: &str| nouns.split(' ').any(|noun| i.text_of(t).eq_ignore_ascii_case(noun));
        match () {
            () if is_in(GOODS) => Some(Pounds::Weight),
            () if is_in(SUMS) => Some(Pounds::Money),
            () => found,
        }
    })
}

/// What pounds are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pounds {
    Money,
    Weight,
}

/// "pounds", "-pound" without a nation. They are weight before "of" and goods; money where a million or a noun of money
/// stands by; weight in "a 30-pound dog", "pounds of it" and behind "weighed"; else money.
pub(super) fn pounds<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let (start, hyphen) = opt(glued(punct('-'))).parse(i)?;
    let (rest, token) = any_of(&["pound", "pounds"]).parse(start)?;
    // "Pound-feet" are no pounds.
    if let Ok((rest, torque)) = phrase(start) {
        return Ok((rest, of(Unit::Measure(torque))));
    }
    // "3 pounds 4 ounces".
    if let Ok(read) = smaller(i, written) {
        return Ok(read);
    }
    let next = rest.first().filter(|t| t.kind == Kind::Word);
    let next_is = |words: &[&str]| next.is_some_and(|t| words.iter().any(|w| i.text_of(t).eq_ignore_ascii_case(w)));
    let singular = i.text_of(token).len() == "pound".len();
    let adjective = singular
        && next
            .is_some_and(|t| hyphen.is_some() || !i.entry(t).class.intersects(Class::PREPOSITION | Class::CONJUNCTION));
    let before = written.before();
    let said = |words: &[&str]| words.iter().any(|word| before.contains(word));
    let below = |most: u32| written.value().is_none_or(|value| value < Decimal::from(most));
    let weight = if let Some(what) = of_what(rest) {
        what == Pounds::Weight
    } else if written.has_magnitude() || next_is(MONEY) || next_is(&["sterling"]) {
        false
    } else {
        adjective
            || next_is(WEIGHT)
            || next_is(&["of"]) && below(10_000)
            || said(WEIGHING)
            || below(400) && said(LOSING)
            || below(20) && said(NEWBORN)
    };
    let pound = MeasureUnit::from_symbol("lb").filter(|_| weight).map(Unit::Measure);
    let (rest, _) = opt(any_of(&["sterling"])).parse(rest)?;
    if let Some(pound) = pound {
        return Ok((rest, of(pound)));
    }
    let pence = written.value().and_then(|value| small_change(rest, Currency::GBP, value).ok());
    let (rest, number) = pence.map_or((rest, None), |(rest, number)| (rest, Some(number)));
    Ok((rest, Tail { number, ..of(Unit::Money(Currency::GBP)) }))
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn money_or_weight() {
        insta::assert_snapshot!(rows("a fine of 80 pounds, 3 million pounds of debt and a ten-pound note"), @"
        80 pounds = 80 none Money(Currency(2))
        3 million pounds = 3000000 none Money(Currency(2))
        ten-pound = 10 none Money(Currency(2))
        ");
        insta::assert_snapshot!(rows("a 30-pound dog ate four pounds of meat"), @"
        30-pound = 30 none Measure(MeasureUnit(22))
        four pounds = 4 none Measure(MeasureUnit(22))
        ");
        insta::assert_snapshot!(rows("Thousands of pounds of barley, 30,000 pounds of wild salmon, 3 million pounds of plastic waste"), @"
        Thousands of pounds = [2000, 9999] vague Measure(MeasureUnit(22))
        30,000 pounds = 30000 none Measure(MeasureUnit(22))
        3 million pounds = 3000000 none Measure(MeasureUnit(22))
        ");
        insta::assert_snapshot!(rows("60 pounds of unpaid rent, 7,000 pounds of council funding, 2 million pounds of steel subsidies"), @"
        60 pounds = 60 none Money(Currency(2))
        7,000 pounds = 7000 none Money(Currency(2))
        2 million pounds = 2000000 none Money(Currency(2))
        ");
        insta::assert_snapshot!(rows("The calf weighed about 70 pounds"), @"about 70 pounds = 70 about Measure(MeasureUnit(22))");
        insta::assert_snapshot!(rows("He has lost 18 pounds since"), @"18 pounds = 18 none Measure(MeasureUnit(22))");
    }
}
