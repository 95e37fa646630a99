// The version of the wire. A client that speaks another one is told to reload instead of guessing.
export const PROTOCOL_VERSION = 1;
