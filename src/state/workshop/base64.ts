// Numbers as text in a file: 8 bytes each, the lowest first, in base64 (RFC 4648).

const chunk = 0x80_00;

/** The bytes of float64 numbers, whichever way round this machine has them. */
export function toBase64(values: Float64Array): string {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setFloat64(i * 8, value, true));
  let text = '';
  for (let from = 0; from < bytes.length; from += chunk) text += String.fromCharCode(...bytes.subarray(from, from + chunk));
  return btoa(text);
}

/** Undefined where it is not the base64 of whole numbers of 8 bytes. */
export function fromBase64(text: string): Float64Array | undefined {
  let bytes: string;
  try {
    bytes = atob(text);
  } catch {
    return undefined;
  }
  if (bytes.length % 8 !== 0) return undefined;
  const view = new DataView(new ArrayBuffer(bytes.length));
  for (let i = 0; i < bytes.length; i++) view.setUint8(i, bytes.charCodeAt(i));
  return Float64Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(i * 8, true));
}
