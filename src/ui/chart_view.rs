//! One chart: a canvas with a name, a summary, a readout by pointer or keyboard, and its numbers as a table.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;

use super::app::app;
use super::erased::{effect, live, on, text};
use super::fold::fold;
use super::table::{Figure, Figures, table_view};
use super::{canvas, dom};
use crate::chart::Picture;

/// A picture on a canvas that follows it, the theme, and the width it is given.
#[component]
pub fn ChartView(picture: Memo<Picture>) -> impl IntoView {
    let stop = RwSignal::new(None::<usize>);
    let id = picture.with_untracked(Picture::id);
    let (element, frame, width) = drawn(picture);
    let on_move = move |event: PointerEvent| {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        stop.set(picture.with(|picture| picture.stop_at(width.get(), x, y)));
    };
    let on_key = move |event: KeyboardEvent| {
        let stops = picture.with(Picture::stops);
        let now = stop.get().unwrap_or(0);
        let next = match event.key().as_str() {
            "ArrowLeft" | "ArrowUp" => now.saturating_sub(1).max(1),
            "ArrowRight" | "ArrowDown" => (now + 1).min(stops),
            "Home" => 1,
            "End" => stops,
            _ => return,
        };
        if stops > 0 {
            event.prevent_default();
            stop.set(Some(next));
        }
    };
    let readout = text(move || {
        let Some(stop) = stop.get() else { return String::new() };
        let (name, values) = picture.with(|picture| (picture.stop_name(stop), picture.values_at(stop)));
        if values.is_empty() {
            return String::new();
        }
        let values: Vec<String> = values.into_iter().map(|(name, amount)| format!("{name} {amount}")).collect();
        format!("{name}: {}", values.join(" · "))
    });
    let crosshair = move || {
        let x = picture.with(|picture| picture.crosshair(width.get(), stop.get()?))?;
        Some(view! { <div class="crosshair" aria-hidden="true" style:left=format!("{x}px")></div> })
    };
    let tab_stop = text(move || if picture.with(Picture::stops) > 0 { "0".into() } else { "-1".into() });
    let label = text(move || picture.with(|picture| format!("{}. {}", picture.title(), picture.summary())));
    view! {
        <figure class="chart" id=format!("figure-{id}")>
            <figcaption>
                <h2>{text(move || picture.with(Picture::title))}</h2>
            </figcaption>
            <div class="plot" node_ref=frame>
                <canvas
                    node_ref=element
                    data-chart=id
                    role="img"
                    tabindex=tab_stop
                    aria-label=label
                    on:pointermove=on(on_move)
                    on:pointerleave=on(move |_| stop.set(None))
                    on:blur=on(move |_| stop.set(None))
                    on:keydown=on(on_key)
                ></canvas>
                {crosshair}
            </div>
            <p class="readout" aria-live="polite">{readout}</p>
            <p class="summary">{text(move || picture.with(Picture::summary))}</p>
            // Some hundred cells, drawn only where somebody looks.
            {fold(None, "numbers", "Numbers".into_any(), move || {
                live(move || table_view(numbers(&picture.get(), id))).into_any()
            })}
        </figure>
    }
}

/// The same in little, for a cell of a table: the numbers stand in the rows above it.
pub fn small_chart(picture: Memo<Picture>) -> AnyView {
    let (element, frame, width) = drawn(picture);
    let label = text(move || picture.with(|picture| format!("{}. {}", picture.title(), picture.summary())));
    let height = text(move || format!("{}px", picture.with(|picture| picture.height_css(width.get().max(1.0)))));
    view! {
        <div class="plot small" node_ref=frame style:height=height>
            <canvas
                node_ref=element
                data-chart=picture.with_untracked(Picture::id)
                role="img"
                aria-label=label
            ></canvas>
        </div>
    }
    .into_any()
}

/// A canvas on which the picture is drawn whenever it, the theme or the width of the frame changes.
fn drawn(picture: Memo<Picture>) -> (NodeRef<Canvas>, NodeRef<Div>, RwSignal<f64>) {
    let app = app();
    let element = NodeRef::<Canvas>::new();
    let frame = NodeRef::<Div>::new();
    let width = RwSignal::new(0.0_f64);
    let waiting = StoredValue::new(false);
    follow_width(frame, width);
    effect(move || {
        picture.track();
        let theme = app.theme.colors();
        if width.get() <= 0.0 || waiting.get_value() {
            return;
        }
        // However many changes come before the next frame, the chart is drawn once.
        waiting.set_value(true);
        dom::next_frame(move || {
            waiting.try_set_value(false);
            let (Some(canvas), Some(width)) = (element.try_get_untracked().flatten(), width.try_get_untracked()) else {
                return;
            };
            let ratio = dom::window().map_or(1.0, |window| window.device_pixel_ratio());
            let drawn = picture.try_with_untracked(|picture| {
                canvas::draw(&canvas, picture, &theme, width, picture.height_css(width), ratio)
            });
            if let Some(Err(message)) = drawn {
                app.said.set(format!("A chart could not be drawn: {message}"));
            }
        });
    });
    (element, frame, width)
}

fn numbers(picture: &Picture, name: &'static str) -> Figures {
    let table = picture.table();
    let figure = |text: String| Figure { text, ..Figure::default() };
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        (cells.next().unwrap_or_default(), cells.map(figure).collect())
    };
    Figures {
        name,
        caption: table.caption,
        header: table.header.into_iter().map(|text| (text, None)).collect(),
        rows: table.rows.into_iter().map(row).collect(),
    }
}

/// Keeps `width` at the element's width in CSS pixels.
fn follow_width(frame: NodeRef<Div>, width: RwSignal<f64>) {
    let observer = StoredValue::new_local(None::<web_sys::ResizeObserver>);
    effect(move || {
        let Some(frame) = frame.get() else { return };
        let element: web_sys::HtmlElement = frame.into();
        let measured = element.clone();
        let measure = move || {
            let _ = width.try_set(f64::from(measured.client_width()));
        };
        observer.set_value(dom::observe_size(&element, measure));
    });
    on_cleanup(move || {
        observer.with_value(|observer| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    });
}
