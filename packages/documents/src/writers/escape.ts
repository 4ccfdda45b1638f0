const HTML: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text for HTML and SVG, in an element or an attribute. Characters that XML has no room for become a replacement sign. */
export const escapeHtml = (text: string): string =>
  replaceControls(text).replace(/[&<>"']/g, (character) => HTML[character]!);

/** Text for Markdown on one line: nothing in it starts emphasis, a link, HTML, a table cell or a list. */
export function escapeMarkdown(text: string): string {
  const line = replaceControls(text).replace(/\s+/g, " ");
  return line.replace(/[\\`*_{}[\]#|~$]/g, "\\$&").replace(/[&<>]/g, (character) => HTML[character]!);
}

/** Text that begins a line of Markdown, where `-`, `+`, `=` and `1.` would begin something else. */
export const escapeLineStart = (markdown: string): string =>
  markdown.replace(/^(\s*)([-+=])/, "$1\\$2").replace(/^(\s*\d+)([.)])/, "$1\\$2");

/** Text for a terminal or a page: control characters can neither move the cursor nor hide words. */
export const replaceControls = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, "\ufffd");
