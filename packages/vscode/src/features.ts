import { commands, Disposable, type ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerCheck } from "./commands/check.js";
import { registerRunExample } from "./commands/run-example.js";
import { registerShowSummary } from "./commands/show-summary.js";
import { registerShowUses } from "./commands/show-uses.js";
import { registerExamples } from "./examples/register.js";
import { registerLibraryTexts } from "./library-texts.js";
import { registerReveal } from "./place-uri.js";
import { registerPreview } from "./preview/register.js";
import { registerStart } from "./start/register.js";
import { registerStatus } from "./status/register.js";
import type { TextPages } from "./text-pages.js";

/** What the extension offers wherever it runs, on this machine or in a browser: nothing in here or below it knows Node. */
export function registerFeatures(client: BaseLanguageClient, context: ExtensionContext, pages: TextPages): Disposable {
  // There are contracts here. Where there is none, the palette offers only what begins one.
  void commands.executeCommand("setContext", "concordat.active", true);
  return Disposable.from(
    registerCheck(client),
    registerShowSummary(client),
    registerRunExample(client, pages),
    registerPreview(client, context),
    registerExamples(client),
    registerReveal(),
    registerStart(context),
    registerStatus(client),
    registerLibraryTexts(client),
    registerShowUses(client),
  );
}
