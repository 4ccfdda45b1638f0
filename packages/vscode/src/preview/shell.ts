import { Uri, type Webview } from "vscode";
import { newNonce } from "../nonce.js";

/** The page of the preview, empty: its one script and its one style are files of the extension, and nothing else may run. */
export function shellOf(webview: Webview, extension: Uri): string {
  const nonce = newNonce();
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(extension, "dist/preview", name)).toString();
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview of the contract</title>
<link rel="stylesheet" nonce="${nonce}" href="${file("page.css")}">
</head>
<body>
<main id="page"></main>
<div id="spoken" role="status" aria-live="polite"></div>
<script nonce="${nonce}" src="${file("page.js")}"></script>
</body>
</html>`;
}
