import {
  type ContractModel,
  calendarOf,
  compareKinds,
  type Example,
  type InputValue,
  inputsOfExample,
  type Period,
  periodOfExample,
  periodsOf,
  Rational,
} from "@concordat/model";
import { type Input, inputsOf, keyOf } from "./inputs.js";
import type { WhatIfChange, WhatIfQuestion } from "./protocol.js";
import { positionOf, type Scale, scaleOf, valueAtPosition } from "./scale.js";
import { readTyped } from "./typed.js";

/** An input as it stands in the case at hand. */
export interface Setting {
  readonly input: Input;
  readonly scale: Scale | undefined;
  /** Exact; null where it is not reported. */
  readonly value: string | null;
  readonly position: number;
  readonly problem?: string;
}

/** One period of a contract with its metrics and figures at chosen values. */
export interface Case {
  readonly example: Example | undefined;
  readonly period: Period;
  readonly settings: readonly Setting[];
  readonly values: readonly InputValue[];
}

/** More sliders than these help nobody. */
export const MOST = 60;

/** The worked example that is the start, with the changes. Where the contract has none: its targets, in its first period. */
export function caseOf(contract: ContractModel, { payment, start, changes }: WhatIfQuestion): Case {
  const example = contract.examples.find(({ name }) => name === start) ?? contract.examples[0];
  const calendar = calendarOf(contract.term, contract.yearStarts);
  const begun = example ?? targets(contract);
  const spoken = begun.given.at(-1)?.period ?? begun.expect.at(-1)?.period ?? begun.period;
  const here = (given: Example["given"][number]): boolean => (given.period ?? begun.period).label === spoken.label;
  const payments = contract.payments.filter(({ name }) => payment === undefined || name === payment);
  const all = inputsOf(contract, contract.payments, example);
  const shown = new Set(inputsOf(contract, payments, example).map(({ key }) => key));
  const settings = all.map((input): Setting => {
    const given = begun.given.filter(here).find((one) => keyOf(one.input, one.of) === input.key);
    return settingOf(contract, input, given?.value ?? null, changes);
  });
  const replaced = new Set(settings.map(({ input }) => input.key));
  const kept = begun.given.filter((given) => !here(given) || !replaced.has(keyOf(given.input, given.of)));
  const set = settings.map(({ input, value }) => ({
    input: input.name,
    of: { ...input.of },
    value,
    unit: input.unit,
    period: spoken,
    source: begun.source,
  }));
  const counted = set.filter(
    ({ input, value, of }) => value !== null || wasGiven(begun, input, of) || isChanged(changes, input, of),
  );
  return {
    example,
    period: periodOfExample(spoken, calendar),
    settings: settings.filter(({ input }) => shown.has(input.key)),
    values: inputsOfExample(contract, { ...begun, given: [...kept, ...counted] }, calendar),
  };
}

const wasGiven = ({ given }: Example, name: string, of: Readonly<Record<string, string>>): boolean =>
  given.some((one) => keyOf(one.input, one.of) === keyOf(name, of));

const isChanged = (changes: readonly WhatIfChange[], name: string, of: Readonly<Record<string, string>>): boolean =>
  changes.some(({ key }) => key === keyOf(name, of));

function settingOf(
  contract: ContractModel,
  input: Input,
  start: string | null,
  changes: readonly WhatIfChange[],
): Setting {
  const scale = input.unit.kind === "quantity" ? scaleOf(contract, input) : undefined;
  let value = start;
  let problem: string | undefined;
  for (const change of changes.filter(({ key }) => key === input.key)) {
    problem = undefined;
    if (change.reported === false) value = null;
    else if (change.text !== undefined) {
      const read = readTyped(change.text, input.unit);
      if ("problem" in read) problem = read.problem;
      else value = read.value;
    } else if (change.position !== undefined && scale) value = valueAtPosition(scale, change.position).toText();
  }
  const position = scale && value !== null ? positionOf(scale, Rational.parse(value)) : 0;
  return { input, scale, value, position, ...(problem === undefined ? {} : { problem }) };
}

/** A case with no example: each metric at its target, or else its baseline, in the first of the longest periods. */
function targets(contract: ContractModel): Example {
  const calendar = calendarOf(contract.term, contract.yearStarts);
  const kinds = contract.payments.map(({ each }) => each).filter((each) => each !== "term");
  const kind = kinds.reduce((longest, each) => (compareKinds(each, longest) > 0 ? each : longest), contract.settled);
  const { label, from, to } = periodsOf(kind, calendar)[0]!;
  const { source } = contract;
  return {
    name: "targets",
    source,
    period: { kind, label, from, to },
    expect: [],
    given: contract.metrics
      .filter(({ axes }) => axes.length === 0)
      .flatMap(({ name, node, target, baseline }) => {
        const value = target ?? baseline;
        return value === undefined ? [] : [{ input: name, of: {}, value, unit: contract.nodes[node]!.unit, source }];
      }),
  };
}
