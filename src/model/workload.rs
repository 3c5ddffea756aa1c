//! The traffic, the machines that serve it, and what they cost (`model.md`, section 4).

use super::declare::{choice, inputs};
use super::input::{Bounds, Kind};
use super::units::*;
use super::value::{Quantity, Range};

choice! {
    /// How many spare instances a tier keeps (E13).
    pub enum Redundancy {
        /// No spares.
        None = "none",
        /// One spare.
        NPlus1 = "n+1",
        /// Two spares.
        NPlus2 = "n+2",
        /// Enough to lose one availability zone.
        Zone = "az",
        /// Enough to reach the availability target.
        Target = "target",
    }
}

const NON_NEGATIVE: Bounds = Bounds::from(0.0);
const UNIT_SHARE: Bounds = Bounds::between(0.0, 1.0);
// Growth below -100 % has no meaning; above +100 % a month, 60 months overflow any fleet.
const GROWTH: Bounds = Bounds::between(-1.0, 1.0).open_below();
const FARGATE: &str = "AWS Fargate list price, us-east-1, 2026; no discounts, databases or support.";
const MEASURE_CPU: &str = "Benchmarks are synthetic: ratios matter, absolute values do not. Measure your own CPU time per request and overwrite.";

inputs! {
    /// Traffic, payload, instances and prices. `mix` splits each request into three parts.
    pub struct Workload {
        /// How the CPU work of an average request splits into parts.
        pub mix: Mix,
    }
    /// Requests per second in the busiest minutes of the launch month. Users ÷ (think time + response time) gives it: 10,000 users who pause 5 s make about 2,000.
    peak_rps: Quantity = 100.0.into(), "Peak traffic at launch", Kind::Number(PER_SECOND, NON_NEGATIVE), YOURS;
    /// How fast peak traffic grows, compounded monthly. Compounding is fragile past 24 months.
    growth: Quantity = Quantity::Range(Range::Triangular(0.01, 0.05, 0.10)), "Traffic growth", Kind::Number(SHARE_PER_MONTH, GROWTH), assumption("5 % a month is a moderate start-up; the range is 1 to 10 %.");
    /// Average traffic divided by peak traffic; sets data transfer and what autoscaling saves.
    load_factor: Quantity = 0.4.into(), "Average ÷ peak traffic", Kind::Number(SHARE, UNIT_SHARE), assumption("A service with a daily rhythm averages about 40 % of its peak.");
    /// Open client connections (WebSockets, server-sent events, keep-alive) at launch.
    connections: Quantity = 500.0.into(), "Open connections at launch", Kind::Number(SOCKETS, NON_NEGATIVE), YOURS;
    /// How fast open connections grow, compounded monthly.
    conn_growth: Quantity = 0.05.into(), "Connection growth", Kind::Number(SHARE_PER_MONTH, GROWTH), assumption("The same as traffic.");
    /// CPU time of your own code for one request, measured on Go. The profiles scale it to each language.
    app_cpu_ms: Quantity = Quantity::Range(Range::Triangular(1.0, 2.0, 5.0)), "Business code per request, on Go", Kind::Number(MS, NON_NEGATIVE), assumption(MEASURE_CPU);
    /// Share of requests that do heavy work, such as an image or a report.
    heavy_share: Quantity = 0.0.into(), "Heavy requests", Kind::Number(SHARE, UNIT_SHARE), YOURS;
    /// CPU time of one heavy request, measured on Go. Examples: transform 80 ms, image 300 ms, analytics 1,000 ms.
    heavy_cpu_ms: Quantity = 0.0.into(), "Heavy request, on Go", Kind::Number(MS, NON_NEGATIVE), YOURS;
    /// Extra CPU when heavy work is handed to worker threads or processes.
    offload_overhead: Quantity = 0.10.into(), "Overhead of offloading", Kind::Number(SHARE, NON_NEGATIVE), assumption("The article names the complexity (lines 39, 47); the size is our assumption.");
    /// Time a request waits for databases and other services.
    io_wait_ms: Quantity = 40.0.into(), "Waiting for I/O per request", Kind::Number(MS, NON_NEGATIVE), assumption("A few database calls of 5 to 15 ms.");
    /// Memory of one request in flight.
    req_kb: Quantity = 64.0.into(), "Memory of a request in flight", Kind::Number(KB, NON_NEGATIVE), assumption("Buffers and parsed objects of a small JSON request.");
    /// Application state held for one open connection.
    conn_app_kb: Quantity = 10.0.into(), "Application state per connection", Kind::Number(KB, NON_NEGATIVE), assumption("Session, subscriptions and send queue of one client.");
    /// Memory of heap and caches in each process.
    app_mb: Quantity = 64.0.into(), "Heap and caches per process", Kind::Number(MB, NON_NEGATIVE), assumption("A small service; each process pays it again.");
    /// Average size of a response.
    payload_kb: Quantity = 8.0.into(), "Response size", Kind::Number(KB, NON_NEGATIVE), assumption("A JSON page; sets the cost of data transfer.");
    /// Delay of one hop between two tiers.
    rpc_latency_ms: Quantity = 0.65.into(), "Hop between tiers", Kind::Number(MS, NON_NEGATIVE), secondary("gRPC on one network, a published measurement of 2021.").of(2021, 1);
    /// CPU load you plan for at peak.
    util_target: Quantity = 0.6.into(), "CPU target at peak", Kind::Number(SHARE, Bounds::between(0.0, 0.95).open_below()), assumption("Common practice: 50 to 70 %.");
    /// Longest mean wait in the queue before a request gets CPU. Empty: no guard. It is a mean, not a 99th percentile.
    max_wait_ms: Option<Quantity> = Some(25.0.into()), "Longest mean queue wait", Kind::Optional(MS, Bounds::above(0.0), "no guard"), YOURS;
    /// Time a request may take in all; warning W14 compares it with the hop between tiers. Empty: the longest mean wait stands for it.
    latency_budget_ms: Option<Quantity> = None, "Latency budget", Kind::Optional(MS, Bounds::above(0.0), "the longest wait"), YOURS, later;
    /// Share of an instance's memory that may be used.
    mem_target: Quantity = 0.8.into(), "Memory target", Kind::Number(SHARE, UNIT_SHARE.open_below()), assumption("Leaves a fifth for the system and for spikes.");
    /// Virtual CPUs of one instance.
    vcpu: Quantity = 2.0.into(), "vCPU per instance", Kind::Number(VCPUS, Bounds::between(1.0, 1024.0).whole()), YOURS;
    /// Memory of one instance.
    ram_gb: Quantity = 4.0.into(), "Memory per instance", Kind::Number(GB, Bounds::above(0.0)), YOURS;
    /// Spare instances per tier: none, one, two, one zone's worth, or what the availability target needs.
    redundancy: Redundancy = Redundancy::NPlus1, "Redundancy", Kind::Choice(Redundancy::WORDS), YOURS;
    /// Availability zones the fleet is spread over; used by redundancy az.
    zones: Quantity = 3.0.into(), "Availability zones", Kind::Number(ZONES, Bounds::from(2.0).whole()), assumption("Most regions offer three.");
    /// Share of time one instance is up; used by redundancy target.
    instance_availability: Quantity = 0.995.into(), "Availability of one instance", Kind::Number(SHARE, Bounds::between(0.9, 1.0).open_above()), assumption("Restarts, deployments and failures of one instance.");
    /// Share of time enough instances must be up; used by redundancy target.
    availability_target: Quantity = 0.9999.into(), "Availability target", Kind::Number(SHARE, UNIT_SHARE), assumption("About four minutes of shortage a month.");
    /// 0 %: the fleet is sized for the peak all day. 100 %: it follows the load perfectly.
    autoscale: Quantity = 0.5.into(), "Autoscaling", Kind::Number(SHARE, UNIT_SHARE), assumption("Half-way between a fixed and a perfectly elastic fleet.");
    /// Fewest instances of a tier, whatever the load.
    min_instances: Quantity = 2.0.into(), "Fewest instances", Kind::Number(INSTANCES, NON_NEGATIVE.whole()), assumption("Two, so that a deployment interrupts nobody.");
    /// The month in which traffic starts. It does not follow the first release by itself.
    launch_month: Quantity = 1.0.into(), "Launch", Kind::Number(MONTH, Bounds::between(1.0, 1200.0).whole()), YOURS;
    /// Places you ship to: servers, regions, customers' sites. Criterion C10 counts the artefacts for all of them when it is computed.
    deploy_targets: Quantity = 1.0.into(), "Deployment targets", Kind::Number(TARGETS, Bounds::from(1.0).whole()), YOURS, later;
    /// Price of one virtual CPU.
    price_vcpu_hour: Quantity = 0.04048.into(), "Price of a vCPU", Kind::Number(MONEY_PER_HOUR, NON_NEGATIVE), primary(FARGATE);
    /// Price of one GB of memory.
    price_gb_hour: Quantity = 0.004445.into(), "Price of a GB of memory", Kind::Number(MONEY_PER_HOUR, NON_NEGATIVE), primary(FARGATE);
    /// Your region's prices relative to us-east-1.
    region_mult: Quantity = 1.0.into(), "Region", Kind::Number(FACTOR, NON_NEGATIVE), YOURS;
    /// Discount for committed use or savings plans.
    commit_discount: Quantity = 0.0.into(), "Commitment discount", Kind::Number(SHARE, UNIT_SHARE), YOURS;
    /// Price of data transfer out. Empty: the provider's price steps (first 100 GB free, then 0.09 falling to 0.05).
    egress_flat: Option<Quantity> = None, "Data transfer out", Kind::Optional(MONEY_PER_GB, NON_NEGATIVE, "price steps"), primary("AWS data transfer list price, 2026: 100 GB free, then 0.09, 0.085, 0.07 and 0.05 per GB.");
    /// Database, load balancer, logs: the same for every alternative.
    shared_infra: Quantity = 800.0.into(), "Shared infrastructure", Kind::Number(MONEY_PER_MONTH, NON_NEGATIVE), assumption("A small managed database, a load balancer and logs.");
    /// Monitoring and logging agents of one instance.
    obs_per_instance: Quantity = 15.0.into(), "Observability per instance", Kind::Number(MONEY_PER_MONTH, NON_NEGATIVE), assumption("A common list price of hosted monitoring.");
}

inputs! {
    /// Shares of an average request's CPU work; they sum to 1.
    pub struct Mix {}
    /// Reading and writing records: database driver, mapping, JSON. The rest of the mix: it follows when you change the two others.
    crud: Quantity = 0.9.into(), "Records (CRUD)", Kind::Number(SHARE, UNIT_SHARE), assumption("Most back ends mainly read and write records.");
    /// Computation written in the language itself.
    pure: Quantity = 0.1.into(), "Computation in the language", Kind::Number(SHARE, UNIT_SHARE), assumption("A tenth of the work is own algorithms.");
    /// Work inside native libraries, such as model inference or image codecs; as fast in every language.
    native: Quantity = 0.0.into(), "Native libraries", Kind::Number(SHARE, UNIT_SHARE), assumption("None unless you run models or codecs.");
}
