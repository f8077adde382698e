import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { filesOf, languages, read, sentences, type Texts, textFolders } from './files.ts';
import { codeSpans, offences, placeholders } from './prose.ts';
import { lastSpokenWord, unsettledWords, unspokenSuffixes } from './turkish.ts';

interface Entry {
  readonly name?: string;
  readonly code?: number;
  readonly refs?: readonly string[];
}
interface StatusCode {
  readonly code: number;
  readonly phrase: string;
  readonly status: string;
  readonly q850?: number;
}

const sip = {
  statusCodes: read<readonly StatusCode[]>('facts/status-codes.json'),
  q850: read<readonly { code: number; status: string; sip?: number }[]>('facts/q850-causes.json'),
  headerFields: read<readonly { name: string; compact?: string }[]>('facts/header-fields.json'),
};
const statusCodes = new Set(sip.statusCodes.map(({ code }) => code));

/** Fails with all that was found, a line each. */
const none = (found: readonly unknown[]): void => assert.equal(found.length, 0, found.map(String).join('\n'));

/** A list of entries as it is, an object of lists as one list per key. */
function listsOf(content: unknown): readonly (readonly [key: string, entries: readonly Entry[]])[] {
  return Array.isArray(content) ? [['', content]] : Object.entries(content as Record<string, readonly Entry[]>);
}

const keyOf = (entry: Entry): string => String(entry.code ?? entry.name);

const rising = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);

const repeated = <T>(values: readonly T[]): readonly T[] => values.filter((value, at) => values.indexOf(value) !== at);

suite('every data file is what its schema says', () => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  const address = (path: string) => `file:///schema/${path}`;
  const schemas = ['.', 'facts', 'texts', 'dialects'].flatMap((folder) => filesOf(`schema/${folder}`));
  for (const { path, content } of schemas)
    ajv.addSchema(content as object, address(path.replace(/^schema\/(\.\/)?/, '')));

  const schemaOf = (path: string): string => {
    const [folder, ...rest] = path.split('/');
    if (folder === '.') return rest.join('/').replace('.json', '.schema.json');
    if (folder !== 'dialects') return `${folder}/${rest.at(-1)?.replace('.json', '.schema.json')}`;
    return rest.length === 1 ? 'dialects/dialect.schema.json' : 'dialects/texts.schema.json';
  };
  const textFiles = textFolders.flatMap((folder) => languages.flatMap((language) => filesOf(`${folder}/${language}`)));
  const described = [...filesOf('.'), ...filesOf('facts'), ...textFiles, ...filesOf('dialects')];

  for (const { path, content } of described) {
    test(path, () => {
      const validate = ajv.getSchema(address(schemaOf(path)));
      assert.ok(validate, `data/schema/${schemaOf(path)} is missing`);
      assert.ok(validate(content), ajv.errorsText(validate.errors, { separator: '\n' }));
    });
  }

  test('status codes from 300 on need causes and advice, those below have none', () => {
    const validate = ajv.getSchema(address('texts/status-codes.schema.json'))!;
    assert.ok(validate({ 180: { meaning: 'It rings.' } }));
    assert.ok(!validate({ 486: { meaning: 'It is busy.' } }));
    assert.ok(!validate({ 486: { meaning: 'It is busy.', causes: ['Another call'], next: [] } }));
  });

  test('a document is an RFC or one whose form of name is known', () => {
    const validate = ajv.getSchema(`${address('common.schema.json')}#/$defs/document`)!;
    for (const document of ['RFC 3261', '3GPP TS 24.229 v12.14.0', 'ITU-T Q.850', 'draft-ietf-sip-privacy'])
      assert.ok(validate(document), document);
    for (const document of ['RFC3261', 'rfc 3261', 'RFC 03261', 'TS 24.229', ''])
      assert.ok(!validate(document), document);
  });
});

