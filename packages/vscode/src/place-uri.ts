import type { TextPlace } from "@concordat/server/protocol";
import { commands, type Disposable, Uri } from "vscode";
import { reveal } from "./preview/reveal.js";

const command = "concordat.reveal";

/** A link that puts the cursor at a place of a contract, in the editor that has it open. */
export function placeUri(contract: Uri, place: TextPlace): Uri {
  const where = encodeURIComponent(JSON.stringify([contract.toString(), place]));
  return Uri.parse(`command:${command}?${where}`);
}

/** What such a link does. */
export const registerReveal = (): Disposable =>
  commands.registerCommand(command, (contract: string, place: TextPlace) => reveal(Uri.parse(contract), place));
