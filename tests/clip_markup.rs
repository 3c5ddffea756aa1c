//! Pages on the clipboard lose the styles that would go against the policy of the page, and nothing else.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use weighbridge::sheet::clip_markup::tamed;

#[test]
fn styles_go_under_other_names() {
    for (page, expected) in [
        ("<style>td {}</style>", "<x-style>td {}</x-style>"),
        ("<STYLE type='a>b'>", "<x-STYLE type='a>b'>"),
        ("<td style='display:none'>7</td>", "<td data-style='display:none'>7</td>"),
        ("<td\n  STYLE = x class=y>", "<td\n  data-STYLE = x class=y>"),
        ("<td title=\"a style=b > c\" style>", "<td title=\"a style=b > c\" data-style>"),
        ("<td style='a' style=\"b\"style=c>", "<td data-style='a' data-style=\"b\"data-style=c>"),
        ("<col style=''/><base href='//x'>", "<col data-style=''/><x-base href='//x'>"),
        ("<td/style=x>", "<td/data-style=x>"),
        ("<img onerror=a ONLOAD='b' on=c one>", "<img data-onerror=a data-ONLOAD='b' data-on=c data-one>"),
    ] {
        assert_eq!(tamed(page).as_deref(), Some(expected), "{page}");
    }
}

#[test]
fn everything_else_stays() {
    for page in [
        "",
        "style=1 < 2 style=3",
        "<td class=style styles=1 x-style=2>style</td>",
        "<!-- <td style='x'> --><td>1",
        "<stylesheet><basefont>",
        "<!-- never closed <style>",
        "< style>",
        "<td x=\"never closed style=1",
        "Größe < 3 style=\u{1f600}",
        "<td =style=1>",
        "<",
        "</",
        "<é style=x>",
    ] {
        assert_eq!(tamed(page).as_deref(), Some(page), "{page}");
    }
}

/// Browsers take minutes for some of these, which are a few hundred kilobytes.
#[test]
fn what_nests_without_end_is_not_given_to_a_browser() {
    let cell = |inside: &str| format!("<table><tr><td>{inside}");
    for page in [
        cell(&"<b>".repeat(200_000)),
        cell(&"<div>".repeat(100_000)),
        cell(&"<DIV class=x>".repeat(101)),
        cell(&"<x><div></x>".repeat(100)),
        cell(&"<div></x></y></span>".repeat(100)),
        "<table><tr><td>".repeat(60),
        format!("<table><table></table>{}", "<div><td>".repeat(200)),
        format!("<table><tr><td></table>{}", "<div><td>".repeat(200)),
        "<td><div>".repeat(200),
        cell("<svg><td><td>"),
        cell("<textarea></td>"),
        cell("<script>1</script>"),
        cell("<TEMPLATE>"),
        format!("{}{}", (0..50).map(|n| format!("<b x={n}>")).collect::<String>(), "<p>".repeat(100_000)),
    ] {
        assert_eq!(tamed(&page), None, "{}", &page[..page.len().min(60)]);
    }
}

#[test]
fn what_spreadsheets_write_is_given_to_it_even_without_its_end_tags() {
    for page in [
        format!("<table>{}</table>", "<tr><td>1<td>2".repeat(5_000)),
        format!("<table>{}</table>", "<tr><td><font><b>1</td><td><p>2<br></td></tr>".repeat(5_000)),
        format!(
            "<html><head><title></td><div></title></head><body><table>{}",
            "<tr><th><i>1</i></th></tr>".repeat(5_000)
        ),
        "<ul><li>1<li>2</ul>".repeat(5_000),
        "<table><tr><td>1</table>".repeat(5_000),
        "<p>".repeat(5_000),
        format!("{}1{}", "<div>".repeat(90), "</div>".repeat(90)),
    ] {
        assert_eq!(tamed(&page).as_ref(), Some(&page), "{}", &page[..60]);
    }
}

proptest! {
    /// Whatever comes, only the new beginnings of names are added, and a second time there is nothing to do.
    #[test]
    fn nothing_is_lost(page in "([<>/='\" \n-]|style|STYLE|base|td|é|!--|-->){0,40}") {
        let tame = tamed(&page).unwrap();
        prop_assert_eq!(tame.replace("x-", "").replace("data-", ""), page.replace("x-", "").replace("data-", ""));
        prop_assert_eq!(tamed(&tame), Some(tame));
    }
}
