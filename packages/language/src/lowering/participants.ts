import type { Field, Participant, ParticipantSet, PartyRole } from "@concordat/model";
import { isDate, Rational } from "@concordat/model";
import { parse } from "csv-parse/browser/esm/sync";
import type * as ast from "../generated/ast.js";
import { lowerField } from "./fields.js";
import { lowerJoining } from "./joining.js";
import { percentAsRatio } from "./literals.js";
import type { Lowering } from "./lowering.js";

/** `each provider practice from "practices.csv" { … }`: the rows are part of the contract, and checked like the rest of it. */
export function lowerParticipants(set: ast.ParticipantSet, lowering: Lowering): ParticipantSet | undefined {
  const read = readMembers(
    { ...(set.title ? { title: set.title } : {}), name: set.name, path: set.path, fields: set.fields, at: set },
    lowering,
  );
  const joining = read && lowerJoining(set, read.rows, lowering);
  return joining && { ...read, ...joining, role: set.role as PartyRole };
}

/** The rows of a file, one for each member: participants, or places of the lowest level. */
export function readMembers(
  set: {
    name: string;
    title?: string;
    path: string;
    fields: readonly ast.Field[];
    at: ast.ParticipantSet | ast.Places;
  },
  lowering: Lowering,
): ParticipantSet | undefined {
  const text = lowering.readText(set.path);
  if (text === undefined) return lowering.report("file-not-found", { path: set.path }, set.at, { property: "path" });
  const fields = set.fields.map((field) => lowerField(field, lowering));
  const wrong = (problem: string): undefined =>
    lowering.report("file-not-right", { path: set.path, text: problem }, set.at, { property: "path" });
  const table = readTable(text);
  if (typeof table === "string") return wrong(table);
  const [header = [], ...records] = table;
  const key = header.indexOf(set.name) >= 0 ? header.indexOf(set.name) : header.indexOf("key");
  if (key < 0) return wrong(`it needs a column "${set.name}" that names each ${set.name}`);
  const columns = fields.map((field) => header.indexOf(field.name));
  const lacking = fields.find((_, index) => columns[index]! < 0);
  if (lacking) return wrong(`it has no column "${lacking.name}"`);
  const rows: Participant[] = [];
  for (const [index, record] of records.entries()) {
    const at = `row ${index + 2}`;
    const name = record[key]?.trim() ?? "";
    if (name === "") return wrong(`${at} has no ${set.name}`);
    if (rows.some((row) => row.key === name)) return wrong(`${at}: ${name} stands in an earlier row too`);
    const values: Participant["values"] = {};
    for (const [place, field] of fields.entries()) {
      const cell = readCell(field, record[columns[place]!]?.trim() ?? "", lowering);
      if (cell === undefined)
        return wrong(
          `${at}, ${field.name}: "${record[columns[place]!]?.trim() ?? ""}" is not ${whatItShouldBe(field)}`,
        );
      values[field.name] = cell;
    }
    const title = header.includes("title") ? record[header.indexOf("title")]?.trim() : undefined;
    rows.push({ key: name, ...(title ? { title } : {}), values });
  }
  if (rows.length === 0) return wrong(`it has no rows, so there is no ${set.name}`);
  return {
    name: set.name,
    ...(set.title ? { title: set.title } : {}),
    file: set.path,
    fields,
    rows,
    source: lowering.source(set.at),
  };
}

function readTable(text: string): string[][] | string {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: false }) as string[][];
  } catch (error) {
    return error instanceof Error ? error.message.replace(/\.$/, "") : "it cannot be read as a table";
  }
}

/** The exact text of a cell in the field's own unit, null where it is missing and may be, undefined where it is wrong. */
function readCell({ type, mayBeMissing }: Field, cell: string, { participants }: Lowering): string | null | undefined {
  if (cell === "") return mayBeMissing ? null : undefined;
  const plain = cell.replace(/,(?=\d{3}(\D|$))/g, "");
  const decimal = /^\d+(\.\d+)?$/.test(plain);
  switch (type.type) {
    case "member": {
      const known = participants.find(({ name }) => name === type.of);
      return !known || known.rows.some(({ key }) => key === cell) ? cell : undefined;
    }
    case "category":
      return type.values.find((value) => value.toLowerCase() === cell.toLowerCase());
    case "date":
      return isDate(cell) ? cell : undefined;
    case "money":
      return /^[£$€]?\d+(\.\d{1,2})?$/.test(plain) ? plain.replace(/^[£$€]/, "") : undefined;
    case "percentage": {
      const digits = plain.replace(/%$/, "");
      if (!/^\d+(\.\d+)?$/.test(digits)) return undefined;
      return type.fraction && !plain.endsWith("%") ? digits : percentAsRatio(digits);
    }
    case "truth":
      return /^(yes|true|1|y)$/i.test(cell) ? "true" : /^(no|false|0|n)$/i.test(cell) ? "false" : undefined;
    case "count":
      return /^\d+$/.test(plain) ? plain : undefined;
    case "whole":
    case "number": {
      if (!decimal || (type.type === "whole" && plain.includes("."))) return undefined;
      const value = Rational.parse(plain);
      const inside =
        !type.from || !type.to || (!value.below(Rational.parse(type.from)) && !value.above(Rational.parse(type.to)));
      return inside ? plain : undefined;
    }
    default:
      return cell;
  }
}

function whatItShouldBe({ type }: Field): string {
  switch (type.type) {
    case "category":
      return `one of ${type.values.join(", ")}`;
    case "member":
      return `the key of any ${type.of} in the contract`;
    case "date":
      return "a date such as 2026-04-01";
    case "money":
      return "an amount such as 1234.50";
    case "percentage":
      return "a percentage";
    case "truth":
      return "yes or no";
    case "whole":
    case "number":
      return type.from && type.to ? `a number from ${type.from} to ${type.to}` : "a number";
    case "count":
      return "a whole number";
    default:
      return "a value (the cell is empty)";
  }
}
