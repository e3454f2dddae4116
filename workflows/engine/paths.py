"""Questions about the graph of a workflow: what can be reached, what ends, what takes longest."""

from collections.abc import Collection

import networkx as nx

from workflows.engine.definition import Definition, Transition
from workflows.engine.guards import can_hold, known_fields

MOST_STEPS = 20_000  # of the search for the slowest path; it is exponential in the worst case


class Ways:
    """The states and the moves that somebody can make: a role or the clock, and a guard that can
    hold. Transitions that name unknown states are left out, so that no rule stumbles over them.
    """

    def __init__(self, definition: Definition) -> None:
        self.definition = definition
        fields = known_fields(definition)
        self._passable = [item for item in definition.transitions if can_hold(item.guard, fields)]
        self.graph: nx.DiGraph[str] = nx.DiGraph()
        self.graph.add_nodes_from(definition.state_by_key)
        for item in self._passable:
            self._add(item)

    def _add(self, item: Transition) -> None:
        known = self.definition.state_by_key
        if item.leaves or item.target not in known or not (item.roles or item.is_automatic):
            return
        sources = [source for source in item.sources if source in known]
        self.graph.add_edges_from((source, item.target) for source in sources)

    @property
    def starts(self) -> list[str]:
        """The keys of the initial states."""
        return [state.key for state in self.definition.initial_states()]

    @property
    def reached(self) -> set[str]:
        """Every state that a complaint can come to."""
        found = set(self.starts)
        for start in self.starts:
            found |= nx.descendants(self.graph, start)
        return found

    def path_to(self, key: str) -> tuple[str, ...]:
        """Return the shortest way from the first state, or the state alone when there is none."""
        for start in self.starts:
            if nx.has_path(self.graph, start, key):
                return tuple(nx.shortest_path(self.graph, start, key))
        return (key,)

    def leaving(self) -> set[str]:
        """Return the states from which the complaint can be given to another owner."""
        known = self.definition.state_by_key
        return {
            source
            for item in self._passable
            if item.leaves and (item.roles or item.is_automatic)
            for source in item.sources
            if source in known
        }

    def ending(self) -> set[str]:
        """Return the states from which a final one or another owner can be reached."""
        final = {state.key for state in self.definition.states if state.is_final}
        return self.leading_to(final | self.leaving())

    def leading_to(self, goals: Collection[str], within: Collection[str] | None = None) -> set[str]:
        """Return the goals and every state from which one can be reached, through `within` only."""
        graph = self.graph if within is None else self.graph.subgraph(within)
        found = {goal for goal in goals if goal in graph}
        for goal in list(found):
            found |= nx.ancestors(graph, goal)
        return found

    def slowest_path(self, limit: int) -> tuple[int, tuple[str, ...], bool]:
        """Return days, states and certainty of the slowest simple path from the first state.

        Days are the working days of the running states on it. An upper bound (each strongly
        connected part counted whole) settles most workflows at once; else the paths are searched,
        until one is over the limit. Certainty is False when the search was given up: then the
        days are the upper bound.
        """
        days = {
            state.key: (state.deadline_days or 0) if state.runs else 0
            for state in self.definition.states
        }
        best: tuple[int, tuple[str, ...]] = (0, ())
        steps = 0
        for start in self.starts:
            bound = self._upper_bound(start, days)
            if bound <= limit:
                best = max(best, (bound, (start,)))
                continue
            stack: list[tuple[str, tuple[str, ...], int]] = [(start, (start,), days[start])]
            while stack:
                key, path, total = stack.pop()
                best = max(best, (total, path))
                steps += 1
                if best[0] > limit:
                    return best[0], best[1], True
                if steps > MOST_STEPS:
                    return bound, best[1], False
                stack += [
                    (following, (*path, following), total + days[following])
                    for following in self.graph.successors(key)
                    if following not in path
                ]
        return best[0], best[1], True

    def _upper_bound(self, start: str, days: dict[str, int]) -> int:
        reachable = self.graph.subgraph({start} | nx.descendants(self.graph, start))
        parts = nx.condensation(reachable)
        longest: dict[int, int] = {}
        for part in reversed(list(nx.topological_sort(parts))):
            own = sum(days[key] for key in parts.nodes[part]["members"])
            onward = max((longest[after] for after in parts.successors(part)), default=0)
            longest[part] = own + onward
        return longest[parts.graph["mapping"][start]]
