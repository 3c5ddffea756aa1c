//! Pages on the clipboard lose the styles that would go against the policy of the page, and nothing else.

use proptest::prelude::*;
use weighbridge::sheet::clip_markup::without_styles;

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
    ] {
        assert_eq!(without_styles(page), expected, "{page}");
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
        assert_eq!(without_styles(page), page, "{page}");
    }
}

proptest! {
    /// Whatever comes, only the new beginnings of names are added, and a second time there is nothing to do.
    #[test]
    fn nothing_is_lost(page in "([<>/='\" \n-]|style|STYLE|base|td|é|!--|-->){0,40}") {
        let tamed = without_styles(&page);
        prop_assert_eq!(tamed.replace("x-", "").replace("data-", ""), page.replace("x-", "").replace("data-", ""));
        prop_assert_eq!(without_styles(&tamed), tamed);
    }
}
