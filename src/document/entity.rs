//! Character references of HTML, decoded one at a time, so that each can be a piece of its own in the offset map. The
//! names are those of HTML 4 and the ones of HTML 5 that texts use; an unknown name is text, as it is in browsers.

/// Longest name in the table, in bytes.
const LONGEST: usize = 16;

/// The character that a reference stands for, and its length in bytes with `&` and `;`. `text` begins with the `&`.
///
/// Takes `&amp;`, `&#8212;`, `&#x2014;`, and without a semicolon numbers and the old names (`&amp`, `&pound`), these
/// only where neither a letter, a digit nor `=` follows.
pub(super) fn decode(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    match bytes.get(1)? {
        b'#' => numeric(bytes),
        b'A'..=b'Z' | b'a'..=b'z' => named(text),
        _ => None,
    }
}

fn numeric(bytes: &[u8]) -> Option<(char, usize)> {
    let (from, radix) = if matches!(bytes.get(2), Some(b'x' | b'X')) { (3, 16) } else { (2, 10) };
    let mut code: u32 = 0;
    let mut at = from;
    while let Some(digit) = bytes.get(at).and_then(|&b| char::from(b).to_digit(radix)) {
        code = code.saturating_mul(radix).saturating_add(digit);
        at += 1;
    }
    if at == from {
        return None;
    }
    let end = at + usize::from(bytes.get(at) == Some(&b';'));
    Some((character(code), end))
}

