import { DIAGNOSTICS, type DiagnosticId } from "./catalogue.js";

/** The page on a finding, by where the manual has it: "/diagnostics/bands-leave-gap.md". Undefined of no such page. */
export function manualPage(path: string): string | undefined {
  const id = /^\/diagnostics\/([a-z-]+)\.md$/.exec(path)?.[1];
  if (id === undefined || !Object.hasOwn(DIAGNOSTICS, id)) return undefined;
  const { title, severity, why, whatToDo } = DIAGNOSTICS[id as DiagnosticId];
  return [`# ${title}`, `\`${id}\`, ${LEVELS[severity]}`, "## Why it matters", why, "## What to do", whatToDo, ""].join(
    "\n\n",
  );
}

const LEVELS = {
  error: "an error: nothing is worked out until it is mended",
  warning: "a warning",
  information: "advice, which the parties may accept with a reason",
} as const;
