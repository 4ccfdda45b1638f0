/**
 * The file by which the language server is started: it runs the server itself, which stands beside it, from what an earlier
 * start has compiled. Where there is nothing of an earlier start, or it does not fit, the server starts all the same.
 */
import { createRequire } from "node:module";
import path from "node:path";
import { cacheFolder } from "./cached/folder.js";
import { runCached } from "./cached/run.js";
import type * as Main from "./server-main.js";

/** Put in by the build: of the text of server-main.cjs. */
declare const FINGERPRINT: string;

const running = runCached<typeof Main>({
  file: path.join(__dirname, "server-main.cjs"),
  fingerprint: FINGERPRINT,
  folder: cacheFolder(),
  require: createRequire(__filename),
});
// By then most of what a session needs has been compiled, and nobody waits.
running.exports.whenChecked(() => setTimeout(running.save, 1_000).unref());
