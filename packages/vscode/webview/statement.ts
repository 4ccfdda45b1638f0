import type { ExplainedLine, WhatIfAnswer, WhatIfPayment } from "@concordat/server/protocol";
import { button, element } from "./element.js";
import { tell } from "./host.js";

/** How many parts the path of a first sentence has: its payment and its place. */
const FIRST = 2;

/** What is paid at the values as they are: each party's pounds, then each payment with its explanation to unfold. */
export class StatementView {
  readonly section = element("section", { "aria-labelledby": "statement" });
  /** What someone has unfolded, or folded, against how it begins. */
  private readonly turned = new Set<string>();
  private said: string | undefined;

  update(answer: WhatIfAnswer, spoken: HTMLElement): void {
    this.section.replaceChildren(
      element("h2", { id: "statement" }, `Statement for ${answer.period}`),
      partiesTable(answer),
      ...answer.payments.map((payment) => this.payment(payment)),
    );
    this.speak(answer, spoken);
  }

  /** Unfolds why a payment comes to what it does, and leads the keyboard there. Of one for each of several, the first. */
  explain(payment: string): void {
    const shown = [...this.section.querySelectorAll<HTMLDetailsElement>("details[data-payment]")];
    const first = shown.find(({ dataset }) => dataset.payment === payment);
    if (!first) return;
    first.open = true;
    first.scrollIntoView({ block: "start" });
    first.querySelector("summary")?.focus({ preventScroll: true });
  }

  /** Says only what is different from what was said last. */
  private speak({ payments }: WhatIfAnswer, spoken: HTMLElement): void {
    const words = payments.map(({ title, amount }) => `${title}: ${amount ?? "not determined"}.`);
    const before = this.said?.split("\n") ?? words;
    this.said = words.join("\n");
    const changed = words.filter((sentence) => !before.includes(sentence));
    if (changed.length > 0) spoken.textContent = changed.join(" ");
  }

  private payment(payment: WhatIfPayment): HTMLElement {
    const { key, title, amount, status, reason, flows, why, next, range } = payment;
    const words = amount ?? "not determined";
    const inContract = range
      ? button("Show in the contract", () => tell({ type: "reveal", range }), {
          class: "secondary",
          "aria-label": `Show in the contract: ${title}`,
        })
      : undefined;
    const made = this.unfolding(
      key,
      "closed",
      element(
        "summary",
        {},
        element("span", { class: "what" }, title),
        element("span", { class: status === "undetermined" ? "amount unknown" : "amount" }, words),
      ),
      reason === undefined ? undefined : element("p", { class: "reason" }, reason),
      status === "provisional" ? element("p", { class: "reason" }, "Provisional: part of it waits.") : undefined,
      flows.length === 0
        ? undefined
        : element(
            "ul",
            { class: "flows" },
            ...flows.map(({ from, to, amount: part }) =>
              element(
                "li",
                {},
                element("span", {}, from === to ? `${from} bears itself` : `${from} pays ${to}`),
                element("span", { class: "amount" }, part),
              ),
            ),
          ),
      why.length === 0 ? undefined : element("h3", {}, "Why"),
      why.length === 0 ? undefined : this.lines(why, key),
      next.length === 0 ? undefined : element("h3", {}, "What would change it"),
      next.length === 0
        ? undefined
        : element("ul", { class: "next" }, ...next.map((words) => element("li", {}, words))),
      inContract,
    );
    made.dataset.payment = payment.payment;
    return made;
  }

  private lines(lines: readonly ExplainedLine[], path: string): HTMLElement {
    return element(
      "ul",
      { class: "why" },
      ...lines.map((line, index) => element("li", {}, this.line(line, `${path}/${index}`))),
    );
  }

  private line({ sentence, range, under }: ExplainedLine, path: string): HTMLElement {
    const at = range
      ? button(`line ${range.start.line + 1}`, () => tell({ type: "reveal", range }), {
          class: "link at",
          "aria-label": `Show line ${range.start.line + 1} of the contract`,
        })
      : undefined;
    if (under.length === 0) return element("p", {}, sentence, " ", at);
    const first = path.split("/").length === FIRST;
    return this.unfolding(
      path,
      first ? "open" : "closed",
      element("summary", {}, sentence),
      at,
      this.lines(under, path),
    );
  }

  /** What was unfolded stays so while the amounts change. */
  private unfolding(key: string, begins: "open" | "closed", ...children: (Node | undefined)[]): HTMLDetailsElement {
    const open = this.turned.has(key) !== (begins === "open");
    const made = element("details", { open }, ...children);
    made.addEventListener("toggle", () => {
      if (made.open === (begins === "open")) this.turned.delete(key);
      else this.turned.add(key);
    });
    return made;
  }
}

function partiesTable({ parties }: WhatIfAnswer): HTMLElement {
  const heads = ["Receives", "Pays", "Balance"];
  return element(
    "table",
    {},
    element("caption", {}, "Each party, over every payment"),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { scope: "col" }, "Party"),
        ...heads.map((head) => element("th", { scope: "col", class: "amount" }, head)),
      ),
    ),
    element(
      "tbody",
      {},
      ...parties.map(({ party, receives, pays, balance }) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, party),
          ...[receives, pays, balance].map((amount) => element("td", { class: "amount" }, amount)),
        ),
      ),
    ),
  );
}
