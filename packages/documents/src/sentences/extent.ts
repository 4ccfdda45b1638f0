import { type NodeOf, type Rational, sameUnit, type Unit } from "@concordat/model";
import { type Phrase, say, text } from "../document/phrase.js";
import { amount } from "./amount.js";
import { fixedNumber, lookThrough } from "./look-through.js";
import { definedName } from "./names.js";
import type { Reader } from "./reader.js";

type Slice = NodeOf<"banded">["slices"][number];

/** How far along something a slice begins or ends: so much, or so much of another value. */
export interface Extent {
  readonly size: Rational;
  readonly unit: Unit;
  /** The node that it is a part of: 8% of *target cost*. */
  readonly of?: string;
}

export interface Edges {
  readonly from?: Phrase;
  readonly to?: Phrase;
  /** The width alone, where the edges cannot be written as one number. */
  readonly next?: Phrase;
}

/** Where each slice begins and ends, with widths added up: "the next 8%" after "the first 2%" is 2% to 10%. */
export function sliceEdges(slices: readonly Slice[], reader: Reader): Edges[] {
  let passed: Extent | "start" | "unknown" = "start";
  return slices.map((slice): Edges => {
    const from = passed;
    switch (slice.part) {
      case "first":
      case "next": {
        const width = extentOf(slice.width, reader);
        passed = width && from !== "unknown" ? after(from, width, reader) : "unknown";
        if (passed === "unknown")
          return from === "start" ? { to: reader.phrase(slice.width) } : { next: reader.phrase(slice.width) };
        return { ...(from === "start" ? {} : { from: startOf(from as Extent) }), to: extentWords(passed, reader) };
      }
      case "rest":
        return from === "start" ? {} : { from: from === "unknown" ? text("all of these") : extentWords(from, reader) };
      case "below":
        return { to: reader.phrase(slice.to) };
      case "between":
        return { from: reader.phrase(slice.from), to: reader.phrase(slice.to) };
      case "above":
        return { from: reader.phrase(slice.from) };
      default:
        return {};
    }
  });
}

/** A fixed size, or a fixed part of something; undefined where data decides it. */
export function extentOf(id: string, reader: Reader): Extent | undefined {
  const size = fixedNumber(id, reader);
  const node = lookThrough(id, reader);
  if (size !== undefined) return { size, unit: node.unit };
  if (node.kind !== "times") return undefined;
  const part = fixedNumber(node.left, reader);
  return part === undefined ? undefined : { size: part, unit: reader.node(node.left).unit, of: node.right };
}

function after(from: Extent | "start", width: Extent, reader: Reader): Extent | "unknown" {
  if (from === "start") return width;
  if (!sameValue(from.of, width.of, reader) || !sameUnit(from.unit, width.unit)) return "unknown";
  return { ...width, size: from.size.plus(width.size) };
}

/** "from 2%" before "to 10% of Target cost": what it is a part of is said once. */
const startOf = (from: Extent): Phrase => text(amount(from.size, from.unit));

const extentWords = ({ size, unit, of }: Extent, reader: Reader): Phrase =>
  of === undefined ? text(amount(size, unit)) : say`${amount(size, unit)} of ${reader.phrase(of)}`;

/** Whether two nodes stand for one value: a contract may read the same figure through several. */
export const sameValue = (a: string | undefined, b: string | undefined, reader: Reader): boolean =>
  a === b || (a !== undefined && b !== undefined && valueKey(a, reader) === valueKey(b, reader));

function valueKey(id: string, reader: Reader): string {
  const node = reader.node(id);
  const defined = definedName(node, reader.contract);
  if (defined !== undefined) return `${defined} ${node.grain}`;
  switch (node.kind) {
    case "present":
      return `present ${node.policy.kind} ${valueKey(node.of, reader)}`;
    case "span":
      return `span ${node.how} ${node.each} ${valueKey(node.of, reader)}`;
    case "given":
      return `given ${node.input}`;
    case "metric":
      return `metric ${node.metric}`;
    case "payment-value":
      return `payment ${node.payment} ${node.reads}`;
    default:
      return id;
  }
}
