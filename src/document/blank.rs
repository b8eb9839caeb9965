//! Markdown holds other languages: components of MDX, expressions of template languages, lists of attributes,
//! mathematics. They are blanked out byte by byte before the text is read as Markdown, so that every position stays as
//! it is, and so that a quotation mark or bracket in them means nothing.

use std::ops::Range;

use super::reading::{Reading, prefix};
use super::{attributes, mdx, template};

/// Stands for a byte of code that leaves nothing behind. It is no white space, so that no line seems to be indented.
const GONE: u8 = 0x1f;
/// Stands for a byte of code that leaves one sign behind, so that the words around it do not join.
const SIGN: u8 = 0x1e;
/// What is longer is no code, but a brace that was never closed.
pub(super) const LONGEST: usize = 4000;

/// A stretch of code, from a byte that the caller knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Code {
    /// The byte after it.
    pub(super) end: usize,
    /// Whether readers see something in its place.
    pub(super) seen: bool,
}

impl Code {
    pub(super) fn seen(end: usize) -> Self {
        Self { end, seen: true }
    }

    pub(super) fn unseen(end: usize) -> Self {
        Self { end, seen: false }
    }
}

/// The text with the code from `start` on blanked out; `None` for Markdown that holds none.
pub(super) fn out(source: &str, start: usize, mdx: bool) -> Option<String> {
    if !mdx && !may_hold_code(source, start) {
        return None;
    }
    let bytes = source.as_bytes();
    let mut text = String::with_capacity(source.len());
    let mut expressions = mdx::Expressions::new(start);
    let mut bodies = template::Bodies::default();
    let mut fence: Option<Fence> = None;
    let (mut at, mut from) = (0, start);
    while from < bytes.len() {
        let line_start = from == start || bytes[from - 1] == b'\n';
        // Code spans and fenced blocks show code to readers, and Markdown leaves them out itself.
        if line_start && let Some(line) = Fence::read(&source[from..line_end(bytes, from)]) {
            fence = match fence {
                None => Some(line),
                Some(open) => (!open.is_closed_by(line)).then_some(open),
            };
            from = line_end(bytes, from);
            continue;
        }
        if fence.is_some() {
            from = line_end(bytes, from);
            continue;
        }
        let code = match bytes[from] {
            b'i' | b'e' if mdx && line_start => mdx::module_end(source, start, from).map(Code::seen),
            b'{' if mdx => expressions.code(source, start, from),
            b'<' if mdx => mdx::tag_end(bytes, from).map(Code::seen),
            b'{' => bodies.code(source, from).or_else(|| attributes::list_end(source, from).map(Code::unseen)),
            b':' if line_start => attributes::division_end(source, from).map(Code::unseen),
            b'*' if line_start => attributes::abbreviation_end(source, from).map(Code::unseen),
            b'$' => attributes::formula_end(source, from).map(Code::seen),
            b'`' => {
                from = span_end(source, from);
                continue;
            }
            _ => None,
        };
        if let Some(code) = code {
            text.push_str(&source[at..from]);
            blank(source, from..code.end, code.seen, &mut text);
            (at, from) = (code.end, code.end);
        } else {
            from += 1;
        }
    }
    text.push_str(&source[at..]);
    Some(text)
}

/// Whether a text has one of the beginnings of code in it; most have none, and are not looked at byte by byte.
fn may_hold_code(source: &str, start: usize) -> bool {
    let text = &source.as_bytes()[start..];
    let has = |mark: &str| memchr::memmem::find(text, mark.as_bytes()).is_some();
    let mut dollars = memchr::memchr_iter(b'$', text);
    memchr::memchr(b'{', text).is_some()
        || has(":::")
        || has("*[")
        || dollars.any(|at| attributes::formula_end(source, start + at).is_some())
}

/// Takes note of the comments among what was blanked out: they may be instructions.
pub(super) fn comments(reading: &mut Reading<'_>, blanked: &str, start: usize) {
    let source = reading.source;
    for open in memchr::memmem::find_iter(&source.as_bytes()[start..], "{/*").map(|at| start + at) {
        let gone = blanked.as_bytes()[open] != b'{';
        let end = source[open..].find("*/}").map(|len| open + len + 3).filter(|end| end - open <= LONGEST);
        if let Some(end) = end.filter(|_| gone) {
            reading.comment(open, end);
        }
    }
}

/// The stretches of a text that was blanked out: what is left of it, and the code that readers see something of.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = (Range<usize>, bool)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.as_bytes().get(at..).filter(|rest| !rest.is_empty())?;
        let len = match rest[0] {
            mark @ (GONE | SIGN) => rest.iter().position(|byte| *byte != mark),
            _ => memchr::memchr2(GONE, SIGN, rest),
        };
        let piece = at..at + len.unwrap_or(rest.len());
        at = piece.end;
        Some((piece, rest[0] == SIGN))
    })
    .filter(|(piece, _)| text.as_bytes()[piece.start] != GONE)
}

/// Appends as many bytes as the code has. Code that has its lines for itself becomes blank lines.
fn blank(source: &str, code: Range<usize>, seen: bool, text: &mut String) {
    let bytes = source.as_bytes();
    if ends_line(bytes[..code.start].iter().rev()) && ends_line(bytes[code.end..].iter()) {
        let blank = |byte: u8| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' };
        text.extend(bytes[code].iter().map(|byte| blank(*byte)));
    } else {
        let mark = char::from(if seen { SIGN } else { GONE });
        text.extend(std::iter::repeat_n(mark, code.len()));
    }
}

