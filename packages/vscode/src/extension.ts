import type { ExtensionContext } from "vscode";
import { createClient } from "./client.js";
import { registerCheck } from "./commands/check.js";
import { registerRunExample } from "./commands/run-example.js";
import { registerSettle } from "./commands/settle.js";
import { registerShowSummary } from "./commands/show-summary.js";
import { registerExamples } from "./examples/register.js";
import { registerReveal } from "./place-uri.js";
import { registerPreview } from "./preview/register.js";
import { TextPages } from "./text-pages.js";

export async function activate(context: ExtensionContext): Promise<void> {
  const client = createClient(context);
  const pages = new TextPages();
  context.subscriptions.push(
    { dispose: () => client.stop() },
    pages,
    registerCheck(client),
    registerSettle(pages),
    registerShowSummary(client),
    registerRunExample(client, pages),
    registerPreview(client, context),
    registerExamples(client),
    registerReveal(),
  );
  await client.start();
}
