/**
 * Runs inside VS Code's extension host: loads the bundled test files that lie beside it, runs them with mocha, and
 * writes a report. The report is the only proof that the tests were run to their end.
 */
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Test } from "mocha";

export interface Report {
  tests: { title: string; outcome: "passed" | "failed" | "skipped"; milliseconds?: number; why?: string }[];
}

export async function run(): Promise<void> {
  const reportFile = process.env.CONCORDAT_VSCODE_REPORT;
  if (!reportFile) throw new Error("CONCORDAT_VSCODE_REPORT names no file for the report");
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, reporter: "min", grep: process.env.CONCORDAT_VSCODE_GREP });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith(".test.cjs"))) {
    mocha.addFile(path.join(__dirname, file));
  }
  await mocha.loadFilesAsync();

  const report: Report = { tests: [] };
  const title = (test: Test) => test.titlePath().join(", ");
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on("pass", (test) => report.tests.push({ title: title(test), outcome: "passed", milliseconds: test.duration }))
      .on("pending", (test) => report.tests.push({ title: title(test), outcome: "skipped" }))
      .on("fail", (test, error) =>
        report.tests.push({ title: title(test), outcome: "failed", why: error.stack ?? String(error) }),
      );
  });
  writeFileSync(reportFile, JSON.stringify(report));
}
