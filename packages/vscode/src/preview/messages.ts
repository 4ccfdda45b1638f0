import type { PreviewAnswer, ProblemAnswer, TextPlace, WhatIfAnswer, WhatIfChange } from "@concordat/server/protocol";

/** What the extension tells the preview's page. */
export type ToPage =
  | { type: "preview"; answer: PreviewAnswer; line: number }
  /** The cursor is on another line of what is shown already. */
  | { type: "cursor"; line: number }
  | { type: "whatIf"; answer: WhatIfAnswer }
  | { type: "problem"; answer: ProblemAnswer }
  /** Why a payment comes to what it does: unfolded, and the keyboard led there. */
  | { type: "explain"; payment: string }
  /** No contract is open. */
  | { type: "nothing" };

/** What the page asks the extension. It works nothing out itself. */
export type FromPage =
  | { type: "ready" }
  | { type: "change"; change: WhatIfChange }
  | { type: "start"; example: string }
  | { type: "reset" }
  | { type: "reveal"; range: TextPlace }
  /** A link of the summary: the thing with this anchor. */
  | { type: "open"; anchor: string };
