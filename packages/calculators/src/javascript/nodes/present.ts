import type { NodeOf } from "@concordat/model";
import { CALENDAR } from "../calendar.js";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { MISSING, ONCE } from "../runtime.js";

const INSTEAD: Helper = {
  name: "instead",
  needs: [MISSING],
  text: `\
// Another value where this one is missing.
const instead = (value, other) => (isMissing(value) ? other() : value);`,
};

const HELD: Helper = {
  name: "held",
  needs: [MISSING, CALENDAR, ONCE],
  text: `\
// The value of the latest earlier period that has one; before the term, the first.
function held(at, of, first) {
  const now = of(at);
  if (!isMissing(now)) return now;
  for (let period = periodBefore(at); period; period = periodBefore({ ...at, period })) {
    const { value, waits } = traced(at.run, () => of({ ...at, period }));
    if (isMissing(value)) continue;
    wait(at.run, waits);
    return value;
  }
  return first(at);
}`,
};

const WAITING: Helper = {
  name: "waiting",
  needs: [MISSING],
  text: `\
// A missing value waits for someone: for reconciliation, or for a decision.
const waiting = (value, waits) =>
  isMissing(value) ? new Missing(value.lacks.map((lack) => ({ ...lack, waits: lack.waits ?? waits }))) : value;`,
};

export const present: Emitter<NodeOf<"present">> = {
  helpers: [INSTEAD, HELD, WAITING],
  emit(node, w) {
    switch (node.policy.kind) {
      case "met":
      case "missed":
      case "baseline":
        return w.call(INSTEAD, w.value(node.of), w.perhaps(node.instead!));
      case "hold":
        return w.call(HELD, "at", w.later(node.of), w.later(node.policy.first!));
      case "share-weight":
        return w.value(node.of);
      case "defer":
      case "decide":
        return w.call(WAITING, w.value(node.of), w.text(node.policy.kind));
    }
  },
  // Straight code goes on only where everything is reported, so no policy is ever needed.
  quick: (node, q) => q.value(node.of),
};
