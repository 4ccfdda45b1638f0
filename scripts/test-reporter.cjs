// mocha's usual report for people, and the numbers as JSON in the file that `--reporter-option file=…` names.
const { writeFileSync } = require("node:fs");
const { reporters } = require("mocha");

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const skipped = [];
    // A test that cannot run here says why: `this.test.why = "…"; this.skip()`.
    runner.on("pending", (test) => skipped.push({ title: test.fullTitle(), why: test.why ?? "it does not say why" }));
    runner.once("end", () => {
      const { passes, failures } = runner.stats;
      writeFileSync(options.reporterOptions.file, JSON.stringify({ passed: passes, failed: failures, skipped }));
    });
  }
};
