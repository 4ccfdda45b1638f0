import type { FieldType } from "@concordat/model";
import { all, any, type ColumnType, compare, type Expression, known, text, whole } from "../plan/expression.js";
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
  /** Whether that is the value, and an acceptable one. Where it is not, or is not known, the cell's text is looked at. */
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
  const read = (as: ColumnType): Expression => ({ op: "read-as", of: cell, type: as });
  const number = stored === "whole" || stored === "decimal";
  switch (type.type) {
    case "pseudonym":
    case "text":
      if (stored === "whole") return { value: { op: "as", of: cell, type: { type: "text" } }, sound: known(cell) };
      return stored === "text" ? { value: cell, sound: bare(cell) } : undefined;
    case "category": {
      const listed = any(type.values.map((value) => compare(cell, "=", text(value))));
      return stored === "text" ? { value: cell, sound: listed } : undefined;
    }
    case "member": {
      const key: Expression = { op: "among", of: cell, table: context.membersTable(type.of), column: "key" };
      return stored === "text" ? { value: cell, sound: key } : undefined;
    }
    case "truth":
      return stored === "truth" ? { value: cell, sound: known(cell) } : undefined;
    case "date": {
      if (stored !== "date" && stored !== "midnight") return undefined;
      const day: Expression = stored === "date" ? cell : read({ type: "date" });
      const possible = [compare(day, ">=", EARLIEST), compare(day, "<=", LATEST)];
      return { value: day, sound: all(stored === "date" ? possible : [...possible, compare(day, "=", cell)]) };
    }
    case "money": {
      const amount = read(MONEY);
      const exact = stored === "whole" ? known(amount) : compare(amount, "=", cell);
      return number ? { value: amount, sound: all([compare(amount, ">=", whole(0)), exact]) } : undefined;
    }
    case "number": {
      const value = read(NUMBER);
      const exact = stored === "whole" ? known(value) : compare(value, "=", cell);
      return number ? { value, sound: all([exact, inRange(value, type)]) } : undefined;
    }
    case "percentage": {
      const ratio = read(type.fraction ? NUMBER : PERCENT);
      const exact = stored === "whole" ? known(ratio) : compare(ratio, "=", cell);
      const hundredth: Expression = { op: "times", left: ratio, right: HUNDREDTH };
      const value: Expression = type.fraction ? ratio : { op: "as", of: hundredth, type: NUMBER };
      return number ? { value, sound: exact } : undefined;
    }
    case "whole": {
      const value = read({ type: "whole" });
      return stored === "whole" ? { value, sound: all([known(value), wholeInRange(value, type)]) } : undefined;
    }
    case "count": {
      const value = read({ type: "whole" });
      return stored === "whole" ? { value, sound: compare(value, ">=", whole(0)) } : undefined;
    }
  }
}

/** Text that has no blanks around it and is not empty. */
const bare = (cell: Expression): Expression =>
  all([compare(cell, "<>", text("")), compare(cell, "=", { op: "trimmed", of: cell })]);
