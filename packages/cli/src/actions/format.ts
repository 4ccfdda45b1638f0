import { formatText } from "@concordat/language";
import type { FormatOptions } from "../commands/format.js";
import { findContracts } from "../contracts/find-files.js";
import { pathShown } from "../contracts/paths.js";
import { readUtf8 } from "../contracts/read-contracts.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { difference } from "../output/difference.js";
import { counted } from "../output/words.js";
import { rewriteContract } from "../output/write-file.js";

/** Gives contracts their form, or says which have it not. Each file is written whole or not at all. */
export async function format(paths: readonly string[], options: FormatOptions, io: Io): Promise<ExitCode> {
  const looksOnly = options.check === true || options.diff === true;
  const files = await findContracts(paths, io);
  let changed = 0;
  let unread = 0;
  for (const file of files) {
    const shown = pathShown(file, io.cwd);
    const text = await readUtf8(file, io);
    const formatted = formatText(text).text;
    if (formatted === undefined) {
      unread++;
      io.stderr.write(`${shown} is left as it is: it cannot be read. To see why: concordat check ${shown}\n`);
      continue;
    }
    if (formatted === text) continue;
    changed++;
    if (options.diff) io.stdout.write(difference(shown, text, formatted, io));
    else if (options.check) io.stdout.write(`${shown} is not in form.\n`);
    else await rewriteContract(file, formatted, io);
  }
  // A difference may be handed on to another program, which reads nothing but it.
  const aside = options.diff ? io.stderr : io.stdout;
  aside.write(`${summary(files.length, changed, unread, looksOnly)}\n`);
  return unread > 0 || (looksOnly && changed > 0) ? EXIT.findings : EXIT.fine;
}

function summary(all: number, changed: number, unread: number, looksOnly: boolean): string {
  const inForm = all - changed - unread;
  const parts = [
    ...(changed > 0 ? [`${counted(changed, "contract")} ${looksOnly ? "not in form" : "brought into form"}`] : []),
    ...(inForm > 0 ? [`${counted(inForm, "contract")} in form${changed > 0 && !looksOnly ? " already" : ""}`] : []),
    ...(unread > 0 ? [`${counted(unread, "contract")} not read`] : []),
  ];
  return `${parts.join(", ")}.`;
}
