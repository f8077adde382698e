import { analyse } from '../server/src/analysis.ts';
import { openDocuments } from '../server/src/document/open-document.ts';
import { diagnostics } from '../server/src/features/diagnostics.ts';
import { hover } from '../server/src/features/hover.ts';
import { samples, spread, table } from './measure.ts';

const routing = `route[CALL_%] {
  if (is_method("INVITE") && !has_totag()) {
    append_hf("P-Call: %\\r\\n");
    if ($rs == 486 || t_check_status("408")) {
      sl_send_reply("480", "Temporarily Unavailable"); # 486 Busy Here
      exit;
    }
  }
}
`;
const dialplan = `[office-%]
exten => 1%,1,NoOp(\${SIP_HEADER(P-Asserted-Identity)})
 same => n,Dial(PJSIP/1%,30,tT)
 same => n,GotoIf($["\${HANGUPCAUSE}" = "17"]?busy)
 same => n(busy),Hangup(17) ; 486 Busy Here

`;

const files = [
  { name: 'kamailio.cfg', block: `${routing}\n` },
  { name: 'extensions.conf', block: dialplan },
];

/** One keystroke in the middle of a configuration file of ten thousand lines, with problems and a hover. */
export function configurations(): string {
  return table(['10,000 lines', 'a keystroke, p50 / p99 in ms', 'mentions'], files.map(rowOf));
}

function rowOf({ name, block }: (typeof files)[number]): string[] {
  const blocks = Math.ceil(10_000 / (block.split('\n').length - 1));
  const text = Array.from({ length: blocks }, (_, index) => block.replaceAll('%', String(index))).join('');
  let document = openDocuments.create(`file:///${name}`, 'plaintext', 1, text);
  let analysis = analyse(text, { name });
  const at = document.positionAt(text.indexOf('\n', text.length / 2));
  const costs = samples(60, () => {
    document = openDocuments.update(document, [{ range: { start: at, end: at }, text: '#' }], document.version + 1);
    analysis = analyse(document.text, { name }, analysis);
    diagnostics(analysis, 'en', {}, document);
    hover(analysis, document.offsetAt(at), 'en', document);
  });
  return [name, spread(costs.slice(10)), `${analysis.dialect}: ${analysis.config?.mentions.length ?? 0}`];
}
