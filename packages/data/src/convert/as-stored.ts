import type { FieldType } from "@concordat/model";
import { all, any, type ColumnType, compare, type Expression, known, text, truth, whole } from "../plan/expression.js";
import type { CellContext } from "./conversion.js";
import { EARLIEST, LATEST } from "./date.js";
import { MONEY, NUMBER } from "./digits.js";
import { inRange } from "./number.js";
import { HUNDREDTH, PERCENT } from "./percentage.js";
import type { StoredType } from "./stored-type.js";
import { wholeInRange } from "./whole.js";

/** How a typed cell of a file is a value without being written out as text and read again. */
export interface AsStored {
  readonly value: Expression;
  /** Whether that is the value, and an acceptable one: where it is not, the cell's text is looked at. Of a cell that there is, true or false. */
  readonly sound: Expression;
}

/**
 * What reading the cell's text would come to, worked out from the cell itself; undefined where the two do not go together,
 * as an amount in a column of text. Whatever reading the text would change or refuse is not sound here.
 */
export function asStored(
  type: FieldType,
  stored: StoredType,
  cell: Expression,
  context: CellContext,
): AsStored | undefined {
  const { kind } = stored;
  switch (type.type) {
    case "pseudonym":
    case "text":
      if (kind === "whole") return { value: { op: "as", of: cell, type: { type: "text" } }, sound: truth(true) };
      return kind === "text" ? { value: cell, sound: bare(cell) } : undefined;
    case "category": {
      const listed = any(type.values.map((value) => compare(cell, "=", text(value))));
      return kind === "text" ? { value: cell, sound: listed } : undefined;
    }
    case "member": {
      const key: Expression = { op: "among", of: cell, table: context.membersTable(type.of), column: "key" };
      return kind === "text" ? { value: cell, sound: key } : undefined;
    }
    case "truth":
      return kind === "truth" ? { value: cell, sound: truth(true) } : undefined;
    case "date": {
      if (kind !== "date" && kind !== "midnight") return undefined;
      const day: Expression = kind === "date" ? cell : { op: "read-as", of: cell, type: { type: "date" } };
      const possible = [compare(day, ">=", EARLIEST), compare(day, "<=", LATEST)];
      const midnight = kind === "date" ? [] : [known(day), compare(day, "=", cell)];
      return { value: day, sound: all([...midnight, ...possible]) };
    }
    case "money": {
      const amount = numberStored(stored, cell, MONEY);
      return amount && { ...amount, sound: all([amount.sound, compare(amount.value, ">=", whole(0))]) };
    }
    case "number": {
      const read = numberStored(stored, cell, NUMBER);
      return read && { ...read, sound: all([read.sound, inRange(read.value, type)]) };
    }
    case "percentage": {
      const read = numberStored(stored, cell, type.fraction ? NUMBER : PERCENT);
      if (read === undefined || type.fraction) return read;
      const hundredth: Expression = { op: "times", left: read.value, right: HUNDREDTH };
      return { ...read, value: { op: "as", of: hundredth, type: NUMBER } };
    }
    case "whole": {
      const read = kind === "whole" ? numberStored(stored, cell, { type: "whole" }) : undefined;
      return read && { ...read, sound: all([read.sound, wholeInRange(read.value, type)]) };
    }
    case "count": {
      const read = kind === "whole" ? numberStored(stored, cell, { type: "whole" }) : undefined;
      return read && { ...read, sound: all([read.sound, compare(read.value, ">=", whole(0))]) };
    }
  }
}

/** A number as one of ours. Where ours has room for all that the column can hold, no cell need be looked at. */
function numberStored(stored: StoredType, cell: Expression, as: ColumnType): AsStored | undefined {
  if (stored.kind !== "whole" && stored.kind !== "decimal") return undefined;
  const [digits, scale] = as.type === "decimal" ? [as.digits, as.scale] : [18, 0];
  if (stored.scale <= scale && stored.digits - stored.scale <= digits - scale)
    return { value: { op: "as", of: cell, type: as }, sound: truth(true) };
  const value: Expression = { op: "read-as", of: cell, type: as };
  // Reading as a decimal of fewer decimals rounds.
  return { value, sound: all([known(value), ...(stored.kind === "whole" ? [] : [compare(value, "=", cell)])]) };
}

/** Text that has no blanks around it and is not empty. */
const bare = (cell: Expression): Expression =>
  all([compare(cell, "<>", text("")), compare(cell, "=", { op: "trimmed", of: cell })]);
