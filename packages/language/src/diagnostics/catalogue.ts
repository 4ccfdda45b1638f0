import { division } from "./division.js";
import { guarantees } from "./guarantees.js";
import { language } from "./language.js";
import { meaning } from "./meaning.js";
import { people } from "./people.js";
import { places } from "./places.js";
import { syntax } from "./syntax.js";

/** Every finding that there is, by its id. A code that is not here does not compile. */
export const DIAGNOSTICS = {
  ...division,
  ...guarantees,
  ...syntax,
  ...language,
  ...meaning,
  ...people,
  ...places,
} as const;

export type DiagnosticId = keyof typeof DIAGNOSTICS;
export type ParametersOf<I extends DiagnosticId> = Parameters<(typeof DIAGNOSTICS)[I]["message"]>[0];
