//! What lies between two columns: the plans in which some of the changes are made and the others are not.

use super::{Change, Members, Player};
use crate::model::{Path, Plan};

/// The first column, and what is to be changed to come to the second.
#[derive(Debug, Clone)]
pub(super) struct Between {
    from: Plan,
    players: Vec<Player>,
}

impl Between {
    /// Each input that holds something else in the other column is a player.
    pub fn of(from: Plan, to: &Plan) -> Self {
        let change = |path: Path| {
            let (from, to) = (from.get(&path)?, to.get(&path)?);
            (from != to).then_some(Player { changes: vec![Change { path, from, to }] })
        };
        let players = from.paths().into_iter().filter_map(change).collect();
        Self { from, players }
    }

    pub fn players(&self) -> &[Player] {
        &self.players
    }

    /// The plan in which these players have made their changes. It is neither worked out nor checked.
    pub fn plan(&self, members: &[bool]) -> Plan {
        let mut plan = self.from.clone();
        let changed = self.players.iter().zip(members).filter(|(_, is_member)| **is_member);
        for change in changed.flat_map(|(player, _)| &player.changes) {
            // Each content has stood there before, so it fits.
            let _ = plan.set(&change.path, change.to.clone());
        }
        plan
    }

    /// What these players change, in a few words.
    pub fn named(&self, members: &[bool]) -> String {
        let members = self.players.iter().zip(members).filter(|(_, is_member)| **is_member);
        let paths: Vec<&str> = members.flat_map(|(player, _)| player.paths()).map(Path::as_str).collect();
        match paths.len() {
            0..=3 => paths.join(", "),
            many => format!("{} and {} more", paths.iter().take(2).copied().collect::<Vec<_>>().join(", "), many - 2),
        }
    }

    /// Makes one player of those that must not be parted, where a coalition has a problem at a place of its plan.
    ///
    /// They are looked for where the problem is: at the formula that comes to nothing, in its record, in the whole thing
    /// (such as an alternative), then anywhere. An input counts with all those its formula follows from.
    pub fn join(&mut self, members: &[bool], plan: &Plan, place: &Path) {
        let record = if plan.input(place).is_some() { place.parent() } else { place.clone() };
        let bases = [place.as_str(), record.as_str(), place.thing(), ""];
        let mut groups: Vec<Vec<usize>> = bases.iter().map(|base| self.behind(plan, base)).collect();
        groups.retain(|group| group.len() > 1);
        let tied = groups.iter().map(|group| self.tied(members, group)).find(|tied| tied.len() > 1);
        let together = tied.or_else(|| groups.into_iter().next()).unwrap_or_default();
        let mut players: Vec<Player> = Vec::new();
        let mut first = None;
        for (index, player) in std::mem::take(&mut self.players).into_iter().enumerate() {
            let joined = first.filter(|_| together.contains(&index)).and_then(|first: usize| players.get_mut(first));
            match joined {
                Some(joined) => joined.changes.extend(player.changes),
                None => {
                    if together.contains(&index) {
                        first = Some(players.len());
                    }
                    players.push(player);
                }
            }
        }
        self.players = players;
    }

    /// The players that change an input below `base`, or one that a formula below it follows from.
    fn behind(&self, plan: &Plan, base: &str) -> Vec<usize> {
        let is_below = |path: &Path| match path.as_str().strip_prefix(base) {
            Some(rest) => base.is_empty() || rest.is_empty() || rest.starts_with('.'),
            None => false,
        };
        let formulas = plan.formulas();
        let mut sources: Vec<&Path> = formulas.iter().map(|(path, _)| path).filter(|path| is_below(path)).collect();
        let mut next = 0;
        while let Some(path) = sources.get(next).copied() {
            for target in formulas.targets(path.as_str()) {
                if !sources.contains(&target) {
                    sources.push(target);
                }
            }
            next += 1;
        }
        let counts = |path: &Path| is_below(path) || sources.contains(&path);
        let players = self.players.iter().enumerate();
        players.filter(|(_, player)| player.paths().any(counts)).map(|(index, _)| index).collect()
    }

    /// Those of a group that may not differ from the rest of it, whatever the others have done; nobody where the whole
    /// group together does not fit either.
    fn tied(&self, members: &[bool], group: &[usize]) -> Vec<usize> {
        let fits = |moved: bool, but: Option<usize>| {
            let member = |(index, is_member): (usize, &bool)| match () {
                () if Some(index) == but => !moved,
                () if group.contains(&index) => moved,
                () => *is_member,
            };
            let members: Members = members.iter().enumerate().map(member).collect();
            problem(&mut self.plan(&members)).is_none()
        };
        if !fits(false, None) || !fits(true, None) {
            return Vec::new();
        }
        let is_tied = |index: &usize| !fits(false, Some(*index)) || !fits(true, Some(*index));
        group.iter().copied().filter(is_tied).collect()
    }
}

/// Works a plan out; the place of the first thing that is wrong with it.
pub(super) fn problem(plan: &mut Plan) -> Option<Path> {
    match plan.recalculate().and_then(|()| plan.check()) {
        Err(problem) => Some(problem.path.unwrap_or_default()),
        Ok(()) => plan.faults().keys().next().cloned(),
    }
}
