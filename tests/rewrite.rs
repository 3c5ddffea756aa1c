//! E28 and what a rewrite costs: the suggested probability term by term, complexity as a place in the range, the stage,
//! and the two questions of the article about rewrites.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Bare, Run, Sheet, assert_all_close, assert_close};
use weighbridge::analyse::rewrite_checks;
use weighbridge::evaluate::evaluate;
use weighbridge::evaluate::rewrite::{Strain, suggested_probability};
use weighbridge::model::{Quantity, Range};

const CALM: Strain =
    Strain { is_go: false, connections: 10_000.0, cores: 32.0, heavy_in_the_way: 0.01, pure_in_python: 0.3 };

#[test]
fn e28_each_strain_above_its_threshold_adds_ten_per_cent() {
    assert_close(suggested_probability(CALM), 0.05);
    assert_close(suggested_probability(Strain { is_go: true, ..CALM }), 0.02);
    for strained in [
        Strain { connections: 10_000.1, ..CALM },
        Strain { cores: 32.001, ..CALM },
        Strain { heavy_in_the_way: 0.0101, ..CALM },
        Strain { pure_in_python: 0.301, ..CALM },
    ] {
        assert_close(suggested_probability(strained), 0.15);
        assert_close(suggested_probability(Strain { is_go: true, ..strained }), 0.12);
    }
    // Everything at once is 0.05 + 4·0.10; the clamp at 0.6 is out of reach of these terms.
    let all = Strain { is_go: false, connections: 1e9, cores: 1e9, heavy_in_the_way: 1.0, pure_in_python: 1.0 };
    assert_close(suggested_probability(all), 0.45);
    assert_close(suggested_probability(Strain { is_go: true, ..all }), 0.42);
}

fn suggested(bare: Bare) -> [f64; 3] {
    let run = bare.run();
    ["go", "node", "python"].map(|id| run.of(id).rewriting.suggested)
}

#[test]
fn e28_looks_at_the_plan_in_its_last_month() {
    assert_all_close(&suggested(Bare::new()), &[0.02, 0.05, 0.05]);
    let at = |connections: f64| suggested(Bare::new().set("workload.connections", connections));
    assert_all_close(&at(10_000.0), &[0.02, 0.05, 0.05]);
    assert_all_close(&at(10_001.0), &[0.12, 0.15, 0.15]);
    // 6,000·1.02^11 = 7,460 after one year, 6,000·1.02^35 = 12,000 after three
    let grown = Bare::new().set("workload.connections", 6000.0).set("workload.conn_growth", 0.02);
    assert_all_close(&suggested(grown.clone()), &[0.12, 0.15, 0.15]);
    assert_all_close(&suggested(grown.set("settings.horizon_months", 12.0)), &[0.02, 0.05, 0.05]);
    // 32,000 requests/s of 1 ms keep 32 cores busy, of which only Python takes more for computation: 1 + 0.1·1
    let busy = Bare::new().set("workload.peak_rps", 32_000.0).set("workload.app_cpu_ms", 1.0);
    assert_all_close(&suggested(busy.clone()), &[0.02, 0.05, 0.05]);
    assert_all_close(&suggested(busy.set("profiles.python-fastapi.k_crud", 1.1)), &[0.02, 0.05, 0.15]);
}

#[test]
fn e28_heavy_work_counts_where_others_wait_behind_it() {
    let heavy = |share: f64| Bare::new().set("workload.heavy_share", share).set("workload.heavy_cpu_ms", 100.0);
    assert_all_close(&suggested(heavy(0.01)), &[0.02, 0.05, 0.05]);
    assert_all_close(&suggested(heavy(0.02)), &[0.12, 0.15, 0.15]);
    let offloaded = heavy(0.02).set("alternatives.node.offload_heavy", true);
    assert_all_close(&suggested(offloaded), &[0.12, 0.05, 0.15]);
}

#[test]
fn e28_computation_counts_where_python_does_it() {
    let mix = |pure: f64| Bare::new().set_all("workload.mix", &[("crud", 1.0 - pure), ("pure", pure)]);
    assert_all_close(&suggested(mix(0.3)), &[0.02, 0.05, 0.05]);
    assert_all_close(&suggested(mix(0.31)), &[0.02, 0.05, 0.15]);
    // In the hybrid Go does it, until Python does. It is no pure Go, so it starts at 0.05.
    let mut sheet = Sheet::open("ml-inference");
    // More than 32 cores are busy in either.
    sheet.put("workload.mix.native", "5%");
    sheet.put("workload.mix.pure", "31%");
    let hybrid = |sheet: &Sheet| sheet.text_of("results.hybrid.rewrite_suggested_p");
    assert_eq!(
        (hybrid(&sheet).as_str(), sheet.text_of("results.python.rewrite_suggested_p").as_str()),
        ("15\u{a0}%", "25\u{a0}%")
    );
    sheet.put("alternatives.hybrid.tiers.1.parts", "pure, native");
    assert_eq!(hybrid(&sheet), "25\u{a0}%");
}

