/** Both stand in browsers and in Node alike. */
declare function atob(base64: string): string;
declare function btoa(characters: string): string;

export const fromBase64 = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PART) parts.push(String.fromCharCode(...bytes.subarray(at, at + PART)));
  return btoa(parts.join(""));
}

/** So many arguments a call takes everywhere. */
const PART = 8_192;
