/** Makes a screenshot small: at most 256 colours, which is what an editor's window needs, and the best compression. */
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const COLOURS = 256;

/**
 * @param {Buffer} png 8 bits a channel, RGB or RGBA (taken for opaque), not interlaced: what Chromium writes
 * @returns {Buffer} a PNG with a palette
 */
export function smallPng(png) {
  const { width, height, pixels } = decode(png);
  const { palette, indices } = reduce(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function decode(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  const data = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const bytes = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) unfilter(raw, bytes, y, stride, channels);
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i += 1) {
    const at = i * channels;
    pixels[i] = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
  }
  return { width, height, pixels };
}

/** Undoes the filter of one row (PNG specification, §9). */
function unfilter(raw, bytes, y, stride, channels) {
  const from = y * (stride + 1);
  const to = y * stride;
  for (let x = 0; x < stride; x += 1) {
    const left = x >= channels ? bytes[to + x - channels] : 0;
    const up = y > 0 ? bytes[to + x - stride] : 0;
    const upLeft = x >= channels && y > 0 ? bytes[to + x - stride - channels] : 0;
    const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][raw[from]];
    bytes[to + x] = raw[from + 1 + x] + predicted;
  }
}

function paeth(left, up, upLeft) {
  const estimate = left + up - upLeft;
  const [byLeft, byUp, byUpLeft] = [left, up, upLeft].map((value) => Math.abs(estimate - value));
  if (byLeft <= byUp && byLeft <= byUpLeft) return left;
  return byUp <= byUpLeft ? up : upLeft;
}

/** Every colour becomes the nearest one of a palette. */
function reduce(pixels) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = choosePalette(
    [...counts].map(([colour, count]) => ({ colour, count, off: Number.MAX_SAFE_INTEGER })),
  );
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]));
  return { palette, indices: Uint8Array.from(pixels, (colour) => places.get(colour)) };
}

/**
 * Takes one colour after the other: the one that is worst off with those taken so far, far from all of them and yet
 * frequent. By frequency alone the shades of grey text would push out a few red words.
 */
function choosePalette(candidates) {
  const palette = [];
  while (palette.length < Math.min(COLOURS, candidates.length)) {
    const worst = candidates.reduce((left, right) => (need(right) > need(left) ? right : left));
    palette.push(worst.colour);
    for (const candidate of candidates)
      candidate.off = Math.min(candidate.off, distance(candidate.colour, worst.colour));
  }
  return palette;
}

function need({ count, off }) {
  return count * off;
}

function nearest(colour, palette) {
  let best = 0;
  for (let place = 1; place < palette.length; place += 1) {
    if (distance(colour, palette[place]) < distance(colour, palette[best])) best = place;
  }
  return best;
}

function distance(left, right) {
  const red = (left >> 16) - (right >> 16);
  const green = ((left >> 8) & 255) - ((right >> 8) & 255);
  const blue = (left & 255) - (right & 255);
  return red * red + green * green + blue * blue;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** Node's own `crc32` came after Node 20. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
