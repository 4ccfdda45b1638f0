export { renderStatement, type StatementOptions } from "./statement/render.js";
export { type SummaryOptions, summarise, summaryOf } from "./summary/summarise.js";
