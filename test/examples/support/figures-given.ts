import { type ContractModel, calendarOf, type InputValue, type OutcomeData, parsePeriod } from "@concordat/model";

/** Outcome data of figures alone: each by its column's name, over a whole period of the contract ("2026/27"). */
export function figuresGiven(
  contract: ContractModel,
  label: string,
  figures: Readonly<Record<string, string>>,
  of: Readonly<Record<string, string>> = {},
): OutcomeData {
  const period = parsePeriod(label, calendarOf(contract.term, contract.yearStarts));
  if (!period) throw new Error(`${label} is no period of ${contract.name}`);
  const values = Object.entries(figures).map(([column, value]): InputValue => {
    const figure = contract.figures.find((candidate) => candidate.column === column);
    if (!figure) throw new Error(`${contract.name} has no figure ${column}`);
    return { name: figure.name, of: { ...of }, from: period.fullFrom, to: period.fullTo, value };
  });
  return { values, digest: "0".repeat(64), quality: [] };
}
