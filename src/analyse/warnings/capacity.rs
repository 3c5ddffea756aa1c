//! W2, W4 to W7, W14, W15 and W24: traffic, machines and what they cost.

use super::case::{Case, Finding, Service};
use super::words::{count, figure, rounded, share};
use crate::evaluate::Binding;
use crate::evaluate::fleet::{ceil, usable_memory};
use crate::evaluate::units::Gb;
use crate::model::{Language, Workload};

/// Memory of an instance that may be used, MB (E11).
fn usable_mb(workload: &Workload) -> f64 {
    usable_memory(Gb(workload.ram_gb.central()), workload.mem_target.central()).0
}

/// W2: the guard on the queue wait takes the usable CPU below the threshold; a low target of one's own does not count.
pub fn queue(case: &Case, service: &Service) -> Option<Finding> {
    let workload = &case.plan.workload;
    let (target, utilisation) = (workload.util_target.central(), service.service.utilisation);
    let max_wait_ms = workload.max_wait_ms?.central();
    let is_low = utilisation < target && utilisation < case.plan.thresholds.usable_utilisation.central();
    is_low.then(|| {
        let message = format!(
            "To keep the mean queue wait under {} ms, {} may run at {} CPU, not at {}: it needs {} times the CPU.",
            figure(max_wait_ms),
            service.name,
            share(utilisation),
            share(target),
            figure(target / utilisation)
        );
        Finding::at("workload.max_wait_ms", message)
    })
}

/// W4: the idle processes of an instance take too much of its memory. One process has nothing to copy.
pub fn copies(case: &Case, service: &Service) -> Option<Finding> {
    let usable = usable_mb(&case.plan.workload);
    let (processes, fixed) = (service.service.processes, service.service.fixed_mb);
    let is_much = fixed > case.plan.thresholds.process_memory_share.central() * usable;
    (service.profile.per_core_process && processes > 1.0 && is_much).then(|| {
        let message = format!(
            "Every process loads its own copy: {} of {} take {} MB, {} of the {} MB that may be used.",
            count(processes, "process"),
            service.name,
            rounded(fixed, 0),
            share(fixed / usable),
            rounded(usable, 0)
        );
        let model = case.path(&format!("tiers.{}.model_mb", service.index));
        Finding::at(if service.tier.model_mb.central() > 0.0 { model } else { "workload.app_mb".into() }, message)
    })
}

/// W5: more open connections than the article grants to anything but Go. The tier that clients connect to counts. The
/// message rounds connections up, so that it never says that a number is above itself.
pub fn many_connections(case: &Case) -> Option<Finding> {
    let limit = case.plan.thresholds.open_connections.central();
    let front = case.services().find(|service| service.tier.holds_connections)?;
    let (month, tier) = case.first_month(&front, |tier| tier.connections > limit)?;
    let served = match tier.instances {
        Some((instances, _)) => {
            format!("Our model serves them with {} of {}", count(instances, "instance"), front.name)
        }
        None => format!("In our model an instance cannot hold one copy of {}", front.name),
    };
    let message = format!(
        "{} connections in month {} are above {}, the article's line for Go. {served}; the line is no hard limit.",
        rounded(ceil(tier.connections), 0),
        month.number,
        figure(limit)
    );
    let warning = Finding::at("workload.connections", message).in_month(month.number);
    (front.profile.language != Language::Go).then_some(warning)
}

/// W6: the cap on connections, or on requests served at once, sets the size (E12).
pub fn connections_bind(case: &Case, service: &Service) -> Option<Finding> {
    let (month, tier) = case.first_month(service, |tier| tier.binding == Binding::Connections)?;
    let (input, cap) = match (service.profile.threads_per_process, service.profile.conn_cap) {
        (Some(threads), _) => ("threads_per_process", format!("{} at once", count(threads.central(), "request"))),
        (None, cap) => ("conn_cap", count(cap?.central(), "connection")),
    };
    let message = format!(
        "The cap of {cap} per process, not CPU, sets the size of {} in month {}: {}, where CPU needs {}.",
        service.name,
        month.number,
        count(tier.needs.2, "instance"),
        rounded(tier.needs.0, 0)
    );
    let path = format!("profiles.{}.{input}", service.profile.id);
    Some(Finding::at(path, message).in_month(month.number))
}

/// W7: memory sets the size (E12), or one copy does not fit at all (E11).
pub fn memory_binds(case: &Case, service: &Service) -> Option<Finding> {
    let (month, tier) = case.first_month(service, |tier| tier.binding == Binding::Memory)?;
    let message = match tier.needs.1 {
        Some(instances) => format!(
            "Memory, not CPU, sets the size of {} in month {}: {}, where CPU needs {}.",
            service.name,
            month.number,
            count(instances, "instance"),
            rounded(tier.needs.0, 0)
        ),
        None => format!(
            "An instance cannot hold one copy of {}: it takes {} MB before the first request, \
             of {} MB that may be used.",
            service.name,
            rounded(service.service.fixed_mb, 0),
            rounded(usable_mb(&case.plan.workload), 0)
        ),
    };
    Some(Finding::at("workload.ram_gb", message).in_month(month.number))
}

/// W14: a few hops between tiers take the whole latency budget. Without a budget the longest mean wait stands for it.
pub fn hops(case: &Case) -> Option<Finding> {
    let workload = &case.plan.workload;
    let (path, budget) = match (workload.latency_budget_ms, workload.max_wait_ms) {
        (Some(budget), _) => ("workload.latency_budget_ms", budget.central()),
        (None, wait) => ("workload.max_wait_ms", wait?.central()),
    };
    let (hops, hop_ms) = (case.plan.thresholds.hops.central(), workload.rpc_latency_ms.central());
    (case.alternative.tiers.len() > 1 && budget < hops * hop_ms).then(|| {
        let message = format!(
            "A hop between the tiers of {} takes {} ms of a latency budget of {} ms, \
             which is less than {} hops ({} ms).",
            case.name(),
            figure(hop_ms),
            figure(budget),
            figure(hops),
            figure(hops * hop_ms)
        );
        Finding::at(path, message)
    })
}

/// W15: infrastructure is too small a part of the cost for efficiency to decide.
pub fn small_share(case: &Case) -> Option<Finding> {
    let limit = case.plan.thresholds.infrastructure_share.central();
    let part = case.outcome.infrastructure_share().filter(|part| *part < limit)?;
    let message = format!(
        "Infrastructure is {} of the cost of {}: a more efficient runtime changes the total by less than {}.",
        share(part),
        case.name(),
        share(limit)
    );
    Some(Finding::at("workload.peak_rps", message))
}

/// W24: no fleet of the sizes that are tried reaches the availability target (E13).
pub fn availability(case: &Case, service: &Service) -> Option<Finding> {
    let (month, tier) = case.first_month(service, |tier| tier.out_of_reach)?;
    let workload = &case.plan.workload;
    let in_percent = |share: f64| format!("{}\u{a0}%", rounded(share * 100.0, 6));
    let message = format!(
        "Even {} of {}, each up {} of the time, do not reach the target of {} in month {}.",
        count(tier.with_spares, "instance"),
        service.name,
        in_percent(workload.instance_availability.central()),
        in_percent(workload.availability_target.central()),
        month.number
    );
    Some(Finding::at("workload.availability_target", message).in_month(month.number))
}
