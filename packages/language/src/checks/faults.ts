import {
  type AstNode,
  isOperationCancelled,
  type MaybePromise,
  type ValidationAcceptor,
  ValidationRegistry,
} from "langium";

/**
 * A check of ours that fails must neither end the server nor hide what the other checks find: it is said where its reader
 * sees it, and what went wrong goes to the log.
 */
export class ConcordatValidationRegistry extends ValidationRegistry {
  protected override async handleException(
    functionality: () => MaybePromise<void>,
    _context: string,
    accept: ValidationAcceptor,
    node: AstNode,
  ): Promise<void> {
    try {
      await functionality();
    } catch (fault) {
      if (isOperationCancelled(fault)) throw fault;
      tellFault(fault, node, accept);
    }
  }
}

export function tellFault(fault: unknown, thing: AstNode, accept: ValidationAcceptor): void {
  const said = fault instanceof Error ? fault.message : String(fault);
  console.error(`concordat: a check could not be done. This is a fault of Concordat and not of the contract: ${said}`);
  accept("error", FAULT, "name" in thing ? { node: thing, property: "name" as never } : { node: thing });
}

const FAULT =
  "One of the checks could not be done. This is a fault of Concordat and not of your contract; all other checks were done.";
