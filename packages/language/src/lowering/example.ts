import { type Example, type ExampleExpectation, type ExampleGiven, type Period, parsePeriod } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerExpect } from "./expect.js";
import { lowerGiven } from "./given.js";
import type { Lowering } from "./lowering.js";
import { backOf } from "./reported-from.js";

/** A worked example: what is given in a period, and what must come out. */
export function lowerExample(example: ast.Example, lowering: Lowering): Example | undefined {
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
        const lowered = lowerGiven(value, period, lowering);
        if (lowered) given.push(...lowered.map((one) => ({ ...one, ...said })));
        else given.push(undefined);
      }
    } else if (ast.isExpectLine(line)) {
      const lowered = lowerExpect(line, period, lowering);
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
