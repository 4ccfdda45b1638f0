/** The version of this package, and so of all that is released with it. A test holds it to package.json. */
export const version = "0.1.0";
