import { determinations } from "./determinations.js";
import { language } from "./language.js";
import { meaning } from "./meaning.js";
import { people } from "./people.js";
import { reuse } from "./reuse.js";
import { syntax } from "./syntax.js";
import { variations } from "./variations.js";

/** Every finding that there is, by its id. A code that is not here does not compile. */
export const DIAGNOSTICS = {
  ...syntax,
  ...determinations,
  ...language,
  ...meaning,
  ...people,
  ...reuse,
  ...variations,
} as const;

export type DiagnosticId = keyof typeof DIAGNOSTICS;
export type ParametersOf<I extends DiagnosticId> = Parameters<(typeof DIAGNOSTICS)[I]["message"]>[0];
