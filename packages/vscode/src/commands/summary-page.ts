import { randomBytes } from "node:crypto";
import type { TextAnswer } from "../protocol.js";

/** The page of the summary panel. It may use its own styles and nothing else: no script, no picture, no address. */
export function summaryPage(answer: TextAnswer): string {
  const nonce = randomBytes(16).toString("base64");
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">`;
  const page = "problem" in answer ? problemPage(answer.problem) : answer.text;
  const styled = page.replaceAll("<style>", `<style nonce="${nonce}">`);
  return styled.includes("<head>") ? styled.replace("<head>", `<head>${policy}`) : `${policy}${styled}`;
}

function problemPage(problem: string): string {
  const words = problem.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html><html lang="en"><head><title>No summary</title></head><body><p>${words}</p></body></html>`;
}
