/** Runs inside the extension host of a browser: runs the bundled tests, and reports on the console. */
import "mocha/mocha.js";

/** @param {() => void} load declares the tests */
export async function runInWorker(load) {
  const { mocha } = globalThis;
  mocha.setup({ ui: "bdd", reporter: class {}, timeout: 60_000 });
  load();
  const tests = [];
  const note = (outcome) => (test, error) => {
    const why = error && (error.stack ?? String(error));
    tests.push({ title: `web: ${test.titlePath().join(": ")}`, outcome, milliseconds: test.duration, why });
  };
  await new Promise((resolve) => {
    const run = mocha.run(resolve);
    run.on("pass", note("passed")).on("fail", note("failed")).on("pending", note("skipped"));
  });
  console.log(`concordat-tests ${JSON.stringify(tests)}`);
}
