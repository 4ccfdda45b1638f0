import type { Condition, ConditionValue } from "@concordat/model";
import { describeUnit, sameUnit } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { unitOfField } from "./fields.js";
import { readLiteral } from "./literals.js";
import type { Lowering } from "./lowering.js";
import { comparisonOf } from "./test.js";

/** Which rows count: judged in the data plane, by the fields of the row alone. */
export function lowerRowCondition(expression: ast.Expression, lowering: Lowering): Condition | undefined {
  switch (expression.$type) {
    case "Logic": {
      const left = lowerRowCondition(expression.left, lowering);
      const right = lowerRowCondition(expression.right, lowering);
      if (!left || !right) return undefined;
      return { kind: expression.operator === "and" ? "all" : "any", of: [left, right] };
    }
    case "Not": {
      const of = lowerRowCondition(expression.operand, lowering);
      return of && { kind: "not", of };
    }
    case "Known": {
      const field = fieldOf(expression.operand, lowering);
      return field && { kind: "known", field: field.name };
    }
    case "OneOf": {
      const field = fieldOf(expression.left, lowering);
      const values = expression.values.map((value) => (field ? valueFor(field, value, lowering) : undefined));
      if (!field || values.includes(undefined)) return undefined;
      return {
        kind: "any",
        of: values.map((value) => ({ kind: "compare", field: field.name, comparison: "is", value: value! })),
      };
    }
    case "Compare": {
      const field = fieldOf(expression.left, lowering);
      const value = field && valueFor(field, expression.right, lowering);
      return (
        field && value && { kind: "compare", field: field.name, comparison: comparisonOf(expression.operator), value }
      );
    }
    case "NameRef": {
      const field = fieldOf(expression, lowering);
      if (!field) return undefined;
      if (unitOfField(field, lowering.header.currency).kind !== "truth") {
        return lowering.report(
          "wrong-unit",
          { what: field.name, needs: "compared with something here", is: "not yes or no by itself" },
          expression,
        );
      }
      return { kind: "compare", field: field.name, comparison: "is", value: { type: "truth", value: "true" } };
    }
    default:
      return lowering.report("condition-too-rich", { what: "A calculation" }, expression);
  }
}

function fieldOf(expression: ast.Expression, lowering: Lowering): ast.Field | undefined {
  const target = ast.isNameRef(expression) ? expression.target?.ref : undefined;
  if (ast.isField(target)) return target;
  if (ast.isNameRef(expression) && !expression.target?.ref) return undefined;
  return lowering.report("condition-too-rich", { what: expression.$cstNode?.text ?? "This" }, expression);
}

/** The written value that a field is compared with, in the field's own unit. */
function valueFor(field: ast.Field, expression: ast.Expression, lowering: Lowering): ConditionValue | undefined {
  const unit = unitOfField(field, lowering.header.currency);
  if (ast.isNameRef(expression)) {
    const target = expression.target?.ref;
    if (!target) return undefined;
    if (ast.isCategoryValue(target) && target.$container.$container === field)
      return { type: "name", value: target.name };
    return lowering.report(
      "condition-too-rich",
      { what: `Comparing ${field.name} with ${expression.target.$refText}` },
      expression,
    );
  }
  if (
    ast.isMoney(expression) ||
    ast.isPercent(expression) ||
    ast.isNumberLiteral(expression) ||
    ast.isDateLiteral(expression)
  ) {
    const written = readLiteral(expression, lowering, unit);
    if (!written) return undefined;
    if (!sameUnit(written.unit, unit)) {
      return lowering.report(
        "unit-mismatch",
        { left: `${field.name}, ${describeUnit(unit)},`, right: describeUnit(written.unit), doing: "compared with" },
        expression,
      );
    }
    return { type: unit.kind === "date" ? "date" : "number", value: written.value };
  }
  return lowering.report("condition-too-rich", { what: "A calculation" }, expression);
}
