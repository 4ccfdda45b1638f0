import type { ContractModel } from "@concordat/model";
import { list, record } from "./layout.js";
import { dataLiteral, literal } from "./names.js";

/** What a caller needs to know of the contract: `export const contract`. */
export function writeSummary(contract: ContractModel): string {
  const { figures, tallies, metrics } = contract;
  const inputs = [
    ...figures.map(({ name, each, axes, timing }) => ({
      name,
      kind: "figure",
      each: timing === "once" ? "once" : each,
      axes,
    })),
    ...tallies.flatMap(({ name, each, by }) =>
      each.map((kind) => ({ name, kind: "tally", each: kind, axes: by.map(({ axis }) => axis) })),
    ),
    ...metrics.map(({ name, each, axes }) => ({ name, kind: "metric", each, axes })),
  ];
  const payments = contract.payments.map(({ name, title, each, forEach }) => ({
    name,
    title: title ?? null,
    each,
    forEach: forEach ?? null,
  }));
  return `export const contract = ${record({
    name: literal(contract.name),
    title: dataLiteral(contract.title ?? null),
    currency: literal(contract.currency),
    payments: list(payments.map(dataLiteral)),
    inputs: list(inputs.map(dataLiteral)),
  })};`;
}
