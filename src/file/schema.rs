//! The JSON Schema of a plan file, for editors and other programs. It is the shape of the file around the inputs, whose
//! declarations say the rest.

use std::ops::RangeInclusive;

use super::schema_input::{Definitions, object, of_type, range, reference, text};
use super::{FORMAT, Node, VERSION};
use crate::model::counts::{
    ALTERNATIVES, CRITERIA, GROUPS, NOTES, OVERRIDES, PROFILES, ROLES, SCENARIOS, TIERS, VERSIONS,
};
use crate::model::scenario::{NAME, NOTE};
use crate::model::{
    Alternative, Criterion, Group, Hiring, Id, Input, Kind, Language, Plan, Profile, RAW, Record, Rewrite, Role, SCORE,
    Slot, Stack, Tier, Value, Version,
};

type Entries = Vec<(String, Node)>;

const DESCRIPTION: &str = "What is left out takes its default; a list that is left out is that of the blank plan. \
    The command “weighbridge check” looks at what no schema can say: that ids are unique and references exist; that every \
    criterion scores every alternative; that the shares of the mix sum to 1; that the tiers of an alternative divide the \
    work among them and clients connect to one; that the numbers of a range rise and its middle is within bounds; that \
    days exist; that notes and overrides name inputs of the plan, and that the plan holds together with each scenario.";

/// The schema as the text of a file, written like a plan.
pub fn schema() -> String {
    // As for plans, writing into memory cannot fail.
    let mut text = serde_json::to_string_pretty(&document()).unwrap_or_default();
    text.push('\n');
    text
}

fn document() -> Node {
    let mut definitions = Definitions(shared());
    let properties = properties(&mut definitions);
    let mut entries = vec![
        ("$schema".into(), text("https://json-schema.org/draft/2020-12/schema")),
        ("title".into(), text(&format!("Weighbridge plan, version {VERSION}"))),
        ("description".into(), text(DESCRIPTION)),
    ];
    entries.extend(closed(properties, &["format", "version"]));
    entries.push(("$defs".into(), Node::Object(definitions.0)));
    Node::Object(entries)
}

/// The definitions that belong to no declaration.
fn shared() -> Entries {
    let step = "[A-Za-z0-9_-]";
    let pattern = |words: &str, pattern: String| {
        object([("description", text(words)), ("type", text("string")), ("pattern", text(&pattern))])
    };
    let any = of_type("number");
    let words = object([("type", text("array")), ("items", of_type("string"))]);
    let mut values: Vec<Node> = ["null", "boolean", "number", "string"].map(of_type).into();
    values.extend([words, range(&any, &any)]);
    let value = [
        ("description", text("What an input may hold; which of these, the input says.")),
        ("anyOf", Node::List(values)),
    ];
    vec![
        entry("id", pattern("The id of a thing in the plan.", format!("^{step}{{1,{}}}$", Id::MAX_LENGTH))),
        entry("path", pattern("The path of an input, such as workload.peak_rps.", format!("^{step}+(\\.{step}+)*$"))),
        entry("value", object(value)),
        entry("formula", pattern("A formula. The place is kept for it; this version reads none.", "^=".into())),
    ]
}

fn properties(definitions: &mut Definitions) -> Entries {
    let blank = Plan::default();
    let title = blank
        .input(&"title".into())
        .map_or(Node::Flag(true), |title| or_null(definitions.input(title, Some(Value::Text(blank.title.clone())))));
    let template = "The starter plan it began from; its values count as defaults.";
    vec![
        entry("format", object([("const", text(FORMAT))])),
        entry("version", object([("const", Node::Number(f64::from(VERSION)))])),
        entry("app", object([("description", text("The version of the program that wrote the file; not looked at."))])),
        entry("title", title),
        entry("template", free_text(template)),
        entry("decision", plain(definitions, &blank.decision)),
        entry("settings", plain(definitions, &blank.settings)),
        entry("groups", list("Groups of criteria.", &GROUPS, group(definitions))),
        entry("criteria", list("What the alternatives are judged by.", &CRITERIA, criterion(definitions, &blank))),
        entry("workload", {
            let mix = plain(definitions, &blank.workload.mix);
            let mut fields = inputs(definitions, &[&blank.workload]);
            fields.push(entry("mix", mix));
            Node::Object(closed(fields, &[]))
        }),
        entry("team", {
            let mut fields = inputs(definitions, &[&blank.team]);
            fields.push(entry(
                "other_roles",
                list(
                    "People whose cost is the same whatever the language.",
                    &ROLES,
                    plain(definitions, &Role::default()),
                ),
            ));
            Node::Object(closed(fields, &[]))
        }),
        entry("profiles", list("Languages with their frameworks.", &PROFILES, profile(definitions, &blank))),
        entry("alternatives", list("What is compared.", &ALTERNATIVES, alternative(definitions))),
        entry("thresholds", plain(definitions, &blank.thresholds)),
        entry("scenarios", list("Named sets of differences from the plan.", &SCENARIOS, scenario(definitions))),
        entry("notes", {
            let note =
                vec![entry("text", free_text("A remark.")), entry("source", free_text("Where the number comes from."))];
            let mut notes = by_key("path", Node::Object(closed(note, &[])));
            notes.push(entry("maxProperties", Node::Number(*NOTES.end() as f64)));
            Node::Object(notes)
        }),
        entry("versions", list("The plan as it was before, the oldest first.", &VERSIONS, version(definitions))),
    ]
}

fn group(definitions: &mut Definitions) -> Node {
    with_id(inputs(definitions, &[&Group::default()]), &[])
}

