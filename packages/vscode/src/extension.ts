import type { ExtensionContext } from "vscode";
import { createClient } from "./client.js";
import { registerSettle } from "./commands/settle.js";
import { registerFeatures } from "./features.js";
import { answerFiles } from "./files/answer-files.js";
import { registerTasks } from "./tasks/register.js";
import { TextPages } from "./text-pages.js";

/** The extension on this machine. In a browser: `web/extension-web.ts`. */
export async function activate(context: ExtensionContext): Promise<void> {
  const client = createClient(context);
  const pages = new TextPages();
  context.subscriptions.push(
    { dispose: () => client.stop() },
    pages,
    answerFiles(client),
    registerFeatures(client, context, pages),
    registerSettle(client, pages),
    registerTasks(),
  );
  await client.start();
}
