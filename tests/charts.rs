//! Every picture of every starter, drawn as SVG and read back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform, text_anchor,
};
use plotters_svg::SVGBackend;
use weighbridge::chart::scale::{Ticks, Unit, spread};
use weighbridge::chart::theme::{contrast, parse};
use weighbridge::chart::{Color, CumulativeCost, MonthlyCost, Picture, Ranking, Theme, text};
use weighbridge::evaluate::{Evaluation, evaluate};
use weighbridge::model::amount::{money, number};
use weighbridge::model::{Id, Plan};
use weighbridge::starter::{STARTERS, Starter};

/// SVG with text as large as on a canvas (plotters-svg divides sizes by 1.24), and with text as wide as estimated.
struct Svg<'a>(SVGBackend<'a>, &'a str);

struct Larger<'a, S>(&'a S, &'a str);

impl<S: BackendTextStyle> BackendTextStyle for Larger<'_, S> {
    type FontError = S::FontError;
    fn color(&self) -> BackendColor {
        self.0.color()
    }
    fn size(&self) -> f64 {
        self.0.size() * 1.24
    }
    fn transform(&self) -> FontTransform {
        self.0.transform()
    }
    fn style(&self) -> FontStyle {
        self.0.style()
    }
    fn anchor(&self) -> text_anchor::Pos {
        self.0.anchor()
    }
    fn family(&self) -> FontFamily<'_> {
        if self.1.is_empty() { self.0.family() } else { FontFamily::Name(self.1) }
    }
    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        self.0.layout_box(text)
    }
    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        at: BackendCoord,
        draw: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        self.0.draw(text, at, draw)
    }
}

type Drawn<'a> = Result<(), DrawingErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

impl<'a> DrawingBackend for Svg<'a> {
    type ErrorType = <SVGBackend<'a> as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }
    fn ensure_prepared(&mut self) -> Drawn<'a> {
        self.0.ensure_prepared()
    }
    fn present(&mut self) -> Drawn<'a> {
        self.0.present()
    }
    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn<'a> {
        self.0.draw_pixel(point, color)
    }
    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn<'a> {
        self.0.draw_rect(a, b, style, fill)
    }
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn<'a> {
        self.0.draw_path(path, style)
    }
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn<'a> {
        self.0.fill_polygon(path, style)
    }
    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn<'a> {
        self.0.draw_circle(at, radius, style, fill)
    }
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn<'a> {
        self.0.draw_text(text, &Larger(style, self.1), at)
    }
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let font = text::Font { size: style.size(), bold };
        Ok((text::width(text, font).ceil() as u32, style.size() as u32))
    }
}

fn svg_in(picture: &Picture, theme: &Theme, width: f64, scale: f64, face: &str) -> String {
    let (units, height) = ((width * scale) as u32, (picture.height_css(width) * scale) as u32);
    let mut text = String::new();
    picture.draw(Svg(SVGBackend::with_string(&mut text, (units, height)), face), theme, scale).unwrap();
    assert!(text.trim_end().ends_with("</svg>"), "cut off: {}", picture.id());
    assert!(!text.contains("NaN") && !text.contains("inf"), "not a number in {}", picture.id());
    text
}

fn svg(picture: &Picture, width: f64) -> String {
    svg_in(picture, &Theme::LIGHT, width, 4.0, "")
}

fn attribute(tag: &str, name: &str) -> f64 {
    let rest = tag.split(&format!(" {name}=\"")).nth(1).unwrap();
    rest.split('"').next().unwrap().parse().unwrap()
}

/// A text of an SVG and where it stands, in CSS pixels.
#[derive(Debug)]
struct Label {
    text: String,
    left: f64,
    right: f64,
    y: f64,
}

