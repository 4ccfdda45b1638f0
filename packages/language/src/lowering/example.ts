import {
  counted,
  describeUnit,
  type Example,
  type ExampleExpectation,
  type ExampleGiven,
  type Payment,
  type Period,
  parsePeriod,
  Rational,
  sameUnit,
  truth,
  type Unit,
} from "@concordat/model";
import { givenFitsPayments } from "../checks/example-period.js";
import * as ast from "../generated/ast.js";
import { lowerBalance, lowerClosing } from "./balance.js";
import { unitOfField } from "./fields.js";
import { figureTerms } from "./figure.js";
import { readLiteral } from "./literals.js";
import type { Lowering } from "./lowering.js";
import { isPercentage } from "./match.js";
import { kindOfThing, lowerNamed } from "./names.js";
import { unitOfCount } from "./rates.js";
import { backOf } from "./reported-from.js";

/** A worked example: what is given in a period, and what must come out. */
export function lowerExample(
  example: ast.Example,
  values: Record<string, string>,
  payments: readonly Payment[],
  lowering: Lowering,
): Example | undefined {
  const first = example.lines.find(ast.isInLine);
  if (!first)
    return lowering.report("line-missing", { thing: example.name, line: "in 2026/27" }, example, { property: "name" });
  const expected = example.lines.filter(ast.isExpectLine);
  if (expected.length === 0) lowering.report("example-empty", { name: example.name }, example, { property: "name" });
  // What is only given may be of a period before the term; the example is about the first that is not.
  const periods = example.lines.filter(ast.isInLine).map((line) => periodIn(line, example, lowering));
  const opening = periods.find((one) => one && one.to > lowering.calendar.from);
  if (!opening || periods.includes(undefined)) return undefined;
  let period = periods[0]!;
  let next = 0;
  const given: (ExampleGiven | undefined)[] = [];
  const expect: (ExampleExpectation | undefined)[] = [];
  for (const line of example.lines) {
    // An example may go through several periods: each `in` says of which the lines after it speak.
    const said = period.label === opening.label ? {} : { period: inWords(period) };
    if (ast.isInLine(line)) {
      period = periods[next++]!;
    } else if (ast.isGivenLine(line)) {
      for (const value of line.values) {
        const lowered = lowerGiven(value, period, payments, lowering);
        if (lowered) given.push(...lowered.map((one) => ({ ...one, ...said })));
        else given.push(undefined);
      }
    } else if (ast.isExpectLine(line)) {
      const lowered = lowerExpect(line, period, values, lowering);
      expect.push(lowered && { ...lowered, ...said });
    }
  }
  if (given.includes(undefined) || expect.includes(undefined)) return undefined;
  const published = example.lines.find(ast.isPublishedLine)?.text;
  return {
    name: example.name,
    ...(example.title ? { title: example.title } : {}),
    period: inWords(opening),
    given: given.map((value) => value!),
    expect: expect.map((value) => value!),
    ...(published ? { published } : {}),
    source: lowering.source(example),
  };
}

const inWords = ({ kind, label, from, to }: Period): Example["period"] => ({ kind, label, from, to });

function periodIn(line: ast.InLine, example: ast.Example, lowering: Lowering): Period | undefined {
  const { calendar } = lowering;
  const period = parsePeriod(line.period, calendar);
  if (period && period.from < calendar.to && period.to > calendar.from) return period;
  const early = beforeTerm(line, example, lowering);
  if (early) return early;
  return lowering.report("no-such-period", { period: line.period, like: "2026/27" }, line);
}

/** A period before the term, of which only what is reported from before it is given. */
function beforeTerm(line: ast.InLine, example: ast.Example, { calendar }: Lowering): Period | undefined {
  const lines = example.lines.slice(example.lines.indexOf(line) + 1);
  const end = lines.findIndex(ast.isInLine);
  const under = end < 0 ? lines : lines.slice(0, end);
  const given = under.flatMap((one) => (ast.isGivenLine(one) ? one.values : []));
  const from = given.map(({ target }) => target.ref && backOf(target.ref)).sort()[0];
  if (!from || under.some(ast.isExpectLine) || given.length === 0) return undefined;
  const period = parsePeriod(line.period, { ...calendar, from });
  const known = given.every(({ target }) => {
    const back = target.ref && backOf(target.ref);
    return back !== undefined && period !== undefined && back <= period.fullFrom;
  });
  return period && known && period.fullFrom >= from && period.fullTo <= calendar.from ? period : undefined;
}

