import * as ast from "../../generated/ast.js";
import type { Clause } from "./clause.js";

/** Records, figures, places, definitions. */
export const INPUT_CLAUSES: readonly Clause[] = [
  {
    at: [ast.Records.$type, "records"],
    title: "events of persons",
    text: `records ‹1:admissions› "‹2:Hospital admissions›" dated by ‹3:admitted› {
  person    pseudonym
  ‹3:admitted›  date
  ‹4:kind›      one of ‹5:elective, emergency›
  ‹6:charge›    money
}`,
  },
  {
    at: [ast.Records.$type, "records"],
    title: "states that last",
    text: `records ‹1:placements› "‹2:Placements›" dated by ‹3:began› lasting to ‹4:ended› {
  person  pseudonym
  ‹3:began›   date
  ‹4:ended›   date, may be missing
}`,
  },
  {
    at: [ast.Figure.$type, "figure"],
    title: "a sum or a number over a period",
    text: 'figure ‹1:spend› "‹2:Cost of the services›" : ‹3|money,people,number›, during ‹4|each quarter,each month,each year›, if not reported ‹5|defer to reconciliation,treat as missed›',
  },
  {
    at: [ast.Figure.$type, "figure"],
    title: "a level on a day",
    text: 'figure ‹1:registered› "‹2:People registered›" : ‹3:people›, at the end of ‹4|each quarter,each year›, if not reported hold at the previous value, at first ‹5:10,000› ‹3:people›',
  },
  {
    at: [ast.Figure.$type, "figure"],
    title: "a day that comes once",
    text: 'figure ‹1:opening-day› "‹2:The day the centre opens›" : date, once',
  },
  {
    at: [ast.FigureGroup.$type, "figures"],
    title: "several figures for each participant",
    text: `figures ‹1:returns› "‹2:Yearly returns›" for each ‹3@list:practice›, each year {
  ‹4:staff›  ‹5:people›, at the end of each year, if not reported ‹6|defer to reconciliation,treat as missed›
}`,
  },
  {
    at: [ast.Places.$type, "places"],
    title: "the places of a file",
    text: 'places ‹1:district› "‹2:Districts›" from "‹3:districts.csv›"',
  },
  {
    at: [ast.Cohort.$type, "cohort"],
    title: "persons who enter and are followed",
    text: `cohort ‹1:intake› "‹2:People who entered›" of ‹3@records:spells›, entering by ‹4:admitted› {
  ‹5:first›  "‹6:First year›" from ‹7:1 April 2026› to ‹8:31 March 2027›
} followed ‹9:12› ‹10|months,weeks›`,
  },
  {
    at: [ast.Define.$type, "define"],
    title: "an amount that grows",
    text: 'define ‹1:budget› "‹2:Budget›" as ‹3:£1,000,000› each year, uplifted by ‹4:2.5%› on 1 April each year from ‹5:2027›',
  },
  {
    at: [ast.Define.$type, "define"],
    title: "a score of several metrics",
    text: 'define ‹1:score› "‹2:Overall score›" as weighted ‹3:100%› ‹4@metric:falls›, at least 1 reported',
  },
  {
    at: [ast.Define.$type, "define"],
    title: "a term in words",
    text: 'define ‹1:frozen-data› "‹2:Frozen data›" """‹3:The extracts as they stand twenty working days after the end of the year.›"""',
  },
  {
    at: [ast.Table.$type, "table"],
    title: "values for each year",
    text: `table ‹1:yearly-terms› for each year {
  | year    | ‹2:fee› |
  | ‹3:2026/27› | ‹4:£1,000› |
}`,
  },
  {
    at: [ast.Table.$type, "table"],
    title: "values for each participant",
    text: `table ‹1:local-terms› for each ‹2@list:practice› {
  | ‹2@list:practice› | ‹3:tariff› |
  | ‹4:first› | ‹5:£1,000› |
}`,
  },
  {
    at: [ast.ShapeTemplate.$type, "shape"],
    title: "tiers with values to fill in",
    text: `shape ‹1:half-then-all› with lower percentage, upper percentage as
  tiered 100% when at least upper, 50% when from lower to below upper, otherwise 0%`,
  },
];