fn labels(svg: &str) -> Vec<Label> {
    let label = |part: &str| {
        let (tag, rest) = part.split_once('>').unwrap();
        let text = rest.split("</text").next().unwrap().trim_matches('\n');
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&quot;", "\"");
        let font = text::Font { size: attribute(tag, "font-size") / 4.0, bold: tag.contains("bold") };
        let (x, width) = (attribute(tag, "x") / 4.0, text::width(&text, font));
        let left = match tag {
            tag if tag.contains("\"start\"") => x,
            tag if tag.contains("\"end\"") => x - width,
            _ => x - width / 2.0,
        };
        Label { text, left, right: left + width, y: attribute(tag, "y") / 4.0 }
    };
    svg.split("<text").skip(1).map(label).collect()
}

/// No text on another, none outside.
fn assert_legible(picture: &Picture, width: f64, what: &str) {
    let labels = labels(&svg(picture, width));
    for (index, a) in labels.iter().enumerate() {
        let what = format!("{what}, {} at {width}", picture.id());
        assert!(a.left >= -0.5 && a.right <= width + 0.5, "{what}: outside: {a:?}");
        assert!(a.y > 5.0 && a.y < picture.height_css(width) - 5.0, "{what}: outside: {a:?}");
        for b in &labels[index + 1..] {
            let apart = (a.y - b.y).abs() >= 13.0 || a.right <= b.left || b.right <= a.left;
            assert!(apart, "{what}: on each other: {a:?} {b:?}");
        }
    }
}

fn pictures(plan: &Plan) -> Vec<Picture> {
    let evaluation = evaluate(plan);
    let monthly = |id: &Id| Picture::MonthlyCost(MonthlyCost::of(plan, &evaluation, id));
    let common = [
        Picture::Ranking(Ranking::of(plan, &evaluation)),
        Picture::CumulativeCost(CumulativeCost::of(plan, &evaluation)),
    ];
    common.into_iter().chain(plan.alternatives.iter().map(|alternative| monthly(&alternative.id))).collect()
}

fn score(plan: &Plan, evaluation: &Evaluation, id: &str) -> f64 {
    let score = &evaluation.outcome(id).unwrap().score;
    if plan.is_grouped() { score.grouped } else { score.flat }.unwrap()
}

fn plan_of(id: &str) -> Plan {
    Starter::find(id).unwrap().plan()
}

fn set(plan: &mut Plan, path: &str, value: f64) {
    plan.set(&path.into(), weighbridge::model::Value::Number(value)).unwrap();
}

/// The high-concurrency plan with as many alternatives as a plan can have, most with long names.
fn crowded() -> Plan {
    let mut plan = plan_of("high-concurrency-api");
    for (index, color) in ["#56b4e9", "#e69f00", "#f0e442", "#cc79a7", "#000000"].iter().enumerate() {
        let mut copy = plan.alternatives[index % 3].clone();
        copy.id = format!("copy{index}").as_str().into();
        copy.name = format!("{} with a name that goes on and on, number {index}", copy.name);
        copy.color = (*color).into();
        let salary = copy.team.salary.central() * (1.0 + 0.003 * index as f64);
        copy.team.salary = salary.into();
        for criterion in &mut plan.criteria {
            let score = *criterion.scores.get(plan.alternatives[index % 3].id.as_str()).unwrap();
            criterion.scores.insert(copy.id.clone(), score);
        }
        plan.alternatives.push(copy);
    }
    plan.check().unwrap();
    plan
}

/// A plan in which nothing costs anything.
fn free() -> Plan {
    let mut plan = plan_of("high-concurrency-api");
    let money = ["existing", "hires", "cost_of_delay"].map(|name| format!("team.{name}"));
    let prices = ["price_vcpu_hour", "price_gb_hour", "shared_infra", "obs_per_instance", "egress_flat"];
    for path in money.into_iter().chain(prices.map(|name| format!("workload.{name}"))) {
        set(&mut plan, &path, 0.0);
    }
    plan.team.other_roles.clear();
    for id in ["go", "node", "python"] {
        set(&mut plan, &format!("alternatives.{id}.rewrite.p"), 0.0);
    }
    plan
}

