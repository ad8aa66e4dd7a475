// Several of a thing that a data set is made of.

/** "sentences", "names"; "series" is its own plural. */
export const plural = (name: string): string => (name.endsWith('s') ? name : `${name}s`);
