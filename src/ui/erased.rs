//! One type for all closures of a kind. Leptos compiles its machinery anew for each type it is handed, and each
//! closure is a type: boxed, they share one copy, which takes some forty kilobytes off the download.

use leptos::prelude::*;

/// A text that follows what it reads.
pub fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(read)
}

/// A piece of the page that is made again whenever what it reads changes.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> Box<dyn Fn() -> AnyView + Send> {
    Box::new(view)
}

/// A listener.
pub fn on<E>(handle: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handle)
}

/// Does something outside of the page's tree, and again whenever what it reads changes.
pub fn effect(act: impl Fn() + 'static) {
    let act: Box<dyn Fn()> = Box::new(act);
    Effect::new(move |_| act());
}
