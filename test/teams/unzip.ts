import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 46;

/** Every file of an archive, as text, by its path. Enough of the format for what is written here. */
export const unzip = (bytes: Uint8Array): Readonly<Record<string, string>> => {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from(new Uint32Array([END]).buffer));
  const files: Record<string, string> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const name = zip.readUInt16LE(at + 28);
    const path = zip.toString('utf8', at + ENTRY, at + ENTRY + name);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    files[path] = (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
    at += ENTRY + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
};

/** What can be read in a document, a paragraph a line. */
export const wordsInDocument = (xml: string): string =>
  xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
