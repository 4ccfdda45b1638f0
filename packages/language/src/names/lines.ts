import { AstUtils } from "langium";
import * as ast from "../generated/ast.js";

/** Every step of a payment that has a name of its own, in the order of the text. */
export const namedLines = (payment: ast.Payment): ast.ThenLine[] =>
  AstUtils.streamAllContents(payment)
    .filter(ast.isThenLine)
    .filter((line) => line.name !== undefined)
    .toArray();

export const paymentOf = (line: ast.ThenLine): ast.Payment | undefined =>
  AstUtils.getContainerOfType(line, ast.isPayment);
