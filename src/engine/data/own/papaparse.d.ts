// Types of the part of the package "papaparse" that is used. Those that are published bring Node's and the page's globals with them, which the
// engine must not know.
declare module 'papaparse/papaparse.min.js' {
  interface Settings {
    readonly delimiter: string;
    readonly newline: '\n';
    /** Parses so many rows and no more. */
    readonly preview: number;
    readonly fastMode: false;
  }

  export interface Parsed {
    readonly data: readonly (readonly string[])[];
    /** `index`: where the quote stands in the text, `row`: in which of the rows. */
    readonly errors: readonly { readonly type: string; readonly code: string; readonly row?: number; readonly index?: number }[];
    /** `cursor`: how many characters have been read. */
    readonly meta: { readonly cursor: number };
  }

  const papa: { readonly parse: (text: string, settings: Settings) => Parsed };
  export default papa;
}
