export { describeOutcomeData } from "./describe/describe.js";
export type {
  ColumnDescription,
  DataDescription,
  ShownCount,
  TableDescription,
} from "./describe/description.js";
export type { DataProblem, ProblemId } from "./problems.js";
export type { Progress } from "./progress.js";
export { type QuarantinedRow, quarantineCsv } from "./quarantine.js";
export { type ReadOptions, readOutcomeData } from "./read.js";
export { type DataResult, QUARANTINE_LIMIT } from "./read-result.js";
export { DataManifest, dataManifestJsonSchema, MANIFEST_NAME } from "./sources/manifest.js";
export { type TableColumn, type TableOfContract, tablesOf } from "./sources/table-columns.js";
export { type TableSchema, tableSchemas } from "./sources/table-schemas.js";
export { type TableTemplate, tableTemplates, templateName } from "./sources/template.js";
