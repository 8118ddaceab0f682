import { readFileSync } from 'node:fs';

const ENTRY = 0x02014b50;
const END = 0x06054b50;

/** What lies in a zip file: `{ name, packed }`, in bytes as they are packed. */
export function entriesOf(file) {
  const zip = readFileSync(file);
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== END) end--;
  const entries = [];
  for (let at = zip.readUInt32LE(end + 16); at < end && zip.readUInt32LE(at) === ENTRY; ) {
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    entries.push({ name: zip.toString('utf8', at + 46, at + 46 + name), packed: zip.readUInt32LE(at + 20) });
    at += 46 + name + extra + comment;
  }
  return entries;
}
