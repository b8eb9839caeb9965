//! Days and periods as editors write them: "16 July 2024", "July 2024", "1 January to 31 March 2024". Machine formats
//! have ISO 8601 instead.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Period;

/// A day: "16 July 2024".
pub fn day_in_words(day: Date) -> String {
    format!("{} {}", day_and_month(day), day.year())
}

fn day_and_month(day: Date) -> String {
    format!("{} {}", day.day(), day.strftime("%B"))
}

impl Period {
    /// A day, a month or a year by its name, anything else by its ends: "2024", "July 2024", "3 to 7 May 2024",
    /// "since 5 March 2022". Empty where both ends are open.
    pub fn in_words(self) -> String {
        match (self.start, self.last_day()) {
            (Some(first), Some(last)) => closed(first, last),
            (Some(first), None) => format!("since {}", day_in_words(first)),
            (None, Some(last)) => format!("until {}", day_in_words(last)),
            (None, None) => String::new(),
        }
    }
}

fn closed(first: Date, last: Date) -> String {
    let whole_months = first.day() == 1 && last.checked_add(1.day()).is_ok_and(|next| next.day() == 1);
    let same_month = (first.year(), first.month()) == (last.year(), last.month());
    if first == last {
        day_in_words(first)
    } else if whole_months && first.month() == 1 && last.month() == 12 {
        if first.year() == last.year() {
            first.year().to_string()
        } else {
            format!("{} to {}", first.year(), last.year())
        }
    } else if whole_months && same_month {
        format!("{} {}", first.strftime("%B"), first.year())
    } else if same_month {
        format!("{} to {}", first.day(), day_in_words(last))
    } else if first.year() == last.year() {
        format!("{} to {}", day_and_month(first), day_in_words(last))
    } else {
        format!("{} to {}", day_in_words(first), day_in_words(last))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn periods_have_the_names_that_editors_give_them() {
        let p = |from: (i16, i8, i8), to: (i16, i8, i8)| closed(date(from.0, from.1, from.2), date(to.0, to.1, to.2));
        assert_eq!(p((2024, 7, 16), (2024, 7, 16)), "16 July 2024");
        assert_eq!(p((2024, 2, 1), (2024, 2, 29)), "February 2024");
        assert_eq!(p((2024, 1, 1), (2024, 12, 31)), "2024");
        assert_eq!(p((2019, 1, 1), (2023, 12, 31)), "2019 to 2023");
        assert_eq!(p((2024, 5, 3), (2024, 5, 7)), "3 to 7 May 2024");
        assert_eq!(p((2024, 1, 1), (2024, 3, 31)), "1 January to 31 March 2024");
        assert_eq!(p((2023, 12, 30), (2024, 1, 2)), "30 December 2023 to 2 January 2024");
        let open = |start: Option<Date>, end: Option<Date>| Period { start, end }.in_words();
        assert_eq!(open(Some(date(2022, 3, 5)), None), "since 5 March 2022");
        assert_eq!(open(None, Some(date(2022, 3, 5))), "until 4 March 2022");
        assert_eq!(open(None, None), "");
    }
}
