import * as ast from "../../generated/ast.js";
import type { Clause } from "./clause.js";

/** The lines that every metric ends with. */
const lines = (better: "lower" | "higher", range: string, baseline: string, target: string): string => `
  measured  each year
  better    ${better}
  range     ${range}
  baseline  ${baseline}
  target    ${target}
  source    "‹20:Where the data comes from›"
  owner     ‹21@party:trust›
  if not reported  ‹22|treat as missed,treat as met,treat as baseline,share its weight,defer to reconciliation›
}`;
const PERCENT_RANGE = "from 0% to 100%, shown to 1 decimal";

/** What may be measured, and how. */
export const METRIC_CLAUSES: readonly Clause[] = [
  {
    at: [ast.Metric.$type, "metric"],
    title: "a share of records",
    text: `metric ‹1:good-care› "‹2:Share of people for whom it went well›" {
  share of  ‹3@records:spells› counting those where ‹4:method is elective›${lines("higher", PERCENT_RANGE, "‹7:70%›", "‹8:85%›")}`,
  },
  {
    at: [ast.Metric.$type, "metric"],
    title: "a rate per 1,000",
    text: `metric ‹1:admission-rate› "‹2:Admissions per 1,000 people›" {
  rate      count of ‹3@records:spells› where ‹4:method is emergency›, per 1,000 ‹5:average registered›${lines("lower", "from 0 to 1,000, shown to 1 decimal", "‹7:215›", "‹8:190›")}`,
  },
  {
    at: [ast.Metric.$type, "metric"],
    title: "a count of records",
    text: `metric ‹1:events› "‹2:How many there were›" {
  count of  ‹3@records:spells› where ‹4:method is emergency›${lines("lower", "from 0 to 100,000, shown to 0 decimals", "‹7:500›", "‹8:400›")}`,
  },
  {
    at: [ast.Metric.$type, "metric"],
    title: "a share followed by another event",
    text: `metric ‹1:again› "‹2:Share followed by another within 30 days›" {
  share of  ‹3@records:spells› where ‹4:discharged is known›
  that are  followed within ‹5:30› days of ‹6:discharged› by ‹3@records:spells› of the same person dated by ‹7:admitted›${lines("lower", PERCENT_RANGE, "‹8:14%›", "‹9:12%›")}`,
  },
  {
    at: [ast.Metric.$type, "metric"],
    title: "a wait in days",
    text: `metric ‹1:wait› "‹2:Days until people are seen, in the middle›" {
  median of days from ‹3:admitted› to ‹4:discharged› in ‹5@records:spells›${lines("lower", "from 0 days to 1,000 days", "‹7:20 days›", "‹8:14 days›")}`,
  },
  {
    at: [ast.MissingLine.$type, "if not reported"],
    title: "hold, at first the baseline",
    text: "if not reported  hold at the previous value, at first the baseline",
  },
];
