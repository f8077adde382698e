/** How a body is judged: as a session description, as a part of a message, part by part, or by its length alone. */
export type BodyKind = 'sdp' | 'fragment' | 'parts' | 'other';

/** By the value of its `Content-Type`. */
export function bodyKindOf(contentType: string): BodyKind {
  const type = mediaTypeIn(contentType);
  if (type === 'application/sdp') return 'sdp';
  if (type === 'message/sipfrag') return 'fragment';
  return type.startsWith('multipart/') ? 'parts' : 'other';
}

/** `type/subtype` in lower case, without the parameters behind it. */
export const mediaTypeIn = (contentType: string): string =>
  contentType.split(';', 1)[0]?.replaceAll(/\s/g, '').toLowerCase() ?? '';
