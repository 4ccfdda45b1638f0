import { describeUnit, type ExampleExpectation, type Period, sameUnit, type Unit } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerClosing } from "./balance.js";
import { rowOf } from "./given.js";
import { readLiteral } from "./literals.js";
import type { Lowering } from "./lowering.js";
import { isPercentage } from "./match.js";
import { kindOfThing, lowerNamed } from "./names.js";

const isValue = (target: ast.Named): boolean =>
  [ast.isDefine, ast.isMetric, ast.isFigure, ast.isGroupFigure, ast.isBalance].some((is) => is(target));

const VERBS: Record<string, ExampleExpectation["kind"]> = {
  earns: "earns",
  charges: "charges",
  receives: "receives",
  pays: "pays",
  is: "value",
  recovers: "recovers",
  "is not determined": "not-determined",
};
const WHEN: Record<string, ExampleExpectation["when"]> = { "on account": "on-account", "at settlement": "settlement" };

/** What must come out. */
export function lowerExpect(line: ast.ExpectLine, period: Period, lowering: Lowering): ExampleExpectation | undefined {
  const target = line.subject?.ref;
  if (!target || !line.verb) return undefined;
  const moves = line.verb === "pays" && ast.isPayment(target);
  const kind = moves ? "moves" : (VERBS[line.verb] ?? "value");
  const fits =
    kind === "value"
      ? isValue(target)
      : kind === "receives" || kind === "pays"
        ? ast.isParty(target) || ast.isParticipantSet(target)
        : ast.isPayment(target);
  if (!fits)
    return lowering.report("only-some", { name: target.name, verb: line.verb, kind: kindOfThing(target) }, line);
  const source = lowering.source(line);
  if (ast.isPayment(target)) {
    const axis = target.forEach?.axis?.ref?.name;
    const of = rowOf(line.row, axis ? [axis] : [], target.name, line, lowering);
    if (!of) return undefined;
    if (kind === "not-determined") return { kind, subject: target.name, of, source };
    const money = expected(line, lowering);
    const when = line.when === undefined ? {} : { when: WHEN[line.when]! };
    if (line.payment)
      return lowering.report("only-some", { name: target.name, verb: "pays … under", kind: kindOfThing(target) }, line);
    return money && { kind, subject: target.name, of, ...when, value: money.value, unit: money.unit, source };
  }
  if (ast.isParty(target) || ast.isParticipantSet(target)) {
    if (line.when) {
      return lowering.report(
        "only-some",
        { name: target.name, verb: `pays … ${line.when}`, kind: kindOfThing(target) },
        line,
      );
    }
    const money = expected(line, lowering);
    const of = ast.isParty(target) ? {} : rowOf(line.row, [target.name], target.name, line, lowering);
    if (!money || !of) return undefined;
    const payment = line.payment?.$refText;
    const subject = ast.isParty(target) ? target.name : line.row!;
    return { kind, subject, of, ...(payment ? { payment } : {}), value: money.value, unit: money.unit, source };
  }
  return lowerValueExpected(line, target, period, lowering);
}

function expected(
  line: ast.ExpectLine,
  lowering: Lowering,
  unit?: Unit,
): { value: string; unit: Unit; bare: boolean } | undefined {
  return line.amount && readLiteral(line.amount, lowering, unit);
}

/** `expect minimum-rate is 3.75%`: any named value, over the example's period. */
function lowerValueExpected(
  line: ast.ExpectLine,
  target: ast.Named,
  period: Period,
  lowering: Lowering,
): ExampleExpectation | undefined {
  const axes = lowering.participants.map((set) => set.name);
  const at = {
    $type: "NameRef",
    $cstNode: line.$cstNode,
    $container: line,
    target: line.subject,
    earned: false,
  } as unknown as ast.NameRef;
  const typed = ast.isBalance(target)
    ? lowerClosing(target, period.kind, line, lowering)
    : lowerNamed(target, at, { owner: target.name, grain: period.kind, axes, scored: [] }, lowering);
  if (!typed) return undefined;
  const of = rowOf(line.row, typed.axes, target.name, line, lowering);
  const value = expected(line, lowering, typed.unit);
  if (!of || !value) return undefined;
  if (value.bare && isPercentage(typed.unit)) {
    return lowering.report("bare-for-percent", { number: value.value }, line);
  }
  if (!sameUnit(value.unit, typed.unit)) {
    return lowering.report(
      "wrong-unit",
      { what: target.name, needs: describeUnit(typed.unit), is: describeUnit(value.unit) },
      line,
    );
  }
  // One name may be expected over periods of several lengths: each has a node of its own.
  const subject =
    (lowering.expected.get(target.name) ?? typed.id) === typed.id ? target.name : `${target.name} (${period.kind})`;
  lowering.expected.set(subject, typed.id);
  return { kind: "value", subject, of, value: value.value, unit: value.unit, source: lowering.source(line) };
}
