import { z } from "zod";
import { Named } from "./common.js";

/** Prose as it will be read: text, and references to things that the contract names. */
export const ProsePart = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("reference"), name: z.string(), title: z.string() }),
]);

export const Clause = Named.extend({
  /** A clause of the contract, a recital (why the parties made it), or `define x """…"""`: a legal definition. */
  kind: z.enum(["clause", "definition", "recital"]),
  parts: z.array(ProsePart),
});
export type Clause = z.infer<typeof Clause>;
