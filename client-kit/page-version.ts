// Which build this page is from; it is baked in, so a page that has been open since before an update can be told.
declare const __PAGES_VERSION__: string;

export const pageVersion: string = __PAGES_VERSION__;

/** A server that does not know its pages' version says nothing about this one. */
export const isOutOfDate = (servers: string): boolean => servers !== '' && servers !== pageVersion;
