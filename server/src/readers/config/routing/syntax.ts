/** How a script is written: the routing products' own language, or one that a product embeds. */
export type SyntaxName = 'cfg' | 'm4' | 'lua' | 'python' | 'javascript' | 'ruby' | 'perl';

export interface Syntax {
  readonly name: SyntaxName;
  /** What starts a comment that ends with the line. */
  readonly hash: boolean;
  readonly slashes: boolean;
  readonly dashes: boolean;
  /** `#!ifdef`, `$rm`, `@cseq.method`, and strings over several lines: the products' own language. */
  readonly cfg: boolean;
  /** A template for the M4 processor, which quotes `like this' and ends lines with `dnl`. */
  readonly m4: boolean;
  /** `KSR.sl.send_reply` is one word. */
  readonly paths: boolean;
}

const products = { hash: true, slashes: true, dashes: false, cfg: true, paths: false } as const;
const kemi = { hash: false, slashes: false, dashes: false, cfg: false, m4: false, paths: true } as const;

export const syntaxes: Readonly<Record<SyntaxName, Syntax>> = {
  cfg: { ...products, name: 'cfg', m4: false },
  m4: { ...products, name: 'm4', m4: true },
  lua: { ...kemi, name: 'lua', dashes: true },
  python: { ...kemi, name: 'python', hash: true },
  javascript: { ...kemi, name: 'javascript', slashes: true },
  ruby: { ...kemi, name: 'ruby', hash: true },
  perl: { ...kemi, name: 'perl', hash: true },
};

/** So much of a text is looked at to tell its kind. */
const HEAD = 65_536;

const section = '(?:(?:request|reply|onreply|failure|branch|onsend|event|local|startup|timer|error)_)?route';
const cfgMarks = [
  new RegExp(String.raw`^[ \t]*${section}[ \t]*(?:\[[^\]\n]{1,80}\])?\s{0,80}\{`, 'm'),
  /^[ \t]*(?:loadmodulex?|loadpath|mpath|include_file|import_file)[ \t]*=?[ \t]*["(]/m,
  /^[ \t]*modparamx?[ \t]*\([ \t]*"/m,
  /^#!(?:KAMAILIO|OPENSER|SER|MAXCOMPAT|ALL)\b/m,
  /^(?:#!|!!)(?:define|substdefs?|trydef|redef|ifdef|ifndef|ifexp|defenv)\b/m,
];
const m4Mark = /^(?:divert\(|define\(`|ifelse\()/m;
const kemiMark = /\bKSR(?:\.|::)[A-Za-z_]+/;
const oldKemiMark = /\bsr\.(?:hdr|sl|tm|pv|textops|xlog|maxfwd|rr|registrar|auth|siputils)\.[a-z_]+\(/;

/** Which language a text is written in; undefined when it is no routing script. Looks at the head alone. */
export function syntaxOf(text: string): Syntax | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const head = text.slice(start, start + HEAD);
  if (cfgMarks.some((mark) => mark.test(head))) return m4Mark.test(head) ? syntaxes.m4 : syntaxes.cfg;
  if (!kemiMark.test(head) && !oldKemiMark.test(head)) return undefined;
  return syntaxes[kemiLanguageOf(head)];
}

function kemiLanguageOf(head: string): SyntaxName {
  if (/\bKSR::/.test(head)) return 'ruby';
  if (
    /^[ \t]*(?:import[ \t]+KSR\b|(?:async[ \t]+)?def[ \t]+\w+[ \t]*\([^\n()]{0,200}\)[^\n:]{0,40}:|class[ \t]+\w+[^\n:]{0,80}:)/m.test(
      head,
    )
  ) {
    return 'python';
  }
  // Squirrel declares with `local` as Lua does, but opens its blocks with braces, as JavaScript does.
  if (/^[ \t]*(?:--|end\b|elseif\b)|\bthen[ \t]*$/m.test(head)) return 'lua';
  return /^[ \t]*local[ \t]/m.test(head) && !/\)\s{0,80}\{/.test(head) ? 'lua' : 'javascript';
}

/** Names of files whose text may quote a routing script without being one. */
export const quotesScripts = (name: string): boolean =>
  /\.(?:md|markdown|rst|adoc|txt|html?|xml|json|ya?ml|c|h|cpp|go|rs|java|php|sh|patch|diff|ts|tsx|sip|log(?:\.[^.]*)?)$/i.test(
    name,
  );

/** Names under which routing scripts are kept, for texts too small to tell. */
export const namesScript = (name: string): boolean =>
  /(?:^|[-_.])(?:kamailio|opensips|openser|ser(?![a-z]))[^/\\]*\.(?:cfg|conf|inc|m4|in|j2|tpl)$/i.test(name);

const routeWords: ReadonlySet<string> = new Set([
  'route',
  'request_route',
  'reply_route',
  'onreply_route',
  'failure_route',
  'branch_route',
  'onsend_route',
  'event_route',
  'local_route',
  'startup_route',
  'timer_route',
  'error_route',
]);

/** Whether a word before a brace or a square bracket opens a route. */
export const isRouteWord = (word: string): boolean => routeWords.has(word);

/** Whether a word with a bracket behind it starts what is read without regard to what stands before: see `Block`. */
export const opensBlock = (word: string, bracket: string): boolean =>
  bracket === '(' ? word === 'modparam' || word === 'modparamx' : isRouteWord(word);
