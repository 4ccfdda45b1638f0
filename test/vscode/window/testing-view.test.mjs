/** Worked examples in the Testing view. */
import { atTheWindow } from "../rig/person.mjs";

describe("worked examples in the Testing view", () => {
  let person;
  let page;
  before(async () => {
    person = await atTheWindow();
    page = person.page;
    await person.opens("outcomes.concordat");
    await page.locator(".activitybar a[aria-label^=Testing]").click();
  });
  after(async () => {
    await person.commands("View: Show Explorer");
    await person.opens("outcomes.concordat");
    await person.rewrites(57, `weight    40% on experience, ${tiers("85%")}`);
    await page.keyboard.press("Control+J"); // the panel with the results
    await person.closesAll();
  });

  const tiers = (top) => `tiered 100% when at least ${top}, 50% when from 80% to below ${top}, otherwise 0%`;
  const row = (title) => page.locator(".test-explorer .monaco-list-row", { hasText: title });
  const result = (title, icon) => row(title).locator(`.codicon-testing-${icon}-icon`);

  it("are listed below their contracts", async () => {
    await row("Valley Care Alliance").waitFor();
    await row("Village Care Alliance").waitFor();
  });

  it("pass where the contract pays what they expect, and are in error where it has errors", async () => {
    await person.commands("Test: Run All Tests");
    await result("Valley Care Alliance", "passed").waitFor();
    await result("Town Care Alliance", "error").waitFor();
    await row("Valley Care Alliance").click();
    await page.keyboard.press("ArrowRight");
    await row("The target is met and costs fall").waitFor();
    await person.keepsPicture("tests");
  });

  it("show in the gutter which tiers, bands and gates they reach", async () => {
    await person.commands("Test: Run All Tests with Coverage");
    await page
      .locator(".monaco-list-row", { hasText: "outcomes.concordat" })
      .filter({ hasText: "%" })
      .first()
      .waitFor();

    await person.goesTo(57);
    await page
      .locator(".coverage-deco-gutter.coverage-deco-miss, .coverage-deco-gutter.coverage-deco-hit")
      .first()
      .waitFor({ state: "attached" });
    await person.keepsPicture("coverage");
  });

  it("are out of date as soon as the contract is changed", async () => {
    const outOfDate = row("The target is met").locator(".computed-state.retired");
    await outOfDate.waitFor({ state: "detached" });
    await person.rewrites(57, `weight    40% on experience, ${tiers("95%")}`);
    await outOfDate.waitFor();
    await person.keepsPicture("tests-out-of-date");
  });

  it("fail at the expectation that differs, with what was expected and what it came to", async () => {
    await person.commands("Test: Run All Tests");
    await result("Valley Care Alliance", "failed").waitFor();
    await person.goesTo(79);
    await page.locator(".test-error-content-widget", { hasText: "expected £1,200,000, came to £960,000" }).waitFor();
    await person.keepsPicture("test-failed");
  });

  it("open their explanation step by step", async () => {
    await person.commands("Test: Debug All Tests");
    const tab = (example) => page.locator(".tab", { hasText: `Example ${example}` });
    for (const each of ["good-year of village-care", "good-year of valley-care", "hard-year of valley-care"]) {
      await tab(each).waitFor(); // the last of them to come is in front
    }
    await tab("hard-year of valley-care").click();
    await page.locator(".view-line", { hasText: "Emergencies rise" }).first().waitFor();
    await person.keepsPicture("explanation");
    await page.locator(".view-line [class*=detected-link]").first().waitFor();
  });
});
