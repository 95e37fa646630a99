// The ballot code as it comes from the printed card: in the fragment of the address, or typed by hand.

/** How many characters a code has, its dash apart. */
export const codeLength = 10;

/** Without dashes and spaces, in capitals: as the hall compares it. */
export const canonicalCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** As printed: XXXXX-XXXXX. */
export const printedCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** The code in `#b=CODE`; empty when there is none. */
export const codeInAddress = (hash: string): string =>
  canonicalCode(/[#&]b=([^&]*)/.exec(hash)?.[1] ?? '').slice(0, codeLength);
