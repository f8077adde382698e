import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { Ajv } from 'ajv';
import { records, workplace } from './program.ts';
import { faultyMessage, goodMessage, serverLog } from './samples.ts';

/** What SARIF 2.1.0 asks of the parts that we write. */
const sarifSchema = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    $schema: { type: 'string', pattern: '^https://' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'version', 'rules'],
                properties: {
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id', 'shortDescription', 'help'],
                      properties: { helpUri: { type: 'string', pattern: '^https://' } },
                    },
                  },
                },
              },
            },
          },
          invocations: { type: 'array', items: { type: 'object', required: ['executionSuccessful'] } },
          columnKind: { const: 'utf16CodeUnits' },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations'],
              properties: {
                ruleIndex: { type: 'integer', minimum: 0 },
                level: { enum: ['none', 'note', 'warning', 'error'] },
                message: { type: 'object', required: ['text'] },
                locations: {
                  type: 'array',
                  minItems: 1,
                  items: {
                    type: 'object',
                    required: ['physicalLocation'],
                    properties: {
                      physicalLocation: {
                        type: 'object',
                        required: ['artifactLocation', 'region'],
                        properties: {
                          artifactLocation: { type: 'object', required: ['uri'] },
                          region: {
                            type: 'object',
                            required: ['startLine', 'startColumn', 'endLine', 'endColumn'],
                            additionalProperties: { type: 'integer', minimum: 1 },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

interface SarifLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly invocations: readonly { readonly executionSuccessful: boolean }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
    }[];
  }[];
}

suite('sip-lens check', () => {
  const place = workplace();
  after(() => place.remove());
  place.write('good.sip', goodMessage);
  place.write('faulty.sip', faultyMessage);
  place.write('own files/bad one.sip', faultyMessage);
  place.write('server.log', serverLog);

  test('is silent and content where nothing is wrong', () => {
    assert.deepEqual(place.run(['check', 'good.sip', 'server.log']), { status: 0, output: '', errors: '' });
  });

  test('writes problems as compilers do, and exits with 1 for an error', () => {
    const { status, output } = place.run(['check', 'faulty.sip']);
    assert.equal(status, 1);
    assert.match(output, /^faulty\.sip:6:9: error: .+ \[sip\.cseq-method-mismatch\]$/m);
    assert.match(output, /^faulty\.sip:1:1: warning: .+ \[sip\.missing-max-forwards\]$/m);
  });

  test('speaks Turkish', () => {
    assert.match(place.run(['check', '--lang', 'tr', 'faulty.sip']).output, /: hata: .+ \[sip\.cseq-method-mismatch\]/);
  });

  test('exits with 1 only for the severity that was asked for', () => {
    const mismatchOff = ['--rule', 'sip.cseq-method-mismatch=off'];
    assert.equal(place.run(['check', ...mismatchOff, 'faulty.sip']).status, 0, 'a warning is no error');
    assert.equal(place.run(['check', ...mismatchOff, '--severity', 'warning', 'faulty.sip']).status, 1);
    assert.equal(place.run(['check', '--severity', 'hint', 'good.sip']).status, 0);
  });

  test('gives a rule the severity that the call gives it', () => {
    const { status, output } = place.run(['check', '--rule', 'sip.cseq-method-mismatch=hint', 'faulty.sip']);
    assert.equal(status, 0);
    assert.match(output, /: hint: .+ \[sip\.cseq-method-mismatch\]/);
  });

  test('judges a log as a log, unless it is told otherwise', () => {
    assert.equal(place.run(['check', '--as', 'log', 'faulty.sip']).status, 0, 'a log has no errors');
    place.write('message.log', faultyMessage);
    assert.equal(place.run(['check', 'message.log']).status, 0);
    assert.equal(place.run(['check', '--as', 'message', 'message.log']).status, 1);
  });

  test('writes an object for every problem, one a line', () => {
    const [record] = records(
      place.run(['check', '--format', 'json', '--rule', 'sip.missing-max-forwards=off', 'faulty.sip']),
    );
    assert.equal(typeof record?.['message'], 'string');
    assert.deepEqual(
      { ...record, message: '' },
      {
        file: 'faulty.sip',
        line: 6,
        column: 9,
        endLine: 6,
        endColumn: 15,
        rule: 'sip.cseq-method-mismatch',
        severity: 'error',
        message: '',
        source: 'RFC 3261 §8.1.1.5',
      },
    );
  });

  test('writes SARIF 2.1.0', () => {
    const { status, output } = place.run(['check', '--format', 'sarif', 'faulty.sip', 'own files', 'missing.sip']);
    assert.equal(status, 2);
    const log: SarifLog = JSON.parse(output);
    const validate = new Ajv({ strict: false }).compile(sarifSchema);
    assert.ok(validate(log), JSON.stringify(validate.errors));
    const [run] = log.runs;
    assert.ok(run);
    for (const { ruleId, ruleIndex } of run.results) assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
    const uris = run.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri);
    assert.deepEqual([...new Set(uris)], ['faulty.sip', 'own%20files/bad%20one.sip']);
    assert.equal(run.invocations[0]?.executionSuccessful, false, 'missing.sip could not be read');
  });

  test('writes SARIF without results where nothing is wrong', () => {
    const { status, output } = place.run(['check', '--format', 'sarif', 'good.sip']);
    assert.equal(status, 0);
    assert.deepEqual((JSON.parse(output) as SarifLog).runs[0]?.results, []);
  });

  test('checks configuration files', () => {
    place.write(
      'uac.xml',
      '<?xml version="1.0"?>\n<scenario name="x">\n  <recv response="200" request="BYE"/>\n</scenario>\n',
    );
    assert.match(place.run(['check', 'uac.xml']).output, /^uac\.xml:3:\d+: /);
  });
});
