/**
 * How many cases a test that goes through many takes. `npm test` asks for all of them; a run of single files while
 * working takes a twentieth, unless CONCORDAT_FULL is set.
 */
export const cases = (all: number): number => (process.env.CONCORDAT_FULL ? all : Math.ceil(all / 20));
