//! IFERROR catches every fault there is, and none that is not evaluated.

use crate::world::{fails, is_exactly, number, text, value};
use weighbridge::formula::Scalar::Flag;

/// One of each kind.
const FAULTS: &[&str] = &[
    "#REF!",
    "#ref!+1",
    "broken",
    "SUM(broken)",
    "1/0",
    "0^0",
    "0^-1",
    "(-1)^0.5",
    "1e308*10",
    "\"x\"+1",
    "-\"x\"",
    "IF(\"x\",1,2)",
    "weights.*",
    "none.*+1",
    "SQRT(-1)",
    "LN(0)",
    "AVERAGE(none.*)",
    "STDEV(1)",
    "LARGE(weights.*,9)",
    "CHOOSE(9,1)",
    "IFS(FALSE,1)",
    "SWITCH(1,2,3)",
    "MROUND(1,-1)",
    "CEILING(1,-1)",
    "SUMPRODUCT(weights.*,pair.*)",
    "NPER(10%,-50,1000)",
    "AND(word)",
];

#[test]
fn every_fault_is_caught() {
    for fault in FAULTS {
        let sentence = value(&format!("={fault}")).unwrap_err();
        assert!(!sentence.ends_with('.') && sentence.len() > 10, "{fault}: {sentence}");
        is_exactly(&[
            (&format!("=IFERROR({fault}, \"caught\")"), text("caught")),
            (&format!("=IFERROR(1 + {fault}, 7)"), number(7.0)),
            (&format!("=IFERROR(SUM(1, {fault}+0), 7)"), number(7.0)),
            (&format!("=ISERROR({fault})"), Flag(true)),
            (&format!("=ISNUMBER({fault})"), Flag(false)),
            (&format!("=IF(TRUE, 1, {fault})"), number(1.0)),
        ]);
        // Nothing else hides it.
        fails(&[
            (&format!("=1&({fault})"), &sentence),
            (&format!("=({fault})=1"), &sentence),
            (&format!("=IF({fault}, 1, 2)"), &sentence),
            (&format!("=IFERROR(1/0, {fault})"), &sentence),
        ]);
    }
}

#[test]
fn what_is_gone_says_so() {
    fails(&[
        ("=#REF!", "it refers to something that is gone"),
        ("=SUM(1, #Ref!)", "it refers to something that is gone"),
    ]);
}

#[test]
fn texts_cannot_grow_without_end() {
    let formula = crate::world::parse("=word&word");
    let cell = |length: usize| weighbridge::formula::Scalar::Text("é".repeat(length));
    assert!(formula.evaluate(&mut |_| Ok(vec![cell(16_000)])).is_ok());
    assert_eq!(formula.evaluate(&mut |_| Ok(vec![cell(17_000)])), Err("a text too long".into()));
}
