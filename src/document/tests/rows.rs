//! What each format makes of a text, in rows: kind and text of each block.

use super::{kind, read};

fn shown(path: &str, source: &str) -> String {
    let document = read(path, source);
    let lines = document.blocks.iter().map(|block| {
        format!("{}{} {:?}", kind(&block.kind), if block.copy_of.is_some() { " again" } else { "" }, block.text)
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn html_is_read_as_it_is_seen() {
    let p = |source| shown("a.html", source);
    insta::assert_snapshot!(p("<p>At least <a href='x'>5,600 people</a> died<br>in <b>Lima</b>.<p>Next"), @r#"
    p "At least 5,600 people died\nin Lima."
    p "Next"
    "#);
    insta::assert_snapshot!(p("<title>12</title><style>p{}</style><nav>1</nav><h1>Ten &amp; two</h1><footer>2</footer><form>3<h2>x</h2></form>"), @r#"h1 "Ten & two""#);
    insta::assert_snapshot!(p("<ul><li>one<li>two<ol><li>three</ol>four</ul><blockquote><p>said</blockquote><figure><img alt=5><figcaption>Seen</figcaption></figure>rest"), @r#"
    li "one"
    li "two"
    li "three"
    li "four"
    quote "said"
    caption "Seen"
    p "rest"
    "#);
    insta::assert_snapshot!(p("12<sup>1</sup> km<sup>2</sup> gov&shy;ern CO<sub>2</sub> <code>x = 5</code> <del>6</del> 7&nbsp;%"), @r#"p "12¹ km² govern CO2 ￼  7\u{a0}%""#);
    insta::assert_snapshot!(p("<form>menu<article>Ten</article></form><h2></h2><div>eleven</div><svg/>twelve<!-- 13 --><script>14</script>"), @r#"
    p "Ten"
    p "eleven"
    p "twelve"
    "#);
    insta::assert_snapshot!(p("<p>!function(){\"use strict\";window.addEventListener(\"message\",(function(e){if(e){run(e)}}))}();</p><p>Ten"), @r#"p "Ten""#);
    insta::assert_snapshot!(p("<p>The same words stand here twice, with $5&nbsp;million.<p>The same words stand\nhere twice, with <b>$5 million</b>.<p>The same words stood here twice, with $5 million."), @r#"
    p "The same words stand here twice, with $5\u{a0}million."
    p again "The same words stand\nhere twice, with $5 million."
    p "The same words stood here twice, with $5 million."
    "#);
    insta::assert_snapshot!(p("<p>The same forty bytes stand in both of these.</p><p>Ten</p><p>The same forty bytes stand in both of these.</p><p>Ten</p>"), @r#"
    p "The same forty bytes stand in both of these."
    p "Ten"
    p again "The same forty bytes stand in both of these."
    p "Ten"
    "#);
}

#[test]
fn furniture_is_told_by_structure() {
    let p = |source| shown("a.html", source);
    insta::assert_snapshot!(p("<header><p>Since 1851</p></header><main><header><h1>Ten left</h1></header><p>Ten left.</p><aside>A box</aside></main><aside>Quake kills 84</aside>"), @r#"
    h1 "Ten left"
    p "Ten left."
    p "A box"
    "#);
    insta::assert_snapshot!(p("<header><p>Since 1851</p></header><p>Ten left.</p><aside>A box</aside>"), @r#"
    p "Since 1851"
    p "Ten left."
    p "A box"
    "#);
    insta::assert_snapshot!(p("<header><p>Since 1851</p><h1>Ten left</h1><p>In May</p></header><article>Ten left.</article>"), @r#"
    h1 "Ten left"
    p "In May"
    p "Ten left."
    "#);
    insta::assert_snapshot!(p("<ul><li><a href=1>Storm kills 77</a><li><a href=2>Fire kills 78</a><p>2 May</p><li><a href=3>79 left</a></ul><ul><li>31 died, <a href=x>he said</a><li>two left<li>three</ul>"), @r#"
    li "31 died, he said"
    li "two left"
    li "three"
    "#);
    insta::assert_snapshot!(p("<p><a href=1>One link</a><p><a href=2>Two links</a><p>Ten left in May, and twelve in June or in July.<p><a href=3>Three</a><p><a name=x>Four"), @r#"
    p "One link"
    p "Two links"
    p "Ten left in May, and twelve in June or in July."
    p "Three"
    p "Four"
    "#);
    insta::assert_snapshot!(p("<div role=Navigation>1<div>2</div></div><ol class='x Breadcrumbs'><li>3</ol><section hidden>4</section><div class='related-to-work'>five</div>"), @r#"p "five""#);
}

#[test]
fn templates_in_html_are_left_out() {
    let p = |source| shown("a.html", source);
    insta::assert_snapshot!(p("<p>Ten {{ n | plus: 12 }} left.</p>{% comment %}<p>Twelve.</p>{% endcomment %}<p>{% if x > 5 %}Six{% endif %} &amp; {not code}"), @r#"
    p "Ten ￼ left."
    p "￼Six￼ & {not code}"
    "#);
    insta::assert_snapshot!(shown("a.md", "Ten\n\n<div>\n{% highlight c %}\nint x = 12;\n{% endhighlight %}\n<b>two</b> {{< n 13 >}}left\n</div>\n"), @r#"
    p "Ten"
    p "two ￼left"
    "#);
}

#[test]
fn cells_know_what_heads_them() {
    let p = |source| shown("a.html", source);
    insta::assert_snapshot!(p("<table><caption>Dead</caption><thead><tr><th rowspan=2>Place<th colspan=2>2023<tr><th>Q1<th>Q2<tbody><tr><th>Lima<td>12<td>13</table>"), @r#"
    caption "Dead"
    cell 0,0,0 in Dead head "Place"
    cell 0,0,1 in Dead head "2023"
    cell 0,1,1 in Dead head "Q1"
    cell 0,1,2 in Dead head "Q2"
    cell 0,2,0 under Place in Dead head "Lima"
    cell 0,2,1 under 2023 Q1 of Lima in Dead "12"
    cell 0,2,2 under 2023 Q2 of Lima in Dead "13"
    "#);
    insta::assert_snapshot!(p("<table><tr><td>Place<td>Dead<tr><td rowspan=2>Lima<td>12<tr><td>13</table>"), @r#"
    cell 0,0,0 head "Place"
    cell 0,0,1 head "Dead"
    cell 0,1,0 under Place "Lima"
    cell 0,1,1 under Dead of Lima "12"
    cell 0,2,1 under Dead "13"
    "#);
    insta::assert_snapshot!(p("<table><tr><td>1<table><tr><th>A<th>B<tr><td>2<td>3</table>4<td>5</table>"), @r#"
    cell 0,0,0 "1"
    cell 1,0,0 head "A"
    cell 1,0,1 head "B"
    cell 1,1,0 under A "2"
    cell 1,1,1 under B of 2 "3"
    cell 0,0,0 "4"
    cell 0,0,1 of 1 "5"
    "#);
}

#[test]
fn plain_text_has_paragraphs_lines_and_lists() {
    let p = |source| shown("a.txt", source);
    insta::assert_snapshot!(p("TEN DIE IN LIMA\n\nTen people died when a bus left the\nroad near Lima, the police said on\nMonday.\n    Two more are missing after the night\nin the hills.\n"), @r#"
    h2 "TEN DIE IN LIMA"
    p "Ten people died when a bus left the\nroad near Lima, the police said on\nMonday."
    p "Two more are missing after the night\nin the hills."
    "#);
    insta::assert_snapshot!(p("Ten people died on Monday when a bus left the road near the capital, the police said in a statement that was read to reporters.\nWhere did it happen?\nThe road\nTwo more people are missing after a night in the hills, and the search goes on with dogs and thirty soldiers of the reserve.\r\n"), @r#"
    p "Ten people died on Monday when a bus left the road near the capital, the police said in a statement that was read to reporters."
    p "Where did it happen?"
    h2 "The road"
    p "Two more people are missing after a night in the hills, and the search goes on with dogs and thirty soldiers of the reserve."
    "#);
    insta::assert_snapshot!(p("1. Home\n  2. News\n\n- ten dead\n  in Lima\n* two hurt\n\u{2022} none missing\n\n-12 degrees\n\n2024. A year"), @r#"
    li "Home"
    li "News"
    li "ten dead\n  in Lima"
    li "two hurt"
    li "none missing"
    p "-12 degrees"
    p "2024. A year"
    "#);
    insta::assert_snapshot!(p("Ten people died, which the police <!-- figlint-disable-line -->\nconfirmed to reporters on the road\n<!-- figlint-enable -->\nbefore noon.\n"), @r#"p "Ten people died, which the police\nconfirmed to reporters on the road\nbefore noon.""#);
    insta::assert_snapshot!(p("\u{feff}Ten died."), @r#"p "Ten died.""#);
}

#[test]
fn lines_of_a_list_of_figures_are_no_headings() {
    insta::assert_snapshot!(shown("a.txt", "BUS FIRM LOSES\n\nSales 23.3 mln vs 44.8 mln\n    Revenue 13.6 mln vs 29.6 mln\n    Note: the loss of last year has the\nfire in it.\n"), @r#"
    p "BUS FIRM LOSES"
    p "Sales 23.3 mln vs 44.8 mln"
    p "Revenue 13.6 mln vs 29.6 mln"
    p "Note: the loss of last year has the\nfire in it."
    "#);
}
