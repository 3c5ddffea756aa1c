//! What a name means, depending on the cell in which it stands.

use crate::support::{Sheet, starter};
use weighbridge::model::{Names, Path, Plan};

fn meaning(plan: &Plan, name: &str, at: &str) -> Result<Vec<String>, String> {
    let found = Names::of(plan).resolve(name, &at.into());
    found.map(|paths| paths.iter().map(Path::to_string).collect())
}

#[track_caller]
fn means(name: &str, at: &str, path: &str) {
    assert_eq!(meaning(&Plan::default(), name, at), Ok(vec![path.to_owned()]), "{name} in {at}");
}

#[test]
fn a_name_may_leave_out_steps_as_long_as_it_stays_clear() {
    let at = "workload.growth";
    means("workload.peak_rps", at, "workload.peak_rps");
    means("peak_rps", at, "workload.peak_rps");
    means("crud", at, "workload.mix.crud");
    means("go.salary", at, "alternatives.go.team.salary");
    means("C1.go", at, "criteria.C1.scores.go");
    means("C1.weight", at, "criteria.C1.weight");
    means("go-net-http.overhead_ms", at, "profiles.go-net-http.overhead_ms");
    means("performance.weight", at, "groups.performance.weight");
    means("C1.raw.go", at, "criteria.C1.raw.go");
}

#[test]
fn a_name_without_an_alternative_means_the_column_it_stands_in() {
    means("salary", "alternatives.go.team.fill_weeks", "alternatives.go.team.salary");
    means("salary", "alternatives.node.team.fill_weeks", "alternatives.node.team.salary");
    means("salary", "criteria.C12.scores.python", "alternatives.python.team.salary");
    means("p", "alternatives.node.rewrite.cost", "alternatives.node.rewrite.p");
    means("go.salary", "alternatives.node.team.salary", "alternatives.go.team.salary");
    means("peak_rps", "alternatives.node.team.salary", "workload.peak_rps");
    means("C1.scores", "criteria.C2.scores.node", "criteria.C1.scores.node");
    means("criteria.C1.raw", "criteria.C1.scores.go", "criteria.C1.raw.go");
    means("C1.scores", "alternatives.go.team.salary", "criteria.C1.scores.go");
    assert!(meaning(&Plan::default(), "C1.scores", "workload.peak_rps").is_err(), "no column, no score");
}

#[test]
fn then_the_row_it_stands_in() {
    means("weight", "criteria.C3.scores.go", "criteria.C3.weight");
    means("node", "criteria.C3.scores.go", "criteria.C3.scores.node");
    means("k_crud", "profiles.go-net-http.k_pure", "profiles.go-net-http.k_crud");
}

#[test]
fn what_is_not_clear_is_refused_with_what_it_could_be() {
    let plan = Plan::default();
    let unclear = meaning(&plan, "salary", "workload.peak_rps").unwrap_err();
    for part in ["“salary” could be", "alternatives.go.team.salary", "and more", "name more of it"] {
        assert!(unclear.contains(part), "{unclear}");
    }
    assert_eq!(meaning(&plan, "wages", "workload.peak_rps"), Err("“wages” is no input of this plan".into()));
    // Results follow from formulas, so formulas cannot read them.
    assert!(meaning(&plan, "results.go.npv", "workload.peak_rps").is_err());
}

#[test]
fn a_pattern_means_all_that_fit_it() {
    let plan = Plan::default();
    let weights = meaning(&plan, "criteria.*.weight", "workload.peak_rps").unwrap();
    assert_eq!(weights.len(), plan.criteria.len());
    assert_eq!(weights[0], "criteria.C1.weight");
    let own = meaning(&plan, "criteria.C1.scores.*", "workload.peak_rps").unwrap();
    assert_eq!(own, ["criteria.C1.scores.go", "criteria.C1.scores.node", "criteria.C1.scores.python"]);
    assert!(meaning(&plan, "criteria.*.wait", "workload.peak_rps").is_err());
}

#[test]
fn the_shortest_name_of_every_input_means_it() {
    for plan in [Plan::default(), starter("ml-inference")] {
        let names = Names::of(&plan);
        for at in ["alternatives.go.team.salary", "criteria.C1.scores.node", "workload.peak_rps"] {
            let at = Path::from(at);
            for path in names.paths().iter().step_by(7) {
                let name = names.shortest(path, &at);
                assert_eq!(names.resolve(&name, &at), Ok([path.clone()].into()), "{name} in {at}");
                assert!(name.len() <= path.as_str().len());
            }
        }
    }
}

#[test]
fn a_hyphen_is_minus_unless_it_belongs_to_a_name() {
    let mut sheet = Sheet::open("blank");
    sheet.put("workload.peak_rps", "100");
    sheet.put("workload.connections", "500");
    sheet.put("criteria.C1.weight", "=connections-peak_rps-399");
    assert_eq!(sheet.session().plan().criterion("C1").unwrap().weight.central(), 1.0);
    sheet.put("criteria.C1.weight", "=go-net-http.base_mb-12");
    assert_eq!(sheet.session().plan().criterion("C1").unwrap().weight.central(), 3.0);
    sheet.put("criteria.C1.weight", "=SUM(criteria.*.scores.go)*0+2*COUNT(alternatives.*.team.salary)");
    assert_eq!(sheet.session().plan().criterion("C1").unwrap().weight.central(), 6.0);
}

#[test]
fn a_formula_that_is_copied_means_the_column_it_is_copied_to() {
    let mut sheet = Sheet::open("blank");
    sheet.put("alternatives.go.team.fill_weeks", "=salary / 10000");
    sheet.select("alternatives.node.team.fill_weeks");
    sheet.one_step(|sheet| sheet.paste("=salary / 10000"));
    let weeks = |id: &str| sheet.session().plan().alternative(id).unwrap().team.fill_weeks.central();
    assert_eq!((weeks("go"), weeks("node")), (17.5, 14.6));
}
