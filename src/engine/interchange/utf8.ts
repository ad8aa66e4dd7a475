// A text as the bytes of a file.
import { strToU8 } from 'fflate';

/** In UTF-8 (RFC 3629). */
export const utf8 = (text: string): Uint8Array => strToU8(text);
