//! A picture as a PNG: drawn on a canvas that is on no page.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use super::{canvas, dom};
use crate::chart::svg::hex;
use crate::chart::{FACE, Picture, Theme};
use crate::export::Poster;

/// Pixels of the file to a CSS pixel: sharp on paper and on fine screens.
const RATIO: f64 = 2.0;

/// Draws the picture with its title over it, `width` CSS pixels wide, and calls back with the file, or without where the
/// browser makes none.
///
/// # Errors
/// There is no canvas, or drawing failed; in words.
pub fn png(
    picture: &Picture,
    theme: &Theme,
    width: f64,
    take: impl FnOnce(Option<Blob>) + 'static,
) -> Result<(), String> {
    let poster = Poster::of(picture, width);
    let (plot, sheet) = (new_canvas()?, new_canvas()?);
    canvas::draw(&plot, picture, theme, poster.picture.0, poster.picture.1, RATIO)?;
    let take = Closure::once_into_js(move |blob: JsValue| take(blob.dyn_into().ok()));
    let drawn = compose(&sheet, &plot, &poster, theme).and_then(|()| sheet.to_blob(take.unchecked_ref()));
    drawn.map_err(|_| "the browser gives no 2D drawing context".into())
}

fn new_canvas() -> Result<HtmlCanvasElement, String> {
    let canvas = dom::document().and_then(|document| document.create_element("canvas").ok());
    canvas.and_then(|canvas| canvas.dyn_into().ok()).ok_or_else(|| "the browser has no canvas".into())
}

fn compose(sheet: &HtmlCanvasElement, plot: &HtmlCanvasElement, poster: &Poster, theme: &Theme) -> Result<(), JsValue> {
    let (width, height) = (poster.size.0 * RATIO, poster.size.1 * RATIO);
    sheet.set_width(width.round() as u32);
    sheet.set_height(height.round() as u32);
    let context: CanvasRenderingContext2d = sheet.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.set_fill_style_str(&hex(theme.paper));
    context.fill_rect(0.0, 0.0, width, height);
    context.set_fill_style_str(&hex(theme.ink));
    context.set_font(&format!("bold {}px {FACE}", Poster::HEADING.size * RATIO));
    context.set_text_baseline("middle");
    for (line, (x, y)) in &poster.lines {
        context.fill_text(line, x * RATIO, y * RATIO)?;
    }
    let (x, y) = (poster.corner.0 * RATIO, poster.corner.1 * RATIO);
    context.draw_image_with_html_canvas_element(plot, x.round(), y.round())
}
