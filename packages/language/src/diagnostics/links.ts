import type { DiagnosticTag } from "vscode-languageserver-types";
import type { DiagnosticId } from "./catalogue.js";

/** Pages of the manual as an editor opens them: no page is fetched from anywhere, its text comes with the language. */
export const MANUAL_SCHEME = "concordat-manual";

const UNNECESSARY = 1 satisfies DiagnosticTag;

/** What changes nothing: an editor shows it faded. */
const IDLE: ReadonlySet<string> = new Set<DiagnosticId>([
  "accepts-nothing",
  "cap-never-binds",
  "floor-never-binds",
  "parameter-unused",
  "share-of-paid",
  "tier-never-reached",
]);

/** What a finding carries for an editor besides its message: the page that explains it, and whether the text is idle. */
export function linksOf(id: DiagnosticId): { codeDescription: { href: string }; tags?: DiagnosticTag[] } {
  const href = `${MANUAL_SCHEME}:/diagnostics/${id}.md`;
  return { codeDescription: { href }, ...(IDLE.has(id) ? { tags: [UNNECESSARY] } : {}) };
}
