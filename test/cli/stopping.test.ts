import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const CONTRACT = `contract visits-contract "Visits" {
  currency  GBP
  term      from 1 April 2026 to 31 March 2027
  year      starts 1 April
  settled   each year
  rounding  nearest penny, halves away from zero
  division  by largest remainder
  commissioner council "The council"
  provider     charity "The charity"
  records visits "Visits" dated by day {
    person  pseudonym
    day     date
    cost    money
  }
  metric seen { count of people in visits  measured each year  if not reported defer to reconciliation }
  payment visit-payment "Visits" each year { pays seen times £1 a person  paid to charity }
}
`;
const PROGRAM = path.join(import.meta.dirname, "../../packages/cli/bin/concordat.js");

/** The program in a process of its own, with a folder for its private files. */
class Run {
  readonly said = { out: "", err: "" };
  private readonly child: ChildProcess;

  constructor(args: readonly string[], cwd: string, temporary: string) {
    const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    this.child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    this.child.stdout!.setEncoding("utf8").on("data", (text) => (this.said.out += text));
    this.child.stderr!.setEncoding("utf8").on("data", (text) => (this.said.err += text));
  }

  interrupt(): void {
    this.child.kill("SIGINT");
  }

  async end(): Promise<number | string | null> {
    const [code, signal] = await once(this.child, "close");
    return code ?? signal;
  }
}

describe("a long run of the program", function () {
  this.timeout(300_000);
  let folder: string;
  let temporary: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "concordat-test-"));
    temporary = mkdtempSync(path.join(tmpdir(), "concordat-test-"));
    writeFileSync(path.join(folder, "visits.concordat"), CONTRACT);
  });
  afterEach(() => {
    for (const each of [folder, temporary]) rmSync(each, { recursive: true });
  });
  const rows = (count: number, row: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => row(index)).join("\n");
  const write = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
  };

  /** Interrupts a settlement as soon as there is a private file whose name looks so. */
  async function interrupted(when: RegExp): Promise<{ ended: number | string | null; run: Run }> {
    const seen = new Promise<void>((resolve) => {
      const watcher = watch(temporary, { recursive: true }, (_, name) => {
        if (name === null || !when.test(name)) return;
        watcher.close();
        resolve();
      });
    });
    const args = ["settle", "visits.concordat", "--data", ".", "--out", "statement.txt", "--quarantine", "aside.csv"];
    const run = new Run(args, folder, temporary);
    await seen;
    run.interrupt();
    return { ended: await run.end(), run };
  }

  function assertNothingIsLeft(
    before: readonly string[],
    { ended, run }: Awaited<ReturnType<typeof interrupted>>,
  ): void {
    assert.deepEqual(run.said, { out: "", err: "concordat: Stopped. Nothing was written.\n" });
    assert.equal(ended, 130);
    assert.deepEqual(readdirSync(folder), before);
    assert.deepEqual(readdirSync(temporary), []);
  }

  it("ends when its user stops it while it reads, with nothing half-written", async () => {
    write("visits.csv", `person,day,cost\n${rows(2_000_000, (index) => `p${index},2026-05-01,${index % 1000}.50`)}`);
    const before = readdirSync(folder);
    assertNothingIsLeft(before, await interrupted(/^concordat-/));
  });

  it("ends when its user stops it while it copies, and takes the copy away", async () => {
    write(
      "visits.jsonl",
      rows(400_000, (index) => `{"person":"p${index}","day":"2026-05-01","cost":"${index % 1000}.50"}`),
    );
    const before = readdirSync(folder);
    assertNothingIsLeft(before, await interrupted(/copy-.*\.csv$/));
  });

  it("says nothing of how far it is where nobody looks on", async () => {
    write("visits.csv", "person,day,cost\np1,2026-05-01,2.50\n");
    writeFileSync(
      path.join(folder, "data.json"),
      '{"sources":{"visits":{"covers":{"from":"2026-04-01","to":"2027-03-31"}}}}',
    );
    const run = new Run(["data", "check", "visits.concordat", "--data", "."], folder, temporary);
    assert.equal(await run.end(), 0);
    assert.deepEqual(run.said, { out: "visits.csv: 1 row read, 1 row can be used, 0 rows set aside\n", err: "" });
    assert.deepEqual(readdirSync(temporary), []);
  });
});
