import { type Archive, type Attributes, UnsoundWorkbook } from "./archive.js";
import { unescaped } from "./cell-text.js";
import { type Shown, shownAs } from "./number-format.js";

/** All elements of a small part, as a list. */
async function elementsOf(archive: Archive, name: string): Promise<{ tag: string; path: string; of: Attributes }[]> {
  const found: { tag: string; path: string; of: Attributes }[] = [];
  const path: string[] = [];
  const open = (tag: string, of: Attributes): void => {
    found.push({ tag, path: path.join("/"), of });
    path.push(tag);
  };
  for await (const _ of archive.elements(name, "small", { open, close: () => path.pop(), text: () => {} }, () => []));
  return found;
}

/** Where the sheet of this name lies, or the only one; and from when its days count. */
export async function findSheet(
  archive: Archive,
  name: string | undefined,
): Promise<{ part: string; from1904: boolean }> {
  const elements = await elementsOf(archive, "xl/workbook.xml");
  const sheets = elements.filter(({ tag }) => tag === "sheet").map(({ of }) => of);
  const names = sheets.map((sheet) => sheet.name ?? "");
  const sheet = name === undefined && sheets.length === 1 ? sheets[0] : sheets[names.indexOf(name ?? "")];
  if (sheet === undefined) throw new UnsoundWorkbook("sheets", names);
  const id = Object.entries(sheet).find(([attribute]) => attribute.endsWith(":id"))?.[1];
  const relations = await elementsOf(archive, "xl/_rels/workbook.xml.rels");
  const target = relations.find(({ tag, of }) => tag === "Relationship" && of.Id === id)?.of.Target;
  if (target === undefined) throw new UnsoundWorkbook("form");
  const since = elements.find(({ tag }) => tag === "workbookPr")?.of.date1904;
  return {
    part: target.startsWith("/") ? target.slice(1) : `xl/${target}`,
    from1904: since === "1" || since === "true",
  };
}

/** What the numbers of each style are shown as, by the style's place. */
export async function readStyles(archive: Archive): Promise<Shown[]> {
  if (!archive.has("xl/styles.xml")) return [];
  const elements = await elementsOf(archive, "xl/styles.xml");
  const codes = new Map(
    elements.filter(({ tag }) => tag === "numFmt").map(({ of }) => [Number(of.numFmtId), of.formatCode]),
  );
  const styles = elements.filter(({ tag, path }) => tag === "xf" && path.endsWith("cellXfs"));
  return styles.map(({ of }) => shownAs(Number(of.numFmtId ?? 0), codes.get(Number(of.numFmtId ?? 0))));
}

/** Texts that cells share. How a word is pronounced is no part of it. */
export async function readStrings(archive: Archive): Promise<string[]> {
  if (!archive.has("xl/sharedStrings.xml")) return [];
  const strings: string[] = [];
  let [text, inText, aside] = ["", false, false];
  const handlers = {
    open: (tag: string): void => {
      if (tag === "si") text = "";
      if (tag === "rPh") aside = true;
      if (tag === "t") inText = !aside;
    },
    close: (tag: string): void => {
      if (tag === "si") strings.push(unescaped(text));
      if (tag === "rPh") aside = false;
      if (tag === "t") inText = false;
    },
    text: (piece: string): void => {
      if (inText) text += piece;
    },
  };
  for await (const _ of archive.elements("xl/sharedStrings.xml", "strings", handlers, () => []));
  return strings;
}
