import {
  bareNumber,
  counted,
  date,
  type Field,
  type FieldType,
  money,
  ratio,
  truth,
  type Unit,
} from "@concordat/model";
import type * as ast from "../generated/ast.js";
import { axisOf } from "../names/axis.js";
import type { Lowering } from "./lowering.js";

export function lowerField(field: ast.Field, lowering: Lowering): Field {
  mistakenType(field.type, lowering);
  return {
    name: field.name,
    type: fieldType(field.type, field.notes.includes("written as a fraction")),
    mayBeMissing: field.notes.includes("may be missing"),
    source: lowering.source(field),
  };
}

const TYPE_WORDS: Record<string, string> = {
  ...Object.fromEntries(
    ["amount", "amounts", "pounds", "pence", "gbp", "currency", "cash", "sum"].map((word) => [word, "money"]),
  ),
  ...Object.fromEntries(
    ["percent", "percents", "percentages", "ratio", "rate", "share"].map((word) => [word, "percentage"]),
  ),
  ...Object.fromEntries(["integer", "int", "whole"].map((word) => [word, "whole number"])),
  ...Object.fromEntries(["decimal", "numeric", "float", "numbers"].map((word) => [word, "number"])),
  ...Object.fromEntries(["string", "words", "char"].map((word) => [word, "text"])),
  ...Object.fromEntries(["boolean", "bool", "truth", "flag"].map((word) => [word, "yes or no"])),
  ...Object.fromEntries(["dates", "day", "datetime"].map((word) => [word, "date"])),
};

/** Words that people take for types, where the language takes any word for the thing that is counted. */
export function mistakenType(type: ast.FieldType, lowering: Lowering): void {
  const meant = type.$type === "CountType" ? TYPE_WORDS[type.of.toLowerCase()] : undefined;
  if (type.$type === "CountType" && meant) lowering.report("type-word", { word: type.of, meant }, type);
}

export function fieldType(type: ast.FieldType, fraction: boolean): FieldType {
  switch (type.$type) {
    case "CategoryType":
      return { type: "category", values: type.values.map((value) => value.name) };
    case "MemberType":
      return { type: "member", of: axisOf(type.of.ref) ?? type.of.$refText };
    case "NumberType": {
      const range = type.from && type.to ? { from: type.from, to: type.to } : {};
      return { type: type.kind === "whole number" ? "whole" : "number", ...range };
    }
    case "CountType":
      return { type: "count", of: type.of };
    case "SimpleType":
      switch (type.kind) {
        case "percentage":
          return { type: "percentage", fraction };
        case "yes or no":
          return { type: "truth" };
        case "pseudonym":
        case "date":
        case "money":
          return { type: type.kind };
        default:
          return { type: "text" };
      }
  }
}

/** The unit of a field's values. */
export function unitOfField(field: { readonly name: string; readonly type: ast.FieldType }, currency: string): Unit {
  const { type } = field;
  switch (type.$type) {
    case "CategoryType":
      return { kind: "name", of: field.name };
    case "MemberType":
      return { kind: "name", of: type.of.$refText };
    case "NumberType":
      return bareNumber;
    case "CountType":
      return counted(type.of);
    case "SimpleType":
      switch (type.kind) {
        case "money":
          return money(currency);
        case "percentage":
          return ratio;
        case "yes or no":
          return truth;
        case "date":
          return date;
        default:
          return { kind: "text" };
      }
  }
}
