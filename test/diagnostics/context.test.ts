import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { check, checkIn, described, fixed, good, judge } from './judging.ts';

/** What is said of a message depends on what is known of it. */

const body = 'v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\nm=audio 4000 RTP/AVP 0';
const inner = Buffer.byteLength(body.replaceAll('\n', ''));
const breaks = body.split('\n').length - 1;
/** As it goes over the wire. */
const wire = inner + 2 * (breaks + 1);

/** An INVITE with that body, that length and those line ends behind the body. */
const withLength = (length: number, end = '\n'): string =>
  `${good('invite')
    .replace(/\n\n.*/s, '')
    .replace(/Content-Length: .*/, `Content-Length: ${length}`)}\n\n${body}${end}`;

suite('Content-Length', () => {
  const fits: Readonly<Record<string, number>> = {
    'counts two bytes a line end, the last one too': inner + 2 * (breaks + 1),
    'counts two bytes a line end, without the last': inner + 2 * breaks,
    'counts one byte a line end, the last one too': inner + breaks + 1,
    'counts one byte a line end, without the last': inner + breaks,
  };
  for (const [how, length] of Object.entries(fits)) {
    test(`that ${how} fits`, () => check(withLength(length)));
    test(`that ${how} fits a text whose last line end was lost`, () => check(withLength(length, '')));
    test(`that ${how} fits a text with empty lines behind it`, () => check(withLength(length, '\n\n\n')));
  }

  test('that counts line ends that differ as they stand fits', () => {
    const mixed = withLength(inner + breaks + 1 + 2, '\r\n').replace('v=0\n', 'v=0\r\n');
    check(mixed);
    checkIn(
      {},
      mixed.replace(/Content-Length: (\d+)/, (_, length) => `Content-Length: ⟦${Number(length) + 1}⟧`),
      'sip.content-length-mismatch',
    );
  });

  test('that is a byte too large or too small does not fit', () => {
    check(withLength(inner + 2 * (breaks + 1) + 1).replace(/: (\d+)\n\n/, ': ⟦$1⟧\n\n'), 'sip.content-length-mismatch');
    check(withLength(inner - 1).replace(/: (\d+)\n\n/, ': ⟦$1⟧\n\n'), 'sip.content-length-mismatch');
  });

  test('is not judged where the end of the body is unknown', () => {
    checkIn({ trustedBodyEnd: false }, withLength(9999));
    checkIn({ complete: false }, withLength(3 * wire));
  });

  test('that no cut explains is told of in a log', () => {
    checkIn({ complete: false }, withLength(9999).replace('9999', '⟦9999⟧'), 'sip.content-length-mismatch');
    checkIn({ complete: false }, withLength(40).replace('40\n\n', '⟦40⟧\n\n'), 'sip.content-length-mismatch');
  });

  const isSlight = (length: number): boolean | undefined => judge(withLength(length)).map(({ slight }) => slight)[0];

  test('that differs a little may come from a copy, and is slightly wrong', () => {
    assert.deepEqual([wire + 17, wire + 22, wire - 9].map(isSlight), [true, true, true]);
  });

  test('that no copy explains is wrong', () => {
    assert.deepEqual([0, 9999, wire + 200, wire >> 2].map(isSlight), [undefined, undefined, undefined, undefined]);
  });

  test('counts bytes of UTF-8, or characters of a text that was read as Latin-1', () => {
    const text = good('message');
    const bytes = Buffer.byteLength(text.slice(text.indexOf('\n\n') + 2).trimEnd());
    const characters = text.slice(text.indexOf('\n\n') + 2).trimEnd().length;
    for (const length of [bytes, characters]) check(text.replace(/Content-Length: \d+/, `Content-Length: ${length}`));
  });

  test('is not judged where the body is no text', () => {
    check(good('message').replace('Görüş', 'G\u0000r\ufffdş'));
    check(
      good('message')
        .replace('CSeq', 'Content-Encoding: gzip\nCSeq')
        .replace(/Length: \d+/, 'Length: 7'),
    );
  });

  test('of 0 with another message behind is the end of a datagram, not a fault', () => {
    check(`${good('options')}\n${good('bye')}`);
  });
});

suite('A message that is not whole', () => {
  test('misses nothing', () => {
    const cut = good('invite').slice(0, good('invite').indexOf('Call-ID'));
    checkIn({ complete: false, trustedBodyEnd: false }, cut);
    assert.notDeepEqual(judge(cut), []);
  });

  test('still has the faults that stand in it', () => {
    const text = good('invite').replace('Max-Forwards: 70', 'Max-Forwards: ⟦700⟧');
    checkIn(
      { complete: false, trustedBodyEnd: false },
      text.slice(0, text.indexOf('CSeq')),
      'sip.invalid-max-forwards',
    );
  });

  test('has no session description that is short of lines', () => {
    const text = good('invite');
    checkIn({ complete: false, trustedBodyEnd: false }, text.slice(0, text.indexOf('t=0 0')));
  });
});

