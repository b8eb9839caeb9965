//! How loosely figures are read: the one table of widths, each with its reason. A configuration can set them.

use rust_decimal::Decimal;

macro_rules! widths {
    ($($name:ident = $mantissa:literal e-$scale:literal, $reason:literal;)*) => {
        /// How loosely figures are read. Shares are parts of the figure itself, so 0.05 is 5 % of it.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Widths {
            $(#[doc = $reason] pub $name: Decimal,)*
        }

        impl Default for Widths {
            fn default() -> Self {
                Self { $($name: Decimal::from_parts($mantissa, 0, 0, false, $scale),)* }
            }
        }

        impl Widths {
            /// The names that a configuration can set.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];

            /// A width by its name.
            pub fn get(&self, name: &str) -> Option<Decimal> {
                match name {
                    $(stringify!($name) => Some(self.$name),)*
                    _ => None,
                }
            }

            /// Sets a width by its name; false where there is none of that name.
            pub fn set(&mut self, name: &str, value: Decimal) -> bool {
                match name {
                    $(stringify!($name) => self.$name = value,)*
                    _ => return false,
                }
                true
            }
        }
    };
}

widths! {
    round_soft = 5 e-2, "Most that a round whole number (from 100, ending in 0) is off without a second look: the 90th percentile of headline rounding.";
    round_hard = 10 e-2, "Most that a round whole number can be off: twice the 90th percentile.";
    precise_hard = 5 e-2, "A figure with decimals or a magnitude is at least this share loose when it was cut instead of rounded.";
    about_soft_most = 10 e-2, "\"About\" reaches half a round step, at most this share.";
    about_soft_least = 5 e-2, "\"About\" says that the figure is loose by at least this share.";
    about_hard_most = 25 e-2, "\"About\" never reaches further than this share, however round the figure.";
    about_hard_least = 10 e-2, "\"About\" can always mean this share.";
    nearly_soft = 90 e-2, "\"Nearly\" and \"almost\" begin here (Sadock: close below, never above).";
    just_under_soft = 95 e-2, "\"Just under\" begins here.";
    nearly_hard = 80 e-2, "Below this share nobody writes \"nearly\".";
    just_over_soft = 105 e-2, "\"Just over\" ends here.";
    just_over_hard = 115 e-2, "Above this share nobody writes \"just over\".";
    most_soft = 50 e-2, "\"Most of\" and \"the best part of\" begin at a half.";
    most_hard = 40 e-2, "Less than this is not \"most\" to anybody.";
    fraction_soft = 10 e-2, "\"Half\" is 45 to 55 %, \"a third\" 30 to 36.6 %: a tenth of itself.";
    fraction_hard = 20 e-2, "Twice that.";
}
