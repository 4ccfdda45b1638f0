import * as ast from "../../generated/ast.js";
import type { Clause } from "./clause.js";

const always = (title: string, text: string): Clause => ({ at: [ast.Always.$type, "always"], title, text });

/** What must hold, what is worked through, what is not taken as advice. */
export const PROMISE_CLAUSES: readonly Clause[] = [
  always(
    "the commissioners can afford it",
    'always ‹1:affordable› "‹2:The commissioners can afford it›" : total paid each year at most ‹3:£60,000,000›',
  ),
  always(
    "better never pays less",
    'always ‹1:right-way› "‹2:Better care never pays less›" : ‹3@payment:core› does not fall when ‹4@metric:falls› improves',
  ),
  always(
    "no cliff",
    'always ‹1:no-cliff› "‹2:A small change moves no great sum›" : no change of ‹3@metric:falls› by less than ‹4:0.1%› moves ‹5@payment:core› by more than ‹6:£10,000›',
  ),
  always(
    "no provider loses too much",
    'always ‹1:fair-loss› "‹2:No provider risks the organisation›" : for each provider, what it pays each year at most ‹3:£100,000›',
  ),
  {
    at: [ast.Example.$type, "example"],
    title: "a case with its figures",
    text: `example ‹1:bad-year› "‹2:What the case shows›" {
  in      ‹3:2026/27›
  given   ‹4@metric:falls› ‹5:10%›
  expect  ‹6@payment:core› earns ‹7:£100,000›
}`,
  },
  {
    at: [ast.AcceptLine.$type, "accept"],
    title: "advice that is not taken, and why",
    text: 'accept ‹1:cap-never-binds› because "‹2:The reason, in words›"',
  },
];
