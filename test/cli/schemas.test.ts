import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

describe("docs/schema", () => {
  it("is what `npm run schemas` writes", async () => {
    const { schemas } = (await import(`${root}scripts/schemas.mjs`)) as { schemas(): Record<string, string> };
    const fresh = schemas();
    assert.deepEqual(readdirSync(`${root}docs/schema`).sort(), Object.keys(fresh).sort());
    for (const [name, text] of Object.entries(fresh)) {
      assert.equal(readFileSync(`${root}docs/schema/${name}`, "utf8"), text, `${name} is stale: npm run schemas`);
    }
  });
});
