//! Pictures as SVG, and what stands in them; plans that are hard to draw.

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform, text_anchor,
};
use plotters_svg::SVGBackend;
use weighbridge::analyse::crossover;
use weighbridge::chart::{
    CostByTraffic, CumulativeCost, Instances, Memory, MonthlyCost, Output, Picture, Ranking, RewriteStaff, Theme, text,
};
use weighbridge::evaluate::{Evaluation, evaluate};
use weighbridge::model::{Id, Plan};
use weighbridge::starter::Starter;

/// SVG with text as large as on a canvas (plotters-svg divides sizes by 1.24), and with text as wide as estimated.
pub struct Svg<'a>(SVGBackend<'a>, &'a str);

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

pub fn svg_in(picture: &Picture, theme: &Theme, width: f64, scale: f64, face: &str) -> String {
    let (units, height) = ((width * scale) as u32, (picture.height_css(width) * scale) as u32);
    let mut text = String::new();
    picture.draw(Svg(SVGBackend::with_string(&mut text, (units, height)), face), theme, scale).unwrap();
    assert!(text.trim_end().ends_with("</svg>"), "cut off: {}", picture.id());
    assert!(!text.contains("NaN") && !text.contains("inf"), "not a number in {}", picture.id());
    text
}

pub fn svg(picture: &Picture, width: f64) -> String {
    svg_in(picture, &Theme::LIGHT, width, 4.0, "")
}

pub fn attribute(tag: &str, name: &str) -> f64 {
    let rest = tag.split(&format!(" {name}=\"")).nth(1).unwrap();
    rest.split('"').next().unwrap().parse().unwrap()
}

/// A text of an SVG and where it stands, in CSS pixels.
#[derive(Debug)]
pub struct Label {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub y: f64,
}

pub fn labels(svg: &str) -> Vec<Label> {
    let label = |part: &str| {
        let (tag, rest) = part.split_once('>').unwrap();
        let text = rest.split("</text").next().unwrap().trim_matches('\n');
        let text = text
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .replace("&quot;", "\"")
            .replace("&apos;", "'");
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
pub fn assert_legible(picture: &Picture, width: f64, what: &str) {
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

/// Ranking, cumulative cost, monthly cost of each alternative, and all others.
pub fn every_picture(plan: &Plan) -> Vec<Picture> {
    let evaluation = evaluate(plan);
    let mut pictures = pictures(plan);
    pictures.push(Picture::Output(Output::of(plan, &evaluation)));
    pictures.push(Picture::Crossover(CostByTraffic::of(plan, &crossover(plan))));
    pictures.push(Picture::Memory(Memory::of(plan)));
    pictures.push(Picture::RewriteStaff(RewriteStaff::of(plan, &evaluation)));
    let instances = |id: &Id| Picture::Instances(Instances::of(plan, &evaluation, id));
    pictures.extend(plan.alternatives.iter().map(|alternative| instances(&alternative.id)));
    pictures
}

/// The first picture with this id.
pub fn picture(plan: &Plan, id: &str) -> Picture {
    every_picture(plan).into_iter().find(|picture| picture.id() == id).unwrap()
}

/// Ranking, cumulative cost, and monthly cost of each alternative.
pub fn pictures(plan: &Plan) -> Vec<Picture> {
    let evaluation = evaluate(plan);
    let monthly = |id: &Id| Picture::MonthlyCost(MonthlyCost::of(plan, &evaluation, id));
    let common = [
        Picture::Ranking(Ranking::of(plan, &evaluation)),
        Picture::CumulativeCost(CumulativeCost::of(plan, &evaluation)),
    ];
    common.into_iter().chain(plan.alternatives.iter().map(|alternative| monthly(&alternative.id))).collect()
}

pub fn score(plan: &Plan, evaluation: &Evaluation, id: &str) -> f64 {
    let score = &evaluation.outcome(id).unwrap().score;
    if plan.is_grouped() { score.grouped } else { score.flat }.unwrap()
}

pub fn plan_of(id: &str) -> Plan {
    Starter::find(id).unwrap().plan()
}

pub fn set(plan: &mut Plan, path: &str, value: f64) {
    plan.set(&path.into(), weighbridge::model::Value::Number(value)).unwrap();
}

/// The high-concurrency plan with as many alternatives as a plan can have, most with long names.
pub fn crowded() -> Plan {
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
pub fn free() -> Plan {
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
