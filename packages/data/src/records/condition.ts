import type { Condition, ConditionValue, FieldType } from "@concordat/model";
import { MONEY, NUMBER } from "../convert/digits.js";
import { decimalAtLeast, decimalAtMost, decimalEqual } from "../convert/limits.js";
import { wholeAtLeast, wholeAtMost, wholeEqual } from "../convert/whole.js";
import {
  all,
  any,
  column,
  compare,
  date,
  type Expression,
  known,
  type Operator,
  text,
  truth,
  whole,
} from "../plan/expression.js";
import { nameOf } from "../plan/names.js";

type Compare = Extract<Condition, { kind: "compare" }>;

const OPERATORS: Record<Compare["comparison"], Operator> = {
  is: "=",
  "is-not": "<>",
  "at-least": ">=",
  "at-most": "<=",
  above: ">",
  below: "<",
};

/** Which rows count, of a table whose columns are called after the fields. Throws where a field is not there. */
export function conditionExpression(condition: Condition, typeOf: (field: string) => FieldType): Expression {
  switch (condition.kind) {
    case "all":
      return all(condition.of.map((each) => conditionExpression(each, typeOf)));
    case "any":
      return any(condition.of.map((each) => conditionExpression(each, typeOf)));
    case "not":
      return { op: "not", of: conditionExpression(condition.of, typeOf) };
    case "known":
      typeOf(condition.field);
      return known(column(nameOf(condition.field)));
    case "compare":
      return comparison(condition, typeOf(condition.field));
  }
}

function comparison({ field, comparison, value }: Compare, type: FieldType): Expression {
  const cell = column(nameOf(field));
  const operator = OPERATORS[comparison];
  switch (type.type) {
    case "date":
      return compare(cell, operator, date(value.value));
    case "truth":
      return compare(cell, operator, truth(isYes(value)));
    case "money":
      return exactly(cell, operator, value.value, {
        atLeast: (exact) => decimalAtLeast(exact, MONEY),
        atMost: (exact) => decimalAtMost(exact, MONEY),
        equal: (exact) => decimalEqual(exact, MONEY),
      });
    case "percentage":
    case "number":
      return exactly(cell, operator, value.value, {
        atLeast: (exact) => decimalAtLeast(exact, NUMBER),
        atMost: (exact) => decimalAtMost(exact, NUMBER),
        equal: (exact) => decimalEqual(exact, NUMBER),
      });
    case "whole":
    case "count":
      return exactly(cell, operator, value.value, {
        atLeast: (exact) => whole(wholeAtLeast(exact)),
        atMost: (exact) => whole(wholeAtMost(exact)),
        equal: (exact) => {
          const equal = wholeEqual(exact);
          return equal === undefined ? undefined : whole(equal);
        },
      });
    case "pseudonym":
    case "text":
    case "category":
    case "member":
      return compare(cell, operator, text(value.value));
  }
}

const isYes = (value: ConditionValue): boolean => ["true", "yes", "1"].includes(value.value.toLowerCase());

interface Grid {
  readonly atLeast: (exact: string) => Expression;
  readonly atMost: (exact: string) => Expression;
  readonly equal: (exact: string) => Expression | undefined;
}

/** Compares with any exact number, 1/3 too, by the nearest values that the column can hold: nothing is rounded. */
function exactly(cell: Expression, operator: Operator, exact: string, grid: Grid): Expression {
  switch (operator) {
    case ">=":
    case "<":
      return compare(cell, operator, grid.atLeast(exact));
    case "<=":
    case ">":
      return compare(cell, operator, grid.atMost(exact));
    case "=":
    case "<>": {
      const equal = grid.equal(exact);
      // No cell equals it; a missing cell stays missing.
      return compare(cell, operator === "=" && equal === undefined ? "<>" : equal ? operator : "=", equal ?? cell);
    }
  }
}
