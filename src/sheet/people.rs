//! The Team sheet: people, hiring, the first release, a possible rewrite, and money.

use super::grid::{Cell, Column, Grid, Row};
use crate::model::{Hiring, Path, Plan, Record, Rewrite};

const PEOPLE: &[&str] = &[
    "existing",
    "existing_salary",
    "hires",
    "attrition",
    "wage_growth",
    "loaded_cost_factor",
    "premium_pass_through",
    "train_per_head",
    "learn_p0",
    "ramp_p0",
];
const RECRUITING: &[&str] = &["internal_cost_per_hire", "agency_fee", "agency_share"];
const RELEASE: &[&str] = &["mvp_scope", "target_month", "cost_of_delay", "integration_months", "offload_effort"];
const SWITCHING: &[&str] = &["stage", "switching_factor"];
const SETTINGS: &[&str] = &["horizon_months", "discount_rate", "score_form", "cost_weight", "currency"];

pub(super) fn grid(plan: &Plan) -> Grid {
    let mut columns = vec![Column::plain("All")];
    columns.extend(Column::alternatives(plan));
    let blanks = plan.alternatives.len();
    let common = |names: &[&str]| Grid::common_rows(plan, &Path::from("team"), &plan.team, blanks, names);
    let mut rows = vec![Row::heading("Team", "")];
    rows.extend(common(PEOPLE));
    rows.push(Row::heading("Recruiting", ""));
    rows.extend(common(RECRUITING));
    rows.push(Row::heading("First release", ""));
    rows.extend(common(RELEASE));
    rows.push(Row::heading("What the choice means for the team", ""));
    rows.extend(Grid::alternative_rows(plan, Hiring::INPUTS, "team"));
    rows.push(Row::heading("A possible rewrite", "Counted with its probability: nobody pays a fifth of a rewrite."));
    rows.extend(common(SWITCHING));
    rows.extend(Grid::alternative_rows(plan, Rewrite::INPUTS, "rewrite"));
    rows.push(Row::results(
        plan,
        1,
        "Suggested probability",
        "",
        "From traffic and workload (E28); it counts where the probability is “suggested”.",
        "rewrite_suggested_p",
    ));
    if !plan.team.other_roles.is_empty() {
        rows.push(Row::heading("Other roles", "The same for every alternative."));
        rows.extend(role_rows(plan, blanks));
    }
    rows.push(Row::heading("Time and money", ""));
    rows.extend(Grid::common_rows(plan, &"settings".into(), &plan.settings, blanks, SETTINGS));
    rows.push(Row::heading("What that comes to", "Results of the cost model."));
    rows.extend(result_rows(plan));
    rows.push(Row::heading("When to warn", "The warnings beside the answer begin at these numbers."));
    let thresholds = crate::model::Thresholds::INPUTS.iter().map(|input| input.name).collect::<Vec<_>>();
    rows.extend(Grid::common_rows(plan, &"thresholds".into(), &plan.thresholds, blanks, &thresholds));
    Grid { columns, rows }
}

fn role_rows(plan: &Plan, blanks: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for (index, role) in plan.team.other_roles.iter().enumerate() {
        let base = Path::from("team.other_roles").then(index);
        for input in role.inputs() {
            let path = base.then(input.name);
            let mut cells = vec![Cell::Input(path)];
            cells.extend(std::iter::repeat_n(Cell::Blank, blanks));
            let row = Row::entry(input, plan, cells);
            rows.push(Row { label: format!("{}: {}", role.name, row.label), ..row });
        }
    }
    rows
}

fn result_rows(plan: &Plan) -> Vec<Row> {
    let currency = &plan.settings.currency;
    let months = plan.settings.horizon_months.central();
    let row = |label: &str, unit: &str, help: &str, result: &str| Row::results(plan, 1, label, unit, help, result);
    vec![
        row("First release", "month no.", "When the scope is done (E26).", "mvp_month"),
        row(&format!("Total, {months} months"), currency, "Everything, not discounted (E32).", "total"),
        row("Net present value", currency, "The total, discounted to today (E33).", "npv"),
        row(
            "Delivered",
            "engineer-months",
            "Output over the horizon, extra scope taken out (E41).",
            "delivered_engineer_months",
        ),
        row("Cost of an engineer-month", currency, "NPV ÷ discounted output (E41).", "cost_per_engineer_month"),
        row(
            "Cost at equal output",
            currency,
            "NPV plus what it would cost to deliver as much as the most productive alternative (E42). Leans on assumptions.",
            "equal_output_cost",
        ),
        row(
            "Combined index",
            "0–100",
            "Score and cost in one number, where a weight of cost is set; the cheapest alternative decides what 100 is.",
            "combined",
        ),
        row("Engineers a rewrite pays for", "people", "Its cost ÷ duration ÷ loaded pay (E40).", "rewrite_fte"),
    ]
}