/// What a number stands for. 0x80 to 0x9F were meant as Windows-1252, and the standard reads them so.
fn character(code: u32) -> char {
    const WINDOWS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match code {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9f => WINDOWS[(code - 0x80) as usize],
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

fn named(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let len = bytes[1..].iter().take(LONGEST + 1).take_while(|b| b.is_ascii_alphanumeric()).count();
    let name = text.get(1..=len)?;
    let closed = bytes.get(len + 1) == Some(&b';');
    if !closed && (bytes.get(len + 1) == Some(&b'=') || LEGACY.binary_search(&name).is_err()) {
        return None;
    }
    let row = NAMES.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    Some((NAMES[row].1, len + 1 + usize::from(closed)))
}

/// Names that the standard reads without a semicolon too.
#[rustfmt::skip]
const LEGACY: &[&str] = &[
    "AElig", "AMP", "Aacute", "Acirc", "Agrave", "Aring", "Atilde", "Auml", "COPY", "Ccedil", "ETH", "Eacute",
    "Ecirc", "Egrave", "Euml", "GT", "Iacute", "Icirc", "Igrave", "Iuml", "LT", "Ntilde", "Oacute", "Ocirc",
    "Ograve", "Oslash", "Otilde", "Ouml", "QUOT", "REG", "THORN", "Uacute", "Ucirc", "Ugrave", "Uuml", "Yacute",
    "aacute", "acirc", "acute", "aelig", "agrave", "amp", "aring", "atilde", "auml", "brvbar", "ccedil", "cedil",
    "cent", "copy", "curren", "deg", "divide", "eacute", "ecirc", "egrave", "eth", "euml", "frac12", "frac14",
    "frac34", "gt", "iacute", "icirc", "iexcl", "igrave", "iquest", "iuml", "laquo", "lt", "macr", "micro", "middot",
    "nbsp", "not", "ntilde", "oacute", "ocirc", "ograve", "ordf", "ordm", "oslash", "otilde", "ouml", "para",
    "plusmn", "pound", "quot", "raquo", "reg", "sect", "shy", "sup1", "sup2", "sup3", "szlig", "thorn", "times",
    "uacute", "ucirc", "ugrave", "uml", "uuml", "yacute", "yen", "yuml",
];

/// Names with the character each stands for, sorted by bytes.
#[rustfmt::skip]
const NAMES: &[(&str, char)] = &[
    ("AElig", 'Æ'), ("AMP", '&'), ("Aacute", 'Á'), ("Abreve", 'Ă'), ("Acirc", 'Â'), ("Agrave", 'À'), ("Alpha", 'Α'),
    ("Amacr", 'Ā'), ("Aogon", 'Ą'), ("Aring", 'Å'), ("Atilde", 'Ã'), ("Auml", 'Ä'), ("Beta", 'Β'), ("COPY", '©'),
    ("Cacute", 'Ć'), ("Ccaron", 'Č'), ("Ccedil", 'Ç'), ("Chi", 'Χ'), ("Dagger", '‡'), ("Dcaron", 'Ď'),
    ("Delta", 'Δ'), ("Dstrok", 'Đ'), ("ETH", 'Ð'), ("Eacute", 'É'), ("Ecaron", 'Ě'), ("Ecirc", 'Ê'), ("Egrave", 'È'),
    ("Emacr", 'Ē'), ("Eogon", 'Ę'), ("Epsilon", 'Ε'), ("Eta", 'Η'), ("Euml", 'Ë'), ("GT", '>'), ("Gamma", 'Γ'),
    ("Gbreve", 'Ğ'), ("Iacute", 'Í'), ("Icirc", 'Î'), ("Idot", 'İ'), ("Igrave", 'Ì'), ("Imacr", 'Ī'), ("Iota", 'Ι'),
    ("Iuml", 'Ï'), ("Kappa", 'Κ'), ("LT", '<'), ("Lambda", 'Λ'), ("Lstrok", 'Ł'), ("Mu", 'Μ'), ("Nacute", 'Ń'),
    ("Ncaron", 'Ň'), ("NewLine", '\u{a}'), ("NoBreak", '\u{2060}'), ("Ntilde", 'Ñ'), ("Nu", 'Ν'), ("OElig", 'Œ'),
    ("Oacute", 'Ó'), ("Ocirc", 'Ô'), ("Odblac", 'Ő'), ("Ograve", 'Ò'), ("Omacr", 'Ō'), ("Omega", 'Ω'),
    ("Omicron", 'Ο'), ("Oslash", 'Ø'), ("Otilde", 'Õ'), ("Ouml", 'Ö'), ("Phi", 'Φ'), ("Pi", 'Π'), ("Prime", '″'),
    ("Psi", 'Ψ'), ("QUOT", '"'), ("REG", '®'), ("Rcaron", 'Ř'), ("Rho", 'Ρ'), ("Sacute", 'Ś'), ("Scaron", 'Š'),
    ("Scedil", 'Ş'), ("Sigma", 'Σ'), ("THORN", 'Þ'), ("Tab", '\u{9}'), ("Tau", 'Τ'), ("Tcaron", 'Ť'),
    ("Tcedil", 'Ţ'), ("Theta", 'Θ'), ("Uacute", 'Ú'), ("Ucirc", 'Û'), ("Udblac", 'Ű'), ("Ugrave", 'Ù'),
    ("Umacr", 'Ū'), ("Upsilon", 'Υ'), ("Uring", 'Ů'), ("Uuml", 'Ü'), ("Xi", 'Ξ'), ("Yacute", 'Ý'), ("Yuml", 'Ÿ'),
    ("Zacute", 'Ź'), ("Zcaron", 'Ž'), ("Zdot", 'Ż'), ("ZeroWidthSpace", '\u{200b}'), ("Zeta", 'Ζ'), ("aacute", 'á'),
    ("abreve", 'ă'), ("acirc", 'â'), ("acute", '´'), ("aelig", 'æ'), ("agrave", 'à'), ("alefsym", 'ℵ'),
    ("alpha", 'α'), ("amacr", 'ā'), ("amp", '&'), ("and", '∧'), ("ang", '∠'), ("aogon", 'ą'), ("ape", '≊'),
    ("apos", '\''), ("approx", '≈'), ("aring", 'å'), ("ast", '*'), ("asymp", '≈'), ("atilde", 'ã'), ("auml", 'ä'),
    ("bdquo", '„'), ("beta", 'β'), ("bigstar", '★'), ("blank", '␣'), ("breve", '˘'), ("brvbar", '¦'), ("bsol", '\\'),
    ("bull", '•'), ("cacute", 'ć'), ("cap", '∩'), ("caron", 'ˇ'), ("ccaron", 'č'), ("ccedil", 'ç'), ("cedil", '¸'),
    ("cent", '¢'), ("check", '✓'), ("chi", 'χ'), ("circ", 'ˆ'), ("clubs", '♣'), ("colon", ':'), ("comma", ','),
    ("commat", '@'), ("cong", '≅'), ("copy", '©'), ("copysr", '℗'), ("crarr", '↵'), ("cross", '✗'), ("cup", '∪'),
    ("curren", '¤'), ("dArr", '⇓'), ("dagger", '†'), ("darr", '↓'), ("dash", '‐'), ("dcaron", 'ď'), ("deg", '°'),
    ("delta", 'δ'), ("diams", '♦'), ("divide", '÷'), ("dollar", '$'), ("dstrok", 'đ'), ("eacute", 'é'),
    ("ecaron", 'ě'), ("ecirc", 'ê'), ("egrave", 'è'), ("emacr", 'ē'), ("empty", '∅'), ("emsp", '\u{2003}'),
    ("emsp13", '\u{2004}'), ("emsp14", '\u{2005}'), ("ensp", '\u{2002}'), ("eogon", 'ę'), ("epsilon", 'ε'),
    ("equals", '='), ("equiv", '≡'), ("eta", 'η'), ("eth", 'ð'), ("euml", 'ë'), ("euro", '€'), ("excl", '!'),
    ("exist", '∃'), ("female", '♀'), ("fnof", 'ƒ'), ("forall", '∀'), ("frac12", '½'), ("frac13", '⅓'),
    ("frac14", '¼'), ("frac15", '⅕'), ("frac16", '⅙'), ("frac18", '⅛'), ("frac23", '⅔'), ("frac25", '⅖'),
    ("frac34", '¾'), ("frac35", '⅗'), ("frac38", '⅜'), ("frac45", '⅘'), ("frac56", '⅚'), ("frac58", '⅝'),
    ("frac78", '⅞'), ("frasl", '⁄'), ("gamma", 'γ'), ("gbreve", 'ğ'), ("ge", '≥'), ("geq", '≥'), ("gt", '>'),
    ("hArr", '⇔'), ("hairsp", '\u{200a}'), ("half", '½'), ("harr", '↔'), ("hearts", '♥'), ("hellip", '…'),
    ("horbar", '―'), ("iacute", 'í'), ("icirc", 'î'), ("iexcl", '¡'), ("igrave", 'ì'), ("imacr", 'ī'),
    ("image", 'ℑ'), ("incare", '℅'), ("infin", '∞'), ("inodot", 'ı'), ("int", '∫'), ("iota", 'ι'), ("iquest", '¿'),
    ("isin", '∈'), ("iuml", 'ï'), ("kappa", 'κ'), ("lArr", '⇐'), ("lambda", 'λ'), ("lang", '\u{2329}'), ("laquo", '«'),
    ("larr", '←'), ("lceil", '⌈'), ("lcub", '{'), ("ldquo", '“'), ("ldquor", '„'), ("le", '≤'), ("leq", '≤'),
    ("lfloor", '⌊'), ("lowast", '∗'), ("lowbar", '_'), ("loz", '◊'), ("lpar", '('), ("lrm", '\u{200e}'),
    ("lsaquo", '‹'), ("lsqb", '['), ("lsquo", '‘'), ("lsquor", '‚'), ("lstrok", 'ł'), ("lt", '<'), ("macr", '¯'),
    ("male", '♂'), ("mdash", '—'), ("micro", 'µ'), ("middot", '·'), ("minus", '−'), ("mldr", '…'), ("mp", '∓'),
    ("mu", 'μ'), ("nabla", '∇'), ("nacute", 'ń'), ("nbsp", '\u{a0}'), ("ncaron", 'ň'), ("ndash", '–'), ("ne", '≠'),
    ("ni", '∋'), ("nldr", '‥'), ("not", '¬'), ("notin", '∉'), ("nsub", '⊄'), ("ntilde", 'ñ'), ("nu", 'ν'),
    ("num", '#'), ("numero", '№'), ("numsp", '\u{2007}'), ("oacute", 'ó'), ("ocirc", 'ô'), ("odblac", 'ő'),
    ("oelig", 'œ'), ("ograve", 'ò'), ("oline", '‾'), ("omacr", 'ō'), ("omega", 'ω'), ("omicron", 'ο'),
    ("oplus", '⊕'), ("or", '∨'), ("ordf", 'ª'), ("ordm", 'º'), ("oslash", 'ø'), ("otilde", 'õ'), ("otimes", '⊗'),
    ("ouml", 'ö'), ("para", '¶'), ("part", '∂'), ("percnt", '%'), ("period", '.'), ("permil", '‰'), ("perp", '⊥'),
    ("phi", 'φ'), ("phone", '☎'), ("pi", 'π'), ("piv", 'ϖ'), ("plus", '+'), ("plusmn", '±'), ("pm", '±'),
    ("pound", '£'), ("prime", '′'), ("prod", '∏'), ("prop", '∝'), ("psi", 'ψ'), ("puncsp", '\u{2008}'),
    ("quest", '?'), ("quot", '"'), ("rArr", '⇒'), ("radic", '√'), ("rang", '\u{232a}'), ("raquo", '»'), ("rarr", '→'),
    ("rcaron", 'ř'), ("rceil", '⌉'), ("rcub", '}'), ("rdquo", '”'), ("rdquor", '”'), ("real", 'ℜ'), ("reg", '®'),
    ("rfloor", '⌋'), ("rho", 'ρ'), ("rlm", '\u{200f}'), ("rpar", ')'), ("rsaquo", '›'), ("rsqb", ']'),
    ("rsquo", '’'), ("rsquor", '’'), ("sacute", 'ś'), ("sbquo", '‚'), ("scaron", 'š'), ("scedil", 'ş'),
    ("sdot", '⋅'), ("sect", '§'), ("semi", ';'), ("shy", '\u{ad}'), ("sigma", 'σ'), ("sigmaf", 'ς'), ("sim", '∼'),
    ("sol", '/'), ("spades", '♠'), ("star", '☆'), ("sub", '⊂'), ("sube", '⊆'), ("sum", '∑'), ("sup", '⊃'),
    ("sup1", '¹'), ("sup2", '²'), ("sup3", '³'), ("supe", '⊇'), ("szlig", 'ß'), ("tau", 'τ'), ("tcaron", 'ť'),
    ("there4", '∴'), ("theta", 'θ'), ("thetasym", 'ϑ'), ("thinsp", '\u{2009}'), ("thorn", 'þ'), ("tilde", '˜'),
    ("times", '×'), ("trade", '™'), ("uArr", '⇑'), ("uacute", 'ú'), ("uarr", '↑'), ("ucirc", 'û'), ("udblac", 'ű'),
    ("ugrave", 'ù'), ("umacr", 'ū'), ("uml", '¨'), ("upsih", 'ϒ'), ("upsilon", 'υ'), ("uring", 'ů'), ("uuml", 'ü'),
    ("verbar", '|'), ("weierp", '℘'), ("xi", 'ξ'), ("yacute", 'ý'), ("yen", '¥'), ("yuml", 'ÿ'), ("zacute", 'ź'),
    ("zcaron", 'ž'), ("zdot", 'ż'), ("zeta", 'ζ'), ("zwj", '\u{200d}'), ("zwnj", '\u{200c}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_agree() {
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(LEGACY.is_sorted_by(|a, b| a < b));
        assert!(NAMES.iter().all(|(name, _)| name.len() <= LONGEST));
        assert!(LEGACY.iter().all(|name| NAMES.binary_search_by(|(known, _)| known.cmp(name)).is_ok()));
    }

    #[test]
    fn decodes_what_browsers_decode() {
        let p = |text| decode(text).map_or_else(|| "text".to_owned(), |(c, len)| format!("{c:?} {len}"));
        insta::assert_snapshot!(p("&amp; so"), @"'&' 5");
        insta::assert_snapshot!(p("&pound5"), @"text");
        insta::assert_snapshot!(p("&pound 5"), @"'£' 6");
        insta::assert_snapshot!(p("&mdash x"), @"text");
        insta::assert_snapshot!(p("&#8212;"), @"'—' 7");
        insta::assert_snapshot!(p("&#x2014"), @"'—' 7");
        insta::assert_snapshot!(p("&#151;"), @"'—' 6");
        insta::assert_snapshot!(p("&#99999999999;"), @"'�' 14");
        insta::assert_snapshot!(p("&#;"), @"text");
        insta::assert_snapshot!(p("& T"), @"text");
        insta::assert_snapshot!(p("&copy=1"), @"text");
        insta::assert_snapshot!(p("&"), @"text");
    }
}
