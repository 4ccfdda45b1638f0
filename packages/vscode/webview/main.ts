import type {
  EmptyAnswer,
  PreviewAnswer,
  ProblemAnswer,
  ReadingAnswer,
  WhatIfAnswer,
} from "@concordat/server/protocol";
import type { ToPage } from "../src/preview/messages.js";
import { button, element } from "./element.js";
import { tell } from "./host.js";
import { curvesSection, emptySection, followCursor, readingSection } from "./reading.js";
import { Sliders } from "./sliders.js";
import { StatementView } from "./statement.js";

const page = document.getElementById("page")!;
const spoken = document.getElementById("spoken")!;
const problem = element("div", { class: "problem", role: "alert", hidden: true });
const reading = element("div", { class: "part" });
const curves = element("div", { class: "part" });
const sliders = new Sliders();
const statement = new StatementView();
const amounts = element("div", { class: "part", hidden: true }, sliders.section, statement.section);
const last = element("div", { class: "last" }, reading, curves, amounts);
page.append(problem, last);

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case "preview":
      return preview(data.answer, data.line);
    case "cursor":
      return followCursor(data.line);
    case "whatIf":
      return whatIf(data.answer);
    case "problem":
      return stale(data.answer);
    case "explain":
      return statement.explain(data.payment);
    case "nothing":
      return nothing();
  }
});
tell({ type: "ready" });

function preview(answer: PreviewAnswer, line: number): void {
  if (answer.state === "problem") stale(answer);
  else if (answer.state === "empty") empty(answer);
  else read(answer, line);
}

function empty(answer: EmptyAnswer): void {
  good();
  reading.replaceChildren(emptySection(answer));
  curves.replaceChildren();
  amounts.hidden = answer.contract === undefined;
}

function read(answer: ReadingAnswer, line: number): void {
  good();
  const of = element("p", { class: "of" }, `${answer.item.kind} of ${answer.contractTitle}`);
  reading.replaceChildren(of, readingSection(answer));
  curves.replaceChildren(...curvesSection(answer.curves));
  followCursor(line);
}

function whatIf(answer: WhatIfAnswer): void {
  good();
  amounts.hidden = answer.payments.length === 0 && answer.inputs.length === 0;
  if (answer.curves.length > 0) curves.replaceChildren(...curvesSection(answer.curves));
  sliders.update(answer);
  statement.update(answer, spoken);
}

/** What was read last stays, greyed, under the reason why there is nothing newer. */
function stale({ problem: why, findings }: ProblemAnswer): void {
  const kept = reading.childNodes.length > 0;
  last.classList.toggle("stale", kept);
  problem.hidden = false;
  problem.replaceChildren(
    element("h2", {}, kept ? "Out of date" : "Nothing to show yet"),
    element("p", {}, `${why.charAt(0).toUpperCase()}${why.slice(1)}.${kept ? " Below is how it read before." : ""}`),
    element(
      "ul",
      {},
      ...findings.map(({ message, range }) =>
        element(
          "li",
          {},
          button(`Line ${range.start.line + 1}`, () => tell({ type: "reveal", range }), { class: "link" }),
          `: ${message}`,
        ),
      ),
    ),
  );
}

function good(): void {
  problem.hidden = true;
  problem.replaceChildren();
  last.classList.remove("stale");
}

function nothing(): void {
  reading.replaceChildren(
    element(
      "div",
      { class: "empty" },
      element("h1", {}, "No contract is open"),
      element("p", {}, "Open a .concordat file and put the cursor in a payment, a metric or a figure."),
    ),
  );
  amounts.hidden = true;
}
