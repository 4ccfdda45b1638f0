import { type Command, Option } from "commander";
import type { Run } from "./command.js";

/** `concordat lsp`: the language server, for editors other than VS Code. */
export function addLsp(program: Command, run: Run): void {
  program
    .command("lsp")
    .summary("serve an editor")
    .description("Serves an editor by the Language Server Protocol, for as long as the editor runs.")
    .addOption(new Option("--stdio", "over standard input and output: the only way, so it may be left out"))
    .addHelpText("after", HELP)
    .action(() => run(async () => (await import("../actions/lsp.js")).serveEditor()));
}

const HELP = `
The editor starts it. How to tell Neovim, Helix and Zed: docs/editors.md.`;
