//! What each element of HTML means for the text in it: whether it ends a block, and whether it is read at all.

use crate::document::tag::Tag;

/// What an element does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Stands within running text; unknown elements too.
    Inline,
    /// Ends a block and begins one.
    Block,
    /// `<br>`.
    Break,
    /// `<sup>`.
    Raised,
    /// `<a>`.
    Anchor,
    Heading(u8),
    List,
    Quote,
    Caption(Caption),
    Table,
    TableHead,
    TableBody,
    Row,
    Cell,
    HeaderCell,
    Meta,
    Link,
    Time,
    Unread(Unread),
}

/// Whose caption it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caption {
    Figure,
    Table,
}

/// Why an element's content is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// Not shown, or not words: scripts, styles, drawings.
    Hidden,
    /// Shown, but not the article: navigation, forms, the page's foot.
    Furniture,
    /// A form; some sites wrap whole pages into one.
    Form,
    /// The head of a page before its article; some hold the headline.
    Head,
    /// Inline code.
    Code,
    /// Struck out: the text withdraws it.
    Struck,
    /// `<title>`: metadata.
    Title,
    /// JSON-LD: metadata.
    LinkedData,
}

impl Role {
    /// The role of an element by its lower-case name.
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"p" | b"div" | b"section" | b"article" | b"main" | b"header" | b"aside" | b"address" | b"figure"
            | b"details" | b"summary" | b"dl" | b"dt" | b"dd" | b"fieldset" | b"legend" | b"hr" | b"li" | b"pre"
            | b"center" | b"body" | b"html" | b"head" | b"hgroup" | b"search" | b"listing" | b"xmp" | b"plaintext"
            | b"frameset" => Self::Block,
            b"br" => Self::Break,
            b"sup" => Self::Raised,
            b"a" => Self::Anchor,
            b"h1" => Self::Heading(1),
            b"h2" => Self::Heading(2),
            b"h3" => Self::Heading(3),
            b"h4" => Self::Heading(4),
            b"h5" => Self::Heading(5),
            b"h6" => Self::Heading(6),
            b"ul" | b"ol" | b"menu" | b"dir" => Self::List,
            b"blockquote" => Self::Quote,
            b"figcaption" => Self::Caption(Caption::Figure),
            b"caption" => Self::Caption(Caption::Table),
            b"table" => Self::Table,
            b"thead" => Self::TableHead,
            b"tbody" | b"tfoot" => Self::TableBody,
            b"tr" => Self::Row,
            b"td" => Self::Cell,
            b"th" => Self::HeaderCell,
            b"meta" => Self::Meta,
            b"link" => Self::Link,
            b"time" => Self::Time,
            b"title" => Self::Unread(Unread::Title),
            b"script" | b"style" | b"noscript" | b"template" | b"svg" | b"math" | b"object" | b"canvas" | b"audio"
            | b"video" | b"noembed" | b"noframes" | b"textarea" | b"datalist" => Self::Unread(Unread::Hidden),
            b"nav" | b"footer" | b"button" | b"select" | b"iframe" | b"dialog" => Self::Unread(Unread::Furniture),
            b"form" => Self::Unread(Unread::Form),
            b"code" | b"kbd" | b"samp" | b"var" => Self::Unread(Unread::Code),
            b"del" | b"s" | b"strike" => Self::Unread(Unread::Struck),
            _ => Self::Inline,
        }
    }

    /// Whether text before and after its tags belongs to different blocks.
    pub(super) fn ends_blocks(self) -> bool {
        match self {
            Self::Inline | Self::Break | Self::Raised | Self::Anchor | Self::Meta | Self::Link | Self::Time => false,
            Self::Unread(kind) => matches!(kind, Unread::Furniture | Unread::Form | Unread::Head),
            _ => true,
        }
    }
}

/// The element that is being skipped.
#[derive(Clone, Copy, Debug)]
pub(super) struct Skipped {
    pub(super) kind: Unread,
    /// Its first byte.
    pub(super) start: usize,
    /// The first byte of its content.
    pub(super) inner: usize,
    name: [u8; 16],
    name_len: usize,
    /// How many elements of its name are open.
    depth: u32,
}

impl Skipped {
    /// Begins to skip at a start tag; `None` for a drawing without content.
    pub(super) fn new(tag: &Tag<'_>, kind: Unread, start: usize) -> Option<Self> {
        let known = tag.name();
        let empty = matches!(known, b"svg" | b"math") && tag.closes_itself();
        let kind =
            if known == b"script" && tag.value("type").is_some_and(|t| t.eq_ignore_ascii_case("application/ld+json")) {
                Unread::LinkedData
            } else {
                kind
            };
        let mut name = [0; 16];
        let name_len = known.len().min(name.len());
        name[..name_len].copy_from_slice(&known[..name_len]);
        (!empty).then_some(Self { kind, start, inner: tag.end, name, name_len, depth: 1 })
    }

    /// Whether a tag is still within the skipped element. Inline elements end with their block at the latest, and a
    /// form or the head of a page where the article begins.
    pub(super) fn goes_on(&mut self, tag: &Tag<'_>, role: Role) -> bool {
        if tag.name() == &self.name[..self.name_len] {
            self.depth = if tag.closing { self.depth - 1 } else { self.depth + 1 };
            return self.depth > 0;
        }
        match self.kind {
            Unread::Form | Unread::Head => tag.closing || !matches!(tag.name(), b"article" | b"main" | b"h1"),
            Unread::Code | Unread::Struck => !(tag.closing && role.ends_blocks()),
            _ => true,
        }
    }
}
