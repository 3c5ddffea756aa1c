//! The equations of the model (`model.md`) in words: what begins with a capital is an input, the rest follows.

/// One equation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Equation {
    /// Its number, such as E9b.
    pub id: &'static str,
    /// What it gives.
    pub name: &'static str,
    /// The formula in plain text.
    pub formula: &'static str,
    /// What it is, where it comes from, or where one goes wrong.
    pub about: &'static str,
}

/// The equation with this number.
pub fn equation(id: &str) -> Option<&'static Equation> {
    EQUATIONS.iter().find(|equation| equation.id == id)
}

macro_rules! table {
    ($($id:literal, $name:literal; $formula:literal; $about:literal;)*) => {
        [$(Equation { id: $id, name: $name, formula: $formula, about: $about },)*]
    };
}

/// All equations, in the order of their numbers. ⌈ ⌉ rounds up, Σ sums, m is a month counted from 1.
pub static EQUATIONS: [Equation; 42] = table![
    "E1", "Work relative to Go";
    "k = Σ over the parts a tier does (share of the part × the part relative to Go) ÷ Requests that reach it";
    "A plain sum, not brought back to 100 %: the shares are per average request, k is per call of the tier.";
    "E2", "CPU of a request";
    "CPU ms, normal = Framework overhead + CPU for calls between tiers + Business code per request, on Go × k; heavy: with Heavy request, on Go in place of Business code per request, on Go";
    "Measured CPU per request replaces the normal one for an alternative of one tier, everything included; heavy ones scale with it by Heavy request ÷ Business code.";
    "E3", "Mean CPU of a request";
    "CPU ms per request = (1 − Heavy requests) × CPU ms, normal + Heavy requests × CPU ms, heavy";
    "The mean over normal and heavy requests.";
    "E4", "Variability of the CPU time";
    "cs² = max(1, mean of the squared CPU ms ÷ (CPU ms per request)² − 1)";
    "The squared coefficient of variation, at least 1: that of an exponential time. 1 where there is no CPU time.";
    "E5", "Growth";
    "requests/s = Peak traffic at launch × (1 + Traffic growth)^(m − Launch) × Requests that reach it; connections = Open connections at launch × (1 + Connection growth)^(m − Launch)";
    "The month of the launch has the exponent 0. Before it both are 0, and an idle fleet is paid for. Only the tier that clients connect to has connections.";
    "E6", "Cores";
    "cores = requests/s × CPU ms per request ÷ 1,000; cores to buy = cores ÷ usable load";
    "The utilisation law. Offloaded heavy work adds Heavy requests × CPU ms, heavy × Overhead of offloading, here only.";
    "E7", "Mean queue wait and usable load";
    "wait = CPU ms per request × (1 + cs²) ÷ 2 × ρ^(√(2(c + 1)) − 1) ÷ (c × (1 − ρ)); usable load = the smaller of CPU target at peak and the ρ up to 95 % at which wait = Longest mean queue wait";
    "Sakasegawa, Allen and Cunneen: a mean, not a 99th percentile. c is 1 with One process per vCPU (exactly Pollaczek and Khinchine), else all vCPUs. Heavy work that is offloaded leaves the queue. With no guard, or no such ρ, CPU target at peak holds.";
    "E8", "Instances for CPU";
    "instances for CPU = ⌈cores to buy ÷ vCPU per instance⌉";
    "0.000000001 is taken off before every rounding up, so that floating-point noise buys no instance.";
    "E9", "Requests in flight";
    "in flight = requests/s × (CPU ms per request + waiting) ÷ 1,000; waiting = Waiting for I/O per request + Σ over the other tiers (Requests that reach it × (its CPU ms per request + Hop between tiers))";
    "Little's law. Only the tier that clients connect to waits.";
    "E9b", "Instances for synchronous threads";
    "instances for connections = ⌈in flight ÷ 0.7 ÷ (vCPU per instance × Synchronous threads per process)⌉";
    "For servers that hold a thread for each request, filled to 70 %; it replaces that of E12.";
    "E10", "Memory of the processes";
    "fixed MB = processes × (Memory of one process + Heap and caches per process + Model in memory, per process)";
    "As many processes as vCPUs with One process per vCPU, each with its own copy; else one.";
    "E11", "Instances for memory";
    "variable MB = (connections × (Memory of one connection + Application state per connection) + in flight × Memory of a request in flight) ÷ 1,024; instances for memory = ⌈variable MB ÷ (Memory per instance × 1,024 × Memory target − fixed MB)⌉";
    "With no room left an instance cannot hold one copy: what needs the cost of infrastructure is then absent, never 0.";
    "E12", "Instances needed";
    "needed = max(1, for CPU, for memory, for connections); for connections = ⌈connections ÷ (Connections per process × processes)⌉";
    "The largest binds and is named; ties go to CPU, then memory, then connections.";
    "E13", "Instances with spares";
    "none: needed; n+1: needed + 1; n+2: needed + 2; az: ⌈needed × Availability zones ÷ (Availability zones − 1)⌉; target: the fewest of which needed are up with a probability of Availability target; never fewer than Fewest instances";
    "For each tier by itself. The probability is binomial in Availability of one instance: failures are taken as independent. Out of reach: warning W24.";
    "E14", "Instances billed";
    "billed = max(Fewest instances, max(1, for CPU × (1 − Autoscaling × (1 − load)), for memory, for connections) + spares), with load = Average ÷ peak traffic";
    "Only the need for CPU follows the load; memory, connections and spares do not.";
    "E15", "Compute";
    "compute a month = billed × (vCPU per instance × Price of a vCPU + Memory per instance × Price of a GB of memory) × 730 × Region × (1 − Commitment discount)";
    "730 hours a month.";
    "E16", "Data transfer";
    "GB a month = requests/s × load × Response size × 2,628,000 ÷ 1,000,000, at Data transfer out or by price steps, with load = Average ÷ peak traffic";
    "Average traffic, not peak, and decimal GB. Steps: 100 GB free, then 0.09 to 10,240 GB, 0.085 to 51,200, 0.07 to 153,600, 0.05 beyond.";
    "E17", "Infrastructure";
    "infrastructure = Σ over the tiers (compute + billed × Observability per instance) + data transfer + Shared infrastructure + Fees";
    "The cost of one month.";
    "E18", "Leavers and empty positions";
    "q = 1 − (1 − Attrition)^(1 ÷ 12); months to fill = Time to fill a position ÷ 4.348125";
    "A yearly share as a monthly one: not divided by 12, but its twelfth root.";
    "E19", "Staffed share";
    "staffed = 1 ÷ (1 + q × months to fill)";
    "The share of positions that is filled, in the steady state, from month 1 on.";
    "E20", "Payroll";
    "payroll = (staffed × Engineers today × (kept × Their base pay + (1 − kept) × Base pay of a new hire) + hired × Base pay of a new hire) × (Loaded cost ÷ base pay) ÷ 12 × rise + other roles; kept = (1 − q)^(m − 1), rise = (1 + Wage growth)^whole years, hired = staffed × Engineers to hire from month 1 + ⌈months to fill⌉ on";
    "Staff is not repriced on day one: only replacements earn the new pay; without Their base pay all do. Other roles are loaded and rise too.";
    "E21", "Ramp of output";
    "output = min(1, first day + (1 − first day) × months ÷ months to full output)";
    "A straight line; 1 where the months to full output are 0.";
    "E22", "Recruiting and training";
    "recruiting = (Engineers to hire in the month they join + q × staff) × (Own cost of a hire + Agency fee × Hires through an agency × Base pay of a new hire × rise); training = Engineers today × (1 − Team that knows the language) × Training per engineer";
    "Staff is that of E20: staffed × Engineers today + hired. Leavers are replaced each month; training falls in month 1.";
    "E23", "Engineers at full output";
    "effective = max(0, staffed × Engineers today × (knows + (1 − knows) × output of learners) + hired × output of new hires − loss); knows = Team that knows the language, loss = q × staff × New hire to full output × (1 − First-day output, new hire) ÷ 2";
    "The loss is the ramp of those who replace leavers. Both outputs are those of E21, at the middle of the month.";
    "E24", "Scope";
    "scope = Scope of the first release × Extra scope";
    "In engineer-months.";
    "E25", "Capacity";
    "capacity = effective × Output before the first release; later effective × Output after it × (1 − Maintenance after it)";
    "In engineer-months a month. The month of the first release counts as before it.";
    "E26", "First release";
    "first release = m − 1 + (scope − capacity summed to m − 1) ÷ capacity of m, in the first month m that completes the scope";
    "Not reached: “not within” the horizon, and the last month in E27. A scope of 0 is complete at 0.";
    "E27", "Delay";
    "delay = Cost of delay × the part of month m after Target of the first release and before the first release";
    "Part of a month counts as that part.";
    "E28", "Suggested probability of a rewrite";
    "p = base + 10 % for each that holds: more than 10,000 connections in the last month; more than 32 cores in it; more than 1 % heavy requests, not offloaded; more than 30 % computation, in Python; between 0 and 60 %";
    "The base is 2 % for Go, 5 % for others. A rule of thumb without data, off by default.";
    "E29", "Cost of a rewrite";
    "rewrite = Probability of a rewrite × Rewrite costs ÷ Rewrite takes, in each month from Rewrite starts on";
    "An expected value. Months past the horizon are not counted.";
    "E30", "Infrastructure during a rewrite";
    "infrastructure = own + Probability of a rewrite × Running both meanwhile × (the target's − Shared infrastructure − the target's data transfer)";
    "Both run, but share database and traffic. The target's own possible rewrite does not count.";
    "E31", "Infrastructure after a rewrite";
    "infrastructure = (1 − Probability of a rewrite) × own + Probability of a rewrite × the target's";
    "An expected value.";
    "E32", "Total";
    "total = payroll + recruiting + training + infrastructure + delay + rewrite";
    "The cost of one month.";
    "E33", "Net present value";
    "NPV = Σ total ÷ (1 + Discount rate)^(m ÷ 12)";
    "Costs fall at the end of a month, so month 1 is discounted too.";
    "E34", "Break-evens";
    "break-even = m − 1 + d(m − 1) ÷ (d(m − 1) − d(m)); d = cumulative cost of one alternative − that of the other";
    "In every month in which d changes its sign; all are listed, nominal and discounted. Touching 0 is no crossing.";
    "E34b", "Crossovers in traffic";
    "crossover = each factor from 0.1 to 100 on Peak traffic at launch at which both alternatives have the same NPV";
    "Instances are whole, so NPV moves in steps: a grid is searched, then halved.";
    "E35", "Flat score";
    "score = 10 × Σ (weight × score of the criterion) ÷ Σ weight";
    "0 to 100. Criteria that measure nearly the same count each time. No score while all weights are 0.";
    "E35b", "Grouped score";
    "score = 10 × Σ over the groups (weight of the group × Σ (weight × score of the criterion) ÷ Σ weight) ÷ Σ weight of the group";
    "The default: related criteria of one group do not add up against the others. A group whose criteria all weigh 0 drops out.";
    "E35c", "Flip weight";
    "weight that ties = weight − (leader's flat score − runner-up's, as Σ weight × score) ÷ (leader's score of the criterion − runner-up's)";
    "Where one weight alone would change the winner; none below 0.";
    "E40", "Engineers a rewrite pays for";
    "engineers = Rewrite costs ÷ (Rewrite takes × Base pay of a new hire × (Loaded cost ÷ base pay) ÷ 12)";
    "A check on the budget: fewer than 3 is thin (W9).";
    "E41", "Delivered output";
    "delivered = Σ capacity, up to the first release ÷ Extra scope; cost of an engineer-month = NPV ÷ the same sum, discounted";
    "More code for the same product is no more output. Absent where nothing is delivered.";
    "E42", "Cost at equal output";
    "cost = NPV + (most discounted output of all alternatives − own) × Their base pay × (Loaded cost ÷ base pay) ÷ 12";
    "Headcount is fixed, so a less productive language costs the same and delivers less. Leans on assumptions (W19). Without Their base pay the mean of the new hires' counts.";
];
