import type { CurveShown, EmptyAnswer, ReadingAnswer, TextPlace } from "@concordat/server/protocol";
import { button, element } from "./element.js";
import { tell } from "./host.js";

/** The clause in plain English. Its markup is the summary's own writer's, in which every word of a contract is escaped. */
export function readingSection(answer: ReadingAnswer): HTMLElement {
  const body = element("div", { class: "reading" });
  body.append(...partsOf(answer.html, "text/html"));
  for (const clause of body.querySelectorAll<HTMLElement>("[data-line]")) leadToText(clause);
  for (const link of body.querySelectorAll("a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      tell({ type: "open", anchor: decodeURIComponent(link.hash.slice(1)) });
    });
  }
  return body;
}

export const curvesSection = (curves: readonly CurveShown[]): HTMLElement[] =>
  curves.length === 0
    ? []
    : [
        element(
          "section",
          { "aria-labelledby": "curves" },
          element("h2", { id: "curves" }, curves.length === 1 ? "Payoff curve" : "Payoff curves"),
          element("div", { class: "curves" }, ...curves.map(figure)),
        ),
      ];

function figure({ title, description, svg }: CurveShown): HTMLElement {
  const made = element("figure", {});
  made.append(...partsOf(svg, "image/svg+xml"), element("figcaption", {}, title));
  made.append(element("p", { class: "description" }, description));
  return made;
}

/** What there is to look at, where the cursor is in no clause. */
export function emptySection({ contract, contractTitle, items }: EmptyAnswer): HTMLElement {
  if (contract === undefined) {
    return element(
      "div",
      { class: "empty" },
      element("h1", {}, "No contract yet"),
      element("p", {}, "The file has no contract. Write one, or run “Concordat: New contract”, and it is read here."),
    );
  }
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return element(
    "div",
    { class: "empty" },
    element("h1", {}, contractTitle ?? contract),
    element("p", {}, "The cursor is in no clause. Put it in one to read it here in plain English, or choose one:"),
    ...kinds.flatMap((kind) => [
      element("h2", {}, `${kind}s`),
      element(
        "ul",
        { class: "list" },
        ...items
          .filter((item) => item.kind === kind)
          .map(({ title, range }) =>
            element(
              "li",
              {},
              button(title, () => tell({ type: "reveal", range }), { class: "link" }),
            ),
          ),
      ),
    ]),
  );
}

/** Marks the clause that says the line of the cursor, and brings it into view. */
export function followCursor(line: number): void {
  const clauses = [...document.querySelectorAll<HTMLElement>("[data-line]")];
  const above = clauses.filter((clause) => Number(clause.dataset.line) <= line);
  const nearest = Math.max(...above.map((clause) => Number(clause.dataset.line)));
  const at = above.find((clause) => Number(clause.dataset.line) === nearest);
  for (const clause of clauses) {
    if (clause === at) clause.setAttribute("aria-current", "true");
    else clause.removeAttribute("aria-current");
  }
  at?.scrollIntoView({ block: "nearest" });
}

function leadToText(clause: HTMLElement): void {
  const line = Number(clause.dataset.line);
  const range: TextPlace = { start: { line, character: 0 }, end: { line, character: 0 } };
  const number = clause.querySelector(".number");
  const words = number?.textContent ?? "";
  const go = (): void => {
    const indented = { ...range, start: { line, character: INDENT } };
    tell({ type: "reveal", range: indented });
  };
  number?.replaceChildren(
    button(words, go, { class: "link", "aria-label": `Clause ${words}: show line ${line + 1} of the contract` }),
  );
  clause.addEventListener("click", (event) => {
    const inside = event.target instanceof Element && event.target.closest("a, button");
    if (!inside && !window.getSelection()?.toString()) go();
  });
}

/** Where the words of a payment's line usually begin; the editor takes the line's end where it is shorter. */
const INDENT = 4;

function partsOf(markup: string, type: "text/html" | "image/svg+xml"): Node[] {
  const parsed = new DOMParser().parseFromString(markup, type);
  const parts = type === "text/html" ? [...parsed.body.childNodes] : [parsed.documentElement];
  return parts.map((part) => document.adoptNode(part));
}
