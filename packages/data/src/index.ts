export type { DataProblem, ProblemId } from "./problems.js";
export type { Progress } from "./progress.js";
export { type QuarantinedRow, quarantineCsv } from "./quarantine.js";
export { type ReadOptions, readOutcomeData } from "./read.js";
export { type DataResult, QUARANTINE_LIMIT } from "./read-result.js";
export { DataManifest, dataManifestJsonSchema, MANIFEST_NAME } from "./sources/manifest.js";
export { type TableTemplate, tableTemplates } from "./sources/template.js";
