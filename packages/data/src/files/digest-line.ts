/** What the digest of all files is taken over, for each of them. */
export const digestLine = ([name, sha256]: readonly [string, string]): string => `${JSON.stringify(name)} ${sha256}\n`;
