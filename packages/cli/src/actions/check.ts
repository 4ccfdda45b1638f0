import { findContracts } from "../contracts/find-files.js";
import { readContracts } from "../contracts/read-contracts.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import { FINDINGS_WRITERS } from "../formats/findings/format.js";
import type { FindingsFormat } from "../formats/findings/names.js";
import type { Io } from "../io.js";
import { coloursFor } from "../output/colour.js";

/** Reads contracts and writes what is wrong with them. Warnings are no reason to fail. */
export async function check(paths: readonly string[], format: FindingsFormat, io: Io): Promise<ExitCode> {
  const files = await readContracts(await findContracts(paths, io), io);
  io.stdout.write(FINDINGS_WRITERS[format](files, coloursFor(io.stdout, io)));
  return files.some(({ findings }) => findings.some(({ severity }) => severity === "error"))
    ? EXIT.findings
    : EXIT.fine;
}
