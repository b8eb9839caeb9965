//! The grammar of a whole quantity: what leads it, its currency, the number or range, its unit or counted noun.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::preceded;
use rust_decimal::Decimal;

use super::hedge::{Lead, lead, trailing};
use super::noun;
use super::number::{Plain, is_part_of_a_name, number, plain};
use super::unit::{CURRENCIES, Currency, MeasureUnit};
use super::{Change, Form, Hedge, Noun, Number, Quantity, Unit, Vague, VagueRow};
use crate::period::TimeUnit;
use crate::token::{
    Class, Grammar, Kind, Tokens, any_of, class, entry, followed_by, glued, not_followed_by, punct, word,
};

/// What led the number.
#[derive(Clone, Copy, Debug, Default)]
struct Led {
    hedge: Option<Hedge>,
    total: bool,
    another: bool,
    additional: bool,
}

/// What stood behind the number.
struct Tail {
    unit: Unit,
    noun: Option<Noun>,
    change: Option<Change>,
}

const NO_TAIL: Tail = Tail { unit: Unit::None, noun: None, change: None };

/// A quantity from its first leading word on: "at least 2,500 people", "a total of $21 million", "30-50%",
/// "between 20 and 30", "13-year", "600 more Kenyan police officers", "weeks".
///
/// Behind "from", "45 to 30" is no range but two figures.
pub(super) fn quantity(i: Tokens<'_>, after_from: bool) -> Grammar<'_, Quantity> {
    alt((|i| cardinal(i, after_from), ordinal_word)).parse(i)
}

/// "first elections", "third straight year": an ordinal in words with the noun it numbers.
fn ordinal_word(i: Tokens<'_>) -> Grammar<'_, Quantity> {
    let not_a_noun = Class::DETERMINER
        | Class::PREPOSITION
        | Class::CONJUNCTION
        | Class::SUBORDINATOR
        | Class::PRONOUN
        | Class::AUXILIARY
        | Class::VERB
        | Class::ADVERB
        | Class::ORDINAL
        | Class::CARDINAL
        | Class::REPORTING
        | Class::TIME_UNIT;
    let (rest, number) = entry(Class::ORDINAL).parse(i)?;
    let number_span = i.read_until(&rest);
    let noun = rest.first().filter(|t| {
        t.kind == Kind::Word && (!i.entry(*t).class.intersects(not_a_noun) || i.entry(*t).class.contains(Class::PERSON))
    });
    let token = noun.ok_or(nom::Err::Error(()))?;
    let value = Number::Value { value: Decimal::from(number.number), place: Decimal::ONE, form: Form::Whole };
    let rest = rest.skip(1);
    let noun = Noun { phrase: token.span(), head: token.span() };
    Ok((
        rest,
        Quantity {
            span: i.read_until(&rest),
            number_span,
            tokens: (0, 0),
            number: value,
            hedge: Hedge::None,
            unit: Unit::Ordinal,
            noun: Some(noun),
            change: None,
            total: false,
            additional: false,
        },
    ))
}

/// A quantity that counts or measures.
fn cardinal(i: Tokens<'_>, after_from: bool) -> Grammar<'_, Quantity> {
    let (after_lead, led) = leads(i);
    let (after_prefix, currency) = opt(currency_prefix).parse(after_lead)?;
    let hedge_inside = |i| opt(lead).parse(i);
    let (number_start, inner) = if currency.is_some() { (after_prefix, None) } else { hedge_inside(after_prefix)? };
    let led = with(led, inner);
    let (rest, number) = amount(number_start, currency.is_some(), led, after_from)?;
    let says_number = number_start.list()[..number_start.len() - rest.len()]
        .iter()
        .any(|t| i.text_of(*t) != "a" && i.text_of(*t) != "an");
    if is_part_of_a_name(rest) && !unit_is_glued(rest) {
        return Err(nom::Err::Error(()));
    }
    let number_span = number_start.read_until(&rest);
    let (rest, plus) = opt(glued(trailing)).parse(rest)?;
    let (rest, tail) = tail(rest, number, currency)?;
    // "weeks" and "nearly a year" have no number word: the unit stands for it.
    let number_span = if says_number { number_span } else { number_start.read_until(&rest) };
    let (rest, or_so) = opt(trailing).parse(rest)?;
    let hedge = match number {
        Number::Vague(_) => Hedge::Vague,
        Number::Range { .. } => Hedge::Between,
        _ => led.hedge.or(plus).or(or_so).unwrap_or(Hedge::None),
    };
    let change = tail.change.or(led.additional.then_some(Change::Increase));
    Ok((
        rest,
        Quantity {
            span: i.read_until(&rest),
            number_span,
            tokens: (0, 0),
            number,
            hedge,
            unit: tail.unit,
            noun: tail.noun,
            change,
            total: led.total,
            additional: led.another || led.additional,
        },
    ))
}

/// Every leading phrase: "at least an additional", "a total of nearly".
fn leads(i: Tokens<'_>) -> (Tokens<'_>, Led) {
    let (mut rest, mut led) = (i, Led::default());
    while let Ok((after, next)) = lead(rest) {
        led = with(led, Some(next));
        rest = after;
    }
    (rest, led)
}

fn with(mut led: Led, next: Option<Lead>) -> Led {
    match next {
        // "more than an estimated 500": the first hedge is the bound.
        Some(Lead::Hedge(hedge)) => led.hedge = led.hedge.or(Some(hedge)),
        Some(Lead::Total) => led.total = true,
        Some(Lead::Another) => led.another = true,
        Some(Lead::Additional) => led.additional = true,
        None => {}
    }
    led
}

/// "$", "US$", "€", "Rs", "USD" straight before the number; of two that fit, the longer one.
fn currency_prefix(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let first = i.first().ok_or(nom::Err::Error(()))?;
    let next = i.get(1).filter(|t| !t.spaced());
    let joined = next.map(|t| &i.block()[first.start as usize..t.end as usize]);
    let row_of = |symbol: &str| CURRENCIES.iter().position(|row| row.symbols.contains(&symbol));
    if let Some(row) = joined.and_then(row_of) {
        return Ok((i.skip(2), Currency(row as u8)));
    }
    let own = i.text_of(first);
    let followed_by_digits = i.get(1).is_some_and(|t| t.kind == Kind::Digits);
    match row_of(own) {
        Some(row) if first.kind == Kind::Punct || followed_by_digits => Ok((i.skip(1), Currency(row as u8))),
        _ => Err(nom::Err::Error(())),
    }
}

/// The number or range of a quantity. Lengths without a number ("weeks", "months-long", "year-long", "another year",
/// "the best part of a year") are read last.
fn amount(i: Tokens<'_>, money: bool, led: Led, after_from: bool) -> Grammar<'_, Number> {
    if !after_from && let Ok(read) = range(i) {
        return Ok(read);
    }
    if let Ok((rest, number)) = number(i) {
        let scaled = money.then(|| scaled_by_letter(rest, number)).flatten();
        return Ok(scaled.unwrap_or((rest, number)));
    }
    implied(i, led)
}

/// "$5 m": a lone letter is a magnitude only behind money.
fn scaled_by_letter(i: Tokens<'_>, number: Number) -> Option<(Tokens<'_>, Number)> {
    let mut letter = alt((value(6u32, word("m")), value(9, word("b")), value(3, word("k"))));
    let (rest, power) = letter.parse(i).ok()?;
    let factor = Decimal::from(10u64.pow(power));
    match number {
        Number::Value { value, place, form: Form::Whole | Form::Decimals } => {
            let (value, place) = (value.checked_mul(factor)?, place.checked_mul(factor)?);
            Some((rest, Number::Value { value, place, form: Form::Magnitude }))
        }
        _ => None,
    }
}

/// "30-50", "between 20 and 30", "10 to 12 million", "$10-12 million".
fn range(i: Tokens<'_>) -> Grammar<'_, Number> {
    let and = (word("between"), opt(currency_prefix), plain, opt(percent), word("and"), opt(currency_prefix), plain)
        .map(|(_, _, low, _, _, _, high)| (low, high, true));
    let dash = |i| {
        let glued_dash = glued(alt((punct('-'), punct('\u{2013}'))));
        alt((glued_dash.map(|_| ()), punct('\u{2013}').map(|_| ()), word("to").map(|_| ()))).parse(i)
    };
    let percents =
        (plain, percent, dash, plain, followed_by(percent)).map(|(low, (), (), high, ())| (low, high, false));
    let dashed = (plain, dash, opt(currency_prefix), plain).map(|(low, (), _, high)| (low, high, false));
    let (rest, (low, high, between)) = alt((and, percents, dashed)).parse(i)?;
    let low = shared_magnitude(low, high);
    if looks_like_a_phone_number(i.read_until(&rest).slice(i.block())) {
        return Err(nom::Err::Error(()));
    }
    if !between && low.value >= high.value || is_part_of_a_name(rest) && !unit_is_glued(rest) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Number::Range { low: low.value, high: high.value, place: low.place.max(high.place) }))
}

/// "555-1234": three digits and four.
fn looks_like_a_phone_number(written: &str) -> bool {
    let digits =
        |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit()) && !part.ends_with('0');
    written.split_once('-').is_some_and(|(low, high)| digits(low, 3) && digits(high, 4))
}

/// The magnitude of "$10-12 million" applies to both ends.
fn shared_magnitude(low: Plain, high: Plain) -> Plain {
    if low.form == Form::Magnitude || high.form != Form::Magnitude {
        return low;
    }
    let factor =
        [12u32, 9, 6, 3].into_iter().map(|power| Decimal::from(10u64.pow(power))).find(|factor| high.value >= *factor);
    match factor.and_then(|factor| Some((low.value.checked_mul(factor)?, low.place.checked_mul(factor)?))) {
        Some((value, place)) if value < high.value => Plain { value, place, form: Form::Magnitude },
        _ => low,
    }
}

/// Lengths of time that name no number: "weeks of", "months-long", "year-long", "another year", "nearly a decade".
fn implied(i: Tokens<'_>, led: Led) -> Grammar<'_, Number> {
    let one = Number::Value { value: Decimal::ONE, place: Decimal::ONE, form: Form::Whole };
    let unit = |i| entry(Class::TIME_UNIT).map(|e| e.class.contains(Class::PLURAL)).parse(i);
    let (_, (article, plural)) = (opt(any_of(&["a", "an", "the"])), unit).parse(i)?;
    let long = i.get(usize::from(article.is_some()) + 1).is_some_and(|t| t.is_punct('-') && !t.spaced())
        && i.get(usize::from(article.is_some()) + 2).is_some_and(|t| i.text_of(t) == "long");
    let rest = i.skip(usize::from(article.is_some()));
    if plural && article.is_none() && (led.hedge.is_none() || long) {
        return Ok((rest, Number::Vague(Vague { low: 2, high: None, row: VagueRow::Few })));
    }
    let hedged_article = article.is_some() && led.hedge.is_some();
    let another = led.another && article.is_none();
    if !plural && (hedged_article || another || long && article.is_none()) {
        return Ok((rest, one));
    }
    Err(nom::Err::Error(()))
}

/// Whether the glued token behind a number is a unit and not the rest of a name: "5km", "31st", "13-year", "90s".
fn unit_is_glued(i: Tokens<'_>) -> bool {
    let unit = alt((
        class(Class::UNIT | Class::TIME_UNIT | Class::PERCENT).map(|_| ()),
        any_of(&["st", "nd", "rd", "th", "m", "g", "t", "l", "s", "x", "pc", "bps"]).map(|_| ()),
        (punct('-'), glued(class(Class::UNIT | Class::TIME_UNIT | Class::CURRENCY | Class::PERCENT))).map(|_| ()),
    ));
    followed_by(unit).parse(i).is_ok()
}

/// Unit or noun behind a number; nothing is right too.
fn tail(i: Tokens<'_>, number: Number, currency: Option<Currency>) -> Grammar<'_, Tail> {
    if let Some(currency) = currency {
        let (rest, more) = opt(more_or_fewer).parse(i)?;
        let (rest, _) = opt(word_of_currency(currency)).parse(rest)?;
        return Ok((rest, Tail { unit: Unit::Money(currency), noun: None, change: more }));
    }
    let unit = |unit| Tail { unit, ..NO_TAIL };
    match number {
        Number::Multiple { .. } => return Ok((i, unit(Unit::Ratio))),
        Number::Share { .. } => return Ok(share_tail(i)),
        _ => {}
    }
    let simple = alt((
        percent_change,
        age.map(|()| unit(Unit::Age)),
        length_of_time.map(|time| unit(Unit::Duration(time))),
        money_words.map(|currency| unit(Unit::Money(currency))),
        measure.map(|measure| unit(Unit::Measure(measure))),
        ordinal,
    ));
    if let Ok(read) = { simple }.parse(i) {
        return Ok(read);
    }
    Ok(counted_tail(i, number))
}

/// What a share is a share of: "half the population", "half of whom", "one in ten Haitians".
fn share_tail(i: Tokens<'_>) -> (Tokens<'_>, Tail) {
    let lead_in = (opt(word("of")), opt(any_of(&["the", "its", "their", "all", "those", "these"])));
    let plain = Tail { unit: Unit::Ratio, ..NO_TAIL };
    if let Ok((rest, _)) = preceded(word("of"), any_of(&["whom", "them", "which", "that"])).parse(i) {
        return (rest, plain);
    }
    let direct = noun::counted(i);
    let led_in = { lead_in }.parse(i).ok().and_then(|(rest, _)| noun::counted(rest).or_else(|| whole(rest)));
    match direct.or(led_in) {
        Some((rest, noun)) => (rest, Tail { noun: Some(noun), ..plain }),
        None => (i, plain),
    }
}

/// A collective that shares are taken of: "the population", "the city".
fn whole(i: Tokens<'_>) -> Option<(Tokens<'_>, Noun)> {
    let token = i.first().filter(|t| {
        t.kind == Kind::Word
            && matches!(
                i.text_of(*t),
                "population" | "country" | "city" | "total" | "electorate" | "workforce" | "force" | "budget"
            )
    })?;
    Some((i.skip(1), Noun { phrase: token.span(), head: token.span() }))
}

/// The counted noun, with "more", "fewer" and "of" before it.
fn counted_tail(i: Tokens<'_>, number: Number) -> (Tokens<'_>, Tail) {
    if let Ok((rest, noun)) = hyphened_noun(i) {
        return (rest, Tail { unit: class_of_head(i, noun), noun: Some(noun), change: None });
    }
    let vague = matches!(number, Number::Vague(_));
    let (after_more, change) = opt(more_or_fewer).parse(i).unwrap_or((i, None));
    let of = preceded(word("of"), opt(any_of(&["the", "other"])));
    let before_noun = if vague { { of }.parse(after_more).map_or(after_more, |(rest, _)| rest) } else { after_more };
    let one = matches!(number, Number::Value { value, .. } if value == Decimal::ONE);
    let found = if one { noun::single(before_noun) } else { noun::counted(before_noun) };
    match found {
        Some((rest, noun)) => (rest, Tail { unit: class_of_head(i, noun), noun: Some(noun), change }),
        // "dozens more" counts no change; "215,000 more" does.
        None => (after_more, Tail { change: change.filter(|_| !vague), ..NO_TAIL }),
    }
}

/// People or other things, by the head of the noun phrase.
fn class_of_head(i: Tokens<'_>, noun: Noun) -> Unit {
    let head = i.list().iter().find(|t| t.span() == noun.head);
    match head {
        Some(token) if i.entry(*token).class.contains(Class::PERSON) => Unit::Person,
        _ => Unit::Thing,
    }
}

/// "10-member", "13-nation", "five-storey": the noun in the singular behind a hyphen.
fn hyphened_noun(i: Tokens<'_>) -> Grammar<'_, Noun> {
    let things = any_of(&[
        "nation", "country", "state", "party", "seat", "point", "storey", "story", "room", "bed", "bedroom", "page",
        "game", "member", "vehicle", "car", "judge",
    ]);
    let noun = alt((class(Class::PERSON), things));
    preceded(glued(punct('-')), glued(noun)).map(|token| Noun { phrase: token.span(), head: token.span() }).parse(i)
}

/// "more", "additional", "extra": a rise; "fewer", "less": a fall. Not before "than" with a number ("more than 12").
fn more_or_fewer(i: Tokens<'_>) -> Grammar<'_, Change> {
    alt((
        value(Change::Increase, any_of(&["more", "additional", "extra", "further"])),
        value(Change::Decrease, any_of(&["fewer", "less"])),
    ))
    .parse(i)
}

/// "%", "percent", "per cent", "percentage points", "53% more", "20% higher".
fn percent_change(i: Tokens<'_>) -> Grammar<'_, Tail> {
    let points = alt((
        value(Unit::PercentagePoint, (class(Class::PERCENT), any_of(&["point", "points"]))),
        value(
            Unit::PercentagePoint,
            (opt(glued(punct('-'))), word("percentage"), opt(glued(punct('-'))), any_of(&["point", "points"])),
        ),
        value(Unit::Percent, percent),
    ));
    let change = opt(alt((
        value(Change::Increase, any_of(&["more", "higher", "larger", "bigger", "increase", "rise", "up"])),
        value(Change::Decrease, any_of(&["less", "fewer", "lower", "smaller", "decrease", "drop", "down"])),
    )));
    (points, change).map(|(unit, change)| Tail { unit, noun: None, change }).parse(i)
}

/// "%", "percent", "per cent", "pct", "-percent".
fn percent(i: Tokens<'_>) -> Grammar<'_, ()> {
    let sign = punct('%').map(|_| ());
    let one_word = (opt(glued(punct('-'))), any_of(&["percent", "pct", "pc"])).map(|_| ());
    let two_words = (word("per"), word("cent")).map(|_| ());
    alt((sign, one_word, two_words)).parse(i)
}

/// "years old", "-year-old".
fn age(i: Tokens<'_>) -> Grammar<'_, ()> {
    let hyphened =
        (glued(punct('-')), class(Class::TIME_UNIT), glued(punct('-')), glued(any_of(&["old", "olds"]))).map(|_| ());
    let spelt = (class(Class::TIME_UNIT), word("old")).map(|_| ());
    let of_age = (class(Class::TIME_UNIT), word("of"), word("age")).map(|_| ());
    alt((hyphened, spelt, of_age)).parse(i)
}

/// "years", "-year", "months-long", "-day-long": the unit of a length of time.
fn length_of_time(i: Tokens<'_>) -> Grammar<'_, TimeUnit> {
    let more = alt((
        any_of(&["more", "additional", "extra", "full", "whole", "consecutive", "straight"]).map(|_| ()),
        glued(punct('-')).map(|_| ()),
    ));
    let (rest, (_, unit)) = (opt(more), entry(Class::TIME_UNIT)).parse(i)?;
    // "10 second graders", "quarter" as a fraction, and "3 second-hand" are no lengths.
    not_followed_by(alt((
        glued(punct('-')).and(any_of(&["hand", "class", "old"])).map(|_| ()),
        any_of(&["graders"]).map(|_| ()),
    )))
    .parse(rest)?;
    let (rest, _) = opt((glued(punct('-')), glued(any_of(&["long", "plus"])))).parse(rest)?;
    TimeUnit::from_lexicon(unit.time).map_or(Err(nom::Err::Error(())), |unit| Ok((rest, unit)))
}

/// "dollars", "US dollars", "euros" behind the number.
fn money_words(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let nation = any_of(&["US", "U.S.", "American", "Canadian", "Australian", "Hong"]);
    let (rest, (_, e)) = (opt(nation), entry(Class::CURRENCY)).parse(i)?;
    let token = rest.first();
    // "10 pound notes", "five real reasons", "200 won seats": words that are also something else need to end the phrase.
    let last = i.list()[..i.len() - rest.len()].last().copied();
    let ambiguous = last.is_some_and(|t| {
        matches!(
            i.text_of(t),
            "real" | "won" | "try" | "mark" | "marks" | "rand" | "rub" | "cad" | "sh" | "pound" | "pounds"
        )
    });
    if ambiguous
        && !last.is_some_and(|t| matches!(i.text_of(t), "pounds" | "marks"))
        && token.is_some_and(|t| {
            t.kind == Kind::Word && !i.entry(t).class.intersects(Class::PREPOSITION | Class::CONJUNCTION)
        })
    {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Currency((e.number - 1) as u8)))
}

/// The word of a currency that its sign has said already: "$5 million dollars" and "US$ 5 dollars".
fn word_of_currency(currency: Currency) -> impl Fn(Tokens<'_>) -> Grammar<'_, ()> {
    move |i| match entry(Class::CURRENCY).parse(i) {
        Ok((rest, e)) if e.number == u32::from(currency.0) + 1 => Ok((rest, ())),
        _ => Err(nom::Err::Error(())),
    }
}

/// "km", "square miles", "-foot", "°C", "degrees Celsius", and the letters that are units only behind digits.
fn measure(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let symbol = |symbol: &'static str| {
        move |i| MeasureUnit::from_symbol(symbol).map_or(Err(nom::Err::Error(())), |unit| Ok((i, unit)))
    };
    let squares = alt((
        (
            any_of(&["square", "sq"]),
            opt(glued(punct('.'))),
            any_of(&["km", "kilometres", "kilometers", "kilometre", "kilometer"]),
        )
            .and_then_symbol("km2"),
        (any_of(&["square", "sq"]), opt(glued(punct('.'))), any_of(&["miles", "mile", "mi"])).and_then_symbol("mi2"),
        (any_of(&["square", "sq"]), opt(glued(punct('.'))), any_of(&["metres", "meters", "metre", "meter", "m"]))
            .and_then_symbol("m2"),
        (any_of(&["square", "sq"]), opt(glued(punct('.'))), any_of(&["feet", "foot", "ft"])).and_then_symbol("ft2"),
    ));
    let speeds = alt((
        (
            any_of(&["km", "kilometres", "kilometers"]),
            alt((punct('/').map(|_| ()), any_of(&["per", "an"]).map(|_| ()))),
            any_of(&["h", "hr", "hour"]),
        )
            .and_then_symbol("km/h"),
        (any_of(&["miles"]), any_of(&["per", "an"]), any_of(&["hour"])).and_then_symbol("mph"),
    ));
    let degrees = alt((
        (
            alt((punct('°').map(|_| ()), any_of(&["degrees", "degree"]).map(|_| ()))),
            any_of(&["C", "Celsius", "centigrade"]),
        )
            .and_then_symbol("degC"),
        (alt((punct('°').map(|_| ()), any_of(&["degrees", "degree"]).map(|_| ()))), any_of(&["F", "Fahrenheit"]))
            .and_then_symbol("degF"),
    ));
    let letters = alt((
        (glued(word("m")), symbol("m")).map(|(_, unit)| unit),
        (glued(word("g")), symbol("g")).map(|(_, unit)| unit),
        (glued(word("t")), symbol("t")).map(|(_, unit)| unit),
    ));
    let words = preceded(opt(glued(punct('-'))), entry(Class::UNIT)).map(|e| MeasureUnit((e.number - 1) as u8));
    alt((squares, speeds, degrees, words, letters)).parse(i)
}

/// Reads a sequence and gives a unit of the table.
trait SymbolOf<'a>: Sized {
    fn and_then_symbol(self, symbol: &'static str) -> impl Parser<Tokens<'a>, Output = MeasureUnit, Error = ()>;
}

impl<'a, P: Parser<Tokens<'a>, Error = ()>> SymbolOf<'a> for P {
    fn and_then_symbol(self, symbol: &'static str) -> impl Parser<Tokens<'a>, Output = MeasureUnit, Error = ()> {
        nom::combinator::map_opt(self, move |_| MeasureUnit::from_symbol(symbol))
    }
}

/// "31st", "19th": glued ordinal endings, with the noun they number.
fn ordinal(i: Tokens<'_>) -> Grammar<'_, Tail> {
    let (rest, _) = glued(any_of(&["st", "nd", "rd", "th"])).parse(i)?;
    let noun =
        rest.first().filter(|t| t.kind == Kind::Word && t.spaced()).map(|t| Noun { phrase: t.span(), head: t.span() });
    Ok((rest, Tail { unit: Unit::Ordinal, noun, change: None }))
}
