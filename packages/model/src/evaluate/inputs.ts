import type { ContractModel } from "../contract/contract.js";
import type { InputValue } from "../contract/data.js";
import { type Calendar, calendarOf, compareKinds, type PeriodKind, periodAt } from "../time/period.js";
import type { Binding, Place } from "./evaluation.js";

/** What the contract declares of an input: whose it is, and over what. */
interface Declared {
  readonly axes: readonly string[];
  readonly each?: PeriodKind;
  readonly once: boolean;
}

/** Input values by name, participant and whole period. An override stands before the rest. */
export class InputIndex {
  private readonly values = new Map<string, InputValue>();

  private constructor(
    private readonly declared: ReadonlyMap<string, Declared>,
    private readonly calendar: Calendar,
    values: readonly InputValue[],
    private readonly behind?: InputIndex,
  ) {
    for (const value of values) {
      this.values.set(this.key(value.name, value.of, value.from, value.to), value);
      if (this.declared.get(value.name)?.once) this.values.set(this.key(value.name, value.of, "once", ""), value);
    }
  }

  static of(contract: ContractModel, values: readonly InputValue[]): InputIndex {
    return new InputIndex(declaredIn(contract), calendarOf(contract.term, contract.yearStarts), values);
  }

  /**
   * The value of an input for the whole period in hand, of the participant in hand. A figure of a longer kind of period
   * is the one of the period that holds this: the contract has said which part of it is meant (rule 4).
   */
  find(name: string, { period, of }: Place): InputValue | undefined {
    const declared = this.declared.get(name);
    const found = this.at(name, of, period.fullFrom, period.fullTo);
    if (found) return found;
    if (declared?.once) return this.at(name, of, "once", "");
    if (!declared?.each || compareKinds(declared.each, period.kind) <= 0) return undefined;
    const longer = periodAt(declared.each, period.from, this.calendar);
    return this.at(name, of, longer.fullFrom, longer.fullTo);
  }

  /** The same inputs with one of them replaced. */
  replacing(value: InputValue): InputIndex {
    return new InputIndex(this.declared, this.calendar, [value], this);
  }

  private at(name: string, of: Binding, from: string, to: string): InputValue | undefined {
    return this.values.get(this.key(name, of, from, to)) ?? this.behind?.at(name, of, from, to);
  }

  private key(name: string, of: Binding, from: string, to: string): string {
    const axes = this.declared.get(name)?.axes ?? Object.keys(of).sort();
    return JSON.stringify([name, ...axes.map((axis) => [axis, of[axis]]), from, to]);
  }
}

function declaredIn({ figures, tallies, metrics }: ContractModel): Map<string, Declared> {
  const declared = new Map<string, Declared>();
  for (const { name, axes, each, timing } of figures) declared.set(name, { axes, each, once: timing === "once" });
  for (const { name, by } of tallies) declared.set(name, { axes: by.map(({ axis }) => axis), once: false });
  for (const { name, axes } of metrics) declared.set(name, { axes, once: false });
  return declared;
}
