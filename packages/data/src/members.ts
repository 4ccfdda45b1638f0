import type { ContractModel, FieldType } from "@concordat/model";
import type { Session } from "./engine/session.js";
import { keysOf } from "./sources/needs.js";
import { identifier, textLiteral } from "./sql/quote.js";

export const membersTable = (set: string): string => `members of ${set}`;

/** Puts the keys of every participant set that data can name into tables, so that thousands of them cost nothing a row. */
export async function storeMembers(session: Session, contract: ContractModel): Promise<void> {
  for (const set of setsNamed(contract)) {
    const table = identifier(membersTable(set));
    await session.run(`CREATE TABLE ${table} (key VARCHAR)`);
    const keys = keysOf(contract, set);
    for (let at = 0; at < keys.length; at += 1000) {
      const rows = keys.slice(at, at + 1000).map((key) => `(${textLiteral(key)})`);
      await session.run(`INSERT INTO ${table} VALUES ${rows.join(", ")}`);
    }
  }
}

function setsNamed(contract: ContractModel): Set<string> {
  const types: FieldType[] = contract.records.flatMap((records) => records.fields.map((field) => field.type));
  const inFields = types.flatMap((type) => (type.type === "member" ? [type.of] : []));
  return new Set([...inFields, ...contract.figures.flatMap((figure) => figure.axes)]);
}
