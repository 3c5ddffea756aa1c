//! Links that are cut, changed, made up, or that inflate without end.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};
use weighbridge::file::MAX_BYTES;
use weighbridge::file::link::MAX_LENGTH;

use super::{Case, Fate, Way, refused};

/// A link with these bytes.
fn with(bytes: &[u8]) -> String {
    format!("#plan=1.{}", URL_SAFE_NO_PAD.encode(bytes))
}

/// A link with this text, packed as it should be.
fn packed(text: &[u8]) -> String {
    with(&compress_to_vec_zlib(text, 6))
}

pub fn cases() -> Vec<Case> {
    let link = |name: &str, fragment: String, fate| Case::new(Way::Link, format!("a link: {name}"), fragment, fate);
    let damaged = || refused(["damaged"]);
    let plan = br#"{"format":"weighbridge-plan","version":1}"#;
    let good = packed(plan);
    let bomb = compress_to_vec_zlib(&vec![b' '; 64_000_000], 9);
    let stored = compress_to_vec_zlib(&vec![b'['; MAX_BYTES], 9);
    let mut wrong_sum = compress_to_vec_zlib(plan, 6);
    if let Some(last) = wrong_sum.last_mut() {
        *last ^= 1;
    }
    vec![
        link("a good one", good.clone(), Fate::Taken),
        link("nothing behind it", "#plan=".into(), damaged()),
        link("only its version", "#plan=1.".into(), damaged()),
        link("a version to come", "#plan=2.abcd".into(), refused(["version 2", "newer Weighbridge"])),
        link("the largest version", "#plan=4294967295.abcd".into(), refused(["newer Weighbridge"])),
        link("a version past all numbers", "#plan=99999999999999999999.abcd".into(), damaged()),
        link("a version that is none", "#plan=__proto__.abcd".into(), damaged()),
        link("a script", "#plan=1.<script>window.pwned=1</script>".into(), damaged()),
        link("a javascript address", "#plan=javascript:window.pwned=1".into(), damaged()),
        link("letters that are none of ours", format!("{good}é"), damaged()),
        link("marks", format!("{good}\u{202e}\0"), damaged()),
        link("cut in half", good[..good.len() / 2].into(), damaged()),
        link("a letter too few", good[..good.len() - 1].into(), damaged()),
        link("twice the same", format!("{good}{}", &good["#plan=1.".len()..]), Fate::Either),
        link("a wrong checksum", with(&wrong_sum), damaged()),
        link("without its header", with(&compress_to_vec(plan, 6)), damaged()),
        link("no packed bytes", with(plan), damaged()),
        link("a block without end", with(&[0x78, 0x9c, 0x00, 0xff, 0xff, 0x00, 0x00]), damaged()),
        link("a block of the third kind", with(&[0x78, 0x9c, 0x07, 0xff, 0xff]), damaged()),
        link("a copy from before the beginning", with(&[0x78, 0x9c, 0x4b, 0x04, 0x62, 0xff, 0x3f]), damaged()),
        link("64 megabytes of spaces", with(&bomb), refused(["more than 5000000 bytes"])),
        link("a bomb within a bomb", packed(&bomb), Fate::Refused(Vec::new())),
        link("five megabytes of brackets", with(&stored), refused(["recursion limit"])),
        link("a file that is no text", packed(&[0xff; 1000]), damaged()),
        link("half a letter", packed(b"{\"title\":\"\xc3\"}"), damaged()),
        link(
            "a plan with a mistake",
            packed(br#"{"format":"weighbridge-plan","version":1,"workload":{"vcpu":0}}"#),
            refused(["workload.vcpu", "out of bounds"]),
        ),
        link(
            "a plan of another program",
            packed(br#"{"format":"other"}"#),
            refused(["cannot be read", "not a Weighbridge plan"]),
        ),
        link(
            "a scenario",
            packed(br#"{"format":"weighbridge-scenario","version":1}"#),
            refused(["not a Weighbridge plan"]),
        ),
        link("too long", format!("#plan=1.{}", "A".repeat(MAX_LENGTH)), refused(["at most 2000000"])),
        link("as long as can be", format!("#plan=1.{}", "A".repeat(MAX_LENGTH - 8)), damaged()),
        link(
            "a plan with markup",
            packed(
                r#"{"format":"weighbridge-plan","version":1,"title":"<img src=x onerror=window.pwned=1>"}"#.as_bytes(),
            ),
            Fate::Holds("title".into(), "<img src=x onerror=window.pwned=1>".into()),
        ),
    ]
}
