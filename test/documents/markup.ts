/** What a page is made of, read strictly: every element is closed in order, every attribute quoted, nothing is left over. */
export interface Markup {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Markup | string)[];
}

const VOID = new Set(["meta"]);
const TOKEN = /<!DOCTYPE html>\s*|<(\/?)([A-Za-z][A-Za-z0-9]*)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;

export function readMarkup(page: string): Markup {
  const root: { name: string; attributes: Record<string, string>; children: (Markup | string)[] } = {
    name: "",
    attributes: {},
    children: [],
  };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < page.length) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(page);
    if (!token) throw new Error(`not well-formed: ${page.slice(from, from + 80)}`);
    const [, slash, name, attributes = "", closed, words] = token;
    if (words !== undefined) open.at(-1)!.children.push(open.at(-1)!.name === "style" ? words : plain(words));
    else if (name === undefined) continue;
    else if (slash) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes something else`);
    } else {
      const element = { name, attributes: attributesIn(attributes), children: [] };
      open.at(-1)!.children.push(element);
      if (!closed && !VOID.has(name)) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is never closed`);
  return root;
}

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
function plain(words: string): string {
  if (/&(?!(amp|lt|gt|quot|#39);)/.test(words) || words.includes(">")) throw new Error(`not escaped: ${words}`);
  return words.replace(/&[a-z#0-9]+;/g, (entity) => ENTITIES[entity]!);
}

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, plain(value!)]));

export function everyElement(markup: Markup, name?: string): Markup[] {
  const inside = markup.children.flatMap((child) => (typeof child === "string" ? [] : everyElement(child, name)));
  return name === undefined || markup.name === name ? [markup, ...inside] : inside;
}

export const wordsOf = (markup: Markup): string =>
  markup.children.map((child) => (typeof child === "string" ? child : wordsOf(child))).join("");
