/** How a file that types its columns keeps the cells of one, as far as they can be used as they lie. */
export type StoredType = "text" | "date" | "midnight" | "truth" | "whole" | "decimal";

const MOMENTS = /^TIMESTAMP(_S|_MS|_NS)?$/;
const WHOLE = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT)$/;

/** By the engine's name of the type; undefined for what is read as text, binary fractions among it. */
export function storedType(name: string): StoredType | undefined {
  if (name === "VARCHAR") return "text";
  if (name === "DATE") return "date";
  if (name === "BOOLEAN") return "truth";
  if (MOMENTS.test(name)) return "midnight";
  if (WHOLE.test(name) || /^DECIMAL\(\d+,\s*0\)$/.test(name)) return "whole";
  const [, digits, scale] = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(name) ?? [];
  // So that a comparison with any decimal of ours has room for all digits of both.
  return Number(digits) <= 20 && Number(scale) <= 18 ? "decimal" : undefined;
}
