/** A contract in the editor, as a person sees it. */
import { atTheWindow } from "../rig/person.mjs";

describe("a contract in the window", () => {
  let person;
  let page;
  before(async () => {
    person = await atTheWindow();
    page = person.page;
  });

  it("underlines a name that nothing has", async () => {
    await person.opens("wrong.concordat");
    await page.locator(".squiggly-error").first().waitFor({ state: "attached" });
    await person.keepsPicture("squiggle");
  });

  it("lists the finding among the problems", async () => {
    await page.keyboard.press("Control+Shift+M");
    await page.locator(".markers-panel .monaco-list-row", { hasText: "actual-costs" }).first().waitFor();
    await person.keepsPicture("problems");
    await page.keyboard.press("Control+Shift+M");
  });

  it("shows the verdict over a worked example", async () => {
    await person.opens("right.concordat");
    await page.locator(".codelens-decoration", { hasText: "✓ passes" }).waitFor();
    await person.keepsPicture("lens");
  });

  it("shows how an example comes to its figures", async () => {
    await page.locator(".codelens-decoration a", { hasText: "Run example" }).click();
    await page.locator(".tab", { hasText: "good-year" }).waitFor();
    await page.locator(".view-line", { hasText: "£520,000" }).first().waitFor();
    await person.keepsPicture("example");
  });

  it("offers the names that may follow, with what they stand for", async () => {
    await person.opens("outcomes.concordat");
    await person.goesTo(61);
    await page.keyboard.press("End");
    await page.keyboard.press("Control+Space");
    await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "target-cost" }).first().waitFor();
    await person.keepsPicture("completion");
    await page.keyboard.press("Escape");
  });

  it("tells what a name stands for where the mouse rests on it", async () => {
    await person.goesTo(57);
    // What the line pays stands in it too, beside the percentage.
    await page
      .locator(".view-line", { hasText: /on\sexperience,/ })
      .getByText("experience")
      .first()
      .hover();
    await page.locator(".monaco-hover:visible", { hasText: "People who rate their care good" }).waitFor();
    await person.keepsPicture("hover");
    await page.keyboard.press("Escape");
  });

  it("tells in the status bar how the contract stands", async () => {
    await page.locator(".statusbar-item", { hasText: "2/2" }).waitFor();
  });

  it("leads someone new through, step by step", async () => {
    await person.commands("Concordat: Get started");
    await page.getByText("Change a target and watch the payment").first().waitFor();
    await page.getByText("Run the worked examples").first().waitFor();
    const steps = page.locator(".getting-started-step");
    for (const [at, title] of [
      "Open an example",
      "Change a target",
      "Run the worked",
      "Settle",
      "Read the",
    ].entries()) {
      await steps.filter({ hasText: title }).first().click();
      await person.frame().locator("svg title").first().waitFor({ state: "attached" });
      await person.keepsPicture(`walkthrough-${at + 1}`);
    }
    await page.keyboard.press("Control+F4");
  });

  it("shows the summary in plain English", async () => {
    await person.opens("right.concordat");
    await person.commands("Concordat: Show summary");
    await person.frame().getByText("Village Care Alliance").first().waitFor();
    await person.keepsPicture("summary");
    await person.closesAll();
  });

  it("settles the contract with the data beside it", async () => {
    await person.opens("right.concordat");
    await person.commands("Concordat: Settle…");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "beside the contract" }).click();
    await page.locator(".tab.active", { hasText: "Statement of right.concordat" }).waitFor();
    await page.locator(".view-line", { hasText: "Payment statement" }).first().waitFor();
    await page.locator(".view-line [class*=detected-link]", { hasText: "520,000" }).first().waitFor();
    await person.keepsPicture("statement");
    await person.closesAll();
  });
});
