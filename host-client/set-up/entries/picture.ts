// Makes a picture small enough to travel with the event: at most 960 pixels wide or high, as JPEG, in ever lower quality
// until it fits. The organiser's original is not changed.
const longestSide = 960;
/** The schema allows 300 kB; a hall picture is good at a third of that, and sixty of them must fit into one event. */
const wantedBytes = 100_000;
export const allowedBytes = 300_000;
const qualities = [0.85, 0.75, 0.65, 0.5, 0.35];

const bytesOf = (dataUrl: string) => Math.ceil(((dataUrl.length - dataUrl.indexOf(',') - 1) * 3) / 4);

async function decoded(file: File): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A data URL, or null when the file is no picture this browser can read. */
export async function smallPicture(file: File): Promise<string | null> {
  let image: HTMLImageElement;
  try {
    image = await decoded(file);
  } catch {
    return null;
  }
  const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // JPEG knows no transparency: what was see-through becomes paper.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  let made = '';
  for (const quality of qualities) {
    made = canvas.toDataURL('image/jpeg', quality);
    if (bytesOf(made) <= wantedBytes) break;
  }
  return bytesOf(made) <= allowedBytes ? made : null;
}
