//! W1, W3, W13 and W18: what a runtime is bad at, and when its support ends.

use super::case::{Case, Finding, Service};
use super::words::{figure, share};
use crate::model::{AS_OF, Day, Language, Profile, Runtime, Tier, Workload};

/// W1: heavy requests hold up every other request of an event loop. One tier of the alternative is enough.
pub fn event_loop(case: &Case) -> Option<Finding> {
    let limit = case.plan.thresholds.heavy_request_ms.central();
    let heavy_share = case.plan.workload.heavy_share.central();
    if heavy_share <= 0.0 || case.alternative.offload_heavy {
        return None;
    }
    let holds =
        |service: &Service| service.profile.runtime == Runtime::EventLoop && service.service.service.heavy_ms > limit;
    let service = case.services().find(holds)?;
    let remedy = match service.profile.language {
        Language::Node => "Use worker_threads or child_process.",
        Language::Python => "Use a process pool.",
        Language::Go | Language::Other => "Hand such work to other threads or processes.",
    };
    let message = format!(
        "{} of the requests hold the event loop of {} for {} ms; every other request in that process waits. {remedy}",
        share(heavy_share),
        service.name,
        figure(service.service.service.heavy_ms)
    );
    Some(Finding::at(case.path("offload_heavy"), message))
}

/// W3: computation in Python takes too much of the CPU time of an ordinary request. Where a measured time stands for
/// that, computation is set against the rest of the work (E1) instead.
pub fn interpreter_lock(case: &Case, service: &Service) -> Option<Finding> {
    let is_locked = service.profile.runtime == Runtime::Gil && service.tier.parts.contains("pure");
    let part = pure_share(&case.plan.workload, service)
        .filter(|part| is_locked && *part > case.plan.thresholds.pure_cpu_share.central())?;
    let modelled = if service.profile.per_core_process {
        "the model counts one process for each vCPU"
    } else {
        "yet its profile counts one process for all vCPUs"
    };
    let message = format!(
        "{} of the CPU time of {} is computation in the language. \
         Threads under the interpreter lock do not compute in parallel; {modelled}.",
        share(part),
        service.name
    );
    Some(Finding::at("workload.mix.pure", message))
}

fn pure_share(workload: &Workload, service: &Service) -> Option<f64> {
    let pure = workload.mix.pure.central() * service.profile.k_pure.central();
    let (part, all) = match service.service.relative_cpu {
        Some(_) => {
            let pure_ms = workload.app_cpu_ms.central() * pure / service.tier.call_share.central();
            (pure_ms, service.service.service.ordinary_ms)
        }
        None => (pure, work(workload, service.tier, service.profile)),
    };
    (all > 0.0).then(|| part / all)
}

/// E1 before it is divided among calls: the work of a tier's parts for an average request, relative to Go.
fn work(workload: &Workload, tier: &Tier, profile: &Profile) -> f64 {
    let mix = &workload.mix;
    let parts = [
        ("crud", mix.crud, profile.k_crud),
        ("pure", mix.pure, profile.k_pure),
        ("native", mix.native, profile.k_native),
    ];
    let done = parts.iter().filter(|(part, _, _)| tier.parts.contains(part));
    done.map(|(_, share, factor)| share.central() * factor.central()).sum()
}

/// W13: much work in native libraries, and no tier in the language they are made for.
pub fn no_python(case: &Case) -> Option<Finding> {
    let native = case.plan.workload.mix.native.central();
    (native > case.plan.thresholds.native_share.central() && !case.runs_on(Language::Python)).then(|| {
        let message = format!(
            "{} of the work runs in native libraries, and those for machine learning are made for Python first. \
             A Python tier in {} would use them (a hybrid).",
            share(native),
            case.name()
        );
        Finding::at("workload.mix.native", message)
    })
}

/// W18: support for the version has ended or will soon. A profile in several tiers is named once.
pub fn end_of_life(case: &Case, service: &Service) -> Option<Finding> {
    let profile = service.profile;
    let is_again = case.services().take(service.index).any(|earlier| earlier.profile.id == profile.id);
    let months = Day::as_of().months_until(Day::parse(&profile.end_of_life)?);
    // The day itself is as many months away as its date says, whatever doubles make of it.
    if is_again || months > case.plan.thresholds.end_of_life_months.central() + 1e-9 {
        return None;
    }
    let version = if profile.version.is_empty() { String::new() } else { format!(" ({})", profile.version) };
    let when = if months < 0.0 {
        format!("ended on {}", profile.end_of_life)
    } else {
        format!("ends on {}, {} months after {AS_OF}", profile.end_of_life, figure(months))
    };
    let line = match profile.language {
        Language::Node => " Node.js 20 ended on 2026-04-30, and 24 is in maintenance since 2026-10-20: use 26.",
        _ => "",
    };
    let message = format!("Support for {}{version}, on which {} runs, {when}.{line}", profile.name, case.name());
    Some(Finding::at(format!("profiles.{}.end_of_life", profile.id), message))
}
