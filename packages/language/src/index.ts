export { DIAGNOSTICS, type DiagnosticId } from "./diagnostics/catalogue.js";
export type { Severity } from "./diagnostics/diagnostic.js";
export type { Finding, Fix, TextRange } from "./diagnostics/finding.js";
export { type ConcordatServices, createConcordatServices } from "./module.js";
export type { TermsInForce } from "./variations/in-force.js";
export { type CheckedFile, checkFiles, type SourceFile } from "./workspace/check-files.js";
export { type FormattedFile, formatText } from "./workspace/format-files.js";
export { isInside, loweredContract } from "./workspace/lowered.js";
