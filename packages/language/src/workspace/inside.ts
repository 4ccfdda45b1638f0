/** A file that a contract names lies in the contract's folder or below it: a path that climbs out of it is not read. */
export function isInside(path: string): boolean {
  const parts = path.split(/[\\/]/);
  return !/^([\\/]|[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]*:\/\/)/.test(path) && !parts.includes("..");
}
