/**
 * Writes `docs/rules.md` and `docs/rules.tr.md` from the rule table and its texts. With `--check` it writes nothing
 * and fails when a page is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

const { rules, ruleText } = await bundled(`
  export { rules } from './server/src/features/diagnostics/rules.ts';
  export { ruleText } from './server/src/features/diagnostics/texts.ts';
`);

const words = {
  en: {
    title: 'Rules',
    other: '[Türkçe](rules.tr.md)',
    intro: [
      'What SIP Lens reports in messages, logs and configuration files. Every rule has a stable id, a severity where you write (message files, configuration files) and a quieter one in logs, which nobody can correct. Where a rule has a milder case that is information only, its text says so.',
      'Change or silence a rule in the settings:',
    ],
    columns: ['Rule', 'About', 'File', 'Log'],
    severities: { error: 'error', warning: 'warning', information: 'information', hint: 'hint', off: 'off' },
    source: 'Source',
    inFile: 'in a file',
    inLog: 'in a log',
  },
  tr: {
    title: 'Kurallar',
    other: '[English](rules.md)',
    intro: [
      "SIP Lens'in mesajlarda, günlüklerde (log) ve yapılandırma dosyalarında bildirdiği sorunlar. Her kuralın değişmeyen bir kimliği, yazılan yerlerde (mesaj ve yapılandırma dosyaları) bir önem derecesi, kimsenin düzeltemeyeceği günlüklerde ise daha sessiz bir derecesi vardır. Yalnızca bilgi olarak bildirilen daha hafif bir durumu varsa kuralın metninde yazar.",
      'Bir kuralı ayarlardan değiştirin ya da susturun:',
    ],
    columns: ['Kural', 'Konu', 'Dosya', 'Günlük'],
    severities: { error: 'hata', warning: 'uyarı', information: 'bilgi', hint: 'ipucu', off: 'kapalı' },
    source: 'Kaynak',
    inFile: 'dosyada',
    inLog: 'günlükte',
  },
};

const stale = [
  ['docs/rules.md', 'en'],
  ['docs/rules.tr.md', 'tr'],
].filter(([path, language]) => !isWritten(join(root, path), page(language)));

if (stale.length > 0) {
  console.error(`Out of date: ${stale.map(([path]) => path).join(', ')}. Run node scripts/rules-page.mjs`);
  process.exitCode = 1;
}

/** Whether the file holds the text; outside of `--check` it does afterwards. */
function isWritten(path, text) {
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
    return true;
  }
  return readFileSync(path, 'utf8') === text;
}

function page(language) {
  const { title, other, intro, columns, severities, source, inFile, inLog } = words[language];
  const rows = rules.map((rule) => {
    const { title: about } = ruleText(language, rule.id);
    return `| [${rule.id}](#${anchor(rule.id)}) | ${about} | ${severities[rule.severity]} | ${severities[rule.logSeverity]} |`;
  });
  const entries = rules.flatMap((rule) => {
    const text = ruleText(language, rule.id);
    const where = `${severities[rule.severity]} ${inFile}, ${severities[rule.logSeverity]} ${inLog}`;
    const entry = [`### ${rule.id}`, `**${text.title}** (${where})`, text.explanation];
    return rule.section ? [...entry, `${source}: ${link(rule.section)}`] : entry;
  });
  return [
    `# ${title}`,
    other,
    ...intro,
    '```json\n"sip-lens.rules": {\n  "sip.unknown-status-code": "warning",\n  "sip.missing-max-forwards": "off"\n}\n```',
    [`| ${columns.join(' | ')} |`, `|${columns.map(() => '---').join('|')}|`, ...rows].join('\n'),
    ...entries,
  ]
    .join('\n\n')
    .concat('\n');
}

/** What GitHub makes of a heading. */
function anchor(id) {
  return id.replaceAll('.', '');
}

/** `RFC 3261 §8.1.1` with a link to that section; other sources stay as they are. */
function link(section) {
  const match = /^RFC (\d+) §([\d.]+)$/.exec(section);
  return match ? `[${section}](https://www.rfc-editor.org/rfc/rfc${match[1]}#section-${match[2]})` : section;
}

async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
