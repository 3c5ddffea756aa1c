//! The list of plans that a browser keeps, the one used last first. It is only a cache of what the plans themselves say.

use super::Node;
use crate::analyse::leaders;
use crate::evaluate::evaluate;
use crate::model::Plan;

/// What the list says of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The id under which it is kept.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it was last changed, in milliseconds since 1970 (UTC); 0 where that was forgotten.
    pub changed: f64,
    /// How many scenarios it has.
    pub scenarios: usize,
    /// Who scores highest and who costs least; empty where that is not known.
    pub headline: String,
}

impl Listed {
    /// What there is to say of a plan.
    pub fn of(id: &str, plan: &Plan, changed: f64) -> Self {
        let (id, title) = (id.to_owned(), plan.title.clone());
        Self { id, title, changed, scenarios: plan.scenarios.len(), headline: headline(plan) }
    }
}

fn headline(plan: &Plan) -> String {
    if !plan.faults().is_empty() {
        return String::new();
    }
    let leaders = leaders(plan, &evaluate(plan));
    let name = |id: Option<crate::model::Id>| Some(plan.alternative(id?.as_str())?.name.clone());
    match (name(leaders.score), name(leaders.cost)) {
        (Some(score), Some(cost)) if score == cost => format!("{score} scores highest and costs least"),
        (Some(score), Some(cost)) => format!("{score} scores highest, {cost} costs least"),
        (Some(score), None) => format!("{score} scores highest"),
        (None, Some(cost)) => format!("{cost} costs least"),
        (None, None) => String::new(),
    }
}

/// The list. No id stands in it twice.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shelf(Vec<Listed>);

impl Shelf {
    /// Reads the text of a list; what cannot be read of it is left out.
    pub fn read(text: &str) -> Self {
        let mut shelf = Self::default();
        let Ok(Node::List(nodes)) = super::parse(text) else { return shelf };
        for listed in nodes.into_iter().filter_map(listed) {
            if shelf.find(&listed.id).is_none() {
                shelf.0.push(listed);
            }
        }
        shelf
    }

    /// The list as a text.
    pub fn write(&self) -> String {
        let text = |text: &str| Node::Text(text.to_owned());
        let node = |listed: &Listed| {
            let fields = [
                ("id", text(&listed.id)),
                ("title", text(&listed.title)),
                ("changed", Node::Number(listed.changed)),
                ("scenarios", Node::Number(listed.scenarios as f64)),
                ("headline", text(&listed.headline)),
            ];
            Node::Object(fields.map(|(key, node)| (key.to_owned(), node)).into())
        };
        Node::List(self.0.iter().map(node).collect()).compact()
    }

    /// All of it, the plan used last first.
    pub fn plans(&self) -> &[Listed] {
        &self.0
    }

    /// What it says of a plan.
    pub fn find(&self, id: &str) -> Option<&Listed> {
        self.0.iter().find(|listed| listed.id == id)
    }

    /// Puts a plan in front, in place of what was said of it before.
    pub fn put_first(&mut self, listed: Listed) {
        self.take(&listed.id);
        self.0.insert(0, listed);
    }

    /// Puts a plan behind all others, unless it is there.
    pub fn put_last(&mut self, listed: Listed) {
        if self.find(&listed.id).is_none() {
            self.0.push(listed);
        }
    }

    /// Takes a plan out.
    pub fn take(&mut self, id: &str) -> Option<Listed> {
        let place = self.0.iter().position(|listed| listed.id == id)?;
        Some(self.0.remove(place))
    }

    /// Takes all those out that are not so.
    pub fn retain(&mut self, is_so: impl Fn(&Listed) -> bool) {
        self.0.retain(is_so);
    }
}

fn listed(node: Node) -> Option<Listed> {
    let Node::Object(fields) = node else { return None };
    let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, node)| node);
    let text = |name: &str| match field(name) {
        Some(Node::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let number = |name: &str| match field(name) {
        Some(Node::Number(number)) if *number >= 0.0 => *number,
        _ => 0.0,
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let scenarios = number("scenarios") as usize;
    let (id, title) = (text("id").filter(|id| !id.is_empty())?, text("title")?);
    Some(Listed { id, title, changed: number("changed"), scenarios, headline: text("headline").unwrap_or_default() })
}
