// Sends a file or a pasted text to be read; what comes back are rows and guesses, or a code that says why not.
import type { Imported } from '#protocol/import.ts';
import type { HttpCode } from '#protocol/wording.ts';

export type Uploaded = { readonly imported: Imported } | { readonly code: HttpCode };

export async function upload(content: Blob, name: string): Promise<Uploaded> {
  try {
    const response = await fetch(`/api/import?name=${encodeURIComponent(name.slice(0, 200))}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      credentials: 'same-origin',
      body: content,
    });
    if (response.ok) return { imported: (await response.json()) as Imported };
    return { code: ((await response.json()) as { readonly code: HttpCode }).code };
  } catch {
    return { code: 'server.unavailable' };
  }
}

/** A text from the clipboard, read like a file. */
export const uploadText = (text: string, name: string): Promise<Uploaded> =>
  upload(new Blob([text], { type: 'text/plain' }), name);
