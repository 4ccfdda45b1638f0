export { type SummaryOptions, summarise, summaryOf } from "./summary/summarise.js";
