import { createHash } from "node:crypto";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * What a statement's receipt holds of a contract: the SHA-256 of its text, in hexadecimal. Where it has more files, that of
 * a list of SHA-256, one a line: of the text, then of each file that it imports or names and of each deed, in that order.
 */
export function contractDigest(text: string, namedFiles: readonly string[]): string {
  if (namedFiles.length === 0) return sha256(text);
  return listDigest([text, ...namedFiles].map(sha256));
}

/** The SHA-256 of a list of SHA-256, one a line. */
export const listDigest = (digests: readonly string[]): string =>
  sha256(digests.map((digest) => `${digest}\n`).join(""));
