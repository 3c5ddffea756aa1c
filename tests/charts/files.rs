//! Pictures as SVG files of their own.

use weighbridge::chart::{Amounts, Compared, Picture, Theme, Waterfall, text};
use weighbridge::export::svg as file;

use super::svg::{every_picture, plan_of};

/// The names of a document's elements in the order in which they begin, and its text. Fails where it is not well formed.
fn read(document: &str) -> (Vec<String>, String) {
    let (mut open, mut begun, mut text) = (Vec::new(), Vec::new(), String::new());
    let mut rest = document.trim();
    while !rest.is_empty() {
        let Some(at) = rest.find('<') else { panic!("text after the end: {rest}") };
        let (between, tag) = rest.split_at(at);
        for entity in between.split('&').skip(1) {
            let name = entity.split(';').next().unwrap();
            assert!(["lt", "gt", "amp", "quot", "#39"].contains(&name), "a bare & in {between}");
        }
        assert!(!between.contains('>') && !between.contains(|c: char| c.is_control() && c != '\n'), "{between:?}");
        text.push_str(between);
        let (tag, after) = tag[1..].split_once('>').expect("a tag that ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closed in order");
            continue;
        }
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(!attributes.contains('<') && attributes.matches('"').count() % 2 == 0, "{attributes}");
        for attribute in attributes.split("\" ").filter(|attribute| !attribute.is_empty()) {
            let (key, value) = attribute.split_once("=\"").unwrap_or_else(|| panic!("{attribute}"));
            assert!(key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{key}");
            assert!(!value.contains("NaN") && !value.contains("inf"), "{attribute}");
        }
        begun.push(name.to_owned());
        if !is_empty {
            open.push(name.to_owned());
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    let plain = ["&lt;<", "&gt;>", "&quot;\"", "&#39;'", "&amp;&"];
    let text = plain.iter().fold(text, |text, pair| {
        let (entity, character) = pair.split_at(pair.len() - 1);
        text.replace(entity, character)
    });
    (begun, text)
}

#[test]
fn every_picture_is_a_file_with_its_title_and_summary() {
    let plan = plan_of("ml-inference");
    for picture in every_picture(&plan) {
        for (theme, width) in [(Theme::LIGHT, 640.0), (Theme::DARK, 390.0)] {
            let document = file(&picture, &theme, width);
            let (begun, text) = read(&document);
            assert_eq!(begun[..3], ["svg", "title", "desc"], "{}", picture.id());
            assert!(text.contains(&picture.title()) && text.contains(&picture.summary()), "{text}");
            assert!(begun.iter().filter(|name| *name == "text").count() > 3, "{}", picture.id());
            assert!(document.contains(&format!("viewBox=\"0 0 {width} ")), "{}", picture.id());
            // The heading is there to be seen, too, in as many lines as it takes.
            let seen = document.split("font-weight=\"bold\"").count() > 1;
            assert!(seen, "{}", picture.id());
        }
    }
}

#[test]
fn a_picture_in_a_file_has_the_words_of_the_picture_on_the_page() {
    let plan = plan_of("high-concurrency-api");
    let picture = &every_picture(&plan)[1];
    let (_, text) = read(&file(picture, &Theme::LIGHT, 640.0));
    for label in super::svg::labels(&super::svg::svg(picture, 608.0)) {
        assert!(text.contains(&label.text), "{}", label.text);
    }
}

#[test]
fn names_that_look_like_markup_are_names() {
    let bad = "</text><script>alert(1)</script> & \"Co\" 'n'\u{0}\u{b}\r\n";
    let compared = Compared { name: bad.into(), from: "<b>".into(), to: "a & b".into() };
    let parts = vec![(bad.to_owned(), 5.0, None), ("--> ]]>".to_owned(), -1.0, Some(0.5))];
    let picture = Picture::Waterfall(Waterfall::of(compared, (10.0, 14.0), parts, Amounts::Score));
    let (begun, text) = read(&file(&picture, &Theme::LIGHT, 900.0));
    let known = ["svg", "title", "desc", "g", "rect", "polygon", "circle", "polyline", "text"];
    assert!(begun.iter().all(|name| known.contains(&name.as_str())), "{begun:?}");
    assert!(text.contains("</text><script>alert(1)</script> & \"Co\" 'n'"), "{text}");
    assert!(text.contains("a & b") && text.contains("--> ]]>"));
}

#[test]
fn a_long_title_takes_two_lines_and_no_more() {
    let name = "A name that goes on and on ".repeat(3);
    let compared = |name: &str| Compared { name: name.into(), from: "Base".into(), to: "Another column".into() };
    let picture = |name: &str| {
        let parts = vec![("Change".to_owned(), 5.0, None)];
        Picture::Waterfall(Waterfall::of(compared(name), (10.0, 15.0), parts, Amounts::Score))
    };
    let headings = |picture: &Picture, width: f64| -> Vec<String> {
        let document = file(picture, &Theme::LIGHT, width);
        let lines = document.lines().filter(|line| line.contains("font-size=\"15\""));
        lines.map(|line| read(line).1).collect()
    };
    let font = text::Font { size: 15.0, bold: true };
    assert_eq!(headings(&picture("Go"), 900.0), [picture("Go").title()]);
    let two = headings(&picture("Go"), 390.0);
    assert_eq!((two.len(), two.join(" ")), (2, picture("Go").title()));
    let one = headings(&picture(&name), 390.0);
    assert!(one.len() == 1 && one[0].ends_with('…'), "{one:?}");
    assert!(two.iter().chain(&one).all(|line| text::width(line, font) <= 358.5));
}
