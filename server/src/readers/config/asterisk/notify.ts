import { headerFieldNamed } from '../../../knowledge/names.ts';
import { span, textOf } from '../../../sip/span.ts';
import type { BlockReading } from '../../reading.ts';
import { type BlockReader, blockText, separateBlock } from '../blocks.ts';
import { find, finished, newDraft } from './draft.ts';
import { iniCut, opensSection, readIni } from './ini.ts';
import { readHeader } from './values.ts';

/** Reads pjsip_notify.conf and sip_notify.conf: every line is a header field of the NOTIFY, but for `Content`. */
export const notifyReader: BlockReader = {
  blockAt: (text, start) => {
    const cut = iniCut(text, start, opensSection);
    return separateBlock(start, cut, readSection(blockText(text, start, cut)));
  },
};

function readSection(text: string): BlockReading {
  const draft = newDraft(text);
  readIni(text, {
    section: () => {},
    entry: ({ key, value, comment }) => {
      const name = textOf(text, key);
      if (name.toLowerCase() === 'content') return;
      readHeader(draft, key, value, { owner: headerFieldNamed(name)?.name ?? name, rule: 'sip.asterisk-option-value' });
      const isParameter = comment === value.end && /^;[\w-]+=\w/.test(text.slice(comment, comment + 40));
      if (isParameter) find(draft, 'sip.asterisk-semicolon', span(comment, comment + 1), [], '\\;');
    },
  });
  return finished(draft, (offset) => {
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    const line = text.slice(lineStart, offset);
    if (/^[\w-]*$/.test(line)) return { span: span(lineStart, offset), of: 'headerField' };
    return /^event[ \t]*=>?[ \t]*$/i.test(line) ? { span: span(offset, offset), of: 'eventPackage' } : undefined;
  });
}