suite('facts', () => {
  test('codes rise, and no name stands twice in any letter case', () => {
    const tables = ['payload-types.json'];
    for (const { name, content } of filesOf('facts').filter((facts) => !tables.includes(facts.name))) {
      for (const [key, entries] of listsOf(content)) {
        assert.deepEqual(repeated(entries.flatMap((entry) => entry.name?.toLowerCase() ?? [])), [], `${name} ${key}`);
        const codes = entries.flatMap((entry) => entry.code ?? []);
        assert.deepEqual(codes, rising(codes), name);
      }
    }
    const payloadTypes = read<readonly { payloadType: number }[]>('facts/payload-types.json').map(
      (row) => row.payloadType,
    );
    assert.deepEqual(payloadTypes, rising(payloadTypes));
  });

  test('compact forms are unique', () => {
    none(repeated(sip.headerFields.flatMap(({ compact }) => compact ?? [])));
  });

  test('the 14 methods that a Turkish engineer asks for are there', () => {
    const names = read<readonly Entry[]>('facts/methods.json').map(({ name }) => name);
    const wanted =
      'REGISTER INVITE ACK BYE CANCEL UPDATE REFER PRACK SUBSCRIBE NOTIFY PUBLISH MESSAGE INFO OPTIONS'.split(' ');
    assert.equal(wanted.length, 14);
    none(wanted.filter((name) => !names.includes(name)));
  });

  test('the 74 status codes that a Turkish engineer asks for are there', () => {
    const wanted = [
      100, 180, 181, 182, 183, 199, 200, 202, 204, 300, 301, 302, 305, 380, 400, 401, 402, 403, 404, 405, 406, 407, 408,
      409, 410, 411, 412, 413, 414, 415, 416, 417, 420, 421, 422, 423, 424, 428, 429, 430, 433, 436, 437, 438, 439, 440,
      469, 470, 480, 481, 482, 483, 484, 485, 486, 487, 488, 491, 493, 494, 500, 501, 502, 503, 504, 505, 513, 555, 580,
      600, 603, 604, 606, 607,
    ];
    assert.equal(wanted.length, 74);
    none(wanted.filter((code) => !statusCodes.has(code)));
  });

  test('a status code becomes a Q.850 cause that exists, and a cause a status code that exists (RFC 3398)', () => {
    const causes = new Map(sip.q850.map((cause) => [cause.code, cause]));
    const toQ850 = sip.statusCodes.flatMap(({ code, q850 }) => (q850 === undefined ? [] : [[code, q850] as const]));
    const toSip = sip.q850.flatMap(({ code, sip }) => (sip === undefined ? [] : [[code, sip] as const]));
    assert.ok(toQ850.length >= 34 && toSip.length >= 31);
    none(toQ850.filter(([, cause]) => causes.get(cause)?.status !== 'registered'));
    none(toSip.filter(([, code]) => !statusCodes.has(code)));
    assert.ok(toQ850.every(([code]) => code >= 400) && toSip.every(([, code]) => code >= 400));
  });

  test('busy stays busy there and back, and so do the other causes that have one response of their own', () => {
    const q850Of = new Map(sip.statusCodes.map(({ code, q850 }) => [code, q850]));
    const sipOf = new Map(sip.q850.map(({ code, sip }) => [code, sip]));
    for (const [code, cause] of [
      [486, 17],
      [404, 1],
      [410, 22],
      [484, 28],
      [503, 41],
      [504, 102],
      [501, 79],
      [403, 21],
    ] as const) {
      assert.equal(q850Of.get(code), cause);
      assert.equal(sipOf.get(cause), code);
    }
  });

  test('tables and parameters speak of header fields, methods and codes that exist', () => {
    const fields = new Set(sip.headerFields.map(({ name }) => name));
    const methods = new Set(read<readonly Entry[]>('facts/methods.json').map(({ name }) => name));
    const uses = read<readonly { name: string; rows: readonly { methods: object }[] }[]>('facts/header-use.json');
    const responses = read<readonly { code: number; methods: readonly string[] | null }[]>('facts/response-use.json');
    const parameters = read<readonly { headers: readonly string[] }[]>('facts/header-parameters.json');
    none(uses.map(({ name }) => name).filter((name) => !fields.has(name)));
    none(parameters.flatMap(({ headers }) => headers).filter((name) => !fields.has(name)));
    none(responses.map(({ code }) => code).filter((code) => !statusCodes.has(code)));
    const named = [
      ...uses.flatMap(({ rows }) => rows.flatMap((row) => Object.keys(row.methods))),
      ...responses.flatMap((response) => response.methods ?? []),
    ];
    none(named.filter((name) => !methods.has(name)));
  });
});