#[test]
fn every_starter_draws_at_every_width() {
    for starter in STARTERS {
        let plan = starter.plan();
        for picture in pictures(&plan) {
            assert_eq!(picture.missing(), None);
            for width in [300.0, 320.0, 390.0, 480.0, 640.0, 900.0, 1200.0, 1400.0] {
                assert_legible(&picture, width, starter.id);
                svg_in(&picture, &Theme::DARK, width, 1.0, "");
            }
        }
    }
}

#[test]
fn names_scores_and_totals_stand_in_the_pictures() {
    for starter in STARTERS {
        let plan = starter.plan();
        let evaluation = evaluate(&plan);
        let [ranking, cumulative, monthly @ ..] = &pictures(&plan)[..] else { panic!("three pictures") };
        for width in [320.0, 640.0, 1200.0] {
            let (ranking, cumulative) = (labels(&svg(ranking, width)), labels(&svg(cumulative, width)));
            for (alternative, monthly) in plan.alternatives.iter().zip(monthly) {
                let (id, name) = (alternative.id.as_str(), &alternative.name);
                let score = number(score(&plan, &evaluation, id), 1);
                assert!(ranking.iter().any(|label| label.text == *name), "{name} {width}");
                assert!(ranking.iter().any(|label| label.text == score), "{name} {score}");
                let outcome = evaluation.outcome(id).unwrap();
                let end = format!("{} {name}", money(outcome.money.unwrap().total, &plan.settings.currency));
                let shortened = |text: &str| text.strip_suffix('…').is_some_and(|start| end.starts_with(start));
                let is_end = |label: &Label| label.text == end || (width < 480.0 && shortened(&label.text));
                assert!(cumulative.iter().any(is_end), "{end} {width}: {cumulative:?}");
                let payroll: f64 = outcome.months.iter().map(|month| month.people.payroll).sum();
                let payroll = format!("{} Payroll", money(payroll, &plan.settings.currency));
                assert!(labels(&svg(monthly, width)).iter().any(|label| label.text == payroll), "{payroll}");
            }
        }
    }
}

#[test]
fn long_names_and_eight_alternatives_stay_legible() {
    let plan = crowded();
    for picture in pictures(&plan) {
        for width in [300.0, 320.0, 640.0, 1200.0, 1400.0] {
            assert_legible(&picture, width, "crowded");
        }
    }
}

#[test]
fn all_horizons() {
    for months in [12, 13, 24, 59, 60] {
        let mut plan = plan_of("ml-inference");
        set(&mut plan, "settings.horizon_months", f64::from(months));
        for picture in pictures(&plan) {
            for width in [300.0, 640.0, 1400.0] {
                assert_legible(&picture, width, &format!("{months} months"));
            }
        }
    }
}

#[test]
fn a_plan_that_costs_nothing() {
    let plan = free();
    let pictures = pictures(&plan);
    for picture in &pictures {
        assert_legible(picture, 640.0, "free");
    }
    assert_eq!(pictures[1].title(), "Cumulative cost, $");
    assert_eq!(pictures[2].summary(), "Go costs nothing.");
    assert!(pictures[1].summary().starts_with("Over 36 months Go costs least, $0;"), "{}", pictures[1].summary());
}

#[test]
fn unknown_costs_are_named_and_left_out() {
    let mut plan = plan_of("ml-inference");
    set(&mut plan, "alternatives.python.tiers.0.model_mb", 1e6);
    set(&mut plan, "alternatives.hybrid.tiers.1.model_mb", 1e6);
    for id in ["go", "node"] {
        set(&mut plan, &format!("alternatives.{id}.rewrite.p"), 0.0);
    }
    let evaluation = evaluate(&plan);
    let known = evaluation.alternatives.iter().filter(|outcome| outcome.money.is_some()).count();
    assert_eq!(known, 2);
    let drawn = pictures(&plan);
    let unknown = "The cost of Python and Hybrid Go + Python is unknown";
    assert!(drawn[1].summary().contains(unknown), "{}", drawn[1].summary());
    assert!(!svg(&drawn[1], 640.0).contains("Python"));
    assert!(drawn[4].missing().unwrap().contains("The cost of Python is unknown"));
    assert!(drawn[4].table().rows.is_empty());
    for picture in &drawn {
        assert_legible(picture, 320.0, "unknown");
    }
    set(&mut plan, "alternatives.go.tiers.0.model_mb", 1e6);
    set(&mut plan, "alternatives.node.tiers.0.model_mb", 1e6);
    let cumulative = &pictures(&plan)[1];
    assert!(cumulative.missing().is_some());
    assert_eq!(cumulative.crosshair(640.0, 5), None);
    assert_legible(cumulative, 300.0, "nothing known");
}

