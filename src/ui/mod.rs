//! The page: draws a [`crate::session::Session`] and sends it commands. The only code that knows Leptos and the browser.

mod answer;
mod app;
mod canvas;
mod chart_view;
#[allow(dead_code)]
mod clipboard;
mod dom;
mod editor;
mod equations;
mod erased;
mod file_menu;
mod fold;
mod gallery;
mod grid;
mod inspector;
mod notices;
mod shortcuts;
mod sources;
mod splitter;
mod storage;
mod table;
mod tabs;
mod theme;
mod things;
mod toolbar;
mod trace;
mod workout;

pub use app::mount;
