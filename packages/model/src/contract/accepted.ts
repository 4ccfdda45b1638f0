import { z } from "zod";
import { SourceRange } from "./common.js";

/** `accept cap-never-binds because "Agreed in the heads of terms"`: advice that the parties heard and did not take. */
export const Accepted = z.object({
  /** The finding's id. */
  finding: z.string(),
  /** What was said, each sentence once. */
  said: z.array(z.string()).min(1),
  because: z.string(),
  source: SourceRange,
});
export type Accepted = z.infer<typeof Accepted>;
