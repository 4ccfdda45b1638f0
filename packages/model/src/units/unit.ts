import { z } from "zod";
import { Rational } from "../numbers/rational.js";

/**
 * What a value is a value of (rule 3). A quantity is a product of counted things: `{ GBP: 1 }` is money, `{}` a ratio,
 * `{ spells: 1, people: -1 }` with `per: "1000"` is "spells per 1,000 people". Currencies are upper-case ISO 4217 codes.
 */
export const Unit = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("quantity"),
    dims: z.record(z.string(), z.number().int()),
    /** A rate per N: the value is that many for every N of the things below the line. */
    per: z.string().optional(),
    /** How a ratio prints. A percentage is a ratio that prints times 100. */
    shown: z.enum(["percent", "number"]).optional(),
  }),
  z.object({ kind: z.literal("truth") }),
  z.object({ kind: z.literal("date") }),
  z.object({ kind: z.literal("name"), of: z.string() }),
  z.object({ kind: z.literal("text") }),
]);
export type Unit = z.infer<typeof Unit>;
export type Quantity = Extract<Unit, { kind: "quantity" }>;

export const truth: Unit = { kind: "truth" };
export const date: Unit = { kind: "date" };
export const ratio: Quantity = { kind: "quantity", dims: {}, shown: "percent" };
export const bareNumber: Quantity = { kind: "quantity", dims: {}, shown: "number" };
export const money = (currency: string): Quantity => ({ kind: "quantity", dims: { [currency]: 1 } });
export const counted = (thing: string): Quantity => ({ kind: "quantity", dims: { [thing]: 1 } });

export const isCurrency = (dim: string): boolean => /^[A-Z]{3}$/.test(dim);

/** The currency, where the unit is money and nothing else. */
export function currencyOf(unit: Unit): string | undefined {
  if (unit.kind !== "quantity") return undefined;
  const dims = Object.entries(unit.dims);
  return dims.length === 1 && dims[0]![1] === 1 && isCurrency(dims[0]![0]) ? dims[0]![0] : undefined;
}

export const isRatio = (unit: Unit): boolean =>
  unit.kind === "quantity" && Object.keys(unit.dims).length === 0 && unit.per === undefined;

/** The same thing is measured on the same scale, so the two may be added and compared. */
export function sameUnit(a: Unit, b: Unit): boolean {
  if (a.kind === "quantity" && b.kind === "quantity") {
    const keys = new Set([...Object.keys(a.dims), ...Object.keys(b.dims)]);
    return [...keys].every((key) => a.dims[key] === b.dims[key]) && (a.per ?? "1") === (b.per ?? "1");
  }
  if (a.kind === "name" && b.kind === "name") return a.of === b.of;
  return a.kind === b.kind;
}

function combine(a: Quantity, b: Quantity, sign: 1 | -1): { unit: Quantity; scale: Rational } {
  const dims: Record<string, number> = { ...a.dims };
  for (const [key, power] of Object.entries(b.dims)) {
    const sum = (dims[key] ?? 0) + sign * power;
    if (sum === 0) delete dims[key];
    else dims[key] = sum;
  }
  const perA = Rational.parse(a.per ?? "1");
  const perB = Rational.parse(b.per ?? "1");
  const scale = sign === 1 ? Rational.one.over(perA.times(perB)) : perB.over(perA);
  const plain = Object.keys(dims).length === 0;
  // A quotient of two like things is a factor (1.71); a product with a percentage in it is one.
  const percent = sign === 1 && (a.shown === "percent" || b.shown === "percent");
  const shown = plain ? (percent ? "percent" : "number") : undefined;
  return { unit: { kind: "quantity", dims, ...(shown ? { shown } : {}) }, scale };
}

/** The unit of a product, and the factor that rates per N bring with them (188 per 1,000 × 5,000 people = 940). */
export const productOf = (a: Quantity, b: Quantity) => combine(a, b, 1);
/** The unit of a quotient, likewise. Money divided by money is a ratio. */
export const quotientOf = (a: Quantity, b: Quantity) => combine(a, b, -1);

const things = (entries: [string, number][]): string =>
  entries.map(([name, power]) => (Math.abs(power) === 1 ? name : `${name}^${Math.abs(power)}`)).join(" × ");

/** The unit in words, for messages: "money (GBP)", "a percentage", "spells per 1,000 people". */
export function describeUnit(unit: Unit): string {
  switch (unit.kind) {
    case "truth":
      return "a condition (true or not)";
    case "date":
      return "a date";
    case "text":
      return "text";
    case "name":
      return `a value of ${unit.of}`;
    case "quantity": {
      const currency = currencyOf(unit);
      if (currency) return `money (${currency})`;
      const entries = Object.entries(unit.dims);
      if (entries.length === 0) return unit.shown === "percent" ? "a percentage" : "a plain number";
      const above = things(
        entries.filter(([, power]) => power > 0).map(([n, p]) => [isCurrency(n) ? `money (${n})` : n, p]),
      );
      const below = things(entries.filter(([, power]) => power < 0));
      if (below === "") return above;
      const per = unit.per ? `${groupDigits(unit.per)} ${below}` : below;
      return `${above || "a number"} per ${per}`;
    }
  }
}

/** `"1200000.5"` → `"1,200,000.5"`. */
export function groupDigits(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