#[test]
fn no_weight_no_score() {
    let mut plan = plan_of("startup-mvp");
    for index in 0..plan.criteria.len() {
        plan.criteria[index].weight = 0.0.into();
    }
    let ranking = &pictures(&plan)[0];
    assert!(ranking.missing().unwrap().contains("set a weight"));
    assert!(svg(ranking, 640.0).contains("set a weight"));
}

#[test]
fn the_ruled_out_are_said_to_be() {
    let mut plan = plan_of("high-concurrency-api");
    let first = plan.criteria[0].clone();
    let best = first.scores.values().map(|score| score.central()).fold(0.0, f64::max);
    plan.criteria[0].threshold = Some(best.into());
    let python = number(score(&plan, &evaluate(&plan), "python"), 1);
    let ranking = &pictures(&plan)[0];
    let summary = ranking.summary();
    assert!(summary.contains(&format!("Python {python} is ruled out by {}.", first.name)), "{summary}");
    for width in [320.0, 640.0] {
        assert!(svg(ranking, width).contains("ruled out"));
        assert_legible(ranking, width, "ruled out");
    }
}

#[test]
fn many_groups_become_a_few() {
    let mut plan = plan_of("high-concurrency-api");
    for (index, criterion) in plan.criteria.clone().iter().enumerate() {
        let mut group = plan.groups[0].clone();
        group.id = format!("g{index}").as_str().into();
        group.name = format!("Group with a long name {index}");
        plan.criteria[index].group = group.id.clone();
        plan.criteria[index].weight = 1.0.into();
        let _ = criterion;
        plan.groups.push(group);
    }
    plan.check().unwrap();
    let ranking = &pictures(&plan)[0];
    assert_eq!(ranking.table().header.len(), 2 + 8 + 1);
    for width in [300.0, 640.0, 1400.0] {
        assert_legible(ranking, width, "groups");
    }
}

#[test]
fn tables_hold_the_numbers_of_the_evaluation() {
    let plan = plan_of("high-concurrency-api");
    let evaluation = evaluate(&plan);
    let drawn = pictures(&plan);
    let ranking = drawn[0].table();
    for row in &ranking.rows {
        assert_eq!(row.len(), ranking.header.len());
        let alternative = plan.alternatives.iter().find(|alternative| alternative.name == row[0]).unwrap();
        assert_eq!(row[1], number(score(&plan, &evaluation, alternative.id.as_str()), 1));
    }
    let cumulative = drawn[1].table();
    assert_eq!(cumulative.rows.len(), 36);
    for (index, row) in cumulative.rows.iter().enumerate() {
        assert_eq!(row.len(), cumulative.header.len());
        for (cell, outcome) in row[1..].iter().zip(&evaluation.alternatives) {
            assert_eq!(*cell, number(outcome.months[index].cumulative.unwrap(), 0));
        }
        let values = drawn[1].values_at(index + 1);
        assert_eq!(values[0], ("Go".into(), format!("${}", row[1])));
    }
    let monthly = drawn[2].table();
    assert_eq!(monthly.rows.len(), 36);
    for (row, month) in monthly.rows.iter().zip(&evaluation.alternatives[0].months) {
        assert_eq!(row.len(), monthly.header.len());
        assert_eq!(*row.last().unwrap(), number(month.total.unwrap(), 0));
        assert_eq!(row[1], number(month.people.payroll, 0));
        let total = drawn[2].values_at(month.number).pop().unwrap();
        assert_eq!(total, ("Total".into(), format!("${}", row.last().unwrap())));
    }
}

