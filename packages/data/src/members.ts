import { type ContractModel, type FieldType, memberAt, pathTo } from "@concordat/model";
import type { Session } from "./engine/session.js";
import { membersTable } from "./members-table.js";
import { keysOf } from "./sources/needs.js";
import { identifier, textLiteral } from "./sql/quote.js";

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
  await storeBelonging(session, contract);
}

/** The table that says to which member of an axis each member of a smaller set belongs: wards to neighbourhoods. */
export const belongingTable = (member: string, axis: string): string => `${axis} of each ${member}`;

async function storeBelonging(session: Session, contract: ContractModel): Promise<void> {
  const { participants } = contract;
  const pairs = contract.tallies.flatMap(({ by }) =>
    by.flatMap(({ axis, member }) => (member === undefined ? [] : [{ member, axis }])),
  );
  for (const [name, { member, axis }] of new Map(pairs.map((pair) => [belongingTable(pair.member, pair.axis), pair]))) {
    const table = identifier(name);
    await session.run(`CREATE TABLE ${table} (key VARCHAR, place VARCHAR)`);
    const path = pathTo(participants, member, axis) ?? [];
    const pairs = keysOf(contract, member).flatMap((key) => {
      const place = memberAt(participants, member, key, path);
      return place === null ? [] : [`(${textLiteral(key)}, ${textLiteral(place)})`];
    });
    for (let at = 0; at < pairs.length; at += 1000)
      await session.run(`INSERT INTO ${table} VALUES ${pairs.slice(at, at + 1000).join(", ")}`);
  }
}

function setsNamed(contract: ContractModel): Set<string> {
  const types: FieldType[] = contract.records.flatMap((records) => records.fields.map((field) => field.type));
  const inFields = types.flatMap((type) => (type.type === "member" ? [type.of] : []));
  return new Set([...inFields, ...contract.figures.flatMap((figure) => figure.axes)]);
}
