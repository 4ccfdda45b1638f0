/** How a file that types its columns keeps the cells of one, as far as they can be used as they lie. */
export type StoredType =
  | { readonly kind: "text" | "date" | "midnight" | "truth" }
  /** How many digits it has room for, of which so many stand behind the point. */
  | { readonly kind: "whole" | "decimal"; readonly digits: number; readonly scale: number };

const MOMENTS = /^TIMESTAMP(_S|_MS|_NS)?$/;
const DIGITS_OF: Readonly<Record<string, number>> = { TINYINT: 3, SMALLINT: 5, INTEGER: 10, BIGINT: 19 };

/** By the engine's name of the type; undefined for what is read as text, binary fractions among it. */
export function storedType(name: string): StoredType | undefined {
  if (name === "VARCHAR") return { kind: "text" };
  if (name === "DATE") return { kind: "date" };
  if (name === "BOOLEAN") return { kind: "truth" };
  if (MOMENTS.test(name)) return { kind: "midnight" };
  const width = DIGITS_OF[name.replace(/^U/, "")];
  // Without a sign there is room for up to one more.
  if (width !== undefined) return { kind: "whole", digits: name.startsWith("U") ? width + 1 : width, scale: 0 };
  const [digits, scale] = (/^DECIMAL\((\d+),\s*(\d+)\)$/.exec(name) ?? []).slice(1).map(Number);
  if (digits === undefined || scale === undefined) return undefined;
  if (scale === 0) return { kind: "whole", digits, scale };
  // So that a comparison with any decimal of ours has room for all digits of both.
  return digits <= 20 && scale <= 18 ? { kind: "decimal", digits, scale } : undefined;
}