#[test]
fn break_evens_are_told_the_right_way_round() {
    for starter in STARTERS {
        let plan = starter.plan();
        let evaluation = evaluate(&plan);
        let table = pictures(&plan)[1].table();
        let told: Vec<&str> = table.rows.iter().flat_map(|row| row.last().unwrap().split("; ")).collect();
        let told: Vec<&str> = told.into_iter().filter(|text| !text.is_empty()).collect();
        assert_eq!(told.len(), evaluation.break_evens.iter().map(|pair| pair.nominal.len()).sum::<usize>());
        for pair in &evaluation.break_evens {
            let [a, b] = [&pair.a, &pair.b].map(|id| evaluation.outcome(id.as_str()).unwrap());
            let [an, bn] = [&pair.a, &pair.b].map(|id| &plan.alternative(id.as_str()).unwrap().name);
            for month in &pair.nominal {
                let after = month.floor() as usize;
                let a_is_dearer = a.months[after].cumulative > b.months[after].cumulative;
                let (over, under) = if a_is_dearer { (an, bn) } else { (bn, an) };
                let words = format!("{over} passes {under} in month {}", number(*month, 1));
                assert!(told.contains(&words.as_str()), "{}: {words} not in {told:?}", starter.id);
            }
        }
    }
}

#[test]
fn summaries_say_the_numbers() {
    let plan = plan_of("high-concurrency-api");
    let evaluation = evaluate(&plan);
    let drawn = pictures(&plan);
    let scores = ["go", "node", "python"].map(|id| number(score(&plan, &evaluation, id), 1));
    let [go, node, python] = scores;
    let ranked = format!("Go scores highest, {go} of 100; Node.js {node} and Python {python} follow.");
    assert_eq!(drawn[0].summary(), ranked);
    let total = |id: &str| money(evaluation.outcome(id).unwrap().money.unwrap().total, "USD");
    let [go, node, python] = ["go", "node", "python"].map(total);
    assert_eq!(drawn[1].title(), "Cumulative cost, $ million");
    let summary = drawn[1].summary();
    for part in [format!("Node.js costs least, {node}; "), format!("Python {python} ("), format!("Go {go} (")] {
        assert!(summary.contains(&part), "{summary}");
    }
    let crossing = evaluation.break_evens[0].nominal.last().unwrap();
    let crossing = format!("Go passes Node.js in month {}", number(*crossing, 1));
    assert!(summary.contains(&crossing), "{summary}");
    assert_eq!(drawn[2].title(), "Monthly cost of Go, $ thousand");
    let months = &evaluation.alternatives[0].months;
    let [first, last] = [0, 35].map(|index: usize| money(months[index].total.unwrap(), "USD"));
    let monthly = format!("Go costs {first} in month 1 and {last} in month 36, {go} in all: payroll ");
    assert!(drawn[2].summary().starts_with(&monthly), "{}", drawn[2].summary());
}

#[test]
fn the_crosshair_and_the_pointer_agree() {
    let plan = plan_of("high-concurrency-api");
    for picture in &pictures(&plan)[1..] {
        for width in [300.0, 640.0, 1400.0] {
            for month in 1..=36 {
                let x = picture.crosshair(width, month).unwrap();
                assert_eq!(picture.month_at(width, x), Some(month), "{} {width}", picture.id());
            }
            assert_eq!(picture.crosshair(width, 0), None);
            assert_eq!(picture.crosshair(width, 37), None);
            assert_eq!(picture.month_at(width, -20.0), None);
            assert_eq!(picture.month_at(width, width), None);
        }
    }
}

#[test]
fn an_unchanged_picture_is_equal() {
    let mut plan = plan_of("high-concurrency-api");
    let before = pictures(&plan);
    plan.title = "Another question".into();
    assert_eq!(before, pictures(&plan));
    set(&mut plan, "workload.shared_infra", 900.0);
    let after = pictures(&plan);
    assert_eq!(before[0], after[0]);
    assert_ne!(before[1], after[1]);
}

