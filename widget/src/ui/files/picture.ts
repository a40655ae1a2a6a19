/** Longest side of a picture that is sent, in pixels: text on a screenshot of any screen can still be read. */
const longestSide = 2_560;
const previewSide = 96;
const quality = 0.9;

export interface Picture {
  file: File;
  /** A small one to show, as a data URL: the document's policy allows no other; null where there is nothing to draw. */
  preview: string | null;
}

/**
 * A picture as it is sent: upright, no larger than can be looked at, and of its pixels alone – where and with what it was taken is
 * gone. Whatever cannot be drawn goes as it is.
 */
export async function prepared(file: File): Promise<Picture> {
  const bitmap = file.type.startsWith('image/') ? await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null) : null;
  if (!bitmap) return { file, preview: null };
  try {
    const type = sentAs(file.type);
    return { file: type ? await redrawn(file, bitmap, type) : file, preview: draw(bitmap, previewSide).toDataURL('image/jpeg', 0.7) };
  } finally {
    bitmap.close();
  }
}

/** As what it is drawn anew; null: as it is, since it may move. What the server does not take, as a phone's HEIC, becomes what it does. */
function sentAs(type: string): string | null {
  if (type === 'image/gif') return null;
  if (type === 'image/bmp') return 'image/png';
  return ['image/png', 'image/webp'].includes(type) ? type : 'image/jpeg';
}

async function redrawn(file: File, bitmap: ImageBitmap, type: string): Promise<File> {
  const canvas = draw(bitmap, longestSide);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
  if (!blob) return file;
  // Where it has become something else, also because a browser that cannot write a type writes PNG.
  const name = blob.type === file.type ? file.name : `${file.name.replace(/\.\w+$/, '')}.${blob.type === 'image/png' ? 'png' : 'jpg'}`;
  return new File([blob], name, { type: blob.type });
}

function draw(bitmap: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** What a browser calls whatever was pasted. */
const pasted = 'image.png';

/** A screenshot gets a name that says what it is. */
export const named = (files: readonly File[], name: string) => files.map((file) => (file.name === pasted ? new File([file], `${name}.png`, { type: file.type }) : file));
