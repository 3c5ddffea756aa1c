//! The plan file, and the file of one scenario.

use crate::fuzz;
use crate::support::{assert_sentence, check_plan, data, is_finite, starter};
use weighbridge::evaluate::evaluate;
use weighbridge::file::{self, FileError};

const WORDS: &[&str] = &[
    "null",
    "true",
    "false",
    "\"\"",
    "[]",
    "{}",
    "[",
    "{",
    "}",
    "]",
    ",",
    ":",
    "\"",
    "\\u0000",
    "\\ud800",
    "\\udc00\\ud800",
    "\\u202e",
    "\u{feff}",
    "1e308",
    "1e309",
    "-1e309",
    "-0",
    "0.1e-400",
    "1e-300",
    "NaN",
    "Infinity",
    "9007199254740993",
    "123456789012345678901234567890",
    "\"=1/0\"",
    "\"=workload.peak_rps\"",
    "\"=SUM(criteria.*.weight)\"",
    "\"n+1\"",
    "{\"pert\":[1,2,3]}",
    "{\"lognormal\":[1,9]}",
    "\"__proto__\":",
    "\"id\":\"go\",",
    "\"version\":1,",
    "\"version\":2,",
    "\"format\":\"weighbridge-plan\",",
    "\"weight\":7,",
    "\"overrides\":{",
    "\"notes\":{\"workload.vcpu\":{}},",
    "\"$serde_json::private::Number\":\"1\"",
    "\"versions\":[],",
    "</script>",
    "go",
    "node",
    "python",
];

/// Refused with a sentence, or taken: then it is written and read back as the same plan, and all that follows is finite.
fn plan_file(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let problems = file::problems(&text);
    for problem in &problems {
        assert_sentence(&problem.to_string());
    }
    assert!(problems.len() <= file::MAX_PROBLEMS);
    match file::read(&text) {
        Ok(plan) => {
            check_plan(&plan, &evaluate(&plan));
            let faults: Vec<_> = plan.fault_problems().map(FileError::Content).collect();
            assert_eq!(problems.len(), faults.len().min(file::MAX_PROBLEMS), "{problems:?} but {faults:?}");
            for scenario in &plan.scenarios {
                let varied = plan.with_overrides(scenario).expect("a scenario that was read fits");
                assert!(is_finite(&evaluate(&varied)));
            }
            assert_eq!(file::read(&file::compact(&plan)).as_ref(), Ok(&plan), "the compact file holds the whole plan");
        }
        Err(error) => assert!(problems.contains(&error), "{error} is one of {problems:?}"),
    }
}

fn scenario_file(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let base = starter("microservices");
    match file::read_scenario(&text, &base) {
        Ok(scenario) => {
            let varied = base.with_overrides(&scenario).expect("a scenario that was read fits");
            assert!(is_finite(&evaluate(&varied)));
            let again = file::read_scenario(&file::write_scenario(&base, &scenario), &base);
            assert_eq!(again, Ok(scenario));
        }
        Err(error) => assert_sentence(&error.to_string()),
    }
    if let Err(error) = file::import(&text, &base) {
        assert_sentence(&error.to_string());
    }
}

#[test]
fn a_plan_file_is_refused_or_taken_exactly() {
    let (old, whole) = (data("plan-v1.json"), file::write(&starter("microservices")));
    let small = r#"{"format":"weighbridge-plan","version":1,"workload":{"peak_rps":"=workload.users/100","growth":
        {"pert":[0.1,0.2,0.4]}},"scenarios":[{"id":"s","overrides":{"workload.vcpu":8}}],"notes":{"workload.vcpu":
        {"text":"a"}}}"#;
    let compact = file::compact(&starter("ml-inference"));
    fuzz(&[small.as_bytes(), old.as_bytes(), whole.as_bytes(), compact.as_bytes()], WORDS, plan_file);
}

#[test]
fn a_scenario_file_is_refused_or_taken_exactly() {
    let seed = data("scenario-v1.json");
    fuzz(&[seed.as_bytes()], WORDS, scenario_file);
}
