import { isDate, type ParticipantSet, showDate } from "@concordat/model";
import * as ast from "../generated/ast.js";
import type { Lowering } from "./lowering.js";

/** `joining on joined leaving after left`: the fields with the first and the last day on which each takes part. */
export function lowerJoining(
  set: ast.ParticipantSet,
  rows: ParticipantSet["rows"],
  lowering: Lowering,
): Pick<ParticipantSet, "joining" | "leaving"> | undefined {
  const wrong = (["joining", "leaving"] as const).find((word) => set[word] && !isDateField(set[word]!.ref));
  if (wrong) {
    const field = set[wrong]!.$refText;
    // A name that is not there has been told already.
    if (!set[wrong]!.ref) return undefined;
    return lowering.report("joining-no-date", { words: WORDS[wrong], field }, set, { property: wrong });
  }
  const joining = set.joining?.$refText;
  const leaving = set.leaving?.$refText;
  for (const { key, values } of rows) {
    const [joined, left] = [joining, leaving].map((field) => (field === undefined ? null : (values[field] ?? null)));
    if (joined && left && isDate(joined) && left < joined) {
      return lowering.report("left-before-joining", { key, joined: showDate(joined), left: showDate(left) }, set, {
        property: "leaving",
      });
    }
  }
  return { ...(joining ? { joining } : {}), ...(leaving ? { leaving } : {}) };
}

const WORDS = { joining: "joining on", leaving: "leaving after" } as const;

const isDateField = (field: ast.Named | undefined): boolean =>
  ast.isField(field) && ast.isSimpleType(field.type) && field.type.kind === "date";
