/** What `concordat check --format` takes; the first where none is named. */
export const FINDINGS_FORMATS = ["text", "json", "sarif", "junit", "github"] as const;
export type FindingsFormat = (typeof FINDINGS_FORMATS)[number];
