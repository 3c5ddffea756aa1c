//! A plan travels in a link, and a link that is not whole is refused with a sentence.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::{decompress_to_vec, decompress_to_vec_zlib};
use proptest::prelude::*;
use support::{cases, data, random, read, starter};
use weighbridge::file::link::{LONG, LinkError, MAX_LENGTH, from_fragment, is_link, to_fragment};
use weighbridge::file::{self, FileError, MAX_BYTES};
use weighbridge::model::Plan;
use weighbridge::starter::STARTERS;

/// A link that holds these bytes, whatever they are.
fn link_of(bytes: &[u8]) -> String {
    format!("#plan=1.{}", URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(bytes, 6)))
}

#[track_caller]
fn refused(fragment: &str) -> LinkError {
    let error = from_fragment(fragment).expect_err("a link that must be refused");
    let sentence = error.to_string();
    assert!(sentence.ends_with('.') && !sentence.contains("..") && sentence.len() < 250, "{sentence}");
    error
}

#[test]
fn every_starter_travels_in_a_short_link() {
    let mut longest = (0, "");
    for known in STARTERS {
        let (plan, link) = (known.plan(), to_fragment(&known.plan()));
        assert!(from_fragment(&link).as_ref() == Ok(&plan), "{}", known.id);
        assert!(from_fragment(&link[1..]).as_ref() == Ok(&plan), "with or without its #");
        longest = longest.max((link.len(), known.id));
    }
    println!("The longest link of a starter is that of {} with {} characters.", longest.1, longest.0);
    assert!(longest.0 < LONG, "{longest:?}");
}