suite('texts', () => {
  const withTexts = filesOf('facts').filter(({ name }) => filesOf('texts/en').some((texts) => texts.name === name));

  test('every fact file but tables has texts', () => {
    const without = filesOf('facts').filter(({ name }) => !withTexts.some((facts) => facts.name === name));
    assert.deepEqual(
      without.map(({ name }) => name),
      ['header-use.json', 'payload-types.json', 'response-use.json'],
    );
  });

  for (const language of languages) {
    test(`every fact has its text in ${language}, and no text speaks of nothing`, () => {
      for (const { name, content } of withTexts) {
        const texts = read<Record<string, Texts>>(`texts/${language}/${name}`);
        for (const [list, entries] of listsOf(content)) {
          const keys = Object.keys(list === '' ? texts : (texts[list] ?? {}));
          assert.deepEqual(new Set(keys), new Set(entries.map(keyOf)), `${name} ${list}`);
        }
      }
    });

    test(`every registered status code says what it means in ${language}, and from 300 on why and what next`, () => {
      type Text = { meaning: string; causes?: readonly string[]; next?: readonly string[] };
      const texts = read<Record<string, Text>>(`texts/${language}/status-codes.json`);
      for (const { code } of sip.statusCodes) {
        assert.ok(texts[code]?.meaning, String(code));
        if (code >= 300)
          assert.ok(texts[code]?.causes?.length && texts[code]?.next?.length, `${code}: why, what next?`);
      }
    });

    test(`the texts in ${language} are plain: no HTML, no links, no open code spans`, () => {
      const wrong = textFolders
        .flatMap((folder) => filesOf(`${folder}/${language}`))
        .filter(({ name }) => name !== 'cli.json')
        .flatMap(({ path, content }) =>
          sentences(content as Texts).flatMap(([key, text]) => offences(text).map((what) => `${path} ${key}: ${what}`)),
        );
      none(wrong);
    });

    test(`titles and messages of problems in ${language} are shown as they are, so they have no code spans`, () => {
      const wrong = sentences(read<Texts>(`texts/${language}/rules.json`)).filter(
        ([key, text]) => !key.endsWith('/explanation') && codeSpans(text).length > 0,
      );
      none(wrong);
    });
  }

  for (const folder of textFolders) {
    const pairs = filesOf(`${folder}/en`).map(({ name, content }) => {
      const turkish = filesOf(`${folder}/tr`).find((file) => file.name === name);
      return { name, en: content as Texts, tr: (turkish?.content ?? {}) as Texts };
    });

    test(`${folder}: both languages have the same files`, () => {
      const names = (language: string) => filesOf(`${folder}/${language}`).map(({ name }) => name);
      assert.deepEqual(names('tr'), names('en'));
    });

    test(`${folder}: both languages have the same keys in the same order`, () => {
      const keys = (texts: Texts) => sentences(texts).map(([key]) => key);
      for (const { name, en, tr } of pairs) assert.deepEqual(keys(tr), keys(en), name);
    });

    test(`${folder}: both languages have the same places for arguments`, () => {
      none(different(pairs, placeholders));
    });

    if (folder === 'texts') {
      test('both languages speak of the same things on the wire', () => {
        none(different(pairs, codeSpans));
      });
    }
  }

  /** The sentences of which a translation holds other parts than the original, in any order. */
  function different(
    pairs: readonly { name: string; en: Texts; tr: Texts }[],
    partsOf: (text: string) => readonly string[],
  ): readonly string[] {
    const set = (text: string) => [...new Set(partsOf(text))].sort().join(' ');
    return pairs.flatMap(({ name, en, tr }) => {
      const turkish = new Map(sentences(tr));
      return sentences(en)
        .filter(([key, text]) => set(text) !== set(turkish.get(key) ?? ''))
        .map(([key, text]) => `${name} ${key}: ${set(text)} ≠ ${set(turkish.get(key) ?? '')}`);
    });
  }
});

suite('the Turkish', () => {
  const texts = filesOf('texts/tr').flatMap(({ path, content }) =>
    sentences(content as Texts).map(([key, text]) => [`${path} ${key}`, text] as const),
  );

  test('keeps to the glossary: one word for one thing', () => {
    none(texts.flatMap(([key, text]) => unsettledWords(text).map((word) => `${key}: ${word}`)));
  });

  test('puts suffixes after numbers as they are spoken', () => {
    none(texts.flatMap(([key, text]) => unspokenSuffixes(text).map((written) => `${key}: ${written}`)));
  });

  test('a number is spoken to its end', () => {
    assert.deepEqual(['486', '401', '503', '180', '200', '3000', '0'].map(lastSpokenWord), [
      'altı',
      'bir',
      'üç',
      'seksen',
      'yüz',
      'bin',
      'sıfır',
    ]);
    none(unspokenSuffixes("`486`'nın `486`'dan 401'in `200`'ün 503'ün `408`'e 65535'e `404`'ten"));
    assert.deepEqual(unspokenSuffixes("`486`'den 401'ın `408`'ye `404`'den"), [
      "486`'den",
      "401'ın",
      "408`'ye",
      "404`'den",
    ]);
  });
});
