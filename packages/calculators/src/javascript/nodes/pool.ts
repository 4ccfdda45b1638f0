import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import { ADD, DIVIDE, MISSING, MULTIPLY, ONCE } from "../runtime.js";

const POOL: Helper = {
  name: "pool",
  needs: [MISSING, ONCE, ADD, MULTIPLY, DIVIDE],
  text: `\
// Each weight earns its part of the pool. A weight is [its size, how much of it is achieved, whether others share it].
function pool(at, amount, weights) {
  const reported = weights.filter(([, achieved, shares]) => !(shares && isMissing(achieved)));
  const waits = ([, achieved]) => isMissing(achieved) && achieved.lacks.every((lack) => lack.waits === "defer");
  const deferred = reported.filter(waits);
  const counted = reported.filter((weight) => !waits(weight));
  const lack = lacking([amount, ...counted.map(([, achieved]) => achieved)]);
  if (lack) return lack;
  if (counted.length === 0) {
    const shared = weights.filter((weight) => !reported.includes(weight));
    return new Missing([...deferred, ...shared].flatMap(([, achieved]) => achieved.lacks));
  }
  for (const [, achieved] of deferred) wait(at.run, achieved.lacks);
  const earned = sum(counted.map(([size, achieved]) => multiply(size, achieved)));
  if (reported.length === weights.length) return multiply(amount, earned);
  const total = (of) => sum(of.map(([size]) => size));
  return multiply(amount, divide(multiply(earned, total(weights)), total(reported)));
}`,
};

export const pool: Emitter<NodeOf<"pool">> = {
  helpers: [POOL],
  emit: (node, w) =>
    w.call(
      POOL,
      "at",
      w.value(node.pool),
      list(
        node.weights.map(({ weight, achievement, sharesWeight }) =>
          list([w.constant(weight), w.value(achievement), `${sharesWeight}`]),
        ),
      ),
    ),
  quick(node, q) {
    const whole = q.number(node.pool);
    const earned = node.weights.map(({ weight, achievement }) =>
      q.times(q.constant(Rational.parse(weight)), q.number(achievement)),
    );
    return q.times(
      whole,
      earned.reduce((sum, part) => q.plus(sum, part), q.constant(Rational.zero)),
    );
  },
};