#[test]
fn a_link_needs_no_escaping_and_says_its_version() {
    let link = to_fragment(&starter("ml-inference"));
    let data = link.strip_prefix("#plan=1.").unwrap();
    assert!(data.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'), "{data}");
    assert!(is_link(&link) && is_link("plan=") && !is_link("#criteria") && !is_link(""));
}

#[test]
fn a_link_made_by_the_first_version_keeps_opening() {
    let plan = from_fragment(data("link-v1.txt").trim()).unwrap();
    assert!(plan == read(&data("plan-v1.json")));
}

#[test]
fn what_is_no_link_of_ours_is_told_from_a_damaged_one() {
    let link = to_fragment(&starter("blank"));
    for other in ["", "#", "#criteria", "plan", "https://example.com/", "#Plan=1.abc"] {
        assert_eq!(refused(other), LinkError::NotALink, "{other}");
    }
    let data = link.strip_prefix("#plan=1.").unwrap();
    assert_eq!(refused(&format!("#plan=2.{data}")), LinkError::Newer(2));
    for damaged in ["#plan=", "#plan=1", "#plan=1.", "#plan=0.abcd", "#plan=one.abcd", "#plan=-1.abcd", "#plan=1.abcd"]
    {
        assert_eq!(refused(damaged), LinkError::Damaged, "{damaged}");
    }
    for wrong in ["+", "/", "=", "%3D", "é", " ", ".", ")"] {
        assert_eq!(refused(&format!("{link}{wrong}")), LinkError::Damaged, "{wrong}");
        assert_eq!(refused(&link.replacen("1.", &format!("1.{wrong}"), 1)), LinkError::Damaged, "{wrong}");
    }
}

#[test]
fn a_link_cut_off_anywhere_is_damaged() {
    let link = to_fragment(&starter("ml-inference"));
    for cut in ("#plan=1.".len()..link.len()).step_by(31).chain(link.len() - 12..link.len()) {
        assert_eq!(refused(&link[..cut]), LinkError::Damaged, "cut at {cut}");
    }
}

#[test]
fn a_changed_letter_never_goes_through_as_another_plan() {
    let link = to_fragment(&starter("ml-inference"));
    for at in ("#plan=1.".len()..link.len()).step_by(13) {
        let other = if link.as_bytes()[at] == b'A' { "B" } else { "A" };
        let changed = format!("{}{other}{}", &link[..at], &link[at + 1..]);
        let error = refused(&changed);
        assert!(matches!(error, LinkError::Damaged | LinkError::TooLarge), "{at}: {error}");
    }
}

/// A mebibyte of zeros, deflated so that more of the same may stand behind it.
fn zeros() -> Vec<u8> {
    let mut deflate = CompressorOxide::new(create_comp_flags_from_zip_params(9, -15, 0));
    let mut made = vec![0; 1 << 16];
    let (status, taken, written) = compress(&mut deflate, &vec![0; 1 << 20], &mut made, TDEFLFlush::Full);
    assert_eq!((status, taken), (TDEFLStatus::Okay, 1 << 20));
    made.truncate(written);
    made
}

/// So many mebibytes of zeros, deflated.
fn bomb(mebibytes: usize) -> Vec<u8> {
    [&[0x78, 0xda][..], &zeros().repeat(mebibytes), &[3, 0]].concat()
}

#[test]
fn a_bomb_does_not_go_off() {
    assert_eq!(decompress_to_vec(&bomb(3)[2..]).unwrap(), vec![0; 3 << 20]);
    let gigabyte = bomb(1024);
    assert!(gigabyte.len() < 1_200_000, "{}", gigabyte.len());
    assert_eq!(refused(&format!("#plan=1.{}", URL_SAFE_NO_PAD.encode(gigabyte))), LinkError::TooLarge);
    assert_eq!(refused(&format!("#plan=1.{}", URL_SAFE_NO_PAD.encode(bomb(5)))), LinkError::TooLarge, "just above");
    // A plan of the largest size is still one.
    let mut text = file::write(&starter("blank"));
    text.push_str(&" ".repeat(MAX_BYTES - text.len()));
    assert!(from_fragment(&link_of(text.as_bytes())).unwrap() == starter("blank"));
}

#[test]
fn a_link_that_is_too_long_is_not_even_decoded() {
    let long = format!("#plan=1.{}", "A".repeat(MAX_LENGTH));
    assert_eq!(refused(&long), LinkError::TooLong(long.len()));
}

#[test]
fn a_whole_link_without_a_good_plan_says_what_is_wrong_with_it() {
    assert_eq!(refused(&link_of(b"{}")), LinkError::Content(FileError::NotAPlan));
    assert_eq!(refused(&link_of(&[0xff, 0xfe])), LinkError::Damaged);
    let newer = br#"{"format":"weighbridge-plan","version":7}"#;
    assert_eq!(refused(&link_of(newer)), LinkError::Content(FileError::Newer(7)));
    let wrong = br#"{"format":"weighbridge-plan","version":1,"team":{"hires":-1}}"#;
    assert_eq!(
        refused(&link_of(wrong)).to_string(),
        "The link is whole, but its plan cannot be read. team.hires: -1 is out of bounds; expected a number from 0 up."
    );
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn any_plan_travels(plan in random::plan()) {
        prop_assert!(from_fragment(&to_fragment(&plan)) == Ok::<Plan, _>(plan));
    }

    /// The letters are those that every other program makes of the bytes.
    #[test]
    fn the_letters_are_base64url(plan in random::plan()) {
        let link = to_fragment(&plan);
        let data = URL_SAFE_NO_PAD.decode(link.strip_prefix("#plan=1.").unwrap()).unwrap();
        let text = decompress_to_vec_zlib(&data).unwrap();
        prop_assert_eq!(String::from_utf8(text).unwrap(), file::compact(&plan));
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,60}", letters in "[A-Za-z0-9_-]{0,200}") {
        prop_assert!(from_fragment(&text).is_err());
        let link = format!("#plan=1.{letters}");
        prop_assert!(from_fragment(&link).is_err());
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let link = format!("#plan=1.{}", URL_SAFE_NO_PAD.encode(&bytes));
        prop_assert!(from_fragment(&link).is_err());
        prop_assert!(from_fragment(&link_of(&bytes)).is_err());
    }
}
