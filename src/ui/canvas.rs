//! A canvas as plotters sees it: sharp on every screen, and measured without touching the page's layout.

use crate::chart::{Picture, Theme, text};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Backend units per device pixel, each way. plotters draws in whole units; whole pixels would make gentle lines rough.
const FINE: u32 = 4;

/// [`CanvasBackend`] in units finer than a pixel, with text measured by the canvas itself.
struct HiDpi {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl HiDpi {
    fn on(canvas: &HtmlCanvasElement) -> Option<Self> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let unit = 1.0 / f64::from(FINE);
        context.set_transform(unit, 0.0, 0.0, unit, 0.0, 0.0).ok()?;
        context.set_line_join("round");
        let size = (canvas.width() * FINE, canvas.height() * FINE);
        Some(Self { inner: CanvasBackend::with_canvas_object(canvas.clone())?, context, size })
    }
}

impl DrawingBackend for HiDpi {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.inner.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.inner.draw_path([from, to], style)
    }

    /// Rectangles are bars and hairlines: their edges keep to device pixels.
    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        let fine = FINE as i32;
        let snap = |unit: i32| (unit + fine / 2).div_euclid(fine) * fine;
        let (left, top) = (snap(from.0), snap(from.1));
        let (right, bottom) = (snap(to.0).max(left + fine), snap(to.1).max(top + fine));
        self.inner.draw_rect((left, top), (right, bottom), style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.inner.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.inner.draw_circle(centre, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.inner.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.inner.draw_text(text, style, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let size = style.size();
        self.context.set_font(&format!("{} {size}px {}", style.style().as_str(), style.family().as_str()));
        let measured = self.context.measure_text(text).map(|metrics| metrics.width());
        let bold = matches!(style.style(), FontStyle::Bold);
        let width = measured.unwrap_or_else(|_| text::width(text, text::Font { size, bold }));
        Ok((width.ceil() as u32, size.ceil() as u32))
    }
}

/// Draws a picture over the whole of a canvas that the page shows at this size in CSS pixels.
///
/// # Errors
/// The browser gives no drawing context, or drawing failed; in words for the console.
pub fn draw(
    canvas: &HtmlCanvasElement,
    picture: &Picture,
    theme: &Theme,
    css_width: f64,
    css_height: f64,
    pixel_ratio: f64,
) -> Result<(), String> {
    let pixels = |css: f64| (css * pixel_ratio).round().max(1.0) as u32;
    let (width, height) = (pixels(css_width), pixels(css_height));
    // Setting a size throws the canvas' memory away, even if it is the same.
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let backend = HiDpi::on(canvas).ok_or("the browser gives no 2D drawing context")?;
    picture.draw(backend, theme, pixel_ratio * f64::from(FINE))
}
