import { type ContractModel, Rational } from "@concordat/model";
import { type TableColumn, type TableOfContract, tablesOf } from "./table-columns.js";

/** More values than these are not listed in a schema. */
const MOST_LISTED = 1000;

/** The JSON Schema of a table: a list of rows, as JSON or JSON lines hold them. */
export interface TableSchema {
  readonly name: string;
  readonly schema: object;
}

/** The JSON Schema of each table that a contract reads. A row may have more columns than these. */
export const tableSchemas = (contract: ContractModel): TableSchema[] =>
  tablesOf(contract).map((table) => ({ name: table.name, schema: schemaOf(table, contract) }));

function schemaOf({ name, role, title, columns }: TableOfContract, contract: ContractModel): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: title ?? name,
    description: `${role === "records" ? "Records" : "Figures"} of ${contract.title ?? contract.name}: ${
      role === "records" ? "a row for each" : "a row for each period"
    }`,
    type: "array",
    items: {
      type: "object",
      title: name,
      properties: Object.fromEntries(columns.map((column) => [column.name, propertyOf(column)])),
      required: columns.filter(({ mayBeMissing }) => !mayBeMissing).map((column) => column.name),
    },
  };
}

function propertyOf(column: TableColumn): object {
  const { name, says, mayBeMissing } = column;
  const value = valueSchema(column);
  const { enum: listed, type, ...rest } = value;
  const empty = mayBeMissing ? [null] : [];
  return {
    title: name,
    description: says,
    ...(listed === undefined ? {} : { enum: [...listed, ...empty] }),
    ...(type === undefined ? {} : { type: mayBeMissing ? [...type, "null"] : type.length === 1 ? type[0] : type }),
    ...rest,
  };
}

interface ValueSchema {
  readonly type?: readonly string[];
  readonly enum?: readonly (string | boolean | number)[];
  readonly [further: string]: unknown;
}

/** Numbers may stand as text, with commas between thousands. Limits hold of those that stand as numbers. */
function valueSchema({ type, allowed }: TableColumn): ValueSchema {
  switch (type.type) {
    case "period":
      return { type: ["string"], examples: [type.example] };
    case "pseudonym":
      return { type: ["string", "integer"], minLength: 1 };
    case "text":
      return { type: ["string"] };
    case "date":
      return { type: ["string"], format: "date" };
    case "truth":
      return { enum: [true, false, "yes", "no", "true", "false", "y", "n", 1, 0, "1", "0"] };
    case "category":
    case "member":
      return allowed === undefined || allowed.length > MOST_LISTED ? { type: ["string"] } : { enum: allowed };
    case "money":
      return { type: ["number", "string"], minimum: 0, pattern: String.raw`^\D{0,2}[\d,]+(\.\d{1,2})?$` };
    case "percentage":
      return {
        type: ["number", "string"],
        pattern: type.fraction ? String.raw`^-?[\d,]+(\.\d+)?$` : String.raw`^-?[\d,]+(\.\d+)? ?%?$`,
      };
    case "count":
      return { type: ["integer", "string"], minimum: 0, pattern: String.raw`^[\d,]+$` };
    case "whole":
      return { type: ["integer", "string"], ...limits(type), pattern: String.raw`^-?[\d,]+$` };
    case "number":
      return { type: ["number", "string"], ...limits(type), pattern: String.raw`^-?[\d,]+(\.\d+)?$` };
  }
}

/** JSON has decimals alone: a limit that has none (1/3) is left out, and the description says it. */
function limits({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): object {
  const decimal = (exact: string | undefined): number | undefined => {
    const text = exact === undefined ? undefined : Rational.parse(exact).toDecimal();
    return text === undefined ? undefined : Number(text);
  };
  const [minimum, maximum] = [decimal(from), decimal(to)];
  return { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
}