/// Whether nothing but white space comes before the line ends.
fn ends_line<'b>(mut bytes: impl Iterator<Item = &'b u8>) -> bool {
    bytes.find(|byte| !matches!(byte, b' ' | b'\t' | b'\r')).is_none_or(|byte| *byte == b'\n')
}

/// The line that opens or closes a block of code: its mark, how many of it, and whether words follow.
#[derive(Clone, Copy, Debug)]
struct Fence {
    mark: u8,
    len: usize,
    bare: bool,
}

impl Fence {
    fn read(line: &str) -> Option<Self> {
        let line = line.trim();
        let mark = *line.as_bytes().first().filter(|mark| matches!(mark, b'`' | b'~'))?;
        let len = line.bytes().take_while(|byte| *byte == mark).count();
        let rest = &line[len..];
        (len >= 3 && !(mark == b'`' && rest.contains('`'))).then_some(Self { mark, len, bare: rest.is_empty() })
    }

    fn is_closed_by(self, line: Self) -> bool {
        line.bare && line.mark == self.mark && line.len >= self.len
    }
}

/// The end of a code span that begins and ends on one line, or of the ticks that begin none.
fn span_end(source: &str, at: usize) -> usize {
    let ticks = source.as_bytes()[at..].iter().take_while(|b| **b == b'`').count();
    let from = at + ticks;
    from + near_line(source, from).find(&source[at..from]).map_or(0, |len| len + ticks)
}

/// The rest of a line, as far as code can reach: a brace that is never closed is not looked for in all of a long line.
pub(super) fn near_line(source: &str, at: usize) -> &str {
    let near = prefix(&source[at..], LONGEST);
    &near[..memchr::memchr(b'\n', near.as_bytes()).unwrap_or(near.len())]
}

/// The byte after the line end that follows `at`.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |len| at + len + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a text, with a sign where readers see something; runs of white space as one space.
    fn left(source: &str, mdx: bool) -> String {
        let Some(text) = out(source, 0, mdx) else { return source.to_owned() };
        assert_eq!(text.len(), source.len());
        let left: String = pieces(&text).map(|(piece, sign)| if sign { "@" } else { &text[piece] }).collect();
        left.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn code_of_mdx_is_blanked_out() {
        let p = |source| left(source, true);
        assert_eq!(p("import { A } from \"a5\"\nimport B from 'b'\n\nTen people."), "Ten people.");
        assert_eq!(p("export const meta = {\n  n: 500,\n\n  m: 6,\n}\n\nTen."), "Ten.");
        assert_eq!(
            p("export duties rose by 5%.\n\nimport rules changed."),
            "export duties rose by 5%. import rules changed."
        );
        assert_eq!(p("<Note n={7}>\n\nNine <b>left</b>.\n\n</Note>"), "Nine <b>left</b>.");
        assert_eq!(p("<Note>Nine left.</Note>"), "@Nine left.@");
        assert_eq!(p("Paid {1 + 2} and {/* 99 */} \\{5}."), "Paid @ and \\{5}.");
        assert_eq!(p("a < 5 and {never closed"), "a < 5 and {never closed");
        assert_eq!(p("`<A n={5}>` and\n```\n{7}\n```\nend {8}."), "`<A n={5}>` and ``` {7} ``` end @.");
        assert_eq!(p("````\n```\n{7}\n````\n{8} left\n~~~\n```\n{9}"), "```` ``` {7} ```` @ left ~~~ ``` {9}");
    }

    #[test]
    fn code_of_templates_is_blanked_out() {
        let p = |source| left(source, false);
        assert_eq!(p("{{< highlight go >}}\nx := 12\n\ny\n{{< /highlight >}}\n\nTen."), "Ten.");
        assert_eq!(p("{% highlight c %}\nint x = 12;\n{% endhighlight %}\nTen."), "Ten.");
        assert_eq!(p("Ten {%- comment -%} or 12 {%- endcomment -%}left."), "Ten left.");
        assert_eq!(p("{% raw %}Ten {{ x | plus: 12 }} left.{% endraw %}"), "@Ten @ left.@");
        assert_eq!(p("{{<quote n=\"7\">}}We lost *sixty* goats.{{</quote>}}"), "@We lost *sixty* goats.@");
        assert_eq!(p("{% highlight c %} is never closed, 12 left."), "@ is never closed, 12 left.");
        assert_eq!(p("`{% comment %}` and 12 {% endcomment %} left"), "`{% comment %}` and 12 @ left");
        assert_eq!(p("Ten {# a note, 12 #}left {{/* 13 */}}now."), "Ten left now.");
    }

    #[test]
    fn attributes_and_formulas_are_blanked_out() {
        let p = |source| left(source, false);
        assert_eq!(p("Ten left{: .note #id width=\"300\"}.\n{: .x n=12}"), "Ten left.");
        assert_eq!(p("[Ten](a.png){width=300} left {#id-12}{.c}"), "[Ten](a.png) left");
        assert_eq!(p("He said {sic} 12 {of them}"), "He said {sic} 12 {of them}");
        assert_eq!(p("::: {.note width=\"300\"}\nTen.\n:::\n:::tip Five\n"), "Ten.");
        assert_eq!(p("{::comment}\nTwelve.\n{:/comment}\nTen {::nomarkdown}<b>{:/}."), "Ten <b>.");
        assert_eq!(p("*[WHO]: Body of 194\n*[x] is 5"), "*[x] is 5");
        assert_eq!(p("So $$ x = 22 $$ and\n\n$$\ny = 4\n$$\nTen $$ to $$$."), "So @ and Ten $$ to $$$.");
        assert_eq!(p("With $n = 12$ it costs $5 to $10, not 5$."), "With @ it costs $5 to $10, not 5$.");
    }
}
