import type { Statement, StatementStep } from "./statement.js";

/** The sentence of a step with where its value was read: "… is £46,000,000 (costs.csv, row 2)." */
export const sentenceWithOrigin = ({ sentence, origin }: StatementStep): string =>
  origin === undefined ? sentence : sentence.replace(/\.$/, ` (${origin}).`);

/**
 * A statement without what it says of where its data lay: the digest of the files, their names, and the rows that values
 * were read from. All the rest follows from the contract and the data's values: where the same values come from other
 * files, or from files of another format, its JSON is the same to the last byte.
 */
export function withoutProvenance(statement: Statement): object {
  const { data: _, ...receipt } = statement.receipt;
  const quality = statement.quality.map(({ file, ...counts }) => counts);
  return { ...(placeless({ ...statement, quality: [], receipt }) as object), quality };
}

function placeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(placeless);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== "origin" || !("sentence" in value));
  return Object.fromEntries(entries.map(([name, each]) => [name, placeless(each)]));
}
