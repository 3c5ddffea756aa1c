//! Every result of every plan: whatever it names leads to inputs, and gives the value once more.

use proptest::prelude::*;
use serde_json::Value as Json;

use weighbridge::model::{Plan, Value};

use crate::explained::Explained;
use crate::support::{cases, random, read};

#[test]
fn every_result_of_the_worked_example_leads_to_inputs() {
    Explained::worked().check();
}

#[test]
fn every_result_of_the_oracle_s_plans_leads_to_inputs() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/plans");
    for entry in std::fs::read_dir(folder).unwrap() {
        let case: Json = serde_json::from_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        println!("{}", case["about"]);
        Explained::of(of_a_year(read(&case["plan"].to_string()))).check();
    }
}

/// A later month adds steps, but no rules: a year is enough, and three times as quick.
fn of_a_year(mut plan: Plan) -> Plan {
    plan.set(&"settings.horizon_months".into(), Value::Number(12.0)).unwrap();
    plan.recalculate().unwrap();
    plan
}

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn every_result_of_a_random_plan_leads_to_inputs(plan in random::plan()) {
        let plan = of_a_year(plan);
        // While a formula comes to nothing, nothing follows from the plan.
        prop_assume!(plan.faults().is_empty());
        Explained::of(plan).check();
    }
}