const keywords = { wildcard: (text: string) => /\[[a-z_]\w*/i.test(text) };

suite('Placeholders', () => {
  const scenario = `INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: sipp <sip:sipp@[local_ip]:[local_port]>;tag=[pid]SIPpTag00[call_number]
To: sut <sip:[service]@[remote_ip]:[remote_port]>
Call-ID: [call_id]
CSeq: [cseq] INVITE
Contact: sip:sipp@[local_ip]:[local_port]
Max-Forwards: 70
Content-Type: application/sdp
Content-Length: [len]

v=0
o=user1 53655765 2353687637 IN IP[local_ip_type] [local_ip]
s=-
c=IN IP[media_ip_type] [media_ip]
t=0 0
m=audio [media_port] RTP/AVP 0
a=rtpmap:0 PCMU/8000
`;

  test('are never judged', () => checkIn(keywords, scenario));

  test('leave the rest to be judged', () => {
    checkIn(keywords, scenario.replace('[cseq] INVITE', '[cseq] ⟦BYE⟧'), 'sip.cseq-method-mismatch');
    checkIn(keywords, scenario.replace('Max-Forwards: 70', 'Max-Forwards: ⟦x⟧'), 'sip.invalid-max-forwards');
    checkIn(keywords, scenario.replace('To: sut', '⟦Too⟧: sut'), 'sip.misspelt-header');
    checkIn(keywords, scenario.replace('t=0 0', '⟦t=0⟧'), 'sip.sdp-malformed-time');
  });

  test('stand for whole header fields', () => {
    checkIn(
      keywords,
      `SIP/2.0 200 OK
[last_Via:]
[last_From:]
[last_To:];tag=[call_number]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:[local_ip]:[local_port];transport=[transport]>
[routes]
[authentication username=alice password=secret]
Content-Length: 0

`,
    );
  });
});

suite('Peers of the time of RFC 2543', () => {
  test('have neither branch nor tags nor Max-Forwards nor Contact', () => {
    assert.deepEqual(
      judge(good('rfc2543-invite')).map(({ rule }) => rule),
      ['sip.missing-branch'],
    );
  });
});

suite('An empty line in the head', () => {
  test('is told from a body', () => {
    const text = good('invite').replace('\nFrom:', '\n\nFrom:');
    assert.deepEqual(
      judge(text).map(({ rule }) => rule),
      ['sip.blank-line-in-head'],
    );
    assert.deepEqual(described(text, judge(fixed(text, judge(text)[0]!))), []);
  });

  test('is not seen in a body that holds header fields', () => {
    const inner = good('trying');
    const outer = good('message')
      .replace('text/plain; charset=UTF-8', 'message/sip')
      .replace(/\n\n.*/s, '\n\n');
    check(outer.replace(/Length: \d+/, `Length: ${inner.length}`) + inner);
  });
});

suite('A body behind a head without its end', () => {
  const cases: readonly (readonly [message: string, firstLine: string, behind?: string])[] = [
    ['notify', '<?xml version="1.0" encoding="UTF-8"?>'],
    ['info', 'Signal=5'],
    ['notify-terminated', 'SIP/2.0 603 Declined'],
    ['notify-terminated', 'SIP/2.0 603 Declined', '\nContact: <sip:bob@192.0.2.3>'],
    ['mwi-notify', 'Messages-Waiting: yes'],
    ['message', "Görüşürüz, saat 9'da."],
  ];
  for (const [name, firstLine, behind = ''] of cases) {
    const glued = (line: string, length: (real: string) => string): string => {
      const text = good(name).replace(`\n\n${firstLine}`, () => `\n${line}${behind}`);
      return text.replace(/(?<=Content-Length: )\d+/, length);
    };
    test(`${name}${behind && ' with a field'} is one fault, however long it is said to be`, () => {
      check(
        glued(`⟦${firstLine}⟧`, (real) => real),
        'sip.missing-blank-line',
      );
      check(
        glued(`⟦${firstLine}⟧`, () => '7'),
        'sip.missing-blank-line',
      );
    });

    test(`${name}${behind && ' with a field'} is no body where none is announced`, () => {
      const found = judge(glued(firstLine, () => '0'));
      assert.ok(!found.some(({ rule }) => rule === 'sip.missing-blank-line'));
    });
  }

  test('is none where a log may have cut a field', () => {
    const text = good('message').replace("\n\nGörüşürüz, saat 9'da.", '\nUser-Ag');
    assert.deepEqual(described(text, judge(text, { complete: false })), []);
  });

  test('is none where a field has lost its colon', () => {
    const text = good('message').replace("\n\nGörüşürüz, saat 9'da.", '\nSubject Hello');
    const found = judge(text).map(({ rule }) => rule);
    assert.ok(found.includes('sip.header-without-colon') && !found.includes('sip.missing-blank-line'));
  });
});
