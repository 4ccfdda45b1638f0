import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../../..");
export const extension = path.join(root, "packages/vscode");
export const fixture = path.join(root, "test/vscode/fixture");

/** Everything the rig downloads or builds; ignored by git. */
export const cache = path.resolve(process.env.CONCORDAT_VSCODE_CACHE ?? path.join(root, ".vscode-test"));
export const artefacts = path.join(root, "artefacts");
