import type { SummaryAnswer } from "@concordat/server/protocol";

/**
 * The page of the summary panel. It may use the styles with the nonce and nothing else: no script, no picture, no address.
 */
export function summaryPage(answer: SummaryAnswer, nonce: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">`;
  const page = "problem" in answer ? problemPage(answer.problem) : answer.html;
  return page
    .replace("<head>", () => `<head>${policy}`)
    .replace("</head>", () => `<style nonce="${nonce}">${asInTheEditor}</style></head>`);
}

/** The summary's own colours, taken from the editor's theme; and its own letters, where a panel would set smaller ones. */
const asInTheEditor = `
:root {
  --ink: var(--vscode-editor-foreground); --soft: var(--vscode-descriptionForeground); --line: var(--vscode-panel-border);
  --tint: var(--vscode-textBlockQuote-background); --link: var(--vscode-textLink-foreground);
  --page: var(--vscode-editor-background);
}
body { font: inherit; color: inherit; }
`;

function problemPage(problem: string): string {
  const words = problem.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html><html lang="en"><head><title>No summary</title></head><body><p>${words}</p></body></html>`;
}