function lowerGiven(
  given: ast.Given,
  period: Period,
  payments: readonly Payment[],
  lowering: Lowering,
): ExampleGiven[] | undefined {
  const target = given.target?.ref;
  if (!target) return undefined;
  const input = inputOf(target, lowering);
  if (!input) return undefined;
  const of = rowOf(given.row, input.axes, given.target.$refText, given, lowering);
  if (!of || !givenFitsPayments(given, input.name, period, payments, lowering)) return undefined;
  const source = lowering.source(given);
  if (given.missing || !given.value) return [{ input: input.name, of, value: null, unit: input.unit, source }];
  if (given.whole !== undefined) return outOf(given, given.whole, of, lowering);
  const written = ast.isYesNo(given.value)
    ? { value: given.value.value === "yes" ? "1" : "0", unit: truth, bare: false }
    : readLiteral(given.value, lowering, input.unit);
  if (!written) return undefined;
  if (written.bare && isPercentage(input.unit)) {
    return lowering.report("bare-for-percent", { number: written.value }, given);
  }
  if (!sameUnit(written.unit, input.unit)) {
    return lowering.report(
      "wrong-unit",
      { what: given.target.$refText, needs: describeUnit(input.unit), is: describeUnit(written.unit) },
      given,
    );
  }
  return [{ input: input.name, of, value: written.value, unit: input.unit, source }];
}

/** `given reoffending 420 out of 1,000`: what stands above and below the line of a share. */
function outOf(
  given: ast.Given,
  whole: string,
  of: Record<string, string>,
  lowering: Lowering,
): ExampleGiven[] | undefined {
  const metric = given.target?.ref;
  const { value } = given;
  const share = ast.isMetric(metric) && metric.lines.some(ast.isShareLine);
  if (!share || !ast.isNumberLiteral(value))
    return lowering.report("out-of-share", { name: given.target.$refText }, given);
  if (!/^\d+$/.test(value.value) || !/^\d+$/.test(whole) || Rational.parse(value.value).above(Rational.parse(whole)))
    return lowering.report("more-out-of-fewer", { part: value.value, whole }, given);
  return Object.entries({ numerator: value.value, denominator: whole }).map(([part, count]) => ({
    input: `${metric.name}.${part}`,
    of,
    value: count,
    unit: counted(lowering.tallies.get(`${metric.name}.${part}`)!.records),
    source: lowering.source(given),
  }));
}

function inputOf(
  target: ast.Named,
  lowering: Lowering,
): { name: string; unit: Unit; axes: readonly string[] } | undefined {
  if (ast.isMetric(target)) {
    const typed = lowering.values.get(`metric ${target.name}`);
    return typed && { name: target.name, unit: typed.unit, axes: typed.axes };
  }
  if (ast.isBalance(target)) {
    const typed = lowerBalance(target, lowering)?.before;
    return typed && { name: target.name, unit: typed.unit, axes: typed.axes };
  }
  if (ast.isCardLine(target)) {
    const line = lowering.cards.flatMap(({ lines }) => lines).find(({ name }) => name === target.name);
    return line && { name: line.count, unit: unitOfCount(line), axes: [] };
  }
  if (!ast.isFigure(target) && !ast.isGroupFigure(target)) return undefined;
  const { name, axes } = figureTerms(target);
  return { name, unit: unitOfField({ name: target.name, type: target.type }, lowering.header.currency), axes };
}

/** The row that is meant, where there is one value for each of many. */
function rowOf(
  row: string | undefined,
  axes: readonly string[],
  name: string,
  at: ast.Given | ast.ExpectLine,
  lowering: Lowering,
): Record<string, string> | undefined {
  const [axis] = axes;
  if (!axis) return row === undefined ? {} : lowering.report("row-of-one", { row, name }, at);
  const keys =
    axis === "party"
      ? lowering.contract.items.filter(ast.isParty).map((party) => party.name)
      : (lowering.participants.find((set) => set.name === axis)?.rows.map(({ key }) => key) ?? []);
  if (row === undefined) return lowering.report("of-which", { name, axis }, at);
  if (keys.includes(row)) return { [axis]: row };
  return lowering.report(
    "key-unknown",
    { key: row, of: `the rows of ${axis} (${keys.slice(0, 6).join(", ")}${keys.length > 6 ? ", …" : ""})` },
    at,
    { property: "row" },
  );
}

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

function lowerExpect(
  line: ast.ExpectLine,
  period: Period,
  values: Record<string, string>,
  lowering: Lowering,
): ExampleExpectation | undefined {
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
  return lowerValueExpected(line, target, period, values, lowering);
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
  values: Record<string, string>,
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
    values[target.name] === undefined || values[target.name] === typed.id
      ? target.name
      : `${target.name} (${period.kind})`;
  values[subject] = typed.id;
  return { kind: "value", subject, of, value: value.value, unit: value.unit, source: lowering.source(line) };
}
