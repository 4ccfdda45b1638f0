/** Paper and ink of its own: a picture in a hover does not know the colours of the editor's theme. */
const PAPER = "#ffffff";
const INK = "#24292f";

/**
 * A chart as an image in Markdown, in the text itself: nothing is fetched. Its alternative text says the curve in words.
 * The chart must have a `viewBox` that begins at 0 0.
 */
export function imageOf({ svg, title, description }: { svg: string; title: string; description: string }): string {
  const [, width = "430", height = "270"] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const drawn = svg.replace(
    /^<svg ([^>]*)>/,
    `<svg width="${width}" height="${height}" color="${INK}" $1><rect width="${width}" height="${height}" rx="6" fill="${PAPER}"/>`,
  );
  const words = `${title}. ${description}`.replace(/\s+/g, " ").replace(/[\\[\]]/g, "\\$&");
  return `![${words}](data:image/svg+xml,${encoded(drawn)})`;
}

/** Brackets would end the address in Markdown. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[()'!*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
