import { equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { settingsPage } from "../../scripts/settings.mjs";

describe("docs/settings.md", () => {
  it("is what the extension says of its settings: npm run settings writes it", () => {
    equal(readFileSync(new URL("../../docs/settings.md", import.meta.url), "utf8"), settingsPage());
  });
});