#[test]
fn every_colour_is_readable() {
    let hues = ["#0072b2", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#e69f00", "#f0e442", "#000000", "#ffffff"];
    for theme in [Theme::LIGHT, Theme::DARK] {
        assert!(contrast(theme.ink, theme.paper) >= 7.0);
        assert!(contrast(theme.muted, theme.paper) >= 4.5);
        for hue in hues.map(parse) {
            assert!(contrast(theme.graphic(hue), theme.paper) >= 3.0);
            assert!(contrast(theme.lettering(hue), theme.paper) >= 4.5);
            assert!(contrast(theme.text_on(hue), hue) >= 4.5);
        }
    }
    assert_eq!(parse("#0072b2"), Color(0, 114, 178));
}

#[test]
fn labels_move_as_little_as_they_can() {
    assert_eq!(spread(&[10.0, 50.0], 16.0, 0.0, 100.0), [10.0, 50.0]);
    assert_eq!(spread(&[50.0, 50.0], 16.0, 0.0, 100.0), [42.0, 58.0]);
    assert_eq!(spread(&[1.0, 2.0, 90.0], 16.0, 0.0, 100.0), [0.0, 16.0, 90.0]);
    assert_eq!(spread(&[98.0, 99.0], 16.0, 0.0, 100.0), [84.0, 100.0]);
    assert_eq!(spread(&[], 16.0, 0.0, 100.0), [0.0; 0]);
}

#[test]
fn ticks_are_round() {
    let ticks = |low, high| {
        let ticks = Ticks::within(low, high, 5.0);
        ticks.labels(Unit::of(high))
    };
    assert_eq!(ticks(0.0, 6.53e6), ["0", "1", "2", "3", "4", "5", "6"]);
    assert_eq!(ticks(0.0, 1.2e6), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0", "1.2"]);
    assert_eq!(ticks(-66e3, 186e3), ["−50", "0", "50", "100", "150"]);
    assert_eq!(ticks(0.0, 3.0), ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"]);
    assert_eq!(ticks(0.0, 0.0), ["0"]);
    assert_eq!(ticks(0.0, 1e15).len(), 6);
}

/// Writes pictures to look at: `CHARTS=/tmp/charts cargo test --no-default-features --test charts look`.
#[test]
fn look() {
    let Ok(folder) = std::env::var("CHARTS") else { return };
    let mut plans: Vec<(String, Plan)> = STARTERS.iter().map(|starter| (starter.id.into(), starter.plan())).collect();
    plans.push(("crowded".into(), crowded()));
    plans.push(("free".into(), free()));
    let mut strict = plan_of("high-concurrency-api");
    strict.criteria[0].threshold = Some(9.0.into());
    plans.push(("strict".into(), strict));
    for (name, plan) in &plans {
        for (index, picture) in pictures(plan).iter().enumerate() {
            for (theme, tone) in [(Theme::LIGHT, "light"), (Theme::DARK, "dark")] {
                for width in [320.0, 640.0, 1200.0] {
                    let svg = svg_in(picture, &theme, width, 8.0, "Inter");
                    let file = format!("{folder}/{name}-{width}-{tone}-{index}-{}.svg", picture.id());
                    std::fs::write(file, svg).unwrap();
                }
            }
        }
    }
}

#[test]
fn a_chart_that_cannot_be_drawn_has_no_month_to_read() {
    let mut plan = Starter::find("blank").unwrap().plan();
    plan.set(&"workload.ram_gb".into(), weighbridge::model::Value::Number(0.01)).unwrap();
    let evaluation = evaluate(&plan);
    let monthly = Picture::MonthlyCost(MonthlyCost::of(&plan, &evaluation, &"go".into()));
    assert!(monthly.missing().is_some());
    assert_eq!(monthly.months(), 0, "an unknown cost is not $0");
}
