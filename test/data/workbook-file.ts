import { crc32, deflateRawSync } from "node:zlib";

/** A zip archive of these parts; `says` lets it claim another size for them than they have. */
export function zip(parts: Readonly<Record<string, string>>, says?: number): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text, "utf8");
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, rest, Buffer.from(name)]));
    local.push(head);
    offset += head.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A text cell, as one that cells share; `raw` is the inside of a cell element with its attributes. */
export type WrittenCell = string | { readonly raw: string } | undefined;

/** Styles 0 to 3: a plain number, a date, a percentage, a date with the workbook's own format. */
const STYLES = `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-809]dd&quot; of &quot;mmmm\\ yyyy"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>`;

/** The parts of a workbook as spreadsheets write them; rows by their numbers, cells from column A. */
export function workbookParts(
  sheets: Readonly<Record<string, readonly (readonly [number, readonly WrittenCell[]])[]>>,
  { from1904 = false } = {},
): Record<string, string> {
  const strings: string[] = [];
  const cell = (of: WrittenCell, row: number, column: number): string => {
    if (of === undefined) return "";
    const place = `r="${String.fromCharCode(65 + column)}${row}"`;
    if (typeof of === "object") return `<c ${place} ${of.raw}</c>`;
    strings.push(`<si><t xml:space="preserve">${escaped(of)}</t></si>`);
    return `<c ${place} t="s"><v>${strings.length - 1}</v></c>`;
  };
  const parts = Object.values(sheets).map((rows, index): [string, string] => [
    `xl/worksheets/sheet${index + 1}.xml`,
    `<worksheet xmlns="x"><sheetData>${rows
      .map(([number, cells]) => `<row r="${number}">${cells.map((of, at) => cell(of, number, at)).join("")}</row>`)
      .join("\n")}</sheetData></worksheet>`,
  ]);
  const names = Object.keys(sheets);
  return {
    ...Object.fromEntries(parts),
    "xl/workbook.xml": `<workbook xmlns:r="r">${from1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names
      .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join("")}</Relationships>`,
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": `<sst>${strings.join("")}</sst>`,
  };
}
