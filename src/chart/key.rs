//! Where the entries of a key go.

/// Places entries of these widths in rows, `gap` pixels apart and `pitch` pixels from row to row.
pub(super) fn rows(widths: impl Iterator<Item = f64>, gap: f64, css_width: f64, pitch: f64) -> Vec<(f64, f64)> {
    let (mut x, mut y) = (0.0, 0.0);
    let place = |width: f64| {
        if x > 0.0 && x + width > css_width {
            (x, y) = (0.0, y + pitch);
        }
        let place = (x, y);
        x += width + gap;
        place
    };
    widths.map(place).collect()
}
