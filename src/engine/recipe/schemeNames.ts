// The names of the schemes of initialisation, as on a button. What they do stands in initialise.ts.
export type SchemeId = 'uniform' | 'xavier' | 'orthogonal' | 'identity';

export const schemeNames: Readonly<Record<SchemeId, string>> = {
  uniform: 'Uniform', xavier: 'Xavier', orthogonal: 'Orthogonal', identity: 'Identity',
};
