// The ways in which a network's symbols can be written. What each writes stands in spelling.ts.
export const notations = ['papers', 'course'] as const;
export type NotationId = (typeof notations)[number];
