/** The preview beside a contract, as a person uses it: by mouse, by keyboard, and by ear. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { atTheWindow } from "../rig/person.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("the preview in the window", () => {
  let person;
  let page;
  let preview;
  before(async () => {
    person = await atTheWindow();
    page = person.page;
    await person.opens("outcomes.concordat");
    await person.commands("Concordat: Show preview");
    await person.opens("outcomes.concordat");
    preview = person.frame();
  });
  after(async () => {
    await person.wearsTheme("Light Modern");
    await person.closesAll();
  });

  const heading = () => preview.locator("h1").first();
  const slider = (name) => preview.getByRole("slider", { name });
  const amount = (title) => preview.locator("details > summary", { hasText: title }).locator(".amount");

  /** The head of a payment that is unfolded, with the focus. */
  const explained = (title) => preview.locator("details[open] > summary:focus", { hasText: title });

  it("lists what there is, where the cursor is in no clause", async () => {
    await person.goesTo(9);
    await preview.getByText("The cursor is in no clause").waitFor();
    await person.keepsPicture("preview-empty");
  });

  it("reads the clause at the cursor, with its curve and the case marked on it", async () => {
    await person.goesTo(57);
    await preview.locator(".reading", { hasText: "40% (£480,000) depends on" }).waitFor();
    await preview.locator("figure svg text", { hasText: "91% now" }).waitFor();
    await person.keepsPicture("preview");
  });

  it("marks the clause that says the line of the cursor", async () => {
    await person.goesTo(65);
    await preview.locator('[aria-current][data-line="64"]').waitFor();
    await person.goesTo(57);
    await preview.locator("[aria-current]", { hasText: "depends on" }).waitFor();
  });

  it("works the statement out again as a slider moves, by keyboard", async () => {
    const readmission = slider("People who rate their care good");
    assert.equal(await amount("Outcome incentive").innerText(), "£1,200,000.00");
    await readmission.focus();
    await page.keyboard.press("Home");
    await preview.locator("details > summary", { hasText: "£720,000.00" }).waitFor();
    await person.keepsPicture("preview-moved");
  });

  it("says aloud which amounts are others, and nothing else", async () => {
    const said = preview.locator("[aria-live=polite]");
    await said.filter({ hasText: "Outcome incentive: £720,000.00." }).waitFor({ state: "attached" });
    assert.doesNotMatch(await said.innerText(), /Gain and loss/);
  });

  it("takes a typed value to the last digit", async () => {
    const box = preview.getByRole("textbox", { name: /^Value of People who rate/ });
    await box.fill("84.999%");
    await box.press("Enter");
    await preview.locator("details > summary", { hasText: "£960,000.00" }).waitFor();
  });

  it("says what is wrong with a typed value beside it, and keeps the amounts", async () => {
    const box = preview.getByRole("textbox", { name: /^Value of People who rate/ });
    await box.fill("many");
    await box.press("Enter");
    await preview.getByText("Write a number, such as 11.2%.").waitFor();
    assert.equal(await amount("Outcome incentive").innerText(), "£960,000.00");
    assert.equal(await box.getAttribute("aria-invalid"), "true");
    await person.keepsPicture("preview-typed");
    await preview.getByRole("button", { name: "Start again" }).click();
    await preview.locator("details > summary", { hasText: "£1,200,000.00" }).waitFor();
  });

  it("unfolds why an amount is what it is, and leads to the line that says so", async () => {
    await preview.locator("details > summary", { hasText: "Gain and loss share" }).click();
    await preview.getByText("50% of the next £1,040,000 is £520,000").first().waitFor();
    await person.keepsPicture("preview-why");
    const to = preview.locator("details[open] > .at:visible").first();
    const line = (await to.innerText()).replace("line ", "");
    await to.click();
    await page.locator(".statusbar-item", { hasText: `Ln ${line}` }).waitFor();
  });

  it("explains a payment from the lens over it, and leads the keyboard to its reasons", async () => {
    await person.goesTo(54);
    await page.locator(".codelens-decoration a", { hasText: "Explain" }).first().click();
    await explained("Outcome incentive").waitFor();
    await preview.getByText("60% on emergency-share earns 100%").first().waitFor();
    await person.keepsPicture("explain");
  });

  it("explains the payment at the cursor by keyboard alone", async () => {
    await person.goesTo(65);
    await person.commands("Concordat: Explain payment");
    await explained("Gain and loss share").waitFor();
    await page.keyboard.press("Enter"); // the focus is on what folds it
    await preview.locator("details:not([open]) > summary:focus", { hasText: "Gain and loss share" }).waitFor();
  });

  it("goes where a link of the summary leads", async () => {
    await person.goesTo(57);
    await preview.locator(".reading a", { hasText: "Spells that begin as an emergency" }).first().click();
    await page.locator(".statusbar-item", { hasText: "Ln 28" }).waitFor();
    await heading().filter({ hasText: "Spells that begin as an emergency" }).waitFor();
  });

  for (const theme of ["Light Modern", "Dark Modern", "Dark High Contrast"]) {
    it(`is without a finding of the accessibility check in ${theme}`, async () => {
      await person.wearsTheme(theme);
      await person.goesTo(57);
      await preview.locator("figure svg").first().waitFor();
      await person.keepsPicture(`preview-${theme.toLowerCase().replaceAll(" ", "-")}`);
      const frame = page.frames().find((one) => one.url().includes("fake.html"));
      await frame.evaluate(axe); // by the debugger, which the page's own policy does not bind
      const { violations } = await frame.evaluate(() => globalThis.axe.run({ exclude: [["#_defaultStyles"]] }));
      const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
      assert.deepEqual(said, []);
    });
  }

  it("keeps the last good reading, greyed, while the contract has an error, and says which", async () => {
    await person.goesTo(61);
    await page.keyboard.press("End");
    await page.keyboard.type("x");
    await preview.getByText("Out of date").waitFor();
    await preview.locator(".problem li").first().waitFor();
    await preview.locator(".stale .reading").waitFor();
    await person.keepsPicture("preview-stale");
    await page.keyboard.press("Control+Z");
    await preview.locator(".problem").waitFor({ state: "hidden" });
  });

  it("runs no other script or style than its own", async () => {
    const policy = await preview.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    assert.match(policy, /^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src 'nonce-[0-9a-f]{32}'$/);
  });
});
