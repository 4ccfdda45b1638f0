import type { WhatIfAnswer, WhatIfInput } from "@concordat/server/protocol";
import { button, element } from "./element.js";
import { tell } from "./host.js";

interface Row {
  update(input: WhatIfInput): void;
}

/** The metrics and figures with a slider and a box each. It stays as it is while values change, so the focus stays too. */
export class Sliders {
  readonly section = element("section", { "aria-labelledby": "what-if" });
  private readonly list = element("div", { class: "inputs" });
  private readonly choice = element("select", { id: "start" });
  private readonly note = element("p", { class: "hint" });
  private readonly head = element("p", { class: "start" });
  private rows = new Map<string, Row>();
  private shape = "";

  constructor() {
    this.choice.addEventListener("change", () => tell({ type: "start", example: this.choice.value }));
    this.head.append(
      element("label", { for: "start" }, "Start from "),
      this.choice,
      " ",
      button("Start again", () => tell({ type: "reset" }), { class: "secondary" }),
    );
    this.section.append(element("h2", { id: "what-if" }, "What if"), this.head, this.note, this.list);
  }

  update(answer: WhatIfAnswer): void {
    const shape = JSON.stringify([answer.contract, answer.start, answer.inputs.map(({ key }) => key)]);
    if (shape !== this.shape) this.build(answer, shape);
    for (const input of answer.inputs) this.rows.get(input.key)?.update(input);
  }

  private build({ inputs, starts, start, more }: WhatIfAnswer, shape: string): void {
    this.shape = shape;
    this.head.hidden = starts.length === 0;
    this.choice.replaceChildren(
      ...starts.map(({ name, title }) => element("option", { value: name, selected: name === start }, title)),
    );
    this.note.textContent =
      inputs.length === 0
        ? "Nothing that is reported changes what is paid here."
        : more > 0
          ? `And ${more} more: put the cursor in a payment to see what that reads.`
          : "";
    const made = inputs.map((input, index) => ({ key: input.key, row: rowOf(input, index) }));
    this.rows = new Map(made.map(({ key, row }) => [key, row]));
    this.list.replaceChildren(...made.map(({ row }) => row.element));
  }
}

function rowOf(first: WhatIfInput, index: number): Row & { element: HTMLElement } {
  const { key, range, slider } = first;
  const id = `input-${index}`;
  const name = first.row === undefined ? first.title : `${first.title}, ${first.row}`;
  const title = range
    ? button(name, () => tell({ type: "reveal", range }), { class: "link", id, title: "Show it in the contract" })
    : element("span", { id }, name);
  const slide = element("input", {
    type: "range",
    min: "0",
    max: `${slider?.steps ?? 0}`,
    "aria-labelledby": id,
    ...(slider ? {} : { hidden: true }),
  });
  const box = element("input", { type: "text", "aria-label": `Value of ${name} (${first.unit})`, spellcheck: "false" });
  const reported = element("input", { type: "checkbox", id: `${id}-reported` });
  const problem = element("p", { class: "wrong", id: `${id}-problem`, role: "alert" });
  box.setAttribute("aria-describedby", problem.id);

  let asked = 0;
  slide.addEventListener("input", () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => tell({ type: "change", change: { key, position: slide.valueAsNumber } }));
  });
  box.addEventListener("change", () => tell({ type: "change", change: { key, text: box.value } }));
  reported.addEventListener("change", () => tell({ type: "change", change: changeOf(reported.checked) }));
  /** Reported again: at the place where the slider stands, or as the box says. */
  const changeOf = (is: boolean) =>
    !is
      ? { key, reported: false as const }
      : slider && !slide.hidden
        ? { key, position: slide.valueAsNumber }
        : { key, text: box.value };

  const ends = slider
    ? element("p", { class: "ends" }, element("span", {}, slider.low), element("span", {}, slider.high))
    : undefined;
  const marks = first.marks.map((mark) => `${mark.name} ${mark.shown}`).join(" · ");
  const better = first.better === undefined ? "" : `${first.better} is better`;
  const about = [marks, better].filter((words) => words !== "").join(" · ");
  return {
    element: element(
      "div",
      { class: "input", role: "group", "aria-labelledby": id },
      element("div", { class: "name" }, title, box),
      slide,
      ends,
      element(
        "div",
        { class: "about" },
        element("span", { class: "hint" }, about),
        element("label", { for: reported.id }, reported, " reported"),
      ),
      problem,
    ),
    update(input) {
      const missing = input.shown === null;
      reported.checked = !missing;
      slide.disabled = missing;
      slide.setAttribute("aria-valuetext", input.shown ?? "not reported");
      if (input.slider && document.activeElement !== slide) slide.valueAsNumber = input.slider.position;
      const typing = document.activeElement === box && input.problem !== undefined;
      if (!typing) box.value = input.shown ?? "not reported";
      problem.textContent = input.problem ?? "";
      box.setAttribute("aria-invalid", `${input.problem !== undefined}`);
    },
  };
}
