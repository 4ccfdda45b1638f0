import { CONTRACT_HELP } from "./help/contract.js";
import { DEFINITIONS_HELP } from "./help/definitions.js";
import { EXAMPLES_HELP } from "./help/examples.js";
import { INPUTS_HELP } from "./help/inputs.js";
import { LIMITS_HELP } from "./help/limits.js";
import { METRICS_HELP } from "./help/metrics.js";
import { PAYMENTS_HELP } from "./help/payments.js";
import { PERIODS_HELP } from "./help/periods.js";
import { PROMISES_HELP } from "./help/promises.js";
import { SEVERAL_FILES_HELP } from "./help/several-files.js";

/** What each word and phrase of the language says, in a sentence for people who meet it for the first time. */
const HELP: ReadonlyMap<string, string> = new Map([
  ...SEVERAL_FILES_HELP,
  ...CONTRACT_HELP,
  ...PROMISES_HELP,
  ...INPUTS_HELP,
  ...METRICS_HELP,
  ...DEFINITIONS_HELP,
  ...PAYMENTS_HELP,
  ...PERIODS_HELP,
  ...LIMITS_HELP,
  ...EXAMPLES_HELP,
]);

/** Markdown; undefined for words that speak for themselves. */
export const helpOn = (word: string): string | undefined => HELP.get(word);