fn rewrites(run: &Run, id: &str, months: &[usize]) -> Vec<f64> {
    months.iter().map(|month| run.month(id, *month).rewrite).collect()
}

#[test]
fn e28_counts_only_where_it_is_asked_for_and_then_in_e29() {
    let bare = Bare::new().set("workload.connections", 20_000.0);
    let bare =
        bare.set_all("alternatives.node.rewrite", &[("p", 0.5), ("start", 3.0), ("months", 4.0), ("cost", 8_000.0)]);
    // 0.5·8,000/4 a month as typed; (0.05 + 0.10)·8,000/4 as suggested
    assert_all_close(&rewrites(&bare.clone().run(), "node", &[2, 3, 6, 7]), &[0.0, 1000.0, 1000.0, 0.0]);
    let run = bare.set("alternatives.node.rewrite.probability", "suggested").run();
    assert_all_close(&rewrites(&run, "node", &[2, 3, 6, 7]), &[0.0, 300.0, 300.0, 0.0]);
    assert_close(run.of("node").rewriting.p, 0.15);
    // Nothing is free of it: Go's own row still says what was typed.
    assert_close(run.of("go").rewriting.p, 0.0);
}

#[test]
fn e30_and_e31_use_the_suggested_probability_too() {
    let bare = Bare::new().set("workload.peak_rps", 100.0).set("workload.obs_per_instance", 100.0);
    let bare = bare.set("profiles.node-fastify.overhead_ms", 40.0).set("alternatives.node.rewrite.dual_run", 0.5);
    let bare = bare.set_all("alternatives.node.rewrite", &[("start", 3.0), ("months", 2.0)]);
    let run = bare.set("alternatives.node.rewrite.probability", "suggested").run();
    // 100·40 ms: 4 cores at 50 %, 4 instances of 2; Go runs on one. p = 0.05.
    let cost = |month: usize| run.month("node", month).infrastructure.unwrap();
    // 400; 400 + 0.05·0.5·100; 0.95·400 + 0.05·100
    assert_all_close(&[cost(2), cost(3), cost(5)], &[400.0, 402.5, 385.0]);
}

fn quantity(range: Range) -> Quantity {
    Quantity::Range(range)
}

/// Python, with the incomplete Beta function as a continued fraction and bisection for PERT; the others in closed form.
#[test]
fn deciles_of_every_distribution() {
    for (range, low, high) in [
        (Range::Lognormal(200e3, 800e3), 200e3, 800e3),
        (Range::Uniform(100.0, 300.0), 120.0, 280.0),
        // ±1.2815515655446 standard deviations
        (Range::Normal(100.0, 10.0), 87.184_484_344_554, 112.815_515_655_446),
        // 100 + √(0.1·500·100), 600 − √(0.1·500·400)
        (Range::Triangular(100.0, 200.0, 600.0), 170.710_678_118_654_76, 458.578_643_762_690_5),
        // 10 − √(0.9·10·10), 10 − √(0.1·10·10)
        (Range::Triangular(0.0, 0.0, 10.0), 0.513_167_019_494_861_9, 6.837_722_339_831_621),
        // √(0.1·10·10), √(0.9·10·10)
        (Range::Triangular(0.0, 10.0, 10.0), 3.162_277_660_168_379_5, 9.486_832_980_505_138),
        (Range::Pert(0.0, 20.0, 40.0), 9.865_458_131_54, 30.134_541_868_5),
        (Range::Pert(100e3, 200e3, 600e3), 144_951.065_23, 372_667.025_217),
        (Range::Pert(1.0, 2.0, 3.0), 1.493_272_906_58, 2.506_727_093_42),
        // Beta(1, 5): 10·(1 − 0.9^0.2), 10·(1 − 0.1^0.2)
        (Range::Pert(0.0, 0.0, 10.0), 0.208_516_376_390, 3.690_426_555_20),
        (Range::Pert(0.0, 10.0, 10.0), 6.309_573_444_80, 9.791_483_623_61),
        // A mode near an end, where the density rises steeply.
        (Range::Pert(0.0, 1.0, 40.0), 1.092_728_919_6, 15.743_021_514_2),
        (Range::Pert(0.0, 0.01, 10.0), 0.210_957_668_059, 3.700_422_088_44),
        (Range::Pert(0.0, 9.9, 10.0), 6.210_321_297_89, 9.766_516_262_54),
        // No width at all.
        (Range::Pert(7.0, 7.0, 7.0), 7.0, 7.0),
        (Range::Triangular(7.0, 7.0, 7.0), 7.0, 7.0),
    ] {
        let (found_low, found_high) = range.deciles();
        assert_all_close(&[found_low, found_high], &[low, high]);
    }
    assert_eq!(Quantity::Number(5.0).deciles(), (5.0, 5.0));
}

