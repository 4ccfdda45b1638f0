// mocha's usual report for people, and the numbers as JSON in the file that `--reporter-option file=…` names.
const { writeFileSync } = require("node:fs");
const { reporters } = require("mocha");

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const skipped = [];
    runner.on("pending", (test) =>
      skipped.push({ title: test.fullTitle(), why: whyOf(test) ?? "it does not say why" }),
    );
    runner.once("end", () => {
      const { passes, failures } = runner.stats;
      writeFileSync(options.reporterOptions.file, JSON.stringify({ passed: passes, failed: failures, skipped }));
    });
  }
};

/** A test that cannot run here says why, itself or for its whole suite: test/support/skip.ts. */
function whyOf(test) {
  return test === undefined ? undefined : (test.why ?? whyOf(test.parent));
}
