import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { readReductionMeasures } from '../../server/catalog/reduction-measures.js';
import { readSupportPrograms, schemas } from '../../server/catalog/support-programs.js';
import { repositoryRoot } from '../../server/root.js';

const measures = readReductionMeasures(repositoryRoot).measures.map((measure) => measure.id);
const data = readSupportPrograms(repositoryRoot, measures);
const folder = join(repositoryRoot, 'support-programs');

describe('the support programs', () => {
  it('are fifty-four, frozen to the bottom', () => {
    expect(data.programs).to.have.length(54);
    expect(Object.isFrozen(data.programs[0]?.support)).to.equal(true);
  });

  it('are worded in Korean and English', () => {
    for (const program of data.programs) {
      const said = [
        program.agency,
        ...program.support.flatMap((term) => (term.note === null ? [term.who] : [term.who, term.note])),
        ...program.remarks.map((remark) => remark.text),
        ...(program.window === null ? [] : [program.window]),
      ];
      for (const text of said) {
        expect(text.ko, program.id).to.match(/[가-힣]|KOC/);
        expect(text.en, program.id).not.to.match(/[가-힣]/);
      }
    }
  });

  it('were not seen after the years that were read', () => {
    for (const program of data.programs) {
      if (program.continuing) expect(program.lastSeen, program.id).to.be.at.least(2025);
      expect(Math.max(...program.years), program.id).to.be.at.most(2026);
    }
  });

  it('have one name in charge for each ministry at any time', () => {
    for (const ministry of data.ministries) {
      const open = ministry.names.filter((name) => name.validTo === null);
      expect(open, ministry.id).to.have.length(1);
      for (const [index, name] of ministry.names.entries()) {
        const next = ministry.names[index + 1];
        if (next !== undefined) expect(Date.parse(next.validFrom ?? '') - Date.parse(name.validTo ?? '')).to.equal(86_400_000);
      }
    }
  });

  it('are linked to measures by hand alone', () => {
    expect(new Set(data.links.map((link) => link.confidence))).to.deep.equal(new Set(['derived']));
    for (const link of data.links) expect(link.why.ko).to.match(/[가-힣]/);
  });

  it('know every sales limit of the law, each industry once', () => {
    const keys = data.sizeLimits.map((limit) => [limit.sizeClass, limit.industry, limit.onlyFor].join());
    expect(keys).to.have.length(92);
    expect(new Set(keys)).to.have.property('size', 92);
  });

  it('have their JSON Schemas and their data package beside them, up to date', () => {
    for (const [name, schema] of Object.entries(schemas)) {
      const published: unknown = JSON.parse(readFileSync(join(folder, 'schema', `${name}.json`), 'utf8'));
      expect(published, name).to.deep.equal(z.toJSONSchema(schema, { io: 'input' }));
    }
    const listed: { resources: { path: string }[] } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
    const present = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => /\.(yaml|csv)$/.test(name));
    expect(listed.resources.map((resource) => resource.path)).to.have.members(present);
  });

  describe('are refused whole for', () => {
    let root = '';
    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'programs-'));
      cpSync(folder, join(root, 'support-programs'), { recursive: true });
    });
    afterEach(() => rmSync(root, { recursive: true }));

    for (const [what, file, from, to, wanted] of [
      [
        'an undeclared source',
        'programs/sme-ministry.yaml',
        'source: heraldcorp-10672222',
        'source: hearsay',
        'the source hearsay is not declared',
      ],
      [
        'a link to no measure',
        'links.yaml',
        'measure: variable-speed-compressor',
        'measure: perpetual-motion',
        'the measure perpetual-motion is not declared',
      ],
      ['a link of no program', 'links.yaml', 'program: mss-capex-2026', 'program: free-money', 'the program free-money is not declared'],
      ['a link that claims to have been read', 'links.yaml', 'confidence: derived', 'confidence: read-in-copy', 'confidence'],
      [
        'a ministry that does not exist',
        'programs/sme-ministry.yaml',
        'id: mss, validFrom',
        'id: mssx, validFrom',
        'the ministry mssx is not declared',
      ],
      ['a condition outside the closed set', 'programs/sme-ministry.yaml', 'fact: size', 'fact: shoeSize', 'conditions'],
      ['a rate above the whole', 'programs/sme-ministry.yaml', 'high: 0.5', 'high: 5', 'rate'],
      ['a program that stands twice', 'programs/sme-ministry.yaml', 'id: mss-voucher', 'id: mss-capex-2026', 'mss-capex-2026 stands twice'],
      ['a sales limit that is no number', 'size-limits.csv', ',1800,', ',many,', 'limitHundredMillionKRW'],
    ] as const) {
      it(what, () => {
        const path = join(root, 'support-programs', file);
        const before = readFileSync(path, 'utf8');
        expect(before).to.contain(from);
        writeFileSync(path, before.replace(from, to));
        expect(() => readSupportPrograms(root, measures))
          .to.throw(wanted)
          .with.property('message')
          .that.matches(/ \| .*\p{Script=Hangul}/u);
      });
    }
  });
});
