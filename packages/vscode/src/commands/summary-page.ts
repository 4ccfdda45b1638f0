import type { SummaryAnswer } from "../protocol.js";

/** The page of the summary panel. It may use its one style and nothing else: no script, no picture, no address. */
export function summaryPage(answer: SummaryAnswer, nonce: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">`;
  const page = "problem" in answer ? problemPage(answer.problem) : answer.html;
  return page.replace("<head>", `<head>${policy}`);
}

function problemPage(problem: string): string {
  const words = problem.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html><html lang="en"><head><title>No summary</title></head><body><p>${words}</p></body></html>`;
}
