//! Which title, place and date a text gets, and which dates are said to stand in it.

use jiff::civil::Date;

use crate::document::{Configured, Document, Given};

fn shown(path: &str, source: &str, given: &Given) -> String {
    let metadata = Document::read(path, source, given).metadata;
    let stated = metadata.stated_dates.iter().map(|s| format!("{:?} {} {:?}", s.origin, s.date, s.span.slice(source)));
    let none = || "-".to_owned();
    let date = metadata.date.map_or_else(none, |date| date.to_string());
    let settled = format!("{} | {} | {date}", metadata.title.unwrap_or_else(none), metadata.place.unwrap_or_else(none));
    [settled].into_iter().chain(stated).collect::<Vec<_>>().join("\n")
}

#[test]
fn html_says_when_it_was_published() {
    let p = |source| shown("a.html", source, &Given::default());
    insta::assert_snapshot!(p("<title>Ten dead - The Post</title><meta property='article:published_time' content='2024-03-02T10:00Z'><h1>Ten dead</h1>"), @r#"
    Ten dead | - | 2024-03-02
    Meta 2024-03-02 "2024-03-02"
    "#);
    insta::assert_snapshot!(p("<meta property=og:title content='Ten &amp; two'><script type='application/ld+json'>{\"author\":{\"datePublished\":\"2020-01-01\"},\"datePublished\":\"2024-03-02\"}</script>"), @r#"
    Ten & two | - | 2024-03-02
    JsonLd 2024-03-02 "2024-03-02"
    "#);
    insta::assert_snapshot!(p("<title>The Post</title><script type='application/ld+json'>{\"@graph\":[{\"headline\":\"Ten \\u0026 two\",\"comment\":{\"headline\":\"Nine\"},\"datePublished\":\"2024-03-02T08:00Z\"}]}</script>"), @r#"
    Ten & two | - | 2024-03-02
    JsonLd 2024-03-02 "2024-03-02"
    "#);
    insta::assert_snapshot!(p("<article><h1>Ten</h1><p>1 March 2024</p></article><link rel=canonical href='https://x.org/2024/03/02/ten'><link rel=canonical href='https://x.org/2024/03/02/ten'>"), @r#"
    Ten | - | 2024-03-02
    Dateline 2024-03-01 "1 March 2024"
    CanonicalLink 2024-03-02 "2024/03/02"
    "#);
    insta::assert_snapshot!(p("<h1>Ten</h1><time datetime='2024-03-02'>Saturday</time><p>Ten <time datetime='2020-01-01'>then</time>"), @r#"
    Ten | - | 2024-03-02
    Meta 2024-03-02 "2024-03-02"
    "#);
    insta::assert_snapshot!(p("<link rel=canonical href='https://x.org/2024/03/ten'>"), @"- | - | -");
}

#[test]
fn plain_text_has_a_headline_and_a_dateline() {
    let p = |source| shown("a.txt", source, &Given::default());
    insta::assert_snapshot!(p("News\n\nBus crash kills ten in the hills of Lima\n\nBy Ana Ruiz\n\nPublished: 2 March 2024\n\nLIMA, March 1 (Agency) - Ten people died when a bus left the road, the police said.\n"), @r#"
    Bus crash kills ten in the hills of Lima | LIMA | 2024-03-02
    Dateline 2024-03-02 "2 March 2024"
    Dateline 2024-03-01 "March 1"
    "#);
    insta::assert_snapshot!(p("Ten people died on Monday when a bus left the road near Lima, the police said.\n\nA line\n"), @"- | - | -");
    assert!(p("BUS FIRM TO BE LARGEST IN U.S.\n\nSales 23.3 mln\n").starts_with("BUS FIRM TO BE LARGEST IN U.S. |"));
    assert!(
        p("Sea change\n\nSales were up 23.3 mln dollars in the year, the firm said on Monday.\n")
            .starts_with("Sea change |")
    );
    insta::assert_snapshot!(p("LIMA, March 1 (Agency) - Ten people died when a bus left the road, the police said.\n"), @"- | LIMA | -");
}

#[test]
fn what_is_given_takes_its_place_in_the_order() {
    let date = |day| Some(Date::constant(2024, 5, day));
    let configured =
        Configured { date: date(2), title: Some("Configured".to_owned()), place: Some("Lima".to_owned()), money: None };
    let given = Given { date: None, configured };
    insta::assert_snapshot!(shown("2024-01-01-a.md", "---\ntitle: Ten\ndate: 2024-03-02\nplace: Quito\n---\n", &given), @r#"
    Ten | Quito | 2024-03-02
    FrontMatter 2024-03-02 "2024-03-02"
    "#);
    insta::assert_snapshot!(shown("a.txt", "1 March 2024\n\nTen people died when a bus left the road near Lima, the police said.", &given), @r#"
    Configured | Lima | 2024-05-02
    Dateline 2024-03-01 "1 March 2024"
    "#);
    let given = Given { date: date(1), ..given };
    insta::assert_snapshot!(shown("a.md", "---\ntitle: Ten\ndate: 2024-03-02\n---\n", &given), @r#"
    Ten | Lima | 2024-05-01
    FrontMatter 2024-03-02 "2024-03-02"
    "#);
    insta::assert_snapshot!(shown("x/2024-01-01-a.md", "# Ten\n", &Given::default()), @"Ten | - | 2024-01-01");
}
