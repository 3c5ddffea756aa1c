//! W10 to W12 and W23: people, and when they deliver.

use super::case::{Case, Finding};
use super::words::{count, figure, rounded, share};
use crate::evaluate::fleet::ceil;
use crate::evaluate::team::join_month;
use crate::evaluate::units::{Months, Weeks};
use crate::model::Language;

/// W10: from filling the positions to full output takes longer than the target leaves. The month named is the first
/// in which E21 counts a hire in full. Hires at full output from their first day need no time.
pub fn late_hires(case: &Case) -> Option<Finding> {
    let (team, hiring) = (&case.plan.team, &case.alternative.team);
    let fill = Weeks(hiring.fill_weeks.central()).to_months();
    let ramp = Months(if team.ramp_p0.central() < 1.0 { hiring.ramp_months.central() } else { 0.0 });
    let target = Months(team.target_month.central());
    (team.hires.central() > 0.0 && fill + ramp > target).then(|| {
        let message = format!(
            "New hires of {} take {} months to come and {} more to full output: \
             they are fully productive from month {}, after the target of month {}.",
            case.name(),
            figure(fill.0),
            figure(ramp.0),
            rounded(join_month(fill).0 + ceil(ramp.0 - 0.5), 0),
            figure(target.0)
        );
        Finding::at(case.path("team.fill_weeks"), message)
    })
}

/// W11: the team would learn the language while it builds the first release.
pub fn new_language(case: &Case) -> Option<Finding> {
    let (team, thresholds) = (&case.plan.team, &case.plan.thresholds);
    let (know, target) = (case.alternative.team.know_share.central(), team.target_month.central());
    let is_new = team.existing.central() > 0.0 && know < thresholds.know_share.central();
    (is_new && target <= thresholds.learning_month.central()).then(|| {
        let message = format!(
            "{} of today's team knows the language of {}: \
             the others would learn it while they build the first release, wanted in month {}.",
            share(know),
            case.name(),
            figure(target)
        );
        Finding::at(case.path("team.know_share"), message)
    })
}

/// W12: a Node.js tier, and explicitly no time for its dependencies. Empty means as usual, which is not none.
pub fn dependencies(case: &Case) -> Option<Finding> {
    let hours = case.alternative.team.dep_monitoring_hours?.central();
    (hours == 0.0 && case.runs_on(Language::Node)).then(|| {
        let message = format!("npm needs active dependency monitoring; {} plans 0 hours a month for it.", case.name());
        Finding::at(case.path("team.dep_monitoring_hours"), message)
    })
}

/// W23: traffic is paid for before there is a release. A launch behind the horizon is never paid for.
pub fn early_launch(case: &Case) -> Option<Finding> {
    let workload = &case.plan.workload;
    let launch = workload.launch_month.central();
    let months = case.outcome.months.len() as f64;
    let has_traffic = workload.peak_rps.central() > 0.0 || workload.connections.central() > 0.0;
    let release = case.outcome.mvp_month.map(ceil);
    let is_early = launch < release.unwrap_or(months + 1.0);
    (has_traffic && is_early).then(|| {
        let comes = match release {
            Some(month) => format!("comes in month {}", rounded(month, 0)),
            None => format!("does not come within {}", count(months, "month")),
        };
        let message = format!(
            "Traffic is billed from month {}; the first release of {} {comes}.",
            rounded(launch, 0),
            case.name()
        );
        Finding::at("workload.launch_month", message).in_month(launch as usize)
    })
}
