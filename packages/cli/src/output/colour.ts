import type { Io, Sink } from "../io.js";

export interface Colours {
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  blue(text: string): string;
  bold(text: string): string;
  dim(text: string): string;
}

const CODES: Record<keyof Colours, readonly [number, number]> = {
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  blue: [36, 39],
  bold: [1, 22],
  dim: [2, 22],
};

/** Colour only where a person reads it: on a terminal, and where NO_COLOR is not set. */
export const wantsColour = (sink: Sink, { env }: Io): boolean =>
  sink.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";

export function coloursFor(sink: Sink, io: Io): Colours {
  const wanted = wantsColour(sink, io);
  const paint = (name: keyof Colours) => (text: string) =>
    wanted && text !== "" ? `\u001b[${CODES[name][0]}m${text}\u001b[${CODES[name][1]}m` : text;
  return {
    red: paint("red"),
    yellow: paint("yellow"),
    green: paint("green"),
    blue: paint("blue"),
    bold: paint("bold"),
    dim: paint("dim"),
  };
}
