/** Stand in browsers and in Node alike. */
declare const crypto: { subtle: { digest(algorithm: "SHA-256", bytes: Uint8Array): Promise<ArrayBuffer> } };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** In hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What a receipt holds of several texts, or of one: as the command line has it, so that either can verify the other's. */
export async function digestOfTexts(texts: readonly string[]): Promise<string> {
  if (texts.length === 1) return sha256(texts[0]!);
  return digestOfDigests(await Promise.all(texts.map(sha256)));
}

export const digestOfDigests = (digests: readonly string[]): Promise<string> =>
  sha256(digests.map((digest) => `${digest}\n`).join(""));
