import { accepts } from "./accepts.js";
import { determinations } from "./determinations.js";
import { division } from "./division.js";
import { examples } from "./examples.js";
import { field } from "./field.js";
import { guarantees } from "./guarantees.js";
import { language } from "./language.js";
import { limits } from "./limits.js";
import { meaning } from "./meaning.js";
import { measures } from "./measures.js";
import { onAccount } from "./on-account.js";
import { participants } from "./participants.js";
import { people } from "./people.js";
import { places } from "./places.js";
import { prose } from "./prose.js";
import { reuse } from "./reuse.js";
import { risk } from "./risk.js";
import { rows } from "./rows.js";
import { syntax } from "./syntax.js";
import { time } from "./time.js";
import { variations } from "./variations.js";

/** Every finding that there is, by its id. A code that is not here does not compile. */
export const DIAGNOSTICS = {
  ...syntax,
  ...language,
  ...rows,
  ...examples,
  ...meaning,
  ...people,
  ...measures,
  ...risk,
  ...time,
  ...places,
  ...division,
  ...guarantees,
  ...accepts,
  ...limits,
  ...field,
  ...onAccount,
  ...participants,
  ...reuse,
  ...prose,
  ...variations,
  ...determinations,
} as const;

export type DiagnosticId = keyof typeof DIAGNOSTICS;
export type ParametersOf<I extends DiagnosticId> = Parameters<(typeof DIAGNOSTICS)[I]["message"]>[0];
