import { varied } from "../contracts/deed-files.js";
import { findContracts } from "../contracts/find-files.js";
import { readContracts } from "../contracts/read-contracts.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import { FINDINGS_WRITERS } from "../formats/findings/format.js";
import type { FindingsFormat } from "../formats/findings/names.js";
import type { Io } from "../io.js";
import { coloursFor } from "../output/colour.js";

/** Reads contracts and writes what is wrong with them. Warnings are no reason to fail. */
export async function check(paths: readonly string[], format: FindingsFormat, io: Io): Promise<ExitCode> {
  const named = await findContracts(paths, io);
  // A deed is checked against the contract that it is of, whether that was named or not.
  const files = (await readContracts([...named, ...(await varied(named))], io)).slice(0, named.length);
  io.stdout.write(FINDINGS_WRITERS[format](files, coloursFor(io.stdout, io)));
  return files.some(({ findings }) => findings.some(({ severity }) => severity === "error"))
    ? EXIT.findings
    : EXIT.fine;
}
