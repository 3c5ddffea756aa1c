//! Dependencies point one way, the core knows no browser, and no file grows out of hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

/// Each folder of `src` and the folders it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("formula", &[]),
    ("model", &["formula"]),
    ("evaluate", &["formula", "model"]),
    ("article", &["formula", "model"]),
    ("analyse", &["formula", "model", "evaluate", "article"]),
    ("chart", &["formula", "model", "evaluate", "analyse"]),
    ("edit", &["formula", "model"]),
    ("file", &["formula", "model", "evaluate", "analyse", "edit"]),
    ("starter", &["formula", "model", "file"]),
    ("sheet", &["formula", "model", "evaluate", "article", "analyse", "edit", "starter"]),
    ("session", &["formula", "model", "evaluate", "article", "analyse", "edit", "starter", "sheet"]),
    ("export", &["formula", "model", "evaluate", "article", "analyse", "chart", "edit", "file", "starter", "sheet"]),
    (
        "ui",
        &[
            "formula", "model", "evaluate", "article", "analyse", "chart", "edit", "file", "starter", "sheet",
            "session", "export",
        ],
    ),
    (
        "bin",
        &["formula", "model", "evaluate", "analyse", "chart", "edit", "file", "starter", "sheet", "session", "export"],
    ),
];

/// What only the page may name.
const BROWSER: &[&str] = &["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo", "gloo_storage", "plotters_canvas"];

const MOST_LINES: usize = 500;

/// What is wrong with a file of `folder`. `depth` is how many times `super` leads from it to the root of the crate.
fn problems(folder: &str, depth: usize, text: &str) -> Vec<String> {
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == folder) else {
        return vec![format!("{folder} is not in the table of layers")];
    };
    let code = without_comments(text);
    let words = words(&code);
    let mut problems = Vec::new();
    for used in uses(&words, depth) {
        let is_layer = MAY_USE.iter().any(|(name, _)| *name == used);
        if is_layer && used != folder && !allowed.contains(&used) {
            problems.push(format!("{folder} may not use {used}"));
        }
    }
    for word in &words {
        if folder != "ui" && BROWSER.contains(word) {
            problems.push(format!("{folder} names {word}"));
        }
    }
    if text.lines().count() > MOST_LINES {
        problems.push(format!("more than {MOST_LINES} lines"));
    }
    problems
}

fn without_comments(text: &str) -> String {
    let code = |line: &str| line.split_once("//").map_or(line, |(code, _)| code).to_owned();
    text.lines().map(code).collect::<Vec<_>>().join("\n")
}

/// Names, and `::`, `{`, `}`, `,` as words of their own.
fn words(code: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let length = match first {
            c if is_name(c) => rest.find(|c| !is_name(c)).unwrap_or(rest.len()),
            ':' if rest.starts_with("::") => 2,
            c => c.len_utf8(),
        };
        let (word, after) = rest.split_at(length);
        if !word.trim().is_empty() {
            words.push(word);
        }
        rest = after;
    }
    words
}

/// The modules at the root of the crate that are named: behind `crate::`, enough of `super::`, or the crate's own name,
/// alone or in braces.
fn uses<'a>(words: &[&'a str], depth: usize) -> Vec<&'a str> {
    let mut uses = Vec::new();
    let mut supers = 0;
    for (index, pair) in words.windows(2).enumerate() {
        let [word, "::"] = pair else { continue };
        let continued = index > 0 && words[index - 1] == "::";
        supers = match *word {
            "super" if continued => supers + 1,
            "super" => 1,
            _ => 0,
        };
        let at_root = matches!(*word, "crate" | "weighbridge") && !continued || supers == depth && *word == "super";
        if at_root {
            uses.extend(names_behind(&words[index + 2..]));
        }
    }
    uses
}

/// The first names behind a `::`: one, or those directly inside braces.
fn names_behind<'a>(words: &[&'a str]) -> Vec<&'a str> {
    if words.first() != Some(&"{") {
        return words.first().copied().into_iter().collect();
    }
    let mut names = Vec::new();
    let mut level = 0;
    for (index, word) in words.iter().enumerate() {
        match *word {
            "{" => level += 1,
            "}" if level == 1 => break,
            "}" => level -= 1,
            name if level == 1 && ["{", ","].contains(&words[index - 1]) => names.push(name),
            _ => {}
        }
    }
    names
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

#[test]
fn every_layer_uses_only_what_is_below_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut looked_at = 0;
    for path in rust_files(&source) {
        let inside = path.strip_prefix(&source).unwrap();
        let folders: Vec<&str> = inside.parent().unwrap().iter().map(|name| name.to_str().unwrap()).collect();
        // lib.rs and main.rs put the layers together.
        let Some(folder) = folders.first() else { continue };
        let is_root_of_folder = path.file_stem().is_some_and(|name| name == "mod");
        let depth = folders.len() + usize::from(!is_root_of_folder);
        let text = fs::read_to_string(&path).unwrap();
        found.extend(problems(folder, depth, &text).iter().map(|problem| format!("{}: {problem}", inside.display())));
        looked_at += 1;
    }
    assert!(looked_at > 60, "{looked_at} files");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_check_sees_what_it_should() {
    for (folder, depth, text, problem) in [
        ("model", 2, "use crate::evaluate::evaluate;", "model may not use evaluate"),
        ("model", 2, "fn f() { crate::sheet::read_text() }", "model may not use sheet"),
        ("evaluate", 2, "use crate::model::Plan;\nuse crate::edit;", "evaluate may not use edit"),
        ("edit", 1, "use super::session::Mode;", "edit may not use session"),
        ("edit", 2, "use super::super::file::read;", "edit may not use file"),
        ("edit", 3, "use super::super::super::ui;", "edit may not use ui"),
        ("chart", 2, "use crate::{model::{Plan, Id}, session::Mode};", "chart may not use session"),
        ("chart", 2, "use crate::{\n    evaluate::{Month, Outcome},\n    ui,\n};", "chart may not use ui"),
        ("bin", 2, "use weighbridge::ui::App;", "bin may not use ui"),
        ("model", 2, "macro_rules! m { () => { $crate::file::read } }", "model may not use file"),
        ("session", 2, "use web_sys::Window;", "session names web_sys"),
        ("sheet", 2, "fn f() -> leptos::View {}", "sheet names leptos"),
        ("somewhere", 2, "", "somewhere is not in the table of layers"),
    ] {
        assert_eq!(problems(folder, depth, text), [problem], "{text}");
    }
    assert_eq!(problems("model", 2, &"\n".repeat(501)), ["more than 500 lines"]);
}

#[test]
fn the_check_lets_pass_what_it_should() {
    for (folder, depth, text) in [
        ("evaluate", 2, "use crate::model::{Plan, session::X};"),
        ("evaluate", 2, "use super::edit::f; // a sibling file of that name"),
        ("evaluate", 2, "/// See [`crate::ui::App`].\n//! leptos draws it."),
        ("sheet", 2, "use crate::edit::Edit;\nuse super::number;"),
        ("ui", 2, "use leptos::prelude::*;\nuse crate::session::Session;"),
        ("model", 1, "mod edit_distance; use std::file;"),
        ("model", 2, "use crate::model::file;"),
    ] {
        assert_eq!(problems(folder, depth, text), [] as [&str; 0], "{text}");
    }
    assert!(problems("model", 2, &"\n".repeat(500)).is_empty());
}
