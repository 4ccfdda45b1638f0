import { type Condition, type ContractModel, calendarOf, periodsOf, Rational, type Tally } from "@concordat/model";

/** A row as its author means it: exact text, or null for a missing cell. */
export type Row = Readonly<Record<string, string | null>>;

type Verdict = boolean | "unknown";

/** Goes through the rows one by one: slow, and plain enough to be believed. One value for each period of a kind. */
export function naiveTally(
  contract: ContractModel,
  tally: Tally,
  kind: Tally["each"][number],
  rows: readonly Row[],
): string[] {
  const datedBy = contract.records.find(({ name }) => name === tally.records)!.datedBy;
  return periodsOf(kind, calendarOf(contract.term, contract.yearStarts)).map((period) => {
    const inside = rows.filter((row) => row[datedBy]! >= period.from && row[datedBy]! < period.to);
    const counted = inside.filter((row) => tally.where === undefined || holds(tally.where, row) === true);
    if (tally.aggregate === "count") return `${counted.length}`;
    const cells = counted.flatMap((row) => row[tally.field!] ?? []);
    if (tally.aggregate === "people") return `${new Set(cells).size}`;
    if (counted.length > 0 && cells.length === 0) return "unknown";
    return Rational.sum(cells.map((cell) => Rational.parse(cell))).toDecimal()!;
  });
}

function holds(condition: Condition, row: Row): Verdict {
  switch (condition.kind) {
    case "known":
      return row[condition.field] !== null;
    case "not": {
      const inner = holds(condition.of, row);
      return inner === "unknown" ? inner : !inner;
    }
    case "all": {
      const verdicts = condition.of.map((each) => holds(each, row));
      return verdicts.includes(false) ? false : verdicts.includes("unknown") ? "unknown" : true;
    }
    case "any": {
      const verdicts = condition.of.map((each) => holds(each, row));
      return verdicts.includes(true) ? true : verdicts.includes("unknown") ? "unknown" : false;
    }
    case "compare": {
      const cell = row[condition.field];
      if (cell == null) return "unknown";
      const { type, value } = condition.value;
      const order =
        type === "number"
          ? Rational.parse(cell).compare(Rational.parse(value))
          : cell < value
            ? -1
            : cell > value
              ? 1
              : 0;
      switch (condition.comparison) {
        case "is":
          return order === 0;
        case "is-not":
          return order !== 0;
        case "at-least":
          return order >= 0;
        case "at-most":
          return order <= 0;
        case "above":
          return order > 0;
        case "below":
          return order < 0;
      }
    }
  }
}
