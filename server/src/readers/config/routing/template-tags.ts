/** Tags of template engines (Jinja and its like), which put text into a script or take it away before it is read. */
export interface TemplateTag {
  readonly end: number;
  /** `{% if %}`, `{% else %}` and `{% endif %}` hold conditional text; `{{ port }}` stands for a value. */
  readonly role: 'opens' | 'turns' | 'closes' | 'value' | 'nothing';
}

/** No tag is longer. */
const LONGEST = 512;

const closings: Readonly<Record<string, string>> = { '%': '%}', '#': '#}', '{': '}}' };

const roles: ReadonlyMap<string, TemplateTag['role']> = new Map([
  ['if', 'opens'],
  ['for', 'opens'],
  ['elif', 'turns'],
  ['else', 'turns'],
  ['endif', 'closes'],
  ['endfor', 'closes'],
]);

/** The tag that begins with the brace at an offset and ends on its line; undefined where the brace opens a block. */
export function templateTagAt(text: string, at: number, lineEnd: number): TemplateTag | undefined {
  const mark = text.charAt(at + 1);
  const closing = closings[mark];
  if (closing === undefined) return undefined;
  const rest = text.slice(at + 2, Math.min(lineEnd, at + LONGEST));
  const size = rest.indexOf(closing);
  if (size < 0) return undefined;
  const content = rest.slice(0, size);
  const end = at + 2 + size + closing.length;
  // Two blocks on one line hold statements.
  if (mark === '{') return content.includes(';') ? undefined : { end, role: 'value' };
  const word = mark === '%' ? (/^[-+]?\s{0,80}(\w+)/.exec(content)?.[1] ?? '') : '';
  return { end, role: roles.get(word) ?? 'nothing' };
}
