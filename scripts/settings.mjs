// Writes docs/settings.md from what the extension's package.json says of its settings: `npm run settings`.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.dirname(import.meta.dirname);
const page = path.join(root, "docs/settings.md");

/** The page as it should be. */
export function settingsPage() {
  const manifest = JSON.parse(readFileSync(path.join(root, "packages/vscode/package.json"), "utf8"));
  const { title, properties } = manifest.contributes.configuration;
  const sections = Object.entries(properties).map(
    ([name, { markdownDescription, description, type, default: usual, enum: values }]) =>
      [
        `## \`${name}\``,
        markdownDescription ?? description,
        `- Holds: ${values ? values.map((value) => `\`${value}\``).join(", ") : type}`,
        `- Usually: ${usual === "" ? "empty" : `\`${usual}\``}`,
      ]
        .join("\n\n")
        .replace("\n\n- Usually", "\n- Usually"),
  );
  return `# Settings of the extension\n\nWhat can be set under *${title}* in Visual Studio Code. This page is made from the extension itself by \`npm run settings\`.\n\n${sections.join("\n\n")}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(page, settingsPage());
