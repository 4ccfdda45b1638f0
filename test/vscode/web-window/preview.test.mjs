/** What stands in the preview in VS Code for the Web: its page, script and style come through a service worker there. */
import assert from "node:assert/strict";
import { atTheWebWindow, leave } from "../rig/person.mjs";

describe("web: the preview in the window", () => {
  let person;
  let preview;
  before(async () => {
    person = await atTheWebWindow();
    await person.opens("outcomes.concordat");
    await person.commands("Concordat: Show preview");
    preview = person.frame();
  });
  after(() => leave());
  afterEach(async function () {
    if (this.currentTest.state === "failed") await person.keepsPicture("failed-preview");
  });

  it("reads the clause at the cursor, with its curve and the case marked on it", async () => {
    await person.goesTo(57);
    await preview.locator(".reading", { hasText: "40% (£480,000) depends on" }).waitFor();
    await preview.locator("figure svg text", { hasText: "91% now" }).waitFor();
    await person.keepsPicture("preview");
  });

  it("works the statement out again as a slider moves", async () => {
    const amount = preview.locator("details > summary", { hasText: "Outcome incentive" }).locator(".amount");
    assert.equal(await amount.innerText(), "£1,200,000.00");
    await preview.getByRole("slider", { name: "People who rate their care good" }).focus();
    await person.page.keyboard.press("Home");
    await amount.filter({ hasText: "£720,000.00" }).waitFor();
  });

  it("shows the summary in plain English", async () => {
    await person.closesAll();
    await person.opens("right.concordat");
    await person.commands("Concordat: Show summary");
    await person.frame().getByText("Village Care Alliance").first().waitFor();
    await person.keepsPicture("summary");
  });
});
