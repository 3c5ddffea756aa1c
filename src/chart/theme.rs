//! Colours: the page's few neutral ones, and the arithmetic that keeps every hue readable on them.

pub use plotters::style::RGBColor as Color;

/// The neutral colours a picture is drawn with; hues come from the plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    /// What is behind the picture.
    pub paper: Color,
    /// Text and axes.
    pub ink: Color,
    /// Text that stands back: tick labels, keys.
    pub muted: Color,
    /// Hairlines of the grid.
    pub rule: Color,
    /// Whether the paper is dark.
    pub dark: bool,
}

/// The least contrast of graphics with the paper.
const GRAPHICS: f64 = 3.0;
/// The least contrast of text with what is behind it.
const TEXT: f64 = 4.5;

impl Theme {
    /// Dark on white.
    pub const LIGHT: Self = Self {
        paper: Color(255, 255, 255),
        ink: Color(28, 32, 38),
        muted: Color(92, 100, 112),
        rule: Color(226, 229, 234),
        dark: false,
    };

    /// Light on near-black.
    pub const DARK: Self = Self {
        paper: Color(22, 25, 30),
        ink: Color(232, 234, 238),
        muted: Color(158, 166, 178),
        rule: Color(50, 55, 63),
        dark: true,
    };

    /// The hue, strong enough for a line or a bar on the paper.
    pub fn graphic(&self, hue: Color) -> Color {
        self.at_least(hue, GRAPHICS)
    }

    /// The hue, strong enough for text on the paper.
    pub fn lettering(&self, hue: Color) -> Color {
        self.at_least(hue, TEXT)
    }

    fn at_least(&self, hue: Color, least: f64) -> Color {
        let steps = (0..=20).map(|step| mix(hue, self.ink, f64::from(step) / 20.0));
        steps.into_iter().find(|color| contrast(*color, self.paper) >= least).unwrap_or(self.ink)
    }

    /// The colour of text that stands on a filled area.
    pub fn text_on(&self, fill: Color) -> Color {
        const WHITE: Color = Color(255, 255, 255);
        const BLACK: Color = Color(0, 0, 0);
        if contrast(WHITE, fill) >= contrast(BLACK, fill) { WHITE } else { BLACK }
    }

    /// One of `count` shades of a hue, from full strength towards the paper.
    pub(super) fn shade(&self, hue: Color, index: usize, count: usize) -> Color {
        let last = count.saturating_sub(1).max(1) as f64;
        mix(self.graphic(hue), self.paper, 0.66 * index as f64 / last)
    }
}

/// Reads `#0072b2`; grey for anything else, which no checked plan holds.
pub fn parse(hex: &str) -> Color {
    let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6);
    let channels = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or(0x80_80_80);
    let [_, red, green, blue] = channels.to_be_bytes();
    Color(red, green, blue)
}

/// From `a` (at 0) to `b` (at 1).
pub fn mix(a: Color, b: Color, share: f64) -> Color {
    let channel = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
    Color(channel(a.0, b.0), channel(a.1, b.1), channel(a.2, b.2))
}

/// WCAG's contrast of two colours, 1 to 21.
pub fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: Color) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2)
}
