import { paint } from './paint.ts';

/** The Markdown of a hover for a terminal: bold and code painted, links as text with their address, lines so wide. */
export function renderMarkdown(markdown: string, color: boolean, width: number): string {
  return markdown
    .replace(/\[([^\]]+)\]\((https:[^)]+)\)/g, (_, text: string, link: string) => `${text} <${link}>`)
    .replace(/\*\*([^*]+)\*\*/g, (_, text: string) => paint.bold(text, color))
    .replace(/`` (.+?) ``|`([^`]+)`/g, (_, long?: string, short?: string) => paint.cyan(long ?? short ?? '', color))
    .split('\n')
    .map((line) => wrapped(line, width))
    .join('\n');
}

const PAINT = /\u001b\[[\d;]*m/g;

/** Breaks a line between words; what continues a list item stands below its text. */
function wrapped(line: string, width: number): string {
  if (line.length <= width) return line;
  const indent = /^(?:- )?/.exec(line)?.[0].length ?? 0;
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current.trim() !== '' && longer.replace(PAINT, '').length > width) {
      lines.push(current);
      current = ' '.repeat(indent) + word;
    } else current = longer;
  }
  return [...lines, current].join('\n');
}
