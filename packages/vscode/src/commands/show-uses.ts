import { type ShowUsesArguments, showUsesCommand } from "@concordat/server/protocol";
import { commands, type Disposable, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** The click on the lens that says how often a thing is named: shows the places. */
export function registerShowUses({ protocol2CodeConverter }: BaseLanguageClient): Disposable {
  return commands.registerCommand(showUsesCommand, (...[uri, at, uses]: ShowUsesArguments) =>
    commands.executeCommand(
      "editor.action.showReferences",
      Uri.parse(uri),
      protocol2CodeConverter.asPosition(at),
      uses.map((use) => protocol2CodeConverter.asLocation(use)),
    ),
  );
}
