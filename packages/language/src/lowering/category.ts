import type { ParticipantSet } from "@concordat/model";
import type { AstNode, Reference } from "langium";
import * as ast from "../generated/ast.js";
import { remembered } from "../incremental/remembered.js";
import { nodesWithin } from "../incremental/within.js";
import { isAxis } from "../names/scope.js";
import type { Lowering } from "./lowering.js";

/** The fields of records whose values are an axis somewhere in the contract: `for each age-band`. Each a set, a row for each value. */
export function lowerCategories(contract: ast.Contract, lowering: Lowering): ParticipantSet[] {
  const fields = new Map<string, ast.Field>();
  for (const node of contract.items.flatMap(namingAxes)) {
    const axis = axisNamed(node);
    if (ast.isField(axis) && isAxis(axis)) fields.set(axis.name, axis);
  }
  return [...fields.values()].flatMap((field) => lowerCategory(field, contract, lowering) ?? []);
}

const namingAxes = remembered((item: ast.ContractItem): readonly AstNode[] =>
  nodesWithin(item).filter((node) => axisOf(node) !== undefined),
);

const axisNamed = (node: AstNode): ast.Named | undefined => axisOf(node)?.ref;

function axisOf(node: AstNode): Reference<ast.Named> | undefined {
  if (ast.isForEach(node) || ast.isStandardisedLine(node) || ast.isCountAcross(node) || ast.isCombined(node))
    return node.axis;
  return ast.isTable(node) ? node.key : undefined;
}

/** Fields of one name in several records are one axis, and so hold the same values. */
function lowerCategory(field: ast.Field, contract: ast.Contract, lowering: Lowering): ParticipantSet | undefined {
  const values = valuesOf(field);
  const other = contract.items
    .filter(ast.isRecords)
    .flatMap(({ fields }) => fields.filter(({ name }) => name === field.name))
    .find((same) => valuesOf(same).join() !== values.join());
  if (other && ast.isRecords(other.$container))
    return lowering.report(
      "category-differs",
      { field: field.name, here: (field.$container as ast.Records).name, there: other.$container.name },
      other,
    );
  return {
    name: field.name,
    file: "",
    category: true,
    fields: [],
    rows: values.map((key) => ({ key, values: {} })),
    source: lowering.source(field),
  };
}

const valuesOf = ({ type }: ast.Field): string[] =>
  ast.isCategoryType(type) ? type.values.map(({ name }) => name) : [];
