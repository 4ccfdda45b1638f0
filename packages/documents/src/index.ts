export { type Now, type PayoffCurve, payoffCurve, payoffCurves } from "./charts/payoff.js";
export { type Reading, readingOf } from "./reading/reading.js";
export { anchor } from "./sentences/names.js";
export { renderStatement, type StatementOptions } from "./statement/render.js";
export { type SummaryOptions, summarise, summaryOf } from "./summary/summarise.js";
export { writeText } from "./writers/text.js";
