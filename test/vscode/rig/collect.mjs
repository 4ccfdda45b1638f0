/**
 * Runs test files with mocha and says how each test came out. Used in the extension host, where the answer is the only
 * proof that the tests ran to their end, and outside it.
 *
 * @returns {Promise<{ title: string, outcome: "passed" | "failed" | "skipped", milliseconds?: number, why?: string }[]>}
 */
export async function collect(files, { timeout }) {
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ timeout, reporter: class {}, grep: process.env.CONCORDAT_VSCODE_GREP });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const tests = [];
  const note = (outcome) => (test, error) => {
    const why = error && (error.stack ?? String(error));
    tests.push({ title: test.titlePath().join(": "), outcome, milliseconds: test.duration, why });
  };
  await new Promise((resolve) => {
    mocha.run(resolve).on("pass", note("passed")).on("fail", note("failed")).on("pending", note("skipped"));
  });
  return tests;
}