#[test]
fn complexity_is_a_place_in_the_range_of_costs() {
    for (cost, low, mid, high) in [
        // √(200k·800k) = 400k
        (quantity(Range::Lognormal(200e3, 800e3)), 200e3, 400e3, 800e3),
        (quantity(Range::Triangular(100.0, 200.0, 600.0)), 170.710_678_118_654_76, 200.0, 458.578_643_762_690_5),
        (quantity(Range::Uniform(100.0, 300.0)), 120.0, 200.0, 280.0),
        (quantity(Range::Pert(0.0, 20.0, 40.0)), 9.865_458_131_54, 20.0, 30.134_541_868_5),
        // 10 − 1.2815515655446·20 is below nothing, and a rewrite never pays.
        (quantity(Range::Normal(10.0, 20.0)), 0.0, 10.0, 35.631_031_310_892),
        (400.0.into(), 400.0, 400.0, 400.0),
    ] {
        for (complexity, expected) in [("low", low), ("mid", mid), ("high", high)] {
            let bare = Bare::new().with(|plan| plan.alternatives[1].rewrite.cost = cost);
            let bare = bare.set_all("alternatives.node.rewrite", &[("p", 0.25), ("start", 1.0), ("months", 5.0)]);
            let bare = bare.set("alternatives.node.rewrite.complexity", complexity);
            let run = bare.clone().run();
            assert_close(run.of("node").rewriting.cost, expected);
            // E29: a twentieth a month; E40: over five months of pay of 10·1.2/12 = 1
            assert_close(run.month("node", 5).rewrite, expected / 20.0);
            assert_close(run.of("node").rewrite_fte, expected / 5.0);
            // The later, the dearer.
            let later = bare.set("team.switching_factor", 1.5).run();
            assert_close(later.month("node", 5).rewrite, 1.5 * expected / 20.0);
        }
    }
}

#[test]
fn the_stage_makes_every_rewrite_dearer() {
    let mut sheet = Sheet::open("blank");
    let rewrite = |sheet: &Sheet| sheet.session().evaluation().outcome("node").unwrap().months[24].rewrite;
    // 0.10·400k/15, and twice that
    assert_close(rewrite(&sheet), 8_000.0 / 3.0);
    sheet.one_step(|sheet| sheet.put("team.stage", "scale"));
    assert_close(rewrite(&sheet), 16_000.0 / 3.0);
    sheet.one_step(|sheet| sheet.put("alternatives.node.rewrite.complexity", "high"));
    assert_close(rewrite(&sheet), 32_000.0 / 3.0);
}

/// Three engineers at 1 a month each. Node delivers 6 engineer-months in 2 months, Go in 4 and Python in 6; each month of
/// delay after the first costs 50.
fn released() -> Bare {
    let bare = Bare::new()
        .set_all("team", &[("existing", 3.0), ("mvp_scope", 6.0), ("target_month", 1.0), ("cost_of_delay", 50.0)]);
    let bare = bare.set("alternatives.go.team.productivity", 0.5);
    let bare = bare.set("alternatives.python.team.productivity", 1.0 / 3.0);
    bare.set_all("alternatives.node.rewrite", &[("p", 0.5), ("start", 30.0), ("months", 2.0)])
}

#[test]
fn a_rewrite_is_held_against_the_first_release_and_the_delay_it_saved() {
    let bare = released().with(|plan| plan.alternatives[1].rewrite.cost = quantity(Range::Lognormal(30.0, 120.0)));
    let check = |bare: &Bare| {
        let plan = bare.clone().plan();
        let checks = rewrite_checks(&plan, &evaluate(&plan));
        assert_eq!(checks.len(), 1, "only Node may be rewritten");
        checks.into_iter().next().unwrap()
    };
    let own = check(&bare);
    assert_eq!(own.alternative, 1);
    // Payroll of 3 for two months; 90 % quantile 120; 0.5·√(30·120) = 30
    assert_close(own.first_release.unwrap(), 6.0);
    assert_close(own.high, 120.0);
    assert_close(own.expected, 30.0);
    // Delayed for 1 month instead of Python's 5
    assert_close(own.saved_delay, 200.0);
    assert!(own.sentences[0].contains("20.0 times its first release"), "{}", own.sentences[0]);
    assert!(
        own.sentences[1].contains("more than the") && !own.sentences[1].contains("not more"),
        "{}",
        own.sentences[1]
    );
    // The other way round: at 7 times the switching cost, 210 are expected.
    let own = check(&bare.clone().set("team.switching_factor", 7.0));
    assert_all_close(&[own.high, own.expected], &[840.0, 210.0]);
    assert!(own.sentences[1].contains("not more than the"), "{}", own.sentences[1]);
    // A release that is never reached has no cost to compare with.
    let own = check(&bare.clone().set("team.mvp_scope", 1e6));
    assert_eq!(own.first_release, None);
    assert!(own.sentences[0].contains("is not reached"), "{}", own.sentences[0]);
    // Month 2 counts as far as it is needed: 4.5 engineer-months are done after 1.5 months.
    assert_close(check(&bare.clone().set("team.mvp_scope", 4.5)).first_release.unwrap(), 4.5);
    // Nothing to check without a probability, or without a cost.
    for input in ["p", "cost"] {
        let plan = bare.clone().set(&format!("alternatives.node.rewrite.{input}"), 0.0).plan();
        assert!(rewrite_checks(&plan, &evaluate(&plan)).is_empty());
    }
}
