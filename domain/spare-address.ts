// The address of a spare computer: scheme, host and port, and nothing a page could be tricked with.
export const spareAddressPattern =
  '^https?://([0-9A-Za-z]([0-9A-Za-z.-]{0,61}[0-9A-Za-z])?|\\[[0-9A-Fa-f:.]{2,45}\\])(:[0-9]{1,5})?$';

const spareAddress = new RegExp(spareAddressPattern);

export const isSpareAddress = (text: string): boolean => spareAddress.test(text);
