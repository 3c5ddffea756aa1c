//! Plans in links: the letters of a link, and the bytes and the text behind sound letters.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;

use crate::fuzz;
use crate::support::{assert_sentence, check_plan, starter};
use weighbridge::evaluate::evaluate;
use weighbridge::file::{self, link};

const WORDS: &[&str] = &["#", "plan=", "1.", "2.", "99999999999.", ".", "=", "-", "_", "A", "%20", "+", "/", "\u{0}"];

/// Refused with a sentence, or a plan that makes a link which holds the same plan.
fn fragment(fragment: &str) {
    match link::from_fragment(fragment) {
        Ok(plan) => {
            check_plan(&plan, &evaluate(&plan));
            assert_eq!(link::from_fragment(&link::to_fragment(&plan)), Ok(plan));
        }
        Err(error) => assert_sentence(&error.to_string()),
    }
}

#[test]
fn a_link_is_refused_or_taken_exactly() {
    let link = link::to_fragment(&starter("real-time-chat"));
    fuzz(&[link.as_bytes(), b"#plan=1."], WORDS, |bytes| fragment(&String::from_utf8_lossy(bytes)));
}

#[test]
fn bytes_that_do_not_inflate_are_refused() {
    let plan = file::compact(&starter("real-time-chat"));
    let packed = compress_to_vec_zlib(plan.as_bytes(), 6);
    let stored = compress_to_vec_zlib(&vec![b' '; 100_000], 9);
    fuzz(&[&packed, &stored], &[], |bytes| fragment(&format!("#plan=1.{}", URL_SAFE_NO_PAD.encode(bytes))));
}

#[test]
fn a_text_behind_a_sound_link_is_refused_or_taken_exactly() {
    let plan = file::compact(&starter("real-time-chat"));
    fuzz(&[plan.as_bytes()], &["null", "1e999", "{", "}", "\"", "\\ud800"], |bytes| {
        fragment(&format!("#plan=1.{}", URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(bytes, 6))));
    });
}
