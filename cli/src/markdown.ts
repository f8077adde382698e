import { paint } from './output.ts';

/** The Markdown of a hover for a terminal: bold and code painted, links as text with their address. */
export function renderMarkdown(markdown: string, color: boolean): string {
  return markdown
    .replace(/\[([^\]]+)\]\((https:[^)]+)\)/g, (_, text: string, link: string) => `${text} <${link}>`)
    .replace(/\*\*([^*]+)\*\*/g, (_, text: string) => paint.bold(text, color))
    .replace(/`` (.+?) ``|`([^`]+)`/g, (_, long?: string, short?: string) => paint.cyan(long ?? short ?? '', color));
}
