import { type DialectRuleId, dialectRules } from './dialect-rules.ts';

/** How loudly a problem is shown; the names of LSP's `DiagnosticSeverity` in lower case. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a user may set for a rule. */
export type SeveritySetting = Severity | 'off';

export interface Rule {
  readonly id: RuleId;
  /** In a message file, where somebody writes. */
  readonly severity: Severity;
  /** In a log, which nobody can correct: never above a warning. */
  readonly logSeverity: SeveritySetting;
  /** Where the rule comes from, such as `RFC 3261 §8.1.1`; programs' own rules come from nowhere. */
  readonly section: string | undefined;
}

/**
 * Every rule: severity in a message file, severity in a log, source. `error` stands for what the RFC forbids
 * without doubt, `warning` for what hardly anybody means, `information` for what peers cope with.
 */
const table = {
  // Start line
  'sip.malformed-start-line': ['error', 'warning', 'RFC 3261 §7'],
  'sip.start-line-blanks': ['error', 'hint', 'RFC 3261 §7.1'],
  'sip.unsupported-version': ['error', 'warning', 'RFC 3261 §7.1'],
  'sip.version-case': ['information', 'hint', 'RFC 3261 §7.1'],
  'sip.misspelt-method': ['warning', 'information', 'RFC 3261 §7.1'],
  'sip.request-uri-brackets': ['error', 'information', 'RFC 3261 §7.1'],
  'sip.request-uri-headers': ['error', 'information', 'RFC 3261 §19.1.1'],
  'sip.register-uri-user': ['warning', 'hint', 'RFC 3261 §10.2'],
  'sip.invalid-status-code': ['error', 'warning', 'RFC 3261 §7.2'],
  'sip.missing-reason-blank': ['information', 'hint', 'RFC 3261 §7.2'],
  'sip.unknown-status-code': ['information', 'hint', 'RFC 3261 §8.1.3.2'],
  'sip.deprecated-status-code': ['hint', 'hint', 'RFC 6665 §8.3.1'],
  'sip.reason-phrase-mismatch': ['warning', 'information', 'RFC 3261 §21'],
  'sip.response-not-for-method': ['warning', 'information', 'RFC 3261 §21'],
  'sip.response-to-ack': ['error', 'warning', 'RFC 3261 §17'],

  // Header fields as such
  'sip.header-without-colon': ['error', 'information', 'RFC 3261 §7.3.1'],
  'sip.indented-header': ['error', 'hint', 'RFC 3261 §7.3.1'],
  'sip.missing-blank-line': ['error', 'information', 'RFC 3261 §7'],
  'sip.blank-line-in-head': ['error', 'information', 'RFC 3261 §7'],
  'sip.invalid-header-name': ['error', 'hint', 'RFC 3261 §7.3.1'],
  'sip.misspelt-header': ['warning', 'information', 'RFC 3261 §7.3.1'],
  'sip.deprecated-header': ['hint', 'hint', 'RFC 3261 §28.1'],
  'sip.missing-header': ['error', 'information', 'RFC 3261 §8.1.1'],
  'sip.missing-max-forwards': ['warning', 'hint', 'RFC 3261 §8.1.1.6'],
  'sip.missing-response-header': ['information', 'hint', 'RFC 3261 §20'],
  'sip.duplicate-header': ['error', 'information', 'RFC 3261 §7.3.1'],
  'sip.multiple-values': ['error', 'information', 'RFC 3261 §7.3.1'],
  'sip.forbidden-header': ['warning', 'hint', 'RFC 3261 §20'],
  'sip.header-not-applicable': ['information', 'off', 'RFC 3261 §20'],
  'sip.empty-value': ['error', 'information', 'RFC 3261 §25.1'],
  'sip.malformed-value': ['error', 'information', 'RFC 3261 §25.1'],
  'sip.unknown-value': ['warning', 'hint', 'RFC 3261 §25.1'],
  'sip.extra-separator': ['error', 'information', 'RFC 3261 §7.3.1'],
  'sip.unterminated-quote': ['error', 'information', 'RFC 3261 §25.1'],
  'sip.control-character': ['warning', 'hint', 'RFC 3261 §25.1'],
  'sip.duplicate-parameter': ['error', 'information', 'RFC 3261 §7.3.1'],
  'sip.malformed-parameter': ['error', 'information', 'RFC 3261 §7.3.1'],
  'sip.missing-parameter': ['error', 'information', 'RFC 3261 §20'],

  // CSeq, Call-ID and plain numbers
  'sip.malformed-cseq': ['error', 'warning', 'RFC 3261 §20.16'],
  'sip.cseq-out-of-range': ['error', 'information', 'RFC 3261 §8.1.1.5'],
  'sip.cseq-method-mismatch': ['error', 'warning', 'RFC 3261 §8.1.1.5'],
  'sip.malformed-call-id': ['error', 'information', 'RFC 3261 §20.8'],
  'sip.call-id-character': ['information', 'off', 'RFC 3261 §25.1'],
  'sip.invalid-max-forwards': ['error', 'information', 'RFC 3261 §20.22'],
  'sip.invalid-expires': ['error', 'information', 'RFC 3261 §20.19'],
  'sip.invalid-retry-after': ['error', 'information', 'RFC 3261 §20.33'],
  'sip.excessive-retry-after': ['information', 'hint', 'RFC 3261 §20.33'],
  'sip.invalid-date': ['error', 'hint', 'RFC 3261 §20.17'],
  'sip.date-weekday': ['information', 'hint', 'RFC 3261 §20.17'],

  // Via
  'sip.malformed-via': ['error', 'information', 'RFC 3261 §20.42'],
  'sip.missing-branch': ['information', 'hint', 'RFC 3261 §8.1.1.7'],
  'sip.branch-without-cookie': ['information', 'hint', 'RFC 3261 §8.1.1.7'],
  'sip.empty-branch': ['error', 'information', 'RFC 3261 §8.1.1.7'],
  'sip.unknown-transport': ['information', 'hint', 'RFC 3261 §20.42'],
  'sip.invalid-received': ['error', 'information', 'RFC 3261 §18.2.1'],
  'sip.received-brackets': ['information', 'hint', 'RFC 5118 §4.5'],
  'sip.invalid-rport': ['error', 'information', 'RFC 3581 §3'],
  'sip.invalid-ttl': ['error', 'information', 'RFC 3261 §20.42'],
  'sip.broadcast-via': ['information', 'information', 'RFC 4475 §3.3.10'],

  // Addresses
  'sip.missing-from-tag': ['error', 'information', 'RFC 3261 §8.1.1.3'],
  'sip.missing-to-tag': ['warning', 'hint', 'RFC 3261 §8.2.6.2'],
  'sip.to-tag-outside-dialog': ['warning', 'hint', 'RFC 3261 §8.1.1.2'],
  'sip.unbalanced-brackets': ['error', 'information', 'RFC 3261 §20.10'],
  'sip.unquoted-display-name': ['error', 'hint', 'RFC 3261 §20.10'],
  'sip.uri-needs-brackets': ['error', 'information', 'RFC 3261 §20'],
  'sip.unexpected-text': ['error', 'information', 'RFC 3261 §20.10'],
  'sip.multiple-contacts': ['warning', 'hint', 'RFC 3261 §8.1.1.8'],
  'sip.contact-star': ['error', 'information', 'RFC 3261 §10.2.2'],
  'sip.contact-scheme': ['warning', 'hint', 'RFC 3261 §8.1.1.8'],
  'sip.contact-not-sips': ['warning', 'hint', 'RFC 3261 §8.1.1.8'],
  'sip.invalid-q-value': ['error', 'information', 'RFC 3261 §20.10'],
  'sip.route-without-lr': ['information', 'hint', 'RFC 3261 §16.6'],

  // URIs
  'sip.uri-blank': ['error', 'information', 'RFC 3261 §19.1.1'],
  'sip.uri-without-scheme': ['error', 'information', 'RFC 3261 §19.1.1'],
  'sip.misspelt-scheme': ['warning', 'information', 'RFC 3261 §19.1.1'],
  'sip.empty-user': ['warning', 'hint', 'RFC 3261 §19.1.1'],
  'sip.second-at-sign': ['error', 'information', 'RFC 3261 §19.1.1'],
  'sip.missing-host': ['error', 'information', 'RFC 3261 §19.1.1'],
  'sip.invalid-host': ['error', 'information', 'RFC 3261 §19.1.1'],
  'sip.ipv6-without-brackets': ['error', 'information', 'RFC 5118 §4.2'],
  'sip.ipv6-extra-colon': ['information', 'hint', 'RFC 5118 §4.10'],
  'sip.invalid-port': ['error', 'information', 'RFC 3261 §19.1.1'],
  'sip.invalid-escape': ['error', 'information', 'RFC 3261 §19.1.2'],
  'sip.unescaped-character': ['information', 'hint', 'RFC 3261 §19.1.2'],
  'sip.uri-headers': ['information', 'hint', 'RFC 3261 §19.1.1'],

  // Bodies
  'sip.invalid-content-length': ['error', 'information', 'RFC 3261 §20.14'],
  'sip.content-length-mismatch': ['error', 'information', 'RFC 3261 §18.3'],
  'sip.missing-content-length': ['information', 'hint', 'RFC 3261 §18.3'],
  'sip.missing-body': ['warning', 'hint', 'RFC 3903 §4.1'],
  'sip.missing-content-type': ['error', 'information', 'RFC 3261 §20.15'],
  'sip.misspelt-media-type': ['warning', 'information', 'RFC 3261 §20.15'],
  'sip.boundary-not-found': ['error', 'information', 'RFC 2046 §5.1.1'],
  'sip.unclosed-multipart': ['warning', 'hint', 'RFC 2046 §5.1.1'],
  'sip.part-length-mismatch': ['warning', 'hint', 'RFC 2046 §5.1.1'],
  'sip.unknown-content-id': ['warning', 'hint', 'RFC 2392 §2'],

  // Extensions
  'sip.misspelt-option-tag': ['warning', 'information', 'RFC 3261 §19.2'],
  'sip.misspelt-event': ['warning', 'information', 'RFC 6665 §8.2.1'],
  'sip.unknown-subscription-state': ['warning', 'hint', 'RFC 6665 §4.1.3'],
  'sip.invalid-rseq': ['error', 'information', 'RFC 3262 §7.1'],
  'sip.malformed-rack': ['error', 'information', 'RFC 3262 §7.2'],
  'sip.rseq-without-require': ['warning', 'hint', 'RFC 3262 §3'],
  'sip.reliable-trying': ['error', 'information', 'RFC 3262 §3'],
  'sip.invalid-session-timer': ['error', 'information', 'RFC 4028 §4'],
  'sip.session-timer-too-small': ['warning', 'information', 'RFC 4028 §5'],
  'sip.session-expires-below-min-se': ['warning', 'information', 'RFC 4028 §7.1'],
  'sip.invalid-refresher': ['error', 'information', 'RFC 4028 §4'],
  'sip.missing-refresher': ['information', 'hint', 'RFC 4028 §9'],
  'sip.missing-option-tag': ['information', 'hint', 'RFC 4028 §7.1'],
  'sip.malformed-warning': ['error', 'information', 'RFC 3261 §20.43'],
  'sip.unknown-warning-code': ['information', 'hint', 'RFC 3261 §20.43'],
  'sip.malformed-reason': ['error', 'information', 'RFC 3326 §2'],
  'sip.misspelt-reason-protocol': ['information', 'hint', 'RFC 3326 §2'],
  'sip.unknown-cause': ['warning', 'information', 'RFC 3326 §2'],
  'sip.repeated-reason': ['information', 'hint', 'RFC 3326 §2'],

  // Authentication and identity
  'sip.malformed-credentials': ['error', 'information', 'RFC 3261 §20.7'],
  'sip.digest-missing-parameter': ['error', 'information', 'RFC 3261 §22.4'],
  'sip.invalid-digest-value': ['error', 'information', 'RFC 8760 §2.2'],
  'sip.unknown-digest-value': ['warning', 'hint', 'RFC 8760 §2.2'],
  'sip.digest-quoting': ['warning', 'hint', 'RFC 3261 §25.1'],
  'sip.basic-authentication': ['warning', 'information', 'RFC 3261 §22'],
  'sip.malformed-identity': ['error', 'information', 'RFC 8224 §4'],
  'sip.identity-claim': ['error', 'information', 'RFC 8225 §4'],
  'sip.identity-mismatch': ['warning', 'information', 'RFC 8224 §4'],

  // Session descriptions
  'sip.sdp-malformed-line': ['error', 'information', 'RFC 8866 §5'],
  'sip.sdp-missing-line': ['error', 'information', 'RFC 8866 §5'],
  'sip.sdp-line-order': ['information', 'hint', 'RFC 8866 §5'],
  'sip.sdp-duplicate-line': ['error', 'information', 'RFC 8866 §5'],
  'sip.sdp-malformed-origin': ['error', 'information', 'RFC 8866 §5.2'],
  'sip.sdp-empty-session-name': ['information', 'hint', 'RFC 8866 §5.3'],
  'sip.sdp-malformed-connection': ['error', 'information', 'RFC 8866 §5.7'],
  'sip.sdp-address-type': ['error', 'information', 'RFC 8866 §5.7'],
  'sip.sdp-bracketed-address': ['information', 'hint', 'RFC 5118 §4.6'],
  'sip.sdp-malformed-time': ['error', 'information', 'RFC 8866 §5.9'],
  'sip.sdp-malformed-media': ['error', 'information', 'RFC 8866 §5.14'],
  'sip.sdp-invalid-port': ['error', 'information', 'RFC 8866 §5.14'],
  'sip.sdp-invalid-payload-type': ['error', 'information', 'RFC 3551 §6'],
  'sip.sdp-missing-rtpmap': ['information', 'hint', 'RFC 8866 §6.6'],
  'sip.sdp-malformed-rtpmap': ['information', 'hint', 'RFC 8866 §6.6'],
  'sip.sdp-unlisted-payload-type': ['information', 'hint', 'RFC 8866 §6.6'],
  'sip.sdp-duplicate-payload-type': ['information', 'hint', 'RFC 8866 §5.14'],
  'sip.sdp-static-payload-type': ['information', 'hint', 'RFC 3551 §6'],
  'sip.sdp-codec-rate': ['warning', 'hint', 'RFC 8866 §6.6'],
  'sip.sdp-missing-apt': ['warning', 'hint', 'RFC 4588 §8.1'],
  'sip.sdp-conflicting-direction': ['warning', 'hint', 'RFC 8866 §6.7'],
  'sip.sdp-malformed-attribute': ['warning', 'hint', 'RFC 8866 §6'],
  'sip.sdp-misspelt-attribute': ['information', 'hint', 'RFC 8866 §5.13'],
  'sip.sdp-duplicate-mid': ['warning', 'hint', 'RFC 5888 §4'],
  'sip.sdp-unknown-mid': ['warning', 'hint', 'RFC 5888 §5'],
  'sip.sdp-unknown-rid': ['information', 'hint', 'RFC 8853 §5'],
  'sip.sdp-ice-credentials': ['warning', 'hint', 'RFC 8839 §5.4'],
} as const satisfies Record<`sip.${string}`, readonly [Severity, SeveritySetting, string]>;

export type RuleId = keyof typeof table | DialectRuleId;

/** The rules for messages, wherever they stand. */
export const messageRules: readonly Rule[] = Object.entries(table).map(([id, [severity, logSeverity, section]]) => ({
  id: id as keyof typeof table,
  severity,
  logSeverity,
  section,
}));

/** All rules. Those of a dialect have no place in a log. */
export const rules: readonly Rule[] = [
  ...messageRules,
  ...dialectRules.map((rule) => ({
    id: rule.id,
    severity: rule.severity,
    logSeverity: 'off' as const,
    section: 'section' in rule ? rule.section : undefined,
  })),
];

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));

export const ruleNamed = (id: string): Rule | undefined => byId.get(id);

/** How loudly a rule speaks in a document; a user's setting has the last word, in logs as well. */
export function ruleSeverity(id: RuleId, inLog: boolean, setting?: SeveritySetting): SeveritySetting {
  const rule = byId.get(id);
  return setting ?? (inLog ? rule?.logSeverity : rule?.severity) ?? 'off';
}