/// The computed criteria come with ends of their own, so these have no default that always holds.
fn criterion(definitions: &mut Definitions, blank: &Plan) -> Node {
    let known: Vec<Criterion> = blank.criteria.iter().map(|known| Criterion::with_id(known.id.clone())).collect();
    let mut fields = inputs(definitions, &also(&Criterion::default(), &known));
    for input in [&SCORE, &RAW] {
        let of_one = definitions.input(input, None);
        fields.push(entry(input.name, Node::Object(by_key("id", of_one))));
    }
    with_id(fields, &[SCORE.name])
}

/// So do the profiles of the catalogue.
fn profile(definitions: &mut Definitions, blank: &Plan) -> Node {
    with_id(inputs(definitions, &also(&Profile::default(), &blank.profiles)), &[])
}

/// What hiring and rewriting default to depends on the languages of the tiers.
fn alternative(definitions: &mut Definitions) -> Node {
    let languages = Language::WORDS.iter().filter_map(|word| Language::from_word(word));
    let stacks: Vec<Stack> = languages.map(Stack::Single).chain([Stack::Hybrid]).collect();
    let hirings: Vec<Hiring> = stacks.iter().map(|stack| Hiring::of(*stack)).collect();
    let rewrites: Vec<Rewrite> = stacks.iter().map(|stack| Rewrite::of(*stack)).collect();
    let mut fields = inputs(definitions, &[&Alternative::default()]);
    fields.push(entry(
        "tiers",
        list("The services it consists of, the one in front first.", &TIERS, plain(definitions, &Tier::default())),
    ));
    fields.push(entry("team", Node::Object(closed(inputs(definitions, &also(&Hiring::default(), &hirings)), &[]))));
    fields
        .push(entry("rewrite", Node::Object(closed(inputs(definitions, &also(&Rewrite::default(), &rewrites)), &[]))));
    with_id(fields, &["tiers"])
}

fn scenario(definitions: &mut Definitions) -> Node {
    let mut overrides = by_key("path", reference("value"));
    overrides.push(entry("maxProperties", Node::Number(*OVERRIDES.end() as f64)));
    let mut words = |input| or_null(definitions.input(input, None));
    let fields = [("name", words(&NAME)), ("note", words(&NOTE)), ("overrides", Node::Object(overrides))];
    with_id(fields.map(|(key, node)| entry(key, node)).into(), &[])
}

/// What is kept of the plan is a plan like this one, without versions.
fn version(definitions: &mut Definitions) -> Node {
    let mut fields = inputs(definitions, &[&Version::default()]);
    let plan = [("$ref", text("#")), ("properties", object([("versions", Node::Flag(false))]))];
    fields.push(entry("plan", object(plan)));
    with_id(fields, &["plan"])
}

/// The inputs of a record, each with its default if that is the same in all of these records.
fn inputs(definitions: &mut Definitions, records: &[&dyn Record]) -> Entries {
    let Some(first) = records.first() else { return Vec::new() };
    let default = |index: usize, input: &Input| {
        let value = first.slot(index)?.read();
        let same = |record: &&dyn Record| record.slot(index).map(Slot::read).as_ref() == Some(&value);
        // A reference to nothing stands for what the plan is read to mean, not for itself.
        (records.iter().all(same) && !matches!(input.kind, Kind::Reference(_))).then_some(value)
    };
    let property = |(index, input): (usize, &Input)| entry(input.name, definitions.input(input, default(index, input)));
    first.inputs().iter().enumerate().map(property).collect()
}

fn also<'a, R: Record>(first: &'a R, others: &'a [R]) -> Vec<&'a dyn Record> {
    std::iter::once(first).chain(others).map(|record| record as &dyn Record).collect()
}

fn plain(definitions: &mut Definitions, record: &dyn Record) -> Node {
    Node::Object(closed(inputs(definitions, &[record]), &[]))
}

fn with_id(fields: Entries, required: &[&str]) -> Node {
    let fields = std::iter::once(entry("id", reference("id"))).chain(fields).collect();
    Node::Object(closed(fields, &[&["id"], required].concat()))
}

/// An object with these fields and no others.
fn closed(properties: Entries, required: &[&str]) -> Entries {
    let mut entries = vec![entry("type", text("object")), entry("properties", Node::Object(properties))];
    if !required.is_empty() {
        entries.push(entry("required", Node::List(required.iter().map(|name| text(name)).collect())));
    }
    entries.push(entry("additionalProperties", Node::Flag(false)));
    entries
}

/// An object whose keys are ids or paths.
fn by_key(key: &str, value: Node) -> Entries {
    vec![entry("type", text("object")), entry("propertyNames", reference(key)), entry("additionalProperties", value)]
}

fn list(words: &str, count: &RangeInclusive<usize>, item: Node) -> Node {
    object([
        ("description", text(words)),
        ("type", text("array")),
        ("minItems", Node::Number(*count.start() as f64)),
        ("maxItems", Node::Number(*count.end() as f64)),
        ("items", item),
    ])
}

/// A text of any length, outside the tables of inputs; null is none.
fn free_text(words: &str) -> Node {
    or_null(object([("description", text(words)), ("type", text("string"))]))
}

fn or_null(mut schema: Node) -> Node {
    if let Node::Object(entries) = &mut schema {
        for (_, node) in entries.iter_mut().filter(|(key, _)| key == "type") {
            *node = Node::List(vec![node.clone(), text("null")]);
        }
    }
    schema
}

fn entry(key: &str, node: Node) -> (String, Node) {
    (key.to_owned(), node)
}
