//! Sentences for the measures of money.

use super::Row;

pub(super) const MONEY: &[Row] = &[
    (
        "revenue",
        &[
            "Revenue rose to $3.1 billion.",
            "The chain had sales of £640 million.",
            "The retailer turned over £88 million.",
        ],
        &["The sales tax brings in 40 officials."],
    ),
    (
        "profit",
        &["It made a profit of $40 million.", "Net income fell to €12 million."],
        &["The nonprofit received $40 million."],
    ),
    ("loss", &["The airline posted a loss of $210 million.", "The bank lost £9 million."], &["She lost 12 kilos."]),
    (
        "budget",
        &["The city has a budget of $2.4 billion.", "Parliament passed an annual budget of €80 billion."],
        &["The budget airline paid $4 million."],
    ),
    (
        "budget_deficit",
        &[
            "The budget deficit widened to $9 billion.",
            "Peru had a fiscal deficit of 2.8% of GDP.",
            "The treasury ran a deficit of 3.1% of GDP.",
        ],
        &["The attention deficit affects 4% of pupils."],
    ),
    (
        "trade_deficit",
        &["The trade deficit narrowed to $61 billion.", "Chile had a current account deficit of $8 billion."],
        &["The trade fair drew $6 million."],
    ),
    (
        "trade_surplus",
        &["The trade surplus grew to $70 billion.", "Norway had a current account surplus of $40 billion."],
        &["Surplus stock worth $4 million was sold."],
    ),
    ("price_change", &["Prices rose 3.4% in May.", "Rents fell by 2%."], &["The price was $4."]),
    (
        "price",
        &["The flat sold for £310,000.", "Bread was priced at $4.", "The house changed hands for £1.1 million."],
        &["The price index rose 3%."],
    ),
    (
        "debt",
        &["The town has debts of $70 million.", "The club owes €12 million."],
        &["Debt relief reached 40 countries."],
    ),
    (
        "assets",
        &["The fund has assets of $5 billion.", "Her net worth is £30 million."],
        &["The agents were assets of 2 states."],
    ),
    (
        "dividend",
        &["It will pay a dividend of $2.", "The dividend rose to 45 cents."],
        &["The peace dividend was $2 billion."],
    ),
    (
        "salary",
        &["The average salary is $48,000.", "The minimum wage rose to £11.", "Average pay climbed to $52,000."],
        &["Income tax raised $48 billion."],
    ),
    (
        "takeover",
        &["The firm was bought for $900 million.", "It made a takeover bid of £2 billion."],
        &["She was bought a coffee for the merger of 2 clubs."],
    ),
    ("inflation", &["Inflation slowed to 3.4%.", "Consumer prices rose by 4.1%."], &["The prices of 4 books rose."]),
    (
        "unemployment",
        &["Unemployment fell to 5.2%.", "The jobless rate was 6%."],
        &["Unemployment benefits rose by 5%."],
    ),
    (
        "unemployed",
        &["Some 410,000 people are unemployed.", "About 90,000 people were out of work."],
        &["Unemployment insurance covers 9 million people."],
    ),
    ("jobs", &["The plant will create 800 jobs.", "The bank cut 1,200 posts."], &["Steve Jobs gave 3 speeches."]),
    (
        "employees",
        &["The factory employs 640 people.", "It has a workforce of 3,100."],
        &["Some 40 self-employed people came."],
    ),
    (
        "laid_off",
        &[
            "The airline laid off 500 people.",
            "Some 300 workers were made redundant.",
            "Some 3,200 workers will lose their jobs.",
        ],
        &["The judge dismissed 3 charges."],
    ),
    (
        "growth",
        &["The economy grew 2.4%.", "Growth slowed to 1.1%.", "The economy is expected to shrink 0.4% this year."],
        &["Population growth was 2%."],
    ),
    (
        "gdp",
        &["The country has a GDP of $90 billion.", "Gross domestic product reached €410 billion."],
        &["Debt rose to 90% of GDP."],
    ),
    (
        "interest_rate",
        &[
            "The bank raised its interest rate to 5.25%.",
            "The base rate stands at 4%.",
            "The central bank held rates at 4.5%.",
        ],
        &["The rate of interest in the 4 clubs was low."],
    ),
    (
        "stake",
        &["The fund bought a 12% stake.", "She owns 30% of the company.", "The investor holds 35% of the airline."],
        &["With 40% of the votes at stake, nobody slept."],
    ),
    (
        "exchange-rate",
        &["The exchange rate was $1.27.", "Sterling traded at $1.31 against the dollar."],
        &["The exchange of 12 prisoners took place."],
    ),
    (
        "exports",
        &["Exports rose 4% to $2 billion.", "The country exported $90 million of tea."],
        &["The export ban has lasted 3 weeks."],
    ),
    ("imports", &["Imports fell 2% in May.", "Imports of fuel came to $40 million."], &["The import duty is 12%."]),
    (
        "remittances",
        &["Remittances came to $3 billion.", "Workers sent remittances of $400 million."],
        &["She remitted the case to 2 judges."],
    ),
    (
        "investment",
        &["The firm invested €50 million.", "Foreign direct investment rose 9%."],
        &["The investiture drew 400 guests."],
    ),
    ("retail_sales", &["Retail sales rose 0.4% in May.", "Retail spending fell 1%."], &["The shop sold 40 lamps."]),
    (
        "output",
        &["Industrial production fell 0.6%.", "Factory output grew 2% in March."],
        &["The poet has an output of 3 books."],
    ),
    ("wage_growth", &["Wages grew 4% in a year.", "Regular pay rose 3.1% in May."], &["The wage is $12."]),
];
