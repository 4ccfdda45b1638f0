// Everything that is tested: `npm test`. Installs and builds what is needed, then the linter, the tests under test/, and
// those in a real VS Code. The last line is `N passed, N failed`, with `, N skipped` where a test could not run.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BuildFailed, build } from "./build.mjs";
import { installIfNeeded } from "./install.mjs";

const root = path.dirname(import.meta.dirname);
/** Ten thousand sets of values for each example are many objects: more room than Node takes by itself. */
const ROOM = "--max-old-space-size=8192";
/** What is read again and again in damaged form takes as long as all the rest: the two run side by side. */
const DAMAGE = [
  "test/language/damage.test.ts",
  "test/language/syntax/**/*.test.ts",
  "test/language/editor/everywhere.test.ts",
];
/** How long a run may take, and how long it may go on after its last test, in milliseconds. */
const LONGEST = 60 * 60_000;
const LEAVING = 30_000;
const sum = { passed: 0, failed: 0, skipped: 0 };

installIfNeeded();
if (builds()) {
  lint();
  await testPackages();
  await testExtension();
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ""}`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

function builds() {
  try {
    build();
    return true;
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    fail(error.message);
    return false;
  }
}

function lint() {
  const { status } = node(["node_modules/@biomejs/biome/bin/biome", "check", "."]);
  if (status !== 0) fail("The linter has findings: see above. Some go away with: npm run format");
}

async function testPackages() {
  const folder = mkdtempSync(path.join(tmpdir(), "concordat-test-"));
  const apart = ["test/vscode/**", ...DAMAGE].map((glob) => `--ignore=${glob}`);
  const runs = await Promise.all([
    mocha(path.join(folder, "rest.json"), [...apart, "test/**/*.test.ts"], "inherit"),
    mocha(path.join(folder, "damage.json"), DAMAGE, "pipe"),
  ]);
  rmSync(folder, { recursive: true });
  for (const { status, report, said, stopped } of runs) {
    process.stdout.write(said);
    if (stopped) fail(stopped);
    if (!report) {
      fail("The tests ended before their end: see above.");
      continue;
    }
    add(report.passed, report.failed, report.skipped.length);
    for (const { title, why } of report.skipped) console.log(`skipped: ${title} (${why})`);
    if (status !== 0 && report.failed === 0) fail("The tests passed, but their run did not end well.");
  }
}

/** One run of mocha: how it ended, its numbers, and what it said where that was kept back. */
async function mocha(file, what, out) {
  const child = spawn(
    process.execPath,
    [
      // Not among mocha's own options: for those it would start another Node, which would outlive this one.
      "--import=tsx",
      path.join(root, "node_modules/mocha/bin/mocha.js"),
      ...["--forbid-only", "--timeout=300000"],
      ...["--reporter=scripts/test-reporter.cjs", `--reporter-option=file=${file}`],
      ...what,
    ],
    { cwd: root, env: environment(), stdio: ["ignore", out, out] },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (said += text));
  const guard = stopWhereItHangs(child, file);
  const [status] = await once(child, "close");
  return {
    ...{ status, said, stopped: guard.stopped() },
    report: existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined,
  };
}

/** Something that a test left running would keep the run from ever ending, and its report from being read. */
function stopWhereItHangs(child, file) {
  let stopped;
  const stop = (why) => {
    stopped = why;
    child.kill("SIGKILL");
    for (const stream of [child.stdout, child.stderr]) stream?.destroy();
  };
  const longest = setTimeout(stop, LONGEST, `The tests took more than ${LONGEST / 60_000} minutes, and were stopped.`);
  let leaving;
  const look = setInterval(() => {
    if (!leaving && file && existsSync(file))
      leaving = setTimeout(stop, LEAVING, "A test left something running that kept the run from ending.");
  }, 1000);
  child.once("close", () => {
    for (const timer of [longest, leaving, look]) clearTimeout(timer);
  });
  return { stopped: () => stopped };
}

/** It writes its numbers as its last line. */
async function testExtension() {
  const script = path.join(root, "test/vscode/run.mjs");
  if (!existsSync(script)) return;
  const child = spawn(process.execPath, [script], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    process.stdout.write(text);
    said += text;
  });
  const guard = stopWhereItHangs(child);
  const [status] = await once(child, "close");
  if (guard.stopped()) return fail(guard.stopped());
  const last = said.trimEnd().split("\n").at(-1);
  const numbers = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(last ?? "");
  if (!numbers) return fail("The tests in VS Code ended before their end: see above.");
  const [passed, failed, skipped] = numbers.slice(1).map((number) => Number(number ?? 0));
  add(passed, failed, skipped);
  if (status !== 0 && failed === 0) fail("The tests in VS Code did not end well.");
}

function add(passed, failed, skipped) {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
}

function fail(why) {
  console.error(`failed: ${why}`);
  sum.failed++;
}

function node([script, ...args]) {
  return spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    stdio: "inherit",
    env: environment(),
  });
}

function environment() {
  const options = `${process.env.NODE_OPTIONS ?? ""} ${ROOM}`.trim();
  return { ...process.env, CONCORDAT_FULL: "1", NODE_OPTIONS: options };
}
